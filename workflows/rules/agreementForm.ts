import type { Asked } from './choiceOfLaw.ts'
import type { Verdict, Warning, Why } from './findings.ts'
import { institutionOf } from './institutions.ts'
import { allInFreeTradeZone, arbitrationLawFrom, type SeatFinding } from './seatFinding.ts'

/** One thing that may carry or defeat the agreement. */
export type Part = { verdict: Verdict; steps: Why[]; warnings?: Warning[]; needs?: string[] }

/** What is asked of a clause once it has been read. */
export type AskedOfClause = Asked & {
  /** The institutions, where it names more than one. */
  several: readonly string[]
  /** The institution is known from the rules agreed on alone. */
  byRules: boolean
  /** Something was read out of the clause that the facts do not say. */
  fromClause: boolean
}

/** Whether the agreement has the form that this law asks for. */
export function formUnder(law: string, asked: AskedOfClause, where: SeatFinding, foreign: boolean): Part {
  if (law === 'CN') return formInMainland(asked, where, foreign)
  if (law === 'HK') {
    return {
      verdict: 'supported',
      steps: [{ step: 'writingSuffices', basis: ['Cap. 609 s.19', 'ML 7'] }],
      warnings: ['seatLawUnconfirmed'],
    }
  }
  return {
    verdict: 'atRisk',
    steps: [{ step: 'otherLawForm', basis: ['L3 18'], law }],
    warnings: ['lawNotHere'],
  }
}

/** Under the law of the Mainland an institution has to be chosen, but for a narrow window (L19 27, 29, 82). */
function formInMainland(asked: AskedOfClause, where: SeatFinding, foreign: boolean): Part {
  const { contract, on, several, byRules } = asked
  const since = on >= arbitrationLawFrom
  const { institution } = contract
  if (institution === undefined) {
    return {
      verdict: 'needsFacts',
      steps: [
        { step: 'institutionOpen', basis: since ? ['L19 27', 'L19 29'] : ['2017 Law 16', '2017 Law 18'] },
      ],
      warnings: ['institutionOpen'],
      needs: ['institution'],
    }
  }
  if (institution === null) return withoutInstitution(asked, where, foreign)
  if (several.length > 1) {
    return {
      verdict: 'atRisk',
      steps: [{ step: 'twoInstitutions', basis: ['L20 2006 Int. 5'], institutions: several }],
      warnings: ['twoInstitutions'],
    }
  }
  const named: Why = { step: 'institutionNamed', basis: [since ? 'L19 27' : '2017 Law 16'], institution }
  const offshore = where.seat === 'SHENZHEN' && institutionOf(institution)?.mainland === false
  return {
    verdict: offshore ? 'atRisk' : 'supported',
    steps: byRules ? [{ step: 'institutionByRules', basis: ['L20 2006 Int. 4'], institution }] : [named],
    warnings: offshore ? ['offshoreInstitution'] : [],
  }
}

/** A tribunal without institution in the Mainland: foreign-related, maritime or between enterprises of the zone, since March 2026. */
function withoutInstitution({ contract, parties, on }: Asked, where: SeatFinding, foreign: boolean): Part {
  if (on < arbitrationLawFrom) {
    const never: Why = { step: 'noInstitutionBefore', basis: ['2017 Law 16', '2017 Law 18'] }
    return { verdict: 'notSupported', steps: [never] }
  }
  const none: Why = { step: 'noInstitution', basis: ['L19 29'] }
  if (where.seat === null) return { verdict: 'needsFacts', steps: [none], needs: ['seat'] }
  if (!foreign)
    return { verdict: 'notSupported', steps: [none, { step: 'windowNeedsElement', basis: ['L19 82'] }] }
  const main = parties.filter(({ side }) => side !== 'thirdParty')
  const maritime = contract.maritime === true
  if (maritime || allInFreeTradeZone(main)) {
    return {
      verdict: 'supported',
      steps: [
        { step: maritime ? 'adHocMaritime' : 'adHocWindow', basis: ['L19 82'] },
        { step: 'adHocFiling', basis: ['L19 82'], rule: 'adhoc.filing' },
      ],
      warnings: ['adHocArbitrators', 'adHocFilingEffect'],
    }
  }
  const inZones = main.every(
    ({ registration }) =>
      registration?.inQianhaiShekouFtz === true || registration?.inQianhaiCooperationZone === true,
  )
  return inZones
    ? {
        verdict: 'atRisk',
        steps: [none, { step: 'zoneNotSettled', basis: ['L19 82'] }],
        warnings: ['designatedArea'],
      }
    : {
        verdict: 'notSupported',
        steps: [none, { step: 'outsideWindow', basis: ['L19 82'] }],
      }
}

/** A clause that leaves the choice between tribunal and court open. */
export function courtAsWell({ firstHearingHeld, objected }: Asked, laws: string[]): Part {
  if (laws.includes('HK')) {
    return {
      verdict: 'supported',
      steps: [{ step: 'optionToArbitrate', basis: ['Cap. 609 s.20'] }],
      warnings: ['arbitrateOrSueHongKong'],
    }
  }
  const step: Why = { step: 'arbitrateOrSue', basis: ['L20 2006 Int. 7'] }
  if (objected === true)
    return { verdict: 'notSupported', steps: [step, { step: 'objectedInTime', basis: ['L20 2006 Int. 7'] }] }
  if (firstHearingHeld === true) {
    return { verdict: 'supported', steps: [step, { step: 'notObjected', basis: ['L20 2006 Int. 7'] }] }
  }
  return { verdict: 'atRisk', steps: [step], warnings: ['arbitrateOrSue'] }
}
