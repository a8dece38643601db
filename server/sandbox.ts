import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { systemNow } from './time.ts'

/** Fills an empty database with people and cases to try things on. Loaded only when it is wanted. */
export async function fillSandbox(ownerUrl: string, password: string, log: Logger): Promise<void> {
  const { loadSandbox } = await import('../seeds/sandbox.ts')
  const progress = (text: string) => console.log(`  sandbox: ${text}`)
  await loadSandbox({ ownerUrl, now: systemNow, password, log, progress })
}

/**
 * The password of everybody in the sandbox: as set, else made once and kept beside the data. Production has a sandbox
 * only if a password for it is set.
 */
export function sandboxPassword(
  { environment, sandboxPassword, dataDir }: Config,
  { make = true } = {},
): string | undefined {
  if (sandboxPassword !== undefined || environment === 'production') return sandboxPassword
  const file = path.join(dataDir, 'sandbox-password')
  if (!existsSync(file) && !make) return undefined
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
