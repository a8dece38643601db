import { missedRules } from '../../workflows/conditions.ts'
import type { EventForm, Field } from '../../workflows/fields.ts'
import type { Context, PathwayName, Role } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Language } from '../web/language.ts'
import { labelText, named, ruleText, wordText, type Known, type Words } from './words.ts'

export type Option = { value: string; text: string; lang?: Language; hint?: string }

/** A control of a page: which mixin draws it, and what the mixin is told. */
export type Control = {
  kind:
    'radios' | 'checkboxes' | 'select' | 'date' | 'money' | 'input' | 'textarea' | 'lines' | 'yesNo' | 'group'
  name: string
  label: string
  lang?: Language
  optional?: boolean
  hint?: string
  options?: Option[]
  currency?: string
  controls?: Control[]
}

/** An event that somebody is asked about, with all that the questions need. */
export type Asked = {
  words: Words
  known: Known
  pathway: PathwayName
  type: string
  form: EventForm
  /** Not known to those who only see the register. */
  context: Context | null
  currency: string
  today: string
  /** Days in the past are not before it. */
  openedOn?: string
  /** The party that acts. */
  party?: string
  people: Map<string, { id: string; name: Names; organisation?: Names }[]>
  /** What stands before the names of its fields: a correction asks for another event's fields inside its own. */
  prefix: '' | 'data.'
}

export const controlsOf = (asked: Asked): Control[] =>
  Object.entries(asked.form).flatMap(([name, field]) => (field.byLot ? [] : [controlOf(asked, name, field)]))

function controlOf(asked: Asked, name: string, field: Field): Control {
  const { words, type } = asked
  const hint = hintOf(asked, name, field)
  const common = {
    name: asked.prefix + name,
    label: labelText(words, type, name),
    ...(field.optional && { optional: true }),
    ...(hint !== '' && { hint }),
  }
  switch (field.widget) {
    case 'day':
      return { kind: 'date', ...common }
    case 'money':
      return { kind: 'money', ...common, currency: asked.currency }
    case 'yesNo':
      return { kind: 'yesNo', ...common }
    case 'text':
      return { kind: 'textarea', ...common }
    case 'lines':
      return { kind: 'lines', ...common }
    case 'parties':
    case 'people':
      return { kind: 'checkboxes', ...common, options: optionsFor(asked, name, field) }
    case 'party':
    case 'person':
    case 'word':
    case 'rule': {
      const options = optionsFor(asked, name, field)
      const short = options.length <= 8 && field.widget !== 'person'
      return { kind: short ? 'radios' : 'select', ...common, options }
    }
    case 'signatures':
    case 'methods':
      return { kind: 'group', ...common, controls: rowsOf(asked, name, field) }
    case 'line':
    case 'seq':
    case 'record':
      return { kind: 'input', ...common }
  }
}

/** What may be chosen: the same list draws the control and checks the answer. */
export function optionsFor(asked: Asked, name: string, { widget, words: closed }: Field): Option[] {
  const { words, type, context } = asked
  if (widget === 'word') return closed.map(word => ({ value: word, text: wordText(words, type, name, word) }))
  if (widget === 'rule') return missed(asked).map(rule => ({ value: rule, text: ruleText(words, rule) }))
  if (widget === 'party' || widget === 'parties') {
    const newcomers = name === 'partyId' || name === 'incoming'
    const choice = (context?.parties ?? []).filter(({ out }) => out === newcomers)
    return choice.map(({ id }) => partyOption(asked, id))
  }
  return (asked.people.get(name) ?? []).map(({ id, name: own, organisation }) => {
    const { text, lang } = named(words, own)
    return { value: id, text: organisation ? `${text}, ${named(words, organisation).text}` : text, lang }
  })
}

/** Periods that may be restored (CPL 86). */
const missed = ({ context, party }: Asked) => (context ? missedRules(context, party) : [])

function partyOption({ words, known, context }: Asked, id: string): Option {
  const { text, lang } = named(words, known.parties.get(id) ?? { en: id })
  const done = ['served', 'defended', 'responded', 'signed', 'consented'].filter(mark =>
    context?.marks[mark]?.includes(id),
  )
  return {
    value: id,
    text,
    lang,
    ...(done.length > 0 && { hint: done.map(mark => words.t(`proceedings:mark.${mark}`)).join(' · ') }),
  }
}

function rowsOf(asked: Asked, name: string, field: Field): Control[] {
  const { words, known, type, context } = asked
  const parties = (context?.parties ?? []).filter(({ out }) => !out)
  const unserved = parties.filter(
    ({ id, side }) => side !== 'claimant' && !context?.marks.served?.includes(id),
  )
  return (name === 'methods' ? unserved : parties).flatMap(({ id }): Control[] => {
    const { text, lang } = named(words, known.parties.get(id) ?? { en: id })
    const row = `${asked.prefix}${name}.${id}`
    const optional = field.optional
    const day = name === 'methods' ? 'sentOn' : 'on'
    const date: Control = { kind: 'date', name: `${row}.${day}`, label: text, lang, optional }
    if (name !== 'methods') return [date]
    const ways = ['inPerson', 'post', 'email', 'electronic', 'arrangement', 'publication']
    const options = ways.map(way => ({ value: way, text: wordText(words, type, 'method', way) }))
    const method = words.t('proceedings:methodFor', { party: text })
    const sent = words.t('proceedings:sentTo', { party: text })
    return [
      { kind: 'select', name: `${row}.method`, label: method, optional, options },
      { ...date, label: sent },
    ]
  })
}

function hintOf(asked: Asked, name: string, field: Field): string {
  const { words, type } = asked
  const owed = field.widget === 'money' && isPayment(type) ? outstanding(asked) : []
  if (owed.length > 0)
    return words.t('proceedings:outstanding', { amounts: owed.join(words.t('proceedings:comma')) })
  const hint = words.t([`fields:${type}.${name}.hint`, `fields:${name}.hint`], { defaultValue: '' })
  return hint !== '' ? hint : field.widget === 'lines' ? words.t('form.lines') : ''
}

const isPayment = (type: string) => type.startsWith('pay')

/** What is still to be paid, stage by stage. */
function outstanding({ context, words, party }: Asked): string[] {
  if (!context) return []
  const stages = new Map<string, { minor: number; currency: string }>()
  for (const { stage, payer, minor, currency } of context.fees) {
    if (party !== undefined && payer !== null && payer !== party) continue
    const key = stage ?? ''
    stages.set(key, { minor: (stages.get(key)?.minor ?? 0) + minor, currency })
  }
  for (const { stage, payer, minor } of context.paid) {
    if (party !== undefined && payer !== null && payer !== party) continue
    const owed = stages.get(stage)
    if (owed) owed.minor -= minor
  }
  return [...stages]
    .filter(([, { minor }]) => minor > 0)
    .map(([stage, { minor, currency }]) => {
      const money = words.fmt.money(minor, currency)
      return stage === '' ? money : `${money} (${wordText(words, '', 'stage', stage)})`
    })
}

/** In which list the people are found whom a field may name; `assigned` are those who sit here already. */
export function listFor(type: string, name: string): Role | 'assigned' {
  if (name === 'against' || type === 'challengeArbitrator' || type === 'replaceArbitrator') return 'assigned'
  if (name === 'mediator') return 'mediator'
  if (name === 'expert') return 'lawExpert'
  return name === 'arbitrator' || name === 'arbitrators' ? 'arbitrator' : 'judge'
}
