import { sql } from 'kysely'
import type { Role } from '../../workflows/vocabulary.ts'
import type { Db, Trx } from '../db.ts'
import type { Listing } from './rosterForms.ts'

export type Names = Partial<Record<string, string>>
export type Language = 'en' | 'zh-Hans' | 'zh-Hant'

export async function credentialsOf(db: Db, email: string) {
  const { rows } = await sql<{
    id: string
    password_hash: string
  }>`select * from credentials(${email})`.execute(db)
  return rows[0]
}

export type User = NonNullable<Awaited<ReturnType<typeof findUser>>>

/** A person with the posts that he or she holds today. */
export const findUser = (db: Db | Trx, id: string) =>
  db
    .selectFrom('users')
    .select(eb => [
      'id',
      'email',
      'name',
      'language',
      sql<{ role: Role; code: string; name: Names; organisation_id: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'code', o.code, 'name', o.name,
                 'organisation_id', o.id) order by p.role), '[]')
          from posts p join organisations o on o.id = p.organisation_id
         where p.user_id = ${eb.ref('users.id')} and p.until is null)`.as('posts'),
    ])
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()

export const saveLanguage = (trx: Trx, id: string, language: Language) =>
  trx.updateTable('users').set({ language }).where('id', '=', id).execute()

export async function addOrganisation(
  db: Db | Trx,
  organisation: { code: string; kind: string; name: Names; appealsTo?: string },
): Promise<void> {
  const { code, kind, name, appealsTo = null } = organisation
  await sql`
    insert into organisations (code, kind, name, appeals_to)
    values (${code}, ${kind}, ${JSON.stringify(name)}::jsonb, (select id from organisations where code = ${appealsTo}))
  `.execute(db)
}

export async function addUser(
  db: Db | Trx,
  user: { email: string; name: Names; passwordHash: string; language?: Language; at: string; id?: string },
): Promise<string> {
  const { email, name, passwordHash, language = 'en', at } = user
  const { rows } = await sql<{ id: string }>`
    insert into users (${user.id === undefined ? sql`` : sql`id,`} email, name, password_hash, language, created_at)
    values (${user.id === undefined ? sql`` : sql`${user.id},`} ${email}, ${JSON.stringify(name)}::jsonb,
      ${passwordHash}, ${language}, ${at}::timestamptz)
    returning id
  `.execute(db)
  const [added] = rows
  if (!added) throw new Error(`user ${email} was not added`)
  return added.id
}

export async function givePost(
  db: Db | Trx,
  userId: string,
  code: string,
  role: Role,
  since: string,
): Promise<void> {
  await sql`
    insert into posts (user_id, organisation_id, role, since)
    select ${userId}::uuid, id, ${role}, ${since}::date from organisations where code = ${code}
    on conflict (user_id, organisation_id, role) do update set until = null, since = excluded.since
  `.execute(db)
}

/** @returns false if the organisation lists the person so already: nothing is written then */
export async function listOnRoster(
  db: Db | Trx,
  userId: string,
  code: string,
  { role, origin, since, until, style, accreditation, bornOn }: Listing,
): Promise<boolean> {
  const { rows } = await sql`
    insert into roster (user_id, organisation_id, role, origin, style, listed_on, expires_on, accreditation, born_on)
    select ${userId}::uuid, o.id, ${role}, ${origin}, ${style ?? null}, ${since}::date, ${until ?? null}::date,
      ${accreditation ?? null}, ${bornOn ?? null}::date
      from organisations o
     where o.code = ${code} and not exists (
             select from roster r
              where r.user_id = ${userId}::uuid and r.organisation_id = o.id and r.role = ${role}
                and r.removed_on is null and (r.expires_on is null or r.expires_on >= ${since}::date)
                and (${until ?? null}::date is null or r.listed_on <= ${until ?? null}::date))
    returning id
  `.execute(db)
  return rows.length > 0
}

/** Whether nothing has been put into the database yet. */
export const isEmpty = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('organisations').select('id').limit(1).execute()).length === 0

/** Whether a sandbox was begun and has not come to its end. */
export const isHalfLoaded = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('sandbox_loads').select('began_at').where('ended_at', 'is', null).execute()).length > 0

/** Somebody of each role, and somebody who is a party, to sign in as in a sandbox. */
export async function oneOfEach(db: Db): Promise<{ role: string; email: string }[]> {
  const { rows } = await sql<{ role: string; email: string }>`
    select distinct on (role) coalesce(p.role, 'party') as role, u.email
      from users u left join posts p on p.user_id = u.id and p.until is null
     where u.active and u.email not like '%.invalid'
     order by role, u.created_at, u.email
  `.execute(db)
  return rows
}
