import { indexed, mentions, namesIn, type Flat, type Mention } from './flat.ts'
import { institutions } from './institutions.ts'

const rows = namesIn(institutions)
const names = indexed(rows)
const nameOfRules = new Map(rows.map(({ code, more }) => [code, more]))
const uncitral = [
  'uncitral',
  'united nations commission on international trade law',
  '联合国国际贸易法委员会',
  '联合国贸法会',
  '贸法会',
]
const uncitralNames = indexed(uncitral.map(name => ({ code: 'UNCITRAL', name })))

export type Read<Value> = { value: Value; start: number; end: number }

export type Body = {
  institution?: Read<string>
  rules?: Read<string>
  notes: ('twoInstitutions' | 'institutionUnclear' | 'institutionByRules' | 'adHoc')[]
}

const rulesAfter =
  /^\)?"?('s?)?(现行|届时|当时|有效的?|之|的|"|《)*(international |domestic |commercial |administered |expedited |procedural |model |institution |(\d{4} ))*(arbitration |mediation |conciliation )?(rules?|procedures)\b|^(现行有效的|届时有效的|现行的?|届时的?|当时的?|有效的?|最新|之|的|机构|国际|快速|")*"?《?(机构|国际|快速|网络|金融)?仲裁规则|^(terms|程序规则)/
const rulesBefore =
  /(rules|rules of arbitration|rules of (arbitration|conciliation)( and \w+)?|arbitration rules) (of|published by|issued by|promulgated by|adopted by) (the )?("|')?(international court of arbitration of the )?$/
const appointing =
  /(appointing authority|appointing body|appointment authority|指定机构|委任机构|指定机关|委任机关)[^.;。]{0,60}$/
const appoints =
  /^\)?"?[^.;。,]{0,20}(as (the )?appointing authority|作为(仲裁员)?(的)?(指定|委任)(机构|机关)|shall (be|act as) the appointing authority|为(指定|委任)(机构|机关))/
const administers = /(administered by|submitted to|referred to|arbitration by|提交|由)(the |给|至)?$/
// The ICC also publishes trade terms.
const isTradeTerm = (flat: Flat, mention: Mention) =>
  mention.code === 'ICC' && /incoterm|ucp|贸易术语/.test(lead(flat, mention, 50) + tail(flat, mention, 30))
const isNegated = /(not|other than|without|rather than|except|不得?提交|不由|而非|除)( \w+){0,3} ?$/

/** Which body administers the arbitration, and under which rules; two bodies are none. */
export function readBody(flat: Flat, bodiesNamed: readonly Mention[]): Body {
  const all = bodiesNamed.filter(
    mention => !isNegated.test(lead(flat, mention, 40)) && !isTradeTerm(flat, mention),
  )
  const ofRules = all.filter(mention => namesRules(flat, mention))
  const bodies = all.filter(
    mention => !ofRules.includes(mention) && (mention.code === 'SCIA' || !onlyAppoints(flat, mention)),
  )
  const codes = new Set(bodies.map(({ code }) => code))
  const named = new Set(ofRules.map(({ code }) => code))
  const rules = readRules(flat, ofRules, codes.size === 1 ? bodies[0] : undefined)
  const withRules = rules && { rules }
  if (codes.has('?')) return { ...withRules, notes: ['institutionUnclear'] }
  if (codes.size > 1) return { ...withRules, notes: ['twoInstitutions'] }
  const [body] = bodies
  if (body) return { institution: at(body.code, body), ...withRules, notes: [] }
  const [ruled] = ofRules
  const isUncitral = rules?.value === uncitralRules
  if (ruled && named.size === 1 && !isUncitral && ruled.code !== '?') {
    return { institution: at(ruled.code, ruled), ...withRules, notes: ['institutionByRules'] }
  }
  if (named.size > 1) return { notes: ['twoInstitutions'] }
  const adHoc = isUncitral || /\bad[- ]hoc\b|临时仲裁|专设仲裁/.test(flat.text)
  return { ...withRules, notes: adHoc ? ['adHoc'] : [] }
}

const uncitralRules = 'UNCITRAL Arbitration Rules'
const ownRules =
  /\b(its|their|the (center|commission|institution|court|chamber|association)'s|the said|such) ((then |current |currently |effective |applicable |in force )*)(arbitration |procedural )?rules|(其|该会|该院|该中心|该机构|该仲裁机构|该仲裁委员会|仲裁委员会|本会|仲裁院|仲裁机构|仲裁时|申请仲裁时)[^,。;]{0,16}仲裁规则|(按照|依据|根据|依照|按|适用)(申请仲裁时|提起仲裁时|届时|当时|现行)[^,。;]{0,14}仲裁规则/

function readRules(flat: Flat, ofRules: Mention[], body: Mention | undefined): Read<string> | undefined {
  const un = mentions(flat, uncitralNames).find(
    mention => namesRules(flat, mention) || isRuleWord(flat, mention),
  )
  if (un) return at(uncitralRules, un)
  const codes = new Set(ofRules.map(({ code }) => code))
  const [first] = ofRules
  const value = first && codes.size === 1 ? nameOfRules.get(first.code) : undefined
  if (first && value) return at(value, first)
  const own = body && ofRules.length === 0 ? ownRules.exec(flat.text) : null
  const ownName = body && nameOfRules.get(body.code)
  return own && ownName ? { value: ownName, start: own.index, end: own.index + own[0].length } : undefined
}

const at = <Value>(value: Value, { start, end }: Mention): Read<Value> => ({ value, start, end })
const lead = ({ text }: Flat, { start }: Mention, length: number) =>
  text.slice(Math.max(0, start - length), start)
const tail = ({ text }: Flat, { end }: Mention, length = 60) => text.slice(end, end + length)

const namesRules = (flat: Flat, mention: Mention) =>
  rulesAfter.test(tail(flat, mention).trimStart()) || rulesBefore.test(lead(flat, mention, 90))
const isRuleWord = (flat: Flat, mention: Mention) => /规则|rules/.test(tail(flat, mention, 50))
const onlyAppoints = (flat: Flat, mention: Mention) =>
  !administers.test(lead(flat, mention, 30)) &&
  (appointing.test(lead(flat, mention, 90)) || appoints.test(tail(flat, mention)))

/** Where a text names a body, so that the place in its name is not taken for a seat. */
export const bodiesIn = (flat: Flat): Mention[] => mentions(flat, names)
