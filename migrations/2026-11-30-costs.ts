import { sql, type Kysely } from 'kysely'

/** Asking who reads is told at its cost, or a plan asks it of a whole table. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter function reads(uuid) cost 20000;
    alter function reads_case(uuid) cost 20000;
  `.execute(db)
}
