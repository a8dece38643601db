import { Temporal } from 'temporal-polyfill'
import {
  calendarBasis,
  isAdjustedWorkingDay,
  isPublished,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  restReason,
  type Calendar,
  type CalendarChange,
  type RestReason,
} from './calendars.ts'
import {
  cite,
  count,
  countingUnit,
  inWorkingDays,
  placeOf,
  type Circumstances,
  type Place,
  type Step,
} from './counting.ts'
import { daysAfter, daysBetween, later } from './days.ts'
import {
  deadlineRules as rules,
  type Confidence,
  type DeadlineRule,
  type Limit,
  type RuleId,
} from './deadlineRules.ts'

export type { Circumstances, Step } from './counting.ts'
export { deadlineRules, ruleIds } from './deadlineRules.ts'
export type { Confidence, DeadlineRule, LapseRole, Length, Limit, RuleId, Unit } from './deadlineRules.ts'

export type Deadline = {
  rule: RuleId
  /** The last day on which the act is in time. */
  due: string
  /** Where the count ends before rest days move it. */
  raw: string
  /** The instant at which the clock lets it lapse, in UTC. */
  lapsesAt: string
  calendar: Calendar
  steps: Step[]
  basis: string[]
  /** True while the holidays of a year that the date lies in or was counted through are unannounced. */
  provisional: boolean
  confidence: Confidence
}

export type Reckoning = Circumstances & {
  rule: RuleId
  /** The day of the event, which never counts. */
  base: string
  /** The last day, where an event fixes it. */
  dueOn?: string
  /** The moment of the event, for a period of hours; else the whole day of the base is left out. */
  baseInstant?: string
  /** The length of an hk.shortPeriod, which stands for every period of up to six days. */
  days?: number
  /** Count in what the deciding body may add. */
  withExtension?: boolean
  /** The day that decides which version of the law applies, if not the base. */
  versionOn?: string
}

export function computeDeadline(reckoning: Reckoning): Deadline {
  const { rule, base, dueOn, baseInstant, days, withExtension = false, versionOn = base } = reckoning
  const row = rowOf(rule)
  const place = placeOf(row, reckoning)
  const version = versionSteps(row, versionOn)
  if (dueOn !== undefined) {
    return settle(rule, place, dueOn, [...version, { step: 'set', day: dueOn, basis: cite(row) }])
  }
  if (row.length === 'set') throw new RangeError(`${rule} needs the day that the event fixes`)

  const n = (days ?? row.length.n) + (withExtension ? (row.extension?.n ?? 0) : 0)
  if (row.length.unit === 'hour') return settleHours(rule, place, baseInstant ?? endOf(base), n, version)
  const excluded: Step = { step: 'excluded', day: base, basis: place.law.excluded }
  const { raw, steps, through } = count(row, place, base, n, countingUnit(row, place.calendar))
  return settle(rule, place, raw, [...version, excluded, ...steps], through)
}

/** A running period whose last day an event has fixed anew. */
export function extended(rule: RuleId, dueOn: string, circumstances: Circumstances = {}): Deadline {
  const row = rowOf(rule)
  return settle(rule, placeOf(row, circumstances), dueOn, [
    { step: 'extended', day: dueOn, basis: cite(row) },
  ])
}

/** The last day of a period once what its rule allows to be added has been added, before it is moved off a holiday. */
export function lengthened(rule: RuleId, raw: string): string {
  const { n = 0, unit = 'day' } = rowOf(rule).extension ?? {}
  return later(raw, n, unit === 'month' ? 'month' : 'day')
}

/** A paused period that runs on, from the day after its resumption, for the days it had left. */
export function resumed(
  rule: RuleId,
  left: number,
  resumedOn: string,
  circumstances: Circumstances = {},
): Deadline {
  const row = rowOf(rule)
  const place = placeOf(row, circumstances)
  const unit = inWorkingDays(row, place.calendar) ? countingUnit(row, place.calendar) : 'day'
  const { raw, steps, through } = count(row, place, resumedOn, left, unit)
  const resumption: Step = { step: 'resumed', day: resumedOn, count: left, basis: cite(row) }
  const deadline = settle(rule, place, raw, [resumption, ...steps], through)
  return { ...deadline, confidence: weakest(deadline.confidence, 'modelling') }
}

/** What a period paused on that day has left: working days where it is counted in those. */
export function daysLeft(
  { rule, raw, calendar }: Pick<Deadline, 'rule' | 'raw' | 'calendar'>,
  pausedOn: string,
  changes: readonly CalendarChange[] = [],
): number {
  if (!inWorkingDays(rowOf(rule), calendar)) return Math.max(0, daysBetween(pausedOn, raw))
  return daysAfter(pausedOn, raw).filter(day => isWorkingDay(calendar, day, changes)).length
}

/** Why the day a period ends is no working day in the other place; null where people work there too. */
export function whyDifferentIn(
  calendar: Calendar,
  due: string,
  changes: readonly CalendarChange[] = [],
): { calendar: Calendar; day: string; reason: RestReason; next: string } | null {
  const reason = restReason(calendar, due, changes)
  return reason && { calendar, day: due, reason, next: nextWorkingDay(calendar, due, changes) }
}

