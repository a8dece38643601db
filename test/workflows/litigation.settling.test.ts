import { describe, expect, it } from 'vitest'
import { partyOf } from '../support/contexts.ts'
import {
  answering,
  both,
  deliberating,
  feesOf,
  heard,
  mainland,
  pretrial,
  serve,
  settled,
  submitted,
  tasksOf,
} from '../support/litigation.ts'
import type { Play } from '../support/play.ts'

const clocks = (now: Play) => now.saved.context.clocks

const party = (now: Play, id: string) => now.saved.context.parties.find(each => each.id === id)!

describe('settling', () => {
  it('takes effect with the last receipt, at half the fee', () => {
    const now = settled()
    now.does('p1', 'signReceipt')
    now.until('2026-03-05')
    now.does('p2', 'signReceipt')
    expect(now.facts).toMatchObject({ effectiveOn: '2026-03-05', closedBy: 'statement' })
    expect(feesOf(now).at(-1)).toBe('court.case case -36700.00')
    expect(now.due('enforcement.apply')).toBe('2028-03-06')
  })

  it('counts the time for enforcement from the day of performance where one is set', () => {
    const now = pretrial()
    now.does('judge', 'settle', { terms: 'Half', consents: both, performBy: '2026-12-29' })
    for (const id of both) now.does(id, 'signReceipt')
    expect(now.due('enforcement.apply')).toBe('2028-12-29')
  })

  it('does not halve twice what summary procedure halved', () => {
    const now = settled({ procedure: 'summary' })
    for (const id of both) now.does(id, 'signReceipt')
    expect(feesOf(now)).toEqual(['court.case case 36700.00'])
  })

  it.each([
    ['p2', 'repudiate'],
    ['judge', 'recordRefusalToSign'],
    ['judge', 'rejectAgreement'],
  ])('fails when %s fires %s, and the trial goes on where it was', (who, event) => {
    const now = heard()
    now.does('judge', 'settle', { terms: 'Half', consents: both })
    now.does('p1', 'signReceipt')
    now.does(who, event, event === 'rejectAgreement' ? { ground: 'Unclear' } : {})
    expect([now.state, now.saved.context.marks.receiptSigned]).toEqual(['hearing', []])
  })

  it('with the judge lasts fifteen days, seven in summary procedure, and goes back then', () => {
    const now = pretrial()
    now.does('judge', 'mediateByJudge', { consents: both })
    expect(now.due('mediation.court.ordinary')).toBe('2026-03-17')
    now.until('2026-03-18')
    expect([now.state, now.due('mediation.court.ordinary')]).toEqual(['pretrial', undefined])

    const summary = pretrial({ procedure: 'summary' })
    summary.does('judge', 'mediateByJudge', { consents: both })
    expect(summary.due('mediation.court.summary')).toBe('2026-03-09')
    summary.does('p1', 'endMediation')
    expect([summary.state, summary.due('mediation.court.summary')]).toEqual(['pretrial', undefined])
  })

  it('from a mediation of the judge goes back to where that began', () => {
    const now = deliberating()
    now.does('judge', 'mediateByJudge', { consents: both })
    now.does('judge', 'settle', { terms: 'Half', consents: both })
    expect([now.saved.context.returnTo, now.due('mediation.court.ordinary')]).toEqual([
      ['deliberation'],
      undefined,
    ])
    now.does('p2', 'repudiate')
    expect(now.state).toBe('deliberation')
  })

  it('by a mediator opens a mediation, and comes back with an agreement or without', () => {
    const entrusted = () => {
      const now = pretrial(mainland)
      now.does('judge', 'entrustMediation', { consents: both })
      return now
    }
    const failed = entrusted()
    expect(failed.last.effects).toContainEqual(
      expect.objectContaining({ event: 'propose', data: { kind: 'entrusted', consents: both } }),
    )
    failed.does('system', 'mediationExtended', { until: '2026-05-06' })
    expect(clocks(failed)['trial.ordinary']).toEqual({ '': 'paused' })
    failed.until('2026-03-12')
    failed.does('system', 'mediationFailed', { reason: 'noAgreement' })
    expect([failed.state, failed.due('trial.ordinary')]).toEqual(['pretrial', '2026-09-14'])

    const agreed = entrusted()
    agreed.does('system', 'mediationSucceeded')
    expect([agreed.state, tasksOf(agreed)]).toEqual(['statementDrafted', ['statement.review judge']])
    agreed.does('judge', 'rejectAgreement', { ground: 'Harms a creditor' })
    expect(agreed.state).toBe('pretrial')
  })

  it('may end in a judgment on the agreed terms where the case is foreign-related', () => {
    const now = settled()
    now.does('judge', 'issueConsentJudgment', { consents: both })
    for (const id of both) serve(now, id)
    now.until('2026-04-02')
    expect([now.state, now.facts.closedBy]).toEqual(['effective', 'consentJudgment'])
    expect(feesOf(now).at(-1)).toBe('court.case case -36700.00')
  })
})

