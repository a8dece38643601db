import { sql } from 'kysely'
import type { Trx } from '../db.ts'

/** The cases in which a period has run out by that instant, the longest overdue first; not those set aside. */
export const caseIdsDue = (trx: Trx, at: string) =>
  trx
    .selectFrom('deadlines')
    .innerJoin('cases', 'cases.id', 'deadlines.case_id')
    .select(({ fn }) => ['cases.id', 'cases.reference', fn.min('lapses_at').as('first')])
    .where('status', '=', sql.lit('armed')) // as in the index, which a value given later does not fit
    .where('lapses_at', '<=', new Date(at))
    .where('cases.id', 'not in', eb => eb.selectFrom('stuck_cases').select('case_id'))
    .groupBy(['cases.id', 'cases.reference'])
    .orderBy('first')
    .limit(100)
    .execute()

export const setAside = (trx: Trx, caseId: string, reference: string, error: string, at: string) =>
  trx
    .insertInto('stuck_cases')
    .values({ case_id: caseId, reference, error, since: at })
    .onConflict(oc => oc.column('case_id').doUpdateSet({ error, since: at }))
    .execute()

/** Whether that day of a calendar was ever entered, by itself or as the first of a year's holidays. */
export async function isEntered(trx: Trx, calendar: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from calendar_entries
     where calendar = ${calendar} and kind <> 'withdrawn' and (day = ${day}::date or off[1] = ${day}::date) limit 1
  `.execute(trx)
  return rows.length > 0
}

/** The cases with something left to do for an entry, longest waiting first; not those set aside. */
export const caseIdsUnsettled = (trx: Trx, limit: number) =>
  trx
    .selectFrom('closure_work')
    .innerJoin('cases', 'cases.id', 'closure_work.case_id')
    .select(({ fn }) => ['cases.id', 'cases.reference', fn.min('entry_id').as('first')])
    .where('done_at', 'is', null)
    .where('cases.id', 'not in', eb => eb.selectFrom('stuck_cases').select('case_id'))
    .groupBy(['cases.id', 'cases.reference'])
    .orderBy('first')
    .orderBy('cases.reference')
    .limit(limit)
    .execute()

export type Work = { entry_id: number; calendar: string; day: string; entered_by: string; entered_at: Date }

/** The entries that a case has not followed yet. A withdrawal goes by the day of what it withdraws. */
export async function openWork(trx: Trx, caseId: string): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select w.entry_id, e.calendar, coalesce(e.day, e.off[1], old.day, old.off[1]) as day, e.entered_by, e.entered_at
      from closure_work w
      join calendar_entries e on e.id = w.entry_id
      left join calendar_entries old on old.id = e.withdraws
     where w.case_id = ${caseId} and w.done_at is null
     order by w.entry_id
  `.execute(trx)
  return rows
}

export const settleWork = (trx: Trx, { entry_id }: Work, caseId: string, seqs: number[], at: string) =>
  sql`update closure_work set done_at = ${at}, seqs = ${seqs} where entry_id = ${entry_id} and case_id = ${caseId}`.execute(
    trx,
  )

/** The proceedings of a case in which a period runs or has run out, oldest first. */
export const proceedingsWithPeriods = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('proceedings')
    .select('id')
    .where('case_id', '=', caseId)
    .where('id', 'in', eb =>
      eb
        .selectFrom('deadlines')
        .select('proceeding_id')
        .where('case_id', '=', caseId)
        .where('status', 'in', ['armed', 'lapsed']),
    )
    .orderBy('opened_on')
    .orderBy('pathway')
    .orderBy('ordinal')
    .execute()
