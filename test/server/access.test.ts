import type { Express } from 'express'
import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { addUser } from '../../server/accounts/queries.ts'
import { asActor, type Actor, type Db } from '../../server/db.ts'
import { fileCase, type CaseFiling } from '../../server/filing/file.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { shenzhenDay } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { serve, signIn, type Visitor } from '../support/asking.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from '../support/filings.ts'
import { monday, password, test as base, type Who } from '../support/test.ts'

/** What each route is for. A route without a rule here fails the first test. */
const rules: Record<string, 'everybody' | 'ownList' | 'filing' | 'administration' | 'case'> = {
  'GET /health/live': 'everybody',
  'GET /health/ready': 'everybody',
  'GET /': 'everybody',
  'GET /help': 'everybody',
  'GET /accessibility': 'everybody',
  'GET /privacy': 'everybody',
  'GET /dates': 'everybody',
  'GET /pathways': 'everybody',
  'GET /pathways/:name': 'everybody',
  'GET /pathways/:name/:picture': 'everybody',
  'GET /calculators': 'everybody',
  'GET /calculators/:calculator': 'everybody',
  'GET /api/openapi.json': 'everybody',
  'POST /api/:question': 'everybody',
  'GET /sign-in': 'everybody',
  'POST /sign-in': 'everybody',
  'POST /sign-out': 'everybody',
  'GET /cases': 'ownList',
  'GET /tasks': 'ownList',
  'GET /filings': 'filing',
  'GET /filings/new': 'filing',
  'POST /filings/new': 'filing',
  'GET /filings/:draft': 'filing',
  'GET /filings/:draft/way': 'filing',
  'POST /filings/:draft/way': 'filing',
  'GET /filings/:draft/claimant': 'filing',
  'POST /filings/:draft/claimant': 'filing',
  'GET /filings/:draft/others': 'filing',
  'GET /filings/:draft/others/:party': 'filing',
  'POST /filings/:draft/others/:party': 'filing',
  'POST /filings/:draft/others/:party/remove': 'filing',
  'GET /filings/:draft/contract': 'filing',
  'POST /filings/:draft/contract': 'filing',
  'GET /filings/:draft/claim': 'filing',
  'POST /filings/:draft/claim': 'filing',
  'GET /filings/:draft/exhibits': 'filing',
  'POST /filings/:draft/exhibits': 'filing',
  'POST /filings/:draft/exhibits/:number/remove': 'filing',
  'GET /filings/:draft/check': 'filing',
  'POST /filings/:draft/check': 'filing',
  'POST /filings/:draft/discard': 'filing',
  'GET /people': 'administration',
  'GET /people/new': 'administration',
  'POST /people': 'administration',
  'GET /people/:id': 'administration',
  'POST /people/:id': 'administration',
  'POST /people/:id/posts': 'administration',
  'POST /people/:id/posts/:code/:role/end': 'administration',
  'POST /people/:id/roster': 'administration',
  'POST /people/:id/roster/:code/:role/remove': 'administration',
  'GET /organisations': 'administration',
  'GET /organisations/new': 'administration',
  'POST /organisations': 'administration',
  'GET /organisations/:code': 'administration',
  'POST /organisations/:code': 'administration',
  'GET /calendars': 'administration',
  'GET /calendars/day': 'administration',
  'GET /calendars/day/check': 'administration',
  'GET /calendars/notice': 'administration',
  'GET /calendars/notice/check': 'administration',
  'POST /calendars': 'administration',
  'GET /calendars/:id': 'administration',
  'GET /calendars/:id/withdraw': 'administration',
  'POST /calendars/:id/withdraw': 'administration',
  'GET /rates': 'administration',
  'GET /rates/new': 'administration',
  'POST /rates': 'administration',
  'GET /caseload': 'administration',
  'POST /caseload/stuck/:reference': 'administration',
  'GET /cases/:reference': 'case',
  'GET /cases/:reference/receipt': 'case',
  'GET /cases/:reference/representations': 'case',
  'POST /cases/:reference/representations': 'case',
  'POST /cases/:reference/representations/:id/end': 'case',
  'GET /cases/:reference/documents/:id': 'case',
  'GET /cases/:reference/:pathway/:ordinal/notes/:room': 'case',
  'POST /cases/:reference/:pathway/:ordinal/notes/:room': 'case',
  'GET /cases/:reference/mediation/:ordinal/disclosures': 'case',
  'GET /cases/:reference/mediation/:ordinal/disclosures/new': 'case',
  'POST /cases/:reference/mediation/:ordinal/disclosures/new': 'case',
  'GET /cases/:reference/disclosures/:id': 'case',
  'POST /cases/:reference/disclosures/:id': 'case',
  'GET /cases/:reference/:pathway/:ordinal': 'case',
  'GET /cases/:reference/:pathway/:ordinal/way.svg': 'case',
  'GET /cases/:reference/:pathway/:ordinal/:event': 'case',
  'POST /cases/:reference/:pathway/:ordinal/:event': 'case',
}
const routesOf = (rule: string) =>
  Object.keys(rules).flatMap(route => {
    const [method = '', path = ''] = route.split(' ')
    return rules[route] === rule ? [{ method, path }] : []
  })

