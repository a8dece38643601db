import { dayAt, dayNumber, daysAfter, weekdayOf } from './days.ts'

export type Calendar = 'CN' | 'HK' | 'HK_COURT'

/** What became known of a calendar after it was written down here. A later change of the same day goes before. */
export type CalendarChange =
  /** Off, which nobody could know beforehand: typhoon no. 8, black rainstorm, a court closed. */
  | { kind: 'closed'; calendar: Calendar; day: string }
  /** A weekend day that was declared a working day. */
  | { kind: 'working'; calendar: Calendar; day: string }
  /** The holidays of a whole year as announced, and the weekend days worked instead. */
  | {
      kind: 'notice'
      calendar: Calendar
      year: number
      off: readonly string[]
      working: readonly string[]
    }

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
  changes: readonly CalendarChange[] = [],
): boolean {
  return restReason(calendar, day, changes) === null
}

/** Why nobody works on that day, or null where it is a working day. */
export function restReason(
  calendar: Calendar,
  day: string,
  changes: readonly CalendarChange[] = [],
): RestReason | null {
  return restOn(calendar, dayNumber(day), changes)
}

export function nextWorkingDay(
  calendar: Calendar,
  day: string,
  changes: readonly CalendarChange[] = [],
): string {
  return nearestWorkingDay(calendar, day, changes, 1)
}

export function previousWorkingDay(
  calendar: Calendar,
  day: string,
  changes: readonly CalendarChange[] = [],
): string {
  return nearestWorkingDay(calendar, day, changes, -1)
}

/** A weekend day on which the Mainland works to make up for a holiday. */
export function isAdjustedWorkingDay(
  calendar: Calendar,
  day: string,
  changes: readonly CalendarChange[] = [],
): boolean {
  if (calendar !== 'CN' || weekdayOf(dayNumber(day)) < 6) return false
  return (
    changes.some(change => change.kind === 'working' && change.calendar === calendar && change.day === day) ||
    bookOf(calendar, day, changes).works(day)
  )
}

/** Whether the year's holidays have been announced; dates of any other year are provisional. */
export function isPublished(
  calendar: Calendar,
  year: number,
  changes: readonly CalendarChange[] = [],
): boolean {
  return (
    (calendar === 'CN' ? mainlandYears : hongKongYears).has(year) ||
    noticeOf(calendar, year, changes) !== undefined
  )
}

/** Whether a change of one calendar is one of the other too. */
export function concerns(changed: Calendar, calendar: Calendar): boolean {
  // A typhoon that closes Hong Kong closes its court offices too; a closed registry closes nothing else.
  return changed === calendar || (changed === 'HK' && calendar === 'HK_COURT')
}

function nearestWorkingDay(
  calendar: Calendar,
  day: string,
  changes: readonly CalendarChange[],
  direction: 1 | -1,
): string {
  let number = dayNumber(day)
  do number += direction
  while (restOn(calendar, number, changes))
  return dayAt(number)
}

function restOn(calendar: Calendar, number: number, changes: readonly CalendarChange[]): RestReason | null {
  const [day, weekday] = [dayAt(number), weekdayOf(number)]
  const own = changes.filter(
    change => change.kind !== 'notice' && change.day === day && concerns(change.calendar, calendar),
  )
  // A storm closes a weekend that was to be worked.
  if (own.some(({ kind }) => kind === 'closed')) return 'closure'
  if (own.some(({ kind }) => kind === 'working')) return null
  const book = bookOf(calendar, day, changes)
  if (book.rests(day)) return 'holiday'
  if (calendar === 'CN') return weekday >= 6 && !book.works(day) ? 'weekend' : null
  if (weekday === 7) return 'sunday'
  return calendar === 'HK_COURT' && weekday === 6 ? 'saturday' : null
}

type Book = { rests: (day: string) => boolean; works: (day: string) => boolean }

/** The holidays of a day's year: as announced since, else as written down here. */
function bookOf(calendar: Calendar, day: string, changes: readonly CalendarChange[]): Book {
  const notice = noticeOf(calendar, Number(day.slice(0, 4)), changes)
  if (notice) return { rests: day => notice.off.includes(day), works: day => notice.working.includes(day) }
  return calendar === 'CN' ? mainland : hongKong
}

type Notice = Extract<CalendarChange, { kind: 'notice' }>

const noticeOf = (calendar: Calendar, year: number, changes: readonly CalendarChange[]): Notice | undefined =>
  changes.findLast(
    (change): change is Notice =>
      change.kind === 'notice' && change.year === year && concerns(change.calendar, calendar),
  )

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
  mainlandHolidays.flatMap(([first, last]) => [first, ...daysAfter(first, last)]),
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

const mainland: Book = { rests: day => mainlandOff.has(day), works: day => mainlandWorkingWeekends.has(day) }
const hongKong: Book = { rests: day => hongKongHolidays.has(day), works: () => false }
