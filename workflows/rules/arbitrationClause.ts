import { courtAsWell, formUnder, type Part } from './agreementForm.ts'
import type { Asked } from './choiceOfLaw.ts'
import { findingOf, weakest, type Finding, type Warning, type Why } from './findings.ts'
import { foreignElements } from './foreignElements.ts'
import { institutionOf, institutionsIn, withoutInstitutions } from './institutions.ts'
import { cityOf, isHongKongOrMacao, isHongKongOrMacaoInvested, isWhollyForeignOwned } from './places.ts'
import { relationOf } from './protectedRelations.ts'
import { lawAtSeat, type Seat, type SupervisoryCourt } from './seat.ts'
import { arbitrationLawFrom, seat, type SeatFinding } from './seatFinding.ts'

export type ClauseFinding = Finding & {
  /** The laws that the agreement may be judged by; the one that upholds it counts. */
  laws: string[]
  seat: Seat | null
  supervisoryCourt: SupervisoryCourt | null
  seatFinding: SeatFinding
}

const replyFrom = '2025-02-14'

/** Whether the arbitration agreement stands, by the law that it is judged by (`domain.md` 2.1 to 2.4). */
export function arbitrationClause(given: Asked): ClauseFinding {
  const asked = { ...given, contract: completed(given) }
  const where = seat(asked)
  const foreign = foreignElements(asked.parties, asked.contract).length > 0
  const laws = candidateLaws(asked, where, foreign)
  const parts = partsOf(asked, where, foreign, laws)
  const verdict = weakest(parts.map(part => part.verdict))
  return {
    ...findingOf(verdict, {
      steps: [...parts.flatMap(({ steps }) => steps), ...where.steps],
      warnings: [
        ...readWarnings(given, asked),
        ...parts.flatMap(({ warnings = [] }) => warnings),
        ...where.warnings,
      ],
      needs: [...parts.flatMap(({ needs = [] }) => needs), ...where.needs],
    }),
    laws,
    seat: where.seat,
    supervisoryCourt: where.supervisoryCourt,
    seatFinding: where,
  }
}

/** What the clause or the rules say of the institution, where the facts leave it open. */
function completed({ contract }: Asked): Asked['contract'] {
  const { arbitrationClause: clause, rules } = contract
  const inClause = institutionsIn(clause ?? '')
  const institutions = contract.institutions ?? inClause
  const byRules = institutionsIn(rules ?? '')
  const institution = contract.institution ?? institutions[0] ?? byRules[0] ?? contract.institution
  return {
    ...contract,
    institutions,
    arbitrateOrSue: contract.arbitrateOrSue ?? offersCourtToo(clause ?? ''),
    ...(institution !== undefined && { institution }),
  }
}

/** A sentence of the clause leaves it to a party to go to court instead; leave to ask a court for help is no such thing. */
const offersCourtToo = (clause: string) =>
  withoutInstitutions(clause)
    .split(/[.;。；]/)
    .some(sentence => arbitrateOrSueText.test(sentence) && !courtsHelp.test(sentence))

const arbitrateOrSueText =
  /\b(?:may|either|option)\b.*\barbitrat\w*.{0,80}\bor\b.{0,60}\b(?:courts?|litigation|lawsuit|sue)\b|\b(?:may|either|option)\b.*\b(?:courts?|litigation|lawsuit|sue)\b.{0,80}\bor\b.{0,60}\barbitrat|仲裁.{0,20}(?:或|也可|亦可).{0,20}(?:法院|起诉|诉讼|起訴|訴訟)|(?:法院|起诉|诉讼|起訴|訴訟).{0,20}(?:或|也可|亦可).{0,20}仲裁/i
const courtsHelp = /interim|provisional|injuncti|conservatory|preserv|enforc|保全|执行|執行|临时|臨時/i

function readWarnings({ contract }: Asked, { contract: read }: Asked): Warning[] {
  const institution = (contract.institution ?? null) === null && (read.institution ?? null) !== null
  const option = contract.arbitrateOrSue === undefined && read.arbitrateOrSue === true
  return institution || option ? ['readFromClause'] : []
}

function partsOf(asked: Asked, where: SeatFinding, foreign: boolean, laws: string[]): Part[] {
  const written = inWriting(asked)
  if (written.verdict !== 'supported') return [written]
  const subject = arbitrable(asked)
  const element = elementFor(asked, where, foreign)
  const forms = laws.map(law => formUnder(law, asked, where, foreign))
  // The law that upholds the agreement counts, where its candidates differ (L20 2017 Prov. 14).
  const best = forms.find(({ verdict }) => verdict === 'supported') ?? forms.reduce(stronger)
  const choice: Why[] = laws.length > 1 ? [{ step: 'upholdingLaw', basis: ['L20 2017 Prov. 14'], laws }] : []
  return [
    written,
    subject,
    {
      verdict: 'supported',
      steps: [lawStep(asked, foreign, laws), ...choice],
      warnings: lawWarnings(asked, laws),
    },
    ...(element ? [element] : []),
    best,
    ...(asked.contract.arbitrateOrSue ? [courtAsWell(asked, laws)] : []),
  ]
}

