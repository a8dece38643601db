import { proposalBasis, stillToAsk } from '../../workflows/rules/proposal.ts'
import { Refused } from '../../workflows/step.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import {
  actAs,
  addNote,
  askedForProposal,
  findNote,
  findRoom,
  mayWrite,
  type NewNote,
  type Room,
  type RoomAt,
} from './queries.ts'

/**
 * Writes down what is said or thought behind a wall. It moves no case, and stands as it was written: what was wrong is
 * put right by a further note that refers to it.
 * @throws {NotFound} if the person does not read the room, or the note to be corrected is not in it
 * @throws {Refused} if he or she may not write this there
 */
export async function writeNote(
  trx: Trx,
  actor: Actor,
  where: RoomAt,
  note: NewNote,
  at: string,
): Promise<{ already: boolean }> {
  await actAs(trx, actor)
  const room = await findRoom(trx, where)
  if (room.tag === 'closed') throw new Refused('guard', { condition: 'roomOpen' })
  const part = (await mayWrite(trx, room.id)).find(
    ({ kind, party_id }) => kind === note.kind && (note.party === undefined || party_id === note.party),
  )
  if (!part) throw new Refused('role')
  if (note.refersTo !== undefined && !(await findNote(trx, room.id, note.refersTo)))
    throw new NotFound(`note ${note.refersTo}`)
  if (note.kind === 'proposal' && (await silent(trx, room)).length > 0)
    throw new Refused('guard', { condition: 'everyPartyAsks', basis: proposalBasis, field: 'kind' })
  return { already: !(await addNote(trx, room, { ...actor, ...part }, note, at)) }
}

/** The parties that have still to ask before this mediator may propose a solution. */
export const silent = async (trx: Trx, { id, context }: Room): Promise<string[]> =>
  stillToAsk(
    context.facts.style,
    context.parties.filter(({ out }) => !out).map(party => party.id),
    await askedForProposal(trx, id),
  )
