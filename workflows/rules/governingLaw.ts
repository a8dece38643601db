import { choiceInSuit, inTime, tribunalsLaw, type Asked, type Found } from './choiceOfLaw.ts'
import { withinMainland } from './domesticChoice.ts'
import { choiceIsExpress } from './facts.ts'
import { findingOf, type Finding, type Warning, type Why } from './findings.ts'
import { foreignElements } from './foreignElements.ts'
import { commonPlace } from './places.ts'
import { isVentureInMainland, protectedLaw, relationOf } from './protectedRelations.ts'

export type { Asked } from './choiceOfLaw.ts'

export type LawFinding = Finding & {
  /** ISO 3166 code; null where facts are missing. With `needsFacts`, the law that the facts so far point to. */
  law: string | null
  /** Whether it governs because it was chosen: whoever chose a law has to provide it (LA-1). */
  chosen: boolean
  foreignRelated: boolean
}

/** Which law governs, in the order of the law: what may not be chosen, what was chosen, what is closest (GL-1 to GL-20). */
export function governingLaw(asked: Asked): LawFinding {
  const elements = foreignElements(asked.parties, asked.contract)
  const foreign = elements.length > 0
  const found = notChoosable(asked) ?? (foreign ? acrossBorders(asked) : withinMainland(asked))
  const seen: Why[] = foreign
    ? elements.map(({ why, place, party, basis }) => ({
        step: why,
        basis,
        place,
        ...(party !== undefined && { party }),
      }))
    : [{ step: 'noElement', basis: ['GL-1'] }]
  const later = overlay(asked, found)
  return {
    ...findingOf(found.verdict, {
      steps: [...seen, ...found.steps, ...later.steps],
      warnings: [
        ...(found.warnings ?? []),
        ...(elements.length > 0 && elements.every(({ why }) => why === 'performedAbroad')
          ? (['performanceIsElement'] as const)
          : []),
        ...later.warnings,
      ],
      needs: found.needs ?? [],
    }),
    law: found.law,
    chosen: found.chosen ?? false,
    foreignRelated: foreign,
  }
}

function notChoosable(asked: Asked): Found | undefined {
  const { contract } = asked
  if (isVentureInMainland(asked)) {
    const ignored = contract.chosenLaw !== undefined && contract.chosenLaw !== 'CN'
    const unknown = contract.performedIn === undefined
    return {
      verdict: unknown ? 'needsFacts' : ignored ? 'notSupported' : 'supported',
      law: 'CN',
      steps: [{ step: 'ventureInMainland', basis: ['GL-12'] }],
      warnings: ignored ? ['choiceIgnored'] : [],
      needs: unknown ? ['performedIn'] : [],
    }
  }
  const relation = relationOf(asked)
  if (relation === 'contract') return undefined
  const { law, steps, warnings, needs, chosen } = protectedLaw(relation, asked)
  const defeated = warnings.includes('choiceIgnored')
  return {
    verdict: law === null ? 'needsFacts' : defeated ? 'notSupported' : 'supported',
    law,
    chosen,
    steps: [...steps, ...(defeated ? [{ step: 'choiceIgnored', basis: ['GL-4'] }] : [])],
    warnings,
    needs,
  }
}

function acrossBorders(asked: Asked): Found {
  const { contract } = asked
  const suit = choiceInSuit(asked)
  const late = suit !== undefined && !inTime(asked)
  const warnings: Warning[] = late ? ['choiceTooLate'] : []
  const lateStep: Why[] = late ? [{ step: 'choiceTooLate', basis: ['GL-6'] }] : []
  if (suit && !late && suit.step !== 'pleadedByOne') {
    return {
      verdict: 'supported',
      law: suit.law,
      chosen: true,
      steps: [{ step: suit.step, basis: ['GL-3', 'GL-6'], law: suit.law }, noConnectionNeeded],
    }
  }
  if (contract.chosenLaw !== undefined && choiceIsExpress(contract)) {
    return {
      verdict: 'supported',
      law: contract.chosenLaw,
      chosen: true,
      steps: [
        ...lateStep,
        { step: 'chosenExpressly', basis: ['GL-3', 'GL-7'], law: contract.chosenLaw },
        noConnectionNeeded,
      ],
      warnings,
    }
  }
  if (suit && !late) {
    return {
      verdict: 'atRisk',
      law: suit.law,
      chosen: true,
      steps: [{ step: 'pleadedByOne', basis: ['GL-6'], law: suit.law }],
      warnings: ['othersMustAgree'],
    }
  }
  const closest = closestConnection(asked)
  return {
    ...closest,
    steps: [...lateStep, ...closest.steps],
    warnings: [
      ...warnings,
      ...(contract.chosenLaw !== undefined ? (['choiceNotExpress'] as const) : []),
      ...(closest.warnings ?? []),
    ],
  }
}

const noConnectionNeeded: Why = { step: 'noConnectionNeeded', basis: ['GL-5'] }

/** Whose performance marks the contract; else what the facts together point to (GL-7). */
function closestConnection({ contract, parties }: Asked): Found {
  const main = parties.filter(({ side }) => side !== 'thirdParty')
  const performer = main.find(({ id }) => id === contract.characteristicParty)
  if (performer) {
    const { id, domicile } = performer
    return {
      verdict: 'supported',
      law: domicile,
      steps: [{ step: 'characteristicPerformance', basis: ['GL-7'], party: id, law: domicile }],
    }
  }
  const common = commonPlace(main.map(({ domicile }) => domicile))
  if (common !== undefined) {
    return {
      verdict: 'supported',
      law: common,
      steps: [{ step: 'allBasedThere', basis: ['GL-7'], law: common }],
    }
  }
  const { performedIn } = contract
  return {
    verdict: 'needsFacts',
    law: performedIn ?? null,
    steps:
      performedIn === undefined
        ? [{ step: 'performerUnknown', basis: ['GL-7'] }]
        : [{ step: 'performedThere', basis: ['GL-7'], law: performedIn }],
    warnings: ['performerUnknown'],
    needs: ['characteristicParty', ...(performedIn === undefined ? ['performedIn'] : [])],
  }
}

const currencyKinds = ['loan', 'financeLease']

/** What holds whatever law governs, and what a court of the Mainland has to do to learn another law. */
function overlay({ contract, subject, forum, determinedSeat }: Asked, { law, chosen }: Found) {
  if (law === null || law === 'CN') return { steps: [], warnings: [] }
  const seat = determinedSeat ?? contract.seat
  const steps: Why[] = [
    { step: 'noRenvoi', basis: ['GL-13'], law },
    forum === 'arbitration'
      ? { step: 'tribunalApplies', basis: [tribunalsLaw(seat)], law }
      : chosen
        ? { step: 'partiesProvide', basis: ['LA-1'], law }
        : { step: 'courtAscertains', basis: ['LA-1'], law },
  ]
  const warnings: Warning[] = [
    'mandatoryRules',
    ...(currencyKinds.includes(contract.kind ?? subject ?? '') ? (['exchangeControl'] as const) : []),
    'publicInterest',
    'evasion',
    ...(forum === 'arbitration'
      ? [seat === 'HONG_KONG' ? ('tribunalHongKong' as const) : ('tribunalMainland' as const)]
      : []),
  ]
  return { steps, warnings }
}
