import { application } from './interimMeasures/application.ts'
import { ending } from './interimMeasures/ending.ts'
import { events } from './interimMeasures/events.ts'
import { force } from './interimMeasures/force.ts'
import { review } from './interimMeasures/review.ts'
import { every, states, type State } from './interimMeasures/states.ts'
import { pathway } from './pathway.ts'
import { universal } from './universal.ts'

/** A court secures property, conduct or evidence before, during or after a suit or an arbitration. */
export const interimMeasures = pathway<State>({
  name: 'interimMeasures',
  version: 1,
  states,
  events,
  rows: [...application, ...force, ...review, ...ending],
  universal: universal(every),
})
