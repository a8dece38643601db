import { allConsent, clockOf, condition, inPlay, not, ruleIs, says } from '../conditions.ts'
import { arm, ask, disarm, disarmWhere, issue, mark, only, set, unmark } from '../verbs.ts'
import { row, stay, to, type Context, type Row, type Verb } from '../vocabulary.ts'
import { appellants } from './appeal.ts'
import { allOver, armByDomicile, forget, startTrialUnlessForeign, takesEffect } from './context.ts'
import { startRetrialPeriod } from './judgment.ts'
import type { State } from './states.ts'

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
      marks.barred = [...(marks.barred ?? []), ...(facts.panel ?? []), ...(facts.jurors ?? [])]
      disarmWhere(moment, rule => /^(appeal|judgment|secondInstance)\./.test(rule))
    },
  },
  unmark('judgmentServed', 'appellant', 'appealWithdrawal', 'copyServed', 'absent', 'jurorsRequested'),
  forget('outcome', 'performBy', 'closedBy', 'hearingOn', 'debateClosedOn'),
  forget('panel', 'jurors', 'jurorsDrawnOn'),
  ask(() => [
    { type: 'dismiss', role: 'judge', person: null },
    { type: 'dismiss', role: 'juror', person: null },
    { type: 'assign', role: 'judge', person: null },
  ]),
  set(({ event }) => ({ remanded: true, trialFrom: event.on })),
  startTrialUnlessForeign,
]

const servedDay = ({ event }: { event: { data: { servedOn?: string | undefined }; on: string } }) =>
  event.data.servedOn ?? event.on

/** Answering an appeal and deciding it. */
export const secondInstance: Row<State>[] = [
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
