import { clockOf, condition, inPlay, isMarked, marked } from '../conditions.ts'
import { assessFee, filingFees, type FeeKind, type Money } from '../rules/fees.ts'
import { defaultSeat, seatOf, type Seat } from '../rules/seat.ts'
import { addFee } from '../verbs.ts'
import type { Context, Moment, Party, Side } from '../vocabulary.ts'

const ofSide =
  (side: Side) =>
  (context: Context): Party[] =>
    inPlay(context).filter(party => party.side === side)

export const claimants = ofSide('claimant')
export const respondents = ofSide('respondent')

/** SCIA, SCIAHK, HKIAC or another, null for an ad hoc tribunal. */
export const institutionOf = ({ facts, contract }: Context): string | null =>
  facts.institution === undefined ? (contract.institution ?? null) : facts.institution

export const isUncitral = (rules: string | null | undefined) => /UNCITRAL/i.test(rules ?? '')

const rulesOf = ({ facts, contract }: Context) => facts.rules ?? contract.rules

/** Whose own rules govern: none where an institution administers the UNCITRAL Rules, or nobody does. */
export const ownRulesOf = (context: Context): string | null =>
  isUncitral(rulesOf(context)) ? null : institutionOf(context)

/** The seat as fixed so far, else where the rules put it unless the tribunal says otherwise (L19 81). */
export const seatNow = (context: Context): Seat =>
  context.facts.seat === undefined
    ? (defaultSeat(institutionOf(context), rulesOf(context))?.seat ?? 'other')
    : seatOf(context.facts.seat)

export const mainlandSeat = condition('mainlandSeat', ({ context }) => seatNow(context) === 'SHENZHEN')
export const hongKongSeat = condition('hongKongSeat', ({ context }) => seatNow(context) === 'HONG_KONG')
export const adHoc = condition('adHoc', ({ context }) => institutionOf(context) === null)

export const tribunalConstituted = isMarked('constituted', 'tribunalConstituted')

export const beforeFirstHearing = condition(
  'beforeFirstHearing',
  ({ context }) => context.facts.firstHearingHeld !== true,
)

export const noOpenChallenge = condition(
  'noOpenChallenge',
  ({ context }) => marked(context, 'challenged').length === 0,
)

export const counterclaimLives = (context: Context) =>
  respondents(context).some(({ id }) => marked(context, 'counterclaimed').includes(id))

export const counterclaimPending = condition(
  'counterclaimPending',
  ({ context }) => clockOf(context, 'arb.counterclaim.answer', undefined) !== undefined,
)

const feesByValue: readonly FeeKind[] = ['scia.international', 'hkiac.admin']

/** What the institution asks for a claim, where its schedule is known. */
export function chargeFor(
  moment: Moment,
  amount: Money,
  { stage, before }: { stage: string | null; before?: Money },
): void {
  const { context, event } = moment
  const kinds = filingFees(institutionOf(context), context.facts.foreignRelated ?? false)
  for (const kind of stage === null ? kinds : kinds.filter(kind => feesByValue.includes(kind))) {
    const asked = assessFee({ kind, amount }).fee
    const already = before ? (assessFee({ kind, amount: before }).fee?.minor ?? 0) : 0
    if (asked && asked.minor > already) {
      const owed = { ...asked, minor: asked.minor - already }
      addFee(moment, kind, owed, stage, event.party ?? claimants(context)[0]?.id ?? null)
    }
  }
}
