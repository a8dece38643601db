import { courtAsWell, formUnder, type AskedOfClause, type Part } from './agreementForm.ts'
import type { Asked } from './choiceOfLaw.ts'
import { findingOf, weakest, type Finding, type Warning, type Why } from './findings.ts'
import { foreignElements } from './foreignElements.ts'
import { institutionOf, institutionsIn, usualName } from './institutions.ts'
import { cityOf, isHongKongOrMacao, isHongKongOrMacaoInvested, isWhollyForeignOwned } from './places.ts'
import { relationOf } from './protectedRelations.ts'
import { readClause } from './readClause.ts'
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
  const asked = completed(given)
  const where = seat(asked)
  const foreign = foreignElements(asked.parties, asked.contract).length > 0
  const laws = candidateLaws(asked, where, foreign)
  const parts = partsOf(asked, where, foreign, laws)
  const verdict = weakest(parts.map(part => part.verdict))
  const all: { steps: Why[]; warnings: Warning[]; needs: string[] } = {
    steps: [],
    warnings: asked.fromClause ? ['readFromClause'] : [],
    needs: [],
  }
  for (const { steps, warnings = [], needs = [] } of [...parts, where]) {
    all.steps.push(...steps)
    all.warnings.push(...warnings)
    all.needs.push(...needs)
  }
  return {
    ...findingOf(verdict, all),
    laws,
    seat: where.seat,
    supervisoryCourt: where.supervisoryCourt,
    seatFinding: where,
  }
}

/** The facts, with what the clause or the rules say where the facts leave it open. */
function completed(given: Asked): AskedOfClause {
  const { institution: typed } = given.contract
  const contract = typed ? { ...given.contract, institution: usualName(typed) } : given.contract
  const words = contract.arbitrationClause ?? ''
  const read = words === '' ? undefined : readClause(words)
  const rules = contract.rules ?? read?.rules
  const several =
    contract.institutions ?? (read?.notes.includes('twoInstitutions') ? institutionsIn(words) : [])
  const named = contract.institution ?? read?.institution ?? several[0]
  const byRules = named === undefined ? institutionsIn(rules ?? '')[0] : undefined
  const open = read?.notes.includes('adHoc') ? null : contract.institution
  const institution = named ?? byRules ?? open
  const where = contract.seat ?? read?.seat
  const orSue = contract.arbitrateOrSue ?? read?.notes.includes('arbitrateOrSue') ?? false
  return {
    ...given,
    contract: {
      ...contract,
      arbitrateOrSue: orSue,
      ...(rules && { rules }),
      ...(institution !== undefined && { institution }),
      ...(where && { seat: where }),
    },
    several,
    byRules: byRules !== undefined,
    fromClause:
      (contract.institution ?? null) !== (institution ?? null) ||
      (contract.seat ?? null) !== (where ?? null) ||
      (contract.arbitrateOrSue ?? false) !== orSue,
  }
}

function partsOf(asked: AskedOfClause, where: SeatFinding, foreign: boolean, laws: string[]): Part[] {
  const written = inWriting(asked)
  if (written.verdict !== 'supported') return [written]
  const subject = arbitrable(asked)
  const element = elementFor(asked, where, foreign)
  const forms = laws.map(law => formUnder(law, asked, where, foreign))
  // The law that upholds the agreement counts, where its candidates differ (L20 2017 Prov. 14).
  const best = forms.reduce((form, next) => (form.verdict === 'supported' ? form : next))
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
