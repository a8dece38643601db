import { m, story, type Beat, type Story } from './story.ts'

const byName: Beat['data'] = ({ mediator }) => ({ mediator })

/** The same mediator is chosen by one side and then the other. */
export const chosen = [m([0, 1], 'p1', 'jointSelect', byName), m([0, 2], 'p2', 'jointSelect', byName)]
/** The organisation proposes somebody, whom both sides accept. */
const designated = [
  m([1, 2], 'mediationCoordinator', 'designate', byName),
  m([0, 1], 'p1', 'acceptDesignation'),
  m(0, 'p2', 'acceptDesignation'),
]
export const accepted = m([0, 1], 'mediator', 'acceptAndSignReceipt')
export const agreed = (after: Beat['after']) =>
  m(after, 'mediator', 'reachAgreement', ({ say }) => ({ terms: say('terms') }))
export const signed = m([0, 2], 'mediator', 'signAll', ({ on, both }) => ({
  signedOn: on,
  signatures: both.map(party => ({ party, on })),
}))
export const filed = m([0, 2], 'mediator', 'fileWithCourt')
const disclosed = [
  m(0, 'mediator', 'disclose', ({ say }) => ({ circumstance: say('circumstance') })),
  m(1, 'p1', 'consentToMediator'),
  m(0, 'p2', 'consentToMediator'),
]
const facts = m([3, 6], 'mediator', 'recordUndisputedFacts', ({ say, both }) => ({
  facts: say('facts'),
  signedBy: both,
}))

const consented = m([1, 4], 'p2', 'consent')
const opened = [consented]
const sitting = [...opened, ...chosen, accepted]
export const settled = [...sitting, agreed([5, 16]), signed]

/** At one of the three Hong Kong organisations, by their special mediators. */
export const special: Story[] = [
  story('settled', 7, [0, 180], [...settled, filed], { starring: true }),
  story(
    'settledByDesignee',
    11,
    [0, 180],
    [...opened, ...designated, accepted, agreed([4, 14]), signed, filed],
  ),
  story(
    'settledAfterDisclosure',
    3,
    [0, 180],
    [...opened, ...chosen, ...disclosed, accepted, facts, agreed(8), signed],
  ),
  story('signedNotFiled', 3, [0, 26], settled),
  story('notSigned', 6, [0, 180], [...sitting, agreed([5, 16]), m([1, 4], 'p2', 'refuseSign')]),
  story('gapTooWide', 8, [0, 180], [...sitting, m([6, 20], 'mediator', 'gapTooWide')], { starring: true }),
  story(
    'settledPrivately',
    6,
    [0, 180],
    [...sitting, m([3, 9], 'p1', 'withdraw', () => ({ settledPrivately: true }))],
  ),
  story('periodExpired', 4, [44, 180], sitting),
  story(
    'mediatorReplaced',
    3,
    [0, 180],
    [
      ...sitting,
      m(3, 'p2', 'requestRecusal', ({ say }) => ({ why: say('why') })),
      m(1, 'mediationCoordinator', 'decideRecusal', () => ({ outcome: 'replace' })),
      m(1, 'p1', 'jointSelect', ({ substitute }) => ({ mediator: substitute })),
      m(0, 'p2', 'jointSelect', ({ substitute }) => ({ mediator: substitute })),
      { ...accepted, by: 'substitute' },
      { ...agreed([3, 9]), by: 'substitute' },
      { ...signed, by: 'substitute' },
    ],
  ),
]

/** The same, as they stand in their last weeks. */
export const specialNow: Story[] = [
  story('toAccept', 2, [0, 2], [...opened, ...chosen], { starring: true }),
  story('disclosureOpen', 1, [0, 2], [...opened, ...chosen, ...disclosed.slice(0, 2)]),
  story('inSessions', 4, [0, 24], sitting, { starring: true }),
  story(
    'recusalAsked',
    1,
    [0, 6],
    [...sitting, m(4, 'p2', 'requestRecusal', ({ say }) => ({ why: say('why') }))],
  ),
  story('agreementDrafted', 1, [0, 6], [...sitting, agreed([5, 14])], { starring: true }),
  story('shamSuspected', 1, [0, 9], [...sitting, m([5, 12], 'mediator', 'suspectSham')]),
]

/** At the court's own centre, by mediators of the Mainland. */
export const ownCentre: Story[] = [
  story('consentAwaited', 3, [0, 4], [], { starring: true }),
  story('nobodyAnswers', 3, [12, 180], []),
  story('consentRefused', 3, [0, 180], [m([1, 5], 'p2', 'refuse')]),
  story('toBeChosen', 3, [0, 1], opened),
  story('choiceOverdue', 3, [6, 16], [...opened, m(0, 'p1', 'jointSelect', byName)]),
  story('designeeProposed', 3, [0, 1], [...opened, ...designated.slice(0, 2)]),
  story(
    'designeeRefused',
    2,
    [0, 180],
    [...opened, ...designated.slice(0, 2), m(0, 'p2', 'refuseDesignation')],
  ),
  story(
    'cannotBeReached',
    2,
    [0, 180],
    [m(4, 'mediationCoordinator', 'reportUnreachable', () => ({ party: 'p2' }))],
  ),
  story('declinedOnce', 2, [0, 5], [...opened, ...chosen, m(1, 'mediator', 'decline')]),
  story('settledAtCentre', 7, [0, 180], [...settled, filed]),
  story('inSessionsAtCentre', 3, [0, 24], sitting),
  story('draftedAtCentre', 2, [0, 8], [...sitting, agreed([5, 14])]),
  story('shamReviewed', 1, [0, 20], [...sitting, m([5, 12], 'mediator', 'suspectSham')]),
  story(
    'shamCleared',
    1,
    [0, 12],
    [...sitting, m(5, 'mediator', 'suspectSham'), m(6, 'mediationCoordinator', 'clear')],
  ),
  story(
    'shamConfirmed',
    1,
    [0, 120],
    [...sitting, m(6, 'mediator', 'suspectSham'), m(9, 'mediationCoordinator', 'confirmSham')],
  ),
  story('gapTooWideAtCentre', 3, [0, 180], [...sitting, m([6, 20], 'mediator', 'gapTooWide')]),
  story(
    'complainedOf',
    2,
    [0, 20],
    [...settled, m(6, 'p2', 'complain', ({ say }) => ({ conduct: say('conduct') }))],
  ),
]
