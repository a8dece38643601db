import { describe, expect } from 'vitest'
import { Drift, refuseDrift } from '../../server/proceedings/drift.ts'
import { listen, PortTaken } from '../../server/web/listen.ts'
import { test } from '../support/test.ts'

describe('every page', () => {
  test('loads from here alone, runs no script and is framed by nobody', async ({ browse }) => {
    const { headers } = await browse().visit('/').expect(200)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';font-src 'self';img-src 'self';form-action 'self';" +
        "frame-ancestors 'none';base-uri 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test.for(['/', '/help', '/accessibility', '/privacy', '/dates', '/sign-in', '/calculators'])(
    'is there for visitors: %s',
    async (page, { browse }) => {
      for (const lang of ['en', 'zh-Hans', 'zh-Hant'])
        expect((await browse().visit(`${page}?lang=${lang}`).expect(200)).text).toContain(`lang="${lang}"`)
    },
  )

  test('starts no session for a visitor who only reads', async ({ browse }) => {
    const { headers } = await browse().visit('/help')
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('health', () => {
  test('says that the process runs and can serve', async ({ browse }) => {
    await browse().visit('/health/live').expect(200, 'live')
    await browse().visit('/health/ready').expect(200, 'ready')
  })
})

describe('what does not fit', () => {
  test('is a page of the kind of fault, never one of ours', async ({ browse, as }) => {
    const browser = await as('claimant')
    await browser.visit('/no-such-page').expect(404)
    await browser.visit('/cases/%00').expect(400)
    expect([400, 404]).toContain((await browser.visit('/cases/%E0%A4%A')).status)
    await browse().visit('/no-such-page').expect(303)
  })

  test('in size is refused with words', async ({ as }) => {
    const browser = await as('claimant')
    const posted = await browser.post('/sign-out', { a: 'x'.repeat(2_000_000) })
    expect(posted.status).toBe(413)
    expect(posted.text).toContain('This is too large')
  })
})

describe('starting', () => {
  test('is refused while an open proceeding stands where no machine can move it', async ({
    app,
    fileLitigation,
  }) => {
    const { reference } = await fileLitigation()
    await refuseDrift(app.owner)
    const moveTo = (version: number) =>
      app.owner.updateTable('proceedings').set({ version }).where('reference', '=', reference).execute()
    await moveTo(99)
    await expect(refuseDrift(app.owner)).rejects.toThrow(Drift)
    await expect(refuseDrift(app.owner)).rejects.toThrow('litigation version 99, submitted: 1')
    await moveTo(1)
  })

  test('says what to do about a port that is taken', async ({ app }) => {
    const first = await listen(app.express, { host: '127.0.0.1', port: 0 })
    const port = Number(new URL(first.address).port)
    const second = listen(app.express, { host: '127.0.0.1', port })
    await expect(second).rejects.toThrow(PortTaken)
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use`)
    expect((await fetch(`${first.address}/health/ready`)).status).toBe(200)
    await first.stop()
  })
})
