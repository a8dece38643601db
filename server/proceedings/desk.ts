import type { Data, EventForm } from '../../workflows/fields.ts'
import { text } from '../../workflows/fields.ts'
import { pathwayOf } from '../../workflows/index.ts'
import type { Pathway } from '../../workflows/pathway.ts'
import { partFor, type Part, type Saved } from '../../workflows/step.ts'
import { pathwayNames } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { corrected } from '../cases/history.ts'
import { beforeOpening, offersOf, openingsOf, savedOf, see, type Seen } from '../cases/seen.ts'
import { candidates, historyOf, type Entry } from '../cases/showQueries.ts'
import { listFor, type Asked, type Control, controlsOf } from './controls.ts'
import { servedPathway } from './fireEvent.ts'
import { foresee, isPossible, outcomeTexts } from './foresee.ts'
import { errorTexts, readForm, valuesFor, type Body } from './forms.ts'
import { citesOf, named, type Known, type Words } from './words.ts'

export type Where = { reference: string; pathway: string; ordinal: string; event: string }

/** Where somebody sits down to record an event: what is seen of the case, and what is asked. */
export type Desk = {
  seen: Seen
  where: Where
  words: Words
  known: Known
  pathway: Pathway
  /** What the proceeding knows, as it stands; where it is to be opened, before it is. */
  saved: Saved | undefined
  part: Part | undefined
  /** The parties that somebody who speaks for several may act for. */
  parties: string[]
  /** A correction asks for the fields of the event it corrects besides its own. */
  asked: Asked[]
  correcting?: Entry | undefined
  correctable: Entry[]
  at: string
  today: string
}

export async function sitDown(
  trx: Trx,
  where: Where,
  {
    words,
    at,
    today,
    party,
    seq,
  }: { words: (parts: Part[]) => Words; at: string; today: string; party?: string; seq?: number },
): Promise<Desk> {
  const opens = where.pathway === 'open'
  const found = opens ? await see(trx, where.reference) : await see(trx, where.reference, where)
  const type = where.event
  const name = opens ? where.ordinal : where.pathway
  const fresh = pathwayNames.find(each => opens && each === name)
  const before = fresh && beforeOpening(found, fresh)
  const seen = before ? { ...found, focus: before.near } : found
  const { focus, thisCase } = seen
  const pathway = opens ? pathwayOf(name) : servedPathway(focus)
  const form = pathway && Object.hasOwn(pathway.events, type) ? pathway.events[type] : undefined
  if (!pathway || !form) throw new NotFound(`${name} has no event ${type}`)

  const saved = opens ? before?.saved : savedOf(focus)
  const parts = focus.parts.filter(
    part => party === undefined || part.party === undefined || part.party === party,
  )
  const part = saved && partFor(pathway, saved, type, parts)
  const isCorrection = type === 'correctRecord'
  const { entries } = isCorrection ? await historyOf(trx, focus.case_id, { limit: 500 }) : { entries: [] }
  const correctable = entries.filter(
    entry => entry.proceeding_id === focus.id && isCorrectable(pathway, entry),
  )
  const correcting = correctable.find(entry => entry.seq === seq)
  const known: Known = {
    parties: new Map((thisCase?.parties ?? []).map(each => [each.id, each.name])),
    people: new Map(),
  }
  const own = words(focus.parts)
  const common = {
    words: own,
    known,
    pathway: saved?.context.pathway ?? focus.pathway,
    context: saved?.context ?? null,
    currency: thisCase?.currency ?? 'CNY',
    today,
    ...(!opens && { openedOn: focus.opened_on }),
    ...(part?.party !== undefined && { party: part.party }),
  }
  const ask = async (type: string, form: EventForm, prefix: Asked['prefix']): Promise<Asked> => ({
    ...common,
    type,
    form,
    prefix,
    people: await peopleFor(trx, focus, { type, form, today }, known),
  })
  return {
    seen,
    where,
    words: own,
    known,
    pathway,
    saved,
    part,
    parties: [...new Set(focus.parts.flatMap(each => each.party ?? []))],
    asked: correcting
      ? [
          await ask(correcting.type, pathway.events[correcting.type] ?? {}, 'data.'),
          await ask(type, { why: text }, ''),
        ]
      : [await ask(type, form, '')],
    correcting: correcting && { ...correcting, body: corrected(entries, correcting) },
    correctable,
    at,
    today,
  }
}

