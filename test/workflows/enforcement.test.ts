import { describe, expect, it } from 'vitest'
import { enforcement } from '../../workflows/enforcement.ts'
import type { Data } from '../../workflows/fields.ts'
import type { Context, Facts } from '../../workflows/vocabulary.ts'
import { contextOf, partyOf } from '../support/contexts.ts'
import { play } from '../support/play.ts'

const parties = [
  partyOf('p1', 'claimant'),
  partyOf('p2', 'respondent'),
  partyOf('p3', 'respondent'),
  partyOf('p5', 'thirdParty'),
]
const award: Facts = {
  sourcePathway: 'arbitration',
  sourceOrdinal: 1,
  sourceState: 'awardIssued',
  seat: 'SHENZHEN',
  creditors: ['p1'],
}
const hongKongAward: Facts = { ...award, seat: 'HONG_KONG' }
const judgment: Facts = {
  sourcePathway: 'litigation',
  sourceOrdinal: 1,
  sourceState: 'effective',
  creditors: ['p1'],
}
const confirmation: Facts = { ...judgment, sourcePathway: 'judicialConfirmation', sourceState: 'confirmed' }

const before = (facts: Facts, claim?: Context['claim']) =>
  play(enforcement, contextOf('enforcement', { parties, facts, ...(claim && { claim }) }), '2026-03-02')

const sought = (instrument: string, changes: Data = {}): Data => ({
  instrument,
  venue: 'CN',
  amount: '12000000.00',
  ...changes,
})

function applied(facts: Facts, data: Data) {
  const proceeding = before(facts)
  proceeding.does('p1', 'apply', data)
  return proceeding
}
function accepted(facts: Facts, data: Data, court = 'SHENZHEN_INTERMEDIATE') {
  const proceeding = applied(facts, data)
  proceeding.does('intakeOfficer', 'accept', { court })
  return proceeding
}
function notified(facts: Facts, data: Data, court?: string) {
  const proceeding = accepted(facts, data, court)
  proceeding.does('enforcementOfficer', 'notify', { party: 'p2', receivedOn: '2026-03-02' })
  return proceeding
}
const ofAward = (venue = 'CN') => notified(award, sought('cnAward', { venue }))

