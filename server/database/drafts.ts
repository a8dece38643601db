import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { isAlive } from './processes.ts'

/** The name under which this process makes something, to be renamed once it is whole. */
export const draftOf = (file: string) => `${file}~${process.pid}`

/** Clears away what processes that were killed did not finish. */
export async function removeDrafts(folder: string) {
  for (const entry of await readdir(folder)) {
    const pid = /~(\d+)$/.exec(entry)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(path.join(folder, entry), { recursive: true, force: true })
  }
}
