/** Languages of proceedings by their ISO 639 codes, with the words that name them. */
export const languages = {
  en: 'english|英语|英文',
  zh: 'chinese|mandarin|putonghua|中文|汉语|华语|普通话|国语',
  yue: 'cantonese|粤语|广东话',
  pt: 'portuguese|葡萄牙语|葡语|葡文',
  ja: 'japanese|日语|日文',
  ko: 'korean|韩语|韩文|韩国语',
  fr: 'french|法语|法文',
  de: 'german|德语|德文',
  es: 'spanish|西班牙语|西语',
  ru: 'russian|俄语|俄文',
  ar: 'arabic|阿拉伯语',
  it: 'italian|意大利语',
  vi: 'vietnamese|越南语',
  th: 'thai|泰语',
  id: 'indonesian|bahasa indonesia|印尼语',
  ms: 'malay|bahasa melayu|马来语',
  nl: 'dutch|荷兰语',
  sv: 'swedish|瑞典语',
} as const

type LanguageCode = keyof typeof languages
const isLanguage = (code: string): code is LanguageCode => Object.hasOwn(languages, code)
export const clauseLanguages: readonly LanguageCode[] = Object.keys(languages).filter(isLanguage)
