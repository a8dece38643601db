import type { Confidence } from './deadlineRules.ts'

/** The edition of these rules: the day up to which the law was read. */
export const edition = '2026-11-21'

export const verdicts = ['supported', 'atRisk', 'notSupported', 'needsFacts'] as const
/** Whether a rule carries what was agreed or asked. Never that it is valid: that is for a court to say. */
export type Verdict = (typeof verdicts)[number]

/** One step of the reasoning: a word for t('findings:why.<step>', params), its articles and its params. */
export type Why = { step: string; basis: readonly string[]; [param: string]: string | readonly string[] }

export type Finding = {
  verdict: Verdict
  /** Ids of the rules and articles used, in the order of the reasoning. */
  basis: string[]
  steps: Why[]
  warnings: Warning[]
  /** Names of the facts without which no more can be said. */
  needs: string[]
  confidence: Confidence
}

/** A finding from its steps: what it cites is what the steps and warnings cite. */
export function findingOf(
  verdict: Verdict,
  {
    steps,
    warnings = [],
    needs = [],
  }: { steps: Why[]; warnings?: readonly Warning[]; needs?: readonly string[] },
): Finding {
  const once = [...new Set(warnings)]
  return {
    verdict,
    basis: citedIn(steps),
    steps,
    warnings: once,
    needs: [...new Set(needs)],
    confidence: least(once.map(id => warningRules[id].confidence)),
  }
}

function citedIn(steps: readonly Why[]): string[] {
  const cited: string[] = []
  for (const { basis } of steps) for (const id of basis) if (!cited.includes(id)) cited.push(id)
  return cited
}

/** Of several verdicts on parts of one thing, the one that decides: a defect outweighs a gap in the facts. */
export const weakest = (all: readonly Verdict[]): Verdict =>
  strength.find(verdict => all.includes(verdict)) ?? 'supported'

const strength: Verdict[] = ['notSupported', 'needsFacts', 'atRisk']

const least = (all: readonly Confidence[]): Confidence =>
  (['unconfirmed', 'modelling'] as const).find(each => all.includes(each)) ?? 'confirmed'

const confirmed = (...basis: string[]) => ({ basis, confidence: 'confirmed' }) as const
const modelling = (...basis: string[]) => ({ basis, confidence: 'modelling' }) as const
const unconfirmed = (...basis: string[]) => ({ basis, confidence: 'unconfirmed' }) as const

/** What somebody should know besides the verdict, and how sure its source is; words are t('findings:warning.<id>'). */
export const warningRules = {
  // Governing law
  performanceIsElement: modelling('GL-1'),
  choiceIgnored: confirmed('GL-4'),
  choiceBeforeEvent: confirmed('L3 44', 'L3 50'),
  choiceNotExpress: confirmed('GL-3'),
  choiceTooLate: confirmed('GL-6'),
  othersMustAgree: confirmed('GL-6'),
  choiceWithoutElement: confirmed('GL-19'),
  mayStillBeAsserted: confirmed('GL-16'),
  assertionDoubtful: modelling('GL-16'),
  assertedLate: modelling('GL-16', 'GL-6'),
  localRegulation: unconfirmed('GL-15', 'GL-18'),
  contractBeforeReply: unconfirmed('GL-20'),
  contractBeforeRegulations: unconfirmed('GL-15'),
  indirectInvestment: unconfirmed('GL-20'),
  performerUnknown: modelling('GL-7'),
  mandatoryRules: confirmed('GL-8', 'GL-9'),
  exchangeControl: confirmed('GL-9'),
  publicInterest: confirmed('GL-10'),
  evasion: confirmed('GL-11'),
  tribunalHongKong: unconfirmed('Cap. 609 s.64', 'ML 28'),
  tribunalMainland: unconfirmed('SCIA'),
  // Arbitration agreement and seat
  deemedAgreement: confirmed('L19 27'),
  arbitrateOrSue: confirmed('L20 2006 Int. 7'),
  arbitrateOrSueHongKong: unconfirmed('Cap. 609 s.20'),
  twoInstitutions: confirmed('L20 2006 Int. 5', 'L20 2006 Int. 6'),
  institutionOpen: confirmed('L19 29'),
  readFromClause: modelling(),
  contractLawNotAgreementLaw: confirmed('L20 2017 Prov. 13'),
  seatLawUnconfirmed: unconfirmed('Cap. 609 s.19'),
  designatedArea: unconfirmed('L19 82'),
  adHocFilingEffect: unconfirmed('L19 82'),
  adHocArbitrators: confirmed('L19 22', 'L19 82'),
  freeTradeZoneOpinions: unconfirmed('FTZ Opinions 9'),
  offshoreInstitution: unconfirmed('L19 27'),
  lawNotHere: unconfirmed(),
  seatByRules: unconfirmed('L19 81'),
  seatAskParties: unconfirmed('SCIA UNCITRAL 3'),
  noArrangement: confirmed('L18 2'),
  listedInstitutions: unconfirmed('L18 2'),
  setAsideTransition: modelling('L19 72', '2017 Law 59'),
  // Mediation bodies
  regulationsUnread: unconfirmed('CMR 2', 'CMR 16'),
  // Court and procedure
  arbitrationFirst: confirmed('CPL 127', 'L2 215'),
  domesticLevelTable: unconfirmed('CPL 18'),
  ordinaryVenue: confirmed('CPL 22', 'CPL 24'),
  complexCase: confirmed('L12 2'),
  specialCourt: confirmed('L12 6'),
  chosenLawIsNoElement: modelling('GL-16'),
  smallClaimsCeiling: unconfirmed('CPL 165'),
  foreignCourtClause: confirmed('CPL 280'),
  moreConvenientCourt: confirmed('CPL 282'),
  rateOfTheDay: modelling('L12 2'),
} as const satisfies Record<string, { basis: readonly string[]; confidence: Confidence }>

export type Warning = keyof typeof warningRules
