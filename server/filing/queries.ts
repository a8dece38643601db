import { sql } from 'kysely'
import type { Trx } from '../db.ts'

/** Accounts by address, small letters. People of the institutions use theirs for work, and are no parties with it. */
export async function accountsOf(trx: Trx, emails: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    select u.id, lower(u.email) as email from users u
     where lower(u.email) = any(${emails.map(email => email.toLowerCase())}) and u.active
       and not exists (select from posts p where p.user_id = u.id and p.until is null)
  `.execute(trx)
  return new Map(rows.map(({ id, email }) => [email, id]))
}
