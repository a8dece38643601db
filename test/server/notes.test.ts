import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { asActor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import { monday, test as base, type Who } from '../support/test.ts'

const test = base.extend('mediated', { scope: 'file' }, async ({ app, people, fileMediation }) => {
  const { reference, url } = await fileMediation()
  const fire = async (who: Who, type: string, data: Data = {}) => {
    const where = { reference, pathway: 'mediation', ordinal: 1 } as const
    await asActor(app.db, people[who], trx => fireEvent(trx, people[who], where, { type, data, at: monday }))
  }
  await fire('respondent', 'consent')
  for (const who of ['claimant', 'respondent'] as const)
    await fire(who, 'jointSelect', { mediator: people.otherMediator.id })
  await fire('otherMediator', 'acceptAndSignReceipt')
  return { reference, here: `${url}/mediation/1`, fire }
})

const textOf = (html: string) => load(html)('main').text().replaceAll(/\s+/g, ' ')

describe('a room', { timeout: 60_000 }, () => {
  test('says who reads it, in three languages, and is reached from the case', async ({ as, mediated }) => {
    const mediator = await as('otherMediator')
    const links = load((await mediator.visit(mediated.here)).text)('a')
      .map((_, a) => load(a)('a').attr('href'))
      .get()
    for (const room of ['mediation', 'caucus-p1', 'caucus-p2'])
      expect(links).toContain(`${mediated.here}/notes/${room}`)

    const caucus = `${mediated.here}/notes/caucus-p2`
    expect(textOf((await mediator.visit(caucus)).text)).toContain(
      'Only Other Mediator (mediator) and Harbour Crest Trading Limited read this.',
    )
    expect(textOf((await mediator.visit(`${caucus}?lang=zh-Hant`)).text)).toMatch(
      /只有Other Mediator（調解員）.港峰貿易有限公司可以閱讀。/,
    )
    expect(textOf((await mediator.visit(`${caucus}?lang=zh-Hans`)).text)).toContain('可以阅读。')
    await mediator.visit('/?lang=en')
    const claimant = await as('claimant')
    expect((await claimant.visit(caucus)).status).toBe(404)
    expect(textOf((await claimant.visit(mediated.here)).text)).not.toContain('Caucus with Harbour Crest')
  })

  test('takes an offer with its sum, and shows it to that party and the mediator', async ({
    as,
    mediated,
  }) => {
    const page = `${mediated.here}/notes/caucus-p2`
    const respondent = await as('respondent')
    const offer = {
      kind: 'offer',
      body: 'At once.',
      amount: '6,500,000.00',
      'amount-currency': 'HKD',
      mayConvey: 'no',
    }
    const sent = await respondent.submit(page, offer)
    expect([sent.status, sent.headers.location]).toEqual([303, `${page}?done=1`])
    for (const who of ['respondent', 'otherMediator'] as const) {
      const text = textOf((await (await as(who)).visit(page)).text)
      for (const words of ['HKD 6,500,000.00', 'At once.', 'The mediator may not pass it on.'])
        expect(text, who).toContain(words)
    }
  })

  test('says beside the field what is wrong, and keeps what was typed', async ({ as, mediated }) => {
    const page = `${mediated.here}/notes/caucus-p1`
    const claimant = await as('claimant')
    const sent = await claimant.submit(page, { kind: 'caucusNote', body: 'Kept words', amount: '12' })
    expect(sent.status).toBe(422)
    const $ = load(sent.text)
    expect($('#mayConvey').closest('fieldset').find('.govuk-error-message').text()).toContain('choose one')
    expect($('#amount-error').text()).toContain('only an offer has an amount')
    expect($('textarea[name=body]').val()).toBe('Kept words')
    expect($('.govuk-error-summary a').attr('href')).toMatch(/^#/)
    const empty = await claimant.submit(page)
    expect(load(empty.text)('.govuk-error-summary a')).toHaveLength(2)
    const forged = await claimant.submit(page, { kind: 'panelNote', body: 'x' })
    expect(forged.status).toBe(422)
  })

  test('corrects a note by a further one that refers to it', async ({ as, mediated }) => {
    const page = `${mediated.here}/notes/mediation`
    const mediator = await as('otherMediator')
    await mediator.submit(page, { kind: 'sessionNote', body: 'Held on Tuesday.' })
    const correct = load((await mediator.visit(page)).text)('a:contains("Correct")').attr('href')!
    const form = correct.replace(/#.*$/, '')
    await mediator.submit(form, { kind: 'sessionNote', body: 'Held on Wednesday.' }, page)
    const text = textOf((await mediator.visit(page)).text)
    expect(text).toContain('Held on Tuesday.')
    expect(text).toContain('Held on Wednesday.')
    expect(text).toMatch(/Corrects the note of .* by Other Mediator/)
    expect(text).toContain('Corrected by a later note')
  })

  test('tells a facilitative mediator who has still to ask for a proposal', async ({ as, mediated }) => {
    const page = `${mediated.here}/notes/mediation`
    const mediator = await as('otherMediator')
    const refused = await mediator.submit(page, { kind: 'proposal', body: 'Half each.' })
    expect(refused.status).toBe(422)
    expect(textOf(refused.text)).toContain('only when every party has asked')
    for (const who of ['claimant', 'respondent'] as const) {
      const waits = textOf((await mediator.visit(page)).text)
      expect(waits).toContain(who === 'claimant' ? 'Qianhai Lingdu' : 'Still to ask: Harbour Crest')
      expect((await (await as(who)).submit(page, { kind: 'proposalRequest' })).status).toBe(303)
    }
    expect((await mediator.submit(page, { kind: 'proposal', body: 'Half each.' })).status).toBe(303)
  })

  test('keeps who looked', async ({ as, app, people, mediated }) => {
    const page = `${mediated.here}/notes/mediation`
    await (await as('respondent')).visit(page)
    const seen = await app.owner
      .selectFrom('accesses')
      .select('path')
      .where('user_id', '=', people.respondent.id)
      .where('path', '=', page)
      .execute()
    expect(seen.length).toBeGreaterThan(0)
  })

  test('is read and not written in once the mediation is over', async ({ as, mediated }) => {
    await mediated.fire('claimant', 'withdraw')
    const page = `${mediated.here}/notes/mediation`
    const mediator = await as('otherMediator')
    const $ = load((await mediator.visit(page)).text)
    expect($('textarea')).toHaveLength(0)
    expect($('main').text()).toContain('Held on Wednesday.')
    expect((await mediator.submit(page, { kind: 'message', body: 'x' })).status).toBe(409)
  })
})

describe('a disclosure', { timeout: 60_000 }, () => {
  test('says where there is no file that it could go to', async ({ as, mediated }) => {
    const claimant = await as('claimant')
    const link = load((await claimant.visit(`${mediated.here}/notes/mediation`)).text)(
      'a:contains("Ask to disclose")',
    )
    expect(textOf((await claimant.visit(link.attr('href')!)).text)).toContain('no open file')
  })
})
