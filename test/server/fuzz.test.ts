import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { asActor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { shenzhenDay } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import { pathwayOf } from '../../workflows/index.ts'
import { serve, signIn, visit, type Answer, type Ask, type Asked, type Visitor } from '../support/asking.ts'
import {
  dice,
  encode,
  fittingAnswers,
  hostileName,
  hostileValue,
  quoted,
  spoil,
  type Dice,
  type Pairs,
} from '../support/hostile.ts'
import { monday, test as base, type Who } from '../support/test.ts'

const staff = ['intakeOfficer', 'clerk', 'mediationCoordinator', 'tribunalSecretary'] as const
const everybody = ['claimant', 'respondent', 'mediator', 'administrator', ...staff] as const
const today = shenzhenDay(monday)
const timeout = 300_000

const test = base
  .extend('ask', { scope: 'file' }, ({ app }, { onCleanup }) => serve(app.express, onCleanup))
  .extend('signedIn', { scope: 'file' }, async ({ ask, people }) => {
    const enter = async (who: (typeof everybody)[number]) =>
      [who, await signIn(ask, people[who].email)] as const
    const visitors: Partial<Record<Who, Visitor>> = Object.fromEntries(
      await Promise.all(everybody.map(enter)),
    )
    return (who: Who): Visitor => visitors[who] ?? { cookie: '', token: '' }
  })
  .extend(
    'fire',
    ({ app, people }) =>
      (reference: string, pathway: Name, [who, type, data]: Act) =>
        asActor(app.db, people[who], trx =>
          fireEvent(trx, people[who], { reference, pathway, ordinal: 1 }, { type, data, at: monday }),
        ),
  )
  // A case of each pathway, gone some way.
  .extend(
    'cases',
    ({ fileLitigation, fileMediation, fileArbitration, fire, people }) =>
      async (along: number) => {
        const file = { litigation: fileLitigation, mediation: fileMediation, arbitration: fileArbitration }
        const filed: Case[] = []
        for (const pathway of ['litigation', 'mediation', 'arbitration'] as const) {
          const { reference } = await file[pathway]()
          const acts = beginnings(people.mediator.id)[pathway]
          for (const act of acts.slice(0, along % (acts.length + 1))) await fire(reference, pathway, act)
          filed.push({ reference, pathway })
        }
        return filed
      },
  )

type Name = 'litigation' | 'mediation' | 'arbitration'
type Act = [Who, string, Data]
type Case = { reference: string; pathway: Name }

const beginnings = (mediator: string): Record<Name, Act[]> => ({
  litigation: [
    ['intakeOfficer', 'register', { procedure: 'ordinary' }],
    ['clerk', 'startService', {}],
    ['clerk', 'recordService', { party: 'p2', receivedOn: today, method: 'email' }],
    ['respondent', 'fileDefence', {}],
  ],
  mediation: [
    ['respondent', 'consent', {}],
    ['claimant', 'jointSelect', { mediator }],
    ['respondent', 'jointSelect', { mediator }],
    ['mediator', 'acceptAndSignReceipt', {}],
    ['mediator', 'reachAgreement', { terms: 'Half' }],
  ],
  arbitration: [
    ['tribunalSecretary', 'accept', {}],
    ['tribunalSecretary', 'serveNotice', { party: 'p2', receivedOn: today }],
    ['respondent', 'respond', {}],
  ],
})

describe('what nobody should send is answered by a page and never by a fault', () => {
  test('3100 addresses', { timeout }, async ({ ask, signedIn, cases, people }) => {
    const known = (await cases(2)).map(({ reference }) => reference)
    const drafts = await begun(ask, signedIn('claimant'))
    const roll = dice(1)
    const part = (...usual: string[]) => (roll.oneIn(3) ? segment(roll) : roll.pick(usual))
    const addresses: (() => string)[] = [
      () => `/cases/${part(...known)}`,
      () => `/cases/${part(...known)}/receipt`,
      () => `/cases/${part(...known)}/documents/${part(people.claimant.id)}`,
      () => `/cases/${part(...known)}/${part(...names)}/${part('1', '2')}`,
      () => `/cases/${part(...known)}/${part(...names, 'open')}/${part('1', 'mediation')}/${part(...events)}`,
      () => `/filings/${part(drafts, 'new')}/${part(...steps)}`,
      () => `/filings/${part(drafts)}/others/${part('new', 'p2')}`,
      () => `/people/${part(people.stranger.id, 'new')}`,
      () => `/organisations/${part('QIANHAI_COURT', 'new')}`,
      () =>
        `/${part('cases', 'tasks', 'caseload', 'people', 'filings', 'help', 'sign-in', 'assets', 'health')}`,
      () => `/assets/${segment(roll)}/${segment(roll)}`,
      () => `/${segment(roll)}//${segment(roll)}`,
    ]
    await many(ask, 3100, () => ({
      method: roll.oneIn(20) ? roll.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) : 'GET',
      path: roll.pick(addresses)(),
      cookie: cookieFor(roll, signedIn),
    }))
  })

  test('1600 questions', { timeout }, async ({ ask, signedIn, cases }) => {
    const [{ reference } = { reference: '' }] = await cases(1)
    const roll = dice(2)
    const pages = [
      `/cases?q=${quoted('前海 100%')}&view=waiting&pathway=litigation&tag=active&organisation=SCIA&from=${today}&to=${today}&page=2`,
      '/people?q=claimant&status=active&page=1',
      '/tasks?page=1',
      '/caseload?period=2026&organisation=QIANHAI_COURT',
      '/sign-in?next=/cases&unsent=1',
      `/cases/${reference}?done=00000000-0000-4000-8000-000000000000&again=1&all=1`,
      `/cases/${reference}/litigation/1/recordService?party=p2&method=post&receivedOn=${today}`,
      `/cases/${reference}/litigation/1/correctRecord?seq=3`,
      `/cases/${reference}/open/mediation/propose?kind=institutional&consents=p1`,
    ]
    await many(ask, 1600, () => {
      const [page, query] = parted(roll.pick(pages))
      const asked = spoil(roll, roll.oneIn(4) ? [...query, ['lang', 'en']] : query)
      return { method: 'GET', path: `${page}?${encode(short(asked))}`, cookie: cookieFor(roll, signedIn) }
    })
  })

  test('2100 event forms', { timeout }, async ({ ask, signedIn, cases, people }) => {
    const roll = dice(3)
    const ids = [people.mediator.id, people.arbitrator.id, people.judge.id, people.stranger.id]
    for (let round = 0; round < 15; round++) {
      const filed = await cases(round)
      await many(ask, 140, () => {
        const { reference, pathway } = roll.pick(filed)
        const { events = {} } = pathwayOf(pathway) ?? {}
        const forms = Object.entries(events)
        const [type, form] = roll.pick(
          forms.filter(([, form]) => roll.oneIn(6) || Object.keys(form).length > 0),
        )
        const { cookie, token } = signedIn(roll.pick(roll.oneIn(8) ? everybody : taking[pathway]))
        const answers = fittingAnswers(roll, form, { ids, day: today })
        const hidden: Pairs = [
          ['_form', `${hex(roll, 8)}-0000-4000-8000-${hex(roll, 12)}`],
          ['_seen', String(roll.upTo(9))],
        ]
        const body = spoil(roll, [...answers, ...hidden])
        return {
          method: 'POST',
          path: `/cases/${reference}/${roll.oneIn(12) ? 'open/mediation' : `${pathway}/1`}/${type}`,
          cookie,
          body: encode([...body, ...csrf(roll, token)]),
        }
      })
    }
  })

  test('1500 steps of filing', { timeout }, async ({ ask, signedIn }) => {
    const roll = dice(4)
    for (let round = 0; round < 15; round++) {
      const { cookie, token } = signedIn(roll.pick(['claimant', 'respondent', 'intakeOfficer']))
      const draft = await begun(ask, { cookie, token })
      await many(ask, 100, () => {
        const [step, answers] = parted(roll.pick(filingForms))
        const body = roll.oneIn(5) ? answers : spoil(roll, answers)
        const path = `/filings/${draft}/${step}${roll.oneIn(9) ? `?from=${hostileValue(roll).slice(0, 99)}` : ''}`
        return { method: 'POST', path, cookie, body: encode([...body, ...csrf(roll, token)]) }
      })
    }
  })

  test('700 entries in the registers', { timeout }, async ({ ask, signedIn, people }) => {
    const roll = dice(5)
    const own = `/people/${people.stranger.id}`
    const { cookie, token } = signedIn('administrator')
    const forms = [
      '/people?name-en=Somebody&email=somebody%40example.test&language=en&password=twelve-letters-',
      `${own}?name-en=Stranger&email=stranger%40example.test&language=zh-Hans&active=yes`,
      `${own}/posts?organisation=QIANHAI_COURT&role=clerk`,
      `${own}/posts/QIANHAI_COURT/clerk/end`,
      `${own}/roster?rosterOrganisation=HKMC&rosterRole=mediator&origin=HK&style=facilitative`,
      `${own}/roster/HKMC/mediator/remove`,
      '/organisations?code=NEW_CENTRE&kind=mediation&name-en=New%20Centre',
      `/organisations/HKMA?name-zh-Hans=${quoted('中心')}`,
      '/caseload/stuck/QH-2026-000001',
    ]
    await many(ask, 700, () => {
      const [path, answers] = parted(roll.pick(forms))
      const body = spoil(roll, answers)
      return {
        method: 'POST',
        path: roll.oneIn(6) ? `${path}/${segment(roll)}` : path,
        cookie,
        body: encode([...body, ...csrf(roll, token)]),
      }
    })
  })

  test('1000 bodies that are no forms', { timeout }, async ({ ask, signedIn, cases }) => {
    const [{ reference } = { reference: '' }] = await cases(0)
    const roll = dice(6)
    const paths = [
      `/cases/${reference}/litigation/1/register`,
      '/filings/new',
      '/sign-in',
      '/sign-out',
      '/people',
    ]
    const types = [
      ...[
        'application/json',
        'multipart/form-data; boundary=x',
        'text/plain',
        'application/octet-stream',
        '',
      ],
      ...['application/x-www-form-urlencoded; charset=utf-16', 'application/x-www-form-urlencoded; charset='],
      ...['application/x-www-form-urlencoded; charset=gb18030', 'application/x-www-form-urlencoded'],
    ]
    const bodies = (token: string): (string | Buffer)[] => [
      `{"_csrf":"${token}","procedure":"ordinary"}`,
      '{"__proto__":{"polluted":1}',
      '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nx\r\n--x--',
      Buffer.from([0xff, 0xfe, 0x3d, 0x80, 0x26, 0xc3, 0x28]),
      `_csrf=${token}&procedure=%E4%B8`,
      '&&&===&&&',
      '=',
      '',
    ]
    await many(ask, 1000, () => {
      const { cookie, token } = signedIn(roll.pick(['claimant', 'intakeOfficer', 'administrator']))
      const to = {
        method: roll.pick(['POST', 'POST', 'PUT']),
        path: roll.pick(paths.filter(isNotTheWayOut)),
        cookie,
      }
      return { ...to, type: roll.pick(types), body: roll.pick(bodies(token)) }
    })
  })
})

