import { load } from 'cheerio'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asActor, type Db } from '../../server/db.ts'
import { monday, test as base, type Browser } from '../support/test.ts'

const test = base.extend('administrator', ({ as }) => as('administrator'))

const grace = {
  'name-en': 'Grace Wong',
  'name-zh-Hans': '',
  'name-zh-Hant': '黃思敏',
  email: 'grace@example.test',
  language: 'zh-Hant',
  password: 'twelve letters and more',
}

/** Adds a person and says where its page is. */
const add = async (browser: Browser, fields: object = {}) => {
  const posted = await browser.submit('/people/new', { ...grace, ...fields }, '/people')
  expect(posted.status).toBe(303)
  return posted.headers.location!
}

describe('the registers', () => {
  test.for(['/people', '/people/new', '/organisations', '/organisations/new', '/organisations/SCIA'])(
    'are not shown to others: %s',
    async (address, { as }) => {
      for (const who of ['claimant', 'judge', 'mediationCoordinator'] as const)
        await (await as(who)).visit(address).expect(403)
      await (await as('administrator')).visit(address).expect(200)
    },
  )

  test('are not written by others', async ({ as, people, app }) => {
    const clerk = await as('clerk')
    for (const address of [
      '/people',
      `/people/${people.judge.id}`,
      `/people/${people.clerk.id}/posts`,
      '/organisations',
    ])
      expect(
        (await clerk.submit('/cases', { ...grace, organisation: 'PLATFORM', role: 'administrator' }, address))
          .status,
      ).toBe(403)
    const { rows } =
      await sql`select 1 from posts where user_id = ${people.clerk.id} and role = 'administrator'`.execute(
        app.owner,
      )
    expect(rows).toEqual([])
  })

  test.for(['en', 'zh-Hans', 'zh-Hant'])('speak %s', async (lang, { administrator, people }) => {
    for (const address of [
      '/people',
      '/people/new',
      `/people/${people.mediator.id}`,
      '/organisations',
      '/organisations/new',
      '/organisations/HKMC',
    ])
      expect((await administrator.visit(`${address}?lang=${lang}`)).status, address).toBe(200)
    const wrong = await administrator.submit('/people/new', { email: 'x' }, '/people')
    expect(wrong.status).toBe(422)
    await administrator.visit('/people?lang=en')
  })
})

