import { sql } from 'kysely'
import type { Rate } from '../../workflows/rules/facts.ts'
import type { Part } from '../../workflows/step.ts'
import type { Context, PathwayName, PersonFacts, Role } from '../../workflows/vocabulary.ts'
import type { Actor, Db, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import type { ChangeRow } from './calendars.ts'
import { peopleNamed } from './personQueries.ts'

/** Row-level security sees this person from here to the end of the transaction, and the engine writes. */
export const takeEngine = (trx: Trx, actor: Actor) =>
  sql`select set_config('app.user_id', ${actor.id}, true), set_config('role', 'engine', true)`.execute(trx)

export const leaveEngine = (trx: Trx) => sql`select set_config('role', 'app', true)`.execute(trx)

export type HeldCase = { id: string; reference: string; seq: number; head: Buffer }

/** Holds the case until the transaction ends. Nothing of it is read before, or it might be read as it was. */
export async function lockCase(trx: Trx, reference: string): Promise<HeldCase> {
  return trx
    .selectFrom('cases')
    .select(['id', 'reference', 'seq', 'head'])
    .where('reference', '=', reference)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(`case ${reference}`))
}

/** As `lockCase`, for the clock: a case in use waits for the next round. */
export const lockCaseIfFree = (trx: Trx, id: string): Promise<HeldCase | undefined> =>
  trx
    .selectFrom('cases')
    .select(['id', 'reference', 'seq', 'head'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()

export type Clock = {
  id: string
  rule: string
  party_id: string
  status: 'armed' | 'paused' | 'lapsed'
  base_on: string
  base_field: string | null
  raw_on: string
  due_on: string
  calendar: string
  fixed_on: string | null
  days_left: number | null
  resumed_on: string | null
  provisional: boolean
  armed_seq: number
}

export type Round = {
  id: string
  pathway: PathwayName
  ordinal: number
  version: number
  state: string
  seq: number
  opened_on: string
  organisation_id: string
  parent_id: string | null
  compartment_id: string
  register_compartment_id: string | null
  parent_compartment_id: string | null
  context: Context
  parts: (Part & { special_authority: boolean | null })[]
  people: Record<string, PersonFacts>
  clocks: Clock[]
  calendar_changes: ChangeRow[]
  overdue: boolean
  /** The latest rate of the currency of the claim, where that is not the yuan. */
  rate: Rate | null
  posted: { proceeding_id: string; seq: number } | null
}

/** All that a step needs to know, in one reading, by somebody who holds the case. */
export async function readRound(
  trx: Trx,
  proceeding: { id: string } | { caseId: string; pathway: string; ordinal: number },
  { people = [], form, at }: { people?: string[]; form?: string | undefined; at: string },
): Promise<Round> {
  const which =
    'id' in proceeding
      ? sql`p.id = ${proceeding.id}`
      : sql`p.case_id = ${proceeding.caseId} and p.pathway = ${proceeding.pathway} and p.ordinal = ${proceeding.ordinal}`
  const { rows } = await sql<Round>`
    select p.id, p.pathway, p.ordinal, p.version, p.state, p.seq, p.opened_on, p.organisation_id, p.parent_id,
      p.compartment_id, p.register_compartment_id, parent.compartment_id as parent_compartment_id, s.context,
      (select coalesce(jsonb_agg(jsonb_build_object('role', parts.role, 'party', parts.party,
                'special_authority', parts.special_authority) order by parts.party nulls last), '[]')
         from (${partsOf}) parts) as parts,
      (${peopleNamed(people, shenzhenDay(at))}) as people,
      (select coalesce(jsonb_agg(to_jsonb(d) order by d.armed_seq), '[]') from (
          select id, rule, party_id, status, base_on, base_field, raw_on, due_on, calendar,
                 fixed_on, days_left, resumed_on, provisional, armed_seq
            from deadlines where proceeding_id = p.id and status in ('armed', 'paused', 'lapsed')) d) as clocks,
      (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from calendar_changes c) as calendar_changes,
      (select jsonb_build_object('currency', r.currency, 'on', r."on", 'rate', r.rate) from exchange_rates r
        where r.currency = s.context -> 'claim' ->> 'currency' and r.currency <> 'CNY'
          and r."on" <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date
        order by r."on" desc, r.id desc limit 1) as rate,
      exists (select from deadlines d
               where d.case_id = p.case_id and d.status = 'armed' and d.lapses_at <= ${at}) as overdue,
      (select jsonb_build_object('proceeding_id', e.proceeding_id, 'seq', e.seq)
         from events e where e.form_id = ${form ?? null} and e.case_id = p.case_id) as posted
    from proceedings p
    join snapshots s on s.proceeding_id = p.id
    join organisations o on o.id = p.organisation_id
    left join proceedings parent on parent.id = p.parent_id
    where ${which}
  `.execute(trx)
  const [round] = rows
  if (!round) throw new NotFound('proceeding')
  return round
}

/** Whether the acting person may see a proceeding. Asked by itself: the answer costs as much as all else in a round. */
export async function isSeen(
  trx: Trx,
  { compartment_id, register_compartment_id }: Pick<Round, 'compartment_id' | 'register_compartment_id'>,
): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select exists (select from readable
      where compartment_id in (${compartment_id}, ${register_compartment_id})) or is_administrator() as seen
  `.execute(trx)
  return rows[0]?.seen ?? false
}

// The parts this person has here: for a party, by assignment, or by a post in the organisation that handles the
// proceeding (or its parent's, a court of appeal, the supervisory court). Once somebody is assigned to sit, mediate
// or advise, only they do; desks serve everybody. The view `parts` says the same for lists.
const desks: Role[] = [
  'intakeOfficer',
  'clerk',
  'tribunalSecretary',
  'mediationCoordinator',
  'enforcementOfficer',
  'administrator',
]
export const partsOf = sql`
  select coalesce(joined.side, parties.side) as role, r.party_id as party,
         case when r.capacity <> 'self' then r.special_authority end as special_authority
    from representations r
    join parties on parties.case_id = r.case_id and parties.id = r.party_id
    left join lateral (
      select party ->> 'side' as side from jsonb_array_elements(s.context -> 'parties') party
       where party ->> 'id' = r.party_id) joined on true
   where r.case_id = p.case_id and r.user_id = acting_user() and r.until is null
  union all
  select a.role, null, null
    from assignments a
   where a.user_id = acting_user() and a.until_seq is null
     and (a.proceeding_id = p.id or (a.proceeding_id = p.parent_id and a.role in ('judge', 'arbitrator')))
  union all
  select post.role, null, null
    from posts post
    join organisations home on home.id = post.organisation_id
   where post.user_id = acting_user() and post.until is null
     and (post.role = 'administrator'
       or post.organisation_id = p.organisation_id
       or (post.role = 'appellateJudge' and post.organisation_id = o.appeals_to)
       or (post.role in ('intakeOfficer', 'judge') and post.organisation_id = parent.organisation_id)
       or (post.role = 'tribunalSecretary' and p.pathway = 'interimMeasures'
         and post.organisation_id = parent.organisation_id)
       or (post.role = 'judge' and p.pathway = 'arbitration' and home.code = s.context -> 'facts' ->> 'supervisoryCourt'))
     and (post.role = any(${sql.lit(`{${desks.join(',')}}`)}::text[]) or not exists (
           select from assignments a
            where a.role = post.role and a.until_seq is null
              and (a.proceeding_id = p.id or (a.proceeding_id = p.parent_id and post.role = 'judge'))))`

/** The proceedings that a message reaches: those that are open, else the newest. */
export async function recipients(trx: Trx, caseId: string, pathway: PathwayName): Promise<string[]> {
  const rows = await trx
    .selectFrom('proceedings')
    .select(['id', 'tag'])
    .where('case_id', '=', caseId)
    .where('pathway', '=', pathway)
    .orderBy('ordinal', 'desc')
    .execute()
  // An instrument may be revoked while its enforcement has ended for this round only (E27).
  if (pathway === 'enforcement') return rows.map(({ id }) => id)
  const open = rows.filter(({ tag }) => tag !== 'closed')
  return (open.length > 0 ? open : rows.slice(0, 1)).map(({ id }) => id)
}

/** The open proceedings that end with their parent (`pathways.md` 1.7). */
export const openChildren = (trx: Trx, parentId: string) =>
  trx
    .selectFrom('proceedings')
    .select('id')
    .where('parent_id', '=', parentId)
    .where('tag', '<>', 'closed')
    .where('pathway', 'in', ['mediation', 'lawAscertainment', 'interimMeasures'])
    .orderBy('ordinal')
    .execute()

/** The periods of a case that have run out, in the order of due day and then of arming. */
export const nextLapse = (trx: Trx, caseId: string, at: string) =>
  trx
    .selectFrom('deadlines')
    .select(['id', 'proceeding_id', 'rule', 'party_id', 'due_on', 'lapses_at'])
    .where('case_id', '=', caseId)
    .where('status', '=', sql.lit('armed')) // as in the index, which a value given later does not fit
    .where('lapses_at', '<=', new Date(at))
    .orderBy('lapses_at')
    .orderBy('armed_seq')
    .orderBy('rule')
    .orderBy('party_id')
    .limit(1)
    .executeTakeFirst()

/** What an event carried, and the periods that it started. */
export async function findRecord(trx: Trx, caseId: string, proceedingId: string, seq: number) {
  return trx
    .selectFrom('events')
    .innerJoin('payloads', join =>
      join.onRef('payloads.case_id', '=', 'events.case_id').onRef('payloads.seq', '=', 'events.seq'),
    )
    .select(['events.seq', 'events.type', 'events.by', 'payloads.body'])
    .where('events.case_id', '=', caseId)
    .where('events.proceeding_id', '=', proceedingId)
    .where('events.seq', '=', seq)
    .executeTakeFirst()
}

/** Where a proceeding stood after an event of its own. */
export const stateAfter = (trx: Trx, proceedingId: string, pseq: number): Promise<string | undefined> =>
  trx
    .selectFrom('events')
    .select('to_state')
    .where('proceeding_id', '=', proceedingId)
    .where('pseq', '=', pseq)
    .executeTakeFirst()
    .then(row => row?.to_state)

/** What the claimant hands in with the filing lies in the first proceeding's own compartment. */
export async function fileExhibits(
  trx: Trx,
  held: HeldCase,
  round: Round,
  exhibits: { name: string; kind: string; text: string }[],
): Promise<void> {
  if (exhibits.length === 0) return
  await trx
    .insertInto('documents')
    .values(
      exhibits.map(({ name, kind, text }) => ({
        case_id: held.id,
        proceeding_id: round.id,
        compartment_id: round.compartment_id,
        kind,
        name,
        body: text,
        seq: held.seq,
      })),
    )
    .execute()
}

/** Where the open proceedings of the whole database stand, for the machines to say whether they know it. */
export const openStates = (owner: Db) =>
  owner
    .selectFrom('proceedings')
    .select(({ fn }) => ['pathway', 'version', 'state', fn.countAll<number>().as('count')])
    .where('tag', '<>', 'closed')
    .groupBy(['pathway', 'version', 'state'])
    .orderBy('pathway')
    .execute()
