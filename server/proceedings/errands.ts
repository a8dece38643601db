import { Refused, step } from '../../workflows/step.ts'
import type { Trx } from '../db.ts'
import type { Errand } from './effects.ts'
import { envelopeOf } from './envelope.ts'
import { move, servedPathway, type Motion } from './fireEvent.ts'
import { hasMessages, keepMessage, takeMessages } from './messageQueries.ts'
import { openWithin } from './open.ts'
import { adopt, sourceOf } from './originQueries.ts'
import { openChildren, readRound, recipients, type HeldCase, type Round } from './queries.ts'

const maxDepth = 12

/** Neither its periods run there nor does it take what it is told. */
export const standsStill = (round: Round, state: string) =>
  servedPathway(round).states[state]?.pauses === true

/** A proceeding that goes on is told what came while it stood still: a mediation that ended meanwhile, for one. */
export async function catchUp(
  trx: Trx,
  held: HeldCase,
  round: Round,
  { at, on, depth = 0 }: Motion,
): Promise<void> {
  for (const { event, data, actor_id, cause_seq } of await takeMessages(trx, round.id)) {
    const now = await readRound(trx, { id: round.id }, { at })
    const actor = { id: actor_id }
    const told: Motion = {
      type: event,
      data,
      at,
      on,
      by: 'system',
      actor,
      cause: cause_seq,
      depth: depth + 1,
    }
    if (!takes(now, told)) continue
    await move(trx, held, now, told)
    Object.assign(round, { state: now.state, seq: now.seq, context: now.context })
  }
}

/** Acts in other proceedings of the case keep the person as actor; the machine sees them as the system's. */
export async function runErrands(
  trx: Trx,
  held: HeldCase,
  round: Round,
  motion: Motion,
  cause: number,
  errands: Errand[],
): Promise<void> {
  const depth = (motion.depth ?? 0) + 1
  if (errands.length > 0 && depth > maxDepth)
    throw new Error(`${held.reference}: events cause each other without end`)
  for (const errand of errands) {
    if (errand.type === 'open') {
      // The form recorded the act itself; what the act opens is no second answer to it.
      const { form: _, ...person } = motion
      const opening: Motion = { ...person, type: errand.event, data: errand.data, cause, depth }
      await openWithin(trx, held, round, opening, errand.pathway)
      continue
    }
    for (const id of await reachedBy(trx, held, round, errand)) {
      const other = await readRound(trx, { id }, { at: motion.at })
      const { actor, at, on } = motion
      const told: Motion = {
        type: errand.event,
        data: errand.data,
        at,
        on,
        by: 'system',
        actor,
        cause,
        depth,
      }
      if (!concerns(errand, round, other)) continue
      const stands = standsStill(other, other.state)
      // What came before it is told first.
      if (!takes(other, told) || (stands && (await hasMessages(trx, id)))) {
        if (stands) {
          const to = { case_id: held.id, proceeding_id: id }
          await keepMessage(trx, to, {
            event: told.type,
            data: told.data,
            actor_id: actor.id,
            cause_seq: cause,
          })
        }
        continue
      }
      if (told.type === 'parentFiled' && other.parent_id === null) {
        await adopt(trx, id, round)
        other.parent_id = round.id
      }
      await move(trx, held, other, told)
    }
  }
}

async function reachedBy(trx: Trx, held: HeldCase, round: Round, { to }: Extract<Errand, { type: 'tell' }>) {
  if (to === 'parent') return round.parent_id === null ? [] : [round.parent_id]
  if (to === 'source') return sourceOf(trx, held.id, round.context.facts)
  if (to === 'children') return (await openChildren(trx, round.id)).map(({ id }) => id)
  return (await recipients(trx, held.id, to)).filter(id => id !== round.id)
}

/** What befalls an instrument concerns only those who enforce it, not what else is enforced on the case. */
const concerns = (
  { to }: Extract<Errand, { type: 'tell' }>,
  { pathway, ordinal }: Round,
  { context }: Round,
) =>
  to !== 'enforcement' || (context.facts.sourcePathway === pathway && context.facts.sourceOrdinal === ordinal)

/** A message that a proceeding has no row for is dropped (`pathways.md` 1.7); the cause is on record all the same. */
function takes(round: Round, told: Motion): boolean {
  const pathway = servedPathway(round)
  const saved = { state: round.state, context: round.context }
  try {
    step(pathway, saved, envelopeOf(pathway, round, told))
    return true
  } catch (error) {
    if (error instanceof Refused && error.reason !== 'guard') return false
    throw error
  }
}
