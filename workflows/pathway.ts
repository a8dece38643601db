import { setup } from 'xstate'
import type { EventForm } from './fields.ts'
import { deadlineRules, type RuleId } from './rules/deadlines.ts'
import type {
  Admits,
  By,
  Condition,
  Context,
  Effect,
  Envelope,
  Moment,
  Move,
  Row,
  Verb,
} from './vocabulary.ts'
import { clocksOf, disarmWhere } from './verbs.ts'

export type Tag = 'draft' | 'active' | 'inactive' | 'closed'

export type StateSpec = {
  tag: Tag
  /** Disposed of: the first entry counts as outgoing in the caseload (`pathways.md` 1.5). */
  decided?: true
  waitingFor: readonly Admits[]
  /** Where it was entered from is kept, and rows marked `return` go back there. */
  returns?: true
  /** Periods stand still here, so those of the state left behind are not ended. */
  pauses?: true
}

export type Kept = Context & { effects: Effect[]; late: boolean }

export type Guard = {
  row: string
  basis: string
  /** Where the row says it leads: a state, `same` or `return`. */
  to: string
  /** The state it leads to from the state it is read at. */
  target: string
  by: readonly Admits[]
  if: readonly Condition[]
  data: readonly Condition[]
  when: readonly Condition[]
  /** The periods that it may start. */
  arms: readonly RuleId[]
}

/** The one guard: who may, on what conditions. `explain` reads the same params. */
const allowed = ({ context, event }: { context: Kept; event: Envelope }, params: Guard) =>
  admits(params.by, event.by) &&
  [...params.if, ...params.data, ...params.when].every(condition => condition.holds({ context, event }))

export const admits = (by: readonly Admits[], who: By) =>
  by.includes(who) || ((who === 'claimant' || who === 'respondent') && by.includes('party'))

type Act = { from: string; to: string; leaves: boolean; move: 'to' | 'return'; do: readonly Verb[] }

const types = {} as { context: Kept; events: Envelope; input: Context }
const base = setup({ types, guards: { allowed } })

/**
 * Builds a machine from the table of its rows. Machines are flat: no history, no timers, no final states;
 * `unopened` is where a proceeding is before its opening event, and is never stored.
 */
export function pathway<State extends string>(spec: {
  name: string
  version: number
  states: Record<State, StateSpec>
  events: Record<string, EventForm>
  rows: Row<State | 'unopened'>[]
  universal: Row<State>[]
  /** Events that the filing desk may fire for the claimant (`pathways.md` 1.1). */
  counter?: Record<string, 'intakeOfficer' | 'tribunalSecretary'>
  /** Where `return` leads, where that is not simply the state kept. */
  returning?: { resolve: (kept: string, context: Context) => string; besides: Partial<Record<State, State>> }
}) {
  const states: Record<string, StateSpec> = spec.states
  const isState = (name: string): name is State => Object.hasOwn(states, name)
  const stateNames = Object.keys(states).filter(isState)
  const specOf = (name: string): StateSpec | undefined => (isState(name) ? states[name] : undefined)

  const entrances = (state: string, seen: string[] = []): State[] =>
    spec.rows.flatMap(row =>
      row.moves.some(move => move.to === state)
        ? row.from.flatMap(from => {
            if (from === 'unopened' || from === state || seen.includes(from)) return []
            return keepsReturn(specOf(from), specOf(state)) ? entrances(from, [...seen, state]) : [from]
          })
        : [],
    )

  const targets = (
    from: State | 'unopened',
    move: Move<State | 'unopened'>,
  ): { target: string; when: Condition[] }[] => {
    if (move.to === 'same') return [{ target: from, when: [] }]
    if (move.to !== 'return') return [{ target: move.to, when: [] }]
    const kept = [...new Set(entrances(from))]
    const besides = kept.flatMap(state => spec.returning?.besides[state] ?? [])
    return [...new Set<string>([...kept, ...besides])].map(target => ({
      target,
      when: [
        {
          name: 'returnsThere',
          holds: ({ context }) => {
            const state = context.returnTo.at(-1) ?? ''
            return (spec.returning?.resolve(state, context) ?? state) === target
          },
        },
      ],
    }))
  }

  const transitionsFrom = (from: State | 'unopened', rows: Row<State | 'unopened'>[]) => {
    const on: Record<string, ReturnType<typeof transition>[]> = {}
    for (const row of rows.filter(row => row.from.includes(from))) {
      for (const type of row.events) {
        for (const move of row.moves) {
          for (const { target, when } of targets(from, move)) {
            on[type] = [...(on[type] ?? []), transition(from, target, row, move, when)]
          }
        }
      }
    }
    return on
  }

  const transition = (
    from: string,
    target: string,
    row: Row<State | 'unopened'>,
    move: Move<State | 'unopened'>,
    when: Condition[],
  ) => {
    const guard: Guard = {
      row: row.row,
      basis: row.basis,
      to: move.to,
      target,
      by: move.by,
      if: move.if ?? [],
      data: move.data ?? [],
      when: [...(move.when ?? []), ...when],
      arms: [...new Set((move.do ?? []).flatMap(({ arms = [] }) => arms))],
    }
    const act: Act = {
      from,
      to: target,
      leaves: target !== from,
      move: move.to === 'return' ? 'return' : 'to',
      do: move.do ?? [],
    }
    return {
      target,
      guard: { type: 'allowed' as const, params: guard },
      actions: base.assign(({ context, event }) =>
        perform(context, event, act, specOf(from), specOf(target)),
      ),
    }
  }

  const nodeOf = (state: State) => ({
    tags: [spec.states[state].tag, ...(spec.states[state].decided ? ['decided'] : [])],
    on: mergeOn(transitionsFrom(state, spec.rows), transitionsFrom(state, spec.universal)),
  })

  const machine = base.createMachine({
    id: spec.name,
    context: ({ input }) => ({ ...input, effects: [], late: false }),
    initial: 'unopened',
    states: {
      unopened: { on: transitionsFrom('unopened', spec.rows) },
      ...Object.fromEntries(stateNames.map(state => [state, nodeOf(state)] as const)),
    },
  })

  return {
    name: spec.name,
    version: spec.version,
    machine,
    states,
    events: spec.events,
    counter: spec.counter ?? {},
  }
}

