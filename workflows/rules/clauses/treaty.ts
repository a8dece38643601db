import type { Flat } from './flat.ts'

const convention =
  /united nations convention on contracts? (for|of) (the )?international sales? of goods|\bcisg\b|un convention on contracts? for the international sale of goods|vienna convention on (contracts for the )?international sale|国际货物销售合同公约/g
const excludedBefore =
  /(exclud\w*|without|not apply|disclaim\w*|shall not|will not|not be (governed|subject)|waive\w*|other than|except|不适用|排除|不受|不包括|而非)[^.;。]*$/
const excludedAfter =
  /^[^.;。]{0,80}?(shall not|will not|does not|do not|is (hereby |expressly )*excluded|are excluded|being excluded|not apply|excluded|不适用|(被|予以)?排除|不得适用)/
const chosen = /(govern|appl|subject to|accordance|construed|适用|管辖|管限|依照|按照|为准)/

/** Whether the Vienna Sales Convention is chosen or shut out. */
export function readTreaty({ text }: Flat): 'chosen' | 'excluded' | undefined {
  let found: 'chosen' | 'excluded' | undefined
  for (const { 0: name, index } of text.matchAll(convention)) {
    const lead = text.slice(Math.max(0, index - 160), index)
    const tail = text.slice(index + name.length, index + name.length + 120)
    if (excludedBefore.test(lead) || excludedAfter.test(tail)) return 'excluded'
    if (chosen.test(lead) || chosen.test(tail)) found = 'chosen'
  }
  return found
}
