import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { addCast } from '../../seeds/cast.ts'
import { replay, storySchema, type Story } from '../../seeds/replay.ts'
import type { Actor } from '../../server/db.ts'
import { languages, type Language } from '../../server/web/language.ts'
import { barriers, picture, signIn, test as base, type Window } from '../support/browser.ts'
import { monday } from '../support/test.ts'

const test = base
  .extend('cast', { scope: 'file' }, ({ app }) => addCast(app.owner, monday))
  // Whoever a story needs gets a window, and the password that everybody has here.
  .extend('windowOf', async ({ app, people, open }) => {
    const { password_hash } = await app.owner
      .selectFrom('users')
      .select('password_hash')
      .where('id', '=', people.claimant.id)
      .executeTakeFirstOrThrow()
    const windows = new Map<string, Promise<Window>>()
    const enter = async ({ id }: Actor) => {
      const { email } = await app.owner
        .updateTable('users')
        .set({ password_hash })
        .where('id', '=', id)
        .returning('email')
        .executeTakeFirstOrThrow()
      const page = await open(undefined, { script: true })
      await signIn(page, email, 'en')
      return page
    }
    return (actor: Actor) => {
      const page = windows.get(actor.id) ?? enter(actor)
      windows.set(actor.id, page)
      return page
    }
  })

const told = [
  'confirmed-and-enforced',
  'award-enforced-on-both-sides',
  'judgment-registered-in-hong-kong',
  'law-shown-by-an-expert',
  'law-that-could-not-be-ascertained',
  'freeze-before-suit',
]
const looked = ['judicialConfirmation', 'lawAscertainment', 'interimMeasures', 'enforcement']

describe('whoever acts in a story', { timeout: 600_000 }, () => {
  const seen = new Set<string>()

  test.for(told)('is kept out of no page: %s', async (name, { app, clock, cast, windowOf }) => {
    expect(cast).toBeUndefined()
    const story = readStory(name)
    let turn = 0
    const look = async (page: Window, path: string, shot: string, lang: Language) => {
      const answer = await page.goto(`${path}?lang=${lang}`)
      expect.soft(answer?.status(), path).toBe(200)
      expect.soft(await barriers(page), `${shot} (${lang})`).toEqual([])
      await picture(page, `${shot}.${lang}`)
    }
    const { failures } = await replay(
      {
        app: app.db,
        owner: app.owner,
        log: app.log,
        watch: async ({ actor, reference, pathway, ordinal, event, at }) => {
          if ((!looked.includes(pathway) && ordinal !== undefined) || seen.has(`${pathway}-${event}`)) return
          seen.add(`${pathway}-${event}`)
          clock.now = at
          const page = await windowOf(actor)
          const lang = languages[turn++ % languages.length] ?? 'en'
          const own = ordinal === undefined ? '' : `/${pathway}/${String(ordinal)}`
          await look(page, `/cases/${reference}${own}`, `${pathway}-${event}-case`, lang)
          const form = ordinal === undefined ? `/open/${pathway}` : own
          await look(page, `/cases/${reference}${form}/${event}`, `${pathway}-${event}-form`, lang)
        },
      },
      story,
    )
    expect(failures).toEqual([])
  })
})

function readStory(name: string): Story {
  const story = storySchema.parse(JSON.parse(readFileSync(`test/support/stories/${name}.json`, 'utf8')))
  return {
    ...story,
    parties: story.parties.map(party => ({ ...party, email: `${name}.${party.id}@example.test` })),
  }
}
