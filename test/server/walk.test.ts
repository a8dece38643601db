import { load } from 'cheerio'
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { playerOf } from '../../seeds/cast.ts'
import { ringDue } from '../../server/clock.ts'
import { asActor, type Actor } from '../../server/db.ts'
import type { CaseFiling } from '../../server/filing/file.ts'
import { listFor } from '../../server/proceedings/controls.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { openCase, openFirst } from '../../server/proceedings/open.ts'
import { leaveEngine } from '../../server/proceedings/queries.ts'
import { morningOf, shenzhenDay } from '../../server/time.ts'
import { wordsIn } from '../../server/web/language.ts'
import type { Data } from '../../workflows/fields.ts'
import { pathwayOf } from '../../workflows/index.ts'
import { step, unopened, type Part } from '../../workflows/step.ts'
import type { Context, Envelope } from '../../workflows/vocabulary.ts'
import type { Place } from '../support/attempts.ts'
import { contextOfFiling } from '../support/contexts.ts'
import { filledForm } from '../support/fill.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from '../support/filings.ts'
import { monday, test as base, type Browser, type People, type Who } from '../support/test.ts'
import { shortestWays, type Way } from '../support/ways.ts'

type Name = 'litigation' | 'mediation' | 'arbitration'
type Walked = {
  filings: CaseFiling[]
  organisation: string
  opening: { type: string; data: Data }
  /** Whose acts the ways are made of. */
  takesPart: (by: Envelope['by']) => boolean
  /** Who reads the proceeding from beginning to end, and who never does. Besides, whoever sits in it reads it. */
  readers: Who[]
  outsiders: Who[]
}

const walked: Record<Name, Walked> = {
  litigation: {
    filings: [litigationFiling, { ...litigationFiling, contract: arbitrationFiling.contract }],
    organisation: 'QIANHAI_COURT',
    opening: { type: 'createDraft', data: {} },
    takesPart: () => true,
    readers: ['claimant', 'respondent', 'intakeOfficer', 'clerk', 'enforcementOfficer', 'administrator'],
    outsiders: ['stranger', 'mediator', 'mediationCoordinator', 'tribunalSecretary', 'arbitrator'],
  },
  mediation: {
    filings: [mediationFiling],
    organisation: 'QHDRC',
    opening: { type: 'propose', data: { kind: 'institutional' } },
    takesPart: by => ['claimant', 'respondent', 'mediator', 'mediationCoordinator', 'clock'].includes(by),
    readers: ['claimant', 'respondent', 'mediationCoordinator', 'administrator'],
    outsiders: ['stranger', 'judge', 'clerk', 'otherMediator', 'hongKongCoordinator', 'tribunalSecretary'],
  },
  arbitration: {
    filings: [arbitrationFiling],
    organisation: 'SCIA',
    opening: { type: 'createDraft', data: {} },
    takesPart: () => true,
    readers: ['claimant', 'respondent', 'tribunalSecretary', 'administrator'],
    outsiders: ['stranger', 'judge', 'clerk', 'mediationCoordinator', 'hkiacSecretary'],
  },
}

type Going = { reference: string; pathway: Name; today: string }

