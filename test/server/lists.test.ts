import { load } from 'cheerio'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { givePost } from '../../server/accounts/queries.ts'
import { asActor } from '../../server/db.ts'
import { fileCase, type CaseFiling } from '../../server/filing/file.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from '../support/filings.ts'
import { test as base, type Browser } from '../support/test.ts'

/** What a list shows: the references in their order, and the words around them. */
async function list(browser: Browser, address = '/cases') {
  const page = await browser.visit(address)
  const $ = load(page.text)
  const references = $('tbody .qh-no')
    .toArray()
    .map(each => $(each).text())
    .filter(text => text.startsWith('QH-'))
  const chips = $('.qh-chip')
    .toArray()
    .map(each => ({ text: $(each).contents().last().text().trim(), href: $(each).attr('href') }))
  const views = $('.qh-views a')
    .toArray()
    .map(each => [
      $(each).contents().first().text().trim(),
      Number($('.qh-views__n', each).text().replace(',', '')),
    ])
  const next = $('a[rel=next]').attr('href')
  $('main *').append(' ')
  return {
    status: page.status,
    references,
    text: $('main').text().replace(/\s+/g, ' '),
    views: Object.fromEntries(views) as Record<string, number>,
    chips,
    next,
  }
}

/** One case of each kind, which the tests of this file look for. */
const test = base
  .extend(
    'filed',
    { scope: 'file' },
    ({ app, people, clock }) =>
      (filing: CaseFiling, organisation: string) =>
        asActor(app.db, people.claimant, trx =>
          fileCase(trx, people.claimant, filing, { at: clock.now, organisation }),
        ).then(({ reference }) => reference),
  )
  .extend('suit', { scope: 'file' }, ({ filed }) => {
    const [claimant, respondent] = litigationFiling.parties
    const parties = [
      { ...claimant!, name: { en: 'Lingdu Sensors Co., Ltd.', 'zh-Hans': '灵渡传感' } },
      { ...respondent!, name: { en: 'Harbour Crest Trading', 'zh-Hant': '港峰貿易' } },
    ]
    return filed({ ...litigationFiling, title: 'Unpaid price of 100% wool', parties }, 'QIANHAI_COURT')
  })
  .extend('arbitrated', { scope: 'file' }, ({ filed }) =>
    filed({ ...arbitrationFiling, title: '貨櫃倉儲費用' }, 'SCIA'),
  )
  .extend('mediated', { scope: 'file' }, ({ filed }) =>
    filed({ ...mediationFiling, title: 'Licence fees' }, 'HKMC'),
  )

