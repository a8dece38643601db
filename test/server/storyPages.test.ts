import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect } from 'vitest'
import { addCast } from '../../seeds/cast.ts'
import { replay, storySchema } from '../../seeds/replay.ts'
import type { Actor } from '../../server/db.ts'
import { pathways } from '../../workflows/index.ts'
import { filledForm } from '../support/fill.ts'
import { monday, password, test as base, type Browser } from '../support/test.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

const test = base
  // Whoever a story needs may sign in, too.
  .extend('browserOf', { scope: 'file' }, ({ app, browse }) => {
    const browsers = new Map<string, Promise<Browser>>()
    const enter = async ({ id }: Actor) => {
      const { password_hash } = await app.owner
        .selectFrom('users')
        .select('password_hash')
        .where('email', '=', 'claimant@example.test')
        .executeTakeFirstOrThrow()
      const { email } = await app.owner
        .updateTable('users')
        .set({ password_hash })
        .where('id', '=', id)
        .returning('email')
        .executeTakeFirstOrThrow()
      const browser = browse()
      await browser.submit('/sign-in', { email, password })
      return browser
    }
    return (actor: Actor) => {
      const browser = browsers.get(actor.id) ?? enter(actor)
      browsers.set(actor.id, browser)
      return browser
    }
  })
  .extend('cast', { scope: 'file' }, async ({ app, people }) => {
    await addCast(app.owner, monday)
    return people
  })

test.for(['confirmed-and-enforced', 'award-enforced-on-both-sides'])(
  'every form of %s is there for whoever acts, and asks for what is answered',
  { timeout: 300_000 },
  async (name, { app, clock, cast, browserOf }) => {
    expect(cast.judge).toBeDefined()
    const file = `test/support/stories/${name}.json`
    const story = storySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const parties = story.parties.map(party => ({ ...party, email: `${name}.${party.id}@example.test` }))
    let turn = 0

    const report = await replay(
      {
        app: app.db,
        owner: app.owner,
        log: app.log,
        watch: async ({ actor, reference, pathway, ordinal, event, data, at }) => {
          clock.now = at
          const lang = languages[turn++ % languages.length]!
          const browser = await browserOf(actor)
          const which = ordinal === undefined ? `open/${pathway}` : `${pathway}/${String(ordinal)}`
          const page = `/cases/${reference}/${which}/${event}`
          const { status, text } = await browser.visit(`${page}?lang=${lang}`)
          expect(status, `${page}: ${load(text)('main').text()}`).toBe(200)
          filledForm(text, page, pathways[pathway].events[event] ?? {}, data)
          await browser.visit(`/cases/${reference}?lang=${lang}`).expect(200)
        },
      },
      { ...story, parties },
    )
    expect(report.failures).toEqual([])
  },
)

test('enforcement in Hong Kong alone waits for what is done there, not for a notice of the Mainland court', async ({
  app,
  clock,
  cast,
  browserOf,
}) => {
  expect(cast.clerk).toBeDefined()
  const file = 'test/support/stories/judgment-registered-in-hong-kong.json'
  const next: string[] = []
  const report = await replay(
    {
      app: app.db,
      owner: app.owner,
      log: app.log,
      watch: async ({ actor, reference, event, at }) => {
        if (event !== 'recordHkStep') return
        clock.now = at
        const { text } = await (
          await browserOf(actor)
        )
          .visit(`/cases/${reference}/enforcement/1?lang=en`)
          .expect(200)
        next.push(load(text)('section[aria-labelledby=next]').text())
      },
    },
    storySchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
  )
  expect(report.failures).toEqual([])
  expect(next.length).toBeGreaterThan(0)
  for (const text of next) {
    expect(text).toContain('Record a step in Hong Kong')
    expect(text).toContain('No date is set')
    expect(text).toContain('The creditor goes on before the court in Hong Kong')
  }
})
