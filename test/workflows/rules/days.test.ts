import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { dayAt, dayNumber, daysAfter, daysBetween, later, weekdayOf } from '../../../workflows/rules/days.ts'

it('numbers the days of four centuries as the calendar has them', () => {
  const last = Temporal.PlainDate.from('2200-01-01')
  let number = dayNumber('1799-12-31')
  for (let date = Temporal.PlainDate.from('1799-12-31'); !date.equals(last); date = date.add({ days: 1 })) {
    const day = date.toString()
    if (dayAt(number) !== day || dayNumber(day) !== number || weekdayOf(number) !== date.dayOfWeek)
      expect([number, dayAt(number), weekdayOf(number)]).toEqual([dayNumber(day), day, date.dayOfWeek])
    number++
  }
  expect(number).toBe(dayNumber('2200-01-01'))
  expect(dayNumber('1970-01-01')).toBe(0)
}, 60_000)

it('ends a period of months or years on the last day of a month that is too short', () => {
  for (const day of ['2024-02-29', '2025-08-31', '2026-01-30', '2023-12-31', '2100-03-31', '0001-01-31']) {
    for (let n = -30; n <= 30; n++) {
      const date = Temporal.PlainDate.from(day)
      expect(later(day, n, 'month')).toBe(date.add({ months: n }).toString())
      expect(later(day, n, 'year')).toBe(date.add({ years: n }).toString())
      expect(later(day, n, 'day')).toBe(date.add({ days: n }).toString())
    }
  }
})

it('counts from one day to another', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  expect(daysAfter('2026-02-27', '2026-03-02')).toEqual(['2026-02-28', '2026-03-01', '2026-03-02'])
  expect(daysAfter('2026-03-02', '2026-03-02')).toEqual([])
})

it('writes the days after the year 9999 as the standard does', () => {
  expect(later('9999-12-31', 1, 'day')).toBe('+010000-01-01')
  expect(dayNumber('+010000-01-01')).toBe(dayNumber('9999-12-31') + 1)
  expect(later('0000-01-01', -1, 'day')).toBe('-000001-12-31')
})

it('takes nothing else for a day', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', 'today', ''])
    expect(() => dayNumber(text), text).toThrow(RangeError)
  expect(() => later('2026-02-30', 1, 'month')).toThrow(RangeError)
})
