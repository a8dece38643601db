import type { EventForm } from '../../workflows/fields.ts'
import { pathwayOf } from '../../workflows/index.ts'
import {
  eventText,
  labelText,
  partyText,
  roleText,
  ruleText,
  valueText,
  type Known,
  type Words,
} from '../proceedings/words.ts'
import { inLanguage } from '../web/names.ts'
import type { Standing } from './seenQueries.ts'
import type { Entry, Period } from './showQueries.ts'

export type HistoryItem = {
  at: string
  when: string
  what: string
  who: string
  late: boolean
  data: { label: string; text: string }[]
  changed: { label: string; was: string; now: string }[]
  fixes: { title: string; text: string; moved: string[] }[]
  correctHref?: string
}

type Given = {
  words: Words
  known: Known
  entries: Entry[]
  standings: Standing[]
  periods: Period[]
  currency: string
  today: string
  /** Where an event may be corrected by this reader, by the id of its proceeding. */
  corrects: Map<string, string>
}

/** What happened, newest first; a correction is shown in what it corrects as well as in its own place. */
export const historyItems = (given: Given, limit = Infinity): HistoryItem[] =>
  given.entries.slice(0, limit).map(entry => itemOf(given, entry))

/** An event as it stands after its corrections. */
export function corrected(entries: Entry[], entry: Entry): Record<string, unknown> {
  const [latest] = correctionsOf(entries, entry)
  return { ...entry.body, ...dataIn(latest) }
}

const correctionsOf = (entries: Entry[], { seq, proceeding_id }: Entry) =>
  entries.filter(
    ({ type, body, proceeding_id: id }) =>
      type === 'correctRecord' && id === proceeding_id && body.seq === seq,
  )

const dataIn = (correction: Entry | undefined): Record<string, unknown> => {
  const { data } = correction?.body ?? {}
  return typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {}
}

function itemOf(given: Given, entry: Entry): HistoryItem {
  const { words, entries, standings, today } = given
  const { t, fmt, staff } = words
  const form = pathwayOf(entry.pathway)?.events[entry.type] ?? {}
  const corrections = correctionsOf(entries, entry)
  const now = corrected(entries, entry)
  const fields = Object.keys(form).filter(name => form[name]?.widget !== 'record')
  const isChanged = (name: string) => JSON.stringify(now[name]) !== JSON.stringify(entry.body[name])
  const text = (name: string, value: unknown) => fieldText(given, entry, form, name, value)
  const several = new Set(standings.map(({ id }) => id)).size > 1
  const standing = standings.find(({ id }) => id === entry.proceeding_id)
  const href = given.corrects.get(entry.proceeding_id)
  const fixable =
    entry.type !== 'correctRecord' && entry.by !== 'clock' && entry.by !== 'system' && fields.length > 0
  return {
    at: staff ? entry.at.toISOString() : entry.acted_on,
    when: staff
      ? t('case:history.when', { day: fmt.shortDay(entry.acted_on, today), time: fmt.time(entry.at) })
      : fmt.date(entry.acted_on),
    what: eventText(words, entry.pathway, entry.type, 'done'),
    who: [whoText(given, entry, standing), ...(several && standing ? [t(`${entry.pathway}:name`)] : [])].join(
      ' · ',
    ),
    late: entry.late,
    data: fields
      .filter(name => entry.body[name] !== undefined && !isChanged(name))
      .map(name => ({ label: labelText(words, entry.type, name), text: text(name, entry.body[name]) })),
    changed: fields.filter(isChanged).map(name => ({
      label: labelText(words, entry.type, name),
      was: text(name, entry.body[name]),
      now: text(name, now[name]),
    })),
    fixes: corrections.map(correction => ({
      title: t('case:fix.title', {
        when: staff ? fmt.instant(correction.at) : fmt.date(correction.acted_on),
        who: whoText(given, correction, standing),
      }),
      text: typeof correction.body.why === 'string' ? correction.body.why : '',
      moved: movedBy(given, correction),
    })),
    ...(href !== undefined && fixable && { correctHref: `${href}?seq=${String(entry.seq)}` }),
  }
}

const long = 400

function fieldText(
  { words, known, currency, entries }: Given,
  entry: Entry,
  form: EventForm,
  name: string,
  value: unknown,
) {
  const field = form[name]
  if (!field || value === undefined || value === null) return words.t('case:history.nothing')
  if (field.widget === 'seq') return entryText(words, entries, value)
  const text = valueText(words, known, { type: entry.type, name, field }, value, currency)
  return text.length > long ? `${text.slice(0, long)}…` : text
}

const entryText = (words: Words, entries: Entry[], seq: unknown) => {
  const entry = entries.find(each => each.seq === seq)
  return entry
    ? [eventText(words, entry.pathway, entry.type, 'done'), words.fmt.date(entry.acted_on)].join(
        words.t('proceedings:comma'),
      )
    : String(seq)
}

/** By role and organisation; a party by its name, and those who are chosen as persons by theirs. */
function whoText(
  { words, known }: Given,
  { by, party_id, actor, pathway }: Entry,
  standing?: Standing,
): string {
  const { lang } = words
  if (by === 'clock' || by === 'system') return words.t(`roles:by.${by}`)
  const role = roleText(words, by, pathway)
  if (party_id !== null) return `${role} · ${partyText(words, known, party_id)}`
  if (by === 'mediator' || by === 'arbitrator' || by === 'lawExpert')
    return `${role} · ${inLanguage(actor, lang)}`
  if (by === 'appellateJudge' || by === 'administrator' || !standing) return role
  return `${role} · ${inLanguage(standing.organisation.name, lang)}`
}

const movedBy = ({ words, known, periods }: Given, { seq, proceeding_id }: Entry): string[] =>
  periods
    .filter(
      each =>
        each.proceeding_id === proceeding_id &&
        each.armed_seq === seq &&
        each.moved_from_on !== null &&
        each.moved_from_on !== each.due_on,
    )
    .map(({ rule, party_id, moved_from_on, due_on }) =>
      words.t('case:fix.moved', {
        rule:
          party_id === ''
            ? ruleText(words, rule)
            : words.t('proceedings:effect.of', {
                rule: ruleText(words, rule),
                party: partyText(words, known, party_id),
              }),
        from: words.fmt.date(moved_from_on ?? due_on),
        to: words.fmt.date(due_on),
      }),
    )

/** Every id in what events carry that may be somebody's. */
export const peopleIn = (entries: Entry[]): string[] =>
  entries.flatMap(({ body, pathway, type }) => {
    const form = pathwayOf(pathway)?.events[type] ?? {}
    const all =
      type === 'correctRecord' && typeof body.data === 'object' && body.data !== null ? body.data : body
    return Object.entries(all).flatMap(([name, value]) => {
      const widget = form[name]?.widget
      return type === 'correctRecord' || widget === 'person' || widget === 'people'
        ? [value].flat().filter(id => typeof id === 'string')
        : []
    })
  })
