import type { ContractFacts, PartyInLaw } from './facts.ts'
import { isByReference } from './places.ts'

/** What ties a relation to another place (GL-1). */
export type ForeignElement = {
  why:
    | 'registeredAbroad'
    | 'domiciledAbroad'
    | 'performedAbroad'
    | 'subjectAbroad'
    | 'signedAbroad'
    | 'occurredAbroad'
  place: string
  party?: string
  basis: readonly string[]
}

export function foreignRelated(parties: readonly PartyTies[], contract: ContractFacts): boolean {
  return foreignElements(parties, contract).length > 0
}

/** Hong Kong, Macao and Taiwan count as abroad; who invested in a Mainland company does not. */
export function foreignElements(parties: readonly PartyTies[], contract: ContractFacts): ForeignElement[] {
  const elements: ForeignElement[] = []
  const look = (why: ForeignElement['why'], place = 'CN', party?: string) => {
    if (place === 'CN') return
    elements.push({ why, place, ...(party !== undefined && { party }), basis: basisFor(place) })
  }
  for (const { id, registration, domicile } of parties) {
    look('registeredAbroad', registration?.jurisdiction, id)
    look('domiciledAbroad', domicile, id)
  }
  look('performedAbroad', contract.performedIn)
  look('subjectAbroad', contract.subjectMatterIn)
  look('signedAbroad', contract.signedIn)
  look('occurredAbroad', contract.occurredIn)
  return elements
}

type PartyTies = Pick<PartyInLaw, 'id' | 'registration' | 'domicile'>

const basisFor = (place: string) =>
  isByReference(place) ? ['GL-1', 'GL-2', 'L2 520', 'L2 549'] : ['GL-1', 'L2 520']
