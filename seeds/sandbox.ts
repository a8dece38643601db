import { sql } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { connect, openPool, type Db } from '../server/db.ts'
import { shenzhenDay, type Now } from '../server/time.ts'
import { calendarAround } from './sandbox/calendar.ts'
import { live } from './sandbox/live.ts'
import { addPeople } from './sandbox/people.ts'
import { planCases } from './sandbox/plans.ts'
import { isUsed } from './sandbox/queries.ts'
import { addOrganisations } from './organisations.ts'

export class NotEmpty extends Error {}

/** A sandbox that fails is made anew, and plans made while tables are empty must still serve. */
const hurried = ['synchronous_commit=off', 'enable_seqscan=off']

/**
 * Fills an empty database with people of every role and half a year of cases that ends now, made by the app's own
 * functions on a virtual clock.
 * @throws {NotEmpty} if anybody has used the database: nothing is changed then
 */
export async function loadSandbox({
  ownerUrl,
  now,
  password,
  log,
  progress,
  scale = 1,
}: {
  ownerUrl: string
  now: Now
  password: string
  log: Logger
  progress: (text: string) => void
  /** How large a part of the cases is made. */
  scale?: number
}): Promise<void> {
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  const appPool = openPool(ownerUrl, 8, hurried)
  // Whatever is asked of a lost connection next fails by itself; the server that the sandbox is loaded in goes on.
  for (const pool of [ownerPool, appPool]) pool.on('error', () => undefined)
  ownerPool.on('connect', client => client.on('error', () => undefined))
  try {
    const owner = connect(ownerPool)
    if (await isUsed(owner))
      throw new NotEmpty('The database is not empty: the sandbox is only put into an empty one.')
    const until = now()
    const calendar = calendarAround(shenzhenDay(until))
    const beginning = calendar.instant(calendar.monthsBack(12), 9 * 60, until)
    if (!(await hasOrganisations(owner))) await addOrganisations(owner, beginning)
    await owner.insertInto('sandbox_loads').values({ began_at: until }).execute()
    const people = await addPeople(owner, password, beginning)
    const plans = planCases(people, calendar, scale)
    progress(`${plans.length} cases to live through`)
    await live({ app: connect(appPool), owner, log, people, calendar, now: until }, plans, progress)
    await sql`analyze`.execute(owner) // or the first pages are planned for tables that were empty
    await owner.updateTable('sandbox_loads').set({ ended_at: now() }).execute()
  } finally {
    await Promise.all([ownerPool.end(), appPool.end()])
  }
}

const hasOrganisations = async (owner: Db) =>
  (await owner.selectFrom('organisations').select('id').limit(1).execute()).length > 0
