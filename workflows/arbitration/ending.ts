import { condition, hasSpecialAuthority, isMarked, marked, not, ownNotMarked } from '../conditions.ts'
import { closeTask, mark, openTask, set, unmark } from '../verbs.ts'
import { row, stay, to, type Condition, type Moment, type Verb } from '../vocabulary.ts'
import { claimants, counterclaimLives } from './context.ts'
import { beforeTribunal, tribunalSits } from './states.ts'

type Leaving = (given: Pick<Moment, 'context' | 'event'>) => readonly string[]

/** With these every claimant has given up its claim. */
const lastClaimant = (leaving: Leaving): Condition =>
  condition('lastClaimant', given =>
    claimants(given.context).every(
      ({ id }) => marked(given.context, 'claimWithdrawn').includes(id) || leaving(given).includes(id),
    ),
  )

/** With these no claim is left, and no counterclaim lives. */
export const lastClaim = (leaving: Leaving): Condition =>
  condition('lastClaim', given => !counterclaimLives(given.context) && lastClaimant(leaving).holds(given))

/** Ends their claims. Against a counterclaim a claimant remains; beside other claimants it goes. */
export const giveUp = (leaving: Leaving): Verb => ({
  name: 'giveUp',
  run: moment => {
    const { context, effects } = moment
    for (const party of claimants(context).filter(({ id }) => leaving(moment).includes(id))) {
      context.marks.claimWithdrawn = [...marked(context, 'claimWithdrawn'), party.id]
      if (counterclaimLives(context) || moment.to === 'closedWithdrawn') continue
      party.out = true
      effects.push({ type: 'partyOut', party: party.id })
    }
  },
})

const own: Leaving = ({ event }) => (event.party === undefined ? [] : [event.party])
const lastOfAll = lastClaim(own)
const lastToSettle = lastClaimant(own)

const mayWithdraw = [ownNotMarked('claimWithdrawn', 'ownClaimLives'), hasSpecialAuthority]

const asked = isMarked('withdrawalAsked')
const whoAsked: Leaving = ({ context }) => marked(context, 'withdrawalAsked')
const lastToBeAllowed = lastClaim(whoAsked)
const answered: Verb[] = [unmark('withdrawalAsked'), closeTask('arbWithdrawal.decide')]

export const ending = [
  row(
    'A55',
    'L19 62, 63',
    beforeTribunal,
    'withdraw',
    to('closedWithdrawn', {
      by: ['claimant'],
      if: mayWithdraw,
      when: [lastOfAll],
      do: [giveUp(own), set({ reason: 'withdrawn' })],
    }),
    stay({ by: ['claimant'], if: mayWithdraw, when: [not(lastOfAll)], do: [giveUp(own)] }),
  ),
  // What all have settled covers the counterclaims: without a tribunal to record it, this is the only way to end.
  row(
    'A55',
    'L19 62, 63',
    ['settled'],
    'withdraw',
    to('closedWithdrawn', {
      by: ['claimant'],
      if: [hasSpecialAuthority],
      when: [lastToSettle],
      do: [giveUp(own), set({ reason: 'withdrawn' })],
    }),
    stay({ by: ['claimant'], if: [hasSpecialAuthority], when: [not(lastToSettle)], do: [giveUp(own)] }),
  ),
  row(
    'A56',
    'L19 62',
    tribunalSits,
    'withdraw',
    stay({
      by: ['claimant'],
      if: mayWithdraw,
      do: [mark('withdrawalAsked'), openTask('arbWithdrawal.decide', 'arbitrator')],
    }),
  ),
  row(
    'A57',
    'L19 62',
    tribunalSits,
    'allowWithdrawal',
    to('closedWithdrawn', {
      by: ['arbitrator'],
      if: [asked],
      when: [lastToBeAllowed],
      do: [giveUp(whoAsked), set({ reason: 'withdrawn' })],
    }),
    stay({
      by: ['arbitrator'],
      if: [asked],
      when: [not(lastToBeAllowed)],
      do: [giveUp(whoAsked), ...answered],
    }),
  ),
  row(
    'A57',
    'L19 62',
    tribunalSits,
    'refuseWithdrawal',
    stay({ by: ['arbitrator'], if: [asked], do: answered }),
  ),
  row(
    'A58',
    'UNCITRAL 36',
    [...beforeTribunal, ...tribunalSits],
    'terminate',
    to('terminated', {
      by: ['tribunalSecretary', 'arbitrator'],
      do: [set(({ event }) => (event.data.reason === undefined ? {} : { reason: event.data.reason }))],
    }),
  ),
]
