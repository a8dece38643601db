import { Refused } from '../../workflows/step.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { actAs } from '../notes/queries.ts'
import {
  addAnswer,
  addDisclosure,
  findDisclosure,
  findMediation,
  findSubject,
  partsIn,
  targetOf,
  type Asking,
} from './queries.ts'

/** The grounds on which something may leave a mediation for a file (L6 22; Cap. 620 s.8, s.10). */
export const grounds = [
  'consent',
  'leave',
  'danger',
  'requiredByLaw',
  'lawfullyPublic',
  'discoverable',
] as const
export const groundBasis: Record<(typeof grounds)[number], string> = {
  consent: 'L6 22; Cap. 620 s.8(2)(a)',
  lawfullyPublic: 'Cap. 620 s.8(2)(b)',
  discoverable: 'Cap. 620 s.8(2)(c)',
  danger: 'Cap. 620 s.8(2)(d)',
  requiredByLaw: 'Cap. 620 s.8(2)(g)',
  leave: 'Cap. 620 s.8(3); Cap. 620 s.10',
}

/**
 * Asks that one note or document leave a mediation. Nothing leaves by this alone.
 * @throws {NotFound} if the person does not read the mediation, or not what is to leave
 * @throws {Refused} if he or she takes no part in it, or there is no file that it could go to
 */
export async function askDisclosure(
  trx: Trx,
  actor: Actor,
  where: { reference: string; ordinal: string; party?: string },
  asking: Asking,
  at: string,
): Promise<void> {
  await actAs(trx, actor)
  const mediation = await findMediation(trx, where.reference, where.ordinal)
  const parts = await partsIn(trx, mediation.id)
  const part = parts.find(({ party_id }) => where.party === undefined || party_id === where.party)
  if (!part) throw new Refused('role')
  await findSubject(trx, mediation, asking)
  const target = await targetOf(trx, mediation.id)
  if (!target) throw new Refused('guard', { condition: 'fileToDiscloseInto' })
  await addDisclosure(trx, mediation, target, { ...actor, ...part }, asking, at)
}

/**
 * Agrees or refuses for oneself. With the last word that the ground asks for, the copy comes into the file.
 * @throws {NotFound} if the person does not see the request
 * @throws {Refused} if it does not take his or her word, or no longer
 */
export async function answerDisclosure(
  trx: Trx,
  actor: Actor,
  where: { reference: string; id: string; party?: string },
  agrees: boolean,
  at: string,
): Promise<void> {
  await actAs(trx, actor)
  const disclosure = await findDisclosure(trx, where.reference, where.id)
  if (!disclosure) throw new NotFound(`disclosure ${where.id}`)
  const part = disclosure.open.find(({ party_id }) => where.party === undefined || party_id === where.party)
  if (!part) throw new Refused('role')
  await addAnswer(trx, where.id, { ...actor, ...part }, agrees, at)
}
