import { describe, expect, it } from 'vitest'
import {
  computeDeadline,
  daysLeft,
  extended,
  lengthened,
  recipientCalendar,
  resumed,
  whyDifferentIn,
  withinLimits,
} from '../../../workflows/rules/deadlines.ts'

const due = (...of: Parameters<typeof computeDeadline>) => computeDeadline(...of).due
const stepsOf = (...of: Parameters<typeof computeDeadline>) =>
  computeDeadline(...of).steps.map(({ step }) => step)

describe('worked examples', () => {
  it.each([
    ['D1', 'defence.domiciled', '2026-02-02', '2026-02-24', 'confirmed'],
    ['D3', 'defence.domiciled', '2026-01-30', '2026-02-14', 'modelling'],
    ['D5', 'service.onDefendant', '2026-02-11', '2026-02-24', 'confirmed'],
    ['D7', 'appeal.judgment.domiciled', '2026-09-16', '2026-10-08', 'confirmed'],
    ['D9', 'appeal.ruling.domiciled', '2026-09-15', '2026-09-28', 'confirmed'],
    ['D11', 'appeal.judgment.domiciled', '2026-09-25', '2026-10-10', 'modelling'],
    ['D13', 'mediation.delegated', '2026-01-20', '2026-02-24', 'confirmed'],
    ['D15', 'mediation.entrusted.summary', '2026-04-24', '2026-05-06', 'confirmed'],
    ['D17', 'confirmation.apply', '2026-09-02', '2026-10-08', 'confirmed'],
    ['D19', 'preservation.reconsider', '2026-09-28', '2026-10-08', 'confirmed'],
    ['D21', 'setaside.CN.2025law', '2026-07-03', '2026-10-08', 'confirmed'],
    ['D22', 'setaside.HK', '2026-07-03', '2026-10-05', 'modelling'],
    ['D23', 'setaside.HK.statutoryOnly', '2026-07-03', '2026-10-03', 'modelling'],
    ['D25', 'setaside.CN.2025law', '2026-11-30', '2027-03-01', 'modelling'],
    ['D27', 'adhoc.filing', '2026-09-24', '2026-09-30', 'confirmed'],
    ['D33', 'nonEnforcement.apply', '2026-04-20', '2026-05-06', 'confirmed'],
    ['D35', 'trial.ordinary', '2026-04-01', '2026-10-08', 'modelling'],
    ['renewal', 'preservation.renew', '2026-10-11', '2026-09-30', 'confirmed'],
    ['L3', 'fee.prepay', '2026-09-25', '2026-10-08', 'confirmed'],
    ['L5', 'service.arrangement', '2026-03-02', '2026-06-02', 'confirmed'],
    ['A13', 'interim.hkSeat.acceptanceLetter', '2026-09-08', '2026-10-08', 'confirmed'],
  ] as const)('%s: %s from %s is due on %s', (_id, rule, base, expected, confidence) => {
    expect(computeDeadline({ rule, base })).toMatchObject({ due: expected, confidence })
  })

  it('D29: the response period follows the calendar of the recipient', () => {
    const response = { rule: 'arb.response.30d', base: '2026-03-04' } as const
    expect(due({ ...response, calendar: recipientCalendar('HK') })).toBe('2026-04-08')
    expect(due({ ...response, calendar: recipientCalendar('CN') })).toBe('2026-04-03')
  })

  it('D31: Hong Kong leaves holidays out of a period of up to six days', () => {
    expect(due({ rule: 'hk.shortPeriod', base: '2026-03-30', days: 5 })).toBe('2026-04-09')
  })
})

