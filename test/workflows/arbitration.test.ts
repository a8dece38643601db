import { describe, expect, it } from 'vitest'
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
  serve,
  served,
  submitted,
} from '../support/arbitration.ts'
import { partyOf } from '../support/contexts.ts'

const twoRespondents = {
  parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p3', 'respondent')],
}
const twoClaimants = {
  parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p3', 'claimant')],
}
const withOutsider = {
  parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p3', 'thirdParty')],
}

describe('the request', () => {
  it('asks the fees of SCIA and gives it five days to accept', () => {
    const now = submitted()
    expect(now.state).toBe('submitted')
    expect(now.due('arb.accept')).toBe('2026-03-09')
    expect(now.facts).toMatchObject({
      institution: 'SCIA',
      seat: 'SHENZHEN',
      supervisoryCourt: 'SHENZHEN_INTERMEDIATE',
    })
    expect(now.fees.map(({ kind, minor, payer }) => [kind, minor, payer])).toEqual([
      ['scia.filing', 10_000_00, 'p1'],
      ['scia.international', 85_000_00, 'p1'],
    ])
    expect(now.facts.findings?.arbitrationClause).toMatchObject({ verdict: 'supported' })
    expect(now.last.effects).toContainEqual({
      type: 'tell',
      to: 'interimMeasures',
      event: 'parentFiled',
      data: {},
    })
  })

  it('has no period for acceptance in Hong Kong, and the High Court over it', () => {
    const now = submitted(clauses.hkiac, { claim: { minor: 10_000_000_00, currency: 'HKD' } })
    expect(now.due('arb.accept')).toBeUndefined()
    expect(now.facts).toMatchObject({ seat: 'HONG_KONG', supervisoryCourt: 'HK_CFI' })
    expect(now.fees.map(({ kind, minor }) => [kind, minor])).toEqual([
      ['hkiac.registration', 8_000_00],
      ['hkiac.admin', 84_100_00],
    ])
  })

  it('takes the seat from the rules of the institution where the clause names none', () => {
    expect(submitted({ ...clauses.scia, seat: undefined }).facts.seat).toBe('SHENZHEN')
    expect(submitted({ ...clauses.hkiac, seat: null }).facts.seat).toBe('HONG_KONG')
    expect(submitted({ ...clauses.scia, institution: 'DIAC', seat: 'DUBAI' }).facts).toMatchObject({
      institution: 'other',
      seat: 'other',
      supervisoryCourt: 'other',
    })
  })

  it('is not taken by an institution that says why', () => {
    const now = submitted()
    now.does('tribunalSecretary', 'reject', { ground: 'Another institution is named.' })
    expect(now.state).toBe('rejected')
    expect(now.due('arb.accept')).toBeUndefined()
  })

  it.each([
    ['10,000,000.00', 10_000_000_00, 'expedited'],
    ['a cent more', 10_000_000_01, 'ordinary'],
  ])('is heard by SCIA, at %s, in the procedure that the sum gives', (_, minor, procedure) => {
    const now = accepted(clauses.scia, { claim: { minor, currency: 'CNY' } })
    expect(now.facts.procedure).toBe(procedure)
  })

  it('is heard in the ordinary procedure under the UNCITRAL Rules, in the expedited one where agreed', () => {
    expect(accepted(clauses.sciaUncitral).facts.procedure).toBe('ordinary')
    expect(accepted({ ...clauses.hkiac, rules: 'HKIAC, expedited procedure' }).facts.procedure).toBe(
      'expedited',
    )
  })
})

describe('the response', () => {
  it('runs for each respondent from its own receipt, by its own calendar', () => {
    const now = accepted()
    now.until('2026-03-04')
    serve(now, 'p2')
    expect(now.state).toBe('responsePeriod')
    expect(now.due('arb.response.30d', 'p2')).toBe('2026-04-08')
  })

  it('moves on only when the last respondent has answered or let its period pass', () => {
    const now = accepted(clauses.scia, twoRespondents)
    serve(now, 'p2')
    now.does('p2', 'respond')
    expect(now.state).toBe('responsePeriod')
    now.until('2026-03-10')
    serve(now, 'p3')
    now.until('2026-04-09')
    expect(now.state).toBe('responsePeriod')
    now.until('2026-04-10')
    expect(now.state).toBe('constituting')
    expect(now.due('arb.nomination')).toBe('2026-04-27')
  })

  it('is taken late, and marked late', () => {
    const now = served()
    now.until('2026-05-01')
    expect(now.state).toBe('constituting')
    expect(now.does('p2', 'respond').late).toBe(true)
  })

  it('starts without an institution when the claimant itself serves', () => {
    const now = submitted(clauses.adHocShenzhen)
    now.does('p1', 'serveNotice', { party: 'p2', receivedOn: '2026-03-02' })
    expect(now.state).toBe('responsePeriod')
  })

  it('may bring a counterclaim, whose fee the respondent owes and whose answer has thirty days', () => {
    const now = served()
    now.does('p2', 'counterclaim', { amount: '1,000,000.00', relief: 'Damages' })
    expect(now.fees.at(-1)).toMatchObject({
      kind: 'scia.international',
      stage: 'counterclaim',
      payer: 'p2',
      minor: 35_000_00,
    })
    expect(now.due('arb.counterclaim.answer')).toBe('2026-04-01')
    now.does('p1', 'answerCounterclaim')
    expect(now.due('arb.counterclaim.answer')).toBeUndefined()
  })

  it('lets the answer to a counterclaim come late', () => {
    const now = served()
    now.does('p2', 'counterclaim', { amount: '1000000.00', relief: 'Damages' })
    now.until('2026-04-02')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'arb.counterclaim.answer.lapsed',
      role: 'tribunalSecretary',
    })
    expect(now.does('p1', 'answerCounterclaim').late).toBe(true)
  })
})

