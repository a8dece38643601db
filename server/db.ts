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
export function openPool(url: string, max = 10, settings: string[] = []): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: ['role=app', 'plan_cache_mode=force_generic_plan', ...settings]
      .map(each => `-c ${each}`)
      .join(' '),
    max,
    pipeline: true,
  })
  // A connection lost while somebody uses it would end the process. What is asked of it next fails by itself.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

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
const settles = /^select (set_config|open_case)\(/
const counting = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const

/**
 * Lets each connection prepare the statements that come again. There are only so many kinds of statement, but a bound
 * costs nothing. Beginning a transaction, saying who acts in it and which case it opens go out with the statement that
 * follows: they have no answer worth waiting for.
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
  return {
    connect: async () => {
      const client = await pool.connect()
      let ahead: string[] = []
      const run = (text: string, values: readonly unknown[]) => {
        const name = values.length > 0 ? nameOf(text) : null
        return client.query({ text, values: [...values], ...(name !== null && { name }) })
      }
      const send = async (text: string, values: readonly unknown[]) => {
        const first = ahead
        ahead = []
        if (text === 'begin' || settles.test(text)) {
          ahead = [...first, withValues(client, text, values)]
          return none
        }
        if (first.length === 0) return run(text, values)
        // What holds for a transaction alone has no need to be said at its end, nor one begun in which nothing was asked.
        if (text === 'commit' || text === 'rollback')
          return first.includes('begin') ? none : run(text, values)
        const [, answer] = await Promise.all([client.query(first.join('; ')), run(text, values)])
        return answer
      }
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
      function query<R>(
        text: string | PostgresCursor<R>,
        values: readonly unknown[] = [],
      ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
        if (typeof text !== 'string') throw new TypeError('cursors are not used here')
        return send(text, values).then(({ command, rowCount, rows }) => ({
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

const withValues = (client: pg.PoolClient, text: string, values: readonly unknown[]) =>
  text.replace(/\$(\d+)/g, (_, place) => client.escapeLiteral(String(values[Number(place) - 1])))

const none = { command: 'SELECT' as const, rowCount: 0, rows: [] }
