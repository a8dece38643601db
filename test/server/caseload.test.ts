import { load } from 'cheerio'
import { sql } from 'kysely'
import { describe, expect, test as plain } from 'vitest'
import { ringDue } from '../../server/clock.ts'
import { asActor } from '../../server/db.ts'
import { fileCase } from '../../server/filing/file.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { caseloadOf } from '../../server/reports/caseload.ts'
import { balance, dispositionTime } from '../../server/reports/flow.ts'
import type { Data } from '../../workflows/fields.ts'
import { arbitrationFiling, litigationFiling } from '../support/filings.ts'
import { test as base, type Who } from '../support/test.ts'

const nothing = {
  beginActive: 0,
  beginInactive: 0,
  filed: 0,
  reopened: 0,
  reactivated: 0,
  disposed: 0,
  placedInactive: 0,
}

describe('the formulas', () => {
  plain('agree with the guide’s example of cases taken up again', () => {
    const flow = { ...nothing, beginInactive: 5, filed: 50, reactivated: 5, disposed: 35 }
    const { incoming, outgoing, endActive, endInactive, clearance } = balance(flow)
    expect({ incoming, outgoing, endActive, endInactive }).toEqual({
      incoming: 55,
      outgoing: 35,
      endActive: 20,
      endInactive: 0,
    })
    expect(clearance).toBeCloseTo(63.6, 1)
  })

  plain('agree with its example of reopened cases disposed of twice', () => {
    const flow = { ...nothing, beginActive: 80, reopened: 40, disposed: 120 }
    expect(balance(flow)).toMatchObject({ incoming: 40, outgoing: 120, endActive: 0, clearance: 300 })
  })

  plain('agree with its appellate example', () => {
    expect(balance({ ...nothing, beginActive: 500, filed: 260, disposed: 645 }).endActive).toBe(115)
  })

  plain('agree with the figures of a court that published them, and tell the 21 that are missing', () => {
    const { clearance, endActive } = balance({ ...nothing, filed: 861, disposed: 168 })
    expect(clearance).toBeCloseTo(19.5, 1)
    expect(endActive - 672).toBe(21)
    expect(dispositionTime(672, 168, 365)).toBe(1460)
  })

  plain('give no rate where nothing came in, and no forecast where nothing went out', () => {
    expect(balance({ ...nothing, disposed: 3 }).clearance).toBeNull()
    expect(dispositionTime(12, 0, 30)).toBeNull()
  })
})

const test = base.extend('known', { scope: 'file' }, async ({ app, people }) => {
  const file = (at: string, filing: typeof litigationFiling, organisation: string) =>
    asActor(app.db, people.claimant, trx =>
      fileCase(trx, people.claimant, filing, { at: `${at}T02:00:00.000Z`, organisation }),
    )
  const fire = (reference: string, on: string, who: Who, type: string, data: Data = {}) =>
    asActor(app.db, people[who], trx =>
      fireEvent(
        trx,
        people[who],
        { reference, pathway: 'litigation', ordinal: 1 },
        { type, data, at: `${on}T02:00:00.000Z` },
      ),
    )
  // One before the period; two in it, of which one rests from 20 to 26 January; one with the institution.
  const old = await file('2025-12-30', litigationFiling, 'QIANHAI_COURT')
  const refused = await file('2026-01-05', litigationFiling, 'QIANHAI_COURT')
  const rested = await file('2026-01-19', litigationFiling, 'QIANHAI_COURT')
  await file('2026-02-02', arbitrationFiling, 'SCIA')
  await fire(old.reference, '2025-12-31', 'intakeOfficer', 'register', { procedure: 'ordinary' })
  await fire(refused.reference, '2026-01-08', 'intakeOfficer', 'refuse', { ground: 'cpl122' })
  await fire(rested.reference, '2026-01-20', 'intakeOfficer', 'offerMediation')
  await asActor(app.db, people.respondent, trx =>
    fireEvent(
      trx,
      people.respondent,
      { reference: rested.reference, pathway: 'mediation', ordinal: 1 },
      { type: 'refuse', data: {}, at: '2026-01-26T02:00:00.000Z' },
    ),
  )
  return { old, refused, rested }
})

