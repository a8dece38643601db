import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The pool acts as app, which reads under row-level security; events are written as engine.
    do $$ begin
      if not exists (select from pg_roles where rolname = 'app') then create role app nologin noinherit; end if;
      if not exists (select from pg_roles where rolname = 'engine') then create role engine nologin; end if;
      grant engine to app;
      execute format('grant app to %I', current_user);
    end $$;
    grant usage on schema public to app, engine;

    create function acting_user() returns uuid stable parallel safe language sql as
      $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

    create table organisations (
      id         uuid primary key default gen_random_uuid(),
      code       text not null unique,
      kind       text not null check (kind in ('court', 'mediation', 'arbitration', 'expert', 'platform')),
      name       jsonb not null,
      appeals_to uuid references organisations
    );
    create index organisations_appeals_to on organisations (appeals_to);

    create table users (
      id            uuid primary key default gen_random_uuid(),
      email         text not null,
      name          jsonb not null,
      password_hash text not null,
      language      text not null default 'en' check (language in ('en', 'zh-Hans', 'zh-Hant')),
      active        boolean not null default true,
      created_at    timestamptz not null
    );
    create unique index users_email on users (lower(email));

    -- What a person does in an organisation.
    create table posts (
      user_id         uuid not null references users,
      organisation_id uuid not null references organisations,
      role            text not null,
      since           date not null,
      until           date,
      primary key (user_id, organisation_id, role)
    );
    create index posts_organisation on posts (organisation_id, role);

    -- Who may be chosen as mediator, arbitrator or expert, and by whom they are listed.
    create table roster (
      user_id         uuid not null references users,
      organisation_id uuid not null references organisations,
      role            text not null check (role in ('mediator', 'arbitrator', 'lawExpert')),
      origin          text not null,
      style           text check (style in ('facilitative', 'evaluative')),
      listed_on       date not null,
      removed_on      date,
      primary key (user_id, organisation_id, role)
    );
    create index roster_organisation on roster (organisation_id, role);

    create function is_administrator() returns boolean stable security definer
      set search_path = public language sql as
      $$ select exists (select from posts where user_id = acting_user() and role = 'administrator' and until is null) $$;

    -- Sign-in happens before anybody is acting, so it asks through this and learns one row.
    create function credentials(given text) returns table (id uuid, password_hash text) stable security definer
      set search_path = public language sql as
      $$ select id, password_hash from users where lower(email) = lower(given) and active $$;

    create table web_sessions (
      sid    varchar primary key,
      sess   json not null,
      expire timestamp(6) not null
    );
    create index web_sessions_expire on web_sessions (expire);

    create table rate_limits (
      key    varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    alter table users enable row level security;
    alter table posts enable row level security;
    alter table roster enable row level security;
    alter table organisations enable row level security;
    create policy everybody_reads on users for select to app using (true);
    create policy everybody_reads on posts for select to app using (true);
    create policy everybody_reads on roster for select to app using (true);
    create policy everybody_reads on organisations for select to app using (true);
    create policy own_preferences on users for update to app using (id = acting_user());
    create policy administrators_keep on users to app
      using ((select is_administrator())) with check ((select is_administrator()));
    create policy administrators_keep on posts to app
      using ((select is_administrator())) with check ((select is_administrator()));
    create policy administrators_keep on roster to app
      using ((select is_administrator())) with check ((select is_administrator()));
    create policy administrators_keep on organisations to app
      using ((select is_administrator())) with check ((select is_administrator()));
    create policy engine_works on users to engine using (true);
    create policy engine_works on posts to engine using (true);
    create policy engine_works on roster to engine using (true);
    create policy engine_works on organisations to engine using (true);

    grant select (id, email, name, language, active, created_at),
          insert (email, name, password_hash, language, active, created_at),
          update (email, name, password_hash, language, active) on users to app;
    grant select, insert, update on posts, roster, organisations to app;
    grant select, insert, update, delete on web_sessions, rate_limits to app;
    grant select (id, email, name, language, active, created_at) on users to engine;
    grant select on posts, organisations to engine;
    grant select, update on roster to engine;
  `.execute(db)
}