describe('a changed claim', () => {
  it('owes the fee of the difference and leaves the expedited procedure above the threshold', () => {
    const now = accepted()
    now.does('p1', 'amendClaim', { amount: '12000000.00' })
    expect(now.fees.at(-1)).toMatchObject({ kind: 'scia.international', stage: 'topUp', minor: 145_000_00 })
    expect(now.facts.procedure).toBe('ordinary')
    expect(now.saved.context.claim.minor).toBe(12_000_000_00)
  })

  it('owes nothing more when it shrinks or only the relief changes', () => {
    const now = accepted()
    now.does('p1', 'amendClaim', { amount: '2000000.00' })
    now.does('p1', 'amendClaim', { relief: 'Specific performance' })
    expect(now.fees).toHaveLength(2)
    expect(now.facts.procedure).toBe('expedited')
  })

  it('needs the leave of the tribunal once there is one', () => {
    const now = constituted()
    expect(now.refusal('p1', 'amendClaim', {})).toBe('role')
    now.does('arbitrator', 'amendClaim', { amount: '4000000.00' })
    expect(now.fees.at(-1)).toMatchObject({ stage: 'topUp', payer: 'p1' })
  })
})

describe('a newcomer', () => {
  it('joins as a respondent, is served without another step and holds nothing up', () => {
    const now = constituting(clauses.scia, withOutsider)
    now.does('tribunalSecretary', 'joinParty', { partyId: 'p3' })
    expect(now.state).toBe('constituting')
    expect(now.due('arb.response.30d', 'p3')).toBe('2026-04-01')
    expect(now.last.effects).toContainEqual({ type: 'joinParty', party: 'p3', as: 'respondent' })
    expect(now.does('p3', 'respond').late).toBe(false)
  })

  it('joins before a sitting tribunal by its leave', () => {
    const now = constituted(clauses.scia, withOutsider)
    now.does('arbitrator', 'joinParty', { partyId: 'p3' })
    expect(now.saved.context.parties.find(({ id }) => id === 'p3')).toMatchObject({
      side: 'respondent',
      out: false,
    })
  })
})

describe('jurisdiction', () => {
  it('ends the case when the institution finds none', () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'institution' })
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'jurisdiction.decide',
      role: 'tribunalSecretary',
    })
    now.does('tribunalSecretary', 'decideJurisdiction', { outcome: 'upheld' })
    expect(now.state).toBe('terminated')
    expect(now.facts.reason).toBe('noJurisdiction')
  })

  it('is for the court alone once it is seised, which reports before it says no', () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'No agreement', forum: 'court' })
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'judge', person: null })
    expect(now.refusal('tribunalSecretary', 'decideJurisdiction', { outcome: 'dismissed' })).toBe(
      'courtNotSeised',
    )
    now.does('judge', 'decideJurisdiction', { outcome: 'upheld' })
    expect(now.state).toBe('terminated')
    expect(now.last.effects).toContainEqual({ type: 'openTask', kind: 'report.verify', role: 'judge' })
  })

  it('goes on where the objection fails', () => {
    const now = accepted()
    now.does('p2', 'challengeJurisdiction', { ground: 'Beyond the clause', forum: 'court' })
    now.does('judge', 'decideJurisdiction', { outcome: 'dismissed' })
    expect(now.state).toBe('accepted')
    expect(now.facts.courtSeised).toBe(false)
  })
})

