import { describe, expect, it } from 'vitest'
import { arbitration } from '../../workflows/arbitration.ts'
import { guardsOf, partFor } from '../../workflows/step.ts'
import {
  accepted,
  awarded,
  both,
  clauses,
  constituted,
  constituting,
  drafted,
  drafting,
  heard,
  received,
  served,
  submitted,
} from '../support/arbitration.ts'
import { partyOf } from '../support/contexts.ts'
import { personOf } from '../support/people.ts'
import type { Play } from '../support/play.ts'
import type { PersonFacts } from '../../workflows/vocabulary.ts'

const outsider = {
  parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p3', 'thirdParty')],
}

const settledFrom = (now: Play) => {
  now.does('arbitrator', 'settle', { terms: 'Half each', consents: both })
  return now
}
const challenged = (now: Play) => {
  now.does('p2', 'challengeArbitrator', { arbitrator: 'a1', why: 'A cousin', learntOn: now.today })
  return now
}
const mediating = (now: Play, arbitratorMediates = false) => {
  now.does('arbitrator', 'mediate', { consents: both, arbitratorMediates })
  return now
}
const appointedWith = (listed: string[], changes: Partial<PersonFacts> = {}) => {
  const now = constituting()
  now.people.a1 = personOf(listed, changes)
  return now.refusal('p1', 'nominate', { arbitrators: ['a1'] })
}
const notice = { party: 'p2', receivedOn: '2026-03-02' }
const emergency = { measure: 'Freeze the stock' }
const replaced = () => {
  const now = constituted()
  now.does('tribunalSecretary', 'replaceArbitrator', { arbitrator: 'a1', why: 'Ill' })
  return now
}
const unauthorised = () => {
  const now = accepted()
  now.agent = { specialAuthority: false }
  return now.refusal('p1', 'withdraw')
}

