import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor, connect, openPool } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { DB } from '../../server/schema.ts'
import { morningOf } from '../../server/time.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A database connection that the server cuts just before the nth statement reaches it. */
function cutBefore(statement: number) {
  const pool = new pg.Pool({ connectionString: stage.url, options: '-c role=app', max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  let sent = 0
  const dialect = new PostgresDialect({ pool })
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = createDriver()
    const acquire = driver.acquireConnection.bind(driver)
    driver.acquireConnection = async () => {
      const connection = await acquire()
      const execute = connection.executeQuery.bind(connection)
      const { rows } = await execute<{ pid: number }>(CompiledQuery.raw('select pg_backend_pid() as pid'))
      connection.executeQuery = async query => {
        sent++
        if (sent === statement) {
          const owner = new pg.Client({ connectionString: stage.url })
          await owner.connect()
          await owner.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
          await owner.end()
        }
        return execute(query)
      }
      return connection
    }
    return driver
  }
  return { db: new Kysely<DB>({ dialect }), pool, sent: () => sent }
}

const standing = async (reference: string) => {
  const { rows } = await stage.owner.executeQuery(
    CompiledQuery.raw(
      `select p.state, p.seq, c.seq as head,
         (select count(*)::int from events e where e.case_id = c.id) as events,
         (select count(*)::int from payloads e where e.case_id = c.id) as payloads,
         (select jsonb_agg(jsonb_build_array(d.rule, d.status) order by d.rule, d.status) from deadlines d where d.case_id = c.id) as deadlines,
         s.context
       from cases c join proceedings p on p.case_id = c.id join snapshots s on s.proceeding_id = p.id
       where c.reference = $1`,
      [reference],
    ),
  )
  return rows[0]
}

it('leaves all of an event or none of it, wherever the connection is cut', async () => {
  const respondent = { id: stage.people.respondent }
  let cuts = 0
  for (let statement = 1; ; statement++) {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const before = await standing(reference)
    const { db, pool, sent } = cutBefore(statement)
    const attempt = await asActor(db, respondent, trx =>
      fireEvent(
        trx,
        respondent,
        { reference, pathway: 'mediation', ordinal: 1 },
        { type: 'consent', data: {}, at: morningOf('2026-03-03') },
      ),
    ).then(
      () => 'done',
      () => 'cut',
    )
    await pool.end()
    const after = await standing(reference)
    if (attempt === 'done' && sent() < statement) {
      expect(after).toMatchObject({ state: 'selecting', events: 2, payloads: 2, head: 2 })
      break
    }
    cuts++
    expect(after, `cut before statement ${statement}`).toEqual(before)
  }
  // The act is more than one statement, or nothing was shown.
  expect(cuts).toBeGreaterThan(5)
})

it('outlives a connection that is cut while a transaction uses it', async () => {
  const pool = openPool(stage.url, 1)
  pool.on('error', () => undefined)
  const db = connect(pool)
  const actor = { id: stage.people.respondent }
  const cut = asActor(db, actor, async trx => {
    const { rows } = await trx.executeQuery<{ pid: number }>(
      CompiledQuery.raw('select pg_backend_pid() as pid'),
    )
    await stage.owner.executeQuery(CompiledQuery.raw('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]))
    return trx.selectFrom('cases').select('id').execute()
  })
  await expect(cut).rejects.toThrow()
  const { rows } = await asActor(db, actor, trx =>
    trx.executeQuery<{ who: string }>(CompiledQuery.raw('select acting_user() as who')),
  )
  expect(rows).toEqual([{ who: actor.id }])
  await pool.end()
})
