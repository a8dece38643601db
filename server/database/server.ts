import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Cluster } from './cluster.ts'
import { isAlive } from './processes.ts'

export type Running = { pid: number; port: number }

/** The server on these data, be it ours or one left over from a process that was killed. */
export async function findServer({ data }: Cluster): Promise<Running | undefined> {
  const file = path.join(data, 'postmaster.pid')
  const [pid, , , port] = (await readFile(file, 'utf8').catch(() => '')).split('\n').map(Number)
  if (!pid || !port || !isAlive(pid)) return undefined
  if (await serves(pid, data)) return { pid, port }
  await rm(file, { force: true }) // the number now belongs to another process, which PostgreSQL would take for a server
  return undefined
}

export async function serves(pid: number, data: string) {
  if (process.platform !== 'linux') return isAlive(pid)
  return (await realpath(`/proc/${pid}/cwd`).catch(() => '')) === data
}

/** Tries to start one, on the port of the last time if it is free. Whether it worked, `findServer` tells. */
export async function startServer(cluster: Cluster, settings: Record<string, string>, attempt: number) {
  const { folder } = cluster.home
  const portFile = path.join(folder, 'port')
  const last = Number(await readFile(portFile, 'utf8').catch(() => 0))
  const port = (attempt === 0 && last && (await freePort(last))) || (await freePort(0))
  const options = Object.entries({ ...settings, port }).map(([name, value]) => `-c ${name}=${value}`)
  await rm(logFile(cluster), { force: true })
  await control(cluster, 'start', '-l', logFile(cluster), '-o', options.join(' '))
  await writeFile(portFile, String(port))
}

/** Lets nobody finish, but loses nothing that was committed. */
export const stopServer = (cluster: Cluster) => control(cluster, 'stop', '-m', 'fast')

/** The last lines that the server wrote before it gave up. */
export async function lastWords(cluster: Cluster) {
  const lines = (await readFile(logFile(cluster), 'utf8').catch(() => '')).trim().split('\n')
  return lines.slice(-5).join('\n')
}

const logFile = ({ home }: Cluster) => path.join(home.folder, 'log')

// pg_ctl puts the server in a session of its own, so that Ctrl-C reaches the app alone, which then stops it.
async function control({ home, binaries, data }: Cluster, ...args: string[]) {
  const program = path.join(binaries.folder, 'bin/pg_ctl')
  const options = {
    ...home.user,
    cwd: home.folder,
    env: { LC_ALL: 'C' },
    stdio: 'ignore',
    windowsHide: true,
  } as const
  await once(spawn(program, [...args, '-w', '-t', '60', '-D', data], options), 'exit')
}

async function freePort(wanted: number): Promise<number> {
  const probe = createServer().listen(wanted, '127.0.0.1')
  try {
    await once(probe, 'listening')
    const address = probe.address()
    return typeof address === 'object' && address ? address.port : 0
  } catch {
    return 0
  } finally {
    probe.close()
  }
}
