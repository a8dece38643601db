import { accepted as mediatorAccepts, agreed, chosen, filed as filedWithCourt, signed } from './mediations.ts'
import { l, m, story, type Beat, type Setting, type Story } from './story.ts'

const submitted = l([0, 2], 'p1', 'submitComplaint')
const registered = l([1, 5], 'intakeOfficer', 'register', ({ procedure }) => ({ procedure }))
const paid = l([1, 3], 'p1', 'payFee')
const sent = l([1, 3], 'clerk', 'startService', ({ on, method }) => ({
  methods: [{ party: 'p2', method: method('p2'), sentOn: on }],
}))
const served = l([4, 12], 'clerk', 'recordService', ({ day, method }) => ({
  party: 'p2',
  method: method('p2'),
  receivedOn: day(-1),
}))
const evidence = l([0, 1], 'judge', 'setEvidencePeriod', ({ day, procedure }) => ({
  dueOn: day(procedure === 'ordinary' ? 20 : 6),
}))
const defended = l([5, 11], 'p2', 'fileDefence')
const scheduled = l([2, 6], 'judge', 'scheduleHearing', ({ next }) => ({ hearingOn: next }))
const heardWith = (...present: string[]) => l([7, 14], 'judge', 'holdHearing', () => ({ present }))
const heard = heardWith('p1', 'p2')
const debated = l([0, 3], 'judge', 'closeDebate')
const judged = (outcome: string) =>
  l([5, 14], 'judge', 'issueJudgment', ({ on, later }) => ({
    outcome,
    announcedOn: on,
    performBy: later(75),
  }))
const givenTo = (party: string, after: Beat['after']) =>
  l(after, 'clerk', 'recordService', ({ on }) => ({ party, method: 'electronic', receivedOn: on }))

const atDesk = [submitted]
const onRegister = [...atDesk, registered]
const serving = [...onRegister, paid, sent]
const answering = [...serving, served, evidence]
const answered = [...answering, defended]
const toHear = [...answered, scheduled]
const inHearing = [...toHear, heard]
const deliberating = [...inHearing, debated]
const decided = (outcome: string) => [...deliberating, judged(outcome)]
const onBoth = (outcome: string) => [...decided(outcome), givenTo('p1', [1, 4]), givenTo('p2', [0, 3])]
const appealed = [...onBoth('claimPartlyUpheld'), l([4, 9], 'p2', 'appeal'), l([1, 4], 'p2', 'payAppealFee')]
const copied = [
  ...appealed,
  l([1, 3], 'clerk', 'serveAppealCopy', ({ on }) => ({ party: 'p1', method: 'electronic', receivedOn: on })),
  l([5, 12], 'p1', 'fileAppealAnswer'),
  l([1, 4], 'clerk', 'transmitFile'),
]
const settledByJudge = [
  ...answered,
  l([2, 8], 'judge', 'mediateByJudge', ({ both }) => ({ consents: both })),
  l([2, 5], 'judge', 'settle', ({ say, both, later }) => ({
    terms: say('terms'),
    consents: both,
    performBy: later(60),
  })),
]
const signedFor = [l([1, 4], 'p1', 'signReceipt'), l([0, 3], 'p2', 'signReceipt')]
const objected = [...answering, l([1, 4], 'p2', 'objectJurisdiction')]
const ruled = (upheld: boolean) => [
  ...objected,
  l([4, 9], 'judge', 'ruleObjection', ({ say }) => ({ upheld, ...(upheld && { toCourt: say('court') }) })),
]
const refused = [...atDesk, l([2, 5], 'intakeOfficer', 'refuse', () => ({ ground: 'cpl122' }))]

const foreign: { setting: Setting } = { setting: { relation: 'hongKong' } }
const clause: { setting: Setting } = { setting: { clause: 'sciaIgnored' } }
const ordinary: { setting: Setting } = { setting: { procedure: 'ordinary' } }

