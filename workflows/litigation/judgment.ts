import { Temporal } from 'temporal-polyfill'
import { allConsent, condition, fact, inPlay, marked, not } from '../conditions.ts'
import { arm, disarm, issue, mark, only, set, unmark } from '../verbs.ts'
import { row, stay, to, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { halveClaimFee } from './amounts.ts'
import { allOver, armByDomicile, forget, isForeignRelated, judgmentAppeals, takesEffect } from './context.ts'
import { noLawOpen } from './law.ts'
import type { State } from './states.ts'

type Given = Pick<Moment, 'context' | 'event'>

const awaitsJudgment = condition('partyNotYetServed', ({ context, event: { data } }) =>
  inPlay(context).some(({ id }) => id === data.party && !marked(context, 'judgmentServed').includes(id)),
)

const allServed = ({ context, event }: Given) =>
  inPlay(context).every(({ id }) => id === event.data.party || marked(context, 'judgmentServed').includes(id))
const lastServed = condition('lastServed', allServed)

/** One instance only, so the judgment takes effect on service (CPL 165). */
const smallClaims = fact('procedure', 'smallClaims')

/** Every party has been served and has let its period pass, or appealed and withdrawn (L2 244, 536). */
export const appealsOver = condition('appealsOver', ({ context, event }) =>
  allOver(context, inPlay(context), {
    served: 'judgmentServed',
    rules: judgmentAppeals,
    acting: event.data.party,
  }),
)

const later = (a: string | undefined, b: string) => (a !== undefined && a > b ? a : b)

export const noteLastDay: Verb = set(({ context, event }) => ({
  lastDueOn: later(context.facts.lastDueOn, event.data.dueOn ?? event.on),
}))

export const startRetrialPeriod = arm('retrial.petition', {
  base: ({ context }) => context.facts.effectiveOn,
})

const judgmentTakesEffect = (on: (moment: Moment) => string): Verb[] => [
  only(({ context }) => context.facts.closedBy === undefined, set({ closedBy: 'judgment' })),
  ...takesEffect(on),
  startRetrialPeriod,
]

/** The judgment takes effect on the day after the last appeal period ended. */
export const unappealed: Verb[] = judgmentTakesEffect(({ context, event }) => {
  const { lastDueOn } = context.facts
  return lastDueOn === undefined ? event.on : Temporal.PlainDate.from(lastDueOn).add({ days: 1 }).toString()
})

const givenJudgment: Verb[] = [
  disarm('trial.*'),
  unmark('judgmentServed'),
  forget('servedOn', 'lastDueOn'),
  set(({ event }) => (event.data.performBy === undefined ? {} : { performBy: event.data.performBy })),
  issue('judgment'),
]

const serve: Verb[] = [
  mark('judgmentServed', 'named'),
  set(({ context, event }) => ({
    servedOn: later(context.facts.servedOn, event.data.receivedOn ?? event.on),
  })),
  only(allServed, disarm('judgment.send')),
]
const serveAppealable: Verb[] = [
  ...serve,
  armByDomicile('appeal.judgment.domiciled', 'appeal.noDomicile', { base: 'receivedOn' }),
]

export const judgment: Row<State>[] = [
  row(
    'C70',
    'CPL 151; L5 10',
    ['deliberation'],
    'issueJudgment',
    to('judgmentIssued', {
      by: ['judge'],
      if: [noLawOpen],
      do: [
        forget('performBy', 'closedBy'),
        set(({ event }) => ({ outcome: event.data.outcome ?? '' })),
        ...givenJudgment,
        only(
          ({ event }) => event.data.announcedOn !== undefined,
          arm('judgment.send', { base: 'announcedOn' }),
        ),
      ],
    }),
  ),
  row(
    'C71',
    'L2 528, 549',
    ['statementDrafted'],
    'issueConsentJudgment',
    to('judgmentIssued', {
      by: ['judge'],
      if: [isForeignRelated],
      data: [allConsent],
      do: [set({ closedBy: 'consentJudgment' }), halveClaimFee, ...givenJudgment],
    }),
  ),
  row(
    'C72',
    'CPL 165, 171, 286; L2 536',
    ['judgmentIssued', 'appealPeriod'],
    'recordService',
    to('effective', {
      by: ['clerk'],
      data: [awaitsJudgment],
      when: [smallClaims, lastServed],
      do: [...serve, ...judgmentTakesEffect(({ context, event }) => context.facts.servedOn ?? event.on)],
    }),
    stay({
      by: ['clerk'],
      data: [awaitsJudgment],
      when: [smallClaims, not(lastServed)],
      do: serve,
    }),
    to('appealPeriod', {
      by: ['clerk'],
      data: [awaitsJudgment],
      when: [not(smallClaims)],
      do: serveAppealable,
    }),
  ),
  row(
    'C72',
    'CPL 171, 286; L2 536',
    ['appealed'],
    'recordService',
    to('appealed', { by: ['clerk'], data: [awaitsJudgment], do: serveAppealable }),
  ),
]
