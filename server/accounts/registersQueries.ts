import { sql } from 'kysely'
import type { Role } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { CLOCK } from '../proceedings/fireEvent.ts'
import { pageSize } from '../web/paging.ts'
import type { Language, Names } from './queries.ts'
import type { PeopleSearch } from './registersForms.ts'

const found = ({ q, status }: PeopleSearch) => {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`
    u.id <> ${CLOCK.id}
      and (${q === ''} or u.email ilike ${pattern} or exists (
            select from jsonb_each_text(u.name) own (lang, name) where own.name ilike ${pattern}))
      and (${status === undefined} or u.active = ${status === 'active'})`
}

export async function countPeople(trx: Trx, search: PeopleSearch): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from users u where ${found(search)}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

export type PersonRow = {
  id: string
  name: Names
  email: string
  language: Language
  active: boolean
  posts: { role: Role; organisation: Names }[]
}

export async function listPeople(trx: Trx, search: PeopleSearch, offset: number): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select u.id, u.name, u.email, u.language, u.active,
      (select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'organisation', o.name) order by p.role), '[]')
         from posts p join organisations o on o.id = p.organisation_id
        where p.user_id = u.id and p.until is null) as posts
      from users u
     where ${found(search)}
     order by coalesce(u.name ->> 'en', u.name ->> 'zh-Hans', u.name ->> 'zh-Hant'), u.id
     limit ${pageSize} offset ${offset}
  `.execute(trx)
  return rows
}

export type Person = Omit<PersonRow, 'posts'> & {
  posts: { role: Role; code: string; organisation: Names; since: string; until: string | null }[]
  roster: {
    role: Role
    code: string
    organisation: Names
    origin: string
    style: string | null
    accreditation: string | null
    since: string
    expires: string | null
    removed: string | null
  }[]
}

export async function findPerson(trx: Trx, id: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select u.id, u.name, u.email, u.language, u.active,
      (select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'code', o.code, 'organisation', o.name,
                'since', p.since, 'until', p.until) order by p.until nulls first, p.since, p.role), '[]')
         from posts p join organisations o on o.id = p.organisation_id where p.user_id = u.id) as posts,
      (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'code', o.code, 'organisation', o.name,
                'origin', r.origin, 'style', r.style, 'accreditation', r.accreditation, 'since', r.listed_on,
                'expires', r.expires_on, 'removed', r.removed_on) order by r.listed_on, r.role), '[]')
         from roster r join organisations o on o.id = r.organisation_id where r.user_id = u.id) as roster
      from users u where u.id::text = ${id} and u.id <> ${CLOCK.id}
  `.execute(trx)
  return rows[0]
}

export type Change = {
  name: Names
  email: string
  language: Language
  active: boolean
  passwordHash: string | null
}

/** Whoever may no longer sign in, or has a new password, is signed out everywhere. */
export async function changePerson(trx: Trx, id: string, change: Change): Promise<void> {
  const { name, email, language, active, passwordHash } = change
  await trx
    .updateTable('users')
    .set({
      name,
      email,
      language,
      active,
      ...(passwordHash !== null && { password_hash: passwordHash }),
    })
    .where('id', '=', id)
    .execute()
  if (active && passwordHash === null) return
  await sql`delete from web_sessions where sess -> 'passport' ->> 'user' = ${id}`.execute(trx)
}

export async function endPost(trx: Trx, id: string, code: string, role: string, on: string): Promise<void> {
  await sql`
    update posts set until = ${on}::date
     where user_id = ${id} and role = ${role} and until is null
       and organisation_id = (select id from organisations where code = ${code})
  `.execute(trx)
}

export async function removeFromRoster(
  trx: Trx,
  id: string,
  code: string,
  role: string,
  on: string,
): Promise<void> {
  await sql`
    update roster set removed_on = ${on}::date
     where user_id = ${id} and role = ${role} and removed_on is null
       and organisation_id = (select id from organisations where code = ${code})
  `.execute(trx)
}

export type OrganisationRow = { code: string; kind: string; name: Names; people: number }

export async function listOrganisations(trx: Trx): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select o.code, o.kind, o.name,
      (select count(distinct p.user_id) from posts p where p.organisation_id = o.id and p.until is null) as people
      from organisations o order by o.kind, o.code
  `.execute(trx)
  return rows
}

export const findOrganisation = (trx: Trx, code: string) =>
  trx.selectFrom('organisations').select(['code', 'kind', 'name']).where('code', '=', code).executeTakeFirst()

export const renameOrganisation = (trx: Trx, code: string, name: Names) =>
  sql`update organisations set name = ${JSON.stringify(name)}::jsonb where code = ${code}`.execute(trx)
