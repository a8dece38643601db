import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Logger } from 'pino'
import type { Binaries } from './binaries.ts'
import { draftOf } from './drafts.ts'
import type { Home } from './home.ts'
import { DatabaseUnavailable } from './unavailable.ts'

export type Cluster = { home: Home; binaries: Binaries; data: string; password: string }

/** The cluster in `home`, made on the first start. The password lies with the data that it opens. */
export async function openCluster(home: Home, binaries: Binaries, log: Logger): Promise<Cluster> {
  const data = path.join(home.folder, 'data')
  const entries = await readdir(data).catch(() => [])
  if (entries.length === 0) await makeCluster(home, binaries, data, log)

  const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')
  const password = await readFile(path.join(data, 'password'), 'utf8').catch(() => '')
  if (!version || !password)
    throw new DatabaseUnavailable(
      `${data} is not a database of this program. Move it away, set DATA_DIR to another folder, or set DATABASE_URL.`,
    )
  if (parseInt(version) !== parseInt(binaries.version))
    throw new DatabaseUnavailable(
      `${data} was written by PostgreSQL ${version.trim()}, which PostgreSQL ${binaries.version} cannot read. ` +
        'Dump it with the old version and load it into the new one, or set DATA_DIR to another folder.',
    )
  return { home, binaries, data, password }
}

/** Made under a name of this process and then renamed, so that what is called `data` is always whole. */
async function makeCluster(home: Home, binaries: Binaries, data: string, log: Logger) {
  const draft = draftOf(data)
  const password = draftOf(path.join(home.folder, 'password'))
  try {
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    const { uid, gid } = home.user
    if (uid !== undefined && gid !== undefined) await chown(password, uid, gid)
    await initialise(home, binaries, draft, password, log)
    await rename(password, path.join(draft, 'password'))
    await rename(draft, data).catch(() => undefined) // another process was quicker: the caller uses its cluster
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(password, { force: true })
  }
}

// With the character type C, trigrams of Chinese text are empty; macOS and Windows may not have C.UTF-8.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'en-US', 'C']

async function initialise(home: Home, binaries: Binaries, data: string, password: string, log: Logger) {
  const options = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '--encoding=UTF8']
  options.push('--locale-provider=libc', '--lc-collate=C', '--no-instructions', `--pgdata=${data}`)
  for (const type of characterTypes)
    try {
      await promisify(execFile)(
        path.join(binaries.folder, 'bin/initdb'),
        [...options, `--lc-ctype=${type}`],
        { ...home.user, cwd: home.folder, env: { LC_ALL: 'C' }, windowsHide: true },
      )
      if (type === 'C')
        log.warn('this machine has no UTF-8 locale: searching for parts of Chinese words finds nothing')
      return
    } catch (error) {
      const reason = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
      if (type !== 'C' && reason.includes('invalid locale name')) continue
      throw new DatabaseUnavailable(
        `The database cannot be made in ${home.folder}: ${reason.trim()}. Put that right, or set DATABASE_URL.`,
        { cause: error },
      )
    }
}