describe('E1, applying', () => {
  it('stops the period at the source, turns measures into seizures and asks the fee', () => {
    const proceeding = applied(award, sought('cnAward', { venue: 'BOTH' }))
    expect(proceeding.facts).toMatchObject({
      ...{ instrument: 'cnAward', venue: 'BOTH', creditor: 'p1', due: '12000000.00', collected: '0.00' },
      timeBarred: false,
    })
    expect(proceeding.fees).toMatchObject([{ kind: 'court.enforcement', minor: 79_400_00 }])
    expect(proceeding.last.effects).toEqual(
      expect.arrayContaining([
        { type: 'tell', to: 'source', event: 'enforcementApplied', data: {} },
        { type: 'tell', to: 'interimMeasures', event: 'enforcementOpened', data: {} },
      ]),
    )
    expect(proceeding.due('enforcement.accept')).toBe('2026-03-09')
  })

  it.each([
    ['pending award', { ...award, sourceState: 'awardDrafting' }, 'cnAward', {}, 'instrumentInForce'],
    ['judgment under appeal', { ...judgment, sourceState: 'appealed' }, 'judgment', {}, 'instrumentInForce'],
    ['debtor', { ...award, creditors: ['p2'] }, 'cnAward', {}, 'creditorApplies'],
    [
      'second enforcement beside the first',
      { ...award, enforcing: ['p1'] },
      'cnAward',
      {},
      'notEnforcedAlready',
    ],
    ['judgment where there is an award', award, 'judgment', {}, 'instrumentOfSource'],
    ['Mainland award made in Hong Kong', hongKongAward, 'cnAward', {}, 'instrumentOfSource'],
    ['Hong Kong award made in Shenzhen', award, 'hkAward', {}, 'instrumentOfSource'],
    ['statement of an arbitration that ended in an award', award, 'statement', {}, 'instrumentOfSource'],
    ['confirmation on both sides', confirmation, 'confirmation', { venue: 'BOTH' }, 'venueOfInstrument'],
    [
      'what was recovered before',
      { ...award, recovered: { p1: 12_000_000_00 } },
      'cnAward',
      {},
      'somethingLeft',
    ],
  ] as [string, Facts, string, Data, string][])(
    'refuses the %s',
    (_, facts, instrument, changes, condition) => {
      expect(before(facts).refusal('p1', 'apply', sought(instrument, changes))).toBe(condition)
    },
  )

  it.each([
    ['setasidePending', 'cnAward', 'BOTH'],
    ['awardFinal', 'cnAward', 'HK'],
    ['closedStatement', 'statement', 'CN'],
  ])('takes an arbitration that is %s', (sourceState, instrument, venue) => {
    expect(applied({ ...award, sourceState }, sought(instrument, { venue })).state).toBe('applied')
  })

  it('registers a judgment in Hong Kong, or both ways, with the court’s certificate', () => {
    for (const venue of ['HK', 'BOTH']) {
      const proceeding = applied(judgment, sought('judgment', { venue }))
      expect(proceeding.state).toBe('applied')
      expect(proceeding.last.effects).toContainEqual({ type: 'document', kind: 'certificateOfEffect' })
    }
    expect(applied(award, sought('cnAward')).last.effects).not.toContainEqual({
      type: 'document',
      kind: 'certificateOfEffect',
    })
  })

  it('takes a judgment or an award that Hong Kong gave without a proceeding here, and nothing else', () => {
    for (const instrument of ['hkAward', 'hkJudgment'])
      expect(applied({}, sought(instrument, { venue: 'BOTH' })).state).toBe('applied')
    for (const instrument of ['judgment', 'cnAward', 'confirmation', 'statement'])
      expect(before({}).refusal('p1', 'apply', sought(instrument))).toBe('instrumentOfSource')
  })

  it('takes a late application, which the debtor may plead', () => {
    const proceeding = notified({ ...award, sourceClock: 'lapsed' }, sought('cnAward'))
    expect(proceeding.facts.timeBarred).toBe(true)
    expect(proceeding.refusal('p1', 'timeBarDefence')).toBe('isDebtor')
    expect(proceeding.refusal('judge', 'decideTimeBar', { upheld: true })).toBe('timeBarPleaded')
    proceeding.does('p2', 'timeBarDefence')
    expect(proceeding.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'timeBar.decide',
      role: 'judge',
    })
    expect(proceeding.refusal('p3', 'timeBarDefence')).toBe('timeBarNotPleadedYet')
    proceeding.does('judge', 'decideTimeBar', { upheld: true })
    expect([proceeding.state, proceeding.facts.reason]).toEqual(['refused', 'timeBarred'])
    expect(ofAward().refusal('p2', 'timeBarDefence')).toBe('enforcementTimeBarred')
  })
})