export type Pathway = ReturnType<typeof pathway>

const mergeOn = <T>(own: Record<string, T[]>, universal: Record<string, T[]>): Record<string, T[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(own), ...Object.keys(universal)])].map(type => [
      type,
      [...(own[type] ?? []), ...(universal[type] ?? [])],
    ]),
  )

/** Between two states that both return, the first return point stays (`pathways.md` C55: *ret* kept). */
const keepsReturn = (from: StateSpec | undefined, to: StateSpec | undefined) =>
  Boolean(from?.returns && to?.returns && !to.pauses)

/** What one transition does to the context, and the effects it asks for. */
function perform(kept: Kept, event: Envelope, act: Act, from?: StateSpec, to?: StateSpec): Kept {
  const moment: Moment = {
    context: structuredClone(kept),
    event,
    from: act.from,
    to: act.to,
    effects: [],
    late: false,
  }
  const { context } = moment

  if (event.type === 'deadlineLapsed' && event.data.rule) {
    clocksOf(context, event.data.rule)[event.data.party ?? ''] = 'lapsed'
  }
  const closes = to?.tag === 'closed' && from?.tag !== 'closed'
  if (closes) {
    disarmWhere(moment, rule => !deadlineRules[rule].survivesClosing)
    moment.effects.push({ type: 'closeTasks' })
    context.facts.closedOn = event.on
  } else if (act.leaves && !from?.pauses && !to?.pauses) {
    disarmWhere(moment, rule => deadlineRules[rule].scope === 'state')
  }

  for (const verb of act.do) verb.run(moment)

  if (act.leaves) keepReturn(context, act, from, to)
  if (to && (to.decided || to.tag === 'closed')) context.facts.disposedOn ??= event.on
  if (closes) {
    const { outcome } = context.facts
    const data = { state: act.to, ...(outcome !== undefined && { outcome }) }
    moment.effects.push({ type: 'tell', to: 'children', event: 'parentClosed', data })
  }
  return { ...context, effects: moment.effects, late: moment.late }
}

function keepReturn(context: Context, act: Act, from?: StateSpec, to?: StateSpec): void {
  if (act.move === 'return') context.returnTo.pop()
  else if (to?.tag === 'closed' && !to.returns) context.returnTo = []
  else if (to?.returns && !keepsReturn(from, to)) context.returnTo.push(act.from)
  else if (from?.returns && !to?.returns) context.returnTo.pop()
}
