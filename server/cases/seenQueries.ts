import { sql } from 'kysely'
import type { PartyFacts } from '../../workflows/rules/facts.ts'
import type { Part } from '../../workflows/step.ts'
import type { Context, PathwayName, Role } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Trx } from '../db.ts'
import { partsOf } from '../proceedings/queries.ts'

export type CaseRow = {
  id: string
  reference: string
  title: string
  language: string
  claim_minor: number
  currency: string
  filed_on: string
  parties: (Omit<PartyFacts, 'name' | 'registration'> & {
    name: Names
    registration: PartyFacts['registration'] | null
    agents: { name: Names; capacity: string }[]
  })[]
}

const caseAt = (reference: string) => sql`
  select id, reference, title, language, claim_minor, currency, filed_on,
    (select jsonb_agg(to_jsonb(p) || jsonb_build_object('agents', (
              select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'capacity', r.capacity) order by r.id), '[]')
                from representations r join users u on u.id = r.user_id
               where r.case_id = p.case_id and r.party_id = p.id and r.until is null and r.capacity <> 'self'))
              order by p.side, p.id)
       from parties p where p.case_id = cases.id) as parties
  from cases where reference = ${reference}`

/** The case itself; nobody who only keeps the register sees it. */
export async function findCase(trx: Trx, reference: string): Promise<CaseRow | undefined> {
  await openCase(trx, reference)
  const { rows } = await sql<CaseRow>`${caseAt(reference)}`.execute(trx)
  return rows[0]
}

/** A proceeding as far as its reader sees it: perhaps only that it is there, and how it stands. */
export type Standing = {
  id: string
  case_id: string
  reference: string
  pathway: PathwayName
  ordinal: number
  version: number
  organisation: { id: string; code: string; name: Names }
  parent_id: string | null
  state: string
  tag: string
  decided: boolean
  seq: number
  opened_on: string
  closed_on: string | null
  moved_at: Date
  context: Context | null
  /** Whether the reader sees what happens in it. */
  inside: boolean
  parts: Part[]
}

/** Works out once what the reader sees of a case, for all that is read of it in this transaction. */
export const openCase = (trx: Trx, reference: string) => sql`select open_case(${reference})`.execute(trx)

/** Every proceeding of a case that the reader sees, with the case. */
export async function standingsOf(
  trx: Trx,
  reference: string,
): Promise<{ thisCase: CaseRow | undefined; standings: Standing[] }> {
  const { rows } = await sql<
    Omit<Standing, 'parts'> & {
      parts: { role: Role; party: string | null; special_authority: boolean | null }[]
      this_case: CaseRow | null
    }
  >`
    select p.id, p.case_id, p.reference, p.pathway, p.ordinal, p.version, p.parent_id, p.state, p.tag, p.decided, p.seq,
      p.opened_on, p.closed_on, p.moved_at, s.context,
      jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name) as organisation,
      sees(p.compartment_id) as inside,
      (select coalesce(jsonb_agg(to_jsonb(parts) order by parts.party nulls last), '[]')
         from (${partsOf}) parts (role, party, special_authority)) as parts,
      (select to_jsonb(this_case) from (${caseAt(reference)}) this_case) as this_case
    from proceedings p
    join organisations o on o.id = p.organisation_id
    left join snapshots s on s.proceeding_id = p.id
    left join proceedings parent on parent.id = p.parent_id
    where p.reference = ${reference}
    order by p.opened_on, p.pathway, p.ordinal
  `.execute(trx)
  const standings = rows.map(({ this_case: _, ...row }) => ({
    ...row,
    parts: row.parts.map(({ role, party, special_authority }) => ({
      role,
      ...(party !== null && { party }),
      ...(special_authority !== null && { agent: { specialAuthority: special_authority } }),
    })),
  }))
  return { thisCase: rows[0]?.this_case ?? undefined, standings }
}
