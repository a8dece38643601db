import { Temporal } from 'temporal-polyfill'
import {
  computeDeadline,
  daysLeft,
  extended,
  resumed,
  type Deadline,
} from '../../workflows/rules/deadlines.ts'
import { calendars, type Calendar, type ClosureDay } from '../../workflows/rules/calendars.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import type { Effect, Role } from '../../workflows/vocabulary.ts'
import type { Clock, Round } from './queries.ts'

type New<Row> = Omit<Row, 'case_id' | 'proceeding_id' | 'compartment_id' | 'register_compartment_id'>

/** What one event writes besides itself. All of it goes to the database in one statement. */
export type Rows = {
  deadlines: New<DeadlineRow>[]
  deadlineEnds: { id: string; status: string; days_left: number | null }[]
  tasks: { kind: string; role: Role }[]
  tasksClosed: string[]
  allTasksClosed: boolean
  fees: { kind: string; stage: string | null; payer: string | null; minor: number; currency: string }[]
  payments: { stage: string; payer: string | null; minor: number; currency: string }[]
  documents: { kind: string; name: string | null; body: string | null }[]
  carried: string[]
  notices: { notice: string; whom: string }[]
  findings: { checked: string; verdict: string; law: string | null }[]
  assigned: { role: Role; person: string | null }[]
  dismissed: { role: Role; person: string | null }[]
  struck: string[]
  closures: { calendar: string; day: string }[]
}

export type DeadlineRow = {
  case_id: string
  proceeding_id: string
  compartment_id: string
  register_compartment_id: string | null
  rule: string
  party_id: string
  status: 'armed' | 'paused'
  base_on: string
  base_field: string | null
  raw_on: string
  due_on: string
  lapses_at: string
  calendar: string
  steps: Deadline['steps']
  basis: string[]
  provisional: boolean
  confidence: string
  fixed_on: string | null
  days_left: number | null
  resumed_on: string | null
  moved_from: string | null
  moved_why: string | null
}

/** An event for another proceeding of the case, to be fired once this one is written. */
export type Errand = Extract<Effect, { type: 'open' | 'tell' }>

type Given = { round: Round; on: string }

type Work = {
  given: Given
  rows: Rows
  errands: Errand[]
  /** Periods as they stand while the effects are worked through: stored ones and new ones. */
  clocks: Clock[]
}

type Kind = Effect['type']
type EffectOf<K extends Kind = Kind> = { [Each in K]: { type: Each } & Extract<Effect, { type: Each }> }[K]
type Performers = { [K in Kind]: (work: Work, effect: EffectOf<K>) => void }

/** Turns effects into rows. Pure but for what it was given: what is written depends on nothing else. */
export function perform(effects: Effect[], given: Given): { rows: Rows; errands: Errand[] } {
  const work: Work = { given, rows: noRows(), errands: [], clocks: [...given.round.clocks] }
  for (const effect of effects) performOne(work, effect)
  return { rows: work.rows, errands: work.errands }
}

const performOne = <K extends Kind>(work: Work, effect: EffectOf<K>): void =>
  performers[effect.type](work, effect)

const performers: Performers = {
  arm: (work, { rule, party = '', base, baseField, baseInstant, dueOn, calendar }) => {
    const deadline = computeDeadline({
      rule,
      base,
      closureDays: closuresOf(work),
      ...(dueOn !== undefined && { dueOn }),
      ...(baseInstant !== undefined && { baseInstant }),
      ...(calendar && { calendar }),
    })
    start(work, deadline, {
      party_id: party,
      base_on: base,
      base_field: baseField ?? null,
      fixed_on: dueOn ?? null,
    })
  },

  extend: (work, { rule, party = '', dueOn }) => {
    const old = work.clocks.find(clock => clock.rule === rule && clock.party_id === party)
    const calendar = asCalendar(old?.calendar)
    const deadline = extended(rule, dueOn, { closureDays: closuresOf(work), ...(calendar && { calendar }) })
    move(work, old, deadline, 'extended', { fixed_on: dueOn })
  },

  pause: (work, { rule, party = '', on }) => {
    const clock = running(work, rule, party, 'armed')
    if (clock) end(work, clock, 'paused', leftOf(work, clock, on))
  },

  resume: (work, { rule, party = '', on }) => {
    const clock = running(work, rule, party, 'paused')
    if (!clock) return
    const left = clock.days_left ?? 0
    const deadline = resumed(rule, left, on, circumstancesOf(work, clock))
    move(work, clock, deadline, 'resumed', { resumed_on: on, days_left: left })
  },

  disarm: (work, { rule, party = '' }) => {
    for (const clock of work.clocks.filter(each => each.rule === rule && each.party_id === party)) {
      end(work, clock, 'done')
    }
  },

  recompute: (work, { calendar, closureDay }) => {
    work.rows.closures.push({ calendar, day: closureDay })
    for (const clock of work.clocks.filter(({ status }) => status === 'armed')) {
      recompute(work, clock, clock.base_on, 'closureDay')
    }
  },

  correct: (work, { seq, data }) => {
    for (const clock of work.clocks.filter(clock => clock.armed_seq === seq && clock.base_field !== null)) {
      const base = Object.entries(data).find(([field]) => field === clock.base_field)?.[1]
      if (typeof base !== 'string' || base === clock.base_on) continue
      if (clock.status === 'lapsed')
        work.rows.tasks.push({ kind: 'correction.review', role: reviewerOf(work) })
      else recompute(work, clock, base, 'corrected')
    }
  },

  openTask: ({ rows }, { kind, role }) => void rows.tasks.push({ kind, role }),
  closeTask: ({ rows }, { kind }) => void rows.tasksClosed.push(kind),
  closeTasks: ({ rows }) => void (rows.allTasksClosed = true),
  fee: ({ rows }, { fee }) => void rows.fees.push(fee),
  payment: ({ rows }, { stage, payer, money }) => void rows.payments.push({ stage, payer, ...money }),
  document: ({ rows }, { kind, text }) => void rows.documents.push({ kind, name: null, body: text ?? null }),
  carry: ({ rows }, { kinds }) => void rows.carried.push(...kinds),
  notify: ({ rows }, { notice, to }) => void rows.notices.push({ notice, whom: to }),
  overrule: ({ rows }, { check, verdict, law }) => void rows.findings.push({ checked: check, verdict, law }),
  assign: ({ rows }, { role, person }) => void rows.assigned.push({ role, person }),
  dismiss: ({ rows }, { role, person }) => void rows.dismissed.push({ role, person }),
  strike: ({ rows }, { person }) => void (person !== null && rows.struck.push(person)),
  open: ({ errands }, errand) => void errands.push(errand),
  tell: ({ errands }, errand) => void errands.push(errand),

  // Rules of choice of law and of arbitration clauses are not served yet: nothing is found, and nothing pretended.
  assess: () => {},
  // Who is in play is kept in the context, which the machine has changed already.
  joinParty: () => {},
  partyOut: () => {},
}

