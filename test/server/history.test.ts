import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '../../server/db.ts'
import { verify, type Entry } from '../../server/proceedings/chain.ts'
import { takeEngine } from '../../server/proceedings/queries.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const asEngine = <T>(work: Parameters<typeof asActor<T>>[2]) => {
  const claimant = { id: stage.people.claimant }
  return asActor(stage.app, claimant, async trx => {
    await takeEngine(trx, claimant)
    return work(trx)
  })
}

async function chainOf(reference: string) {
  const rows = await stage.owner
    .selectFrom('events')
    .innerJoin('cases', 'cases.id', 'events.case_id')
    .innerJoin('payloads', join =>
      join.onRef('payloads.case_id', '=', 'events.case_id').onRef('payloads.seq', '=', 'events.seq'),
    )
    .selectAll('events')
    .select(['salt', 'body', 'head'])
    .where('reference', '=', reference)
    .orderBy('events.seq')
    .execute()
  return rows.map(
    ({ salt, body, payload_hash: payloadHash, entry_hash: _, hash, prior: __, head, at, ...rest }) => ({
      entry: { ...rest, at: at.toISOString() } satisfies Entry,
      payload: { salt, body },
      payloadHash,
      hash,
      head,
    }),
  )
}

describe('the history of a case', () => {
  it('is a chain that shows a changed word, a missing event and a changed actor', async () => {
    const reference = await fileOn(stage, 'arbitration', '2026-03-02')
    await stage.fire(reference, 'arbitration', '2026-03-02', 'claimant', 'submit')
    await stage.fire(reference, 'arbitration', '2026-03-03', 'tribunalSecretary', 'accept')
    const history = await chainOf(reference)

    expect(history).toHaveLength(3)
    expect(history.at(-1)!.head.equals(history.at(-1)!.hash)).toBe(true)
    expect(verify(history)).toBe(true)
    expect(verify(history.toSpliced(1, 1))).toBe(false)
    expect(
      verify(history.with(1, { ...history[1]!, payload: { ...history[1]!.payload, body: { x: 1 } } })),
    ).toBe(false)
    const other = { ...history[1]!, entry: { ...history[1]!.entry, actor_id: stage.people.stranger } }
    expect(verify(history.with(1, other))).toBe(false)
  })

  it('still verifies where a payload is withheld', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const withheld = (await chainOf(reference)).map(each => ({ ...each, payload: null }))
    expect(verify(withheld)).toBe(true)
  })

  it('cannot be changed or shortened, not even by the engine', async () => {
    await fileOn(stage, 'mediation', '2026-03-02')
    await expect(asEngine(trx => sql`update events set by = 'judge'`.execute(trx))).rejects.toThrow(
      /permission denied/,
    )
    await expect(asEngine(trx => sql`delete from events`.execute(trx))).rejects.toThrow(/permission denied/)
    await expect(sql`delete from events`.execute(stage.owner)).rejects.toThrow(/only ever added to/)
  })

  it('takes no move that no machine makes, and no state without its event', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const illegal = sql`
      insert into events (case_id, seq, proceeding_id, pseq, pathway, version, from_state, type, to_state, actor_id, by,
        at, acted_on, late, compartment_id, payload_hash, entry_hash, hash)
      select case_id, 99, id, seq + 1, pathway, version, state, 'signAll', 'signed', acting_user(), 'mediator',
        moved_at, opened_on, false, compartment_id, '', '', '' from proceedings where reference = ${reference}`
    await expect(asEngine(trx => illegal.execute(trx))).rejects.toThrow(/legal_transitions|foreign key/)

    const moved = sql`update proceedings set state = 'signed' where reference = ${reference}`
    await expect(asEngine(trx => moved.execute(trx))).rejects.toThrow(/foreign key/)
  })

  it('takes no event that skips the one before', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const skipping = sql`
      insert into events (case_id, seq, proceeding_id, pseq, pathway, version, from_state, type, to_state, actor_id, by,
        at, acted_on, late, compartment_id, payload_hash, entry_hash, hash)
      select case_id, 99, id, seq + 2, pathway, version, 'proposed', 'refuse', 'terminated', acting_user(), 'claimant',
        moved_at, opened_on, false, compartment_id, '', '', '' from proceedings where reference = ${reference}`
    await expect(asEngine(trx => skipping.execute(trx))).rejects.toThrow(/foreign key/)
  })
})

describe('the app role', () => {
  it('may write nothing of a case', async () => {
    await fileOn(stage, 'mediation', '2026-03-02')
    const judge = { id: stage.people.otherJudge }
    for (const table of [
      'cases',
      'proceedings',
      'snapshots',
      'events',
      'payloads',
      'deadlines',
      'tasks',
      'documents',
    ]) {
      await expect(
        asActor(stage.app, judge, trx => sql`delete from ${sql.table(table)}`.execute(trx)),
        table,
      ).rejects.toThrow(/permission denied/)
      await expect(
        asActor(stage.app, judge, trx => sql`update ${sql.table(table)} set case_id = case_id`.execute(trx)),
        table,
      ).rejects.toThrow(/permission denied|does not exist/)
    }
  })

  it('cannot read a password', async () => {
    const { claimant } = stage.people
    await expect(
      asActor(stage.app, { id: claimant }, trx => sql`select password_hash from users`.execute(trx)),
    ).rejects.toThrow(/permission denied/)
  })
})
