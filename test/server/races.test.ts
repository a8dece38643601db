import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ringDue } from '../../server/clock.ts'
import { asActor, connect, openPool } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { morningOf } from '../../server/time.ts'
import { Refused } from '../../workflows/step.ts'
import { fileOn, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const historyOf = (reference: string) =>
  stage.owner
    .selectFrom('events')
    .innerJoin('cases', 'cases.id', 'events.case_id')
    .select(['events.seq', 'type', 'pseq', 'to_state', 'party_id', 'cases.seq as head'])
    .where('reference', '=', reference)
    .orderBy('events.seq')
    .execute()

async function expectWhole(reference: string) {
  const history = await historyOf(reference)
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1))
  expect(history.at(-1)!.head).toBe(history.length)
  return history
}

describe('fifty requests for the same step', () => {
  it('let one win, and refuse the others', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const at = morningOf('2026-03-03')
    const respondent = { id: stage.people.respondent }
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        asActor(stage.app, respondent, trx =>
          fireEvent(
            trx,
            respondent,
            { reference, pathway: 'mediation', ordinal: 1 },
            { type: 'consent', data: {}, at },
          ),
        ),
      ),
    )
    const refused = attempts.flatMap(attempt =>
      attempt.status === 'rejected' ? [attempt.reason as unknown] : [],
    )
    expect(refused).toHaveLength(49)
    for (const error of refused) expect(error).toBeInstanceOf(Refused)
    const history = await expectWhole(reference)
    expect(history.filter(({ type }) => type === 'consent')).toHaveLength(1)
  })

  it('of one form are one act, done once and answered fifty times', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    const at = morningOf('2026-03-03')
    const respondent = { id: stage.people.respondent }
    const form = '6f1f4d0e-35c4-4d5e-9a53-0d5f2a0a3c11'
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        asActor(stage.app, respondent, trx =>
          fireEvent(
            trx,
            respondent,
            { reference, pathway: 'mediation', ordinal: 1 },
            { type: 'consent', data: {}, at, form },
          ),
        ),
      ),
    )
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1)
    await expectWhole(reference)
  })
})

describe('many acts on one case', () => {
  it('from two sides at once all happen, one after another', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-03-02')
    await stage.fire(reference, 'mediation', '2026-03-03', 'respondent', 'consent')
    const complain = (who: string, count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          stage.fire(reference, 'mediation', '2026-03-03', who, 'complain', { conduct: `${who} ${index}` }),
        ),
      )
    await Promise.all([complain('claimant', 20), complain('respondent', 20)])
    const history = await expectWhole(reference)
    expect(history.filter(({ type }) => type === 'complain')).toHaveLength(40)
  })
})

describe('two processes, the clock and a person', () => {
  it('fire every lapse once, and the person is before or after it', async () => {
    const cases = await Promise.all(
      Array.from({ length: 12 }, () => fileOn(stage, 'mediation', '2026-03-02')),
    )
    // mediation.propose runs out on 9 March; the person consents on the morning after, too late.
    const at = morningOf('2026-03-10')
    const racer = spawn(process.execPath, ['--import', 'tsx', 'test/support/ringer.ts', stage.url, at], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const other = openPool(stage.url, 5)
    const respondent = { id: stage.people.respondent }
    const persons = cases.map(reference =>
      asActor(stage.app, respondent, trx =>
        fireEvent(
          trx,
          respondent,
          { reference, pathway: 'mediation', ordinal: 1 },
          { type: 'consent', data: {}, at },
        ),
      ),
    )
    const [results] = await Promise.all([
      Promise.allSettled(persons),
      ringDue(stage.app, at, stage.log),
      ringDue(connect(other), at, stage.log),
      once(racer, 'exit'),
    ])
    // A person's refused act takes its lapses back with it; the clock fires them again.
    await ringDue(stage.app, at, stage.log)
    await other.end()

    expect(racer.exitCode).toBe(0)
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    for (const reference of cases) {
      const history = await expectWhole(reference)
      expect(history.map(({ type }) => type)).toEqual(['propose', 'deadlineLapsed'])
      expect(history.at(-1)!.to_state).toBe('terminated')
    }
  })
})

describe('a poisoned case', () => {
  it('is set aside with its error, and holds up no other', async () => {
    const poisoned = await fileOn(stage, 'mediation', '2026-04-01')
    const healthy = await Promise.all([1, 2, 3].map(() => fileOn(stage, 'mediation', '2026-04-01')))
    await sql`update snapshots set context = context - 'clocks' from proceedings p
               where p.id = proceeding_id and p.reference = ${poisoned}`.execute(stage.owner)

    await stage.ring('2026-05-20')
    for (const reference of healthy) expect((await historyOf(reference)).at(-1)!.to_state).toBe('terminated')
    expect(await historyOf(poisoned)).toHaveLength(1)
    const stuck = await stage.owner.selectFrom('stuck_cases').selectAll().execute()
    expect(stuck).toMatchObject([{ reference: poisoned }])
    expect(stuck[0]!.error).not.toBe('')
  })
})
