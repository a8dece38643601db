import {
  citedText,
  citesOf,
  documentText,
  partyText,
  pathwayText,
  type Known,
  type Words,
} from '../proceedings/words.ts'
import { partText } from '../notes/page.ts'
import { inLanguage } from '../web/names.ts'
import { groundBasis, grounds } from './disclose.ts'
import type { Copy, Disclosure, PartyName, Subject, Target } from './queries.ts'

export const knownOf = (parties: PartyName[]): Known => ({
  parties: new Map(parties.map(({ id, name }) => [id, name])),
  people: new Map(),
})

/** What is to leave, told without a word of it: its kind, whose it is, from when, and from which room. */
export function subjectText(
  words: Words,
  known: Known,
  { kind, room, room_party, at, ...by }: Subject,
): string {
  return words.t(room === 'caucus' ? 'disclosures:subject.caucus' : 'disclosures:subject', {
    kind: kindText(words, kind),
    who: `${inLanguage(by.author, words.lang)} · ${partText(words, known, 'mediation', by)}`,
    when: words.fmt.instant(at),
    ...(room_party !== null && { party: partyText(words, known, room_party) }),
  })
}

/** Notes and documents have their words in different places. */
export const kindText = (words: Words, kind: string): string =>
  words.t(`notes:kind.${kind}`, { defaultValue: '' }) || documentText(words, { kind })

export const proceedingText = (words: Words, { pathway, ordinal }: Pick<Target, 'pathway' | 'ordinal'>) =>
  `${pathwayText(words, pathway)} ${String(ordinal)}`

export const groundOptions = (words: Words) =>
  grounds.map(value => ({
    value,
    text: words.t(`disclosures:ground.${value}`),
    hint: words.t('disclosures:ground.hint', {
      needs: words.t(`disclosures:needs.${value}`),
      cites: citedText(words, groundBasis[value]),
    }),
  }))

const groundText = (words: Words, ground: string) => {
  const known = grounds.find(each => each === ground)
  const cites = known ? citesOf(words, groundBasis[known]) : []
  return [words.t(`disclosures:ground.${ground}`), ...cites].join(words.t('proceedings:comma'))
}

/** How far a request has come: refused with the first no, done with the last yes. */
export const standingOf = ({ disclosed_at, needed }: Disclosure) =>
  disclosed_at !== null ? 'done' : needed.some(({ agrees }) => agrees === false) ? 'refused' : 'waiting'

export function disclosureItem(words: Words, disclosure: Disclosure) {
  const { t, fmt } = words
  const known = knownOf(disclosure.parties)
  const { ground, reason, at, role, party_id, asker, subject, into, needed, open, disclosed_at } = disclosure
  const standing = standingOf(disclosure)
  return {
    id: disclosure.id,
    standing: {
      kind: { done: 'done', refused: 'bad', waiting: 'active' }[standing],
      text: t(`disclosures:${standing}`),
    },
    subject: subjectText(words, known, subject),
    facts: [
      [t('disclosures:field.ground'), groundText(words, ground)],
      [t('disclosures:field.reason'), reason],
      [
        t('disclosures:askedBy'),
        `${inLanguage(asker, words.lang)} · ${partText(words, known, 'mediation', { role, party_id })}, ${fmt.instant(at)}`,
      ],
      ...(into
        ? [[t('disclosures:into'), t('disclosures:into.file', { proceeding: proceedingText(words, into) })]]
        : []),
      ...(disclosed_at === null ? [] : [[t('disclosures:done'), fmt.instant(disclosed_at)]]),
    ],
    answers: needed.map(one => ({
      who: [one.user && inLanguage(one.user, words.lang), partText(words, known, 'litigation', one)]
        .filter(Boolean)
        .join(' · '),
      kind: one.agrees === null ? 'inactive' : one.agrees ? 'done' : 'bad',
      text: t(
        one.agrees === null
          ? 'disclosures:answer.open'
          : one.agrees
            ? 'disclosures:answer.agrees'
            : 'disclosures:answer.refuses',
      ),
      when: one.at === null ? '' : fmt.instant(one.at),
    })),
    open: open.length > 0,
    parts: open.flatMap(({ party_id }) =>
      party_id === null ? [] : [{ value: party_id, text: partyText(words, known, party_id) }],
    ),
  }
}

/** The copy, and where it comes from: that stands with it wherever it is read. */
export function copyItem(words: Words, copy: Copy) {
  const { t, fmt, lang } = words
  const known = knownOf(copy.parties)
  const by = { role: copy.author_role, party_id: copy.author_party }
  return {
    title: kindText(words, copy.kind),
    pathway: proceedingText(words, copy),
    paragraphs: copy.body === '' ? [] : copy.body.split(/\n{2,}/),
    money: copy.minor === null ? undefined : fmt.money(copy.minor, copy.currency ?? ''),
    facts: [
      [t('disclosures:from'), proceedingText(words, { pathway: 'mediation', ordinal: copy.from_ordinal })],
      [
        t('disclosures:writtenBy'),
        `${inLanguage(copy.author, lang)} · ${partText(words, known, 'mediation', by)}, ${fmt.instant(copy.written_at)}`,
      ],
      [t('disclosures:field.ground'), groundText(words, copy.ground)],
      [t('disclosures:field.reason'), copy.reason],
      [t('disclosures:askedBy'), inLanguage(copy.asker, lang)],
      ...copy.answers.map(({ role, party, at }) => [
        t('disclosures:answer.agrees'),
        `${partText(words, known, 'litigation', { role, party_id: party })}, ${fmt.instant(at)}`,
      ]),
      [t('disclosures:done'), fmt.instant(copy.at)],
    ],
  }
}
