import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  isAdjustedWorkingDay,
  isPublished,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  restReason,
} from '../../../workflows/rules/calendars.ts'
import { hasShared, shared } from './shared.ts'

describe('the Mainland', () => {
  it('rests at weekends and on the days of the notices', () => {
    expect(restReason('CN', '2026-03-07')).toBe('weekend')
    expect(restReason('CN', '2026-02-17')).toBe('holiday')
    expect(restReason('CN', '2026-03-09')).toBeNull()
  })

  it('works on the weekends that make up for a holiday', () => {
    expect(isWorkingDay('CN', '2026-02-14')).toBe(true)
    expect(isWorkingDay('CN', '2026-10-10')).toBe(true)
    expect(isWorkingDay('CN', '2025-01-26')).toBe(true)
  })

  it('does not rest for Good Friday', () => {
    expect(isWorkingDay('CN', '2026-04-03')).toBe(true)
  })
})

describe('Hong Kong', () => {
  it('works on Saturdays, except at the court offices', () => {
    expect(restReason('HK', '2026-10-03')).toBeNull()
    expect(restReason('HK_COURT', '2026-10-03')).toBe('saturday')
  })

  it('rests on every Sunday and general holiday', () => {
    expect(restReason('HK', '2026-03-08')).toBe('sunday')
    expect(restReason('HK', '2026-04-03')).toBe('holiday')
    expect(restReason('HK_COURT', '2026-04-03')).toBe('holiday')
  })
})

describe('a closure day', () => {
  const typhoon = [{ kind: 'closed', calendar: 'HK', day: '2026-09-08' }] as const

  it('of Hong Kong closes its court offices too, and nothing in the Mainland', () => {
    expect(restReason('HK', '2026-09-08', typhoon)).toBe('closure')
    expect(restReason('HK_COURT', '2026-09-08', typhoon)).toBe('closure')
    expect(restReason('CN', '2026-09-08', typhoon)).toBeNull()
  })

  it('of the court offices closes only them', () => {
    const closed = [{ kind: 'closed', calendar: 'HK_COURT', day: '2026-09-08' }] as const
    expect(isWorkingDay('HK', '2026-09-08', closed)).toBe(true)
    expect(isWorkingDay('HK_COURT', '2026-09-08', closed)).toBe(false)
  })

  it('beats a weekend that the Mainland works', () => {
    expect(isWorkingDay('CN', '2026-10-10', [{ kind: 'closed', calendar: 'CN', day: '2026-10-10' }])).toBe(
      false,
    )
  })

  it('is passed over when the next working day is looked for', () => {
    expect(nextWorkingDay('HK', '2026-09-07', typhoon)).toBe('2026-09-09')
    expect(previousWorkingDay('HK', '2026-09-09', typhoon)).toBe('2026-09-07')
  })
})

describe('a weekend day declared a working day', () => {
  const saturday = { kind: 'working', calendar: 'CN', day: '2026-06-13' } as const

  it('is worked in the Mainland, and says so where a period ends on it', () => {
    expect(isWorkingDay('CN', '2026-06-13')).toBe(false)
    expect(isWorkingDay('CN', '2026-06-13', [saturday])).toBe(true)
    expect(isAdjustedWorkingDay('CN', '2026-06-13', [saturday])).toBe(true)
    expect(isWorkingDay('HK_COURT', '2026-06-13', [saturday])).toBe(false)
  })

  it('is closed all the same by a storm', () => {
    expect(restReason('CN', '2026-06-13', [saturday, { ...saturday, kind: 'closed' }])).toBe('closure')
  })
})

describe('the holidays of a year', () => {
  const notice = {
    kind: 'notice',
    calendar: 'CN',
    year: 2027,
    off: ['2027-02-08'],
    working: ['2027-02-13'],
  } as const

  it('announce the year, with its days off and the weekends worked instead', () => {
    expect(isPublished('CN', 2027, [notice])).toBe(true)
    expect(isPublished('HK', 2027, [notice])).toBe(false)
    expect(isPublished('CN', 2028, [notice])).toBe(false)
    expect(restReason('CN', '2027-02-08', [notice])).toBe('holiday')
    expect(isWorkingDay('CN', '2027-02-13', [notice])).toBe(true)
    expect(restReason('CN', '2027-02-14', [notice])).toBe('weekend')
  })

  it('of Hong Kong take the place of those reckoned beforehand, for its court offices too', () => {
    const gazetted = { ...notice, calendar: 'HK', off: ['2027-02-10'], working: [] } as const
    expect(restReason('HK', '2027-02-09')).toBe('holiday')
    expect(restReason('HK', '2027-02-09', [gazetted])).toBeNull()
    expect(restReason('HK_COURT', '2027-02-10', [gazetted])).toBe('holiday')
    expect(isPublished('HK_COURT', 2027, [gazetted])).toBe(true)
  })

  it('entered later take the place of those entered before', () => {
    const amended = { ...notice, off: ['2027-02-09'] }
    expect(isWorkingDay('CN', '2027-02-08', [notice, amended])).toBe(true)
    expect(restReason('CN', '2027-02-09', [notice, amended])).toBe('holiday')
  })
})

it('knows which years are announced', () => {
  expect(isPublished('CN', 2026)).toBe(true)
  expect(isPublished('CN', 2027)).toBe(false)
  expect(isPublished('HK', 2026)).toBe(true)
  expect(isPublished('HK', 2027)).toBe(false)
})

it('looks for a working day other than the day itself', () => {
  expect(nextWorkingDay('CN', '2026-03-09')).toBe('2026-03-10')
  expect(previousWorkingDay('CN', '2026-10-04')).toBe('2026-09-30')
})

describe.skipIf(!hasShared)('the calendars of the reference', () => {
  const days = z.array(z.string())
  const { CN, HK } = z
    .object({
      calendars: z.object({
        CN: z.object({
          offDays2025: days,
          offDays2026: days,
          workingWeekendDays2025: days,
          workingWeekendDays2026: days,
        }),
        HK: z.object({ generalHolidays2026: days, generalHolidays2027_provisional: days }),
      }),
    })
    .parse(hasShared ? shared('scenarios/calendars.json') : empty()).calendars

  it.each([2025, 2026])('agree on every day of %i in the Mainland', year => {
    const off = [...CN.offDays2025, ...CN.offDays2026]
    const working = [...CN.workingWeekendDays2025, ...CN.workingWeekendDays2026]
    for (const { day, weekday } of daysOf(year)) {
      const rests = off.includes(day) || (weekday >= 6 && !working.includes(day))
      expect({ day, works: isWorkingDay('CN', day) }).toEqual({ day, works: !rests })
    }
  })

  it.each([2026, 2027])('agree on every day of %i in Hong Kong', year => {
    const off = [...HK.generalHolidays2026, ...HK.generalHolidays2027_provisional]
    for (const { day, weekday } of daysOf(year)) {
      expect({ day, works: isWorkingDay('HK', day) }).toEqual({
        day,
        works: weekday !== 7 && !off.includes(day),
      })
    }
  })
})

function daysOf(year: number): { day: string; weekday: number }[] {
  const days = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push({ day: new Date(at).toISOString().slice(0, 10), weekday: new Date(at).getUTCDay() || 7 })
  }
  return days
}

function empty() {
  return {
    calendars: {
      CN: { offDays2025: [], offDays2026: [], workingWeekendDays2025: [], workingWeekendDays2026: [] },
      HK: { generalHolidays2026: [], generalHolidays2027_provisional: [] },
    },
  }
}
