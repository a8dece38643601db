import { clockOf, condition, isMarked, marked, not, ownArmed, says } from '../conditions.ts'
import { computeDeadline } from '../rules/deadlines.ts'
import { armNow, arm, disarm, issue, mark, only, set, unmark } from '../verbs.ts'
import { back, row, stay, to, type Condition, type Row, type Verb } from '../vocabulary.ts'
import { debtors, goOn, isDebtor, reportedTo, standStill } from './context.ts'
import { underWay, type State } from './states.ts'

const mainlandAward = condition('mainlandAward', ({ context }) => context.facts.instrument === 'cnAward')
const ownPeriod = ownArmed('nonEnforcement.apply')

/** A debtor in its period; later, or from outside, only on what has just come to light (arbenf 8). */
const mayApply = condition(
  'debtorOrOutsider',
  given => given.event.by === 'thirdParty' || isDebtor.holds(given),
)
const inTimeOrJustLearnt = condition('nonEnforcementInTime', given => {
  const { data, on } = given.event
  if (ownPeriod.holds(given)) return true
  const { ground, learntOn } = data
  return (
    (ground === 'forgedEvidence' || ground === 'corruptArbitrator') &&
    learntOn !== undefined &&
    on <= computeDeadline({ rule: 'nonEnforcement.apply', base: learntOn }).due
  )
})
const withSecurity = says('security', true)

const asks: Verb[] = [
  disarm('nonEnforcement.apply', 'actor'),
  mark('nonEnforcementAsked'),
  only(({ event }) => event.data.ground === 'publicInterest', mark('publicInterestPleaded')),
]

const asked = isMarked('nonEnforcementAsked', 'nonEnforcementAsked')
const isUpheld = says('outcome', 'upheld')
const reported: Condition = condition('reportedAndVerified', given => {
  const { context, event } = given
  const publicInterest = marked(context, 'publicInterestPleaded').length > 0
  return !isUpheld.holds(given) || event.data.reportAndVerify === reportedTo(context, publicInterest)
})
const decided: Verb[] = [
  disarm('nonEnforcement.decide'),
  unmark('nonEnforcementAsked', 'publicInterestPleaded'),
  issue('ruling'),
]
const refuse = to<State>('refused', {
  by: ['judge'],
  if: [asked],
  data: [reported],
  when: [isUpheld],
  do: [...decided, set({ reason: 'nonEnforcement' })],
})

const awaitsSetAside = isMarked('setAsidePending')
const wasSetAside = says('outcome', 'setAside')

/** Who applied to set aside within the period for this may still ask for this, once that is dismissed (arbenf 8). */
const startAgain: Verb = {
  name: 'startAgain',
  arms: ['nonEnforcement.apply'],
  run: moment => {
    if (moment.event.data.outcome !== 'dismissed') return
    for (const { id } of debtors(moment.context)) {
      if (clockOf(moment.context, 'nonEnforcement.apply', id) === 'armed')
        armNow(moment, 'nonEnforcement.apply', id)
    }
  },
}

/** What stays or ends the enforcement of an award (CPL 248; L19 77). */
export const stays: Row<State>[] = [
  row(
    'E18',
    'CPL 248; arbenf 7, 8',
    underWay,
    'applyNonEnforcement',
    to('stayed', {
      by: ['party', 'thirdParty'],
      if: [mainlandAward, mayApply],
      data: [inTimeOrJustLearnt],
      when: [withSecurity],
      do: [...asks, standStill, arm('nonEnforcement.decide')],
    }),
    stay({
      by: ['party', 'thirdParty'],
      if: [mainlandAward, mayApply],
      data: [inTimeOrJustLearnt],
      when: [not(withSecurity)],
      do: [...asks, arm('nonEnforcement.decide')],
    }),
  ),
  row(
    'E19',
    'CPL 248; arbenf 12',
    ['stayed'],
    'decideNonEnforcement',
    refuse,
    // While the court of the seat has the award before it, the stay goes on.
    to('stayed', {
      by: ['judge'],
      if: [asked],
      data: [reported],
      when: [not(isUpheld), awaitsSetAside],
      do: decided,
    }),
    back({
      by: ['judge'],
      if: [asked],
      data: [reported],
      when: [not(isUpheld), not(awaitsSetAside)],
      do: [...decided, goOn],
    }),
  ),
  row(
    'E19',
    'CPL 248; arbenf 12',
    underWay,
    'decideNonEnforcement',
    refuse,
    stay({ by: ['judge'], if: [asked], data: [reported], when: [not(isUpheld)], do: decided }),
  ),
  row(
    'E20',
    'L19 77; arbenf 7',
    underWay,
    'setAsideApplied',
    to('stayed', { by: ['system'], do: [mark('setAsidePending', 'all'), standStill] }),
  ),
  row(
    'E21',
    'L19 77; arbenf 8',
    ['stayed'],
    'setAsideResolved',
    to('terminated', { by: ['system'], when: [wasSetAside], do: [set({ reason: 'setAside' })] }),
    back({
      by: ['system'],
      when: [not(wasSetAside)],
      do: [unmark('setAsidePending'), goOn, startAgain],
    }),
  ),
]
