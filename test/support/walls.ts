import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asActor, type Actor, type Db } from '../../server/db.ts'
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
export async function allThatIsRead(app: Db, owner: Db, actor: Actor): Promise<string> {
  const { rows: sources } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
       and has_any_column_privilege('app', c.oid, 'select')
     order by 1`.execute(owner)
  return asActor(app, actor, async trx => {
    const texts: string[] = []
    for (const { name } of sources) {
      const { rows: columns } = await sql<{ name: string }>`
        select attname as name from pg_attribute
         where attrelid = ${name}::regclass and attnum > 0 and not attisdropped
           and has_column_privilege('app', attrelid, attnum, 'select')`.execute(owner)
      const listed = sql.join(columns.map(column => sql.ref(column.name)))
      const { rows } = await sql<{ text: string | null }>`
        select string_agg(t::text, ' ') as text from (select ${listed} from ${sql.table(name)}) t`.execute(
        trx,
      )
      texts.push(rows[0]?.text ?? '')
    }
    return texts.join('\n')
  })
}
