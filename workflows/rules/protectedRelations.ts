import { choiceInSuit, inTime, type Asked } from './choiceOfLaw.ts'
import type { LawQuestion, PartyInLaw, relations, Subject } from './facts.ts'
import type { Warning, Why } from './findings.ts'
import { commonPlace } from './places.ts'

export type Relation = (typeof relations)[number]

export type Connected = {
  /** Null where the fact that decides is missing; it is then among the needs. */
  law: string | null
  steps: Why[]
  warnings: Warning[]
  needs: string[]
  /** Whether a choice of the parties counts here. */
  chosen: boolean
}

const relationsBySubject: Partial<Record<Subject, Relation>> = {
  immovable: 'realRight',
  consumer: 'consumer',
  employment: 'employment',
  tort: 'tort',
}

/** A sale or lease of land is a contract; only the right in the land itself is a real right (GL-14). */
export const relationOf = ({ contract, subject }: Pick<LawQuestion, 'contract' | 'subject'>): Relation =>
  contract.relation ?? relationsBySubject[contract.kind ?? subject ?? 'other'] ?? 'contract'

/** Joint ventures and natural resources: Mainland law and courts only, if performed there; they may still arbitrate (GL-12). */
export const isVentureInMainland = ({ contract, subject }: Pick<LawQuestion, 'contract' | 'subject'>) =>
  ventures.includes(contract.kind ?? subject ?? 'other') && (contract.performedIn ?? 'CN') === 'CN'

const ventures: Subject[] = ['equityJointVenture', 'cooperativeJointVenture', 'naturalResources']

/** The law for relations whose law parties may not choose, or only within limits (GL-14). */
export function protectedLaw(relation: Exclude<Relation, 'contract'>, given: Asked): Connected {
  const found = rules[relation](given)
  const { chosenLaw } = given.contract
  const ignored = chosenLaw !== undefined && !found.chosen && chosenLaw !== found.law
  return { ...found, warnings: [...found.warnings, ...(ignored ? (['choiceIgnored'] as const) : [])] }
}

const connected = (
  step: string,
  article: string,
  law: string | undefined,
  need: string,
  { chosen = false, warnings = [] }: { chosen?: boolean; warnings?: Warning[] } = {},
): Connected => ({
  law: law ?? null,
  steps: [{ step, basis: ['GL-14', article], ...(law !== undefined && { law }) }],
  warnings,
  needs: law === undefined ? [need] : [],
  chosen,
})

/** What was chosen once the thing had happened: by all in the suit and in time, or on a day after it. */
function chosenAfterEvent(asked: Asked): string | undefined {
  const suit = choiceInSuit(asked)
  if (suit && suit.step !== 'pleadedByOne' && inTime(asked)) return suit.law
  const { chosenLaw, choiceMadeOn, occurredOn } = asked.contract
  return choiceMadeOn !== undefined && occurredOn !== undefined && choiceMadeOn > occurredOn
    ? chosenLaw
    : undefined
}

/** Why a choice that was made does not count. */
const uncounted = (asked: Asked): Warning[] => [
  ...(asked.contract.chosenLaw === undefined ? [] : (['choiceBeforeEvent'] as const)),
  ...(asked.agreedLaw === undefined || inTime(asked) ? [] : (['choiceTooLate'] as const)),
]

const mainParties = (parties: readonly PartyInLaw[]) => parties.filter(({ side }) => side !== 'thirdParty')

const rules: Record<Exclude<Relation, 'contract'>, (given: Asked) => Connected> = {
  realRight: ({ contract }) =>
    connected('whereLandLies', 'L3 36', contract.subjectMatterIn ?? contract.performedIn, 'subjectMatterIn'),

  consumer({ contract, parties }) {
    const supply = contract.suppliedIn ?? contract.performedIn
    const bySupply = contract.consumerChoosesSupply === true
    if (bySupply || contract.traderActiveAtResidence === false) {
      return connected(bySupply ? 'consumerChose' : 'traderNotThere', 'L3 42', supply, 'suppliedIn', {
        chosen: bySupply,
      })
    }
    const people = parties.filter(({ kind }) => kind === 'person')
    const consumer =
      parties.find(({ id }) => id === contract.consumer) ?? (people.length === 1 ? people[0] : undefined)
    return connected('consumerLives', 'L3 42', consumer?.domicile, 'consumer')
  },

  employment({ contract, parties }) {
    const workplace = contract.workplace ?? contract.performedIn
    if (workplace !== undefined) return connected('placeOfWork', 'L3 43', workplace, 'workplace')
    const employer = parties.find(({ id }) => id === contract.employer)
    return connected('employersBusiness', 'L3 43', employer?.domicile, 'workplace')
  },

  companyAffairs: ({ contract: { companyBusinessIn, companyRegisteredIn } }) =>
    companyBusinessIn !== undefined && companyBusinessIn !== companyRegisteredIn
      ? connected('companyBusiness', 'L3 14', companyBusinessIn, 'companyRegisteredIn')
      : connected('companyRegistered', 'L3 14', companyRegisteredIn, 'companyRegisteredIn'),

  ipOwnership: ({ contract }) => connected('whereProtected', 'L3 48', contract.protectionIn, 'protectionIn'),

  ipInfringement(given) {
    // Only the law of the court may be chosen, and only afterwards.
    if (chosenAfterEvent(given) === 'CN') {
      return connected('courtsLawChosen', 'L3 50', 'CN', 'protectionIn', { chosen: true })
    }
    return connected('whereProtected', 'L3 50', given.contract.protectionIn, 'protectionIn', {
      warnings: uncounted(given),
    })
  },

  tort(given) {
    const { contract, parties } = given
    const after = chosenAfterEvent(given)
    if (after !== undefined) return connected('chosenAfterEvent', 'L3 44', after, '', { chosen: true })
    const warnings = uncounted(given)
    const common = commonPlace(mainParties(parties).map(({ domicile }) => domicile))
    if (common !== undefined) return connected('commonResidence', 'L3 44', common, '', { warnings })
    return connected('placeOfTort', 'L3 44', contract.occurredIn ?? contract.performedIn, 'occurredIn', {
      warnings,
    })
  },
}
