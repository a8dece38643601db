import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import autocannon from 'autocannon'
import express, { type Express } from 'express'
import { destination, pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { throwAwayDatabase } from '../../seeds/throwAway.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { connect, openPool } from '../../server/db.ts'
import { migrate } from '../../server/migrate.ts'
import { systemNow } from '../../server/time.ts'

const party = (id: string, side: string, origin: string) => ({
  ...{ id, side, kind: 'company', domicile: 'CN', investors: [{ origin }] },
  registration: { jurisdiction: 'CN', city: 'Shenzhen' },
})
const parties = [party('p1', 'claimant', 'HK'), party('p2', 'respondent', 'MAINLAND')]

/** Some dozens of questions for each path, no two alike, so that no answer can be one given before. */
const questions: Record<string, (index: number) => object> = {
  deadlines: index => ({
    rule: ['defence.domiciled', 'appeal.noDomicile', 'filing.review', 'fee.prepay'][index % 4],
    triggerDate: dayOf(index),
  }),
  fees: index => ({ kind: 'court.case', amount: `${(index + 1) * 234_567}.89`, currency: 'CNY' }),
  'governing-law': index => ({
    contract: { chosenLaw: 'HK', performedIn: 'CN', signedOn: dayOf(index) },
    parties,
    assertedLaw: 'HK',
  }),
  'arbitration-clause': index => ({
    contract: { institution: 'HKIAC', seat: 'HONG_KONG', signedOn: dayOf(index) },
    parties,
  }),
  jurisdiction: index => ({
    claim: { amount: `${(index + 1) * 1_234_567}`, currency: 'CNY' },
    contract: {},
    parties,
  }),
  'read-clause': index => ({
    text: `This contract of ${dayOf(index)} is governed by the laws of Hong Kong. Disputes go to HKIAC.`,
  }),
}
const asked = 48

/** Many short rounds by turns, so that what else the machine does meets both alike. */
const rounds = 7

const dayOf = (index: number) =>
  Temporal.PlainDate.from('2025-01-06')
    .add({ days: index * 13 })
    .toString()

/** Requests per second of the interface against those of an Express handler that parses the same bodies and does nothing. */
export async function benchApi(): Promise<void> {
  const config = { ...readConfig(), environment: 'test' as const }
  const log = pino({ level: 'info' }, destination('/dev/null'))
  const database = await throwAwayDatabase(config, log)
  await migrate(database.url)
  const pool = openPool(database.url)
  const ours = await served(createApp({ config, db: connect(pool), pool, log, now: systemNow }))
  const empty = await served(
    express()
      .use(express.json())
      .post('/{*any}', (_req, res) => void res.json({})),
  )
  for (const [path, question] of Object.entries(questions)) {
    const bodies = Array.from({ length: asked }, (_, index) => JSON.stringify(question(index)))
    const ratios: number[] = []
    for (let round = 0; round < rounds; round++) {
      const [app, hand] = [await rate(`${ours.url}/api/${path}`, bodies), await rate(empty.url, bodies)]
      ratios.push(app / hand)
      if (round === rounds - 1)
        console.log(`${path}: ${app.toFixed(0)} per second, the empty handler ${hand.toFixed(0)}`)
    }
    console.log(`  median ratio ${ratios.sort((a, b) => a - b)[(rounds - 1) / 2]?.toFixed(2)}`)
  }
  for (const { close } of [ours, empty]) close()
  await pool.end()
  await database.drop()
}

async function served(app: Express) {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** The client works in a thread of its own. */
async function rate(url: string, bodies: string[]): Promise<number> {
  const { requests, non2xx } = await autocannon({
    ...{ url, method: 'POST', connections: 20, duration: 1, workers: 1 },
    headers: { 'content-type': 'application/json' },
    requests: bodies.map(body => ({ body })),
  })
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} answers were refusals`)
  return requests.average
}
