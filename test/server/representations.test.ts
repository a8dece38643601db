import { load } from 'cheerio'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { addUser, listOnRoster } from '../../server/accounts/queries.ts'
import { asActor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { Refused } from '../../workflows/step.ts'
import { monday, password, test as base, type Browser } from '../support/test.ts'

const tuesday = '2026-03-10T01:00:00.000Z'

const test = base
  .extend('counsel', { scope: 'file' }, async ({ app }) => {
    const passwordHash = await hashPassword(password)
    const add = async (name: string, role?: 'lawyer' | 'gbaLawyer', until?: string) => {
      const email = `${name}@example.test`
      const id = await addUser(app.owner, {
        email,
        name: { en: `Counsel ${name}` },
        passwordHash,
        at: monday,
      })
      if (role)
        await listOnRoster(app.owner, id, 'PLATFORM', { role, origin: 'HK', since: '2024-01-01', until })
      return { id, email }
    }
    return {
      lawyer: await add('lawyer', 'lawyer'),
      gba: await add('gba', 'gbaLawyer'),
      lapsed: await add('lapsed', 'gbaLawyer', '2026-03-08'),
    }
  })
  /** A suit of which the respondent knows. */
  .extend('fileServed', { scope: 'file' }, ({ app, people, fileLitigation }) => async () => {
    const filed = await fileLitigation()
    const where = { reference: filed.reference, pathway: 'litigation' as const, ordinal: 1 }
    const fire = (who: 'intakeOfficer' | 'clerk', type: string, data: object) =>
      asActor(app.db, people[who], trx => fireEvent(trx, people[who], where, { type, data, at: monday }))
    await fire('intakeOfficer', 'register', { procedure: 'ordinary' })
    await fire('clerk', 'startService', {})
    await fire('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-09', method: 'inPerson' })
    return filed
  })
  .extend('signIn', { scope: 'file' }, ({ browse }) => async (email: string) => {
    const browser = browse()
    await browser.submit('/sign-in', { email, password })
    return browser
  })

const mandate = {
  party: 'p2',
  email: 'gba@example.test',
  capacity: 'gbaLawyer',
  powerReceivedOn: '2026-03-06',
  powerForm: 'attested',
  specialAuthority: 'no',
  instance: 'first',
}
const enter = (browser: Browser, url: string, changes: object = {}) =>
  browser.submit(`${url}/representations`, { ...mandate, ...changes })
const endOf = async (browser: Browser, url: string) => {
  const { text } = await browser.visit(`${url}/representations`)
  return load(text)('form[action$="/end"]').last().attr('action') ?? ''
}

describe('a GBA lawyer of a Hong Kong party', () => {
  test('sees the case from the entry to its end, and acts for that party alone', async ({
    as,
    app,
    clock,
    counsel,
    fileServed,
    people,
    signIn,
  }) => {
    const { url, reference } = await fileServed()
    const clerk = await as('clerk')
    const agent = await signIn(counsel.gba.email)
    await agent.visit(url).expect(404)

    expect((await enter(clerk, url)).headers.location).toBe(`${url}/representations?done=1`)
    const page = await agent.visit(`${url}/representations`).expect(200)
    for (const words of [
      'Counsel gba',
      'GBA lawyer',
      'Unconfirmed',
      '6 March 2026',
      'General: not to withdraw',
    ])
      expect(page.text).toContain(words)
    expect((await (await as('respondent')).visit(url)).text).toContain('Counsel gba, GBA lawyer')
    expect((await agent.visit(url)).text).toContain('Harbour Crest')
    const where = { reference, pathway: 'litigation' as const, ordinal: 1 }
    const acting = (type: string) =>
      asActor(app.db, counsel.gba, trx =>
        fireEvent(trx, counsel.gba, where, { type, data: {}, at: clock.now }),
      )
    // The claimant's own act: the agent is the respondent's.
    await expect(acting('withdraw')).rejects.toMatchObject({ reason: 'role' })

    const again = await enter(clerk, url)
    expect(load(again.text)('#email-error').text()).toContain('already')

    clock.now = tuesday
    const ended = await clerk.submit(
      `${url}/representations`,
      { why: 'Mandate withdrawn' },
      await endOf(clerk, url),
    )
    expect(ended.status).toBe(303)
    await agent.visit(url).expect(404)
    await expect(acting('withdraw')).rejects.toThrow()
    await enter(clerk, url, { specialAuthority: 'yes' })
    clock.now = monday
    const { rows } = await sql`
      select since, until, special_authority, ended_why, recorded_by = ${people.clerk.id} as by_clerk
        from representations where user_id = ${counsel.gba.id} order by id`.execute(app.owner)
    expect(rows).toEqual([
      {
        since: '2026-03-09',
        until: '2026-03-10',
        special_authority: false,
        ended_why: 'Mandate withdrawn',
        by_clerk: true,
      },
      { since: '2026-03-10', until: null, special_authority: true, ended_why: null, by_clerk: true },
    ])
  })
})

