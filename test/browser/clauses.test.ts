import { describe, expect } from 'vitest'
import { barriers, fillIn, picture, press, screens, test } from '../support/browser.ts'

describe('reading a clause while filing', { timeout: 120_000 }, () => {
  test.for(screens)('fills in what was empty, in $lang', async ({ lang, width }, { open, as }) => {
    const begun = await (await as('claimant')).submit('/filings/new', { organisation: 'QIANHAI_COURT' })
    const page = await open('claimant', { lang, width, script: true })
    await page.goto(begun.headers.location!.replace('/claimant', '/contract'))
    await fillIn(page, {
      governingLawClause: 'This Agreement shall be governed by and construed under the laws of Hong Kong.',
      arbitrationClause: '爭議提交香港國際仲裁中心，仲裁地為香港，仲裁語言為英文。',
      seat: 'SHENZHEN',
    })
    await press(page, page.t('clauses:read'))
    expect(await page.locator('[name=chosenLaw]').inputValue()).toBe('HK')
    expect(await page.locator('[name=language]').inputValue()).toBe('en')
    expect(await page.locator('[name=seat]').inputValue()).toBe('SHENZHEN')
    expect(await page.locator('[role=status] li').count()).toBe(4)
    expect(await barriers(page)).toEqual([])
    await picture(page, `filing-clause.${lang}`)
  })
})
