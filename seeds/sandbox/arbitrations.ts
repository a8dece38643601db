import { a, story, type Beat, type Setting, type Story } from './story.ts'
import {
  accepted as mediatorAccepts,
  agreed,
  chosen,
  filed as filedWithTribunal,
  signed,
} from './mediations.ts'

const submitted = a([0, 2], 'p1', 'submit')
const accepted = a([2, 4], 'tribunalSecretary', 'accept')
const served = a([2, 5], 'tribunalSecretary', 'serveNotice', ({ day }) => ({
  party: 'p2',
  receivedOn: day(-1),
  method: 'email',
}))
const responded = a([10, 22], 'p2', 'respond')
const appointed = a([4, 9], 'tribunalSecretary', 'appointDefault', ({ arbitrators }) => ({ arbitrators }))
const nominated = a([2, 4], 'p1', 'nominate', ({ arbitrators }) => ({ arbitrators: arbitrators.slice(0, 1) }))
const constituted = a([1, 4], 'tribunalSecretary', 'constitute')
const heard = a([12, 24], 'arbitrator', 'holdHearing', ({ both }) => ({ present: both }))
const onPaper = a([8, 14], 'arbitrator', 'documentsOnly', ({ both }) => ({ consents: both }))
const closed = a([1, 6], 'arbitrator', 'closeProceedings')
const awarded = a([7, 16], 'arbitrator', 'issueAward', ({ later }) => ({
  kind: 'final',
  performBy: later(60),
}))
const receivedBy = (party: string, after: Beat['after']) =>
  a(after, 'tribunalSecretary', 'recordService', ({ on }) => ({ party, receivedOn: on, method: 'email' }))

const begun = [submitted, accepted]
const answering = [...begun, served]
const forming = [...answering, responded]
const sitting = [...forming, nominated, appointed, constituted]
const inHearing = [...sitting, heard]
const drafting = [...inHearing, closed]
const decided = [...drafting, awarded]
const onBoth = [...decided, receivedBy('p1', [1, 3]), receivedBy('p2', 0)]
/** Quick enough that the periods of the award have run out within half a year. */
export const awardOnBoth = [
  submitted,
  a(2, 'tribunalSecretary', 'accept'),
  a(1, 'tribunalSecretary', 'serveNotice', ({ on }) => ({ party: 'p2', receivedOn: on })),
  a([8, 12], 'p2', 'respond'),
  a(1, 'tribunalSecretary', 'appointDefault', ({ arbitrators }) => ({ arbitrators })),
  a(1, 'tribunalSecretary', 'constitute'),
  onPaper,
  a(1, 'arbitrator', 'closeProceedings'),
  a([5, 9], 'arbitrator', 'issueAward', () => ({ kind: 'final' })),
  receivedBy('p1', 1),
  receivedBy('p2', 0),
]
const challenged = [...onBoth, a([6, 20], 'p2', 'applySetAside', () => ({ ground: 'procedure' }))]
const mediated = a([3, 9], 'arbitrator', 'mediate', ({ both }) => ({ consents: both }))
const settledBefore = a([5, 12], 'arbitrator', 'settle', ({ say, both }) => ({
  terms: say('terms'),
  consents: both,
}))

/** Where the seat is still open, no court is competent yet. */
const shenzhen: { setting: Setting } = { setting: { clause: 'scia' } }
const hongKong: { setting: Setting } = { setting: { clause: 'hkiac' } }

