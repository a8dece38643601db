import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../server/config.ts'
import { startDatabase } from '../server/database/startDatabase.ts'

type ThrowAway = { url: string; drop: () => Promise<void> }

/** An empty database of its own: on the server that DATABASE_URL names, else on one started for it. */
export async function throwAwayDatabase({ databaseDirectUrl }: Config, log: Logger): Promise<ThrowAway> {
  return databaseDirectUrl === undefined ? onOwnServer(log) : onServer(databaseDirectUrl)
}

async function onOwnServer(log: Logger): Promise<ThrowAway> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'qianhai-story-'))
  // Nothing here outlives the run, so nothing need reach the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const { url, stop } = await startDatabase({ dataDir, log, settings })
  return {
    url,
    drop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function onServer(url: string): Promise<ThrowAway> {
  const name = `story_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name} template template0 encoding 'UTF8'`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => run(`drop database ${name} with (force)`) }
}
