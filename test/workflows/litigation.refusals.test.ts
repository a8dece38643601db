import { describe, expect, it } from 'vitest'
import { litigation } from '../../workflows/litigation.ts'
import { guardsOf, partFor } from '../../workflows/step.ts'
import { partyOf } from '../support/contexts.ts'
import {
  answering,
  appealable,
  appealed,
  both,
  clause,
  deliberating,
  drafted,
  heard,
  judged,
  mainland,
  objected,
  pretrial,
  refused,
  registered,
  ruled,
  scheduled,
  serve,
  service,
  serving,
  settled,
  submitted,
  withOutsider,
  type Setting,
} from '../support/litigation.ts'
import { personOf } from '../support/people.ts'
import type { Play } from '../support/play.ts'

const hongKongLaw: Setting = { facts: { foreignRelated: true, governingLaw: 'HK' } }

const unpaid = () => {
  const now = registered({ paid: false })
  now.until('2026-03-20')
  return now
}
const arbitrationRefused = () => {
  const now = pretrial({ contract: clause })
  now.does('p2', 'objectArbitration')
  now.does('judge', 'ruleArbitrationObjection', { upheld: false })
  return now
}
const recusalAsked = () => {
  const now = registered()
  now.does('p2', 'requestRecusal', { against: 'j1', why: 'A cousin' })
  return now
}
/** The defence of p2 lapsed, and p2 wants its time back. */
const missed = () => {
  const now = answering()
  now.until('2026-04-10')
  return now
}
const excuse = (obstacleEndedOn = '2026-04-09') => ({
  rule: 'defence.noDomicile',
  obstacleEndedOn,
  why: 'Typhoon',
})
const restored = { party: 'p2', rule: 'defence.noDomicile', granted: true }
const mediatedBy = (now: Play, id: string) => {
  now.people[id] = personOf(['judge'], { mediatedHere: true, satHere: ['mediator'] })
  return now
}
/** Assessors were asked for, and the roll has two. */
const drawing = () => {
  const now = answering()
  now.people.x1 = personOf(['juror'])
  now.people.x2 = personOf(['juror'])
  now.does('p2', 'requestJurors')
  return now
}
const reliefFor = (kind: string) => {
  const now = registered({ paid: false })
  now.does('p1', 'applyFeeRelief', { kind, why: 'Short of cash' })
  return now
}

