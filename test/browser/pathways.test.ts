import { describe, expect } from 'vitest'
import { barriers, desktop, picture, screens, test } from '../support/browser.ts'

/** The picture is there, and not only its frame. */
const drawn = (src: string) => `(async () => {
  const image = document.querySelector('img[src="${src}"]')
  image.loading = 'eager'
  await image.decode()
  return image.naturalWidth
})()`

describe('the pathways', { timeout: 120_000 }, () => {
  test.for(screens)('are drawn and told in $lang', async ({ lang }, { open }) => {
    const page = await open(undefined, { lang, width: desktop, script: true })
    await page.goto(`/pathways?lang=${lang}`)
    expect(await barriers(page)).toEqual([])
    for (const name of ['mediation', 'litigation', 'arbitration']) {
      await page.goto(`/pathways/${name}`)
      expect(await page.evaluate<number>(drawn(`/pathways/${name}/${lang}.svg`))).toBeGreaterThan(500)
      expect(await barriers(page)).toEqual([])
      await picture(page, `pathway-${name}.${lang}`)
    }
  })

  test('are on the case page, with the way it has come', async ({ open, fileLitigation }) => {
    const { url } = await fileLitigation()
    const page = await open('claimant', { script: true })
    await page.goto(url)
    await page.locator('details.qh-whole > summary').click()
    expect(await page.evaluate<number>(drawn(`${url}/litigation/1/way.svg`))).toBeGreaterThan(500)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'case-pathway')
  })
})
