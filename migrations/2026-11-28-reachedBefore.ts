import { sql, type Kysely } from 'kysely'

/**
 * Whom the proceedings had reached that were there before this was kept: by what the parties themselves did, by what
 * was served on them, and by what was done against them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    with files as (
      select p.id, p.case_id, p.compartment_id, p.parent_id, p.pathway, p.state, s.context
        from proceedings p join snapshots s on s.proceeding_id = p.id
       where p.pathway <> 'mediation'),
    known as (
      select compartment_id, case_id, party ->> 'id' as party_id
        from files, jsonb_array_elements(context -> 'parties') party
       where (pathway in ('litigation', 'arbitration') and party ->> 'side' = 'claimant')
          or (pathway in ('litigation', 'arbitration') and party ->> 'side' = 'thirdParty' and not (party -> 'out')::boolean)
          or (pathway = 'judicialConfirmation' and not (party -> 'out')::boolean)
          or (pathway = 'interimMeasures' and state in ('inForce', 'lifted', 'converted'))
          or (pathway = 'enforcement' and exists (
               select from events e where e.proceeding_id = files.id
                  and e.to_state in ('executing', 'settledExec', 'terminatedThisRound', 'completed')))
      union
      select compartment_id, case_id, jsonb_array_elements_text(context -> 'marks' -> mark)
        from files, unnest(array['served', 'applicant', 'notified']) mark
       where jsonb_exists(context -> 'marks', mark)
      union
      select f.compartment_id, f.case_id, who.party_id
        from files f
        join events e on e.proceeding_id = f.id
        join payloads own on own.case_id = e.case_id and own.seq = e.seq
       cross join lateral (
          values (e.party_id),
                 (case when own.body ->> 'receivedOn' is not null then own.body ->> 'party' end),
                 (case when e.type in ('joinParty', 'substituteParty')
                       then coalesce(own.body ->> 'partyId', own.body ->> 'incoming') end)) who (party_id)
       where who.party_id is not null),
    -- Those who take part in a suit take part in finding out what law governs it.
    spread as (
      select compartment_id, case_id, party_id from known
      union
      select law.compartment_id, law.case_id, known.party_id
        from files law
        join files suit on suit.id = law.parent_id
        join known on known.compartment_id = suit.compartment_id
       where law.pathway = 'lawAscertainment')
    insert into reached (compartment_id, party_id, case_id)
    select s.compartment_id, s.party_id, s.case_id
      from spread s join parties p on p.case_id = s.case_id and p.id = s.party_id
    on conflict do nothing
  `.execute(db)
}
