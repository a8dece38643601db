import type { User } from '../accounts/queries.ts'
import type { Way } from './draft.ts'

/** With whom a case can be filed, in the order in which it is offered. */
const bodies = {
  litigation: ['QIANHAI_COURT'],
  mediation: ['QHDRC', 'HKMC', 'HKMA', 'MHJMC'],
  arbitration: ['SCIA', 'SCIAHK', 'HKIAC', 'AD_HOC'],
  interimMeasures: ['QIANHAI_COURT', 'SHENZHEN_INTERMEDIATE'],
} as const

/** The ways to settle a dispute, in the order in which they are offered. */
export const filedPathways = ['litigation', 'mediation', 'arbitration', 'interimMeasures'] as const

/** What the first step of a filing chooses from: a court takes suits, and apart from them measures before suit. */
export const codeOf = ({ pathway, organisation }: Way): string =>
  pathway === 'interimMeasures' ? `${pathway}.${organisation}` : organisation

const ways: Way[] = filedPathways.flatMap(pathway =>
  bodies[pathway].map((organisation): Way => ({ pathway, organisation })),
)

export const wayOf = (code: string): Way | undefined => ways.find(way => codeOf(way) === code)

export const isArbitralBody = (code: string) => bodies.arbitration.some(body => body === code)

/** Parties may file anywhere; a filing desk files with its own court or institution. */
export const openTo = ({ posts }: User): Way[] => {
  const desks = posts.filter(({ role }) => role === 'intakeOfficer' || role === 'tribunalSecretary')
  return posts.length === 0
    ? ways
    : ways.filter(({ organisation }) => desks.some(desk => desk.code === organisation))
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
/** Facts of the contract that are a place and that only some disputes turn on (GL-1, GL-14; CPL 276). */
export const rarerPlaces = [
  'signedIn',
  'subjectMatterIn',
  'occurredIn',
  'suppliedIn',
  'workplace',
  'companyRegisteredIn',
  'protectionIn',
] as const
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
