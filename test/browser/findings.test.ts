import { expect } from 'vitest'
import { barriers, picture, test } from '../support/browser.ts'
import { litigationFiling } from '../support/filings.ts'

test('the findings of a case, opened and overruled, shut nobody out', async ({
  open,
  fileLitigation,
  record,
}) => {
  const { url } = await fileLitigation({
    contract: { ...litigationFiling.contract, chosenLaw: 'HK', institution: 'SCIA', seat: 'SHENZHEN' },
  })
  await record('intakeOfficer', `${url}/litigation/1/overruleFinding`, {
    check: 'governingLaw',
    verdict: 'notSupported',
    law: 'CN',
    why: 'An annex struck the clause out',
  })
  for (const lang of ['en', 'zh-Hant'] as const) {
    const page = await open('intakeOfficer', { lang, script: true })
    await page.goto(url)
    const closed = page.locator('section[aria-labelledby=findings] details:not([open]) > summary:visible')
    while ((await closed.count()) > 0) await closed.first().click()
    expect(await barriers(page)).toEqual([])
    await picture(page, `case-findings.${lang}`)
  }
})