// Besides the people of every test: an agent of the claimant, and the parties of two more cases.
const more = ['agent', 'licensor', 'licensee', 'carrier', 'shipper'] as const
type Name = Who | (typeof more)[number]

/** Words that only those may read who see the case, by where they are. */
const cases = {
  suit: {
    title: 'Azure robots undelivered',
    names: ['Azure Bay Robotics', '湛蓝湾机器人', 'Crimson Peak Trading', '緋紅峰貿易'],
    exhibit: 'azure-contract.txt',
  },
  arbitrated: {
    title: 'Vermilion licence unpaid',
    names: ['Vermilion Labs', '朱砂实验室', 'Ochre Holdings', '赭石控股'],
    exhibit: 'vermilion-licence.txt',
  },
  mediated: {
    title: 'Jade freight overdue',
    names: ['Jade Carriers', '翡翠货运', 'Opal Shippers', '蛋白石付貨人'],
    exhibit: 'jade-waybill.txt',
  },
} as const
type CaseName = keyof typeof cases
const agreed = { within: 'Sixty azure per cent at once', mediated: 'Ninety jade per cent by June' }

const today = shenzhenDay(monday)
const timeout = 120_000

const test = base
  .extend('ask', { scope: 'file' }, ({ app }, { onCleanup }) => serve(app.express, onCleanup))
  .extend('everybody', { scope: 'file' }, async ({ app, people }) => {
    const passwordHash = await hashPassword(password)
    const add = async (who: string) => {
      const email = `${who}@example.test`
      const id = await addUser(app.owner, { email, name: { en: who }, passwordHash, at: monday })
      return [who, { id, email }] as const
    }
    const added = await Promise.all(more.map(add))
    return { ...people, ...Object.fromEntries(added) } as Record<Name, Actor & { email: string }>
  })
  .extend('visitors', { scope: 'file' }, async ({ ask, everybody }) => {
    const entered: Partial<Record<Name, Visitor>> = {}
    for (const who of Object.keys(everybody) as Name[]) entered[who] = await signIn(ask, everybody[who].email)
    return entered as Record<Name, Visitor>
  })
  .extend(
    'get',
    { scope: 'file' },
    ({ ask, visitors }) =>
      (who: Name, path: string) =>
        ask({ method: 'GET', path, cookie: visitors[who].cookie }),
  )
  .extend('post', { scope: 'file' }, ({ ask, visitors }) => (who: Name, path: string, fields = '') => {
    const { cookie, token } = visitors[who]
    return ask({ method: 'POST', path, cookie, body: `_csrf=${token}&${fields}` })
  })
  // Three cases of different people before different institutions, and a mediation within the first.
  .extend('filed', { scope: 'file' }, async ({ app, everybody }) => {
    const file = async (
      name: CaseName,
      filing: CaseFiling,
      speakers: [string, Name][],
      organisation: string,
    ) => {
      const { title, names, exhibit } = cases[name]
      const [first, second] = filing.parties
      const parties = [
        { ...first!, name: { en: names[0], 'zh-Hans': names[1] } },
        { ...second!, name: { en: names[2], 'zh-Hant': names[3] } },
      ]
      const documents = [{ name: exhibit, kind: 'contract', text: `The text of ${exhibit}` }]
      const representatives = speakers.map(([party, who]) => {
        const capacity = who === 'agent' ? ('agent' as const) : ('self' as const)
        return { party, user: everybody[who].id, capacity, specialAuthority: false }
      })
      const filer = everybody[speakers[0]![1]]
      const submission = { at: monday, organisation, representatives }
      const { reference } = await asActor(app.db, filer, trx =>
        fileCase(trx, filer, { ...filing, title, parties, documents }, submission),
      )
      return reference
    }
    const references = {
      suit: await file('suit', litigationFiling, [['p1', 'claimant'], ['p1', 'agent'], ['p2', 'respondent']], 'QIANHAI_COURT'), // prettier-ignore
      arbitrated: await file(
        'arbitrated',
        arbitrationFiling,
        [
          ['p1', 'licensor'],
          ['p2', 'licensee'],
        ],
        'SCIA',
      ),
      mediated: await file(
        'mediated',
        mediationFiling,
        [
          ['p1', 'carrier'],
          ['p2', 'shipper'],
        ],
        'HKMC',
      ),
    }
    const fire =
      (reference: string, pathway: PathwayName) =>
      async (who: Name, type: string, data: Data = {}) => {
        const where = { reference, pathway, ordinal: 1 }
        await asActor(app.db, everybody[who], trx =>
          fireEvent(trx, everybody[who], where, { type, data, at: monday }),
        )
      }
    const suit = fire(references.suit, 'litigation')
    await suit('intakeOfficer', 'register', { procedure: 'ordinary' })
    await suit('clerk', 'startService')
    await suit('clerk', 'recordService', { party: 'p2', receivedOn: today, method: 'email' })
    await suit('respondent', 'fileDefence')
    const { user_id } = await app.owner
      .selectFrom('assignments')
      .select('user_id')
      .where('role', '=', 'judge')
      .executeTakeFirstOrThrow()
    const judge: Name = user_id === everybody.judge.id ? 'judge' : 'otherJudge'
    await suit(judge, 'entrustMediation', { consents: ['p1', 'p2'] })
    const within = fire(references.suit, 'mediation')
    const ofSuit = { mediator: everybody.mediator.id }
    for (const who of ['claimant', 'respondent'] as const) await within(who, 'jointSelect', ofSuit)
    await within('mediator', 'acceptAndSignReceipt')
    await within('mediator', 'reachAgreement', { terms: agreed.within })

    const arbitration = fire(references.arbitrated, 'arbitration')
    await arbitration('tribunalSecretary', 'accept')
    await arbitration('tribunalSecretary', 'serveNotice', { party: 'p2', receivedOn: today })
    await arbitration('licensee', 'respond')
    await arbitration('tribunalSecretary', 'appointDefault', { arbitrators: [everybody.arbitrator.id] })
    await arbitration('tribunalSecretary', 'constitute')

    const mediation = fire(references.mediated, 'mediation')
    await mediation('shipper', 'consent')
    for (const who of ['carrier', 'shipper'] as const)
      await mediation(who, 'jointSelect', { mediator: everybody.otherMediator.id })
    await mediation('otherMediator', 'acceptAndSignReceipt')
    await mediation('otherMediator', 'reachAgreement', { terms: agreed.mediated })
    return { references, judge }
  })
  // Every proceeding with the documents in it.
  .extend('places', { scope: 'file' }, async ({ app, filed }) => {
    const { references } = filed
    const papers = await app.owner
      .selectFrom('documents')
      .innerJoin('proceedings', 'proceedings.id', 'documents.proceeding_id')
      .select(['documents.id', 'reference', 'pathway'])
      .execute()
    const place = (reference: string, pathway: PathwayName) => ({
      reference,
      pathway,
      url: `/cases/${reference}`,
      documents: papers
        .filter(paper => paper.reference === reference && paper.pathway === pathway)
        .map(({ id }) => `/cases/${reference}/documents/${id}`),
    })
    return {
      suit: place(references.suit, 'litigation'),
      within: place(references.suit, 'mediation'),
      arbitrated: place(references.arbitrated, 'arbitration'),
      mediated: place(references.mediated, 'mediation'),
    }
  })
  // Who reads what happens in a proceeding, and who only that there is one.
  .extend('readers', { scope: 'file' }, ({ filed }) => {
    const court: Name[] = ['intakeOfficer', 'clerk', 'enforcementOfficer', filed.judge]
    const sides: Name[] = ['claimant', 'agent', 'respondent']
    const readers: Record<Place, { inside: Name[]; register: Name[] }> = {
      suit: { inside: [...sides, ...court], register: ['administrator'] },
      within: {
        inside: [...sides, 'mediator', 'mediationCoordinator'],
        register: [...court, 'administrator'],
      },
      arbitrated: {
        inside: ['licensor', 'licensee', 'tribunalSecretary', 'arbitrator'],
        register: ['administrator'],
      },
      mediated: {
        inside: ['carrier', 'shipper', 'hongKongCoordinator', 'otherMediator'],
        register: ['administrator'],
      },
    }
    return readers
  })

