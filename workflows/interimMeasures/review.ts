import { condition, isMarked, marked, not, ownArmed, partyInPlay, says } from '../conditions.ts'
import { arm, arming, closeTask, disarm, mark, openTask, set, unmark } from '../verbs.ts'
import { row, stay, to, type Condition, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { applicants, executeSoon, lifts, ruling } from './context.ts'
import { ordered, reviewable, undecided, type State } from './states.ts'

const notYetServed = condition(
  'notYetServed',
  ({ context, event }) => !marked(context, 'served').includes(event.data.party ?? ''),
)

const reconsiderationAsked = isMarked('reconsidered', 'reconsiderationAsked')
const reconsidered: Verb[] = [
  unmark('reconsidered'),
  disarm('preservation.reconsider.decide'),
  closeTask('preservation.reconsider.decide'),
  ruling(() => undefined),
]
/** Only a refusal can be turned into an order; an order is kept, varied or revoked (L2 171; L21 25). */
const nothingToGrant = condition('orderStands', ({ event }) => event.data.outcome !== 'granted')

const kept = (state: State) =>
  row(
    'I19',
    'L2 171; L21 25',
    [state],
    'decideReconsideration',
    to('lifted', {
      by: ['judge'],
      if: [reconsiderationAsked],
      data: [nothingToGrant],
      when: [says('outcome', 'revoked')],
      do: [...reconsidered, ...lifts('revoked')],
    }),
    to(state, {
      by: ['judge'],
      if: [reconsiderationAsked],
      data: [nothingToGrant],
      when: [not(says('outcome', 'revoked'))],
      do: reconsidered,
    }),
  )

/** Security by the other side frees the disputed thing itself only if the applicant agrees (CPL 107; L21 22). */
const applicantConsents = condition(
  'applicantConsents',
  ({ context, event: { data, party = '' } }) =>
    data.ground !== 'counterSecurity' ||
    data.disputedAsset !== true ||
    applicants(context).every(id => id === party || data.consents?.includes(id)),
)

const reasonsFor: Record<string, string> = {
  notCommenced: 'notCommenced',
  counterSecurity: 'counterSecurity',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
}
const reasonOfLift = ({ context: { facts } }: Moment) => reasonsFor[facts.liftGround ?? ''] ?? 'revoked'

const decided: Verb[] = [
  disarm('preservation.lift'),
  disarm('preservation.lift.urgent'),
  unmark('liftAsked'),
  closeTask('preservation.lift.decide'),
]

const lifted: Condition = says('lift', true)

export const review: Row<State>[] = [
  row(
    'I17',
    'L2 171',
    reviewable,
    'recordService',
    stay({
      by: ['clerk'],
      data: [partyInPlay, notYetServed],
      do: [mark('served', 'named'), arm('preservation.reconsider', { of: 'named', base: 'receivedOn' })],
    }),
  ),
  row(
    'I18',
    'L2 171; L21 25',
    reviewable,
    'reconsider',
    stay({
      by: ['party'],
      if: [ownArmed('preservation.reconsider')],
      do: [
        disarm('preservation.reconsider', 'actor'),
        mark('reconsidered'),
        arm('preservation.reconsider.decide'),
        openTask('preservation.reconsider.decide', 'judge'),
      ],
    }),
  ),
  kept('granted'),
  kept('inForce'),
  row(
    'I19',
    'L2 171; L21 25',
    ['denied'],
    'decideReconsideration',
    to('granted', {
      by: ['judge'],
      if: [reconsiderationAsked],
      when: [says('outcome', 'granted')],
      do: [...reconsidered, executeSoon],
    }),
    stay({
      by: ['judge'],
      if: [reconsiderationAsked],
      when: [not(says('outcome', 'granted'))],
      do: reconsidered,
    }),
  ),
  row(
    'I20',
    'L21 22, 23; CPL 107',
    ['inForce'],
    'requestLift',
    stay({
      by: ['party'],
      data: [applicantConsents],
      do: [
        mark('liftAsked'),
        set(({ event }) => ({ liftGround: event.data.ground ?? 'other' })),
        arming(
          ['preservation.lift', 'preservation.lift.urgent'],
          arm(({ event }) => (event.data.urgent === true ? 'preservation.lift.urgent' : 'preservation.lift')),
        ),
        openTask('preservation.lift.decide', 'judge'),
      ],
    }),
  ),
  // The court may also lift of its own motion.
  row(
    'I21',
    'L21 23',
    ordered,
    'decideLift',
    to('lifted', { by: ['judge'], when: [lifted], do: [...decided, ...lifts(reasonOfLift)] }),
    stay({ by: ['judge'], when: [not(lifted)], do: decided }),
  ),
  row(
    'I22',
    'L2 167; L21 5(3), 22, 24',
    ['inForce'],
    ['substituteAsset', 'partialLift', 'increaseSecurity'],
    stay({ by: ['judge'], do: [ruling(({ event }) => event.data.detail)] }),
  ),
  row(
    'I23',
    'L2 160',
    [...undecided, ...ordered],
    'transferToCourt',
    stay({ by: ['judge'], do: [set(({ event }) => ({ court: event.data.court ?? '' }))] }),
  ),
]
