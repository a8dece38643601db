import { describe, expect, it } from 'vitest'
import {
  appealable,
  appealed,
  both,
  deliberating,
  feesOf,
  judged,
  mainland,
  pretrial,
  serve,
  service,
  tasksOf,
  type Setting,
} from '../support/litigation.ts'
import type { Play } from '../support/play.ts'

const clocks = (now: Play) => now.saved.context.clocks

describe('the judgment', () => {
  it('announced in court is sent to all within ten days', () => {
    const now = deliberating(mainland)
    now.does('judge', 'issueJudgment', { outcome: 'claimUpheld', announcedOn: '2026-03-16' })
    expect([now.due('judgment.send'), now.due('trial.ordinary')]).toEqual(['2026-03-26', undefined])
    serve(now, 'p1')
    expect(now.due('judgment.send')).toBe('2026-03-26')
    serve(now, 'p2')
    expect(now.due('judgment.send')).toBeUndefined()
  })

  it('takes effect on the day after the last appeal period ended', () => {
    const now = appealable()
    now.until('2026-04-15')
    expect(now.state).toBe('appealPeriod')
    now.until('2026-04-16')
    expect(now.facts).toMatchObject({
      effectiveOn: '2026-04-16',
      closedBy: 'judgment',
      disposedOn: '2026-03-16',
    })
    expect([now.due('enforcement.apply'), now.due('retrial.petition')]).toEqual(['2028-04-17', '2026-10-16'])
  })

  it('does not take effect while a party has not been served', () => {
    const now = judged()
    serve(now, 'p1')
    now.until('2026-06-01')
    expect(now.state).toBe('appealPeriod')
  })

  it('in small claims binds from the last service, without appeal', () => {
    const now = judged({ ...mainland, procedure: 'smallClaims' })
    serve(now, 'p2')
    expect(now.state).toBe('judgmentIssued')
    serve(now, 'p1')
    expect([now.state, now.facts.effectiveOn]).toEqual(['effective', '2026-03-16'])
    expect(clocks(now)['appeal.judgment.domiciled']).toBeUndefined()
  })

  it('may be corrected at any time, and no period moves', () => {
    const now = appealable()
    now.does('judge', 'correctJudgment', { correction: 'Line 3: 8,800,000' })
    expect([now.state, now.due('appeal.noDomicile', 'p2')]).toEqual(['appealPeriod', '2026-04-15'])
  })

  it('may be the subject of one retrial petition', () => {
    const now = appealable()
    now.until('2026-04-16')
    now.does('p2', 'petitionRetrial')
    expect([now.state, tasksOf(now)]).toEqual(['effective', ['petition.review judge']])
    expect(now.refusal('p2', 'petitionRetrial')).toBe('retrialPeriodRuns')
  })
})