/** The court hands the complaint to its centre before registration; special mediators take it up there. */
const offered = [...atDesk, l([1, 3], 'intakeOfficer', 'offerMediation')]
const delegated = [...offered, m([1, 3], 'p1', 'consent'), m([0, 1], 'p2', 'consent'), ...chosen]
const inDelegated = [...delegated, mediatorAccepts]
/** A case being tried is entrusted to the mediator whom both sides want. */
const entrusted = [
  ...answered,
  l([1, 5], 'judge', 'entrustMediation', ({ both }) => ({ consents: both })),
  ...chosen,
]
const inEntrusted = [...entrusted, mediatorAccepts]
const settledEntrusted = [...inEntrusted, agreed([2, 5]), signed, filedWithCourt]
const backInCourt = (after: Beat[]) => [...inEntrusted, m([3, 6], 'mediator', 'gapTooWide'), ...after]
const tried = [scheduled, heard, debated, judged('claimPartlyUpheld'), givenTo('p1', 2), givenTo('p2', 1)]

export const delegations: Story[] = [
  story(
    'settledBeforeRegistration',
    26,
    [0, 180],
    [...inDelegated, agreed([4, 14]), signed, filedWithCourt],
    {
      starring: true,
    },
  ),
  story(
    'triedAfterMediation',
    8,
    [44, 120],
    [...inDelegated, m([4, 12], 'mediator', 'gapTooWide'), ...onBoth('claimUpheld').slice(1)],
  ),
  story(
    'notSignedThenUnpaid',
    3,
    [0, 180],
    [
      ...inDelegated,
      agreed([4, 12]),
      m([1, 4], 'p2', 'refuseSign'),
      registered,
      l([14, 18], 'judge', 'deemWithdrawn', () => ({ ground: 'feeUnpaid' })),
    ],
  ),
  story(
    'periodExpiredThenServed',
    4,
    [0, 10],
    [...inDelegated, l(44, 'intakeOfficer', 'register', ({ procedure }) => ({ procedure })), paid, sent],
  ),
  story(
    'withdrawnThenAgain',
    2,
    [0, 180],
    [...inDelegated, m([3, 8], 'p1', 'withdraw', () => ({ settledPrivately: true })), l(1, 'p1', 'withdraw')],
  ),
]

export const delegationsNow: Story[] = [
  story('delegatedSessions', 5, [0, 24], inDelegated, { starring: true }),
  story('delegatedToAccept', 1, [0, 2], delegated),
  story('delegatedDraft', 2, [0, 8], [...inDelegated, agreed([4, 12])]),
]

export const entrustments: Story[] = [
  story('entrustedStatement', 16, [0, 120], [...settledEntrusted, ...signedFor], {
    ...ordinary,
    starring: true,
  }),
  story('entrustedThenTried', 8, [44, 110], backInCourt(tried), ordinary),
  story('entrustedToSign', 2, [0, 18], [...settledEntrusted, signedFor[0] ?? paid], ordinary),
]

export const entrustmentsNow: Story[] = [
  story('entrustedSessions', 3, [0, 6], inEntrusted, { ...ordinary, starring: true }),
  story('entrustedDraft', 2, [0, 3], [...inEntrusted, agreed([2, 5])], ordinary),
]

