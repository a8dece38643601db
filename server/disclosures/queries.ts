import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import { openCase } from '../cases/seenQueries.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { pageSize } from '../web/paging.ts'

export type Mediation = {
  id: string
  case_id: string
  compartment_id: string
  ordinal: number
  parties: PartyName[]
}
export type PartyName = { id: string; name: Names }
export type Part = { role: string; party_id: string | null; may_consent: boolean }

const partyNames = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', party.id, 'name', party.name) order by party.side, party.id), '[]')
     from parties party where party.case_id = p.case_id) as parties`

/** A mediation as those see it who read it; to everybody else there is none. */
export async function findMediation(trx: Trx, reference: string, ordinal: string): Promise<Mediation> {
  await openCase(trx, reference)
  const { rows } = await sql<Mediation>`
    select p.id, p.case_id, p.compartment_id, p.ordinal, ${partyNames}
      from proceedings p join compartments c on c.id = p.compartment_id
     where p.reference = ${reference} and p.pathway = 'mediation' and p.ordinal::text = ${ordinal}
  `.execute(trx)
  const [found] = rows
  if (!found) throw new NotFound(`${reference} mediation ${ordinal}`)
  return found
}

/** The parts that the person acting plays in a mediation. */
export const partsIn = (trx: Trx, mediationId: string): Promise<Part[]> =>
  sql<Part>`select role, party_id, may_consent from mediating where proceeding_id = ${mediationId} order by party_id`
    .execute(trx)
    .then(({ rows }) => rows)

export type Target = { proceeding_id: string; compartment_id: string; pathway: PathwayName; ordinal: number }

/** The file that something disclosed would come into; where there is none, nothing can be disclosed. */
export const targetOf = (trx: Trx, mediationId: string): Promise<Target | undefined> =>
  sql<Target>`select * from disclosed_into(${mediationId})`.execute(trx).then(({ rows }) => rows[0])

export type Subject = {
  kind: string
  room: string
  room_party: string | null
  author: Names
  role: string
  party_id: string | null
  at: Date
}

/** A note or a document of a mediation that the person acting can read. */
export async function findSubject(
  trx: Trx,
  mediation: Mediation,
  what: { note: string } | { document: string },
): Promise<Subject> {
  const { rows } =
    'note' in what
      ? await sql<Subject>`
          select n.kind, c.kind as room, c.party_id as room_party, u.name as author, n.role, n.party_id, n.at
            from notes n join compartments c on c.id = n.compartment_id join users u on u.id = n.author_id
           where n.id = ${what.note} and n.proceeding_id = ${mediation.id}`.execute(trx)
      : await sql<Subject>`
          select d.kind, c.kind as room, c.party_id as room_party, u.name as author, e.by as role, e.party_id, e.at
            from documents d join compartments c on c.id = d.compartment_id
            join events e on e.case_id = d.case_id and e.seq = d.seq join users u on u.id = e.actor_id
           where d.id = ${what.document} and d.proceeding_id = ${mediation.id}`.execute(trx)
  const [found] = rows
  if (!found) throw new NotFound('what is to be disclosed')
  return found
}

export type Disclosure = {
  id: string
  case_id: string
  ground: string
  reason: string
  asker: Names
  role: string
  party_id: string | null
  at: Date
  subject: Subject
  into: Target | null
  parties: PartyName[]
  needed: {
    role: string
    party_id: string | null
    user: Names | null
    agrees: boolean | null
    at: string | null
  }[]
  /** The answers that the person acting may still give. */
  open: { role: string; party_id: string | null }[]
  disclosed_at: Date | null
}

/** Requests as their readers see them: those of the mediation, and a court that is asked for its leave. */
const disclosureRows = sql`
  select p.id, p.case_id, p.ground, p.reason, asker.name as asker, p.role, p.party_id, p.at, gone.at as disclosed_at,
    (select to_jsonb(s) || jsonb_build_object('author', u.name)
       from disclosure_subject(p.id) s join users u on u.id = s.author_id) as subject,
    (select jsonb_build_object('pathway', t.pathway, 'ordinal', t.ordinal) from proceedings t
      where t.id = p.into_proceeding_id) as into,
    ${partyNames},
    (select coalesce(jsonb_agg(jsonb_build_object('role', n.role, 'party_id', n.party_id, 'user', who.name,
              'agrees', a.agrees, 'at', a.at)), '[]')
       from answers_needed(p.id) n
       left join disclosure_answers a on a.disclosure_id = p.id and a.role = n.role
        and a.party_id is not distinct from n.party_id and coalesce(a.user_id = n.user_id, n.role <> 'mediator')
       left join users who on who.id = coalesce(a.user_id, n.user_id)) as needed,
    (select coalesce(jsonb_agg(jsonb_build_object('role', n.role, 'party_id', n.party_id)), '[]')
       from answers_needed(p.id) n
      where not exists (select from disclosure_answers a where a.disclosure_id = p.id and not a.agrees)
        and not exists (
          select from disclosure_answers a
           where a.disclosure_id = p.id and a.role = n.role and a.party_id is not distinct from n.party_id
             and coalesce(a.user_id = n.user_id, n.role <> 'mediator'))
        and (exists (
          select from mediating m
           where m.proceeding_id = p.proceeding_id and m.role = n.role and m.may_consent
             and m.party_id is not distinct from n.party_id and (n.user_id is null or n.user_id = acting_user()))
          or (n.role = 'judge' and exists (
            select from assignments j
             where j.proceeding_id = p.into_proceeding_id and j.role = 'judge' and j.until_seq is null
               and j.user_id = acting_user())))) as open
    from disclosures p
    join users asker on asker.id = p.asked_by
    left join disclosed gone on gone.id = p.id`

export async function findDisclosure(
  trx: Trx,
  reference: string,
  id: string,
): Promise<Disclosure | undefined> {
  await openCase(trx, reference)
  const { rows } = await sql<Disclosure>`
    ${disclosureRows} join cases c on c.id = p.case_id where p.id = ${id} and c.reference = ${reference}
  `.execute(trx)
  return rows[0]
}

export const listDisclosures = (trx: Trx, mediationId: string, offset: number): Promise<Disclosure[]> =>
  sql<Disclosure>`
    ${disclosureRows} where p.proceeding_id = ${mediationId} order by p.at desc, p.id limit ${pageSize} offset ${offset}
  `
    .execute(trx)
    .then(({ rows }) => rows)

export const countDisclosures = async (trx: Trx, mediationId: string): Promise<number> => {
  const { count } = await trx
    .selectFrom('disclosures')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('proceeding_id', '=', mediationId)
    .executeTakeFirstOrThrow()
  return count
}

export type Copy = {
  id: string
  case_id: string
  from_ordinal: number
  kind: string
  body: string
  minor: number | null
  currency: string | null
  author: Names
  author_role: string
  author_party: string | null
  written_at: Date
  ground: string
  reason: string
  asker: Names
  answers: { role: string; party: string | null; user: string; at: string }[]
  at: Date
  parties: PartyName[]
  pathway: PathwayName
  ordinal: number
}

/** What came out, for the readers of the file that it came into. */
export const findCopy = (trx: Trx, reference: string, id: string): Promise<Copy | undefined> =>
  sql<Copy>`
    select p.id, p.case_id, p.from_ordinal, p.kind, p.body, p.minor, p.currency, author.name as author, p.author_role,
      p.author_party, p.written_at, p.ground, p.reason, asker.name as asker, p.answers, p.at, ${partyNames},
      home.pathway, home.ordinal
    from disclosed p
    join proceedings home on home.id = p.proceeding_id
    join users author on author.id = p.author_id
    join users asker on asker.id = p.asked_by
    where p.id = ${id} and home.reference = ${reference}
  `
    .execute(trx)
    .then(({ rows }) => rows[0])

export type Asking = { id: string; ground: string; reason: string } & (
  { note: string } | { document: string }
)

/** @returns whether it was not there yet */
export async function addDisclosure(
  trx: Trx,
  mediation: Mediation,
  target: Target,
  asker: Actor & Part,
  asking: Asking,
  at: string,
): Promise<boolean> {
  const added = await trx
    .insertInto('disclosures')
    .values({
      id: asking.id,
      case_id: mediation.case_id,
      proceeding_id: mediation.id,
      compartment_id: mediation.compartment_id,
      note_id: 'note' in asking ? asking.note : null,
      document_id: 'document' in asking ? asking.document : null,
      ground: asking.ground,
      reason: asking.reason,
      into_proceeding_id: target.proceeding_id,
      into_compartment_id: target.compartment_id,
      asked_by: asker.id,
      role: asker.role,
      party_id: asker.party_id,
      at,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const addAnswer = (
  trx: Trx,
  disclosureId: string,
  { id, role, party_id }: Actor & { role: string; party_id: string | null },
  agrees: boolean,
  at: string,
) =>
  sql`
    insert into disclosure_answers (disclosure_id, role, party_id, user_id, agrees, at)
    values (${disclosureId}, ${role}, ${party_id}, ${id}, ${agrees}, ${at})
    on conflict do nothing
  `.execute(trx)

export type Leave = { id: string; at: string; disclosed: boolean }

/** What came into a proceeding's file from a mediation, and what its court is asked to let come. */
export const arrivalsIn = (
  trx: Trx,
  proceedingId: string,
): Promise<{ copies: { id: string; kind: string; from_ordinal: number; at: string }[]; leaves: Leave[] }> =>
  sql<{ copies: { id: string; kind: string; from_ordinal: number; at: string }[]; leaves: Leave[] }>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'from_ordinal', d.from_ordinal,
                'at', d.at) order by d.at), '[]')
         from disclosed d where d.proceeding_id = ${proceedingId}) as copies,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'at', d.at) order by d.at), '[]')
         from disclosures d
        where d.into_proceeding_id = ${proceedingId} and d.ground = 'leave'
          and not exists (select from disclosure_answers a where a.disclosure_id = d.id)) as leaves
  `
    .execute(trx)
    .then(({ rows: [row] }) => row ?? { copies: [], leaves: [] })
