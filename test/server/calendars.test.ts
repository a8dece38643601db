import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { bothSides } from '../../server/cases/bothSides.ts'
import type { Period } from '../../server/cases/showQueries.ts'
import { asActor } from '../../server/db.ts'
import type { Words } from '../../server/proceedings/words.ts'
import { rateOn } from '../../server/rates/queries.ts'
import { formats } from '../../server/web/format.ts'
import { translator } from '../../server/web/language.ts'
import { monday, test as base, type Browser } from '../support/test.ts'

const test = base.extend('administrator', ({ as }) => as('administrator'))

const typhoon = {
  calendar: 'CN',
  'day-day': '16',
  'day-month': '3',
  'day-year': '2026',
  why: 'typhoon',
  note: 'Signal no. 8 from six in the morning',
}
const checkOf = (fields: Record<string, string>, form = 'day') =>
  `/calendars/${form}/check?${new URLSearchParams(fields).toString()}`

/** Sends what the page of the check shows. */
async function save(browser: Browser, address: string) {
  const { text } = await browser.visit(address).expect(200)
  const $ = load(text)
  const fields = Object.fromEntries(
    $('form[action="/calendars"] input[type=hidden]')
      .toArray()
      .map(({ attribs }) => [attribs.name!, attribs.value ?? '']),
  )
  return { fields, posted: await browser.post('/calendars', fields) }
}

