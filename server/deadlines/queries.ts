import type { Trx } from '../db.ts'

/** The cases in which a period has run out by that instant, the longest overdue first; not those set aside. */
export const caseIdsDue = (trx: Trx, at: string) =>
  trx
    .selectFrom('deadlines')
    .innerJoin('cases', 'cases.id', 'deadlines.case_id')
    .select(({ fn }) => ['cases.id', 'cases.reference', fn.min('lapses_at').as('first')])
    .where('status', '=', 'armed')
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
