import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asActor, type Actor } from '../../server/db.ts'
import type { NewNote } from '../../server/notes/queries.ts'
import { writeNote } from '../../server/notes/write.ts'
import { morningOf } from '../../server/time.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { fileOn, type Stage } from './stage.ts'

/** A suit before the Qianhai Court in which both sides were entrusted to a mediator, who has accepted. */
export async function entrusted(stage: Stage): Promise<string> {
  const reference = await fileOn(stage, 'litigation', '2026-03-02')
  const suit = (on: string, who: string, type: string, data = {}) =>
    stage.fire(reference, 'litigation', on, who, type, data)
  await suit('2026-03-02', 'claimant', 'submitComplaint')
  await suit('2026-03-03', 'intakeOfficer', 'register', { procedure: 'ordinary' })
  await suit('2026-03-03', 'clerk', 'startService')
  await suit('2026-03-04', 'clerk', 'recordService', {
    party: 'p2',
    receivedOn: '2026-03-04',
    method: 'email',
  })
  await suit('2026-03-05', 'respondent', 'fileDefence')
  await suit('2026-03-06', 'judge', 'entrustMediation', { consents: ['p1', 'p2'] })
  for (const side of ['claimant', 'respondent']) {
    const mediator = stage.people.mediator
    await stage.fire(reference, 'mediation', '2026-03-06', side, 'jointSelect', { mediator })
  }
  await stage.fire(reference, 'mediation', '2026-03-06', 'mediator', 'acceptAndSignReceipt')
  return reference
}

/** Writes a note as the page would. */
export const write =
  (stage: Stage, reference: string, on = '2026-03-06') =>
  async (who: string | Actor, room: string, kind: string, body: string, more: Partial<NewNote> = {}) => {
    const pathway: PathwayName = room === 'deliberation' ? 'litigation' : 'mediation'
    const actor = typeof who === 'string' ? await stage.actor(who, reference, pathway) : who
    const walled = kind === 'caucusNote' || kind === 'offer'
    const note = { id: randomUUID(), kind, body, ...(walled && { mayConvey: false }), ...more }
    const where = { reference, pathway, ordinal: '1', room }
    await asActor(stage.app, actor, trx => writeNote(trx, actor, where, note, morningOf(on)))
    return note.id
  }

/** Everything that the role `app` can select, asked with no condition, as an injected statement would. */
export async function allThatIsRead(
  { app, owner }: Pick<Stage, 'app' | 'owner'>,
  actor: Actor,
): Promise<string> {
  const { rows: sources } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
       and has_column_privilege('app', c.oid, a.attnum, 'select')
     group by 1 order by 1`.execute(owner)
  const each = sources.map(({ name, columns }) => {
    const listed = sql.join(columns.map(column => sql.ref(column)))
    return sql`select t::text as text from (select ${listed} from ${sql.table(name)}) t`
  })
  const { rows } = await asActor(app, actor, trx =>
    sql<{
      text: string
    }>`select string_agg(text, ' ') as text from (${sql.join(each, sql` union all `)}) everything`.execute(
      trx,
    ),
  )
  return rows[0]?.text ?? ''
}
