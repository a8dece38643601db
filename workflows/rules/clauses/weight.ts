import { isExcluded } from './exclusions.ts'
import type { Token } from './tokens.ts'

/** Laws named from one token to another; `label`: after words such as `Governing Law:`, which leave no doubt. */
export type Found = { codes: string[]; from: number; to: number; label?: true }

type Weight = 'strong' | 'weak' | 'none'

const strongCue =
  /\b(govern|constru|interpret|controlled|validity|applicable law|choice of law|proper law|apply|applies|subject to|deemed a contract|contract (made )?under)/
const cueAfter = /\b(governs?|controls?|appl(y|ies))\b|shall be the (governing|applicable|proper) law/
const weakCue = /\b(accordance|according|pursuant|under|enforced|determined|resolved|settled)\b/

/** Companies are formed, licences held and duties kept under laws that do not govern the contract. */
const otherMatter =
  /\b(organi[sz]ed|existing|incorporated|formed|established|registered|qualified|chartered|licensed|constituted|compl(y|ies|iance|ying)|corporation|citizens?|permitted|required|violat\w+|bankruptcy|tax|filed|obtained?|protected|available|rights?) (and \w+ )?(\w+ )?(with |by |under |of |in accordance with |pursuant to |in |to )*(all |any )?(the |applicable )*$/

/** The law of an agreement to arbitrate or of the proceedings is not that of the contract. */
const arbitral =
  /\b(law (of|applicable to|governing) (the|this) arbitration|arbitration (clause|agreement|proceedings?) (shall|is|will|are|be)\b|agreement to arbitrate (shall|is|will)|procedural law|lex arbitri|curial law)|^\W*(the |any |such )?arbitration (shall|will|is|must) be (governed|conducted|held)/

/** How plainly a sentence says that laws govern the contract. */
export function weigh(
  sentence: Token[],
  zones: boolean[],
  { from, to, label }: Found,
  alone: boolean,
): Weight {
  const words = (first: number, last: number) =>
    sentence
      .slice(Math.max(0, first), last)
      .map(({ lower }) => lower)
      .join(' ')
  const lead = words(from - 60, from)
  if (isExcluded(sentence, zones, from)) return 'none'
  if (otherMatter.test(words(from - 10, from) + ' ')) return 'none'
  if (arbitral.test(lead + ' ')) return 'none'
  if (/^((shall|will|does|do|is|are) )?not (apply|govern|be|control)/.test(words(to, to + 4))) return 'none'
  if (label || strongCue.test(lead) || cueAfter.test(words(to, to + 30))) return 'strong'
  if (weakCue.test(lead)) return 'weak'
  return alone && sentence.length <= 14 ? 'weak' : 'none'
}
