import { sql, type Kysely } from 'kysely'

/** Whether a sandbox was lived through to its end: one that was interrupted cannot go on where it stopped. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table sandbox_loads (
      began_at timestamptz primary key,
      ended_at timestamptz
    );
    grant select on sandbox_loads to app;
  `.execute(db)
}
