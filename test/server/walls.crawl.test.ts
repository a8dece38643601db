import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { asActor } from '../../server/db.ts'
import { askDisclosure } from '../../server/disclosures/disclose.ts'
import { writeNote } from '../../server/notes/write.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { shenzhenDay } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { serve, signIn, type Answer, type Visitor } from '../support/asking.ts'
import { monday, test as base, type Who } from '../support/test.ts'

const today = shenzhenDay(monday)
const timeout = 300_000
/** More pages than anybody has here: who follows links for ever is lost. */
const mostPages = 400

type Planted = { text: string; readers: readonly Who[] }

const test = base
  .extend('ask', { scope: 'file' }, ({ app }, { onCleanup }) => serve(app.express, onCleanup))
  .extend('visitors', { scope: 'file' }, async ({ ask, people }) => {
    const entered: Partial<Record<Who, Visitor>> = {}
    for (const who of Object.keys(people) as Who[]) entered[who] = await signIn(ask, people[who].email)
    return entered as Record<Who, Visitor>
  })
  // A suit settled by a mediation, and an arbitration in which one failed, with texts planted behind every wall.
  .extend('planted', { scope: 'file' }, async ({ app, people, fileLitigation, fileArbitration }) => {
    const planted: Planted[] = []
    const marked = (name: string, ...readers: Who[]) => {
      const text = `Zinnober${planted.length}${name}`
      planted.push({ text, readers })
      return text
    }
    const fire =
      (reference: string, pathway: PathwayName) =>
      async (who: Who, type: string, data: Data = {}) => {
        const where = { reference, pathway, ordinal: 1 }
        await asActor(app.db, people[who], trx =>
          fireEvent(trx, people[who], where, { type, data, at: monday }),
        )
      }
    const write =
      (reference: string, pathway: PathwayName) =>
      async (who: Who, room: string, kind: string, body: string) => {
        const walled = kind === 'caucusNote' || kind === 'offer'
        const note = { id: randomUUID(), kind, body, ...(walled && { mayConvey: true }) }
        await asActor(app.db, people[who], trx =>
          writeNote(trx, people[who], { reference, pathway, ordinal: '1', room }, note, monday),
        )
        return note.id
      }
    const taking: Who[] = ['claimant', 'respondent', 'mediator', 'mediationCoordinator']
    const mediate = async (reference: string) => {
      const mediation = fire(reference, 'mediation')
      const note = write(reference, 'mediation')
      const chosen = { mediator: people.mediator.id }
      for (const who of ['claimant', 'respondent'] as const) await mediation(who, 'jointSelect', chosen)
      await mediation('mediator', 'disclose', { circumstance: marked('Circumstance', ...taking) })
      for (const who of ['claimant', 'respondent'] as const) await mediation(who, 'consentToMediator')
      await mediation('mediator', 'acceptAndSignReceipt')
      await mediation('respondent', 'requestRecusal', { why: marked('Recusal', ...taking) })
      await mediation('mediationCoordinator', 'decideRecusal', { outcome: 'keep' })
      await mediation('claimant', 'complain', { conduct: marked('Conduct', ...taking) })
      const session = await note('mediator', 'mediation', 'sessionNote', marked('Session', ...taking))
      await note('claimant', 'mediation', 'message', marked('Message', ...taking))
      await note('respondent', 'mediation', 'draftAgreement', marked('Draft', ...taking))
      await note('claimant', 'caucus-p1', 'offer', marked('Offer', 'claimant', 'mediator'))
      await note('mediator', 'caucus-p2', 'caucusNote', marked('Caucus', 'respondent', 'mediator'))
      await mediation('mediator', 'reachAgreement', { terms: marked('FirstTerms', ...taking) })
      await mediation('mediator', 'revise', { consents: ['p1', 'p2'] })
      return { mediation, note, session }
    }

    const { reference } = await fileLitigation()
    const suit = fire(reference, 'litigation')
    await suit('intakeOfficer', 'register', { procedure: 'ordinary' })
    await suit('clerk', 'startService')
    await suit('clerk', 'recordService', { party: 'p2', receivedOn: today, method: 'email' })
    await suit('respondent', 'fileDefence')
    const { user_id } = await app.owner
      .selectFrom('assignments')
      .select('user_id')
      .where('role', '=', 'judge')
      .executeTakeFirstOrThrow()
    const judge: Who = user_id === people.judge.id ? 'judge' : 'otherJudge'
    await write(reference, 'litigation')(judge, 'deliberation', 'panelNote', marked('Panel', judge))
    await suit(judge, 'entrustMediation', { consents: ['p1', 'p2'] })
    const settled = await mediate(reference)
    // The three things that leave.
    const court: Who[] = ['intakeOfficer', 'clerk', 'enforcementOfficer', judge]
    const facts = marked('Facts', ...taking, ...court)
    await settled.mediation('mediator', 'recordUndisputedFacts', { facts, signedBy: ['p1', 'p2'] })
    await settled.mediation('mediator', 'reachAgreement', { terms: marked('Terms', ...taking, ...court) })
    await asActor(app.db, people.claimant, trx =>
      askDisclosure(
        trx,
        people.claimant,
        { reference, ordinal: '1' },
        { id: randomUUID(), note: settled.session, ground: 'leave', reason: 'A reason' },
        monday,
      ),
    )
    await settled.mediation('mediator', 'signAll', { signedOn: today })
    await settled.mediation('mediator', 'fileWithCourt')

    const other = await fileArbitration()
    const arbitration = fire(other.reference, 'arbitration')
    await arbitration('tribunalSecretary', 'accept')
    await arbitration('tribunalSecretary', 'serveNotice', { party: 'p2', receivedOn: today })
    await arbitration('respondent', 'respond')
    await arbitration('tribunalSecretary', 'appointDefault', { arbitrators: [people.arbitrator.id] })
    await arbitration('tribunalSecretary', 'constitute')
    const tribunal = write(other.reference, 'arbitration')
    await tribunal('arbitrator', 'deliberation', 'draftDecision', marked('Award', 'arbitrator'))
    await arbitration('arbitrator', 'mediate', { consents: ['p1', 'p2'] })
    const failed = await mediate(other.reference)
    await failed.mediation('mediator', 'gapTooWide')

    return { planted, references: [reference, other.reference] }
  })
  .extend(
    'get',
    { scope: 'file' },
    ({ ask, visitors }) =>
      (who: Who, path: string) =>
        ask({ method: 'GET', path, cookie: visitors[who].cookie }),
  )