/** Whether the event is on offer to whoever sits here, and by which rule. */
export function offerAt({ seen, where, pathway }: Desk): { possible: boolean; basis: string } {
  const found =
    where.pathway === 'open'
      ? openingsOf(seen)
          .map(opening => ({ ...opening, possible: true }))
          .find(({ served, type }) => served === pathway && type === where.event)
      : offersOf(seen.focus).find(({ type }) => type === where.event)
  return { possible: found?.possible ?? false, basis: found?.basis ?? '' }
}

const isCorrectable = (pathway: Pathway, { type, by }: Entry) =>
  type !== 'correctRecord' &&
  by !== 'clock' &&
  by !== 'system' &&
  Object.keys(pathway.events[type] ?? {}).length > 0

/** Whom each field of a form may name. */
export async function peopleFor(
  trx: Trx,
  { id, organisation }: { id: string; organisation: { id: string } },
  { type, form, today }: { type: string; form: EventForm; today: string },
  known: Known,
): Promise<Asked['people']> {
  const found: Asked['people'] = new Map()
  for (const [name, { widget, byLot }] of Object.entries(form)) {
    if (byLot || (widget !== 'person' && widget !== 'people')) continue
    const people = await candidates(trx, {
      list: listFor(type, name),
      proceedingId: id,
      organisationId: organisation.id,
      on: today,
    })
    for (const person of people) known.people.set(person.id, person.name)
    found.set(name, people)
  }
  return found
}

/**
 * The questions. Of the parties and words that a field may name, those that the machine would take now, and the one
 * that was chosen before: it does not vanish because somebody else was first.
 */
export const controlsAt = (
  { asked, correcting, saved, part, pathway, at, today }: Desk,
  chosen: Body = {},
): Control[] =>
  asked.flatMap(each => {
    const controls = controlsOf(each)
    if (correcting || !saved || !part) return controls
    const trial = { pathway, saved, part, type: each.type, at, on: today }
    return controls.map(control => {
      const { widget, optional } = each.form[control.name] ?? {}
      if ((widget !== 'party' && widget !== 'word') || optional || !control.options) return control
      const options = control.options.filter(
        ({ value }) => value === chosen[control.name] || isPossible(trial, { [control.name]: value }),
      )
      return options.length > 0 ? { ...control, options } : control
    })
  })

export const valuesAt = ({ asked, correcting }: Desk): Body =>
  Object.assign({}, ...asked.map(each => valuesFor(each, each.prefix === '' ? {} : correcting?.body))) as Body

export type Answers = { ok: true; data: Data } | { ok: false; errors: Record<string, string> }

/** What was answered to everything that is asked. */
export function readAnswers({ asked, correcting }: Desk, body: Body): Answers {
  const reads = asked.map(each => ({ each, read: readForm(each, body) }))
  const wrong = reads.flatMap(({ each, read }) => (read.ok ? [] : [errorTexts(each, read.errors)]))
  if (wrong.length > 0) return { ok: false, errors: Object.assign({}, ...wrong) as Record<string, string> }
  const [first = {}, last = {}] = reads.map(({ read }) => (read.ok ? read.data : {}))
  return { ok: true, data: correcting ? { ...last, seq: correcting.seq, data: first } : first }
}

/** What recording it will do, whatever is answered. */
export function effectsOf(desk: Desk) {
  const { pathway, saved, part, where, words, known, at, today } = desk
  const ways = saved && part ? foresee({ pathway, saved, part, type: where.event, at, on: today }) : []
  return {
    lines: outcomeTexts(words, known, pathway, ways),
    tried: ways.length > 0,
    cites: citesOf(words, offerAt(desk).basis),
  }
}

export const partyOptions = ({ parties, known, words }: Desk) =>
  parties.map(id => {
    const { text, lang } = named(words, known.parties.get(id) ?? { en: id })
    return { value: id, text, lang }
  })
