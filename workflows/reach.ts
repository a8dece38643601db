import { inPlay, marked } from './conditions.ts'
import type { Saved } from './step.ts'
import type { Context, Envelope, Party, PathwayName } from './vocabulary.ts'

/**
 * The parties whom an event makes readers of the file. Whoever files reads it from the start; the others once they
 * are served or deemed to be (CPL 95, 128; L19 36), once they join, or once what was kept from them has been carried
 * out (CPL 104, 251).
 */
export function reachedBy(before: Saved, event: Envelope, next: Saved): string[] {
  const { party, receivedOn } = event.data
  const reached = [
    ...(before.state === 'unopened' ? [event.party, ...filing(next.context)] : []),
    ...marked(next.context, 'served').filter(id => !marked(before.context, 'served').includes(id)),
    ...(receivedOn === undefined ? [] : [party]),
    ...idsOf(inPlay(next.context)).filter(id =>
      before.context.parties.some(each => each.id === id && each.out),
    ),
    ...(isCarriedOut(next) && !isCarriedOut(before) ? idsOf(next.context.parties) : []),
  ]
  return [...new Set(reached.filter(id => id !== undefined))]
}

const idsOf = (parties: Party[]) => parties.map(({ id }) => id)

/** A suit or an arbitration is the claimants', also those who have one of them file; a confirmation is asked for by all. */
function filing(context: Context): string[] {
  if (context.pathway === 'judicialConfirmation') return idsOf(inPlay(context))
  const isSuit = context.pathway === 'litigation' || context.pathway === 'arbitration'
  return isSuit ? idsOf(context.parties.filter(({ side }) => side === 'claimant')) : []
}

const isCarriedOut = ({ state, context }: Saved) => carriedOut[context.pathway]?.includes(state) ?? false
const carriedOut: Partial<Record<PathwayName, readonly string[]>> = {
  interimMeasures: ['inForce', 'lifted', 'converted'],
  enforcement: ['executing', 'settledExec', 'terminatedThisRound', 'completed'],
}