describe('special authority', () => {
  const both = ['p1', 'p2']
  test.for([
    ['appeal', 'closeDebate', 'appealed'],
    ['signReceipt', 'settle', 'statementDrafted'],
  ] as const)(
    'decides whether the respondent’s agent may %s',
    async ([type, way, state], { as, app, counsel, fileLitigation, people }) => {
      const { url, reference } = await fileLitigation()
      const where = { reference, pathway: 'litigation' as const, ordinal: 1 }
      const fire = (who: { id: string }, type: string, data: object = {}) =>
        asActor(app.db, who, trx => fireEvent(trx, who, where, { type, data, at: monday }))
      const service = { party: 'p2', receivedOn: '2026-03-09', method: 'inPerson' }
      await fire(people.intakeOfficer, 'register', { procedure: 'summary' })
      await fire(people.clerk, 'startService')
      await fire(people.clerk, 'recordService', service)
      await fire(people.respondent, 'fileDefence')
      const { user_id } = await app.owner
        .selectFrom('assignments')
        .innerJoin('proceedings', 'proceedings.id', 'assignments.proceeding_id')
        .select('user_id')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow()
      const judge = { id: user_id }
      await fire(judge, 'scheduleHearing', { hearingOn: '2026-03-09' })
      await fire(judge, 'holdHearing', { present: both })
      if (way === 'settle') await fire(judge, 'settle', { terms: 'Half now', consents: both })
      else {
        await fire(judge, 'closeDebate')
        await fire(judge, 'issueJudgment', { outcome: 'claimUpheld', announcedOn: '2026-03-09' })
        await fire(people.clerk, 'recordService', service)
      }

      const clerk = await as('clerk')
      const lawyer = { email: counsel.lawyer.email, capacity: 'lawyer' }
      await enter(clerk, url, lawyer)
      const refused = fire(counsel.lawyer, type)
      await expect(refused).rejects.toBeInstanceOf(Refused)
      await expect(refused).rejects.toMatchObject({ reason: 'guard', condition: 'specialAuthority' })

      await clerk.submit(`${url}/representations`, { why: 'A wider power' }, await endOf(clerk, url))
      await enter(clerk, url, { ...lawyer, specialAuthority: 'yes' })
      expect((await fire(counsel.lawyer, type)).state).toBe(state)
    },
  )
})

