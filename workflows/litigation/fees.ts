import { condition, marked, not, says } from '../conditions.ts'
import { parseMoney } from '../rules/fees.ts'
import { closeTask, disarm, extend, issue, openTask, pause, resume, set, unmark } from '../verbs.ts'
import { row, stay, to, type Context, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { claimStages, feeCurrency, outstanding, reduceFee, refundHalfPaid, stageFor } from './amounts.ts'
import { claimantAbsent, groundIs, settle } from './context.ts'
import { feeStates, trial, type State } from './states.ts'

type Given = Pick<Moment, 'context' | 'event'>

const stageOf = ({ event }: Given) => event.data.stage ?? 'case'
const payerFor = ({ event }: Given, stage: string) =>
  claimStages.includes(stage) ? null : (event.party ?? null)

const payerOfFee = condition('payerOfFee', given => {
  const { context, event } = given
  const stage = stageOf(given)
  const mine = stageFor(context, event.party)
  return claimStages.includes(stage)
    ? mine.stage === 'case'
    : stage === 'counterclaim'
      ? marked(context, 'counterclaim').includes(event.party ?? '')
      : mine.stage === stage
})

/** A claim in another currency has no assessed fee until the day's rate is known: what is paid is taken (L11 55). */
const amountIsOutstanding = condition('amountIsOutstanding', given => {
  const due = outstanding(given.context, [stageOf(given)], payerFor(given, stageOf(given)))
  const paid = parseMoney(given.event.data.amount ?? '0', feeCurrency).minor
  return paid > 0 && (due === undefined ? stageOf(given) === 'case' : paid === due)
})

const pay: Verb = {
  name: 'pay',
  run: moment => {
    const { context, event, effects } = moment
    const stage = stageOf(moment)
    const money = parseMoney(event.data.amount ?? '0', feeCurrency)
    const payer = payerFor(moment, stage)
    context.paid.push({ stage, payer, minor: money.minor })
    effects.push({ type: 'payment', stage, payer, money })
    if (stage === 'case') context.facts.feePaid = true
    const rule = periodOf[stage]
    if (rule !== undefined && !(outstanding(context, [stage]) ?? 0)) disarm(rule).run(moment)
  },
}

const periodOf: Record<string, string> = {
  case: 'fee.prepay',
  counterclaim: 'fee.counterclaim',
  balance: 'fee.balance',
}

/** The fee stayed unpaid beyond its period: nobody paid, nor was it waived. */
const overdue = (context: Context, ...stages: string[]) =>
  stages.some(
    stage =>
      Object.values(context.clocks[periodOf[stage] ?? ''] ?? {}).includes('lapsed') &&
      outstanding(context, [stage]) !== 0,
  )
const feeOverdue = condition('feeOverdue', ({ context }) =>
  overdue(context, 'case', 'balance', 'counterclaim'),
)
/** Why a judge may treat a suit as withdrawn at all; which it is, the ground named says (C17, C67). */
export const withdrawalDeemable = condition(
  'feeOverdueOrClaimantAbsent',
  given => feeOverdue.holds(given) || claimantAbsent.holds(given),
)
const claimFeeOverdue = condition('claimFeeOverdue', ({ context }) => overdue(context, 'case', 'balance'))

const dropCounterclaims: Verb = {
  name: 'dropCounterclaims',
  run: ({ context }) => {
    context.marks.counterclaim = marked(context, 'counterclaim').filter(
      id => (outstanding(context, ['counterclaim'], id) ?? 0) <= 0,
    )
  },
}

const owed = (context: Context, party: string | undefined) => {
  const { stage, payer } = stageFor(context, party)
  const stages = stage === 'case' ? claimStages : [stage]
  return { stage, payer, minor: outstanding(context, stages, payer) }
}

const ownFeeUnpaid = condition('ownFeeUnpaid', ({ context, event }) => {
  const { stage, minor } = owed(context, event.party)
  return minor === undefined ? stage === 'case' && context.facts.feePaid !== true : minor > 0
})
/** Only natural persons are let off altogether (L11 44). */
const waiverForPeople = condition(
  'waiverForPeople',
  ({ context, event }) =>
    event.data.kind !== 'waive' || context.parties.some(({ id, natural }) => id === event.party && natural),
)

const reliefAsked = condition('reliefAsked', ({ context }) => marked(context, 'feeRelief').length > 0)
const reliefKind = (context: Context) => marked(context, 'feeReliefKind')[0]
const lowerFeeNamed = condition('lowerFeeNamed', ({ context, event: { data } }) => {
  if (data.granted !== true || reliefKind(context) !== 'reduce') return true
  const due = owed(context, marked(context, 'feeRelief')[0]).minor ?? 0
  return data.amount !== undefined && parseMoney(data.amount, feeCurrency).minor < due
})

/** Waived, nothing is left to pay; reduced, the lower fee is; put off, the same on another day. */
const grant: Verb = {
  name: 'grantRelief',
  run: moment => {
    const { context, event } = moment
    const party = marked(context, 'feeRelief')[0]
    const kind = reliefKind(context)
    const { stage, payer, minor = 0 } = owed(context, party)
    const rule = periodOf[stage] ?? ''
    const left = kind === 'reduce' ? parseMoney(event.data.amount ?? '0', feeCurrency).minor : 0
    if (kind !== 'defer') reduceFee(moment, stage, payer, minor - left)
    if (kind !== 'waive' && event.data.dueOn !== undefined) extend(rule).run(moment)
    else if (kind === 'reduce') resume(rule).run(moment)
    else settle(rule).run(moment)
  },
}

const refuse: Verb = {
  name: 'refuseRelief',
  run: moment => {
    const { context, event } = moment
    const rule = periodOf[stageFor(context, marked(context, 'feeRelief')[0]).stage] ?? ''
    if (event.data.dueOn === undefined) resume(rule).run(moment)
    else extend(rule).run(moment)
  },
}

const reliefDecided = [unmark('feeRelief', 'feeReliefKind'), closeTask('feeRelief.decide')]

/** What the fee costs, and what comes of not paying it. */
export const fees: Row<State>[] = [
  row(
    'C16',
    'L11 20, 22',
    trial,
    'payFee',
    stay({ by: ['party'], if: [ownFeeUnpaid], data: [payerOfFee, amountIsOutstanding], do: [pay] }),
  ),
  row(
    'C17',
    'L2 199, 213',
    feeStates,
    'deemWithdrawn',
    to('closedDeemedWithdrawn', {
      by: ['judge'],
      if: [withdrawalDeemable],
      data: [groundIs('feeUnpaid'), feeOverdue],
      when: [claimFeeOverdue],
      do: [issue('ruling'), set({ reason: 'feeUnpaid', closedBy: 'ruling' }), refundOfBalance()],
    }),
    stay({
      by: ['judge'],
      if: [withdrawalDeemable],
      data: [groundIs('feeUnpaid'), feeOverdue],
      when: [not(claimFeeOverdue)],
      do: [issue('ruling'), dropCounterclaims, settle('fee.counterclaim')],
    }),
  ),
  row(
    'C18',
    'L11 44',
    trial,
    'applyFeeRelief',
    stay({
      by: ['party'],
      if: [ownFeeUnpaid],
      data: [waiverForPeople],
      do: [askRelief(), openTask('feeRelief.decide', 'judge')],
    }),
  ),
  row(
    'C19',
    'L11 22, 44',
    trial,
    'decideFeeRelief',
    stay({
      by: ['judge'],
      if: [reliefAsked],
      data: [lowerFeeNamed],
      when: [says('granted', true)],
      do: [grant, ...reliefDecided],
    }),
    stay({
      by: ['judge'],
      if: [reliefAsked],
      data: [lowerFeeNamed],
      when: [not(says('granted', true))],
      do: [refuse, ...reliefDecided],
    }),
  ),
]

function askRelief(): Verb {
  return {
    name: 'askRelief',
    run: moment => {
      const { context, event } = moment
      context.marks.feeRelief = [event.party ?? '']
      context.marks.feeReliefKind = [event.data.kind ?? '']
      pause(periodOf[stageFor(context, event.party).stage] ?? '').run(moment)
    },
  }
}

function refundOfBalance(): Verb {
  return {
    name: 'fee',
    run: moment => {
      if (overdue(moment.context, 'balance')) refundHalfPaid.run(moment)
    },
  }
}
