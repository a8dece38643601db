import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../../../shared')

/** The reference that the project is built to, where it lies beside the project. */
export const hasShared = existsSync(path.join(folder, 'scenarios'))

export function shared(file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
}

export function sharedFiles(within: string, ending: string): string[] {
  return readdirSync(path.join(folder, within)).filter(file => file.endsWith(ending))
}
