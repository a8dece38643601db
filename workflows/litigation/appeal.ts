import {
  condition,
  hasSpecialAuthority,
  marked,
  not,
  ownArmed,
  ownMarked,
  ruleIs,
  theirsArmed,
} from '../conditions.ts'
import { parseMoney } from '../rules/fees.ts'
import {
  arm,
  ask,
  closeTask,
  disarm,
  disarmWhere,
  extend,
  mark,
  matches,
  openTask,
  unmark,
  unmarkOne,
} from '../verbs.ts'
import { row, stay, to, type Condition, type Context, type Move, type Row, type Verb } from '../vocabulary.ts'
import { chargeAppeal, feeCurrency, halveAppealFee, outstanding } from './amounts.ts'
import { judgmentAppeals, settle } from './context.ts'
import { appealsOver, noteLastDay, unappealed } from './judgment.ts'
import type { State } from './states.ts'

export const appellants = (context: Context) => marked(context, 'appellant')

const ownAppealPeriod = condition('ownPeriodRuns', given =>
  judgmentAppeals.some(rule => ownArmed(rule).holds(given)),
)

/** What is still owed for an appeal; where no fee could be assessed, until something is paid (L11 55). */
function appealFeeOwed(context: Context, party: string | undefined): number | 'unassessed' {
  if (party === undefined || !appellants(context).includes(party)) return 0
  const due = outstanding(context, ['appeal'], party)
  if (due !== undefined) return due
  return context.paid.some(({ stage, payer }) => stage === 'appeal' && payer === party) ? 0 : 'unassessed'
}
const isOwed = (owed: number | 'unassessed') => owed === 'unassessed' || owed > 0

const ownAppealFeeUnpaid = condition('ownAppealFeeUnpaid', ({ context, event }) =>
  isOwed(appealFeeOwed(context, event.party)),
)
const theirAppealFeeUnpaid = condition('theirAppealFeeUnpaid', ({ context, event }) =>
  isOwed(appealFeeOwed(context, event.data.party)),
)
const appealFeeOverdue = condition(
  'appealFeeOverdue',
  ({ context, event: { data } }) =>
    context.clocks['appeal.fee']?.[data.party ?? ''] === 'lapsed' &&
    isOwed(appealFeeOwed(context, data.party)),
)
const appealFeeFits = condition('amountIsOutstanding', ({ context, event }) => {
  const paid = parseMoney(event.data.amount ?? '0', feeCurrency).minor
  const owed = appealFeeOwed(context, event.party)
  return owed === 'unassessed' ? paid > 0 : paid === owed
})

const payAppealFee: Verb = {
  name: 'pay',
  run: ({ context, event, effects }) => {
    const money = parseMoney(event.data.amount ?? '0', feeCurrency)
    const paid = { stage: 'appeal', payer: event.party ?? null }
    context.paid.push({ ...paid, minor: money.minor })
    effects.push({ type: 'payment', ...paid, money })
  },
}

const withdrawalAsked = condition('theirWithdrawalAsked', ({ context, event: { data } }) =>
  marked(context, 'appealWithdrawal').includes(data.party ?? ''),
)
const othersAppeal = condition('othersAppeal', ({ context, event: { data } }) =>
  appellants(context).some(id => id !== data.party),
)

/** With the last appeal, what was to be done on it falls away. */
const noAppealLeft: Verb = {
  name: 'noAppealLeft',
  run: moment => {
    disarmWhere(moment, rule => onAppeal.some(pattern => matches(rule, pattern)))
    unmark('copyServed').run(moment)
  },
}
const onAppeal = [
  'appeal.copy',
  'appeal.answer.*',
  'appeal.transmit',
  'appeal.fee',
  'secondInstance.judgment',
]

function endsAppeal(why: Condition, verbs: Verb[]): Move<State>[] {
  const ended = [
    ...verbs,
    unmarkOne('appellant', 'named'),
    unmarkOne('appealWithdrawal', 'named'),
    settle('appeal.fee', 'named'),
    closeTask('appealWithdrawal.decide'),
  ]
  const move = { by: ['appellateJudge' as const], data: [why] }
  return [
    stay({ ...move, when: [othersAppeal], do: ended }),
    to('effective', {
      ...move,
      when: [not(othersAppeal), appealsOver],
      do: [...ended, noAppealLeft, ...unappealed],
    }),
    to('appealPeriod', {
      ...move,
      when: [not(othersAppeal), not(appealsOver)],
      do: [...ended, noAppealLeft],
    }),
  ]
}

/** Bringing an appeal, paying for it and dropping it. */
export const appeal: Row<State>[] = [
  row(
    'C73',
    'CPL 171; L11 17',
    ['appealPeriod', 'appealed'],
    'appeal',
    to('appealed', {
      by: ['party'],
      if: [ownAppealPeriod, hasSpecialAuthority],
      do: [
        ...judgmentAppeals.map(rule => disarm(rule, 'actor')),
        mark('appellant'),
        ask(() => ({ type: 'assign', role: 'appellateJudge', person: null })),
        chargeAppeal,
        arm('appeal.copy'),
      ],
    }),
  ),
  row(
    'C74',
    'CPL 286',
    ['appealPeriod'],
    'extendAppeal',
    stay({
      by: ['judge'],
      data: [theirsArmed('appeal.noDomicile')],
      do: [extend('appeal.noDomicile', 'named')],
    }),
  ),
  row(
    'C75',
    'L2 244, 536',
    ['appealPeriod'],
    'deadlineLapsed',
    to('effective', {
      by: ['clock'],
      when: [ruleIs(...judgmentAppeals), appealsOver],
      do: [noteLastDay, ...unappealed],
    }),
    stay({ by: ['clock'], when: [ruleIs(...judgmentAppeals), not(appealsOver)], do: [noteLastDay] }),
  ),
  row(
    'C76',
    'L2 536',
    ['appealed'],
    'deadlineLapsed',
    stay({ by: ['clock'], when: [ruleIs(...judgmentAppeals)], do: [noteLastDay] }),
  ),
  row(
    'C77',
    'L11 22',
    ['appealed'],
    'notifyAppealFee',
    stay({
      by: ['clerk'],
      data: [theirAppealFeeUnpaid],
      do: [arm('appeal.fee', { of: 'named', base: 'receivedOn' })],
    }),
  ),
  row(
    'C77',
    'L11 22',
    ['appealed'],
    'payAppealFee',
    stay({
      by: ['party'],
      if: [ownAppealFeeUnpaid],
      data: [appealFeeFits],
      do: [payAppealFee, disarm('appeal.fee', 'actor')],
    }),
  ),
  row(
    'C78',
    'L2 335',
    ['appealed'],
    'withdrawAppeal',
    stay({
      by: ['party'],
      if: [ownMarked('appellant', 'ownAppealLive'), hasSpecialAuthority],
      do: [mark('appealWithdrawal'), openTask('appealWithdrawal.decide', 'appellateJudge')],
    }),
  ),
  row(
    'C79',
    'L2 318',
    ['appealed'],
    'allowAppealWithdrawal',
    ...endsAppeal(withdrawalAsked, [halveAppealFee]),
  ),
  row('C79', 'L2 318', ['appealed'], 'deemAppealWithdrawn', ...endsAppeal(appealFeeOverdue, [])),
]
