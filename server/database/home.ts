import { execFile } from 'node:child_process'
import { access, chown, constants, lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Logger } from 'pino'
import { removeDrafts } from './drafts.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** The folder of all that PostgreSQL reads and writes, and the user it runs as: without a uid, ourselves. */
export type Home = { folder: string; user: { uid?: number; gid?: number } }

/**
 * PostgreSQL refuses to run as root, and the user it runs as instead may not be let into the data folder, say of a
 * project in /root. Its home is elsewhere then, and `postgres` in the data folder a link to it.
 */
export async function openHome(dataDir: string, log: Logger): Promise<Home> {
  const place = path.resolve(dataDir, 'postgres')
  try {
    await mkdir(dataDir, { recursive: true })
    if (!(await isThere(place))) await makeHome(place, log)
    const folder = await realpath(place)
    const home = { folder, user: isRoot() ? await ownerOf(folder) : {} }
    await mustBeUsable(home)
    await removeDrafts(folder)
    return home
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseUnavailable(
      `The database folder ${place} cannot be used: ${reason}. Set DATA_DIR to a folder of your own, or DATABASE_URL.`,
      { cause: error },
    )
  }
}

const isRoot = () => process.getuid?.() === 0

const isThere = (file: string) =>
  lstat(file).then(
    () => true,
    () => false,
  )

async function makeHome(place: string, log: Logger) {
  const user: Home['user'] = isRoot() ? await someoneButRoot() : {}
  const problems = []
  for (const parent of isRoot() ? [path.dirname(place), '/var/lib', tmpdir()] : [path.dirname(place)]) {
    let folder
    try {
      folder = await mkdtemp(path.join(parent, 'qianhai-postgres-'))
      if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
      await mustBeUsable({ folder, user })
      return await settle(folder, place, log)
    } catch (error) {
      problems.push(error)
      if (folder) await rm(folder, { recursive: true })
      if (await isThere(place)) return // made meanwhile by another process
    }
  }
  throw problems[0]
}

/** In one step, so that of two processes that start together one finds the other's home and uses it. */
async function settle(folder: string, place: string, log: Logger) {
  if (path.dirname(folder) === path.dirname(place)) return rename(folder, place)
  await symlink(folder, place)
  const lost = folder.startsWith(tmpdir())
  const elsewhere = `PostgreSQL may not enter ${path.dirname(place)}, so its data are in ${folder}`
  if (lost) log.warn(`${elsewhere}, which this machine may empty: set DATABASE_URL to keep them`)
  else log.info(elsewhere)
}

async function mustBeUsable({ folder, user }: Home) {
  if (user.uid === undefined) return access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  await promisify(execFile)('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], {
    ...user,
    cwd: '/',
  }).catch((cause: unknown) => {
    throw new Error(`PostgreSQL cannot run as root, and user ${user.uid} cannot write there`, { cause })
  })
}

async function ownerOf(folder: string) {
  const { uid, gid } = await stat(folder)
  return uid === 0 ? someoneButRoot() : { uid, gid }
}

/** A user with a name: initdb refuses a number that no one bears. */
async function someoneButRoot() {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  const [name, , uid, gid] =
    ['postgres', 'nobody'].flatMap(wanted => accounts.filter(([name]) => name === wanted)).at(0) ??
    accounts.find(([, , uid]) => Number(uid) > 0) ??
    []
  if (!name) throw new Error('PostgreSQL cannot run as root, and /etc/passwd names no other user')
  return { uid: Number(uid), gid: Number(gid) }
}
