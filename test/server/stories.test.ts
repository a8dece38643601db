import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { addCast } from '../../seeds/cast.ts'
import { addOrganisations } from '../../seeds/organisations.ts'
import { replay, storySchema, type Report } from '../../seeds/replay.ts'
import { connect, openPool } from '../../server/db.ts'
import { morningOf } from '../../server/time.ts'
import { pathways } from '../../workflows/index.ts'
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

/** What of a story waits for a pathway or for findings that are not served yet. */
const notServedYet =
  /pathwayServed|finding|judicialConfirmation|lawAscertainment|interimMeasures|enforcement|court\.confirmation/

const shared = '../shared/filings'

describe.skipIf(!existsSync(shared))('the filings beside the project', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter(file => file.endsWith('.json')) : []

  it.each(files)('%s passes, but for what is not served yet', async file => {
    const { failures } = await live(`${shared}/${file}`)
    expect(failures.filter(({ what }) => !notServedYet.test(what))).toEqual([])
    if (Object.keys(pathways).length === 7) expect(failures).toEqual([])
  })

  it('pass whole where they use only what is served', async () => {
    for (const file of ['litigation-two-appeal-clocks', 'scia-expedited-shenzhen-seat', 'refusals']) {
      expect(await live(`${shared}/${file}.json`), file).toMatchObject({ passed: true })
    }
  })
})
