import { Temporal } from 'temporal-polyfill'
import type { Field } from '../../workflows/fields.ts'
import { splitCitation } from '../../workflows/rules/citations.ts'
import type { Step } from '../../workflows/rules/deadlines.ts'
import { assessFee, feeKinds } from '../../workflows/rules/fees.ts'
import { pathwayNames, type By, type PathwayName, type Seat } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Format } from '../web/format.ts'
import type { Language, Translate } from '../web/language.ts'
import { inLanguage, nameIn } from '../web/names.ts'

/** What it takes to put a proceeding into a reader's words. */
export type Words = { t: Translate; fmt: Format; lang: Language; staff: boolean }

/** Names by id: of the parties of the case, and of people. */
export type Known = { parties: Map<string, Names>; people: Map<string, Names> }

export const pathwayText = ({ t }: Words, pathway: PathwayName) => t(`${pathway}:name`)
export const stateText = ({ t }: Words, pathway: PathwayName, state: string) => t(`${pathway}:state.${state}`)
export const eventText = (
  { t }: Words,
  pathway: PathwayName,
  type: string,
  form: 'title' | 'done' | 'hint',
) => t(`${pathway}:event.${type}.${form}`)

/** A role as this pathway calls it: the claimant of a suit may be called otherwise than that of an arbitration. */
export const roleText = ({ t }: Words, role: By | Seat | 'party', pathway: PathwayName) =>
  t([`roles:${role}.${pathway}`, `roles:${role}`])

export const ruleText = ({ t }: Words, rule: string) => t(`rules:${rule}`)

export const taskText = (words: Words, kind: string) =>
  kind.endsWith('.lapsed')
    ? words.t('tasks:lapsed', { rule: ruleText(words, kind.slice(0, -'.lapsed'.length)) })
    : words.t(`tasks:${kind}`)

export const partyText = ({ lang }: Words, known: Known, id: string): string => {
  const name = known.parties.get(id)
  return name ? inLanguage(name, lang) : id
}

const personText = ({ lang, t }: Words, known: Known, id: string): string => {
  const name = known.people.get(id)
  return name ? inLanguage(name, lang) : t('proceedings:person.unknown')
}

export const named = ({ lang }: Words, names: Names) => nameIn(names, lang)

/**
 * What is missing, by the name of a machine's condition. Conditions that only choose between moves of one event never
 * stand against an act, and have no words.
 */
export const conditionText = (t: Translate, name: string | undefined): string =>
  t([...(name === undefined ? [] : [`conditions:condition.${name}`, `proceedings:condition.${name}`]), other])

const other = 'proceedings:condition.other'

/** 'CPL 85; L7 10' as its articles: in full for parties, short for those who work with them. */
export const citesOf = (words: Words, basis: string): string[] =>
  basis
    .split(/;\s*/)
    .filter(Boolean)
    .map(one => citeText(words, one))

/** Several articles, as a sentence lists them. */
export const citedText = (words: Words, basis: string): string =>
  citesOf(words, basis).join(words.t('proceedings:cite.next'))

/** The articles by which nothing is charged for a kind of fee, where nothing is. */
export function freeText(words: Words, kind: string): string | undefined {
  const known = feeKinds.find(each => each === kind)
  if (!known) return undefined
  const { fee, basis } = assessFee({ kind: known })
  return fee?.minor === 0 ? citedText(words, basis.join('; ')) : undefined
}

export function citeText({ t, lang, staff }: Words, citation: string): string {
  const { law, article } = splitCitation(citation)
  const whole = t(`rules:law.${law}`, { defaultValue: law })
  const name = staff ? t(`rules:short.${law}`, { defaultValue: whole }) : whole
  if (article === '') return name
  const listed =
    lang === 'en' ? article : article.replace(/^s\./, '').replaceAll(', ', t('proceedings:comma'))
  if (staff) return t('proceedings:cite.short', { law: name, article: listed })
  if (article.startsWith('s.'))
    return t('proceedings:cite.section', { law: name, article: listed.replace('s.', '') })
  return t(`proceedings:cite.${/[,–-]/.test(article) ? 'articles' : 'article'}`, {
    law: name,
    article: listed,
  })
}

