import { expect } from 'vitest'
import { fillIn, follow, heading, main, press, screens, signIn, test } from '../support/browser.ts'
import { password } from '../support/test.ts'

test.for(screens)(
  'an administrator looks at the caseload and adds a clerk, who can then work ($lang, $width px)',
  async (screen, { open, fileLitigation }) => {
    const { lang } = screen
    const { reference, url } = await fileLitigation()
    const page = await open('administrator', screen)
    const { t } = page
    await follow(page, t('accounts:menu.caseload'))
    expect(await heading(page)).toBe(t('reports:title'))
    const residual = page.getByRole('main').locator('dt, th, td', { hasText: t('reports:sum.residual') })
    expect(await residual.first().isVisible()).toBe(true)

    await follow(page, t('accounts:menu.people'))
    await follow(page, t('registers:people.add'))
    const email = `newcomer.${lang.toLowerCase()}@example.test`
    await fillIn(page, {
      'name-en': 'Lin Yue',
      'name-zh-Hans': '林越',
      email,
      language: lang,
      password: 'short',
    })
    await press(page, t('registers:person.new'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: t('registers:error.password') })
      .click()
    expect(await page.locator(':focus').getAttribute('name')).toBe('password')
    expect(await page.locator('[name="name-zh-Hans"]').inputValue()).toBe('林越')
    await fillIn(page, { password })
    await press(page, t('registers:person.new'))
    await fillIn(page, { organisation: 'QIANHAI_COURT', role: 'clerk' })
    await press(page, t('registers:posts.give'))
    expect(await main(page)).toContain(t('roles:clerk'))

    const newcomer = await open(undefined, screen)
    await signIn(newcomer, email, lang)
    await follow(newcomer, t('accounts:menu.cases'))
    expect(await main(newcomer)).toContain(reference)
    await newcomer.goto(url)
    expect(await main(newcomer)).toContain(t('litigation:state.submitted'))
  },
)