describe('a request that is wrong in one way', () => {
  test('is told so', async ({ ask, signedIn, cases }) => {
    const [{ reference } = { reference: '' }] = await cases(0)
    const { cookie, token } = signedIn('intakeOfficer')
    const path = `/cases/${reference}/litigation/1/requestSupplement`
    const send = async (body: string, more: Partial<Asked> = {}) => {
      const { status, text } = await ask({ method: 'POST', path, cookie, body, ...more })
      return { status, text: load(text)('main').text().replaceAll(/\s+/g, ' ') }
    }
    const due = 'dueOn-day=20&dueOn-month=3&dueOn-year=2026'
    const form = `_csrf=${token}&${due}&defects=`

    expect(await send(`${form}${'x'.repeat(1_100_000)}`)).toMatchObject({ status: 413 })
    expect(await send(`${due}&defects=x`)).toMatchObject({ status: 403 })
    expect(await send(`_csrf=${token}x&${due}&defects=x`)).toMatchObject({ status: 403 })
    expect(await send(`{"_csrf":"${token}"}`, { type: 'application/json' })).toMatchObject({ status: 403 })
    expect(await send(form, { type: 'application/x-www-form-urlencoded; charset=utf-7' })).toMatchObject({
      status: 415,
    })
    const february = await send(`_csrf=${token}&dueOn-day=31&dueOn-month=2&dueOn-year=2026&defects=x`)
    expect(february).toMatchObject({ status: 422 })
    expect(february.text).toContain('give a day that exists')
    const past = await send(`_csrf=${token}&dueOn-day=1&dueOn-month=3&dueOn-year=-2026&defects=x`)
    expect(past).toMatchObject({ status: 422 })
    expect(await send(`${form}a%00b`)).toMatchObject({ status: 422 })
    expect(await send(`${form}${'x'.repeat(20_001)}`)).toMatchObject({ status: 422 })
    expect(await send(`${form}x`, { path: `${path}%00` })).toMatchObject({ status: 400 })
    expect(await send(`${form}x`, { path: `${path}%zz` })).toMatchObject({ status: 400 })
    expect(await send(`${form}x`, { path: `${path}/more` })).toMatchObject({ status: 404 })
    expect(await send(`${form}The power of attorney`)).toMatchObject({ status: 303 })
  })

  test('keeps nothing of a polluted prototype', async ({ ask, signedIn }) => {
    const { cookie, token } = signedIn('claimant')
    const body = `_csrf=${token}&__proto__[polluted]=1&constructor[prototype][polluted]=1&organisation=QIANHAI_COURT`
    await ask({ method: 'POST', path: '/filings/new?__proto__[polluted]=1', cookie, body })
    expect({}).not.toHaveProperty('polluted')
  })
})

