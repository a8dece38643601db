import { sql, type Kysely } from 'kysely'

/** The same answers as before, with what a person reads and the parts that he or she plays worked out once. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create or replace view my_proceedings as
      with mine as materialized (select compartment_id from readable)
      select p.*
        from proceedings p
       where p.compartment_id in (select compartment_id from mine)
          or p.register_compartment_id in (select compartment_id from mine);

    -- With what a list says of the case, in one value that is made for the rows shown and no others. Asked row by row,
    -- whether the person may read each party's name took longer than all the rest; whoever reads one proceeding of a
    -- case reads who its parties are.
    create view my_cases as
      select p.*, (
          select jsonb_build_object('title', c.title, 'claim_minor', c.claim_minor, 'currency', c.currency, 'parties', (
                   select jsonb_agg(jsonb_build_object('side', party.side, 'name', party.name)
                                    order by party.side, party.id)
                     from parties party where party.case_id = c.id))
            from cases c where c.id = p.case_id) as of_case
        from my_proceedings p;
    grant select on my_cases to app;

    create or replace function my_waits(waiting jsonb) returns table (proceeding_id uuid, due_on date, since timestamptz)
      stable security definer set search_path = public language sql as $$
      with waits as materialized (
        select * from jsonb_to_recordset(waiting) w (pathway text, version int, state text, role text)),
      parts as materialized (
        select part.proceeding_id, part.tag, part.party_id, part.moved_at
          from my_parts part
          join waits w on w.pathway = part.pathway and w.version = part.version and w.state = part.state
            and w.role = part.role
         where part.tag <> 'closed' or part.party_id is not null)
      select part.proceeding_id, min(next.due_on), min(part.moved_at)
        from parts part
        left join lateral (
          select min(d.due_on) as due_on from open_dates d
           where d.proceeding_id = part.proceeding_id
             and (part.party_id is null or d.party_id in ('', part.party_id))) next on true
       where part.tag <> 'closed' or next.due_on is not null
       group by part.proceeding_id
    $$;

    create or replace function my_tasks() returns table (id uuid, proceeding_id uuid, due_on date, since timestamptz)
      stable security definer set search_path = public language sql as $$
      with parts as materialized (
        select distinct proceeding_id, role from my_parts
         where exists (select from posts where user_id = (select acting_user()) and until is null)
            or exists (select from assignments where user_id = (select acting_user()) and until_seq is null)),
      mine as (
        select t.id from parts join tasks t on t.proceeding_id = parts.proceeding_id and t.role = parts.role
         where t.closed_seq is null
        union
        select t.id from tasks t
         where t.closed_seq is null and t.role = 'administrator' and (select is_administrator()))
      select t.id, t.proceeding_id,
             (select max(d.due_on) from deadlines d
               where d.proceeding_id = t.proceeding_id and d.rule = regexp_replace(t.kind, '\\.lapsed$', '')
                 and d.status in ('armed', 'lapsed')),
             t.opened_at
        from mine join tasks t on t.id = mine.id
    $$;
  `.execute(db)
}