export const arbitrations: Story[] = [
  story('draft', 3, [0, 20], []),
  story('toAccept', 3, [0, 3], [submitted]),
  story('acceptanceOverdue', 2, [9, 14], [submitted], shenzhen),
  story('toServe', 3, [0, 12], begun),
  story('answerAwaited', 5, [0, 20], answering, { starring: true }),
  story(
    'emergencyAsked',
    1,
    [0, 1],
    [...begun, a(1, 'p1', 'applyEmergencyArbitrator', ({ say }) => ({ measure: say('measure') }))],
    shenzhen,
  ),
  story(
    'emergencyDecided',
    2,
    [0, 9],
    [
      ...answering,
      a(0, 'p1', 'applyEmergencyArbitrator', ({ say }) => ({ measure: say('measure') })),
      a(1, 'tribunalSecretary', 'appointEmergencyArbitrator', ({ arbitrators }) => ({
        arbitrator: arbitrators[0] ?? '',
      })),
      a(6, 'arbitrator', 'decideEmergency', () => ({ granted: true })),
    ],
    shenzhen,
  ),
  story('noAnswer', 3, [38, 60], answering),
  story('tribunalForming', 4, [0, 10], [...forming, nominated], { starring: true }),
  story('tribunalOverdue', 2, [22, 34], forming),
  story(
    'jurisdictionChallenged',
    2,
    [0, 14],
    [
      ...forming,
      a(2, 'p2', 'challengeJurisdiction', ({ say }) => ({ ground: say('ground'), forum: 'institution' })),
    ],
  ),
  story('tribunalSits', 4, [0, 24], sitting, { starring: true }),
  story(
    'arbitratorChallenged',
    2,
    [0, 12],
    [
      ...sitting,
      a(4, 'p2', 'challengeArbitrator', ({ say, arbitrators }) => ({
        arbitrator: arbitrators[0] ?? '',
        why: say('why'),
      })),
    ],
  ),
  story(
    'counterclaimed',
    2,
    [0, 24],
    [
      ...answering,
      a([9, 16], 'p2', 'counterclaim', ({ say }) => ({ amount: '680000.00', relief: say('relief') })),
      a(1, 'p2', 'respond'),
      appointed,
      constituted,
    ],
  ),
  story('heard', 4, [0, 20], inHearing),
  story('stayed', 3, [0, 20], [...sitting, mediated, ...chosen, mediatorAccepts]),
  story(
    'arbitratorMediates',
    1,
    [0, 14],
    [...sitting, a(6, 'arbitrator', 'mediate', ({ both }) => ({ consents: both, arbitratorMediates: true }))],
    shenzhen,
  ),
  story(
    'settledInMediation',
    2,
    [0, 14],
    [...sitting, mediated, ...chosen, mediatorAccepts, agreed([4, 9]), signed, filedWithTribunal],
  ),
  story(
    'statementToSign',
    2,
    [0, 18],
    [...inHearing, settledBefore, a(2, 'arbitrator', 'issueStatement'), a(2, 'p1', 'signReceipt')],
    shenzhen,
  ),
  story(
    'statementSigned',
    3,
    [0, 120],
    [
      ...inHearing,
      settledBefore,
      a(2, 'arbitrator', 'issueStatement'),
      a(1, 'p1', 'signReceipt'),
      a([1, 4], 'p2', 'signReceipt'),
    ],
    shenzhen,
  ),
  story(
    'consentAward',
    3,
    [0, 80],
    [
      ...inHearing,
      settledBefore,
      a(3, 'arbitrator', 'issueAward', () => ({ kind: 'consent' })),
      receivedBy('p1', 1),
      receivedBy('p2', 0),
    ],
    hongKong,
  ),
  story('drafting', 4, [0, 24], drafting, { starring: true }),
  story('awardToServe', 3, [0, 8], decided),
  story('awardServed', 3, [0, 80], onBoth, { starring: true }),
  story(
    'correctionAsked',
    2,
    [0, 12],
    [...onBoth, a([3, 9], 'p1', 'requestCorrection', ({ say }) => ({ request: say('correction') }))],
  ),
  story('final', 3, [100, 130], awardOnBoth),
  story('setAsideAskedInShenzhen', 2, [0, 40], challenged, shenzhen),
  story('setAsideAskedInHongKong', 2, [0, 40], challenged, hongKong),
  story(
    'setAsideDismissed',
    2,
    [0, 40],
    [...challenged, a([18, 30], 'judge', 'decideSetAside', () => ({ outcome: 'dismissed' }))],
    shenzhen,
  ),
  story(
    'remitted',
    2,
    [0, 20],
    [...challenged, a([14, 24], 'judge', 'decideSetAside', () => ({ outcome: 'remitted' }))],
    hongKong,
  ),
  story(
    'awardSetAside',
    2,
    [0, 40],
    [
      ...challenged,
      a([20, 34], 'judge', 'decideSetAside', ({ foreignRelated }) => ({
        outcome: 'setAside',
        reportAndVerify: foreignRelated ? 'SPC' : 'HIGH_COURT',
      })),
    ],
    shenzhen,
  ),
  story(
    'rejected',
    3,
    [0, 180],
    [submitted, a([2, 4], 'tribunalSecretary', 'reject', ({ say }) => ({ ground: say('ground') }))],
  ),
  story(
    'noJurisdiction',
    2,
    [0, 120],
    [
      ...forming,
      a(2, 'p2', 'challengeJurisdiction', ({ say }) => ({ ground: say('ground'), forum: 'institution' })),
      a([9, 16], 'tribunalSecretary', 'decideJurisdiction', () => ({ outcome: 'upheld' })),
    ],
  ),
  story(
    'terminated',
    2,
    [0, 120],
    [...begun, a(16, 'tribunalSecretary', 'terminate', () => ({ reason: 'feeUnpaid' }))],
  ),
  story('withdrawn', 3, [0, 180], [...answering, a([6, 18], 'p1', 'withdraw')]),
  story(
    'withdrawalAllowed',
    2,
    [0, 100],
    [...inHearing, a(4, 'p1', 'withdraw'), a(3, 'arbitrator', 'allowWithdrawal')],
  ),
  story('adHocInShenzhen', 2, [0, 30], [...adHoc(), a(2, 'arbitrator', 'fileAdHoc'), heard], {
    setting: { clause: 'adHocShenzhen', relation: 'hongKong' },
  }),
  story('adHocNotFiled', 1, [7, 16], adHoc(), { setting: { clause: 'adHocShenzhen', relation: 'hongKong' } }),
  story('adHocInHongKong', 2, [0, 40], [...adHoc(), heard, closed], { setting: { clause: 'adHocHongKong' } }),
]

/** Without an institution the claimant itself gives notice. */
function adHoc(): Beat[] {
  return [
    submitted,
    a(2, 'p1', 'serveNotice', ({ on }) => ({ party: 'p2', receivedOn: on, method: 'email' })),
    responded,
    appointed,
    constituted,
  ]
}
