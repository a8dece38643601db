import { createHash, randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import type { Db } from '../../server/db.ts'
import { test, type Browser } from '../support/test.ts'

const claimant = {
  partyKind: 'company',
  nameEn: 'Wanchai Advisory Limited',
  nameHant: '灣仔顧問有限公司',
  jurisdiction: 'HK',
  city: 'Hong Kong',
  domicile: 'HK',
  'origin-1': 'HK',
  'share-1': '100',
  email: 'claimant@example.test',
}
const respondent = {
  side: 'respondent',
  partyKind: 'company',
  nameHans: '深圳市后海置业有限公司',
  jurisdiction: 'CN',
  city: 'Shenzhen',
  zones: 'cooperationZone',
  domicile: 'CN',
  email: 'Respondent@Example.test',
}
const contract = {
  kind: 'services',
  'signedOn-day': '5',
  'signedOn-month': '1',
  'signedOn-year': '2025',
  performedIn: 'CN',
}
const claim = {
  subject: 'services',
  title: 'Unpaid consulting fees',
  amount: '39,999,999.99',
  'amount-currency': 'CNY',
  relief: 'Payment of the fees',
  declaresArbitration: 'no',
}
const exhibit = {
  exhibitName: 'agreement.txt',
  exhibitKind: 'contract',
  exhibitText: 'Fees of\r\nCNY 39,999,999.99',
}

/** What may be chosen on the first step, by the heading it stands under. */
async function waysOf(browser: Browser) {
  const page = load((await browser.visit('/filings/new')).text)
  const groups = page('fieldset fieldset').toArray()
  return Object.fromEntries(
    groups.map(group => [
      page('legend', group).text(),
      page('input[name=organisation]', group)
        .toArray()
        .map(({ attribs }) => attribs.value),
    ]),
  )
}

/** Goes through every step up to the last; where, is what the first step leads to. */
async function draftOf(browser: Browser, organisation: string, changes: { claim?: object } = {}) {
  const begun = await browser.submit('/filings/new', { organisation })
  const url = begun.headers.location!.replace('/claimant', '')
  await next(browser, `${url}/claimant`, claimant, `${url}/others`)
  await next(browser, `${url}/others/new`, respondent, `${url}/others`)
  await next(browser, `${url}/contract`, contract, `${url}/claim`)
  await next(browser, `${url}/claim`, { ...claim, ...changes.claim }, `${url}/exhibits`)
  await next(browser, `${url}/exhibits`, exhibit, `${url}/exhibits`)
  return url
}

async function next(browser: Browser, page: string, fields: object, to: string) {
  const posted = await browser.submit(page, fields)
  expect([posted.status, posted.headers.location, errorsIn(posted.text)]).toEqual([303, to, []])
}

const errorsIn = (html: string) =>
  load(html)('.govuk-error-summary__list li')
    .toArray()
    .map(item => load(item).text())

const textOf = (html: string) => load(html)('main').text().replace(/\s+/g, ' ')

const referenceIn = (location: string | undefined) => /QH-\d{4}-\d{6}/.exec(location ?? '')?.[0] ?? ''

// The first to come compiles the templates of every step.
describe('a party', { timeout: 60_000 }, () => {
  test('has a clause read into the form, and keeps what was typed', async ({ as }) => {
    const browser = await as('claimant')
    const begun = await browser.submit('/filings/new', { organisation: 'QIANHAI_COURT' })
    const page = begun.headers.location!.replace('/claimant', '/contract')
    const asked = await browser.submit(page, {
      performedIn: 'HK',
      seat: 'SHENZHEN',
      governingLawClause: '本合同適用香港法律。',
      arbitrationClause:
        'Disputes go to the Hong Kong International Arbitration Centre. The seat of arbitration shall be Hong Kong. Three arbitrators decide.',
      read: 'clause',
    })
    expect(asked.status).toBe(200)
    const $ = load(asked.text)
    const chosen = (name: string) => $(`select[name=${name}] option[selected]`).attr('value')
    expect(['performedIn', 'seat', 'chosenLaw', 'institution', 'arbitrators'].map(chosen)).toEqual([
      ...['HK', 'SHENZHEN'],
      ...['HK', 'HKIAC', '3'],
    ])
    expect($('textarea[name=governingLawClause]').text()).toBe('本合同適用香港法律。')
    const read = $('[role=status]').text()
    expect(read).toContain('Law chosen in the contract: Hong Kong, read from “香港法律”')
    expect(read).toContain(
      'Seat of arbitration: the clause says Hong Kong (“Hong Kong”). What you entered was kept.',
    )
    await browser.submit('/filings', {}, page.replace('/contract', '/discard'))
  })

  test('files a complaint and has a receipt for it', async ({ as, app, clock }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')

    const check = textOf((await browser.visit(`${url}/check`).expect(200)).text)
    expect(check).toContain('Wanchai Advisory Limited')
    expect(check).toContain('灣仔顧問有限公司')
    expect(check).toContain('深圳市后海置业有限公司')
    expect(check).toContain('CNY 39,999,999.99')
    expect(check).toContain('Qianhai Cooperation Zone')
    expect(check).toContain('5 January 2025')
    expect(check).toContain('The court decides whether to register the case by Monday 16 March 2026')
    expect(check).toContain('Case acceptance fee, estimated: CNY 241,800.00')
    expect(check).toContain('Civil Procedure Law, article 126')
    expect(check).toContain(
      'Foreign-related claims below forty million yuan in Shenzhen are for the Qianhai Court.',
    )
    expect(check).toContain('which party’s performance marks the contract')
    expect(check).not.toContain('Hong Kong, Hong Kong')

    const sent = await browser.submit(`${url}/check`)
    const reference = referenceIn(sent.headers.location)
    expect(sent.headers.location).toBe(`/cases/${reference}/receipt`)

    const receipt = textOf((await browser.visit(sent.headers.location!).expect(200)).text)
    const sha256 = createHash('sha256').update('Fees of\nCNY 39,999,999.99').digest('hex')
    const entry = await app.owner
      .selectFrom('events')
      .innerJoin('cases', 'cases.id', 'events.case_id')
      .select(['events.seq', 'events.hash', 'events.at'])
      .where('reference', '=', reference)
      .where('type', '=', 'submitComplaint')
      .executeTakeFirstOrThrow()
    expect(entry.at.toISOString()).toBe(clock.now)
    for (const shown of [
      'Complaint received',
      reference,
      '9 March 2026, 09:00',
      'agreement.txt',
      sha256,
      `2 of ${reference}`,
      entry.hash.toString('hex'),
      'Monday 16 March 2026',
      'Intake officer',
    ])
      expect(receipt).toContain(shown)
    expect(await draftIds(browser)).toEqual([])
  })

  test('says whose performance marks the contract, and what few disputes need', async ({ as, app }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const marked = { ...contract, characteristicParty: 'p2' }
    const stranger = await browser.submit(`${url}/contract`, { ...marked, characteristicParty: 'p9' })
    expect(errorsIn(stranger.text)).toEqual([
      'Party whose performance marks the contract: choose one of the answers',
    ])
    const rarer = { maritime: 'yes', signedIn: 'CN', consumer: 'p1', relation: 'contract' }
    await next(browser, `${url}/contract`, { ...marked, ...rarer }, `${url}/claim`)

    const page = load((await browser.visit(`${url}/contract`)).text)
    const chosen = (name: string) => page(`select[name=${name}] option[selected]`).attr('value')
    expect(['characteristicParty', 'consumer', 'signedIn'].map(chosen)).toEqual(['p2', 'p1', 'CN'])
    expect(page('details').attr('open')).toBe('open')
    expect(page('select[name=consumer] option[value=p2]').attr('lang')).toBe('zh-Hans')
    const answers = await browser.visit(`${url}/check?lang=zh-Hant`)
    const names = load(answers.text)('dd span').filter((_, run) => /灣仔|后海/.test(load(run).text()))
    expect(names.toArray().map(({ attribs }) => attribs.lang)).toEqual([
      'zh-Hans',
      undefined,
      undefined,
      'zh-Hans',
    ])
    await browser.visit(`${url}/check?lang=en`)
    const check = textOf((await browser.visit(`${url}/check`)).text)
    expect(check).toContain('Law chosen in the contractNone')
    expect(check).toContain('Party whose performance marks the contract深圳市后海置业有限公司')
    expect(check).not.toContain('which party’s performance marks the contract')
    expect(check).toContain('Maritime and intellectual-property disputes have courts of their own.')

    const clause = { governingLawClause: 'The laws of Hong Kong govern.' }
    await next(browser, `${url}/contract`, { ...marked, ...rarer, ...clause }, `${url}/claim`)
    const unread = textOf((await browser.visit(`${url}/check`)).text)
    expect(unread, 'a clause is not no choice').toContain('Law chosen in the contractNot given')

    const sent = await browser.submit(`${url}/check`)
    const filed = await standing(app.owner, referenceIn(sent.headers.location))
    expect(filed.contract).toMatchObject({ characteristicParty: 'p2', maritime: true, signedIn: 'CN' })
  })

  test('gives figures as a Chinese keyboard does', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT', { claim: { amount: '３９，９９９，９９９．９９' } })
    const signed = { 'signedOn-day': '５', 'signedOn-month': '１', 'signedOn-year': '２０２５' }
    await next(browser, `${url}/contract`, { ...contract, ...signed }, `${url}/claim`)
    const investor = { 'origin-1': 'HK', 'share-1': '５０．５％' }
    await next(browser, `${url}/claimant?from=check`, { ...claimant, ...investor }, `${url}/check`)
    const check = textOf((await browser.visit(`${url}/check`)).text)
    for (const shown of ['CNY 39,999,999.99', '5 January 2025', 'Hong Kong 50.5%'])
      expect(check).toContain(shown)
    await browser.submit('/filings', {}, `${url}/discard`)
  })

  test('says nothing more of a party that was taken out or is a third party', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const said = { ...contract, characteristicParty: 'p2', consumer: 'p1' }
    await next(browser, `${url}/contract`, said, `${url}/claim`)
    const third = { ...respondent, side: 'thirdParty' }
    await next(browser, `${url}/others/p2`, third, `${url}/others`)
    await next(browser, `${url}/others/p2`, respondent, `${url}/others`)
    const before = load((await browser.visit(`${url}/contract`)).text)
    expect(before('select[name=characteristicParty] option[selected]').attr('value') ?? '').toBe('')

    await next(browser, `${url}/contract`, said, `${url}/claim`)
    await browser.submit(`${url}/others`, {}, `${url}/others/p2/remove`)
    await next(browser, `${url}/others/new`, respondent, `${url}/others`)
    const page = load((await browser.visit(`${url}/contract`)).text)
    const chosen = (name: string) => page(`select[name=${name}] option[selected]`).attr('value') ?? ''
    expect(['characteristicParty', 'consumer'].map(chosen)).toEqual(['', 'p1'])
    await browser.submit('/filings', {}, `${url}/discard`)
  })

  test('has assets frozen before any suit', async ({ as, app }) => {
    const browser = await as('claimant')
    const begun = await browser.submit('/filings/new', { organisation: 'interimMeasures.QIANHAI_COURT' })
    const url = begun.headers.location!.replace('/claimant', '')
    await next(browser, `${url}/claimant`, claimant, `${url}/others`)
    await next(browser, `${url}/others/new`, respondent, `${url}/others`)
    await next(browser, `${url}/contract`, contract, `${url}/claim`)
    const unsaid = await browser.submit(`${url}/claim`, claim)
    expect([unsaid.status, errorsIn(unsaid.text)]).toEqual([
      422,
      ['What is to be secured: choose one of the answers'],
    ])
    const measure = {
      measureType: 'property',
      preserved: '500,000.00',
      urgent: 'no',
      assets: 'Account\r\nShares',
    }
    await next(browser, `${url}/claim`, { ...claim, ...measure }, `${url}/exhibits`)
    const kept = load((await browser.visit(`${url}/claim`).expect(200)).text)
    expect(kept('[name=preserved]').attr('value')).toBe('500000.00')
    expect(kept('[name=assets]').text()).toBe('Account\nShares')

    const check = textOf((await browser.visit(`${url}/check`).expect(200)).text)
    expect(check).toContain('Interim measures before suit or arbitration')
    expect(check).toContain('CNY 500,000.00')
    expect(check).toContain('Account, Shares')
    expect(check).toContain('estimated: CNY 3,020.00')
    expect(check).toContain('within 30 days after the measure is carried out')

    const sent = await browser.submit(`${url}/check`)
    const reference = referenceIn(sent.headers.location)
    const receipt = textOf((await browser.visit(sent.headers.location!).expect(200)).text)
    expect(receipt).toContain('Application for interim measures received')
    const { state, context } = await app.owner
      .selectFrom('proceedings')
      .innerJoin('snapshots', 'snapshots.proceeding_id', 'proceedings.id')
      .select(['state', 'context'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    expect(state).toBe('applied')
    const page = textOf((await browser.visit(`/cases/${reference}`).expect(200)).text)
    expect(page).toContain('Interim measures')
    expect(page).toContain('Before suit or arbitration')
    const other = await as('respondent')
    await other.visit(`/cases/${reference}`).expect(404)
    expect(context).toMatchObject({ facts: { type: 'property', phase: 'pre', preserved: 50_000_000 } })
  })

  test('proposes a mediation at a centre in Hong Kong', async ({ as, app }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'HKMC')
    const reference = referenceIn((await browser.submit(`${url}/check`)).headers.location)
    const { state, code } = await standing(app.owner, reference)
    expect([state, code]).toEqual(['proposed', 'HKMC'])
    const receipt = (await browser.visit(`/cases/${reference}/receipt`)).text
    expect(receipt).toContain('Mediation proposed')
  })

  test.for([
    ['SCIA', 'SCIA'],
    ['AD_HOC', null],
  ] as const)(
    'files for arbitration with %s, which is then the institution',
    async ([code, institution], { as, app }) => {
      const browser = await as('claimant')
      const url = await draftOf(browser, code)
      const reference = referenceIn((await browser.submit(`${url}/check`)).headers.location)
      const found = await standing(app.owner, reference)
      expect([found.state, found.code]).toEqual(['submitted', code])
      expect(found.contract).toMatchObject({ institution })
    },
  )

  test('gives nobody a view of the case but the claimant and the court, until it is served', async ({
    as,
  }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const sent = await browser.submit(`${url}/check`)
    const receipt = sent.headers.location!
    await browser.visit(receipt).expect(200)
    await (await as('intakeOfficer')).visit(receipt).expect(200)
    await (await as('respondent')).visit(receipt).expect(404)
    await (await as('stranger')).visit(receipt).expect(404)
    await (await as('tribunalSecretary')).visit(receipt).expect(404)
  })

  test('files once, however often the form is sent', async ({ as, app }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const count = async () => (await app.owner.selectFrom('cases').select('id').execute()).length
    const before = await count()
    const { text } = await browser.visit(`${url}/check`)
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1]
    const send = () => browser.post(`${url}/check`, { _csrf })
    const both = await Promise.all([send(), send()])
    const again = await send()
    const locations = [...both, again].map(({ headers }) => headers.location)
    expect(referenceIn(locations[0])).not.toBe('')
    expect(new Set(locations).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('reads every step in every language', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'SCIA')
    const pages = ['/filings', '/filings/new', ...steps.map(step => `${url}/${step}`), `${url}/others/new`]
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'])
      for (const page of pages) await browser.visit(`${page}?lang=${lang}`).expect(200)
    const reference = referenceIn((await browser.submit(`${url}/check`)).headers.location)
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'])
      await browser.visit(`/cases/${reference}/receipt?lang=${lang}`).expect(200)
  })
})