/** The clock of a lapse is told apart from one that was ended by an act. */
export function lapse(rows: Rows, round: Round, rule: string | undefined, party: string): void {
  const clock = round.clocks.find(
    each => each.rule === rule && each.party_id === party && each.status === 'armed',
  )
  if (clock && !rows.deadlineEnds.some(({ id }) => id === clock.id)) {
    rows.deadlineEnds.push({ id: clock.id, status: 'lapsed', days_left: null })
  }
}

type Origin = Pick<DeadlineRow, 'party_id' | 'base_on' | 'base_field'> &
  Partial<Pick<DeadlineRow, 'fixed_on' | 'resumed_on' | 'days_left' | 'moved_from' | 'moved_why'>>

function start({ rows }: Work, deadline: Deadline, origin: Origin): void {
  rows.deadlines.push({
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

function end(
  work: Work,
  clock: Clock,
  status: 'done' | 'moved' | 'paused',
  days_left: number | null = null,
): void {
  work.clocks = work.clocks.filter(each => each !== clock)
  if (clock.status === 'lapsed' && status === 'done') return
  work.rows.deadlineEnds.push({ id: clock.id, status, days_left })
}

/** The old period stays on record as moved; the new one says what it was moved from, and why. */
function move(
  work: Work,
  old: Clock | undefined,
  deadline: Deadline,
  why: string,
  origin: Partial<Origin>,
): void {
  if (old) end(work, old, 'moved')
  start(work, deadline, {
    party_id: old?.party_id ?? '',
    base_on: old?.base_on ?? work.given.on,
    base_field: old?.base_field ?? null,
    moved_from: old?.id ?? null,
    moved_why: why,
    ...origin,
  })
}

function recompute(work: Work, clock: Clock, base: string, why: string): void {
  if (!isRuleId(clock.rule)) return
  const circumstances = circumstancesOf(work, clock)
  if (clock.fixed_on !== null) {
    // A day that the court fixed stands; only a closure can move its end.
    const deadline = extended(clock.rule, clock.fixed_on, circumstances)
    if (deadline.due !== clock.due_on) move(work, clock, deadline, why, { fixed_on: clock.fixed_on })
  } else if (clock.resumed_on !== null) {
    const left = (clock.days_left ?? 0) + daysBetween(clock.base_on, base)
    const deadline = resumed(clock.rule, Math.max(left, 0), clock.resumed_on, circumstances)
    if (deadline.due === clock.due_on && base === clock.base_on) return
    move(work, clock, deadline, why, { base_on: base, resumed_on: clock.resumed_on, days_left: left })
  } else {
    const deadline = computeDeadline({ rule: clock.rule, base, ...circumstances })
    if (deadline.due === clock.due_on && base === clock.base_on) return
    move(work, clock, deadline, why, { base_on: base })
  }
}

const leftOf = (work: Work, clock: Clock, on: string) => {
  const { rule, raw_on: raw } = clock
  const { calendar = 'CN', closureDays } = circumstancesOf(work, clock)
  return isRuleId(rule) ? daysLeft({ rule, raw, calendar }, on, closureDays) : 0
}

const circumstancesOf = (work: Work, clock: Clock) => {
  const calendar = asCalendar(clock.calendar)
  return { closureDays: closuresOf(work), ...(calendar && { calendar }) }
}

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

const running = ({ clocks }: Work, rule: string, party: string, status: Clock['status']) =>
  clocks.find(clock => clock.rule === rule && clock.party_id === party && clock.status === status)

const asCalendar = (name: string | undefined): Calendar | undefined =>
  calendars.find(calendar => calendar === name)

function closuresOf({ given, rows }: Work): ClosureDay[] {
  return [...given.round.closure_days, ...rows.closures].flatMap(({ calendar, day }) => {
    const known = asCalendar(calendar)
    return known ? [{ calendar: known, day }] : []
  })
}

/** Who looks again when a correction comes after a lapse (`pathways.md` 2.2). */
const reviewerOf = ({ given }: Work): Role =>
  given.round.pathway === 'arbitration'
    ? 'arbitrator'
    : given.round.pathway === 'mediation'
      ? 'mediationCoordinator'
      : 'judge'

const noRows = (): Rows => ({
  deadlines: [],
  deadlineEnds: [],
  tasks: [],
  tasksClosed: [],
  allTasksClosed: false,
  fees: [],
  payments: [],
  documents: [],
  carried: [],
  notices: [],
  findings: [],
  assigned: [],
  dismissed: [],
  struck: [],
  closures: [],
})
