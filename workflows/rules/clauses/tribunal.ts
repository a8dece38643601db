import { indexed, mentions, type Flat } from './flat.ts'
import type { Read } from './institution.ts'
import { clauseLanguages, languages } from './languages.ts'

const numbers: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, five: 5, single: 1, sole: 1, '1': 1, '2': 2, '3': 3, '5': 5 },
  ...{ 一: 1, 壹: 1, 二: 2, 两: 2, 三: 3, 叁: 3, 五: 5, 独任: 1 },
}
const figure = '(one|two|three|five|single|sole|1|2|3|5)'
const han = '(一|壹|二|两|三|叁|五|1|2|3|5)'
const patterns = [
  new RegExp(
    `\\b${figure}(?: ?\\(\\d\\))? (?:(?:neutral|independent|impartial|qualified|disinterested|member) )?arbitrators?\\b`,
    'g',
  ),
  new RegExp(
    `\\bnumber of (?:the )?arbitrators? (?:shall be|is|will be|to be|:|-)? ?${figure}\\b(?! or| to)`,
    'g',
  ),
  new RegExp(`\\bnumber of arbitrators: ?${figure}\\b(?! or| to)`, 'g'),
  new RegExp(
    `\\b(?:tribunal|panel)(?: shall| will)?(?: be)? (?:of|consist of|consisting of|comprise|comprising|composed of|comprised of|constituted by) (?:a )?${figure}\\b(?! or| to)`,
    'g',
  ),
  new RegExp(`\\b${figure}[- ](?:member|person|arbitrator) (?:arbitral )?(?:tribunal|panel)`, 'g'),
  new RegExp(`仲裁员(?:的)?(?:人数|数目|数量)(?:应当?)?(?:为|是|:)+${han}[名人位]?(?!或)`, 'g'),
  new RegExp(`${han}[名位个](?:独任)?仲裁员`, 'g'),
  new RegExp(`(?:仲裁庭)(?:应当?)?(?:由|为)${han}[名人位](?!或)`, 'g'),
  new RegExp(`(?:由)?${han}人(?:仲裁庭|组成的?仲裁庭)`, 'g'),
  /(独任)仲裁/g,
]
const notTheWhole =
  /(appoint|appoints|appointed|nominate|nominates|select|selects|choose|chooses|designate|designates|or|to) (an |a )?$|(指定|选定|委任|委派|选择|任命|推选|或|或者|至)$|(at least|up to|no more than|least|不少于|至少) ?$/
const eachOne =
  /\b(each|either) (party|side)[^.;]{0,40} (appoint|nominate|select|choose|designate)s?[^.;]{0,30}\b(one|an|1)\b[^.;]{0,20} ?arbitrator.{0,160}\b(third|presiding|chair\w*)/
const eachOneChinese = /(各|各自|双方各|各方)(自)?(指定|选定|委任|委派|选择)(一|1)[名位个].{0,80}(首席|第三)/

const tribunal = /arbitrator|tribunal|panel|仲裁员|仲裁庭|独任|首席|第三/

/** How many arbitrators the parties want; none where they leave it open or say two things. */
export function readArbitrators({ text }: Flat): Read<number> | undefined {
  if (!tribunal.test(text)) return undefined
  const found: Read<number>[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = numbers[String(match[1])]
      const lead = text.slice(Math.max(0, match.index - 24), match.index)
      const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 12)
      if (value === undefined || notTheWhole.test(lead) || /^( or (more|three|a)|或|或者)/.test(tail))
        continue
      found.push({ value, start: match.index, end: match.index + match[0].length })
    }
  }
  const open =
    /\b(one|1|sole)( arbitrator)? or (more|three|3)( arbitrators)?\b|(一|1)[名位]?(仲裁员)?或者?(三|3|多)[名位]/.test(
      text,
    )
  const [first] = found
  if (first && new Set(found.map(({ value }) => value)).size === 1 && !open) return first
  if (first || open) return undefined
  const each = eachOne.exec(text) ?? eachOneChinese.exec(text)
  return each ? { value: 3, start: each.index, end: each.index + each[0].length } : undefined
}

const languageNames = indexed(
  clauseLanguages.flatMap(code => languages[code].split('|').map(name => ({ code, name }))),
)
const anyLanguage = Object.values(languages).join('|')
const spoken = [
  new RegExp(
    `\\blanguages?[^.;,]{0,60}?\\b(?:arbitra\\w*|proceedings?|tribunal|hearings?|used)\\b[^.;]{0,60}?\\b(${anyLanguage})\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:arbitra\\w*|proceedings?|hearings?|award)\\b[^.;]{0,60}? (?:conducted|held|be|carried out|written|take place) (?:and \\w+ )?(?:exclusively )?in (?:the )?(${anyLanguage})\\b(?! law| court)`,
    'g',
  ),
  new RegExp(
    `\\b(${anyLanguage})(?: language)? (?:shall be|is|will be|as) the (?:working |procedural )?language`,
    'g',
  ),
  new RegExp(`\\b(?:conducted|arbitration) in (?:the )?(${anyLanguage}) language`, 'g'),
  new RegExp(`仲裁(?:程序|使用)?的?(?:语言|文字|语文)(?:文字)?[^。;,]{0,10}?(${anyLanguage})`, 'g'),
  new RegExp(`仲裁(?:程序)?[^。;,]{0,10}?(?:以|使用|用|采用|按照)(${anyLanguage})`, 'g'),
  new RegExp(`(?:以|使用|用|采用)(${anyLanguage})(?:进行)?仲裁`, 'g'),
  new RegExp(`(${anyLanguage})为仲裁(?:使用|程序)?的?(?:语言|文字)`, 'g'),
]
const second = new RegExp(`^(?: language)?(?:,| and| or|/|和|及|与|或者?|、| &)+ ?(?:the )?(${anyLanguage})`)

/** The language of the proceedings as ISO 639; none where there are two. */
export function readLanguage(flat: Flat): { language?: Read<string>; several: boolean } {
  if (mentions(flat, languageNames).length === 0) return { several: false }
  const { text } = flat
  const found: Read<string>[] = []
  let several = false
  for (const pattern of spoken) {
    for (const match of text.matchAll(pattern)) {
      const word = String(match[1])
      const start = match.index + match[0].lastIndexOf(word)
      const other = second.exec(text.slice(start + word.length, start + word.length + 40))
      for (const value of codesOf(word)) {
        several ||= other !== null && !codesOf(String(other[1])).includes(value)
        found.push({ value, start, end: start + word.length })
      }
    }
  }
  const [first] = found
  several ||= new Set(found.map(({ value }) => value)).size > 1
  return first && !several ? { language: first, several } : { several }
}

const codesOf = (word: string) => clauseLanguages.filter(code => languages[code].split('|').includes(word))
