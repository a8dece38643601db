import { sql, type Kysely } from 'kysely'

/**
 * Who plays which part where, for lists: with third parties that have not joined, the supervisory court, and whoever
 * forwards an application for measures. The engine asks the same of one proceeding, in a form that is faster for one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The parts of the person acting: for a party (also one that is out of it, or not yet in); by assignment; or by a
    -- post in the organisation that handles the proceeding, in its parent's, in the court of appeal or in the
    -- supervisory court. Once somebody is assigned to sit, mediate or advise, only they do; desks serve everybody.
    create view parts as
      select p.id as proceeding_id, p.pathway, p.version, p.state, p.tag, p.moved_at,
             coalesce(joined.side, party.side) as role, r.party_id,
             case when r.capacity <> 'self' then r.special_authority end as special_authority,
             coalesce(joined.out, false) and party.side <> 'thirdParty' as out
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
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null, null, false
        from assignments a
        join proceedings p on p.id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, a.role, null, null, false
        from assignments a
        join proceedings p on p.parent_id = a.proceeding_id
       where a.user_id = (select acting_user()) and a.until_seq is null and a.role in ('judge', 'arbitrator')
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false
        from posts post
        join proceedings p on p.organisation_id = post.organisation_id
       where post.user_id = (select acting_user()) and post.until is null and post.role <> 'administrator'
         and (post.role in ('intakeOfficer', 'clerk', 'tribunalSecretary', 'mediationCoordinator', 'enforcementOfficer')
           or not exists (select from assignments a
                where a.role = post.role and a.until_seq is null
                  and (a.proceeding_id = p.id or (a.proceeding_id = p.parent_id and post.role = 'judge'))))
      union all
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false
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
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false
        from posts post
        join organisations o on o.appeals_to = post.organisation_id
        join proceedings p on p.organisation_id = o.id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'appellateJudge'
         and not exists (select from assignments a
                          where a.role = post.role and a.until_seq is null and a.proceeding_id = p.id)
      union all
      -- The supervisory court has no part in an arbitration that is over.
      select p.id, p.pathway, p.version, p.state, p.tag, p.moved_at, post.role, null, null, false
        from posts post
        join organisations home on home.id = post.organisation_id
        join proceedings p on p.pathway = 'arbitration' and p.tag <> 'closed'
        join snapshots s on s.proceeding_id = p.id
       where post.user_id = (select acting_user()) and post.until is null and post.role = 'judge' and home.kind = 'court'
         and s.context -> 'facts' ->> 'supervisoryCourt' = home.code
         and not exists (select from assignments a
                          where a.role = 'judge' and a.until_seq is null and a.proceeding_id in (p.id, p.parent_id));

    create or replace view my_parts as
      select proceeding_id, pathway, version, state, tag, moved_at, role, party_id from parts where not out;
  `.execute(db)
}
