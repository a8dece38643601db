import type { LawQuestion, PartyInLaw } from './facts.ts'
import type { Verdict, Warning, Why } from './findings.ts'
import { commonPlace } from './places.ts'

export type Asked = Omit<LawQuestion, 'parties'> & { parties: readonly PartyInLaw[] }

/** Which law is found, and why, before what holds whatever law governs is added. */
export type Found = {
  verdict: Verdict
  law: string | null
  chosen?: boolean
  steps: Why[]
  warnings?: Warning[]
  needs?: string[]
}

export const inTime = ({ stage }: Asked) => stage === 'filing' || stage === 'firstInstance'

/** What all agreed on or pleaded in the suit, as far as it came in time (GL-6). */
export function choiceInSuit(asked: Asked): { law: string; step: string } | undefined {
  const { agreedLaw, assertions = {}, assertedLaw, contract, parties } = asked
  if (agreedLaw !== undefined) return { law: agreedLaw, step: 'agreedInSuit' }
  const pleadedBy = new Map(Object.entries(assertions))
  const pleaded = parties.filter(({ side }) => side !== 'thirdParty').map(({ id }) => pleadedBy.get(id))
  const same = commonPlace(pleaded.map(law => law ?? ''))
  if (same) return { law: same, step: 'pleadedByAll' }
  // One side's word alone is no choice; where the contract is silent it may become one.
  const alone = assertedLaw ?? pleaded.find(law => law !== undefined)
  return alone === undefined || contract.chosenLaw !== undefined
    ? undefined
    : { law: alone, step: 'pleadedByOne' }
}

/** The rule by which a tribunal applies the law that was chosen. */
export const tribunalsLaw = (seat: string | null | undefined) =>
  seat === 'HONG_KONG' ? 'Cap. 609 s.64' : 'SCIA'
