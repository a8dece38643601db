import { calendars, type CalendarChange } from '../../workflows/rules/calendars.ts'

/** A row of `calendar_changes`. */
export type ChangeRow = {
  id: number
  kind: string
  calendar: string
  day: string | null
  year: number | null
  off: string[] | null
  working: string[] | null
}

/** What administrators entered about the calendars, as the rules take it. */
export const changesFrom = (rows: readonly ChangeRow[]): CalendarChange[] =>
  rows.flatMap(({ kind, calendar: name, day, year, off, working }): CalendarChange[] => {
    const calendar = calendars.find(each => each === name)
    if (!calendar) return []
    if (day !== null && (kind === 'closed' || kind === 'working')) return [{ kind, calendar, day }]
    return year !== null && kind === 'notice'
      ? [{ kind: 'notice', calendar, year, off: off ?? [], working: working ?? [] }]
      : []
  })
