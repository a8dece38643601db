import { describe, expect, it } from 'vitest'
import { partyOf } from '../support/contexts.ts'
import {
  answering,
  both,
  clause,
  feesOf,
  mainland,
  pay,
  pretrial,
  refused,
  registered,
  serve,
  service,
  serving,
  submitted,
  tasksOf,
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

describe('filing', () => {
  it('warns the filing desk of a clause in the contract, and registers all the same', () => {
    const now = submitted({ contract: clause })
    expect(tasksOf(now)).toEqual(['filing.arbitrationClause intakeOfficer'])
    expect(now.due('filing.review')).toBe('2026-03-09')
    now.does('intakeOfficer', 'register', { procedure: 'ordinary' })
    expect(now.state).toBe('registered')
  })

  it('reviews afresh for seven days after the claimant resubmits, also once the day set has passed', () => {
    const now = submitted()
    now.does('intakeOfficer', 'requestSupplement', { defects: 'No address', dueOn: '2026-03-10' })
    expect(now.due('filing.review')).toBeUndefined()
    now.until('2026-03-12')
    expect(now.state).toBe('supplementOverdue')
    expect(tasksOf(now)).toEqual(['filing.supplement.lapsed intakeOfficer'])
    now.does('p1', 'resubmit')
    expect(now.last.late).toBe(true)
    expect(now.due('filing.review')).toBe('2026-03-19')
  })

  it('stops the review while a mediator tries, and starts it again when the mediation fails', () => {
    const now = submitted()
    now.does('intakeOfficer', 'offerMediation')
    expect(clocks(now)['filing.review']).toEqual({ '': 'paused' })
    expect(now.last.effects).toContainEqual({
      type: 'open',
      pathway: 'mediation',
      event: 'propose',
      data: { kind: 'delegated' },
    })
    now.until('2026-04-01')
    now.does('system', 'mediationFailed', { reason: 'noAgreement' })
    expect(now.due('filing.review')).toBe('2026-04-08')
  })

  it('closes the file of a case that the mediator settled', () => {
    const now = submitted()
    now.does('intakeOfficer', 'offerMediation')
    now.does('system', 'mediationSucceeded')
    expect([now.state, now.facts.closedBy]).toEqual(['closedMediatedPrefiling', 'mediation'])
  })

  it('refers a foreign-related case of forty million yuan to the court above', () => {
    const now = submitted({ claim: { minor: 40_000_000_00, currency: 'CNY' } })
    expect(now.facts.court).toBe('SHENZHEN_INTERMEDIATE')
    now.does('intakeOfficer', 'transferVenue', { reason: 'level', court: 'Shenzhen Intermediate' })
    expect([now.state, now.facts.reason]).toEqual(['closedReferred', 'level'])
  })

  it('arms a limit for the trial in domestic cases, and in foreign-related ones as a target of summary trial', () => {
    expect(registered().due('trial.ordinary')).toBeUndefined()
    expect(registered({ procedure: 'summary' }).due('trial.summary')).toBe('2026-06-02')
    expect(registered(mainland).due('trial.ordinary')).toBe('2026-09-02')
    expect(registered({ ...mainland, procedure: 'smallClaims' }).due('trial.smallClaims')).toBe('2026-05-06')
  })

  it('tells other proceedings on the case that it was filed', () => {
    expect(submitted().last.effects).toContainEqual(
      expect.objectContaining({ type: 'tell', to: 'interimMeasures', event: 'parentFiled' }),
    )
  })
})

describe('a ruling not to accept the case', () => {
  it('is final, and the fee back, once the claimant lets its ten days pass', () => {
    const now = refused()
    serve(now, 'p1')
    expect(now.due('appeal.ruling.domiciled', 'p1')).toBe('2026-03-12')
    now.until('2026-03-13')
    expect([now.state, now.facts.final]).toEqual(['notAccepted', true])
  })

  it('leads to registration when the court above overturns it', () => {
    const now = refused(mainland)
    serve(now, 'p1')
    now.does('p1', 'appealRuling')
    expect([now.state, now.due('ruling.appeal.decide')]).toEqual(['rulingAppealed', '2026-04-01'])
    now.does('appellateJudge', 'decideRulingAppeal', { outcome: 'overturned' })
    expect([now.state, now.facts.procedure, now.facts.reason]).toEqual(['registered', 'ordinary', undefined])
    expect(now.due('fee.prepay')).toBe('2026-03-09')
    expect(now.due('ruling.appeal.decide')).toBeUndefined()
  })

  it('stands when the court above upholds it', () => {
    const now = refused()
    serve(now, 'p1')
    now.does('p1', 'appealRuling')
    expect(now.due('ruling.appeal.decide')).toBeUndefined()
    now.does('appellateJudge', 'decideRulingAppeal', { outcome: 'upheld' })
    expect([now.state, now.facts.final, now.saved.context.returnTo]).toEqual(['notAccepted', true, []])
  })
})

describe('a suit dismissed', () => {
  const dismissed = () => {
    const now = pretrial()
    now.does('judge', 'dismissSuit', { ground: 'cpl122' })
    return now
  }

  it('is final once each party has let its own period pass, and the fee goes back', () => {
    const now = dismissed()
    for (const id of both) serve(now, id)
    now.until('2026-03-20')
    expect(now.facts.final).toBeUndefined()
    now.until('2026-04-10')
    expect(now.facts.final).toBe(true)
    expect(feesOf(now)).toEqual(['court.case case 73400.00', 'court.case case -73400.00'])
  })

  it('goes on in pretrial when the court above overturns the ruling', () => {
    const now = dismissed()
    serve(now, 'p2')
    now.does('p2', 'appealRuling')
    now.does('appellateJudge', 'decideRulingAppeal', { outcome: 'overturned' })
    expect([now.state, now.facts.reason, now.facts.closedOn]).toEqual(['pretrial', undefined, undefined])
  })
})

describe('fees', () => {
  it('are half in summary procedure', () => {
    expect(feesOf(registered({ procedure: 'summary' }))).toEqual(['court.case case 36700.00'])
  })

  it('may be paid late, until the judge has ruled', () => {
    const now = registered({ paid: false })
    now.until('2026-03-20')
    pay(now)
    expect([now.last.late, now.facts.feePaid]).toEqual([true, true])
    expect(now.refusal('judge', 'deemWithdrawn', { ground: 'feeUnpaid' })).toBe('feeOverdueOrClaimantAbsent')
  })

  it('are not halved for a suit treated as withdrawn', () => {
    const now = registered({ paid: false })
    now.until('2026-03-20')
    now.does('judge', 'deemWithdrawn', { ground: 'feeUnpaid' })
    expect([now.state, now.facts.reason]).toEqual(['closedDeemedWithdrawn', 'feeUnpaid'])
    expect(feesOf(now)).toEqual(['court.case case 73400.00'])
  })

  it.each([
    [{ kind: 'defer' }, { dueOn: '2026-06-01' }, '73400.00', '2026-06-01'],
    [{ kind: 'reduce' }, { amount: '10000.00', dueOn: '2026-06-01' }, '10000.00', '2026-06-01'],
    [{ kind: 'waive' }, {}, '0.00', undefined],
  ])('are put off, lowered or let off: %o', (asked, granted, left, due) => {
    const now = registered({
      paid: false,
      parties: [partyOf('p1', 'claimant', { natural: true }), partyOf('p2', 'respondent')],
      claim: { minor: 8_800_000_00, currency: 'CNY' },
    })
    now.does('p1', 'applyFeeRelief', { ...asked, why: 'Short of cash' })
    expect(clocks(now)['fee.prepay']).toEqual({ '': 'paused' })
    now.does('judge', 'decideFeeRelief', { granted: true, ...granted })
    expect(now.due('fee.prepay')).toBe(due)
    expect(now.refusal('p1', 'payFee', { amount: left })).toBe(left === '0.00' ? 'ownFeeUnpaid' : undefined)
  })

  it('are due on the new day when relief is refused', () => {
    const now = registered({ paid: false })
    now.does('p1', 'applyFeeRelief', { kind: 'defer', why: 'Short of cash' })
    now.does('judge', 'decideFeeRelief', { granted: false, dueOn: '2026-03-13' })
    expect(now.due('fee.prepay')).toBe('2026-03-13')
  })

  it('rise to the whole when summary procedure is left, and half of what was paid goes back if that stays unpaid', () => {
    const now = answering({
      ...mainland,
      claim: { minor: 8_800_000_00, currency: 'CNY' },
      procedure: 'summary',
    })
    now.until('2026-03-10')
    now.does('judge', 'convertProcedure', { procedure: 'ordinary' })
    expect([now.due('trial.ordinary'), now.due('fee.balance')]).toEqual(['2026-09-02', '2026-03-17'])
    expect(feesOf(now)).toEqual(['court.case case 36700.00', 'court.case balance 36700.00'])
    now.until('2026-03-18')
    now.does('judge', 'deemWithdrawn', { ground: 'feeUnpaid' })
    expect(feesOf(now).at(-1)).toBe('court.case balance -18350.00')
  })

  it('are topped up for a higher claim and refunded for a lower', () => {
    const now = pretrial()
    now.does('p1', 'amendClaim', { change: 'increase', amount: '10000000.00' })
    expect(feesOf(now).at(-1)).toBe('court.case topUp 8400.00')
    now.does('p1', 'payFee', { amount: '8400.00', stage: 'topUp' })
    now.does('p1', 'amendClaim', { change: 'reduce', amount: '8800000.00' })
    expect(feesOf(now).at(-1)).toBe('court.case topUp -8400.00')
    now.does('p1', 'amendClaim', { change: 'increase', amount: '40000000.00' })
    expect(tasksOf(now)).toContain('level.review judge')
  })

  it('take what is paid where the claim is in a currency without a known rate', () => {
    const now = registered({ paid: false, claim: { minor: 1_000_000_00, currency: 'HKD' } })
    expect(feesOf(now)).toEqual([])
    now.does('p1', 'payFee', { amount: '13000.00' })
    expect(now.due('fee.prepay')).toBeUndefined()
  })
})

describe('service', () => {
  it('gives fifteen days to a domiciled defendant and thirty to one without domicile, each from its own day', () => {
    const now = serving(three)
    now.until('2026-03-05')
    now.does('clerk', 'recordService', service('p2', '2026-03-03', 'inPerson'))
    now.does('clerk', 'recordService', service('p3', '2026-03-05', 'arrangement'))
    expect(now.due('defence.domiciled', 'p2')).toBe('2026-03-18')
    expect(now.due('defence.noDomicile', 'p3')).toBe('2026-04-07')
    expect(now.due('jurors.request', 'p2')).toBe('2026-03-09')
    expect(tasksOf(now)).toEqual(['evidence.set judge'])
  })

  it('tries one way after the other, and by publication counts the day it ends as the day of service', () => {
    const now = registered()
    const methods = [{ party: 'p2', method: 'arrangement', sentOn: '2026-03-02' }]
    now.does('clerk', 'startService', { methods })
    expect(now.due('service.arrangement', 'p2')).toBe('2026-06-02')
    now.until('2026-06-03')
    expect(tasksOf(now)).toEqual(['service.arrangement.lapsed clerk'])
    now.does('clerk', 'serviceRouteFailed', { party: 'p2', nextMethod: 'publication', sentOn: '2026-06-03' })
    expect([now.last.late, now.due('service.publication.hk', 'p2')]).toEqual([false, '2026-09-03'])
    now.until('2026-09-04')
    expect([now.state, now.last.late]).toEqual(['defencePeriod', false])
    // Thirty days from 3 September end within the National Day holidays.
    expect(now.due('defence.noDomicile', 'p2')).toBe('2026-10-08')
  })

  it('publishes for thirty days at home and sixty abroad', () => {
    const abroad = partyOf('p2', 'respondent', { domiciled: false })
    const home = partyOf('p2', 'respondent')
    const published = (p2: typeof home) => {
      const now = registered({ parties: [partyOf('p1', 'claimant'), p2] })
      now.does('clerk', 'startService', {
        methods: [{ party: 'p2', method: 'inPerson', sentOn: '2026-03-02' }],
      })
      now.does('clerk', 'serviceRouteFailed', {
        party: 'p2',
        nextMethod: 'publication',
        sentOn: '2026-03-02',
      })
      return now
    }
    expect(published(home).due('service.publication.domestic', 'p2')).toBe('2026-04-01')
    expect(published(abroad).due('service.publication.foreign', 'p2')).toBe('2026-05-01')
  })
})