describe('a person', () => {
  test('who is added can sign in, in the language given', async ({ administrator, browse }) => {
    const page = await administrator.visit(await add(administrator))
    expect(load(page.text)('h1').text()).toBe('Grace Wong')
    expect(page.text).toContain('No post')

    const browser = browse()
    expect((await browser.submit('/sign-in', { email: grace.email, password: grace.password })).status).toBe(
      303,
    )
    expect((await browser.visit('/cases')).text).toContain('lang="zh-Hant"')
  })

  test('is found by a name in either script and by address', async ({ administrator }) => {
    for (const question of ['wong', '思敏', 'GRACE@example']) {
      const { text } = await administrator.visit(`/people?q=${encodeURIComponent(question)}`)
      expect(load(text)('tbody tr').length, question).toBe(1)
    }
    expect((await administrator.visit('/people?q=%25zz')).text).toContain('Nobody matches')
    expect((await administrator.visit('/people?q=clock')).text).toContain('Nobody matches')
  })

  test.for([
    [{ 'name-en': ' ', 'name-zh-Hant': '' }, 'name-en', 'Give at least one name'],
    [{ 'name-en': 'x'.repeat(201) }, 'name-en', 'Name in English: use 200 characters or fewer'],
    [{ 'name-zh-Hant': 'a\0b' }, 'name-zh-Hant', 'remove the character'],
    [{ email: 'nobody' }, 'email', 'Give an address with an @'],
    [{ email: 'CLAIMANT@example.test' }, 'email', 'Somebody has this email address already'],
    [{ email: 'new@example.test', language: 'fr' }, 'language', 'Choose a language'],
    [{ email: 'new@example.test', password: 'short' }, 'password', 'Give a password of 12 to 200 characters'],
  ] as const)('is not added with %o', async ([fields, field, words], { administrator }) => {
    const posted = await administrator.submit(
      '/people/new',
      { ...grace, email: 'new@example.test', ...fields },
      '/people',
    )
    expect(posted.status).toBe(422)
    const $ = load(posted.text)
    expect($(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(words)
    expect($(`#${field}-error`).text()).toContain(words)
    expect($('#email').val()).toBe('email' in fields ? fields.email : 'new@example.test')
    expect(posted.text).not.toContain(grace.password)
  })

  test('is told everything that is wrong at once', async ({ administrator }) => {
    const posted = await administrator.submit('/people/new', {}, '/people')
    const wrong = load(posted.text)('.govuk-error-summary a').toArray()
    expect(wrong.map(each => each.attribs.href)).toEqual(['#name-en', '#email', '#language', '#password'])
  })

  test('can be changed, and cannot sign in while not active', async ({ administrator, browse }) => {
    const own = await add(administrator, { email: 'henry@example.test', 'name-en': 'Henry' })
    const henry = browse()
    await henry.submit('/sign-in', { email: 'henry@example.test', password: grace.password })
    await henry.visit('/cases').expect(200)

    const changed = { ...grace, 'name-en': 'Henry Ho', email: 'ho@example.test', password: '', active: 'no' }
    expect((await administrator.submit(own, changed)).headers.location).toBe(`${own}?saved=1`)
    expect((await administrator.visit(`${own}?saved=1`)).text).toContain('The changes are saved')
    await henry.visit('/cases').expect(303)
    const again = () => browse().submit('/sign-in', { email: 'ho@example.test', password: grace.password })
    expect((await again()).status).toBe(422)
    await administrator.submit(own, { ...changed, active: 'yes' })
    expect((await again()).status).toBe(303)
  })

  test('with a new password is signed out everywhere', async ({ administrator, browse }) => {
    const own = await add(administrator, { email: 'iris@example.test' })
    const iris = browse()
    await iris.submit('/sign-in', { email: 'iris@example.test', password: grace.password })
    await administrator.submit(own, {
      ...grace,
      email: 'iris@example.test',
      active: 'yes',
      password: 'another good one',
    })
    await iris.visit('/cases').expect(303)
    const signIn = (password: string) => browse().submit('/sign-in', { email: 'iris@example.test', password })
    expect((await signIn(grace.password)).status).toBe(422)
    expect((await signIn('another good one')).status).toBe(303)
  })

  test('keeps what was typed where a change is wrong', async ({ administrator, people }) => {
    const own = `/people/${people.judge.id}`
    const posted = await administrator.submit(own, { ...grace, email: 'nobody', active: 'yes', password: '' })
    expect(posted.status).toBe(422)
    const $ = load(posted.text)
    expect($('#name-en').val()).toBe('Grace Wong')
    expect($('#email-error').text()).toContain('Give an address with an @')
  })

  test('cannot close the account with which it is kept', async ({ administrator, people }) => {
    const own = `/people/${people.administrator.id}`
    const email = people.administrator.email
    const posted = await administrator.submit(own, { ...grace, email, active: 'no', password: '' })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain('You cannot close your own account')
    const ended = await administrator.submit(own, {}, `${own}/posts/PLATFORM/administrator/end`)
    expect(ended.status).toBe(422)
    await administrator.visit('/people').expect(200)
  })

  test.for(['/people/nobody', '/people/00000000-0000-0000-0000-00000000c10c', '/people/%00'])(
    'that is none has no page: %s',
    async (address, { administrator }) => {
      const { status } = await administrator.visit(address)
      expect([400, 404]).toContain(status)
    },
  )
})

describe('a post', () => {
  test('opens what it should while it lasts', async ({ administrator, browse, fileLitigation }) => {
    const { reference } = await fileLitigation()
    const own = await add(administrator, { email: 'kay@example.test' })
    const kay = browse()
    await kay.submit('/sign-in', { email: 'kay@example.test', password: grace.password })
    expect((await kay.visit('/cases')).text).not.toContain(reference)

    const given = await administrator.submit(
      own,
      { organisation: 'QIANHAI_COURT', role: 'clerk' },
      `${own}/posts`,
    )
    expect(given.headers.location).toBe(`${own}#posts`)
    expect((await kay.visit('/cases')).text).toContain(reference)

    await administrator.submit(own, {}, `${own}/posts/QIANHAI_COURT/clerk/end`)
    expect((await kay.visit('/cases')).text).not.toContain(reference)
    expect((await administrator.visit(own)).text).toContain('Ended:')
  })

  test.for([
    [{ organisation: 'SCIA', role: 'judge' }, 'role'],
    [{ organisation: 'QIANHAI_COURT', role: 'claimant' }, 'role'],
    [{ organisation: 'NOWHERE', role: 'judge' }, 'organisation'],
    [{ role: 'judge' }, 'organisation'],
  ] as const)('is not given as %o', async ([fields, field], { administrator, people }) => {
    const own = `/people/${people.stranger.id}`
    const posted = await administrator.submit(own, fields, `${own}/posts`)
    expect(posted.status).toBe(422)
    expect(load(posted.text)(`#${field}-error`).length).toBe(1)
  })
})

describe('a roster', () => {
  const mediator = {
    rosterOrganisation: 'HKMC',
    rosterRole: 'mediator',
    origin: 'HK',
    style: 'facilitative',
    accreditation: 'hkmaal',
  }
  const assessor = {
    rosterOrganisation: 'QIANHAI_COURT',
    rosterRole: 'juror',
    origin: 'HK',
    bornOn: '1998-03-09',
    excluded: 'no',
  }
  const own = (id: string) => `/people/${id}`
  const listingsOf = (app: { owner: Db }, id: string) =>
    app.owner
      .selectFrom('roster')
      .select(['listed_on', 'expires_on', 'removed_on', 'accreditation'])
      .where('user_id', '=', id)
      .orderBy('id')
      .execute()
  const sent = (browser: Browser, id: string, listing: object) =>
    browser.submit(own(id), listing, `${own(id)}/roster`)

  test('lists a person from day to day, and keeps what is over', async ({
    administrator,
    app,
    people,
    clock,
  }) => {
    const { id } = people.stranger
    await sent(administrator, id, { ...mediator, expiresOn: '2026-12-31' })
    const page = await administrator.visit(own(id))
    for (const words of [
      'Mediator, Hong Kong Mediation Centre',
      '31 December 2026',
      'HKMAAL accredited mediator',
    ])
      expect(page.text).toContain(words)

    const again = await sent(administrator, id, mediator)
    expect(again.status).toBe(422)
    expect(load(again.text)('#rosterRole-error').text()).toContain('end that listing first')

    await administrator.submit(own(id), {}, `${own(id)}/roster/HKMC/mediator/remove`)
    clock.now = '2026-03-10T01:00:00.000Z'
    await sent(administrator, id, { ...mediator, accreditation: 'gbaMediator' })
    clock.now = monday
    const listings = await listingsOf(app, id)
    expect(listings).toEqual([
      {
        listed_on: '2026-03-09',
        expires_on: '2026-12-31',
        removed_on: '2026-03-09',
        accreditation: 'hkmaal',
      },
      { listed_on: '2026-03-10', expires_on: null, removed_on: null, accreditation: 'gbaMediator' },
    ])
    expect((await administrator.visit(own(id))).text).toContain('Over: ')
  })

  test('takes an assessor of 28 for five years', async ({ administrator, app, people }) => {
    const { id } = people.respondent
    const young = await sent(administrator, id, { ...assessor, bornOn: '1998-03-10' })
    expect(load(young.text)('#bornOn-error').text()).toContain('at least 28')
    await sent(administrator, id, assessor)
    expect(await listingsOf(app, id)).toMatchObject([{ listed_on: '2026-03-09', expires_on: '2031-03-08' }])
    const page = await administrator.visit(own(id))
    expect(page.text).not.toContain('1998')
  })

  test('keeps the day of birth from whoever asks the database as the app', async ({ app, people }) => {
    const asked = asActor(app.db, people.administrator, trx => sql`select born_on from roster`.execute(trx))
    await expect(asked).rejects.toThrow('permission denied')
  })

  test.for([
    [{ rosterOrganisation: 'PLATFORM' }, 'rosterOrganisation'],
    [{ rosterOrganisation: 'SCIA' }, 'rosterOrganisation'],
    [{ rosterRole: 'judge' }, 'rosterRole'],
    [{ origin: 'MARS' }, 'origin'],
    [{ accreditation: 'none' }, 'accreditation'],
    [{ 'listedOn-day': '31', 'listedOn-month': '2', 'listedOn-year': '2026' }, 'listedOn'],
    [{ listedOn: '2026-03-09', expiresOn: '2026-03-08' }, 'expiresOn'],
    [{ ...assessor, excluded: 'yes' }, 'excluded'],
    [{ ...assessor, excluded: '' }, 'excluded'],
    [{ ...assessor, bornOn: '' }, 'bornOn'],
    [{ ...assessor, rosterOrganisation: 'SCIA' }, 'rosterOrganisation'],
  ] as const)('does not list with %o', async ([fields, field], { administrator, app, people }) => {
    const before = await listingsOf(app, people.thirdParty.id)
    const posted = await sent(administrator, people.thirdParty.id, { ...mediator, ...fields })
    expect(posted.status).toBe(422)
    expect(load(posted.text)(`#${field}-error`).length).toBe(1)
    expect(await listingsOf(app, people.thirdParty.id)).toEqual(before)
  })
})

describe('an organisation', () => {
  const centre = {
    'name-en': 'Nansha Mediation Centre',
    'name-zh-Hans': '南沙调解中心',
    code: 'NSMC',
    kind: 'mediation',
  }

  test('is added, and its names can be changed', async ({ administrator }) => {
    const posted = await administrator.submit('/organisations/new', centre, '/organisations')
    expect(posted.headers.location).toBe('/organisations/NSMC')
    await administrator.submit('/organisations/NSMC', { 'name-en': 'Nansha Centre' })
    expect(load((await administrator.visit('/organisations')).text)('main').text()).toContain('Nansha Centre')
  })

  test.for([
    [{ ...centre, code: 'SCIA' }, 'code'],
    [{ ...centre, code: 'not a code' }, 'code'],
    [{ ...centre, code: 'NEW', kind: 'shop' }, 'kind'],
    [{ ...centre, code: 'NEW', 'name-en': '', 'name-zh-Hans': '' }, 'name-en'],
  ] as const)('is not added as %o', async ([fields, field], { administrator }) => {
    const posted = await administrator.submit('/organisations/new', fields, '/organisations')
    expect(posted.status).toBe(422)
    expect(load(posted.text)(`#${field}-error`).length).toBe(1)
  })

  test('that is none has no page', async ({ administrator }) => {
    await administrator.visit('/organisations/NOWHERE').expect(404)
  })
})

describe('pages of people', () => {
  test('hold 25 and lead on', async ({ administrator, app }) => {
    await sql`insert into users (email, name, password_hash, created_at)
      select 'many' || i || '@example.test', jsonb_build_object('en', 'Many ' || i), '', '2026-01-01'
        from generate_series(1, 30) i`.execute(app.owner)
    const $ = load((await administrator.visit('/people?q=many')).text)
    expect($('tbody tr').length).toBe(25)
    expect($('a[rel=next]').attr('href')).toBe('/people?q=many&page=2')
    expect(load((await administrator.visit('/people?q=many&page=2')).text)('tbody tr').length).toBe(5)
  })
})
