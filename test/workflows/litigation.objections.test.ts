import { describe, expect, it } from 'vitest'
import { partyOf } from '../support/contexts.ts'
import {
  answering,
  both,
  clause,
  deliberating,
  feesOf,
  objected,
  pretrial,
  ruled,
  scheduled,
  serve,
  service,
  serving,
  tasksOf,
  withOutsider,
  type Setting,
} from '../support/litigation.ts'
import type { Play } from '../support/play.ts'

const three: Setting = {
  parties: [
    partyOf('p1', 'claimant'),
    partyOf('p2', 'respondent'),
    partyOf('p3', 'respondent', { domiciled: false, hongKongOrMacao: true }),
  ],
}

const clocks = (now: Play) => now.saved.context.clocks

const party = (now: Play, id: string) => now.saved.context.parties.find(each => each.id === id)!

describe('an objection to jurisdiction', () => {
  it('stops the limits for trial and evidence but not the defences, and goes back to where it came from', () => {
    const now = answering({ ...three, facts: { foreignRelated: false } })
    now.does('judge', 'setEvidencePeriod', { dueOn: '2026-03-31' })
    now.does('p3', 'objectJurisdiction')
    expect(clocks(now)['trial.ordinary']).toEqual({ '': 'paused' })
    expect(clocks(now)['evidence.period']).toEqual({ '': 'paused' })
    expect(now.due('defence.noDomicile', 'p3')).toBe('2026-04-01')
    now.until('2026-03-12')
    now.does('judge', 'ruleObjection', { upheld: false })
    for (const id of ['p1', 'p2', 'p3']) serve(now, id)
    for (const id of ['p1', 'p2', 'p3']) now.does(id, 'appealRuling')
    now.does('appellateJudge', 'decideRulingAppeal', { outcome: 'upheld' })
    expect([now.state, now.due('trial.ordinary')]).toEqual(['defencePeriod', '2026-09-14'])
    expect(feesOf(now).at(-1)).toBe('court.jurisdictionObjection - 100.00')
  })

  it('comes back to pretrial when all defences lapsed meanwhile', () => {
    const now = ruled(false)
    now.until('2026-04-01')
    expect(now.state).toBe('jurisdictionRuled')
    now.until('2026-04-02')
    expect([now.state, now.saved.context.returnTo]).toEqual(['pretrial', []])
  })

  it('takes the case elsewhere once upheld and not appealed', () => {
    const now = ruled(true)
    now.until('2026-04-02')
    expect([now.state, now.facts.reason]).toEqual(['closedTransferred', 'jurisdiction'])
  })

  it.each([
    [true, 'upheld', 'closedTransferred'],
    [true, 'overturned', 'defencePeriod'],
    [false, 'overturned', 'closedTransferred'],
  ])('held good %s and on appeal %s, leads to %s', (upheld, outcome, state) => {
    const now = ruled(upheld)
    now.does('p1', 'appealRuling')
    now.does('appellateJudge', 'decideRulingAppeal', { outcome })
    expect(now.state).toBe(state)
  })

  it('lets the defence come in meanwhile, late or not', () => {
    const now = objected()
    now.until('2026-04-10')
    now.does('p2', 'fileDefence')
    expect([now.state, now.last.late]).toEqual(['jurisdictionObjection', true])
  })
})

describe('an arbitration agreement pleaded before the first hearing', () => {
  it('ends the suit when it is found to bind', () => {
    const now = scheduled({ contract: clause })
    now.does('p2', 'objectArbitration')
    now.does('judge', 'ruleArbitrationObjection', { upheld: true })
    expect([now.state, now.facts.reason]).toEqual(['dismissed', 'arbitrationAgreement'])
    expect(tasksOf(now)).toEqual(['ruling.serve clerk'])
  })

  it('leads back to where the case stood when it does not', () => {
    const now = scheduled({ contract: clause })
    now.does('p2', 'objectArbitration')
    now.does('judge', 'ruleArbitrationObjection', { upheld: false })
    expect(now.state).toBe('hearingScheduled')
  })
})

describe('defences', () => {
  it('are waited for until the last defendant has answered or let its period pass', () => {
    const now = answering(three)
    now.does('p2', 'fileDefence')
    expect(now.state).toBe('defencePeriod')
    now.until('2026-04-01')
    expect(now.state).toBe('defencePeriod')
    now.until('2026-04-02')
    expect(now.state).toBe('pretrial')
    now.does('p3', 'fileDefence')
    expect([now.state, now.last.late]).toEqual(['pretrial', true])
  })

  it('are not waited for of a defendant served, before the others are', () => {
    const now = serving(three)
    serve(now, 'p2')
    now.does('p2', 'fileDefence')
    expect(now.state).toBe('defencePeriod')
  })

  it('have more time on request of a party without domicile', () => {
    const now = answering()
    now.does('judge', 'extendDefence', { party: 'p2', dueOn: '2026-05-06' })
    expect(now.due('defence.noDomicile', 'p2')).toBe('2026-05-06')
  })
})

