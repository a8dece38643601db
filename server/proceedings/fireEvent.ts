import { pathways } from '../../workflows/index.ts'
import type { Data } from '../../workflows/fields.ts'
import type { Pathway } from '../../workflows/pathway.ts'
import { reachedBy } from '../../workflows/reach.ts'
import { partFor, Refused, step, type Part, type Saved } from '../../workflows/step.ts'
import type { By, PathwayName } from '../../workflows/vocabulary.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { drawn } from '../panel/jurors.ts'
import { shenzhenDay } from '../time.ts'
import { link, type Entry } from './chain.ts'
import { perform } from './effects.ts'
import { checkClosure, checkCorrection, envelopeOf, idsAmong, idsIn, lapsedBy } from './envelope.ts'
import { catchUp, runErrands, standsStill } from './errands.ts'
import {
  isSeen,
  leaveEngine,
  lockCase,
  nextLapse,
  readRound,
  stateAfter,
  takeEngine,
  type HeldCase,
  type Round,
} from './queries.ts'
import { record } from './record.ts'
import { recountDue } from './recount.ts'

export const CLOCK: Actor = { id: '00000000-0000-0000-0000-00000000c10c' }

export type Where = { reference: string; pathway: PathwayName; ordinal: number }

export type Act = {
  type: string
  /** What it carries; or how to read that, once it is known where the proceeding stands and in which part. */
  data: Data | ((round: Round, part: Part, at: string) => Promise<Data>)
  /** Whom data that is still to be read may name. */
  people?: string[]
  /** The instant of recording. */
  at: string
  /** The form that was sent: the same form sent twice is one act. */
  form?: string
  /** The part to act in, for somebody who has several. */
  party?: string
  /** The last event of the proceeding that the person had seen. */
  seen?: number
}

export type Fired = { seq: number; state: string; already: boolean }

/** Somebody else moved the proceeding after the page was made, and the act no longer rests on what it showed. */
export class Collided extends Error {}

/**
 * The only way a proceeding moves: lock the case, step the machine, write what changed. Everything happens in
 * the caller's transaction, in which nothing else may be written: it runs as the engine until this returns.
 * @throws {NotFound} if the person may not see it
 * @throws {Refused} if the machine does not allow it; nothing has changed then
 * @throws {Collided} if it stands elsewhere than the person saw; the transaction must not be committed
 */
export async function fireEvent(trx: Trx, actor: Actor, where: Where, act: Act): Promise<Fired> {
  await takeEngine(trx, actor)
  const held = await lockCase(trx, where.reference)
  const lot = await drawn(trx, held, where, act)
  // Whoever speaks on a foreign law is on a register, or else says what qualifies it (L5 4).
  const witness = where.pathway === 'lawAscertainment' ? [actor.id] : []
  const named = typeof act.data === 'function' ? idsAmong(act.people ?? []) : idsIn(act.data)
  const read = () =>
    readRound(
      trx,
      { caseId: held.id, pathway: where.pathway, ordinal: where.ordinal },
      { people: [...named, ...idsIn(lot), ...witness], form: act.form, at: act.at },
    )
  let round = await read()
  // To whoever answers a form, a proceeding that a part in the case leads to but that is not seen is not there.
  if ((round.parts.length === 0 || typeof act.data === 'function') && !(await isSeen(trx, round)))
    throw new NotFound(`${where.reference} ${where.pathway} ${String(where.ordinal)}`)
  if (round.posted) {
    await leaveEngine(trx)
    return { seq: round.posted.seq, state: round.state, already: true }
  }

  // What ran out before this moment has happened before it, whether or not the clock has got there.
  if (round.overdue) {
    await lapseDue(trx, held, act.at)
    round = await read()
  }
  const pathway = servedPathway(round)
  const saved = { state: round.state, context: round.context }
  const part = partFor(pathway, saved, act.type, partsIn(round, act.party))
  if (!part) throw new Refused('role')
  const shown =
    act.seen !== undefined && act.seen < round.seq ? await stateAfter(trx, round.id, act.seen) : saved.state

  try {
    const data = typeof act.data === 'function' ? await act.data(round, part, act.at) : act.data
    const { role, ...as } = part
    const on = shenzhenDay(act.at)
    await move(trx, held, round, { ...act, ...as, data: { ...data, ...lot }, by: role, actor, on })
  } catch (error) {
    if (error instanceof Refused && act.seen !== undefined && act.seen < round.seq) {
      throw new Collided('the proceeding has moved on', { cause: error })
    }
    throw error
  }
  // Still allowed, though on a proceeding that stood elsewhere when the person decided on it.
  if (shown !== undefined && shown !== saved.state) throw new Collided('the proceeding stands elsewhere')
  await leaveEngine(trx)
  return { seq: held.seq, state: round.state, already: false }
}

