import {
  allConsent,
  clockOf,
  condition,
  hasSpecialAuthority,
  inPlay,
  marked,
  not,
  ownArmed,
  ownMarked,
  ruleIs,
  says,
  theirsArmed,
} from '../conditions.ts'
import { parseMoney } from '../rules/fees.ts'
import {
  arm,
  ask,
  clocksOf,
  closeTask,
  disarm,
  disarmWhere,
  extend,
  issue,
  mark,
  matches,
  only,
  openTask,
  set,
  unmark,
  unmarkOne,
} from '../verbs.ts'
import { row, stay, to, type Condition, type Context, type Move, type Row, type Verb } from '../vocabulary.ts'
import { chargeAppeal, feeCurrency, halveAppealFee, outstanding } from './amounts.ts'
import {
  allOver,
  armByDomicile,
  forget,
  judgmentAppeals,
  settle,
  startTrialUnlessForeign,
  takesEffect,
} from './context.ts'
import { appealsOver, noteLastDay, startRetrialPeriod, unappealed } from './judgment.ts'
import type { State } from './states.ts'

const appellants = (context: Context) => marked(context, 'appellant')

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
    clocksOf(context, 'appeal.fee')[data.party ?? ''] === 'lapsed' &&
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

/** Those who face an appeal that is not their own. */
const facing = (context: Context) =>
  inPlay(context).filter(({ id }) => appellants(context).some(appellant => appellant !== id))
const facesAppeal = condition('facesAppeal', ({ context, event: { data } }) =>
  facing(context).some(({ id }) => id === data.party),
)
const ownAnswerDue = condition(
  'ownAnswerDue',
  ({ context, event }) => clockOf(context, 'appeal.answer.*', event.party) !== undefined,
)
const sendOn = (base?: 'dueOn') =>
  only(
    ({ context }) => allOver(context, facing(context), { served: 'copyServed', rules: ['appeal.answer.*'] }),
    arm('appeal.transmit', base ? { base } : {}),
  )

/** A case is sent back once only (CPL 177). */
const notRemandedBefore = condition(
  'notRemandedBefore',
  ({ context, event: { data } }) => data.outcome !== 'remanded' || context.facts.remanded !== true,
)
const serviceDateGiven = condition(
  'serviceDateGiven',
  ({ event: { data } }) => data.outcome === 'remanded' || data.servedOn !== undefined,
)

/** Another panel hears the case again (CPL 40), and its judgment is served and appealed anew. */
const remand: Verb[] = [
  {
    name: 'remand',
    run: moment => {
      const { marks, facts } = moment.context
      marks.barred = [...(marks.barred ?? []), ...(facts.panel ?? [])]
      disarmWhere(moment, rule => /^(appeal|judgment|secondInstance)\./.test(rule))
    },
  },
  unmark('judgmentServed', 'appellant', 'appealWithdrawal', 'copyServed', 'absent', 'jurorsRequested'),
  forget('outcome', 'performBy', 'closedBy', 'panel', 'hearingOn', 'debateClosedOn', 'jurorsDrawnOn'),
  ask(() => [
    { type: 'dismiss', role: 'judge', person: null },
    { type: 'assign', role: 'judge', person: null },
  ]),
  set(({ event }) => ({ remanded: true, trialFrom: event.on })),
  startTrialUnlessForeign,
]

const servedDay = ({ event }: { event: { data: { servedOn?: string | undefined }; on: string } }) =>
  event.data.servedOn ?? event.on

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
  row(
    'C80',
    'CPL 174, 286',
    ['appealed'],
    'serveAppealCopy',
    stay({
      by: ['clerk'],
      data: [facesAppeal],
      do: [
        disarm('appeal.copy'),
        mark('copyServed', 'named'),
        armByDomicile('appeal.answer.domiciled', 'appeal.answer.noDomicile', { base: 'receivedOn' }),
      ],
    }),
  ),
  row(
    'C81',
    'CPL 174',
    ['appealed'],
    'fileAppealAnswer',
    stay({ by: ['party'], if: [ownAnswerDue], do: [disarm('appeal.answer.*', 'actor'), sendOn()] }),
  ),
  row(
    'C82',
    'CPL 174',
    ['appealed'],
    'deadlineLapsed',
    stay({ by: ['clock'], when: [ruleIs('appeal.answer.*')], do: [sendOn('dueOn')] }),
  ),
  row(
    'C83',
    'CPL 174, 183',
    ['appealed'],
    'transmitFile',
    stay({
      by: ['clerk'],
      do: [
        disarm('appeal.transmit'),
        only(({ context }) => context.facts.foreignRelated !== true, arm('secondInstance.judgment')),
      ],
    }),
  ),
  row(
    'C84',
    'CPL 40, 177, 178',
    ['appealed'],
    'secondInstance',
    to('pretrial', {
      by: ['appellateJudge'],
      data: [notRemandedBefore, serviceDateGiven],
      when: [says('outcome', 'remanded')],
      do: remand,
    }),
    to('effective', {
      by: ['appellateJudge'],
      data: [notRemandedBefore, serviceDateGiven],
      when: [not(says('outcome', 'remanded'))],
      do: [
        only(({ event }) => event.data.outcome !== 'upheld', forget('performBy')),
        set(({ event: { data } }) => ({
          outcome: data.outcome ?? '',
          closedBy: 'secondInstance',
          ...(data.performBy !== undefined && { performBy: data.performBy }),
        })),
        issue('secondInstanceJudgment'),
        ...takesEffect(servedDay),
        startRetrialPeriod,
      ],
    }),
  ),
  row(
    'C85',
    'CPL 179',
    ['appealed'],
    'settleOnAppeal',
    to('effective', {
      by: ['appellateJudge'],
      data: [allConsent],
      do: [
        // The statement takes the place of the first judgment, which counts as revoked.
        forget('outcome', 'performBy'),
        set({ closedBy: 'statement' }),
        issue('mediationStatement', ({ event }) => event.data.terms),
        ...takesEffect(servedDay),
      ],
    }),
  ),
]
