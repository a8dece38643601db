import { clockOf, condition, inPlay, isMarked, marked, not, ownArmed, partyInPlay } from '../conditions.ts'
import { computeDeadline } from '../rules/deadlines.ts'
import { correctionRule, setAsideRule } from '../rules/seat.ts'
import {
  arm,
  arming,
  armNow,
  closeTask,
  clocksOf,
  disarm,
  disarmWhere,
  issue,
  mark,
  matches,
  openTask,
  set,
  unmark,
} from '../verbs.ts'
import { row, stay, to, type Context, type Moment, type Verb } from '../vocabulary.ts'
import { seatNow } from './context.ts'

export const challengePeriods = ['setaside.CN.*', 'setaside.HK', 'award.correction*']
const periodsOfAward = [...challengePeriods, 'enforcement.apply']

/** The periods of an award that a new one replaces are forgotten, those that have lapsed too (L19 74). */
const startAfresh: Verb = {
  name: 'startAfresh',
  run: moment => {
    const ofTheAward = (rule: string) => periodsOfAward.some(pattern => matches(rule, pattern))
    disarmWhere(moment, ofTheAward)
    const { context } = moment
    context.clocks = Object.fromEntries(Object.entries(context.clocks).filter(([rule]) => !ofTheAward(rule)))
  },
}

/** An award binds from the day it is made (L19 70); every period of its own starts with it. */
export const newlyMade: Verb[] = [
  startAfresh,
  unmark('awardServed', 'setAsideApplied', 'setAsidePending', 'publicInterestPleaded', 'correctionAsked'),
  set(({ event }) => ({
    effectiveOn: event.on,
    ...(event.data.performBy !== undefined && { performBy: event.data.performBy }),
  })),
  issue('award'),
  disarm('arb.award.*'),
  arm('enforcement.apply', { base: 'performBy' }),
]

export const makeAward: Verb[] = [
  set(({ event: { data } }) => (data.kind === undefined ? {} : { awardKind: data.kind, outcome: data.kind })),
  ...newlyMade,
]

const notYetServed = condition(
  'awardNotYetServed',
  ({ context, event }) => !marked(context, 'awardServed').includes(event.data.party ?? ''),
)

/** Served on all, and no period for a challenge or a correction runs but the one that lapses just now. */
const periodsOver = ({ context, event }: Pick<Moment, 'context' | 'event'>) =>
  inPlay(context).every(
    ({ id }) =>
      marked(context, 'awardServed').includes(id) &&
      challengePeriods.every(
        pattern =>
          clockOf(context, pattern, id) !== 'armed' ||
          (event.type === 'deadlineLapsed' &&
            event.data.party === id &&
            matches(event.data.rule ?? '', pattern)),
      ),
  )

const noCorrectionOpen = (context: Context) => marked(context, 'correctionAsked').length === 0

export const stands = condition('stands', given => periodsOver(given) && noCorrectionOpen(given.context))

/** In Hong Kong the period to set aside starts again for who asked for the correction (ML 34(3)). */
const startingAgain = ({ context }: Pick<Moment, 'context'>) =>
  seatNow(context) === 'HONG_KONG'
    ? marked(context, 'correctionAsked').filter(id => !marked(context, 'setAsideApplied').includes(id))
    : []

const standsCorrected = condition(
  'standsCorrected',
  given => periodsOver(given) && startingAgain(given).length === 0,
)

const corrected: Verb[] = [
  {
    name: 'startAgain',
    arms: ['setaside.HK'],
    run: moment => {
      for (const id of startingAgain(moment)) {
        // A period that has lapsed starts again by law, so nothing is late.
        if (clockOf(moment.context, 'setaside.HK', id) === 'lapsed')
          clocksOf(moment.context, 'setaside.HK')[id] = 'done'
        armNow(moment, 'setaside.HK', id)
      }
    },
  },
  unmark('correctionAsked'),
  closeTask('correction.decide'),
]

const asked = isMarked('correctionAsked')

/** Asked for, or of the tribunal's own motion within the same time from the day of the award (ML 33(2)). */
const askedOrInTime = condition('correctionAskedOrInTime', ({ context, event }) => {
  const rule = correctionRule(seatNow(context)) ?? 'award.correction'
  const { effectiveOn } = context.facts
  return (
    !noCorrectionOpen(context) ||
    (effectiveOn !== undefined && event.on <= computeDeadline({ rule, base: effectiveOn }).due)
  )
})

const corrections = (
  [
    { event: 'issueCorrection', may: [askedOrInTime], do: [issue('correction'), ...corrected] },
    { event: 'refuseCorrection', may: [asked], do: corrected },
  ] as const
).flatMap(({ event, may, do: then }) => [
  row(
    'A42',
    'L19 69; ML 33, 34(3)',
    ['awardIssued'],
    event,
    to('awardFinal', { by: ['arbitrator'], if: [...may], when: [standsCorrected], do: [...then] }),
    to('awardIssued', { by: ['arbitrator'], if: [...may], when: [not(standsCorrected)], do: [...then] }),
  ),
  row(
    'A42',
    'L19 69; ML 33, 34(3)',
    ['setasidePending'],
    event,
    stay({ by: ['arbitrator'], if: [...may], do: [...then] }),
  ),
])

export const award = [
  row(
    'A40',
    'L19 69, 72',
    ['awardIssued', 'setasidePending'],
    'recordService',
    stay({
      by: ['tribunalSecretary'],
      data: [partyInPlay, notYetServed],
      do: [
        mark('awardServed', 'named'),
        // Where another place's law says, the rules' own time for corrections stands in for it.
        arming(
          ['award.correction', 'award.correction.HK'],
          arm(({ context }) => correctionRule(seatNow(context)) ?? 'award.correction', {
            of: 'named',
            base: 'receivedOn',
          }),
        ),
        arming(
          ['setaside.CN.2025law', 'setaside.CN.2017law', 'setaside.HK'],
          arm(({ context, event }) => setAsideRule(seatNow(context), event.data.receivedOn ?? event.on), {
            of: 'named',
            base: 'receivedOn',
          }),
        ),
      ],
    }),
  ),
  row(
    'A41',
    'L19 69',
    ['awardIssued', 'setasidePending'],
    'requestCorrection',
    stay({
      by: ['party'],
      if: [ownArmed('award.correction*', 'ownCorrectionPeriodRuns')],
      do: [
        disarm('award.correction*', 'actor'),
        mark('correctionAsked'),
        openTask('correction.decide', 'arbitrator'),
      ],
    }),
  ),
  ...corrections,
]
