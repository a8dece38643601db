import type { Named } from './englishLaw.ts'
import { chinesePlaceAt, isWithin } from './lexicon.ts'

// What may stand between the place and the law: 香港特别行政区现行有效的法律.
const between =
  /^(州|省|特别行政区|境内|大陆|地区|内地|现行|有效|届时|当时|有关|相关|公布|颁布|实施|之|的|实体|成文|国内|联邦|普通|民商事|强制性|"|《|》|\)|、?法规(?=[和及与、]))/
const law = /^(民法典|合同法|法律|法例|法规|实体法|法(?![院庭官人定域案令学制务警国治]))/
const join = /^(和\/或|或者|以及|和|及|与|或|、)/
const label = /(适用法律|适用的法律|管辖法律|管限法律|管辖法|适用法|准据法)(应当?)?(为|是|系|:)+"?$/

const strongCue = /适用|管辖|管限|规管|管制|规范|解释|约束|准据法|为准|调整|支配/
const weakCue = /(依据|依照|按照|根据|依).*(处理|解决|订立|签订|履行|执行|裁决|仲裁)/
const excluding = /(不适用|不受|排除|不包括|不含|不包含|而非|而不是|除了?)[^,;]*$/
const complying = /(遵守|符合|违反|遵循|触犯)[^,]*$/
const formed = /^.{0,6}(注册|成立|设立|组建|组成|合法|存续|登记)/
const arbitral = /仲裁(条款|协议|程序)[^,]{0,12}(适用|准据|受|由|依|管辖)|程序法/

/** The laws that a Chinese text, in plain forms, says govern. */
export function chineseLaws(text: string): Named[] {
  if (!/\p{Script=Han}/u.test(text)) return []
  let next = 0
  return text.split(/[。;!?\n]/).flatMap(sentence => {
    const start = next
    next += sentence.length + 1
    return inSentence(sentence).map(found => ({
      ...found,
      start: found.start + start,
      end: found.end + start,
    }))
  })
}

function inSentence(sentence: string): Named[] {
  const named: Named[] = []
  for (let at = 0; at < sentence.length; at++) {
    const phrase = phraseAt(sentence, at)
    if (!phrase) continue
    const weight = weigh(sentence, phrase)
    if (weight !== 'none') named.push({ ...phrase, strong: weight === 'strong' })
    at = phrase.end - 1
  }
  return named
}

type Phrase = { codes: string[]; start: number; end: number }

function phraseAt(sentence: string, start: number): Phrase | undefined {
  const codes: string[] = []
  let at = start
  let open = true
  for (let steps = 0; steps < 40; steps++) {
    const place = chinesePlaceAt(sentence, at)
    if (place) {
      const last = codes.at(-1)
      if (last !== undefined && !open && isWithin(place.code, last)) codes.splice(-1)
      else if (last !== undefined && !open && place.code !== last) return undefined
      codes.push(place.code)
      at = place.end
      open = false
      continue
    }
    if (codes.length === 0) return undefined
    const rest = sentence.slice(at, at + 12)
    const found = law.exec(rest)
    if (found) return { codes: [...new Set(codes)], start, end: at + found[0].length }
    const skipped = skip(sentence, at, rest, codes)
    if (skipped === undefined) break
    open = skipped.joins
    at = skipped.to
  }
  const isLabelled = codes.length > 0 && label.test(sentence.slice(Math.max(0, start - 16), start))
  return isLabelled ? { codes: [...new Set(codes)], start, end: at } : undefined
}

function skip(
  sentence: string,
  at: number,
  rest: string,
  codes: readonly string[],
): { to: number; joins: boolean } | undefined {
  const joined = join.exec(rest)
  if (joined && chinesePlaceAt(sentence, at + joined[0].length))
    return { to: at + joined[0].length, joins: true }
  const filler = between.exec(rest)
  if (filler) return { to: at + filler[0].length, joins: false }
  if (!rest.startsWith('(')) return undefined
  const close = sentence.slice(at, at + 80).indexOf(')')
  if (close === -1) return undefined
  // 中国(香港)法律: the place in brackets says which.
  const inner = chinesePlaceAt(sentence, at + 1)
  const narrows = inner?.end === at + close && codes.some(code => isWithin(inner.code, code))
  return { to: narrows ? at + 1 : at + close + 1, joins: false }
}

function weigh(sentence: string, { start, end }: Phrase): 'strong' | 'weak' | 'none' {
  const lead = sentence.slice(Math.max(0, start - 40), start)
  const after = sentence.slice(end, end + 40)
  const clause = lead.slice(lead.lastIndexOf(',') + 1)
  if (excluding.test(lead) || complying.test(lead)) return 'none'
  if (/(根据|依据|依照|按照|依)$/.test(lead) && formed.test(after)) return 'none'
  if (arbitral.test(clause)) return 'none'
  if (strongCue.test(lead) || strongCue.test(after)) return 'strong'
  if (weakCue.test(lead.slice(-6) + sentence.slice(start, end) + after)) return 'weak'
  return sentence.length <= 16 ? 'weak' : 'none'
}
