import { exclusions } from './exclusions.ts'
import { isWithin, misspelt, placeAt, type Place } from './lexicon.ts'
import { sentences, wordAt, type Token } from './tokens.ts'
import { weigh, type Found } from './weight.ts'

/** A law that a text names, with the words that name it. */
export type Named = { codes: string[]; strong: boolean; start: number; end: number }

const lawNouns = new Set(['law', 'laws', 'legislation', 'statutes', 'jurisprudence', 'iaw', 'iaws'])

// What may stand between `laws` and the place: `laws in force in the Province of Ontario`.
const between = new Set(
  (
    'of in the state states commonwealth province republic kingdom federal federation country countries territory ' +
    'jurisdiction prefecture canton dominion emirate region city force effect applicable prevailing applied then ' +
    'currently presently existing as within and or regulations rules decisions codes usages customs sovereign said ' +
    'judicial administrative internal domestic national local substantive law laws statutes & / - " \' from time for being been promulgated ' +
    'published publicly available great mainland part regions legislation jurisprudence by'
  ).split(' '),
)

// What may stand between a place and `law`: `New York State law`, `Delaware's internal laws`.
const before = new Set(
  'state \'s states provincial federal internal substantive domestic local civil commercial contract common statutory ( ) - and or court "'.split(
    ' ',
  ),
)

const courts = new Set([
  'court',
  'courts',
  'arbitration',
  'arbitral',
  'judges',
  'tribunal',
  'tribunals',
  'office',
])

/** The laws that an English text says govern: those said outright where there are any. */
export function englishLaws(text: string): Named[] {
  const named: Named[] = []
  if (!/[A-Za-z]/.test(text)) return named
  const all = joinHeadings(sentences(text))
  const budget = { guesses: 20 }
  for (const sentence of all) {
    const phrases = phrasesIn(sentence, budget)
    const zones = phrases.length > 0 ? exclusions(sentence) : []
    for (const phrase of phrases) {
      const { codes, from, to } = phrase
      const weight = weigh(sentence, zones, phrase, all.length === 1)
      if (weight === 'none') continue
      const words = sentence.slice(from, to)
      const start = Math.min(...words.map(word => word.start))
      const end = Math.max(...words.map(word => word.end))
      named.push({ codes, strong: weight === 'strong', start, end })
    }
  }
  return named
}

/** `Governing Law.` is the beginning of what follows it. */
function joinHeadings(all: Token[][]): Token[][] {
  const joined: Token[][] = []
  for (const sentence of all) {
    const last = joined.at(-1)
    if (last && last.length <= 4 && last.some(({ lower }) => lawNouns.has(lower))) {
      joined[joined.length - 1] = [...last, ...sentence]
    } else joined.push(sentence)
  }
  return joined
}

function phrasesIn(sentence: Token[], budget: { guesses: number }): Found[] {
  const found: Found[] = []
  for (const [at, { lower }] of sentence.entries()) {
    if (!lawNouns.has(lower)) continue
    const label = labelled(sentence, at)
    const phrase = label ?? lawOf(sentence, at, budget) ?? placeLaw(sentence, at)
    if (phrase) found.push(phrase)
  }
  if (found.length > 0) return found
  const bare = governedBy(sentence)
  return bare ? [bare] : []
}

/** `laws of the State of New York`, `laws (other than …) of Florida`, `laws of that State`. */
function lawOf(sentence: Token[], at: number, budget: { guesses: number }): Found | undefined {
  if (sentence[at + 1]?.lower === 'thereof') return antecedent(sentence, at + 1, at)
  let next = aside(sentence, at + 1)
  let linked = false
  for (let steps = 0; steps < 16 && next < sentence.length; steps++) {
    const word = wordAt(sentence, next)
    if (linked && ['that', 'such', 'said', 'same', 'this'].includes(word)) {
      const back = antecedent(sentence, next, at)
      if (back) return back
    }
    const place = placeAt(sentence, next)
    if (place && linked && !place.adjective) return series(sentence, at, place)
    if (place?.adjective) return undefined
    const guess = linked ? guessed(sentence, next, budget) : undefined
    if (guess) return series(sentence, at, guess)
    if (linked && !between.has(word) && sentence[next + 1]?.lower !== 'of') return choice(sentence, at, next)
    if (!linked && !between.has(word)) return undefined
    linked ||= ['of', 'in', 'for', 'within', 'by'].includes(word)
    next++
  }
  return choice(sentence, at, next)
}

