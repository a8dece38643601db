import type { Pathway, Tag } from './pathway.ts'
import type { RuleId } from './rules/deadlines.ts'
import { guardsOf } from './step.ts'
import type { Admits } from './vocabulary.ts'

/** One way out of a state: what happens, who may do it, and the periods that may start with it. */
export type ChartMove = { event: string; by: Admits[]; to: string; returns: boolean; arms: RuleId[] }

export type ChartState = {
  name: string
  tag: Tag
  decided: boolean
  waitingFor: readonly Admits[]
  moves: ChartMove[]
  /** Periods that may start here or on the way in. */
  limits: RuleId[]
  /** Those of them that coming from another state may start. */
  entering: RuleId[]
}

/** A line of the picture: everything that leads from one state to another. */
export type ChartLine = { from: string; to: string; moves: ChartMove[] }
/** What leads to a state from so many others that lines would hide the rest. */
export type ChartNote = { to: string; event: string; by: Admits[]; from: string[] }

export type Chart = {
  opening: ChartMove[]
  states: ChartState[]
  lines: ChartLine[]
  notes: ChartNote[]
  /** States that go back to the one they were entered from, and by what. */
  returning: { from: string; events: string[] }[]
}

/** As many lines of one event into one state are told in a note. */
const crowd = 4

/** A pathway as its machine has it, to be drawn or told. */
export function chartOf(pathway: Pathway): Chart {
  const none: Pick<ChartState, 'limits' | 'entering'> = { limits: [], entering: [] }
  const states = Object.entries(pathway.states).map(([name, { tag, decided, waitingFor }]) => {
    const moves = movesFrom(pathway, name)
    return { name, tag, decided: decided ?? false, waitingFor, moves, ...none }
  })
  const opening = movesFrom(pathway, 'unopened')
  const all = [...opening, ...states.flatMap(({ moves }) => moves)]
  for (const state of states) {
    const arriving = all.filter(({ to, returns }) => to === state.name && !returns)
    state.limits = [...new Set(arriving.flatMap(({ arms }) => arms))]
    const entering = arriving.filter(move => !state.moves.includes(move))
    state.entering = [...new Set(entering.flatMap(({ arms }) => arms))]
  }
  const returning = states.flatMap(({ name, moves }) => {
    const back = moves.filter(({ returns }) => returns)
    const several = new Set(back.map(({ to }) => to)).size > 1
    return several ? [{ from: name, events: [...new Set(back.map(({ event }) => event))] }] : []
  })
  const goesBack = new Set(returning.map(({ from }) => from))
  const going = states.flatMap(({ name, moves }) =>
    moves
      .filter(({ to, returns }) => to !== name && !(returns && goesBack.has(name)))
      .map(move => ({ from: name, ...move })),
  )
  const notes = notesIn(going)
  const isNoted = ({ event, to }: { event: string; to: string }) =>
    notes.some(note => note.event === event && note.to === to)
  return { opening, states, notes, returning, lines: linesIn(going.filter(move => !isNoted(move))) }
}

type Going = ChartMove & { from: string }

function notesIn(going: Going[]): ChartNote[] {
  const found = new Map<string, ChartNote>()
  for (const { event, to, from, by } of going) {
    const key = `${event} ${to}`
    const note = found.get(key) ?? { to, event, by: [], from: [] }
    found.set(key, { ...note, by: union(note.by, by), from: union(note.from, [from]) })
  }
  return [...found.values()].filter(({ from }) => from.length >= crowd)
}

function linesIn(going: Going[]): ChartLine[] {
  const found = new Map<string, ChartLine>()
  for (const { from, ...move } of going) {
    const key = `${from} ${move.to}`
    const line = found.get(key) ?? { from, to: move.to, moves: [] }
    found.set(key, { ...line, moves: [...line.moves, move] })
  }
  return [...found.values()]
}

/** The moves out of a state, one for each event and target, whoever of several makes them. */
function movesFrom(pathway: Pathway, state: string): ChartMove[] {
  const found = new Map<string, ChartMove>()
  for (const event of Object.keys(pathway.events)) {
    for (const { target, by, arms, to } of guardsOf(pathway, state, event)) {
      if (target === state && arms.length === 0) continue
      const key = `${event} ${target}`
      const known = found.get(key)
      found.set(key, {
        event,
        to: target,
        returns: to === 'return',
        by: union(known?.by ?? [], by),
        arms: union(known?.arms ?? [], arms),
      })
    }
  }
  return [...found.values()]
}

const union = <T>(left: readonly T[], right: readonly T[]): T[] => [...new Set([...left, ...right])]

/** Only the clock moves it. */
export const isTimed = ({ moves }: ChartLine): boolean =>
  moves.every(({ by }) => by.every(who => who === 'clock'))