describe('a case suspended', () => {
  it('within a mediation of the judge goes on there with the days that were left', () => {
    const now = pretrial(mainland)
    now.does('judge', 'mediateByJudge', { consents: both })
    now.until('2026-03-06')
    now.does('judge', 'suspend', { ground: 'A party died' })
    expect(now.saved.context.returnTo).toEqual(['pretrial', 'courtMediation'])
    now.until('2026-04-06')
    now.does('judge', 'resume')
    expect([now.state, now.due('mediation.court.ordinary')]).toEqual(['courtMediation', '2026-04-17'])
    now.until('2026-04-18')
    expect([now.state, now.saved.context.returnTo]).toEqual(['pretrial', []])
  })

  it('lets stand still what an objection had stopped before', () => {
    const now = answering(mainland)
    now.does('p2', 'objectJurisdiction')
    now.does('judge', 'suspend', { ground: 'A party died' })
    now.until('2026-05-06')
    now.does('judge', 'resume')
    expect(now.state).toBe('jurisdictionObjection')
    expect(clocks(now)['trial.ordinary']).toEqual({ '': 'paused' })
    expect(now.due('defence.domiciled', 'p2')).toBe('2026-05-21')
  })

  it('may be terminated', () => {
    const now = pretrial()
    now.does('judge', 'suspend', { ground: 'A party died' })
    now.does('judge', 'terminate', { ground: 'No heir' })
    expect([now.state, now.facts.reason]).toEqual(['closedTerminated', 'cpl154'])
  })
})

describe('withdrawing', () => {
  it('before registration needs nobody’s leave', () => {
    const now = submitted()
    now.does('p1', 'withdraw')
    expect([now.state, now.facts.reason]).toEqual(['closedWithdrawn', 'withdrawn'])
  })

  it('afterwards is for the judge to allow, at half the fee', () => {
    const now = pretrial()
    now.does('p1', 'withdraw')
    expect([now.state, tasksOf(now)]).toEqual(['pretrial', ['withdrawal.decide judge']])
    now.does('judge', 'allowWithdrawal')
    expect([now.state, feesOf(now).at(-1)]).toEqual(['closedWithdrawn', 'court.case case -36700.00'])
  })

  it('may be refused', () => {
    const now = deliberating()
    now.does('p1', 'withdraw')
    now.does('judge', 'refuseWithdrawal')
    expect(now.refusal('judge', 'allowWithdrawal')).toBe('withdrawalAsked')
  })

  it('leaves a counterclaim, and the claimant to answer it', () => {
    const now = pretrial()
    now.does('p2', 'fileCounterclaim', { amount: '10000.00', relief: 'Damages' })
    now.does('p1', 'withdraw')
    now.does('judge', 'allowWithdrawal')
    expect([now.state, party(now, 'p1').out]).toEqual(['pretrial', false])
  })

  it('leaves the claims of others, at the whole fee', () => {
    const now = pretrial({
      parties: [partyOf('p1', 'claimant'), partyOf('p4', 'claimant'), partyOf('p2', 'respondent')],
    })
    now.does('p4', 'withdraw')
    now.does('judge', 'allowWithdrawal')
    expect([now.state, party(now, 'p4').out, feesOf(now).length]).toEqual(['pretrial', true, 1])
  })
})
