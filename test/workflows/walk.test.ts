import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { pathways } from '../../workflows/index.ts'
import { admits, type Guard, type Pathway } from '../../workflows/pathway.ts'
import { deadlineRules, ruleIds } from '../../workflows/rules/deadlines.ts'
import { choices, guardsOf, Refused, type Choice, type Saved, type Step } from '../../workflows/step.ts'
import { roles, type Envelope } from '../../workflows/vocabulary.ts'
import { checkEffect, windUp } from '../support/effects.ts'
import { attempts, clocksOf, lapse, lapses, later, type Place } from '../support/attempts.ts'
import { attempt, explore, fitting, type Explored } from '../support/walk.ts'

describe.each(Object.entries(pathways))('any walk through %s', { timeout: 120_000 }, (_, pathway) => {
  let places: Explored['places']
  let acts: Explored['acts']
  let steps: Explored['steps']

  beforeAll(() => {
    ;({ places, acts, steps } = explore(pathway))
  }, 120_000)

  const states = Object.keys(pathway.states)
  const tagOf = (state: string) => pathway.states[state]?.tag

  it('leads into every state', () => {
    expect([...places.keys()].sort()).toEqual(Object.keys(pathway.machine.states).sort())
  })

  it('can still end, from every state', () => {
    const onwards = new Map(states.map(state => [state, new Set<string>()]))
    for (const { step } of steps) onwards.get(step.from)?.add(step.saved.state)
    const ends = (state: string, seen = new Set<string>()): boolean =>
      tagOf(state) === 'closed' ||
      [...(onwards.get(state) ?? [])].some(next => !seen.has(next) && ends(next, seen.add(next)))
    expect(states.filter(state => !ends(state))).toEqual([])
  })

  it('waits only for somebody who can go on, or for the clock', () => {
    const goingOn = new Set(acts.filter(({ guards }) => guards.some(isOwn)).map(({ place }) => place))
    const stuck = [...places.values()]
      .flat()
      .filter(place => tagOf(place.saved.state) !== 'closed' && !goingOn.has(place))
    expect(stuck.map(({ saved }) => saved)).toEqual([])
  })

  it('names in each state whom it waits for, and gives them something to do', () => {
    // A measure in force waits for nobody: it runs until something happens elsewhere.
    const waiting = states.filter(state => tagOf(state) !== 'closed' && state !== 'inForce')
    for (const state of waiting) {
      const waitingFor = pathway.states[state]?.waitingFor ?? []
      const doers = Object.keys(pathway.events)
        .flatMap(type => guardsOf(pathway, state, type))
        .filter(isOwn)
        .flatMap(({ by }) => by)
      // What a mediation apart does comes back as a message.
      const able = waitingFor.filter(
        role =>
          admits(doers, role === 'party' ? 'claimant' : role) ||
          doers.includes(role) ||
          doers.includes('system'),
      )
      expect(able, state).not.toEqual([])
    }
  })

  it('never has two rows for the same act', () => {
    for (const { place, event, guards } of acts) {
      const rows = guards.filter(isOwn).map(({ row }) => row)
      if (rows.length > 1) expect.fail(`${rows.join(' and ')} in ${place.saved.state}: ${shown(event)}`)
    }
  })

  it('takes the lapse of whatever period runs, in every state, and drops that of one that does not', () => {
    const rules = new Set(acts.flatMap(({ place }) => Object.keys(place.saved.context.clocks)))
    for (const [state, [place]] of places) {
      if (state === 'unopened' || !place) continue
      for (const rule of rules) {
        for (const party of ['', 'p2']) {
          const event = lapse(rule, party, place.on)
          const armed = withClock(place, rule, party)
          const taken = attempt(pathway, armed, event)
          expect(taken, `${state} ${rule} ${party}`).not.toBeInstanceOf(Refused)
          expect((taken as Step).saved.context.clocks[rule]?.[party], `${state} ${rule}`).not.toBe('armed')

          const idle = withClock(place, rule, party, 'done')
          expect(attempt(pathway, idle, event), `${state} ${rule}`).toMatchObject({
            reason: 'guard',
            condition: 'periodRuns',
          })
        }
      }
    }
  })

  it('starts no period that its transition does not name', () => {
    const unnamed = new Set<string>()
    for (const { event, step } of steps) {
      const named = guardsOf(pathway, step.from, event.type)
        .filter(({ target }) => target === step.saved.state)
        .flatMap(({ arms }) => arms)
      for (const effect of step.effects)
        if (effect.type === 'arm' && !named.includes(effect.rule))
          unnamed.add(`${step.from} ${event.type} ${effect.rule}`)
    }
    expect([...unnamed]).toEqual([])
  })

  it('is a machine without timers, actors or ends of its own', () => {
    for (const state of Object.values(pathway.machine.states)) {
      expect({
        type: state.type,
        after: state.after,
        always: state.always,
        invoke: state.invoke,
        entry: state.entry,
        exit: state.exit,
      }).toEqual({ type: 'atomic', after: [], always: undefined, invoke: [], entry: [], exit: [] })
    }
  })

  it('keeps its promises at every step', () => {
    for (const { place, event, step } of steps) {
      const rows = running(place)
      perform(rows, event, step)
      keepsItsPromises(pathway, step, rows)
    }
  })

  it('keeps them on any walk, and comes to the same again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (first, picks) => {
        const everywhere = [...places.values()].flat()
        const start = everywhere[first % everywhere.length]!
        const log: Envelope[] = []
        const rows = running(start)
        let place = start
        for (const pick of picks) {
          const taken = goOn(pathway, place, pick)
          if (!taken) break
          const { event, step } = taken
          log.push(event)
          perform(rows, event, step)
          keepsItsPromises(pathway, step, rows)
          place = { saved: stored(step.saved), on: event.on }
        }
        const again = log.reduce<Saved>((saved, event) => {
          const taken = attempt(pathway, { saved, on: event.on }, event)
          return taken instanceof Refused ? saved : taken.saved
        }, start.saved)
        expect(stored(again)).toEqual(place.saved)
      }),
      { numRuns: 60, seed: 20260302 },
    )
  })
})