type Place = 'suit' | 'within' | 'arbitrated' | 'mediated'
const placeNames: Place[] = ['suit', 'within', 'arbitrated', 'mediated']
const caseOf = { suit: 'suit', within: 'suit', arbitrated: 'arbitrated', mediated: 'mediated' } as const

/** Some event of each pathway that parties, and that staff, may fire. */
const events: Partial<Record<PathwayName, string[]>> = {
  litigation: ['withdraw', 'correctRecord', 'rejectAgreement', 'recomputeDeadlines'],
  mediation: ['complain', 'withdraw', 'signAll', 'correctRecord', 'decideComplaint'],
  arbitration: ['withdraw', 'disclose', 'closeProceedings', 'correctRecord'],
}

describe('every route', { timeout }, () => {
  test('has a rule', ({ app }) => {
    expect(routesIn(app.express).sort()).toEqual(Object.keys(rules).sort())
  })

  test('but the open ones asks who one is', async ({ ask, places, everybody }) => {
    const { reference } = places.suit
    for (const rule of ['ownList', 'filing', 'administration', 'case']) {
      for (const { method, path } of routesOf(rule)) {
        const asked = filledIn(path, { ':reference': reference, ':id': everybody.stranger.id })
        const { status, location } = await ask({
          method,
          path: asked,
          ...(method === 'POST' && { body: 'a=1' }),
        })
        expect([status, location.split('?')[0]], `${method} ${asked}`).toEqual([303, '/sign-in'])
      }
    }
  })

  test('of administration is closed to everybody else', async ({ get, post, everybody, places, app }) => {
    const before = await registersOf(app.owner)
    const others = (Object.keys(everybody) as Name[]).filter(who => who !== 'administrator')
    for (const { method, path } of routesOf('administration')) {
      const asked = filledIn(path, { ':id': everybody.stranger.id, ':reference': places.suit.reference })
      for (const who of others) {
        const { status } = await (method === 'GET' ? get(who, asked) : post(who, asked, 'role=clerk'))
        expect(status, `${who} ${method} ${asked}`).toBe(403)
      }
    }
    expect(await registersOf(app.owner)).toEqual(before)
  })

  test('of filing is for parties and desks, each for their own drafts', async ({
    get,
    post,
    everybody,
    app,
  }) => {
    const begun = await post('claimant', '/filings/new', 'organisation=QIANHAI_COURT')
    const draft = /[\da-f-]{36}/.exec(begun.location)?.[0] ?? ''
    const read = () =>
      app.owner.selectFrom('drafts').select(['body', 'updated_at']).where('id', '=', draft).execute()
    const before = await read()
    expect(before).toHaveLength(1)
    expect((await get('claimant', `/filings/${draft}/claim`)).status).toBe(200)

    const parties: Name[] = ['respondent', 'thirdParty', 'stranger', ...more]
    const desks: Name[] = ['intakeOfficer', 'tribunalSecretary', 'hkiacSecretary']
    const others = (Object.keys(everybody) as Name[]).filter(who => who !== 'claimant')
    for (const { method, path } of routesOf('filing').filter(({ path }) => path.includes(':draft'))) {
      const asked = filledIn(path, { ':draft': draft })
      for (const who of others) {
        const { status } = await (method === 'GET' ? get(who, asked) : post(who, asked, 'organisation=SCIA'))
        const files = [...parties, ...desks].includes(who)
        // Whoever discards what is not there has discarded nothing.
        const absent = path.endsWith('/discard') ? 303 : 404
        expect(status, `${who} ${method} ${asked}`).toBe(files ? absent : 403)
      }
    }
    expect(await read()).toEqual(before)
    for (const who of others.filter(who => [...parties, ...desks].includes(who)))
      expect((await get(who, '/filings')).text).not.toContain(draft)
  })
})