describe('the tribunal', () => {
  it('is named by each party in turn, and completed for them', () => {
    const now = constituting(clauses.hkiac)
    now.does('p1', 'nominate', { arbitrators: ['a1'] })
    now.does('p2', 'nominate', { arbitrators: ['a2'] })
    expect(now.due('arb.nomination')).toBe('2026-03-17')
    now.does('tribunalSecretary', 'appointDefault', { arbitrators: ['a3'] })
    expect(now.due('arb.nomination')).toBeUndefined()
    expect(now.facts.arbitrators).toEqual(['a1', 'a2', 'a3'])
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'arbitrator', person: 'a3' })
  })

  it('is one person in the expedited procedure', () => {
    const now = constituting()
    now.does('tribunalSecretary', 'appointDefault', { arbitrators: ['a1'] })
    expect(now.due('arb.nomination')).toBeUndefined()
    now.does('arbitrator', 'constitute')
    expect(now.state).toBe('constituted')
  })

  it('opens a task when the parties name nobody in time', () => {
    const now = constituting()
    now.until('2026-03-18')
    expect(now.state).toBe('constituting')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'arb.nomination.lapsed',
      role: 'tribunalSecretary',
    })
  })

  it.each([
    ['expedited at SCIA', clauses.scia, 3_000_000_00, 'arb.award.scia.expedited.foreign', '2026-06-02'],
    ['ordinary at SCIA', clauses.scia, 30_000_000_00, 'arb.award.scia.foreign', '2026-09-02'],
  ] as const)('has its time for the award, %s', (_, contract, minor, rule, due) => {
    expect(constituted(contract, { claim: { minor, currency: 'CNY' } }).due(rule)).toBe(due)
  })

  it('has no time fixed for the award where no rules count it from the tribunal', () => {
    for (const contract of [clauses.sciaUncitral, clauses.hkiac, clauses.adHocHongKong]) {
      const rules = Object.keys(constituted(contract).saved.context.clocks)
      expect(rules.filter(rule => rule.startsWith('arb.award'))).toEqual([])
    }
  })

  it('is extended its time while that runs', () => {
    const now = constituted()
    now.does('tribunalSecretary', 'extendAward', { dueOn: '2026-07-31' })
    expect(now.due('arb.award.scia.expedited.foreign')).toBe('2026-07-31')
  })

  it('tells SCIA that the time for the award is over, and may still make it', () => {
    const now = drafting()
    now.until('2026-06-03')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'arb.award.scia.expedited.foreign.lapsed',
      role: 'tribunalSecretary',
    })
    expect(now.does('arbitrator', 'issueAward', { kind: 'final' }).late).toBe(true)
    expect(now.state).toBe('awardIssued')
  })

  it('loses a challenged arbitrator, waits, and takes up the time it had left', () => {
    const now = heard()
    now.does('p2', 'challengeArbitrator', { arbitrator: 'a1', why: 'A cousin', learntOn: '2026-03-02' })
    expect(now.refusal('arbitrator', 'closeProceedings')).toBe('noOpenChallenge')
    now.does('tribunalSecretary', 'decideChallenge', { outcome: 'upheld' })
    expect(now.state).toBe('constituting')
    expect(now.facts.arbitrators).toEqual(['a2', 'a3'])
    expect(now.last.effects).toContainEqual({ type: 'dismiss', role: 'arbitrator', person: 'a1' })
    expect(now.due('arb.nomination')).toBe('2026-03-17')
    now.until('2026-03-12')
    now.does('p2', 'nominate', { arbitrators: ['a4'] })
    now.does('tribunalSecretary', 'constitute')
    expect(now.due('arb.award.scia.expedited.foreign')).toBe('2026-06-12')
  })

  it('keeps an arbitrator challenged in vain, and decides in Hong Kong by the court too', () => {
    const now = constituted(clauses.hkiac)
    now.does('p1', 'challengeArbitrator', { arbitrator: 'a1', why: 'A former partner' })
    now.does('judge', 'decideChallenge', { outcome: 'dismissed' })
    expect(now.state).toBe('constituted')
    expect(now.facts.arbitrators).toContain('a1')
  })

  it('replaces one who can no longer act', () => {
    const now = drafting(clauses.hkiac)
    expect(now.due('arb.award.hkiac.closing')).toBe('2026-06-02')
    now.does('tribunalSecretary', 'replaceArbitrator', { arbitrator: 'a2', why: 'Ill' })
    expect(now.state).toBe('constituting')
    expect(now.due('arb.award.hkiac.closing')).toBeUndefined()
  })

  it('discloses without the case standing still', () => {
    const now = constituting()
    now.does('arbitrator', 'disclose', { circumstance: 'A talk for a party in 2019' })
    expect(now.state).toBe('constituting')
  })
})

