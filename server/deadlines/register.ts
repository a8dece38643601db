import type { CalendarChange } from '../../workflows/rules/calendars.ts'
import type { Trx } from '../db.ts'
import { changesFrom, type ChangeRow } from '../proceedings/calendars.ts'
import { dayOf, objectionTo, spanOf, type Entry, type Objection } from './entries.ts'
import {
  changesInForce,
  enteredWith,
  findEntry,
  holdCalendars,
  insertEntry,
  type EntryRow,
  type Signed,
} from './entryQueries.ts'
import { movesOf, type Change } from './reach.ts'
import { planWork } from './reachQueries.ts'

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

/** Stores an entry and notes down the cases that are to follow it, while no period can start. */
export async function enter(trx: Trx, entry: Entry, signed: Signed): Promise<Entered> {
  await holdCalendars(trx)
  const already = await enteredWith(trx, signed.form)
  if (already !== undefined) return { id: already }
  const before = changesFrom(await changesInForce(trx))
  const objection = objectionTo(entry, before)
  if (objection) return { objection }
  const id = await insertEntry(trx, entry, signed)
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
  await holdCalendars(trx)
  const already = await enteredWith(trx, signed.form)
  if (already !== undefined) return { id: already }
  const row = await findEntry(trx, id)
  if (!row || row.kind === 'withdrawn' || row.withdrawn_by !== null) return undefined
  const change = changeWithout(row, await changesInForce(trx))
  const { calendar } = row
  const own = await insertEntry(trx, { kind: 'withdrawn', calendar, why: 'withdrawn', note }, signed, row.id)
  await planWork(trx, own, await movesOf(trx, change))
  return { id: own }
}
