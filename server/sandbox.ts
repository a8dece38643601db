import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { systemNow, type Now } from './time.ts'

export type LoadSandbox = (into: {
  ownerUrl: string
  now: Now
  password: string
  log: Logger
  progress: (text: string) => void
}) => Promise<void>

/** Fills an empty database with people and cases to try things on. */
export async function fillSandbox(ownerUrl: string, password: string, log: Logger): Promise<void> {
  const load = await loader()
  await load?.({
    ownerUrl,
    now: systemNow,
    password,
    log,
    progress: text => console.log(`  sandbox: ${text}`),
  })
}

/**
 * The password of everybody in the sandbox: as set, else made once and kept beside the data. Production has a sandbox
 * only if a password for it is set.
 */
export function sandboxPassword({ environment, sandboxPassword, dataDir }: Config): string | undefined {
  if (sandboxPassword !== undefined || environment === 'production') return sandboxPassword
  const file = path.join(dataDir, 'sandbox-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function loader(): Promise<LoadSandbox | undefined> {
  const file = path.join(import.meta.dirname, '../seeds/sandbox.ts')
  if (!existsSync(file)) return undefined
  const { loadSandbox } = (await import(pathToFileURL(file).href)) as { loadSandbox: LoadSandbox }
  return loadSandbox
}
