import type { PartyInLaw } from '../../workflows/rules/facts.ts'

type Investor = PartyInLaw['investors'][number]

const from = (...origins: (string | Investor)[]): Investor[] =>
  origins.map(origin => (typeof origin === 'string' ? { origin } : origin))

let count = 0

/** A company of the Mainland, registered in that city, with investors from there. */
export const mainlandCompany = (
  city: string | undefined,
  origins: (string | Investor)[] = ['MAINLAND'],
  zones: { zone?: boolean; ftz?: boolean } = {},
): PartyInLaw => ({
  id: `c${++count}`,
  side: 'claimant',
  kind: 'company',
  registration: {
    jurisdiction: 'CN',
    ...(city !== undefined && { city }),
    inQianhaiCooperationZone: zones.zone ?? false,
    inQianhaiShekouFtz: zones.ftz ?? false,
  },
  domicile: 'CN',
  investors: from(...origins),
})

export const companyFrom = (jurisdiction: string, side: PartyInLaw['side'] = 'claimant'): PartyInLaw => ({
  id: `c${++count}`,
  side,
  kind: 'company',
  registration: { jurisdiction, inQianhaiCooperationZone: false, inQianhaiShekouFtz: false },
  domicile: jurisdiction,
  investors: [],
})

export const personIn = (domicile: string, side: PartyInLaw['side'] = 'claimant'): PartyInLaw => ({
  id: `c${++count}`,
  side,
  kind: 'person',
  domicile,
  investors: [],
})

export const qianhaiCompany = (...origins: string[]) => mainlandCompany('Shenzhen', origins, { zone: true })
export const nanshanCompany = () => ({ ...mainlandCompany('Shenzhen'), side: 'respondent' as const })
