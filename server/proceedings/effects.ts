import { pathwayOf } from '../../workflows/index.ts'
import type { Effect, Role, Seat } from '../../workflows/vocabulary.ts'
import { changesFrom } from './calendars.ts'
import { arm, correct, disarm, extend, lapse, pause, recount, resume, type Periods } from './periods.ts'
import type { Round } from './queries.ts'

/** What one event writes besides itself. All of it goes to the database in one statement. */
export type Rows = {
  periods: Periods
  tasks: { kind: string; role: Role }[]
  tasksClosed: string[]
  allTasksClosed: boolean
  fees: { kind: string; stage: string | null; payer: string | null; minor: number; currency: string }[]
  payments: { stage: string; payer: string | null; minor: number; currency: string }[]
  documents: { kind: string; name: string | null; body: string | null }[]
  carried: string[]
  notices: { notice: string; whom: string }[]
  findings: { checked: string; verdict: string; law: string | null }[]
  assigned: { role: Seat; person: string | null }[]
  dismissed: { role: Seat; person: string | null }[]
  struck: string[]
  closures: { calendar: string; day: string }[]
}

/** An event for another proceeding of the case, to be fired once this one is written. */
export type Errand = Extract<Effect, { type: 'open' | 'tell' }>

type Given = { round: Round; on: string; lapsed?: { rule: string; party: string } }
type Work = { round: Round; rows: Rows; errands: Errand[] }

type Kind = Effect['type']
type EffectOf<K extends Kind = Kind> = { [Each in K]: { type: Each } & Extract<Effect, { type: Each }> }[K]
type Performers = { [K in Kind]: (work: Work, effect: EffectOf<K>) => void }

/** Turns effects into rows. What is written depends on nothing but what is given. */
export function perform(effects: Effect[], { round, on, lapsed }: Given): { rows: Rows; errands: Errand[] } {
  const work: Work = { round, rows: noRows(round, on), errands: [] }
  if (lapsed) lapse(work.rows.periods, lapsed.rule, lapsed.party)
  for (const effect of effects) performOne(work, effect)
  return { rows: work.rows, errands: work.errands }
}

const performOne = <K extends Kind>(work: Work, effect: EffectOf<K>): void =>
  performers[effect.type](work, effect)

const performers: Performers = {
  arm: ({ rows }, effect) => arm(rows.periods, effect),
  extend: ({ rows }, effect) => extend(rows.periods, effect),
  pause: ({ rows }, effect) => pause(rows.periods, effect),
  resume: ({ rows }, effect) => resume(rows.periods, effect),
  disarm: ({ rows }, effect) => disarm(rows.periods, effect),
  recompute: ({ rows }, effect) => {
    rows.closures.push({ calendar: effect.calendar, day: effect.closureDay })
    closeDay(rows.periods, effect)
  },
  correct: ({ round, rows }, effect) => {
    if (correct(rows.periods, effect)) rows.tasks.push({ kind: 'correction.review', role: reviewerIn(round) })
  },

  openTask: ({ rows }, { kind, role }) => void rows.tasks.push({ kind, role }),
  closeTask: ({ rows }, { kind }) => void rows.tasksClosed.push(kind),
  closeTasks: ({ rows }) => {
    rows.allTasksClosed = true
  },
  fee: ({ rows }, { fee }) => void rows.fees.push(fee),
  payment: ({ rows }, { stage, payer, money }) => void rows.payments.push({ stage, payer, ...money }),
  document: ({ rows }, { kind, text }) => void rows.documents.push({ kind, name: null, body: text ?? null }),
  carry: ({ rows }, { kinds }) => void rows.carried.push(...kinds),
  notify: ({ rows }, { notice, to }) => void rows.notices.push({ notice, whom: to }),
  overrule: ({ rows }, { check, verdict, law }) => void rows.findings.push({ checked: check, verdict, law }),
  assign: ({ rows }, { role, person }) => void rows.assigned.push({ role, person }),
  dismiss: ({ rows }, { role, person }) => void rows.dismissed.push({ role, person }),
  strike: ({ rows }, { person }) => {
    if (person !== null) rows.struck.push(person)
  },
  open: ({ errands }, errand) => void errands.push(errand),
  tell: ({ errands }, errand) => void errands.push(errand),

  // Rules of choice of law and of arbitration clauses are not served yet: nothing is found, and nothing pretended.
  assess: () => undefined,
  // Who is in play is kept in the context, which the machine has changed already.
  joinParty: () => undefined,
  partyOut: () => undefined,
}

/** Who looks again when a correction comes after a lapse (`pathways.md` 2.2). */
const reviewerIn = ({ pathway }: Round): Role =>
  pathway === 'arbitration' ? 'arbitrator' : pathway === 'mediation' ? 'mediationCoordinator' : 'judge'

const noRows = ({ clocks, closure_days }: Round, on: string): Rows => ({
  periods: { on, closures: [...closure_days], stored: clocks, started: [], ended: [] },
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
