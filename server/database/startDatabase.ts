import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import { findBinaries } from './binaries.ts'
import { openCluster, type Cluster } from './cluster.ts'
import { openHome } from './home.ts'
import { findServer, lastWords, serves, startServer, stopServer, type Running } from './server.ts'
import { DatabaseUnavailable } from './unavailable.ts'

export { DatabaseUnavailable }

type Options = { dataDir: string; log: Logger; settings?: Record<string, string> }

/**
 * Runs the PostgreSQL that comes with the project, with its data in `dataDir`. One process at a time: it holds a lock
 * in the database itself, which no kill can leave behind.
 */
export async function startDatabase({ dataDir, log, settings = {} }: Options) {
  const home = await openHome(dataDir, log)
  const cluster = await openCluster(home, await findBinaries(home), log)
  const { client, port } = await claimServer(cluster, { ...defaults, ...settings }, dataDir, log)
  await makeDatabase(client)

  let stopping: Promise<void> | undefined
  client.on('error', error => {
    if (!stopping) log.error(error, 'the database server is gone')
  })
  const stop = async () => {
    await stopServer(cluster)
    await client.end()
  }
  return {
    url: `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`,
    stop: () => (stopping ??= stop()),
  }
}

const database = 'qianhai'

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // their paths may not be longer than about 100 characters, and Windows has none
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

async function claimServer(cluster: Cluster, settings: Record<string, string>, dataDir: string, log: Logger) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = await findServer(cluster)
    if (running) {
      const client = await signIn(running, cluster)
      if (client && (await claim(client, dataDir))) {
        const how = attempt === 0 ? 'was still running and is used again' : 'started'
        log.info(
          `PostgreSQL ${cluster.binaries.version} ${how} on port ${running.port}, data in ${cluster.data}`,
        )
        return { client, port: running.port }
      }
    } else await startServer(cluster, settings, attempt)
  }
  throw new DatabaseUnavailable(`PostgreSQL does not start on ${cluster.data}:\n${await lastWords(cluster)}`)
}

/** Waits while the server is recovering or shutting down; without a client, it has gone. */
async function signIn({ pid, port }: Running, { data, password }: Cluster) {
  const deadline = performance.now() + 60_000
  while (await serves(pid, data)) {
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false },
      application_name: String(process.pid),
      connectionTimeoutMillis: 5_000,
    })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (isRefusal(error) || performance.now() > deadline)
        throw new DatabaseUnavailable(
          `Another PostgreSQL server (process ${pid}, port ${port}) is running on ${data} and does not let this program ` +
            `in: ${String(error)}. Stop it, or set DATA_DIR to another folder.`,
          { cause: error },
        )
      await setTimeout(50)
    }
  }
  return undefined
}

const isRefusal = (error: unknown) => error instanceof pg.DatabaseError && error.code?.startsWith('28')

/** False when the server went away meanwhile. */
async function claim(client: pg.Client, dataDir: string) {
  client.on('error', () => undefined) // each use of the client fails by itself
  try {
    await client.query(`set lock_timeout = '3s'`) // a process killed a moment ago may still be signed in
    await client.query('select pg_advisory_lock($1)', [lock])
    return true
  } catch (error) {
    const isTaken = error instanceof pg.DatabaseError && error.code === '55P03'
    const holder = isTaken ? await holderOf(client) : undefined
    await client.end()
    if (!isTaken) return false
    throw new DatabaseUnavailable(
      `Another running copy of this program (process ${holder}) uses ${dataDir}. ` +
        'Stop it first, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
}

const lock = 0x7148

async function holderOf(client: pg.Client) {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and objid = $1`,
    [lock],
  )
  return rows[0]?.application_name ?? 'unknown'
}

async function makeDatabase(client: pg.Client) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${database}`)
}