const stronger = (a: Part, b: Part): Part => (weakest([a.verdict, b.verdict]) === a.verdict ? b : a)

function inWriting({ contract, on }: Asked): Part {
  const { arbitrationClause: clause, institution, seat: agreed } = contract
  if (clause || agreed || institution !== undefined) {
    return {
      verdict: 'supported',
      steps: [{ step: 'inWriting', basis: [on >= arbitrationLawFrom ? 'L19 27' : '2017 Law 16'] }],
    }
  }
  const since = on >= arbitrationLawFrom
  return {
    verdict: 'needsFacts',
    steps: [{ step: 'noClauseKnown', basis: [since ? 'L19 27' : '2017 Law 16'] }],
    warnings: since ? ['deemedAgreement'] : [],
    needs: ['arbitrationClause'],
  }
}

/** Disputes of work go to bodies of their own; ventures whose law is fixed may still arbitrate (L2 529). */
function arbitrable(asked: Asked): Part {
  const basis = [asked.on >= arbitrationLawFrom ? 'L19 3' : '2017 Law 2']
  return relationOf(asked) === 'employment'
    ? { verdict: 'notSupported', steps: [{ step: 'notArbitrable', basis }] }
    : { verdict: 'supported', steps: [{ step: 'arbitrable', basis: [...basis, 'L2 529'] }] }
}

/** By which laws a court would judge the agreement (L3 18; L4 12). */
function candidateLaws({ contract }: Asked, where: SeatFinding, foreign: boolean): string[] {
  if (contract.arbitrationLaw !== undefined) return [contract.arbitrationLaw]
  const bySeat = lawOfSeat(contract.seat, where.seat)
  const institution = institutionOf(contract.institution ?? null)?.place
  if (!foreign && !isHongKongOrMacao(bySeat)) return ['CN']
  const found = [institution, bySeat].filter(law => law !== undefined)
  return found.length > 0 ? [...new Set(found)] : ['CN']
}

function lawOfSeat(agreed: string | null | undefined, where: Seat | null): string | undefined {
  if (agreed) return lawAtSeat(agreed) ?? 'other'
  return where === null ? undefined : lawAtSeat(where)
}

function lawStep({ contract }: Asked, foreign: boolean, laws: string[]): Why {
  if (contract.arbitrationLaw !== undefined) return { step: 'agreementLawChosen', basis: ['L3 18'], laws }
  if (contract.seat || contract.institution) return { step: 'agreementLawByPlace', basis: ['L3 18'], laws }
  return { step: 'agreementLawOfForum', basis: foreign ? ['L4 12'] : ['L4 12', 'GL-19'], laws }
}

const lawWarnings = ({ contract }: Asked, laws: string[]): Warning[] =>
  contract.chosenLaw !== undefined &&
  contract.arbitrationLaw === undefined &&
  !laws.includes(contract.chosenLaw)
    ? ['contractLawNotAgreementLaw']
    : []

/** Parties of the Mainland who go abroad with a dispute of the Mainland need a rule that lets them. */
function elementFor(
  { contract, parties, on }: Asked,
  where: SeatFinding,
  foreign: boolean,
): Part | undefined {
  if (foreign) return undefined
  const goesTo =
    lawOfSeat(contract.seat, where.seat) ?? institutionOf(contract.institution ?? null)?.place ?? 'CN'
  if (goesTo === 'CN') return undefined
  const inNineCities = parties.some(each => isHongKongOrMacaoInvested(each) && cityOf(each))
  const toHongKongOrMacao = isHongKongOrMacao(goesTo)
  if (toHongKongOrMacao && inNineCities && on >= replyFrom) {
    return {
      verdict: 'supported',
      steps: [
        { step: 'replySeat', basis: ['GL-16', 'GL-17'] },
        { step: 'replyAward', basis: ['GL-16'] },
      ],
      warnings: contract.seat ? [] : ['seatByRules'],
    }
  }
  if (parties.every(each => isWhollyForeignOwned(each) && each.registration?.inQianhaiShekouFtz === true)) {
    return {
      verdict: 'supported',
      steps: [{ step: 'bothInFreeTradeZone', basis: ['FTZ Opinions 9'] }],
      warnings: ['freeTradeZoneOpinions'],
    }
  }
  const unknownCity =
    toHongKongOrMacao &&
    on >= replyFrom &&
    parties.some(each => isHongKongOrMacaoInvested(each) && cityOf(each) === undefined)
  return {
    verdict: unknownCity ? 'needsFacts' : 'notSupported',
    steps: [{ step: 'domesticAbroad', basis: ['GL-19', 'L20 2017 Prov. 12'] }],
    needs: unknownCity ? ['city'] : [],
  }
}
