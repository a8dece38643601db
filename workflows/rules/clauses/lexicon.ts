import { countries } from './countries.ts'
import { plain } from './scripts.ts'
import { subdivisions } from './subdivisions.ts'
import { tokens, wordAt, type Token } from './tokens.ts'

/** A place with a law of its own, as a text names it. */
export type Place = {
  code: string
  /** Such as `English`: says whose law it is, but is no place. */
  adjective: boolean
  /** Its first and its last position in the text, or in the tokens. */
  start: number
  end: number
}

type Name = { key: string[]; code: string; adjective: boolean; upper: boolean }

const rows = [countries, subdivisions].flatMap(table =>
  table
    .split('\n')
    .filter(line => line.includes('|'))
    .map(line => {
      const [code = '', names = '', adjectives = '', chinese = ''] = line.split('|')
      return { code, names: list(names), adjectives: list(adjectives), chinese: list(chinese) }
    }),
)

function list(cell: string): string[] {
  return cell.split('; ').filter(Boolean)
}

const english = new Map<string, Name[]>()
for (const { code, names, adjectives } of rows) {
  for (const name of [...names, ...adjectives]) {
    const key = tokens(name).map(({ lower }) => lower)
    const upper = /^[A-Z]\.?[A-Z]\.?$/.test(name)
    const entry = { key, code, adjective: adjectives.includes(name), upper }
    const first = key.slice(0, 1).join('')
    english.set(first, [...(english.get(first) ?? []), entry])
  }
}
for (const names of english.values()) names.sort((a, b) => b.key.length - a.key.length)

/** The longest name that begins at a token. */
export function placeAt(all: readonly Token[], at: number): Place | undefined {
  const token = all[at]
  const found =
    token &&
    english
      .get(token.lower)
      ?.find(
        ({ key, upper }) =>
          key.every((word, index) => wordAt(all, at + index) === word) && (!upper || isUpper(token.text)),
      )
  return found && { code: found.code, adjective: found.adjective, start: at, end: at + found.key.length }
}

const isUpper = (text: string) => text === text.toUpperCase()

const chineseNames = new Map<string, { name: string; code: string }[]>()
for (const { code, chinese } of rows) {
  for (const name of chinese.map(plain)) {
    const first = name.slice(0, 1)
    chineseNames.set(first, [...(chineseNames.get(first) ?? []), { name, code }])
  }
}
for (const names of chineseNames.values()) names.sort((a, b) => b.name.length - a.name.length)

/** The longest name that begins at a character of a text in plain forms. */
export function chinesePlaceAt(text: string, at: number): Place | undefined {
  const found = chineseNames.get(text.charAt(at))?.find(({ name }) => text.startsWith(name, at))
  return found && { code: found.code, adjective: false, start: at, end: at + found.name.length }
}

/** Whether a place is part of another: a state of its country, Hong Kong, Macao and Taiwan of China. */
export const isWithin = (part: string, whole: string): boolean =>
  part !== whole && (part.startsWith(`${whole}-`) || (whole === 'CN' && ['HK', 'MO', 'TW'].includes(part)))

const longNames = [...english.values()]
  .flat()
  .filter(({ key, adjective }) => key.length === 1 && !adjective && key.join('').length >= 6)

/** A name spelled with one letter wrong, missing, added or changed round. */
export function misspelt(word: string): string | undefined {
  if (word.length < 6 || word.length > 20) return undefined
  const close = longNames.filter(({ key: [name = ''] }) => isOneApart(name, word))
  const codes = new Set(close.map(({ code }) => code))
  return codes.size === 1 ? [...codes][0] : undefined
}

function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && a.charAt(head) === b.charAt(head)) head++
  const [restA, restB] = [a.slice(head), b.slice(head)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.charAt(0) === restB.charAt(1) &&
      restA.charAt(1) === restB.charAt(0) &&
      restA.slice(2) === restB.slice(2))
  )
}
