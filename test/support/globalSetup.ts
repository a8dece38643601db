import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../../server/database/startDatabase.ts'
import { migrate } from '../../server/migrate.ts'
import { admin, on, template } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests make their databases; its user may do anything. */
    databaseServer: string
  }
}

/** One server for the whole run, with a migrated database for `freshDatabase` to copy. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const { url, stop } = given ? { url: given, stop: () => undefined } : await throwAwayServer()
  try {
    await admin(url, `drop database if exists ${template} with (force)`)
    await admin(url, `create database ${template}`)
    await migrate(on(url, template))
    await admin(url, `alter database ${template} allow_connections false`) // one in use cannot be copied
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('databaseServer', url)
  return stop
}

/** In memory where there is enough: the many small files of a new database take ten times as long on a slow disk. */
async function throwAwayServer() {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({ bavail: 0, bsize: 0 }))
  if (bavail * bsize < 2 ** 31) return serverIn(tmpdir())
  return serverIn('/dev/shm').catch(() => serverIn(tmpdir()))
}

async function serverIn(parent: string) {
  const dataDir = await mkdtemp(path.join(parent, 'qianhai-test-'))
  await chmod(dataDir, 0o755) // the user that PostgreSQL runs as must get in
  const sweeper = spawn(process.execPath, ['--input-type=module', '--eval', sweep, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const clear = async () => {
    sweeper.stdin.end()
    await once(sweeper, 'exit')
  }
  try {
    const { url, stop } = await startDatabase({ dataDir, log: pino({ level: 'silent' }), settings: careless })
    return { url, stop: () => stop().then(clear) }
  } catch (error) {
    await clear()
    throw error
  }
}

// In a process of its own, that sees this one end: on Ctrl-C vitest leaves out the teardown.
const sweep = `
  import { readFileSync, realpathSync, rmSync } from 'node:fs'
  const folder = process.argv[1]
  const attempt = work => { try { work() } catch {} }
  process.stdin.resume().on('end', () => {
    attempt(() => process.kill(parseInt(readFileSync(folder + '/postgres/data/postmaster.pid')), 'SIGQUIT'))
    const options = { recursive: true, force: true, maxRetries: 20 }
    attempt(() => rmSync(realpathSync(folder + '/postgres'), options))
    rmSync(folder, options)
  })`

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' }