describe('an ad hoc tribunal in Shenzhen', () => {
  it('is filed within three working days, and late with a red flag', () => {
    const now = constituted(clauses.adHocShenzhen)
    expect(now.due('adhoc.filing')).toBe('2026-03-05')
    now.until('2026-03-06')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'adhoc.filing.lapsed',
      role: 'arbitrator',
    })
    expect(now.does('arbitrator', 'fileAdHoc').late).toBe(true)
    expect(now.facts.adHocFiledOn).toBe('2026-03-06')
  })

  it('is not asked again when it is made up afresh', () => {
    const now = constituted(clauses.adHocShenzhen)
    now.does('tribunalSecretary', 'fileAdHoc')
    now.does('tribunalSecretary', 'replaceArbitrator', { arbitrator: 'a2', why: 'Ill' })
    now.does('tribunalSecretary', 'appointDefault', { arbitrators: ['a4'] })
    now.does('tribunalSecretary', 'constitute')
    expect(now.due('adhoc.filing')).toBeUndefined()
  })

  it('has nothing to file in Hong Kong', () => {
    expect(constituted(clauses.adHocHongKong).due('adhoc.filing')).toBeUndefined()
  })
})

describe('an open seat', () => {
  it('is fixed by the tribunal, and with it the court', () => {
    const now = constituted(clauses.adHocNowhere)
    expect(now.facts.seat).toBeUndefined()
    now.does('arbitrator', 'determineSeat', { seat: 'SHENZHEN' })
    expect(now.facts).toMatchObject({ seat: 'SHENZHEN', supervisoryCourt: 'SHENZHEN_INTERMEDIATE' })
  })

  it('of SCIA under the UNCITRAL Rules is Hong Kong until the tribunal says otherwise', () => {
    expect(received(clauses.sciaUncitral).due('setaside.HK', 'p1')).toBe('2026-06-10')
  })
})

describe('mediation within the arbitration', () => {
  it('is opened beside it with the consents, and everything stands still', () => {
    const now = constituted()
    now.does('arbitrator', 'mediate', { consents: both })
    expect(now.state).toBe('stayedForMediation')
    expect(now.last.effects).toContainEqual({
      type: 'open',
      pathway: 'mediation',
      event: 'propose',
      data: { kind: 'institutional', consents: both },
    })
    expect(now.refusal('arbitrator', 'endMediation')).toBe('noOpenMediation')
    now.until('2026-03-16')
    now.does('system', 'mediationFailed', { reason: 'noAgreement' })
    expect(now.state).toBe('constituted')
    expect(now.due('arb.award.scia.expedited.foreign')).toBe('2026-06-16')
  })

  it('returns to the hearing it came from', () => {
    const now = heard()
    now.does('arbitrator', 'mediate', { consents: both })
    now.does('system', 'mediationFailed', {})
    expect(now.state).toBe('hearing')
    expect(now.saved.context.returnTo).toEqual([])
  })

  it('by the arbitrator in Hong Kong resumes only after the disclosure to all', () => {
    const now = heard(clauses.hkiac)
    now.does('arbitrator', 'mediate', { consents: both, arbitratorMediates: true })
    expect(now.last.effects.filter(({ type }) => type === 'open')).toEqual([])
    expect(now.refusal('p2', 'withdrawConsent')).toBe('materialInfoDisclosed')
    now.does('arbitrator', 'discloseMaterialInfo', { summary: 'What p2 said about its stock' })
    now.does('p2', 'withdrawConsent')
    expect(now.state).toBe('hearing')
  })

  it('by the arbitrator needs a disclosure of its own each time', () => {
    const now = heard(clauses.hkiac)
    const consents = { consents: both, arbitratorMediates: true }
    now.does('arbitrator', 'mediate', consents)
    now.does('arbitrator', 'discloseMaterialInfo', { summary: 'Nothing material' })
    now.does('arbitrator', 'endMediation')
    now.does('arbitrator', 'mediate', consents)
    expect(now.refusal('arbitrator', 'endMediation')).toBe('materialInfoDisclosed')
  })

  it('by the arbitrator in Shenzhen ends without a disclosure', () => {
    const now = heard()
    now.does('arbitrator', 'mediate', { consents: both, arbitratorMediates: true })
    now.does('arbitrator', 'endMediation')
    expect(now.state).toBe('hearing')
  })

  it('that succeeds becomes an award by consent', () => {
    const now = constituted()
    now.does('arbitrator', 'mediate', { consents: both })
    now.until('2026-03-09')
    now.does('system', 'mediationSucceeded')
    expect(now.state).toBe('settled')
    expect(now.due('arb.award.scia.expedited.foreign')).toBe('2026-06-09')
    now.does('arbitrator', 'issueAward', { kind: 'consent', performBy: '2026-09-30' })
    expect(now.state).toBe('awardIssued')
    expect(now.facts).toMatchObject({ awardKind: 'consent', performBy: '2026-09-30' })
    expect(now.due('enforcement.apply')).toBe('2028-10-02')
  })
})