describe('the last day', () => {
  it('is the last of the month where the month has no such day', () => {
    const deadline = computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-03-31' })
    expect(deadline.raw).toBe('2026-06-30')
    expect(computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-11-30' }).steps).toContainEqual({
      step: 'clamped',
      day: '2027-02-28',
      basis: 'L25 202',
    })
    expect(due({ rule: 'preservation.expiry.deposits', base: '2028-02-29' })).toBe('2029-02-28')
  })

  it('stays on a holiday where the period is not extended, and says so', () => {
    const reckoning = { rule: 'service.publication.domestic', base: '2026-09-02' } as const
    expect(due(reckoning)).toBe('2026-10-02')
    expect(stepsOf(reckoning)).toContain('stays')
  })

  it('moves on over a closure day entered later', () => {
    const reckoning = { rule: 'setaside.HK', base: '2026-06-08' } as const
    expect(due(reckoning)).toBe('2026-09-08')
    expect(due({ ...reckoning, changes: [{ kind: 'closed', calendar: 'HK', day: '2026-09-08' }] })).toBe(
      '2026-09-09',
    )
    expect(due({ ...reckoning, changes: [{ kind: 'closed', calendar: 'CN', day: '2026-09-08' }] })).toBe(
      '2026-09-08',
    )
  })

  it('moves back, not on, where an act must be done before a day', () => {
    expect(due({ rule: 'hearing.notice', base: '2026-05-20' })).toBe('2026-05-15')
    expect(stepsOf({ rule: 'hearing.notice', base: '2026-05-20' })).toContain('rolledBack')
  })

  it('ends at midnight in Shenzhen', () => {
    expect(computeDeadline({ rule: 'defence.domiciled', base: '2026-03-02' })).toMatchObject({
      due: '2026-03-17',
      lapsesAt: '2026-03-17T16:00:00Z',
    })
  })
})

describe('a period of hours', () => {
  it('ends at the same time of day, whatever day that is', () => {
    const baseInstant = '2026-09-24T01:30:00Z'
    expect(
      computeDeadline({ rule: 'preservation.decide.urgent', base: '2026-09-24', baseInstant }),
    ).toMatchObject({
      due: '2026-09-26',
      lapsesAt: '2026-09-26T01:30:00Z',
    })
  })

  it('that ends at midnight ends with the day before', () => {
    const baseInstant = '2026-09-21T16:00:00Z'
    expect(computeDeadline({ rule: 'ea.hkiac.appoint', base: '2026-09-22', baseInstant })).toMatchObject({
      due: '2026-09-22',
      lapsesAt: '2026-09-22T16:00:00Z',
    })
  })

  it('leaves the whole day out where the moment is unknown', () => {
    expect(computeDeadline({ rule: 'preservation.lift.urgent', base: '2026-03-02' })).toMatchObject({
      due: '2026-03-04',
      lapsesAt: '2026-03-04T16:00:00Z',
    })
  })
})

describe('a day fixed by the court', () => {
  it('is taken as it is, and extended over a holiday', () => {
    expect(due({ rule: 'evidence.period', base: '2026-04-01', dueOn: '2026-04-20' })).toBe('2026-04-20')
    expect(due({ rule: 'evidence.period', base: '2026-04-01', dueOn: '2026-05-02' })).toBe('2026-05-06')
  })

  it('must be named', () => {
    expect(() => due({ rule: 'evidence.period', base: '2026-04-01' })).toThrow('evidence.period')
  })

  it('replaces the length of the law, where the law lets the court fix another', () => {
    expect(due({ rule: 'lawAscertainment.provide', base: '2026-05-06' })).toBe('2026-06-05')
    expect(due({ rule: 'lawAscertainment.provide', base: '2026-05-06', dueOn: '2026-07-08' })).toBe(
      '2026-07-08',
    )
  })

  it.each([
    ['ordinary', '2026-04-15', false],
    ['ordinary', '2026-04-16', true],
    ['appeal', '2026-04-11', true],
    ['appeal', '2026-04-10', false],
    ['summary', '2026-04-16', true],
    ['summary', '2026-04-17', false],
    ['smallClaims', '2026-04-08', true],
    ['smallClaims', '2026-04-09', false],
  ] as const)('for evidence in %s procedure from 1 April may be %s: %s', (procedure, dueOn, expected) => {
    expect(withinLimits('evidence.period', procedure, '2026-04-01', dueOn)).toBe(expected)
  })

  it('may be any day where the law sets neither least nor most', () => {
    expect(withinLimits('filing.supplement', 'ordinary', '2026-04-01', '2026-04-02')).toBe(true)
    expect(withinLimits('filing.supplement', 'ordinary', '2026-04-01', '2027-04-01')).toBe(true)
  })

  it('runs on for the days that were left when an objection to jurisdiction is settled', () => {
    const period = computeDeadline({ rule: 'evidence.period', base: '2026-04-01', dueOn: '2026-04-20' })
    const left = daysLeft(period, '2026-04-10')
    expect(left).toBe(10)
    expect(resumed('evidence.period', left, '2026-05-11').due).toBe('2026-05-21')
  })

  it('may end a running period anew', () => {
    const deadline = extended('trial.ordinary', '2026-12-31')
    expect(deadline).toMatchObject({ due: '2026-12-31', lapsesAt: '2026-12-31T16:00:00Z' })
    expect(deadline.steps).toContainEqual({ step: 'extended', day: '2026-12-31', basis: 'CPL 152' })
  })
})

