import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Every move that any version of any machine can make; filled by the migration runner.
    create table legal_transitions (
      pathway    text not null,
      version    int  not null,
      from_state text not null,
      type       text not null,
      to_state   text not null,
      primary key (pathway, version, from_state, type, to_state)
    );

    create table case_numbers (
      year int primary key,
      last int not null
    );

    create table cases (
      id          uuid primary key default gen_random_uuid(),
      reference   text not null unique,
      title       text not null,
      subject     text not null,
      language    text not null,
      claim_minor bigint not null,
      currency    text not null,
      relief      text not null,
      contract    jsonb not null,
      filed_on    date not null,
      filed_by    uuid not null references users,
      seq         int  not null default 0,
      head        bytea not null default '\\x'
    );
    create index cases_filed_on on cases (filed_on desc, reference desc);
    create index cases_filed_by on cases (filed_by);

    create table parties (
      case_id      uuid not null references cases,
      id           text not null,
      side         text not null check (side in ('claimant', 'respondent', 'thirdParty')),
      kind         text not null check (kind in ('company', 'person')),
      name         jsonb not null,
      registration jsonb,
      domicile     text not null,
      investors    jsonb not null,
      email        text,
      primary key (case_id, id)
    );

    -- Who speaks for a party: itself, or an agent, with or without special authority (CPL 62).
    create table representations (
      case_id           uuid not null,
      party_id          text not null,
      user_id           uuid not null references users,
      capacity          text not null check (capacity in ('self', 'agent')),
      special_authority boolean not null,
      since             date not null,
      until             date,
      primary key (case_id, party_id, user_id),
      foreign key (case_id, party_id) references parties
    );
    create index representations_user on representations (user_id, case_id);

    create table compartments (
      id              uuid primary key default gen_random_uuid(),
      case_id         uuid not null references cases,
      proceeding_id   uuid not null,
      organisation_id uuid not null references organisations,
      kind            text not null check (kind in ('file', 'mediation', 'caucus', 'deliberation')),
      party_id        text,
      check ((kind = 'caucus') = (party_id is not null)),
      foreign key (case_id, party_id) references parties
    );
    create index compartments_case on compartments (case_id);
    create index compartments_proceeding on compartments (proceeding_id, kind);
    create index compartments_organisation on compartments (organisation_id, kind);

    create table proceedings (
      id                      uuid primary key,
      case_id                 uuid not null references cases,
      reference               text not null,
      pathway                 text not null,
      ordinal                 int  not null,
      version                 int  not null,
      organisation_id         uuid not null references organisations,
      parent_id               uuid references proceedings,
      compartment_id          uuid not null references compartments,
      -- Whose readers see that it exists and how it stands, where its own compartment is walled.
      register_compartment_id uuid references compartments,
      state                   text not null,
      tag                     text not null check (tag in ('draft', 'active', 'inactive', 'closed')),
      decided                 boolean not null,
      seq                     int  not null,
      opened_on               date not null,
      closed_on               date,
      disposed_on             date,
      moved_at                timestamptz(3) not null,
      unique (case_id, pathway, ordinal)
    );
    alter table compartments add foreign key (proceeding_id) references proceedings deferrable initially deferred;
    create index proceedings_organisation on proceedings (organisation_id, pathway, tag);
    create index proceedings_parent on proceedings (parent_id);
    create index proceedings_compartment on proceedings (compartment_id);
    create index proceedings_register on proceedings (register_compartment_id);
    create index proceedings_opened_on on proceedings (opened_on, pathway);
    create index proceedings_moved on proceedings (moved_at desc, id);
    create index proceedings_state on proceedings (pathway, version, state) where tag <> 'closed';
    create index proceedings_reference on proceedings (reference);

    -- What the machine needs to know of a proceeding; never a text of what somebody wrote.
    create table snapshots (
      proceeding_id           uuid primary key references proceedings,
      compartment_id          uuid not null references compartments,
      register_compartment_id uuid references compartments,
      context                 jsonb not null
    );
    create index snapshots_compartment on snapshots (compartment_id);
    create index snapshots_register on snapshots (register_compartment_id);

    create table assignments (
      id            bigint primary key generated always as identity,
      case_id       uuid not null references cases,
      proceeding_id uuid not null references proceedings,
      user_id       uuid not null references users,
      role          text not null,
      since_seq     int not null,
      until_seq     int
    );
    create index assignments_user on assignments (user_id, proceeding_id) where until_seq is null;
    create index assignments_proceeding on assignments (proceeding_id, role) where until_seq is null;
    create index assignments_case on assignments (case_id, role);

    create table events (
      case_id        uuid not null references cases,
      seq            int  not null,
      proceeding_id  uuid not null references proceedings,
      pseq           int  not null,
      prior          int  generated always as (nullif(pseq - 1, 0)) stored,
      pathway        text not null,
      version        int  not null,
      from_state     text not null,
      type           text not null,
      to_state       text not null,
      actor_id       uuid not null references users,
      by             text not null,
      party_id       text,
      cause_seq      int,
      form_id        uuid unique,
      at             timestamptz(3) not null,
      acted_on       date not null,
      late           boolean not null,
      compartment_id uuid not null references compartments,
      payload_hash   bytea not null,
      entry_hash     bytea not null,
      hash           bytea not null,
      primary key (case_id, seq),
      unique (proceeding_id, pseq),
      unique (proceeding_id, pseq, to_state),
      check ((pseq = 1) = (from_state = 'none')),
      foreign key (pathway, version, from_state, type, to_state) references legal_transitions,
      foreign key (proceeding_id, prior, from_state) references events (proceeding_id, pseq, to_state),
      foreign key (case_id, cause_seq) references events
    );
    create index events_actor on events (actor_id);
    create index events_compartment on events (compartment_id);
    create index events_cause on events (case_id, cause_seq) where cause_seq is not null;
    create index events_transition on events (pathway, version, from_state, type, to_state);
    alter table proceedings add foreign key (id, seq, state)
      references events (proceeding_id, pseq, to_state) deferrable initially deferred;

    -- Apart from the chain, so that an export can withhold one and still verify.
    create table payloads (
      case_id        uuid not null,
      seq            int  not null,
      compartment_id uuid not null references compartments,
      salt           bytea not null,
      body           jsonb not null,
      primary key (case_id, seq),
      foreign key (case_id, seq) references events
    );
    create index payloads_compartment on payloads (compartment_id);

    create table deadlines (
      id                      uuid primary key default gen_random_uuid(),
      case_id                 uuid not null references cases,
      proceeding_id           uuid not null references proceedings,
      compartment_id          uuid not null references compartments,
      register_compartment_id uuid references compartments,
      rule                    text not null,
      party_id                text not null default '',
      status                  text not null check (status in ('armed', 'paused', 'done', 'lapsed', 'moved')),
      base_on                 date not null,
      base_field              text,
      raw_on                  date not null,
      due_on                  date not null,
      lapses_at               timestamptz not null,
      calendar                text not null,
      steps                   jsonb not null,
      basis                   text[] not null,
      provisional             boolean not null,
      confidence              text not null,
      -- Fixed by the event rather than counted.
      fixed_on                date,
      days_left               int,
      resumed_on              date,
      armed_seq               int not null,
      ended_seq               int,
      moved_from              uuid references deadlines,
      moved_why               text,
      foreign key (case_id, armed_seq) references events,
      foreign key (case_id, ended_seq) references events
    );
    -- One period of a rule runs at a time for a party; deferred, since one statement ends it and starts it afresh.
    alter table deadlines add constraint deadlines_live exclude using btree
      (proceeding_id with =, rule with =, party_id with =) where (status in ('armed', 'paused'))
      deferrable initially deferred;
    create index deadlines_due on deadlines (lapses_at, armed_seq) where status = 'armed';
    create index deadlines_case_due on deadlines (case_id, lapses_at, armed_seq) where status = 'armed';
    create index deadlines_proceeding on deadlines (proceeding_id);
    create index deadlines_compartment on deadlines (compartment_id);
    create index deadlines_register on deadlines (register_compartment_id);
    create index deadlines_armed on deadlines (case_id, armed_seq);
    create index deadlines_ended on deadlines (case_id, ended_seq);
    create index deadlines_moved on deadlines (moved_from);

    create table tasks (
      id                      uuid primary key default gen_random_uuid(),
      case_id                 uuid not null references cases,
      proceeding_id           uuid not null references proceedings,
      compartment_id          uuid not null references compartments,
      register_compartment_id uuid references compartments,
      kind                    text not null,
      role                    text not null,
      opened_seq              int not null,
      opened_at               timestamptz(3) not null,
      closed_seq              int,
      foreign key (case_id, opened_seq) references events,
      foreign key (case_id, closed_seq) references events
    );
    create index tasks_open on tasks (role, opened_at) where closed_seq is null;
    create index tasks_proceeding on tasks (proceeding_id);
    create index tasks_compartment on tasks (compartment_id);
    create index tasks_register on tasks (register_compartment_id);
    create index tasks_opened on tasks (case_id, opened_seq);
    create index tasks_closed on tasks (case_id, closed_seq);

    create table fees (
      id             bigint primary key generated always as identity,
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      kind           text not null,
      stage          text,
      payer          text,
      minor          bigint not null,
      currency       text not null,
      seq            int not null,
      foreign key (case_id, seq) references events
    );
    create index fees_proceeding on fees (proceeding_id);
    create index fees_compartment on fees (compartment_id);
    create index fees_event on fees (case_id, seq);

    create table payments (
      id             bigint primary key generated always as identity,
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      stage          text not null,
      payer          text,
      minor          bigint not null,
      currency       text not null,
      seq            int not null,
      foreign key (case_id, seq) references events
    );
    create index payments_proceeding on payments (proceeding_id);
    create index payments_compartment on payments (compartment_id);
    create index payments_event on payments (case_id, seq);

    create table findings (
      id             bigint primary key generated always as identity,
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      checked        text not null,
      verdict        text not null,
      law            text,
      seq            int not null,
      foreign key (case_id, seq) references events
    );
    create index findings_proceeding on findings (proceeding_id);
    create index findings_compartment on findings (compartment_id);
    create index findings_event on findings (case_id, seq);

    create table documents (
      id             uuid primary key default gen_random_uuid(),
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      kind           text not null,
      name           text,
      body           text,
      seq            int not null,
      carried_from   uuid references documents,
      foreign key (case_id, seq) references events
    );
    create index documents_proceeding on documents (proceeding_id);
    create index documents_compartment on documents (compartment_id);
    create index documents_event on documents (case_id, seq);
    create index documents_carried on documents (carried_from);

    create table notices (
      id             bigint primary key generated always as identity,
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      notice         text not null,
      whom           text not null,
      seq            int not null,
      foreign key (case_id, seq) references events
    );
    create index notices_proceeding on notices (proceeding_id);
    create index notices_compartment on notices (compartment_id);
    create index notices_event on notices (case_id, seq);

    create table closure_days (
      calendar text not null,
      day      date not null,
      primary key (calendar, day)
    );

    -- Cases that the clock could not move, with the reason; the others go on.
    create table stuck_cases (
      case_id   uuid primary key references cases,
      reference text not null,
      error     text not null,
      since     timestamptz not null
    );

    create table drafts (
      id         uuid primary key default gen_random_uuid(),
      user_id    uuid not null references users,
      kind       text not null,
      body       jsonb not null,
      updated_at timestamptz not null
    );
    create index drafts_user on drafts (user_id, updated_at desc);

    create table accesses (
      id      bigint primary key generated always as identity,
      case_id uuid not null references cases,
      user_id uuid not null references users,
      path    text not null,
      at      timestamptz(3) not null
    );
    create index accesses_case on accesses (case_id, at);
    create index accesses_user on accesses (user_id);
  `.execute(db)

  await sql`
    -- Who reads what, in one place: as a party or its agent, by assignment, or by post.
    -- A post reads the files of its organisation; a judge, arbitrator or expert only while nobody is assigned.
    create view readable as
      select c.id as compartment_id
        from representations r join compartments c on c.case_id = r.case_id
       where r.user_id = (select acting_user()) and r.until is null
         and (c.kind in ('file', 'mediation') or (c.kind = 'caucus' and c.party_id = r.party_id))
      union all
      select c.id
        from assignments a join compartments c on c.proceeding_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
         and (c.kind = 'file'
           or (c.kind in ('mediation', 'caucus') and a.role = 'mediator')
           or (c.kind = 'deliberation' and a.role in ('judge', 'appellateJudge', 'arbitrator')))
      union all
      select c.id
        from posts p join compartments c on c.organisation_id = p.organisation_id
       where p.user_id = (select acting_user()) and p.until is null
         and ((c.kind = 'file' and p.role in ('intakeOfficer', 'clerk', 'tribunalSecretary', 'enforcementOfficer'))
           or (c.kind = 'mediation' and p.role = 'mediationCoordinator')
           or (c.kind = 'file' and p.role in ('judge', 'arbitrator', 'lawExpert') and not exists (
                 select from assignments a
                  where a.proceeding_id = c.proceeding_id and a.role = p.role and a.until_seq is null)));

    create function reads_case(given uuid) returns boolean stable security definer
      set search_path = public language sql as
      $$ select exists (select from compartments c join readable r on r.compartment_id = c.id where c.case_id = given) $$;

    do $$
    declare t text;
    begin
      foreach t in array array['cases', 'parties', 'representations', 'compartments', 'proceedings', 'snapshots',
        'assignments', 'events', 'payloads', 'deadlines', 'tasks', 'fees', 'payments', 'findings', 'documents',
        'notices', 'stuck_cases', 'drafts', 'accesses'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy engine_works on %I to engine using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to engine', t);
        execute format('grant select on %I to app', t);
      end loop;
      foreach t in array array['events', 'payloads', 'fees', 'payments', 'findings', 'documents', 'notices'] loop
        execute format('create policy readers on %I for select to app using
          (exists (select from readable r where r.compartment_id = %I.compartment_id))', t, t);
      end loop;
      foreach t in array array['snapshots', 'deadlines'] loop
        execute format('create policy readers on %I for select to app using
          (exists (select from readable r where r.compartment_id in (%I.compartment_id, %I.register_compartment_id)))', t, t, t);
      end loop;
      foreach t in array array['proceedings', 'tasks'] loop
        execute format('create policy readers on %I for select to app using
          (exists (select from readable r where r.compartment_id in (%I.compartment_id, %I.register_compartment_id))
            or (select is_administrator()))', t, t, t);
      end loop;
      foreach t in array array['parties', 'representations', 'assignments'] loop
        execute format('create policy readers on %I for select to app using (reads_case(case_id))', t);
      end loop;
    end $$;
    create policy readers on cases for select to app using (reads_case(id));
    create policy readers on compartments for select to app using
      (exists (select from readable r where r.compartment_id = compartments.id));
    create policy administrators_see on stuck_cases for select to app using ((select is_administrator()));
    create policy own_drafts on drafts to app using (user_id = acting_user()) with check (user_id = acting_user());
    create policy own_accesses on accesses for insert to app with check (user_id = acting_user());
    create policy accesses_seen on accesses for select to app using ((select is_administrator()));
    grant insert, update, delete on drafts to app;
    grant insert on accesses to app;
    grant delete on stuck_cases to engine;
    grant select on readable to app, engine;
    grant select on closure_days, legal_transitions to app, engine;
    grant insert on closure_days to engine;
    grant select, insert, update on case_numbers to engine;

    -- The history of a case is evidence: it is only ever added to.
    revoke update on events from engine;
    create function only_added_to() returns trigger language plpgsql as
      $$ begin raise exception '% is only ever added to', tg_table_name; end $$;
    create trigger only_added_to before update or delete on events
      for each statement execute function only_added_to();
  `.execute(db)
}
