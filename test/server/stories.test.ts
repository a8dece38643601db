import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { addCast } from '../../seeds/cast.ts'
import { addOrganisations } from '../../seeds/organisations.ts'
import { replay, storySchema, type Report } from '../../seeds/replay.ts'
import { connect, openPool } from '../../server/db.ts'
import { morningOf } from '../../server/time.ts'
import { freshDatabase } from '../support/database.ts'

async function live(file: string): Promise<Report> {
  const story = storySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { url, drop } = await freshDatabase()
  const ownerPool = new pg.Pool({ connectionString: url, max: 2 })
  const appPool = openPool(url, 4)
  try {
    const owner = connect(ownerPool)
    await addOrganisations(owner, morningOf(story.filedOn))
    await addCast(owner, morningOf(story.filedOn))
    return await replay({ app: connect(appPool), owner, log: pino({ level: 'silent' }) }, story)
  } finally {
    await appPool.end()
    await ownerPool.end()
    await drop()
  }
}

const own = 'test/support/stories'

describe('the stories of the project', () => {
  it.each(readdirSync(own))('%s happens as it says', async file => {
    expect(await live(`${own}/${file}`)).toMatchObject({ passed: true, failures: [] })
  })
})

const shared = '../shared/filings'

describe.skipIf(!existsSync(shared))('the filings beside the project', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter(file => file.endsWith('.json')) : []

  it.each(files)('%s passes whole', async file => {
    expect(await live(`${shared}/${file}`)).toMatchObject({ passed: true, failures: [] })
  })
})
