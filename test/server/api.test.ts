import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asActor } from '../../server/db.ts'
import { enter } from '../../server/deadlines/register.ts'
import { answers, openApi } from '../../server/calculators/openapi.ts'
import { test } from '../support/test.ts'
import { hasShared, shared } from '../workflows/rules/shared.ts'

type Path = keyof typeof answers

const qianhai = {
  id: 'p1',
  side: 'claimant',
  kind: 'company',
  registration: { jurisdiction: 'CN', city: 'Shenzhen', inQianhaiCooperationZone: true },
  domicile: 'CN',
  investors: [{ origin: 'HK', share: 100 }],
}
const mainland = {
  id: 'p2',
  side: 'respondent',
  kind: 'company',
  registration: { jurisdiction: 'CN', city: 'Shenzhen' },
  domicile: 'CN',
}
const choosesHongKong = { kind: 'saleOfGoods', performedIn: 'CN', chosenLaw: 'HK', signedOn: '2025-06-01' }

const questions: Record<Path, object> = {
  deadlines: { rule: 'defence.domiciled', triggerDate: '2026-02-02' },
  fees: { kind: 'court.case', amount: '500000', currency: 'CNY' },
  'governing-law': { contract: choosesHongKong, parties: [qianhai, mainland], assertedLaw: 'HK' },
  'arbitration-clause': {
    contract: { institution: 'HKIAC', seat: 'HONG_KONG' },
    parties: [qianhai, mainland],
    on: '2026-05-04',
  },
  jurisdiction: {
    claim: { amount: '39999999.99', currency: 'CNY' },
    parties: [{ ...qianhai, registration: { jurisdiction: 'HK' }, domicile: 'HK' }, mainland],
    contract: {},
  },
  'read-clause': { text: 'This contract is governed by the laws of Hong Kong.' },
}

type Body = Record<string, unknown>

describe('the rules as JSON', () => {
  test('answer what is asked in the shape they describe', async ({ app }) => {
    for (const [path, schema] of Object.entries(answers)) {
      const answer = await request(app.express)
        .post(`/api/${path}`)
        .send(questions[path as Path])
        .expect(200)
      const read = (schema as z.ZodType).safeParse(answer.body)
      expect(read.error, path).toBeUndefined()
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
      expect(answer.headers).not.toHaveProperty('x-powered-by')
      const { paths } = openApi
      expect(Object.keys(paths)).toContain(`/${path}`)
    }
  })

  test('answer by the law', async ({ app }) => {
    const ask = async (path: Path, question: object = questions[path]) =>
      (await request(app.express).post(`/api/${path}`).send(question).expect(200)).body as Record<
        string,
        unknown
      >

    expect(await ask('deadlines')).toMatchObject({
      due: '2026-02-24',
      raw: '2026-02-17',
      rule: 'defence.domiciled',
      provisional: false,
    })
    expect(await ask('fees')).toMatchObject({ fee: '8800.00', currency: 'CNY' })
    const law = await ask('governing-law')
    expect(law).toMatchObject({ verdict: 'supported', law: 'HK' })
    expect(law.basis).toContain('GL-16')
    const clause = await ask('arbitration-clause')
    expect(clause).toMatchObject({ verdict: 'supported', seat: 'HONG_KONG', supervisoryCourt: 'HK_CFI' })
    expect(clause.basis).toContain('GL-16')
    const court = await ask('jurisdiction')
    expect(court).toMatchObject({ foreignRelated: true, court: 'QIANHAI' })
    expect(court.procedures).not.toContain('smallClaims')
    expect(await ask('read-clause')).toMatchObject({ governingLaws: ['HK'] })
  })

  test('move a day that falls on one that is closed', async ({ app }) => {
    const asked = { rule: 'arb.response.30d', triggerDate: '2026-03-04', calendar: 'HK' }
    const due = async (more: object) =>
      (
        await request(app.express)
          .post('/api/deadlines')
          .send({ ...asked, ...more })
          .expect(200)
      ).body as object
    expect(await due({})).toMatchObject({ due: '2026-04-08' })
    expect(await due({ closureDays: ['2026-04-08'] })).toMatchObject({ due: '2026-04-09' })
  })

  test('take a party by any name for a party, and no answer from the name', async ({ app }) => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const answer = await request(app.express)
        .post('/api/governing-law')
        .send({ contract: { performedIn: 'CN' }, parties: [{ ...mainland, id }], assertions: {} })
        .expect(200)
      expect(answer.body).toMatchObject({ verdict: 'supported', law: 'CN' })
    }
  })

  test('do not count past the last year that is written with four digits', async ({ app }) => {
    const asked = { rule: 'enforcement.apply', triggerDate: '9999-12-31' }
    const answer = await request(app.express).post('/api/deadlines').send(asked).expect(422)
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/triggerDate', code: 'outOfRange' }] })
  })

  test('read no text that is longer than any clause', async ({ app }) => {
    const read = (length: number) =>
      request(app.express)
        .post('/api/read-clause')
        .send({ text: 'law of '.repeat(length / 7) })
    await read(19_999).expect(200)
    expect((await read(20_006).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/text', code: 'tooMuch' }],
    })
  })

  test('count by what an administrator entered, as a case would', async ({ app, people, clock }) => {
    const due = async () => {
      const asked = { rule: 'defence.domiciled', triggerDate: '2026-03-10' }
      const answer = await request(app.express).post('/api/deadlines').send(asked).expect(200)
      return (answer.body as Body).due
    }
    expect(await due()).toBe('2026-03-25')
    const closed = {
      kind: 'closed',
      calendar: 'CN',
      day: '2026-03-25',
      why: 'courtClosed',
      note: '',
    } as const
    await asActor(app.db, people.administrator, trx =>
      enter(trx, closed, { actor: people.administrator, form: undefined, at: clock.now }),
    )
    clock.now = '2026-03-09T01:01:00.000Z'
    expect(await due()).toBe('2026-03-26')
  })
})

