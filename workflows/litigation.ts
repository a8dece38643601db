import { appeal } from './litigation/appeal.ts'
import { claims } from './litigation/claims.ts'
import { allDefended } from './litigation/context.ts'
import { defence } from './litigation/defence.ts'
import { ending } from './litigation/ending.ts'
import { events } from './litigation/events.ts'
import { fees } from './litigation/fees.ts'
import { filing } from './litigation/filing.ts'
import { hearing } from './litigation/hearing.ts'
import { judgment } from './litigation/judgment.ts'
import { jurisdiction } from './litigation/jurisdiction.ts'
import { law } from './litigation/law.ts'
import { panel } from './litigation/panel.ts'
import { procedure } from './litigation/procedure.ts'
import { rulings } from './litigation/rulings.ts'
import { secondInstance } from './litigation/secondInstance.ts'
import { service } from './litigation/service.ts'
import { settlement } from './litigation/settlement.ts'
import { every, states, type State } from './litigation/states.ts'
import { pathway } from './pathway.ts'
import { universal } from './universal.ts'

export const litigation = pathway<State>({
  name: 'litigation',
  version: 1,
  states,
  events,
  rows: [
    ...filing,
    ...rulings,
    ...fees,
    ...service,
    ...jurisdiction,
    ...defence,
    ...claims,
    ...law,
    ...settlement,
    ...panel,
    ...hearing,
    ...judgment,
    ...appeal,
    ...secondInstance,
    ...ending,
    ...procedure,
  ],
  universal: universal(every),
  counter: {
    createDraft: 'intakeOfficer',
    submitComplaint: 'intakeOfficer',
    resubmit: 'intakeOfficer',
    payFee: 'intakeOfficer',
  },
  returning: {
    resolve: (kept, context) => (kept === 'defencePeriod' && allDefended(context) ? 'pretrial' : kept),
    besides: { defencePeriod: 'pretrial' },
  },
})
