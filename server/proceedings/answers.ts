import type { Data, EventForm } from '../../workflows/fields.ts'
import { pathways } from '../../workflows/index.ts'
import { explain, type Part } from '../../workflows/step.ts'
import type { Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import { peopleFor } from './desk.ts'
import type { Act, Where } from './fireEvent.ts'
import { errorTexts, readForm, textsIn, type Body } from './forms.ts'
import type { Round } from './queries.ts'
import type { Known, Words } from './words.ts'

/** What was typed does not answer the form; each error stands beside its field. */
export class Unanswered extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string>) {
    super('the form is not answered')
    this.errors = errors
  }
}

/** The answers to the form of an event, read once the case is held and it is known where the proceeding stands. */
export function answersTo(
  trx: Trx,
  { pathway: name, type }: Where & { type: string },
  body: Body,
  words: Words,
): Pick<Act, 'data' | 'people'> {
  const form = formOf(name, type)
  return {
    people: Object.entries(form).flatMap(([field, { widget }]) =>
      widget === 'person' || widget === 'people' ? textsIn(body[field]) : [],
    ),
    data: async (round: Round, { role, ...as }: Part, at: string): Promise<Data> => {
      const today = shenzhenDay(at)
      // The engine knows more than whoever asks: what it takes for an answer is told only to those who may act.
      const blank = { type, by: role, ...as, at, on: today, data: {}, people: {} }
      const refused = explain(pathways[name], { state: round.state, context: round.context }, blank)
      if (refused?.reason === 'role') throw refused
      const known: Known = { parties: new Map(), people: new Map() }
      const home = { id: round.id, organisation: { id: round.organisation_id } }
      const asked = {
        ...{ words, known, pathway: name, type, form, today, prefix: '' as const, currency: '' },
        context: round.context,
        openedOn: round.opened_on,
        people: await peopleFor(trx, home, { type, form, today }, known),
        ...(as.party !== undefined && { party: as.party }),
      }
      const read = readForm(asked, body)
      if (!read.ok) throw new Unanswered(errorTexts(asked, read.errors))
      return read.data
    },
  }
}

function formOf(name: Where['pathway'], type: string): EventForm {
  const { events } = pathways[name]
  const form = Object.hasOwn(events, type) ? events[type] : undefined
  if (!form) throw new NotFound(`${name} has no event ${type}`)
  return form
}