describe('an entry', () => {
  test.for([
    [{ capacity: 'foreignLawyer' }, 409, 'Mainland lawyer'],
    [{ powerForm: 'plain' }, 409, 'certified abroad'],
    [{ email: 'lapsed@example.test' }, 409, 'not on the register'],
    [{ capacity: 'relative' }, 409, 'Only a natural person'],
    [{ email: 'clerk@example.test', capacity: 'employee' }, 409, 'works for a body that handles it'],
    [{ email: 'claimant@example.test', capacity: 'employee' }, 409, 'speaks for the other side'],
    [{ email: 'nobody@example.test' }, 422, 'No active account'],
    [{ email: 'clock@platform.invalid' }, 422, 'No active account'],
    [{ email: 'x' }, 422, 'an @'],
    [{ party: 'p9' }, 422, 'Choose a party'],
    [{ capacity: 'king' }, 422, 'Choose as what'],
    [{ powerReceivedOn: '' }, 422, 'the day on which'],
    [{ powerReceivedOn: '2026-03-10' }, 422, 'in the future'],
    [{ specialAuthority: '' }, 422, 'special authority'],
    [{ instance: '' }, 422, 'what the power is for'],
  ] as const)(
    'is refused with %o',
    async ([changes, status, words], { as, app, counsel, fileLitigation }) => {
      expect(counsel.lapsed.email).toBe('lapsed@example.test')
      const { url, reference } = await fileLitigation()
      const clerk = await as('clerk')
      const posted = await enter(clerk, url, changes)
      expect(posted.status).toBe(status)
      expect(load(posted.text)('.govuk-error-summary').text()).toContain(words)
      expect(load(posted.text)('#email').val()).toBe('email' in changes ? changes.email : mandate.email)
      const { rows } = await sql`
      select 1 from representations r join cases c on c.id = r.case_id
       where c.reference = ${reference} and r.capacity <> 'self'`.execute(app.owner)
      expect(rows).toEqual([])
    },
  )

  test('is made by a party for itself alone, and ended by it or by the agent', async ({
    as,
    counsel,
    fileServed,
    signIn,
  }) => {
    const { url } = await fileServed()
    const respondent = await as('respondent')
    expect((await enter(respondent, url, { party: 'p1' })).status).toBe(403)
    expect((await enter(respondent, url, { capacity: 'self' })).status).toBe(403)
    expect((await enter(respondent, url)).status).toBe(303)
    const agent = await signIn(counsel.gba.email)
    expect((await enter(agent, url, { email: counsel.lawyer.email, capacity: 'lawyer' })).status).toBe(403)
    const end = await endOf(agent, url)
    const claimant = await as('claimant')
    expect((await claimant.submit(`${url}/representations`, { why: 'x' }, end)).status).toBe(403)
    const laidDown = await agent.submit(`${url}/representations`, { why: 'Laid down' }, end)
    expect([laidDown.status, laidDown.headers.location]).toEqual([303, '/cases'])
    await agent.visit(url).expect(404)
    expect((await respondent.visit(`${url}/representations`)).text).toContain('Laid down')
  })

  test('is nobody else’s to see or make', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    for (const who of ['stranger', 'administrator', 'tribunalSecretary', 'mediator'] as const) {
      const browser = await as(who)
      expect((await browser.visit(`${url}/representations`)).status, who).toBe(404)
      expect((await browser.submit('/cases', mandate, `${url}/representations`)).status, who).toBe(404)
    }
    const judge = await as('judge')
    expect((await enter(judge, url)).status).toBe(403)
  })

  test.for(['en', 'zh-Hans', 'zh-Hant'])('is asked for in %s', async (lang, { as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const clerk = await as('clerk')
    expect((await clerk.visit(`${url}/representations?lang=${lang}`)).status).toBe(200)
    expect((await enter(clerk, url, { powerForm: 'plain' })).status).toBe(409)
    await clerk.visit('/cases?lang=en')
  })
})

test('raw SQL as app changes nothing of who speaks', async ({ app, fileLitigation, people }) => {
  const { reference } = await fileLitigation()
  const attempt = (statement: string) => asActor(app.db, people.clerk, trx => sql.raw(statement).execute(trx))
  await expect(
    attempt(`insert into representations (case_id, party_id, user_id, capacity, special_authority, since)
      select id, 'p2', '${people.stranger.id}', 'employee', true, '2026-03-09' from cases where reference = '${reference}'`),
  ).rejects.toThrow('permission denied')
  await expect(attempt(`update representations set until = '2026-03-09'`)).rejects.toThrow(
    'permission denied',
  )
  const asEngine = (statement: string) => attempt(`set local role engine; ${statement}`)
  await expect(asEngine(`update representations set special_authority = true`)).rejects.toThrow(
    'permission denied',
  )
})