describe('claims and parties', () => {
  it('has the claimant answer a counterclaim, whose fee is its own', () => {
    const now = pretrial()
    now.does('p2', 'fileCounterclaim', { amount: '1000000.00', relief: 'Damages' })
    expect(feesOf(now).at(-1)).toBe('court.case counterclaim 6900.00')
    expect([now.due('fee.counterclaim'), now.due('defence.domiciled', 'p1')]).toEqual([
      '2026-03-09',
      '2026-03-17',
    ])
    now.does('p1', 'fileDefence')
    now.does('p2', 'payFee', { amount: '6900.00', stage: 'counterclaim' })
    expect(now.due('fee.counterclaim')).toBeUndefined()
  })

  it('drops a counterclaim alone when its fee stays unpaid', () => {
    const now = pretrial()
    now.does('p2', 'fileCounterclaim', { amount: '1000000.00', relief: 'Damages' })
    now.until('2026-03-10')
    now.does('judge', 'deemWithdrawn', { ground: 'feeUnpaid' })
    expect([now.state, now.last.late, now.saved.context.marks.counterclaim]).toEqual(['pretrial', false, []])
    now.does('p1', 'withdraw')
    now.does('judge', 'allowWithdrawal')
    expect(now.state).toBe('closedWithdrawn')
  })

  it('serves a newcomer, who answers in its own time', () => {
    const now = pretrial(withOutsider())
    expect(now.refusal('clerk', 'recordService', service('p3', '2026-03-02'))).toBe('partyNotYetServed')
    now.does('p3', 'requestJoinder', { partyId: 'p3', as: 'nonIndependent' })
    expect(tasksOf(now)).toEqual(['joinder.decide judge'])
    now.does('judge', 'joinParty', { partyId: 'p3', as: 'nonIndependent' })
    serve(now, 'p3')
    expect(now.due('defence.domiciled', 'p3')).toBe('2026-03-17')
    now.does('p3', 'fileDefence')
  })

  it('has a third party with a claim of its own pay for it', () => {
    const now = pretrial(withOutsider())
    now.does('judge', 'joinParty', { partyId: 'p3', as: 'independent' })
    expect(feesOf(now).at(-1)).toBe('court.case thirdParty 36700.00')
    expect(now.refusal('p1', 'payFee', { amount: '36700.00', stage: 'thirdParty' })).toBe('ownFeeUnpaid')
    now.does('p3', 'payFee', { amount: '36700.00', stage: 'thirdParty' })
  })

  it('binds a successor by what was done before it came', () => {
    const now = pretrial(withOutsider())
    now.does('judge', 'substituteParty', { outgoing: 'p2', incoming: 'p3' })
    expect([party(now, 'p2').out, party(now, 'p3')]).toMatchObject([true, { side: 'respondent', out: false }])
    serve(now, 'p3')
    expect(now.due('defence.domiciled', 'p3')).toBeUndefined()
  })

  it('sets a period for evidence by the procedure, and extends it by any day', () => {
    const now = pretrial({ procedure: 'summary' })
    expect(now.refusal('clerk', 'setEvidencePeriod', { dueOn: '2026-03-18' })).toBe('evidenceLength')
    now.does('clerk', 'setEvidencePeriod', { dueOn: '2026-03-16' })
    now.does('p1', 'requestEvidenceExtension', { until: '2026-03-20' })
    now.does('judge', 'setEvidencePeriod', { dueOn: '2026-03-20' })
    expect(now.due('evidence.period')).toBe('2026-03-20')
  })
})

describe('the law that governs', () => {
  const hongKong: Setting = {
    contract: { chosenLaw: 'HK' },
    facts: { foreignRelated: true, governingLaw: 'HK' },
  }

  it('is ascertained beside the suit, which waits with hearing and debate', () => {
    const now = pretrial(hongKong)
    now.does('judge', 'openLawAscertainment')
    expect(now.last.effects).toContainEqual({
      type: 'open',
      pathway: 'lawAscertainment',
      event: 'openAscertainment',
      data: { law: 'HK', chosen: true },
    })
    expect(now.refusal('judge', 'openLawAscertainment')).toBe('noLawOpen')
    now.does('system', 'lawAscertained', { outcome: 'confirmed' })
    expect(now.facts.lawOutcome).toBe('confirmed')
    now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-16' })
  })

  it('is that of the Mainland where the other cannot be found', () => {
    const now = pretrial(hongKong)
    now.does('judge', 'openLawAscertainment')
    now.does('system', 'lawAscertained', { outcome: 'unascertainable' })
    expect(now.last.effects).toContainEqual(expect.objectContaining({ type: 'overrule', law: 'CN' }))
    expect(now.refusal('judge', 'openLawAscertainment')).toBe('otherLawGoverns')
  })

  it('may be agreed on until the debate closes', () => {
    const now = pretrial(hongKong)
    now.does('judge', 'agreeLaw', { law: 'CN', consents: both })
    expect(now.last.effects).toContainEqual(
      expect.objectContaining({ to: 'lawAscertainment', event: 'changeOfLaw' }),
    )
    expect(deliberating().refusal('judge', 'agreeLaw', { law: 'CN', consents: both })).toBe('state')
    // What all agreed on stands against the word of one.
    now.does('p1', 'assertLaw', { law: 'HK' })
    expect(now.facts.governingLaw).toBe('CN')
  })
})
