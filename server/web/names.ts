import type { Names } from '../accounts/queries.ts'
import { languages, type Language } from './language.ts'

/** A name is shown in the reader's language if it has one, else as it is: it is never converted. */
export function nameIn(names: Names, lang: Language): { text: string; lang: Language } {
  const order =
    lang === 'zh-Hant' ? ['zh-Hant', 'zh-Hans', 'en'] : lang === 'en' ? languages : [lang, 'zh-Hant', 'en']
  const found = languages.find(each => each === order.find(one => names[one] !== undefined)) ?? lang
  return { text: names[found] ?? '', lang: found }
}

/** The language of a text that was filed in one, where the text is in its script: else the script alone decides. */
export const writtenIn = (text: string, filedIn: string): Language | undefined =>
  languages.find(lang => lang === filedIn && (lang !== 'en') === /\p{Script=Han}/u.test(text))

export const inLanguage = (names: Names, lang: Language): string => nameIn(names, lang).text
