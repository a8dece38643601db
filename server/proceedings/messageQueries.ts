import { sql } from 'kysely'
import type { Data } from '../../workflows/fields.ts'
import type { Trx } from '../db.ts'

type Message = { event: string; data: Data; actor_id: string; cause_seq: number }

/** Keeps what a proceeding was told while it stands still: its table has a row for it again when it goes on. */
export const keepMessage = (trx: Trx, to: { case_id: string; proceeding_id: string }, message: Message) =>
  sql`
    insert into waiting_messages (case_id, proceeding_id, event, data, actor_id, cause_seq)
    values (${to.case_id}, ${to.proceeding_id}, ${message.event}, ${JSON.stringify(message.data)}::jsonb,
      ${message.actor_id}, ${message.cause_seq})
  `.execute(trx)

export const hasMessages = async (trx: Trx, proceedingId: string): Promise<boolean> =>
  (await sql`select from waiting_messages where proceeding_id = ${proceedingId} limit 1`.execute(trx)).rows
    .length > 0

/** What was kept for a proceeding, in the order in which it came. It is kept no longer. */
export async function takeMessages(trx: Trx, proceedingId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`
    with taken as (delete from waiting_messages where proceeding_id = ${proceedingId} returning *)
    select event, data, actor_id, cause_seq from taken order by id
  `.execute(trx)
  return rows
}
