import {
  day,
  line,
  lines,
  money,
  optional,
  parties,
  party,
  text,
  word,
  yesNo,
  type EventForm,
} from '../fields.ts'
import { seats, setAsideGrounds } from '../rules/seat.ts'
import { universalEvents } from '../universal.ts'

const service: EventForm = {
  party,
  receivedOn: day,
  method: optional(word('inPerson', 'post', 'email', 'electronic', 'arrangement', 'publication')),
}
const objection: EventForm = { asset: optional(text), why: text }
const reportAndVerify = optional(word('HIGH_COURT', 'SPC'))

const ofAwards = seats.flatMap(seat =>
  [true, false].flatMap(foreign => setAsideGrounds(seat, foreign).map(({ ground }) => ground)),
)
/** Those of the Arrangements on awards (L17 7) and on judgments (L16 12, 13). */
const ofRecognition = ['notBinding', 'noJurisdiction', 'fraud', 'otherDecision', 'notEffective']

export const events: Record<string, EventForm> = {
  apply: {
    instrument: word('judgment', 'statement', 'confirmation', 'cnAward', 'hkAward', 'hkJudgment'),
    venue: word('CN', 'HK', 'BOTH'),
    amount: money,
  },
  accept: { court: line },
  refuseAcceptance: { ground: text },
  recognise: {},
  refuseRecognition: { ground: word(...new Set([...ofAwards, ...ofRecognition])), reportAndVerify },
  notify: service,
  takeMeasures: { measures: lines },
  settle: { terms: text, consents: parties },
  breach: {},
  recordPayment: { amount: money, venue: word('CN', 'HK') },
  recordHkStep: {
    step: word('registered', 'leaveGranted', 'setAsideSought', 'paid'),
    stepOn: day,
    amount: optional(money),
  },
  objectJurisdiction: { why: text },
  decideJurisdiction: { upheld: yesNo },
  objectEnforcement: objection,
  thirdPartyObjection: objection,
  decideEnforcementObjection: { upheld: yesNo },
  decideThirdPartyObjection: { upheld: yesNo },
  recordService: { ...service, ruling: word('objection', 'thirdParty') },
  reconsider: {},
  suitFiled: {},
  applyNonEnforcement: {
    ground: word(...new Set(ofAwards)),
    security: optional(yesNo),
    learntOn: optional(day),
  },
  decideNonEnforcement: { outcome: word('upheld', 'dismissed'), reportAndVerify },
  setAsideApplied: {},
  setAsideResolved: { outcome: word('dismissed', 'withdrawn', 'setAside') },
  suspend: { ground: text },
  resume: {},
  endRound: {},
  resumeExecution: { assets: text },
  terminate: { ground: text },
  instrumentRevoked: {},
  withdraw: {},
  timeBarDefence: {},
  decideTimeBar: { upheld: yesNo },
  ...universalEvents,
}
