/** A text in small letters with single spaces, none beside Chinese characters; `at` are the positions it came from. */
export type Flat = { text: string; at: number[] }

export function flatten(plain: string): Flat {
  const at: number[] = []
  let text = ''
  for (let index = 0; index < plain.length; index++) {
    const char = plain.charAt(index)
    const isSpace = /\s/.test(char)
    if (
      isSpace &&
      (text === '' || text.endsWith(' ') || isHan(text.at(-1)) || isHan(plain.charAt(index + 1)))
    )
      continue
    const small = char.toLowerCase()
    text += isSpace ? ' ' : small.length === 1 ? small : char
    at.push(index)
  }
  // The American spelling has as many letters.
  return { text: text.replaceAll('centre', 'center'), at }
}

const isHan = (char = '') => /\p{Script=Han}/u.test(char)

export type Mention = { code: string; start: number; end: number }

/** The rows of a table with names in their second and third columns, and where a text has them. */
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

export function mentions({ text }: Flat, names: readonly { code: string; name: string }[]): Mention[] {
  const found: Mention[] = []
  for (const { code, name } of names) {
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length
      if (isWhole(text, start, end)) found.push({ code, start, end })
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mention[] = []
  for (const mention of found) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

const isWhole = (text: string, start: number, end: number) =>
  !(isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1))) &&
  !(isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)))

const isLatin = (char: string) => /[\p{Script=Latin}\d]/u.test(char)