export const litigations: Story[] = [
  story('draft', 6, [0, 24], [], { starring: true }),
  story('toReview', 6, [0, 4], atDesk, { starring: true }),
  story('reviewOverdue', 3, [9, 15], atDesk),
  story(
    'supplementAsked',
    4,
    [0, 8],
    [
      ...atDesk,
      l(2, 'intakeOfficer', 'requestSupplement', ({ say, later }) => ({
        defects: say('defects'),
        dueOn: later(12),
      })),
    ],
    { starring: true },
  ),
  story(
    'supplementOverdue',
    3,
    [16, 30],
    [
      ...atDesk,
      l(2, 'intakeOfficer', 'requestSupplement', ({ say, later }) => ({
        defects: say('defects'),
        dueOn: later(7),
      })),
    ],
  ),
  story(
    'supplemented',
    2,
    [0, 4],
    [
      ...atDesk,
      l(2, 'intakeOfficer', 'requestSupplement', ({ say, later }) => ({
        defects: say('defects'),
        dueOn: later(12),
      })),
      l(5, 'p1', 'resubmit'),
    ],
  ),
  story('mediationOffered', 3, [0, 4], offered, { starring: true }),
  story('delegatedAtCentre', 4, [0, 24], inDelegated),
  story('settledAtCentre', 6, [0, 180], [...inDelegated, agreed([4, 14]), signed, filedWithCourt]),
  story('mediationRefused', 3, [0, 4], [...offered, m([1, 3], 'p2', 'refuse')]),
  story('registered', 6, [0, 4], onRegister),
  story('feeOverdue', 4, [10, 24], onRegister),
  story(
    'reliefAsked',
    2,
    [0, 10],
    [...onRegister, l(2, 'p1', 'applyFeeRelief', ({ say }) => ({ kind: 'defer', why: say('why') }))],
  ),
  story('serving', 8, [0, 20], serving),
  story('serviceUnproved', 2, [98, 120], serving, { setting: { relation: 'hongKong' } }),
  story(
    'publication',
    1,
    [0, 24],
    [
      ...serving,
      l(20, 'clerk', 'serviceRouteFailed', ({ on }) => ({
        party: 'p2',
        nextMethod: 'publication',
        sentOn: on,
      })),
    ],
  ),
  story('answerAwaited', 9, [0, 9], answering, { starring: true }),
  story('objected', 3, [0, 8], objected),
  story('objectionRuled', 3, [0, 8], [...ruled(false), givenTo('p1', 1)]),
  story('objectionDismissed', 2, [44, 70], [...ruled(false), givenTo('p1', 1), givenTo('p2', 0)]),
  story('transferred', 2, [44, 110], [...ruled(true), givenTo('p1', 1), givenTo('p2', 0)]),
  story(
    'transferredOut',
    2,
    [0, 120],
    [...serving, l(4, 'judge', 'transferOut', ({ say }) => ({ toCourt: say('court') }))],
  ),
  story('arbitrationPleaded', 3, [0, 10], [...answering, l(3, 'p2', 'objectArbitration')], clause),
  story(
    'arbitrationUpheld',
    3,
    [0, 120],
    [
      ...answering,
      l(3, 'p2', 'objectArbitration'),
      l(9, 'judge', 'ruleArbitrationObjection', () => ({ upheld: true })),
      givenTo('p1', 1),
      givenTo('p2', 1),
    ],
    clause,
  ),
  story('noDefence', 4, [36, 48], answering),
  story('pretrial', 6, [0, 20], answered, { starring: true }),
  story(
    'counterclaimed',
    2,
    [0, 9],
    [
      ...answered,
      l(2, 'p2', 'fileCounterclaim', ({ say }) => ({ amount: '420000.00', relief: say('relief') })),
    ],
  ),
  story('withdrawalAsked', 2, [0, 9], [...answered, l(3, 'p1', 'withdraw')]),
  story(
    'appraised',
    1,
    [0, 30],
    [...answered, l(3, 'judge', 'commissionAppraisal', ({ say }) => ({ subject: say('appraisal') }))],
  ),
  story(
    'recusalAsked',
    1,
    [0, 5],
    [...answered, l(2, 'p2', 'requestRecusal', ({ judge, say }) => ({ against: judge, why: say('why') }))],
  ),
  story(
    'toHear',
    9,
    [0, 6],
    [...answered, l(2, 'judge', 'scheduleHearing', ({ later }) => ({ hearingOn: later(9) }))],
    {
      starring: true,
    },
  ),
  story('inHearing', 4, [0, 10], inHearing),
  story(
    'courtMediation',
    3,
    [0, 4],
    [...inHearing, l(2, 'judge', 'mediateByJudge', ({ both }) => ({ consents: both }))],
  ),
  story('entrustedAtCentre', 3, [0, 1], entrusted, ordinary),
  story('statementToSign', 3, [0, 14], [...settledByJudge, ...signedFor.slice(0, 1)], { starring: true }),
  story('statementSigned', 11, [0, 120], [...settledByJudge, ...signedFor]),
  story('deliberating', 7, [0, 24], deliberating),
  story('judgmentToServe', 3, [0, 4], decided('claimUpheld')),
  story('judgmentUnserved', 1, [14, 24], decided('claimDismissed')),
  story('appealPeriod', 8, [0, 10], onBoth('claimUpheld'), { starring: true }),
  story('effective', 18, [44, 110], onBoth('claimUpheld')),
  story('dismissedOnMerits', 6, [44, 100], onBoth('claimDismissed')),
  story(
    'defaultJudgment',
    4,
    [44, 90],
    [...toHear, heardWith('p1'), debated, judged('claimUpheld'), givenTo('p1', 2), givenTo('p2', 2)],
  ),
  story('smallClaims', 5, [0, 120], onBoth('claimUpheld'), {
    setting: { relation: 'domestic', procedure: 'smallClaims', amount: [18_000, 90_000] },
  }),
  story(
    'consentJudgment',
    3,
    [44, 90],
    [
      ...settledByJudge,
      l(2, 'judge', 'issueConsentJudgment', ({ both, later }) => ({ consents: both, performBy: later(60) })),
      givenTo('p1', 1),
      givenTo('p2', 1),
    ],
    foreign,
  ),
  story('appealed', 5, [0, 16], appealed),
  story('secondInstance', 4, [0, 40], copied),
  story(
    'upheldOnAppeal',
    6,
    [0, 60],
    [
      ...copied,
      l([14, 30], 'appellateJudge', 'secondInstance', ({ on, later }) => ({
        outcome: 'upheld',
        servedOn: on,
        performBy: later(45),
      })),
    ],
  ),
  story(
    'remanded',
    2,
    [0, 30],
    [...copied, l([14, 24], 'appellateJudge', 'secondInstance', () => ({ outcome: 'remanded' }))],
  ),
  story('notAccepted', 3, [0, 60], [...refused, givenTo('p1', 2)]),
  story('refusalAppealed', 2, [0, 26], [...refused, givenTo('p1', 2), l(5, 'p1', 'appealRuling')]),
  story(
    'dismissed',
    2,
    [0, 60],
    [...answered, l(4, 'judge', 'dismissSuit', () => ({ ground: 'cpl122' })), givenTo('p1', 2)],
  ),
  story(
    'referred',
    3,
    [0, 180],
    [
      ...atDesk,
      l(2, 'intakeOfficer', 'transferVenue', ({ say }) => ({ reason: 'level', court: say('court') })),
    ],
    { setting: { relation: 'hongKong', amount: [42_000_000, 160_000_000] } },
  ),
  story(
    'suspended',
    2,
    [0, 40],
    [...answered, l(4, 'judge', 'suspend', ({ say }) => ({ ground: say('standstill') }))],
  ),
  story('withdrawnEarly', 4, [0, 180], [...atDesk, l(2, 'p1', 'withdraw')]),
  story(
    'withdrawn',
    6,
    [0, 120],
    [...answered, l([2, 9], 'p1', 'withdraw'), l([1, 3], 'judge', 'allowWithdrawal')],
  ),
  story(
    'feeNeverPaid',
    4,
    [0, 120],
    [...onRegister, l([14, 18], 'judge', 'deemWithdrawn', () => ({ ground: 'feeUnpaid' }))],
  ),
  story(
    'claimantStayedAway',
    2,
    [0, 90],
    [...toHear, heardWith('p2'), l(1, 'judge', 'deemWithdrawn', () => ({ ground: 'absent' }))],
  ),
  story(
    'ended',
    2,
    [0, 90],
    [...answered, l(6, 'judge', 'terminate', ({ say }) => ({ ground: say('standstill') }))],
  ),
]
