import { load } from 'cheerio'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { givePost } from '../../server/accounts/queries.ts'
import { ringDue } from '../../server/clock.ts'
import type { Actor } from '../../server/db.ts'
import { listFor } from '../../server/proceedings/controls.ts'
import { morningOf, shenzhenDay } from '../../server/time.ts'
import { wordsIn } from '../../server/web/language.ts'
import type { Data, EventForm } from '../../workflows/fields.ts'
import { pathwayOf } from '../../workflows/index.ts'
import { step, unopened } from '../../workflows/step.ts'
import type { Context, Envelope, PathwayName } from '../../workflows/vocabulary.ts'
import type { Place } from '../support/attempts.ts'
import { contextOfFiling } from '../support/contexts.ts'
import { filledForm } from '../support/fill.ts'
import { actOn, actorIn, bringAbout, mediation, openThere, type Given } from '../support/situations.ts'
import { monday, test as base, type Browser, type People, type Who } from '../support/test.ts'
import { walked } from '../support/walked.ts'
import { shortestWays, type Way } from '../support/ways.ts'

type Name = PathwayName
type Going = { reference: string; pathway: Name; today: string }

const test = base
  .extend('visitors', { scope: 'file' }, () => new Map<Who, Promise<Browser>>())
  .extend('visitor', ({ as, visitors }) => (who: Who) => {
    const browser = visitors.get(who) ?? as(who)
    visitors.set(who, browser)
    return browser
  })
  // The Intermediate court, which awards and what comes from Hong Kong are enforced at, has a desk, too.
  .extend('given', { scope: 'file' }, async ({ app: { db, owner }, people, clock }) => {
    for (const role of ['intakeOfficer', 'clerk', 'enforcementOfficer'] as const)
      await givePost(owner, people[role].id, 'SHENZHEN_INTERMEDIATE', role, '2020-01-01')
    return () => ({ db, owner, people, at: clock.now })
  })
  // The ways that have been gone through the pages.
  .extend('gone', { scope: 'file' }, () => new Set<string>())
  // Fills in the form on its own page.
  .extend(
    'fill',
    ({ people, visitor }) =>
      async (actor: Actor, page: string, form: EventForm, data: Data) => {
        const browser = await visitor(whoIs(people, ({ id }) => id === actor.id))
        const { status, text } = await browser.visit(page)
        expect(status, `${page}: ${mainOf(text)}`).toBe(200)
        const sent = await browser.post(page, filledForm(text, page, form, data))
        expect(sent.status, `${page}: ${mainOf(sent.text)}`).toBe(303)
        await browser.visit(sent.headers.location ?? '').expect(200)
      },
  )
  // Brings about what the way starts from, and opens the proceeding that it leads through.
  .extend('begin', ({ given, fill }) => async (name: Name, start: number) => {
    const { situation, opened } = walked[name].starts[start]!
    const reference = await bringAbout(given(), situation)
    if (opened) {
      const { in: at, by, type, data } = opened
      const pathway = at === 'open' ? name : at
      const page = `/cases/${reference}/${at === 'open' ? `open/${name}` : `${at}/1`}/${type}`
      const actor = await actorIn(given(), { reference, pathway: situation.pathway }, by)
      await fill(actor, page, pathwayOf(pathway)!.events[type]!, data)
    }
    return reference
  })
  // What a search for the ways starts from: the proceeding as it stands once it is open.
  .extend('placeOf', ({ app }) => async (name: Name, reference: string): Promise<Place> => {
    const { state, context } = await app.owner
      .selectFrom('proceedings')
      .innerJoin('snapshots', 'snapshots.proceeding_id', 'proceedings.id')
      .select(['state', sql<Context>`context`.as('context')])
      .where('reference', '=', reference)
      .where('pathway', '=', name)
      .executeTakeFirstOrThrow()
    return { saved: { state, context }, on: shenzhenDay(monday) }
  })
  .extend('found', { scope: 'file' }, () => new Map<Name, Map<string, Way>>())
  .extend('waysThrough', ({ found, begin, placeOf }) => async (name: Name) => {
    const known = found.get(name)
    if (known) return known
    const { starts, takesPart } = walked[name]
    const places: Place[] = []
    for (const index of starts.keys()) places.push(await placeOf(name, await begin(name, index)))
    const ways = shortestWays(pathwayOf(name)!, places, takesPart)
    found.set(name, ways)
    return ways
  })
  .extend('stateOf', ({ app }) => async ({ reference, pathway }: Going) => {
    const proceeding = app.owner.selectFrom('proceedings').select('state')
    const { state } = await proceeding
      .where('reference', '=', reference)
      .where('pathway', '=', pathway)
      .executeTakeFirstOrThrow()
    return state
  })
  // Records the event on its own page; when the same way is gone again, acts without pages.
  .extend('act', ({ given, people, fill, gone }) => async (going: Going, event: Envelope, way: string) => {
    const { reference, pathway } = going
    const data = answersIn(going, people, event)
    const by = event.party ?? event.by
    if (gone.has(way)) return actOn(given(), { reference, pathway }, by, { type: event.type, data })
    const actor = await actorIn(given(), { reference, pathway }, by)
    const page = `/cases/${reference}/${pathway}/1/${event.type}`
    await fill(actor, page, pathwayOf(pathway)!.events[event.type]!, data)
    gone.add(way)
  })
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
    async (state, { clock, given, waysThrough, begin, act, wait, stateOf, seated, visitor }) => {
      clock.now = monday
      const way = (await waysThrough(name)).get(state)
      if (!way) throw new Error(`no way leads to ${state}`)
      const reference = await begin(name, way.start)
      const going = { reference, pathway: name, today: shenzhenDay(monday) }

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
        } else if (elsewhere[event.type]) await elsewhere[event.type]!(given(), reference)
        else if (event.by === 'system') {
          const mediation = { ...going, pathway: 'mediation' } as const
          for (const { event } of mediated().turns)
            await act(mediation, event, `within ${event.type} ${event.party ?? event.by}`)
        } else await act(going, event, turns.join('\n'))
        expect(await stateOf(going), turns.join('\n')).toBe(turn.state)
      }

      const { readers, outsiders, secret = [] } = walked[name]
      const sitting = await seated(going)
      const page = `/cases/${going.reference}/${name}/1`
      const isSecret =
        secret.includes(state) || (toldLater.includes(name) && !way.turns.some(tellsRespondent))
      const reading = readers.filter(who => !isSecret || who !== 'respondent')
      for (const who of new Set([...reading, ...sitting])) {
        const lang = languageOf[who] ?? 'en'
        const { status, text } = await (await visitor(who)).visit(`${page}?lang=${lang}`)
        expect(status, `${who}: ${mainOf(text)}`).toBe(200)
        expect(load(text)('.qh-case__kick .qh-tag').text(), who).toBe(
          wordsIn(lang).t(`${name}:state.${state}`),
        )
      }
      const kept = isSecret ? [...outsiders, 'respondent' as const] : outsiders
      for (const who of kept.filter(who => !sitting.includes(who)))
        expect((await (await visitor(who)).visit(page)).status, who).toBe(404)
    },
  )
})

