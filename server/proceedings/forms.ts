import { Temporal } from 'temporal-polyfill'
import { schemaOf, type Data, type Field } from '../../workflows/fields.ts'
import type { Asked } from './controls.ts'
import { optionsFor } from './controls.ts'
import { isDay, labelText } from './words.ts'

/** A form as a browser sends it. */
export type Body = Record<string, unknown>
export type FieldError = { key: string; values?: Record<string, string | number> }
export type Read = { ok: true; data: Data } | { ok: false; errors: Record<string, FieldError> }

/** Reads what was typed against the event's own form; days are held against today and the day of opening. */
export function readForm(asked: Asked, body: Body): Read {
  const data: Record<string, unknown> = {}
  const errors: Record<string, FieldError> = {}
  for (const [name, field] of Object.entries(asked.form)) {
    if (field.byLot) continue
    const answer = read(asked, name, field, body)
    if ('error' in answer) errors[answer.at ?? asked.prefix + name] = answer.error
    else if (answer.value !== undefined) data[name] = answer.value
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const whole = schemaOf(asked.form).safeParse(data)
  if (whole.success) return { ok: true, data: whole.data }
  const [{ path } = { path: [] }] = whole.error.issues
  return { ok: false, errors: { [asked.prefix + String(path[0] ?? 'form')]: { key: 'unknown' } } }
}

/** The words of errors, by field. */
export const errorTexts = (asked: Asked, errors: Record<string, FieldError>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([at, { key, values }]) => {
      const name = at.slice(asked.prefix.length).split('.')[0] ?? at
      const field = asked.form[name] ? labelText(asked.words, asked.type, name) : name
      return [at, asked.words.t(`errors:${key}`, { field, ...values })]
    }),
  )

