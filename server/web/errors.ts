import type { ErrorRequestHandler, RequestHandler } from 'express'
import pg from 'pg'
import { Refused } from '../../workflows/step.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { Collided } from '../proceedings/fireEvent.ts'
import { wordsIn } from './language.ts'

export const notFound: RequestHandler = () => {
  throw new NotFound('no such page')
}

/** A NUL can be kept nowhere. In a form it is an error beside the field; in an address, of the request. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  if (/%00/.test(req.originalUrl)) throw new BadRequest('NUL in the address')
  next()
}

class BadRequest extends Error {
  readonly status = 400
}

/** The one place where an error becomes a page. */
export const showError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const status = statusOf(error)
  if (status >= 500) req.log.error(error)
  if (!('t' in res.locals)) Object.assign(res.locals, wordsIn('en')) // it failed before the language was known
  res.status(status).render('error', { status }, (broken: Error | null, html: string) => {
    // The layout itself may be what failed.
    if (broken) {
      req.log.error(broken)
      res.type('text').send('Something went wrong. Go back and try again.')
    } else res.send(html)
  })
}

function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404
  if (error instanceof Forbidden) return 403
  if (error instanceof Refused || error instanceof Collided) return 409
  if (error instanceof pg.DatabaseError && unreadable.includes(error.code ?? '')) return 400
  // A form's id belongs to one act: the same id for another is nobody's form.
  if (error instanceof pg.DatabaseError && error.constraint === 'events_form_id_key') return 400
  // csrf-sync, body-parser and Express itself say which of the client's faults it was.
  if (error instanceof Error && 'status' in error && isClientError(error.status)) return error.status
  return 500
}

const isClientError = (status: unknown): status is number =>
  typeof status === 'number' && status >= 400 && status < 500

/** What a form let through that no column can hold: bytes that are no text, text that is no number, date or id. */
const unreadable = ['22P02', '22P05', '22021', '22003', '22007', '22008']
