import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Request, RequestHandler } from 'express'
import { createInstance, type i18n, type TFunction } from 'i18next'
import type {} from 'passport' // gives a request its user
import { root } from '../root.ts'
import { formats } from './format.ts'

export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]
/** Of several keys the first that has words; `defaultValue` among the values stands in for words that there need not be. */
export type Translate = (key: string | string[], values?: Record<string, unknown>) => string

/** Each language by its own name, for people who read no other. */
const ownName: Record<Language, string> = { en: 'English', 'zh-Hans': '简体', 'zh-Hant': '繁體' }

/** Chooses the language of the page: asked for in the address, remembered, of the user, of the browser. */
export const language = (): RequestHandler => (req, res, next) => {
  const asked = known(req.query.lang)
  if (asked)
    res.cookie('lang', asked, {
      maxAge: 365 * 86_400_000,
      httpOnly: true,
      sameSite: 'lax',
      secure: req.secure,
    })
  const lang = languageOf(req)

  res.set('Content-Language', lang)
  res.vary('Accept-Language, Cookie')
  Object.assign(res.locals, wordsIn(lang, req.app.get('env') !== 'production'), {
    languages: languages.map(other => ({ lang: other, name: ownName[other], href: samePage(req, other) })),
  })
  next()
}

export const languageOf = (req: Request): Language =>
  known(req.query.lang) ?? remembered(req) ?? preferred(req) ?? accepted(req)

/** What every view needs to speak a language. */
export const wordsIn = (lang: Language, strict = true) => ({
  lang,
  t: translator(lang, strict),
  fmt: formats[lang],
})

/** Looks words up. A key without words is an error, in production English instead. */
export const translator = (lang: Language, strict = true): Translate =>
  (strict ? translators.demanding : translators.lenient)[lang]

export const known = (text: unknown): Language | undefined => languages.find(lang => lang === text)

const resources = Object.fromEntries(languages.map(lang => [lang, namespaces(lang)]))
const demanding = dictionary(true)
const lenient = dictionary(false)

const translators = { demanding: eachLanguage(demanding), lenient: eachLanguage(lenient, 'en') }

function eachLanguage(dictionary: i18n, ...instead: Language[]): Record<Language, Translate> {
  const speak = (lang: Language) => plainly([lang, ...instead], dictionary.getFixedT(lang))
  return { en: speak('en'), 'zh-Hans': speak('zh-Hans'), 'zh-Hant': speak('zh-Hant') }
}

/** Most words take no values, and a page asks for hundreds of them: those are read straight from the dictionary. */
function plainly(langs: Language[], t: TFunction): Translate {
  return (key, values = {}) => {
    const { defaultValue, ...rest } = values
    if (Object.keys(rest).length > 0) return t(key, values)
    for (const one of typeof key === 'string' ? [key] : key) {
      for (const lang of langs) {
        const words = wordsFor(lang, one)
        if (words !== undefined) return /\{\{|\$t\(/.test(words) ? t(key, values) : words
      }
    }
    return typeof defaultValue === 'string' ? defaultValue : t(key, values)
  }
}

function wordsFor(lang: Language, key: string): string | undefined {
  const at = key.indexOf(':')
  const namespace = at < 0 ? 'pages' : key.slice(0, at)
  const words = resources[lang]
  return words && Object.hasOwn(words, namespace) ? own(words[namespace], key.slice(at + 1)) : undefined
}

const own = (words: Record<string, string> = {}, name: string) =>
  Object.hasOwn(words, name) ? words[name] : undefined

function namespaces(lang: Language): Record<string, Record<string, string>> {
  const folder = path.join(root, 'views/locales', lang)
  return Object.fromEntries(
    readdirSync(folder).map(file => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>,
    ]),
  )
}

function dictionary(strict: boolean) {
  const refuse = (what: string): never => {
    throw new Error(`no words for ${what}`)
  }
  const instance = createInstance()
  void instance.init({
    resources,
    initAsync: false,
    load: 'currentOnly',
    supportedLngs: [...languages],
    fallbackLng: strict ? false : 'en',
    defaultNS: 'pages',
    showSupportNotice: false,
    nsSeparator: ':', // said outright, or a key with a space in it, as `law.Cap. 1`, is taken for a sentence
    keySeparator: false,
    interpolation: { escapeValue: false }, // Pug escapes
    ...(strict && {
      parseMissingKeyHandler: (key: string, standIn?: string) => standIn ?? refuse(key),
      missingInterpolationHandler: (value: string) => refuse(value),
    }),
  })
  return instance
}

const remembered = (req: Request) => known(/(?:^|; )lang=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1])

const preferred = ({ user }: Request) => (user && 'language' in user ? known(user.language) : undefined)

function accepted(req: Request): Language {
  const tags: [RegExp, Language][] = [
    [/^en/i, 'en'],
    [/^zh-hans/i, 'zh-Hans'],
    [/^(zh-(hant|hk|mo|tw)|yue)/i, 'zh-Hant'],
    [/^zh/i, 'zh-Hans'],
  ]
  for (const tag of req.acceptsLanguages()) {
    const match = tags.find(([pattern]) => pattern.test(tag))
    if (match) return match[1]
  }
  return 'en'
}

/** Only a query, so that it holds on any page and can lead nowhere else. */
function samePage(req: Request, lang: Language): string {
  const query = new URLSearchParams(req.originalUrl.split('?')[1])
  query.set('lang', lang)
  return `?${query.toString()}`
}
