import type { User } from '../accounts/queries.ts'

/** Where a case can be filed, in the order in which it is offered. */
const bodies = {
  litigation: ['QIANHAI_COURT'],
  mediation: ['QHDRC', 'HKMC', 'HKMA', 'MHJMC'],
  arbitration: ['SCIA', 'SCIAHK', 'HKIAC', 'AD_HOC'],
} as const

export const pathwayOf = (code: string): keyof typeof bodies =>
  (['litigation', 'mediation'] as const).find(name => bodies[name].some(body => body === code)) ??
  'arbitration'

export const isArbitralBody = (code: string) => bodies.arbitration.some(body => body === code)

/** Parties may file anywhere; a filing desk files with its own court or institution. */
export const openTo = ({ posts }: User): string[] => {
  const desks = posts.filter(({ role }) => role === 'intakeOfficer' || role === 'tribunalSecretary')
  const all: string[] = Object.values(bodies).flat()
  return posts.length === 0 ? all : all.filter(code => desks.some(desk => desk.code === code))
}

// Those that cases here are most often connected with; the Mainland and its three other laws first.
export const places = [
  ...['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'TH', 'VN', 'ID', 'IN', 'JP', 'KR', 'AU', 'NZ', 'CA', 'US', 'GB'],
  ...['IE', 'FR', 'DE', 'NL', 'CH', 'AE', 'VG', 'KY', 'BM'],
] as const

/** Where a company is owned from. */
export const origins = ['MAINLAND', ...places.filter(place => place !== 'CN'), 'FOREIGN'] as const
export const zones = ['cooperationZone', 'freeTradeZone'] as const
export const seats = [
  'SHENZHEN',
  'HONG_KONG',
  'GUANGZHOU',
  'BEIJING',
  'SHANGHAI',
  'SINGAPORE',
  'LONDON',
  'other',
] as const
export const institutions = ['SCIA', 'SCIAHK', 'HKIAC', 'CIETAC', 'ICC', 'SIAC', 'AD_HOC', 'other'] as const
/** How many arbitrators a clause asks for. */
export const tribunals = ['1', '3'] as const
export const exhibitKinds = [
  'contract',
  'correspondence',
  'payment',
  'delivery',
  'authority',
  'identity',
  'other',
] as const
