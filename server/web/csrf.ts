import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: req => tokenIn(req.body),
})

/** Asked for by forms only, so that plain pages start no session. */
export const formToken: RequestHandler = (req, res, next) => {
  res.locals.csrfToken = () => generateToken(req)
  next()
}

/** No form is taken without the token of its session. */
export const needsFormToken: RequestHandler = csrfSynchronisedProtection

/** Made once, at sign-in: two pages loaded at once would each make their own, and one of their forms be refused. */
export const newFormToken = (req: Request) => generateToken(req, true)

const tokenIn = (body: unknown) =>
  typeof body === 'object' && body !== null && '_csrf' in body && typeof body._csrf === 'string'
    ? body._csrf
    : undefined
