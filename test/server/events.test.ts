import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { ringDue } from '../../server/clock.ts'
import { morningOf } from '../../server/time.ts'
import { pathways } from '../../workflows/index.ts'
import { controlsOf, type Asked } from '../../server/proceedings/controls.ts'
import { eventText } from '../../server/proceedings/words.ts'
import { languages, wordsIn } from '../../server/web/language.ts'
import { litigationFiling } from '../support/filings.ts'
import { test } from '../support/test.ts'
import { contextOf } from '../support/contexts.ts'

const main = (html: string) => load(html)('main').text().replaceAll(/\s+/g, ' ')
const section = (html: string, id: string) => load(html)(`section[aria-labelledby=${id}]`).text()

/** Runs `work` on another day, and comes back to the day of the tests. */
async function onDay<T>(clock: { now: string }, day: string, work: () => Promise<T>): Promise<T> {
  const today = clock.now
  clock.now = morningOf(day)
  try {
    return await work()
  } finally {
    clock.now = today
  }
}

/** The hidden fields of the form that is sent to `page`. */
const hiddenOf = (html: string, page: string): Record<string, string> =>
  Object.fromEntries(
    load(html)(`form[action="${page}"] input[type=hidden]`)
      .toArray()
      .map(({ attribs }) => [attribs.name ?? '', attribs.value ?? '']),
  )

describe('the form of an event', () => {
  test('has words for everything it asks, in every language', () => {
    for (const lang of languages) {
      const words = { ...wordsIn(lang), staff: true }
      for (const { name, events } of Object.values(pathways)) {
        const context = contextOf(name as 'litigation')
        for (const [type, form] of Object.entries(events)) {
          const asked: Asked = {
            words,
            known: { parties: new Map(), people: new Map() },
            pathway: context.pathway,
            type,
            form,
            context,
            currency: 'CNY',
            today: '2026-03-09',
            people: new Map(),
            prefix: '',
          }
          expect(eventText(words, context.pathway, type, 'title')).not.toBe('')
          const controls = controlsOf(asked)
          // What is drawn by lot is asked of nobody.
          expect(controls.map(control => control.name)).toEqual(
            Object.keys(form).filter(name => !form[name]!.byLot),
          )
          for (const { label, options = [] } of controls) {
            expect(label).not.toBe('')
            // A word nobody has put into words comes back as it is.
            for (const { value, text } of options)
              if (!context.parties.some(({ id }) => id === value))
                expect(text, `${lang} ${type} ${value}`).not.toBe(value)
          }
        }
      }
    }
  })

  test('lists the parties and the methods, fills in today and says what it will do', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const clerk = await as('clerk')
    await clerk.submit(`${url}/litigation/1/startService`)
    const { text } = await clerk.visit(`${url}/litigation/1/recordService`).expect(200)
    const page = load(text)
    expect(
      page('input[name=party]')
        .map((_, input) => page(input).attr('value'))
        .get(),
    ).toEqual(['p2'])
    expect(page('input[name=party][checked]').attr('value'), 'the only one there is').toBe('p2')
    expect(page('input[name=method][value=arrangement]')).toHaveLength(1)
    expect(page('input[name=receivedOn-day]').attr('value')).toBe('09')
    expect(page('aside').text()).toContain(
      'Starts the period: Defence, party without domicile in the Mainland',
    )
  })

  test('lists the mediators for the parties to choose from', async ({ as, people, fileMediation }) => {
    const { url } = await fileMediation()
    await (await as('respondent')).submit(`${url}/mediation/1/consent`)
    const { text } = await (await as('claimant')).visit(`${url}/mediation/1/jointSelect`)
    const options = load(text)('select[name=mediator] option')
    expect(options.text()).toContain('Mediator, Qianhai Court Litigation–Mediation Centre')
    expect(options.text()).not.toContain('Judge')
    const wrong = await (
      await as('claimant')
    ).submit(`${url}/mediation/1/jointSelect`, { mediator: people.judge.id })
    expect(wrong.status).toBe(422)
    expect(main(wrong.text)).toContain('Mediator: this answer is not on the list')
  })

  test('names the amount that is still to be paid', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const claimant = await as('claimant')
    const { text } = await claimant.visit(`${url}/litigation/1/payFee`)
    expect(main(text)).toContain('Still to be paid: CNY 73,400.00')
    await claimant.submit(`${url}/litigation/1/payFee`, { amount: '73,400.00' })
    const paid = await claimant.visit(url)
    expect(section(paid.text, 'fees')).toContain('Everything assessed so far is paid.')
  })
})

