import { sql, type Kysely } from 'kysely'

/** The same parts as before, so written that whether somebody sits already is looked up for all proceedings at once. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
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
       where post.user_id = (select acting_user()) and post.until is null and post.role in (
               'intakeOfficer', 'clerk', 'tribunalSecretary', 'mediationCoordinator', 'enforcementOfficer')
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join proceedings p on p.organisation_id = post.organisation_id
       where post.user_id = (select acting_user()) and post.until is null and post.role not in (
               'intakeOfficer', 'clerk', 'tribunalSecretary', 'mediationCoordinator', 'enforcementOfficer', 'administrator')
         and not exists (select from assignments a
                          where a.role = post.role and a.until_seq is null and a.proceeding_id = p.id)
         and not exists (select from assignments a
                          where a.role = 'judge' and post.role = 'judge' and a.until_seq is null
                            and a.proceeding_id = p.parent_id)
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join proceedings parent on parent.organisation_id = post.organisation_id
        join proceedings p on p.parent_id = parent.id and p.organisation_id <> parent.organisation_id
       where post.user_id = (select acting_user()) and post.until is null
         and (post.role = 'intakeOfficer' or (post.role = 'tribunalSecretary' and p.pathway = 'interimMeasures'))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, true
        from posts post
        join proceedings parent on parent.organisation_id = post.organisation_id
        join proceedings p on p.parent_id = parent.id and p.organisation_id <> parent.organisation_id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'judge'
         and not exists (select from assignments a
                          where a.role = 'judge' and a.until_seq is null and a.proceeding_id = p.id)
         and not exists (select from assignments a
                          where a.role = 'judge' and a.until_seq is null and a.proceeding_id = parent.id)
      union all
      -- A judge above reads an appeal once it is his or hers.
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false, false
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
  `.execute(db)
}
