import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor, type Actor } from '../../server/db.ts'
import { NotFound } from '../../server/errors.ts'
import { Refused } from '../../workflows/step.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'

/** Everything that holds case data, asked with no condition at all, as an injected statement would. */
const tables = [
  'cases',
  'parties',
  'representations',
  'compartments',
  'proceedings',
  'snapshots',
  'assignments',
  'events',
  'payloads',
  'deadlines',
  'tasks',
  'fees',
  'payments',
  'findings',
  'documents',
  'notices',
] as const

let stage: Stage
let mediated: string
let arbitrated: string

beforeAll(async () => {
  stage = await openStage()
  mediated = await fileOn(stage, 'mediation', '2026-03-02')
  await stage.fire(mediated, 'mediation', '2026-03-03', 'respondent', 'consent')
  for (const side of ['claimant', 'respondent']) {
    await stage.fire(mediated, 'mediation', '2026-03-03', side, 'jointSelect', {
      mediator: stage.people.mediator,
    })
  }
  await stage.fire(mediated, 'mediation', '2026-03-04', 'mediator', 'acceptAndSignReceipt')
  await stage.fire(mediated, 'mediation', '2026-03-05', 'mediator', 'reachAgreement', {
    terms: 'Sixty per cent.',
  })

  arbitrated = await fileOn(stage, 'arbitration', '2026-03-02')
  await stage.fire(arbitrated, 'arbitration', '2026-03-02', 'claimant', 'submit')
})
afterAll(() => stage.close())

/** The references of the cases whose rows each table gives a person. */
async function seenBy(actor: Actor): Promise<Record<string, string[]>> {
  return asActor(stage.app, actor, async trx => {
    const seen: Record<string, string[]> = {}
    for (const table of tables) {
      const key =
        table === 'cases' ? sql`t.id` : table === 'snapshots' ? sql`t.proceeding_id` : sql`t.case_id`
      const { rows } = await sql<{ key: string }>`
        select distinct ${key}::text as key from ${sql.table(table)} t`.execute(trx)
      const keys = ['', ...rows.map(row => row.key)]
      const references = await stage.owner
        .selectFrom('proceedings')
        .select('reference')
        .distinct()
        .where(eb =>
          eb.or([eb(sql<string>`case_id::text`, 'in', keys), eb(sql<string>`id::text`, 'in', keys)]),
        )
        .orderBy('reference')
        .execute()
      seen[table] = references.map(({ reference }) => reference)
    }
    return seen
  })
}

const everyTable = (references: string[]): unknown =>
  expect.objectContaining({ cases: references, events: references, payloads: references })
const nothing = Object.fromEntries(tables.map(table => [table, []]))

describe('raw SQL as app', () => {
  it('gives a party and its agent their own cases', async () => {
    const both = [mediated, arbitrated].sort()
    expect(await seenBy({ id: stage.people.claimant })).toEqual(everyTable(both))
    // The arbitration has not been served yet on the party for whom the agent speaks.
    expect(await seenBy({ id: stage.people.agent })).toEqual(everyTable([mediated]))
  })

  it('gives a stranger nothing', async () => {
    expect(await seenBy({ id: stage.people.stranger })).toEqual(nothing)
  })

  it('gives the mediator the mediation assigned to her, and no other proceeding', async () => {
    expect(await seenBy({ id: stage.people.mediator })).toEqual(everyTable([mediated]))
  })

  it('gives a mediation desk the mediations of its own organisation', async () => {
    const own = await stage.actor('mediationCoordinator', mediated, 'mediation')
    expect((await seenBy(own)).payloads).toEqual([mediated])
    const { id } = await stage.owner
      .selectFrom('users')
      .select('id')
      .where('email', '=', 'mediationcoordinator.hkma@cast.example.test')
      .executeTakeFirstOrThrow()
    expect(await seenBy({ id })).toEqual(nothing)
  })

  it('gives court staff nothing of SCIA’s, and the reverse', async () => {
    expect(await seenBy({ id: stage.people.otherJudge })).toEqual(nothing)
    const secretary = await stage.actor('tribunalSecretary', arbitrated, 'arbitration')
    expect(await seenBy(secretary)).toEqual(everyTable([arbitrated]))
  })

  it('gives an administrator registers and tasks, but no content', async () => {
    const administrator = await stage.actor('administrator', mediated, 'mediation')
    const seen = await seenBy(administrator)
    expect(seen.proceedings).toEqual([mediated, arbitrated].sort())
    for (const table of [
      'cases',
      'parties',
      'snapshots',
      'events',
      'payloads',
      'documents',
      'fees',
    ] as const) {
      expect(seen[table], table).toEqual([])
    }
  })

  it('never gives a signed agreement draft to anybody outside the mediation', async () => {
    for (const who of [
      'tribunalSecretary',
      'clerk',
      'judge',
      'intakeOfficer',
      'arbitrator',
      'administrator',
    ]) {
      const actor = await stage.actor(who, arbitrated, 'arbitration')
      const { rows } = await asActor(stage.app, actor, trx =>
        sql`select 1 from documents where body like '%Sixty%' union all
            select 1 from payloads where body::text like '%Sixty%' union all
            select 1 from snapshots where context::text like '%Sixty%'`.execute(trx),
      )
      expect(rows, who).toEqual([])
    }
  })

  it('keeps what was agreed out of what machines know', async () => {
    const { rows } = await sql`select 1 from snapshots where context::text like '%Sixty%'`.execute(
      stage.owner,
    )
    expect(rows).toEqual([])
  })
})

describe('an event by somebody outside', () => {
  it('is as if there were no such case', async () => {
    const attempt = stage.fire(mediated, 'mediation', '2026-03-06', 'stranger', 'withdraw')
    await expect(attempt).rejects.toThrow(NotFound)
  })

  it('by the agent without special authority is refused where the law asks for it', async () => {
    const secretary = (type: string, data = {}) =>
      stage.fire(arbitrated, 'arbitration', '2026-03-06', 'tribunalSecretary', type, data)
    await secretary('accept')
    await secretary('serveNotice', { party: 'p2', receivedOn: '2026-03-06' })
    const counterclaim = (who: string) =>
      stage.fire(arbitrated, 'arbitration', '2026-03-09', who, 'counterclaim', {
        amount: '10000.00',
        relief: 'Damages',
      })
    const attempt = counterclaim('agent')
    await expect(attempt).rejects.toThrow(Refused)
    await expect(attempt).rejects.toMatchObject({ reason: 'guard', condition: 'specialAuthority' })
    expect((await counterclaim('respondent')).state).toBe('responsePeriod')
  })
})
