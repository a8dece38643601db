import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mediation } from '../../workflows/mediation.ts'
import { Refused, step, type Step } from '../../workflows/step.ts'
import type { Envelope } from '../../workflows/vocabulary.ts'
import { attempts, lapses, later, type Place } from '../support/attempts.ts'
import { starts } from '../support/walk.ts'

const secret = 'WALLED'
const texts = ['text', 'line', 'lines']

const within = ['mediator', 'mediationCoordinator', 'claimant', 'respondent', 'thirdParty']

/** The same act with a secret wherever somebody behind the wall may write what he likes. */
function withSecrets(event: Envelope): Envelope {
  if (!within.includes(event.by)) return event
  const data: Record<string, unknown> = { ...event.data }
  for (const [name, { widget }] of Object.entries(mediation.events[event.type] ?? {}))
    if (texts.includes(widget) && data[name] !== undefined)
      data[name] = widget === 'lines' ? [secret] : secret
  return { ...event, data: data }
}

/** What ends a mediation or may be done in every state: tried now and then, or few would get anywhere. */
const seldom = [
  ...['withdraw', 'refuse', 'refuseDesignation', 'refuseAgain', 'reportUnreachable', 'decline'],
  ...['deadlineLapsed', 'replaceMediator', 'gapTooWide', 'parentClosed'],
  ...['overruleFinding', 'recomputeDeadlines', 'correctRecord'],
]

/** The first of these that is possible. */
function taken(place: Place, events: Envelope[], from: number): { step: Step; event: Envelope } | undefined {
  for (let nth = 0; nth < Math.min(events.length, 40); nth++) {
    const event = withSecrets(events[(from + nth) % events.length]!)
    try {
      return { event, step: step(mediation, place.saved, event) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return undefined
}

it('keeps no word of what was said in what the machine knows, nor tells one to another proceeding', () => {
  const beginnings = starts(mediation)
  const story = fc.tuple(
    fc.nat(beginnings.length - 1),
    fc.array(fc.nat(10_000), { minLength: 12, maxLength: 30 }),
  )
  const seen = new Set<string>()
  fc.assert(
    fc.property(story, ([beginning, turns]) => {
      let place = beginnings[beginning]!
      for (const turn of turns) {
        const next = { ...place, on: later(place.on, 1 + (turn % 5)) }
        const all = [...attempts(mediation, next), ...lapses(next)]
        const found = taken(
          next,
          turn % 8 === 0 ? all : all.filter(({ type }) => !seldom.includes(type)),
          turn,
        )
        if (!found) return
        const { saved, effects } = found.step
        seen.add(found.event.type)
        expect(JSON.stringify(saved.context)).not.toContain(secret)
        for (const effect of effects) {
          if (effect.type === 'carry')
            for (const kind of effect.kinds)
              expect(['agreement', 'undisputedFacts', 'terminationReport']).toContain(kind)
          // A document lies in the mediation's own room; what a finding or a correction says stays in its payload.
          if (!['document', 'overrule', 'correct'].includes(effect.type))
            expect(JSON.stringify(effect)).not.toContain(secret)
        }
        place = { saved, on: next.on }
      }
    }),
    { numRuns: 60, seed: 620 },
  )
  for (const type of ['reachAgreement', 'requestRecusal', 'complain']) expect([...seen]).toContain(type)
}, 60_000)
