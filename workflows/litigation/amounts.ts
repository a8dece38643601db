import { marked } from '../conditions.ts'
import { assessFee, half, type Money } from '../rules/fees.ts'
import { addFee } from '../verbs.ts'
import type { Context, Moment, Verb } from '../vocabulary.ts'
import { claimants } from './context.ts'

/** Court fees are asked in this currency, whatever the claim is in (L11 55). */
export const feeCurrency = 'CNY'

/** Fees for the claim are asked of the claimants together, so they name no payer. */
export const claimStages = ['case', 'topUp', 'balance']

/** What is still to be paid; undefined where no fee could be assessed. */
export function outstanding(
  { fees, paid }: Context,
  stages: readonly string[],
  payer?: string | null,
): number | undefined {
  const mine = (line: { stage: string | null; payer: string | null }) =>
    stages.includes(line.stage ?? '') && (payer === undefined || line.payer === payer)
  const asked = fees.filter(mine)
  return asked.length === 0 ? undefined : sum(asked) - sum(paid.filter(mine))
}

const sum = (lines: readonly { minor: number }[]) => lines.reduce((total, { minor }) => total + minor, 0)

const claimFees = ({ fees }: Context) =>
  sum(fees.filter(({ stage, payer }) => payer === null && claimStages.includes(stage ?? '')))

const heardSummarily = ({ facts }: Context) =>
  facts.procedure === 'summary' || facts.procedure === 'smallClaims'

/** The whole fee for a claim, half of it in summary and small-claims procedure (L11 13, 16). */
const caseFee = (context: Context): Money | null =>
  assessFee({ kind: heardSummarily(context) ? 'court.case.half' : 'court.case', amount: context.claim }).fee

export const chargeClaim: Verb = charge('case', moment => caseFee(moment.context))

/** Brings the fees for the claim to what claim and procedure now ask: more to pay, or a refund. */
export const adjustClaimFee = (stage: 'topUp' | 'balance'): Verb =>
  charge(stage, ({ context }) => {
    const asked = caseFee(context)
    return asked && { ...asked, minor: asked.minor - claimFees(context) }
  })

/** A claim joined to the case of others pays half (L11 18). */
export const chargeJoined = (
  stage: 'counterclaim' | 'thirdParty',
  payer: (moment: Moment) => string | undefined,
  amount: (moment: Moment) => Money,
): Verb => charge(stage, moment => assessFee({ kind: 'court.case.half', amount: amount(moment) }).fee, payer)

export const chargeAppeal: Verb = charge(
  'appeal',
  ({ context }) => assessFee({ kind: 'court.case', amount: context.claim }).fee,
  ({ event }) => event.party,
)

/** Half of the fee for the claim comes off, once only, whatever the reasons (L11 15, 16). */
export const halveClaimFee: Verb = {
  name: 'fee',
  run: moment => {
    const { context } = moment
    if (heardSummarily(context) || marked(context, 'halved').length > 0) return
    context.marks.halved = ['']
    refundHalf(moment, 'case', null, claimFees(context))
  },
}

export const halveAppealFee: Verb = {
  name: 'fee',
  run: moment => {
    const appellant = moment.event.data.party ?? null
    const asked = moment.context.fees.filter(({ stage, payer }) => stage === 'appeal' && payer === appellant)
    refundHalf(moment, 'appeal', appellant, sum(asked))
  },
}

/** Half of what has been paid for the claim goes back (L2 199). */
export const refundHalfPaid: Verb = {
  name: 'fee',
  run: moment => {
    const paid = moment.context.paid.filter(
      ({ payer, stage }) => payer === null && claimStages.includes(stage),
    )
    refundHalf(moment, 'balance', null, sum(paid))
  },
}

/** Nothing is asked for a suit that was not accepted or was dismissed (L11 27). */
export const refundAll: Verb = {
  name: 'fee',
  run: moment => {
    for (const { stage, payer, minor, kind } of [...moment.context.fees]) {
      if (kind === 'court.case') reduceFee(moment, stage ?? 'case', payer, minor)
    }
  },
}

export function reduceFee(moment: Moment, stage: string, payer: string | null, minor: number): void {
  if (minor !== 0) addFee(moment, 'court.case', { minor: -minor, currency: feeCurrency }, stage, payer)
}

const refundHalf = (moment: Moment, stage: string, payer: string | null, minor: number) =>
  reduceFee(moment, stage, payer, minor - half({ minor, currency: feeCurrency }).minor)

function charge(
  stage: string,
  amount: (moment: Moment) => Money | null,
  payer: (moment: Moment) => string | undefined = () => undefined,
): Verb {
  return {
    name: 'fee',
    run: moment => {
      const money = amount(moment)
      if (money && money.minor !== 0) addFee(moment, 'court.case', money, stage, payer(moment) ?? null)
    },
  }
}

/** Which fee a party may have to pay: for the claim, its counterclaim or its own claim as a third party. */
export function stageFor(
  context: Context,
  party: string | undefined,
): { stage: string; payer: string | null } {
  if (marked(context, 'independent').includes(party ?? ''))
    return { stage: 'thirdParty', payer: party ?? null }
  const claims = claimants(context).some(({ id }) => id === party)
  return claims ? { stage: 'case', payer: null } : { stage: 'counterclaim', payer: party ?? null }
}