describe('the list of cases', () => {
  test('shows each side its own, and a stranger none', async ({ as, suit, arbitrated, mediated }) => {
    expect((await list(await as('claimant'))).references.sort()).toEqual([suit, arbitrated, mediated].sort())
    // Neither the court nor the institution has served it with anything yet.
    expect((await list(await as('respondent'))).references).toEqual([mediated])
    const stranger = await list(await as('stranger'))
    expect(stranger.references).toEqual([])
    expect(stranger.text).toContain('No cases yet')
  })

  test('shows the desks of each organisation theirs', async ({ as, suit, arbitrated, mediated }) => {
    expect((await list(await as('intakeOfficer'))).references).toEqual([suit])
    expect((await list(await as('tribunalSecretary'))).references).toEqual([arbitrated])
    expect((await list(await as('hongKongCoordinator'))).references).toEqual([mediated])
    expect((await list(await as('mediationCoordinator'))).references).toEqual([])
    expect((await list(await as('hkiacSecretary'))).references).toEqual([])
  })

  test('shows an agent the case of the party until the authority ends', async ({ as, app, people, suit }) => {
    await sql`insert into representations (case_id, party_id, user_id, capacity, special_authority, since)
      select id, 'p1', ${people.thirdParty.id}, 'agent', false, '2026-03-09' from cases where reference = ${suit}
    `.execute(app.owner)
    expect((await list(await as('thirdParty'))).references).toEqual([suit])
    await sql`update representations set until = '2026-03-09' where user_id = ${people.thirdParty.id}`.execute(
      app.owner,
    )
    expect((await list(await as('thirdParty'))).references).toEqual([])
  })

  test('shows a mediator what is assigned, and nobody else’s', async ({ as, app, people, mediated }) => {
    expect((await list(await as('otherMediator'))).references).toEqual([])
    await sql`insert into assignments (case_id, proceeding_id, user_id, role, since_seq)
      select case_id, id, ${people.otherMediator.id}, 'mediator', 1 from proceedings where reference = ${mediated}
    `.execute(app.owner)
    expect((await list(await as('otherMediator'))).references).toEqual([mediated])
    expect((await list(await as('mediator'))).references).toEqual([])
  })

  test('tells an administrator that cases are counted and not read', async ({ as, suit }) => {
    const administrator = await list(await as('administrator'))
    expect(administrator.references).toEqual([])
    expect(administrator.text).toContain('Administrators count cases and do not read them')
    expect((await list(await as('administrator'), `/cases?q=${suit}`)).references).toEqual([])
  })

  test('lets staff of two organisations choose one', async ({ as, app, people, suit, arbitrated }) => {
    await givePost(app.owner, people.otherArbitrator.id, 'QIANHAI_COURT', 'clerk', '2020-01-01')
    const browser = await as('otherArbitrator')
    expect((await list(browser)).references.sort()).toEqual([suit, arbitrated].sort())
    expect((await list(browser, '/cases?organisation=SCIA')).references).toEqual([arbitrated])
    expect((await list(browser, '/cases?organisation=HKMC')).references).toEqual([])
    expect((await browser.visit('/cases')).text).toContain('name="organisation"')
    expect((await (await as('clerk')).visit('/cases')).text).not.toContain('name="organisation"')
  })

  test('says whom a case waits for, and “You” to whom it waits', async ({ as, suit }) => {
    expect((await list(await as('intakeOfficer'))).text).toMatch(/Submitted You 16 March/)
    expect((await list(await as('claimant'), `/cases?q=${suit}`)).text).toMatch(
      /Submitted Intake officer 16 March/,
    )
  })

  test('puts what moved last first', async ({ as, app, people, clock, suit, mediated }) => {
    const before = clock.now
    clock.now = '2026-03-09T03:00:00.000Z'
    await asActor(app.db, people.respondent, trx =>
      fireEvent(
        trx,
        people.respondent,
        { reference: mediated, pathway: 'mediation', ordinal: 1 },
        {
          type: 'consent',
          data: {},
          at: clock.now,
        },
      ),
    )
    const { references } = await list(await as('claimant'))
    clock.now = before
    expect(references[0]).toBe(mediated)
    expect(references).toContain(suit)
  })

  test('asks a visitor to sign in', async ({ browse }) => {
    await browse().visit('/cases').expect(303)
  })
})

describe('searching', () => {
  test.for([
    ['a number', suit => suit],
    ['a number in small letters', suit => suit.toLowerCase()],
    ['two characters of a Simplified name', () => '灵渡'],
    ['two characters of a Traditional name', () => '靈渡'],
    ['one character', () => '峰'],
    ['part of a Chinese name', () => '峰貿'],
    ['a word in another case', () => 'HARBOUR'],
    ['part of a word', () => 'arbour cres'],
    ['words of several fields', () => 'wool 港峰'],
    ['a Traditional name in Simplified forms', () => '港峰贸易'],
    ['a Simplified name in Traditional forms', () => '靈渡傳感'],
    ['full-width letters', () => 'Ｌｉｎｇｄｕ'],
    ['a sign with a meaning of its own', () => '100%'],
  ] satisfies [string, (suit: string) => string][])('finds %s', async ([, question], { as, suit }) => {
    const address = `/cases?q=${encodeURIComponent(question(suit))}&pathway=litigation`
    expect((await list(await as('claimant'), address)).references).toEqual([suit])
  })

  test.for(['_', "'", '\\', 'w%l', '渡灵', 'no such thing', 'wool 灵峰', '("'])(
    'finds nothing by %s, which does not occur',
    async (question, { as, suit }) => {
      const browser = await as('claimant')
      const found = await list(browser, `/cases?q=${encodeURIComponent(question)}`)
      expect(found.status).toBe(200)
      expect(found.references).toEqual([])
      expect((await list(browser)).references).toContain(suit)
    },
  )

  test('finds the case of another script by its own', async ({ as, arbitrated }) => {
    const found = await list(await as('tribunalSecretary'), `/cases?q=${encodeURIComponent('倉儲')}`)
    expect(found.references).toEqual([arbitrated])
  })

  test('finds nothing for somebody else', async ({ as, suit }) => {
    for (const who of ['stranger', 'tribunalSecretary', 'administrator'] as const)
      expect((await list(await as(who), `/cases?q=${suit}`)).references).toEqual([])
  })
})