describe('answers that need a change', () => {
  test('come back with the words beside the field and what was typed', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const posted = await (await as('respondent')).submit(`${url}/mediation/1/complain`, { conduct: '   ' })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain('<a href="#conduct">What the mediator did: give an answer</a>')
    expect(posted.text).toContain('<title>Error:')
  })

  test('are days that do not exist, lie ahead, or lie before the proceeding', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const clerk = await as('clerk')
    await clerk.submit(`${url}/litigation/1/startService`)
    const serve = async (day: string, month: string, year: string) => {
      const posted = await clerk.submit(`${url}/litigation/1/recordService`, {
        party: 'p2',
        method: 'email',
        'receivedOn-day': day,
        'receivedOn-month': month,
        'receivedOn-year': year,
      })
      return { status: posted.status, text: main(posted.text), html: posted.text }
    }
    const ahead = await serve('10', '3', '2026')
    expect(ahead.status).toBe(422)
    expect(ahead.text).toContain('Received on: the day cannot be after today, 9 March 2026')
    expect(load(ahead.html)('input[name=receivedOn-day]').attr('value')).toBe('10')
    expect(load(ahead.html)('input[name=method][value=email]').attr('checked')).toBe('checked')
    expect((await serve('31', '2', '2026')).text).toContain('Received on: give a day that exists')
    expect((await serve('', '', '')).text).toContain('Received on: give a day that exists')
    expect((await serve('8', '3', '2026')).text).toContain(
      'Received on: the day cannot be before 9 March 2026',
    )
    expect((await serve('9', '3', '2026')).status).toBe(303)
  })

  test('never break the server', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const officer = await as('intakeOfficer')
    const page = `${url}/litigation/1/requestSupplement`
    for (const fields of [
      { dueOn: ['2026-03-20', '2026-03-21'], defects: ['a', 'b'] },
      { dueOn: '2026-03-20', defects: 'x'.repeat(30_000) },
      { dueOn: '2026-03-20', defects: 'a\u0000b' },
      { 'dueOn-day': '20', 'dueOn-month': '13', 'dueOn-year': '999999', defects: 'x' },
      { __proto__: 'x', _form: 'no uuid', _seen: 'x', _party: 'p9' },
    ]) {
      const { status } = await officer.submit(page, fields)
      expect(status, JSON.stringify(fields).slice(0, 80)).toBe(422)
    }
    await officer.post(page, {}).expect(403)
  })
})

describe('a refusal', () => {
  test('names the role, and offers what the role may do', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const posted = await (
      await as('clerk')
    ).submit(`${url}/litigation/1`, { procedure: 'ordinary' }, `${url}/litigation/1/register`)
    expect(posted.status).toBe(409)
    expect(main(posted.text)).toContain('Not recorded: Register the case')
    expect(main(posted.text)).toContain('This is not for your role here.')
    expect(main(posted.text)).toContain('Nothing changed')
  })

  test('names the state, keeps what was entered and lets it be changed', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const clerk = await as('clerk')
    const fields = { party: 'p2', method: 'email', receivedOn: '2026-03-09' }
    const page = `${url}/litigation/1/recordService`
    const refused = await clerk.submit(`${url}/litigation/1`, fields, page)
    expect(refused.status).toBe(409)
    expect(main(refused.text)).toContain('not possible while the proceeding stands at: Submitted')
    expect(section(refused.text, 'entered')).toContain('By email')

    const again = hiddenOf(refused.text, page)
    const form = await clerk.post(page, again)
    expect(form.status).toBe(200)
    expect(load(form.text)('input[name=method][value=email]').attr('checked')).toBe('checked')
    expect(load(form.text)('input[name=receivedOn-day]').attr('value')).toBe('09')
  })

  test('of a right that has lapsed offers to ask for more time', async ({
    app,
    as,
    clock,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    await onDay(clock, '2026-03-30', async () => {
      await ringDue(app.db, clock.now, app.log)
      const claimant = await as('claimant')
      const refused = await claimant.visit(`${url}/litigation/1/requestJurors`).expect(409)
      const link = load(refused.text)('.qh-allow a').first()
      expect(link.text()).toBe('Ask for more time')
      const form = await claimant.visit(link.attr('href') ?? '').expect(200)
      expect(load(form.text)('input[name=rule][value="jurors.request"]').attr('checked')).toBe('checked')
    })
  })
})