/** Fires everything of a case that has run out by then, once its days are those of the calendars as they are known. */
export async function lapseDue(trx: Trx, held: HeldCase, at: string): Promise<number> {
  await recountDue(trx, held, at)
  return lapseUntil(trx, held, at, at)
}

/** What has run out by an instant, recorded at another: in the order of due day and then of arming. */
export async function lapseUntil(trx: Trx, held: HeldCase, until: string, at: string): Promise<number> {
  for (let fired = 0; ; fired++) {
    const due = await nextLapse(trx, held.id, until)
    if (!due) return fired
    if (fired > 1000) throw new Error(`the periods of ${held.reference} lapse without end`)
    const round = await readRound(trx, { id: due.proceeding_id }, { at })
    const party = due.party_id === '' ? {} : { party: due.party_id }
    await move(trx, held, round, {
      type: 'deadlineLapsed',
      data: { rule: due.rule, dueOn: due.due_on, ...party },
      at,
      on: shenzhenDay(due.lapses_at.toISOString()),
      by: 'clock',
      actor: CLOCK,
    })
  }
}

export type Motion = Pick<Act, 'type' | 'at' | 'form'> & {
  data: Data
  on: string
  by: By
  party?: string
  agent?: { specialAuthority: boolean }
  actor: Actor
  cause?: number
  depth?: number
}

/** One step of one proceeding, and then of those it told. The case is held, and the engine writes. */
export async function move(trx: Trx, held: HeldCase, round: Round, motion: Motion): Promise<void> {
  const pathway = servedPathway(round)
  const event = envelopeOf(pathway, round, motion)
  await checkCorrection(trx, held, round, pathway, event)
  await checkClosure(trx, event)

  const saved: Saved = { state: round.state, context: round.context }
  const next = step(pathway, saved, event)
  const { rows, errands } = perform(next.effects, { round, on: motion.on, ...lapsedBy(event) })

  const opening = round.state === 'unopened'
  const entry: Entry = {
    case_id: held.id,
    seq: held.seq + 1,
    proceeding_id: round.id,
    pseq: round.seq + 1,
    pathway: round.pathway,
    version: round.version,
    from_state: opening ? 'none' : round.state,
    type: event.type,
    to_state: next.saved.state,
    actor_id: motion.actor.id,
    by: motion.by,
    party_id: motion.party ?? null,
    cause_seq: motion.cause ?? null,
    form_id: motion.form ?? null,
    at: motion.at,
    acted_on: motion.on,
    late: next.late,
    compartment_id: round.compartment_id,
  }
  const chain = link(held.head, entry, event.data)
  const { facts } = next.saved.context
  const closed = next.tags.includes('closed')
  await record(trx, {
    proceeding: {
      id: round.id,
      case_id: held.id,
      state: next.saved.state,
      tag: next.tags.find(tag => tag !== 'decided') ?? 'active',
      decided: next.tags.includes('decided'),
      seq: round.seq + 1,
      closed_on: closed ? (facts.closedOn ?? motion.on) : null,
      disposed_on: closed || next.tags.includes('decided') ? (facts.disposedOn ?? motion.on) : null,
      compartment_id: round.compartment_id,
      register_compartment_id: round.register_compartment_id,
      organisation_id: round.organisation_id,
      parent_id: round.parent_id,
      carry_to: round.parent_compartment_id,
    },
    context: next.saved.context,
    entry,
    chain,
    body: event.data,
    rows,
    reached: reachedBy(saved, event, next.saved),
  })
  held.seq = entry.seq
  held.head = chain.hash
  round.seq = entry.pseq
  round.state = next.saved.state
  round.context = next.saved.context
  await runErrands(trx, held, round, motion, entry.seq, errands)
  if (standsStill(round, saved.state) && !standsStill(round, next.saved.state))
    await catchUp(trx, held, round, motion)
}

export function servedPathway({ pathway, version }: Pick<Round, 'pathway' | 'version'>): Pathway {
  const served = pathways[pathway]
  if (served.version !== version) throw new Error(`${pathway} version ${version} is not served`)
  return served
}

export const partsIn = (round: Round, party?: string): Part[] =>
  round.parts
    .map(({ role, party: represents, special_authority }): Part => ({
      role,
      ...(represents && { party: represents }),
      ...(typeof special_authority === 'boolean' && { agent: { specialAuthority: special_authority } }),
    }))
    .filter(part => party === undefined || part.party === undefined || part.party === party)
