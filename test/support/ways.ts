import type { Pathway } from '../../workflows/pathway.ts'
import { guardsOf, Refused, step, type Saved } from '../../workflows/step.ts'
import type { Envelope } from '../../workflows/vocabulary.ts'
import { attempts, clocksOf, lapses, type Place } from './attempts.ts'
import { attempt, fitting } from './walk.ts'

/** One step of a way: what is done, and the state that it leads to. */
export type Turn = { event: Envelope; state: string }
/** A way into a state, from one of the places that the search started at. */
export type Way = Place & { start: number; turns: Turn[] }

/**
 * The shortest way into every state. To wait until a lapse moves the proceeding on counts as three acts, and to wait for
 * another proceeding as nine.
 */
export function shortestWays(
  pathway: Pathway,
  starts: readonly Place[],
  takesPart: (by: Envelope['by']) => boolean,
): Map<string, Way> {
  const shortest = new Map<string, Way>()
  const seen = new Set<string>()
  const visits = new Map<string, number>()
  let ahead: Way[][] = [starts.map((place, start) => ({ ...place, start, turns: [] }))]

  for (let perState = 6; perState <= 96; perState *= 2) {
    const left: Way[][] = []
    const towards = gatesOf(pathway, shortest)
    for (let length = 0; length < ahead.length; length++) {
      for (const way of ahead[length] ?? []) {
        const { state } = way.saved
        if (!shortest.has(state)) shortest.set(state, way)
        const visited = visits.get(state) ?? 0
        if (visited >= perState || !towards(state)) {
          left[length] = [...(left[length] ?? []), way]
          continue
        }
        visits.set(state, visited + 1)
        for (const { event, saved } of [...actsAt(pathway, way, takesPart), ...waitingAt(pathway, way)]) {
          const mark = `${way.start} ${signature(saved)}`
          if (seen.has(mark)) continue
          seen.add(mark)
          const then = length + costOf(event)
          const turns = [...way.turns, { event, state: saved.state }]
          ahead[then] = [...(ahead[then] ?? []), { ...way, saved, on: event.on, turns }]
        }
      }
    }
    if (shortest.size === Object.keys(pathway.states).length) break
    ahead = left
  }
  return shortest
}

const costOf = ({ by }: Envelope) => (by === 'clock' ? 3 : by === 'system' ? 9 : 1)

/** At first every open state leads on; later those with a row to a state that has not been reached. */
function gatesOf(pathway: Pathway, shortest: Map<string, Way>): (state: string) => boolean {
  if (shortest.size === 0) return state => pathway.states[state]?.tag !== 'closed'
  const missing = Object.keys(pathway.states).filter(state => !shortest.has(state))
  return state =>
    Object.keys(pathway.events).some(type =>
      guardsOf(pathway, state, type).some(({ target }) => missing.includes(target)),
    )
}

type Taken = { event: Envelope; saved: Saved }

/** What can be done here; on the day of the hearing where one is fixed. */
function actsAt(pathway: Pathway, { saved, on }: Place, takesPart: (by: Envelope['by']) => boolean): Taken[] {
  const { hearingOn = on } = saved.context.facts
  const day = { saved, on: hearingOn > on ? hearingOn : on }
  return attempts(pathway, day).flatMap(event => {
    const fits = takesPart(event.by) && fitting(pathway, saved, event).some(({ row }) => !row.startsWith('U'))
    const step = fits ? attempt(pathway, day, event) : undefined
    return !step || step instanceof Refused ? [] : [{ event, saved: step.saved }]
  })
}

/** Nobody does anything until a lapse moves the proceeding on. */
function waitingAt(pathway: Pathway, place: Place): Taken[] {
  const [event] = lapses(place)
  if (!event) return []
  const { saved } = step(pathway, place.saved, event)
  return saved.state === place.saved.state ? waitingAt(pathway, { ...place, saved }) : [{ event, saved }]
}

/** Tells apart places from which something else may be the shortest. */
const signature = ({ state, context }: Saved) =>
  JSON.stringify([
    state,
    context.returnTo,
    context.parties.map(({ out }) => out),
    Object.entries(context.marks).filter(([, whose]) => whose.length > 0),
    clocksOf(context, 'armed', 'paused', 'lapsed'),
    ['procedure', 'kind', 'hearingOn', 'feePaid', 'mediator', 'choices'].map(name =>
      Object.entries(context.facts).find(([fact]) => fact === name),
    ),
  ])
