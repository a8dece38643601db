import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What administrators enter about calendars. Nothing is changed or deleted: a wrong entry is withdrawn by another.
    create table calendar_entries (
      id         bigint primary key generated always as identity,
      kind       text not null check (kind in ('closed', 'working', 'notice', 'withdrawn')),
      calendar   text not null check (calendar in ('CN', 'HK', 'HK_COURT')),
      day        date,
      year       int,
      off        date[],
      working    date[],
      why        text not null,
      note       text not null,
      withdraws  bigint unique references calendar_entries,
      form_id    uuid unique,
      entered_by uuid not null references users,
      entered_at timestamptz(3) not null,
      check ((kind in ('closed', 'working')) = (day is not null)),
      check ((kind = 'notice') = (year is not null) and (kind = 'notice') = (off is not null)
        and (kind = 'notice') = (working is not null)),
      check ((kind = 'withdrawn') = (withdraws is not null))
    );
    create index calendar_entries_entered_by on calendar_entries (entered_by);

    -- Until now a day of closure could only come with an event of some case.
    insert into calendar_entries (kind, calendar, day, why, note, entered_by, entered_at)
    select distinct on (c.calendar, c.day) 'closed', c.calendar, c.day, 'other', '', e.actor_id, e.at
      from closure_days c
      join payloads p on p.body ->> 'closureDay' = c.day::text and p.body ->> 'calendar' = c.calendar
      join events e on e.case_id = p.case_id and e.seq = p.seq and e.type = 'recomputeDeadlines'
     order by c.calendar, c.day, e.at;
    drop table closure_days;

    -- Those in force, in the order in which they were entered.
    create view calendar_changes as
      select id, kind, calendar, day, year, off, working
        from calendar_entries e
       where kind <> 'withdrawn' and not exists (select from calendar_entries w where w.withdraws = e.id);

    -- The cases in which an entry moves something. They are worked off one by one, whatever stops the process meanwhile.
    create table closure_work (
      entry_id bigint not null references calendar_entries,
      case_id  uuid not null references cases,
      done_at  timestamptz(3),
      -- The events that it came to.
      seqs     int[] not null default '{}',
      primary key (entry_id, case_id)
    );
    create index closure_work_open on closure_work (case_id, entry_id) where done_at is null;
    create index closure_work_case on closure_work (case_id);

    -- What one unit of a currency was worth in renminbi from a day on. Of several for one day the last one holds.
    create table exchange_rates (
      id         bigint primary key generated always as identity,
      currency   text not null,
      "on"       date not null,
      rate       text not null,
      source     text not null,
      entered_by uuid not null references users,
      form_id    uuid unique,
      entered_at timestamptz(3) not null
    );
    create index exchange_rates_latest on exchange_rates (currency, "on" desc, id desc);
    create index exchange_rates_entered_by on exchange_rates (entered_by);

    alter table calendar_entries enable row level security;
    alter table closure_work enable row level security;
    alter table exchange_rates enable row level security;
    create policy administrators_read on calendar_entries for select to app using ((select is_administrator()));
    create policy administrators_enter on calendar_entries for insert to app
      with check ((select is_administrator()) and entered_by = (select acting_user()));
    create policy engine_works on calendar_entries for select to engine using (true);
    create policy administrators_read on closure_work for select to app using ((select is_administrator()));
    create policy administrators_enter on closure_work for insert to app with check ((select is_administrator()));
    create policy engine_works on closure_work to engine using (true) with check (true);
    create policy everybody_reads on exchange_rates for select to app using (true);
    create policy administrators_enter on exchange_rates for insert to app
      with check ((select is_administrator()) and entered_by = (select acting_user()));
    create policy engine_works on exchange_rates for select to engine using (true);
    grant select, insert on calendar_entries, closure_work, exchange_rates to app;
    grant select on calendar_entries, exchange_rates, calendar_changes to engine;
    grant select, update on closure_work to engine;
    grant select on calendar_changes to app;

    -- Waits for everything that has read the calendars, and lets nothing read them until the transaction ends: no
    -- period can start meanwhile that the entry would have moved.
    create function hold_calendars() returns void security definer set search_path = public language plpgsql as $$
    begin
      if not is_administrator() then raise insufficient_privilege; end if;
      perform set_config('lock_timeout', '5s', true);
      lock table calendar_entries in access exclusive mode;
    end $$;

    -- What the periods are reckoned from that a change of these days may touch, each reckoning once. Administrators do
    -- not read periods, so this tells them no case. No period counts working days for more than ninety days.
    create function calendar_reckonings(calendars text[], first date, last date, counted text[])
      returns table (rule text, calendar text, status text, base_on date, raw_on date, due_on date, fixed_on date,
        days_left int, resumed_on date, provisional boolean)
      stable security definer set search_path = public language sql as $$
      select distinct d.rule, d.calendar, d.status, d.base_on, d.raw_on, d.due_on, d.fixed_on, d.days_left, d.resumed_on,
             d.provisional
        from deadlines d
       where (select is_administrator()) and d.status in ('armed', 'lapsed') and d.calendar = any(calendars)
         and d.due_on between first - 90 and last + 90
         and (least(d.raw_on, d.due_on) <= last and greatest(d.raw_on, d.due_on) >= first
           or d.rule = any(counted) and least(d.base_on, d.due_on) <= last and greatest(d.base_on, d.due_on) >= first)
    $$;

    -- The periods that are reckoned so, by the numbers of their cases and by what becomes of them.
    create function closure_reach(moves jsonb)
      returns table (case_id uuid, reference text, pathway text, ordinal int, rule text, side text, calendar text,
        status text, due_on date, new_due date)
      stable security definer set search_path = public language sql as $$
      select d.case_id, p.reference, p.pathway, p.ordinal, d.rule, party.side, d.calendar, d.status, d.due_on, m.new_due
        from jsonb_to_recordset(moves) m (rule text, calendar text, status text, base_on date, raw_on date, due_on date,
               fixed_on date, days_left int, resumed_on date, provisional boolean, new_due date)
        join deadlines d on d.rule = m.rule and d.calendar = m.calendar and d.status = m.status and d.base_on = m.base_on
         and d.raw_on = m.raw_on and d.due_on = m.due_on and d.provisional = m.provisional
         and d.fixed_on is not distinct from m.fixed_on and d.days_left is not distinct from m.days_left
         and d.resumed_on is not distinct from m.resumed_on
        join proceedings p on p.id = d.proceeding_id
        left join parties party on party.case_id = d.case_id and party.id = d.party_id
       where (select is_administrator())
    $$;

    -- What an entry has moved, told in the same way.
    create function closure_moved(entry bigint)
      returns table (case_id uuid, reference text, pathway text, ordinal int, rule text, side text, calendar text,
        status text, due_on date, new_due date)
      stable security definer set search_path = public language sql as $$
      select d.case_id, p.reference, p.pathway, p.ordinal, d.rule, party.side, d.calendar, 'armed', old.due_on, d.due_on
        from closure_work w
        join deadlines d on d.case_id = w.case_id and d.armed_seq = any(w.seqs)
        join deadlines old on old.id = d.moved_from
        join proceedings p on p.id = d.proceeding_id
        left join parties party on party.case_id = d.case_id and party.id = d.party_id
       where (select is_administrator()) and w.entry_id = entry
    $$;
  `.execute(db)
}
