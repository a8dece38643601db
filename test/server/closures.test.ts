import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recountCases, ringDue } from '../../server/clock.ts'
import { asActor, type Actor } from '../../server/db.ts'
import { type Entry } from '../../server/deadlines/entries.ts'
import { changesInForce } from '../../server/deadlines/entryQueries.ts'
import { movesOf } from '../../server/deadlines/reach.ts'
import { listMoved, listReach, reachOf } from '../../server/deadlines/reachQueries.ts'
import { changeWith, enter, withdraw } from '../../server/deadlines/register.ts'
import { changesFrom } from '../../server/proceedings/calendars.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { morningOf } from '../../server/time.ts'
import { isWorkingDay } from '../../workflows/rules/calendars.ts'
import { awardInHongKong } from '../support/awards.ts'
import { fileOn, filing, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let administrator: Actor
let award: string
beforeAll(async () => {
  stage = await openStage()
  administrator = (await stage.actor('administrator', '', 'litigation'))!
  award = await awardInHongKong(stage)
}, 60_000)
afterAll(() => stage.close())

const storm = (calendar: 'CN' | 'HK' | 'HK_COURT', day: string): Entry => ({
  kind: 'closed',
  calendar,
  day,
  why: 'blackRainstorm',
  note: '',
})

const asAdministrator = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(stage.app, administrator, work)

const save = async (entry: Entry, on: string): Promise<number> => {
  const entered = await asAdministrator(trx =>
    enter(trx, entry, { actor: administrator, form: undefined, at: morningOf(on) }),
  )
  if ('objection' in entered) throw new Error(JSON.stringify(entered.objection))
  return entered.id
}

const preview = (entry: Entry) =>
  asAdministrator(async trx => {
    const moves = await movesOf(trx, changeWith(entry, changesFrom(await changesInForce(trx))))
    return { reach: await reachOf(trx, moves), rows: await listReach(trx, moves, 0) }
  })

const running = (reference: string) =>
  stage.owner
    .selectFrom('deadlines')
    .innerJoin('cases', 'cases.id', 'deadlines.case_id')
    .select(['rule', 'party_id', 'due_on', 'calendar', 'provisional', 'status', 'moved_why'])
    .where('reference', '=', reference)
    .where('status', 'in', ['armed', 'lapsed'])
    .orderBy('rule')
    .orderBy('party_id')
    .execute()

const dueOf = async (reference: string, rule: string) =>
  (await running(reference)).filter(each => each.rule === rule).map(({ due_on }) => due_on)

const eventsOf = async (reference: string) =>
  (
    await stage.owner
      .selectFrom('events')
      .innerJoin('cases', 'cases.id', 'events.case_id')
      .select(['type', 'by', 'actor_id'])
      .where('reference', '=', reference)
      .orderBy('events.seq')
      .execute()
  ).filter(({ type }) => type === 'recomputeDeadlines' || type === 'deadlineLapsed')

const after = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

describe('a day on which the Hong Kong court offices are closed', () => {
  it('moves their periods and no others, with a record, a notice and its reason', async () => {
    expect(await dueOf(award, 'setaside.HK')).toEqual(['2026-07-22', '2026-07-22'])
    const others = (await running(award)).filter(({ rule }) => rule !== 'setaside.HK')
    expect(others.length).toBeGreaterThan(0)

    await save(storm('HK_COURT', '2026-07-22'), '2026-05-04')
    expect(await eventsOf(award)).toEqual([])
    await stage.ring('2026-05-04')

    const now = await running(award)
    expect(now.filter(({ rule }) => rule === 'setaside.HK')).toMatchObject([
      { due_on: '2026-07-23', moved_why: 'closureDay' },
      { due_on: '2026-07-23', moved_why: 'closureDay' },
    ])
    expect(now.filter(({ rule }) => rule !== 'setaside.HK')).toEqual(others)
    expect(await eventsOf(award)).toMatchObject([
      { type: 'recomputeDeadlines', by: 'administrator', actor_id: administrator.id },
    ])
    const notices = await stage.owner
      .selectFrom('notices')
      .select(['notice', 'whom'])
      .where('notice', '=', 'deadlinesMoved')
      .execute()
    expect(notices).toContainEqual({ notice: 'deadlinesMoved', whom: 'party' })
  })

  it('moves them back once it is withdrawn, and both entries stay', async () => {
    const { id } = await stage.owner
      .selectFrom('calendar_entries')
      .select('id')
      .where('day', '=', '2026-07-22')
      .executeTakeFirstOrThrow()
    const signed = { actor: administrator, form: undefined, at: morningOf('2026-05-05') }
    await asAdministrator(trx => withdraw(trx, String(id), 'The storm passed by.', signed))
    await stage.ring('2026-05-05')
    expect(await dueOf(award, 'setaside.HK')).toEqual(['2026-07-22', '2026-07-22'])
    expect(await asAdministrator(trx => withdraw(trx, String(id), 'Again.', signed))).toBeUndefined()
    expect(await stage.owner.selectFrom('calendar_entries').select('kind').orderBy('id').execute()).toEqual([
      { kind: 'closed' },
      { kind: 'withdrawn' },
    ])
  })
})

describe('what is shown before an entry is saved', () => {
  it('is what then moves, for every day and each calendar', async () => {
    await Promise.all(
      ['2026-06-01', '2026-06-02', '2026-06-04'].flatMap(day => [
        fileOn(stage, 'mediation', day),
        fileOn(stage, 'mediation', day),
      ]),
    )
    let moved = 0
    for (const calendar of ['CN', 'HK', 'HK_COURT'] as const) {
      for (const day of ['2026-06-08', '2026-06-09', '2026-06-11', '2026-07-22', '2026-07-23']) {
        const changes = changesFrom(await asAdministrator(changesInForce))
        if (!isWorkingDay(calendar, day, changes)) continue
        const { reach, rows } = await preview(storm(calendar, day))
        const id = await save(storm(calendar, day), '2026-06-05')
        await stage.ring('2026-06-05')
        const then = await asAdministrator(trx => listMoved(trx, id, 0))
        expect(then, `${calendar} ${day}`).toEqual(rows.filter(({ status }) => status === 'armed'))
        expect(reach.moved).toBe(then.length)
        moved += then.length
      }
    }
    expect(moved).toBeGreaterThan(5)
  })

  it('stores nothing', async () => {
    const count = () => stage.owner.selectFrom('calendar_entries').select('id').execute()
    const before = await count()
    await preview(storm('CN', '2026-06-15'))
    expect(await count()).toEqual(before)
  })

  it('tells nothing to anybody but administrators', async () => {
    const judge = await stage.actor('judge', award, 'arbitration')
    const change = changeWith(storm('HK_COURT', (await dueOf(award, 'setaside.HK'))[0]!), [])
    const moves = await asAdministrator(trx => movesOf(trx, change))
    expect(moves).not.toEqual([])
    for (const actor of [judge, { id: stage.people.claimant }]) {
      await asActor(stage.app, actor, async trx => {
        expect(await movesOf(trx, change)).toEqual([])
        expect(await reachOf(trx, moves)).toMatchObject({ moved: 0, cases: 0 })
      })
      const form = { actor, form: undefined, at: morningOf('2026-06-05') }
      await expect(
        asActor(stage.app, actor, trx => enter(trx, storm('CN', '2026-06-16'), form)),
      ).rejects.toThrow(/privilege|policy/)
    }
  })
})

describe('an entry whose cases are still to follow', () => {
  it('is worked off by the clock after the process was killed, each case once', async () => {
    const cases = await Promise.all([1, 2, 3, 4].map(() => fileOn(stage, 'mediation', '2026-08-03')))
    const [due] = await dueOf(cases[0]!, 'mediation.propose')
    const entry = await save(storm('CN', due!), '2026-08-04')
    // The process ends after two of the four.
    await recountCases(stage.app, morningOf('2026-08-04'), stage.log, 2)
    const followed = await Promise.all(cases.map(async reference => (await eventsOf(reference)).length))
    expect(followed.sort()).toEqual([0, 0, 1, 1])
    await Promise.all([stage.ring('2026-08-04'), stage.ring('2026-08-04')])
    for (const reference of cases) {
      expect(await dueOf(reference, 'mediation.propose')).toEqual([after(due!, 1)])
      expect(await eventsOf(reference)).toHaveLength(1)
    }
    const open = await stage.owner
      .selectFrom('closure_work')
      .select('case_id')
      .where('entry_id', '=', entry)
      .where('done_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })

  it('lets none of their periods lapse first, neither by the clock nor by a person', async () => {
    const byClock = await fileOn(stage, 'mediation', '2026-08-17')
    const byPerson = await fileOn(stage, 'mediation', '2026-08-17')
    const [due] = await dueOf(byClock, 'mediation.propose')
    await save(storm('CN', due!), due!)
    // The process comes back a day later: by then the old day has passed, and the new one has not.
    const at = morningOf(after(due!, 1))
    const respondent = { id: stage.people.respondent }
    await asActor(stage.app, respondent, trx =>
      fireEvent(
        trx,
        respondent,
        { reference: byPerson, pathway: 'mediation', ordinal: 1 },
        { type: 'consent', data: {}, at },
      ),
    )
    await ringDue(stage.app, at, stage.log)
    expect((await eventsOf(byClock)).map(({ type }) => type)).toEqual(['recomputeDeadlines'])
    expect((await eventsOf(byPerson)).map(({ type }) => type)).toEqual(['recomputeDeadlines'])
  })

  it('loses no period that starts while it is saved', async () => {
    const filed = Array.from({ length: 6 }, () => fileOn(stage, 'mediation', '2026-09-07'))
    const first = await filed[0]!
    const [due] = await dueOf(first, 'mediation.propose')
    const saved = save(storm('CN', due!), '2026-09-07')
    const later = Array.from({ length: 6 }, () => fileOn(stage, 'mediation', '2026-09-07'))
    await saved
    const all = await Promise.all([...filed, ...later])
    await stage.ring('2026-09-07')
    for (const reference of all) expect(await dueOf(reference, 'mediation.propose')).toEqual([after(due!, 1)])
  })
})

describe('a day that is entered when the period has lapsed', () => {
  it('undoes nothing and asks for a review', async () => {
    const reference = await fileOn(stage, 'mediation', '2026-10-12')
    const [due] = await dueOf(reference, 'mediation.propose')
    await stage.ring(after(due!, 1))
    const entry = storm('CN', due!)
    expect((await preview(entry)).reach).toMatchObject({ passed: 1 })
    await save(entry, after(due!, 1))
    await stage.ring(after(due!, 1))
    expect((await running(reference)).filter(({ rule }) => rule === 'mediation.propose')).toMatchObject([
      { status: 'lapsed', due_on: due },
    ])
    const tasks = await stage.owner
      .selectFrom('tasks')
      .innerJoin('cases', 'cases.id', 'tasks.case_id')
      .select(['kind', 'role'])
      .where('reference', '=', reference)
      .where('kind', '=', 'correction.review')
      .execute()
    expect(tasks).toEqual([{ kind: 'correction.review', role: 'mediationCoordinator' }])
  })
})

describe('the holidays of 2027', () => {
  it('settle what was provisional, and move only what falls on them', async () => {
    const stays = await fileOn(stage, 'mediation', '2026-12-29')
    const moves = await fileOn(stage, 'mediation', '2026-12-30')
    expect(filing.parties.length).toBe(2)
    const before = await running(stays)
    expect(before).toMatchObject([{ provisional: true }])
    const [falls] = await dueOf(moves, 'mediation.propose')
    const notice: Entry = {
      kind: 'notice',
      calendar: 'CN',
      year: 2027,
      off: ['2027-01-01', falls!],
      working: [],
      why: 'holidayNotice',
      note: '',
    }
    const { reach } = await preview(notice)
    await save(notice, '2026-12-30')
    await stage.ring('2026-12-30')
    expect(await running(stays)).toMatchObject([{ due_on: before[0]!.due_on, provisional: false }])
    expect(await running(moves)).toMatchObject([
      { due_on: after(falls!, 1), provisional: false, moved_why: 'holidayNotice' },
    ])
    expect(reach.moved).toBeGreaterThan(0)
    expect(reach.settled).toBeGreaterThan(0)
  })
})

describe('recomputing by hand', () => {
  it('is refused for a day that nobody entered', async () => {
    await expect(
      stage.fire(award, 'arbitration', '2026-12-30', 'administrator', 'recomputeDeadlines', {
        closureDay: '2026-12-16',
        calendar: 'CN',
      }),
    ).rejects.toMatchObject({ condition: 'closureEntered' })
  })
})
