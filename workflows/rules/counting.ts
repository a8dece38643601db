import {
  calendarBasis,
  isWorkingDay,
  nextWorkingDay,
  type Calendar,
  type CalendarChange,
} from './calendars.ts'
import { daysAfter, daysBetween, later } from './days.ts'
import type { DeadlineRule } from './deadlineRules.ts'

/** One step of the reckoning: a word for t('rules:step.<step>', params), its params and its citation. */
export type Step = { step: string; basis: string; [param: string]: string | number }

export type Circumstances = {
  /** The recipient's, for rules that follow it; such a rule armed for all parties at once keeps Shenzhen's. */
  calendar?: Calendar
  changes?: readonly CalendarChange[]
}

export type Place = {
  calendar: Calendar
  changes: readonly CalendarChange[]
  law: { excluded: string; clamped: string; rolled: string }
}

export function placeOf(row: DeadlineRule, { calendar = 'CN', changes = [] }: Circumstances): Place {
  if (row.calendar === 'RECIPIENT') return { calendar, changes, law: computing.RECIPIENT }
  return { calendar: row.calendar, changes, law: computing[row.calendar] }
}

const computing: Record<Calendar | 'RECIPIENT', Place['law']> = {
  CN: { excluded: 'CPL 85', clamped: 'L25 202', rolled: 'CPL 85' },
  HK: { excluded: 'Cap. 1 s.71(1)(a)', clamped: 'Cap. 1 s.3', rolled: 'Cap. 1 s.71(1)(b)' },
  HK_COURT: { excluded: 'Cap. 1 s.71(1)(a)', clamped: 'Cap. 1 s.3', rolled: 'Cap. 1 s.71(1A)' },
  RECIPIENT: { excluded: 'UNCITRAL 2(6)', clamped: 'UNCITRAL 2(6)', rolled: 'UNCITRAL 2(6)' },
}

type CountingUnit = 'day' | 'workingDay' | 'short' | 'month' | 'year'

// Hong Kong leaves public holidays out of periods of up to six days, whatever the rule calls its days.
export function countingUnit({ length }: DeadlineRule, calendar: Calendar): CountingUnit {
  if (length === 'set' || length.unit === 'hour') return 'day'
  return length.unit === 'day' && length.n <= 6 && calendar !== 'CN' ? 'short' : length.unit
}

export function inWorkingDays(row: DeadlineRule, calendar: Calendar): boolean {
  return ['workingDay', 'short'].includes(countingUnit(row, calendar))
}

/** `raw` is where the count ends, `through` the days whose being at work it depended on. */
type Count = { raw: string; steps: Step[]; through: string[] }

export function count(row: DeadlineRule, place: Place, base: string, n: number, unit: CountingUnit): Count {
  if (unit === 'workingDay' || unit === 'short') return countWorkingDays(row, place, base, n, unit)
  const back = row.direction === 'before'
  const raw = later(base, back ? -n : n, unit)
  const steps: Step[] = [
    { step: `${back ? 'countedBack' : 'counted'}.${unit}`, count: n, from: base, to: raw, basis: cite(row) },
  ]
  if (unit !== 'day' && raw.slice(-2) !== base.slice(-2)) {
    steps.push({ step: 'clamped', day: raw, basis: place.law.clamped })
  }
  return { raw, steps, through: [] }
}

function countWorkingDays(
  row: DeadlineRule,
  { calendar, changes }: Place,
  base: string,
  n: number,
  unit: 'workingDay' | 'short',
): Count {
  let raw = base
  for (let left = n; left > 0; left--) raw = nextWorkingDay(calendar, raw, changes)
  const through = daysAfter(base, raw)
  const basis = unit === 'short' ? 'Cap. 1 s.71(1)(d)' : cite(row)
  const skipped = runs(through.filter(day => !isWorkingDay(calendar, day, changes)))
  return {
    raw,
    steps: [
      ...skipped.map(({ from, to }): Step =>
        from === to
          ? { step: 'skipped.day', day: from, calendar, basis: calendarBasis[calendar] }
          : { step: 'skipped.days', from, to, calendar, basis: calendarBasis[calendar] },
      ),
      { step: `counted.${unit}`, count: n, from: base, to: raw, basis },
    ],
    through,
  }
}

/** Days in order, drawn together where they follow one another. */
function runs(days: readonly string[]): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && daysBetween(last.to, day) === 1) last.to = day
    else found.push({ from: day, to: day })
  }
  return found
}

export function cite(row: DeadlineRule): string {
  return row.basis[0]
}
