import { sql, type Kysely } from 'kysely'

/** What waits for a person, with the parts that he or she plays worked out once; and what is overdue, by its indexes. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    drop function my_waits(jsonb);
    drop function my_tasks();

    -- Open tasks, and proceedings in a state that waits for one of the person's parts (those parts are its roles). Such
    -- a state is told already where a task of the proceeding is due no later: it is the same act.
    create function my_work(waiting jsonb)
      returns table (task_id uuid, kind text, proceeding_id uuid, due_on date, since timestamptz, roles text[], told boolean)
      stable security definer set search_path = public language sql as $$
      with waits as materialized (
        select * from jsonb_to_recordset(waiting) w (pathway text, version int, state text, role text)),
      parts as materialized (select * from my_parts),
      mine as (
        select t.id
          from (select distinct part.proceeding_id, part.role from parts part
                 where exists (select from posts where user_id = (select acting_user()) and until is null)
                    or exists (select from assignments where user_id = (select acting_user()) and until_seq is null)) part
          join tasks t on t.proceeding_id = part.proceeding_id and t.role = part.role
         where t.closed_seq is null
        union
        select t.id from tasks t
         where t.closed_seq is null and t.role = 'administrator' and (select is_administrator())),
      work as materialized (
        select t.id, t.kind, t.proceeding_id, t.opened_at,
               (select max(d.due_on) from deadlines d
                 where d.proceeding_id = t.proceeding_id and d.rule = regexp_replace(t.kind, '\\.lapsed$', '')
                   and d.status in ('armed', 'lapsed')) as due_on
          from mine join tasks t on t.id = mine.id),
      awaited as materialized (
        select part.proceeding_id, part.tag, part.party_id, part.moved_at, part.role
          from parts part
          join waits w on w.pathway = part.pathway and w.version = part.version and w.state = part.state
            and w.role = part.role
         where part.tag <> 'closed' or part.party_id is not null),
      states as materialized (
        select part.proceeding_id, min(next.due_on) as due_on, min(part.moved_at) as since,
               array_agg(distinct part.role) as roles
          from awaited part
          left join lateral (
            select min(d.due_on) as due_on from open_dates d
             where d.proceeding_id = part.proceeding_id
               and (part.party_id is null or d.party_id in ('', part.party_id))) next on true
         where part.tag <> 'closed' or next.due_on is not null
         group by part.proceeding_id)
      select work.id, work.kind, work.proceeding_id, work.due_on, work.opened_at, null::text[], false from work
      union all
      select null, null, s.proceeding_id, s.due_on, s.since, s.roles, exists (
          select from work where work.proceeding_id = s.proceeding_id and work.due_on <= coalesce(s.due_on, work.due_on))
        from states s
    $$;

    create or replace function overdue(at timestamptz) returns setof uuid
      stable security definer set search_path = public language sql as $$
      select proceeding_id from deadlines where status = 'armed' and lapses_at <= at
      union
      select d.proceeding_id
        from tasks t join deadlines d on d.proceeding_id = t.proceeding_id and t.kind = d.rule || '.lapsed'
       where t.closed_seq is null and t.kind like '%.lapsed' and d.status = 'lapsed' and d.lapses_at <= at
    $$;

    -- As before, with the days that are running: whoever reads that a proceeding is there reads its days.
    create or replace view my_cases as
      select p.*, (
          select jsonb_build_object('title', c.title, 'claim_minor', c.claim_minor, 'currency', c.currency, 'parties', (
                   select jsonb_agg(jsonb_build_object('side', party.side, 'name', party.name)
                                    order by party.side, party.id)
                     from parties party where party.case_id = c.id))
            from cases c where c.id = p.case_id) as of_case, (
          select coalesce(jsonb_agg(jsonb_build_object('party', d.party_id, 'due', d.due_on, 'lapses', d.lapses_at)), '[]')
            from deadlines d
           where d.proceeding_id = p.id
             and (d.status = 'armed' or (d.status = 'lapsed' and exists (
                   select from tasks t
                    where t.proceeding_id = d.proceeding_id and t.closed_seq is null
                      and t.kind = d.rule || '.lapsed')))) as dates
        from my_proceedings p;
  `.execute(db)
}