describe('E2 to E5, which court, and recognition', () => {
  it.each([
    [judgment, 'judgment', '深圳前海合作区人民法院', 'accepted'],
    [judgment, 'statement', 'QIANHAI', 'accepted'],
    [confirmation, 'confirmation', 'QIANHAI', 'accepted'],
    [award, 'cnAward', '深圳市中级人民法院', 'accepted'],
    [hongKongAward, 'hkAward', 'SHENZHEN_INTERMEDIATE', 'recognition'],
    [judgment, 'hkJudgment', 'SHENZHEN_INTERMEDIATE', 'recognition'],
  ])('accepts where it belongs: %#', (facts, instrument, court, state) => {
    const proceeding = accepted(facts, sought(instrument), court)
    expect(proceeding.state).toBe(state)
    expect(proceeding.due('enforcement.inactivity')).toBe('2026-09-02')
    expect(proceeding.due('enforcement.notice')).toBe(state === 'accepted' ? '2026-03-12' : undefined)
  })

  it.each([
    [judgment, 'judgment', 'SHENZHEN_INTERMEDIATE'],
    [confirmation, 'confirmation', '广东省高级人民法院'],
    [award, 'cnAward', 'QIANHAI'],
    [hongKongAward, 'hkAward', 'HK_CFI'],
  ])('refuses another level: %#', (facts, instrument, court) => {
    expect(applied(facts, sought(instrument)).refusal('intakeOfficer', 'accept', { court })).toBe(
      'courtOfInstrument',
    )
  })

  it('recognises an award of Hong Kong, or refuses with the consent of the highest court', () => {
    const proceeding = accepted(hongKongAward, sought('hkAward'))
    expect(proceeding.refusal('judge', 'refuseRecognition', { ground: 'procedure' })).toBe(
      'reportedAndVerified',
    )
    const level = { ground: 'procedure', reportAndVerify: 'HIGH_COURT' }
    expect(proceeding.refusal('judge', 'refuseRecognition', level)).toBe('reportedAndVerified')
    proceeding.does('judge', 'recognise')
    expect(proceeding.state).toBe('accepted')
    expect(proceeding.due('enforcement.notice')).toBe('2026-03-12')

    const refused = accepted(hongKongAward, sought('hkAward'))
    refused.does('judge', 'refuseRecognition', { ground: 'procedure', reportAndVerify: 'SPC' })
    expect(refused.state).toBe('refused')
    const foreignJudgment = accepted(judgment, sought('hkJudgment'))
    foreignJudgment.does('judge', 'refuseRecognition', { ground: 'fraud' })
    expect(foreignJudgment.state).toBe('refused')
  })
})

describe('E6 to E11, collecting', () => {
  it('never takes more than is due on both sides of the border together', () => {
    const proceeding = ofAward('BOTH')
    proceeding.does('enforcementOfficer', 'recordPayment', { amount: '8000000.00', venue: 'CN' })
    const step = { step: 'paid', stepOn: '2026-03-02' }
    expect(proceeding.refusal('clerk', 'recordHkStep', { ...step, amount: '4000000.01' })).toBe('withinDue')
    expect(proceeding.refusal('clerk', 'recordHkStep', step)).toBe('paymentNamed')
    expect(
      proceeding.refusal('enforcementOfficer', 'recordPayment', { amount: '4000000.01', venue: 'CN' }),
    ).toBe('withinDue')
    proceeding.does('clerk', 'recordHkStep', { step: 'leaveGranted', stepOn: '2026-03-02' })
    proceeding.does('clerk', 'recordHkStep', { ...step, amount: '3999999.99' })
    expect([proceeding.state, proceeding.facts.collected]).toEqual(['notified', '11999999.99'])
    proceeding.does('clerk', 'recordHkStep', { ...step, amount: '0.01' })
    expect([proceeding.state, proceeding.facts.collected]).toEqual(['completed', '12000000.00'])
  })

  it('counts what an earlier enforcement brought', () => {
    const facts = { ...award, recovered: { p1: 8_000_000_00 } }
    const proceeding = notified(facts, sought('cnAward', { venue: 'HK' }))
    expect(proceeding.fees).toMatchObject([{ minor: 42_400_00 }])
    const pay = { step: 'paid', stepOn: '2026-03-02' }
    expect(proceeding.refusal('clerk', 'recordHkStep', { ...pay, amount: '4000000.01' })).toBe('withinDue')
    proceeding.does('clerk', 'recordHkStep', { ...pay, amount: '4000000.00' })
    expect(proceeding.state).toBe('completed')
  })

  it('records nothing in Hong Kong that was not applied for there', () => {
    expect(ofAward().refusal('clerk', 'recordHkStep', { step: 'registered', stepOn: '2026-03-02' })).toBe(
      'hongKongVenue',
    )
  })

  it('serves each debtor once', () => {
    const proceeding = ofAward()
    const notice = { receivedOn: '2026-03-02' }
    expect(proceeding.refusal('enforcementOfficer', 'notify', { ...notice, party: 'p2' })).toBe(
      'debtorNotYetServed',
    )
    expect(proceeding.refusal('enforcementOfficer', 'notify', { ...notice, party: 'p1' })).toBe('namesDebtor')
    proceeding.does('enforcementOfficer', 'notify', { ...notice, party: 'p3' })
    expect(proceeding.due('nonEnforcement.apply', 'p3')).toBe('2026-03-17')
    expect(proceeding.due('enforcement.jurisdictionObjection', 'p3')).toBe('2026-03-12')
    const ofJudgment = notified(judgment, sought('judgment'), 'QIANHAI')
    expect(ofJudgment.due('nonEnforcement.apply', 'p2')).toBeUndefined()
  })

  it('waits while a settlement is performed, and goes on when it is not', () => {
    const proceeding = ofAward()
    const terms = 'Half now.'
    expect(proceeding.refusal('enforcementOfficer', 'settle', { terms, consents: ['p1', 'p2'] })).toBe(
      'allConsent',
    )
    proceeding.does('enforcementOfficer', 'settle', { terms, consents: ['p1', 'p2', 'p3'] })
    proceeding.until('2026-12-01')
    expect(proceeding.refusal('p2', 'breach')).toBe('isCreditor')
    proceeding.does('p1', 'breach')
    expect(proceeding.state).toBe('executing')
    expect(proceeding.due('enforcement.inactivity')).toBeDefined()
    proceeding.does('enforcementOfficer', 'takeMeasures', { measures: ['Account frozen'] })
    expect(proceeding.due('enforcement.inactivity')).toBeUndefined()
  })
})

