import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { connect, openPool } from '../server/db.ts'
import { migrate } from '../server/migrate.ts'
import { morningOf } from '../server/time.ts'
import { addCast } from './cast.ts'
import { addOrganisations } from './organisations.ts'
import { replay, storySchema, type Report, type Story } from './replay.ts'
import { throwAwayDatabase } from './throwAway.ts'

/** `npm run --silent story -- FILE`: one JSON report on stdout; exit status 1 if anything was not as expected. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('usage: npm run --silent story -- FILE')
  const read = storySchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!read.success) {
    const failures = read.error.issues.map(({ path, message }) => ({
      step: 0,
      on: '',
      what: `${path.join('.')}: ${message}`,
    }))
    return tell({ name: file, passed: false, steps: 0, failures })
  }
  tell(await live(read.data))
}

function tell(report: Report): void {
  console.log(JSON.stringify(report, null, 1))
  if (!report.passed) process.exitCode = 1
}

async function live(story: Story): Promise<Report> {
  const log = pino({ level: 'error' }, pino.destination(2))
  const database = await throwAwayDatabase(readConfig(), log)
  try {
    await migrate(database.url)
    const ownerPool = new pg.Pool({ connectionString: database.url, max: 2 })
    const appPool = openPool(database.url, 4)
    const owner = connect(ownerPool)
    await addOrganisations(owner, morningOf(story.filedOn))
    await addCast(owner, morningOf(story.filedOn))
    const report = await replay({ app: connect(appPool), owner, log }, story)
    await Promise.all([appPool.end(), ownerPool.end()])
    return report
  } finally {
    await database.drop()
  }
}

await main(process.argv[2])
