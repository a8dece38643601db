import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- As before, but that people's assessors deliberate with the judges whom they sit beside (CPL 40; L23). They write
    -- down what they think; the decision is drafted by the judges.
    create or replace view readable as
      select c.id as compartment_id
        from representations r join compartments c on c.case_id = r.case_id
       where r.user_id = (select acting_user()) and r.until is null and c.kind = 'file'
         and not exists (
           select from proceedings measure join snapshots s on s.proceeding_id = measure.id
            where measure.id = c.proceeding_id and measure.pathway = 'interimMeasures'
              and measure.state not in ('inForce', 'lifted', 'converted')
              and not jsonb_exists(coalesce(s.context -> 'marks' -> 'applicant', '[]'), r.party_id)
              and not jsonb_exists(coalesce(s.context -> 'marks' -> 'served', '[]'), r.party_id))
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

    create or replace view writable as
      select c.id as compartment_id, part.role, part.party_id, own.kind
        from compartments c
        join proceedings p on p.id = c.proceeding_id
        cross join lateral (
          select m.role, m.party_id from mediating m
           where m.proceeding_id = c.proceeding_id and (m.party_id is null or c.party_id is null or c.party_id = m.party_id)
          union
          select a.role, null from assignments a
           where a.proceeding_id = c.proceeding_id and a.user_id = (select acting_user())
             and (a.role = c.role or (a.role = 'juror' and c.role = 'judge'))
             and a.until_seq is null) part
        join (values ('mediation', 'mediator', 'message'), ('mediation', 'mediator', 'sessionNote'),
                     ('mediation', 'mediator', 'draftAgreement'), ('mediation', 'mediator', 'proposal'),
                     ('mediation', 'party', 'message'), ('mediation', 'party', 'draftAgreement'),
                     ('mediation', 'party', 'proposalRequest'),
                     ('caucus', 'mediator', 'caucusNote'), ('caucus', 'mediator', 'offer'),
                     ('caucus', 'party', 'caucusNote'), ('caucus', 'party', 'offer'),
                     ('deliberation', 'juror', 'panelNote'), ('deliberation', 'judge', 'panelNote'),
                     ('deliberation', 'judge', 'draftDecision'),
                     ('deliberation', 'appellateJudge', 'panelNote'), ('deliberation', 'appellateJudge', 'draftDecision'),
                     ('deliberation', 'arbitrator', 'panelNote'), ('deliberation', 'arbitrator', 'draftDecision')
             ) own (room, role, kind) on own.room = c.kind and own.role = part.role
       where p.tag <> 'closed';
  `.execute(db)
}
