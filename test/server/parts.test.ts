import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor } from '../../server/db.ts'
import { partsOf } from '../../server/proceedings/queries.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'
import { entrusted } from '../support/walls.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('everybody has the same parts on a list as in the proceeding itself', async () => {
  await entrusted(stage)
  const request = await fileOn(stage, 'arbitration', '2026-03-02')
  const fire = (who: string, type: string, data = {}) =>
    stage.fire(request, 'arbitration', '2026-03-05', who, type, data)
  await fire('claimant', 'submit')
  await fire('tribunalSecretary', 'accept')
  await fileOn(stage, 'mediation', '2026-03-05')

  const users = await stage.owner.selectFrom('users').select(['id', 'email']).execute()
  let plays = 0
  for (const { id, email } of users) {
    const { listed, inside } = await asActor(stage.owner, { id }, async trx => {
      const { rows: listed } = await sql<{ part: string }>`
        select concat_ws(' ', proceeding_id, role, party_id, special_authority) as part from parts order by 1`.execute(
        trx,
      )
      const { rows: inside } = await sql<{ part: string }>`
        select concat_ws(' ', p.id, parts.role, parts.party, parts.special_authority) as part
          from proceedings p
          join snapshots s on s.proceeding_id = p.id
          join organisations o on o.id = p.organisation_id
          left join proceedings parent on parent.id = p.parent_id
         cross join lateral (${partsOf}) parts
         where parts.role <> 'administrator' order by 1`.execute(trx)
      return { listed, inside }
    })
    expect(listed, email).toEqual(inside)
    plays += listed.length
  }
  expect(plays).toBeGreaterThan(20)
})

const walled = [
  ...[
    'cases',
    'parties',
    'representations',
    'assignments',
    'proceedings',
    'snapshots',
    'compartments',
    'events',
  ],
  ...['payloads', 'deadlines', 'documents', 'fees', 'payments', 'findings', 'notices', 'notes', 'tasks'],
  ...['disclosures', 'disclosed'],
]

it('everybody sees as much of a case that was opened as of one that was not', async () => {
  const walledCase = await entrusted(stage)
  const other = await fileOn(stage, 'litigation', '2026-03-03')
  const users = await stage.owner.selectFrom('users').select(['id', 'email']).execute()
  const seen = async (id: string, opened: string[], by = id) =>
    asActor(stage.app, { id: by }, async trx => {
      const rows: Record<string, string[]> = {}
      for (const reference of opened) await sql`select open_case(${reference})`.execute(trx)
      await sql`select set_config('app.user_id', ${id}, true)`.execute(trx)
      for (const table of walled) {
        const found = await sql<{ row: string }>`
          select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(trx)
        rows[table] = found.rows.map(({ row }) => row)
      }
      return rows
    })
  let rows = 0
  for (const { id, email } of users) {
    const closed = await seen(id, [])
    expect(await seen(id, [walledCase]), email).toEqual(closed)
    expect(await seen(id, [walledCase, other]), email).toEqual(closed)
    expect(await seen(id, ['QH-2026-999999']), email).toEqual(closed)
    expect(await seen(id, [walledCase], stage.people.mediator), email).toEqual(closed)
    rows += Object.values(closed).flat().length
  }
  expect(rows).toBeGreaterThan(200)
})
