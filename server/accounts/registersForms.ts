import type { Request } from 'express'
import pg from 'pg'
import { z } from 'zod'
import { roles, type Role } from '../../workflows/vocabulary.ts'
import { languages } from '../web/language.ts'
import { askedPage } from '../web/paging.ts'
import type { Names } from './queries.ts'

export const kinds = ['court', 'mediation', 'arbitration', 'expert', 'platform'] as const
export const origins = ['MAINLAND', 'HK', 'MO', 'TW', 'FOREIGN'] as const
export const styles = ['facilitative', 'evaluative'] as const

/** The posts that there are in each kind of organisation; only they open the files that such a post should. */
export const postsIn: Record<string, Role[]> = {
  court: ['intakeOfficer', 'judge', 'appellateJudge', 'clerk', 'enforcementOfficer', 'lawExpert'],
  mediation: ['mediationCoordinator', 'mediator'],
  arbitration: ['tribunalSecretary', 'arbitrator'],
  expert: ['lawExpert'],
  platform: ['administrator'],
}
export const staffRoles = roles.filter(role => Object.values(postsIn).some(posts => posts.includes(role)))

/** What is wrong with a form: the field and the name of the words for it (`registers:error.…`). */
export type Wrong = Record<string, string>
export type Read<T> = { data: T; wrong?: never } | { data?: never; wrong: Wrong }

const longest = 200
const name = z
  .string({ error: 'name' })
  .trim()
  .max(longest, 'nameLong')
  .refine(text => !text.includes('\0') && text.isWellFormed(), 'nul')
  .default('')

const named = z
  .object({ 'name-en': name, 'name-zh-Hans': name, 'name-zh-Hant': name })
  .refine(names => Object.values(names).some(Boolean), { error: 'name', path: ['name-en'] })
  .transform((names): Names =>
    Object.fromEntries(
      Object.entries(names).flatMap(([key, text]) => (text ? [[key.slice('name-'.length), text]] : [])),
    ),
  )

const account = z.object({
  email: z.string({ error: 'email' }).trim().max(320, 'email').pipe(z.email('email')),
  language: z.enum(languages, { error: 'language' }),
})
const password = z
  .string({ error: 'password' })
  .min(12, 'password')
  .max(200, 'password')
  .refine(text => !text.includes('\0'), 'password')

export const readPerson = (body: unknown) => withNames(body, account.extend({ password }))

export const readChange = (body: unknown) =>
  withNames(
    body,
    account.extend({
      password: z.union([z.literal('').transform(() => null), password], { error: 'password' }).default(null),
      active: z.enum(['yes', 'no'], { error: 'active' }).transform(answer => answer === 'yes'),
    }),
  )

const place = z.string({ error: 'organisation' }).regex(/^[A-Z0-9_]{2,40}$/, 'organisation')

export const readPost = (body: unknown) =>
  read(z.object({ organisation: place, role: z.enum(staffRoles, { error: 'role' }) }), body)

export const readOrganisation = (body: unknown) =>
  withNames(
    body,
    z.object({
      code: z
        .string({ error: 'code' })
        .trim()
        .regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'code'),
      kind: z.enum(kinds, { error: 'kind' }),
    }),
  )

export const readNames = (body: unknown) => withNames(body, z.object({}))

/** Both are read, so that everything wrong is said at once. */
function withNames<T extends object>(body: unknown, schema: z.ZodType<T>): Read<T & { name: Names }> {
  const name = read(named, body)
  const rest = read(schema, body)
  return name.data && rest.data
    ? { data: { ...rest.data, name: name.data } }
    : { wrong: { ...name.wrong, ...rest.wrong } }
}

export function read<T>(schema: z.ZodType<T>, body: unknown): Read<T> {
  const { data, error } = schema.safeParse(body ?? {})
  if (!error) return { data }
  const wrong: Wrong = {}
  for (const { path, message } of error.issues) wrong[path.join('.')] ??= message
  return { wrong }
}

export const statuses = ['active', 'inactive'] as const
export type PeopleSearch = { q: string; status?: (typeof statuses)[number]; page: number }

export function readSearch({ query }: Request): PeopleSearch {
  const q = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const status = statuses.find(one => one === query.status)
  return {
    q,
    page: askedPage(query.page),
    ...(status && { status }),
  }
}

export function searchHref({ q, status, page }: PeopleSearch): string {
  const query = new URLSearchParams()
  if (q !== '') query.set('q', q)
  if (status) query.set('status', status)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/people' : `/people?${query.toString()}`
}

/** What was typed, but for the password. */
export function typed({ body }: Request): Record<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'password' ? [[name, value]] : [],
    ),
  )
}

/** Null where the row would be somebody's second: an address, a code. */
export function taken(error: unknown): null {
  if (error instanceof pg.DatabaseError && error.code === '23505') return null
  throw error
}
