import pg from 'pg'
import { connect } from './db.ts'
import { migrate } from './migrate.ts'
import { refuseDrift } from './proceedings/drift.ts'

/** Brings a database up to date, and refuses one with cases that no machine of this program could move. */
export async function bringUpToDate(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl)
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  await refuseDrift(connect(pool)).finally(() => pool.end())
}
