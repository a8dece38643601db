import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { pageSize } from '../web/paging.ts'
import { waits } from './waiting.ts'

// A proceeding whose state waits too is listed once if the task is due no later: it is the same act.
const work = sql`
  (with tasks as materialized (select id, proceeding_id, due_on, since from my_tasks())
   select id as task_id, proceeding_id, due_on, since from tasks
   union all
   select null, proceeding_id, due_on, since from my_waits(${waits}::jsonb) w
    where not exists (select from tasks t
      where t.proceeding_id = w.proceeding_id and t.due_on <= coalesce(w.due_on, t.due_on))) work`

/** How much waits for a person: open tasks, and proceedings in a state that waits for a part he or she plays. */
export async function countTasks(trx: Trx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${work}`.execute(trx)
  return rows[0]?.count ?? 0
}

export type TaskRow = {
  /** Null where it is the state that waits. */
  kind: string | null
  reference: string
  /** Null for whoever keeps the register and does not see the case. */
  title: string | null
  pathway: PathwayName
  ordinal: number
  state: string
  tag: string
  decided: boolean
  due_on: string | null
  since: Date
}

/** One page, the overdue first, then the first due, then what has waited longest. */
export async function listTasks(trx: Trx, offset: number): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    with page as materialized (
      select * from ${work}
       order by due_on nulls last, since, proceeding_id, task_id limit ${pageSize} offset ${offset})
    select t.kind, p.reference, c.title, p.pathway, p.ordinal, p.state, p.tag, p.decided, page.due_on, page.since
      from page
      join proceedings p on p.id = page.proceeding_id
      left join cases c on c.id = p.case_id
      left join tasks t on t.id = page.task_id
     order by page.due_on nulls last, page.since, page.proceeding_id, page.task_id
  `.execute(trx)
  return rows
}