test('a party chooses where to file among courts, mediation centres and arbitral institutions', async ({
  as,
}) => {
  expect(await waysOf(await as('claimant'))).toEqual({
    Court: ['QIANHAI_COURT'],
    Mediation: ['QHDRC', 'HKMC', 'HKMA', 'MHJMC'],
    Arbitration: ['SCIA', 'SCIAHK', 'HKIAC', 'AD_HOC'],
    'Interim measures before suit or arbitration': [
      'interimMeasures.QIANHAI_COURT',
      'interimMeasures.SHENZHEN_INTERMEDIATE',
    ],
  })
})

describe('a filing desk', () => {
  test('files for a claimant at the counter, who then sees the case', async ({ as, app, people }) => {
    const officer = await as('intakeOfficer')
    expect(await waysOf(officer)).toEqual({
      Court: ['QIANHAI_COURT'],
      'Interim measures before suit or arbitration': ['interimMeasures.QIANHAI_COURT'],
    })

    const url = await draftOf(officer, 'QIANHAI_COURT')
    const sent = await officer.submit(`${url}/check`)
    await officer.visit(sent.headers.location!).expect(200)
    await (await as('claimant')).visit(sent.headers.location!).expect(200)

    const events = await app.owner
      .selectFrom('events')
      .innerJoin('cases', 'cases.id', 'events.case_id')
      .select(['by', 'actor_id', 'party_id'])
      .where('reference', '=', referenceIn(sent.headers.location))
      .execute()
    const atCounter = { by: 'claimant', actor_id: people.intakeOfficer.id, party_id: 'p1' }
    expect(events).toEqual([atCounter, atCounter])
  })

  test('of an institution files for arbitration there, and nowhere else', async ({ as }) => {
    const secretary = await as('tribunalSecretary')
    const refused = await secretary.submit('/filings/new', { organisation: 'HKIAC' })
    expect(refused.status).toBe(422)
    const url = await draftOf(secretary, 'SCIA')
    expect((await secretary.submit(`${url}/check`)).status).toBe(303)
  })

  test('is the only staff that files', async ({ as }) => {
    for (const who of ['judge', 'mediator', 'administrator'] as const)
      await (await as(who)).visit('/filings').expect(403)
  })
})

