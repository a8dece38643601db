import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { listen } from '../../server/web/listen.ts'
import { translator, type Language } from '../../server/web/language.ts'
import { password, test as base, type Who } from './test.ts'

export const desktop = 1280
export const phone = 390
/** The narrowest screen on which nobody should have to scroll sideways (WCAG 1.4.10). */
const narrow = 320

/** Each language once, on a desk or in a hand. */
export const screens = [
  { lang: 'en', width: desktop },
  { lang: 'zh-Hans', width: phone },
  { lang: 'zh-Hant', width: phone },
] as const

export type Screen = { lang?: Language; width?: number; script?: boolean }
/** A window with the words of its language. */
export type Window = Page & { t: ReturnType<typeof translator> }

/** A test of the app at an address of its own, with windows of a real browser to look at it. */
export const test = base
  .extend('newContext', { scope: 'file' }, async ({ app }, { onCleanup }) => {
    const server = inject('browserServer')
    if ('missing' in server) throw new Error(server.missing)
    const browser = await chromium.connect(server.address)
    const { address, stop } = await listen(app.express, { host: '127.0.0.1', port: 0 })
    onCleanup(() => browser.close().then(stop))
    return (options: BrowserContextOptions) => browser.newContext({ ...options, baseURL: address })
  })
  .extend('record', { scope: 'file' }, ({ as }) => async (who: Who, event: string, answers: object = {}) => {
    const page = await (await as(who)).submit(event, answers)
    expect([page.status, event]).toEqual([303, event])
  })
  .extend('open', ({ newContext, people }, { onCleanup }) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    onCleanup(async () => {
      await Promise.all(contexts.map(context => context.close()))
      expect(faults, 'what the browser complains about').toEqual([])
    })

    /** A window of somebody's own who has signed in there, or of a visitor. Pages run no script, except for axe. */
    return async (
      who?: Who,
      { lang = 'en', width = desktop, script = false }: Screen = {},
    ): Promise<Window> => {
      const context = await newContext({
        locale: lang,
        viewport: { width, height: 900 },
        javaScriptEnabled: script,
        bypassCSP: script,
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      watch(page, faults)
      const window = Object.assign(page, { t: translator(lang) })
      if (who) await signIn(window, people[who].email, lang)
      return window
    }
  })

export async function signIn(page: Window, email: string, lang: Language) {
  await page.goto(`/sign-in?lang=${lang}`)
  await fillIn(page, { email, password })
  await press(page, page.t('signIn.submit'))
}

/** Answers a form by the names of its fields, which are the same in every language. */
export async function fillIn(page: Page, answers: Record<string, string>) {
  for (const [name, answer] of Object.entries(answers)) {
    const control = page.locator(`main [name="${name}"]`)
    const choices = page.locator(`main [name="${name}"][value="${answer}"]`)
    if ((await page.locator(`main select[name="${name}"]`).count()) > 0) await control.selectOption(answer)
    else if (/radio|checkbox/.test((await control.first().getAttribute('type')) ?? '')) await choices.check()
    else await control.fill(answer)
  }
}

export const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()

export const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click()

export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

export const main = (page: Page) => page.getByRole('main').innerText()

/** Errors of the console, whatever the page may not load, and pages that fail; a refusal is a page like any other. */
function watch(page: Page, faults: string[]) {
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
  page.on('response', response => {
    const document = response.request().resourceType() === 'document'
    if (response.status() >= (document ? 500 : 400)) faults.push(`${response.url()}: ${response.status()}`)
  })
}

/** Everything about a page that shuts somebody out: what axe finds, and scrolling sideways. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(levels).analyze()
  return [
    ...violations.map(({ id, help, nodes }) =>
      [
        `${id}: ${help}`,
        ...nodes.map(({ target, html }) => `  ${target.join(' ')}  ${html.slice(0, 200)}`),
      ].join('\n'),
    ),
    ...(await scrolls(page)),
  ]
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The widths at which the page is wider than the window. */
export async function scrolls(page: Page): Promise<string[]> {
  const wide: string[] = []
  for (const width of [desktop, phone, narrow]) {
    await page.setViewportSize({ width, height: 900 })
    const needed = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (needed > width) wide.push(`${needed} px wide in a window of ${width} px`)
  }
  return wide
}

/** Keeps pictures of a page at both widths, for people to look at. */
export async function picture(page: Page, name: string) {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `test/artefacts/${name}.${width}.png`, fullPage: true })
  }
}