const beginnings = [
  '/',
  '/cases',
  '/cases?view=closed',
  '/tasks',
  '/filings',
  '/caseload',
  '/people',
  '/organisations',
]
const apart = ['/assets', '/sign-out']
/** Addresses at which something walled may stand. */
const walled = /^\/cases\/[^/]+(\/[a-z]+\/\d+)?$|\/(notes|documents|disclosures)\//i

/** The pages of this site that a page leads to. What only turns the page into another language is the same page. */
function linksIn(html: string, from: string): string[] {
  const $ = load(html)
  return [...$('a[href], form[method=get]')].flatMap(element => {
    const href = $(element).attr('href') ?? $(element).attr('action') ?? ''
    const to = new URL(href, `http://here${from}`)
    to.hash = ''
    for (const name of ['lang', 'typed']) to.searchParams.delete(name)
    const path = to.pathname + to.search
    return to.host === 'here' && !apart.some(each => path.startsWith(each)) ? [path] : []
  })
}

/** Everything that is read by following links, and where the links lead. */
async function crawl(get: (path: string) => Promise<Answer>, from: string[]): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && found.size < mostPages; path = waiting.shift()) {
    if (found.has(path)) continue
    const answer = await get(path)
    found.set(path, answer)
    if (answer.type.startsWith('text/html')) waiting.push(...linksIn(answer.text, path))
    if (answer.location !== '') waiting.push(answer.location)
  }
  return found
}

describe('following every link of every page', () => {
  test(
    'as everybody in turn gives nobody what was planted behind a wall of others',
    { timeout },
    async ({ get, people, planted: { planted, references } }) => {
      const everybody = Object.keys(people) as Who[]
      const everywhere = new Set<string>()
      const read = new Map<Who, Set<string>>()
      const look = (who: Who, path: string, { status, text, location }: Answer) => {
        expect(status, `${who} ${path}`).toBeLessThan(500)
        for (const { text: secret, readers } of planted) {
          if (!`${text}${location}`.includes(secret)) continue
          expect(readers, `${who} ${path} shows ${secret}`).toContain(who)
          read.set(who, (read.get(who) ?? new Set()).add(secret))
        }
      }
      for (const who of everybody) {
        const pages = await crawl(path => get(who, path), beginnings)
        expect(pages.size, who).toBeLessThan(mostPages)
        for (const [path, answer] of pages) {
          look(who, path, answer)
          if (walled.test(path)) everywhere.add(path)
        }
      }
      // Those who know every address of the others get no further.
      const further = ['/health/ready', ...references.map(reference => `/cases/${reference}/receipt`)]
      const searches = ['Zinnober', planted[0]!.text].map(text => `/cases?q=${text}`)
      for (const who of everybody) {
        for (const path of [...everywhere, ...further]) look(who, path, await get(who, path))
        for (const path of searches) {
          const { text } = await get(who, path)
          expect(load(text)('tbody').text(), `${who} ${path}`).toBe('')
        }
      }
      // And they whose it is find all of it.
      for (const { text, readers } of planted)
        for (const who of readers) expect([...(read.get(who) ?? [])], `${who} ${text}`).toContain(text)
    },
  )
})
