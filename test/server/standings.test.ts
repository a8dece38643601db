import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { up } from '../../migrations/2026-11-27-standings.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'
import { entrusted } from '../support/walls.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const standings = () =>
  stage.owner.selectFrom('standings').selectAll().orderBy('proceeding_id').orderBy('ordinal').execute()

it('the caseload counts what was there before it was kept', async () => {
  const suspended = await entrusted(stage)
  await stage.fire(suspended, 'litigation', '2026-03-09', 'judge', 'suspend', { ground: 'A party died' })
  const rejected = await fileOn(stage, 'arbitration', '2026-03-02')
  await stage.fire(rejected, 'arbitration', '2026-03-02', 'claimant', 'submit')
  await stage.fire(rejected, 'arbitration', '2026-03-04', 'tribunalSecretary', 'reject', {
    ground: 'No clause',
  })
  await fileOn(stage, 'arbitration', '2026-03-02')

  const kept = await standings()
  expect(kept.map(({ standing }) => standing).sort()).toEqual(
    ['active', 'active', 'active', 'disposed', 'inactive'].sort(),
  )
  await stage.owner.deleteFrom('standings').execute()
  await up(stage.owner.withTables<never>())
  expect(await standings()).toEqual(kept)
  await sql`delete from standings where standing = 'disposed'`.execute(stage.owner)
  await up(stage.owner.withTables<never>())
  expect(await standings()).toHaveLength(kept.length - 1)
})
