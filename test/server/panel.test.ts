import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { addUser, givePost, listOnRoster } from '../../server/accounts/queries.ts'
import type { Listing } from '../../server/accounts/rosterForms.ts'
import { asActor, type Db } from '../../server/db.ts'
import { byLot } from '../../server/panel/lot.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { monday, password, test as base } from '../support/test.ts'

const on = '2026-03-09'

const test = base
  .extend('addPerson', { scope: 'file' }, async ({ app }) => {
    const passwordHash = await hashPassword(password)
    return async (name: string) => {
      const email = `${name.toLowerCase()}@example.test`
      return { id: await addUser(app.owner, { email, name: { en: name }, passwordHash, at: monday }), email }
    }
  })
  .extend(
    'assess',
    { scope: 'file' },
    ({ app }) =>
      (id: string, changes: Partial<Listing> = {}) =>
        listOnRoster(app.owner, id, 'QIANHAI_COURT', {
          role: 'juror',
          origin: 'HK',
          since: '2024-01-01',
          bornOn: '1980-05-05',
          ...changes,
        }),
  )
  // Two who may be drawn, and one for each thing that stands against it.
  .extend('roll', { scope: 'file' }, async ({ app, addPerson, assess, people }) => {
    const add = async (name: string, changes: Partial<Listing> = {}) => {
      const person = await addPerson(name)
      await assess(person.id, changes)
      return person
    }
    const free = [await add('Free'), await add('Open')]
    await add('Over', { until: '2026-03-08' })
    await add('Later', { since: '2026-03-10' })
    const lawyer = await add('Lawyer')
    await listOnRoster(app.owner, lawyer.id, 'PLATFORM', {
      role: 'lawyer',
      origin: 'HK',
      since: '2024-01-01',
    })
    const arbitrator = await add('Umpire')
    await listOnRoster(app.owner, arbitrator.id, 'SCIA', {
      role: 'arbitrator',
      origin: 'HK',
      since: '2024-01-01',
    })
    const officer = await add('Officer')
    await givePost(app.owner, officer.id, 'SHENZHEN_INTERMEDIATE', 'clerk', '2024-01-01')
    await assess(people.mediator.id)
    await assess(people.claimant.id)
    return free
  })
  // The mediator of QHDRC tried to settle the dispute before it was registered; then assessors were asked for.
  .extend('asked', ({ app, people, fileLitigation }) => async () => {
    const { reference, url } = await fileLitigation()
    const fire = (who: { id: string }, type: string, data: Data = {}, pathway: PathwayName = 'litigation') =>
      asActor(app.db, who, trx =>
        fireEvent(trx, who, { reference, pathway, ordinal: 1 }, { type, data, at: monday }),
      )
    await fire(people.intakeOfficer, 'offerMediation')
    for (const who of [people.claimant, people.respondent]) {
      await fire(who, 'consent', {}, 'mediation').catch(() => undefined)
    }
    for (const who of [people.claimant, people.respondent]) {
      await fire(who, 'jointSelect', { mediator: people.mediator.id }, 'mediation')
    }
    await fire(people.mediator, 'acceptAndSignReceipt', {}, 'mediation')
    await fire(people.mediator, 'gapTooWide', {}, 'mediation')
    await fire(people.intakeOfficer, 'register', { procedure: 'ordinary' })
    await fire(people.claimant, 'requestJurors')
    return { fire, url, reference, draw: `${url}/litigation/1/drawJurors` }
  })

const drawnIn = async (app: { owner: Db }, reference: string) => {
  const { body } = await app.owner
    .selectFrom('payloads')
    .innerJoin('events', join =>
      join.onRef('events.case_id', '=', 'payloads.case_id').onRef('events.seq', '=', 'payloads.seq'),
    )
    .innerJoin('cases', 'cases.id', 'events.case_id')
    .select('payloads.body')
    .where('cases.reference', '=', reference)
    .where('events.type', '=', 'drawJurors')
    .executeTakeFirstOrThrow()
  return body as { jurors: string[]; seed: string; drawnFrom: string[] }
}

