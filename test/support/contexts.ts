import type { ContractFacts, Filing } from '../../workflows/rules/facts.ts'
import { recipientCalendar } from '../../workflows/rules/deadlines.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import { foreignRelated } from '../../workflows/rules/jurisdiction.ts'
import type { Context, Facts, Party, PathwayName, Side } from '../../workflows/vocabulary.ts'

export const partyOf = (id: string, side: Side, changes: Partial<Party> = {}): Party => ({
  id,
  side,
  natural: false,
  domiciled: true,
  hongKongOrMacao: false,
  calendar: 'CN',
  out: side === 'thirdParty',
  ...changes,
})

export const contextOf = (
  pathway: PathwayName,
  {
    parties = [partyOf('p1', 'claimant'), partyOf('p2', 'respondent')],
    claim = { minor: 3_000_000_00, currency: 'CNY' },
    contract = {},
    facts = {},
  }: { parties?: Party[]; claim?: Context['claim']; contract?: ContractFacts; facts?: Facts } = {},
): Context => ({
  pathway,
  parties,
  claim,
  contract,
  subject: 'saleOfGoods',
  facts: { foreignRelated: true, ...facts },
  clocks: {},
  marks: {},
  fees: [],
  paid: [],
  returnTo: [],
})

/** The context with which the server opens the first proceeding of a filing. */
export const contextOfFiling = (filing: Omit<Filing, 'pathway'> & { pathway: PathwayName }): Context => ({
  ...contextOf(filing.pathway, {
    parties: filing.parties.map(({ id, side, kind, domicile, registration, investors }) =>
      partyOf(id, side, {
        natural: kind === 'person',
        domiciled: domicile === 'CN',
        hongKongOrMacao: domicile === 'HK' || investors.some(({ origin }) => origin === 'HK'),
        calendar: recipientCalendar(domicile),
        domicile,
        ...(registration && { registration }),
        investors,
      }),
    ),
    claim: parseMoney(filing.claim.amount, filing.claim.currency),
    contract: filing.contract,
    facts: { foreignRelated: foreignRelated(filing.parties, filing.contract) },
  }),
  subject: filing.subject,
})
