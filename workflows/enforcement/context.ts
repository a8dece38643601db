import { condition, inPlay, marked } from '../conditions.ts'
import { formatMinor, parseMoney } from '../rules/fees.ts'
import { pause, resume } from '../verbs.ts'
import type { Context, Moment, Verb } from '../vocabulary.ts'

type Given = Pick<Moment, 'context' | 'event'>

export const isAward = (instrument: string | undefined) =>
  instrument === 'cnAward' || instrument === 'hkAward'
export const needsRecognition = (instrument: string | undefined) =>
  instrument === 'hkAward' || instrument === 'hkJudgment'

/** Whoever applied; on the other side of the instrument are the debtors. */
export const isCreditor = condition(
  'isCreditor',
  ({ context, event }) => event.party !== undefined && event.party === context.facts.creditor,
)

export function debtors(context: Context) {
  const creditor = context.parties.find(({ id }) => id === context.facts.creditor)
  const facing = creditor?.side === 'respondent' ? 'claimant' : 'respondent'
  return inPlay(context).filter(({ side }) => side === facing)
}

const isDebtorIn = (context: Context, id: string | undefined) =>
  debtors(context).some(debtor => debtor.id === id)
export const isDebtor = condition('isDebtor', ({ context, event }) => isDebtorIn(context, event.party))
export const namesDebtor = condition('namesDebtor', ({ context, event }) =>
  isDebtorIn(context, event.data.party),
)

const minorOf = (context: Context, amount: string | undefined) =>
  amount === undefined ? 0 : parseMoney(amount, context.claim.currency).minor

/** What an earlier enforcement of the same instrument brought this creditor. */
export const recoveredBefore = ({ facts }: Context, creditor: string | undefined) =>
  facts.recovered?.[creditor ?? ''] ?? 0

/** What is left to recover, of both sides of the border together: never more than is due (L17 Suppl. 3). */
const leftOf = (context: Context) =>
  minorOf(context, context.facts.due) -
  minorOf(context, context.facts.collected) -
  recoveredBefore(context, context.facts.creditor)

const paidNow = ({ context, event }: Given) => minorOf(context, event.data.amount)

export const withinDue = condition('withinDue', given => paidNow(given) <= leftOf(given.context))
export const paysInFull = condition('paysInFull', given => paidNow(given) === leftOf(given.context))

export const collect: Verb = {
  name: 'collect',
  run: ({ context, event }) => {
    const collected = minorOf(context, context.facts.collected) + minorOf(context, event.data.amount)
    context.facts.collected = formatMinor(collected)
  },
}

/** A higher court agrees before a Mainland court turns an award down (L20, report and verify, 2021, 2 and 3). */
export const reportedTo = ({ facts }: Context, publicInterest: boolean) =>
  facts.instrument === 'hkAward' || facts.foreignRelated !== false || publicInterest ? 'SPC' : 'HIGH_COURT'

/** Everything stands still; what stood still before goes on standing when enforcement goes on. */
export const standStill: Verb = {
  name: 'pause',
  run: moment => {
    const { context } = moment
    context.marks.stoodBefore = Object.entries(context.clocks)
      .filter(([, clocks]) => Object.values(clocks).includes('paused'))
      .map(([rule]) => rule)
    pause('*').run(moment)
  },
}
export const goOn: Verb = {
  name: 'resume',
  run: moment => {
    const { context } = moment
    const stood = marked(context, 'stoodBefore')
    resume(...Object.keys(context.clocks).filter(rule => !stood.includes(rule))).run(moment)
    context.marks.stoodBefore = []
  },
}
