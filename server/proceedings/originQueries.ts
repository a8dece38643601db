import { sql } from 'kysely'
import type { Facts } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import type { HeldCase, Round } from './queries.ts'
import type { Origin } from './sources.ts'

/** The newest proceeding of a case that the person acting sees, or has a part in. */
export const newestSeen = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('proceedings')
    .select('id')
    .where('case_id', '=', caseId)
    .where(
      sql<boolean>`exists (select from readable r
        where r.compartment_id in (proceedings.compartment_id, proceedings.register_compartment_id))`,
    )
    .orderBy(sql`pathway in ('litigation', 'arbitration')`, 'desc')
    .orderBy('moved_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new NotFound(`case ${caseId}`))

/** All proceedings of a case, as far as a new one may come from them. */
export async function originsOf(trx: Trx, caseId: string): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    select p.id, p.pathway, p.ordinal, p.state, p.tag, p.opened_on, p.moved_at, s.context,
      jsonb_build_object('code', o.code) as organisation
    from proceedings p
    join snapshots s on s.proceeding_id = p.id
    join organisations o on o.id = p.organisation_id
    where p.case_id = ${caseId}
  `.execute(trx)
  return rows
}

/** Copies what comes along from one proceeding into the file of the next; of an agreement only what was signed last. */
export async function carryOver(
  trx: Trx,
  held: HeldCase,
  round: Round,
  from: string,
  kinds: string[],
): Promise<void> {
  await sql`
    insert into documents (case_id, proceeding_id, compartment_id, kind, name, body, seq, carried_from)
    select d.case_id, ${round.id}, ${round.compartment_id}, d.kind, d.name, d.body, ${held.seq}, d.id
      from documents d
     where d.proceeding_id = ${from} and d.kind = any(${kinds})
       and (d.kind <> 'agreement' or not exists (
             select from documents later
              where later.proceeding_id = d.proceeding_id and later.kind = d.kind and later.seq > d.seq))
     order by d.seq
  `.execute(trx)
}

/** The proceeding that another one comes from. */
export async function sourceOf(trx: Trx, caseId: string, { sourcePathway, sourceOrdinal }: Facts) {
  if (sourcePathway === undefined || sourceOrdinal === undefined) return []
  const rows = await trx
    .selectFrom('proceedings')
    .select('id')
    .where('case_id', '=', caseId)
    .where('pathway', '=', sourcePathway)
    .where('ordinal', '=', sourceOrdinal)
    .execute()
  return rows.map(({ id }) => id)
}

/** Measures granted before the suit end with it from the day it is filed. */
export const adopt = (trx: Trx, id: string, parent: Pick<Round, 'id'>) =>
  trx.updateTable('proceedings').set({ parent_id: parent.id }).where('id', '=', id).execute()
