import type { Response } from 'express'
import type { Format } from '../web/format.ts'
import type { Language, Translate } from '../web/language.ts'
import { languages } from '../web/language.ts'
import { inLanguage, nameIn } from '../web/names.ts'
import type { Names } from './queries.ts'
import {
  kinds,
  origins,
  searchHref,
  staffRoles,
  statuses,
  styles,
  type PeopleSearch,
  type Wrong,
} from './registersForms.ts'
import { accreditations, rosterRoles } from './rosterForms.ts'
import type { OrganisationRow, Person, PersonRow } from './registersQueries.ts'

type Locals = { t: Translate; lang: Language; fmt: Format }
const localsOf = ({ locals }: Response) => locals as Locals

const longest = 200

/** The words for what is wrong, by field. */
export function wordsFor(res: Response, wrong: Wrong): Record<string, string> {
  const { t } = localsOf(res)
  return Object.fromEntries(
    Object.entries(wrong).map(([field, error]) => [
      field,
      t(`registers:error.${error}`, {
        max: longest,
        field: field.startsWith('name-') ? t(`registers:name.${field.slice('name-'.length)}`) : field,
      }),
    ]),
  )
}

export function peoplePage(res: Response, search: PeopleSearch, people: PersonRow[]) {
  const { t, lang } = localsOf(res)
  const chips = [
    ...(search.q === ''
      ? []
      : [{ text: t('cases:chip.q', { value: search.q }), href: searchHref({ ...search, q: '', page: 1 }) }]),
    ...(search.status
      ? [{ text: t(`registers:people.${search.status}`), href: searchHref({ q: search.q, page: 1 }) }]
      : []),
  ]
  return {
    search,
    values: search,
    chips,
    statuses: statuses.map(value => ({
      value,
      text: t(`registers:people.${value}`),
    })),
    people: people.map(({ id, name, email, active, posts, language }) => ({
      href: `/people/${id}`,
      name: nameIn(name, lang),
      email,
      active,
      language: ownName[language],
      posts: posts.map(({ role, organisation }) => postText({ t, lang }, role, organisation)),
    })),
  }
}

/** Taken off the roster, or past its last day. */
const isOver = ({ removed, expires }: Person['roster'][number], today: string) =>
  removed !== null || (expires !== null && expires < today)

export function personPage(res: Response, person: Person, homes: OrganisationRow[], today: string) {
  const { t, lang, fmt } = localsOf(res)
  const shown = (row: Person['posts'][number] | Person['roster'][number]) => ({
    text: postText({ t, lang }, row.role, row.organisation),
    since: fmt.date(row.since),
  })
  const own = `/people/${person.id}`
  return {
    own,
    heading: nameIn(person.name, lang),
    values: {
      ...namesTyped(person.name),
      email: person.email,
      language: person.language,
      active: person.active ? 'yes' : 'no',
    } as Record<string, string>,
    posts: person.posts
      .filter(({ until }) => until === null)
      .map(row => ({ ...shown(row), end: `${own}/posts/${row.code}/${row.role}/end` })),
    past: person.posts.flatMap(row =>
      row.until === null ? [] : [{ ...shown(row), until: fmt.date(row.until) }],
    ),
    roster: person.roster
      .filter(row => !isOver(row, today))
      .map(row => ({
        ...shown(row),
        until: row.expires === null ? '' : fmt.date(row.expires),
        origin: t(`registers:origin.${row.origin}`, { defaultValue: row.origin }),
        about: [
          row.style === null ? [] : t(`registers:style.${row.style}`),
          row.accreditation === null ? [] : t(`registers:accreditation.${row.accreditation}`),
        ].flat(),
        remove: `${own}/roster/${row.code}/${row.role}/remove`,
      })),
    pastRoster: person.roster
      .filter(row => isOver(row, today))
      .map(row => ({ ...shown(row), until: fmt.date(row.removed ?? row.expires ?? row.since) })),
    options: {
      organisations: homes.map(({ code, name }) => ({ value: code, text: inLanguage(name, lang) })),
      roles: staffRoles.map(value => ({ value, text: t(`roles:${value}`) })),
      rosterRoles: rosterRoles.map(value => ({ value, text: t(`roles:${value}`) })),
      origins: origins.map(value => ({ value, text: t(`registers:origin.${value}`) })),
      styles: styles.map(value => ({ value, text: t(`registers:style.${value}`) })),
      accreditations: accreditations.map(value => ({ value, text: t(`registers:accreditation.${value}`) })),
    },
  }
}

export const organisationRows = (res: Response, rows: OrganisationRow[]) => {
  const { t, lang, fmt } = localsOf(res)
  return rows.map(({ code, kind, name, people }) => ({
    href: `/organisations/${code}`,
    code,
    name: nameIn(name, lang),
    kind: t(`registers:kind.${kind}`),
    people: fmt.number(people),
  }))
}

export const kindOptions = (res: Response) =>
  kinds.map(value => ({ value, text: localsOf(res).t(`registers:kind.${value}`) }))

/** Names as the fields of a form. */
export const namesTyped = (name: Names): Record<string, string> =>
  Object.fromEntries(languages.map(lang => [`name-${lang}`, name[lang] ?? '']))

/** Each language by its own name. */
const ownName: Record<Language, string> = { en: 'English', 'zh-Hans': '简体', 'zh-Hant': '繁體' }

const postText = ({ t, lang }: Pick<Locals, 't' | 'lang'>, role: string, organisation: Names) =>
  t('accounts:line', { role: t(`roles:${role}`), organisation: inLanguage(organisation, lang) })
