import { condition, hasSpecialAuthority, isMarked, marked, not } from '../conditions.ts'
import { closeTask, issue, mark, only, openTask, pause, resume, set, unmark } from '../verbs.ts'
import { back, row, stay, to, type Context, type Row, type Verb } from '../vocabulary.ts'
import { halveClaimFee } from './amounts.ts'
import { claimants, forget } from './context.ts'
import { claimsRemain, dropClaims } from './hearing.ts'
import { trial, type State } from './states.ts'

const withdrawalAsked = isMarked('withdrawal', 'withdrawalAsked')

const withdrawing = (context: Context) => marked(context, 'withdrawal')

/** Once the debate has closed a respondent may want a judgment (L2 238). */
const respondentDoesNotObject = condition(
  'respondentDoesNotObject',
  ({ context, event }) =>
    context.facts.debateClosedOn === undefined || event.data.respondentConsents !== false,
)
const othersClaim = condition('othersClaim', ({ context }) => claimsRemain(context, withdrawing(context)))

/** The fee is that of the claim, which other claimants may still pursue. */
const claimPursued = ({ context }: { context: Context }) =>
  claimants(context).some(
    ({ id }) => ![...withdrawing(context), ...marked(context, 'independent')].includes(id),
  )

const decided: Verb[] = [unmark('withdrawal'), closeTask('withdrawal.decide')]
const allowed: Verb[] = [issue('ruling'), only(given => !claimPursued(given), halveClaimFee)]

/** Everything stands still; what stood still before goes on standing when the case goes on. */
const standStill: Verb = {
  name: 'pause',
  run: moment => {
    const { context } = moment
    context.marks.stoodBefore = Object.entries(context.clocks)
      .filter(([, clocks]) => Object.values(clocks).includes('paused'))
      .map(([rule]) => rule)
    mark('stoodStill', 'all').run(moment)
    pause('*').run(moment)
  },
}
const goOn: Verb = {
  name: 'resume',
  run: moment => {
    const { clocks } = moment.context
    const stood = marked(moment.context, 'stoodBefore')
    resume(...Object.keys(clocks).filter(rule => !stood.includes(rule))).run(moment)
    unmark('stoodBefore').run(moment)
  },
}

/** Ends and interruptions that the parties or the course of things bring. */
export const ending: Row<State>[] = [
  row(
    'C86',
    'CPL 148',
    ['submitted', 'supplementRequested', 'supplementOverdue'],
    'withdraw',
    to('closedWithdrawn', { by: ['claimant'], do: [set({ reason: 'withdrawn' })] }),
  ),
  row(
    'C87',
    'CPL 148',
    [...trial, 'suspended'],
    'withdraw',
    stay({
      by: ['claimant'],
      if: [hasSpecialAuthority],
      do: [mark('withdrawal'), openTask('withdrawal.decide', 'judge')],
    }),
  ),
  row(
    'C88',
    'CPL 55, 148; L2 237–239',
    [...trial, 'suspended'],
    'allowWithdrawal',
    to('closedWithdrawn', {
      by: ['judge'],
      if: [withdrawalAsked],
      data: [respondentDoesNotObject],
      when: [not(othersClaim)],
      do: [...allowed, ...decided, set({ reason: 'withdrawn', closedBy: 'ruling' })],
    }),
    stay({
      by: ['judge'],
      if: [withdrawalAsked],
      data: [respondentDoesNotObject],
      when: [othersClaim],
      do: [...allowed, dropClaims(withdrawing), ...decided],
    }),
  ),
  row(
    'C89',
    'CPL 148',
    [...trial, 'suspended'],
    'refuseWithdrawal',
    stay({ by: ['judge'], if: [withdrawalAsked], do: decided }),
  ),
  row(
    'C90',
    'CPL 153',
    trial,
    'suspend',
    to('suspended', { by: ['judge'], do: [set({ reason: 'cpl153' }), standStill] }),
  ),
  row('C91', 'CPL 153', ['suspended'], 'resume', back({ by: ['judge'], do: [forget('reason'), goOn] })),
  row(
    'C92',
    'CPL 154',
    [...trial, 'suspended'],
    'terminate',
    to('closedTerminated', { by: ['judge'], do: [set({ reason: 'cpl154', closedBy: 'ruling' })] }),
  ),
]
