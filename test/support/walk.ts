import { admits, type Guard, type Pathway } from '../../workflows/pathway.ts'
import { guardsOf, Refused, step, unopened, type Saved, type Step } from '../../workflows/step.ts'
import type { Context, Envelope, PathwayName } from '../../workflows/vocabulary.ts'
import { clauses } from './arbitration.ts'
import { attempts, clocksOf, lapses, later, type Place } from './attempts.ts'
import { contextOf, partyOf } from './contexts.ts'

const parties = [
  partyOf('p1', 'claimant'),
  partyOf('p2', 'respondent', { domiciled: false, hongKongOrMacao: true, calendar: 'HK' }),
]
const trio = [...parties, partyOf('p5', 'thirdParty')]
const many = [...parties, partyOf('p3', 'respondent'), partyOf('p4', 'claimant'), partyOf('p5', 'thirdParty')]

const agreement = {
  sourcePathway: 'mediation',
  sourceOrdinal: 1,
  sourceState: 'filed',
  sourceClock: 'armed',
  court: 'QIANHAI',
} as const
const award = { sourcePathway: 'arbitration', sourceOrdinal: 1, sourceState: 'awardIssued' } as const

/** How proceedings of each pathway begin: enough different ones to get everywhere. */
const beginnings: Partial<Record<PathwayName, Context[]>> = {
  litigation: [
    contextOf('litigation', { parties, contract: clauses.scia, facts: { court: 'QIANHAI' } }),
    contextOf('litigation', { facts: { foreignRelated: false, court: 'QIANHAI' } }),
    contextOf('litigation', { parties: many, facts: { court: 'QIANHAI' } }),
    contextOf('litigation', { parties, claim: { minor: 50_000_000_00, currency: 'CNY' } }),
  ],
  mediation: [
    contextOf('mediation', { parties }),
    contextOf('mediation', {
      parties: trio,
      facts: { parentPathway: 'litigation', parentProcedure: 'ordinary' },
    }),
    contextOf('mediation', { parties, facts: { parentPathway: 'arbitration' } }),
  ],
  arbitration: [
    contextOf('arbitration', { parties, contract: clauses.scia }),
    contextOf('arbitration', { parties, contract: clauses.hkiac }),
    contextOf('arbitration', { parties, contract: clauses.adHocNowhere }),
    contextOf('arbitration', { parties: trio, contract: clauses.adHocShenzhen }),
    contextOf('arbitration', {
      parties: many,
      contract: clauses.sciaUncitral,
      facts: { foreignRelated: false },
    }),
  ],
  judicialConfirmation: [
    contextOf('judicialConfirmation', { parties, facts: agreement }),
    contextOf('judicialConfirmation', { parties: trio, facts: agreement }),
  ],
  enforcement: [
    contextOf('enforcement', {
      parties: trio,
      facts: { ...award, seat: 'SHENZHEN', sourceClock: 'lapsed', creditors: ['p1'] },
    }),
    contextOf('enforcement', { parties, facts: { ...award, seat: 'HONG_KONG', creditors: ['p1', 'p2'] } }),
    contextOf('enforcement', {
      parties: many,
      facts: {
        sourcePathway: 'litigation',
        sourceOrdinal: 1,
        sourceState: 'effective',
        creditors: ['p1', 'p4'],
      },
    }),
    contextOf('enforcement', { parties, facts: { foreignRelated: false } }),
  ],
  lawAscertainment: [
    contextOf('lawAscertainment', { parties, facts: { parentPathway: 'litigation' } }),
    contextOf('lawAscertainment', { parties: trio, facts: { parentPathway: 'litigation' } }),
  ],
  interimMeasures: [
    contextOf('interimMeasures', {
      parties,
      facts: { parentPathway: 'litigation', performBy: '2026-05-01' },
    }),
    contextOf('interimMeasures', { parties, facts: { foreignRelated: false } }),
    contextOf('interimMeasures', { parties, contract: clauses.hkiac }),
    contextOf('interimMeasures', {
      parties: many,
      contract: clauses.scia,
      facts: { parentPathway: 'arbitration' },
    }),
  ],
}

export const starts = (pathway: Pathway): Place[] => {
  const contexts = Object.entries(beginnings).find(([name]) => name === pathway.name)?.[1]
  return (contexts ?? []).map(context => ({ saved: unopened(pathway, context), on: '2026-03-02' }))
}

