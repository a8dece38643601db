import { answering, judgedEffective, ordinary, registered } from './courtSteps.ts'
import { a, e, i, l, story, type Beat, type Story } from './story.ts'

// Accounts are frozen before the other side hears of the suit.
const asked = i([0, 1], 'p1', 'apply', ({ say }) => ({
  type: 'property',
  phase: 'pre',
  assets: [say('account')],
}))
const routed = i([1, 2], 'judge', 'checkRoute', ({ say }) => ({ court: say('court') }))
const waived = i(0, 'judge', 'waiveSecurity', ({ say }) => ({ ground: say('clearCase') }))
const granted = i([0, 1], 'judge', 'grant', ({ say }) => ({ measures: [say('account')] }))
const executed = i(0, 'enforcementOfficer', 'execute', ({ on }) => ({
  executedOn: on,
  assetKind: 'deposits',
}))
const ready = [asked, routed, waived]
const frozen = [...ready, granted, executed]
const servedOnDebtor = i([1, 4], 'clerk', 'recordService', ({ on }) => ({ party: 'p2', receivedOn: on }))

/** Suits in which assets are secured. */
export const aroundSuits: Story[] = [
  story('freezeAsked', 1, [0, 1], [asked]),
  story('freezeRouted', 1, [0, 1], [asked, routed], { starring: true }),
  story(
    'securityAsked',
    1,
    [0, 2],
    [
      ...[asked, routed],
      i(0, 'judge', 'requireSecurity', ({ share, later }) => ({ amount: share(100), dueOn: later(5) })),
    ],
  ),
  story(
    'securityNeverGiven',
    1,
    [10, 60],
    [
      ...[asked, routed],
      i(0, 'judge', 'requireSecurity', ({ share, later }) => ({ amount: share(100), dueOn: later(4) })),
    ],
  ),
  story('freezeToDecide', 1, [0, 1], ready),
  story(
    'freezeDenied',
    1,
    [0, 30],
    [...ready, i(1, 'judge', 'deny', ({ say }) => ({ ground: say('noDanger') }))],
  ),
  story('freezeToCarryOut', 1, [0, 0], [...ready, granted], { starring: true }),
  story('frozen', 2, [0, 20], frozen),
  story('frozenForNothing', 1, [34, 60], frozen),
  story('frozenThenSued', 3, [0, 20], [...frozen, l([3, 9], 'p1', 'submitComplaint'), registered], ordinary),
  story(
    'evidenceSecured',
    1,
    [0, 20],
    [
      ...answering,
      i([1, 3], 'p1', 'apply', () => ({ type: 'evidence', phase: 'pending' })),
      routed,
      waived,
      granted,
      i(1, 'enforcementOfficer', 'execute', ({ on }) => ({ executedOn: on })),
    ],
  ),
  story('freezeWithdrawn', 1, [0, 40], [...ready, i(0, 'p1', 'withdraw')]),
  story(
    'freezeReconsidered',
    1,
    [0, 6],
    [...frozen, servedOnDebtor, i([1, 3], 'p2', 'reconsider', ({ say }) => ({ ground: say('noDanger') }))],
  ),
  story(
    'freezeLifted',
    2,
    [0, 40],
    [
      ...[...frozen, servedOnDebtor],
      i([2, 6], 'p2', 'requestLift', () => ({ ground: 'counterSecurity' })),
      i([1, 3], 'judge', 'decideLift', () => ({ lift: true })),
    ],
  ),
  story(
    'freezeTurnedIntoEnforcement',
    1,
    [0, 8],
    [
      ...frozen,
      ...judgedEffective,
      e([42, 50], 'p1', 'apply', ({ share }) => ({
        instrument: 'judgment',
        venue: 'CN',
        amount: share(100),
      })),
    ],
    ordinary,
  ),
]

const submitted = a([4, 8], 'p1', 'submit')
const accepted = a([2, 4], 'tribunalSecretary', 'accept')
const served = (after: Beat['after']) =>
  a(after, 'tribunalSecretary', 'serveNotice', ({ on }) => ({ party: 'p2', receivedOn: on, method: 'email' }))

const hongKongSeat = { setting: { clause: 'hkiac', currency: 'CNY' } } as const
const shenzhenSeat = { setting: { clause: 'scia' } } as const

/** A court of the Mainland helps arbitrations in Shenzhen, and those of listed institutions in Hong Kong (L18). */
export const aroundArbitrations: Story[] = [
  story(
    'frozenForHongKong',
    2,
    [0, 40],
    [
      ...[...frozen, submitted, accepted],
      i([1, 3], 'tribunalSecretary', 'letterReceived', ({ on }) => ({ receivedOn: on })),
      served([1, 3]),
    ],
    hongKongSeat,
  ),
  story('letterAwaited', 1, [0, 9], [...frozen, submitted, accepted], hongKongSeat),
  story('letterNeverCame', 1, [34, 70], [...frozen, submitted, accepted, served(2)], hongKongSeat),
  story(
    'forwardedByInstitution',
    1,
    [0, 3],
    [
      ...[submitted, accepted, served(1)],
      i([1, 3], 'p1', 'apply', ({ say }) => ({
        type: 'property',
        phase: 'pending',
        assets: [say('account')],
      })),
      i([1, 2], 'tribunalSecretary', 'forward'),
    ],
    shenzhenSeat,
  ),
]
