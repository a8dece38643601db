import { pathwayOf } from '../../workflows/index.ts'
import type { Assessment, Check } from '../../workflows/findings.ts'
import { edition } from '../../workflows/rules/findings.ts'
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
  findings: FindingRow[]
  assigned: { role: Seat; person: string | null }[]
  dismissed: { role: Seat; person: string | null }[]
  struck: string[]
}

/** What the rules found, or what a person set against it. */
export type FindingRow = Pick<
  Assessment,
  'verdict' | 'law' | 'seat' | 'court' | 'basis' | 'steps' | 'facts'
> & {
  checked: Check
  warnings: string[]
  needs: string[]
  confidence: string | null
  edition: string | null
  overruled: boolean
  why: string | null
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
  recompute: ({ round, rows }, effect) => {
    const { moved, settled, lapsed } = recount(rows.periods, effect)
    if (moved || settled) {
      const notice = moved ? 'deadlinesMoved' : 'deadlinesSettled'
      rows.notices.push(...concernedIn(round).map(whom => ({ notice, whom })))
    }
    if (lapsed) rows.tasks.push({ kind: 'correction.review', role: reviewerIn(round) })
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
  assess: ({ rows }, { check, assessment }) =>
    void rows.findings.push({ ...assessment, checked: check, edition, overruled: false, why: null }),
  overrule: ({ rows }, { check, verdict, law, basis, why }) =>
    void rows.findings.push({ ...byHand, checked: check, verdict, law, basis, why }),
  assign: ({ rows }, { role, person }) => void rows.assigned.push({ role, person }),
  dismiss: ({ rows }, { role, person }) => void rows.dismissed.push({ role, person }),
  strike: ({ rows }, { person }) => {
    if (person !== null) rows.struck.push(person)
  },
  open: ({ errands }, errand) => void errands.push(errand),
  tell: ({ errands }, errand) => void errands.push(errand),

  // Who is in play is kept in the context, which the machine has changed already.
  joinParty: () => undefined,
  partyOut: () => undefined,
}

/** The parties, and whoever the proceeding waits for (`pathways.md` 1.7). */
const concernedIn = ({ pathway, state }: Round): string[] => [
  'party',
  ...(pathwayOf(pathway)?.states[state]?.waitingFor ?? []).filter(role => !parties.has(role)),
]
const parties: ReadonlySet<string> = new Set(['party', 'claimant', 'respondent', 'thirdParty'])

const byHand = {
  seat: null,
  court: null,
  steps: [],
  warnings: [],
  needs: [],
  facts: {},
  confidence: null,
  edition: null,
  overruled: true,
}

/** Who looks again when a correction comes after a lapse (`pathways.md` 2.2). */
const reviewerIn = ({ pathway }: Round): Role =>
  pathway === 'arbitration' ? 'arbitrator' : pathway === 'mediation' ? 'mediationCoordinator' : 'judge'

const noRows = ({ clocks, calendar_changes }: Round, on: string): Rows => ({
  periods: { on, changes: changesFrom(calendar_changes), stored: clocks, started: [], ended: [] },
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
})
