import { chineseLaws } from './clauses/chineseLaw.ts'
import { englishLaws } from './clauses/englishLaw.ts'
import { flatten, type Flat } from './clauses/flat.ts'
import { bodiesIn, readBody, type Body, type Read } from './clauses/institution.ts'
import { plain } from './clauses/scripts.ts'
import { readSeat } from './clauses/seat.ts'
import { readTreaty } from './clauses/treaty.ts'
import { readArbitrators, readLanguage } from './clauses/tribunal.ts'

export type ClauseNote =
  | Body['notes'][number]
  | 'severalLaws'
  | 'severalSeats'
  | 'noSeat'
  | 'severalLanguages'
  | 'arbitrateOrSue'
  | 'treatyExcluded'

export type ClauseField = 'governingLaws' | 'seat' | 'institution' | 'rules' | 'arbitrators' | 'language'

export type ClauseReading = {
  /** ISO 3166-1 alpha-2; states and provinces ISO 3166-2. */
  governingLaws: string[]
  /** SHENZHEN, HONG_KONG or another place. */
  seat: string | null
  /** Null where none is named, where two are, and for ad hoc arbitration, which a note tells apart. */
  institution: string | null
  rules: string | null
  arbitrators: number | null
  /** ISO 639. */
  language: string | null
  /** A treaty that the clause says governs. */
  treaty?: 'CISG'
  /** What a reader should look at twice. */
  notes: ClauseNote[]
  /** The words of the text that each answer was read from. */
  from: Partial<Record<ClauseField, string>>
}

/** Longer texts are read up to here; no clause is as long. */
const most = 20_000

/** Reads a governing-law or arbitration clause, English or Chinese: what is not said plainly stays unknown. */
export function readClause(given: string): ClauseReading {
  const text = given.slice(0, most)
  const simple = plain(text)
  const flat = flatten(simple)
  const laws = lawsIn(simple)
  const isArbitral = arbitral.test(flat.text)
  const bodies = isArbitral ? bodiesIn(flat) : []
  const body: Body = isArbitral ? readBody(flat, bodies) : { notes: [] }
  const { seat, several } = isArbitral ? readSeat(flat, bodies) : { several: false }
  const arbitrators = isArbitral ? readArbitrators(flat) : undefined
  const { language, several: languages } = isArbitral ? readLanguage(flat) : { several: false }
  const treaty = readTreaty(flat)
  const quoted = <Value>(read: Read<Value> | undefined) => read && quote(text, flat, read)
  return {
    governingLaws: laws.codes,
    seat: seat?.value ?? null,
    institution: body.institution?.value ?? null,
    rules: body.rules?.value ?? null,
    arbitrators: arbitrators?.value ?? null,
    language: language?.value ?? null,
    ...(treaty === 'chosen' && { treaty: 'CISG' }),
    notes: [
      ...(laws.codes.length > 1 ? ['severalLaws' as const] : []),
      ...body.notes,
      ...(isArbitral && !seat ? [several ? ('severalSeats' as const) : ('noSeat' as const)] : []),
      ...(languages ? ['severalLanguages' as const] : []),
      ...(isArbitral && mayAlsoSue(flat) ? ['arbitrateOrSue' as const] : []),
      ...(treaty === 'excluded' ? ['treatyExcluded' as const] : []),
    ],
    from: withoutBlanks({
      governingLaws: quoteAll(text, laws.words),
      seat: quoted(seat),
      institution: quoted(body.institution),
      rules: quoted(body.rules),
      arbitrators: quoted(arbitrators),
      language: quoted(language),
    }),
  }
}

function withoutBlanks(from: Record<ClauseField, string | undefined>): ClauseReading['from'] {
  const kept: ClauseReading['from'] = {}
  for (const field of clauseFields) if (from[field] !== undefined) kept[field] = from[field]
  return kept
}

export const clauseFields = [
  'governingLaws',
  'seat',
  'institution',
  'rules',
  'arbitrators',
  'language',
] as const

/** What is said outright counts before what is only hinted at; a country says nothing beside its own state. */
function lawsIn(simple: string) {
  const named = [...englishLaws(simple), ...chineseLaws(simple)]
  const strong = named.filter(law => law.strong)
  const words = strong.length > 0 ? strong : named
  const codes = [...new Set(words.flatMap(law => law.codes))]
  return { words, codes: codes.filter(code => !codes.some(other => other.startsWith(`${code}-`))) }
}

const arbitral = /arbitra|仲裁|\b(scia|sciahk|hkiac|cietac|siac|lcia|icc rules)\b/
const orCourt =
  /\bor (else |alternatively |to )?((either|any|a|the \w+) party may )?(bring|file|commence|institute|sue|litigat|take legal|submit \w+ \w+ to the court|initiate|refer \w+ \w+ to the court|apply to (the|a) (people's )?court)|\bor (to|in) (the|a|any) ([a-z']+ ){0,5}courts?\b(?![^.;]{0,60}(enforce|award))|\beither (by )?(arbitration|litigation)[^.;]{0,60} or [^.;]{0,40}(litigation|court|arbitration)|(或|或者|亦可|也可|均可)[^。;]{0,16}((向|提交)[^。;]{0,24}法院|提?起?诉讼|起诉)|法院(提?起?诉讼|起诉|审理|解决)或者?[^。;]{0,24}仲裁/
const interim = /(interim|injunct|provisional|conservatory|interlocutory|preliminary relief|保全|临时措施)/

function mayAlsoSue({ text }: Flat): boolean {
  const found = orCourt.exec(text)
  return found !== null && !interim.test(text.slice(Math.max(0, found.index - 80), found.index + 120))
}

const quoteAll = (text: string, words: readonly { start: number; end: number }[]) =>
  words.length === 0
    ? undefined
    : words
        .slice(0, 3)
        .map(({ start, end }) => text.slice(start, Math.min(end, start + 200)))
        .join(' … ')

function quote(text: string, { at }: Flat, { start, end }: Read<unknown>): string {
  return text.slice(at[start], at[end]).trim()
}
