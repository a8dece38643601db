import { initialTransition, transition, type StateValue } from 'xstate'
import type { Data } from './fields.ts'
import { admits, type Guard, type Pathway } from './pathway.ts'
import type { By, Context, Effect, Envelope, Role } from './vocabulary.ts'

/** A proceeding between two events: plain JSON. */
export type Saved = { state: string; context: Context }

export type Step = {
  saved: Saved
  from: string
  tags: string[]
  effects: Effect[]
  /** The act came after its period had lapsed and was taken all the same. */
  late: boolean
}

/** A part that somebody may act in, and for which party. */
export type Part = { role: Role; party?: string; agent?: { specialAuthority: boolean } }

/** First that applies (`pathways.md` 1.3): never this role here, not from this state, a condition fails. */
export type Reason = 'role' | 'state' | 'guard'

export class Refused extends Error {
  readonly reason: Reason
  /** The name of the condition that failed, for the page to put into words. */
  readonly condition: string | undefined
  readonly basis: string
  readonly field: string | undefined

  constructor(
    reason: Reason,
    { condition, basis = '', field }: { condition?: string | undefined; basis?: string; field?: string } = {},
  ) {
    super(`refused: ${reason}${condition === undefined ? '' : ` ${condition}`}`)
    this.reason = reason
    this.condition = condition
    this.basis = basis
    this.field = field
  }
}

export class Drifted extends Error {}

/** A proceeding that its opening event has not opened yet. */
export const unopened = (pathway: Pathway, context: Context): Saved => {
  const [snapshot] = initialTransition(pathway.machine, context)
  return { state: nameOf(snapshot.value), context }
}