describe('what cannot be answered', () => {
  type Answer = { status: number; title: string; errors: { pointer: string; code: string; detail: string }[] }
  const wrong: [Path, unknown, [pointer: string, code: string][]][] = [
    [
      'deadlines',
      {},
      [
        ['/rule', 'missing'],
        ['/triggerDate', 'missing'],
      ],
    ],
    [
      'deadlines',
      { rule: 'no.such', triggerDate: '2026-02-30' },
      [
        ['/rule', 'notOneOf'],
        ['/triggerDate', 'notADay'],
      ],
    ],
    ['deadlines', { rule: 'filing.supplement', triggerDate: '2026-02-02' }, [['/dueOn', 'fixedByCourt']]],
    [
      'deadlines',
      { rule: 'defence.domiciled', triggerDate: '2026-02-02', calendar: 'HK' },
      [['/calendar', 'otherCalendar']],
    ],
    ['fees', { kind: 'court.case', amount: '-1' }, [['/amount', 'malformed']]],
    ['fees', { kind: 'court.preservation' }, [['/amount', 'amountNeeded']]],
    ['fees', { kind: 'court.case', amount: '1', currency: 'HKD' }, [['/currency', 'scheduleIn']]],
    ['governing-law', { contract: {}, parties: [] }, [['/parties', 'tooLittle']]],
    [
      'governing-law',
      { contract: { chosenLaw: 'Hong Kong' }, parties: [mainland] },
      [['/contract/chosenLaw', 'malformed']],
    ],
    [
      'jurisdiction',
      { claim: { amount: 5, currency: 'CNY' }, parties: [mainland] },
      [['/claim/amount', 'wrongType']],
    ],
    ['read-clause', { text: '' }, [['/text', 'tooLittle']]],
    ['read-clause', [], [['', 'wrongType']]],
  ]

  test.for(wrong)('%s %j', async ([path, asked, problems], { app }) => {
    const answer = await request(app.express)
      .post(`/api/${path}`)
      .send(asked as object)
    expect(answer.status).toBe(422)
    expect(answer.type).toBe('application/problem+json')
    const { status, title, errors } = answer.body as Answer
    expect(status).toBe(422)
    expect(title).not.toBe('')
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual(problems)
  })

  test('is said in the language of whoever asks', async ({ app }) => {
    const details = await Promise.all(
      ['en', 'zh-CN', 'zh-HK'].map(async language => {
        const answer = await request(app.express).post('/api/fees').set('Accept-Language', language).send({})
        return (answer.body as Answer).errors[0]?.detail
      }),
    )
    expect(new Set(details).size).toBe(3)
  })

  test('is a problem of its kind also where it is no question at all', async ({ app }) => {
    const { express } = app
    const json = (body: string) =>
      request(express).post('/api/fees').set('Content-Type', 'application/json').send(body)
    await json('{')
      .expect(400)
      .expect('Content-Type', /problem\+json/)
    await json(`{"kind":"${'x'.repeat(300_000)}"}`)
      .expect(413)
      .expect('Content-Type', /problem\+json/)
    await request(express).get('/api/fees').expect(405).expect('Allow', 'POST')
    await request(express).post('/api/openapi.json').send({}).expect(405).expect('Allow', 'GET')
    await request(express)
      .post('/api/nothing')
      .send({})
      .expect(404)
      .expect('Content-Type', /problem\+json/)
    await request(express).post('/api/fees').type('text').send('court.case').expect(422)
  })

  test('is never a fault of ours, whatever is sent', { timeout: 120_000 }, async ({ app }) => {
    const paths = Object.keys(answers) as Path[]
    const values = (question: object) =>
      fc.oneof(
        fc.jsonValue(),
        fc.record(
          Object.fromEntries(
            Object.entries(question).map(([name, value]) => [
              name,
              fc.oneof(fc.constant(value as unknown), fc.jsonValue(), fc.string({ unit: 'binary' })),
            ]),
          ),
          { requiredKeys: [] },
        ),
      )
    const any = fc.constantFrom(...paths).chain(path => fc.tuple(fc.constant(path), values(questions[path])))
    await fc.assert(
      fc.asyncProperty(any, async ([path, body]) => {
        const { status } = await request(app.express)
          .post(`/api/${path}`)
          .set('Content-Type', 'application/json')
          .send(JSON.stringify(body))
        expect([200, 400, 422]).toContain(status)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, says an independent reader', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(openApi))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('is where clients look for it', async ({ app }) => {
    const answer = await request(app.express).get('/api/openapi.json').expect(200)
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(openApi)))
  })
})

describe.skipIf(!hasShared)('the scenarios of the reference', () => {
  const scenarios = (name: string) =>
    (hasShared ? (shared(`scenarios/${name}.json`) as Record<string, object[]>)[name] : []) ?? []

  test('get the same dates and fees', async ({ app }) => {
    for (const { due, fee, note, ...asked } of scenarios('deadlines') as Record<string, string>[]) {
      const answer = await request(app.express).post('/api/deadlines').send(asked).expect(200)
      expect(answer.body, `${asked.id}: ${note}`).toMatchObject({ due })
      expect(fee).toBeUndefined()
    }
    for (const { fee, ...asked } of scenarios('fees') as Record<string, string>[]) {
      const answer = await request(app.express).post('/api/fees').send(asked).expect(200)
      expect(answer.body, asked.id).toMatchObject({ fee })
    }
  })
})
