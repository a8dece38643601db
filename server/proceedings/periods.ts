import type { CalendarChange } from '../../workflows/rules/calendars.ts'
import {
  computeDeadline,
  daysLeft,
  extended,
  lengthened,
  resumed,
  type Deadline,
} from '../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import type { Effect } from '../../workflows/vocabulary.ts'
import type { Clock } from './queries.ts'
import { asCalendar, laterEnd, leftFrom, reckonedFrom, recounted, whyMoved, type Named } from './reckoning.ts'

/** A period as it is written when it starts. */
export type Started = Pick<
  Clock,
  'rule' | 'party_id' | 'base_on' | 'base_field' | 'raw_on' | 'due_on' | 'calendar'
> &
  Pick<Clock, 'fixed_on' | 'days_left' | 'resumed_on'> & {
    status: 'armed' | 'paused'
    lapses_at: string
    steps: Deadline['steps']
    basis: string[]
    provisional: boolean
    confidence: string
    moved_from: string | null
    moved_why: string | null
  }

export type Ended = { id: string; status: 'done' | 'moved' | 'paused' | 'lapsed'; days_left: number | null }

/** The periods of a proceeding while the effects of one event are worked through. */
export type Periods = {
  on: string
  changes: CalendarChange[]
  /** Those that run, stand still or have lapsed, as they are stored. */
  stored: Clock[]
  started: Started[]
  ended: Ended[]
}

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>

export function arm(
  periods: Periods,
  { rule, party = '', base, baseField, baseInstant, dueOn, calendar }: Of<'arm'>,
): void {
  const deadline = computeDeadline({
    rule,
    base,
    changes: periods.changes,
    ...(dueOn !== undefined && { dueOn }),
    ...(baseInstant !== undefined && { baseInstant }),
    ...(calendar && { calendar }),
  })
  start(periods, deadline, {
    party_id: party,
    base_on: base,
    base_field: baseField ?? null,
    fixed_on: dueOn ?? null,
  })
}

export function extend(periods: Periods, { rule, party = '', dueOn }: Of<'extend'>): void {
  const old = periods.stored.find(clock => clock.rule === rule && clock.party_id === party)
  const given = circumstances(periods, old?.calendar)
  const day = dueOn ?? (old && lengthened(rule, old.raw_on))
  if (day === undefined) return
  move(periods, old, extended(rule, day, given), 'extended', { party_id: party, fixed_on: day })
}

export function pause(periods: Periods, { rule, party = '', on }: Of<'pause'>): void {
  const clock = periods.stored.find(each => is(each, rule, party) && each.status === 'armed')
  if (clock) end(periods, clock, 'paused', leftOf(periods, clock, on))
  for (const row of periods.started.filter(each => is(each, rule, party))) {
    row.status = 'paused'
    row.days_left = leftOf(periods, row, on)
  }
}

export function resume(periods: Periods, { rule, party = '', on }: Of<'resume'>): void {
  const clock = periods.stored.find(each => is(each, rule, party) && each.status === 'paused')
  if (!clock) return
  const left = clock.days_left ?? 0
  const deadline = resumed(rule, left, on, circumstances(periods, clock.calendar))
  move(periods, clock, deadline, 'resumed', { resumed_on: on, days_left: left })
}

export function disarm(periods: Periods, { rule, party = '' }: Of<'disarm'>): void {
  for (const clock of periods.stored.filter(each => is(each, rule, party))) end(periods, clock, 'done')
  periods.started = periods.started.filter(row => !is(row, rule, party))
}

export function lapse(periods: Periods, rule: string, party: string): void {
  const clock = periods.stored.find(each => is(each, rule, party) && each.status === 'armed')
  if (clock) end(periods, clock, 'lapsed')
}