/** Machines are flat, so a state is one word. */
const nameOf = (value: StateValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

/**
 * Moves a proceeding by one event, or throws `Refused` and changes nothing.
 * @throws {Drifted} when the saved state is one that the machine no longer has
 */
export function step(pathway: Pathway, saved: Saved, event: Envelope): Step {
  const snapshot = restore(pathway, saved)
  if (event.type === 'deadlineLapsed' && !runs(saved.context, event.data)) {
    throw new Refused('guard', { condition: 'periodRuns' })
  }
  if (!snapshot.can(event)) throw refusal(pathway, saved, event)
  refuseDates(pathway, event)

  const [next] = transition(pathway.machine, snapshot, event)
  const { effects, late, ...context } = next.context
  return {
    saved: { state: nameOf(next.value), context },
    from: saved.state,
    tags: [...next.tags],
    effects,
    late,
  }
}

/** Reads a saved proceeding back, refusing a state that today's machine does not have. */
export function restore(pathway: Pathway, { state, context }: Saved) {
  if (!Object.hasOwn(pathway.machine.states, state))
    throw new Drifted(`${pathway.name} has no state ${state}`)
  return pathway.machine.resolveState({ value: state, context: { ...context, effects: [], late: false } })
}

/** The guards of an event's moves from a state, in the order they are tried. */
export const guardsOf = (pathway: Pathway, state: string, type: string): Guard[] =>
  indexOf(pathway).get(type)?.from.get(state) ?? []

/** By event: its guards from each state, and all of them. */
type Index = Map<string, { from: Map<string, Guard[]>; all: Guard[] }>

const indexes = new WeakMap<Pathway['machine'], Index>()

/** Read from the machine once: every page asks each event of it. */
function indexOf({ machine }: Pathway): Index {
  const known = indexes.get(machine)
  if (known) return known
  const index: Index = new Map()
  for (const [state, node] of Object.entries(machine.states)) {
    for (const [type, transitions] of node.transitions) {
      const guards = transitions.flatMap(({ guard }) =>
        typeof guard === 'object' && 'params' in guard && isGuard(guard.params) ? [guard.params] : [],
      )
      const entry = index.get(type) ?? { from: new Map<string, Guard[]>(), all: [] }
      entry.from.set(state, guards)
      entry.all.push(...guards)
      index.set(type, entry)
    }
  }
  indexes.set(machine, index)
  return index
}

const isGuard = (params: unknown): params is Guard =>
  typeof params === 'object' && params !== null && 'row' in params

const everyGuardOf = (pathway: Pathway, type: string): Guard[] => indexOf(pathway).get(type)?.all ?? []

/** Why an event is not possible, as a refusal would say it; undefined if nothing stands against it. */
export function explain(pathway: Pathway, saved: Saved, event: Envelope): Refused | undefined {
  return restore(pathway, saved).can(event) ? undefined : refusal(pathway, saved, event)
}

function refusal(pathway: Pathway, saved: Saved, event: Envelope): Refused {
  const here = guardsOf(pathway, saved.state, event.type)
  const mine = here.filter(guard => admits(guard.by, event.by))
  const ever = everyGuardOf(pathway, event.type).some(guard => admits(guard.by, event.by))
  if (!ever || (here.length > 0 && mine.length === 0)) return new Refused('role')
  if (here.length === 0) return new Refused('state')

  // Of several moves, the one that got furthest says best what is missing.
  const given = { context: saved.context, event }
  const failures = mine.map(guard => {
    const conditions = [...guard.if, ...guard.data]
    const at = conditions.findIndex(condition => !condition.holds(given))
    return { basis: guard.basis, condition: conditions[at]?.name, reached: at < 0 ? Infinity : at }
  })
  const best = failures.reduce((a, b) => (b.reached > a.reached ? b : a))
  return new Refused('guard', best)
}

/** A date of the past may not lie after the act, nor a date to come before it (`pathways.md` 1.2). */
function refuseDates(pathway: Pathway, event: Envelope): void {
  for (const [name, field] of Object.entries(pathway.events[event.type] ?? {})) {
    const value = Object.entries(event.data).find(([key]) => key === name)?.[1]
    if (field.widget !== 'day' || typeof value !== 'string') continue
    if (field.time === 'past' && value > event.on)
      throw new Refused('guard', { condition: 'dateAfterAct', field: name })
    if (field.time === 'future' && value < event.on)
      throw new Refused('guard', { condition: 'dateBeforeAct', field: name })
  }
}

const runs = (context: Context, { rule, party }: Data) =>
  rule !== undefined && context.clocks[rule]?.[party ?? ''] === 'armed'

/**
 * In which of their parts a person fires an event: one that a row from this state admits, else one that
 * the event admits anywhere, else the first. At the counter the filing desk acts for the claimant (1.1).
 */
export function partFor(pathway: Pathway, saved: Saved, type: string, parts: Part[]): Part | undefined {
  const desk = pathway.counter[type]
  const claimant = saved.context.parties.find(({ side, out }) => side === 'claimant' && !out)
  const atCounter: Part[] =
    claimant && parts.some(({ role }) => role === desk) ? [{ role: 'claimant', party: claimant.id }] : []
  const all = [...parts, ...atCounter]
  const admitted = (guards: Guard[]) => all.filter(({ role }) => guards.some(guard => admits(guard.by, role)))
  const here = admitted(guardsOf(pathway, saved.state, type))
  const able = here.find(part => offered(pathway, saved, type, part))
  return able ?? here[0] ?? admitted(everyGuardOf(pathway, type))[0] ?? parts[0]
}

export type Choice = { type: string; possible: boolean; basis: string; condition?: string }

/**
 * The events a person could be offered now, in the order the pathway declares them: possible ones, and those
 * of this state and this role that a condition still stands against.
 */
export function choices(pathway: Pathway, saved: Saved, parts: Part[]): Choice[] {
  return Object.keys(pathway.events).flatMap((type): Choice[] => {
    const here = guardsOf(pathway, saved.state, type)
    const part = here.length > 0 ? partFor(pathway, saved, type, parts) : undefined
    if (!part) return []
    const mine = here.filter(guard => admits(guard.by, part.role))
    const [first] = mine
    if (!first) return []
    const open = mine.find(guard => holdsFor(guard, saved, type, part))
    if (open) return [{ type, possible: true, basis: open.basis }]
    const failed = first.if.find(
      condition => !condition.holds({ context: saved.context, event: blank(type, part) }),
    )
    return [{ type, possible: false, basis: first.basis, ...(failed && { condition: failed.name }) }]
  })
}

const offered = (pathway: Pathway, saved: Saved, type: string, part: Part) =>
  guardsOf(pathway, saved.state, type).some(
    guard => admits(guard.by, part.role) && holdsFor(guard, saved, type, part),
  )

const holdsFor = (guard: Guard, { context }: Saved, type: string, part: Part) =>
  guard.if.every(condition => condition.holds({ context, event: blank(type, part) }))

const blank = (type: string, { role, party, agent }: Part): Envelope => ({
  type,
  by: role satisfies By,
  at: '',
  on: '',
  data: {},
  people: {},
  ...(party !== undefined && { party }),
  ...(agent && { agent }),
})
