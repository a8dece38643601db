import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { strays } from '../support/scripts.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const scripts = ['zh-Hans', 'zh-Hant'] as const

const filesOf = (language: string) => readdirSync(`views/locales/${language}`).sort()
const wordsOf = (language: string, file: string) =>
  z
    .record(z.string(), z.string().trim().min(1))
    .parse(JSON.parse(readFileSync(`views/locales/${language}/${file}`, 'utf8')))

// English has a singular of its own, Chinese does not.
const keysOf = (words: Record<string, string>) =>
  Object.keys(words)
    .filter(key => !(key.endsWith('_one') && key.replace(/_one$/, '_other') in words))
    .sort()
const placeholdersOf = (text: string) => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(([found]) => found).sort()

const files = [...new Set(languages.flatMap(filesOf))].sort()

describe.each(files)('%s', file => {
  it.each(scripts)('says the same things in English and in %s', language => {
    const english = wordsOf('en', file)
    const chinese = wordsOf(language, file)
    expect(keysOf(chinese)).toEqual(keysOf(english))
    for (const key of keysOf(english))
      expect([key, placeholdersOf(chinese[key] ?? '')]).toEqual([key, placeholdersOf(english[key] ?? '')])
  })

  it.each(scripts)('keeps to the characters of %s', script => {
    expect(findings(wordsOf(script, file), text => strays(text, script))).toEqual([])
  })

  it.each(scripts)('leaves no English in %s', language => {
    expect(findings(wordsOf(language, file), englishLeft)).toEqual([])
  })
})

it('tells the two scripts apart and leaves alone what they share', () => {
  expect(strays('法官裁定管辖权异议，听取陈述后择日宣判', 'zh-Hant')).toEqual(Array.from('辖权异议听陈择'))
  expect(strays('法官裁定管轄權異議，聽取陳述後擇日宣判', 'zh-Hans')).toEqual(Array.from('轄權異議聽陳後擇'))
  expect(strays('皇后大道中里程台北只有干系于是云表着力', 'zh-Hant')).toEqual([])
  expect(strays('皇后大道中里程台北只有干系于是云表着力', 'zh-Hans')).toEqual([])
})

const findings = (words: Record<string, string>, look: (text: string) => string[]) =>
  Object.entries(words).flatMap(([key, text]) => look(text).map(found => `${key}: ${found}`))

/** Names and codes that stay in Latin letters. */
const names = new Set(
  'SCIA SCIAHK HKIAC HKMC HKMA MHJMC HKMAAL CIETAC ICC SIAC LCIA UNCITRAL SPC CPL CNY HKD USD RMB UTC PDF CSV JSON Cookie'.split(
    ' ',
  ),
)

/** Three Latin words in a row, or a text of lower-case Latin words without a single Chinese character. */
const englishLeft = (text: string): string[] => {
  const bare = text
    .replace(/\{\{[^}]*\}\}|<[^>]*>|\S+[@/]\S+/g, '·')
    .replace(/[A-Za-z]+/g, word => (names.has(word) ? '·' : word))
  const runs = bare.match(/(?:\b[A-Za-z]+[ ,.’'-]+){2,}[A-Za-z]+/g) ?? []
  const untranslated = !/\p{Script=Han}/u.test(bare) && /\b[a-z]{2,}|[A-Z][a-z]+/.test(bare)
  return untranslated ? [text] : runs
}
