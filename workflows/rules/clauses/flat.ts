/**
 * A text in small letters with single spaces, none beside Chinese characters. `at` are the positions it came from,
 * `beginnings` those in it where a name may begin: at a word, or at any other character.
 */
export type Flat = { text: string; at: number[]; beginnings: number[] }

export function flatten(plain: string): Flat {
  const at: number[] = []
  let text = ''
  let last = ' '
  for (let index = 0; index < plain.length; index++) {
    const char = plain.charAt(index)
    const isSpace = (char < '!' || char > '~') && /\s/.test(char)
    if (isSpace && (last === ' ' || isHan(last) || isHan(plain.charAt(index + 1)))) continue
    const small = char.toLowerCase()
    last = isSpace ? ' ' : small.length === 1 ? small : char
    text += last
    at.push(index)
  }
  // The American spelling has as many letters.
  const american = text.replaceAll('centre', 'center')
  return { text: american, at, beginnings: Array.from(american.matchAll(words), ({ index }) => index) }
}

const words = /[\p{Script=Latin}\d]+|[^\s\p{Script=Latin}\d]/gu

const isHan = (char: string) => /\p{Script=Han}/u.test(char)

export type Mention = { code: string; start: number; end: number }

/** The rows of a table with names in their second and third columns. */
export function namesIn(table: string): { code: string; name: string; more: string }[] {
  return table
    .split('\n')
    .filter(line => line.includes('|'))
    .flatMap(line => {
      const [code = '', english = '', chinese = '', more = ''] = line.split('|')
      return [...english.split('; '), ...chinese.split('; ')]
        .filter(Boolean)
        .map(name => ({ code, name: name.toLowerCase(), more }))
    })
}

type Name = { code: string; name: string }

/** Names by the two letters or characters that they begin with, longer ones first. */
export type Index = ReadonlyMap<string, readonly Name[]>

export function indexed(names: readonly Name[]): Index {
  const index = new Map<string, Name[]>()
  for (const each of names) {
    const first = each.name.slice(0, 2)
    index.set(first, [...(index.get(first) ?? []), each])
  }
  for (const alike of index.values()) alike.sort((a, b) => b.name.length - a.name.length)
  return index
}

/** Where a text has names of an index; of those that overlap, the first and longest. */
export function mentions({ text, beginnings }: Flat, names: Index): Mention[] {
  const found: Mention[] = []
  for (const start of beginnings) {
    if (start < (found.at(-1)?.end ?? 0)) continue
    const named = names
      .get(text.slice(start, start + 2))
      ?.find(({ name }) => text.startsWith(name, start) && isWhole(text, start + name.length))
    if (named) found.push({ code: named.code, start, end: start + named.name.length })
  }
  return found
}

/** Whether a word that is not Chinese ends there. */
const isWhole = (text: string, end: number) => !(isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)))

const isLatin = (char: string) => /[\p{Script=Latin}\d]/u.test(char)