describe('an extension that the law measures', () => {
  it('is counted with the period, not after its rolled end', () => {
    expect(due({ rule: 'confirmation.decide', base: '2026-02-27' })).toBe('2026-03-16')
    expect(due({ rule: 'confirmation.decide', base: '2026-02-27', withExtension: true })).toBe('2026-03-24')
    expect(due({ rule: 'nonEnforcement.decide', base: '2026-03-10', withExtension: true })).toBe('2026-06-10')
  })

  it('is added to the day the count ended on, once the deciding body grants it', () => {
    expect(lengthened('confirmation.decide', '2026-03-14')).toBe('2026-03-24')
    expect(lengthened('nonEnforcement.decide', '2026-05-10')).toBe('2026-06-10')
    expect(lengthened('trial.ordinary', '2026-08-31')).toBe('2027-02-28')
  })

  it('is none where the law gives none', () => {
    const review = { rule: 'filing.review', base: '2026-03-02' } as const
    expect(due({ ...review, withExtension: true })).toBe(due(review))
    expect(lengthened('filing.review', '2026-03-09')).toBe('2026-03-09')
  })
})

describe('a paused period', () => {
  it('runs on with the days it had left', () => {
    const deadline = computeDeadline({ rule: 'fee.prepay', base: '2026-03-12' })
    expect(deadline.due).toBe('2026-03-19')
    const left = daysLeft(deadline, '2026-03-16')
    expect(left).toBe(3)
    expect(resumed('fee.prepay', left, '2026-04-27')).toMatchObject({
      due: '2026-04-30',
      confidence: 'modelling',
    })
  })

  it('keeps its end where it is resumed on the day it was paused', () => {
    const deadline = computeDeadline({ rule: 'appeal.judgment.domiciled', base: '2026-09-16' })
    for (const day of ['2026-09-17', '2026-09-30', '2026-10-01', '2026-10-04', '2026-10-08']) {
      expect({ day, ...resumed(deadline.rule, daysLeft(deadline, day), day) }).toMatchObject({
        day,
        due: '2026-10-08',
      })
    }
  })

  it('counts working days where the rule does', () => {
    const deadline = computeDeadline({ rule: 'adhoc.filing', base: '2026-09-24' })
    const left = daysLeft(deadline, '2026-09-28')
    expect(left).toBe(2)
    expect(resumed('adhoc.filing', left, '2026-09-30').due).toBe('2026-10-09')
  })

  it('keeps the way of counting of its rule, however few days are left', () => {
    expect(resumed('award.correction.HK', 3, '2026-04-02').due).toBe('2026-04-08')
  })
})

