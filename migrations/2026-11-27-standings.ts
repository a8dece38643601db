import { sql, type Kysely } from 'kysely'

/**
 * How the proceedings stood that were there before standings were kept, as far as they themselves tell: active from
 * the day they were opened, inactive since they last moved, disposed of on the day they were. What stood between is
 * not known.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    with before as (
      select p.id, p.pathway, p.organisation_id, p.opened_on, standing_of(p.tag, p.decided) as standing,
             greatest(p.opened_on, coalesce(
               case when standing_of(p.tag, p.decided) = 'disposed' then coalesce(p.disposed_on, p.closed_on) end,
               (p.moved_at at time zone 'Asia/Shanghai')::date)) as turned_on
        from proceedings p
       where standing_of(p.tag, p.decided) <> 'none'
         and not exists (select from standings s where s.proceeding_id = p.id))
    insert into standings (proceeding_id, ordinal, pathway, organisation_id, standing, previous, spell, since, until)
    select id, 1, pathway, organisation_id, 'active', 'none', 1, opened_on,
           case when standing <> 'active' then turned_on end
      from before
    union all
    select id, 2, pathway, organisation_id, standing, 'active', 1, turned_on, null
      from before where standing <> 'active'
  `.execute(db)
}
