import { sql } from 'kysely'

/** What machines need to know about the people whom an act names, on its day; beside a proceeding called `p`. */
export const peopleNamed = (ids: string[], on: string) =>
  ids.length === 0 ? sql`select '{}'::jsonb` : named(ids, on)

const named = (ids: string[], on: string) => sql`
  select coalesce(jsonb_object_agg(u.id, jsonb_build_object(
      'listed', (select coalesce(jsonb_agg(distinct l.role), '[]') from (
          select role from roster
           where user_id = u.id and is_listed(listed_on, expires_on, removed_on, ${on}::date)
          -- Whether somebody mediates, the roster alone says: whoever is struck off it may still have a post.
          union all select role from posts where user_id = u.id and until is null and role <> 'mediator') l),
      'origin', own.origin,
      'style', own.style,
      'mediatedHere', sat.roles ? 'mediator',
      'satHere', sat.roles,
      'leftHere', coalesce(sat.left_bench, false),
      'spokeHere', exists (select from representations r where r.case_id = p.case_id and r.user_id = u.id))), '{}')
    from users u
    left join lateral (
      select origin, style from roster
       where user_id = u.id and is_listed(listed_on, expires_on, removed_on, ${on}::date)
       order by role <> 'mediator', listed_on desc, id desc limit 1) own on true
    cross join lateral (
      select coalesce(jsonb_agg(distinct a.role), '[]') as roles,
             bool_and(a.until_seq is not null) filter (where a.proceeding_id = p.id and a.role = 'judge') as left_bench
        from assignments a where a.case_id = p.case_id and a.user_id = u.id) sat
   where u.id = any(${ids}::uuid[])`
