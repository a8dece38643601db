import {
  calendars,
  isAdjustedWorkingDay,
  isWorkingDay,
  type Calendar,
  type CalendarChange,
} from '../../workflows/rules/calendars.ts'
import { Temporal } from 'temporal-polyfill'

export { calendars }

/** Why a single day is entered. All but the last but one close it. */
export const dayReasons = [
  'typhoon',
  'blackRainstorm',
  'courtClosed',
  'holidayNotice',
  'workingWeekend',
  'other',
] as const

/** Calendars whose holidays are announced by the year; the court offices follow Hong Kong's. */
export const noticeCalendars = ['CN', 'HK'] as const

/** What an administrator enters into the calendars. */
export type Entry =
  | { kind: 'closed' | 'working'; calendar: Calendar; day: string; why: string; note: string }
  | {
      kind: 'notice'
      calendar: Calendar
      year: number
      off: string[]
      working: string[]
      why: string
      note: string
    }

/** The day by which the record of a case names it. */
export const dayOf = (entry: Entry): string => (entry.kind === 'notice' ? (entry.off[0] ?? '') : entry.day)

/** The days that it may bear on. */
export const spanOf = (entry: Entry): { first: string; last: string } =>
  entry.kind === 'notice'
    ? { first: `${entry.year}-01-01`, last: `${entry.year}-12-31` }
    : { first: entry.day, last: entry.day }

export type Objection = { field: string; error: string; day?: string }

/** What stands against an entry where the calendar is as these changes have made it. */
export function objectionTo(entry: Entry, changes: readonly CalendarChange[]): Objection | undefined {
  if (entry.kind === 'notice') return objectionToNotice(entry)
  if (entry.kind === 'closed')
    return isWorkingDay(entry.calendar, entry.day, changes)
      ? undefined
      : { field: 'day', error: 'alreadyOff' }
  if (entry.calendar !== 'CN') return { field: 'why', error: 'onlyMainland' }
  if (!isWeekend(entry.day)) return { field: 'day', error: 'notWeekend' }
  return isAdjustedWorkingDay('CN', entry.day, changes)
    ? { field: 'day', error: 'alreadyWorking' }
    : undefined
}

function objectionToNotice(entry: Extract<Entry, { kind: 'notice' }>): Objection | undefined {
  const { calendar, year, off, working } = entry
  const elsewhere = (days: string[]) => days.find(day => !day.startsWith(`${year}-`))
  const strayOff = elsewhere(off)
  if (strayOff !== undefined) return { field: 'off', error: 'otherYear', day: strayOff }
  const strayWorking = elsewhere(working)
  if (strayWorking !== undefined) return { field: 'working', error: 'otherYear', day: strayWorking }
  if (calendar !== 'CN' && working.length > 0) return { field: 'working', error: 'onlyMainland' }
  const weekday = working.find(day => !isWeekend(day))
  if (weekday !== undefined) return { field: 'working', error: 'notWeekend', day: weekday }
  const both = working.find(day => off.includes(day))
  return both === undefined ? undefined : { field: 'working', error: 'both', day: both }
}

const isWeekend = (day: string) => Temporal.PlainDate.from(day).dayOfWeek >= 6