/** Takes the step, or returns the refusal. */
export function attempt(pathway: Pathway, { saved }: Place, event: Envelope): Step | Refused {
  try {
    return step(pathway, saved, event)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

export type Explored = {
  /** Some places in each state, different from one another. */
  places: Map<string, Place[]>
  /** What was tried at them, with the rows that admit it. */
  acts: Act[]
  /** What of it was done, and what came of it. */
  steps: Taken[]
}
export type Taken = { place: Place; event: Envelope; step: Step }
export type Act = { place: Place; event: Envelope; guards: Guard[] }

/** Looks for a way into every state: goes on from where it has been least, from each of the beginnings in turn. */
export function explore(pathway: Pathway): Explored {
  const explored: Explored = { places: new Map(), acts: [], steps: [] }
  const found = new Map<string, Found[]>()
  const seen = new Set<string>()
  const used = new Map<string, number>()
  let perState = 4

  const arrive = (place: Found) => {
    const mark = signature(place.saved)
    if (seen.has(mark)) return
    seen.add(mark)
    found.set(place.saved.state, [...(found.get(place.saved.state) ?? []), place])
  }
  const visits = (state: string) => explored.places.get(state)?.length ?? 0
  const uses = ({ saved, start }: Found) => used.get(`${saved.state} ${start}`) ?? 0

  starts(pathway).forEach((start, index) => arrive({ ...start, start: index }))
  for (;;) {
    const [next] = [...found]
      .filter(([state, queue]) => queue.length > 0 && visits(state) < perState)
      .sort(([a], [b]) => visits(a) - visits(b))
    if (!next) {
      if (explored.places.size === Object.keys(pathway.machine.states).length || perState === 24)
        return explored
      perState += 4
      continue
    }
    const [state, queue] = next
    const least = Math.min(...queue.map(uses))
    const fresh = queue.filter(place => uses(place) === least)
    const place = fresh[(visits(state) * 31) % fresh.length]
    if (!place) continue
    found.set(
      state,
      queue.filter(other => other !== place),
    )
    used.set(`${state} ${place.start}`, least + 1)

    explored.places.set(state, [...(explored.places.get(state) ?? []), place])
    const acts = actsAt(pathway, place)
    explored.acts.push(...acts)
    const steps = [...possible(pathway, acts), ...untilNothingRuns(pathway, place)]
    explored.steps.push(...steps)
    for (const { event, step } of steps) arrive({ saved: step.saved, on: event.on, start: place.start })
  }
}

/** A place and the beginning that led there. */
type Found = Place & { start: number }

/** Whatever might be tried half a month on. */
function actsAt(pathway: Pathway, place: Place): Act[] {
  const day = { ...place, on: later(place.on, 17) }
  return [...attempts(pathway, day), ...lapses(day)].map(event => ({
    place,
    event,
    guards: fitting(pathway, place.saved, event),
  }))
}

/** What of it can be done: of the same act by the same person, a few ways to do it. */
function possible(pathway: Pathway, acts: Act[]): Taken[] {
  const times = new Map<string, number>()
  return acts.flatMap(({ place, event, guards: [guard] }) => {
    const act = `${event.type} ${event.by} ${event.party ?? ''} ${guard?.row ?? ''} ${guard?.target ?? ''}`
    const done = times.get(act) ?? 0
    if (!guard || done >= 3) return []
    const taken = attempt(pathway, place, event)
    if (taken instanceof Refused) return []
    times.set(act, done + 1)
    return [{ place, event, step: taken }]
  })
}

/** Nobody does anything: one period lapses after another. */
function untilNothingRuns(pathway: Pathway, place: Place): Taken[] {
  const [event] = lapses({ ...place, on: later(place.on, 30) })
  if (!event) return []
  const lapsed = step(pathway, place.saved, event)
  return [{ place, event, step: lapsed }, ...untilNothingRuns(pathway, { saved: lapsed.saved, on: event.on })]
}

/** The rows from here that admit the event, in the order they are tried. */
export const fitting = (pathway: Pathway, { state, context }: Saved, event: Envelope): Guard[] =>
  guardsOf(pathway, state, event.type).filter(
    guard =>
      admits(guard.by, event.by) &&
      [...guard.if, ...guard.data, ...guard.when].every(({ holds }) => holds({ context, event })),
  )

const distinguishing = ['procedure', 'kind', 'seat', 'institution', 'instrument', 'venue']

/** Tells apart places where different things may happen next. */
const signature = ({ state, context }: Saved) =>
  JSON.stringify([
    state,
    context.returnTo,
    context.parties.map(({ id, side, out }) => [id, side, out]),
    Object.entries(context.marks).map(([mark, whose]) => [mark, whose.length]),
    clocksOf(context, 'armed', 'paused', 'lapsed'),
    Object.entries(context.facts).filter(([name, fact]) => distinguishing.includes(name) || fact === true),
  ])
