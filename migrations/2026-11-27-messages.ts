import { sql, type Kysely } from 'kysely'

/** What a proceeding was told while it stood still, for when it goes on. Nobody reads it but the engine. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table waiting_messages (
      id            bigint primary key generated always as identity,
      case_id       uuid not null,
      proceeding_id uuid not null references proceedings,
      event         text not null,
      data          jsonb not null,
      actor_id      uuid not null references users,
      cause_seq     int not null,
      foreign key (case_id, cause_seq) references events
    );
    create index waiting_messages_proceeding on waiting_messages (proceeding_id);
    create index waiting_messages_cause on waiting_messages (case_id, cause_seq);
    create index waiting_messages_actor on waiting_messages (actor_id);
    alter table waiting_messages enable row level security;
    create policy engine_works on waiting_messages to engine using (true) with check (true);
    grant select, insert, delete on waiting_messages to engine;
  `.execute(db)
}