/** Works every running period out again by the calendars as they are known now, of which a day has changed. */
export function recount(
  periods: Periods,
  named: Named,
): { moved: boolean; lapsed: boolean; settled: boolean } {
  const why = whyMoved(periods.changes, named)
  const lapsed = periods.stored.some(clock => laterEnd(clock, periods.changes, named))
  let moved = false
  let settled = false
  for (const clock of periods.stored.filter(({ status }) => status === 'armed')) {
    const deadline = recounted(clock, periods.changes)
    if (!deadline) continue
    const { base_on, fixed_on, resumed_on, days_left } = clock
    move(periods, clock, deadline, why, {
      base_on,
      fixed_on,
      ...(resumed_on !== null && { resumed_on, days_left }),
    })
    if (deadline.due === clock.due_on) settled = true
    else moved = true
  }
  return { moved, lapsed, settled }
}

/**
 * Works the periods that an event started out again from what it should have said.
 * @returns whether one of them has lapsed already, which nothing undoes
 */
export function correct(periods: Periods, { seq, data }: Of<'correct'>): boolean {
  let lapsedAlready = false
  for (const clock of periods.stored.filter(each => each.armed_seq === seq && each.base_field !== null)) {
    const base = Object.entries(data).find(([field]) => field === clock.base_field)?.[1]
    if (typeof base !== 'string' || base === clock.base_on) continue
    if (clock.status === 'lapsed') lapsedAlready = true
    else recompute(periods, clock, base)
  }
  return lapsedAlready
}

const is = (clock: { rule: string; party_id: string }, rule: string, party: string) =>
  clock.rule === rule && clock.party_id === party

type Origin = Pick<Started, 'party_id' | 'base_on' | 'base_field'> &
  Partial<Pick<Started, 'fixed_on' | 'resumed_on' | 'days_left' | 'moved_from' | 'moved_why'>>

function start(periods: Periods, deadline: Deadline, origin: Origin): void {
  periods.started.push({
    rule: deadline.rule,
    status: 'armed',
    raw_on: deadline.raw,
    due_on: deadline.due,
    lapses_at: deadline.lapsesAt,
    calendar: deadline.calendar,
    steps: deadline.steps,
    basis: deadline.basis,
    provisional: deadline.provisional,
    confidence: deadline.confidence,
    fixed_on: null,
    days_left: null,
    resumed_on: null,
    moved_from: null,
    moved_why: null,
    ...origin,
  })
}

function end(periods: Periods, clock: Clock, status: Ended['status'], days_left: number | null = null): void {
  periods.stored = periods.stored.filter(each => each !== clock)
  // That a right lapsed stays on record, whatever is done late.
  if (clock.status === 'lapsed' && status === 'done') return
  periods.ended.push({ id: clock.id, status, days_left })
}

/** The old period stays on record as moved; the new one says what it was moved from, and why. */
function move(
  periods: Periods,
  old: Clock | undefined,
  deadline: Deadline,
  why: string,
  origin: Partial<Origin>,
): void {
  if (old) end(periods, old, 'moved')
  start(periods, deadline, {
    party_id: old?.party_id ?? '',
    base_on: old?.base_on ?? periods.on,
    base_field: old?.base_field ?? null,
    moved_from: old?.id ?? null,
    moved_why: why,
    ...origin,
  })
}

function recompute(periods: Periods, clock: Clock, base: string): void {
  const deadline = reckonedFrom(clock, base, periods.changes)
  if (!deadline) return
  if (clock.fixed_on !== null) {
    // A day that the court fixed stands.
    if (deadline.due !== clock.due_on)
      move(periods, clock, deadline, 'corrected', { fixed_on: clock.fixed_on })
    return
  }
  move(periods, clock, deadline, 'corrected', {
    base_on: base,
    ...(clock.resumed_on !== null && { resumed_on: clock.resumed_on, days_left: leftFrom(clock, base) }),
  })
}

function leftOf(periods: Periods, { rule, raw_on: raw, calendar }: Clock | Started, on: string): number {
  const { calendar: known = 'CN', changes } = circumstances(periods, calendar)
  return isRuleId(rule) ? daysLeft({ rule, raw, calendar: known }, on, changes) : 0
}

const circumstances = (periods: Periods, name: string | undefined) => {
  const calendar = asCalendar(name)
  return { changes: periods.changes, ...(calendar && { calendar }) }
}
