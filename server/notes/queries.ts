import { sql } from 'kysely'
import type { Context, PathwayName } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import { openCase } from '../cases/seenQueries.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { pageSize } from '../web/paging.ts'

/** Where it is written: a mediation's room for all, a caucus with one party, or a bench's own. */
export type RoomAt = { reference: string; pathway: string; ordinal: string; room: string }

export type Room = {
  id: string
  case_id: string
  proceeding_id: string
  pathway: PathwayName
  ordinal: number
  kind: 'mediation' | 'caucus' | 'deliberation'
  party_id: string | null
  role: string | null
  tag: string
  context: Context
  organisation: Names
  /** Those who mediate, or who sit on this bench. */
  people: Names[]
  parties: { id: string; name: Names }[]
}

export const actAs = (trx: Trx, { id }: Actor) =>
  sql`select set_config('app.user_id', ${id}, true)`.execute(trx)

/** A room as the person acting sees it: one that he or she does not read is not there. */
export async function findRoom(trx: Trx, { reference, pathway, ordinal, room }: RoomAt): Promise<Room> {
  await openCase(trx, reference)
  const [kind = '', party] = room.startsWith('caucus-') ? ['caucus', room.slice('caucus-'.length)] : [room]
  const { rows } = await sql<Room>`
    with p as materialized (
      select id, case_id, pathway, ordinal, tag, organisation_id from proceedings
       where reference = ${reference} and pathway = ${pathway} and ordinal::text = ${ordinal}),
    c as materialized (
      select id, case_id, proceeding_id, kind, party_id, role from compartments
       where proceeding_id = any (array(select id from p))
         and kind <> 'file' and kind = ${kind} and party_id is not distinct from ${party ?? null})
    select c.id, c.case_id, c.proceeding_id, p.pathway, p.ordinal, c.kind, c.party_id, c.role, p.tag, o.name as organisation,
      (select s.context from snapshots s where s.proceeding_id = p.id) as context,
      (select coalesce(jsonb_agg(u.name order by a.id), '[]')
         from assignments a join users u on u.id = a.user_id
        where a.proceeding_id = p.id and a.until_seq is null
          and (a.role = coalesce(c.role, 'mediator') or (a.role = 'juror' and c.role = 'judge'))) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('id', party.id, 'name', party.name) order by party.side, party.id), '[]')
         from parties party where party.case_id = c.case_id) as parties
    from p
    join c on c.proceeding_id = p.id
    join organisations o on o.id = p.organisation_id
    order by c.id
    limit 1
  `.execute(trx)
  const [found] = rows
  if (!found) throw new NotFound(`${reference} ${pathway} ${ordinal} ${room}`)
  return found
}

export type RoomRow = { kind: Room['kind']; party_id: string | null; notes: number }

/** The rooms of a proceeding that the person acting reads. */
export const roomsOf = (trx: Trx, proceedingId: string): Promise<RoomRow[]> =>
  sql<RoomRow>`
    select c.kind, c.party_id, (select count(*)::int from notes n where n.compartment_id = c.id) as notes
      from compartments c
      left join parties party on party.case_id = c.case_id and party.id = c.party_id
     where c.proceeding_id = ${proceedingId} and c.kind <> 'file'
       and (c.party_id is null or exists (
             select from snapshots s, jsonb_array_elements(s.context -> 'parties') own
              where s.proceeding_id = c.proceeding_id and own ->> 'id' = c.party_id and not (own -> 'out')::boolean))
     order by c.kind desc, party.side, c.party_id
  `
    .execute(trx)
    .then(({ rows }) => rows)

export type NoteRow = {
  id: string
  kind: string
  body: string
  minor: number | null
  currency: string | null
  may_convey: boolean | null
  author: Names
  role: string
  party_id: string | null
  at: Date
  corrects: { id: string; at: string; author: Names } | null
  corrected_by: string | null
}

const noteRows = sql`
  select n.id, n.kind, n.body, n.minor, n.currency, n.may_convey, u.name as author, n.role, n.party_id, n.at,
    (select jsonb_build_object('id', first.id, 'at', first.at, 'author', writer.name)
       from notes first join users writer on writer.id = first.author_id where first.id = n.refers_to) as corrects,
    (select later.id from notes later where later.refers_to = n.id order by later.at desc limit 1) as corrected_by
    from notes n join users u on u.id = n.author_id`

/** One page of what was written in a room, the newest first. */
export const listNotes = (trx: Trx, roomId: string, offset: number): Promise<NoteRow[]> =>
  sql<NoteRow>`
    ${noteRows} where n.compartment_id = ${roomId} order by n.at desc, n.id limit ${pageSize} offset ${offset}
  `
    .execute(trx)
    .then(({ rows }) => rows)

export const findNote = (trx: Trx, roomId: string, id: string): Promise<NoteRow | undefined> =>
  sql<NoteRow>`${noteRows} where n.compartment_id = ${roomId} and n.id = ${id}`
    .execute(trx)
    .then(({ rows }) => rows[0])

export const countNotes = async (trx: Trx, roomId: string): Promise<number> => {
  const { count } = await trx
    .selectFrom('notes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('compartment_id', '=', roomId)
    .executeTakeFirstOrThrow()
  return count
}

export type MayWrite = { role: string; party_id: string | null; kind: string }

/** What the person acting may write in a room, and in which part. */
export const mayWrite = (trx: Trx, roomId: string): Promise<MayWrite[]> =>
  sql<MayWrite>`select role, party_id, kind from writable where compartment_id = ${roomId} order by party_id`
    .execute(trx)
    .then(({ rows }) => rows)

/** The parties that have asked the mediator for a proposal. */
export const askedForProposal = async (trx: Trx, roomId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('notes')
    .select('party_id')
    .distinct()
    .where('compartment_id', '=', roomId)
    .where('kind', '=', 'proposalRequest')
    .execute()
  return rows.flatMap(({ party_id }) => party_id ?? [])
}

export type NewNote = {
  /** The form's own id: the same form sent twice is one note. */
  id: string
  kind: string
  body: string
  money?: { minor: number; currency: string }
  mayConvey?: boolean
  /** The note that this one corrects. */
  refersTo?: string
  /** The part to write in, for somebody who speaks for several parties. */
  party?: string
}

/** @returns whether it was not there yet */
export async function addNote(
  trx: Trx,
  room: Room,
  author: Actor & Omit<MayWrite, 'kind'>,
  note: NewNote,
  at: string,
): Promise<boolean> {
  const added = await trx
    .insertInto('notes')
    .values({
      id: note.id,
      case_id: room.case_id,
      proceeding_id: room.proceeding_id,
      compartment_id: room.id,
      kind: note.kind,
      body: note.body,
      minor: note.money?.minor ?? null,
      currency: note.money?.currency ?? null,
      may_convey: note.mayConvey ?? null,
      refers_to: note.refersTo ?? null,
      author_id: author.id,
      role: author.role,
      party_id: author.party_id,
      at,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}