describe('a step', () => {
  test('is not passed without its answers', async ({ as }) => {
    const browser = await as('claimant')
    const begun = await browser.submit('/filings/new', {})
    expect([begun.status, errorsIn(begun.text)]).toEqual([422, ['Filed with: choose one of the answers']])
    const url = await draftOf(browser, 'QIANHAI_COURT')

    const party = await browser.submit(`${url}/claimant`, { email: 'not an address', 'share-1': '120' })
    expect(party.status).toBe(422)
    expect(errorsIn(party.text)).toEqual([
      'Company or person: choose one of the answers',
      'Registered in: choose one of the answers',
      'Main place of business: choose one of the answers',
      'Share in %: give a number from 0 to 100',
      'Email address: give an address with an @, such as name@example.com',
      'Name: give it in one language at least',
    ])
    expect(party.text).toContain('value="not an address"')

    const agreed = await browser.submit(`${url}/contract`, {
      'signedOn-day': '31',
      'signedOn-month': '2',
      'signedOn-year': '2025',
      performedIn: 'XX',
    })
    expect(errorsIn(agreed.text)).toEqual([
      'Signed on: give a day that exists, with day, month and year',
      'Performed in: choose one of the answers',
    ])
    expect(agreed.text).toMatch(/name="signedOn-day"[^>]*value="31"/)

    const future = { 'signedOn-day': '10', 'signedOn-month': '3', 'signedOn-year': '2026' }
    expect(errorsIn((await browser.submit(`${url}/contract`, future)).text)).toEqual([
      'Signed on: the day cannot be after today',
    ])

    const asked = await browser.submit(`${url}/claim`, { amount: 'a lot', title: 'x'.repeat(201) })
    expect(errorsIn(asked.text).sort()).toEqual([
      'Amount claimed: choose one of the answers',
      'Amount claimed: give an amount in figures, such as 8,800,000.00',
      'Have the parties agreed to arbitrate this dispute?: choose one of the answers',
      'Subject: choose one of the answers',
      'Title of the case: use 200 characters or fewer',
      'What is asked for: give an answer',
    ])
  })

  test('says what is wrong in the language of the page', async ({ as }) => {
    const browser = await as('thirdParty')
    const posted = await browser.submit('/filings/new?lang=zh-Hant')
    expect(posted.status).toBe(422)
    expect(posted.text).toMatch(/提交至：/)
    await browser.visit('/?lang=en')
  })

  test('refuses a character that cannot be kept, beside its field', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const posted = await browser.submit(`${url}/claim`, { ...claim, relief: 'a\0b', title: 'x\0' })
    expect(posted.status).toBe(422)
    expect(errorsIn(posted.text)).toHaveLength(2)
    expect(errorsIn(posted.text)[0]).toContain('remove the character that cannot be kept')
    expect(
      (await browser.submit(`${url}/exhibits`, { ...exhibit, exhibitText: 'x'.repeat(20_001) })).status,
    ).toBe(422)
    expect(
      (await browser.submit(`${url}/exhibits`, { ...exhibit, exhibitText: 'x'.repeat(1_100_000) })).status,
    ).toBe(413)
  })

  test('takes odd fields for no answer', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    for (const step of ['way', 'claimant', 'contract', 'claim', 'exhibits', 'others/new']) {
      const odd = {
        title: ['a', 'b'],
        nameEn: ['a', 'b'],
        amount: ['1'],
        __proto__: 'x',
        exhibitText: ['a', 'b'],
      }
      const posted = await browser.submit(`${url}/${step}`, odd)
      expect([303, 422], step).toContain(posted.status)
    }
  })

  test('gives nobody both sides of a case', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const posted = await browser.submit(`${url}/others/new`, {
      ...respondent,
      email: 'CLAIMANT@example.test',
    })
    expect(errorsIn(posted.text)).toEqual(['Email address: another party of this case has the same one'])
  })

  test('adds, changes and removes parties of the other side', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const third = { ...respondent, side: 'thirdParty', nameEn: 'Carrier Limited', email: '' }
    await next(browser, `${url}/others/new`, third, `${url}/others`)
    await next(
      browser,
      `${url}/others/p3?from=check`,
      { ...third, nameEn: 'Shipper Limited' },
      `${url}/check`,
    )
    const check = textOf((await browser.visit(`${url}/check`)).text)
    expect(check).toContain('Shipper Limited')
    expect(check).not.toContain('Carrier Limited')
    expect(check).toContain('One fact is missing')
    expect(check).toContain('Email address of Shipper Limited')

    expect((await browser.submit(`${url}/others`, {}, `${url}/others/p2/remove`)).status).toBe(303)
    await browser.visit(`${url}/others/p2`).expect(404)
    expect((await browser.submit(`${url}/others`, {}, `${url}/others/p9/remove`)).status).toBe(404)
  })

  test('keeps documents by name, up to twenty, and lets them go', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    expect(errorsIn((await browser.submit(`${url}/exhibits`, exhibit)).text)).toEqual([
      'Name of the document: another document has the same one',
    ])
    for (let number = 2; number <= 20; number++)
      await browser.submit(`${url}/exhibits`, { ...exhibit, exhibitName: `${number}.txt` })
    expect(
      errorsIn((await browser.submit(`${url}/exhibits`, { ...exhibit, exhibitName: '21.txt' })).text),
    ).toEqual(['Name of the document: give 20 or fewer'])
    expect((await browser.submit(`${url}/exhibits`, {}, `${url}/exhibits/1/remove`)).status).toBe(303)
    expect((await browser.visit(`${url}/exhibits`)).text).not.toContain('agreement.txt')
  })

  test('asks an arbitration for the sum in dispute', async ({ as }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'HKIAC')
    const posted = await browser.submit(`${url}/claim`, { ...claim, amount: '0' })
    expect(errorsIn(posted.text)).toEqual(['Amount claimed: give an amount in figures, such as 8,800,000.00'])
  })
})

