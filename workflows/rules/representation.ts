import type { PartyFacts, Subject } from './facts.ts'
import type { GbaCity } from './places.ts'

/** In what capacity somebody acts for a party (CPL 61; L2 85–88, 526). */
export const capacities = [
  'lawyer',
  'gbaLawyer',
  'employee',
  'relative',
  'legalServiceWorker',
  'recommended',
  'compatriot',
  'foreignLawyer',
] as const
export type Capacity = (typeof capacities)[number]

/** How a power of attorney was given: plainly, certified abroad, notarised here, or signed before a judge. */
export const powerForms = ['plain', 'attested', 'notarisedHere', 'beforeJudge'] as const
export type PowerForm = (typeof powerForms)[number]

/** What it is given for. */
export const instances = ['all', 'first', 'second', 'enforcement'] as const

/** Where GBA lawyers may appear, and in what. The list of kinds of case itself was not found: to be confirmed. */
export const gbaPractice: { subjects: readonly Subject[]; basis: string; confidence: 'unconfirmed' } = {
  subjects: [
    'saleOfGoods',
    'services',
    'lease',
    'financeLease',
    'loan',
    'distribution',
    'licence',
    'construction',
    'tort',
  ],
  basis: 'P54',
  confidence: 'unconfirmed',
}

/** The courts on the platform that sit in one of the nine cities. */
const courtCities: Partial<Record<string, GbaCity>> = {
  QIANHAI_COURT: 'SHENZHEN',
  SHENZHEN_INTERMEDIATE: 'SHENZHEN',
}

export type Appointment = {
  capacity: Capacity | 'self'
  powerForm: PowerForm | null
  party: Pick<PartyFacts, 'kind' | 'registration' | 'domicile'>
  subject: string
  /** The courts that the case is before; arbitration and mediation alone ask for no more than the party's will. */
  courts: readonly string[]
  /** As what the person is listed on the day. */
  listed: readonly string[]
  /** How many agents the party has already. */
  agents: number
  mediated: boolean
  /** Hears or serves the case, or works for a body that handles it. */
  serves: boolean
  speaksForOtherSide: boolean
}

export type Admission = {
  verdict: 'supported' | 'notSupported'
  /** Why not, by a name that has words. */
  reason: string | null
  basis: string
  confidence: 'confirmed' | 'unconfirmed'
}

const refused = (reason: string, basis: string, confidence: Admission['confidence'] = 'confirmed') =>
  ({ verdict: 'notSupported', reason, basis, confidence }) as const

const basisOf: Record<Capacity | 'self', string> = {
  self: 'CPL 51',
  lawyer: 'CPL 61; L2 88',
  gbaLawyer: gbaPractice.basis,
  employee: 'CPL 61; L2 86',
  relative: 'CPL 61; L2 85',
  legalServiceWorker: 'CPL 61; L2 88',
  recommended: 'CPL 61; L2 87',
  compatriot: 'L2 526',
  foreignLawyer: 'CPL 61',
}

/** Whether somebody may act for a party, and if not, the first thing that stands against it. */
export function admitRepresentative(asked: Appointment): Admission {
  const { capacity, courts } = asked
  if (asked.mediated) return refused('mediated', 'L6 16')
  if (asked.serves) return refused('serves', courts.length > 0 ? 'CPL 47' : 'L19 46')
  if (asked.speaksForOtherSide) return refused('otherSide', 'CPL 61', 'unconfirmed')
  const stands = courts.length > 0 && capacity !== 'self' ? beforeCourt(asked, capacity) : null
  if (stands) return stands
  const confidence = capacity === 'gbaLawyer' && courts.length > 0 ? gbaPractice.confidence : 'confirmed'
  return { verdict: 'supported', reason: null, basis: basisOf[capacity], confidence }
}

function beforeCourt(asked: Appointment, capacity: Capacity): Admission | null {
  const { party, listed, courts, subject, powerForm } = asked
  const foreign = (party.registration?.jurisdiction ?? party.domicile) !== 'CN'
  if (asked.agents >= 2) return refused('tooMany', 'CPL 61')
  if (capacity === 'foreignLawyer') return refused('mainlandLawyerNeeded', 'CPL 274')
  if (capacity === 'lawyer' && !listed.includes('lawyer')) return refused('notRegistered', 'L2 88')
  if (capacity === 'gbaLawyer') {
    const { basis, confidence, subjects } = gbaPractice
    if (!listed.includes('gbaLawyer')) return refused('notRegistered', basis, confidence)
    if (!courts.every(court => courtCities[court])) return refused('outsideNineCities', basis, confidence)
    if (!subjects.some(each => each === subject)) return refused('otherKindOfCase', basis, confidence)
  }
  if (capacity === 'relative' && party.kind !== 'person') return refused('relativeOfCompany', 'L2 85')
  if (capacity === 'compatriot' && !foreign) return refused('compatriotOfForeigner', 'L2 526')
  const abroad = party.domicile !== 'CN'
  if (abroad && (powerForm === null || powerForm === 'plain'))
    return refused('powerFromAbroad', 'CPL 275; L2 523, 524')
  return null
}
