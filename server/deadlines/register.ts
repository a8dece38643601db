import { sql } from 'kysely'
import type { Calendar, CalendarChange } from '../../workflows/rules/calendars.ts'
import type { Names } from '../accounts/queries.ts'
import type { Actor, Trx } from '../db.ts'
import { changesFrom, type ChangeRow } from '../proceedings/calendars.ts'
import { pageSize } from '../web/paging.ts'
import { dayOf, objectionTo, spanOf, type Entry, type Objection } from './entries.ts'
import { movesOf, planWork, type Change } from './reach.ts'

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

/** What the calendars would be with an entry, or without one. */
export const changeWith = (entry: Entry, before: readonly CalendarChange[]): Change => ({
  calendar: entry.calendar,
  ...spanOf(entry),
  named: dayOf(entry),
  after: [...before, entry],
})

export function changeWithout(withdrawn: EntryRow, before: readonly ChangeRow[]): Change {
  const entry = asEntry(withdrawn)
  return {
    calendar: withdrawn.calendar,
    ...spanOf(entry),
    named: dayOf(entry),
    after: changesFrom(before.filter(({ id }) => id !== withdrawn.id)),
  }
}

const asEntry = ({ kind, calendar, day, year, off, working, why, note }: EntryRow): Entry =>
  kind === 'notice'
    ? { kind, calendar, year: year ?? 0, off, working, why, note }
    : { kind: kind === 'working' ? kind : 'closed', calendar, day: day ?? '', why, note }

export type Entered = { id: number } | { objection: Objection }
type Signed = { actor: Actor; form: string | undefined; at: string }

/** Stores an entry and notes down the cases that are to follow it, while no period can start. */
export async function enter(trx: Trx, entry: Entry, signed: Signed): Promise<Entered> {
  await sql`select hold_calendars()`.execute(trx)
  const already = await enteredWith(trx, signed.form)
  if (already !== undefined) return { id: already }
  const before = changesFrom(await changesInForce(trx))
  const objection = objectionTo(entry, before)
  if (objection) return { objection }
  const id = await insert(trx, entry, signed)
  await planWork(trx, id, await movesOf(trx, changeWith(entry, before)))
  return { id }
}

/** Withdraws an entry by another, which refers to it; both stay. */
export async function withdraw(
  trx: Trx,
  id: string,
  note: string,
  signed: Signed,
): Promise<Entered | undefined> {
  await sql`select hold_calendars()`.execute(trx)
  const already = await enteredWith(trx, signed.form)
  if (already !== undefined) return { id: already }
  const row = await findEntry(trx, id)
  if (!row || row.kind === 'withdrawn' || row.withdrawn_by !== null) return undefined
  const change = changeWithout(row, await changesInForce(trx))
  const { calendar } = row
  const own = await insert(trx, { kind: 'withdrawn', calendar, why: 'withdrawn', note }, signed, row.id)
  await planWork(trx, own, await movesOf(trx, change))
  return { id: own }
}

async function enteredWith(trx: Trx, form: string | undefined): Promise<number | undefined> {
  if (form === undefined) return undefined
  const { rows } = await sql<{ id: number }>`
    select id from calendar_entries where form_id = ${form}
  `.execute(trx)
  return rows[0]?.id
}

type Written = Entry | { kind: 'withdrawn'; calendar: Calendar; why: string; note: string }

async function insert(
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
