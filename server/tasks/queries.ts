import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { pageOf, pageSize, type Page } from '../web/paging.ts'
import { waits } from './waiting.ts'

/** How much waits for a person: open tasks, and proceedings in a state that waits for a part he or she plays. */
export async function countTasks(trx: Trx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from my_work(${waits}::jsonb) where not told
  `.execute(trx)
  return rows[0]?.count ?? 0
}

export type TaskRow = {
  /** Null where it is the state that waits. */
  kind: string | null
  reference: string
  /** Null for whoever keeps the register and does not see the case. */
  title: string | null
  language: string | null
  pathway: PathwayName
  ordinal: number
  state: string
  tag: string
  decided: boolean
  due_on: string | null
  since: Date
}

/** One page, the overdue first, then the first due, then what has waited longest; and how much there is in all. */
export async function listTasks(trx: Trx, asked: number): Promise<{ page: Page; rows: TaskRow[] }> {
  const { rows } = await sql<TaskRow & { total: number }>`
    with work as materialized (select * from my_work(${waits}::jsonb) where not told),
    page as materialized (
      select work.*, counted.total
        from work, lateral (select count(*) as total from work) counted
       order by due_on nulls last, since, proceeding_id, task_id
       limit ${pageSize}
      offset ${pageSize} * greatest(0, least(${asked}, (select (count(*) + ${pageSize} - 1) / ${pageSize} from work)) - 1))
    select page.kind, coalesce(c.reference, p.reference) as reference, c.of_case ->> 'title' as title,
           c.of_case ->> 'language' as language,
           coalesce(c.pathway, p.pathway) as pathway, coalesce(c.ordinal, p.ordinal) as ordinal,
           coalesce(c.state, p.state) as state, coalesce(c.tag, p.tag) as tag, coalesce(c.decided, p.decided) as decided,
           page.due_on, page.since, page.total
      from page
      left join my_cases c on c.id = page.proceeding_id
      left join proceedings p on c.id is null and p.id = page.proceeding_id
     where c.id is not null or p.id is not null
     order by page.due_on nulls last, page.since, page.proceeding_id, page.task_id
  `.execute(trx)
  return { page: pageOf(asked, rows[0]?.total ?? 0), rows }
}
