import { condition, marked } from '../conditions.ts'
import { isListedInstitution } from '../rules/seat.ts'
import type { Condition, Context } from '../vocabulary.ts'

const mainlandSeats = ['SHENZHEN', 'GUANGZHOU', 'BEIJING', 'SHANGHAI']

/**
 * Which arbitration the measure is to help, if any: in the Mainland, in Hong Kong under a listed institution, or one
 * that courts of the Mainland have no arrangement for (L18 2; L19 39, 58, 79).
 */
export function arbitrationOf({ facts, contract }: Context): 'none' | 'mainland' | 'hkListed' | 'hkOther' {
  const institution = facts.institution === undefined ? contract.institution : facts.institution
  const agreed = institution !== undefined || Boolean(contract.arbitrationClause ?? contract.seat)
  if (facts.parentPathway === 'litigation' || (!agreed && facts.parentPathway !== 'arbitration'))
    return 'none'
  const listed = isListedInstitution(institution ?? null)
  const seat = facts.seat === 'other' ? (contract.seat ?? 'other') : (facts.seat ?? contract.seat)
  if (seat === undefined || seat === null) return listed ? 'hkListed' : 'mainland'
  if (seat === 'HONG_KONG') return listed ? 'hkListed' : 'hkOther'
  return mainlandSeats.includes(seat) ? 'mainland' : 'hkOther'
}

export const arbitrationPending = condition(
  'arbitrationPending',
  ({ context: { facts } }) => facts.arbitration !== 'none' && facts.phase === 'pending',
)

const awarded = ['awardIssued', 'setasidePending', 'awardFinal', 'closedStatement']

/** The ways to a court of the Mainland, one condition for each that may be closed. */
export const route: Condition[] = [
  condition('hongKongInstitutionListed', ({ context: { facts } }) => facts.arbitration !== 'hkOther'),
  condition(
    'beforeAward',
    ({ context: { facts } }) =>
      facts.arbitration !== 'hkListed' ||
      (facts.phase !== 'post' && !awarded.includes(facts.sourceState ?? '')),
  ),
  condition(
    'institutionForwarded',
    ({ context }) =>
      context.facts.arbitration !== 'mainland' ||
      context.facts.phase !== 'pending' ||
      // What was applied for before the arbitration went to the court directly.
      marked(context, 'beforeSuit').length > 0 ||
      marked(context, 'forwarded').length > 0,
  ),
]

/** Measures across the border and in foreign-related arbitrations are for one Intermediate court (L18 3; CPL 289). */
export const intermediateCourt = condition('intermediateCourt', ({ context: { facts }, event }) => {
  const needed =
    facts.arbitration === 'hkListed' || (facts.arbitration === 'mainland' && facts.foreignRelated === true)
  return !needed || /intermediate|中级|中級/i.test(event.data.court ?? '')
})
