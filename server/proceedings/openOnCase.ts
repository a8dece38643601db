import type { Data } from '../../workflows/fields.ts'
import { pathways } from '../../workflows/index.ts'
import { partFor, Refused, unopened } from '../../workflows/step.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { lapseDue, partsIn, type Fired } from './fireEvent.ts'
import { motionIn, openProceeding, organisationOf, type Opening } from './open.ts'
import { carryOver, newestSeen, originsOf } from './originQueries.ts'
import { isSeen, leaveEngine, lockCase, readRound, takeEngine, type HeldCase } from './queries.ts'
import { beginningOf, hindrance } from './sources.ts'

/**
 * A further proceeding on a case, opened by hand, with what it takes from the one it comes from: an application to
 * confirm a mediated agreement, to enforce an award, for measures in a suit.
 */
export async function openOnCase(
  trx: Trx,
  actor: Actor,
  reference: string,
  pathway: PathwayName,
  act: { type: string; data: Data; at: string; form?: string; party?: string },
): Promise<Fired> {
  const served = pathways[pathway]
  await takeEngine(trx, actor)
  const held = await lockCase(trx, reference)
  const { near, beginning, all } = await readBeginning(trx, held, pathway, act)
  if (near.posted) {
    await leaveEngine(trx)
    return { seq: near.posted.seq, state: near.state, already: true }
  }
  const { source, child, context, organisation, carried } = beginning
  // The court sends to mediation by an event of the suit (C6, C50), and to the ascertainment of law (C48); by hand,
  // only parties turn to anything of that kind.
  const sent = pathway === 'mediation' || pathway === 'lawAscertainment'
  const parts = partsIn(near, act.party).filter(({ party }) => !sent || party !== undefined)
  const part = partFor(served, unopened(served, context), act.type, parts)
  if (!part) throw new Refused('role')
  const hindered = hindrance(pathway, all)
  if (hindered !== undefined) throw new Refused('guard', { condition: hindered })
  const { institution, arbitrationClause } = context.contract
  if (pathway === 'arbitration' && institution === undefined && !arbitrationClause)
    throw new Refused('guard', { condition: 'clauseNamed', basis: 'L19 27', field: 'institution' })

  const { id: organisationId } = await organisationOf(trx, organisation)
  const parent = child && source ? await readRound(trx, { id: source.id }, { at: act.at }) : null
  const opening: Opening = { pathway, organisationId, parent, context }
  const round = await openProceeding(trx, held, opening, motionIn(act, actor, part))
  if (source && carried.length > 0) await carryOver(trx, held, round, source.id, carried)
  await leaveEngine(trx)
  return { seq: held.seq, state: round.state, already: false }
}

/** How the case stands for whoever would open something on it, once all that has run out by now has lapsed. */
async function readBeginning(
  trx: Trx,
  held: HeldCase,
  pathway: PathwayName,
  { data, form, at }: { data: Data; form?: string; at: string },
) {
  const beginningNow = async () => {
    const all = await originsOf(trx, held.id)
    const beginning = beginningOf(pathway, all, data)
    const id = beginning?.source?.id ?? (await newestSeen(trx, held.id)).id
    return { all, beginning, near: await readRound(trx, { id }, { form, at }) }
  }
  let now = await beginningNow()
  if (now.near.parts.length === 0 && !(await isSeen(trx, now.near)))
    throw new NotFound(`case ${held.reference}`)
  if (now.near.overdue && !now.near.posted) {
    await lapseDue(trx, held, at)
    now = await beginningNow()
  }
  const { beginning } = now
  if (!beginning) throw new NotFound(`case ${held.reference}`)
  return { ...now, beginning }
}
