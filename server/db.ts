import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>
export type Trx = Transaction<DB>
export type Actor = { id: string }

// A date has no time zone. Left alone, node-postgres would turn it into local midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, String)
// Money in minor units and counts: whole numbers that a double holds exactly, or an error.
pg.types.setTypeParser(pg.types.builtins.INT8, text => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number`)
  return number
})

/** The pool signs in and acts as `app`: it may read under row-level security, and hardly write. */
export const openPool = (url: string, max = 10): pg.Pool =>
  new pg.Pool({ connectionString: url, options: '-c role=app', max })

export const connect = (pool: pg.Pool): Db => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

/** Runs `work` in one transaction that row-level security attributes to `actor`. */
export function asActor<T>(db: Db, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`select set_config('app.user_id', ${actor.id}, true)`.execute(trx)
    return work(trx)
  })
}
