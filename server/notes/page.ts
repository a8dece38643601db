import type { Trx } from '../db.ts'
import { partsIn } from '../disclosures/queries.ts'
import {
  citeText,
  named,
  partyText,
  pathwayText,
  roleText,
  type Known,
  type Words,
} from '../proceedings/words.ts'
import { inLanguage } from '../web/names.ts'
import { pageLinks, pageOf } from '../web/paging.ts'
import {
  countNotes,
  findNote,
  listNotes,
  mayWrite,
  type MayWrite,
  type NoteRow,
  type Room,
  type RoomRow,
} from './queries.ts'
import { silent } from './write.ts'
import { proposalBasis } from '../../workflows/rules/proposal.ts'
import { currencies } from '../../workflows/rules/fees.ts'

export type Asked = { words: Words; base: string; page: number; correct: string | undefined }

/** A room with what was written in it, and what its reader may write. */
export async function roomPage(trx: Trx, room: Room, { words, base, page: asked, correct }: Asked) {
  const { t } = words
  const known: Known = { parties: new Map(room.parties.map(({ id, name }) => [id, name])), people: new Map() }
  const page = pageOf(asked, await countNotes(trx, room.id))
  const notes = await listNotes(trx, room.id, page.offset)
  const allowed = await mayWrite(trx, room.id)
  const corrects = correct === undefined ? undefined : await findNote(trx, room.id, correct)
  const kinds = [...new Set(allowed.map(({ kind }) => kind))]
  const mayDisclose = room.kind !== 'deliberation' && (await partsIn(trx, room.proceeding_id)).length > 0
  const waits = kinds.includes('proposal') ? await silent(trx, room) : []
  const self = `${base}/notes/${nameOf(room)}`
  const proceeding = `${pathwayText(words, room.pathway)} ${String(room.ordinal)}`
  return {
    here: self,
    base,
    kick: proceeding,
    title: roomText(words, known, room),
    readers: readersText(words, known, room),
    closed: room.tag === 'closed',
    notes: notes.map(note => ({
      ...noteItem(words, known, room, note),
      correctHref: kinds.includes(note.kind) ? `${self}?correct=${note.id}#write` : undefined,
      discloseHref: mayDisclose ? `${base}/disclosures/new?note=${note.id}` : undefined,
    })),
    pages: pageLinks(page, number => `${self}?page=${String(number)}`),
    kinds: kinds.map(value => ({
      value,
      text: t(`notes:kind.${value}`),
      hint:
        value === 'proposal' && waits.length > 0
          ? waitsText(words, known, waits)
          : t(`notes:kind.${value}.hint`),
    })),
    parts: partsOf(words, known, allowed),
    inCaucus: room.kind === 'caucus',
    currencies,
    corrects: corrects && {
      id: corrects.id,
      kind: corrects.kind,
      text: t('notes:corrects', {
        when: words.fmt.instant(corrects.at),
        who: inLanguage(corrects.author, words.lang),
      }),
    },
  }
}

/** A facilitative mediator proposes only where all ask (L6 17): who has not yet. */
const waitsText = (words: Words, known: Known, waits: string[]): string =>
  words.t('notes:proposal.waits', {
    who: waits.map(id => partyText(words, known, id)).join(words.t('proceedings:comma')),
    cite: citeText(words, proposalBasis),
  })

/** For somebody who speaks for several parties. */
function partsOf(words: Words, known: Known, allowed: MayWrite[]) {
  const parties = [...new Set(allowed.flatMap(({ party_id }) => party_id ?? []))]
  return parties.length > 1 ? parties.map(value => ({ value, text: partyText(words, known, value) })) : []
}

function noteItem(words: Words, known: Known, room: Room, note: NoteRow) {
  const { t, fmt, lang } = words
  const who = { text: inLanguage(note.author, lang), part: partText(words, known, room.pathway, note) }
  return {
    id: note.id,
    at: note.at.toISOString(),
    when: fmt.instant(note.at),
    kind: t(`notes:kind.${note.kind}`),
    who: `${who.text} · ${who.part}`,
    paragraphs: note.body === '' ? [] : note.body.split(/\n{2,}/),
    money: note.minor === null ? undefined : fmt.money(note.minor, note.currency ?? ''),
    convey:
      note.may_convey === null ? undefined : t(note.may_convey ? 'notes:convey.yes' : 'notes:convey.no'),
    corrects: note.corrects && {
      href: `#note-${note.corrects.id}`,
      text: t('notes:corrects', {
        when: fmt.instant(note.corrects.at),
        who: inLanguage(note.corrects.author, lang),
      }),
    },
    correctedBy: note.corrected_by === null ? undefined : `#note-${note.corrected_by}`,
  }
}

/** The part in which somebody wrote or asked: for a party by its name, else the role. */
export function partText(
  words: Words,
  known: Known,
  pathway: Room['pathway'],
  { role, party_id }: { role: string; party_id: string | null },
): string {
  if (role === 'juror') return words.t('roles:juror')
  return party_id === null ? roleText(words, roleOf(role), pathway) : partyText(words, known, party_id)
}

const roleOf = (role: string) =>
  role === 'judge' || role === 'appellateJudge' || role === 'arbitrator' || role === 'mediator'
    ? role
    : 'party'

export const nameOf = ({ kind, party_id }: Pick<Room, 'kind' | 'party_id'>) =>
  party_id === null ? kind : `${kind}-${party_id}`

const roomText = (words: Words, known: Known, { kind, party_id }: Pick<Room, 'kind' | 'party_id'>) =>
  words.t(`notes:room.${kind}`, party_id === null ? {} : { party: partyText(words, known, party_id) })

/** Rooms as the case's own page lists them. */
export const roomLinks = (words: Words, known: Known, base: string, rooms: RoomRow[]) =>
  rooms.map(room => ({
    href: `${base}/notes/${nameOf(room)}`,
    text: roomText(words, known, room),
    count: words.t('notes:count', { count: room.notes }),
  }))

/** Who reads what is written here, by name. */
function readersText(words: Words, known: Known, room: Room): { who: string; others: string } {
  const { t, lang } = words
  const people = room.people.map(name => named(words, name).text)
  const inPlay = room.context.parties.filter(({ id, out }) => !out && (room.party_id ?? id) === id)
  const parties = inPlay.map(({ id }) => partyText(words, known, id))
  const names = {
    mediation: [
      ...mediators(),
      ...parties,
      t('notes:reader.desk', { organisation: inLanguage(room.organisation, lang) }),
    ],
    caucus: [...mediators(), ...parties],
    deliberation: people.length > 0 ? people : [roleText(words, roleOf(room.role ?? ''), room.pathway)],
  }[room.kind]
  return {
    who: t('notes:readers', { count: names.length, who: new Intl.ListFormat(locales[lang]).format(names) }),
    others: t(`notes:readers.${room.kind}`),
  }

  function mediators(): string[] {
    return people.length > 0
      ? people.map(name => t('notes:reader.mediator', { name }))
      : [t('notes:reader.anyMediator')]
  }
}

const locales = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-HK' }
