import { describe, expect } from 'vitest'
import { password, test } from '../support/test.ts'

describe('signing in', () => {
  test('leads to where you were going', async ({ browse, people }) => {
    const browser = browse()
    const sent = await browser.visit('/cases?page=2').expect(303)
    expect(sent.headers.location).toBe('/sign-in?next=%2Fcases%3Fpage%3D2')

    const { email } = people.claimant
    const posted = await browser.submit(sent.headers.location!, { email, password }, '/sign-in')
    expect(posted.status).toBe(303)
    expect(posted.headers.location).toBe('/cases?page=2')
  })

  test.for([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    '/.//evil.test',
    'javascript:alert(1)',
    '/sign-out',
    '',
  ])('leads nowhere else: %s', async (next, { browse, people }) => {
    const { email } = people.claimant
    const posted = await browse().submit('/sign-in', { email, password, next })
    expect(posted.headers.location).toBe('/cases')
  })

  test.for([
    ['claimant', '/cases'],
    ['judge', '/tasks'],
    ['administrator', '/caseload'],
  ] as const)('leads a %s to %s where no page was asked for', async ([who, home], { browse, people }) => {
    const posted = await browse().submit('/sign-in', { email: people[who].email, password })
    expect(posted.headers.location).toBe(home)
  })

  test('shows who is signed in, in the language of the page', async ({ as }) => {
    const clerk = await as('clerk')
    const shown = 'Clerk, Shenzhen Qianhai Cooperation Zone People’s Court'
    expect((await clerk.visit('/')).text).toContain(shown)
    expect((await clerk.visit('/?lang=zh-Hans')).text).toContain('深圳前海合作区人民法院法官助理')
  })

  test('takes the address in any case', async ({ browse, people }) => {
    const email = ` ${people.claimant.email.toUpperCase()} `
    expect((await browse().submit('/sign-in', { email, password })).status).toBe(303)
  })

  test('with a wrong password says so, and keeps the address but not the password', async ({
    browse,
    people,
  }) => {
    const { email } = people.claimant
    const posted = await browse().submit('/sign-in', { email, password: 'wrong-horse' })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain('The email address or the password is not right')
    expect(posted.text).toContain(email)
    expect(posted.text).not.toContain('wrong-horse')
  })

  test('answers for an unknown address as for a wrong password', async ({ browse }) => {
    const posted = await browse().submit('/sign-in', { email: 'nobody@example.test', password })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain('The email address or the password is not right')
  })

  test('asks for both', async ({ browse }) => {
    const posted = await browse().submit('/sign-in', { email: ' ', password: '' })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain('<a href="#email">Enter your email address')
    expect(posted.text).toContain('<a href="#password">Enter your password')
  })

  test('is not possible as the clock', async ({ browse }) => {
    for (const password of ['', 'x'])
      expect((await browse().submit('/sign-in', { email: 'clock@platform.invalid', password })).status).toBe(
        422,
      )
  })

  test('takes no NUL for an answer', async ({ browse }) => {
    const posted = await browse().submit('/sign-in', { email: 'a\0b@example.test', password: 'x\0' })
    expect(posted.status).toBeLessThan(500)
  })

  test('gives a new session, so that a planted one is worth nothing', async ({ browse, people }) => {
    const browser = browse()
    const before = cookieOf(await browser.visit('/sign-in'))
    const posted = await browser.submit('/sign-in', { email: people.claimant.email, password })
    const after = cookieOf(posted)
    expect(before).toMatch(/^session=/)
    expect(after).toMatch(/^session=/)
    expect(after).not.toBe(before)
    const cookie = posted.headers['set-cookie']?.[0]
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
  })

  test('is refused without the token of the form', async ({ browse, people }) => {
    const posted = await browse().post('/sign-in', { email: people.claimant.email, password })
    expect(posted.status).toBe(403)
  })

  test('is made to wait after ten wrong passwords for an address, even with the right one', async ({
    browse,
    people,
  }) => {
    const { email } = people.stranger
    const browser = browse()
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await browser.submit('/sign-in', { email, password: 'guess' })).status).toBe(422)
    const posted = await browser.submit('/sign-in', { email, password })
    expect(posted.status).toBe(429)
    expect(posted.text).toContain('Too many attempts. Try again in 15 minutes')
    // Others are not held up by it.
    expect((await browser.submit('/sign-in', { email: people.judge.email, password })).status).toBe(303)
  })

  test('forgets wrong passwords once the right one was given', async ({ browse, people }) => {
    const { email } = people.thirdParty
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 6; attempt++)
        await browse().submit('/sign-in', { email, password: 'guess' })
      expect((await browse().submit('/sign-in', { email, password })).status).toBe(303)
    }
  })
})

describe('signed in', () => {
  test('two pages loaded at once have the same token', async ({ as }) => {
    const browser = await as('claimant')
    const pages = await Promise.all([browser.visit('/'), browser.visit('/help')])
    const tokens = pages.map(({ text }) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1])
    expect(tokens[0]).toBeTruthy()
    expect(tokens[0]).toBe(tokens[1])
  })

  test('a form without its token is refused', async ({ as }) => {
    const posted = await (await as('claimant')).post('/sign-out')
    expect(posted.status).toBe(403)
    expect(posted.text).toContain('Load the form again')
  })

  test('pages are not kept by browsers', async ({ as }) => {
    expect((await (await as('claimant')).visit('/')).headers['cache-control']).toBe('no-store')
  })

  test('the language asked for is that of the account on the next device', async ({ as, browse, people }) => {
    await (await as('respondent')).visit('/?lang=zh-Hant')
    const other = browse()
    await other.submit('/sign-in', { email: people.respondent.email, password })
    expect((await other.visit('/')).text).toContain('<html lang="zh-Hant">')
  })

  test('an account that is closed is out at once', async ({ as, app, people }) => {
    const browser = await as('lawExpert')
    const close = (active: boolean) =>
      app.owner.updateTable('users').set({ active }).where('id', '=', people.lawExpert.id).execute()
    await close(false)
    await browser.visit('/cases').expect(303)
    await close(true)
  })
})

describe('signing out', () => {
  test('ends the session', async ({ as }) => {
    const browser = await as('claimant')
    expect((await browser.submit('/', {}, '/sign-out')).headers.location).toBe('/')
    await browser.visit('/cases').expect(303)
  })

  test('needs a form', async ({ as }) => {
    const browser = await as('claimant')
    await browser.visit('/sign-out').expect(404)
    expect((await browser.visit('/')).text).toContain('Sign out')
  })
})

const cookieOf = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie']]
    .flat()
    .map(String)
    .find(cookie => cookie.startsWith('session='))
    ?.split(';')[0]
