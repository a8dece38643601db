import { pathways, pathwayOf } from '../../workflows/index.ts'
import type { Admits, PathwayName } from '../../workflows/vocabulary.ts'

/** Whom a state waits for, as its machine says. */
export const waitedFor = (pathway: PathwayName, state: string): readonly Admits[] =>
  pathwayOf(pathway)?.states[state]?.waitingFor ?? []

/** The same of every state of every machine, one part to an entry, for the database to compare with a person's parts. */
export const waits = JSON.stringify(
  Object.values(pathways).flatMap(({ name, version, states }) =>
    Object.entries(states).flatMap(([state, { waitingFor }]) =>
      waitingFor.flatMap(partsOf).map(role => ({ pathway: name, version, state, role })),
    ),
  ),
)

function partsOf(role: Admits): Admits[] {
  return role === 'party' ? ['claimant', 'respondent'] : [role]
}