/** For each condition of the machine, an act that fails on it and on nothing before it. */
const refusals: Record<string, () => string | undefined> = {
  respondentNamed: () =>
    drafted(clauses.scia, { parties: [partyOf('p1', 'claimant')] }).refusal('p1', 'submit'),
  claimValued: () => drafted(clauses.scia, { claim: { minor: 0, currency: 'CNY' } }).refusal('p1', 'submit'),
  clauseNamed: () => drafted({ seat: 'SHENZHEN' }).refusal('p1', 'submit'),
  adHoc: () => submitted().refusal('tribunalSecretary', 'serveNotice', notice),
  respondentInPlay: () => accepted().refusal('tribunalSecretary', 'serveNotice', { ...notice, party: 'p1' }),
  notYetServed: () => served().refusal('tribunalSecretary', 'serveNotice', notice),
  dateAfterAct: () =>
    accepted().refusal('tribunalSecretary', 'serveNotice', { ...notice, receivedOn: '2026-03-03' }),
  dateBeforeAct: () => constituted().refusal('tribunalSecretary', 'extendAward', { dueOn: '2026-03-01' }),
  ownNoticeServed: () => {
    const now = accepted(clauses.scia, {
      parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p3', 'respondent')],
    })
    now.does('tribunalSecretary', 'serveNotice', notice)
    return now.refusal('p3', 'respond')
  },
  ownResponseNotYetFiled: () => constituting().refusal('p2', 'respond'),
  specialAuthority: unauthorised,
  counterclaimPending: () => served().refusal('p1', 'answerCounterclaim'),
  newcomerKnown: () =>
    accepted(clauses.scia, outsider).refusal('tribunalSecretary', 'joinParty', { partyId: 'p2' }),
  joinderAllowedOrAllConsent: () =>
    accepted({ ...clauses.scia, institution: 'ICC' }, outsider).refusal('tribunalSecretary', 'joinParty', {
      partyId: 'p3',
      consents: ['p1'],
    }),
  consolidationAllowedOrAllConsent: () =>
    accepted(clauses.adHocHongKong).refusal('tribunalSecretary', 'consolidate', { with: 'QH-2026-000001' }),
  beforeFirstHearing: () => {
    const now = heard()
    now.does('tribunalSecretary', 'replaceArbitrator', { arbitrator: 'a1', why: 'Ill' })
    return now.refusal('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'tribunal' })
  },
  institutionHasNotDecided: () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'institution' })
    now.does('tribunalSecretary', 'decideJurisdiction', { outcome: 'dismissed' })
    return now.refusal('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'court' })
  },
  jurisdictionChallenged: () => accepted().refusal('judge', 'decideJurisdiction', { outcome: 'upheld' }),
  courtNotSeised: () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'court' })
    return now.refusal('tribunalSecretary', 'decideJurisdiction', { outcome: 'upheld' })
  },
  courtSeised: () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'tribunal' })
    return now.refusal('judge', 'decideJurisdiction', { outcome: 'upheld' })
  },
  arbitratorQualified: () => appointedWith(['judge']),
  arbitratorNotBarred: () => replaced().refusal('p1', 'nominate', { arbitrators: ['a1'] }),
  arbitratorNotInvolved: () => appointedWith(['arbitrator'], { spokeHere: true }),
  mediatorAsArbitratorAgreed: () => appointedWith(['arbitrator'], { mediatedHere: true }),
  seatsLeft: () => replaced().refusal('p1', 'nominate', { arbitrators: ['a4', 'a5'] }),
  oneOrThreeNamed: () => replaced().refusal('tribunalSecretary', 'constitute'),
  noOpenChallenge: () => challenged(heard()).refusal('arbitrator', 'closeProceedings'),
  arbitratorOfThisTribunal: () =>
    constituted().refusal('p1', 'challengeArbitrator', { arbitrator: 'a9', why: 'A cousin' }),
  beforeFirstHearingOrLearntLater: () =>
    heard().refusal('p1', 'challengeArbitrator', { arbitrator: 'a1', why: 'A cousin' }),
  challengeOpen: () => heard().refusal('tribunalSecretary', 'decideChallenge', { outcome: 'upheld' }),
  hongKongSeat: () => challenged(heard()).refusal('judge', 'decideChallenge', { outcome: 'upheld' }),
  mainlandSeat: () => constituted(clauses.adHocHongKong).refusal('arbitrator', 'fileAdHoc'),
  seatOpen: () => constituted().refusal('arbitrator', 'determineSeat', { seat: 'HONG_KONG' }),
  awardTimeRuns: () =>
    constituted(clauses.hkiac).refusal('tribunalSecretary', 'extendAward', { dueOn: '2026-09-01' }),
  allConsent: () => heard().refusal('arbitrator', 'mediate', { consents: ['p1'] }),
  writtenConsents: () => heard(clauses.hkiac).refusal('arbitrator', 'mediate', { consents: ['p1'] }),
  noOpenMediation: () => mediating(heard()).refusal('p1', 'withdrawConsent'),
  arbitratorMediates: () =>
    mediating(heard()).refusal('arbitrator', 'discloseMaterialInfo', { summary: 'What p2 said' }),
  materialInfoDisclosed: () => mediating(heard(clauses.hkiac), true).refusal('arbitrator', 'endMediation'),
  tribunalConstituted: () =>
    settledFrom(constituting()).refusal('arbitrator', 'issueAward', { kind: 'consent' }),
  consentAwardOnly: () => settledFrom(heard()).refusal('arbitrator', 'issueAward', { kind: 'final' }),
  ownReceiptNotYetSigned: () => {
    const now = settledFrom(heard())
    now.does('arbitrator', 'issueStatement')
    now.does('p1', 'signReceipt')
    return now.refusal('p1', 'signReceipt')
  },
  allConsentOrExpedited: () => constituted(clauses.hkiac).refusal('arbitrator', 'documentsOnly'),
  partialAwardOnly: () => heard().refusal('arbitrator', 'issueAward', { kind: 'final' }),
  claimantWasAbsent: () => heard().refusal('arbitrator', 'deemWithdrawn', { ground: 'absent' }),
  partyInPlay: () =>
    awarded().refusal('tribunalSecretary', 'recordService', { party: 'p9', receivedOn: '2026-03-02' }),
  awardNotYetServed: () =>
    received().refusal('tribunalSecretary', 'recordService', { party: 'p1', receivedOn: '2026-03-10' }),
  ownCorrectionPeriodRuns: () => awarded().refusal('p1', 'requestCorrection', { request: 'A sum' }),
  correctionAskedOrInTime: () => {
    const now = received()
    now.until('2026-04-20')
    return now.refusal('arbitrator', 'issueCorrection')
  },
  correctionAsked: () => received().refusal('arbitrator', 'refuseCorrection'),
  ownSetAsidePeriodRuns: () => {
    const now = received()
    now.does('p2', 'applySetAside', { ground: 'procedure' })
    now.until('2026-07-01')
    return now.refusal('p1', 'applySetAside', { ground: 'procedure' })
  },
  groundOfSeat: () => received().refusal('p1', 'applySetAside', { ground: 'publicPolicy' }),
  reportedAndVerified: () => {
    const now = received()
    now.does('p1', 'applySetAside', { ground: 'procedure' })
    return now.refusal('judge', 'decideSetAside', { outcome: 'setAside', reportAndVerify: 'HIGH_COURT' })
  },
  ownApplicationPending: () => {
    const now = received()
    now.does('p1', 'applySetAside', { ground: 'procedure' })
    return now.refusal('p2', 'withdrawApplication')
  },
  emergencyProvided: () =>
    accepted(clauses.sciaUncitral).refusal('p1', 'applyEmergencyArbitrator', emergency),
  emergencyBeforeSubmission: () => drafted().refusal('p1', 'applyEmergencyArbitrator', emergency),
  noEmergencyUnderWay: () => {
    const now = accepted()
    now.does('p1', 'applyEmergencyArbitrator', emergency)
    return now.refusal('p2', 'applyEmergencyArbitrator', emergency)
  },
  emergencyApplied: () =>
    accepted().refusal('tribunalSecretary', 'appointEmergencyArbitrator', { arbitrator: 'e1' }),
  emergencyAppointed: () => accepted().refusal('arbitrator', 'decideEmergency', { granted: true }),
  ownClaimLives: () => {
    const now = served()
    now.does('p2', 'counterclaim', { amount: '500000.00', relief: 'Damages' })
    now.does('p1', 'withdraw')
    return now.refusal('p1', 'withdraw')
  },
  withdrawalAsked: () => drafting().refusal('arbitrator', 'allowWithdrawal'),
  periodRuns: () =>
    served().refusal('clock', 'deadlineLapsed', { rule: 'arb.nomination', dueOn: '2026-03-02' }),
}

