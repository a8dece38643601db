import { inDelegated } from './courtSteps.ts'
import { agreed, filed, settled, signed } from './mediations.ts'
import { e, j, story, type Beat, type Setting, type Story } from './story.ts'

// Both sides ask the court together, within thirty days of the signing (CPL 205).
const applied = j([1, 6], 'p1', 'applyJointly', ({ both }) => ({ parties: both }))
const accepted = j([1, 2], 'intakeOfficer', 'accept')
const verified = j([2, 5], 'judge', 'holdVerification', ({ both }) => ({ present: both }))
const confirmed = j([1, 4], 'judge', 'confirm', ({ later }) => ({ performBy: later(20) }))
const servedOn = (party: string) =>
  j(1, 'clerk', 'recordService', ({ on }) => ({ party, receivedOn: on, method: 'electronic' }))

const asked = [applied]
const underReview = [...asked, accepted]
const onBoth = [...underReview, verified, confirmed, servedOn('p1'), servedOn('p2')]
const objected = [...onBoth, j([3, 8], 'p2', 'object', ({ say }) => ({ why: say('pledgedGoods') }))]
const decidedAs = (outcome: string) => j([6, 12], 'judge', 'decideObjection', () => ({ outcome }))

/** The ruling is enforced at its own court. */
const enforcementAsked = (after: Beat['after']) =>
  e(after, 'p1', 'apply', ({ share }) => ({ instrument: 'confirmation', venue: 'CN', amount: share(80) }))
const enforced = [
  enforcementAsked([21, 30]),
  e([1, 3], 'intakeOfficer', 'accept', ({ say }) => ({ court: say('ownCourt') })),
  e([1, 3], 'enforcementOfficer', 'notify', ({ on }) => ({ party: 'p2', receivedOn: on })),
]
const settledThere = [
  ...enforced,
  e([2, 5], 'enforcementOfficer', 'settle', ({ say, both }) => ({
    terms: say('instalments'),
    consents: both,
  })),
  e([1, 3], 'enforcementOfficer', 'recordPayment', ({ share }) => ({ amount: share(32), venue: 'CN' })),
]

const small: { setting: Setting } = { setting: { currency: 'CNY', amount: [400_000, 9_000_000] } }

/** Agreements from mediations by special mediators, at the court that is to confirm them. */
export const confirmations: Story[] = [
  story('confirmationAsked', 1, [0, 2], [...settled, ...asked], small),
  story('confirmationReviewed', 2, [0, 9], [...settled, ...underReview], small),
  story(
    'certificateMissing',
    1,
    [0, 5],
    [
      ...settled,
      ...asked,
      j([1, 2], 'intakeOfficer', 'requestMaterials', ({ say, later }) => ({
        what: say('certificate'),
        dueOn: later(7),
      })),
    ],
    small,
  ),
  story('confirmed', 3, [0, 60], [...settled, ...onBoth], { ...small, starring: true }),
  story('confirmationObjected', 1, [0, 6], [...settled, ...objected], small),
  story('confirmationUpheld', 1, [0, 30], [...settled, ...objected, decidedAs('dismissed')], small),
  story('confirmationRevoked', 1, [0, 60], [...settled, ...objected, decidedAs('revoked')], small),
  story(
    'confirmationRejected',
    1,
    [0, 60],
    [...settled, ...underReview, verified, j([1, 3], 'judge', 'reject', () => ({ ground: 'l2_358' }))],
    small,
  ),
  story(
    'confirmationNotAccepted',
    1,
    [0, 60],
    [...settled, ...asked, j([1, 3], 'intakeOfficer', 'refuse', () => ({ ground: 'l2_355' }))],
    small,
  ),
  story(
    'confirmationWithdrawn',
    1,
    [0, 60],
    [...settled, ...underReview, j([2, 5], 'p2', 'withdraw')],
    small,
  ),
  story(
    'verificationMissed',
    1,
    [0, 60],
    [
      ...settled,
      ...underReview,
      j([2, 5], 'judge', 'holdVerification', () => ({ present: ['p1'] })),
      j([2, 4], 'judge', 'deemWithdrawn', ({ say }) => ({ ground: say('stayedAway') })),
    ],
    small,
  ),
  story('confirmedThenSettled', 1, [0, 12], [...settled, ...onBoth, ...settledThere], small),
  story(
    'enforcedThenRevoked',
    1,
    [0, 30],
    [...settled, ...onBoth, enforcementAsked(1), ...objected.slice(-1), decidedAs('revoked')],
    small,
  ),
]

/** From mediations that the court itself had sent the parties to. */
export const delegatedConfirmations: Story[] = [
  story('delegatedConfirmed', 2, [0, 60], [...inDelegated, agreed([4, 12]), signed, filed, ...onBoth], small),
]
