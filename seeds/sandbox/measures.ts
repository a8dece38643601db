import { answered, ordinary, registered } from './courtSteps.ts'
import { i, l, story, w, type Story } from './story.ts'

const hongKongLaw = { setting: { relation: 'hongKong', law: 'HK', procedure: 'ordinary' } } as const

// What the suit asks of another law, and how it is answered.
const asked = [
  ...answered,
  l([2, 5], 'judge', 'openLawAscertainment'),
  w([1, 3], 'judge', 'fixScope', ({ say }) => ({ questions: [say('legalQuestion')] })),
]
const ordered = [...asked, w(0, 'judge', 'orderParties')]
const commissioned = [...asked, w(0, 'judge', 'commission', () => ({ channel: 'institutionOrExpert' }))]
const heard = [
  ...commissioned,
  w([9, 20], 'lawExpert', 'submit', ({ say }) => ({
    materials: [say('legalOpinion')],
    noInterestStatement: true,
  })),
  w([2, 6], 'judge', 'hearParties'),
  w(0, 'judge', 'examineExpert', () => ({ online: true })),
]

// Accounts are frozen before the other side hears of the suit.
const frozen = [
  i([0, 1], 'p1', 'apply', ({ say }) => ({ type: 'property', phase: 'pre', assets: [say('account')] })),
  i([1, 2], 'judge', 'checkRoute', ({ say }) => ({ court: say('court') })),
  i(0, 'judge', 'waiveSecurity', ({ say }) => ({ ground: say('clearCase') })),
  i([0, 1], 'judge', 'grant', ({ say }) => ({ measures: [say('account')] })),
  i(0, 'enforcementOfficer', 'execute', ({ on }) => ({ executedOn: on, assetKind: 'deposits' })),
]

/** Suits in which another law is ascertained, or assets are secured. */
export const aroundSuits: Story[] = [
  story('lawOrdered', 2, [0, 20], ordered, hongKongLaw),
  story('lawOverdue', 1, [32, 40], ordered, hongKongLaw),
  story('lawCommissioned', 2, [0, 20], commissioned, hongKongLaw),
  story('expertHeard', 2, [0, 9], heard, hongKongLaw),
  story('lawConfirmed', 2, [0, 20], [...heard, w([2, 6], 'judge', 'confirm')], hongKongLaw),
  story('frozen', 2, [0, 20], frozen),
  story('frozenForNothing', 1, [34, 60], frozen),
  story('frozenThenSued', 3, [0, 20], [...frozen, l([3, 9], 'p1', 'submitComplaint'), registered], ordinary),
  story(
    'freezeLifted',
    2,
    [0, 40],
    [
      ...frozen,
      i([1, 4], 'clerk', 'recordService', ({ on }) => ({ party: 'p2', receivedOn: on })),
      i([2, 6], 'p2', 'requestLift', () => ({ ground: 'counterSecurity' })),
      i([1, 3], 'judge', 'decideLift', () => ({ lift: true })),
    ],
  ),
]