describe('the lot', () => {
  test('follows from the seed and from nothing else', () => {
    const people = ['a', 'b', 'c', 'd', 'e']
    expect(byLot([...people].reverse(), 'seed')).toEqual(byLot(people, 'seed'))
    expect(byLot(people, 'another')).not.toEqual(byLot(people, 'seed'))
    expect(byLot(people, 'seed').sort()).toEqual(people)
  })

  test('draws those on the roll who are free of conflict, as anybody can check', async ({
    app,
    as,
    asked,
    browse,
    roll,
  }) => {
    const { draw, reference, url } = await asked()
    const clerk = await as('clerk')
    const form = await clerk.visit(draw).expect(200)
    expect(load(form.text)('[name="jurors"], [name^="drawnOn"]').length).toBe(0)
    // Whom the form names all the same is not heard.
    expect((await clerk.submit(draw, { jurors: 'somebody' })).status).toBe(303)

    const { jurors, seed, drawnFrom } = await drawnIn(app, reference)
    const free = roll.map(({ id }) => id).sort()
    expect([...drawnFrom].sort()).toEqual(free)
    expect(jurors).toEqual(byLot(free, seed))
    const earlier = await app.owner
      .selectFrom('events')
      .innerJoin('cases', 'cases.id', 'events.case_id')
      .select('hash')
      .where('reference', '=', reference)
      .where('type', '=', 'requestJurors')
      .executeTakeFirstOrThrow()
    expect(seed).toBe(earlier.hash.toString('hex'))

    const page = await clerk.visit(url)
    expect(page.text).toContain('Free')
    const assessor = browse()
    await assessor.submit('/sign-in', { email: roll[0]!.email, password })
    expect((await assessor.visit(url)).text).toContain('Unpaid price of industrial sensors')
    expect((await assessor.visit(`${url}/litigation/1/namePanel`)).status).toBe(409)
  })

  test('is refused where too few are left, a former mediator on the roll or not', async ({
    app,
    as,
    asked,
    people,
    roll,
  }) => {
    const { draw, fire } = await asked()
    // One of the two has a part in this dispute now.
    await app.owner.updateTable('roster').set({ removed_on: on }).where('user_id', '=', roll[1]!.id).execute()
    const clerk = await as('clerk')
    for (const [lang, words] of [
      ['en', 'too few'],
      ['zh-Hans', '可参审的人员不足'],
      ['zh-Hant', '可參審的人員不足'],
    ] as const) {
      await clerk.visit(`/cases?lang=${lang}`)
      const posted = await clerk.submit(draw)
      expect([posted.status, posted.text.includes(words)], lang).toEqual([409, true])
    }
    await clerk.visit('/cases?lang=en')
    const byHand = fire(people.clerk, 'drawJurors', { jurors: [roll[0]!.id, people.mediator.id] })
    await expect(byHand).rejects.toMatchObject({ reason: 'guard', condition: 'membersUnbarred' })
    await app.owner
      .updateTable('roster')
      .set({ removed_on: null })
      .where('user_id', '=', roll[1]!.id)
      .execute()
  })

  test('draws four beside three judges, who vote on the facts only', async ({
    addPerson,
    app,
    as,
    asked,
    assess,
    people,
  }) => {
    const { draw, fire, url } = await asked()
    for (const name of ['Third', 'Fourth']) await assess((await addPerson(name)).id)
    const third = await addPerson('Justice')
    await givePost(app.owner, third.id, 'QIANHAI_COURT', 'judge', '2024-01-01')
    await fire(people.clerk, 'namePanel', { panel: [people.judge.id, people.otherJudge.id, third.id] })
    const clerk = await as('clerk')
    expect((await clerk.submit(draw)).status).toBe(303)
    expect((await clerk.visit(url)).text).toContain('(vote on the facts only)')
    expect((await clerk.visit(`${url}?lang=zh-Hant`)).text).toContain('僅就事實認定參加表決')
    await clerk.visit('/cases?lang=en')
  })
})
