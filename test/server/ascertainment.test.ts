import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { asActor, type Db } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { litigationFiling } from '../support/filings.ts'
import { test as base, type Who } from '../support/test.ts'

const test = base.extend('lawAsked', { scope: 'file' }, async ({ app, people, clock, fileLitigation }) => {
  const { reference, url } = await fileLitigation({
    contract: { ...litigationFiling.contract, chosenLaw: 'HK' },
  })
  const fire = (who: Who, pathway: PathwayName, type: string, data: Data = {}) =>
    asActor(app.db, people[who], trx =>
      fireEvent(trx, people[who], { reference, pathway, ordinal: 1 }, { type, data, at: clock.now }),
    )
  await fire('intakeOfficer', 'litigation', 'register', { procedure: 'ordinary' })
  const { user_id } = await app.owner
    .selectFrom('assignments')
    .select('user_id')
    .where('role', '=', 'judge')
    .executeTakeFirstOrThrow()
  const judge: Who = user_id === people.judge.id ? 'judge' : 'otherJudge'
  const other: Who = judge === 'judge' ? 'otherJudge' : 'judge'
  await fire('clerk', 'litigation', 'startService')
  const served = { party: 'p2', method: 'inPerson', receivedOn: '2026-03-09' }
  await fire('clerk', 'litigation', 'recordService', served)
  await fire('respondent', 'litigation', 'fileDefence')
  await fire(judge, 'litigation', 'openLawAscertainment')
  await fire(judge, 'lawAscertainment', 'fixScope', { questions: ['Is the clause a penalty?'] })
  await fire(judge, 'lawAscertainment', 'commission', { channel: 'institutionOrExpert' })
  return { reference, url, judge, other, fire }
})

describe('an expert on the foreign law', { timeout: 60_000 }, () => {
  test('sees where the law is ascertained, and nothing else of the case', async ({ as, lawAsked, app }) => {
    const { url, reference } = lawAsked
    const expert = await as('lawExpert')
    const page = await expert.visit(`${url}/lawAscertainment/1`).expect(200)
    expect(page.text).toContain('Is the clause a penalty?')
    await expert.visit(`${url}/litigation/1`).expect(404)
    const papers = await app.owner
      .selectFrom('documents')
      .innerJoin('proceedings', 'proceedings.id', 'documents.proceeding_id')
      .select('documents.id')
      .where('reference', '=', reference)
      .where('pathway', '=', 'litigation')
      .execute()
    expect(papers.length).toBeGreaterThan(0)
    for (const { id } of papers) await expert.visit(`${url}/documents/${id}`).expect(404)
  })

  test('sees no case in which nothing is asked', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation({ title: 'Nothing foreign' })
    await (await as('lawExpert')).visit(url).expect(404)
  })

  test('hands in an opinion only with a statement of no interest', async ({ as, lawAsked }) => {
    const { url } = lawAsked
    const expert = await as('lawExpert')
    const form = `${url}/lawAscertainment/1/submit`
    const opinion = { materials: 'Opinion\r\nMakdessi [2015] UKSC 67' }
    const without = await expert.submit(form, opinion)
    expect(without.status).toBe(409)
    expect(load(without.text)('main').text()).toContain('no interest in the case')
    const sent = await expert.submit(form, { ...opinion, noInterestStatement: 'yes' })
    expect(sent.status).toBe(303)
  })

  test('is read by the judge of the suit, not by the others of the court', async ({ as, lawAsked }) => {
    const { url, judge, other } = lawAsked
    const page = await (await as(judge)).visit(`${url}/lawAscertainment/1`).expect(200)
    expect(page.text).toContain('Makdessi')
    await (await as(other)).visit(`${url}/lawAscertainment/1`).expect(404)
  })
})

describe('the ascertainment of a law', { timeout: 60_000 }, () => {
  test('is not opened by hand', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const clerk = await as('intakeOfficer')
    const refused = await clerk.visit(`${url}/open/lawAscertainment/openAscertainment`)
    expect(refused.status).toBe(409)
  })

  test('tells the parties what follows if nothing is provided', async ({ lawAsked, as }) => {
    const { url, judge, fire } = lawAsked
    await fire(judge, 'lawAscertainment', 'insufficient', { channel: 'parties' })
    const form = await (await as('claimant')).visit(`${url}/lawAscertainment/1/submit`).expect(200)
    expect(form.text).toContain('of case law the full judgments')
    const page = await (await as(judge)).visit(`${url}/lawAscertainment/1/insufficient`).expect(200)
    expect(
      load(page.text)('[name=channel]')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['judicialAssistance', 'embassy', 'cooperationMechanism', 'expertCommittee', 'other'])
  })
})

