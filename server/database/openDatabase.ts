import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { startDatabase } from './startDatabase.ts'

export type Database = { url: string; ownerUrl: string; stop: () => Promise<void> }

/** Your own database where the environment names one, else the embedded one, started. */
export async function openDatabase(
  { databaseUrl, databaseDirectUrl, dataDir }: Config,
  log: Logger,
): Promise<Database> {
  if (databaseUrl !== undefined)
    return { url: databaseUrl, ownerUrl: databaseDirectUrl ?? databaseUrl, stop: () => Promise.resolve() }
  const { url, stop } = await startDatabase({ dataDir, log })
  return { url, ownerUrl: url, stop }
}
