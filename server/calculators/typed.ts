import type { ParsedQs } from 'qs'
import { typedDay } from '../web/typedDay.ts'
import { fieldsOf, type Calculator, type FieldOf } from './fields.ts'

/** What was typed, by the name of the control; nothing that was left empty. */
export type Typed = Record<string, string>

/** The answers in the address: three controls of a date are one day. */
export function typedIn(calculator: Calculator, query: ParsedQs): Typed {
  const typed: Typed = {}
  for (const { name, kind } of fieldsOf(calculator)) {
    const given = kind === 'day' ? typedDay(query, name) : query[name]
    if (typeof given === 'string' && given.trim() !== '') typed[name] = given.trim()
  }
  return typed
}

/** The question as the rules are asked it: `contract.seat` becomes the seat of the contract. */
export function questionFrom(calculator: Calculator, typed: Typed): unknown {
  const question: Tree = {}
  for (const field of fieldsOf(calculator)) {
    const given = typed[field.name]
    if (given !== undefined) put(question, field.name.split('.'), valueOf(field, given))
  }
  const hasParties = calculator !== 'deadline' && calculator !== 'fee'
  return hasParties
    ? {
        ...question,
        ...(calculator === 'clause' && { forum: 'arbitration' }),
        parties: [withSide(question, 0, 'claimant'), withSide(question, 1, 'respondent')],
      }
    : question
}

type Tree = { [name: string]: unknown }

function put(tree: Tree, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) tree[first] = value
  else {
    const branch = isTree(tree[first]) ? tree[first] : {}
    tree[first] = branch
    put(branch, rest, value)
  }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

function withSide({ parties }: Tree, index: number, side: string): Tree {
  const party = isTree(parties) && isTree(parties[index]) ? parties[index] : {}
  const { investors } = party
  return { ...party, id: `p${index + 1}`, side, investors: isTree(investors) ? Object.values(investors) : [] }
}

function valueOf({ kind, name }: FieldOf, given: string): unknown {
  if (kind === 'yes') return given === 'yes'
  const figures = given.normalize('NFKC')
  if (kind === 'number') return /^\d{1,9}$/.test(figures) ? Number(figures) : given
  if (kind === 'days') return figures.split(/[\s,;、]+/).filter(Boolean)
  if (name === 'amount' || name === 'claim.amount') return figures.replaceAll(/[ ,]/g, '')
  return name === 'contract.institution' && given === 'AD_HOC' ? null : given
}

/** The field that a problem belongs to: a list of days is one field, and what is missing whole begins with its first. */
export const fieldAt = (calculator: Calculator, path: readonly PropertyKey[]): string => {
  const names = fieldsOf(calculator).map(({ name }) => name)
  const full = path.map(String)
  const lengths = full.map((_, index) => full.slice(0, full.length - index).join('.'))
  const within = `${full.join('.')}.`
  return lengths.find(name => names.includes(name)) ?? names.find(name => name.startsWith(within)) ?? 'form'
}

/** An address that asks the same again. */
export const linkOf = (calculator: Calculator, typed: Typed): string =>
  `/calculators/${calculator}?${new URLSearchParams(typed).toString()}`
