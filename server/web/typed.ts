import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type {} from 'express-session' // whose session keeps what was typed

type Fields = Record<string, string | string[]>

declare module 'express-session' {
  interface SessionData {
    typed: { key: string; page: string; fields: Fields }
  }
}

/** Gives a page that was asked for in another language what had been typed into its form. */
export const typedBefore: RequestHandler = (req, res, next) => {
  const kept = req.session.typed
  if (req.method === 'GET' && kept && kept.key === req.query.typed && kept.page === req.path)
    res.locals.typed = kept.fields
  next()
}

export const typedIn = (res: Response): Fields | undefined => (res.locals as { typed?: Fields }).typed

/**
 * Keeps what was typed into a form that is shown again, for the links to the other languages: those are plain links,
 * which send nothing. `page` is where the form is, if it is sent somewhere else.
 */
export function keepTyped(req: Request, res: Response, page = req.path): void {
  const key = randomUUID()
  req.session.typed = { key, page, fields: fieldsOf(req.body) }
  const links = res.locals as { languages: { lang: string }[] }
  res.locals.languages = links.languages.map(other => {
    const query = new URLSearchParams(req.originalUrl.split('?')[1])
    query.set('lang', other.lang)
    query.set('typed', key)
    return { ...other, href: `${page}?${query.toString()}` }
  })
}

/** The session is kept in the database, which takes neither a NUL nor half of a surrogate pair. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()

const secret = ['_csrf', '_form', '_seen', 'password']

function fieldsOf(body: unknown): Fields {
  const isText = (value: unknown) => typeof value === 'string'
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(
      ([name, value]): [string, string | string[]][] => {
        if (secret.includes(name)) return []
        if (isText(value)) return [[name, storable(value)]]
        return Array.isArray(value) ? [[name, value.filter(isText).map(storable)]] : []
      },
    ),
  )
}