test('a session that ended on the way leads to sign-in and back to the draft, which is still there', async ({
  ask,
  people,
}) => {
  const { cookie, token } = await signIn(ask, people.thirdParty.email)
  const draft = await begun(ask, { cookie, token })
  const page = `/filings/${draft}/contract`
  const body = `_csrf=${token}&kind=services&performedIn=CN`
  expect(await ask({ method: 'POST', path: page, cookie, body })).toMatchObject({ status: 303 })

  const lost = await ask({ method: 'POST', path: page, body: `_csrf=${token}&kind=loan` })
  expect(lost.status).toBe(303)
  expect(lost.location).toBe(`/sign-in?next=${encodeURIComponent(page)}&unsent=1`)
  const form = await ask({ method: 'GET', path: lost.location })
  expect(load(form.text)('input[name=next]').attr('value')).toBe(page)

  const again = await signIn(ask, people.thirdParty.email)
  const { text } = await ask({ method: 'GET', path: page, cookie: again.cookie })
  expect(load(text)('[name=kind] [selected], [name=kind][checked]').attr('value')).toBe('services')
})

// The last, since afterwards nobody can sign in from here for a while.
test('three hundred attempts to sign in with anything are refused', { timeout }, async ({ ask }) => {
  const roll = dice(7)
  const { cookie, token } = await visit(ask)
  const [, form] = parted('?email=claimant%40example.test&password=guess&next=%2Fcases')
  await many(ask, 300, () => ({
    method: 'POST',
    path: '/sign-in',
    cookie,
    body: encode([...spoil(roll, form), ...csrf(roll, token)]),
  }))
})