const test = base
  .extend('visitors', { scope: 'file' }, () => new Map<Who, Promise<Browser>>())
  .extend('visitor', ({ as, visitors }) => (who: Who) => {
    const browser = visitors.get(who) ?? as(who)
    visitors.set(who, browser)
    return browser
  })
  // Enters a case and opens its first proceeding, as filing does before it sends it in.
  .extend('begin', ({ app, clock, people }) => async (name: Name, { start }: Way) => {
    const { filings, organisation, opening } = walked[name]
    const filing = filings[start]!
    const own = { capacity: 'self', specialAuthority: true } as const
    const speakers = [
      { party: 'p1', user: people.claimant.id, ...own },
      { party: 'p2', user: people.respondent.id, ...own },
    ]
    const first = { pathway: name, organisation, part: claimant, ...opening, at: clock.now }
    return asActor(app.db, people.claimant, async trx => {
      const held = await openCase(trx, people.claimant, filing, speakers, clock.now)
      await openFirst(trx, people.claimant, held, filing, first)
      await leaveEngine(trx)
      return held.reference
    })
  })
  .extend('stateOf', ({ app }) => async ({ reference, pathway }: Going) => {
    const proceeding = app.owner.selectFrom('proceedings').select('state')
    const { state } = await proceeding
      .where('reference', '=', reference)
      .where('pathway', '=', pathway)
      .executeTakeFirstOrThrow()
    return state
  })
  // The ways that have been gone through the pages.
  .extend('gone', { scope: 'file' }, () => new Set<string>())
  // Fills in the form of the event on its own page; when the same way is gone again, acts without pages.
  .extend(
    'act',
    ({ app, clock, people, visitor, gone }) =>
      async (going: Going, event: Envelope, way: string) => {
        const { reference, pathway } = going
        const form = pathwayOf(pathway)!.events[event.type]!
        const data = answersIn(going, people, event)
        const who = sides[event.party ?? '']
        const actor: Actor = who ? people[who] : (await playerOf(app.owner, reference, pathway, event.by))!
        if (gone.has(way)) {
          const act = { type: event.type, data, at: clock.now }
          await asActor(app.db, actor, trx => fireEvent(trx, actor, { reference, pathway, ordinal: 1 }, act))
          return
        }
        const page = `/cases/${reference}/${pathway}/1/${event.type}`
        const browser = await visitor(whoIs(people, ({ id }) => id === actor.id))
        const { status, text } = await browser.visit(page)
        expect(status, `${page}: ${mainOf(text)}`).toBe(200)
        const sent = await browser.post(page, filledForm(text, page, form, data))
        expect(sent.status, `${page}: ${mainOf(sent.text)}`).toBe(303)
        await browser.visit(sent.headers.location ?? '').expect(200)
        gone.add(way)
      },
  )
  // Lets one period after the other run out until that moves the proceeding on.
  .extend('wait', ({ app, clock, stateOf }) => async (going: Going, state: string) => {
    while ((await stateOf(going)) !== state) {
      const { lapses_at } = await app.owner
        .selectFrom('deadlines')
        .innerJoin('proceedings', 'proceedings.id', 'deadlines.proceeding_id')
        .select('lapses_at')
        .where('reference', '=', going.reference)
        .where('status', '=', 'armed')
        .orderBy('lapses_at')
        .limit(1)
        .executeTakeFirstOrThrow()
      clock.now = morningOf(shenzhenDay(lapses_at.toISOString()))
      await ringDue(app.db, clock.now, app.log)
    }
  })
  // Those who have been assigned to sit in the proceeding.
  .extend('seated', ({ app, people }) => async ({ reference, pathway }: Going) => {
    const rows = await app.owner
      .selectFrom('assignments')
      .innerJoin('proceedings', 'proceedings.id', 'assignments.proceeding_id')
      .select('user_id')
      .where('reference', '=', reference)
      .where('pathway', '=', pathway)
      .where('until_seq', 'is', null)
      .execute()
    return rows.map(({ user_id }) => whoIs(people, ({ id }) => id === user_id))
  })

describe.each(Object.keys(walked) as Name[])('the shortest way through %s', name => {
  const states = Object.keys(pathwayOf(name)!.states)

  test.for(states)(
    'leads to %s, and whoever is concerned reads so',
    { timeout: 120_000 },
    async (state, { clock, begin, act, wait, stateOf, seated, visitor }) => {
      const way = waysThrough(name).get(state)
      if (!way) throw new Error(`no way leads to ${state}`)
      clock.now = monday
      const going = { reference: await begin(name, way), pathway: name, today: shenzhenDay(monday) }

      let on = going.today
      const turns: string[] = [name, String(way.start)]
      for (const turn of way.turns) {
        const { event } = turn
        going.today = later(going.today, daysBetween(on, event.on))
        on = event.on
        clock.now = morningOf(going.today)
        turns.push(JSON.stringify([event.type, event.party ?? event.by, event.data]))
        if (event.by === 'clock') {
          await wait(going, turn.state)
          going.today = shenzhenDay(clock.now)
        } else if (event.by === 'system') {
          const mediation = { ...going, pathway: 'mediation' } as const
          for (const { event } of mediated().turns)
            await act(mediation, event, `within ${event.type} ${event.party ?? event.by}`)
        } else await act(going, event, turns.join('\n'))
        expect(await stateOf(going), turns.join('\n')).toBe(turn.state)
      }

      const { readers, outsiders } = walked[name]
      const sitting = await seated(going)
      const page = `/cases/${going.reference}/${name}/1`
      for (const who of new Set([...readers, ...sitting])) {
        const lang = languageOf[who] ?? 'en'
        const { status, text } = await (await visitor(who)).visit(`${page}?lang=${lang}`)
        expect(status, `${who}: ${mainOf(text)}`).toBe(200)
        expect(load(text)('.qh-case__kick .qh-tag').text(), who).toBe(
          wordsIn(lang).t(`${name}:state.${state}`),
        )
      }
      for (const who of outsiders.filter(who => !sitting.includes(who)))
        await (await visitor(who)).visit(page).expect(404)
    },
  )
})

