import { awardOnBoth } from './arbitrations.ts'
import { judgedEffective, ordinary } from './courtSteps.ts'
import { a, e, story, type Beat, type Setting, type Story } from './story.ts'

const asked = (instrument: string, venue: string, after: Beat['after']) =>
  e(after, 'p1', 'apply', ({ share }) => ({ instrument, venue, amount: share(100) }))
const acceptedBy = (court: 'court' | 'ownCourt') =>
  e([1, 3], 'intakeOfficer', 'accept', ({ say }) => ({ court: say(court) }))
const notified = e([1, 4], 'enforcementOfficer', 'notify', ({ on }) => ({ party: 'p2', receivedOn: on }))
const seized = e([3, 8], 'enforcementOfficer', 'takeMeasures', ({ say }) => ({ measures: [say('seized')] }))
/** In hundredths of what is due. */
const paid = (percent: number, after: Beat['after']) =>
  e(after, 'enforcementOfficer', 'recordPayment', ({ share }) => ({ amount: share(percent), venue: 'CN' }))
const hongKongStep = (step: string, after: Beat['after']) =>
  e(after, 'clerk', 'recordHkStep', ({ on }) => ({ step, stepOn: on }))
const paidThere = (after: Beat['after'], data: Beat['data']) =>
  e(after, 'clerk', 'recordHkStep', scene => ({ step: 'paid', stepOn: scene.on, ...data(scene) }))

const fromAward = (instrument: string, venue: string, after: Beat['after'] = [9, 20]) => [
  ...awardOnBoth,
  asked(instrument, venue, after),
]
const acceptedAward = (venue: string) => [...fromAward('cnAward', venue), acceptedBy('court')]
const executingAward = (venue: string) => [...acceptedAward(venue), notified, seized]
const recognising = [
  ...fromAward('hkAward', 'BOTH'),
  acceptedBy('court'),
  hongKongStep('leaveGranted', [2, 6]),
]
const recognised = [...recognising, e([9, 16], 'judge', 'recognise'), notified, seized]

const shenzhen: { setting: Setting } = { setting: { clause: 'scia' } }
const hongKong: { setting: Setting } = { setting: { clause: 'hkiac', currency: 'CNY' } }
const bothSides: { setting: Setting } = { setting: { clause: 'scia', relation: 'hongKong' } }

/** Awards of both sides of the border, on one side or on both: together never for more than is due (L17 Suppl. 3). */
export const enforcedAwards: Story[] = [
  story('awardToAccept', 1, [0, 4], fromAward('cnAward', 'CN'), shenzhen),
  story(
    'awardNotAccepted',
    1,
    [0, 40],
    [
      ...fromAward('cnAward', 'CN', 2),
      e([2, 4], 'intakeOfficer', 'refuseAcceptance', ({ say }) => ({ ground: say('notDue') })),
    ],
    shenzhen,
  ),
  story('awardAccepted', 1, [0, 6], acceptedAward('BOTH'), bothSides),
  story('recognitionAwaited', 1, [0, 20], recognising, hongKong),
  story(
    'hongKongAwardOnBothSides',
    2,
    [0, 40],
    [...recognised, paid(45, [4, 9]), paidThere([4, 9], ({ share }) => ({ amount: share(30) }))],
    hongKong,
  ),
  story(
    'mainlandAwardOnBothSides',
    1,
    [0, 40],
    [
      ...executingAward('BOTH'),
      hongKongStep('leaveGranted', [2, 6]),
      paid(55, [4, 9]),
      paidThere([4, 9], ({ share }) => ({ amount: share(20) })),
    ],
    { ...bothSides, starring: true },
  ),
  story(
    'paidOnBothSides',
    2,
    [0, 60],
    [
      ...executingAward('BOTH'),
      hongKongStep('leaveGranted', [2, 6]),
      paid(65, [4, 9]),
      paidThere([4, 9], ({ rest }) => ({ amount: rest(65) })),
    ],
    bothSides,
  ),
  story(
    'stayedBySetAside',
    1,
    [0, 20],
    [...executingAward('CN'), a([2, 9], 'p2', 'applySetAside', () => ({ ground: 'procedure' }))],
    shenzhen,
  ),
  story(
    'enforcementOfAwardRefused',
    1,
    [0, 30],
    [
      ...acceptedAward('CN'),
      notified,
      e([3, 8], 'p2', 'applyNonEnforcement', () => ({ ground: 'procedure' })),
      e([14, 24], 'judge', 'decideNonEnforcement', ({ foreignRelated }) => ({
        outcome: 'upheld',
        reportAndVerify: foreignRelated ? 'SPC' : 'HIGH_COURT',
      })),
    ],
    shenzhen,
  ),
  story('awardPaidBeforehand', 1, [0, 60], [...acceptedAward('CN'), notified, paid(100, [2, 5])], shenzhen),
]

const fromJudgment = (venue: string) => [...judgedEffective, asked('judgment', venue, [42, 52])]
const acceptedJudgment = (venue: string) => [...fromJudgment(venue), acceptedBy('ownCourt')]
const notifiedJudgment = [...acceptedJudgment('CN'), notified]
const executing = [...notifiedJudgment, seized]

const hongKongDebtor: { setting: Setting } = { setting: { relation: 'hongKong', procedure: 'ordinary' } }

const atHome: { setting: Setting } = { setting: { relation: 'domestic', procedure: 'ordinary' } }

/** Judgments at the court that gave them, and those registered in Hong Kong (Cap. 645). */
export const enforcedJudgments: Story[] = [
  story('judgmentToEnforce', 1, [0, 5], fromJudgment('CN'), { ...ordinary, starring: true }),
  story(
    'registeredInHongKong',
    2,
    [0, 30],
    [
      ...acceptedJudgment('HK'),
      hongKongStep('registered', [9, 20]),
      paidThere([6, 14], ({ share }) => ({ amount: share(70) })),
    ],
    hongKongDebtor,
  ),
  story('debtorNotified', 1, [0, 7], notifiedJudgment, { ...ordinary, starring: true }),
  story('collecting', 2, [0, 20], [...executing, paid(40, [4, 12])], atHome),
  story('noAssets', 2, [0, 40], [...executing, e([20, 30], 'enforcementOfficer', 'endRound')], atHome),
  story(
    'settledInExecution',
    1,
    [0, 20],
    [
      ...executing,
      e([2, 6], 'enforcementOfficer', 'settle', ({ say, both }) => ({
        terms: say('instalments'),
        consents: both,
      })),
      paid(40, [2, 6]),
    ],
    atHome,
  ),
  story(
    'enforcementSuspended',
    1,
    [0, 30],
    [...executing, e([3, 9], 'enforcementOfficer', 'suspend', ({ say }) => ({ ground: say('standstill') }))],
    atHome,
  ),
  story(
    'enforcedElsewhere',
    1,
    [0, 40],
    [
      ...notifiedJudgment,
      e([2, 6], 'p2', 'objectJurisdiction', ({ say }) => ({ why: say('assetsElsewhere') })),
      e([4, 9], 'judge', 'decideJurisdiction', () => ({ upheld: true })),
    ],
    ordinary,
  ),
  story(
    'enforcementWithdrawn',
    1,
    [0, 40],
    [...executing, paid(80, 5), e([4, 9], 'p1', 'withdraw')],
    ordinary,
  ),
]
