import { readConfig } from './config.ts'
import { migrate } from './migrate.ts'

/** `npm run migrate`: brings your own database up to date without starting the program. */
const { databaseDirectUrl } = readConfig()
if (databaseDirectUrl === undefined) {
  console.error('Set DATABASE_URL: the embedded database is migrated by npm start.')
  process.exitCode = 1
} else await migrate(databaseDirectUrl)