describe('a settlement', () => {
  const settled = (contract = clauses.scia) => {
    const now = heard(contract)
    now.does('arbitrator', 'settle', { terms: 'Two thirds by June', consents: both })
    return now
  }

  it('becomes a statement that binds when the last has signed for it', () => {
    const now = settled()
    now.does('arbitrator', 'issueStatement')
    now.until('2026-03-05')
    now.does('p1', 'signReceipt')
    expect(now.state).toBe('statementDrafted')
    now.until('2026-03-09')
    now.does('p2', 'signReceipt')
    expect(now.state).toBe('closedStatement')
    expect(now.facts).toMatchObject({
      reason: 'settled',
      effectiveOn: '2026-03-09',
      disposedOn: '2026-03-09',
    })
    expect(now.due('enforcement.apply')).toBe('2028-03-09')
  })

  it('may be gone back on before signing, and the award follows', () => {
    const now = settled()
    now.does('arbitrator', 'issueStatement')
    now.does('p1', 'signReceipt')
    expect(now.refusal('p1', 'repudiate')).toBe('ownReceiptNotYetSigned')
    now.does('p2', 'repudiate')
    expect(now.state).toBe('awardDrafting')
  })

  it('is no statement in Hong Kong', () => {
    expect(settled(clauses.hkiac).refusal('arbitrator', 'issueStatement')).toBe('mainlandSeat')
  })

  it('made while the tribunal mediates lets the periods run on', () => {
    const now = heard()
    now.does('arbitrator', 'mediate', { consents: both, arbitratorMediates: true })
    now.does('arbitrator', 'settle', { terms: 'Half each', consents: both })
    now.does('arbitrator', 'issueStatement')
    now.does('p1', 'repudiate')
    expect(now.due('arb.award.scia.expedited.foreign')).toBe('2026-06-02')
  })
})

describe('the hearing', () => {
  it('leaves the absence of the claimant to the tribunal', () => {
    const now = constituted()
    now.does('arbitrator', 'holdHearing', { present: ['p2'] })
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'arbAbsence.decide',
      role: 'arbitrator',
    })
    now.does('arbitrator', 'deemWithdrawn', { ground: 'absent' })
    expect(now.state).toBe('closedWithdrawn')
    expect(now.facts.reason).toBe('absent')
  })

  it('forgives an absence at an earlier hearing', () => {
    const now = constituted()
    now.does('arbitrator', 'holdHearing', { present: ['p2'] })
    now.does('arbitrator', 'holdHearing', { present: both })
    expect(now.last.effects).toContainEqual({ type: 'closeTask', kind: 'arbAbsence.decide' })
    expect(now.refusal('arbitrator', 'deemWithdrawn', { ground: 'absent' })).toBe('claimantWasAbsent')
  })

  it('goes on with a counterclaim though the claim is treated as withdrawn', () => {
    const now = constituted()
    now.does('p2', 'counterclaim', { amount: '500000.00', relief: 'Damages' })
    now.does('arbitrator', 'holdHearing', { present: ['p2'] })
    now.does('arbitrator', 'deemWithdrawn', { ground: 'absent' })
    expect(now.state).toBe('hearing')
    expect(now.saved.context.parties.every(({ out }) => !out)).toBe(true)
  })

  it('goes on in default of the respondent', () => {
    const now = constituted()
    now.does('arbitrator', 'holdHearing', { present: ['p1'] })
    expect(now.facts.default).toBe(true)
    now.does('arbitrator', 'closeProceedings')
    now.does('arbitrator', 'issueAward', { kind: 'default' })
    expect(now.facts.awardKind).toBe('default')
  })

  it('is on documents alone where all agree or the procedure is expedited', () => {
    const ordinary = constituted(clauses.hkiac)
    expect(ordinary.refusal('arbitrator', 'documentsOnly', { consents: ['p1'] })).toBe(
      'allConsentOrExpedited',
    )
    ordinary.does('arbitrator', 'documentsOnly', { consents: both })
    expect(ordinary.state).toBe('hearing')
    const expedited = constituted()
    expedited.does('arbitrator', 'documentsOnly')
    expect(expedited.state).toBe('hearing')
  })

  it('adjourns, and opens again after the close', () => {
    const now = drafting(clauses.hkiac)
    now.does('arbitrator', 'reopenProceedings')
    expect(now.due('arb.award.hkiac.closing')).toBeUndefined()
    now.does('arbitrator', 'adjourn')
    expect(now.state).toBe('hearing')
  })

  it('may decide a part and go on', () => {
    const now = heard()
    now.does('arbitrator', 'issueAward', { kind: 'partial' })
    expect(now.state).toBe('hearing')
    now.does('arbitrator', 'closeProceedings')
    now.does('arbitrator', 'issueAward', { kind: 'partial' })
    expect(now.state).toBe('awardDrafting')
  })
})