/** One plausible act that is possible, tried from the one picked on; those refused on the way must be so politely. */
function goOn(pathway: Pathway, place: Place, pick: number): { event: Envelope; step: Step } | undefined {
  const day = { ...place, on: later(place.on, [0, 1, 6, 33][pick % 4] ?? 0) }
  const events = [...lapses(day), ...attempts(pathway, day)]
  const offers = offersAt(pathway, place)
  if (pathway.states[place.saved.state]?.tag !== 'closed') {
    const goesOn = events.some(event => fitting(pathway, place.saved, event).some(isOwn))
    if (!goesOn) expect.fail(`nobody can go on from ${JSON.stringify(place.saved)}`)
  }
  const before = JSON.stringify(place.saved)
  for (let tried = 0; tried < events.length; tried++) {
    const event = events[(pick + tried * 7919) % events.length]!
    const taken = attempt(pathway, day, event)
    const fault = faultOf(taken, offers(event))
    if (fault) expect.fail(`${fault}: ${shown(event)} in ${place.saved.state}`)
    if (!(taken instanceof Refused)) {
      expect(JSON.stringify(place.saved)).toBe(before)
      return { event, step: taken }
    }
  }
  expect(JSON.stringify(place.saved)).toBe(before)
  return undefined
}

/** What is done was offered as possible; what was not offered is refused, and a refusal says why. */
function faultOf(taken: Step | Refused, offer: Choice | 'none' | undefined): string | undefined {
  if (!(taken instanceof Refused))
    return offer === 'none' || offer?.possible ? undefined : 'done, not offered'
  if (taken.reason === 'guard' && !taken.condition) return 'refused without a reason'
  return taken.reason === 'guard' && offer === undefined ? 'offered to nobody, and yet considered' : undefined
}

/** What somebody is offered of an act; nothing is ever offered to the clock or to another proceeding. */
function offersAt(pathway: Pathway, { saved }: Place) {
  const known = new Map<string, Choice[]>()
  return ({ type, by, party }: Envelope): Choice | 'none' | undefined => {
    const role = roles.find(role => role === by)
    if (!role) return 'none'
    const who = party ?? role
    const offered =
      known.get(who) ?? choices(pathway, saved, [{ role, ...(party !== undefined && { party }) }])
    known.set(who, offered)
    return offered.find(choice => choice.type === type)
  }
}

function keepsItsPromises(pathway: Pathway, { saved, from, tags, effects }: Step, rows: Map<string, string>) {
  const { state, context } = saved
  for (const effect of effects) checkEffect(effect)
  expect(stored(saved), state).toStrictEqual(saved)

  const clocks = clocksOf(context, 'armed', 'paused').map(({ rule, party, status }) => [
    `${rule} ${party}`,
    status,
  ])
  expect(Object.fromEntries(clocks), `periods in ${state}`).toEqual(Object.fromEntries(rows))

  const spec = pathway.states[state]!
  expect(tags).toEqual([spec.tag, ...(spec.decided ? ['decided'] : [])])
  expect(context.returnTo.length > 0, `${state} returns to ${context.returnTo.join()}`).toBe(
    spec.returns === true,
  )
  if (spec.tag === 'closed') {
    expect(context.facts.closedOn, state).toBeDefined()
    expect(context.facts.disposedOn, state).toBeDefined()
  }
  const before = pathway.states[from]
  const closes = spec.tag === 'closed' && before?.tag !== 'closed'
  const leaves = state !== from && !spec.pauses && !before?.pauses
  const begun = effects.flatMap(effect => (effect.type === 'arm' ? [effect.rule] : []))
  const outlived = ruleIds.filter(rule => {
    const { scope, survivesClosing } = deadlineRules[rule]
    const over = (closes && !survivesClosing) || (leaves && scope === 'state')
    return over && !begun.includes(rule) && clocks.some(([running]) => running?.startsWith(`${rule} `))
  })
  expect(outlived, `periods that outlive ${from}`).toEqual([])
}

/** The periods that run or stand still, as their rows say. */
const running = ({ saved }: Place): Map<string, string> =>
  new Map(
    clocksOf(saved.context, 'armed', 'paused').map(({ rule, party, status }) => [key(rule, party), status]),
  )

function perform(rows: Map<string, string>, { type, data }: Envelope, { effects }: Step): void {
  if (type === 'deadlineLapsed' && data.rule) rows.delete(key(data.rule, data.party))
  windUp(rows, effects)
}

const key = (rule: string, party = '') => `${rule} ${party}`

/** Not one of the rows that every machine has. */
const isOwn = ({ row }: Guard) => !row.startsWith('U')

const shown = ({ type, by, party, data }: Envelope) => `${type} by ${party ?? by} ${JSON.stringify(data)}`

const withClock = (place: Place, rule: string, party: string, status: 'armed' | 'done' = 'armed'): Place => {
  const { context } = place.saved
  const clocks = { ...context.clocks, [rule]: { ...context.clocks[rule], [party]: status } }
  return { ...place, saved: { ...place.saved, context: { ...context, clocks } } }
}

/** What comes back from a jsonb column. */
const stored = (saved: Saved): Saved => JSON.parse(JSON.stringify(saved)) as Saved
