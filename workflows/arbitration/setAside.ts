import { condition, marked, not, ownArmed, ownMarked, ruleIs, says } from '../conditions.ts'
import { assessFee } from '../rules/fees.ts'
import { setAsideGrounds } from '../rules/seat.ts'
import {
  arm,
  arming,
  ask,
  disarm,
  disarmWhere,
  fee,
  mark,
  only,
  set,
  tell,
  unmark,
  unmarkOne,
} from '../verbs.ts'
import { row, stay, to, type Verb } from '../vocabulary.ts'
import { challengePeriods, newlyMade, stands } from './award.ts'
import { mainlandSeat, seatNow } from './context.ts'

const groundOfSeat = condition('groundOfSeat', ({ context, event }) =>
  setAsideGrounds(seatNow(context), context.facts.foreignRelated ?? false).some(
    ({ ground }) => ground === event.data.ground,
  ),
)

const setAsideFee = () => assessFee({ kind: 'court.setAside' }).fee

/** Before a Mainland court sets aside, a higher one agrees (L20, report and verify, 2021, 2 and 3). */
const reported = condition('reportedAndVerified', given => {
  const { context, event } = given
  if (!mainlandSeat.holds(given) || event.data.outcome !== 'setAside') return true
  const toTheTop = context.facts.foreignRelated || marked(context, 'publicInterestPleaded').length > 0
  return event.data.reportAndVerify === (toTheTop ? 'SPC' : 'HIGH_COURT')
})

const resolved = (outcome: string): Verb[] => [
  unmark('setAsidePending', 'publicInterestPleaded'),
  set({ outcome }),
  tell('enforcement', 'setAsideResolved', () => ({ outcome })),
]

const nothingToEnforce: Verb = {
  name: 'disarm',
  run: moment => disarmWhere(moment, rule => rule === 'enforcement.apply'),
}

const othersPending = condition('othersPending', ({ context, event }) =>
  marked(context, 'setAsidePending').some(id => id !== event.party),
)

const ofTheAward = ruleIs(...challengePeriods)
const ownPending = ownMarked('setAsidePending', 'ownApplicationPending')

export const setAside = [
  row(
    'A43',
    'L19 71, 72, 73, 83',
    ['awardIssued', 'setasidePending'],
    'applySetAside',
    to('setasidePending', {
      by: ['party'],
      if: [ownArmed('setaside.*', 'ownSetAsidePeriodRuns')],
      data: [groundOfSeat],
      do: [
        disarm('setaside.*', 'actor'),
        mark('setAsideApplied'),
        mark('setAsidePending'),
        only(({ event }) => event.data.ground === 'publicInterest', mark('publicInterestPleaded')),
        ask(() => ({ type: 'assign', role: 'judge', person: null })),
        only(
          moment => mainlandSeat.holds(moment),
          fee('court.setAside', setAsideFee, { stage: 'setAside', payer: ({ event }) => event.party }),
          arm('setaside.decide'),
        ),
        tell('enforcement', 'setAsideApplied'),
      ],
    }),
  ),
  row(
    'A44',
    'L19 73, 74, 77; L20',
    ['setasidePending'],
    'decideSetAside',
    to('awardFinal', {
      by: ['judge'],
      data: [reported],
      when: [says('outcome', 'dismissed'), stands],
      do: resolved('dismissed'),
    }),
    to('awardIssued', {
      by: ['judge'],
      data: [reported],
      when: [says('outcome', 'dismissed'), not(stands)],
      do: resolved('dismissed'),
    }),
    to('setAside', {
      by: ['judge'],
      data: [reported],
      when: [says('outcome', 'setAside')],
      do: [...resolved('setAside'), nothingToEnforce],
    }),
    to('remitted', {
      by: ['judge'],
      data: [reported],
      when: [says('outcome', 'remitted')],
      do: [set({ outcome: 'remitted' })],
    }),
  ),
  row(
    'A45',
    'L20 2017 Prov. 19',
    ['setasidePending'],
    'withdrawApplication',
    stay({
      by: ['party'],
      if: [ownPending],
      when: [othersPending],
      do: [unmarkOne('setAsidePending', 'actor'), unmarkOne('publicInterestPleaded', 'actor')],
    }),
    to('awardFinal', {
      by: ['party'],
      if: [ownPending],
      when: [not(othersPending), stands],
      do: resolved('withdrawn'),
    }),
    to('awardIssued', {
      by: ['party'],
      if: [ownPending],
      when: [not(othersPending), not(stands)],
      do: resolved('withdrawn'),
    }),
  ),
  row('A46', 'L19 72', ['setasidePending'], 'deadlineLapsed', stay({ by: ['clock'], when: [ofTheAward] })),
  row(
    'A47',
    'L19 72',
    ['awardIssued'],
    'deadlineLapsed',
    to('awardFinal', { by: ['clock'], when: [ofTheAward, stands] }),
    stay({ by: ['clock'], when: [ofTheAward, not(stands)] }),
  ),
  row('A48', 'L19 74', ['remitted'], 'newAward', to('awardIssued', { by: ['arbitrator'], do: newlyMade })),
  row(
    'A48',
    'L19 74',
    ['remitted'],
    'tribunalDeclines',
    to('setasidePending', {
      by: ['arbitrator'],
      do: [
        arming(
          ['setaside.decide'],
          arm(moment => (mainlandSeat.holds(moment) ? 'setaside.decide' : null)),
        ),
      ],
    }),
  ),
]
