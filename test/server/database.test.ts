import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { serves } from '../../server/database/server.ts'
import { DatabaseUnavailable, startDatabase } from '../../server/database/startDatabase.ts'
import { freshDatabase } from '../support/database.ts'

const isRoot = process.getuid?.() === 0

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }) // a cluster is made in one second, or in five on a busy machine

/** With a cluster that is stopped, as each test leaves it. */
let used: string
beforeAll(async () => {
  const { dataDir, remove } = await makeFolder()
  await (await startDatabase({ dataDir, log })).stop()
  used = dataDir
  return remove
})

test('what was written survives a restart', async () => {
  const dataDir = await emptyFolder()
  const first = await start(dataDir)
  await query(first.url, `create table kept as select '前海' as word`)
  await first.stop()

  const second = await start(dataDir)
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: '前海' }])
})

test('parts of Chinese words can be searched for, and times are in UTC', async () => {
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  await query(url, 'create extension if not exists pg_trgm')
  expect(await query(url, `select cardinality(show_trgm('前海法院')) > 0 as found`)).toEqual([
    { found: true },
  ])
  expect(await query(url, 'show timezone')).toEqual([{ TimeZone: 'UTC' }])
})

test('a stopped server is gone, with its process and its pid file', async () => {
  const { stop } = await start(used)
  const data = await dataOf(used)
  const pid = await pidOf(used)
  expect(await serves(pid, data)).toBe(true)
  await stop()
  expect(await serves(pid, data)).toBe(false)
  await expect(lstat(path.join(data, 'postmaster.pid'))).rejects.toThrow('ENOENT')
})

test('the server of a killed process is used again, with its data', async () => {
  const dataDir = await emptyFolder()
  const { url, kill } = await startInAnotherProcess(dataDir)
  await query(url, 'create table kept as select 1 as one')
  const pid = await pidOf(dataDir)
  await kill()
  expect(await serves(pid, await dataOf(dataDir))).toBe(true)

  const again = await start(dataDir)
  expect(await pidOf(dataDir)).toBe(pid)
  expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test('a second process is told about the first, which goes on', async () => {
  const { url } = await start(used)
  const second = startDatabase({ dataDir: used, log })
  await expect(second).rejects.toThrow(DatabaseUnavailable)
  await expect(second).rejects.toThrow(`process ${process.pid}) uses ${used}`)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('of two that start together on an empty folder, one gets it', async () => {
  const dataDir = await emptyFolder()
  const starts = await Promise.allSettled([start(dataDir), startInAnotherProcess(dataDir)])
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a number in the pid file that now belongs to another process stops nobody', async () => {
  const { stop } = await start(used)
  const file = path.join(await dataOf(used), 'postmaster.pid')
  const running = await readFile(file, 'utf8')
  await stop()
  await writeFile(file, running.replace(/^\d+/, String(process.pid)))
  await start(used)
})

test('a taken port is left to its owner', async () => {
  const { url, stop } = await start(used)
  await stop()
  const other = createServer().listen(Number(new URL(url).port), '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())

  const again = await start(used)
  expect(again.url).not.toBe(url)
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

describe('one clear message for', () => {
  test('a server that does not know our password', async () => {
    await start(used)
    const file = path.join(await dataOf(used), 'password')
    const password = await readFile(file)
    onTestFinished(() => writeFile(file, password))
    await writeFile(file, 'another')
    await expect(startDatabase({ dataDir: used, log })).rejects.toThrow(
      /does not let this program in.*password/,
    )
  })

  test('a folder that is no folder', async () => {
    const dataDir = path.join(import.meta.filename, 'data')
    const starting = startDatabase({ dataDir, log })
    await expect(starting).rejects.toThrow(DatabaseUnavailable)
    await expect(starting).rejects.toThrow(`${dataDir}/postgres cannot be used: ENOTDIR`)
  })

  test.each([
    ['a cluster of another version', 'PG_VERSION', '17\n', 'was written by PostgreSQL 17,'],
    ['something else than a cluster', 'PG_VERSION', '', 'is not a database of this program'],
    ['a cluster of somebody else', 'password', '', 'is not a database of this program'],
    ['a damaged cluster', 'global/pg_control', '', 'PostgreSQL does not start on'],
  ])('%s', async (_, name, content, message) => {
    const file = path.join(await dataOf(used), name)
    const before = await readFile(file)
    await writeFile(file, content)
    const starting = startDatabase({ dataDir: used, log })
    await expect(starting).rejects.toThrow(DatabaseUnavailable)
    await expect(starting).rejects.toThrow(message)
    await writeFile(file, before)
  })
})

test.runIf(isRoot)(
  'root, in a folder private to root, has the data elsewhere and finds them again',
  async () => {
    const dataDir = await emptyFolder()
    await chmod(dataDir, 0o700)
    const first = await start(dataDir)
    expect((await lstat(path.join(dataDir, 'postgres'))).isSymbolicLink()).toBe(true)
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()

    const second = await start(dataDir)
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  },
)

const log = pino({ level: 'silent' })

async function emptyFolder() {
  const { dataDir, remove } = await makeFolder()
  onTestFinished(remove)
  return dataDir
}

async function makeFolder() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'qianhai-database-'))
  await chmod(dataDir, 0o755) // the user that PostgreSQL runs as must get in
  const remove = async () => {
    const home = await realpath(path.join(dataDir, 'postgres')).catch(() => dataDir)
    await rm(home, { recursive: true })
    await rm(dataDir, { recursive: true, force: true })
  }
  return { dataDir, remove }
}

async function start(dataDir: string) {
  const database = await startDatabase({ dataDir, log })
  onTestFinished(database.stop)
  return database
}

/** Starts the database in a process of its own, for tests to kill. */
async function startInAnotherProcess(dataDir: string) {
  const file = pathToFileURL(path.resolve('server/database/startDatabase.ts')).href
  const program = `
    import { startDatabase } from '${file}'
    const log = { info() {}, warn() {}, error() {} }
    const { url, stop } = await startDatabase({ dataDir: ${JSON.stringify(dataDir)}, log })
    process.once('SIGTERM', stop)
    console.log(url)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const exited = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  onTestFinished(() => end('SIGTERM'))
  const [url] = (await Promise.race([once(child.stdout, 'data'), exited])) as unknown[]
  if (!Buffer.isBuffer(url)) throw new Error('the other process gave up')
  return { url: url.toString().trim(), kill: () => end('SIGKILL') }
}

async function query(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

const dataOf = (dataDir: string) => realpath(path.join(dataDir, 'postgres/data'))

async function pidOf(dataDir: string) {
  return parseInt(await readFile(path.join(await dataOf(dataDir), 'postmaster.pid'), 'utf8'))
}
