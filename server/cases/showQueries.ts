import { sql } from 'kysely'
import type { Step } from '../../workflows/rules/deadlines.ts'
import type { By, PathwayName, Role } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Trx } from '../db.ts'
import type { ChangeRow } from '../proceedings/calendars.ts'
import type { FindingRow } from './findings.ts'
import type { Standing } from './seenQueries.ts'

export type Entry = {
  seq: number
  pseq: number
  proceeding_id: string
  pathway: PathwayName
  type: string
  from_state: string
  to_state: string
  by: By
  party_id: string | null
  actor: Names
  at: Date
  acted_on: string
  late: boolean
  body: Record<string, unknown>
  /** Whether it is what the form named recorded. */
  posted: boolean
}

/** The newest events that the reader sees, and every correction, which is shown in what it corrects. */
export async function historyOf(
  trx: Trx,
  caseId: string,
  { limit, form }: { limit: number; form?: string | undefined },
): Promise<{ entries: Entry[]; total: number }> {
  const { rows } = await sql<Entry & { total: number }>`
    with newest as (select seq from events where case_id = ${caseId} order by seq desc limit ${limit})
    select e.seq, e.pseq, e.proceeding_id, e.pathway, e.type, e.from_state, e.to_state, e.by, e.party_id,
      u.name as actor, e.at, e.acted_on, e.late, b.body,
      coalesce(e.form_id = ${form ?? null} and e.actor_id = acting_user(), false) as posted,
      (select count(*)::int from events where case_id = ${caseId}) as total
    from events e
    join payloads b on b.case_id = e.case_id and b.seq = e.seq
    join users u on u.id = e.actor_id
    where e.case_id = ${caseId} and (e.seq in (select seq from newest) or e.type = 'correctRecord')
    order by e.seq desc
  `.execute(trx)
  return { entries: rows, total: rows[0]?.total ?? 0 }
}

/** The states that a proceeding has been in, with the day it came into each. */
export const wayOf = (trx: Trx, proceedingId: string) =>
  trx
    .selectFrom('events')
    .select(['from_state as from', 'to_state as state', 'acted_on as on'])
    .where('proceeding_id', '=', proceedingId)
    .whereRef('from_state', '<>', 'to_state')
    .orderBy('pseq')
    .execute()

export type Period = {
  proceeding_id: string
  rule: string
  party_id: string
  status: 'armed' | 'paused' | 'done' | 'lapsed'
  base_on: string
  due_on: string
  calendar: string
  steps: Step[]
  basis: string[]
  provisional: boolean
  confidence: string
  days_left: number | null
  armed_seq: number
  moved_from_on: string | null
  moved_why: string | null
}

/** Periods that run, stand still or are over; what was moved is told by what it was moved to. */
export const periodsOf = (trx: Trx, proceedingIds: string[]): Promise<Period[]> =>
  sql<Period>`
    select d.proceeding_id, d.rule, d.party_id, d.status, d.base_on, d.due_on, d.calendar, d.steps, d.basis,
      d.provisional, d.confidence, d.days_left, d.armed_seq, old.due_on as moved_from_on, d.moved_why
    from deadlines d
    left join deadlines old on old.id = d.moved_from
    where d.proceeding_id = any(${proceedingIds}::uuid[]) and d.status <> 'moved'
    order by d.due_on, d.armed_seq, d.rule, d.party_id
  `
    .execute(trx)
    .then(({ rows }) => rows)

export type Papers = {
  fees: {
    kind: string
    stage: string | null
    payer: string | null
    minor: number
    currency: string
    seq: number
  }[]
  payments: { stage: string; payer: string | null; minor: number; currency: string; seq: number }[]
  documents: {
    id: string
    kind: string
    name: string | null
    has_text: boolean
    seq: number
    /** The day of the act that put it there; null for whoever does not see that. */
    on: string | null
  }[]
  notices: { notice: string; whom: Role | 'party'; seq: number }[]
  findings: FindingRow[]
  assigned: { role: Role; id: string; name: Names }[]
  tasks: { kind: string; role: Role; proceeding_id: string; opened_at: string }[]
  calendar_changes: ChangeRow[]
}

