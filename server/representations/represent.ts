import {
  admitRepresentative,
  type Admission,
  type Capacity,
  type PowerForm,
} from '../../workflows/rules/representation.ts'
import type { Actor, Trx } from '../db.ts'
import { Forbidden } from '../errors.ts'
import { leaveEngine, lockCase, takeEngine } from '../proceedings/queries.ts'
import { shenzhenDay } from '../time.ts'
import { addRepresentation, endRepresentation, rightsIn, standingOf } from './queries.ts'

export type Mandate = {
  party: string
  email: string
  capacity: Capacity | 'self'
  specialAuthority: boolean
  powerReceivedOn: string | null
  powerForm: PowerForm | null
  instance: string | null
}

export type Outcome = { admission: Admission } | { wrong: { field: string; error: string } } | { done: true }

/**
 * Enters who speaks for a party from today. That moves no proceeding, so it is no event of a machine; like an event it
 * holds the case, is written by the engine, and is never overwritten. What it gives, the views of who reads what and
 * who plays which part say from the next request on.
 * @throws {Forbidden} if it is not for this person to say
 */
export async function appoint(
  trx: Trx,
  actor: Actor,
  reference: string,
  mandate: Mandate,
  at: string,
): Promise<Outcome> {
  await takeEngine(trx, actor)
  const held = await lockCase(trx, reference)
  const rights = await rightsIn(trx, held.id)
  const { party, email, capacity, powerForm } = mandate
  // Whom else a party would have speak as itself, a desk has to see.
  if (!rights.desk && (capacity === 'self' || !rights.own.includes(party)))
    throw new Forbidden('who speaks for a party is said by the party or a desk')
  const on = shenzhenDay(at)
  const found = await standingOf(trx, held.id, { party, email, on })
  const outcome = await decide()
  await leaveEngine(trx)
  return outcome

  async function decide(): Promise<Outcome> {
    if (!found) return { wrong: { field: 'party', error: 'party' } }
    if (found.user_id === null) return { wrong: { field: 'email', error: 'nobody' } }
    if (found.speaks_already) return { wrong: { field: 'email', error: 'already' } }
    const { speaks_for_other_side: speaksForOtherSide, ...facts } = found
    const admission = admitRepresentative({ ...facts, speaksForOtherSide, capacity, powerForm })
    if (admission.verdict !== 'supported') return { admission }
    await addRepresentation(trx, held.id, { ...mandate, userId: found.user_id }, on, at)
    return { done: true }
  }
}

/** Ends what somebody says for a party, from now on; what was said stays said. */
export async function endMandate(
  trx: Trx,
  actor: Actor,
  reference: string,
  { id, why }: { id: number; why: string },
  at: string,
): Promise<void> {
  await takeEngine(trx, actor)
  const held = await lockCase(trx, reference)
  const rights = await rightsIn(trx, held.id)
  const ended = await endRepresentation(trx, held.id, { id, why, rights }, shenzhenDay(at), at)
  if (!ended) throw new Forbidden('not to be ended by this person')
  await leaveEngine(trx)
}
