/** A word or a mark of an English text. `start` and `end` are its positions there. */
export type Token = { text: string; lower: string; start: number; end: number }

const pattern =
  /(?:[A-Za-z]\.\s?){1,4}[A-Za-z]\.(?![A-Za-z])|'[sS]\b|[\p{Script=Latin}\p{N}]+|[^\s\p{Script=Latin}\p{N}]/gu

// Words that scanning ran together, such as `ofTexas` or `ofthe`: each of them, and what follows.
const joined = /^(?:of|in)(?=[A-Z]|(?:the|this)(?:$|[A-Z]))|(?<=^(?:of|in))(?:the|this)(?=$|[A-Z])|.+/g

export function tokens(text: string): Token[] {
  const all: Token[] = []
  for (const match of text.matchAll(pattern)) {
    for (const { text: word, at } of split(match[0])) {
      const start = match.index + at
      all.push({ text: word, lower: canonical(word), start, end: start + word.length })
    }
  }
  return all
}

const split = (word: string): { text: string; at: number }[] =>
  /^(?:of|in)(?:the|this|[A-Z])/.test(word)
    ? [...word.matchAll(joined)].map(({ 0: text, index: at }) => ({ text, at }))
    : [{ text: word, at: 0 }]

/** The word at a place of a sentence, in small letters; none beyond its ends. */
export const wordAt = (sentence: readonly Token[], at: number): string => sentence[at]?.lower ?? ''

/** Small letters; abbreviations without their points, `P. R. C.` as `prc`. */
const canonical = (word: string) =>
  (/^[A-Za-z]\./.test(word) ? word.replace(/[.\s]/g, '') : word).toLowerCase()

const short = new Set(['inc', 'ltd', 'co', 'corp', 'no', 'art', 'sec', 'st', 'v', 'vs', 'mr', 'ms', 'dr'])

/** Sentences: they end at a stop before a capital, at a semicolon and at an empty line. */
export function sentences(text: string): Token[][] {
  const all = tokens(text)
  const found: Token[][] = []
  let current: Token[] = []
  for (const [index, token] of all.entries()) {
    const next = all[index + 1]
    current.push(token)
    if (!next || isEnd(token, all[index - 1], next, text.slice(token.end, next.start))) {
      found.push(current)
      current = []
    }
  }
  return found
}

function isEnd({ text, lower }: Token, previous: Token | undefined, next: Token, gap: string): boolean {
  if (text === ';' || (gap.length > 1 && /\n\s*\n/.test(gap))) return true
  if (text === '.') return gap !== '' && begins.test(next.text) && !(previous && short.has(previous.lower))
  // `U.S.A. This Agreement …`: the last point of an abbreviation ends the sentence too.
  return text.endsWith('.') && lower.length > 1 && opening.has(next.text)
}

const begins = /^[\p{Lu}"(]/u

const opening = new Set([
  'The',
  'This',
  'Any',
  'All',
  'Each',
  'In',
  'No',
  'If',
  'Such',
  'For',
  'Both',
  'Either',
])
