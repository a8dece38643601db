import { pathways } from '../../workflows/index.ts'
import type { Db } from '../db.ts'
import { asActor } from '../db.ts'
import { CLOCK } from './fireEvent.ts'
import { openStates, takeEngine } from './queries.ts'

export class Drift extends Error {}

/**
 * Refuses to go on while an open proceeding stands in a state, or under a version, that the machines no longer have:
 * it could neither be shown nor moved. Called before the server listens.
 */
export async function refuseDrift(db: Db): Promise<void> {
  const open = await asActor(db, CLOCK, async trx => {
    await takeEngine(trx, CLOCK)
    return openStates(trx)
  })
  const lost = open.filter(({ pathway, version, state }) => {
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
