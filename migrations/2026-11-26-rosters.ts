import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- A listing has a beginning and an end, and stays on record when it is over: whoever is listed again gets a new one.
    -- Besides those who may be chosen it keeps the roll of people's assessors and the register of lawyers.
    alter table roster
      drop constraint roster_pkey,
      drop constraint roster_role_check,
      add column id bigint primary key generated always as identity,
      -- The last day of the listing, where it has one: an assessor's term, a licence.
      add column expires_on date,
      add column accreditation text
        check (accreditation in ('hkmaal', 'gbaMediator', 'courtMediator', 'institution')),
      add column born_on date,
      add constraint roster_role_check
        check (role in ('mediator', 'arbitrator', 'lawExpert', 'juror', 'lawyer', 'gbaLawyer')),
      add constraint roster_days_check check (expires_on >= listed_on),
      -- People's assessors are at least 28 (People's Assessors Law 5).
      add constraint roster_juror_check
        check (role <> 'juror' or (born_on is not null and listed_on >= born_on + interval '28 years'));
    create unique index roster_current on roster (user_id, organisation_id, role, listed_on) where removed_on is null;
    create index roster_role on roster (role, user_id) where removed_on is null;

    create function is_listed(listed_on date, expires_on date, removed_on date, on_day date)
      returns boolean immutable parallel safe language sql as $$
      select listed_on <= on_day and (expires_on is null or expires_on >= on_day)
         and (removed_on is null or removed_on > on_day)
    $$;

    -- When somebody was born is nobody's business but of the check above and of the draw.
    revoke select on roster from app;
    grant select (id, user_id, organisation_id, role, origin, style, listed_on, expires_on, removed_on, accreditation)
      on roster to app;

    -- Who spoke for a party, and from when to when, stays on record: a second appointment is a second row, and of a row
    -- nothing changes but that it ends. 'agent' is an agent of whom the filing said no more.
    alter table representations
      drop constraint representations_pkey,
      drop constraint representations_capacity_check,
      add column id bigint primary key generated always as identity,
      add column power_received_on date,
      add column power_form text check (power_form in ('plain', 'attested', 'notarisedHere', 'beforeJudge')),
      add column instance text check (instance in ('first', 'second', 'enforcement', 'all')),
      add column recorded_by uuid references users,
      add column recorded_at timestamptz(3),
      add column ended_by uuid references users,
      add column ended_at timestamptz(3),
      add column ended_why text,
      add constraint representations_capacity_check check (capacity in ('self', 'agent', 'employee', 'lawyer',
        'gbaLawyer', 'foreignLawyer', 'legalServiceWorker', 'relative', 'compatriot', 'recommended')),
      add constraint representations_days_check check (until >= since),
      add constraint representations_end_check check ((ended_by is null) = (ended_at is null)
        and (ended_by is null or until is not null));
    create unique index representations_current on representations (case_id, party_id, user_id) where until is null;
    create index representations_party on representations (case_id, party_id);
    create index representations_recorded on representations (recorded_by);
    create index representations_ended on representations (ended_by);
    revoke update on representations from engine;
    grant update (until, ended_by, ended_at, ended_why) on representations to engine;
  `.execute(db)
}
