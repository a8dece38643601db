import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { translator } from '../../server/web/language.ts'
import { fillIn, follow, heading, phone, press, test } from '../support/browser.ts'
import { password } from '../support/test.ts'

describe('signing in', () => {
  test('needs no mouse', async ({ open, people }) => {
    const page = await open()
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe(page.t('app.skip'))
    await tabTo(page, page.t('app.signIn'))
    await page.keyboard.press('Enter')
    await page.waitForURL('/sign-in')

    await tabTo(page, 'email')
    await page.keyboard.type(people.claimant.email)
    await tabTo(page, 'password')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('/cases')
    expect(await heading(page)).toBe(page.t('accounts:menu.cases.party'))
  })

  test('says what is wrong first, and leads to it', async ({ open, people }) => {
    const page = await open(undefined, { width: phone })
    await page.goto('/sign-in')
    await fillIn(page, { email: people.claimant.email })
    await press(page, page.t('signIn.submit'))
    expect(await page.title()).toContain(page.t('form.error'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: page.t('errors:signIn.password') })
      .click()
    expect(await focused(page)).toBe('password')
    expect(await page.locator('#email').inputValue()).toBe(people.claimant.email)
  })
})

test('another language keeps the page, and is kept', async ({ open, fileLitigation }) => {
  const { url } = await fileLitigation()
  const page = await open('claimant', { width: phone })
  await page.goto(`${url}?all=1`)
  await follow(page, '繁體')
  expect(new URL(page.url()).pathname).toBe(url)
  expect(new URL(page.url()).searchParams.get('all')).toBe('1')
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
  await follow(page, translator('zh-Hant')('accounts:menu.cases.party'))
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
  await follow(page, 'English')
  expect(await heading(page)).toBe(page.t('accounts:menu.cases.party'))
})

/** What has the focus: the id of a control, else the words of a link or a button. */
async function focused(page: Page) {
  const [focus] = await page.locator(':focus').all()
  return (await focus?.getAttribute('id')) ?? (await focus?.innerText())
}

async function tabTo(page: Page, what: string) {
  for (let stops = 0; stops < 40; stops++) {
    if ((await focused(page)) === what) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${what} by keyboard`)
}