/** What is typed into the form to begin with: what is given, else today for a day that has been. */
export function valuesFor(asked: Asked, given: Record<string, unknown> = {}): Body {
  const values: Body = {}
  for (const [name, field] of Object.entries(asked.form)) {
    const at = asked.prefix + name
    const value = given[name]
    if (field.widget === 'yesNo') values[at] = value === true ? 'yes' : value === false ? 'no' : undefined
    else if (field.widget === 'signatures' || field.widget === 'methods') {
      for (const row of Array.isArray(value) ? value.filter(isRow) : []) {
        const { party, ...answers } = row
        for (const [key, answer] of Object.entries(answers)) values[`${at}.${String(party)}.${key}`] = answer
      }
    } else if (value !== undefined) values[at] = value
    else if (field.widget === 'day' && field.time === 'past' && !field.optional) values[at] = asked.today
  }
  return values
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type Answer = { value: unknown } | { error: FieldError; at?: string }

const nothing: Answer = { value: undefined }
const wrong = (key: string, values?: FieldError['values'], at?: string): Answer => ({
  error: { key, ...(values && { values }) },
  ...(at !== undefined && { at }),
})

function read(asked: Asked, name: string, field: Field, body: Body): Answer {
  const at = asked.prefix + name
  switch (field.widget) {
    case 'day':
      return readDay(asked, at, field, body)
    case 'parties':
    case 'people':
      return readSeveral(asked, name, field, textsIn(body[at]))
    case 'party':
    case 'person':
    case 'word':
    case 'rule':
      return readOne(asked, name, field, textOf(body[at]))
    case 'yesNo': {
      const typed = textOf(body[at])
      if (typed === 'yes' || typed === 'no') return { value: typed === 'yes' }
      return typed === '' && field.optional ? nothing : wrong('choose')
    }
    case 'lines': {
      const lines = textsIn(body[at])
        .flatMap(typed => typed.split('\n'))
        .map(line => line.trim())
        .filter(Boolean)
      return lines.length === 0 ? missing(field, 'required') : checked(field, lines)
    }
    case 'money': {
      const typed = textOf(body[at]).normalize('NFKC').replaceAll(' ', '')
      if (typed === '') return missing(field, 'required')
      return field.schema.safeParse(typed).success ? { value: typed.replaceAll(',', '') } : wrong('money')
    }
    case 'signatures':
    case 'methods':
      return readRows(asked, at, name, field, body)
    case 'seq': {
      const typed = textOf(body[at])
      return /^\d{1,9}$/.test(typed) ? { value: Number(typed) } : wrong('number')
    }
    case 'line':
    case 'text': {
      const typed = textOf(body[at])
      return typed === '' ? missing(field, 'required') : checked(field, typed)
    }
    case 'record':
      return wrong('unknown')
  }
}

const missing = ({ optional }: Field, key: string): Answer => (optional ? nothing : wrong(key))

/** A text as its field's own schema has it. */
function checked({ schema }: Field, typed: unknown): Answer {
  const result = schema.safeParse(typed)
  if (result.success) return { value: typed }
  const [issue] = result.error.issues
  if (issue?.code === 'too_big')
    return wrong(issue.origin === 'array' ? 'tooMany' : 'tooLong', { max: Number(issue.maximum) })
  return wrong('nul')
}

function readOne(asked: Asked, name: string, field: Field, typed: string): Answer {
  if (typed === '') return missing(field, 'choose')
  return optionsFor(asked, name, field).some(({ value }) => value === typed)
    ? { value: typed }
    : wrong('unknown')
}

function readSeveral(asked: Asked, name: string, field: Field, typed: string[]): Answer {
  // At a hearing there may be nobody.
  if (typed.length === 0 && name !== 'present') return missing(field, 'chooseSome')
  const options = optionsFor(asked, name, field)
  return typed.every(one => options.some(({ value }) => value === one))
    ? checked(field, [...new Set(typed)])
    : wrong('unknown')
}

function readDay(asked: Asked, at: string, { optional, time }: Field, body: Body): Answer {
  const day = dayTyped(body, at)
  if (day === undefined) return optional ? nothing : wrong('date')
  if (day === null) return wrong('date')
  const { fmt } = asked.words
  if (time === 'past' && day > asked.today) return wrong('futureDate', { today: fmt.date(asked.today) })
  if (time === 'past' && asked.openedOn !== undefined && day < asked.openedOn)
    return wrong('notBefore', { limit: fmt.date(asked.openedOn) })
  if (time === 'future' && day < asked.today) return wrong('notBefore', { limit: fmt.date(asked.today) })
  return { value: day }
}

/** Day, month and year, or the whole day at once. Undefined where nothing was typed, null where it is no day. */
function dayTyped(body: Body, at: string): string | undefined | null {
  const [year, month, day] = ['year', 'month', 'day'].map(part =>
    textOf(body[`${at}-${part}`]).normalize('NFKC'),
  )
  const whole = textOf(body[at])
  if (!year && !month && !day)
    return whole === '' ? undefined : isDay(whole) ? realDay(whole.split('-')) : null
  return realDay([year, month, day])
}

function realDay([year = '', month = '', day = '']: (string | undefined)[]): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** One row for each party: those left empty are not sent. */
function readRows(asked: Asked, at: string, name: string, field: Field, body: Body): Answer {
  const rows: object[] = []
  const dayName = name === 'methods' ? 'sentOn' : 'on'
  for (const { id } of asked.context?.parties ?? []) {
    const row = `${at}.${id}`
    const method = textOf(body[`${row}.method`])
    const day = readDay(asked, `${row}.${dayName}`, { ...field, optional: true, time: 'past' }, body)
    if ('error' in day) return { ...day, at: `${row}.${dayName}` }
    if (day.value === undefined && method === '') continue
    if (day.value === undefined) return wrong('date', {}, `${row}.${dayName}`)
    if (name === 'methods' && method === '') return wrong('choose', {}, `${row}.method`)
    rows.push({ party: id, ...(name === 'methods' && { method }), [dayName]: day.value })
  }
  return rows.length === 0 ? missing(field, 'required') : { value: rows }
}

const textOf = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '')
export const textsIn = (typed: unknown): string[] =>
  [typed].flat().flatMap(one => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []))