/** Past an insertion in brackets or commas that says something else about the laws, to where `of` follows. */
function aside(sentence: Token[], at: number): number {
  const open = sentence[at]?.text
  if (open !== '(' && open !== ',') return at
  const close = open === '(' ? ')' : ','
  for (let to = at + 1; to < Math.min(at + 40, sentence.length); to++) {
    if (sentence[to]?.text !== close) continue
    const after = wordAt(sentence, to + 1)
    if (after === 'of' || after === 'in') return to + 1
    if (close === ')') return at
  }
  return at
}

const kinds = new Set(
  'state commonwealth province country jurisdiction territory nation kingdom republic'.split(' '),
)

/** `laws of that State`, `laws thereof`: the last place named before. */
function antecedent(sentence: Token[], at: number, from: number): Found | undefined {
  const kind = sentence.slice(at + 1, at + 4).some(({ lower }) => kinds.has(lower))
  if (!kind && sentence[at]?.lower !== 'thereof') return undefined
  for (let back = from - 1; back >= Math.max(0, from - 60); back--) {
    const place = longestEndingAt(sentence, back + 1)
    if (place && !place.adjective) return { codes: [place.code], from, to: at + 2 }
  }
  return undefined
}

/** `the laws of the state where …, being either Illinois or New York` */
function choice(sentence: Token[], at: number, from: number): Found | undefined {
  const being = sentence.slice(from, from + 40).findIndex(({ lower }) => lower === 'being')
  if (being === -1) return undefined
  for (let next = from + being + 1; next < from + being + 6; next++) {
    const place = placeAt(sentence, next)
    if (place) return series(sentence, at, place)
  }
  return undefined
}

/** A misspelt name, where a name of a place must stand. */
function guessed(sentence: Token[], at: number, budget: { guesses: number }): Place | undefined {
  const token = sentence[at]
  if (!token || !/^\p{Lu}/u.test(token.text) || between.has(token.lower) || budget.guesses === 0)
    return undefined
  budget.guesses--
  const code = misspelt(token.lower)
  return code === undefined ? undefined : { code, adjective: false, start: at, end: at + 1 }
}

const joining = new Set(['and', 'or', '&', '/'])
const filling = new Set(
  'the state states commonwealth province republic federal of in law laws applicable said country as well kingdom " ( either alternatively by internal substantive'.split(
    ' ',
  ),
)

/** A place and those named with it: its country, which says nothing more, and others joined by `and` or `or`. */
function series(sentence: Token[], from: number, first: Place): Found {
  const codes = [first.code]
  let pending: string[] = []
  let last = first.code
  let end = first.end
  let at = first.end
  let open = false
  for (let steps = 0; steps < 60 && at < sentence.length; steps++) {
    const word = wordAt(sentence, at)
    if (word === '(') {
      const close = closing(sentence, at)
      const inside = placeAt(sentence, at + 1)
      if (close === undefined || (inside && !isSame(codes.at(-1), inside.code))) break
      at = close + 1
      continue
    }
    const place = placeAt(sentence, at)
    if (place && (at === end || open)) {
      if (leadsElsewhere(sentence, place)) break
      // `Victoria, Australia`, `Hong Kong of the PRC`: the whole after its part.
      if (last !== place.code && !isWithin(last, place.code)) {
        pending.push(place.code)
        last = place.code
      }
      at = place.end
      end = at
      open = false
      if (sentence.slice(first.end, at).some(({ lower }) => joining.has(lower))) {
        codes.push(...pending)
        pending = []
      }
      continue
    }
    if (joining.has(word) || word === ',' || word === 'of' || word === 'in' || word === 'as') open = true
    else if (!(open && filling.has(word)) && !afterPlace.has(word)) break
    at++
  }
  return { codes: [...new Set(codes)], from, to: end }
}

