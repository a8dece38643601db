import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { up } from '../../migrations/2026-11-28-reachedBefore.ts'
import { asActor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { litigationFiling } from '../support/filings.ts'
import { test as base, type Who } from '../support/test.ts'
import { allThatIsRead } from '../support/walls.ts'

const [claimant, respondent] = litigationFiling.parties
const second = { ...respondent!, id: 'p3', name: { en: 'Kwun Tong Freight' }, email: 'stranger@example.test' }
const outsider = { ...second, id: 'p4', side: 'thirdParty' as const, email: 'thirdparty@example.test' }
const parties = [claimant!, respondent!, second, outsider]

const test = base
  .extend('signedIn', { scope: 'file' }, ({ as }) => {
    const browsers = new Map<Who, ReturnType<typeof as>>()
    return (who: Who) => {
      const browser = browsers.get(who) ?? as(who)
      browsers.set(who, browser)
      return browser
    }
  })
  /** Whether somebody finds a case by the lists, by a search, by its address and by a statement of one’s own. */
  .extend('finds', { scope: 'file' }, ({ app, signedIn, people }) => async (who: Who, reference: string) => {
    const browser = await signedIn(who)
    const shows = async (page: string) => (await browser.visit(page)).text.includes(`/cases/${reference}`)
    const { id } = await app.owner
      .selectFrom('cases')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    return {
      list: await shows('/cases'),
      search: await shows('/cases?q=sensors'),
      tasks: await shows('/tasks'),
      address: (await browser.visit(`/cases/${reference}`)).status === 200,
      sql: (await allThatIsRead({ app: app.db, owner: app.owner }, people[who])).includes(id),
    }
  })
  .extend(
    'fire',
    { scope: 'file' },
    ({ app, people, clock }) =>
      (who: Who, [reference, pathway]: [string, PathwayName], type: string, data: Data = {}) =>
        asActor(app.db, people[who], trx =>
          fireEvent(trx, people[who], { reference, pathway, ordinal: 1 }, { type, data, at: clock.now }),
        ),
  )

const everywhere = { list: true, search: true, address: true, sql: true }
const nowhere = { list: false, search: false, tasks: false, address: false, sql: false }
const received = { receivedOn: '2026-03-09', method: 'email' }

describe('whoever only knows that a proceeding is there', () => {
  test('learns nothing by what it takes for an answer', async ({ app, fileLitigation, signedIn, people }) => {
    const { url } = await fileLitigation()
    const record = async (who: Who, event: string, fields: object) =>
      (await signedIn(who)).submit('/cases', fields, `${url}/litigation/1/${event}`)
    expect((await record('intakeOfficer', 'register', { procedure: 'ordinary' })).status).toBe(303)
    const { user_id: sitting } = await app.owner
      .selectFrom('assignments')
      .innerJoin('cases', 'cases.id', 'assignments.case_id')
      .select('user_id')
      .where('role', '=', 'judge')
      .where('reference', '=', url.slice('/cases/'.length))
      .executeTakeFirstOrThrow()

    for (const against of [sitting, people.stranger.id]) {
      const guessed = await record('administrator', 'requestRecusal', { against, ground: 'relative' })
      expect(guessed.status).toBe(409)
    }
  })
})

describe('a party named in a filing', () => {
  test('is not told, before it is served, that a form was sent', async ({ fileLitigation, signedIn }) => {
    const { url } = await fileLitigation()
    const page = `${url}/litigation/1`
    const _form = randomUUID()
    const registered = await (
      await signedIn('intakeOfficer')
    ).submit(`${page}/register`, { procedure: 'ordinary', _form })
    expect(registered.status).toBe(303)
    const guessed = await (await signedIn('respondent')).submit('/cases', { _form }, `${page}/fileDefence`)
    expect(guessed.status).toBe(404)
  })

  test(
    'learns of a suit when it is served, and of nobody’s service but its own',
    { timeout: 90_000 },
    async ({ app, people, fileLitigation, finds, fire }) => {
      const { reference } = await fileLitigation({ parties })
      await sql`insert into representations (case_id, party_id, user_id, capacity, special_authority, since)
        select id, 'p2', ${people.otherMediator.id}, 'agent', false, '2026-03-09' from cases where reference = ${reference}
      `.execute(app.owner)
      const suit = (who: Who, type: string, data: Data = {}) =>
        fire(who, [reference, 'litigation'], type, data)
      await suit('intakeOfficer', 'register', { procedure: 'ordinary' })
      await suit('clerk', 'startService')
      expect(await finds('claimant', reference)).toMatchObject(everywhere)
      for (const who of ['respondent', 'otherMediator', 'stranger', 'thirdParty'] as const)
        expect(await finds(who, reference), who).toEqual(nowhere)

      await suit('clerk', 'recordService', { party: 'p2', ...received })
      for (const who of ['respondent', 'otherMediator'] as const)
        expect(await finds(who, reference), who).toMatchObject(everywhere)
      for (const who of ['stranger', 'thirdParty'] as const)
        expect(await finds(who, reference), who).toEqual(nowhere)

      const { user_id } = await app.owner
        .selectFrom('assignments')
        .innerJoin('cases', 'cases.id', 'assignments.case_id')
        .select('user_id')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow()
      const judge = user_id === people.judge.id ? 'judge' : 'otherJudge'
      await suit(judge, 'joinParty', { partyId: 'p4', as: 'nonIndependent' })
      expect(await finds('thirdParty', reference)).toMatchObject(everywhere)
      expect(await finds('stranger', reference)).toEqual(nowhere)
      await suit('clerk', 'recordService', { party: 'p3', ...received })
      expect(await finds('stranger', reference)).toMatchObject(everywhere)
    },
  )

  test(
    'learns of an arbitration when the notice is served on it',
    { timeout: 90_000 },
    async ({ fileArbitration, finds, fire }) => {
      const { reference } = await fileArbitration({
        parties: [claimant!, respondent!, second],
      })
      const request = (type: string, data: Data = {}) =>
        fire('tribunalSecretary', [reference, 'arbitration'], type, data)
      await request('accept')
      expect((await finds('respondent', reference)).address).toBe(false)
      await request('serveNotice', { party: 'p2', receivedOn: '2026-03-09' })
      expect(await finds('respondent', reference)).toMatchObject(everywhere)
      expect((await finds('stranger', reference)).address).toBe(false)
    },
  )

  test('reads the mediation that is proposed to it, and not the suit that it may spare it', async ({
    as,
    fileLitigation,
    fire,
  }) => {
    const { reference, url } = await fileLitigation()
    const browser = await as('respondent')
    await browser.visit(url).expect(404)
    await fire('intakeOfficer', [reference, 'litigation'], 'offerMediation')
    await browser.visit(`${url}/mediation/1/consent`).expect(200)
    await browser.visit(`${url}/litigation/1`).expect(404)
    expect((await browser.visit(url).expect(200)).text).not.toContain('sales-contract.txt')
  })

  test('is as well informed of what was there before this was kept', async ({ app }) => {
    const kept = () =>
      app.owner.selectFrom('reached').selectAll().orderBy('compartment_id').orderBy('party_id').execute()
    const before = await kept()
    expect(before.length).toBeGreaterThan(6)
    await app.owner.deleteFrom('reached').execute()
    await up(app.owner.withTables<never>())
    expect(await kept()).toEqual(before)
  })
})
