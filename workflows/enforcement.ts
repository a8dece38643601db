import { ending } from './enforcement/ending.ts'
import { events } from './enforcement/events.ts'
import { execution, hongKong } from './enforcement/execution.ts'
import { filing } from './enforcement/filing.ts'
import { objections } from './enforcement/objections.ts'
import { every, states, type State } from './enforcement/states.ts'
import { stays } from './enforcement/stays.ts'
import { pathway } from './pathway.ts'
import { universal } from './universal.ts'

/** On one side of the border or on both, never for more than is due. */
export const enforcement = pathway<State>({
  name: 'enforcement',
  version: 1,
  states,
  events,
  rows: [...filing, ...hongKong, ...execution, ...objections, ...stays, ...ending],
  universal: universal(every),
})