const nextIn = (html: string) => load(html)('section[aria-labelledby=next]').text()

/** Whom the measure fell to. */
async function judgeOf(app: { owner: Db }, people: Record<'judge', { id: string }>, reference: string) {
  const { user_id } = await app.owner
    .selectFrom('assignments')
    .innerJoin('proceedings', 'proceedings.id', 'assignments.proceeding_id')
    .select('user_id')
    .where('reference', '=', reference)
    .where('pathway', '=', 'interimMeasures')
    .executeTakeFirstOrThrow()
  return user_id === people.judge.id ? 'judge' : 'otherJudge'
}

describe('a measure asked for in a suit', { timeout: 60_000 }, () => {
  test('is applied for, granted and carried out through the pages', async ({
    as,
    fileLitigation,
    people,
    app,
  }) => {
    const { url, reference } = await fileLitigation()
    const claimant = await as('claimant')
    expect((await claimant.visit(url)).text).toContain('Apply for interim measures')
    const apply = { type: 'property', phase: 'pre', amount: '1,000,000.00', assets: 'Account' }
    const applied = await claimant.submit(`${url}/open/interimMeasures/apply`, apply)
    expect(applied.status).toBe(303)
    const judge = await as(await judgeOf(app, people, reference))
    const measure = `${url}/interimMeasures/1`
    await judge.submit(`${measure}/checkRoute`, { court: 'Qianhai Court' })
    const tooLittle = await judge.submit(`${measure}/requireSecurity`, {
      amount: '300,000.00',
      'dueOn-day': '12',
      'dueOn-month': '3',
      'dueOn-year': '2026',
    })
    expect(tooLittle.status).toBe(409)
    expect(load(tooLittle.text)('main').text()).toContain('it equals the whole sum')
    await judge.submit(`${measure}/waiveSecurity`, { ground: 'Clear case' })
    await judge.submit(`${measure}/grant`, { measures: 'Freeze' })
    const respondent = await as('respondent')
    await respondent.visit(measure).expect(404)
    await respondent.visit(url).expect(404)
    const officer = await as('enforcementOfficer')
    const executed = { 'executedOn-day': '9', 'executedOn-month': '3', 'executedOn-year': '2026' }
    await officer.submit(`${measure}/execute`, { ...executed, assetKind: 'deposits' })
    await respondent.visit(measure).expect(200)
    const page = load((await claimant.visit(measure).expect(200)).text)('main').text()
    expect(page).toContain('In force')
    expect(page).toContain('8 April 2026')
    expect(page).toContain('9 March 2027')

    // The suit has to follow, or the measure is lifted.
    const next = nextIn((await respondent.visit(measure)).text)
    expect(next).toContain('In force until 9 March 2027, unless it is renewed')
    expect(next).toContain('WhoQianhai Lingdu Sensors Co., Ltd.By whenWednesday 8 April 2026')
  })

  test('in force waits for nobody until a judge is asked for something', async ({
    fileLitigation,
    as,
    app,
    people,
  }) => {
    const { url, reference } = await fileLitigation()
    const claimant = await as('claimant')
    const apply = { type: 'property', phase: 'pending', amount: '1,000,000.00', assets: 'Account' }
    await claimant.submit(`${url}/open/interimMeasures/apply`, apply)
    const judge = await as(await judgeOf(app, people, reference))
    const measure = `${url}/interimMeasures/1`
    await judge.submit(`${measure}/checkRoute`, { court: 'Qianhai Court' })
    await judge.submit(`${measure}/waiveSecurity`, { ground: 'Clear case' })
    await judge.submit(`${measure}/grant`, { measures: 'Freeze' })
    const executed = { 'executedOn-day': '9', 'executedOn-month': '3', 'executedOn-year': '2026' }
    await (
      await as('enforcementOfficer')
    ).submit(`${measure}/execute`, { ...executed, assetKind: 'deposits' })

    const calm = nextIn((await judge.visit(measure)).text)
    expect(calm).toContain('WhoNobody has to actBy whenTuesday 9 March 2027')
    expect(calm).toContain('The applicant may ask for renewal, or withdraw')

    await claimant.submit(`${measure}/requestRenewal`)
    expect(nextIn((await judge.visit(measure)).text)).toContain('Renew the measure')
    expect(nextIn((await claimant.visit(measure)).text)).toContain('WhoJudge')
    await (await as('respondent')).submit(`${measure}/requestLift`, { ground: 'other', urgent: 'no' })
    const asked = nextIn((await judge.visit(measure)).text)
    expect(asked).toContain('Decide on lifting')
    expect(asked).toContain('Monday 16 March 2026')
  })
})
