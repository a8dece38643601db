import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import autocannon from 'autocannon'
import express, { type Express } from 'express'
import { destination, pino } from 'pino'
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

const questions = {
  deadlines: { rule: 'defence.domiciled', triggerDate: '2026-02-02' },
  fees: { kind: 'court.case', amount: '1234567.89', currency: 'CNY' },
  'governing-law': { contract: { chosenLaw: 'HK', performedIn: 'CN' }, parties, assertedLaw: 'HK' },
  'arbitration-clause': { contract: { institution: 'HKIAC', seat: 'HONG_KONG' }, parties },
  jurisdiction: { claim: { amount: '40000000', currency: 'CNY' }, contract: {}, parties },
  'read-clause': { text: 'This contract is governed by the laws of Hong Kong. Disputes go to HKIAC.' },
}

/** Requests per second of the interface against those of an Express handler that parses the same body and does nothing. */
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
    const ratios: number[] = []
    for (let round = 0; round < 3; round++) {
      const [app, hand] = [await rate(`${ours.url}/api/${path}`, question), await rate(empty.url, question)]
      ratios.push(app / hand)
      if (round === 2)
        console.log(`${path}: ${app.toFixed(0)} per second, the empty handler ${hand.toFixed(0)}`)
    }
    console.log(`  median ratio ${ratios.sort((a, b) => a - b)[1]?.toFixed(2)}`)
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
async function rate(url: string, question: object): Promise<number> {
  const { requests, non2xx } = await autocannon({
    ...{ url, method: 'POST', connections: 20, duration: 3, workers: 1 },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  })
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} answers were refusals`)
  return requests.average
}
