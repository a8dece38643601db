import type { Filed } from '../../server/proceedings/open.ts'
import type { Currency } from '../../workflows/rules/fees.ts'
import type { ContractFacts, Language, PartyFacts } from '../../workflows/rules/facts.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Chance } from './chance.ts'
import {
  foreignCompany,
  hongKongCompany,
  hongKonger,
  macaoCompany,
  mainlandCompany,
  mainlander,
} from './names.ts'
import { sectors, type Sector, type Words } from './sectors.ts'
import type { Clause, Setting } from './story.ts'

type Relation = NonNullable<Setting['relation']>
type Wanted = Setting & { pathway: PathwayName; relation: Relation }

/** Invents a dispute: a sector, two parties, a contract and a claim. */
export function inventFiling(chance: Chance, wanted: Wanted, signedOn: string): Filed {
  const picked = chance.pick(sectors)
  // The law of a joint venture in the Mainland is not for the parties to choose (L25 467).
  const sector = wanted.law && picked.subject === 'equityJointVenture' ? sectors[0] : picked
  const { title, relief } = chance.pick(sector.disputes)
  const parties = inventParties(chance, wanted, sector)
  const language = languageOf(chance, parties[0])
  const currency = inventCurrency(chance, wanted)
  const [least, most] = wanted.amount ?? sector.amounts
  const amount = chance.sum(least, most).toFixed(2)
  return {
    title: title[language],
    subject: sector.subject,
    language,
    claim: { amount, currency, relief: relief[language] },
    contract: inventContract(chance, wanted, sector, signedOn, language),
    parties,
    documents: [
      {
        name: contractName[language],
        kind: 'contract',
        text: `${title[language]}\n${signedOn}\n${relief[language]}: ${currency} ${amount}`,
      },
    ],
  }
}

const contractName: Words = { en: 'Contract', 'zh-Hans': '合同', 'zh-Hant': '合約' }

type Side = 'claimant' | 'respondent'
type Origin = 'hongKong' | 'invested' | 'mainland' | 'macao' | 'singapore'

const pairs: Record<Relation, [[Origin, Origin], ...[Origin, Origin][]]> = {
  hongKong: [
    ['hongKong', 'mainland'],
    ['mainland', 'hongKong'],
    ['hongKong', 'invested'],
    ['invested', 'hongKong'],
  ],
  foreign: [
    ['singapore', 'mainland'],
    ['mainland', 'singapore'],
    ['macao', 'mainland'],
  ],
  domestic: [
    ['mainland', 'mainland'],
    ['mainland', 'mainland'],
    ['mainland', 'mainland'],
    ['invested', 'mainland'],
  ],
}

function inventParties(
  chance: Chance,
  { relation, clause }: Wanted,
  sector: Sector,
): [PartyFacts, PartyFacts] {
  const [first, second] = chance.pick(pairs[relation])
  // Without an institution, only companies of a free-trade zone may arbitrate in the Mainland (L19 82).
  const inZone = clause === 'adHocShenzhen' || chance.percent(40)
  return [
    inventParty(chance, 'claimant', first, sector, inZone),
    inventParty(chance, 'respondent', second, sector, inZone),
  ]
}

function inventParty(
  chance: Chance,
  side: Side,
  origin: Origin,
  sector: Sector,
  inZone: boolean,
): PartyFacts {
  const trade = chance.pick(sector.trades)
  const id = side === 'claimant' ? 'p1' : 'p2'
  const abroad = { inQianhaiCooperationZone: false, inQianhaiShekouFtz: false }
  if (origin === 'mainland' || origin === 'invested') {
    const zone = { inQianhaiCooperationZone: chance.percent(75), inQianhaiShekouFtz: inZone }
    const share = chance.pick([30, 51, 70, 100])
    const investors =
      origin === 'invested'
        ? [{ origin: 'HK' as const, share }]
        : [{ origin: 'MAINLAND' as const, share: 100 }]
    return {
      id,
      side,
      kind: 'company',
      name: mainlandCompany(chance, trade),
      registration: { jurisdiction: 'CN', city: 'Shenzhen', ...zone },
      domicile: 'CN',
      investors,
    }
  }
  // Now and then somebody sues or is sued in person.
  if (chance.percent(8) && origin === 'hongKong') {
    const name = hongKonger(chance.between(40, 131))
    return { id, side, kind: 'person', name, domicile: 'HK', investors: [] }
  }
  const place = { hongKong: 'HK', macao: 'MO', singapore: 'SG' }[origin]
  const invent = { hongKong: hongKongCompany, macao: macaoCompany, singapore: foreignCompany }[origin]
  const city = { hongKong: 'Hong Kong', macao: 'Macao', singapore: 'Singapore' }[origin]
  return {
    id,
    side,
    kind: 'company',
    name: invent(chance, trade),
    registration: { jurisdiction: place, city, ...abroad },
    domicile: place,
    investors: [],
  }
}

