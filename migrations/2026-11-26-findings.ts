import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What the rules found or a person set against it; the latest of a check counts, and those before it stay.
    alter table findings
      add column seat       text,
      add column court      text,
      add column basis      text[] not null default '{}',
      add column steps      jsonb not null default '[]',
      add column warnings   text[] not null default '{}',
      add column needs      text[] not null default '{}',
      add column confidence text,
      -- What was asked, and for which day: the versions in force on that day were used, out of this edition of the rules.
      add column facts      jsonb not null default '{}',
      add column as_of      date,
      add column edition    text,
      add column overruled  boolean not null default false,
      add column why        text;
    update findings f set as_of = e.acted_on, overruled = true
      from events e where e.case_id = f.case_id and e.seq = f.seq;
    alter table findings alter column as_of set not null;

    -- Proceedings know of their parties what the rules on law and court ask about.
    update snapshots s set context = jsonb_set(s.context, '{parties}', (
        select coalesce(jsonb_agg(party || jsonb_strip_nulls(jsonb_build_object(
                 'registration', known.registration, 'domicile', known.domicile, 'investors', known.investors))
               order by place), '[]')
          from jsonb_array_elements(s.context -> 'parties') with ordinality as listed (party, place)
          left join parties known on known.case_id = p.case_id and known.id = party ->> 'id'))
      from proceedings p where p.id = s.proceeding_id;
  `.execute(db)
}
