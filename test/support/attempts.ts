import { Temporal } from 'temporal-polyfill'
import { schemaOf, type Data, type EventForm, type Field } from '../../workflows/fields.ts'
import { admits, type Guard, type Pathway } from '../../workflows/pathway.ts'
import { formatMinor } from '../../workflows/rules/fees.ts'
import { guardsOf, type Saved } from '../../workflows/step.ts'
import { roles, type By, type Context, type Envelope, type PersonFacts } from '../../workflows/vocabulary.ts'

/** Where a proceeding stands on some day. */
export type Place = { saved: Saved; on: string }

/** Everything that somebody might plausibly do next, whether or not it is possible. */
export function attempts(pathway: Pathway, { saved, on }: Place): Envelope[] {
  return Object.entries(pathway.events).flatMap(([type, form]) => {
    const guards = guardsOf(pathway, saved.state, type)
    if (guards.length === 0 || type === 'deadlineLapsed') return []
    const filled = filledIn(form, saved.context, on)
    return actors(saved.context, guards).flatMap(actor => filled.map(data => envelope(type, actor, data, on)))
  })
}

/** The lapse of every period that runs. */
export const lapses = ({ saved, on }: Place): Envelope[] =>
  clocksOf(saved.context, 'armed').map(({ rule, party }) => lapse(rule, party, on))

export const lapse = (rule: string, party: string, on: string): Envelope =>
  envelope('deadlineLapsed', { by: 'clock' }, { rule, dueOn: on, ...(party && { party }) }, on)

export const clocksOf = ({ clocks }: Context, ...statuses: string[]) =>
  Object.entries(clocks).flatMap(([rule, whose]) =>
    Object.entries(whose)
      .filter(([, status]) => statuses.includes(status))
      .map(([party, status]) => ({ rule, party, status })),
  )

export const later = (on: string, days: number) => Temporal.PlainDate.from(on).add({ days }).toString()

type Actor = { by: By; party?: string }

/** Whoever a row from here admits: each party for itself, everybody else once. */
function actors(context: Context, guards: readonly Guard[]): Actor[] {
  const everyone: Actor[] = [
    ...context.parties.map(({ id, side }) => ({ by: side, party: id })),
    { by: 'thirdParty' },
    ...roles.filter(role => !['claimant', 'respondent', 'thirdParty'].includes(role)).map(by => ({ by })),
    { by: 'system' },
  ]
  return everyone.filter(({ by }) => guards.some(guard => admits(guard.by, by)))
}

const envelope = (type: string, actor: Actor, data: Data, on: string): Envelope => ({
  type,
  ...actor,
  person: 'a1',
  at: `${on}T01:00:00Z`,
  on,
  data,
  people,
})

const qualified: PersonFacts = {
  listed: ['mediator', 'arbitrator', 'lawExpert'],
  origin: null,
  style: 'facilitative',
  mediatedHere: false,
  satHere: [],
  leftHere: false,
  spokeHere: false,
}
const assessor: PersonFacts = { ...qualified, listed: ['juror'] }
const people: Record<string, PersonFacts> = {
  a1: qualified,
  a2: qualified,
  a3: qualified,
  a4: qualified,
  a5: assessor,
  a6: assessor,
}

/**
 * The form filled in in several plausible ways: every combination, or where those are many, the least that it needs and
 * then one field at a time.
 */
function filledIn(form: EventForm, context: Context, on: string): Data[] {
  const fields = Object.entries(form).map(
    ([name, field]) => [name, plausible(name, field, context, on), field.optional] as const,
  )
  const combinations = fields.reduce(
    (count, [, values, optional]) => count * (values.length + Number(optional)),
    1,
  )
  if (combinations <= 12) {
    // What is needed varies first: only the first few answers may be gone on from.
    return [...fields]
      .sort(([, , a], [, , b]) => Number(b) - Number(a))
      .reduce<Form[]>(
        (forms, [name, values, optional]) =>
          forms.flatMap(form => [
            ...(optional ? [form] : []),
            ...values.map(value => ({ ...form, [name]: value })),
          ]),
        [{}],
      )
      .map(filled => schemaOf(form).parse(filled))
  }
  const least: Form = Object.fromEntries(
    fields.flatMap(([name, [first], optional]) => (optional ? [] : [[name, first]])),
  )
  const longest = Math.max(...fields.map(([, values]) => values.length))
  const varied = Array.from({ length: longest }, (_, nth) =>
    fields.flatMap(([name, values]) => (nth < values.length ? [{ ...least, [name]: values[nth] }] : [])),
  )
  return [least, ...varied.flat()].map(filled => schemaOf(form).parse(filled))
}

type Form = Record<string, unknown>

function plausible(name: string, field: Field, context: Context, on: string): unknown[] {
  const inPlay = context.parties.filter(({ out }) => !out).map(({ id }) => id)
  const outside = context.parties.filter(({ out }) => out).map(({ id }) => id)
  const ofSide = (side: string) =>
    context.parties.filter(party => party.side === side && !party.out).map(({ id }) => id)
  switch (field.widget) {
    case 'party':
      return name === 'partyId' || name === 'incoming' ? [...outside, ...inPlay.slice(0, 1)] : inPlay
    case 'parties':
      return [inPlay, ofSide('claimant'), ofSide('respondent')]
    case 'person':
      return ['a1', 'a4']
    case 'people':
      return name === 'jurors' ? [['a5', 'a6'], ['a5']] : [['a1'], ['a2', 'a3'], ['a1', 'a2', 'a3']]
    case 'day':
      if (field.time !== 'future') return [on]
      return name === 'until' ? [later(on, 4), later(on, 400)] : [later(on, 4), later(on, 16)]
    case 'money':
      return [...new Set([...outstanding(context), '1000000.00', '50000000.00'])]
    case 'word':
      return [...field.words]
    case 'yesNo':
      return [true, false]
    case 'line':
    case 'text':
      return name === 'court' ? ['QIANHAI', 'SHENZHEN_INTERMEDIATE'] : ['QIANHAI']
    case 'lines':
      return [['One', 'Two']]
    case 'rule':
      return [...new Set(['trial.ordinary', ...clocksOf(context, 'lapsed').map(({ rule }) => rule)])]
    case 'signatures':
      return [inPlay.map(party => ({ party, on }))]
    case 'methods':
      return [[], inPlay.flatMap(party => ways.map(method => ({ party, method, sentOn: on })))]
    case 'record':
      return [{}]
    case 'seq':
      return [1]
  }
}

const ways = ['inPerson', 'post', 'arrangement']

function outstanding({ fees, paid }: Context): string[] {
  const owed = new Map<string, number>()
  for (const { stage, payer, minor } of fees) add(`${stage ?? 'case'} ${payer ?? ''}`, minor)
  for (const { stage, payer, minor } of paid) add(`${stage} ${payer ?? ''}`, -minor)
  return [...owed.values()].filter(minor => minor > 0).map(formatMinor)

  function add(key: string, minor: number) {
    owed.set(key, (owed.get(key) ?? 0) + minor)
  }
}
