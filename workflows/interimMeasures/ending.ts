import { not, says } from '../conditions.ts'
import { openTask, set } from '../verbs.ts'
import { row, stay, to, type Row } from '../vocabulary.ts'
import { isApplicant, lifts } from './context.ts'
import { termGoesOn } from './force.ts'
import { ordered, undecided, type State } from './states.ts'

/** Ends of the suit or arbitration that a measure outlives, until enforcement or its term is over (L2 168). */
const outlived = says('state', 'effective', 'awardFinal', 'closedStatement')
/** Ends that are not final yet: the court lifts the measure once they are (L21 23). */
const undone = says('state', 'dismissed', 'notAccepted')
const claimFailed = says('outcome', 'claimDismissed')

const reviewLift = openTask('preservation.lift.decide', 'judge')

const closedWith = (state: State) =>
  row(
    'I25',
    'L21 23; L2 168',
    [state],
    'parentClosed',
    to(state, { by: ['system'], when: [outlived, claimFailed], do: [reviewLift] }),
    to(state, { by: ['system'], when: [outlived] }),
    stay({ by: ['system'], when: [undone], do: [reviewLift] }),
    to('lifted', { by: ['system'], when: [not(outlived), not(undone)], do: lifts('parentClosed') }),
  )

export const ending: Row<State>[] = [
  row(
    'I24',
    'L21 23',
    undecided,
    'withdraw',
    to('terminated', { by: ['party'], if: [isApplicant], do: [set({ reason: 'withdrawn' })] }),
  ),
  row(
    'I24',
    'L21 23',
    ordered,
    'withdraw',
    to('lifted', { by: ['party'], if: [isApplicant], do: lifts('withdrawn') }),
  ),
  row(
    'I25',
    'L21 23; L2 168',
    undecided,
    'parentClosed',
    to('terminated', { by: ['system'], do: [set({ reason: 'parentClosed' })] }),
  ),
  closedWith('granted'),
  closedWith('inForce'),
  row('I26', 'L2 168', ordered, 'enforcementOpened', to('converted', { by: ['system'], do: [termGoesOn] })),
]
