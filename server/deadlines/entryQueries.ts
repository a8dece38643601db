import { sql } from 'kysely'
import type { Calendar } from '../../workflows/rules/calendars.ts'
import type { Names } from '../accounts/queries.ts'
import type { Actor, Trx } from '../db.ts'
import type { ChangeRow } from '../proceedings/calendars.ts'
import { pageSize } from '../web/paging.ts'
import type { Entry } from './entries.ts'

/** An entry of the register, and how far the cases have followed it. */
export type EntryRow = {
  id: number
  kind: 'closed' | 'working' | 'notice' | 'withdrawn'
  calendar: Calendar
  day: string | null
  year: number | null
  off: string[]
  working: string[]
  why: string
  note: string
  withdraws: number | null
  withdrawn_by: number | null
  entered_at: Date
  entered_by: Names
  cases: number
  waiting: number
}

const entries = sql`
  select e.id, e.kind, e.calendar, coalesce(e.day, old.day) as day, coalesce(e.year, old.year) as year,
         to_jsonb(coalesce(e.off, '{}')) as off, to_jsonb(coalesce(e.working, '{}')) as working, e.why, e.note,
         e.withdraws, later.id as withdrawn_by, e.entered_at, u.name as entered_by,
         (select count(*) from closure_work w where w.entry_id = e.id) as cases,
         (select count(*) from closure_work w where w.entry_id = e.id and w.done_at is null) as waiting
    from calendar_entries e
    join users u on u.id = e.entered_by
    left join calendar_entries old on old.id = e.withdraws
    left join calendar_entries later on later.withdraws = e.id`

export async function listEntries(trx: Trx, offset: number): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    ${entries} order by e.id desc limit ${pageSize} offset ${offset}
  `.execute(trx)
  return rows
}

export async function countEntries(trx: Trx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from calendar_entries`.execute(trx)
  return rows[0]?.count ?? 0
}

export async function findEntry(trx: Trx, id: string): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`${entries} where e.id::text = ${id}`.execute(trx)
  return rows[0]
}

/** What is in force, with the numbers of the entries. */
export async function changesInForce(trx: Trx): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select id, kind, calendar, day, year, to_jsonb(off) as off, to_jsonb(working) as working
      from calendar_changes order by id
  `.execute(trx)
  return rows
}

/** Until the transaction ends no period can start that would miss a change. */
export const holdCalendars = (trx: Trx) => sql`select hold_calendars()`.execute(trx)

/** The entry that was made with that form, if it was sent before. */
export async function enteredWith(trx: Trx, form: string | undefined): Promise<number | undefined> {
  if (form === undefined) return undefined
  const { rows } = await sql<{ id: number }>`
    select id from calendar_entries where form_id = ${form}
  `.execute(trx)
  return rows[0]?.id
}

export type Signed = { actor: Actor; form: string | undefined; at: string }
type Written = Entry | { kind: 'withdrawn'; calendar: Calendar; why: string; note: string }

export async function insertEntry(
  trx: Trx,
  entry: Written,
  { actor, form, at }: Signed,
  withdraws: number | null = null,
): Promise<number> {
  const { kind, calendar, why, note } = entry
  const day = 'day' in entry ? entry.day : null
  const notice = kind === 'notice' ? entry : null
  const { rows } = await sql<{ id: number }>`
    insert into calendar_entries (kind, calendar, day, year, off, working, why, note, withdraws, form_id, entered_by, entered_at)
    values (${kind}, ${calendar}, ${day}, ${notice?.year ?? null}, ${notice?.off ?? null}::date[],
      ${notice?.working ?? null}::date[], ${why}, ${note}, ${withdraws}, ${form ?? null}, ${actor.id}, ${at})
    returning id
  `.execute(trx)
  const [row] = rows
  if (!row) throw new Error('an entry of the calendars was not written')
  return row.id
}