describe.each(placeNames)('%s', { timeout }, name => {
  test('is read by those whose part it is, and there for nobody else', async ({
    get,
    everybody,
    places,
    readers,
  }) => {
    const { url, pathway, documents } = places[name]
    const { inside, register } = readers[name]
    const elsewhere = placeNames.filter(other => caseOf[other] === caseOf[name] && other !== name)
    const onCase = [name, ...elsewhere].flatMap(place => [
      ...readers[place].inside,
      ...readers[place].register,
    ])
    const foreign = placeNames
      .filter(other => caseOf[other] !== caseOf[name])
      .flatMap(other => places[other].documents.map(path => path.replace(places[other].url, url)))
    expect(documents.length).toBeGreaterThan(0)

    for (const who of Object.keys(everybody) as Name[]) {
      const sees = inside.includes(who)
      const knows = sees || register.includes(who)
      const answer = async (path: string) => (await get(who, path)).status
      expect(await answer(url), `${who} ${url}`).toBe(onCase.includes(who) ? 200 : 404)
      expect(await answer(`${url}/${pathway}/1`), `${who} ${pathway}`).toBe(knows ? 200 : 404)
      expect(await answer(`${url}/${pathway}/1/way.svg`), `${who} way`).toBe(sees ? 200 : 404)
      expect(await answer(`${url}/${pathway}/2`), `${who} ${pathway} 2`).toBe(404)
      for (const path of documents) expect(await answer(path), `${who} ${path}`).toBe(sees ? 200 : 404)
      for (const path of foreign) expect(await answer(path), `${who} ${path}`).toBe(404)
      for (const event of events[pathway] ?? []) {
        const path = `${url}/${pathway}/1/${event}`
        expect(knows ? [200, 409] : [404], `${who} ${path}`).toContain(await answer(path))
      }
      const readsFiling = readers[caseOf[name]].inside.includes(who)
      expect(await answer(`${url}/receipt`), `${who} receipt`).toBe(readsFiling ? 200 : 404)
      expect(onCase.includes(who) ? [200, 409] : [404], `${who} opens`).toContain(
        await answer(`${url}/open/mediation/propose`),
      )
    }
  })

  test('takes nothing from anybody else', async ({ app, post, everybody, places, readers }) => {
    const { url, pathway, reference } = places[name]
    const { inside, register } = readers[name]
    const standing = () => standingOf(app.owner, reference)
    const before = await standing()
    const outsiders = (Object.keys(everybody) as Name[]).filter(
      who => ![...inside, ...register].includes(who),
    )
    const fields = 'conduct=x&why=x&seq=1&signedOn=2026-03-09&circumstance=x&measure=removal'
    for (const event of events[pathway] ?? []) {
      const path = `${url}/${pathway}/1/${event}`
      for (const who of outsiders) {
        expect((await post(who, path, fields)).status, `${who} ${path}`).toBe(404)
        expect((await post(who, path, `${fields}&_change=1`)).status, `${who} ${path}`).toBe(404)
      }
      for (const who of register)
        expect([409, 422], `${who} ${path}`).toContain((await post(who, path, fields)).status)
    }
    expect(await standing()).toEqual(before)
  })
})