describe('two people at once', () => {
  test('are told what the other did, and keep what they typed', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const [first, second] = [await as('intakeOfficer'), await as('intakeOfficer')]
    const page = `${url}/litigation/1/requestSupplement`
    const { text } = await first.visit(page)
    const stale = hiddenOf(text, page)

    await second.submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const collided = await first.post(page, {
      ...stale,
      defects: 'The power of attorney',
      dueOn: '2026-03-20',
    })
    expect(collided.status).toBe(409)
    expect(main(collided.text)).toContain('Someone else changed this case while you were writing')
    expect(section(collided.text, 'changes')).toContain('Case registered')
    expect(section(collided.text, 'entered')).toContain('The power of attorney')
    expect(section(collided.text, 'facts')).toMatch(/Submitted.*Registered/s)
  })

  test('may record it all the same where it is still allowed', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const claimant = await as('claimant')
    const page = `${url}/litigation/1/payFee`
    const { text } = await claimant.visit(page)
    await (await as('clerk')).submit(`${url}/litigation/1/startService`)

    const collided = await claimant.post(page, { ...hiddenOf(text, page), amount: '73,400.00' })
    expect(collided.status).toBe(409)
    expect(section(collided.text, 'facts')).toMatch(/Registered.*Being served/s)
    const allTheSame = load(collided.text)('button:contains("Record it all the same")')
    const again = { ...hiddenOf(collided.text, page), [allTheSame.attr('name')!]: allTheSame.attr('value') }
    expect((await claimant.post(page, again)).status).toBe(303)
    expect(section((await claimant.visit(url)).text, 'history')).toContain('73,400.00')
  })

  test('keep what they chose, though somebody else has done just that', async ({ as, fileLitigation }) => {
    const [p1, p2] = litigationFiling.parties
    const p3 = { ...p2!, id: 'p3', name: { en: 'Kwun Tong Instruments Limited' } }
    const { url } = await fileLitigation({ parties: [p1!, p2!, p3] })
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const [first, second] = [await as('clerk'), await as('clerk')]
    await first.submit(`${url}/litigation/1/startService`)
    const page = `${url}/litigation/1/recordService`
    const { text } = await first.visit(page)
    const service = { party: 'p2', method: 'email', receivedOn: '2026-03-09' }
    await second.submit(page, service)

    const collided = await first.post(page, { ...hiddenOf(text, page), ...service })
    expect(section(collided.text, 'changes')).toContain('Harbour Crest Trading Limited')
    expect(load(collided.text)('#changes').closest('section').find('.qh-hist__data')).toHaveLength(3)
    const change = { ...hiddenOf(collided.text, page), _change: '1' }
    const form = load((await first.post(page, change)).text)
    expect(form('input[name=party]:checked').val()).toBe('p2')
    expect(form('input[name=method]:checked').val()).toBe('email')
  })

  test('who send one form twice do it once', async ({ app, as, fileMediation }) => {
    const { url, reference } = await fileMediation()
    const respondent = await as('respondent')
    const page = `${url}/mediation/1/complain`
    const { text } = await respondent.visit(page)
    const form = { ...hiddenOf(text, page), conduct: 'Never answers.' }
    const sent = await Promise.all([respondent.post(page, form), respondent.post(page, form)])
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    const again = sent.find(({ headers }) => headers.location?.includes('again=1'))
    const shown = await respondent.visit(again?.headers.location ?? '')
    expect(main(shown.text)).toContain('Already recorded: Complaint about the mediator made')
    const { count } = await app.owner
      .selectFrom('events')
      .innerJoin('proceedings', 'proceedings.id', 'events.proceeding_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('reference', '=', reference)
      .where('type', '=', 'complain')
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })
})

