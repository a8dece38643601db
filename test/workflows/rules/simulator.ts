import type { Calendar, CalendarChange } from '../../../workflows/rules/calendars.ts'
import type { DeadlineRule } from '../../../workflows/rules/deadlines.ts'

/**
 * Reckons a due day the slow way: a strip of days, each with its weekday, and a finger that moves along it
 * one day at a time. Holidays are written out anew, so that it shares nothing with what it checks.
 */
export function simulate(
  { length, direction, roll }: DeadlineRule,
  { base, days, calendar, changes }: { base: string; days?: number; calendar: Calendar; changes: Closed[] },
): string {
  if (length === 'set' || length.unit === 'hour') throw new Error('only counted periods are simulated')
  const n = days ?? length.n
  const forwards = direction === 'after'
  const at = (finger: number): string => strip[finger]!.day
  const works = (finger: number): boolean => isOpen(strip[finger]!, calendar, changes)
  let finger = indexOf(base)

  if (length.unit === 'workingDay' || (length.unit === 'day' && length.n <= 6 && calendar !== 'CN')) {
    for (let found = 0; found < n;) if (works(++finger)) found++
  } else if (length.unit === 'day') {
    finger += forwards ? n : -n
  } else {
    const [year, month, day] = base.split('-').map(Number) as [number, number, number]
    let [y, m] = [year, month]
    for (let i = 0; i < n * (length.unit === 'year' ? 12 : 1); i++)
      [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]
    finger = indexOf(write(y, m, Math.min(day, daysIn(y, m))))
  }

  if (roll === 'forward') while (!works(finger)) finger++
  if (roll === 'back') while (!works(finger)) finger--
  return at(finger)
}

type Closed = Extract<CalendarChange, { kind: 'closed' }>

type Day = { day: string; weekday: number }

function isOpen({ day, weekday }: Day, calendar: Calendar, changes: Closed[]): boolean {
  for (const closed of changes) {
    if (closed.day !== day) continue
    if (closed.calendar === calendar) return false
    if (closed.calendar === 'HK' && calendar === 'HK_COURT') return false
  }
  const weekend = weekday === 0 || weekday === 6
  if (calendar === 'CN') {
    if (madeUp.includes(day)) return true
    return !weekend && !mainland.includes(day)
  }
  if (weekday === 0 || hongKong.includes(day)) return false
  return !(calendar === 'HK_COURT' && weekday === 6)
}

const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

const write = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const strip: Day[] = []
// 1 January 2023 was a Sunday.
for (let year = 2023, weekday = 0; year <= 2040; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysIn(year, month); day++, weekday = (weekday + 1) % 7) {
      strip.push({ day: write(year, month, day), weekday })
    }
  }
}
const places = new Map(strip.map(({ day }, index) => [day, index]))
const indexOf = (day: string): number => places.get(day)!

/** '2026-02: 15 16 17' → three days. */
const listed = (lines: string[]): string[] =>
  lines.flatMap(line => {
    const [month = '', days = ''] = line.split(': ')
    return days.split(' ').map(day => `${month}-${day.padStart(2, '0')}`)
  })

const mainland = listed([
  '2025-01: 1 28 29 30 31',
  '2025-02: 1 2 3 4',
  '2025-04: 4 5 6',
  '2025-05: 1 2 3 4 5 31',
  '2025-06: 1 2',
  '2025-10: 1 2 3 4 5 6 7 8',
  '2026-01: 1 2 3',
  '2026-02: 15 16 17 18 19 20 21 22 23',
  '2026-04: 4 5 6',
  '2026-05: 1 2 3 4 5',
  '2026-06: 19 20 21',
  '2026-09: 25 26 27',
  '2026-10: 1 2 3 4 5 6 7',
])

const madeUp = listed([
  '2025-01: 26',
  '2025-02: 8',
  '2025-04: 27',
  '2025-09: 28',
  '2025-10: 11',
  '2026-01: 4',
  '2026-02: 14 28',
  '2026-05: 9',
  '2026-09: 20',
  '2026-10: 10',
])

const hongKong = listed([
  '2025-01: 1 29 30 31',
  '2025-04: 4 18 19 21',
  '2025-05: 1 5 31',
  '2025-07: 1',
  '2025-10: 1 7 29',
  '2025-12: 25 26',
  '2026-01: 1',
  '2026-02: 17 18 19',
  '2026-04: 3 4 6 7',
  '2026-05: 1 25',
  '2026-06: 19',
  '2026-07: 1',
  '2026-09: 26',
  '2026-10: 1 19',
  '2026-12: 25 26',
  '2027-01: 1',
  '2027-02: 6 8 9',
  '2027-03: 26 27 29',
  '2027-04: 5',
  '2027-05: 1 13',
  '2027-06: 9',
  '2027-07: 1',
  '2027-09: 16',
  '2027-10: 1 8',
  '2027-12: 25 27',
])
