import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Names } from '../accounts/queries.ts'
import type { Trx } from '../db.ts'

export type Scope = { first: string; last: string; organisation: string | null }

export type FlowRow = {
  pathway: PathwayName
  month: string
  filed: number
  reopened: number
  reactivated: number
  disposed: number
  placed_inactive: number
}

export const flowOf = async (trx: Trx, { first, last, organisation }: Scope): Promise<FlowRow[]> =>
  (
    await sql<FlowRow>`select * from caseload_flow(${first}::date, ${last}::date, ${organisation}::uuid)`.execute(
      trx,
    )
  ).rows

/** Without a pathway: of all together. */
export type PendingRow = {
  pathway: PathwayName | null
  active: number
  inactive: number
  to_90: number
  to_180: number
  to_365: number
  over_365: number
  median: number | null
  ninetieth: number | null
}

export const pendingOn = async (trx: Trx, day: string, organisation: string | null): Promise<PendingRow[]> =>
  (await sql<PendingRow>`select * from caseload_pending(${day}::date, ${organisation}::uuid)`.execute(trx))
    .rows

export type DisposedRow = Pick<PendingRow, 'pathway' | 'median' | 'ninetieth'> & { disposed: number }

export const disposedIn = async (trx: Trx, { first, last, organisation }: Scope): Promise<DisposedRow[]> =>
  (
    await sql<DisposedRow>`select * from caseload_disposed(${first}::date, ${last}::date, ${organisation}::uuid)`.execute(
      trx,
    )
  ).rows

export const overdueAt = async (trx: Trx, at: string, organisation: string | null) =>
  (
    await sql<{
      pathway: PathwayName
      overdue: number
    }>`select * from caseload_overdue(${at}::timestamptz, ${organisation}::uuid)`.execute(trx)
  ).rows

/** Cases that the clock has set aside, with what stopped it. */
export const stuckCases = (trx: Trx) =>
  trx.selectFrom('stuck_cases').select(['reference', 'error', 'since']).orderBy('since').execute()

/** @returns whether there was such a case: somebody else may have been faster */
export async function giveBackToClock(trx: Trx, reference: string): Promise<boolean> {
  const { rows } = await sql<{ unstick: boolean }>`select unstick(${reference})`.execute(trx)
  return rows[0]?.unstick ?? false
}

export const handlingOrganisations = (trx: Trx): Promise<{ id: string; code: string; name: Names }[]> =>
  trx
    .selectFrom('organisations')
    .select(['id', 'code', 'name'])
    .where('kind', '<>', 'platform')
    .orderBy('kind')
    .orderBy('code')
    .execute()
