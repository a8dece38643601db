import { createHash } from 'node:crypto'
import {
  Kysely,
  PostgresDialect,
  sql,
  type PostgresCursor,
  type PostgresPool,
  type PostgresQueryResult,
  type Transaction,
} from 'kysely'
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

/**
 * The pool signs in and acts as `app`: it may read under row-level security, and hardly write. Statements are planned
 * once and not for each set of values: with the policies in them, planning takes several times as long as running.
 */
export const openPool = (url: string, max = 10): pg.Pool =>
  new pg.Pool({ connectionString: url, options: '-c role=app -c plan_cache_mode=force_generic_plan', max })

export const connect = (pool: pg.Pool): Db =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })

/** Runs `work` in one transaction that row-level security attributes to `actor`. */
export function asActor<T>(db: Db, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`select set_config('app.user_id', ${actor.id}, true)`.execute(trx)
    return work(trx)
  })
}

const mostPrepared = 400
const counting = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const

/**
 * Lets each connection prepare the statements that come again. There are only so many kinds of statement, but a bound
 * costs nothing. A transaction begins in the round trip of its first statement, if that only says who acts.
 */
function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string | null>()
  const nameOf = (text: string): string | null => {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = names.size < mostPrepared ? createHash('sha256').update(text).digest('base64url') : null
    names.set(text, name)
    return name
  }
  const run = (client: pg.PoolClient, text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameOf(text) : null
    return client.query({ text, values: [...values], ...(name !== null && { name }) })
  }
  const begin = async (client: pg.PoolClient, text: string, values: readonly unknown[]) => {
    const settles = text.startsWith('select set_config(')
    const first = text.replace(/\$(\d+)/g, (_, place) =>
      client.escapeLiteral(String(values[Number(place) - 1])),
    )
    await client.query(settles ? `begin; ${first}` : 'begin')
    return settles ? none : run(client, text, values)
  }
  return {
    connect: async () => {
      const client = await pool.connect()
      let begins = false
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
      function query<R>(
        text: string | PostgresCursor<R>,
        values: readonly unknown[] = [],
      ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
        if (typeof text !== 'string') throw new TypeError('cursors are not used here')
        if (text === 'begin') {
          begins = true
          return Promise.resolve(none)
        }
        const sent = begins ? begin(client, text, values) : run(client, text, values)
        begins = false
        return sent.then(({ command, rowCount, rows }) => ({
          command: counting.find(each => each === command) ?? 'SELECT',
          rowCount: rowCount ?? 0,
          rows,
        }))
      }
      return { query, release: () => client.release() }
    },
    end: () => pool.end(),
  }
}

const none = { command: 'SELECT' as const, rowCount: 0, rows: [] }
