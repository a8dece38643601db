import { wordAt, type Token } from './tokens.ts'

const openers: [string[], boolean][] = [
  [['without'], false],
  [['excluding'], false],
  [['exclude'], false],
  [['excludes'], false],
  [['exclusive', 'of'], false],
  [['to', 'the', 'exclusion'], false],
  [['notwithstanding'], false],
  [['regardless'], false],
  [['irrespective'], false],
  [['disregarding'], false],
  [['other', 'than'], false],
  [['rather', 'than'], false],
  [['instead', 'of'], false],
  [['not', 'including'], false],
  [['and', 'not', 'by'], false],
  [['and', 'not', 'the'], false],
  [['and', 'not', 'under'], false],
  [['nothing'], false],
  [['and', 'not', 'of'], false],
  [['and', 'not', 'any'], false],
  [['but', 'not'], false],
  [['shall', 'not'], true],
  [['does', 'not'], true],
  [['do', 'not'], true],
  [['would'], false],
  [['except'], true],
  [['unless'], true],
]

// After a comma these take up the sentence again.
const resuming = new Set(
  'by in of under with and shall will is according pursuant but be the this which provided'.split(' '),
)

/**
 * Which tokens of a sentence say what does not apply: conflict rules, other laws, treaties. An exclusion ends with its
 * bracket, or at a comma after which the sentence goes on.
 */
export function exclusions(sentence: readonly Token[]): boolean[] {
  const zones = sentence.map(() => false)
  let depth = 0
  let openedAt: number | undefined
  for (const [at, { lower, text }] of sentence.entries()) {
    if (text === '(') depth++
    if (openedAt === undefined && opens(sentence, at)) openedAt = depth
    else if (openedAt !== undefined && ends(sentence, at, text, depth, openedAt)) openedAt = undefined
    if (text === ')') depth = Math.max(0, depth - 1)
    zones[at] = openedAt !== undefined && lower !== ''
  }
  return zones
}

const firstWords = new Set(openers.map(([[first]]) => first))

const opens = (sentence: readonly Token[], at: number) =>
  firstWords.has(sentence[at]?.lower) &&
  openers.some(([words]) => words.every((word, index) => sentence[at + index]?.lower === word))

function ends(
  sentence: readonly Token[],
  at: number,
  text: string,
  depth: number,
  openedAt: number,
): boolean {
  if (text === ')') return depth <= openedAt
  if (text !== ',' || depth > openedAt || depth > 0) return false
  const next = wordAt(sentence, at + 1)
  return resuming.has(next) && !opens(sentence, at + 2) && !opens(sentence, at + 1)
}

/** `except that corporate matters are governed by …` names a law all the same. */
export function isExcluded(sentence: readonly Token[], zones: readonly boolean[], at: number): boolean {
  if (zones[at] !== true) return false
  const first = Math.max(0, at - 80)
  const since = sentence.slice(first, at).findLastIndex((_, index) => isExcepting(sentence, first + index))
  if (since === -1) return true
  const lead = sentence.slice(Math.max(first + since, at - 10), at).map(({ lower }) => lower)
  const governs = lead.some(word => ['governed', 'construed', 'apply', 'govern'].includes(word))
  return !governs || lead.includes('not') || lead.includes('would')
}

const isExcepting = (sentence: readonly Token[], at: number) =>
  firstWords.has(sentence[at]?.lower) &&
  openers.some(
    ([words, mayGovern]) => mayGovern && words.every((word, index) => sentence[at + index]?.lower === word),
  )