describe('lists, searches and tasks', { timeout }, () => {
  test('never name what is not for the reader', async ({ get, everybody, places, readers }) => {
    const searches = Object.values(cases).flatMap(({ title, names }) => [title.split(' ')[0]!, ...names])
    const references = Object.values(places).map(({ reference }) => reference)
    const pages = ['/cases', '/cases?view=waiting', '/cases?view=closed', '/tasks', '/']
    for (const who of Object.keys(everybody) as Name[]) {
      const mine = placeNames.filter(place => readers[place].inside.includes(who)).map(place => caseOf[place])
      const registered = placeNames.some(place => readers[place].register.includes(who))
      const hidden = (Object.keys(cases) as CaseName[]).filter(name => !mine.includes(name))
      const secrets = hidden.flatMap(name => [
        cases[name].title,
        cases[name].exhibit,
        ...cases[name].names,
        ...(who === 'administrator' && registered ? [] : [places[name].reference]),
      ])
      const list = wordsOf((await get(who, '/cases')).text)
      for (const name of mine) {
        expect(list, `${who} ${name}`).toContain(places[name].reference)
        expect(list, `${who} ${name}`).toContain(cases[name].title)
      }
      for (const page of pages)
        expect(wordsOf((await get(who, page)).text), `${who} ${page}`).toSatisfy(without(secrets))
      for (const asked of [...searches, ...references]) {
        const path = `/cases?q=${encodeURIComponent(asked)}`
        const { status, text } = await get(who, path)
        expect(status).toBe(200)
        // What was asked for stands in the search itself.
        const told = secrets.filter(secret => !secret.includes(asked) && !asked.includes(secret))
        expect(wordsOf(text), `${who} ${path}`).toSatisfy(without(told))
        const row = load(text)('tbody').text()
        expect(row, `${who} ${path}`).toSatisfy(without(secrets))
      }
    }
  })

  test('give an agent the case of its party', async ({ get, places }) => {
    const { text } = await get('agent', '/cases?q=Azure')
    expect(load(text)('tbody').text()).toContain(places.suit.reference)
  })

  test('give administrators numbers and registers, and no content', async ({ get, places }) => {
    const contents = Object.values(cases).flatMap(({ title, names, exhibit }) => [title, exhibit, ...names])
    const pages = ['/caseload', '/people', '/organisations', '/tasks', '/cases']
    const registers = Object.values(places).flatMap(({ url, pathway }) => [url, `${url}/${pathway}/1`])
    for (const page of [...pages, ...registers]) {
      const { status, text } = await get('administrator', page)
      expect(status, page).toBe(200)
      expect(wordsOf(text), page).toSatisfy(without([...contents, ...Object.values(agreed)]))
    }
    expect(wordsOf((await get('administrator', places.mediated.url)).text)).toContain(
      places.mediated.reference,
    )
  })
})

