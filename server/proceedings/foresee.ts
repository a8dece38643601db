import { Temporal } from 'temporal-polyfill'
import type { Data, EventForm, Field } from '../../workflows/fields.ts'
import type { Pathway } from '../../workflows/pathway.ts'
import { Refused, step, type Part, type Saved, type Step } from '../../workflows/step.ts'
import type { Effect, PathwayName, PersonFacts } from '../../workflows/vocabulary.ts'
import {
  documentText,
  freeText,
  partyText,
  pathwayText,
  roleText,
  ruleText,
  stateText,
  taskText,
  type Known,
  type Words,
} from './words.ts'

export type Trial = { pathway: Pathway; saved: Saved; part: Part; type: string; at: string; on: string }

/** The ways an event may turn out, each tried out on the machine: one for every answer that its choices allow. */
export const foresee = (trial: Trial): Step[] =>
  answersTo(trial).flatMap(data => {
    const way = tried(trial, data)
    return way ? [way] : []
  })

/** Whether there is a way with that answer. */
export const isPossible = (trial: Trial, given: Data): boolean =>
  answersTo(trial, given).some(data => tried(trial, data) !== undefined)

function tried({ pathway, saved, part, type, at, on }: Trial, data: Data): Step | undefined {
  const { role, party, agent } = part
  const event = { type, by: role, at, on, data, people }
  try {
    return step(pathway, saved, { ...event, ...(party !== undefined && { party }), ...(agent && { agent }) })
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

const somebody = 'somebody'
const assessors = ['first', 'second', 'third', 'fourth']
const anybody: PersonFacts = {
  listed: ['mediator', 'arbitrator', 'judge', 'lawExpert'],
  origin: 'MAINLAND',
  style: 'facilitative',
  mediatedHere: false,
  satHere: [],
  leftHere: false,
  spokeHere: false,
}
const people: Record<string, PersonFacts> = {
  [somebody]: anybody,
  ...Object.fromEntries(assessors.map(id => [id, { ...anybody, listed: ['juror'] }])),
}
const most = 24
const few = 3

/**
 * Answers to a form: every combination of its choices, whatever fits for the rest; and since one answer may need
 * another, also with each of the answers that may be left out, and with all of them.
 */
function answersTo({ pathway, saved, type, on }: Trial, given: Data = {}): Data[] {
  const form: EventForm = pathway.events[type] ?? {}
  const all = saved.context.parties.filter(({ out }) => !out).map(({ id }) => id)
  const ways = (name: string, field: Field): unknown[] => {
    switch (field.widget) {
      case 'party':
        return name === 'partyId' || name === 'incoming'
          ? saved.context.parties.filter(({ out }) => out).map(({ id }) => id)
          : all
      case 'parties':
        return [all]
      case 'person':
        return saved.context.facts.arbitrators?.length
          ? [somebody, ...saved.context.facts.arbitrators]
          : [somebody]
      case 'people':
        return name === 'jurors' ? [1, 2, 4].map(seats => assessors.slice(0, seats)) : [[somebody]]
      case 'day':
        return [field.time === 'past' ? on : Temporal.PlainDate.from(on).add({ days: 15 }).toString()]
      case 'money':
        return ['1.00']
      case 'word':
        return [...field.words]
      case 'yesNo':
        return [true, false]
      case 'rule':
        return Object.keys(saved.context.clocks)
      case 'lines':
        return [['…']]
      case 'line':
      case 'text':
        return ['…']
      case 'seq':
        return [1]
      case 'record':
        return [{}]
      case 'signatures':
      case 'methods':
        return []
    }
  }
  const open = Object.entries(form).filter(([name]) => !Object.hasOwn(given, name))
  const needed = open.filter(([, { optional }]) => !optional)
  const others = open.filter(([, { optional }]) => optional)
  const together = others.length > 1 ? [others] : []
  return [[], ...others.map(other => [other]), ...together].flatMap(more =>
    [...needed, ...more].reduce<Data[]>(
      (found, [name, field]) =>
        found
          .flatMap(data =>
            ways(name, field)
              .slice(0, field.optional ? few : most)
              .map(value => ({ ...data, [name]: value })),
          )
          .slice(0, most),
      [given],
    ),
  )
}

/** What an event will do whatever is answered, in words. */
export function outcomeTexts(words: Words, known: Known, pathway: Pathway, ways: Step[]): string[] {
  const [first = [], ...rest] = ways.map(way => linesOf(words, known, pathway, way))
  return first.filter(line => rest.every(lines => lines.includes(line)))
}

function linesOf(words: Words, known: Known, pathway: Pathway, { saved, from, effects }: Step): string[] {
  const { t } = words
  const name = saved.context.pathway
  const moves =
    saved.state === from
      ? []
      : [
          t(
            pathway.states[saved.state]?.tag === 'closed'
              ? 'proceedings:effect.closes'
              : 'proceedings:effect.moves',
            {
              state: stateText(words, name, saved.state),
            },
          ),
        ]
  return [...new Set([...moves, ...effects.flatMap(effect => effectText(words, known, name, effect))])]
}

/** Effects that people are told of beforehand; what only keeps the books in order is left out. */
function effectText(words: Words, known: Known, name: PathwayName, effect: Effect): string[] {
  const { t } = words
  if ('rule' in effect) {
    const rule = ruleText(words, effect.rule)
    const whose = effect.party
      ? t('proceedings:effect.of', { rule, party: partyText(words, known, effect.party) })
      : rule
    return [t(`proceedings:effect.${effect.type}`, { rule: whose })]
  }
  if (effect.type === 'openTask') {
    const role = roleText(words, effect.role, name)
    return [t('proceedings:effect.task', { task: taskText(words, effect.kind), role })]
  }
  if (effect.type === 'fee') {
    const { kind } = effect.fee
    const cites = freeText(words, kind)
    const fee = t(`rules:fee.${kind}`)
    return [t(cites === undefined ? 'proceedings:effect.fee' : 'proceedings:effect.free', { fee, cites })]
  }
  if (effect.type === 'open')
    return [t('proceedings:effect.open', { pathway: pathwayText(words, effect.pathway) })]
  if (effect.type === 'document')
    return [t('proceedings:effect.document', { document: documentText(words, effect) })]
  if (effect.type === 'assign')
    return [t('proceedings:effect.assign', { role: roleText(words, effect.role, name) })]
  return []
}