describe('an appeal', () => {
  const copied = (setting?: Setting) => {
    const now = appealed(setting)
    now.does('clerk', 'serveAppealCopy', service('p1', '2026-03-16'))
    return now
  }

  it('is served, answered, sent up and decided', () => {
    const now = appealed({ ...mainland, claim: { minor: 8_800_000_00, currency: 'CNY' } })
    expect([now.due('appeal.copy'), feesOf(now).at(-1)]).toEqual(['2026-03-23', 'court.case appeal 73400.00'])
    now.does('clerk', 'serveAppealCopy', service('p1', '2026-03-16'))
    expect([now.due('appeal.copy'), now.due('appeal.answer.domiciled', 'p1')]).toEqual([
      undefined,
      '2026-03-31',
    ])
    now.does('p1', 'fileAppealAnswer')
    expect(now.due('appeal.transmit')).toBe('2026-03-23')
    now.does('clerk', 'transmitFile')
    expect([now.due('appeal.transmit'), now.due('secondInstance.judgment')]).toEqual([
      undefined,
      '2026-06-16',
    ])
    now.until('2026-05-20')
    now.does('appellateJudge', 'secondInstance', { outcome: 'upheld', servedOn: '2026-05-19' })
    expect(now.facts).toMatchObject({
      effectiveOn: '2026-05-19',
      closedBy: 'secondInstance',
      outcome: 'upheld',
    })
    expect(now.due('enforcement.apply')).toBe('2028-05-19')
  })

  it('goes up without an answer, which still comes in late', () => {
    const now = copied()
    now.until('2026-04-01')
    expect(now.due('appeal.transmit')).toBe('2026-04-07')
    now.does('p1', 'fileAppealAnswer')
    expect(now.last.late).toBe(true)
  })

  it('is too late a day after the party’s own period, whatever the other’s', () => {
    const now = appealable()
    now.until('2026-04-01')
    expect(now.refusal('p1', 'appeal')).toBe('ownPeriodRuns')
    now.does('p2', 'appeal')
  })

  it('has more time on request of a party without domicile', () => {
    const now = appealable()
    now.does('judge', 'extendAppeal', { party: 'p2', dueOn: '2026-05-06' })
    expect(now.due('appeal.noDomicile', 'p2')).toBe('2026-05-06')
  })

  it('withdrawn while the other’s period runs, leaves that to run', () => {
    const now = appealed()
    now.does('p2', 'withdrawAppeal')
    expect(tasksOf(now)).toEqual(['appealWithdrawal.decide appellateJudge'])
    now.does('appellateJudge', 'allowAppealWithdrawal', { party: 'p2' })
    expect([now.state, feesOf(now).at(-1), now.due('appeal.copy')]).toEqual([
      'appealPeriod',
      'court.case appeal -36700.00',
      undefined,
    ])
    now.until('2026-04-01')
    expect([now.state, now.facts.effectiveOn]).toEqual(['effective', '2026-04-01'])
  })

  it('withdrawn after all periods, makes the judgment take effect', () => {
    const now = appealed()
    now.until('2026-05-01')
    now.does('p2', 'withdrawAppeal')
    now.does('appellateJudge', 'allowAppealWithdrawal', { party: 'p2' })
    expect([now.state, now.facts.effectiveOn]).toEqual(['effective', '2026-04-01'])
  })

  it('withdrawn beside another, leaves that one', () => {
    const now = appealed()
    now.does('p1', 'appeal')
    now.does('p2', 'withdrawAppeal')
    now.does('appellateJudge', 'allowAppealWithdrawal', { party: 'p2' })
    expect([now.state, now.saved.context.marks.appellant]).toEqual(['appealed', ['p1']])
  })

  it('is treated as withdrawn when its fee stays unpaid after notice', () => {
    const now = appealed()
    now.does('clerk', 'notifyAppealFee', { party: 'p2', receivedOn: '2026-03-16' })
    expect(now.due('appeal.fee', 'p2')).toBe('2026-03-23')
    now.until('2026-03-24')
    expect(tasksOf(now)).toEqual(['appeal.fee.lapsed appellateJudge'])
    now.does('appellateJudge', 'deemAppealWithdrawn', { party: 'p2' })
    expect([now.state, feesOf(now).at(-1)]).toEqual(['appealPeriod', 'court.case appeal 73400.00'])
  })

  it('stands once its fee is paid', () => {
    const now = appealed()
    now.does('clerk', 'notifyAppealFee', { party: 'p2', receivedOn: '2026-03-16' })
    now.does('p2', 'payAppealFee', { amount: '73400.00' })
    expect(now.due('appeal.fee', 'p2')).toBeUndefined()
    expect(now.refusal('appellateJudge', 'deemAppealWithdrawn', { party: 'p2' })).toBe('appealFeeOverdue')
  })

  it('may send the case back once, to another panel and a judgment appealed anew', () => {
    const now = pretrial(mainland)
    now.does('judge', 'namePanel', { panel: ['j1'] })
    now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-09' })
    const toAppeal = (day: string) => {
      now.until(day)
      now.does('judge', 'holdHearing', { present: both })
      now.does('judge', 'closeDebate')
      now.does('judge', 'issueJudgment', { outcome: 'claimUpheld' })
      for (const id of both) serve(now, id)
      now.does('p2', 'appeal')
    }
    toAppeal('2026-03-09')
    now.does('appellateJudge', 'secondInstance', { outcome: 'remanded' })
    expect([now.state, now.facts.remanded, now.facts.outcome]).toEqual(['pretrial', true, undefined])
    expect([now.due('trial.ordinary'), now.due('appeal.judgment.domiciled', 'p1')]).toEqual([
      '2026-09-09',
      undefined,
    ])
    expect(now.refusal('judge', 'namePanel', { panel: ['j1'] })).toBe('membersUnbarred')
    now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-20' })
    toAppeal('2026-03-20')
    expect(now.due('appeal.judgment.domiciled', 'p1')).toBe('2026-04-07')
    expect(now.refusal('appellateJudge', 'secondInstance', { outcome: 'remanded' })).toBe('notRemandedBefore')
  })

  it('may be settled, and the first judgment counts as revoked', () => {
    const now = appealed()
    now.does('appellateJudge', 'settleOnAppeal', { terms: 'Half', consents: both, servedOn: '2026-03-16' })
    expect(now.facts).toMatchObject({ closedBy: 'statement', effectiveOn: '2026-03-16' })
    expect(now.facts.outcome).toBeUndefined()
    expect(now.due('retrial.petition')).toBeUndefined()
  })
})
