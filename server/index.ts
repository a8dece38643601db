import { pino, type Logger } from 'pino'
import { readConfig, type Config } from './config.ts'
import { openDatabase, type Database } from './database/openDatabase.ts'
import { CannotStart } from './errors.ts'
import { redact } from './web/log.ts'

try {
  await start(readConfig())
} catch (error) {
  console.error(error instanceof CannotStart ? `\n${error.message}\n` : error)
  process.exit(1)
}

/**
 * The database starts, and is brought up to date, while the program is read and, where a source is newer, the style sheet
 * compiled.
 */
async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, redact })
  const [database, { serve }] = await Promise.all([
    readyDatabase(config, log),
    import('./serve.ts'),
    import('../views/assets/compile.ts'),
  ])
  await serve(config, database, log)
}

async function readyDatabase(config: Config, log: Logger): Promise<Database> {
  const database = await openDatabase(config, log)
  try {
    const { bringUpToDate } = await import('./upToDate.ts')
    await bringUpToDate(database.ownerUrl)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}
