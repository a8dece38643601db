import { expect } from 'vitest'
import { addAdministrator } from '../../seeds/administrator.ts'
import { loadSandbox } from '../../seeds/sandbox.ts'
import { isHalfLoaded } from '../../server/accounts/queries.ts'
import { monday, password, test } from '../support/test.ts'

const email = 'first@court.example'

test('the first administrator is let in, once, and keeps the password', async ({ app, browse }) => {
  const add = (password: string) => addAdministrator(app.url, { email, password, at: monday })
  expect(await add(password)).toBe(true)
  expect(await add('another password')).toBe(false)
  const administrator = browse()
  const signedIn = await administrator.submit('/sign-in', { email, password })
  expect(signedIn.headers.location).toBe('/caseload')
  expect((await administrator.visit('/organisations').expect(200)).text).toContain('QIANHAI_COURT')
})

test('a database without anything gets its organisations from the first administrator', async ({ app }) => {
  await app.owner.deleteFrom('posts').execute()
  await app.owner.deleteFrom('users').execute()
  await app.owner.deleteFrom('organisations').execute()
  await addAdministrator(app.url, { email, password, at: monday })
  const { count } = await app.owner
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBeGreaterThan(10)
})

test('a sandbox that was interrupted says so on the first page', async ({ app, browse }) => {
  const { text } = await browse().visit('/')
  expect(text).not.toContain('The sandbox is not complete')
  await app.owner.deleteFrom('posts').execute()
  await app.owner.deleteFrom('users').where('email', 'not like', '%.invalid').execute()
  const interrupted = () => {
    throw new Error('killed')
  }
  const how = { ownerUrl: app.url, now: () => monday, password, log: app.log, scale: 0.01 }
  await expect(loadSandbox({ ...how, progress: interrupted })).rejects.toThrow('killed')
  expect(await isHalfLoaded(app.db)).toBe(true)
  expect((await browse().visit('/')).text).toContain('The sandbox is not complete')
})
