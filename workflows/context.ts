import type { Facts } from './facts.ts'
import type { Calendar } from './rules/calendars.ts'
import type { ContractFacts, PartyInLaw } from './rules/facts.ts'
import type { Money } from './rules/fees.ts'
import type { PathwayName } from './vocabulary.ts'

export type Side = 'claimant' | 'respondent' | 'thirdParty'

/** A party as the machines need to know it. */
export type Party = {
  id: string
  side: Side
  natural: boolean
  /** Domiciled in the Mainland: domicile decides, not ownership (CPL 285, 286). */
  domiciled: boolean
  /** From Hong Kong or Macao, or a Mainland company invested from there (L7 6). */
  hongKongOrMacao: boolean
  /** The calendar of its place of business, for rules that follow the recipient's. */
  calendar: Calendar
  out: boolean
  /** What the rules on law and court ask about besides. */
  registration?: PartyInLaw['registration']
  domicile?: string
  investors?: PartyInLaw['investors']
}

export type ClockStatus = 'armed' | 'paused' | 'done' | 'lapsed'

/** A fee as assessed. Halvings and refunds are rows of their own, with a negative amount. */
export type Fee = {
  kind: string
  stage: string | null
  payer: string | null
  minor: number
  currency: Money['currency']
}

/** What a proceeding knows about itself. Plain JSON; texts of what was said or agreed are never in it. */
export type Context = {
  pathway: PathwayName
  parties: Party[]
  claim: Money
  contract: ContractFacts
  subject: string
  facts: Facts
  /** Rule → party (or '' for all) → how that period stands. */
  clocks: Record<string, Record<string, ClockStatus>>
  /** Who has done or asked what: mark → ids of parties or people. An open question is a mark too. */
  marks: Record<string, string[]>
  fees: Fee[]
  paid: { stage: string; payer: string | null; minor: number }[]
  /** The states to go back to, innermost last: a suspension may fall within a mediation. */
  returnTo: string[]
}