/** For each condition of the machine, an act that fails on it and on nothing before it. */
const refusals: Record<string, () => string | undefined> = {
  respondentNamed: () => drafted({ parties: [partyOf('p1', 'claimant')] }).refusal('p1', 'submitComplaint'),
  mediable: () => {
    const now = submitted()
    now.saved.context.subject = 'specialProcedure'
    return now.refusal('intakeOfficer', 'offerMediation')
  },
  claimantHasNotRefusedMediation: () => {
    const now = submitted()
    now.does('intakeOfficer', 'offerMediation')
    now.does('system', 'mediationFailed', { reason: 'refused' })
    return now.refusal('intakeOfficer', 'offerMediation')
  },
  arbitrationAgreementKnown: () =>
    submitted().refusal('intakeOfficer', 'refuse', { ground: 'arbitrationAgreement' }),
  supplementWasAsked: () => submitted().refusal('intakeOfficer', 'refuse', { ground: 'notSupplemented' }),
  levelTooHigh: () =>
    submitted().refusal('intakeOfficer', 'transferVenue', {
      reason: 'level',
      court: 'Shenzhen Intermediate',
    }),
  noArbitrationDeclared: () => {
    const now = drafted()
    now.does('p1', 'submitComplaint', { declaresArbitration: true })
    return now.refusal('intakeOfficer', 'register', { procedure: 'ordinary' })
  },
  levelOfThisCourt: () =>
    submitted({ claim: { minor: 40_000_000_00, currency: 'CNY' } }).refusal('intakeOfficer', 'register', {
      procedure: 'ordinary',
    }),
  smallClaimsOpen: () => submitted().refusal('intakeOfficer', 'register', { procedure: 'smallClaims' }),
  partyNotYetServed: () => answering().refusal('clerk', 'recordService', service('p2', '2026-03-02')),
  actingClaimant: () => {
    const now = refused()
    serve(now, 'p1')
    return now.refusal('p2', 'appealRuling')
  },
  ownPeriodRuns: () => {
    const now = refused()
    return now.refusal('p1', 'appealRuling')
  },
  payerOfFee: () =>
    registered({ paid: false }).refusal('p1', 'payFee', { amount: '73400.00', stage: 'counterclaim' }),
  amountIsOutstanding: () => registered({ paid: false }).refusal('p1', 'payFee', { amount: '73399.99' }),
  feeOverdueOrClaimantAbsent: () => registered().refusal('judge', 'deemWithdrawn', { ground: 'feeUnpaid' }),
  feeOverdue: () => heard({}, ['p2']).refusal('judge', 'deemWithdrawn', { ground: 'feeUnpaid' }),
  groundFits: () => unpaid().refusal('judge', 'deemWithdrawn', { ground: 'absent' }),
  ownFeeUnpaid: () => registered().refusal('p1', 'applyFeeRelief', { kind: 'defer', why: 'Short of cash' }),
  waiverForPeople: () =>
    registered({ paid: false }).refusal('p1', 'applyFeeRelief', { kind: 'waive', why: 'Short of cash' }),
  reliefAsked: () => registered({ paid: false }).refusal('judge', 'decideFeeRelief', { granted: true }),
  lowerFeeNamed: () => reliefFor('reduce').refusal('judge', 'decideFeeRelief', { granted: true }),
  methodsFit: () =>
    registered().refusal('clerk', 'startService', {
      methods: [{ party: 'p2', method: 'post', sentOn: '2026-03-03' }],
    }),
  methodLawful: () =>
    serving(mainland).refusal('clerk', 'recordService', service('p2', '2026-03-02', 'arrangement')),
  otherMethodsTried: () =>
    serving().refusal('clerk', 'serviceRouteFailed', {
      party: 'p2',
      nextMethod: 'publication',
      sentOn: '2026-03-02',
    }),
  notObjectedBefore: () => {
    const now = objected()
    now.does('judge', 'ruleObjection', { upheld: false })
    for (const party of both) serve(now, party)
    for (const party of both) now.does(party, 'appealRuling')
    now.does('appellateJudge', 'decideRulingAppeal', { outcome: 'upheld' })
    return now.refusal('p2', 'objectJurisdiction')
  },
  rulingWasAppealed: () => ruled(true).refusal('appellateJudge', 'decideRulingAppeal', { outcome: 'upheld' }),
  beforeFirstHearing: () => {
    const now = heard({ contract: clause })
    now.does('judge', 'adjourn')
    return now.refusal('p2', 'objectArbitration')
  },
  clauseInContract: () => answering().refusal('p2', 'objectArbitration'),
  arbitrationNotRuledYet: () => arbitrationRefused().refusal('p2', 'objectArbitration'),
  ownDefenceDue: () => pretrial().refusal('p2', 'fileDefence'),
  theirPeriodRuns: () =>
    answering(mainland).refusal('judge', 'extendDefence', { party: 'p2', dueOn: '2026-05-06' }),
  evidenceLength: () => pretrial().refusal('judge', 'setEvidencePeriod', { dueOn: '2026-03-16' }),
  evidencePeriodRuns: () => pretrial().refusal('p1', 'requestEvidenceExtension', { until: '2026-04-01' }),
  amountFitsChange: () =>
    pretrial().refusal('p1', 'amendClaim', { change: 'increase', amount: '8000000.00' }),
  newcomerKnown: () => pretrial().refusal('judge', 'joinParty', { partyId: 'p2', as: 'coParty' }),
  outgoingInPlay: () =>
    pretrial(withOutsider()).refusal('judge', 'substituteParty', { outgoing: 'p9', incoming: 'p3' }),
  allConsent: () => pretrial().refusal('judge', 'entrustMediation', { consents: ['p1'] }),
  otherLawGoverns: () => pretrial().refusal('judge', 'openLawAscertainment'),
  noLawOpen: () => {
    const now = pretrial(hongKongLaw)
    now.does('judge', 'openLawAscertainment')
    return now.refusal('judge', 'scheduleHearing', { hearingOn: '2026-03-16' })
  },
  specialAuthority: () => {
    const now = appealable()
    now.agent = { specialAuthority: false }
    return now.refusal('p2', 'appeal')
  },
  ownReceiptNotYetSigned: () => {
    const now = settled()
    now.does('p1', 'signReceipt')
    return now.refusal('p1', 'repudiate')
  },
  refuserHasNotSigned: () => {
    const now = settled()
    now.does('p1', 'signReceipt')
    return now.refusal('judge', 'recordRefusalToSign', { party: 'p1' })
  },
  membersUnbarred: () => mediatedBy(registered(), 'j1').refusal('judge', 'namePanel', { panel: ['j1'] }),
  panelSize: () => registered().refusal('judge', 'namePanel', { panel: ['j1', 'j2'] }),
  jurorsOnRoll: () => drawing().refusal('clerk', 'drawJurors', { jurors: ['x1', 'j1'] }),
  jurorsFitPanel: () => drawing().refusal('clerk', 'drawJurors', { jurors: ['x1'] }),
  replacementFits: () => {
    const now = drawing()
    now.does('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })
    now.does('p1', 'requestRecusal', { against: 'x1', why: 'A cousin' })
    return now.refusal('judge', 'decideRecusal', { outcome: 'replace', replacement: 'j1' })
  },
  ordinaryProcedure: () => answering({ procedure: 'summary' }).refusal('p2', 'requestJurors'),
  jurorsRequested: () => registered().refusal('clerk', 'drawJurors', { jurors: ['x1'] }),
  noOpenRecusal: () => {
    const now = pretrial()
    now.does('p1', 'requestRecusal', { against: 'j1', why: 'A cousin' })
    return now.refusal('judge', 'scheduleHearing', { hearingOn: '2026-03-16' })
  },
  noticeInTime: () => pretrial().refusal('judge', 'scheduleHearing', { hearingOn: '2026-03-04' }),
  jurorsDrawnInTime: () => {
    const now = drawing()
    now.does('p2', 'fileDefence')
    now.does('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })
    return now.refusal('judge', 'scheduleHearing', { hearingOn: '2026-03-08' })
  },
  hearingDayCome: () => scheduled().refusal('judge', 'holdHearing', { present: both }),
  claimantAbsent: () => heard({ paid: false }).refusal('judge', 'deemWithdrawn', { ground: 'absent' }),
  isForeignRelated: () => settled(mainland).refusal('judge', 'issueConsentJudgment', { consents: both }),
  theirAppealFeeUnpaid: () =>
    appealed().refusal('clerk', 'notifyAppealFee', { party: 'p1', receivedOn: '2026-03-16' }),
  ownAppealFeeUnpaid: () => appealed().refusal('p1', 'payAppealFee', { amount: '73400.00' }),
  ownAppealLive: () => appealed().refusal('p1', 'withdrawAppeal'),
  theirWithdrawalAsked: () => appealed().refusal('appellateJudge', 'allowAppealWithdrawal', { party: 'p2' }),
  appealFeeOverdue: () => appealed().refusal('appellateJudge', 'deemAppealWithdrawn', { party: 'p2' }),
  facesAppeal: () => appealed().refusal('clerk', 'serveAppealCopy', service('p2', '2026-03-16')),
  ownAnswerDue: () => appealed().refusal('p1', 'fileAppealAnswer'),
  notRemandedBefore: () =>
    appealed({ facts: { foreignRelated: true, remanded: true } }).refusal(
      'appellateJudge',
      'secondInstance',
      {
        outcome: 'remanded',
      },
    ),
  serviceDateGiven: () => appealed().refusal('appellateJudge', 'secondInstance', { outcome: 'upheld' }),
  withdrawalAsked: () => registered().refusal('judge', 'allowWithdrawal'),
  respondentDoesNotObject: () => {
    const now = deliberating()
    now.does('p1', 'withdraw')
    return now.refusal('judge', 'allowWithdrawal', { respondentConsents: false })
  },
  procedureMayChange: () => registered().refusal('judge', 'convertProcedure', { procedure: 'smallClaims' }),
  trialLimitNotOver: () => {
    const now = answering({ ...mainland, procedure: 'summary' })
    now.until('2026-06-03')
    return now.refusal('judge', 'convertProcedure', { procedure: 'ordinary' })
  },
  trialLimitRuns: () => registered().refusal('judge', 'extendTrialLimit', { dueOn: '2026-12-01' }),
  withinTrialExtension: () =>
    registered({ ...mainland, procedure: 'summary' }).refusal('judge', 'extendTrialLimit', {
      dueOn: '2026-07-03',
    }),
  recusalLeft: () => {
    const now = recusalAsked()
    now.does('judge', 'decideRecusal', { outcome: 'keep' })
    now.does('p2', 'requestRecusal', { against: 'j1', why: 'He is' })
    now.does('judge', 'decideRecusal', { outcome: 'keep' })
    return now.refusal('p2', 'requestRecusal', { against: 'j1', why: 'He really is' })
  },
  recusalAsked: () => registered().refusal('judge', 'decideRecusal', { outcome: 'keep' }),
  periodMissed: () => answering().refusal('p2', 'applyRestoration', excuse('2026-03-02')),
  ruleLapsedForYou: () =>
    missed().refusal('p2', 'applyRestoration', { ...excuse(), rule: 'appeal.noDomicile' }),
  restorationInTime: () => missed().refusal('p2', 'applyRestoration', excuse('2026-03-28')),
  restorationAsked: () =>
    missed().refusal('judge', 'decideRestoration', { ...restored, dueOn: '2026-04-20' }),
  newDayNamed: () => {
    const now = missed()
    now.does('p2', 'applyRestoration', excuse())
    return now.refusal('judge', 'decideRestoration', restored)
  },
  jurisdictionNotSettled: () => {
    const now = ruled(false)
    now.until('2026-04-02')
    return now.refusal('judge', 'transferOut', { toCourt: 'Futian' })
  },
  retrialPeriodRuns: () => {
    const now = settled()
    for (const party of both) now.does(party, 'signReceipt')
    return now.refusal('p2', 'petitionRetrial')
  },
  dateAfterAct: () => serving().refusal('clerk', 'recordService', service('p2', '2026-03-03')),
  dateBeforeAct: () =>
    submitted().refusal('intakeOfficer', 'requestSupplement', { defects: 'No address', dueOn: '2026-03-01' }),
  periodRuns: () =>
    judged().refusal('clock', 'deadlineLapsed', {
      rule: 'appeal.noDomicile',
      party: 'p2',
      dueOn: '2026-03-16',
    }),
}

const datesAndClock = ['dateAfterAct', 'dateBeforeAct', 'periodRuns']

describe('a litigation refuses', () => {
  it.each(Object.entries(refusals))('for want of %s', (condition, refusedFor) => {
    expect(refusedFor()).toBe(condition)
  })

  it('for no other condition', () => {
    const conditions = Object.keys(litigation.machine.states).flatMap(state =>
      Object.keys(litigation.events).flatMap(event =>
        guardsOf(litigation, state, event).flatMap(guard =>
          [...guard.if, ...guard.data].map(({ name }) => name),
        ),
      ),
    )
    expect(Object.keys(refusals).sort()).toEqual([...new Set([...conditions, ...datesAndClock])].sort())
  })

  it('a role that never does it, a state it cannot be done from, a role that does it only elsewhere', () => {
    const now = submitted()
    expect(now.refusal('p2', 'register', { procedure: 'ordinary' })).toBe('role')
    expect(now.refusal('judge', 'issueJudgment', { outcome: 'claimUpheld' })).toBe('state')
    expect(answering().refusal('p1', 'fileDefence')).toBe('role')
  })
})

it('lets the filing desk act for the claimant at the counter, and in nothing else', () => {
  const desk = [{ role: 'intakeOfficer' as const }]
  const claimant = { role: 'claimant', party: 'p1' }
  expect(partFor(litigation, drafted().saved, 'submitComplaint', desk)).toEqual(claimant)
  expect(partFor(litigation, registered({ paid: false }).saved, 'payFee', desk)).toEqual(claimant)
  expect(partFor(litigation, submitted().saved, 'withdraw', desk)).toEqual({ role: 'intakeOfficer' })
})
