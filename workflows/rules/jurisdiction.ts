import type { JurisdictionQuestion, PartyInLaw, Rate } from './facts.ts'
import { findingOf, type Finding, type Verdict, type Warning, type Why } from './findings.ts'
import { parseMoney, type Money } from './fees.ts'
import { foreignElements } from './foreignElements.ts'
import { isVentureInMainland } from './protectedRelations.ts'

export { foreignElements, foreignRelated, type ForeignElement } from './foreignElements.ts'

export type FirstInstanceCourt = 'QIANHAI' | 'SHENZHEN_INTERMEDIATE'
export type Court = FirstInstanceCourt | 'GUANGDONG_HIGH' | 'other'
export type Procedure = 'ordinary' | 'summary' | 'smallClaims'

export type CourtFinding = Finding & {
  foreignRelated: boolean
  /** Null where the sum cannot be compared. */
  court: Court | null
  procedures: Procedure[]
  /** What gives a court of the Mainland jurisdiction, or a court of that place. */
  venue: string[]
}

/** Intermediate courts of Guangdong take foreign-related cases from this sum (L12 2). */
export const level = { minor: 40_000_000_00, currency: 'CNY' } as const satisfies Money
const highLevel = { minor: 5_000_000_000_00, currency: 'CNY' } as const satisfies Money

/** The first-instance court that the sum in dispute points to. */
export function courtByLevel(amount: Money, isForeignRelated: boolean, rate?: Rate): FirstInstanceCourt {
  // Domestic cases follow a table that is not confirmed here, and a sum in another currency the rate of
  // the day: both stay with Qianhai until the intake officer refers them.
  const inYuan = isForeignRelated ? converted(amount, rate) : null
  return inYuan !== null && inYuan >= level.minor ? 'SHENZHEN_INTERMEDIATE' : 'QIANHAI'
}

/** In hundredths of a yuan, rounded down; null where no rate of that currency is known. */
function converted({ minor, currency }: Money, rate?: Rate): number | null {
  if (currency === 'CNY') return minor
  if (rate?.currency !== currency) return null
  const [whole = '0', part = ''] = rate.rate.split('.')
  return Number((BigInt(minor) * BigInt(whole + part.padEnd(8, '0').slice(0, 8))) / 100_000_000n)
}

export type AskedForCourt = Omit<JurisdictionQuestion, 'parties' | 'claim'> & {
  parties: readonly PartyInLaw[]
  claim: Money
}

/** Which court hears a claim at first instance, in which procedures, and what gives it jurisdiction (`domain.md` 4.1). */
export function jurisdiction(asked: AskedForCourt): CourtFinding {
  const elements = foreignElements(asked.parties, asked.contract)
  const foreign = elements.length > 0
  const found = foreign ? courtAcross(asked) : courtWithin
  const places = venueOf(asked, foreign)
  const { procedures, why, warnings } = proceduresAt(found.court, asked, foreign)
  const { chosenLaw = 'CN' } = asked.contract
  const needs = [...found.needs, ...places.needs]
  const verdict: Verdict = found.needs.length > 0 ? 'needsFacts' : places.verdict
  return {
    ...findingOf(verdict, {
      steps: [
        ...(foreign
          ? elements.map(({ why: step, basis, place, party }) => ({
              step,
              basis,
              place,
              ...(party !== undefined && { party }),
            }))
          : [{ step: 'noElement', basis: ['L2 520'] }]),
        ...found.steps,
        ...places.steps,
        why,
      ],
      warnings: [
        ...(!foreign && chosenLaw !== 'CN' ? (['chosenLawIsNoElement'] as const) : []),
        ...found.warnings,
        ...places.warnings,
        ...warnings,
        ...(namesArbitration(asked.contract) ? (['arbitrationFirst'] as const) : []),
      ],
      needs,
    }),
    foreignRelated: foreign,
    court: found.court,
    procedures,
    venue: places.venue,
  }
}

/** The question as it is written in filings, its sum as a decimal. */
export const jurisdictionOf = ({ claim, ...rest }: JurisdictionQuestion): CourtFinding =>
  jurisdiction({ ...rest, claim: parseMoney(claim.amount, claim.currency) })

const namesArbitration = ({ arbitrationClause, seat, institution }: AskedForCourt['contract']) =>
  Boolean(arbitrationClause ?? seat) || institution !== undefined

type FoundCourt = { court: Court | null; steps: Why[]; warnings: Warning[]; needs: string[] }

const intellectualProperty = ['ipOwnership', 'ipInfringement']

