import type { RuleId } from './deadlineRules.ts'
import type { PartyInLaw } from './facts.ts'
import { findingOf, type Finding, type Warning, type Why } from './findings.ts'
import { foreignRelated } from './foreignElements.ts'
import type { Asked } from './choiceOfLaw.ts'
import { isListedInstitution, isMainlandInstitution } from './institutions.ts'
import {
  defaultSeat,
  lawAtSeat,
  seatOf,
  setAsideRule,
  supervisoryCourt,
  supervisoryCourtBasis,
  type Seat,
  type SupervisoryCourt,
} from './seat.ts'

export type SeatFinding = Finding & {
  /** Null where neither the parties nor a rule that is sure names it. */
  seat: Seat | null
  supervisoryCourt: SupervisoryCourt | null
  /** The law of the arbitration, by its tag. */
  lexArbitri: 'L19' | '2017 Law' | 'Cap. 609' | 'other' | null
  /** The rule that fixes the time for setting aside an award received on the day asked for. */
  setAside: RuleId | null
  /** Which bodies can order measures, and where the award is enforced, as words of the reasoning. */
  interim: string[]
  enforcement: string[]
}

/** Since when the Arbitration Law knows a seat and an ad hoc window. */
export const arbitrationLawFrom = '2026-03-01'

type Located = { seat: Seat | null; steps: Why[]; warnings: Warning[]; needs: string[] }

/** Where the arbitration has its seat, and what follows from that (`domain.md` 2.1, 2.2). */
export function seat(asked: Asked): SeatFinding {
  const located = locate(asked)
  const followed = located.seat === null ? nothing : consequences(located.seat, asked)
  return {
    ...findingOf(located.seat === null ? 'needsFacts' : 'supported', {
      steps: [...located.steps, ...followed.steps],
      warnings: [...located.warnings, ...followed.warnings],
      needs: located.needs,
    }),
    seat: located.seat,
    supervisoryCourt: followed.court,
    lexArbitri: followed.lexArbitri,
    setAside: followed.setAside,
    interim: followed.interim.map(({ step }) => step),
    enforcement: followed.enforcement.map(({ step }) => step),
  }
}

function locate(asked: Asked): Located {
  const { contract, determinedSeat, on } = asked
  const named = determinedSeat ?? contract.seat
  if (named) {
    const where = seatOf(named)
    const step = determinedSeat === undefined ? 'seatAgreed' : 'seatDetermined'
    return {
      seat: where,
      steps: [{ step, basis: [seatBasis(where, on)], seat: named }],
      warnings: [],
      needs: [],
    }
  }
  const byRules = defaultSeat(contract.institution ?? null, contract.rules)
  if (byRules?.basis.includes('SCIA UNCITRAL 3')) {
    return {
      seat: null,
      steps: [
        { step: 'rulesDecideSeat', basis: [seatLaw(on)] },
        { step: 'guidelinesSeat', basis: byRules.basis },
        { step: 'tribunalDecidesSeat', basis: ['UNCITRAL 18'] },
      ],
      warnings: ['seatAskParties'],
      needs: ['seat'],
    }
  }
  if (byRules && !/UNCITRAL/i.test(contract.rules ?? '')) {
    return {
      seat: byRules.seat,
      steps: [
        { step: 'rulesDecideSeat', basis: [seatLaw(on)] },
        {
          step: 'institutionsSeat',
          basis: byRules.basis,
          institution: byRules.institution,
          seat: byRules.seat,
        },
      ],
      warnings: byRules.confidence === 'unconfirmed' ? ['seatByRules'] : [],
      needs: [],
    }
  }
  return {
    seat: null,
    steps: [
      { step: 'tribunalDecidesSeat', basis: [seatLaw(on), ...(contract.rules ? ['UNCITRAL 18'] : [])] },
    ],
    warnings: [],
    needs: ['seat'],
  }
}

const seatLaw = (on: string) => (on >= arbitrationLawFrom ? 'L19 81' : '2017 Law 58')
const seatBasis = (where: Seat, on: string) => (where === 'HONG_KONG' ? 'Cap. 609 s.5' : seatLaw(on))

const nothing = {
  court: null,
  lexArbitri: null,
  setAside: null,
  steps: [],
  warnings: [],
  interim: [],
  enforcement: [],
}

type Followed = {
  court: SupervisoryCourt
  lexArbitri: NonNullable<SeatFinding['lexArbitri']>
  setAside: RuleId | null
  steps: Why[]
  warnings: Warning[]
  interim: Why[]
  enforcement: Why[]
}

