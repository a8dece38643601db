import { Temporal } from 'temporal-polyfill'

export type Calendar = 'CN' | 'HK' | 'HK_COURT'

/** A day off that nobody could know beforehand: typhoon no. 8, black rainstorm, a court closed. */
export type ClosureDay = { calendar: Calendar; day: string }

export type RestReason = 'holiday' | 'weekend' | 'saturday' | 'sunday' | 'closure'

export const calendars = ['CN', 'HK', 'HK_COURT'] as const satisfies readonly Calendar[]

/** Where the rest days of a calendar are written down. */
export const calendarBasis: Record<Calendar, string> = {
  CN: 'L30',
  HK: 'Cap. 149',
  HK_COURT: 'Cap. 1 s.71(1A)',
}

export function isWorkingDay(
  calendar: Calendar,
  day: string,
  closureDays: readonly ClosureDay[] = [],
): boolean {
  return restReason(calendar, day, closureDays) === null
}

/** Why nobody works on that day, or null where it is a working day. */
export function restReason(
  calendar: Calendar,
  day: string,
  closureDays: readonly ClosureDay[] = [],
): RestReason | null {
  return restOn(calendar, Temporal.PlainDate.from(day), closureDays)
}

export function nextWorkingDay(
  calendar: Calendar,
  day: string,
  closureDays: readonly ClosureDay[] = [],
): string {
  return nearestWorkingDay(calendar, day, closureDays, 1)
}

export function previousWorkingDay(
  calendar: Calendar,
  day: string,
  closureDays: readonly ClosureDay[] = [],
): string {
  return nearestWorkingDay(calendar, day, closureDays, -1)
}

/** A weekend day on which the Mainland works to make up for a holiday. */
export function isAdjustedWorkingDay(calendar: Calendar, day: string): boolean {
  return calendar === 'CN' && mainlandWorkingWeekends.has(day)
}

/** Whether the year's holidays have been announced; dates of any other year are provisional. */
export function isPublished(calendar: Calendar, year: number): boolean {
  return (calendar === 'CN' ? mainlandYears : hongKongYears).has(year)
}

function nearestWorkingDay(
  calendar: Calendar,
  day: string,
  closureDays: readonly ClosureDay[],
  direction: 1 | -1,
): string {
  let date = Temporal.PlainDate.from(day)
  do date = date.add({ days: direction })
  while (restOn(calendar, date, closureDays))
  return date.toString()
}

function restOn(
  calendar: Calendar,
  date: Temporal.PlainDate,
  closureDays: readonly ClosureDay[],
): RestReason | null {
  const day = date.toString()
  if (closureDays.some(closure => closure.day === day && counts(closure.calendar, calendar))) return 'closure'
  if (calendar === 'CN') {
    if (mainlandOff.has(day)) return 'holiday'
    return date.dayOfWeek >= 6 && !mainlandWorkingWeekends.has(day) ? 'weekend' : null
  }
  if (hongKongHolidays.has(day)) return 'holiday'
  if (date.dayOfWeek === 7) return 'sunday'
  return calendar === 'HK_COURT' && date.dayOfWeek === 6 ? 'saturday' : null
}

// A typhoon that closes Hong Kong closes its court offices too; a closed registry closes nothing else.
function counts(closed: Calendar, calendar: Calendar): boolean {
  return closed === calendar || (closed === 'HK' && calendar === 'HK_COURT')
}

function* daysBetween(first: string, last: string): Generator<string> {
  for (let day = Temporal.PlainDate.from(first); ; day = day.add({ days: 1 })) {
    yield day.toString()
    if (day.toString() === last) return
  }
}

// State Council notices for 2025 and 2026 (L30).
const mainlandYears: ReadonlySet<number> = new Set([2025, 2026])

const mainlandHolidays: readonly (readonly [first: string, last: string])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]

const mainlandOff: ReadonlySet<string> = new Set(
  mainlandHolidays.flatMap(([first, last]) => [...daysBetween(first, last)]),
)

const mainlandWorkingWeekends: ReadonlySet<string> = new Set([
  ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
])

// General holidays under the Schedule of Cap. 149; every Sunday besides. 2027 is computed, not yet gazetted.
const hongKongYears: ReadonlySet<number> = new Set([2025, 2026])

const hongKongHolidays: ReadonlySet<string> = new Set([
  ...['2025-01-01', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-04-18', '2025-04-19'],
  ...['2025-04-21', '2025-05-01', '2025-05-05', '2025-05-31', '2025-07-01', '2025-10-01', '2025-10-07'],
  ...['2025-10-29', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-03', '2026-04-04', '2026-04-06'],
  ...['2026-04-07', '2026-05-01', '2026-05-25', '2026-06-19', '2026-07-01', '2026-09-26', '2026-10-01'],
  ...['2026-10-19', '2026-12-25', '2026-12-26'],
  ...['2027-01-01', '2027-02-06', '2027-02-08', '2027-02-09', '2027-03-26', '2027-03-27', '2027-03-29'],
  ...['2027-04-05', '2027-05-01', '2027-05-13', '2027-06-09', '2027-07-01', '2027-09-16', '2027-10-01'],
  ...['2027-10-08', '2027-12-25', '2027-12-27'],
])
