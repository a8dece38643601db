import { expect } from 'vitest'
import { fillIn, follow, main, press, screens, test } from '../support/browser.ts'

test.for(screens)(
  'a mediator takes a case on and brings it to a signed agreement ($lang, $width px)',
  async (screen, { open, fileMediation, record, people }) => {
    const { url } = await fileMediation()
    const mediation = `${url}/mediation/1`
    await record('respondent', `${mediation}/consent`)
    await record('claimant', `${mediation}/jointSelect`, { mediator: people.mediator.id })
    await record('respondent', `${mediation}/jointSelect`, { mediator: people.mediator.id })

    const page = await open('mediator', screen)
    const { t } = page
    const act = async (event: string, state: string, answers: Record<string, string> = {}) => {
      const title = t(`mediation:event.${event}.title`)
      await follow(page, title)
      await fillIn(page, answers)
      await press(page, title)
      const now = t('case:done.now', { state: t(`mediation:state.${state}`) })
      expect(await page.getByRole('status').innerText()).toContain(now)
    }

    await follow(page, t('accounts:menu.cases'))
    await page.getByRole('main').locator(`a[href="${url}"]`).click()
    await act('acceptAndSignReceipt', 'inMediation')
    await act('reachAgreement', 'agreementDraft', {
      terms: 'CNY 4,400,000 by 30 April, the rest by 30 June.',
    })
    await act('signAll', 'signed', {
      'signedOn-day': '9',
      'signedOn-month': '3',
      'signedOn-year': '2026',
    })
    await act('fileWithCourt', 'filed')

    const party = await open('respondent', screen)
    await party.goto(url)
    expect(await main(party)).toContain(t('mediation:state.filed.next'))
    await follow(party, t('proceedings:document.agreement'))
    expect(await main(party)).toContain('CNY 4,400,000 by 30 April')
  },
)