describe('the caseload', () => {
  const period = { name: 'test', first: '2026-01-01', last: '2026-02-15' }

  test('of a known set is counted right', async ({ app, people, known }) => {
    expect(known.rested.reference).toBe('QH-2026-000002')
    const caseload = await asActor(app.db, people.administrator, trx =>
      caseloadOf(trx, period, null, '2026-02-15T10:00:00.000Z'),
    )
    const litigation = caseload.pathways.find(({ pathway }) => pathway === 'litigation')
    expect(litigation).toMatchObject({
      filed: 2,
      reopened: 0,
      disposed: 1,
      placedInactive: 1,
      reactivated: 1,
    })
    // Filed on the 5th and refused on the 8th.
    expect(litigation?.disposal).toMatchObject({ disposed: 1, median: 3 })
    // 47 days since 30 December; and of 27 days since 19 January, not the six before the other side refused to mediate.
    expect(litigation?.pending).toMatchObject({ active: 2, inactive: 0, median: (47 + 21) / 2, to_90: 2 })
    expect(caseload.pathways.find(({ pathway }) => pathway === 'arbitration')).toMatchObject({
      filed: 1,
      disposed: 0,
    })
    expect(caseload.flow).toMatchObject({ beginActive: 1, beginInactive: 0 })
    expect(caseload.residual).toBe(0)
    expect(caseload.months.map(({ month, incoming, outgoing }) => [month, incoming, outgoing])).toEqual([
      ['2026-01-01', 4, 3],
      ['2026-02-01', 1, 0],
    ])
  })

  test('is of one organisation where one is chosen', async ({ app, people, known }) => {
    expect(known).toBeDefined()
    const { id } = await app.owner
      .selectFrom('organisations')
      .select('id')
      .where('code', '=', 'SCIA')
      .executeTakeFirstOrThrow()
    const caseload = await asActor(app.db, people.administrator, trx =>
      caseloadOf(trx, period, id, '2026-02-15T10:00:00.000Z'),
    )
    expect(caseload).toMatchObject({ flow: { filed: 1, disposed: 0, beginActive: 0 }, end: { active: 1 } })
  })

  test('counts nothing for anybody else, even asked directly', async ({ app, people, known }) => {
    expect(known).toBeDefined()
    const caseload = await asActor(app.db, people.judge, trx =>
      caseloadOf(trx, period, null, '2026-02-15T10:00:00.000Z'),
    )
    expect(caseload.flow).toEqual(nothing)
    expect(caseload.end).toMatchObject({ active: 0, inactive: 0 })
    expect(caseload.overdue).toBe(0)
    await expect(
      asActor(app.db, people.judge, trx => sql`select * from standings`.execute(trx)),
    ).rejects.toThrow('permission denied')
  })

  test('counts as overdue what was not done in time', async ({ app, people, known }) => {
    expect(known).toBeDefined()
    await ringDue(app.db, '2026-03-09T01:00:00.000Z', app.log)
    const caseload = await asActor(app.db, people.administrator, trx =>
      caseloadOf(trx, period, null, '2026-03-09T01:00:00.000Z'),
    )
    expect(caseload.overdue).toBeGreaterThan(0)
    const { rows } = await sql<{ count: number }>`
      select count(distinct proceeding_id) from tasks where closed_seq is null and kind like '%.lapsed'`.execute(
      app.owner,
    )
    expect(caseload.overdue).toBe(rows[0]?.count)
  })
})

describe('the page of the caseload', () => {
  test('is the administrator’s alone', async ({ as, known }) => {
    expect(known).toBeDefined()
    for (const who of ['claimant', 'judge', 'tribunalSecretary', 'intakeOfficer'] as const)
      expect((await (await as(who)).visit('/caseload')).status, who).toBe(403)
    const $ = load((await (await as('administrator')).visit('/caseload?period=2026')).text)
    expect($('h1').text()).toBe('Caseload')
    expect($('.qh-bar rect').length).toBeGreaterThan(0)
    expect($('[style]').length).toBe(0)
    expect($('.qh-kv').text()).toMatch(/Residual\s*0/)
    // Counts, and nothing that a case says.
    expect($('main').text()).not.toContain('sensors')
  })

  test.for([
    '?period=1066',
    '?organisation=NOBODY',
    '?organisation[]=SCIA',
    '?period=2025&organisation=SCIA',
    '?lang=zh-Hans',
    '?lang=zh-Hant',
  ])('takes %s', async (query, { as }) => {
    await (await as('administrator')).visit(`/caseload${query}`).expect(200)
  })

  test('gives a stuck case back to the clock', async ({ app, as, known }) => {
    const { reference } = known.old
    await sql`insert into stuck_cases select id, reference, 'no base', '2026-03-01' from cases where reference = ${reference}
    `.execute(app.owner)
    const administrator = await as('administrator')
    expect((await administrator.visit('/caseload')).text).toContain('no base')

    const clerk = await as('clerk')
    expect((await clerk.submit('/cases', {}, `/caseload/stuck/${reference}`)).status).toBe(403)
    const posted = await administrator.submit('/caseload', {}, `/caseload/stuck/${reference}`)
    expect(posted.headers.location).toBe('/caseload#stuck')
    expect((await administrator.visit('/caseload?lang=en')).text).toContain('No case is stuck')
  })
})
