import { expect } from 'vitest'
import { fillIn, follow, main, press, screens, test } from '../support/browser.ts'

test.for(screens)(
  'a respondent sees its period run and files its defence within it ($lang, $width px)',
  async (screen, { open, fileLitigation, record, clock }) => {
    const at = (day: string) => (clock.now = `${day}T01:00:00.000Z`)
    at('2026-03-09')
    const { url } = await fileLitigation()
    const suit = `${url}/litigation/1`
    await record('intakeOfficer', `${suit}/register`, { procedure: 'ordinary' })
    await record('claimant', `${suit}/payFee`, { amount: '73,400.00' })
    await record('clerk', `${suit}/startService`, {
      'methods.p2.method': 'email',
      'methods.p2.sentOn-day': '9',
      'methods.p2.sentOn-month': '3',
      'methods.p2.sentOn-year': '2026',
    })

    const clerk = await open('clerk', screen)
    const { t } = clerk
    await clerk.goto(url)
    await follow(clerk, t('litigation:event.recordService.title'))
    await fillIn(clerk, {
      party: 'p2',
      method: 'email',
      'receivedOn-day': '9',
      'receivedOn-month': '3',
      'receivedOn-year': '2026',
    })
    await press(clerk, t('litigation:event.recordService.title'))
    const state = t('litigation:state.defencePeriod')
    expect(await clerk.getByRole('status').innerText()).toContain(t('case:done.now', { state }))

    const page = await open('respondent', screen)
    await follow(page, t('accounts:menu.cases.party'))
    await page.getByRole('main').locator(`a[href="${url}"]`).click()
    const next = page.getByRole('region', { name: t('case:next') })
    // Thirty days for a party without domicile in the Mainland, from the day after receipt (CPL 285).
    const due = next.locator('time')
    expect(await due.getAttribute('datetime')).toBe('2026-04-08')
    const left = await next.innerText()
    at('2026-03-24')
    await page.reload()
    expect(await next.innerText(), 'the days left get fewer').not.toBe(left)

    const deadlines = page.getByRole('region', { name: t('case:deadlines') }).getByRole('listitem')
    const defence = deadlines.filter({ has: page.locator('time[datetime="2026-04-08"]') })
    const working = defence.locator('details')
    expect(await working.getByRole('list').isVisible(), 'the reader’s own reckoning is open').toBe(true)
    expect(await working.getByRole('list').innerText()).toContain('30')

    await follow(page, t('litigation:event.fileDefence.title'))
    await press(page, t('litigation:event.fileDefence.title'))
    expect(await page.getByRole('status').innerText()).toContain(t('litigation:event.fileDefence.done'))
    expect(await main(page)).toContain(t('litigation:state.pretrial.next'))
  },
)

test('a tribunal secretary accepts a request for arbitration', async ({ open, fileArbitration, clock }) => {
  clock.now = '2026-03-09T01:00:00.000Z'
  const { url } = await fileArbitration()
  const page = await open('tribunalSecretary')
  await follow(page, page.t('accounts:menu.cases'))
  await page.getByRole('main').locator(`a[href="${url}"]`).click()
  await follow(page, page.t('arbitration:event.accept.title'))
  await press(page, page.t('arbitration:event.accept.title'))
  const state = page.t('arbitration:state.accepted')
  expect(await page.getByRole('status').innerText()).toContain(page.t('case:done.now', { state }))
})