/** One court takes all of Shenzhen's foreign-related commercial cases of basic courts; above a sum, the court above. */
function courtAcross({ claim, contract, rate, complex = false }: AskedForCourt): FoundCourt {
  if (contract.maritime === true || intellectualProperty.includes(contract.relation ?? '')) {
    return {
      court: 'other',
      steps: [{ step: 'specialCourt', basis: ['L12 6'] }],
      warnings: ['specialCourt'],
      needs: [],
    }
  }
  const inYuan = converted(claim, rate)
  const byRate: Why[] =
    rate && inYuan !== null && claim.currency !== 'CNY'
      ? [{ step: 'atTheRate', basis: ['L12 2'], currency: rate.currency, rate: rate.rate, day: rate.on }]
      : []
  const warnings: Warning[] = byRate.length > 0 ? ['rateOfTheDay', 'complexCase'] : ['complexCase']
  const at = (court: Court, step: string, basis: string[]): FoundCourt => ({
    court,
    steps: [...byRate, { step, basis }],
    warnings,
    needs: [],
  })
  if (complex && (inYuan === null || inYuan < highLevel.minor)) {
    return at('SHENZHEN_INTERMEDIATE', 'complexGoesUp', ['L12 2'])
  }
  if (inYuan === null) {
    return {
      court: null,
      steps: [{ step: 'rateMissing', basis: ['L12 2'], currency: claim.currency }],
      warnings,
      needs: ['rate'],
    }
  }
  if (inYuan >= highLevel.minor) return at('GUANGDONG_HIGH', 'fiveBillion', ['L12 3'])
  return inYuan >= level.minor
    ? at('SHENZHEN_INTERMEDIATE', 'fortyMillion', ['L12 2'])
    : at('QIANHAI', 'belowFortyMillion', ['L12 1', 'L12 2', 'L12 4'])
}

/** The national table for domestic cases is not confirmed, so no sum bars them here. */
const courtWithin: FoundCourt = {
  court: 'QIANHAI',
  steps: [{ step: 'domesticLevel', basis: ['CPL 18'] }],
  warnings: ['domesticLevelTable'],
  needs: [],
}

function proceduresAt(
  court: Court | null,
  { contract, subject }: AskedForCourt,
  foreign: boolean,
): { procedures: Procedure[]; why: Why; warnings: Warning[] } {
  if (court !== null && court !== 'QIANHAI') {
    return { procedures: ['ordinary'], why: { step: 'onlyOrdinary', basis: ['CPL 160'] }, warnings: [] }
  }
  if (foreign) {
    const why = { step: 'noSmallClaimsAbroad', basis: ['CPL 160', 'CPL 166'] }
    return { procedures: ['ordinary', 'summary'], why, warnings: [] }
  }
  if (contract.relation === 'realRight' || (contract.kind ?? subject) === 'immovable') {
    const why = { step: 'noSmallClaimsForTitle', basis: ['CPL 160', 'CPL 166'] }
    return { procedures: ['ordinary', 'summary'], why, warnings: [] }
  }
  return {
    procedures: ['ordinary', 'summary', 'smallClaims'],
    why: { step: 'allProcedures', basis: ['CPL 160', 'CPL 165'] },
    warnings: ['smallClaimsCeiling'],
  }
}

type Venue = { verdict: Verdict; venue: string[]; steps: Why[]; warnings: Warning[]; needs: string[] }

function venueOf(asked: AskedForCourt, foreign: boolean): Venue {
  const { contract, parties, subject } = asked
  const kind = contract.kind ?? subject ?? ''
  const held = (venue: string[], basis: string[], warnings: Warning[] = []): Venue => ({
    verdict: 'supported',
    venue,
    steps: venue.map(each => ({ step: `venue.${each}`, basis })),
    warnings,
    needs: [],
  })
  if (foreign && isVentureInMainland(asked)) return held(['exclusive'], ['CPL 279'])
  if (contract.relation === 'realRight' || kind === 'immovable') return held(['land'], ['CPL 34'])

  const { courtChosen } = contract
  if (courtChosen === 'CN') return held(['agreed'], foreign ? ['CPL 277'] : ['CPL 35'])
  const elsewhere = courtChosen !== undefined && foreign
  const respondents = parties.filter(({ side }) => side === 'respondent')
  const ties = tiesToMainland(asked)
  const found =
    respondents.some(({ domicile }) => domicile === 'CN') || !foreign
      ? held(
          ['defendant', ...(contract.performedIn === 'CN' ? ['performance'] : [])],
          ['CPL 22', 'CPL 24'],
          [...(foreign ? [] : (['ordinaryVenue'] as const))],
        )
      : held(ties, ['CPL 276'], ['moreConvenientCourt'])
  if (elsewhere && contract.courtExclusive === true) {
    return {
      ...found,
      verdict: 'atRisk',
      steps: [...found.steps, { step: 'foreignCourtAgreed', basis: ['CPL 280'], place: courtChosen }],
      warnings: [...found.warnings, 'foreignCourtClause'],
    }
  }
  if (found.venue.length > 0) return found
  // Without a tie to the Mainland only the defendant's own submission gives jurisdiction (CPL 278).
  return {
    verdict: 'needsFacts',
    venue: [],
    steps: [{ step: 'noTie', basis: ['CPL 276', 'CPL 278'] }],
    warnings: found.warnings,
    needs: ['mainlandTie'],
  }
}

const tiesToMainland = ({ contract }: AskedForCourt): string[] => [
  ...(contract.signedIn === 'CN' ? ['signing'] : []),
  ...(contract.performedIn === 'CN' ? ['performance'] : []),
  ...(contract.subjectMatterIn === 'CN' ? ['subjectMatter'] : []),
  ...(contract.occurredIn === 'CN' ? ['tort'] : []),
]