/** What lies in the file of one proceeding besides its history, and the open tasks of the whole case. */
export async function papersOf(trx: Trx, { id, case_id }: Pick<Standing, 'id' | 'case_id'>): Promise<Papers> {
  const listed = (table: string, order: string) => sql`(
    select coalesce(jsonb_agg(to_jsonb(t) - 'body' || jsonb_build_object('has_text', to_jsonb(t) -> 'body' <> 'null')
             order by ${sql.ref(order)}), '[]')
      from ${sql.table(table)} t where proceeding_id = ${id})`
  const { rows } = await sql<Papers>`
    select ${listed('fees', 'id')} as fees, ${listed('payments', 'id')} as payments,
      (select coalesce(jsonb_agg(to_jsonb(d) - 'body'
                || jsonb_build_object('has_text', d.body is not null, 'on', e.acted_on) order by d.seq, d.id), '[]')
         from documents d left join events e on e.case_id = d.case_id and e.seq = d.seq
        where d.proceeding_id = ${id}) as documents, ${listed('notices', 'id')} as notices,
      (select coalesce(jsonb_agg(to_jsonb(f) - 'facts' || jsonb_build_object('by', e.by, 'name', u.name)
                order by f.id desc), '[]')
         from findings f
         join events e on e.case_id = f.case_id and e.seq = f.seq
         left join users u on u.id = e.actor_id
        where f.proceeding_id = ${id}) as findings,
      (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'id', u.id, 'name', u.name) order by a.id), '[]')
         from assignments a join users u on u.id = a.user_id
        where a.proceeding_id = ${id} and a.until_seq is null) as assigned,
      (select coalesce(jsonb_agg(to_jsonb(t) order by t.opened_at), '[]')
         from tasks t where t.closed_seq is null
          and t.proceeding_id in (select p.id from proceedings p where p.case_id = ${case_id})) as tasks,
      (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from calendar_changes c) as calendar_changes
  `.execute(trx)
  const [papers] = rows
  if (!papers) throw new Error('a select without a source gave no row')
  return papers
}

/** The names of people by their ids; whatever is no id of anybody is left out. */
export async function namesOf(trx: Trx, ids: string[]): Promise<Map<string, Names>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: Names }>`
    select id, name from users where id::text = any(${[...new Set(ids)]})
  `.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What came out of a mediation was put there by an event behind its wall; it bears the day on which it arrived. */
export const findDocument = (trx: Trx, reference: string, id: string) =>
  trx
    .selectFrom('documents')
    .innerJoin('proceedings', 'proceedings.id', 'documents.proceeding_id')
    .select(['documents.id', 'documents.kind', 'documents.name', 'documents.body', 'documents.proceeding_id'])
    .select(
      sql<string | null>`(
        select e.acted_on from events e
         where e.case_id = documents.case_id and (e.seq = documents.seq
            or (e.cause_seq = documents.seq and e.proceeding_id = documents.proceeding_id))
         order by e.seq limit 1)`.as('acted_on'),
    )
    .select(['proceedings.pathway', 'proceedings.ordinal', 'proceedings.case_id'])
    .where('proceedings.reference', '=', reference)
    .where('documents.id', '=', id)
    .executeTakeFirst()

export type Person = { id: string; name: Names; organisation: Names }

/** Who may be named: listed on a roster that day or holding a post in the organisation; or those who sit here already. */
export async function candidates(
  trx: Trx,
  {
    list,
    proceedingId,
    organisationId,
    on,
  }: { list: Role | 'assigned'; proceedingId: string; organisationId: string; on: string },
): Promise<Person[]> {
  const listed =
    list === 'assigned'
      ? sql`select a.user_id, p.organisation_id from assignments a join proceedings p on p.id = a.proceeding_id
             where a.proceeding_id = ${proceedingId} and a.until_seq is null`
      : sql`select user_id, organisation_id from roster
             where role = ${list} and is_listed(listed_on, expires_on, removed_on, ${on}::date)
            union all
            select user_id, organisation_id from posts
             where role = ${list} and until is null and organisation_id = ${organisationId} and role <> 'mediator'`
  const { rows } = await sql<Person>`
    select distinct on (u.id) u.id, u.name, o.name as organisation
    from (${listed}) listed
    join users u on u.id = listed.user_id and u.active
    join organisations o on o.id = listed.organisation_id
    order by u.id
  `.execute(trx)
  return rows
}

/** Keeps who looked at a case. */
export const keepAccess = (trx: Trx, caseId: string, userId: string, path: string, at: string) =>
  trx.insertInto('accesses').values({ case_id: caseId, user_id: userId, path, at }).execute()
