import { expect } from 'vitest'
import { claim, claimant, contract, exhibit, respondent } from '../support/answers.ts'
import {
  fillIn,
  follow,
  heading,
  main,
  phone,
  press,
  screens,
  test,
  type Window,
} from '../support/browser.ts'

/** From the menu to the page of answers, one step after the other. */
async function answer(page: Window, menu: string, organisation: string, changes: { claim?: object } = {}) {
  const { t } = page
  const goOn = () => press(page, t('filing:continue'))
  await follow(page, t(menu))
  await follow(page, t('filing:list.new'))
  await fillIn(page, { organisation })
  await goOn()
  await fillIn(page, claimant)
  await goOn()
  await follow(page, t('filing:others.add'))
  await fillIn(page, respondent)
  await goOn()
  await follow(page, t('filing:next'))
  await fillIn(page, contract)
  await goOn()
  await fillIn(page, { ...claim, ...changes.claim })
  await goOn()
  await fillIn(page, exhibit)
  await press(page, t('filing:exhibits.submit'))
  await follow(page, t('filing:next'))
}

test.for(screens)(
  'an officer files a complaint at the counter and registers it ($lang, $width px)',
  async (screen, { open }) => {
    const page = await open('intakeOfficer', screen)
    const { t } = page
    await answer(page, 'accounts:menu.filings', 'QIANHAI_COURT', { claim: { declaresArbitration: 'no' } })

    expect(await heading(page)).toBe(t('filing:check.title'))
    const answers = await main(page)
    for (const { nameEn } of [claimant, respondent]) expect(answers).toContain(nameEn)
    expect(answers).toContain('前海灵渡传感有限公司')
    expect(answers).toContain('港峰貿易有限公司')
    expect(answers).toContain('8,800,000.00')
    expect(answers).toContain(exhibit.exhibitName)

    await press(page, t('filing:submit.litigation'))
    expect(await heading(page)).toBe(t('filing:receipt.litigation'))
    const receipt = await main(page)
    const [reference] = /QH-2026-\d{6}/.exec(receipt) ?? ['no number']
    expect(receipt).toContain(exhibit.exhibitName)
    expect(receipt).toMatch(/\b[0-9a-f]{64}\b/)

    await follow(page, t('filing:receipt.case'))
    expect(new URL(page.url()).pathname).toBe(`/cases/${reference}`)
    await follow(page, t('litigation:event.register.title'))
    await fillIn(page, { procedure: 'ordinary' })
    await press(page, t('litigation:event.register.title'))
    const state = t('litigation:state.registered')
    expect(await page.getByRole('status').innerText()).toContain(t('case:done.now', { state }))
  },
)

test('a party proposes a mediation and puts right what is missing', async ({ open }) => {
  const page = await open('claimant', { lang: 'zh-Hant', width: phone })
  const { t } = page
  await follow(page, t('accounts:menu.filings.party'))
  await follow(page, t('filing:list.new'))

  await press(page, t('filing:continue'))
  expect(await page.title()).toContain(t('form.error'))
  const problem = page.getByRole('alert').getByRole('link')
  expect(await problem.count()).toBe(1)
  await problem.click()
  const focused = await page.locator(':focus').getAttribute('name')
  expect(focused, 'the problem leads to its question').toBe('organisation')

  await answer(page, 'accounts:menu.filings.party', 'QHDRC')
  await follow(page, `${t('form.change')} ${t('filing:relief')}`)
  await fillIn(page, { relief: 'Payment in two parts' })
  await press(page, t('filing:continue'))
  expect(await main(page)).toContain('Payment in two parts')

  await press(page, t('filing:submit.mediation'))
  expect(await heading(page)).toBe(t('filing:receipt.mediation'))
  expect(await main(page)).toMatch(/QH-2026-\d{6}/)
  await follow(page, t('accounts:menu.cases.party'))
  expect(await main(page)).toContain(claim.title)
})