describe('filters', () => {
  test('say what is in use, and lead to the list without it', async ({ as, suit }) => {
    const found = await list(await as('claimant'), '/cases?pathway=litigation&tag=active&from=2026-03-01')
    expect(found.references).toEqual([suit])
    expect(found.chips.map(({ text }) => text)).toEqual(['Litigation', 'Active', 'From 1 March 2026'])
    expect(found.chips[1]?.href).toBe('/cases?pathway=litigation&from=2026-03-01')
  })

  test.for(['/cases?from=2026-03-10', '/cases?to=2026-03-08', '/cases?tag=closed', '/cases?tag=decided'])(
    'leave out what does not fit: %s',
    async (address, { as }) => {
      const found = await list(await as('claimant'), address)
      expect(found.references).toEqual([])
      expect(found.text).toContain('No case matches')
    },
  )

  test.for([
    '/cases?pathway=divorce',
    '/cases?from=2026-02-30',
    '/cases?from[]=1',
    '/cases?page=-3',
    '/cases?page=1e9',
    '/cases?view=mine&tag=tired',
    '/cases?q[]=a&q[]=b',
    `/cases?q=${'z'.repeat(500)}`,
  ])('that cannot be understood are left out: %s', async (address, { as, suit }) => {
    const found = await list(await as('claimant'), address)
    expect(found.status).toBe(200)
    expect(found.chips).toEqual([])
    expect(found.references).toContain(suit)
  })
})

describe('saved views', () => {
  test('count what they lead to', async ({ as }) => {
    const browser = await as('intakeOfficer')
    const { views } = await list(browser)
    expect(views).toEqual({ All: 1, 'Waiting for you': 1, Overdue: 0, Closed: 0 })
    expect((await list(browser, '/cases?view=waiting')).references).toHaveLength(1)
    expect((await list(browser, '/cases?view=closed')).references).toHaveLength(0)
  })

  test('show as overdue what was not done in time', async ({ as, clock, suit }) => {
    const before = clock.now
    clock.now = '2026-03-17T01:00:00.000Z'
    const { references, text } = await list(await as('intakeOfficer'), '/cases?view=overdue')
    clock.now = before
    expect(references).toEqual([suit])
    expect(text).toContain('1 day late')
  })
})

describe('pages', () => {
  test('hold 25 each and show every case once', async ({ as, filed }) => {
    for (let count = 0; count < 26; count++) {
      const filing = { ...litigationFiling, title: `Quarrel ${count}` }
      await filed(filing, 'QIANHAI_COURT')
    }
    const browser = await as('claimant')
    const first = await list(browser, '/cases?q=quarrel')
    expect(first.references).toHaveLength(25)
    expect(first.text).toContain('1 to 25 of 26')
    const second = await list(browser, first.next)
    expect(second.references).toHaveLength(1)
    expect(new Set([...first.references, ...second.references]).size).toBe(26)
    // An address from when there was more.
    expect((await list(browser, '/cases?q=quarrel&page=9')).references).toEqual(second.references)
  })

  test.for(['en', 'zh-Hans', 'zh-Hant'])('speak %s', async (lang, { as }) => {
    for (const who of ['claimant', 'intakeOfficer', 'administrator'] as const) {
      const browser = await as(who)
      for (const address of ['/cases', '/cases?view=closed&q=x&tag=active', '/tasks'])
        expect(
          (await browser.visit(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)).status,
        ).toBe(200)
    }
  })
})
