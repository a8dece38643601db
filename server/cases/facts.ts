import { parseMoney } from '../../workflows/rules/fees.ts'
import { roleText, wordText, type Words } from '../proceedings/words.ts'
import { inLanguage } from '../web/names.ts'
import type { CaseRow, Standing } from './seenQueries.ts'
import type { Papers } from './showQueries.ts'

export type FactRow = [label: string, value: string, lang?: string]

type Word =
  | 'procedure'
  | 'kind'
  | 'seat'
  | 'instrument'
  | 'venue'
  | 'law'
  | 'type'
  | 'phase'
  | 'arbitration'
  | 'assetKind'

/** What a reader wants to know of a case at a glance; what does not apply or is not known is left out. */
export function factsOf(words: Words, thisCase: CaseRow, focus: Standing, { assigned }: Papers): FactRow[] {
  const { t, fmt, lang, staff } = words
  const facts = focus.context?.facts ?? {}
  const fact = (name: Word): (string | undefined)[] => {
    const word = facts[name]
    const none = word === undefined || word === 'none'
    return [t(`facts:${name}`), none ? undefined : wordText(words, '', name, word)]
  }
  const people = (role: 'mediator' | 'judge' | 'arbitrator' | 'juror'): string[] => {
    const names = assigned.filter(each => each.role === role).map(({ name }) => inLanguage(name, lang))
    return [roleText(words, role, focus.pathway), names.join(t('proceedings:comma'))]
  }
  // In a panel of seven the assessors have no vote on the law (L23 22).
  const jurors = (): string[] => {
    const [label = '', names = ''] = people('juror')
    return [label, facts.jurors?.length === 4 ? t('facts:jurorsVoteOnFacts', { names }) : names]
  }
  const money = (amount: string | undefined) => {
    if (amount === undefined || !focus.context) return undefined
    const { minor, currency } = parseMoney(amount, focus.context.claim.currency)
    return fmt.money(minor, currency)
  }
  const day = (on: string | null | undefined) => (on ? fmt.date(on) : undefined)
  const rows: (string | undefined)[][] = [
    [t('case:fact.number'), staff ? undefined : thisCase.reference],
    [t('facts:caseNumber'), facts.caseNumber, 'zh-Hans'],
    [t('case:fact.claim'), fmt.money(thisCase.claim_minor, thisCase.currency)],
    fact('procedure'),
    fact('kind'),
    fact('seat'),
    fact('law'),
    fact('type'),
    fact('phase'),
    fact('arbitration'),
    fact('assetKind'),
    [t('facts:expiresOn'), day(facts.expiresOn)],
    fact('instrument'),
    fact('venue'),
    [t('facts:due'), money(facts.due)],
    [t('facts:collected'), money(facts.collected)],
    people('mediator'),
    people('judge'),
    jurors(),
    people('arbitrator'),
    [t('case:fact.handledBy'), inLanguage(focus.organisation.name, lang)],
    [t('case:fact.filed'), day(thisCase.filed_on)],
    [t('case:fact.closed'), day(focus.closed_on)],
    [t('facts:performBy'), day(facts.performBy)],
    [t('case:fact.language'), staff ? wordText(words, '', 'language', thisCase.language) : undefined],
  ]
  return rows.flatMap(([label, value, own]): FactRow[] =>
    label && value ? [own === undefined ? [label, value] : [label, value, own]] : [],
  )
}