describe('E12 to E17, objections', () => {
  it('sends it to another court where the debtor objects in time', () => {
    const proceeding = ofAward()
    expect(proceeding.refusal('judge', 'decideJurisdiction', { upheld: true })).toBe('jurisdictionObjected')
    expect(proceeding.refusal('p3', 'objectJurisdiction', { why: 'Elsewhere.' })).toBe('ownPeriodRuns')
    proceeding.does('p2', 'objectJurisdiction', { why: 'Elsewhere.' })
    expect(proceeding.state).toBe('notified')
    proceeding.does('judge', 'decideJurisdiction', { upheld: true })
    expect([proceeding.state, proceeding.facts.reason]).toEqual(['closedTransferred', 'jurisdiction'])
  })

  it('decides an objection in fifteen days, from whose service ten days run', () => {
    const proceeding = ofAward()
    const service = { party: 'p2', receivedOn: '2026-03-02', ruling: 'objection' }
    expect(proceeding.refusal('clerk', 'recordService', service)).toBe('rulingMade')
    proceeding.does('p2', 'objectEnforcement', { why: 'Sold too cheaply.' })
    expect(proceeding.due('enforcement.objection.decide')).toBe('2026-03-17')
    proceeding.does('judge', 'decideEnforcementObjection', { upheld: false })
    expect(proceeding.due('enforcement.objection.decide')).toBeUndefined()
    proceeding.does('clerk', 'recordService', service)
    expect(proceeding.refusal('clerk', 'recordService', service)).toBe('rulingNotYetServed')
    expect(proceeding.due('enforcement.reconsider', 'p2')).toBe('2026-03-12')
    expect(proceeding.refusal('p3', 'reconsider')).toBe('ownPeriodRuns')
    proceeding.does('p2', 'reconsider')
    expect(proceeding.due('enforcement.reconsider', 'p2')).toBeUndefined()
  })

  it('leads from an outsider’s objection to a suit', () => {
    const proceeding = ofAward()
    expect(proceeding.refusal('p2', 'thirdPartyObjection', { why: 'Mine.' })).toBe('role')
    proceeding.does('p5', 'thirdPartyObjection', { asset: 'Crane 4', why: 'Mine.' })
    expect(proceeding.due('enforcement.thirdParty.decide')).toBe('2026-03-17')
    proceeding.does('judge', 'decideThirdPartyObjection', { upheld: true })
    expect(proceeding.last.effects).toContainEqual({
      type: 'notify',
      notice: 'assetSuspended',
      to: 'enforcementOfficer',
    })
    proceeding.does('clerk', 'recordService', { party: 'p5', receivedOn: '2026-03-02', ruling: 'thirdParty' })
    expect(proceeding.due('enforcement.thirdParty.suit', 'p5')).toBe('2026-03-17')
    proceeding.does('p5', 'suitFiled')
    expect(proceeding.last.effects).toContainEqual({
      type: 'open',
      pathway: 'litigation',
      event: 'createDraft',
      data: {},
    })
  })
})

