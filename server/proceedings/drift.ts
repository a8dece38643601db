import { pathways } from '../../workflows/index.ts'
import type { Db } from '../db.ts'
import { CannotStart } from '../errors.ts'
import { openStates } from './queries.ts'

export class Drift extends CannotStart {}

/**
 * Refuses to go on while an open proceeding stands in a state, or under a version, that the machines no longer have:
 * it could neither be shown nor moved. Asked of the owner, who sees every case, before the server listens.
 */
export async function refuseDrift(owner: Db): Promise<void> {
  const lost = (await openStates(owner)).filter(({ pathway, version, state }) => {
    const served = Object.values(pathways).find(({ name }) => name === pathway)
    return served?.version !== version || !Object.hasOwn(served.states, state)
  })
  if (lost.length > 0) throw new Drift(message(lost))
}

const message = (lost: { pathway: string; version: number; state: string; count: number }[]) =>
  [
    'Open proceedings stand where no machine of this program can move them:',
    ...lost.map(
      ({ pathway, version, state, count }) => `  ${pathway} version ${version}, ${state}: ${count}`,
    ),
    'Serve that version beside the new one in workflows/index.ts, or add a migration that renames the state.',
  ].join('\n')