describe('the award', () => {
  it('may be enforced within two years of the day to perform by', () => {
    const now = drafting()
    now.does('arbitrator', 'issueAward', { kind: 'final', performBy: '2026-04-30' })
    expect(now.due('enforcement.apply')).toBe('2028-05-01')
    expect(now.facts).toMatchObject({
      awardKind: 'final',
      disposedOn: '2026-03-02',
      effectiveOn: '2026-03-02',
    })
    expect(now.due('arb.award.scia.expedited.foreign')).toBeUndefined()
  })

  it.each([
    ['2026-02-28', 'setaside.CN.2017law', '2026-08-28'],
    ['2026-03-01', 'setaside.CN.2025law', '2026-06-01'],
  ] as const)('received on %s in Shenzhen may be set aside under %s', (on, rule, due) => {
    const now = awarded()
    now.until('2026-03-02')
    now.does('tribunalSecretary', 'recordService', { party: 'p1', receivedOn: on })
    expect(now.due(rule, 'p1')).toBe(due)
    expect(now.due(rule, 'p2')).toBeUndefined()
  })

  it('has other days in Hong Kong', () => {
    const now = received(clauses.hkiac, '2026-07-03')
    expect(now.due('setaside.HK', 'p1')).toBe('2026-10-05')
    expect(now.due('award.correction.HK', 'p1')).toBe('2026-08-03')
  })

  it('is final when the last period of the last party is over', () => {
    const now = awarded()
    now.does('tribunalSecretary', 'recordService', { party: 'p1', receivedOn: '2026-03-02' })
    now.until('2026-03-20')
    now.does('tribunalSecretary', 'recordService', { party: 'p2', receivedOn: '2026-03-20' })
    now.until('2026-06-20')
    expect(now.state).toBe('awardIssued')
    now.until('2026-06-24')
    expect(now.state).toBe('awardFinal')
    expect(now.due('enforcement.apply')).toBe('2028-03-02')
  })

  it('waits for a correction that was asked for in time', () => {
    const now = received()
    now.does('p1', 'requestCorrection', { request: 'A sum in paragraph 12' })
    now.until('2026-07-01')
    expect(now.state).toBe('awardIssued')
    now.does('arbitrator', 'issueCorrection')
    expect(now.state).toBe('awardFinal')
  })

  it('gives who asked for a correction in Hong Kong three months from the answer', () => {
    const now = received(clauses.hkiac)
    now.does('p1', 'requestCorrection', { request: 'A sum in paragraph 12' })
    now.until('2026-07-02')
    now.does('arbitrator', 'refuseCorrection')
    expect(now.last.late).toBe(false)
    expect(now.state).toBe('awardIssued')
    expect(now.due('setaside.HK', 'p1')).toBe('2026-10-02')
    now.until('2026-10-03')
    expect(now.state).toBe('awardFinal')
  })

  it('may be corrected of the tribunal’s own motion for thirty days', () => {
    const now = awarded()
    now.until('2026-04-01')
    now.does('arbitrator', 'issueCorrection')
    expect(now.state).toBe('awardIssued')
    now.until('2026-04-02')
    expect(now.refusal('arbitrator', 'issueCorrection')).toBe('correctionAskedOrInTime')
  })

  it('becomes final under another place’s law when the time for corrections is over', () => {
    const now = received({ ...clauses.hkiac, institution: 'SIAC', seat: 'SINGAPORE' })
    now.until('2026-04-10')
    expect(now.state).toBe('awardFinal')
  })
})