const claimant: Part & { party: string } = { role: 'claimant', party: 'p1' }
const sides: Partial<Record<string, Who>> = { p1: 'claimant', p2: 'respondent' }
const languageOf: Partial<Record<Who, 'zh-Hans' | 'zh-Hant'>> = { claimant: 'zh-Hans', respondent: 'zh-Hant' }

/** Who stands in for the people whom the search calls a1, a2 and so on. */
const standIns: Partial<Record<string, Who[]>> = {
  mediator: ['mediator'],
  arbitrator: ['arbitrator', 'otherArbitrator', 'thirdArbitrator'],
  judge: ['judge', 'otherJudge'],
}

/** What the search answered, in the app: days are as far from the day of the act, and people have an account. */
function answersIn({ pathway, today }: Going, people: People, { type, on, data }: Envelope): Data {
  const idOf = (field: string, one: unknown) => {
    const who = standIns[listFor(type, field)]?.[Number(String(one).slice(1)) - 1]
    if (!who) throw new Error(`nobody stands in for ${String(one)} of ${type}`)
    return people[who].id
  }
  const answer = (field: string, value: unknown): unknown => {
    const widget = pathwayOf(pathway)?.events[type]?.[field]?.widget
    if (widget === 'day') return later(today, daysBetween(on, String(value)))
    if (widget === 'person') return idOf(field, value)
    return widget === 'people' ? [value].flat().map(one => idOf(field, one)) : value
  }
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, answer(field, value)]))
}

function whoIs(people: People, wanted: (person: Actor) => boolean): Who {
  const who = (Object.keys(people) as Who[]).find(who => wanted(people[who]))
  if (!who) throw new Error('nobody of the tests')
  return who
}

const found = new Map<Name, Map<string, Way>>()

function waysThrough(name: Name): Map<string, Way> {
  const { filings, opening, takesPart } = walked[name]
  const starts = () =>
    filings.map(filing => opened(contextOf(filing), { ...opening, by: 'claimant', party: 'p1' }))
  const ways = found.get(name) ?? shortestWays(pathwayOf(name)!, starts(), takesPart)
  found.set(name, ways)
  return ways
}

/** The way of a mediation to which the filing desk has referred a complaint, until it has succeeded. */
function mediated(): Way {
  const { facts, ...context } = contextOf(mediationFiling)
  const start = opened(
    { ...context, facts: { ...facts, parentPathway: 'litigation' } },
    { type: 'propose', data: { kind: 'delegated' }, by: 'intakeOfficer' },
  )
  return shortestWays(pathwayOf('mediation')!, [start], walked.mediation.takesPart).get('filed')!
}

function opened(context: Context, event: Pick<Envelope, 'type' | 'data' | 'by' | 'party'>): Place {
  const pathway = pathwayOf(context.pathway)!
  const on = shenzhenDay(monday)
  const { saved } = step(pathway, unopened(pathway, context), { ...event, at: monday, on, people: {} })
  return { saved, on }
}

const contextOf = (filing: CaseFiling) =>
  contextOfFiling({ ...filing, filedOn: shenzhenDay(monday), panel: [] })

const mainOf = (html: string) => load(html)('main').text().replaceAll(/\s+/g, ' ')

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days
