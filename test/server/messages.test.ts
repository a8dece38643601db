import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../support/stage.ts'
import { entrusted } from '../support/walls.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const stateOf = async (reference: string) =>
  (
    await stage.owner
      .selectFrom('proceedings')
      .select('state')
      .where('reference', '=', reference)
      .where('pathway', '=', 'litigation')
      .executeTakeFirstOrThrow()
  ).state

describe('a suit suspended while it was entrusted to a mediator', () => {
  it('learns when it goes on that the mediation ended meanwhile, from whoever ended it', async () => {
    const reference = await entrusted(stage)
    await stage.fire(reference, 'litigation', '2026-03-09', 'judge', 'suspend', { ground: 'A party died' })
    await stage.fire(reference, 'mediation', '2026-03-10', 'mediator', 'gapTooWide')
    expect(await stateOf(reference)).toBe('suspended')

    await stage.fire(reference, 'litigation', '2026-03-16', 'judge', 'resume')
    expect(await stateOf(reference)).toBe('pretrial')
    const told = await stage.owner
      .selectFrom('events')
      .innerJoin('events as cause', join =>
        join.onRef('cause.case_id', '=', 'events.case_id').onRef('cause.seq', '=', 'events.cause_seq'),
      )
      .innerJoin('cases', 'cases.id', 'events.case_id')
      .select(['events.by', 'events.actor_id', 'events.acted_on', 'cause.type as cause'])
      .where('reference', '=', reference)
      .where('events.type', '=', 'mediationFailed')
      .execute()
    expect(told).toEqual([
      { by: 'system', actor_id: stage.people.mediator, acted_on: '2026-03-16', cause: 'gapTooWide' },
    ])
  })

  it('goes on in mediation where the mediation goes on', async () => {
    const reference = await entrusted(stage)
    await stage.fire(reference, 'litigation', '2026-03-09', 'judge', 'suspend', { ground: 'A party died' })
    await stage.fire(reference, 'litigation', '2026-03-10', 'judge', 'resume')
    expect(await stateOf(reference)).toBe('entrustedMediation')
  })
})