/** The claimant's own. */
function languageOf(chance: Chance, { domicile }: PartyFacts): Language {
  if (domicile === 'CN') return chance.percent(92) ? 'zh-Hans' : 'en'
  if (domicile === 'HK' || domicile === 'MO') return chance.percent(65) ? 'zh-Hant' : 'en'
  return 'en'
}

function inventCurrency(chance: Chance, { pathway, relation, clause, currency }: Wanted): Currency {
  if (currency !== undefined) return currency
  if (clause === 'hkiac' || clause === 'sciahk') return chance.pick(['HKD', 'HKD', 'USD'])
  if (pathway === 'mediation' && relation === 'hongKong') return chance.pick(['CNY', 'CNY', 'CNY', 'HKD'])
  return 'CNY'
}

const clauses: Record<Clause, ContractFacts> = {
  scia: { institution: 'SCIA', seat: 'SHENZHEN' },
  sciaUncitral: { institution: 'SCIA', rules: 'UNCITRAL Arbitration Rules' },
  sciahk: { institution: 'SCIAHK', seat: 'HONG_KONG' },
  hkiac: { institution: 'HKIAC', seat: 'HONG_KONG' },
  adHocShenzhen: { institution: null, rules: 'UNCITRAL Arbitration Rules', seat: 'SHENZHEN' },
  adHocHongKong: { institution: null, rules: 'UNCITRAL Arbitration Rules', seat: 'HONG_KONG' },
  sciaIgnored: { institution: 'SCIA', seat: 'SHENZHEN' },
}

const clauseText: Words = {
  en: 'Any dispute arising from this contract shall be settled by arbitration.',
  'zh-Hans': '因本合同引起的任何争议，应通过仲裁解决。',
  'zh-Hant': '因本合約引起的任何爭議，須以仲裁方式解決。',
}

function inventContract(
  chance: Chance,
  { relation, clause, law }: Wanted,
  { subject }: Sector,
  signedOn: string,
  language: Language,
): ContractFacts {
  // Hong Kong law is chosen more often here than in life, for there to be something to look at.
  const chosenLaw = law ?? (relation === 'hongKong' && chance.percent(12) ? 'HK' : undefined)
  return {
    kind: subject,
    signedOn,
    performedIn: relation === 'hongKong' && chance.percent(20) ? 'HK' : 'CN',
    ...(chosenLaw !== undefined && { chosenLaw }),
    ...(clause && { ...clauses[clause], arbitrationClause: clauseText[language] }),
  }
}

/** Somebody who appears for companies, from one side of the border or the other. */
export const lawyerName = (which: number) =>
  which % 2 === 0 ? hongKonger(which + 60) : mainlander(which + 70)

/** The two companies whose people one signs in as, so that they meet in many a case. */
export function starring(filing: Filed): Filed {
  const [first, second] = filing.parties
  if (!first || !second) return filing
  const parties: PartyFacts[] = [
    {
      id: 'p1',
      side: 'claimant',
      kind: 'company',
      name: { en: 'Peng Chau Components Limited', 'zh-Hant': '坪洲元件有限公司' },
      registration: {
        jurisdiction: 'HK',
        city: 'Hong Kong',
        inQianhaiCooperationZone: false,
        inQianhaiShekouFtz: false,
      },
      domicile: 'HK',
      investors: [],
      email: 'party@example.test',
    },
    {
      id: 'p2',
      side: 'respondent',
      kind: 'company',
      name: { en: 'Shenzhen Qianhai Yunlan Technology Co., Ltd.', 'zh-Hans': '深圳前海云岚科技有限公司' },
      registration: {
        jurisdiction: 'CN',
        city: 'Shenzhen',
        inQianhaiCooperationZone: true,
        inQianhaiShekouFtz: true,
      },
      domicile: 'CN',
      investors: [{ origin: 'MAINLAND', share: 100 }],
      email: 'counterparty@example.test',
    },
  ]
  return { ...filing, parties }
}
