import type { Confidence } from './deadlineRules.ts'
import type { Place } from './facts.ts'
import type { Seat } from './seat.ts'

export type Institution = {
  /** Where it sits; its law is a candidate for the agreement's (L3 18). */
  place: Place
  /** The seat under its rules where the parties named none, if they say one. */
  seat?: Seat
  basis: readonly string[]
  confidence: Confidence
  mainland: boolean
  /** Courts of the Mainland help its Hong Kong arbitrations under the 2019 Arrangement (L18 2). */
  listed: boolean
}

/** By the name that filings use; undefined where it is not known here. */
export function institutionOf(name: string | null): Institution | undefined {
  return name === null || !Object.hasOwn(institutions, name) ? undefined : institutions[name]
}

/** An institution by the name that filings use, where it was typed in full or in small letters. */
export const usualName = (name: string): string =>
  institutionOf(name) ? name : (institutionsIn(name)[0] ?? name)

/** Whether the Mainland's Arbitration Law governs the institution. */
export const isMainlandInstitution = (name: string | null): boolean => institutionOf(name)?.mainland ?? false

export const isListedInstitution = (name: string | null): boolean => institutionOf(name)?.listed ?? false

const unconfirmed = { basis: [], confidence: 'unconfirmed' } as const
const mainland = { ...unconfirmed, place: 'CN', mainland: true, listed: false } as const
const hongKong = { ...unconfirmed, place: 'HK', mainland: false, listed: true } as const
const elsewhere = { ...unconfirmed, mainland: false, listed: false } as const

const institutions: Partial<Record<string, Institution>> = {
  SCIA: { ...mainland, seat: 'SHENZHEN', basis: ['SCIA'], confidence: 'confirmed' },
  HKIAC: { ...hongKong, seat: 'HONG_KONG', basis: ['HKIAC 14'] },
  SCIAHK: { ...hongKong, seat: 'HONG_KONG', basis: ['SCIAHK'] },
  CIETAC: mainland,
  BAC: mainland,
  GZAC: mainland,
  SHIAC: mainland,
  'CIETAC-HK': hongKong,
  'ICC-HK': hongKong,
  HKMAG: hongKong,
  eBRAM: hongKong,
  SIAC: { ...elsewhere, place: 'SG' },
  LCIA: { ...elsewhere, place: 'GB' },
  ICC: { ...elsewhere, place: 'FR' },
}

/** The institutions that a clause or a set of rules names, as far as they are known here. */
export function institutionsIn(text: string): string[] {
  const found: string[] = []
  let rest = text
  for (const [name, pattern] of names) {
    const without = rest.replace(pattern, ' ')
    if (without !== rest) found.push(name)
    rest = without
  }
  return found
}

/** Longer names first: what they contain is not named besides. */
const names: [string, RegExp][] = [
  [
    'SCIAHK',
    /\bSCIAHK\b|South China International Arbitration Cent(?:er|re) \(Hong Kong\)|华南(?:\(香港\)|（香港）)国际仲裁院|華南(?:\(香港\)|（香港）)國際仲裁院/gi,
  ],
  [
    'SCIA',
    /\bSCIA\b|Shenzhen Court of International Arbitration|South China International Economic and Trade Arbitration Commission|深圳国际仲裁院|深圳國際仲裁院|华南国际经济贸易仲裁委员会|華南國際經濟貿易仲裁委員會|粤港澳大湾区国际仲裁中心|粵港澳大灣區國際仲裁中心/gi,
  ],
  [
    'CIETAC-HK',
    /CIETAC[- ]?(?:HK|Hong Kong)\b|CIETAC Hong Kong Arbitration Cent(?:er|re)|中国国际经济贸易仲裁委员会香港仲裁中心|中國國際經濟貿易仲裁委員會香港仲裁中心/gi,
  ],
  [
    'CIETAC',
    /\bCIETAC\b|China International Economic and Trade Arbitration Commission|中国国际经济贸易仲裁委员会|中國國際經濟貿易仲裁委員會/gi,
  ],
  [
    'HKIAC',
    /\bHKIAC\b|Hong Kong International Arbitration Cent(?:re|er)|香港国际仲裁中心|香港國際仲裁中心/gi,
  ],
  [
    'SIAC',
    /\bSIAC\b|Singapore International Arbitration Cent(?:re|er)|新加坡国际仲裁中心|新加坡國際仲裁中心/gi,
  ],
  ['LCIA', /\bLCIA\b|London Court of International Arbitration|伦敦国际仲裁院|倫敦國際仲裁院/gi],
  ['ICC', /\bICC\b|International Chamber of Commerce|国际商会|國際商會/gi],
  ['BAC', /\bBAC\b|Beijing Arbitration Commission|北京仲裁委员会|北京仲裁委員會/gi],
  ['GZAC', /\bGZAC\b|Guangzhou Arbitration Commission|广州仲裁委员会|廣州仲裁委員會/gi],
  ['SHIAC', /\bSHIAC\b|Shanghai International Arbitration Cent(?:er|re)|上海国际仲裁中心|上海國際仲裁中心/gi],
]