const datesAndClock = ['dateAfterAct', 'dateBeforeAct', 'periodRuns']

describe('an arbitration refuses', () => {
  it.each(Object.entries(refusals))('for want of %s', (condition, refused) => {
    expect(refused()).toBe(condition)
  })

  it('for no other condition', () => {
    const conditions = Object.keys(arbitration.machine.states).flatMap(state =>
      Object.keys(arbitration.events).flatMap(event =>
        guardsOf(arbitration, state, event).flatMap(guard =>
          [...guard.if, ...guard.data].map(({ name }) => name),
        ),
      ),
    )
    expect(Object.keys(refusals).sort()).toEqual([...new Set([...conditions, ...datesAndClock])].sort())
  })

  it('a role that never does it, a state it cannot be done from, a role that does it only later', () => {
    const now = submitted()
    expect(now.refusal('p2', 'accept')).toBe('role')
    expect(now.refusal('arbitrator', 'issueAward', { kind: 'final' })).toBe('state')
    expect(now.refusal('arbitrator', 'terminate', { reason: 'impossible' })).toBeUndefined()
    expect(now.refusal('arbitrator', 'amendClaim')).toBe('role')
  })
})

it('lets the tribunal secretary file for the claimant at the counter, and nothing else', () => {
  const desk = [{ role: 'tribunalSecretary' as const }]
  expect(partFor(arbitration, drafted().saved, 'submit', desk)).toEqual({ role: 'claimant', party: 'p1' })
  expect(partFor(arbitration, submitted().saved, 'withdraw', desk)).toEqual({ role: 'tribunalSecretary' })
})