const afterPlace = new Set(['state', ')', '"', 'sar'])

const isSame = (known: string | undefined, code: string) =>
  known !== undefined && (known === code || isWithin(known, code))

/** `… and the courts of`, `… and Hong Kong courts`: no law any more. */
function leadsElsewhere(sentence: Token[], { end, adjective }: Place): boolean {
  const next = sentence.slice(end, end + 3).map(({ lower }) => lower)
  return next.some(word => courts.has(word)) || (adjective && !next.some(word => lawNouns.has(word)))
}

function closing(sentence: Token[], at: number): number | undefined {
  for (let to = at + 1; to < Math.min(at + 60, sentence.length); to++) {
    if (sentence[to]?.text === ')') return to
  }
  return undefined
}

/** `English law`, `New York State law`, `English and Hong Kong law`. */
function placeLaw(sentence: Token[], at: number): Found | undefined {
  // `New York General Obligations Law`, `Taiwan Law Firm`: a title, not a law that governs.
  if (['firm', 'society', 'school', 'reform', 'reports'].includes(wordAt(sentence, at + 1))) return undefined
  const codes: string[] = []
  let from = at
  for (let back = at - 1, gap = 0; back >= 0 && gap < 5; back--) {
    const place = longestEndingAt(sentence, back + 1)
    if (place) {
      const last = codes[0]
      if (last === undefined || !isSame(last, place.code)) codes.unshift(place.code)
      from = place.start
      back = place.start
      gap = 0
      continue
    }
    const word = wordAt(sentence, back)
    if (!before.has(word) && !(codes.length > 0 && word === ',')) break
    if (codes.length > 0 && !['and', 'or', ',', 'state'].includes(word)) break
    gap++
  }
  return codes.length > 0 ? { codes: [...new Set(codes)], from, to: at + 1 } : undefined
}

function longestEndingAt(sentence: Token[], end: number): Place | undefined {
  for (let start = Math.max(0, end - 9); start < end; start++) {
    const place = placeAt(sentence, start)
    if (place?.end === end) return place
  }
  return undefined
}

/** `Governing Law: Hong Kong`, `the governing law of this Agreement shall be that of England`. */
function labelled(sentence: Token[], at: number): Found | undefined {
  const label = wordAt(sentence, at - 1)
  if (!['governing', 'applicable', 'proper', 'substantive', 'of'].includes(label)) return undefined
  if (label === 'of' && sentence[at - 2]?.lower !== 'choice') return undefined
  for (let next = at + 1; next < Math.min(at + 16, sentence.length); next++) {
    const place = placeAt(sentence, next)
    if (place) {
      const elsewhere = leadsElsewhere(sentence, { ...place, adjective: false })
      return elsewhere ? undefined : { ...series(sentence, at - 1, place), label: true }
    }
    if (!labelling.has(wordAt(sentence, next))) return undefined
  }
  return undefined
}

const labelling = new Set(
  'of to this the agreement contract deed shall be is will : . - " that those law laws state commonwealth republic province internal substantive'.split(
    ' ',
  ),
)

/** `governed by and construed in accordance with New York`: the place alone, where nothing better is said. */
function governedBy(sentence: Token[]): Found | undefined {
  const verb = sentence.findIndex(({ lower }) => lower === 'governed' || lower === 'construed')
  if (verb === -1) return undefined
  for (let at = verb + 1; at < Math.min(verb + 14, sentence.length); at++) {
    const place = placeAt(sentence, at)
    const after = sentence[place?.end ?? 0]
    if (place && !place.adjective && (!after || !/^\p{Lu}/u.test(after.text)))
      return series(sentence, at, place)
    if (place || !leading.has(wordAt(sentence, at))) return undefined
  }
  return undefined
}

const leading = new Set(
  'by and construed interpreted enforced in accordance with under to according pursuant the state of commonwealth , exclusively'.split(
    ' ',
  ),
)
