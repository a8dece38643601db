import { sql } from 'kysely'
import type { Db } from '../../server/db.ts'
import type { PathwayName, Role } from '../../workflows/vocabulary.ts'

/** Who was assigned to sit in a proceeding of a case, by the server's own choice. */
export async function sitting(
  owner: Db,
  reference: string,
  pathway: PathwayName,
  role: Role,
): Promise<string | undefined> {
  const found = await owner
    .selectFrom('assignments')
    .select('user_id')
    .where('proceeding_id', '=', eb =>
      eb
        .selectFrom('proceedings')
        .select('proceedings.id')
        .where('reference', '=', reference)
        .where('pathway', '=', pathway)
        .orderBy('ordinal', 'desc')
        .limit(1),
    )
    .where('role', '=', role)
    .where('until_seq', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.user_id
}

/** The organisation that handles a proceeding of a case, by its code. */
export async function handling(owner: Db, reference: string, pathway: PathwayName): Promise<string> {
  const { code } = await owner
    .selectFrom('proceedings')
    .innerJoin('organisations', 'organisations.id', 'proceedings.organisation_id')
    .select('code')
    .where('reference', '=', reference)
    .where('pathway', '=', pathway)
    .executeTakeFirstOrThrow()
  return code
}

/** What is still to be paid of the fees of a stage. */
export async function feesOpen(
  owner: Db,
  reference: string,
  { stage, payer }: { stage: string; payer: string | null },
): Promise<number> {
  const { rows } = await sql<{ owed: number }>`
    select coalesce(sum(minor), 0)::bigint as owed from (
      select case_id, stage, payer, minor from fees
      union all select case_id, stage, payer, -minor from payments) lines
    where case_id = (select id from cases where reference = ${reference})
      and stage = ${stage} and payer is not distinct from ${payer}
  `.execute(owner)
  return rows[0]?.owed ?? 0
}

/** Whether anybody has used the database: a person besides the clock, or a case. */
export async function isUsed(owner: Db): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from cases) or exists (select from users where email not like '%.invalid') as used
  `.execute(owner)
  return rows[0]?.used ?? true
}
