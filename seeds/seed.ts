import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/database/openDatabase.ts'
import { CannotStart } from '../server/errors.ts'
import { migrate } from '../server/migrate.ts'
import { sandboxPassword } from '../server/sandbox.ts'
import { systemNow } from '../server/time.ts'
import { loadSandbox, NotEmpty } from './sandbox.ts'

/** `npm run seed`: fills the database that `npm start` would use. */
async function seed(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel }, pino.destination(2))
  const password = sandboxPassword(config)
  if (password === undefined) throw new NotEmpty('SANDBOX_PASSWORD: is required for a sandbox in production')
  const database = await openDatabase(config, log)
  try {
    await migrate(database.ownerUrl)
    const progress = (text: string) => console.log(text)
    await loadSandbox({ ownerUrl: database.ownerUrl, now: systemNow, password, log, progress })
    console.log(`Sign in as intake@example.test and the like with the password ${password}`)
  } finally {
    await database.stop()
  }
}

await seed().catch((error: unknown) => {
  console.error(error instanceof NotEmpty || error instanceof CannotStart ? error.message : error)
  process.exitCode = 1
})
