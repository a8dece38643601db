import { allDefended } from './litigation/context.ts'
import { events } from './litigation/events.ts'
import { fees } from './litigation/fees.ts'
import { filing } from './litigation/filing.ts'
import { rulings } from './litigation/rulings.ts'
import { service } from './litigation/service.ts'
import { every, states, type State } from './litigation/states.ts'
import { pathway } from './pathway.ts'
import { universal } from './universal.ts'

export const litigation = pathway<State>({
  name: 'litigation',
  version: 1,
  states,
  events,
  rows: [...filing, ...rulings, ...fees, ...service],
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
