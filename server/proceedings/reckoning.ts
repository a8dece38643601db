import { Temporal } from 'temporal-polyfill'
import { calendars, type Calendar, type CalendarChange } from '../../workflows/rules/calendars.ts'
import { computeDeadline, deadlineRules, resumed, type Deadline } from '../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import type { Clock } from './queries.ts'

/** The day that a change is known by: for the holidays of a year, their first. */
export type Named = { calendar: string; closureDay: string }

/** What a period is reckoned from, as it is stored. */
export type Reckoned = Pick<
  Clock,
  | 'rule'
  | 'status'
  | 'calendar'
  | 'base_on'
  | 'due_on'
  | 'fixed_on'
  | 'days_left'
  | 'resumed_on'
  | 'provisional'
>

/** What becomes of a running period under these calendars; undefined where it stays as it is. */
export function recounted(clock: Reckoned, changes: readonly CalendarChange[]): Deadline | undefined {
  if (clock.status !== 'armed' || isInHours(clock.rule)) return undefined
  const deadline = reckonedFrom(clock, clock.base_on, changes)
  if (!deadline) return undefined
  return deadline.due !== clock.due_on || deadline.provisional !== clock.provisional ? deadline : undefined
}

/** How a period that has lapsed would have ended later, had the change been known. */
export function laterEnd(
  clock: Reckoned,
  changes: readonly CalendarChange[],
  named: Named,
): Deadline | undefined {
  if (clock.status !== 'lapsed' || isInHours(clock.rule)) return undefined
  const now = reckonedFrom(clock, clock.base_on, changes)
  const before = reckonedFrom(
    clock,
    clock.base_on,
    changes.filter(change => !isNamed(change, named)),
  )
  return now && before && now.due > before.due && now.due > clock.due_on ? now : undefined
}

const isNamed = (change: CalendarChange, { calendar, closureDay }: Named) =>
  change.calendar === calendar && (change.kind === 'notice' ? change.off[0] : change.day) === closureDay

const reasons = { closed: 'closureDay', working: 'workingDay', notice: 'holidayNotice' } as const

export function whyMoved(changes: readonly CalendarChange[], named: Named): string {
  const change = changes.findLast(each => isNamed(each, named))
  return change ? reasons[change.kind] : 'withdrawn'
}

function isInHours(rule: string): boolean {
  if (!isRuleId(rule)) return false
  const { length } = deadlineRules[rule]
  return length !== 'set' && length.unit === 'hour'
}

/** A period as it is reckoned from that day by these calendars. */
export function reckonedFrom(
  clock: Reckoned,
  base: string,
  changes: readonly CalendarChange[],
): Deadline | undefined {
  const { rule, fixed_on, resumed_on } = clock
  if (!isRuleId(rule)) return undefined
  const calendar = asCalendar(clock.calendar)
  const given = { changes, ...(calendar && { calendar }) }
  if (fixed_on !== null) return computeDeadline({ rule, base, dueOn: fixed_on, ...given })
  if (resumed_on !== null) return resumed(rule, leftFrom(clock, base), resumed_on, given)
  return computeDeadline({ rule, base, ...given })
}

/** The days that a resumed period had left, were it counted from that day. */
export const leftFrom = ({ days_left, base_on }: Reckoned, base: string) =>
  Math.max((days_left ?? 0) + daysBetween(base_on, base), 0)

export const asCalendar = (name: string | undefined): Calendar | undefined =>
  calendars.find(each => each === name)

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
