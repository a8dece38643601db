import { armed, condition, isMarked, marked, missedRules, not } from '../conditions.ts'
import { computeDeadline } from '../rules/deadlines.ts'
import {
  arm,
  closeTask,
  disarm,
  extend,
  issue,
  mark,
  only,
  openTask,
  pause,
  resume,
  set,
  unmark,
} from '../verbs.ts'
import { row, stay, to, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { adjustClaimFee, outstanding } from './amounts.ts'
import { forget, judgmentAppeals, reopen, startTrialUnlessForeign, trialRule } from './context.ts'
import { replacementFits, replacePanel, unbarred } from './panel.ts'
import { every, feeStates, prep, trial, type State } from './states.ts'

/** Small claims may be heard summarily and either in the ordinary way, never the other way into small claims. */
const procedureMayChange = condition('procedureMayChange', ({ context: { facts }, event: { data } }) =>
  data.procedure === 'ordinary'
    ? facts.procedure !== 'ordinary'
    : data.procedure === 'summary' && facts.procedure !== 'summary' && facts.firstHearingHeld !== true,
)
const limitNotOver = condition(
  'trialLimitNotOver',
  ({ context }) =>
    !['summary', 'smallClaims'].some(each => context.clocks[`trial.${each}`]?.[''] === 'lapsed'),
)

const convert: Verb[] = [
  disarm('trial.*'),
  set(({ event }) => ({ procedure: event.data.procedure ?? 'ordinary' })),
  startTrialUnlessForeign,
  adjustClaimFee('balance'),
  only(({ context }) => (outstanding(context, ['balance']) ?? 0) > 0, arm('fee.balance')),
  closeTask('level.review'),
]

const trialLimitRuns = armed('trial.*', 'trialLimitRuns')

/** Once by as much as the president may grant; days on which the trial stood still come on top. */
const withinExtension = condition('withinTrialExtension', ({ context, event }) => {
  const rule = trialRule(context)
  const { trialFrom } = context.facts
  if (!rule || trialFrom === undefined || marked(context, 'stoodStill').length > 0) return true
  const { due } = computeDeadline({ rule, base: trialFrom, withExtension: true })
  return (event.data.dueOn ?? '') <= due
})

const recusalKey = ({ event }: Pick<Moment, 'event'>) => `${event.party ?? ''}/${event.data.against ?? ''}`

/** A party asks once for each person, and once for a review of the answer (CPL 50). */
const recusalLeft = condition(
  'recusalLeft',
  given =>
    !marked(given.context, 'recusalReviewed').includes(recusalKey(given)) &&
    !marked(given.context, 'recusal').includes(given.event.data.against ?? ''),
)

const askRecusal: Verb = {
  name: 'askRecusal',
  run: moment => {
    const key = recusalKey(moment)
    const again = marked(moment.context, 'recusalRequested').includes(key)
    mark(again ? 'recusalReviewed' : 'recusalRequested', () => key).run(moment)
    mark('recusal', ({ event }) => event.data.against).run(moment)
  },
}

const restoredParty = ({ event }: Pick<Moment, 'event'>) => event.party ?? event.data.party ?? ''
const restorationKey = (given: Pick<Moment, 'event'>) =>
  `${restoredParty(given)}/${given.event.data.rule ?? ''}`

/** The party's own period, or one that ran for all alike. */
const ruleLapsed = condition('ruleLapsedForYou', given => {
  const clocks = given.context.clocks[given.event.data.rule ?? ''] ?? {}
  return (clocks[restoredParty(given)] ?? clocks['']) === 'lapsed'
})
const periodMissed = condition(
  'periodMissed',
  ({ context, event }) => missedRules(context, event.party).length > 0,
)
const restorationInTime = condition('restorationInTime', ({ event }) => {
  const { obstacleEndedOn } = event.data
  return (
    obstacleEndedOn !== undefined &&
    event.on <= computeDeadline({ rule: 'restoration.apply', base: obstacleEndedOn }).due
  )
})
const restorationAsked = condition('restorationAsked', given =>
  marked(given.context, 'restoration').includes(restorationKey(given)),
)
const newDayNamed = condition(
  'newDayNamed',
  ({ event: { data } }) => data.granted !== true || data.dueOn !== undefined,
)

const isGranted = ({ event }: Pick<Moment, 'event'>) => event.data.granted === true

const decideRestoration: Verb = {
  name: 'decideRestoration',
  run: moment => {
    const { context, event } = moment
    const key = restorationKey(moment)
    context.marks.restoration = marked(context, 'restoration').filter(each => each !== key)
    if (!isGranted(moment)) return
    const rule = event.data.rule ?? ''
    const own = event.data.party !== undefined && context.clocks[rule]?.[event.data.party] !== undefined
    extend(rule, own ? 'named' : 'all').run(moment)
  },
}
const restorationDecided = [decideRestoration, closeTask('restoration.decide')]

const appealRestored = condition(
  'appealRestored',
  given => isGranted(given) && judgmentAppeals.includes(given.event.data.rule ?? ''),
)

/** What concerns the course of a case rather than one step of it, and what comes after its end. */
export const procedure: Row<State>[] = [
  row(
    'C93',
    'L2 258, 260; CPL 170',
    feeStates,
    'convertProcedure',
    stay({ by: ['judge'], data: [procedureMayChange, limitNotOver], do: convert }),
  ),
  row(
    'C94',
    'CPL 169; L2 269',
    feeStates,
    'objectProcedure',
    stay({ by: ['party'], do: [openTask('level.review', 'judge')] }),
  ),
  row(
    'C95',
    'CPL 152, 164, 168',
    trial,
    'extendTrialLimit',
    stay({ by: ['judge'], if: [trialLimitRuns], data: [withinExtension], do: [extend('trial.*')] }),
  ),
  row(
    'C96',
    'CPL 47–50',
    trial,
    'requestRecusal',
    stay({
      by: ['party'],
      data: [recusalLeft],
      do: [askRecusal, arm('recusal.decide'), openTask('recusal.decide', 'judge')],
    }),
  ),
  row(
    'C97',
    'CPL 50',
    trial,
    'decideRecusal',
    stay({
      by: ['judge'],
      if: [isMarked('recusal', 'recusalAsked')],
      data: [unbarred('replacement'), replacementFits],
      do: [
        disarm('recusal.decide'),
        closeTask('recusal.decide'),
        only(({ event }) => event.data.outcome === 'replace', ...replacePanel),
        unmark('recusal'),
      ],
    }),
  ),
  row(
    'C98',
    'CPL 86',
    every,
    'applyRestoration',
    stay({
      by: ['party'],
      if: [periodMissed],
      data: [ruleLapsed, restorationInTime],
      do: [mark('restoration', restorationKey), openTask('restoration.decide', 'judge')],
    }),
  ),
  row(
    'C99',
    'CPL 86',
    every.filter(state => state !== 'effective'),
    'decideRestoration',
    stay({ by: ['judge'], data: [restorationAsked, newDayNamed], do: restorationDecided }),
  ),
  row(
    'C99',
    'CPL 86',
    ['effective'],
    'decideRestoration',
    to('appealPeriod', {
      by: ['judge'],
      data: [restorationAsked, newDayNamed],
      when: [appealRestored],
      do: [
        ...restorationDecided,
        disarm('enforcement.apply'),
        disarm('retrial.petition'),
        reopen,
        forget('effectiveOn'),
      ],
    }),
    to('effective', {
      by: ['judge'],
      data: [restorationAsked, newDayNamed],
      when: [not(appealRestored)],
      do: restorationDecided,
    }),
  ),
  row(
    'C100',
    'CPL 37; L2 211',
    prep,
    'transferOut',
    to('closedTransferred', {
      by: ['judge'],
      if: [not(isMarked('jurisdictionSettled'), 'jurisdictionNotSettled')],
      do: [set({ reason: 'jurisdiction', closedBy: 'ruling' }), issue('ruling')],
    }),
  ),
  row(
    'C101',
    'L24 9(6)',
    ['pretrial', 'hearing'],
    'commissionAppraisal',
    stay({
      by: ['judge', 'clerk'],
      do: [mark('appraisal', 'all'), mark('stoodStill', 'all'), pause('trial.*')],
    }),
  ),
  row(
    'C101',
    'L24 9(6)',
    ['pretrial', 'hearing'],
    'appraisalDone',
    stay({ by: ['judge', 'clerk'], do: [unmark('appraisal'), resume('trial.*')] }),
  ),
  row(
    'C102',
    'CPL 216',
    ['effective'],
    'petitionRetrial',
    stay({
      by: ['party'],
      if: [armed('retrial.petition', 'retrialPeriodRuns')],
      do: [disarm('retrial.petition'), openTask('petition.review', 'judge')],
    }),
  ),
  row(
    'C103',
    'CPL 157(7)',
    ['judgmentIssued', 'appealPeriod', 'appealed', 'effective'],
    'correctJudgment',
    stay({ by: ['judge'], do: [issue('correction', ({ event }) => event.data.correction)] }),
  ),
]