describe('setting aside', () => {
  const contested = (contract = clauses.scia) => {
    const now = received(contract)
    now.does('p2', 'applySetAside', { ground: 'procedure' })
    return now
  }

  it('goes to the judge of the seat, who has two months in Shenzhen', () => {
    const now = contested()
    expect(now.state).toBe('setasidePending')
    expect(now.due('setaside.decide')).toBe('2026-05-11')
    expect(now.due('setaside.CN.2025law', 'p2')).toBeUndefined()
    expect(now.fees.at(-1)).toMatchObject({ kind: 'court.setAside', minor: 400_00, payer: 'p2' })
    expect(now.last.effects).toContainEqual({
      type: 'tell',
      to: 'enforcement',
      event: 'setAsideApplied',
      data: {},
    })
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'judge', person: null })
  })

  it('has neither that fee nor that time in Hong Kong', () => {
    const now = contested(clauses.hkiac)
    expect(now.due('setaside.decide')).toBeUndefined()
    expect(now.fees.map(({ kind }) => kind)).not.toContain('court.setAside')
  })

  it('needs a ground that the law of the seat knows', () => {
    const domestic = received(clauses.scia, undefined, { facts: { foreignRelated: false } })
    domestic.does('p2', 'applySetAside', { ground: 'forgedEvidence' })
    expect(domestic.state).toBe('setasidePending')
    expect(received().refusal('p2', 'applySetAside', { ground: 'forgedEvidence' })).toBe('groundOfSeat')
    expect(received(clauses.hkiac).refusal('p2', 'applySetAside', { ground: 'publicInterest' })).toBe(
      'groundOfSeat',
    )
  })

  it('dismissed leaves the other party its own period', () => {
    const now = contested()
    now.does('judge', 'decideSetAside', { outcome: 'dismissed' })
    expect(now.state).toBe('awardIssued')
    expect(now.last.effects).toContainEqual({
      type: 'tell',
      to: 'enforcement',
      event: 'setAsideResolved',
      data: { outcome: 'dismissed' },
    })
    now.does('p1', 'applySetAside', { ground: 'beyondScope' })
    expect(now.state).toBe('setasidePending')
  })

  it('dismissed after every period makes the award final', () => {
    const now = contested()
    now.until('2026-07-01')
    expect(now.state).toBe('setasidePending')
    now.does('judge', 'decideSetAside', { outcome: 'dismissed' })
    expect(now.state).toBe('awardFinal')
  })

  it('opens a task when the two months are over', () => {
    const now = contested()
    now.until('2026-05-12')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'setaside.decide.lapsed',
      role: 'judge',
    })
  })

  it.each([
    ['foreign-related', true, 'procedure', 'HIGH_COURT', 'SPC'],
    ['domestic', false, 'procedure', undefined, 'HIGH_COURT'],
    ['domestic, in the public interest', false, 'publicInterest', 'HIGH_COURT', 'SPC'],
  ])('a %s award needs the agreement of the right court above', (_, foreignRelated, ground, wrong, right) => {
    const now = received(clauses.scia, undefined, { facts: { foreignRelated } })
    now.does('p2', 'applySetAside', { ground })
    const outcome = { outcome: 'setAside' }
    expect(
      now.refusal('judge', 'decideSetAside', { ...outcome, ...(wrong && { reportAndVerify: wrong }) }),
    ).toBe('reportedAndVerified')
    now.does('judge', 'decideSetAside', { ...outcome, reportAndVerify: right })
    expect(now.state).toBe('setAside')
    expect(now.due('enforcement.apply')).toBeUndefined()
  })

  it('needs nobody’s agreement in Hong Kong', () => {
    const now = contested(clauses.hkiac)
    now.does('judge', 'decideSetAside', { outcome: 'setAside' })
    expect(now.state).toBe('setAside')
  })

  it('withdrawn by one of two leaves the other pending', () => {
    const now = contested()
    now.does('p1', 'applySetAside', { ground: 'noAgreement' })
    now.does('p2', 'withdrawApplication')
    expect(now.state).toBe('setasidePending')
    now.does('p1', 'withdrawApplication')
    expect(now.state).toBe('awardIssued')
    now.until('2026-04-10')
    expect(now.state).toBe('awardFinal')
  })

  it('sent back gives a new award with periods of its own', () => {
    const now = contested()
    now.until('2026-07-01')
    now.does('judge', 'decideSetAside', { outcome: 'remitted' })
    expect(now.state).toBe('remitted')
    now.does('arbitrator', 'newAward')
    expect(now.state).toBe('awardIssued')
    expect(now.due('enforcement.apply')).toBe('2028-07-03')
    now.until('2026-07-06')
    const service = now.does('tribunalSecretary', 'recordService', { party: 'p2', receivedOn: '2026-07-06' })
    expect(service.late).toBe(false)
    expect(now.due('setaside.CN.2025law', 'p2')).toBe('2026-10-08')
  })

  it('sent back in vain comes before the judge again', () => {
    const now = contested()
    now.does('judge', 'decideSetAside', { outcome: 'remitted' })
    now.until('2026-04-01')
    now.does('arbitrator', 'tribunalDeclines')
    expect(now.state).toBe('setasidePending')
    expect(now.due('setaside.decide')).toBe('2026-06-01')
  })

  it('hears a correction meanwhile', () => {
    const now = contested()
    now.does('p1', 'requestCorrection', { request: 'A name' })
    now.does('arbitrator', 'issueCorrection')
    expect(now.state).toBe('setasidePending')
  })
})

