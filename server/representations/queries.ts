import { sql } from 'kysely'
import type { PartyFacts } from '../../workflows/rules/facts.ts'
import type { Side } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Trx } from '../db.ts'

export type Representation = {
  id: number
  party_id: string
  party: Names
  side: Side
  user_id: string
  name: Names
  capacity: string
  special_authority: boolean
  since: string
  until: string | null
  power_received_on: string | null
  power_form: string | null
  instance: string | null
  ended_why: string | null
}

/** Who speaks and spoke for the parties of a case. */
export async function listRepresentations(trx: Trx, caseId: string): Promise<Representation[]> {
  const { rows } = await sql<Representation>`
    select r.id, r.party_id, party.name as party, party.side, r.user_id, u.name, r.capacity, r.special_authority, r.since,
      r.until, r.power_received_on, r.power_form, r.instance, r.ended_why
      from representations r
      join parties party on party.case_id = r.case_id and party.id = r.party_id
      join users u on u.id = r.user_id
     where r.case_id = ${caseId}
     order by party.side, party.id, r.until nulls first, r.since, r.id
  `.execute(trx)
  return rows
}

export type Rights = {
  /** Works at a desk of a body that handles a proceeding of the case. */
  desk: boolean
  /** Parties whose own voice the person is. */
  own: string[]
}

/** Who may say who speaks: the desks of the bodies that handle the case, and a party for itself. */
export async function rightsIn(trx: Trx, caseId: string): Promise<Rights> {
  const { rows } = await sql<Rights>`
    select exists (select from posts post join proceedings p on p.organisation_id = post.organisation_id
              where p.case_id = ${caseId} and post.user_id = acting_user() and post.until is null
                and post.role in ('clerk', 'intakeOfficer', 'tribunalSecretary', 'mediationCoordinator')) as desk,
      (select coalesce(jsonb_agg(party_id order by party_id), '[]') from representations
        where case_id = ${caseId} and user_id = acting_user() and until is null and capacity = 'self') as own
  `.execute(trx)
  return rows[0] ?? { desk: false, own: [] }
}

export type Standing = {
  user_id: string | null
  party: Pick<PartyFacts, 'kind' | 'registration' | 'domicile'>
  subject: string
  courts: string[]
  listed: string[]
  agents: number
  mediated: boolean
  serves: boolean
  speaks_for_other_side: boolean
  speaks_already: boolean
}

/** All that decides whether somebody may speak for a party, read by whoever holds the case. */
export async function standingOf(
  trx: Trx,
  caseId: string,
  { party, email, on }: { party: string; email: string; on: string },
): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select who.id as user_id, c.subject,
      jsonb_build_object('kind', party.kind, 'registration', party.registration, 'domicile', party.domicile) as party,
      (select coalesce(jsonb_agg(distinct o.code), '[]')
         from proceedings p join organisations o on o.id = p.organisation_id
        where p.case_id = c.id and o.kind = 'court') as courts,
      (select coalesce(jsonb_agg(distinct l.role), '[]') from roster l
        where l.user_id = who.id and is_listed(l.listed_on, l.expires_on, l.removed_on, ${on}::date)) as listed,
      (select count(*)::int from representations r
        where r.case_id = c.id and r.party_id = party.id and r.until is null and r.capacity <> 'self') as agents,
      exists (select from assignments a
               where a.case_id = c.id and a.user_id = who.id and a.role = 'mediator') as mediated,
      exists (select from assignments a where a.case_id = c.id and a.user_id = who.id and a.role <> 'mediator')
        or exists (select from posts post join proceedings p on p.organisation_id = post.organisation_id
                    where p.case_id = c.id and post.user_id = who.id and post.until is null) as serves,
      exists (select from representations r
               join parties other on other.case_id = r.case_id and other.id = r.party_id
              where r.case_id = c.id and r.user_id = who.id and r.until is null and other.side <> party.side)
        as speaks_for_other_side,
      exists (select from representations r
               where r.case_id = c.id and r.user_id = who.id and r.until is null and r.party_id = party.id) as speaks_already
      from cases c
      join parties party on party.case_id = c.id and party.id = ${party}
      left join users who on lower(who.email) = lower(${email}) and who.active and who.email not like '%.invalid'
     where c.id = ${caseId}
  `.execute(trx)
  return rows[0]
}

export type NewRepresentation = {
  party: string
  userId: string
  capacity: string
  specialAuthority: boolean
  powerReceivedOn: string | null
  powerForm: string | null
  instance: string | null
}

export const addRepresentation = (
  trx: Trx,
  caseId: string,
  given: NewRepresentation,
  on: string,
  at: string,
) =>
  sql`
  insert into representations (case_id, party_id, user_id, capacity, special_authority, since, power_received_on,
    power_form, instance, recorded_by, recorded_at)
  values (${caseId}, ${given.party}, ${given.userId}, ${given.capacity}, ${given.specialAuthority}, ${on}::date,
    ${given.powerReceivedOn}::date, ${given.powerForm}, ${given.instance}, acting_user(), ${at}::timestamptz)
`.execute(trx)

export type Ending = { id: number; why: string; rights: Rights }

/** @returns false if there is no such representation, or it is not for this person to end */
export async function endRepresentation(
  trx: Trx,
  caseId: string,
  { id, why, rights }: Ending,
  on: string,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    update representations
       set until = ${on}::date, ended_by = acting_user(), ended_at = ${at}::timestamptz, ended_why = ${why}
     where case_id = ${caseId} and id = ${id} and until is null
       and (${rights.desk} or (capacity <> 'self' and (party_id = any(${rights.own}) or user_id = acting_user())))
    returning id
  `.execute(trx)
  return rows.length > 0
}