/** One step of the reckoning of a date, its days written as days are written. */
export function stepText({ t, fmt }: Words, { step, basis: _, ...params }: Step): string {
  const written: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params)) written[name] = writtenDay(fmt, value)
  return t(`rules:step.${step}`, written)
}

function writtenDay(fmt: Format, value: string | number): string | number {
  if (typeof value !== 'string') return value
  if (isDay(value)) return fmt.day(value)
  return /^\d{4}-\d\d-\d\dT/.test(value) ? fmt.instant(value) : value
}

export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** What a document is; what somebody handed in has a name of its own. */
export const documentText = ({ t }: Words, { kind, name }: { kind: string; name?: string | null }) =>
  name ?? t(`proceedings:document.${kind}`, { defaultValue: t('proceedings:document.other') })

/** The word of a closed list, as the event, the field or everybody calls it. */
export const wordText = ({ t }: Words, type: string, name: string, word: string): string =>
  t([`fields:value.${type}.${word}`, `fields:value.${name}.${word}`, `fields:value.${word}`], {
    defaultValue: word,
  })

export const labelText = ({ t }: Words, type: string, name: string): string =>
  t([`fields:${type}.${name}`, `fields:${name}`])

/** What somebody answered to one field, as one line. */
export function valueText(
  words: Words,
  known: Known,
  { type, name, field }: { type: string; name: string; field: Field },
  value: unknown,
  currency: string,
): string {
  const { t, fmt } = words
  const list = (texts: string[]) => texts.join(t('proceedings:comma'))
  switch (field.widget) {
    case 'party':
      return partyText(words, known, String(value))
    case 'parties':
      return list(textsIn(value).map(id => partyText(words, known, id)))
    case 'person':
      return personText(words, known, String(value))
    case 'people':
      return list(textsIn(value).map(id => personText(words, known, id)))
    case 'day':
      return isDay(value) ? fmt.day(value) : String(value)
    case 'money':
      return moneyText(words, String(value), currency)
    case 'word':
      return wordText(words, type, name, String(value))
    case 'yesNo':
      return value === true ? t('form.yes') : t('form.no')
    case 'rule':
      return t(`rules:${String(value)}`, { defaultValue: String(value) })
    case 'lines':
      return list(textsIn(value))
    case 'signatures':
      return list(
        rowsIn(value).map(({ party, on }) => `${partyText(words, known, party ?? '')} ${dayIn(words, on)}`),
      )
    case 'methods':
      return list(
        rowsIn(value).map(({ party, method, sentOn }) =>
          t('proceedings:sentBy', {
            party: partyText(words, known, party ?? ''),
            method: wordText(words, type, 'method', method ?? ''),
            day: dayIn(words, sentOn),
          }),
        ),
      )
    case 'record':
      return ''
    case 'line':
    case 'text':
      return writtenText(words, known, name, String(value))
    case 'seq':
      return String(value)
  }
}

/** What somebody wrote stays as it is; what the clock and other proceedings write are ids, which have words. */
function writtenText(words: Words, known: Known, name: string, written: string): string {
  if (name === 'party' && known.parties.has(written)) return partyText(words, known, written)
  if (name === 'reason' || name === 'law' || name === 'outcome' || name === 'court')
    return wordText(words, '', name, written)
  if (name !== 'state') return written
  return words.t(
    pathwayNames.map(pathway => `${pathway}:state.${written}`),
    { defaultValue: written },
  )
}

/** A decimal amount as typed, written as money is written. */
const moneyText = ({ fmt }: Words, typed: string, currency: string): string => {
  const [whole = '0', part = ''] = typed.split('.')
  return /^\d+$/.test(whole) ? fmt.money(whole + part.padEnd(2, '0').slice(0, 2), currency) : typed
}

const dayIn = ({ fmt }: Words, day: string | undefined) => (isDay(day) ? fmt.date(day) : '')

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []

const rowsIn = (value: unknown): Record<string, string>[] => (Array.isArray(value) ? value.filter(isRow) : [])

const isRow = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null

export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days
