import type { Logger } from 'pino'
import { isEmpty, isHalfLoaded, oneOfEach } from './accounts/queries.ts'
import { createApp } from './app.ts'
import { ringDue } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/openDatabase.ts'
import { connect, openPool, type Db } from './db.ts'
import { fillSandbox, sandboxPassword } from './sandbox.ts'
import { systemNow } from './time.ts'
import { listen } from './web/listen.ts'

const minute = 60_000
const patience = 15_000

/** Serves pages and rings the clock from a database that is up to date, until the process is told to stop. */
export async function serve(config: Config, database: Database, log: Logger): Promise<void> {
  const pool = openPool(database.url)
  pool.on('error', error => log.error(error, 'a connection to the database was lost'))
  const db = connect(pool)
  const closing = [() => pool.end(), database.stop]
  try {
    const server = await listen(createApp({ config, db, pool, log, now: systemNow }), config)
    closing.unshift(server.stop)
    console.log(`\nOpen ${server.address}`)
  } catch (error) {
    for (const close of closing) await close()
    throw error
  }

  const clock = everyMinute(() => ringDue(db, systemNow(), log), log)
  onSignal(async () => {
    await clock.stop()
    for (const close of closing) await close()
  }, log)

  // Not before the sandbox has lived through its past: the clock of today would end every period in it.
  await offerSandbox(config, db, database.ownerUrl, log)
  clock.start()
}

/** Pages work meanwhile. What goes wrong with it stops nothing else. */
async function offerSandbox(config: Config, db: Db, ownerUrl: string, log: Logger): Promise<void> {
  try {
    const empty = await isEmpty(db)
    if (await isHalfLoaded(db)) log.error(halfLoaded)
    const password = sandboxPassword(config, { make: empty })
    if (empty && password === undefined)
      console.log(
        '\nNobody can sign in yet. Make the first administrator with: npm run administrator -- EMAIL',
      )
    if (password === undefined) return
    if (empty) await fillSandbox(ownerUrl, password, log)
    const people = await oneOfEach(db)
    if (people.length === 0) return
    const lines = people.map(({ role, email }) => `  ${role.padEnd(22)} ${email}`)
    console.log(['\nSign in with the password ' + password + ' as', ...lines, ''].join('\n'))
  } catch (error) {
    log.error(error, 'the sandbox could not be loaded')
  }
}

const halfLoaded =
  'The sandbox was not loaded to its end, and cannot go on from there. Stop the app, delete its data folder (.data) or ' +
  'make your own database anew, and start again.'

/** One round at a time; a round that fails is tried again a minute later. */
function everyMinute(work: () => Promise<unknown>, log: Logger) {
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve<unknown>(undefined)
  let stopped = false
  const ring = () => {
    round = work()
      .catch((error: unknown) => log.error(error, 'the clock failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(ring, minute)
      })
  }
  return {
    start: () => {
      if (!stopped) ring()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

function onSignal(stop: () => Promise<void>, log: Logger): void {
  let stopping = false
  const shutDown = (signal: NodeJS.Signals) => {
    if (stopping) return // Ctrl-C reaches this process twice: by itself, and passed on by the one that runs it
    stopping = true
    log.info(`${signal}: finishing what is in hand`)
    setTimeout(() => process.exit(1), patience).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(error, 'did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', shutDown)
  process.on('SIGTERM', shutDown)
}
