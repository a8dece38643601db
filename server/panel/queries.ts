import { sql } from 'kysely'
import type { Trx } from '../db.ts'
import type { Where } from '../proceedings/fireEvent.ts'

export type Bench = { judges: number | null; jurors: string[]; roll: string[] }

/**
 * Who sits, and which people's assessors of the court, or of the courts below it, could (L23 5, 6, 19; Int. 6): on the
 * roll that day, in no office that shuts out, and with no other part in the dispute.
 */
export async function readBench(
  trx: Trx,
  caseId: string,
  { pathway, ordinal }: Where,
  on: string,
): Promise<Bench | undefined> {
  const { rows } = await sql<Bench>`
    select jsonb_array_length(s.context -> 'facts' -> 'panel') as judges,
      coalesce(s.context -> 'facts' -> 'jurors', '[]') as jurors,
      (select coalesce(jsonb_agg(distinct r.user_id), '[]')
         from roster r
         join users u on u.id = r.user_id and u.active
         join organisations home on home.id = r.organisation_id
        where r.role = 'juror' and p.organisation_id in (home.id, home.appeals_to)
          and is_listed(r.listed_on, r.expires_on, r.removed_on, ${on}::date)
          and not coalesce(s.context -> 'marks' -> 'barred' ? r.user_id::text, false)
          and not exists (select from posts post join organisations o on o.id = post.organisation_id
                where post.user_id = r.user_id and post.until is null and (o.kind = 'court' or post.role = 'arbitrator'))
          and not exists (select from roster other
                where other.user_id = r.user_id and other.role in ('arbitrator', 'lawyer', 'gbaLawyer')
                  and is_listed(other.listed_on, other.expires_on, other.removed_on, ${on}::date))
          and not exists (select from assignments a where a.case_id = p.case_id and a.user_id = r.user_id)
          and not exists (select from representations spoke where spoke.case_id = p.case_id and spoke.user_id = r.user_id)
      ) as roll
      from proceedings p join snapshots s on s.proceeding_id = p.id
     where p.case_id = ${caseId} and p.pathway = ${pathway} and p.ordinal = ${ordinal}
  `.execute(trx)
  return rows[0]
}
