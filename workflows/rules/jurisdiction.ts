import type { ContractFacts, PartyFacts } from './facts.ts'
import type { Money } from './fees.ts'

export type FirstInstanceCourt = 'QIANHAI' | 'SHENZHEN_INTERMEDIATE'

/** What ties a relation to another place: registered or living there, or performed there. */
export type ForeignElement = {
  why: 'registeredAbroad' | 'domiciledAbroad' | 'performedAbroad'
  place: string
  party?: string
  basis: readonly string[]
}

export function foreignRelated(parties: readonly PartyFacts[], contract: ContractFacts): boolean {
  return foreignElements(parties, contract).length > 0
}

/** Hong Kong, Macao and Taiwan count as abroad; who invested in a Mainland company does not. */
export function foreignElements(parties: readonly PartyFacts[], contract: ContractFacts): ForeignElement[] {
  const elements: ForeignElement[] = []
  for (const { id, registration, domicile } of parties) {
    const place = registration?.jurisdiction ?? 'CN'
    if (place !== 'CN') elements.push({ why: 'registeredAbroad', place, party: id, basis: basisFor(place) })
    if (domicile !== 'CN') {
      elements.push({ why: 'domiciledAbroad', place: domicile, party: id, basis: basisFor(domicile) })
    }
  }
  const { performedIn = 'CN' } = contract
  if (performedIn !== 'CN') {
    elements.push({ why: 'performedAbroad', place: performedIn, basis: basisFor(performedIn) })
  }
  return elements
}

/** The first-instance court that the sum in dispute points to. */
export function courtByLevel(amount: Money, isForeignRelated: boolean): FirstInstanceCourt {
  // Domestic cases follow a table that is not confirmed here, and a sum in another currency the rate of
  // the day: both stay with Qianhai until the intake officer refers them.
  if (!isForeignRelated || amount.currency !== level.currency) return 'QIANHAI'
  return amount.minor >= level.minor ? 'SHENZHEN_INTERMEDIATE' : 'QIANHAI'
}

/** Intermediate courts of Guangdong take foreign-related cases from this sum (L12 1). */
export const level = { minor: 40_000_000_00, currency: 'CNY' } as const satisfies Money

export function levelBasis(isForeignRelated: boolean): readonly string[] {
  return isForeignRelated ? ['L12 1', 'L12 2'] : ['CPL 18']
}

function basisFor(place: string): readonly string[] {
  return ['HK', 'MO', 'TW'].includes(place) ? ['GL-1', 'GL-2', 'L2 520', 'L2 549'] : ['GL-1', 'L2 520']
}
