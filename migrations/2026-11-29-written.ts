import { sql, type Kysely } from 'kysely'

/** As before, with the language that a case was filed in, so that a list can say how its title is written. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create or replace view my_cases as
      select p.*, (
          select jsonb_build_object('title', c.title, 'language', c.language, 'claim_minor', c.claim_minor,
                                    'currency', c.currency, 'parties', (
                   select jsonb_agg(jsonb_build_object('side', party.side, 'name', party.name)
                                    order by party.side, party.id)
                     from parties party where party.case_id = c.id))
            from cases c where c.id = p.case_id) as of_case, (
          select coalesce(jsonb_agg(jsonb_build_object('party', d.party_id, 'due', d.due_on, 'lapses', d.lapses_at)), '[]')
            from deadlines d
           where d.proceeding_id = p.id
             and (d.status = 'armed' or (d.status = 'lapsed' and exists (
                   select from tasks t
                    where t.proceeding_id = d.proceeding_id and t.closed_seq is null
                      and t.kind = d.rule || '.lapsed')))) as dates
        from my_proceedings p;
  `.execute(db)
}
