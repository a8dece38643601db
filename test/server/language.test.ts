import express from 'express'
import request, { type Agent } from 'supertest'
import { describe, expect, it } from 'vitest'
import { language, languages, translator, type wordsIn } from '../../server/web/language.ts'

describe('the language of a page', () => {
  type Locals = ReturnType<typeof wordsIn> & { languages: unknown }
  type Page = { lang: string; languages: { href: string }[]; signOut: string; day: string }

  const app = express()
  app.use((req, _res, next) => {
    const preferred = req.get('x-user-language')
    if (preferred) Object.assign(req, { user: { language: preferred } })
    next()
  })
  app.use(language())
  app.use((_req, res) => {
    const { lang, languages, t, fmt } = res.locals as Locals
    res.json({ lang, languages, signOut: t('app.signOut'), day: fmt.day('2026-04-15') })
  })

  const get = async (
    path: string,
    headers: Record<string, string> = {},
    reader: Agent = request.agent(app),
  ) => {
    const response = await reader.get(path).set(headers)
    return { ...(response.body as Page), headers: response.headers as Record<string, string> }
  }
  const browser = (accepted: string) => ({ 'accept-language': accepted })

  it.each([
    ['zh-HK,en;q=0.8', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['fr,zh-SG;q=0.9,en;q=0.8', 'zh-Hans'],
    ['en-GB,zh;q=0.9', 'en'],
    ['en;q=0.1,zh-HK', 'zh-Hant'],
    ['fr', 'en'],
  ])('for a browser that asks for %s is %s', async (accepted, lang) => {
    expect((await get('/', browser(accepted))).lang).toBe(lang)
  })

  it('is English when the browser says nothing', async () => {
    expect(await get('/')).toMatchObject({ lang: 'en', signOut: 'Sign out', day: 'Wednesday 15 April 2026' })
  })

  it('is that of the words, the dates and the headers', async () => {
    const page = await get('/', browser('zh-HK'))
    expect(page).toMatchObject({ signOut: '登出', day: '2026年4月15日（星期三）' })
    expect(page.headers['content-language']).toBe('zh-Hant')
    expect(page.headers.vary).toMatch(/Accept-Language, Cookie/)
  })

  it('is the one asked for in the address, and stays it', async () => {
    const reader = request.agent(app)
    expect((await get('/?lang=zh-Hant', browser('en'), reader)).lang).toBe('zh-Hant')
    expect((await get('/', { ...browser('en'), 'x-user-language': 'zh-Hans' }, reader)).lang).toBe('zh-Hant')
    expect((await get('/?lang=en', {}, reader)).lang).toBe('en')
    expect((await get('/', browser('zh-HK'), reader)).lang).toBe('en')
  })

  it('is the one the user prefers, whatever the browser asks for', async () => {
    expect((await get('/', { ...browser('en'), 'x-user-language': 'zh-Hans' })).lang).toBe('zh-Hans')
  })

  it.each(['?lang=fr', '?lang=zh', '?lang=en&lang=zh-Hans', '?lang='])('is not moved by %s', async query => {
    const page = await get(`/${query}`, browser('zh-CN'))
    expect(page.lang).toBe('zh-Hans')
    expect(page.headers).not.toHaveProperty('set-cookie')
  })

  it('is not moved by a cookie of another name or with another value', async () => {
    expect((await get('/', { cookie: 'lang=fr; xlang=zh-Hant' })).lang).toBe('en')
    expect((await get('/', { cookie: 'other=1; lang=zh-Hans' })).lang).toBe('zh-Hans')
  })

  it('can be changed without losing the page or what was searched for', async () => {
    expect((await get('/cases?q=%E5%BA%97&page=2&lang=en')).languages).toEqual([
      { lang: 'en', name: 'English', href: '?q=%E5%BA%97&page=2&lang=en' },
      { lang: 'zh-Hans', name: '简体', href: '?q=%E5%BA%97&page=2&lang=zh-Hans' },
      { lang: 'zh-Hant', name: '繁體', href: '?q=%E5%BA%97&page=2&lang=zh-Hant' },
    ])
  })

  it('cannot be changed on another site', async () => {
    const page = await get('//evil.example/?x')
    for (const { href } of page.languages) expect(href).toMatch(/^\?x=&lang=/)
  })
})

describe('words', () => {
  it('take their values as they are, for Pug escapes them', () => {
    expect(translator('en')('errors:notAfter', { field: 'A & B', limit: '1 May 2026' })).toBe(
      'A & B: the day cannot be after 1 May 2026',
    )
  })

  it('agree with a number', () => {
    expect(translator('en')('form.problem', { count: 1 })).toBe('One answer needs a change')
    expect(translator('en')('form.problem', { count: 2 })).toBe('2 answers need a change')
    expect(translator('zh-Hant')('form.problem', { count: 1 })).toBe('有1處需要修改')
  })

  it.each(languages)('that are missing are an error in %s', lang => {
    expect(() => translator(lang)('no.such.words')).toThrow('no.such.words')
    expect(() => translator(lang)('errors:notAfter', { field: 'x' })).toThrow('limit')
  })

  it('that are missing break no page in production', () => {
    expect(translator('zh-Hans', false)('no.such.words')).toBe('no.such.words')
  })
})