describe('E18 to E21, stays', () => {
  it('hears a debtor in its fifteen days, later only on what has just come to light', () => {
    const proceeding = ofAward()
    expect(proceeding.refusal('p1', 'applyNonEnforcement', { ground: 'procedure' })).toBe('debtorOrOutsider')
    proceeding.until('2026-03-18')
    expect(proceeding.refusal('p2', 'applyNonEnforcement', { ground: 'procedure' })).toBe(
      'nonEnforcementInTime',
    )
    const forged = { ground: 'forgedEvidence' }
    expect(proceeding.refusal('p2', 'applyNonEnforcement', { ...forged, learntOn: '2026-03-02' })).toBe(
      'nonEnforcementInTime',
    )
    proceeding.does('p2', 'applyNonEnforcement', { ...forged, learntOn: '2026-03-10' })
    expect(proceeding.state).toBe('notified')
    expect(proceeding.due('nonEnforcement.decide')).toBe('2026-05-18')
    const other = notified(judgment, sought('judgment'), 'QIANHAI')
    expect(other.refusal('p2', 'applyNonEnforcement', { ground: 'procedure' })).toBe('mainlandAward')
  })

  it('stays with security, and goes on with the days that were left', () => {
    const proceeding = ofAward()
    proceeding.does('p2', 'applyNonEnforcement', { ground: 'procedure', security: true })
    expect(proceeding.state).toBe('stayed')
    expect(proceeding.due('nonEnforcement.decide')).toBe('2026-05-06')
    proceeding.until('2026-04-02')
    proceeding.does('judge', 'decideNonEnforcement', { outcome: 'dismissed' })
    expect(proceeding.state).toBe('notified')
    expect(proceeding.due('enforcement.inactivity')).toBe('2026-10-08')
  })

  it.each([
    [true, 'procedure', 'SPC', 'HIGH_COURT'],
    [false, 'procedure', 'HIGH_COURT', 'SPC'],
    [false, 'publicInterest', 'SPC', 'HIGH_COURT'],
  ])(
    'reports before it turns an award down: foreign-related %s, %s',
    (foreignRelated, ground, level, wrong) => {
      const proceeding = notified({ ...award, foreignRelated }, sought('cnAward'))
      proceeding.does('p2', 'applyNonEnforcement', { ground })
      for (const data of [{}, { reportAndVerify: wrong }])
        expect(proceeding.refusal('judge', 'decideNonEnforcement', { outcome: 'upheld', ...data })).toBe(
          'reportedAndVerified',
        )
      proceeding.does('judge', 'decideNonEnforcement', { outcome: 'upheld', reportAndVerify: level })
      expect([proceeding.state, proceeding.facts.reason]).toEqual(['refused', 'nonEnforcement'])
    },
  )

  it('is stayed while the award is challenged; dismissed, fifteen days start again for who had them', () => {
    const proceeding = ofAward()
    proceeding.until('2026-03-10')
    proceeding.does('system', 'setAsideApplied')
    expect(proceeding.state).toBe('stayed')
    proceeding.until('2026-05-11')
    proceeding.does('system', 'setAsideResolved', { outcome: 'dismissed' })
    expect(proceeding.state).toBe('notified')
    expect(proceeding.due('nonEnforcement.apply', 'p2')).toBe('2026-05-26')
  })

  it('keeps the days that were left when the challenge is withdrawn, and ends when the award falls', () => {
    const withdrawn = ofAward()
    withdrawn.until('2026-03-10')
    withdrawn.does('system', 'setAsideApplied')
    withdrawn.until('2026-05-11')
    withdrawn.does('system', 'setAsideResolved', { outcome: 'withdrawn' })
    expect(withdrawn.due('nonEnforcement.apply', 'p2')).toBe('2026-05-18')

    const fallen = ofAward()
    fallen.does('system', 'setAsideApplied')
    fallen.does('system', 'setAsideResolved', { outcome: 'setAside' })
    expect([fallen.state, fallen.facts.reason]).toEqual(['terminated', 'setAside'])
  })

  it('stays stayed by the challenge, whatever becomes of the other application', () => {
    const proceeding = ofAward()
    proceeding.does('p2', 'applyNonEnforcement', { ground: 'procedure' })
    proceeding.does('system', 'setAsideApplied')
    proceeding.does('judge', 'decideNonEnforcement', { outcome: 'dismissed' })
    expect(proceeding.state).toBe('stayed')
    proceeding.does('system', 'setAsideResolved', { outcome: 'withdrawn' })
    expect(proceeding.state).toBe('notified')
  })
})