const taking: Record<Name, Who[]> = {
  litigation: ['claimant', 'respondent', 'intakeOfficer', 'clerk'],
  mediation: ['claimant', 'respondent', 'mediator', 'mediationCoordinator'],
  arbitration: ['claimant', 'respondent', 'tribunalSecretary'],
}
const names = ['litigation', 'mediation', 'arbitration']
const events = ['register', 'consent', 'submit', 'correctRecord', 'deadlineLapsed', 'propose', 'parentClosed']
const steps = ['way', 'claimant', 'others', 'contract', 'claim', 'exhibits', 'check']

const party =
  'side=respondent&partyKind=company&nameEn=Harbour&jurisdiction=HK&city=Hong%20Kong&domicile=HK' +
  '&zones=cooperationZone&origin-1=HK&share-1=99.5&email=respondent%40example.test'
const filingForms = [
  'way?organisation=QIANHAI_COURT',
  `claimant?${party}`,
  `others/new?${party}`,
  `others/p2?${party}`,
  'others/p2/remove',
  'contract?kind=services&signedOn-day=5&signedOn-month=1&signedOn-year=2025&performedIn=CN&seat=SHENZHEN&institution=SCIA',
  'claim?subject=services&title=Unpaid&amount=39,999,999.99&amount-currency=CNY&relief=Payment&declaresArbitration=no',
  'exhibits?exhibitName=a.txt&exhibitKind=contract&exhibitText=Words',
  'exhibits/1/remove',
  'check',
]

