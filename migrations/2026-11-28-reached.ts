import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The parties that a proceeding has reached, and that may therefore read its file: whoever filed it, and the others
    -- from when they are served, joined or proceeded against. A walled compartment is none of theirs to read by this.
    alter table compartments add unique (id, kind);
    create table reached (
      compartment_id uuid not null,
      kind           text not null default 'file' check (kind = 'file'),
      party_id       text not null,
      case_id        uuid not null,
      primary key (compartment_id, party_id),
      foreign key (compartment_id, kind) references compartments (id, kind),
      foreign key (case_id, party_id) references parties
    );
    create index reached_party on reached (case_id, party_id, compartment_id);
    alter table reached enable row level security;
    create policy engine_works on reached to engine using (true) with check (true);
    grant select, insert on reached to engine;
  `.execute(db)

  await sql`
    -- As before, but that a party reads what has reached it, and not what is only being prepared against it.
    create or replace view readable as
      select x.compartment_id
        from representations r join reached x on x.case_id = r.case_id and x.party_id = r.party_id
       where r.user_id = (select acting_user()) and r.until is null
      union all
      select c.id
        from mediating m join compartments c on c.proceeding_id = m.proceeding_id
       where c.kind = 'mediation' or (c.kind = 'caucus' and (m.role = 'mediator' or c.party_id = m.party_id))
      union all
      select c.id
        from assignments a join compartments c on c.proceeding_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
         and (c.kind = 'file' or (c.kind = 'deliberation' and (a.role = c.role or (a.role = 'juror' and c.role = 'judge'))))
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
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role = 'judge' and c.kind = 'file'
      union all
      select c.id
        from posts p
        join proceedings arbitration on arbitration.organisation_id = p.organisation_id
        join proceedings measure on measure.parent_id = arbitration.id
        join compartments c on c.proceeding_id = measure.id
       where p.user_id = (select acting_user()) and p.until is null and p.role = 'tribunalSecretary'
         and arbitration.pathway = 'arbitration' and measure.pathway = 'interimMeasures';

    -- As before, with whether it has reached the party: proposed, a mediation has. Nothing waits for the others yet.
    create or replace view parts as
      select p.id as proceeding_id, p.pathway, p.version, p.state, p.tag, p.moved_at,
             coalesce(joined.side, party.side) as role, r.party_id,
             case when r.capacity <> 'self' then r.special_authority end as special_authority,
             coalesce(joined.out, false) and party.side <> 'thirdParty' as out,
             p.pathway = 'mediation' or exists (
               select from reached x
                where x.compartment_id = p.compartment_id and x.party_id = r.party_id) as reached
        from representations r
        join parties party on party.case_id = r.case_id and party.id = r.party_id
        join proceedings p on p.case_id = r.case_id
        join snapshots s on s.proceeding_id = p.id
        left join lateral (
          select one ->> 'side' as side, (one -> 'out')::boolean as out
            from jsonb_array_elements(s.context -> 'parties') one
           where one ->> 'id' = r.party_id) joined on true
       where r.user_id = (select acting_user()) and r.until is null
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null, null, false, true
        from assignments a
        join proceedings p on p.id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null, null, false, true
        from assignments a
        join proceedings p on p.parent_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role in ('judge', 'arbitrator')
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join proceedings p on p.organisation_id = post.organisation_id
       where post.user_id = (select acting_user()) and post.until is null and post.role <> 'administrator'
         and (post.role in ('intakeOfficer', 'clerk', 'tribunalSecretary', 'mediationCoordinator', 'enforcementOfficer')
           or not exists (select from assignments a
                where a.role = post.role and a.until_seq is null
                  and (a.proceeding_id = p.id or (a.proceeding_id = p.parent_id and post.role = 'judge'))))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join proceedings parent on parent.organisation_id = post.organisation_id
        join proceedings p on p.parent_id = parent.id and p.organisation_id <> parent.organisation_id
       where post.user_id = (select acting_user()) and post.until is null
         and (post.role = 'intakeOfficer'
           or (post.role = 'tribunalSecretary' and p.pathway = 'interimMeasures')
           or (post.role = 'judge' and not exists (
                select from assignments a
                 where a.role = 'judge' and a.until_seq is null and a.proceeding_id in (p.id, parent.id))))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join organisations o on o.appeals_to = post.organisation_id
        join proceedings p on p.organisation_id = o.id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'appellateJudge'
         and not exists (select from assignments a
                          where a.role = post.role and a.until_seq is null and a.proceeding_id = p.id)
      union all
      -- The supervisory court has no part in an arbitration that is over.
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join organisations home on home.id = post.organisation_id
        join proceedings p on p.pathway = 'arbitration' and p.tag <> 'closed'
        join snapshots s on s.proceeding_id = p.id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'judge' and home.kind = 'court'
         and s.context -> 'facts' ->> 'supervisoryCourt' = home.code
         and not exists (select from assignments a
                          where a.role = 'judge' and a.until_seq is null and a.proceeding_id in (p.id, p.parent_id));

    create or replace view my_parts as
      select proceeding_id, pathway, version, state, tag, moved_at, role, party_id from parts where not out and reached;
  `.execute(db)
}
