import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Each bench deliberates alone: a court of appeal reads nothing of the first instance's, nor the supervisory court
    -- of the tribunal's.
    alter table compartments add column role text;
    update compartments c set role = case p.pathway when 'arbitration' then 'arbitrator' else 'judge' end
      from proceedings p where p.id = c.proceeding_id and c.kind = 'deliberation';
    insert into compartments (case_id, proceeding_id, organisation_id, kind, role)
    select c.case_id, c.proceeding_id, c.organisation_id, c.kind,
           case c.role when 'arbitrator' then 'judge' else 'appellateJudge' end
      from compartments c where c.kind = 'deliberation';
    alter table compartments add check ((kind = 'deliberation') = (role is not null));
    alter table compartments add unique (id, proceeding_id, case_id);

    -- Cases that the person acting decides, or whose court or institution he or she serves: whoever does reads nothing
    -- of their mediations, not even of one that he or she held (L6 16, 22; Cap. 609 s.33).
    create view deciding as
      select a.case_id
        from assignments a
       where a.user_id = (select acting_user()) and a.until_seq is null
         and a.role in ('judge', 'appellateJudge', 'juror', 'arbitrator')
      union all
      select p.case_id
        from posts post join proceedings p on p.organisation_id = post.organisation_id
       where post.user_id = (select acting_user()) and post.until is null and p.pathway <> 'mediation'
         and post.role in ('judge', 'appellateJudge', 'clerk', 'intakeOfficer', 'tribunalSecretary', 'enforcementOfficer');

    -- The parties that take part in a proceeding; others of the case may be outside it.
    create view in_play as
      select s.proceeding_id, party ->> 'id' as party_id
        from snapshots s cross join lateral jsonb_array_elements(s.context -> 'parties') party
       where not (party -> 'out')::boolean;

    -- The mediations that the person acting takes part in, and whether he or she can give a consent there (CPL 62).
    create view mediating as
      select c.proceeding_id, 'party' as role, r.party_id, r.capacity = 'self' or r.special_authority as may_consent
        from representations r
        join compartments c on c.case_id = r.case_id and c.kind = 'mediation'
       where r.user_id = (select acting_user()) and r.until is null
         and exists (select from in_play i where i.proceeding_id = c.proceeding_id and i.party_id = r.party_id)
      union all
      select a.proceeding_id, 'mediator', null, true
        from assignments a
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role = 'mediator'
         and not exists (select from deciding d where d.case_id = a.case_id);

    -- As before, but for what is walled: a mediation is for those who take part in it, a deliberation for its own bench.
    create or replace view readable as
      select c.id as compartment_id
        from representations r join compartments c on c.case_id = r.case_id
       where r.user_id = (select acting_user()) and r.until is null and c.kind = 'file'
      union all
      select c.id
        from mediating m join compartments c on c.proceeding_id = m.proceeding_id
       where c.kind = 'mediation' or (c.kind = 'caucus' and (m.role = 'mediator' or c.party_id = m.party_id))
      union all
      select c.id
        from assignments a join compartments c on c.proceeding_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
         and (c.kind = 'file' or (c.kind = 'deliberation' and a.role = c.role))
      union all
      select c.id
        from posts p join compartments c on c.organisation_id = p.organisation_id
       where p.user_id = (select acting_user()) and p.until is null
         and ((c.kind = 'file' and p.role in ('intakeOfficer', 'clerk', 'tribunalSecretary', 'enforcementOfficer'))
           or (c.kind = 'mediation' and p.role = 'mediationCoordinator'
             and not exists (select from deciding d where d.case_id = c.case_id))
           or (c.kind = 'file' and p.role in ('judge', 'arbitrator', 'lawExpert') and not exists (
                 select from assignments a
                  where a.proceeding_id = c.proceeding_id and a.role = p.role and a.until_seq is null)
             -- An expert speaks on the foreign law, and sees only where it is ascertained (L5 7(3)).
             and (p.role <> 'lawExpert' or exists (
                 select from proceedings law
                  where law.id = c.proceeding_id and law.pathway = 'lawAscertainment'))))
      union all
      -- Those who judge a suit read what is ascertained and secured for it.
      select c.id
        from assignments a
        join proceedings own on own.parent_id = a.proceeding_id
        join compartments c on c.proceeding_id = own.id
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role = 'judge' and c.kind = 'file';

    -- What is said and written behind a wall. It moves no case, so it is no event; and it is only ever added to.
    create table notes (
      id             uuid primary key,
      case_id        uuid not null,
      proceeding_id  uuid not null,
      compartment_id uuid not null,
      kind           text not null check (kind in ('message', 'sessionNote', 'draftAgreement', 'proposal',
                       'proposalRequest', 'caucusNote', 'offer', 'panelNote', 'draftDecision')),
      body           text not null,
      minor          bigint check (minor >= 0),
      currency       text,
      -- Whether the mediator may pass on to the others what was said to her alone.
      may_convey     boolean,
      refers_to      uuid,
      author_id      uuid not null references users,
      role           text not null,
      party_id       text,
      at             timestamptz(3) not null,
      unique (id, compartment_id),
      foreign key (compartment_id, proceeding_id, case_id) references compartments (id, proceeding_id, case_id),
      foreign key (refers_to, compartment_id) references notes (id, compartment_id),
      foreign key (case_id, party_id) references parties,
      check ((minor is null) = (currency is null)),
      check (minor is null or kind = 'offer'),
      check ((may_convey is not null) = (kind in ('caucusNote', 'offer')))
    );
    create index notes_compartment on notes (compartment_id, at desc, id);
    create index notes_refers_to on notes (refers_to);
    create index notes_author on notes (author_id);
    create trigger only_added_to before update or delete on notes
      for each statement execute function only_added_to();

    -- Who may write what, and where; nobody once the proceeding is closed.
    create view writable as
      select c.id as compartment_id, part.role, part.party_id, own.kind
        from compartments c
        join proceedings p on p.id = c.proceeding_id
        cross join lateral (
          select m.role, m.party_id from mediating m
           where m.proceeding_id = c.proceeding_id and (m.party_id is null or c.party_id is null or c.party_id = m.party_id)
          union
          select a.role, null from assignments a
           where a.proceeding_id = c.proceeding_id and a.role = c.role and a.user_id = (select acting_user())
             and a.until_seq is null) part
        join (values ('mediation', 'mediator', 'message'), ('mediation', 'mediator', 'sessionNote'),
                     ('mediation', 'mediator', 'draftAgreement'), ('mediation', 'mediator', 'proposal'),
                     ('mediation', 'party', 'message'), ('mediation', 'party', 'draftAgreement'),
                     ('mediation', 'party', 'proposalRequest'),
                     ('caucus', 'mediator', 'caucusNote'), ('caucus', 'mediator', 'offer'),
                     ('caucus', 'party', 'caucusNote'), ('caucus', 'party', 'offer'),
                     ('deliberation', 'judge', 'panelNote'), ('deliberation', 'judge', 'draftDecision'),
                     ('deliberation', 'appellateJudge', 'panelNote'), ('deliberation', 'appellateJudge', 'draftDecision'),
                     ('deliberation', 'arbitrator', 'panelNote'), ('deliberation', 'arbitrator', 'draftDecision')
             ) own (room, role, kind) on own.room = c.kind and own.role = part.role
       where p.tag <> 'closed';

    -- Asked for by somebody who can read it, on a ground of Cap. 620 s.8 or by consent (L6 22): that a note or a
    -- document leaves the mediation for the file of another proceeding.
    create table disclosures (
      id                  uuid primary key,
      case_id             uuid not null,
      proceeding_id       uuid not null,
      compartment_id      uuid not null,
      note_id             uuid references notes,
      document_id         uuid references documents,
      ground              text not null check (ground in ('consent', 'leave', 'danger', 'requiredByLaw', 'lawfullyPublic',
                            'discoverable')),
      reason              text not null,
      into_proceeding_id  uuid not null references proceedings,
      into_compartment_id uuid not null references compartments,
      asked_by            uuid not null references users,
      role                text not null,
      party_id            text,
      at                  timestamptz(3) not null,
      foreign key (compartment_id, proceeding_id, case_id) references compartments (id, proceeding_id, case_id),
      check ((note_id is null) <> (document_id is null))
    );
    create index disclosures_compartment on disclosures (compartment_id, at desc);
    create index disclosures_into on disclosures (into_compartment_id) where ground = 'leave';
    create index disclosures_into_proceeding on disclosures (into_proceeding_id);
    create index disclosures_note on disclosures (note_id);
    create index disclosures_document on disclosures (document_id);
    create index disclosures_asked_by on disclosures (asked_by);

    create table disclosure_answers (
      disclosure_id uuid not null references disclosures,
      role          text not null,
      party_id      text,
      user_id       uuid not null references users,
      agrees        boolean not null,
      at            timestamptz(3) not null
    );
    create unique index disclosure_answers_once
      on disclosure_answers (disclosure_id, role, coalesce(party_id, user_id::text));
    create index disclosure_answers_user on disclosure_answers (user_id);

    -- The copy, in the file that it came into, with where it comes from and by whose leave.
    create table disclosed (
      id             uuid primary key references disclosures,
      case_id        uuid not null references cases,
      proceeding_id  uuid not null references proceedings,
      compartment_id uuid not null references compartments,
      from_ordinal   int  not null,
      kind           text not null,
      body           text not null,
      minor          bigint,
      currency       text,
      author_id      uuid not null references users,
      author_role    text not null,
      author_party   text,
      written_at     timestamptz(3) not null,
      ground         text not null,
      reason         text not null,
      asked_by       uuid not null references users,
      answers        jsonb not null,
      at             timestamptz(3) not null
    );
    create index disclosed_compartment on disclosed (compartment_id);
    create index disclosed_proceeding on disclosed (proceeding_id, at);
    create index disclosed_case on disclosed (case_id);
    create index disclosed_author on disclosed (author_id);
    create index disclosed_asked_by on disclosed (asked_by);

    do $$
    declare t text;
    begin
      foreach t in array array['disclosures', 'disclosure_answers', 'disclosed'] loop
        execute format('create trigger only_added_to before update or delete on %I
          for each statement execute function only_added_to()', t);
      end loop;
      foreach t in array array['notes', 'disclosures', 'disclosure_answers', 'disclosed'] loop
        execute format('alter table %I enable row level security', t);
        execute format('grant select on %I to app', t);
      end loop;
      foreach t in array array['notes', 'disclosed'] loop
        execute format('create policy readers on %I for select to app using
          (exists (select from readable r where r.compartment_id = %I.compartment_id))', t, t);
      end loop;
    end $$;

    -- What leaves goes into the open file of the proceeding that sent the case to mediation, else the newest there is.
    create function disclosed_into(mediation uuid)
      returns table (proceeding_id uuid, compartment_id uuid, pathway text, ordinal int) stable security definer
      set search_path = public language sql as $$
      select p.id, p.compartment_id, p.pathway, p.ordinal
        from proceedings m
        join proceedings p on p.case_id = m.case_id and p.tag <> 'closed'
        join compartments c on c.id = p.compartment_id and c.kind = 'file'
       where m.id = mediation and m.pathway = 'mediation'
         and exists (select from readable r where r.compartment_id = m.compartment_id)
       order by p.id is not distinct from m.parent_id desc, p.opened_on desc, p.ordinal desc
       limit 1
    $$;

    -- Whose word it takes: by consent that of every party and every mediator, each for itself; the leave of the court
    -- that of its judge (s.10); on the other grounds of s.8(2) the mediator's.
    create function answers_needed(given uuid) returns table (role text, party_id text, user_id uuid)
      stable security definer set search_path = public language sql as $$
      select 'party', i.party_id, null::uuid
        from disclosures d join in_play i on i.proceeding_id = d.proceeding_id
       where d.id = given and d.ground = 'consent'
      union all
      select 'mediator', null, a.user_id
        from disclosures d
        left join assignments a on a.proceeding_id = d.proceeding_id and a.role = 'mediator' and a.until_seq is null
       where d.id = given and d.ground <> 'leave'
      union all
      select 'judge', null, null from disclosures d where d.id = given and d.ground = 'leave'
    $$;

    -- What it is that would leave, without a word of it: whoever is to consent need not be able to read it.
    create function disclosure_subject(given uuid)
      returns table (kind text, room text, room_party text, author_id uuid, role text, party_id text, at timestamptz)
      stable security definer set search_path = public language sql as $$
      select what.kind, c.kind, c.party_id, what.author_id, what.role, what.party_id, what.at
        from disclosures d
        join (
          select n.id, n.compartment_id, n.kind, n.author_id, n.role, n.party_id, n.at from notes n
          union all
          select t.id, t.compartment_id, t.kind, e.actor_id, e.by, e.party_id, e.at
            from documents t join events e on e.case_id = t.case_id and e.seq = t.seq) what
          on what.id in (d.note_id, d.document_id)
        join compartments c on c.id = what.compartment_id
       where d.id = given and exists (
               select from readable r where r.compartment_id in (d.compartment_id, d.into_compartment_id))
    $$;

    create policy writers on notes for insert to app with check (
      author_id = (select acting_user()) and exists (
        select from writable w
         where w.compartment_id = notes.compartment_id and w.kind = notes.kind and w.role = notes.role
           and w.party_id is not distinct from notes.party_id));

    -- A judge who is asked for leave reads why, and not what.
    create policy readers on disclosures for select to app using (
      exists (select from readable r where r.compartment_id = disclosures.compartment_id
                 or (disclosures.ground = 'leave' and r.compartment_id = disclosures.into_compartment_id)));
    create policy askers on disclosures for insert to app with check (
      asked_by = (select acting_user())
      and exists (select from mediating m where m.proceeding_id = disclosures.proceeding_id
                     and m.role = disclosures.role and m.party_id is not distinct from disclosures.party_id)
      and exists (select from compartments c where c.id = disclosures.compartment_id and c.kind = 'mediation')
      and exists (select from disclosed_into(disclosures.proceeding_id) target
                   where target.proceeding_id = disclosures.into_proceeding_id
                     and target.compartment_id = disclosures.into_compartment_id)
      and (exists (select from notes n where n.id = disclosures.note_id and n.proceeding_id = disclosures.proceeding_id)
        or exists (select from documents t
                    where t.id = disclosures.document_id and t.proceeding_id = disclosures.proceeding_id)));

    create policy readers on disclosure_answers for select to app using (
      exists (select from disclosures d where d.id = disclosure_answers.disclosure_id));
    create policy answerers on disclosure_answers for insert to app with check (
      user_id = (select acting_user())
      and exists (select from answers_needed(disclosure_id) needed
                   where needed.role = disclosure_answers.role
                     and needed.party_id is not distinct from disclosure_answers.party_id
                     and coalesce(needed.user_id = disclosure_answers.user_id, needed.role <> 'mediator'))
      and exists (
        select from disclosures d
         where d.id = disclosure_answers.disclosure_id
           and (exists (select from mediating m
                         where m.proceeding_id = d.proceeding_id and m.role = disclosure_answers.role and m.may_consent
                           and m.party_id is not distinct from disclosure_answers.party_id)
             or (disclosure_answers.role = 'judge' and exists (
                   select from assignments a
                    where a.proceeding_id = d.into_proceeding_id and a.role = 'judge' and a.until_seq is null
                      and a.user_id = (select acting_user()))))));

    grant insert on notes, disclosures, disclosure_answers to app;
    grant select on mediating, writable to app;

    -- Only with the last word that it takes does the copy come into the file, and nobody else can put one there.
    -- Answers given at once wait for each other, so that the last of them sees the others.
    create function disclose() returns trigger security definer set search_path = public language plpgsql as $$
    declare d disclosures%rowtype;
    begin
      select * into d from disclosures where id = new.disclosure_id for update;
      if exists (select from disclosure_answers a where a.disclosure_id = d.id and not a.agrees)
         or exists (
           select from answers_needed(d.id) needed
            where not exists (
              select from disclosure_answers a
               where a.disclosure_id = d.id and a.role = needed.role
                 and a.party_id is not distinct from needed.party_id
                 and coalesce(a.user_id = needed.user_id, needed.role <> 'mediator'))) then
        return null;
      end if;
      insert into disclosed (id, case_id, proceeding_id, compartment_id, from_ordinal, kind, body, minor, currency,
        author_id, author_role, author_party, written_at, ground, reason, asked_by, answers, at)
      select d.id, d.case_id, d.into_proceeding_id, d.into_compartment_id, m.ordinal, what.kind, what.body, what.minor,
             what.currency, what.author_id, what.role, what.party_id, what.at, d.ground, d.reason, d.asked_by,
             (select jsonb_agg(jsonb_build_object('role', a.role, 'party', a.party_id, 'user', a.user_id, 'at', a.at)
                       order by a.at)
                from disclosure_answers a where a.disclosure_id = d.id), new.at
        from proceedings m
        join (
          select n.kind, n.body, n.minor, n.currency, n.author_id, n.role, n.party_id, n.at
            from notes n where n.id = d.note_id
          union all
          select t.kind, coalesce(t.body, ''), null, null, e.actor_id, e.by, e.party_id, e.at
            from documents t join events e on e.case_id = t.case_id and e.seq = t.seq
           where t.id = d.document_id) what on true
       where m.id = d.proceeding_id
      on conflict do nothing;
      return null;
    end $$;
    create trigger discloses after insert on disclosure_answers for each row execute function disclose();
  `.execute(db)
}
