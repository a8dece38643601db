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
  type ClosureDay,
  type RestReason,
} from './calendars.ts'
import {
  deadlineRules as rules,
  type Confidence,
  type DeadlineRule,
  type Limit,
  type RuleId,
} from './deadlineRules.ts'

export { deadlineRules, ruleIds } from './deadlineRules.ts'
export type { Confidence, DeadlineRule, LapseRole, Length, Limit, RuleId, Unit } from './deadlineRules.ts'

/** One step of the reckoning: a word for t('rules:step.<step>', params), its params and its citation. */
export type Step = { step: string; basis: string; [param: string]: string | number }

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

export type Circumstances = {
  /** The recipient's, for rules that follow it; such a rule armed for all parties at once keeps Shenzhen's. */
  calendar?: Calendar
  closureDays?: readonly ClosureDay[]
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
  closureDays: readonly ClosureDay[] = [],
): number {
  const days = daysAfter(pausedOn, raw)
  if (!inWorkingDays(rowOf(rule), calendar)) return days.length
  return days.filter(day => isWorkingDay(calendar, day, closureDays)).length
}

/** Why the day a period ends is no working day in the other place; null where people work there too. */
export function whyDifferentIn(
  calendar: Calendar,
  due: string,
  closureDays: readonly ClosureDay[] = [],
): { calendar: Calendar; day: string; reason: RestReason; next: string } | null {
  const reason = restReason(calendar, due, closureDays)
  return reason && { calendar, day: due, reason, next: nextWorkingDay(calendar, due, closureDays) }
}

/** Whether a day fixed by the court keeps the least and the most that the procedure allows. */
export function withinLimits(rule: RuleId, procedure: Limit['for'], fixedOn: string, dueOn: string): boolean {
  const days = daysAfter(fixedOn, dueOn).length
  return (rowOf(rule).limits ?? [])
    .filter(limit => limit.for === procedure)
    .every(({ atLeast = 0, atMost = Infinity }) => days >= atLeast && days <= atMost)
}

/** The calendar that a rule with the recipient's calendar follows for someone living there. */
export function recipientCalendar(domicile: string): Calendar {
  // No other place's holidays are kept here: its people are told Shenzhen's.
  return domicile === 'HK' ? 'HK' : 'CN'
}

type Place = {
  calendar: Calendar
  closureDays: readonly ClosureDay[]
  law: { excluded: string; clamped: string; rolled: string }
}

function placeOf(row: DeadlineRule, { calendar = 'CN', closureDays = [] }: Circumstances): Place {
  if (row.calendar === 'RECIPIENT') return { calendar, closureDays, law: computing.RECIPIENT }
  return { calendar: row.calendar, closureDays, law: computing[row.calendar] }
}

const computing: Record<Calendar | 'RECIPIENT', Place['law']> = {
  CN: { excluded: 'CPL 85', clamped: 'L25 202', rolled: 'CPL 85' },
  HK: { excluded: 'Cap. 1 s.71(1)(a)', clamped: 'Cap. 1 s.3', rolled: 'Cap. 1 s.71(1)(b)' },
  HK_COURT: { excluded: 'Cap. 1 s.71(1)(a)', clamped: 'Cap. 1 s.3', rolled: 'Cap. 1 s.71(1A)' },
  RECIPIENT: { excluded: 'UNCITRAL 2(6)', clamped: 'UNCITRAL 2(6)', rolled: 'UNCITRAL 2(6)' },
}

type CountingUnit = 'day' | 'workingDay' | 'short' | 'month' | 'year'

// Hong Kong leaves public holidays out of periods of up to six days, whatever the rule calls its days.
function countingUnit({ length }: DeadlineRule, calendar: Calendar): CountingUnit {
  if (length === 'set' || length.unit === 'hour') return 'day'
  return length.unit === 'day' && length.n <= 6 && calendar !== 'CN' ? 'short' : length.unit
}

function inWorkingDays(row: DeadlineRule, calendar: Calendar): boolean {
  return ['workingDay', 'short'].includes(countingUnit(row, calendar))
}

/** `raw` is where the count ends, `through` the days whose being at work it depended on. */
type Count = { raw: string; steps: Step[]; through: string[] }

function count(row: DeadlineRule, place: Place, base: string, n: number, unit: CountingUnit): Count {
  if (unit === 'workingDay' || unit === 'short') return countWorkingDays(row, place, base, n, unit)
  const back = row.direction === 'before'
  const start = Temporal.PlainDate.from(base)
  const end = start.add({ [`${unit}s`]: back ? -n : n })
  const raw = end.toString()
  const steps: Step[] = [
    { step: `${back ? 'countedBack' : 'counted'}.${unit}`, count: n, from: base, to: raw, basis: cite(row) },
  ]
  if (unit !== 'day' && end.day !== start.day) {
    steps.push({ step: 'clamped', day: raw, basis: place.law.clamped })
  }
  return { raw, steps, through: [] }
}

function countWorkingDays(
  row: DeadlineRule,
  { calendar, closureDays }: Place,
  base: string,
  n: number,
  unit: 'workingDay' | 'short',
): Count {
  let raw = base
  for (let left = n; left > 0; left--) raw = nextWorkingDay(calendar, raw, closureDays)
  const through = daysAfter(base, raw)
  const basis = unit === 'short' ? 'Cap. 1 s.71(1)(d)' : cite(row)
  const skipped = runs(through.filter(day => !isWorkingDay(calendar, day, closureDays)))
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
  { calendar, closureDays, law }: Place,
  raw: string,
): { due: string; steps: Step[] } {
  const reason = restReason(calendar, raw, closureDays)
  if (row.roll === 'none') {
    const stays: Step = { step: 'stays', day: raw, basis: cite(row) }
    return { due: raw, steps: reason ? [stays] : [] }
  }
  const back = row.roll === 'back'
  const moved = back ? previousWorkingDay : nextWorkingDay
  const due = reason ? moved(calendar, raw, closureDays) : raw
  const steps: Step[] = reason
    ? [
        { step: `rest.${reason}`, day: raw, calendar, basis: calendarBasis[calendar] },
        { step: back ? 'rolledBack' : 'rolled', from: raw, to: due, basis: law.rolled },
      ]
    : []
  if (isAdjustedWorkingDay(calendar, due)) steps.push({ step: 'adjusted', day: due, basis: calendarBasis.CN })
  return { due, steps }
}

function conclude(
  rule: RuleId,
  { calendar }: Place,
  dates: Pick<Deadline, 'due' | 'raw' | 'lapsesAt'>,
  steps: Step[],
  through: string[],
): Deadline {
  const row = rowOf(rule)
  const years = new Set([...through, dates.raw, dates.due].map(day => Number(day.slice(0, 4))))
  const unannounced = [...years].filter(year => !isPublished(calendar, year))
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

function daysAfter(day: string, last: string): string[] {
  const days: string[] = []
  for (let next = after(day); next <= last; next = after(next)) days.push(next)
  return days
}

function after(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** Days in order, drawn together where they follow one another. */
function runs(days: readonly string[]): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && after(last.to) === day) last.to = day
    else found.push({ from: day, to: day })
  }
  return found
}

function cite(row: DeadlineRule): string {
  return row.basis[0] ?? ''
}

function rowOf(rule: RuleId): DeadlineRule {
  return rules[rule]
}