/** An address, and the form behind it. */
function parted(address: string): [string, Pairs] {
  const [path = '', form = ''] = address.split('?')
  const pairs = form === '' ? [] : form.split('&').map(pair => pair.split('='))
  return [path, pairs.map(([name = '', value = '']) => [name, value])]
}

/** Sends so many requests, some at a time, and lists those that were not answered as they should be. */
async function many(ask: Ask, count: number, next: () => Asked): Promise<void> {
  const wrong: object[] = []
  let left = count
  const one = async () => {
    while (left-- > 0) {
      const asked = next()
      const answer = await ask(asked)
      const fault = faultOf(asked, answer)
      if (fault) wrong.push({ fault, status: answer.status, ...shown(asked), page: mainOf(answer.text) })
    }
  }
  await Promise.all(Array.from({ length: 8 }, one))
  expect(wrong.slice(0, 10)).toEqual([])
}

const clear = [200, 301, 303, 400, 403, 404, 409, 413, 415, 422, 429]

function faultOf({ method }: Asked, { status, type, text }: Answer): string | undefined {
  if (status === 431) return undefined // Node itself refuses an address of that length
  if (!clear.includes(status)) return 'status'
  if (status === 301 || status === 303 || method === 'HEAD' || method === 'OPTIONS') return undefined
  if (!type.startsWith('text/html')) return 'type'
  if (/node_modules|<pre>|\.ts:\d+/.test(text)) return 'a trace'
  return /<html lang="[^"]+"/.test(text) && /<title>[^<]/.test(text) && /<h1[^>]*>/.test(text)
    ? undefined
    : 'no page'
}

const shown = ({ method, path, body }: Asked) => ({
  asked: `${method} ${path.slice(0, 300)}`,
  body: String(body ?? '').slice(0, 600),
})
const mainOf = (html: string) => load(html)('main').text().replaceAll(/\s+/g, ' ').slice(0, 200)

/** A draft that has just been begun. */
async function begun(ask: Ask, { cookie, token }: Visitor): Promise<string> {
  const body = `_csrf=${token}&organisation=QIANHAI_COURT`
  const { location } = await ask({ method: 'POST', path: '/filings/new', cookie, body })
  const id = /[\da-f-]{36}/.exec(location)?.[0]
  if (!id) throw new Error(`no draft at ${location}`)
  return id
}

const cookieFor = ({ pick, oneIn }: Dice, signedIn: (who: Who) => Visitor) =>
  oneIn(8) ? '' : signedIn(pick(everybody)).cookie

/** The token of the session, and now and then something else. */
const csrf = (roll: Dice, token: string): Pairs => [['_csrf', roll.oneIn(40) ? hostileValue(roll) : token]]

/** One part of an address that is not as it should be. */
const segment = (roll: Dice) =>
  (roll.oneIn(3) ? hostileName(roll) : hostileValue(roll)).slice(0, 2000).replaceAll('#', '%23')

/** An address holds less than a form. */
const short = (pairs: Pairs): Pairs =>
  pairs.slice(0, 300).map(([name, value]) => [name, value.slice(0, 6000)])

const hex = ({ upTo }: Dice, length: number) => Array.from({ length }, () => upTo(16).toString(16)).join('')

const isNotTheWayOut = (path: string) => path !== '/sign-out'
