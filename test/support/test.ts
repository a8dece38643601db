import pg from 'pg'
import { pino } from 'pino'
import request from 'supertest'
import { test as base } from 'vitest'
import { addUser, givePost, listOnRoster } from '../../server/accounts/queries.ts'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { createApp } from '../../server/app.ts'
import type { Config } from '../../server/config.ts'
import { asActor, connect, openPool, type Actor, type Db } from '../../server/db.ts'
import { fileCase, type CaseFiling } from '../../server/filing/file.ts'
import { addOrganisations } from '../../seeds/organisations.ts'
import type { Role } from '../../workflows/vocabulary.ts'
import { freshDatabase } from './database.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from './filings.ts'

export const password = 'correct horse battery staple'

/** Nobody needs a slow hash in a test, and everybody may have the same. */
const hashed = hashPassword(password)

/** Nine in the morning of a Monday in Shenzhen, on which the tests' time stands still until they move it. */
export const monday = '2026-03-09T01:00:00.000Z'

const config: Config = {
  environment: 'test',
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: undefined,
  databaseDirectUrl: undefined,
  sessionSecret: 'a secret of thirty-two characters or more',
  sandboxPassword: undefined,
  administratorPassword: undefined,
  trustedProxies: 0,
  logLevel: 'silent',
}

/** The people of the tests: where they work and as what; somebody without a post is a party or nobody. */
const cast = {
  claimant: [],
  respondent: [],
  thirdParty: [],
  stranger: [],
  intakeOfficer: ['intakeOfficer', 'QIANHAI_COURT'],
  judge: ['judge', 'QIANHAI_COURT'],
  otherJudge: ['judge', 'QIANHAI_COURT'],
  clerk: ['clerk', 'QIANHAI_COURT'],
  enforcementOfficer: ['enforcementOfficer', 'QIANHAI_COURT'],
  lawExpert: ['lawExpert', 'QIANHAI_COURT'],
  appellateJudge: ['appellateJudge', 'SHENZHEN_INTERMEDIATE'],
  supervisoryJudge: ['judge', 'SHENZHEN_INTERMEDIATE'],
  mediator: ['mediator', 'QHDRC'],
  otherMediator: ['mediator', 'HKMC'],
  mediationCoordinator: ['mediationCoordinator', 'QHDRC'],
  hongKongCoordinator: ['mediationCoordinator', 'HKMC'],
  tribunalSecretary: ['tribunalSecretary', 'SCIA'],
  hkiacSecretary: ['tribunalSecretary', 'HKIAC'],
  arbitrator: ['arbitrator', 'SCIA'],
  otherArbitrator: ['arbitrator', 'SCIA'],
  thirdArbitrator: ['arbitrator', 'SCIA'],
  administrator: ['administrator', 'PLATFORM'],
} as const satisfies Record<string, readonly [] | readonly [Role, string]>

export type Who = keyof typeof cast
export type People = Record<Who, Actor & { email: string }>

/** A test with the real app, on a database of its file's own, with people to use it and a clock to move. */
export const test = base
  .extend('clock', { scope: 'file' }, () => ({ now: monday }))
  .extend('app', { scope: 'file' }, async ({ clock }, { onCleanup }) => {
    const { url, drop } = await freshDatabase()
    const pool = openPool(url)
    const ownerPool = new pg.Pool({ connectionString: url, max: 2 })
    onCleanup(async () => {
      await Promise.all([pool.end(), ownerPool.end()])
      await drop()
    })
    const db = connect(pool)
    /** May do anything; for looking behind the scenes and for what only an owner sets up. */
    const owner = connect(ownerPool)
    const log = pino({ level: process.env.LOG ?? 'silent' })
    await addOrganisations(owner, monday)
    const express = createApp({ config, db, pool, log, now: () => clock.now })
    return { url, db, pool, owner, log, express }
  })
  .extend('people', { scope: 'file' }, ({ app }) => addPeople(app.owner))
  .extend(
    'browse',
    { scope: 'file' },
    ({ app }) =>
      () =>
        new Browser(request.agent(app.express)),
  )
  .extend('as', { scope: 'file' }, ({ browse, people }) => async (who: Who) => {
    const browser = browse()
    await browser.submit('/sign-in', { email: people[who].email, password })
    return browser
  })
  .extend('fileLitigation', { scope: 'file' }, ({ app, people, clock }) =>
    filedBy(app.db, people, clock, litigationFiling),
  )
  .extend('fileMediation', { scope: 'file' }, ({ app, people, clock }) =>
    filedBy(app.db, people, clock, mediationFiling),
  )
  .extend('fileArbitration', { scope: 'file' }, ({ app, people, clock }) =>
    filedBy(app.db, people, clock, arbitrationFiling),
  )

/** Files a case as the claimant would, and says where it is. The respondent has an account and sees it once served. */
const filedBy =
  (db: Db, people: People, clock: { now: string }, filing: CaseFiling) =>
  async (overrides: Partial<CaseFiling> = {}) => {
    const { reference } = await asActor(db, people.claimant, trx =>
      fileCase(trx, people.claimant, { ...filing, ...overrides }, { at: clock.now }),
    )
    return { reference, url: `/cases/${reference}` }
  }

async function addPeople(owner: Db): Promise<People> {
  const people: Partial<People> = {}
  for (const who of Object.keys(cast) as Who[]) people[who] = await addPerson(owner, who)
  return people as People
}

async function addPerson(owner: Db, who: Who): Promise<Actor & { email: string }> {
  const email = `${who.toLowerCase()}@example.test`
  const name = { en: titled(who) }
  const id = await addUser(owner, { email, name, passwordHash: await hashed, at: monday })
  const [role, code] = cast[who]
  if (role) await givePost(owner, id, code, role, '2020-01-01')
  if (role === 'mediator' || role === 'arbitrator' || role === 'lawExpert') {
    const origin = code === 'HKMC' ? 'HK' : 'MAINLAND'
    await listOnRoster(owner, id, code, { role, origin, style: 'facilitative', since: '2020-01-01' })
  }
  return { id, email }
}

/** otherJudge → Other Judge. */
const titled = (who: string) => who.replace(/([A-Z])/g, ' $1').replace(/^./, letter => letter.toUpperCase())

/** Keeps cookies, and posts a form the way a browser does: from its page, with its token. */
export class Browser {
  readonly agent: ReturnType<typeof request.agent>

  constructor(agent: ReturnType<typeof request.agent>) {
    this.agent = agent
  }

  visit = (page: string) => this.agent.get(page)

  /** Fills the form of a page in and sends it to `to`, or to the page's own address. */
  async submit(page: string, fields: object = {}, to = page) {
    const { text } = await this.visit(page)
    return this.post(to, { ...hiddenIn(text, to), ...fields })
  }

  /** Sends fields as they are. Without `_csrf` among them, the form has no token. */
  post = (to: string, fields: object = {}) => this.agent.post(to).type('form').send(fields).redirects(0)
}

/** The hidden fields of the form that is sent there; else the token that every form of the page has. */
function hiddenIn(html: string, to: string): Record<string, string> {
  const forms = html.split('<form').slice(1)
  const sent = forms.find(form => form.slice(0, form.indexOf('>')).includes(`action="${to}"`))
  const form = (sent ?? forms.find(form => form.includes('_csrf')) ?? '').split('</form>')[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name && (sent || name === '_csrf')) fields[name] = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  return fields
}

const unescape = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
