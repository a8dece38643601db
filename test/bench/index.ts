import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { pino } from 'pino'
import { loadSandbox } from '../../seeds/sandbox.ts'
import { throwAwayDatabase } from '../../seeds/throwAway.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { connect, openPool } from '../../server/db.ts'
import { migrate } from '../../server/migrate.ts'
import { systemNow } from '../../server/time.ts'
import { benchApi } from './api.ts'
import { benchClauses } from './clauses.ts'
import { benchRules } from './rules.ts'
import { signIn, type Visitor } from './visitor.ts'
import { plainHandler } from './plain.ts'

/**
 * Ratios measured side by side in one run: an event through HTTP against a hand-written handler that writes the same
 * rows with plain SQL, and the time of a list and a case page on the sandbox. Nothing here is asserted. With `clauses`,
 * how many clauses of real contracts are read exactly, and nothing else; with `rules`, how long a rule takes to answer;
 * with `api`, how the interface does against an empty handler.
 */
if (process.argv[2] === 'clauses') {
  benchClauses()
  process.exit()
}
if (process.argv[2] === 'api') {
  await benchApi()
  process.exit()
}
if (process.argv[2] === 'rules') {
  benchRules()
  process.exit()
}

const config = { ...readConfig(), environment: 'production' as const, logLevel: 'silent' as const }
const log = pino({ level: 'silent' })
const database = await throwAwayDatabase(config, log)
await migrate(database.url)
console.log('loading the sandbox …')
const loading = performance.now()
await loadSandbox({
  ownerUrl: database.url,
  now: systemNow,
  password: 'bench bench bench',
  log,
  progress: () => undefined,
})
console.log(`sandbox: ${seconds(loading)} s`)

const pool = openPool(database.url, 10)
const ownerPool = new pg.Pool({ connectionString: database.url, max: 10 })
// The database is dropped at the end, whether or not the last connection has closed.
for (const each of [pool, ownerPool]) each.on('error', () => undefined)
// Cookies are not marked secure here: there is no TLS on the loopback.
const app = createApp({
  config: { ...config, environment: 'test' },
  db: connect(pool),
  pool,
  log,
  now: systemNow,
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const plain = plainHandler(ownerPool).listen(0, '127.0.0.1')
await once(plain, 'listening')
const ours = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const theirs = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`

const party = await signIn(ours, 'party@example.test', 'bench bench bench')
const judge = await signIn(ours, 'judge@example.test', 'bench bench bench')
const mediations = await mediationsOf('party@example.test')

await latency('cases of a judge', judge, '/cases')
await latency('cases of a party', party, '/cases')
await latency('a case page', party, `/cases/${mediations[0]?.reference ?? ''}`)
await latency('tasks of a judge', judge, '/tasks')
await throughput()

server.close()
plain.close()
await Promise.all([pool.end(), ownerPool.end()])
await database.drop()

async function mediationsOf(email: string) {
  const { rows } = await ownerPool.query<{ reference: string; id: string }>(
    `select p.reference, p.id from proceedings p join representations r on r.case_id = p.case_id
       join users u on u.id = r.user_id
      where p.pathway = 'mediation' and u.email = $1 and p.ordinal = 1 order by p.reference`,
    [email],
  )
  return rows
}

async function latency(what: string, visitor: Visitor, path: string) {
  for (let i = 0; i < 15; i++) await visitor.get(path)
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const start = performance.now()
    await visitor.get(path)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  console.log(`${what}: median ${times[30]?.toFixed(1)} ms, 95th ${times[57]?.toFixed(1)} ms`)
}

/**
 * A complaint about a mediator: an event that any party may record in any state, so that it can be repeated. Each of
 * eight people keeps to a case of its own: what is measured is the work, not waiting for one another.
 */
async function throughput() {
  const through = async (count: number, one: (index: number) => Promise<unknown>) => {
    const start = performance.now()
    let begun = 0
    const worker = async (index: number): Promise<void> => {
      while (begun++ < count) await one(index)
    }
    await Promise.all(Array.from({ length: 8 }, (_, index) => worker(index)))
    return (count / (performance.now() - start)) * 1000
  }
  const mediation = (index: number) => mediations[index] ?? { reference: '', id: '' }
  const viaApp = (index: number) => party.complain(mediation(index).reference)
  const viaPlain = (index: number) =>
    fetch(`${theirs}/${mediation(index).id}/complain`, {
      method: 'POST',
      body: new URLSearchParams({ conduct: `Measured ${index}` }),
    }).then(async answer => {
      await answer.text()
      if (!answer.ok) throw new Error(`the plain handler answered ${answer.status}`)
    })
  await through(60, viaApp)
  await through(60, viaPlain)
  const ratios: number[] = []
  for (let round = 1; round <= 5; round++) {
    const app = await through(150, viaApp)
    const hand = await through(150, viaPlain)
    ratios.push(app / hand)
    console.log(
      `round ${round}: ${app.toFixed(0)} events/s through the app, ${hand.toFixed(0)} by hand: ${(app / hand).toFixed(2)}`,
    )
  }
  ratios.sort((a, b) => a - b)
  console.log(`one event through HTTP: median ratio ${ratios[2]?.toFixed(2)} of a hand-written handler`)
}

function seconds(since: number) {
  return ((performance.now() - since) / 1000).toFixed(1)
}