/** What the respondent knows of once it is served, or once it is proceeded against. */
const toldLater: Name[] = ['litigation', 'arbitration', 'enforcement']
const tellsRespondent = ({ event: { data }, state }: Way['turns'][number]) =>
  ['executing', 'settledExec', 'completed'].includes(state) ||
  (data.party === 'p2' &&
    (data.receivedOn !== undefined || (data.rule?.startsWith('service.publication') ?? false)))

/** What happens in another proceeding of the case for this one to be told. */
const elsewhere: Partial<Record<string, (given: Given, reference: string) => Promise<unknown>>> = {
  changeOfLaw: (given, reference) =>
    actOn(given, { reference, pathway: 'litigation' }, 'judge', {
      type: 'agreeLaw',
      data: { law: 'CN', consents: ['p1', 'p2'] },
    }),
  enforcementOpened: (given, reference) =>
    openThere(given, reference, 'enforcement', {
      type: 'apply',
      data: { instrument: 'cnAward', venue: 'CN', amount: '1000000.00' },
    }),
}

const languageOf: Partial<Record<Who, 'zh-Hans' | 'zh-Hant'>> = { claimant: 'zh-Hans', respondent: 'zh-Hant' }

/** Who stands in for the people whom the search calls a1, a2 and so on. */
const standIns: Partial<Record<string, Who[]>> = {
  mediator: ['mediator'],
  arbitrator: ['arbitrator', 'otherArbitrator', 'thirdArbitrator'],
  judge: ['judge', 'otherJudge'],
  lawExpert: ['lawExpert'],
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

/** The way of a mediation to which the filing desk has referred a complaint, until it has succeeded. */
function mediated(): Way {
  const pathway = pathwayOf('mediation')!
  const on = shenzhenDay(monday)
  const { facts, ...known } = contextOfFiling({ ...mediation.filing, filedOn: on, panel: [] })
  const context = { ...known, facts: { ...facts, parentPathway: 'litigation' } }
  const sent = { type: 'propose', data: { kind: 'delegated' }, by: 'intakeOfficer' } as const
  const { saved } = step(pathway, unopened(pathway, context), { ...sent, at: monday, on, people: {} })
  return shortestWays(pathway, [{ saved, on }], walked.mediation.takesPart).get('filed')!
}

const mainOf = (html: string) => load(html)('main').text().replaceAll(/\s+/g, ' ')

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days
