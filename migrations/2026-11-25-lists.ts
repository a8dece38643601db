import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What a case can be found by. Trigrams serve words of three letters and more; a Chinese name may have two
    -- characters, so each character and each pair of neighbours is kept besides.
    create extension if not exists pg_trgm;

    create function han_grams(given text) returns text[] immutable strict parallel safe language sql as $$
      select coalesce(array_agg(distinct gram), '{}')
        from generate_series(1, length(given)) place, lateral (values (substr(given, place, 1)), (substr(given, place, 2))) grams (gram)
       where gram ~ '^[㐀-䶿一-鿿豈-﫿𠀀-𳍏]{1,2}$'
    $$;

    create table case_search (
      case_id uuid primary key references cases,
      words   text not null,
      grams   text[] not null
    );
    create index case_search_words on case_search using gin (words gin_trgm_ops);
    create index case_search_grams on case_search using gin (grams);

    create function searchable(given text) returns text immutable strict parallel safe language sql as
      $$ select lower(normalize(given, nfkc)) $$;

    create function keep_case_search(given uuid) returns void language sql as $$
      insert into case_search (case_id, words, grams)
      select id, words, han_grams(words)
        from (select c.id, searchable(concat_ws(' ', c.reference, c.title,
                (select string_agg(own.name, ' ') from parties p, lateral jsonb_each_text(p.name) own (lang, name)
                  where p.case_id = c.id))) as words
                from cases c where c.id = given) found
      on conflict (case_id) do update set words = excluded.words, grams = excluded.grams
    $$;
    create function case_found_by() returns trigger security definer set search_path = public language plpgsql as
      $$ begin perform keep_case_search(new.id); return null; end $$;
    create function party_found_by() returns trigger security definer set search_path = public language plpgsql as
      $$ begin perform keep_case_search(new.case_id); return null; end $$;
    create trigger found_by after insert or update of reference, title on cases
      for each row execute function case_found_by();
    create trigger found_by after insert or update of name on parties
      for each row execute function party_found_by();
    select keep_case_search(id) from cases;

    -- Finds cases in which every word of the question occurs. It answers with ids alone, of cases that the person may
    -- or may not read: below row-level security no index of words would be used.
    create function search_cases(question text) returns setof uuid stable security definer
      set search_path = public language plpgsql as $$
    declare
      word text;
      conditions text[] := '{true}';
    begin
      foreach word in array regexp_split_to_array(trim(searchable(question)), '\\s+') loop
        conditions := conditions || format('words like %L', '%' || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%');
        if cardinality(han_grams(word)) > 0 then
          conditions := conditions || format('grams @> %L', han_grams(word));
        end if;
      end loop;
      return query execute 'select case_id from case_search where ' || array_to_string(conditions, ' and ');
    end $$;

    -- The same question as before, asked of one compartment after the other: asked of all at once, it was answered
    -- by reading everything that the person may read, for each case anew.
    create or replace function reads_case(given uuid) returns boolean stable security definer
      set search_path = public language sql as $$
      select exists (
        select from compartments c
         cross join lateral (select from readable r where r.compartment_id = c.id limit 1) one
         where c.case_id = given)
    $$;

    -- The proceedings that a person reads, or knows the existence of; for lists, which below row-level security would
    -- ask of each row what this asks once.
    create view my_proceedings as
      select p.*
        from proceedings p
       where p.compartment_id in (select compartment_id from readable)
          or p.register_compartment_id in (select compartment_id from readable);

    -- The parts that a person plays, as the engine reads them for one proceeding: for a party, by assignment, or by post
    -- in the organisation (or the parent's, a court of appeal) while nobody is assigned; desks serve everybody.
    create view my_parts as
      select p.id as proceeding_id, p.pathway, p.version, p.state, p.tag, p.moved_at, party ->> 'side' as role, r.party_id
        from representations r
        join proceedings p on p.case_id = r.case_id
        join snapshots s on s.proceeding_id = p.id
        cross join lateral jsonb_array_elements(s.context -> 'parties') party
       where r.user_id = (select acting_user()) and r.until is null
         and party ->> 'id' = r.party_id and not (party -> 'out')::boolean
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null
        from assignments a
        join proceedings p on p.id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null
        from assignments a
        join proceedings p on p.parent_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role in ('judge', 'arbitrator')
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null
        from posts post
        join proceedings p on p.organisation_id = post.organisation_id
       where post.user_id = (select acting_user()) and post.until is null
         and (post.role in ('intakeOfficer', 'clerk', 'tribunalSecretary', 'mediationCoordinator', 'enforcementOfficer')
           or not exists (select from assignments a
                           where a.role = post.role and a.until_seq is null and a.proceeding_id = p.id))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null
        from posts post
        join proceedings parent on parent.organisation_id = post.organisation_id
        join proceedings p on p.parent_id = parent.id and p.organisation_id <> parent.organisation_id
       where post.user_id = (select acting_user()) and post.until is null
         and (post.role = 'intakeOfficer' or (post.role = 'judge' and not exists (
               select from assignments a
                where a.role = 'judge' and a.until_seq is null and a.proceeding_id in (p.id, parent.id))))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null
        from posts post
        join organisations o on o.appeals_to = post.organisation_id
        join proceedings p on p.organisation_id = o.id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'appellateJudge'
         and not exists (select from assignments a
                          where a.role = post.role and a.until_seq is null and a.proceeding_id = p.id);
    grant select on my_proceedings, my_parts to app;

    -- Dates on which something is to be done: periods that run, and those that have run out while the task that this
    -- opened is still open.
    create index tasks_open_proceeding on tasks (proceeding_id, role) where closed_seq is null;
    create view open_dates with (security_invoker) as
      select d.proceeding_id, d.case_id, d.party_id, d.due_on, d.lapses_at
        from deadlines d
       where d.status = 'armed'
          or (d.status = 'lapsed' and exists (
               select from tasks t
                where t.proceeding_id = d.proceeding_id and t.closed_seq is null and t.kind = d.rule || '.lapsed'));
    grant select on open_dates to app;

    -- The proceedings in which such a date has passed.
    create function overdue(at timestamptz) returns setof uuid stable security definer
      set search_path = public language sql as
      $$ select distinct proceeding_id from open_dates where lapses_at <= at $$;

    -- What waits for a person: proceedings in a state that waits for a part he or she plays, with the next date that
    -- is his or hers, and open tasks. Which state waits for whom, the machines say. A closed proceeding waits for a
    -- party alone, and only while a period of that party runs: to apply for confirmation, for one.
    create function my_waits(waiting jsonb) returns table (proceeding_id uuid, due_on date, since timestamptz)
      stable security definer set search_path = public language sql as $$
      with waits as materialized (
        select * from jsonb_to_recordset(waiting) w (pathway text, version int, state text, role text)),
      parts as (
        select proceeding_id, pathway, version, state, tag, role, party_id, moved_at from my_parts where tag <> 'closed'
        union all
        select proceeding_id, pathway, version, state, tag, role, party_id, moved_at from my_parts
         where tag = 'closed' and party_id is not null)
      select part.proceeding_id, min(next.due_on), min(part.moved_at)
        from parts part
        join waits w on w.pathway = part.pathway and w.version = part.version and w.state = part.state and w.role = part.role
        left join lateral (
          select min(d.due_on) as due_on from open_dates d
           where d.proceeding_id = part.proceeding_id
             and (part.party_id is null or d.party_id in ('', part.party_id))) next on true
       where part.tag <> 'closed' or next.due_on is not null
       group by part.proceeding_id
    $$;
    create function my_tasks() returns table (id uuid, proceeding_id uuid, due_on date, since timestamptz)
      stable security definer set search_path = public language sql as $$
      with mine as (
        select t.id
          from tasks t
         cross join lateral (
           select from my_parts part where part.proceeding_id = t.proceeding_id and part.role = t.role limit 1) one
         where t.closed_seq is null and t.role in (
                 select role from posts where user_id = (select acting_user()) and until is null
                 union all
                 select role from assignments where user_id = (select acting_user()) and until_seq is null)
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

    -- How each proceeding stood in the caseload and from when to when (pathways.md 1.5): a draft does not stand in it,
    -- and whatever is decided or closed is disposed of. A spell goes from filing or reopening to disposal.
    create table standings (
      proceeding_id   uuid not null references proceedings,
      ordinal         int  not null,
      pathway         text not null,
      organisation_id uuid not null references organisations,
      standing        text not null check (standing in ('active', 'inactive', 'disposed')),
      previous        text not null check (previous in ('none', 'active', 'inactive', 'disposed')),
      spell           int  not null,
      since           date not null,
      until           date,
      primary key (proceeding_id, ordinal)
    );
    create index standings_since on standings (since);
    create index standings_organisation on standings (organisation_id, since);

    create function standing_of(tag text, decided boolean) returns text immutable parallel safe language sql as
      $$ select case when tag = 'draft' then 'none' when decided or tag = 'closed' then 'disposed' else tag end $$;

    create function keep_standing() returns trigger security definer set search_path = public language plpgsql as $$
    declare
      day date := (new.moved_at at time zone 'Asia/Shanghai')::date;
      last standings%rowtype;
    begin
      if standing_of(new.tag, new.decided) in ('none', standing_of(old.tag, old.decided)) then return null; end if;
      update standings set until = day where proceeding_id = new.id and until is null returning * into last;
      insert into standings (proceeding_id, ordinal, pathway, organisation_id, standing, previous, spell, since)
      values (new.id, coalesce(last.ordinal, 0) + 1, new.pathway, new.organisation_id,
        standing_of(new.tag, new.decided), coalesce(last.standing, 'none'),
        coalesce(last.spell, 1) + (coalesce(last.standing, '') = 'disposed')::int, day);
      return null;
    end $$;
    create trigger stands after update of tag, decided on proceedings
      for each row when ((old.tag, old.decided) is distinct from (new.tag, new.decided))
      execute function keep_standing();

    -- Administrators count what they may not read, so these answer with counts alone, and to them alone.
    create function caseload_flow(first date, last date, organisation uuid)
      returns table (pathway text, month date, filed int, reopened int, reactivated int, disposed int, placed_inactive int)
      stable security definer set search_path = public language sql as $$
      select s.pathway, date_trunc('month', s.since)::date,
             count(*) filter (where s.previous = 'none')::int,
             count(*) filter (where s.previous = 'disposed')::int,
             -- Disposed of while inactive: it came back and went out.
             count(*) filter (where s.previous = 'inactive')::int,
             count(*) filter (where s.standing = 'disposed')::int,
             count(*) filter (where s.standing = 'inactive')::int
        from standings s
       where (select is_administrator()) and s.since between first and last
         and (organisation is null or s.organisation_id = organisation)
       group by 1, 2
       order by 1, 2
    $$;

    -- Those pending at the end of a day, and how many days the active ones have been active since they were filed or
    -- reopened: days while inactive do not count.
    create function caseload_pending(on_day date, organisation uuid)
      returns table (pathway text, active int, inactive int, to_90 int, to_180 int, to_365 int, over_365 int,
        median float, ninetieth float)
      stable security definer set search_path = public language sql as $$
      with pending as (
        select s.proceeding_id, s.pathway, s.standing,
               case when s.standing = 'active' then (
                 select sum(least(coalesce(e.until, on_day), on_day) - e.since) from standings e
                  where e.proceeding_id = s.proceeding_id and e.spell = s.spell and e.standing = 'active'
                    and e.since <= on_day) end as age
          from standings s
         where (select is_administrator()) and s.standing <> 'disposed'
           and s.since <= on_day and (s.until is null or s.until > on_day)
           and (organisation is null or s.organisation_id = organisation))
      select p.pathway, count(p.age)::int, count(*) filter (where p.standing = 'inactive')::int,
             count(*) filter (where p.age <= 90)::int, count(*) filter (where p.age between 91 and 180)::int,
             count(*) filter (where p.age between 181 and 365)::int, count(*) filter (where p.age > 365)::int,
             percentile_cont(0.5) within group (order by p.age), percentile_cont(0.9) within group (order by p.age)
        from pending p
       group by grouping sets ((p.pathway), ())
       order by p.pathway
    $$;

    -- Days from filing or reopening to each disposal of a period, without those while inactive.
    create function caseload_disposed(first date, last date, organisation uuid)
      returns table (pathway text, disposed int, median float, ninetieth float)
      stable security definer set search_path = public language sql as $$
      with disposed as (
        select s.pathway, coalesce((
                 select sum(e.until - e.since) from standings e
                  where e.proceeding_id = s.proceeding_id and e.spell = s.spell and e.standing = 'active'), 0) as age
          from standings s
         where (select is_administrator()) and s.standing = 'disposed' and s.since between first and last
           and (organisation is null or s.organisation_id = organisation))
      select d.pathway, count(*)::int, percentile_cont(0.5) within group (order by d.age),
             percentile_cont(0.9) within group (order by d.age)
        from disposed d
       group by grouping sets ((d.pathway), ())
       order by d.pathway
    $$;

    create function caseload_overdue(at timestamptz, organisation uuid) returns table (pathway text, overdue int)
      stable security definer set search_path = public language sql as $$
      select p.pathway, count(*)::int
        from overdue(at) late (proceeding_id) join proceedings p on p.id = late.proceeding_id
       where (select is_administrator()) and (organisation is null or p.organisation_id = organisation)
       group by p.pathway
    $$;

    -- Gives a case that was set aside back to the clock.
    create function unstick(given text) returns boolean security definer set search_path = public language sql as $$
      with gone as (delete from stuck_cases where reference = given and is_administrator() returning 1)
      select exists (select from gone)
    $$;

    -- The register of people, in the order in which it is read.
    create index users_name on users (coalesce(name ->> 'en', name ->> 'zh-Hans', name ->> 'zh-Hant'), id);

    alter table case_search enable row level security;
    alter table standings enable row level security;
  `.execute(db)
}