describe('E22 to E28, interruptions and ends', () => {
  it('suspends and resumes, leaving a settlement’s period as it stood', () => {
    const proceeding = ofAward()
    proceeding.does('enforcementOfficer', 'settle', { terms: 'Half now.', consents: ['p1', 'p2', 'p3'] })
    proceeding.does('judge', 'suspend', { ground: 'Insolvency.' })
    proceeding.until('2026-11-02')
    proceeding.does('enforcementOfficer', 'resume')
    expect(proceeding.state).toBe('settledExec')
    expect(proceeding.saved.context.clocks['enforcement.inactivity']).toEqual({ '': 'paused' })
  })

  it('ends a round without assets, and goes on at any time', () => {
    const proceeding = ofAward()
    proceeding.does('enforcementOfficer', 'takeMeasures', { measures: ['Search'] })
    proceeding.does('enforcementOfficer', 'endRound')
    expect(proceeding.state).toBe('terminatedThisRound')
    proceeding.until('2033-05-09')
    proceeding.does('p1', 'resumeExecution', { assets: 'A ship in Yantian.' })
    expect(proceeding.state).toBe('executing')
    expect(proceeding.due('enforcement.inactivity')).toBe('2033-11-09')
  })

  it('is the creditor’s to withdraw, the judge’s to terminate', () => {
    const proceeding = ofAward()
    expect(proceeding.refusal('p2', 'withdraw')).toBe('isCreditor')
    proceeding.agent = { specialAuthority: false }
    expect(proceeding.refusal('p1', 'withdraw')).toBe('specialAuthority')
    proceeding.agent = { specialAuthority: true }
    proceeding.does('p1', 'withdraw')
    expect([proceeding.state, proceeding.facts.reason]).toEqual(['terminated', 'withdrawn'])

    const ended = ofAward()
    ended.does('judge', 'terminate', { ground: 'The debtor died without assets.' })
    expect(ended.facts.reason).toBe('cpl268')
    const revoked = ofAward()
    revoked.does('system', 'instrumentRevoked')
    expect(revoked.facts.reason).toBe('revoked')
  })
})
