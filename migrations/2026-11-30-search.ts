import { sql, type Kysely } from 'kysely'

/** The words by which a case is found are made once for all its parties that are entered together, not once for each. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function parties_found_by() returns trigger security definer set search_path = public language plpgsql as $$
      begin
        perform keep_case_search(case_id) from (select distinct case_id from entered) cases;
        return null;
      end $$;
    drop trigger found_by on parties;
    create trigger found_by after insert on parties
      referencing new table as entered for each statement execute function parties_found_by();
    create trigger renamed after update of name on parties
      for each row execute function party_found_by();
  `.execute(db)
}