describe('a version of the law', () => {
  it('is doubted where it was not in force on the day that decides', () => {
    expect(computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-02-27' })).toMatchObject({
      confidence: 'unconfirmed',
    })
    expect(stepsOf({ rule: 'setaside.CN.2025law', base: '2026-02-27' })).toContain('notYetInForce')
    expect(stepsOf({ rule: 'setaside.CN.2017law', base: '2026-03-02' })).toContain('noLongerInForce')
    expect(
      stepsOf({ rule: 'setaside.CN.2025law', base: '2026-02-27', versionOn: '2026-03-02' }),
    ).not.toContain('notYetInForce')
  })

  it('of before the change warns that no transitional rule was found', () => {
    const old = computeDeadline({ rule: 'setaside.CN.2017law', base: '2026-02-10' })
    expect(old).toMatchObject({ due: '2026-08-10', confidence: 'modelling' })
    expect(old.steps.map(({ step }) => step)).toContain('transition')
    expect(stepsOf({ rule: 'setaside.CN.2017law', base: '2025-08-29' })).not.toContain('transition')
  })
})

describe('a provisional date', () => {
  it('lies in a year whose holidays are not announced, and names the year', () => {
    const deadline = computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-11-30' })
    expect(deadline.provisional).toBe(true)
    expect(deadline.steps).toContainEqual({ step: 'provisional', year: 2027, calendar: 'CN', basis: 'L30' })
  })

  it('was counted through such a year, though it lies before it', () => {
    const deadline = computeDeadline({
      rule: 'preservation.renew',
      base: '2027-01-10',
      changes: [{ kind: 'closed', calendar: 'CN', day: '2027-01-01' }],
    })
    expect(deadline).toMatchObject({ raw: '2027-01-03', due: '2026-12-31', provisional: true })
  })

  it('settles once the year is announced', () => {
    const reckoning = { rule: 'setaside.CN.2025law', base: '2026-11-30' } as const
    const year = { kind: 'notice', calendar: 'CN', year: 2027, working: [] } as const
    expect(computeDeadline({ ...reckoning, changes: [{ ...year, off: ['2027-01-01'] }] })).toMatchObject({
      due: '2027-03-01',
      provisional: false,
    })
    expect(due({ ...reckoning, changes: [{ ...year, off: ['2027-03-01'] }] })).toBe('2027-03-02')
  })

  it('is not what lies in an announced year', () => {
    expect(computeDeadline({ rule: 'defence.domiciled', base: '2026-12-11' })).toMatchObject({
      due: '2026-12-28',
      provisional: false,
    })
  })
})

describe('the explanation', () => {
  it('tells each step with its citation', () => {
    expect(computeDeadline({ rule: 'defence.domiciled', base: '2026-02-02' })).toMatchObject({
      raw: '2026-02-17',
      steps: [
        { step: 'excluded', day: '2026-02-02', basis: 'CPL 85' },
        { step: 'counted.day', count: 15, from: '2026-02-02', to: '2026-02-17', basis: 'CPL 128' },
        { step: 'rest.holiday', day: '2026-02-17', calendar: 'CN', basis: 'L30' },
        { step: 'rolled', from: '2026-02-17', to: '2026-02-24', basis: 'CPL 85' },
      ],
      basis: ['CPL 128', 'CPL 85', 'L30'],
    })
  })

  it('names the days that were left out', () => {
    expect(computeDeadline({ rule: 'adhoc.filing', base: '2026-09-24' }).steps).toContainEqual({
      step: 'skipped.days',
      from: '2026-09-25',
      to: '2026-09-27',
      calendar: 'CN',
      basis: 'L30',
    })
  })

  it('tells why the other place rests on the day', () => {
    expect(whyDifferentIn('HK', '2026-04-03')).toEqual({
      calendar: 'HK',
      day: '2026-04-03',
      reason: 'holiday',
      next: '2026-04-08',
    })
    expect(whyDifferentIn('CN', '2026-04-03')).toBeNull()
  })
})
