import {
  day,
  futureDay,
  line,
  money,
  optional,
  parties,
  party,
  people,
  person,
  text,
  word,
  yesNo,
  type EventForm,
} from '../fields.ts'
import { seats, setAsideGrounds } from '../rules/seat.ts'
import { universalEvents } from '../universal.ts'

const arbitrator = person
const arbitrators = people
const consents = parties

const service: EventForm = {
  party,
  receivedOn: day,
  method: optional(word('inPerson', 'post', 'email', 'electronic', 'arrangement', 'publication')),
}

const grounds = new Set(
  seats
    .flatMap(seat => [...setAsideGrounds(seat, true), ...setAsideGrounds(seat, false)])
    .map(({ ground }) => ground),
)

export const events: Record<string, EventForm> = {
  // Where the parties agree to arbitrate only once the dispute is there.
  createDraft: {
    institution: optional(word('SCIA', 'SCIAHK', 'HKIAC', 'AD_HOC')),
    seat: optional(word(...seats)),
  },
  submit: { rules: optional(text) },
  accept: {},
  reject: { ground: text },
  serveNotice: service,
  respond: {},
  counterclaim: { amount: money, relief: text },
  answerCounterclaim: {},
  amendClaim: { amount: optional(money), relief: optional(text) },
  joinParty: { partyId: party, consents: optional(consents) },
  consolidate: { with: line, consents: optional(consents) },
  challengeJurisdiction: { ground: text, forum: word('institution', 'tribunal', 'court') },
  decideJurisdiction: { outcome: word('upheld', 'dismissed') },
  nominate: { arbitrators, consents: optional(consents) },
  appointDefault: { arbitrators, consents: optional(consents) },
  disclose: { circumstance: text },
  constitute: {},
  fileAdHoc: {},
  challengeArbitrator: { arbitrator, why: text, learntOn: optional(day) },
  decideChallenge: { outcome: word('upheld', 'dismissed') },
  replaceArbitrator: { arbitrator, why: text },
  mediate: { consents, arbitratorMediates: optional(yesNo) },
  mediationSucceeded: {},
  mediationFailed: { reason: optional(line) },
  discloseMaterialInfo: { summary: text },
  endMediation: {},
  withdrawConsent: {},
  settle: { terms: text, consents },
  issueStatement: {},
  signReceipt: {},
  repudiate: {},
  holdHearing: { present: optional(parties) },
  documentsOnly: { consents: optional(consents) },
  adjourn: {},
  deemWithdrawn: { ground: word('absent') },
  closeProceedings: {},
  reopenProceedings: {},
  issueAward: { kind: word('final', 'partial', 'consent', 'default'), performBy: optional(futureDay) },
  recordService: service,
  requestCorrection: { request: text },
  issueCorrection: {},
  refuseCorrection: {},
  applySetAside: { ground: word(...grounds) },
  decideSetAside: {
    outcome: word('dismissed', 'setAside', 'remitted'),
    reportAndVerify: optional(word('HIGH_COURT', 'SPC')),
  },
  withdrawApplication: {},
  newAward: {},
  tribunalDeclines: {},
  applyEmergencyArbitrator: { measure: text },
  appointEmergencyArbitrator: { arbitrator },
  decideEmergency: { granted: yesNo },
  determineSeat: { seat: word(...seats) },
  extendAward: { dueOn: futureDay },
  withdraw: {},
  allowWithdrawal: {},
  refuseWithdrawal: {},
  terminate: { reason: word('feeUnpaid', 'impossible') },
  ...universalEvents,
}