describe('a day of closure', () => {
  test(
    'is shown with what it would move, saved, followed and withdrawn',
    { timeout: 60_000 },
    async ({ administrator, as, fileMediation }) => {
      const { reference, url } = await fileMediation()
      const claimant = await as('claimant')
      expect((await claimant.visit(url)).text).toContain('16 March 2026')

      const check = load((await administrator.visit(checkOf(typhoon)).expect(200)).text)('main').text()
      expect(check).toContain(reference)
      expect(check).toContain('Monday 16 March 2026')
      expect(check).toContain('Tuesday 17 March 2026')
      expect(check).not.toMatch(/Lingdu|Harbour Crest|sensors/)
      expect((await administrator.visit('/calendars')).text).toContain('Nothing has been entered')

      const { fields, posted } = await save(administrator, checkOf(typhoon))
      expect(posted.status).toBe(303)
      const entry = posted.headers.location!
      expect((await administrator.post('/calendars', fields)).headers.location).toBe(entry)
      const saved = load((await administrator.visit(entry)).text)('main').text()
      expect(saved).toContain('1 of 1 case has followed')
      expect(saved).toContain(reference)

      const page = load((await claimant.visit(url)).text)('main').text()
      expect(page).toContain('Moved from 16 March 2026 to 17 March 2026: a day of closure was added.')
      expect(page).toContain('A change of the calendar has moved deadlines')
      expect(page).toContain('closed by order or weather')

      const unsaid = await administrator.submit(`${entry}/withdraw`, { note: ' ' })
      expect(unsaid.status).toBe(422)
      expect(load(unsaid.text)('#note-error').text()).toContain('Say why the entry is wrong')
      const withdrawn = await administrator.submit(`${entry}/withdraw`, { note: 'It was the 17th.' })
      expect(withdrawn.status).toBe(303)
      expect((await claimant.visit(url)).text).toContain('an entry in the calendar was withdrawn')
      expect((await administrator.visit(entry)).text).toContain(withdrawn.headers.location!)
      await administrator.visit(`${entry}/withdraw`).expect(404)
    },
  )

  test.for([
    [{ calendar: '' }, 'calendar', 'Choose a calendar'],
    [{ 'day-day': '31', 'day-month': '2' }, 'day', 'Give a day that exists'],
    [{ 'day-year': '2062' }, 'day', 'Give a day of last year, this year or the next two'],
    [{ 'day-day': '14' }, 'day', 'That day is off already'],
    [{ why: '' }, 'why', 'Choose a reason'],
    [{ why: 'other', note: '' }, 'note', 'Write the reason as a note'],
    [{ why: 'workingWeekend' }, 'day', 'Only a Saturday or a Sunday'],
    [{ why: 'workingWeekend', calendar: 'HK' }, 'why', 'Only the Mainland'],
    [{ why: 'workingWeekend', 'day-day': '14', 'day-month': '2' }, 'day', 'working day already'],
  ] as const)('is not taken with %o', async ([fields, field, words], { administrator }) => {
    const { text } = await administrator.visit(checkOf({ ...typhoon, ...fields })).expect(422)
    const $ = load(text)
    expect($(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(words)
    expect($(`#${field}-error`).text()).toContain(words)
    expect($('#note').text()).toBe('note' in fields ? fields.note : typhoon.note)
    const posted = await administrator.submit('/calendars/day', { ...typhoon, ...fields }, '/calendars')
    expect(posted.status).toBe(422)
  })
})

describe('the holidays of a year', () => {
  const notice = {
    calendar: 'CN',
    year: '2027',
    off: '2027-01-01 to 2027-01-03\n2027-02-06至2027-02-12',
    working: '2027-02-13',
    note: '',
  }

  test('announce it', async ({ administrator }) => {
    const announced = async () =>
      load((await administrator.visit('/calendars')).text)('#years')
        .parent()
        .parent()
        .find('td')
        .text()
    expect(await announced()).toContain('Provisional')
    const { posted } = await save(administrator, checkOf(notice, 'notice'))
    const entry = load((await administrator.visit(posted.headers.location!)).text)('main').text()
    expect(entry).toContain('Friday 12 February 2027')
    const $ = load((await administrator.visit('/calendars')).text)
    expect($('tr:contains("Mainland") td[data-label="2027"]').first().text()).toContain('Announced')
    expect($('tr:contains("Hong Kong") td[data-label="2027"]').first().text()).toContain('Provisional')
  })

  test.for([
    [{ year: '27' }, 'year', 'four digits'],
    [{ off: '' }, 'off', 'at least one day off'],
    [{ off: '2027-02-30' }, 'off', 'This line is no day'],
    [{ off: '2027-03-05 to 2027-03-01' }, 'off', 'This line is no day'],
    [{ off: 'the first of May' }, 'off', 'the first of May'],
    [{ off: '2026-12-31' }, 'off', 'is in another year'],
    [{ working: '2027-02-15' }, 'working', 'Only a Saturday or a Sunday'],
    [{ working: '2027-02-06' }, 'working', 'is on both lists'],
    [{ calendar: 'HK' }, 'working', 'Only the Mainland'],
  ] as const)('are not taken with %o', async ([fields, field, words], { administrator }) => {
    const { text } = await administrator.visit(checkOf({ ...notice, ...fields }, 'notice')).expect(422)
    const $ = load(text)
    expect($(`#${field}-error`).text()).toContain(words)
    expect($('#off').text().trim()).toBe(('off' in fields ? fields.off : notice.off).trim())
  })
})

describe('both sides', () => {
  test('see a day that is none at work across the border, and the earlier one as safe', async ({
    as,
    fileMediation,
    clock,
  }) => {
    clock.now = '2026-03-27T01:00:00.000Z'
    const { url } = await fileMediation()
    const respondent = await as('respondent')
    const $ = load((await respondent.visit(url)).text)
    clock.now = monday
    for (const part of ['.qh-next', '.qh-dl']) {
      const text = $(part).text()
      expect(text, part).toContain('Public holiday in Hong Kong')
      expect(text, part).toContain('Safe for both sides: Thursday 2 April 2026, the earlier.')
    }
  })

  test('see each other’s date where the same act has two', () => {
    const words: Words = { t: translator('en'), lang: 'en', fmt: formats.en, staff: false }
    const known = { parties: new Map([['p2', { en: 'Harbour Crest' }]]), people: new Map() }
    const period = (rule: string, party_id: string, due_on: string) =>
      ({ proceeding_id: 'a', rule, party_id, due_on, status: 'armed', calendar: 'CN' }) as Period
    const own = period('appeal.judgment.domiciled', 'p1', '2026-06-29')
    const all = [
      own,
      period('appeal.noDomicile', 'p2', '2026-07-13'),
      period('enforcement.apply', 'p2', '2026-07-14'),
      { ...period('appeal.noDomicile', 'p3', '2026-07-15'), status: 'done' as const },
    ]
    const given = { words, known, changes: [], crossBorder: false }
    expect(bothSides(given, own, all)).toEqual({
      others: ['Appeal, party without domicile in the Mainland of Harbour Crest: Monday 13 July 2026.'],
      safe: 'Safe for both sides: Monday 29 June 2026, the earlier.',
    })
    expect(bothSides(given, all[2]!, all)).toBeUndefined()
  })
})

describe('exchange rates', () => {
  const rate = {
    currency: 'HKD',
    'day-day': '6',
    'day-month': '3',
    'day-year': '2026',
    rate: '0.9123',
    source: 'Central parity',
  }

  test('are entered, and the latest of the day or before holds', async ({ administrator, app, people }) => {
    const on = (day: string) => asActor(app.db, people.judge, trx => rateOn(trx, 'HKD', day))
    expect(await on('2026-03-09')).toBeUndefined()
    expect((await administrator.submit('/rates/new', rate, '/rates')).status).toBe(303)
    await administrator.submit('/rates/new', { ...rate, 'day-day': '9', rate: '0.9' }, '/rates')
    await administrator.submit('/rates/new', { ...rate, 'day-day': '9', rate: '0.92' }, '/rates')
    expect(await on('2026-03-05')).toBeUndefined()
    expect(await on('2026-03-08')).toEqual({ currency: 'HKD', on: '2026-03-06', rate: '0.9123' })
    expect(await on('2026-03-31')).toEqual({ currency: 'HKD', on: '2026-03-09', rate: '0.92' })
    const $ = load((await administrator.visit('/rates?currency=HKD')).text)
    expect($('tbody tr').length).toBe(3)
    expect($('tr:contains("Replaced")').text()).toMatch(/0\.9[^\d]/)
    expect(load((await administrator.visit('/rates?currency=USD')).text)('tbody tr').length).toBe(0)
  })

  test.for([
    [{ currency: 'CNY' }, 'currency'],
    [{ 'day-day': '32' }, 'day'],
    [{ 'day-day': '10' }, 'day'],
    [{ rate: '0' }, 'rate'],
    [{ rate: '1,5' }, 'rate'],
    [{ rate: '0.123456789' }, 'rate'],
    [{ source: ' ' }, 'source'],
  ] as const)('are not taken with %o', async ([fields, field], { administrator }) => {
    const posted = await administrator.submit('/rates/new', { ...rate, ...fields }, '/rates')
    expect(posted.status).toBe(422)
    const $ = load(posted.text)
    expect($(`#${field}-error`).length).toBe(1)
    expect($('#rate').val()).toBe('rate' in fields ? fields.rate : rate.rate)
  })
})

test.for(['en', 'zh-Hans', 'zh-Hant'])('the registers speak %s', async (lang, { administrator }) => {
  const { posted } = await save(
    administrator,
    checkOf({ ...typhoon, 'day-day': lang === 'en' ? '18' : lang === 'zh-Hans' ? '19' : '20' }),
  )
  const entry = posted.headers.location!
  for (const address of [
    '/calendars',
    '/calendars/day',
    '/calendars/notice',
    checkOf({ ...typhoon, 'day-day': '23' }),
    entry,
    `${entry}/withdraw`,
    '/rates',
    '/rates/new',
  ]) {
    const join = address.includes('?') ? '&' : '?'
    const { status, text } = await administrator.visit(`${address}${join}lang=${lang}`)
    expect(status, address).toBe(200)
    expect(load(text)('main').text(), address).not.toMatch(/\b(calendars|rates|case|rules):/)
  }
  await administrator.visit('/calendars?lang=en')
})