describe('between a suit and the mediation within it', () => {
  test('the mediator reads nothing of the suit', async ({ get, places }) => {
    const { url } = places.suit
    const { text } = await get('mediator', url)
    expect(wordsOf(text)).toContain('Case accepted by the mediator')
    expect(wordsOf(text)).toSatisfy(without([cases.suit.exhibit, 'Defence filed', 'Case registered']))
  })

  test('the judge sees that there is a mediation, and not what happens in it', async ({
    get,
    places,
    filed,
  }) => {
    const { url } = places.suit
    for (const who of [filed.judge, 'intakeOfficer', 'clerk'] as const) {
      for (const page of [url, `${url}/mediation/1`, `${url}/litigation/1`]) {
        const { text } = await get(who, page)
        expect(wordsOf(text), `${who} ${page}`).toContain('Mediation 1')
        expect(wordsOf(text), `${who} ${page}`).toSatisfy(
          without([agreed.within, 'Case accepted by the mediator', 'Terms agreed']),
        )
      }
    }
    const party = await get('respondent', `${url}/mediation/1`)
    for (const words of ['Case accepted by the mediator', 'Terms agreed', agreed.within])
      expect(wordsOf(party.text)).toContain(words)
  })
})

/** All that has been recorded on a case, and how it stands. */
const standingOf = async (owner: Db, reference: string) => {
  const ofCase = owner.selectFrom('cases').select(['seq', 'head']).where('reference', '=', reference)
  const ofProceedings = owner
    .selectFrom('proceedings')
    .innerJoin('snapshots', 'snapshots.proceeding_id', 'proceedings.id')
    .select(['pathway', 'state', 'proceedings.seq', 'context'])
    .where('reference', '=', reference)
    .orderBy('pathway')
  return [await ofCase.execute(), await ofProceedings.execute()]
}

/** The registers that administrators keep. */
const registersOf = async (owner: Db) => [
  await owner.selectFrom('users').select(['email', 'name', 'active']).orderBy('email').execute(),
  await owner.selectFrom('posts').select(['user_id', 'role', 'until']).orderBy('user_id').execute(),
  await owner.selectFrom('roster').select(['user_id', 'role', 'removed_on']).orderBy('user_id').execute(),
  await owner.selectFrom('organisations').select(['code', 'name']).orderBy('code').execute(),
]

/** The routes of an app, as they were declared. */
function routesIn(app: Express): string[] {
  const within = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle }) =>
      route
        ? Object.keys(route.methods).map(method => `${method.toUpperCase()} ${route.path}`)
        : within(handle.stack ?? []),
    )
  return within(app.router.stack as unknown as Layer[])
}
type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: { stack?: Layer[] } }

/** An address of a route, with something for each of its parts. */
const filledIn = (path: string, parts: Record<string, string>) =>
  path.replaceAll(/:\w+/g, part => parts[part] ?? '1')

const wordsOf = (html: string) => load(html)('body').text().replaceAll(/\s+/g, ' ')
const without = (words: readonly string[]) => (text: string) => words.every(word => !text.includes(word))