/** Whether a day fixed by the court keeps the least and the most that the procedure allows. */
export function withinLimits(rule: RuleId, procedure: Limit['for'], fixedOn: string, dueOn: string): boolean {
  const days = daysBetween(fixedOn, dueOn)
  return (rowOf(rule).limits ?? [])
    .filter(limit => limit.for === procedure)
    .every(({ atLeast = 0, atMost = Infinity }) => days >= atLeast && days <= atMost)
}

/** The calendar that a rule with the recipient's calendar follows for someone living there. */
export function recipientCalendar(domicile: string): Calendar {
  // No other place's holidays are kept here: its people are told Shenzhen's.
  return domicile === 'HK' ? 'HK' : 'CN'
}

function settle(rule: RuleId, place: Place, raw: string, steps: Step[], through: string[] = []): Deadline {
  const { due, steps: rolling } = roll(rowOf(rule), place, raw)
  return conclude(rule, place, { due, raw, lapsesAt: endOf(due) }, [...steps, ...rolling], through)
}

function settleHours(rule: RuleId, place: Place, from: string, n: number, version: Step[]): Deadline {
  const lapse = Temporal.Instant.from(from).add({ hours: n })
  const lapsesAt = lapse.toString()
  // A period that ends at midnight ends with the day before.
  const due = lapse.subtract({ nanoseconds: 1 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  const counted: Step = { step: 'counted.hour', count: n, from, to: lapsesAt, basis: cite(rowOf(rule)) }
  return conclude(rule, place, { due, raw: due, lapsesAt }, [...version, counted], [])
}

function roll(
  row: DeadlineRule,
  { calendar, changes, law }: Place,
  raw: string,
): { due: string; steps: Step[] } {
  const reason = restReason(calendar, raw, changes)
  if (row.roll === 'none') {
    const stays: Step = { step: 'stays', day: raw, basis: cite(row) }
    return { due: raw, steps: reason ? [stays] : [] }
  }
  const back = row.roll === 'back'
  const moved = back ? previousWorkingDay : nextWorkingDay
  const due = reason ? moved(calendar, raw, changes) : raw
  const steps: Step[] = reason
    ? [
        { step: `rest.${reason}`, day: raw, calendar, basis: calendarBasis[calendar] },
        { step: back ? 'rolledBack' : 'rolled', from: raw, to: due, basis: law.rolled },
      ]
    : []
  if (isAdjustedWorkingDay(calendar, due, changes))
    steps.push({ step: 'adjusted', day: due, basis: calendarBasis.CN })
  return { due, steps }
}

function conclude(
  rule: RuleId,
  { calendar, changes }: Place,
  dates: Pick<Deadline, 'due' | 'raw' | 'lapsesAt'>,
  steps: Step[],
  through: string[],
): Deadline {
  const row = rowOf(rule)
  const years = new Set([...through, dates.raw, dates.due].map(day => Number(day.slice(0, 4))))
  const unannounced = [...years].filter(year => !isPublished(calendar, year, changes))
  const all = [
    ...steps,
    ...unannounced.map((year): Step => ({
      step: 'provisional',
      year,
      calendar,
      basis: calendarBasis[calendar],
    })),
  ]
  return {
    rule,
    ...dates,
    calendar,
    steps: all,
    basis: [...new Set([...row.basis, ...all.map(({ basis }) => basis)])],
    provisional: unannounced.length > 0,
    confidence: weakest(row.confidence, ...all.map(({ step }) => doubts[step] ?? 'confirmed')),
  }
}

/** Steps on which the law is silent or the calendar unannounced. */
const doubts: Partial<Record<string, Confidence>> = {
  adjusted: 'modelling',
  provisional: 'modelling',
  transition: 'modelling',
  notYetInForce: 'unconfirmed',
  noLongerInForce: 'unconfirmed',
}

function versionSteps(row: DeadlineRule, on: string): Step[] {
  const { effectiveFrom, effectiveTo, transition } = row
  const basis = cite(row)
  const steps: Step[] = []
  if (effectiveFrom && on < effectiveFrom)
    steps.push({ step: 'notYetInForce', day: on, from: effectiveFrom, basis })
  if (effectiveTo && on > effectiveTo)
    steps.push({ step: 'noLongerInForce', day: on, to: effectiveTo, basis })
  if (transition && on >= transition.from && on <= transition.to)
    steps.push({ step: 'transition', day: on, basis })
  return steps
}

const confidences: readonly Confidence[] = ['confirmed', 'modelling', 'unconfirmed']

function weakest(...of: Confidence[]): Confidence {
  return of.reduce((weak, next) => (confidences.indexOf(next) > confidences.indexOf(weak) ? next : weak))
}

/** 24:00 of a day in Shenzhen, which keeps eight hours ahead of UTC all year. */
function endOf(day: string): string {
  return `${day}T16:00:00Z`
}

function rowOf(rule: RuleId): DeadlineRule {
  return rules[rule]
}
