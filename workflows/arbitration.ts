import { award } from './arbitration/award.ts'
import { changes } from './arbitration/changes.ts'
import { emergency } from './arbitration/emergency.ts'
import { ending } from './arbitration/ending.ts'
import { events } from './arbitration/events.ts'
import { filing } from './arbitration/filing.ts'
import { hearing } from './arbitration/hearing.ts'
import { jurisdiction } from './arbitration/jurisdiction.ts'
import { response } from './arbitration/response.ts'
import { setAside } from './arbitration/setAside.ts'
import { settlement } from './arbitration/settlement.ts'
import { every, states, type State } from './arbitration/states.ts'
import { tribunal, tribunalLater } from './arbitration/tribunal.ts'
import { pathway } from './pathway.ts'
import { universal } from './universal.ts'

/** SCIA in its own rules or the UNCITRAL Rules, SCIAHK, HKIAC, or a tribunal without an institution. */
export const arbitration = pathway<State>({
  name: 'arbitration',
  version: 1,
  states,
  events,
  rows: [
    ...filing,
    ...response,
    ...changes,
    ...jurisdiction,
    ...tribunal,
    ...settlement,
    ...hearing,
    ...award,
    ...setAside,
    ...emergency,
    ...tribunalLater,
    ...ending,
  ],
  universal: universal(every),
  counter: { createDraft: 'tribunalSecretary', submit: 'tribunalSecretary' },
})
