import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { password, test, type Browser } from '../support/test.ts'

/** Follows the link to Traditional Chinese on a page that was the answer to a form. */
async function inChinese(browser: Browser, html: string) {
  const { text } = await browser.visit(load(html)('a[hreflang=zh-Hant]').attr('href')!)
  return load(text)
}

describe('another language on a page that shows a form again keeps what was typed', () => {
  test('of an event', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const officer = await as('intakeOfficer')
    const page = `${url}/litigation/1/requestSupplement`
    const refused = await officer.submit(page, { defects: 'The agency agreement\nThe invoices' })
    expect(refused.status).toBe(422)
    const $ = await inChinese(officer, refused.text)
    expect($('html').attr('lang')).toBe('zh-Hant')
    expect($('[name=defects]').text()).toBe('The agency agreement\nThe invoices')
  })

  test('of a step of a filing, also what was unticked', async ({ as }) => {
    const claimant = await as('claimant')
    const started = await claimant.submit('/filings/new', { organisation: 'QIANHAI_COURT' })
    const step = started.headers.location!
    const party = { partyKind: 'company', nameEn: 'Lingdu', jurisdiction: 'CN', domicile: 'CN' }
    await claimant.submit(step, { ...party, zones: ['cooperationZone'] })
    const refused = await claimant.submit(step, { ...party, nameEn: 'Lingdu Sensing', domicile: '' })
    expect(refused.status).toBe(422)
    const $ = await inChinese(claimant, refused.text)
    expect($('[name=nameEn]').val()).toBe('Lingdu Sensing')
    expect($('[name=zones]:checked')).toHaveLength(0)
  })

  test('of a form that has a page of its own, but for the password', async ({ as }) => {
    const administrator = await as('administrator')
    const typed = { 'name-en': 'Ho Ka-man', email: 'nowhere', language: 'zh-Hant', password }
    const refused = await administrator.submit('/people/new', typed, '/people')
    expect(refused.status).toBe(422)
    const $ = await inChinese(administrator, refused.text)
    expect($('[name="name-en"]').val()).toBe('Ho Ka-man')
    expect($('[name=password]').val()).toBe('')
  })

  test('but not on another day: the address of the form alone shows it blank', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    const officer = await as('intakeOfficer')
    const page = `${url}/litigation/1/requestSupplement`
    await officer.submit(page, { defects: 'The invoices' })
    expect(load((await officer.visit(`${page}?lang=zh-Hant`)).text)('[name=defects]').text()).toBe('')
  })
})
