import type { Request, RequestHandler, Response } from 'express'
import type { Role } from '../../workflows/vocabulary.ts'
import { Forbidden } from '../errors.ts'
import type { User as Account } from './queries.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how passport's types are told what a user is
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface User extends Account {}
  }
}

/** Whoever made the request. Only behind `signedIn`. */
export function userOf({ user }: Request): Account {
  if (!user) throw new Forbidden('nobody is signed in')
  return user
}

/** Stands before every page that is not for everybody. */
export const signedIn: RequestHandler = (req, res, next) => {
  if (req.user) next()
  else askToSignIn(req, res)
}

/** A form sent after its session ended leads to sign-in and back to the form's page; visitors have no other forms. */
export const formsNeedSignIn: RequestHandler = (req, res, next) => {
  if (req.user || req.method !== 'POST' || req.path === '/sign-in') next()
  else askToSignIn(req, res)
}

/** Lets those pass who hold one of these posts; somebody without a post is a party. */
export const mayOnly =
  (...roles: (Role | 'party')[]): RequestHandler =>
  (req, _res, next) => {
    if (!isOneOf(userOf(req), roles)) throw new Forbidden(`only for ${roles.join(', ')}`)
    next()
  }

export const isOneOf = ({ posts }: Account, roles: readonly (Role | 'party')[]): boolean =>
  posts.length === 0 ? roles.includes('party') : posts.some(({ role }) => roles.includes(role))

function askToSignIn(req: Request, res: Response): void {
  const query = new URLSearchParams({ next: req.originalUrl })
  if (req.method === 'POST') query.set('unsent', '1')
  res.redirect(303, `/sign-in?${query.toString()}`)
}
