import { load } from 'cheerio'
import { expect } from 'vitest'
import { asActor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import { test as base, type Who } from '../support/test.ts'

const test = base.extend('signed', { scope: 'file' }, ({ app, people, clock, fileMediation }) => async () => {
  const filed = await fileMediation()
  const fire = (who: Who, type: string, data: Data = {}) =>
    asActor(app.db, people[who], trx =>
      fireEvent(
        trx,
        people[who],
        { reference: filed.reference, pathway: 'mediation', ordinal: 1 },
        { type, data, at: clock.now },
      ),
    )
  await fire('respondent', 'consent')
  for (const side of ['claimant', 'respondent'] as const)
    await fire(side, 'jointSelect', { mediator: people.mediator.id })
  await fire('mediator', 'acceptAndSignReceipt')
  await fire('mediator', 'reachAgreement', { terms: 'Pay 900,000 in two instalments.' })
  await fire('mediator', 'signAll', { signedOn: '2026-03-09' })
  return filed
})

const titles = {
  en: [
    'Apply for judicial confirmation',
    'Parties that apply together',
    'No fee is charged: Judicial confirmation fee',
  ],
  'zh-Hans': ['申请司法确认', '共同申请的当事人', '不收取费用：司法确认费用（'],
  'zh-Hant': ['申請司法確認', '共同申請的當事人', '不收取費用：司法確認費用（'],
} as const

test(
  'offers the confirmation to each party in its language, asks for all and takes no less',
  { timeout: 90_000 },
  async ({ as, signed }) => {
    const { url } = await signed()
    const page = `${url}/open/judicialConfirmation/applyJointly`
    const respondent = await as('respondent')
    for (const [lang, [title, label, free]] of Object.entries(titles)) {
      const offered = load((await respondent.visit(`${url}?lang=${lang}`)).text)
      expect(offered(`a[href="${page}"]`).first().text()).toBe(title)
      const form = load((await respondent.visit(`${page}?lang=${lang}`).expect(200)).text)
      expect(form('h1').text()).toBe(title)
      expect(form('fieldset legend').text()).toContain(label)
      expect(form('input[name="parties"]').length).toBe(2)
      expect(form('aside').text()).toContain(free)
    }
    await respondent.visit('/cases?lang=en')

    const alone = await respondent.submit(page, { parties: ['p2'] })
    expect(alone.status).toBe(409)
    expect(load(alone.text)('main').text()).toContain('One side alone cannot have the agreement confirmed.')
    const together = await respondent.submit(page, { parties: ['p1', 'p2'] })
    expect(together.status).toBe(303)

    const { text } = await respondent.visit(together.headers.location ?? '').expect(200)
    const shown = load(text)('main').text()
    expect(shown).toContain('Judicial confirmation 1')
    expect(shown).toContain('follows Mediation 1')
    expect(shown).toMatch(/Judicial confirmation fee · .*8\(1\).*No fee/)
    expect(shown).not.toContain('CNY 0.00')
    const again = load((await respondent.visit(url)).text)
    expect(again(`a[href="${page}"]`).length).toBe(0)
    await respondent.visit(page).expect(409)

    const clerk = await as('clerk')
    const seen = load((await clerk.visit(`${url}/judicialConfirmation/1`).expect(200)).text)('main').text()
    expect(seen).toContain('Mediation agreement')
    await clerk.visit(`${url}/mediation/1`).expect(404)
    await (await as('stranger')).visit(page).expect(404)
  },
)

test(
  'offers a suit on the agreement, and puts what it needs on the page of the court',
  { timeout: 90_000 },
  async ({ as, signed }) => {
    const { url } = await signed()
    const claimant = await as('claimant')
    const page = `${url}/open/litigation/createDraft`
    expect(load((await claimant.visit(url)).text)(`a[href="${page}"]`).text()).toBe('Start a complaint')
    expect(load((await (await as('respondent')).visit(url)).text)(`a[href="${page}"]`).length).toBe(0)
    expect((await claimant.submit(page)).status).toBe(303)
    const sent = await claimant.submit(`${url}/litigation/1/submitComplaint`)
    expect(sent.status).toBe(303)
    const officer = await as('intakeOfficer')
    const { text } = await officer.visit(`${url}/litigation/1`).expect(200)
    expect(load(text)('main').text()).toContain('Mediation agreement')
    await officer.visit(`${url}/mediation/1`).expect(404)
  },
)