describe('a draft', () => {
  test('waits until it is gone on with, at the first open step', async ({ as }) => {
    const begun = await (await as('respondent')).submit('/filings/new', { organisation: 'QIANHAI_COURT' })
    const url = begun.headers.location!.replace('/claimant', '')

    const later = await as('respondent')
    const [id] = await draftIds(later)
    expect(url).toBe(`/filings/${id}`)
    expect((await later.visit(url)).headers.location).toBe(`${url}/claimant`)
    await later.submit(`${url}/claimant`, claimant)
    expect((await later.visit(url)).headers.location).toBe(`${url}/others`)

    const check = await later.visit(`${url}/check`).expect(200)
    expect(check.text).toContain('Not complete yet')
    expect(check.text).not.toContain('Submit the complaint')
    const token = /name="_csrf" value="([^"]+)"/.exec(check.text)?.[1]
    expect((await later.post(`${url}/check`, { _csrf: token })).status).toBe(422)

    await later.submit('/filings', {}, `${url}/discard`)
    expect(await draftIds(later)).toEqual([])
    await later.visit(url).expect(404)
  })

  test('is its owner’s alone', async ({ as }) => {
    const url = await draftOf(await as('claimant'), 'QIANHAI_COURT')
    const stranger = await as('respondent')
    const { text } = await stranger.visit('/filings')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1]
    expect(text).not.toContain(url)
    for (const step of ['', ...steps.map(step => `/${step}`)]) await stranger.visit(url + step).expect(404)
    for (const step of ['claim', 'check', 'exhibits', 'others/new'])
      expect(
        (await stranger.post(`${url}/${step}`, { ...claim, ...respondent, ...exhibit, _csrf })).status,
      ).toBe(404)
    await stranger.post(`${url}/discard`, { _csrf })
    await (await as('claimant')).visit(`${url}/check`).expect(200)
  })

  test('that is not there is no page', async ({ as }) => {
    const browser = await as('claimant')
    await browser.visit(`/filings/${randomUUID()}/claim`).expect(404)
    await browser.visit('/filings/not-an-id/claim').expect(404)
  })

  test('outlives the session: a form sent too late leads to sign-in and back to its page', async ({
    as,
    app,
    people,
  }) => {
    const browser = await as('claimant')
    const url = await draftOf(browser, 'QIANHAI_COURT')
    const { text } = await browser.visit(`${url}/claim`)
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1]
    await app.owner.deleteFrom('web_sessions').execute()

    const late = await browser.post(`${url}/claim`, { ...claim, title: 'Sent too late', _csrf })
    expect(late.status).toBe(303)
    const signIn = await browser.visit(late.headers.location!)
    expect(signIn.text).toContain('What you sent last was not saved')
    const back = await browser.submit(
      late.headers.location!,
      { email: people.claimant.email, password: 'correct horse battery staple' },
      '/sign-in',
    )
    expect(back.headers.location).toBe(`${url}/claim`)
    expect((await browser.visit(`${url}/claim`)).text).toContain('Unpaid consulting fees')
  })
})

const steps = ['way', 'claimant', 'others', 'contract', 'claim', 'exhibits', 'check']

const draftIds = async (browser: Browser) =>
  [...(await browser.visit('/filings')).text.matchAll(/action="\/filings\/([\w-]+)\/discard"/g)].map(
    ([, id]) => id,
  )

const standing = (owner: Db, reference: string) =>
  owner
    .selectFrom('proceedings')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .innerJoin('cases', 'cases.id', 'case_id')
    .select(['state', 'code', 'contract'])
    .where('proceedings.reference', '=', reference)
    .executeTakeFirstOrThrow()