describe('recording', () => {
  test('leads back to the case, which says what happened', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const respondent = await as('respondent')
    const posted = await respondent.submit(`${url}/mediation/1/consent`)
    expect(posted.status).toBe(303)
    const { text } = await respondent.visit(posted.headers.location ?? '').expect(200)
    expect(load(text)('[role=status]').text()).toContain('Recorded: Agreed to mediate.')
    expect(load(text)('[role=status]').text()).toContain('Choosing a mediator')
  })

  test('asks somebody who speaks for two parties for which', async ({ as, fileMediation }) => {
    const [p1, p2] = litigationFiling.parties
    const p3 = { ...p2!, id: 'p3', name: { en: 'Kwun Tong Instruments Limited' } }
    const { url } = await fileMediation({ parties: [p1!, p2!, p3] })
    const respondent = await as('respondent')
    const { text } = await respondent.visit(`${url}/mediation/1/consent`)
    expect(load(text)('input[name=_party]')).toHaveLength(2)
    await respondent.submit(`${url}/mediation/1/consent`, { _party: 'p3' })
    const one = await respondent.visit(url)
    expect(section(one.text, 'history')).toContain('Kwun Tong Instruments Limited')
    expect(load(one.text)('.qh-case__kick .qh-tag').text()).toBe('Proposed')
    await respondent.submit(`${url}/mediation/1/consent`, { _party: 'p2' })
    const both = await respondent.visit(url)
    expect(load(both.text)('.qh-case__kick .qh-tag').text()).toBe('Choosing a mediator')
  })

  test('a correction keeps both values, and says why and which dates moved', async ({
    as,
    clock,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const clerk = await as('clerk')
    await clerk.submit(`${url}/litigation/1/startService`)
    await onDay(clock, '2026-03-17', async () => {
      await clerk.submit(`${url}/litigation/1/recordService`, {
        party: 'p2',
        method: 'email',
        receivedOn: '2026-03-17',
      })
      const before = await clerk.visit(url)
      const correct = load(before.text)('#history').closest('section').find('a[href*=correctRecord]').first()
      const page = correct.attr('href') ?? ''
      const form = await clerk.visit(page).expect(200)
      expect(load(form.text)('input[name="data.receivedOn-day"]').attr('value')).toBe('17')

      const unexplained = await clerk.submit(page, {
        'data.party': 'p2',
        'data.method': 'email',
        'data.receivedOn': '2026-03-16',
      })
      expect(unexplained.status).toBe(422)
      expect(main(unexplained.text)).toContain('Why: give an answer')
      const posted = await clerk.submit(page, {
        'data.party': 'p2',
        'data.method': 'email',
        'data.receivedOn': '2026-03-16',
        why: 'The receipt of the mail server says so.',
      })
      expect(posted.status).toBe(303)
    })

    const { text } = await (await as('respondent')).visit(url)
    const item = load(text)('.qh-hist__it:has(.qh-fix)')
    expect(item.find('del').text()).toContain('Tuesday 17 March 2026')
    expect(item.find('ins').text()).toContain('Monday 16 March 2026')
    expect(item.find('.qh-fix').text()).toContain('The receipt of the mail server says so.')
    expect(item.find('.qh-fix').text()).toContain('moved from 16 April 2026 to 15 April 2026')
    expect(section(text, 'deadlines')).toContain('Moved from 16 April 2026 to 15 April 2026')
    expect(section(text, 'next')).toContain('Wednesday 15 April 2026')
  })

  test('opens a mediation on a running suit at the request of a party, and of nobody else', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    const page = `${url}/open/mediation/propose`
    const claimant = await as('claimant')
    const { text } = await claimant.visit(url)
    expect(load(text)(`a[href="${page}"]`).text()).toBe('Propose mediation')
    const posted = await claimant.submit(page, { kind: 'institutional' })
    expect(posted.status).toBe(303)
    const opened = await claimant.visit(posted.headers.location ?? '')
    expect(section(opened.text, 'proceedings')).toContain('Mediation 1')
    await (await as('clerk')).visit(page).expect(409)
    await (await as('stranger')).visit(page).expect(404)
    await claimant.visit(`${url}/open/noSuchPathway/propose`).expect(404)
  })
})
