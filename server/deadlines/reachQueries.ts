import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import type { Reckoned } from '../proceedings/reckoning.ts'
import { pageSize } from '../web/paging.ts'

/** A way in which periods are reckoned, and the day on which they end after a change. */
export type Move = Reckoned & { raw_on: string; new_due: string }

/** How the periods are reckoned that a change of those days may touch, each way once. */
export async function reckoningsWithin(
  trx: Trx,
  calendars: string[],
  { first, last }: { first: string; last: string },
  rules: readonly string[],
): Promise<Omit<Move, 'new_due'>[]> {
  const { rows } = await sql<Omit<Move, 'new_due'>>`
    select * from calendar_reckonings(${calendars}, ${first}, ${last}, ${rules})
  `.execute(trx)
  return rows
}

export type Reach = { moved: number; settled: number; passed: number; cases: number }

const reached = (moves: Move[]) => sql`closure_reach(${JSON.stringify(moves)}::jsonb)`

export const reachOf = (trx: Trx, moves: Move[]): Promise<Reach> => count(trx, reached(moves))

/** What an entry has done so far; of periods that had run out, the reviews that this led to. */
export async function movedBy(trx: Trx, entryId: number): Promise<Reach> {
  const { rows } = await sql<{ reviews: number }>`
    select count(*) as reviews
      from closure_work w join tasks t on t.case_id = w.case_id and t.opened_seq = any(w.seqs)
     where w.entry_id = ${entryId} and t.kind = 'correction.review'
  `.execute(trx)
  return { ...(await count(trx, moved(entryId))), passed: rows[0]?.reviews ?? 0 }
}

const moved = (entryId: number) => sql`closure_moved(${entryId})`

async function count(trx: Trx, source: ReturnType<typeof sql>): Promise<Reach> {
  const { rows } = await sql<Reach>`
    select count(*) filter (where status = 'armed' and due_on <> new_due) as moved,
           count(*) filter (where status = 'armed' and due_on = new_due) as settled,
           count(*) filter (where status = 'lapsed') as passed,
           count(distinct case_id) as cases
      from ${source}
  `.execute(trx)
  return rows[0] ?? { moved: 0, settled: 0, passed: 0, cases: 0 }
}

/** One period that a change touches. Whose it is, is said by the side alone. */
export type Reached = {
  reference: string
  pathway: PathwayName
  ordinal: number
  rule: string
  side: string | null
  calendar: string
  status: 'armed' | 'lapsed'
  due_on: string
  new_due: string
}

export const listReach = (trx: Trx, moves: Move[], offset: number) => list(trx, reached(moves), offset)
export const listMoved = (trx: Trx, entryId: number, offset: number) => list(trx, moved(entryId), offset)

async function list(trx: Trx, source: ReturnType<typeof sql>, offset: number): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    select reference, pathway, ordinal, rule, side, calendar, status, due_on, new_due
      from ${source}
     order by due_on = new_due, due_on, reference, pathway, ordinal, rule, side
     limit ${pageSize} offset ${offset}
  `.execute(trx)
  return rows
}

/** Notes down the cases that are to follow an entry. */
export const planWork = (trx: Trx, entryId: number, moves: Move[]) =>
  sql`insert into closure_work (entry_id, case_id) select distinct ${entryId}::bigint, case_id from ${reached(moves)}`.execute(
    trx,
  )
