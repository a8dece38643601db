import { schemaOf, type Data, type EventForm } from '../../workflows/fields.ts'
import type { Pathway } from '../../workflows/pathway.ts'
import { explain, Refused } from '../../workflows/step.ts'
import type { Envelope } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { isEntered } from '../deadlines/queries.ts'
import { NotFound } from '../errors.ts'
import type { Motion } from './fireEvent.ts'
import { findRecord, type HeldCase, type Round } from './queries.ts'

/** Puts an act into the envelope that machines take; nothing that the event's form does not name gets in. */
export function envelopeOf(pathway: Pathway, round: Round, motion: Motion): Envelope {
  const form = pathway.events[motion.type]
  if (!form) throw new NotFound(`${pathway.name} has no event ${motion.type}`)
  return {
    type: motion.type,
    by: motion.by,
    at: motion.at,
    on: motion.on,
    data: dataOf(pathway, round, form, motion),
    people: round.people,
    ...(round.rate && { rate: round.rate }),
    person: motion.actor.id,
    ...(motion.party !== undefined && { party: motion.party }),
    ...(motion.agent && { agent: motion.agent }),
  }
}

/** Refuses data that does not fit the event's form, but only if nothing stands against the act before that. */
function dataOf(pathway: Pathway, round: Round, form: EventForm, { type, by, at, on, data }: Motion): Data {
  const read = schemaOf(form).safeParse(data)
  if (read.success) return read.data
  const saved = { state: round.state, context: round.context }
  const before = explain(pathway, saved, { type, by, at, on, data: {}, people: {} })
  throw before && before.reason !== 'guard' ? before : new Refused('guard', { condition: 'formComplete' })
}

/** A correction refers to an event of this proceeding and carries what that event should have carried (U4). */
export async function checkCorrection(
  trx: Trx,
  held: HeldCase,
  round: Round,
  pathway: Pathway,
  event: Envelope,
) {
  if (event.type !== 'correctRecord') return
  const corrected = await findRecord(trx, held.id, round.id, event.data.seq ?? 0)
  const form = corrected && pathway.events[corrected.type]
  if (!form || corrected.type === 'correctRecord' || corrected.by === 'clock' || corrected.by === 'system') {
    throw new Refused('guard', { condition: 'recordOfThisProceeding', field: 'seq' })
  }
  const read = schemaOf(form).safeParse(event.data.data)
  if (!read.success) throw new Refused('guard', { condition: 'correctedAsThatEvent', field: 'data' })
  const late = Object.entries(form).find(([name, field]) => {
    const day = Object.entries(read.data).find(([key]) => key === name)?.[1]
    return field.widget === 'day' && field.time === 'past' && typeof day === 'string' && day > event.on
  })
  if (late) throw new Refused('guard', { condition: 'dateAfterAct', field: 'data' })
}

/** Deadlines are recounted for a day that is in the register of calendars, or was until its entry was withdrawn. */
export async function checkClosure(trx: Trx, { type, data }: Envelope): Promise<void> {
  if (type !== 'recomputeDeadlines') return
  if (!(await isEntered(trx, data.calendar ?? '', data.closureDay ?? '')))
    throw new Refused('guard', { condition: 'closureEntered', field: 'closureDay' })
}

/** Which period a lapse is of. */
export const lapsedBy = ({ type, data }: Envelope) =>
  type === 'deadlineLapsed' && data.rule !== undefined
    ? { lapsed: { rule: data.rule, party: data.party ?? '' } }
    : {}

/** Whatever in the data may be a person, to be looked up. What is no id of ours is nobody's. */
export function idsIn(data: Data): string[] {
  const people = [data.mediator, data.arbitrator, data.replacement, data.against, data.incoming, data.expert]
  return idsAmong([
    ...people.flatMap(id => id ?? []),
    ...(data.panel ?? []),
    ...(data.jurors ?? []),
    ...(data.arbitrators ?? []),
  ])
}

export const idsAmong = (people: string[]): string[] => people.filter(id => uuid.test(id))

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