function consequences(place: Seat, asked: Asked): Followed {
  const { on, contract, determinedSeat } = asked
  // Another city of the Mainland has its own court, but the same law.
  const inMainland = place === 'SHENZHEN' || lawAtSeat(determinedSeat ?? contract.seat ?? '') === 'CN'
  const where = inMainland ? 'SHENZHEN' : place
  const court = supervisoryCourt(place)
  const setAside = setAsideRule(where, on)
  const interim = interimRoutes(where, asked)
  const enforcement = enforcementRoutes(where)
  const lexArbitri = lawOf(where, on)
  const transition = inMainland && on >= '2025-09-01' && on < arbitrationLawFrom
  return {
    court,
    lexArbitri,
    setAside,
    interim,
    enforcement,
    steps: [
      { step: `lexArbitri.${lexArbitri}`, basis: [where === 'HONG_KONG' ? 'Cap. 609 s.5' : seatLaw(on)] },
      { step: 'supervisoryCourt', basis: supervisoryCourtBasis(place, on), court },
      ...(setAside === null
        ? []
        : [{ step: 'setAsideTime', basis: setAsideBasis(setAside), rule: setAside }]),
      ...interim,
      ...enforcement,
    ],
    warnings: [
      ...(where === 'other' ? (['lawNotHere'] as const) : []),
      ...(transition ? (['setAsideTransition'] as const) : []),
      ...interimWarnings(where, asked),
    ],
  }
}

const lawOf = (where: Seat, on: string): NonNullable<SeatFinding['lexArbitri']> =>
  where === 'HONG_KONG'
    ? 'Cap. 609'
    : where === 'other'
      ? 'other'
      : on >= arbitrationLawFrom
        ? 'L19'
        : '2017 Law'

const setAsideArticles: Partial<Record<RuleId, string[]>> = {
  'setaside.CN.2025law': ['L19 72'],
  'setaside.CN.2017law': ['2017 Law 59'],
}
const setAsideBasis = (rule: RuleId): string[] => setAsideArticles[rule] ?? ['ML 34(3)']

/** Who orders measures while the arbitration runs (`domain.md` 2.1, 2.2). */
function interimRoutes(where: Seat, { contract, parties, on }: Asked): Why[] {
  const institution = contract.institution ?? null
  if (where === 'HONG_KONG') {
    const measures: Why[] = [
      { step: 'interim.tribunal', basis: ['Cap. 609 s.35'] },
      { step: 'interim.hongKongCourt', basis: ['Cap. 609 s.45'] },
      { step: 'interim.emergency', basis: ['Cap. 609 s.22B'] },
    ]
    return isListedInstitution(institution)
      ? [{ step: 'interim.arrangement', basis: ['L18 2', 'L18 3'] }, ...measures]
      : measures
  }
  if (where === 'other') return [{ step: 'interim.hongKongCourt', basis: ['Cap. 609 s.45'] }]
  const forwards: Why =
    institution === null && on >= arbitrationLawFrom
      ? { step: 'interim.tribunalForwards', basis: ['L19 82'] }
      : { step: 'interim.institutionForwards', basis: [on >= arbitrationLawFrom ? 'L19 39' : '2017 Law 28'] }
  const foreign = foreignRelated(parties, contract)
  return [
    forwards,
    foreign
      ? { step: 'interim.intermediateCourt', basis: ['CPL 289'] }
      : { step: 'interim.basicCourt', basis: ['L21 3'] },
    ...(isMainlandInstitution(institution)
      ? [{ step: 'interim.hongKongHighCourt', basis: ['L18 6', 'Cap. 609 s.45'] }]
      : []),
  ]
}

function interimWarnings(where: Seat, { contract }: Asked): Warning[] {
  if (where !== 'HONG_KONG') return []
  return isListedInstitution(contract.institution ?? null) ? ['listedInstitutions'] : ['noArrangement']
}

function enforcementRoutes(where: Seat): Why[] {
  const cap: Why = { step: 'enforce.cap', basis: ['L17 Suppl. 3'] }
  if (where === 'HONG_KONG') {
    return [
      { step: 'enforce.mainlandByArrangement', basis: ['L17 1', 'L17 2', 'CPL 250'] },
      { step: 'enforce.hongKongLeave', basis: ['Cap. 609 s.84'] },
      cap,
    ]
  }
  if (where === 'other') return [{ step: 'enforce.convention', basis: ['CPL 304'] }]
  return [
    { step: 'enforce.mainland', basis: ['L20 2006 Int. 29', 'CPL 250'] },
    { step: 'enforce.mainlandAwardInHongKong', basis: ['Cap. 609 s.92', 'Cap. 609 s.95'] },
    cap,
  ]
}

/** Whether every party is registered in the free-trade zone: they alone may agree on a tribunal without institution. */
export const allInFreeTradeZone = (parties: readonly PartyInLaw[]) =>
  parties.every(({ kind, registration }) => kind === 'company' && registration?.inQianhaiShekouFtz === true)
