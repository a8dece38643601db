import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSandbox } from '../../seeds/sandbox.ts'
import { calendarAround } from '../../seeds/sandbox/calendar.ts'
import type { People } from '../../seeds/sandbox/people.ts'
import { planCases } from '../../seeds/sandbox/plans.ts'
import { passwordMatches } from '../../server/accounts/passwords.ts'
import { credentialsOf, oneOfEach } from '../../server/accounts/queries.ts'
import { asActor, connect, openPool, type Db } from '../../server/db.ts'
import { countTasks } from '../../server/tasks/queries.ts'
import { waits } from '../../server/tasks/waiting.ts'
import { pathways } from '../../workflows/index.ts'
import type { Context } from '../../workflows/vocabulary.ts'
import { freshDatabase } from '../support/database.ts'
import { strays } from '../support/scripts.ts'

const now = '2026-11-20T08:00:00.000Z'

describe('the plan of the sandbox', () => {
  const people: People = {
    party: 'party',
    counterparty: 'counterparty',
    counsel: ['counsel1', 'counsel2'],
    desk: (role, organisation) => [`${role} ${organisation}`],
    panel: organisation => [`${organisation} 1`, `${organisation} 2`, `${organisation} 3`],
  }
  const calendar = calendarAround('2026-11-20')
  const plans = planCases(people, calendar, 1)
  const special = plans.filter(
    ({ mediator, acts }) =>
      /^(HKMC|HKMA|MHJMC)/.test(mediator) &&
      acts.some(({ beat }) => ['jointSelect', 'designate'].includes(beat.event)),
  )
  const goesToMediator = ({ filed, acts }: (typeof plans)[number]) =>
    acts.find(({ beat }) => ['offerMediation', 'entrustMediation'].includes(beat.event))?.day ?? filed.day

  it('has 159 mediations by special mediators from Hong Kong in six months, 26 or 27 in each', () => {
    expect(special).toHaveLength(159)
    const months = [0, 1, 2, 3, 4, 5].map(month => {
      const [from, to] = [calendar.monthsBack(6 - month), calendar.monthsBack(5 - month)]
      return special.filter(plan => goesToMediator(plan) > from && goesToMediator(plan) <= to).length
    })
    expect(months.every(count => count === 26 || count === 27)).toBe(true)
  })

  it('has about four hundred cases besides, two thirds of all connected with Hong Kong', () => {
    expect(plans.length - special.length).toBeGreaterThan(380)
    const connected = plans.filter(({ filing }) =>
      filing.parties.some(
        ({ domicile, investors }) => domicile === 'HK' || investors.some(({ origin }) => origin === 'HK'),
      ),
    )
    expect(connected.length / plans.length).toBeCloseTo(0.66, 1)
  })

  it('is the same every time, and ends today', () => {
    expect(JSON.stringify(planCases(people, calendar, 1))).toBe(JSON.stringify(plans))
    expect(Math.max(...plans.flatMap(({ filed, acts }) => [filed.day, ...acts.map(({ day }) => day)]))).toBe(
      0,
    )
  })

  it('writes names and titles in their own script', () => {
    const wrong = plans.flatMap(({ filing }) => {
      const names = filing.parties.flatMap(({ name }) => Object.entries(name))
      return [...names, [filing.language, filing.title + filing.claim.relief]].flatMap(
        ([language, text = '']) =>
          language === 'zh-Hans' || language === 'zh-Hant' ? strays(text, language) : [],
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('a sandbox with one case of each story', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pool: pg.Pool
  let owner: Db
  let appPool: pg.Pool
  let app: Db
  const load = () =>
    loadSandbox({
      ownerUrl: database.url,
      now: () => now,
      password: 'sesame, please',
      log: pino({ level: 'silent' }),
      progress: () => {},
      scale: 0,
    })

  beforeAll(async () => {
    database = await freshDatabase()
    pool = new pg.Pool({ connectionString: database.url, max: 2 })
    owner = connect(pool)
    appPool = openPool(database.url, 2)
    app = connect(appPool)
    await load()
  }, 300_000)
  afterAll(async () => {
    await Promise.all([pool.end(), appPool.end()])
    await database.drop()
  })

  it('shows every state of every pathway', async () => {
    const found = await owner.selectFrom('proceedings').select(['pathway', 'state']).distinct().execute()
    for (const pathway of Object.values(pathways)) {
      const shown = found.filter(each => each.pathway === pathway.name).map(({ state }) => state)
      expect(shown.sort(), pathway.name).toEqual(Object.keys(pathway.states).sort())
    }
  })

  it('has something written behind every wall', async () => {
    const rooms = await owner
      .selectFrom('notes')
      .innerJoin('compartments', 'compartments.id', 'notes.compartment_id')
      .select(['compartments.kind', 'notes.kind as note'])
      .distinct()
      .execute()
    for (const [kind, note] of [
      ['mediation', 'sessionNote'],
      ['caucus', 'offer'],
      ['deliberation', 'draftDecision'],
    ])
      expect(rooms).toContainEqual({ kind, note })
  })

  it('shows what crosses the border: freezes for Hong Kong, and money from both sides', async () => {
    const contexts = await owner
      .selectFrom('snapshots')
      .innerJoin('proceedings', 'proceedings.id', 'snapshots.proceeding_id')
      .select(['pathway', 'state', sql<Context['facts']>`context -> 'facts'`.as('facts')])
      .where('pathway', 'in', ['interimMeasures', 'enforcement'])
      .execute()
    const shown = (name: string, facts: Context['facts']) =>
      contexts.filter(
        each =>
          each.pathway === name &&
          Object.entries(facts).every(([key, value]) =>
            Object.entries(each.facts).some(([k, v]) => k === key && v === value),
          ),
      )
    const forHongKong = shown('interimMeasures', { arbitration: 'hkListed' })
    expect(
      forHongKong.map(({ state, facts }) => `${state} ${facts.phase ?? ''} ${facts.reason ?? ''}`),
    ).toEqual(expect.arrayContaining(['inForce pending ', 'lifted pending noLetter']))
    for (const instrument of ['hkAward', 'cnAward']) {
      const both = shown('enforcement', { instrument, venue: 'BOTH' })
      expect(both.map(({ state }) => state)).toContain('executing')
      const partly = both.find(({ state }) => state === 'executing')?.facts
      expect(Number(partly?.collected)).toBeGreaterThan(0)
      expect(Number(partly?.collected)).toBeLessThan(Number(partly?.due))
    }
    const paid = shown('enforcement', { venue: 'BOTH' }).filter(({ state }) => state === 'completed')
    expect(paid.length).toBeGreaterThan(0)
    for (const { facts } of paid) expect(facts.collected).toBe(facts.due)
    expect(shown('enforcement', { instrument: 'judgment', venue: 'HK' })).not.toEqual([])
  })

  it.each(['enforcement', 'expert'])('gives %s@example.test cases to see and work to do', async name => {
    const { id } = (await credentialsOf(owner, `${name}@example.test`))!
    const [cases, tasks] = await asActor(app, { id }, async trx => [
      await trx.selectFrom('proceedings').select('reference').distinct().execute(),
      await countTasks(trx),
    ])
    expect(cases.length).toBeGreaterThan(0)
    expect(tasks).toBeGreaterThan(0)
  })

  it('counts as waiting for somebody only what that person can open', async () => {
    const users = await owner.selectFrom('users').select('id').where('active', '=', true).execute()
    let waiting = 0
    for (const { id } of users) {
      const { all, shut } = await asActor(app, { id }, async trx => {
        const { rows } = await sql<{ all: number; shut: number }>`
          select count(*) as all, count(*) filter (where work.proceeding_id not in (select id from my_proceedings)
                                                     and not is_administrator()) as shut
            from my_work(${waits}::jsonb) work`.execute(trx)
        return rows[0]!
      })
      expect(shut, id).toBe(0)
      waiting += all
    }
    expect(waiting).toBeGreaterThan(20)
  })

  it('has somebody of every role to sign in as', async () => {
    const people = await oneOfEach(owner)
    expect(Object.fromEntries(people.map(({ role, email }) => [role, email]))).toEqual({
      administrator: 'admin@example.test',
      appellateJudge: expect.stringMatching(/@example\.test$/) as string,
      arbitrator: 'arbitrator@example.test',
      clerk: 'clerk@example.test',
      enforcementOfficer: 'enforcement@example.test',
      intakeOfficer: 'intake@example.test',
      judge: 'judge@example.test',
      lawExpert: 'expert@example.test',
      mediationCoordinator: 'coordinator@example.test',
      mediator: 'mediator@example.test',
      party: 'party@example.test',
      tribunalSecretary: 'secretary@example.test',
    })
    const counterparty = await credentialsOf(owner, 'counterparty@example.test')
    expect(await passwordMatches(counterparty?.password_hash, 'sesame, please')).toBe(true)
  })

  it('gives them something to do, some of it overdue', async () => {
    const assigned = await owner
      .selectFrom('assignments')
      .innerJoin('users', 'users.id', 'user_id')
      .innerJoin('proceedings', 'proceedings.id', 'proceeding_id')
      .select('email')
      .where('tag', '<>', 'closed')
      .where('until_seq', 'is', null)
      .execute()
    for (const email of ['judge', 'mediator', 'arbitrator'])
      expect(assigned).toContainEqual({ email: `${email}@example.test` })
    const tasks = await owner.selectFrom('tasks').select('kind').where('closed_seq', 'is', null).execute()
    expect(tasks.filter(({ kind }) => kind.endsWith('.lapsed')).length).toBeGreaterThan(5)
    expect(await owner.selectFrom('stuck_cases').selectAll().execute()).toEqual([])
  })

  it('was rained upon: a period under Hong Kong’s calendar moved, and every case has followed', async () => {
    const moved = await owner
      .selectFrom('deadlines')
      .innerJoin('deadlines as old', 'old.id', 'deadlines.moved_from')
      .select(['deadlines.due_on', 'old.due_on as from', 'deadlines.calendar'])
      .where('deadlines.moved_why', '=', 'closureDay')
      .execute()
    expect(moved.length).toBeGreaterThan(0)
    for (const { due_on, from, calendar } of moved) {
      expect(due_on > from).toBe(true)
      expect(calendar).toMatch(/^HK/)
    }
    const open = await owner
      .selectFrom('closure_work')
      .select('case_id')
      .where('done_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })

  it('knows what the dollars of Hong Kong and the United States were worth', async () => {
    const rates = await owner.selectFrom('exchange_rates').select(['currency', 'on']).execute()
    expect(new Set(rates.map(({ currency }) => currency))).toEqual(new Set(['HKD', 'USD']))
    expect(rates.every(({ on }) => on <= now.slice(0, 10))).toBe(true)
  })

  it('numbers cases in the order of their dates', async () => {
    const cases = await owner.selectFrom('cases').select('filed_on').orderBy('reference').execute()
    const days = cases.map(({ filed_on }) => filed_on)
    expect(days).toEqual(days.toSorted())
  })

  it('is not put into a database that is in use', async () => {
    await expect(load()).rejects.toThrow('not empty')
  })
})
