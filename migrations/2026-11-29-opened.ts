import { sql, type Kysely } from 'kysely'

/**
 * Who reads what stays with the view `readable`. Worked out for every row of every table it took most of the time of a
 * page; now it is worked out once for the case that a transaction opens, and row by row for any other.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function reads(compartment uuid) returns boolean
      stable strict parallel safe security definer set search_path = public language sql as $$
      select exists (select from readable r where r.compartment_id = compartment)
    $$;

    -- What the acting person reads of a case, and what not, until the transaction ends. It says no more than who acts.
    create function open_case(given text) returns void
      volatile security definer set search_path = public language plpgsql as $$
      declare
        opened_id uuid;
        mine uuid[];
        others uuid[];
      begin
        with known as materialized (
          select c.case_id, c.id, exists (select from readable r where r.compartment_id = c.id) as is_read
            from compartments c join cases on cases.id = c.case_id
           where cases.reference = given)
        select known.case_id, coalesce(array_agg(known.id) filter (where known.is_read), '{}'),
               coalesce(array_agg(known.id) filter (where not known.is_read), '{}')
          into opened_id, mine, others
          from known
         group by known.case_id;
        perform set_config('app.opened_by', current_setting('app.user_id', true), true),
          set_config('app.opened_case', case when cardinality(mine) > 0 then opened_id::text else '' end, true),
          set_config('app.opened', coalesce(mine::text, '{}'), true),
          set_config('app.shut', coalesce(others::text, '{}'), true);
      end $$;

    -- Written so that it becomes part of the statement that asks. What was opened by somebody else counts for nothing.
    create function sees(compartment uuid) returns boolean stable parallel safe language sql as $$
      select case
        when compartment is null then false
        when current_setting('app.opened_by', true) = current_setting('app.user_id', true)
          and compartment = any (nullif(current_setting('app.opened', true), '')::uuid[]) then true
        when current_setting('app.opened_by', true) = current_setting('app.user_id', true)
          and compartment = any (nullif(current_setting('app.shut', true), '')::uuid[]) then false
        else reads(compartment)
      end
    $$;
    create function sees_case(given uuid) returns boolean stable parallel safe language sql as $$
      select case
        when current_setting('app.opened_by', true) = current_setting('app.user_id', true)
          and given = nullif(current_setting('app.opened_case', true), '')::uuid then true
        else reads_case(given)
      end
    $$;
  `.execute(db)
  for (const table of [
    'documents',
    'events',
    'fees',
    'findings',
    'notes',
    'notices',
    'payloads',
    'payments',
    'disclosed',
  ])
    await sql`alter policy readers on ${sql.table(table)} using (sees(compartment_id))`.execute(db)
  for (const table of ['deadlines', 'snapshots'])
    await sql`alter policy readers on ${sql.table(table)} using (sees(compartment_id) or sees(register_compartment_id))`.execute(
      db,
    )
  for (const table of ['proceedings', 'tasks'])
    await sql`
      alter policy readers on ${sql.table(table)}
        using ((select is_administrator()) or sees(compartment_id) or sees(register_compartment_id))
    `.execute(db)
  for (const table of ['assignments', 'parties', 'representations'])
    await sql`alter policy readers on ${sql.table(table)} using (sees_case(case_id))`.execute(db)
  await sql`
    alter policy readers on cases using (sees_case(id));
    alter policy readers on compartments using (sees(id));
    alter policy readers on disclosures
      using (sees(compartment_id) or (ground = 'leave' and sees(into_compartment_id)));
  `.execute(db)
}