describe('the emergency arbitrator', () => {
  it('of SCIA is appointed in two days and decides in fourteen', () => {
    const now = accepted()
    now.does('p1', 'applyEmergencyArbitrator', { measure: 'Freeze the stock' })
    expect(now.due('ea.scia.appoint')).toBe('2026-03-04')
    expect(now.fees.at(-1)).toMatchObject({ kind: 'scia.emergency', minor: 10_000_00 })
    now.does('tribunalSecretary', 'appointEmergencyArbitrator', { arbitrator: 'e1' })
    expect(now.due('ea.scia.appoint')).toBeUndefined()
    expect(now.due('ea.scia.decide')).toBe('2026-03-16')
    now.does('arbitrator', 'decideEmergency', { granted: true })
    expect(now.facts.emergencyArbitrator).toBe('decided')
    expect(now.last.effects).toContainEqual({ type: 'dismiss', role: 'arbitrator', person: 'e1' })
  })

  it('of HKIAC comes before the request, which must follow in seven days', () => {
    const now = drafted(clauses.hkiac)
    now.does('p1', 'applyEmergencyArbitrator', { measure: 'Freeze the stock' })
    expect(now.due('ea.hkiac.notice')).toBe('2026-03-09')
    now.does('p1', 'submit')
    expect(now.due('ea.hkiac.notice')).toBeUndefined()
    expect(now.due('ea.hkiac.appoint')).toBe('2026-03-03')
  })

  it('of HKIAC is gone when the request does not follow', () => {
    const now = drafted(clauses.hkiac)
    now.does('p1', 'applyEmergencyArbitrator', { measure: 'Freeze the stock' })
    now.does('tribunalSecretary', 'appointEmergencyArbitrator', { arbitrator: 'e1' })
    now.until('2026-03-10')
    expect(now.facts.emergencyArbitrator).toBe('lapsed')
    expect(now.due('ea.hkiac.decide')).toBeUndefined()
    expect(now.state).toBe('draft')
  })

  it('of SCIAHK has neither a period nor a fee that is known', () => {
    const now = accepted(clauses.sciahk)
    now.does('p1', 'applyEmergencyArbitrator', { measure: 'Freeze the stock' })
    expect(now.last.effects).toEqual([])
    expect(now.facts.emergencyArbitrator).toBe('applied')
  })
})

describe('a claim given up', () => {
  it('ends the case before the tribunal sits', () => {
    const now = accepted()
    now.does('p1', 'withdraw')
    expect(now.state).toBe('closedWithdrawn')
    expect(now.facts.reason).toBe('withdrawn')
  })

  it('needs the leave of a sitting tribunal', () => {
    const now = heard()
    now.does('p1', 'withdraw')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'arbWithdrawal.decide',
      role: 'arbitrator',
    })
    now.does('arbitrator', 'refuseWithdrawal')
    expect(now.state).toBe('hearing')
    now.does('p1', 'withdraw')
    now.does('arbitrator', 'allowWithdrawal')
    expect(now.state).toBe('closedWithdrawn')
  })

  it('by one of two claimants takes that one out', () => {
    const now = accepted(clauses.scia, twoClaimants)
    now.does('p1', 'withdraw')
    expect(now.state).toBe('accepted')
    expect(now.last.effects).toContainEqual({ type: 'partyOut', party: 'p1' })
    now.does('p3', 'withdraw')
    expect(now.state).toBe('closedWithdrawn')
  })

  it('after a settlement of all is the end, a counterclaim too', () => {
    const now = constituting()
    now.does('p2', 'counterclaim', { amount: '500000.00', relief: 'Damages' })
    now.does('tribunalSecretary', 'settle', { terms: 'Half each', consents: both })
    now.does('p1', 'withdraw')
    expect(now.state).toBe('closedWithdrawn')
  })

  it('leaves the claimant to the counterclaim', () => {
    const now = heard(clauses.scia)
    now.does('p1', 'withdraw')
    const counterclaimed = served()
    counterclaimed.does('p2', 'counterclaim', { amount: '500000.00', relief: 'Damages' })
    counterclaimed.does('p1', 'withdraw')
    expect(counterclaimed.state).toBe('responsePeriod')
    expect(counterclaimed.refusal('p1', 'withdraw')).toBe('ownClaimLives')
  })

  it.each(['feeUnpaid', 'impossible'])('is otherwise the end for a reason: %s', reason => {
    const now = heard()
    now.does('tribunalSecretary', 'terminate', { reason })
    expect(now.state).toBe('terminated')
    expect(now.facts.reason).toBe(reason)
    expect(now.due('arb.award.scia.expedited.foreign')).toBeUndefined()
  })
})
