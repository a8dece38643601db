import type { User } from '../accounts/queries.ts'

/** Where a case can be filed, in the order in which it is offered. */
export const courts = ['QIANHAI_COURT'] as const
export const centres = ['QHDRC', 'HKMC', 'HKMA', 'MHJMC'] as const
export const arbitralBodies = ['SCIA', 'SCIAHK', 'HKIAC', 'AD_HOC'] as const

/** Parties may file anywhere; a filing desk files with its own court or institution. */
export const openTo = ({ posts }: User): string[] => {
  const desks = posts.filter(({ role }) => role === 'intakeOfficer' || role === 'tribunalSecretary')
  const own = desks.map(({ code }) => code)
  const all = [...courts, ...centres, ...arbitralBodies]
  return posts.length === 0 ? all : all.filter(code => own.includes(code))
}

// Those that cases here are most often connected with; the Mainland and its three other laws first.
export const places = [
  ...['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'TH', 'VN', 'ID', 'IN', 'JP', 'KR', 'AU', 'NZ', 'CA', 'US', 'GB'],
  ...['IE', 'FR', 'DE', 'NL', 'CH', 'AE', 'VG', 'KY', 'BM'],
] as const

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
export const exhibitKinds = [
  'contract',
  'correspondence',
  'payment',
  'delivery',
  'authority',
  'identity',
  'other',
] as const
