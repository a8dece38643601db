import type { Request, RequestHandler, Response } from 'express'
import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Db } from '../db.ts'
import { passwordMatches } from './passwords.ts'
import { credentialsOf, findUser, type User } from './queries.ts'

export type Authentication = {
  /** Reads the signed-in user of each request back from its session. */
  restored: RequestHandler
  /** @returns nobody, if the password is not that of the address */
  check: (req: Request, res: Response) => Promise<User | undefined>
}

/** Who somebody is, by a password; kept in the session by id, and read afresh at each request. */
export function authentication(db: Db): Authentication {
  const authenticator = new passport.Authenticator()
  authenticator.serializeUser((user, done) => done(null, user.id))
  authenticator.deserializeUser((id: string, done) => {
    findUser(db, id).then(user => done(null, user ?? false), done)
  })
  authenticator.use(
    new Strategy({ usernameField: 'email' }, (email, password, done) => {
      whoHas(db, email.trim(), password).then(user => done(null, user ?? false), done)
    }),
  )

  return {
    restored: authenticator.session() as RequestHandler,
    check: (req, res) =>
      new Promise((resolve, reject) => {
        const answer = (error: unknown, user: User | false) =>
          error ? reject(asError(error)) : resolve(user || undefined)
        const handler = authenticator.authenticate('local', answer) as RequestHandler
        void handler(req, res, reject)
      }),
  }
}

/** Gives the visitor a new session, so that one planted before signing in is worth nothing. */
export const signIn = (req: Request, user: User): Promise<void> =>
  new Promise((resolve, reject) => req.logIn(user, error => (error ? reject(asError(error)) : resolve())))

export const signOut = (req: Request): Promise<void> =>
  new Promise((resolve, reject) => req.session.destroy(error => (error ? reject(asError(error)) : resolve())))

async function whoHas(db: Db, email: string, password: string): Promise<User | undefined> {
  const found = await credentialsOf(db, email)
  // The clock has an account and no password.
  const matches = await passwordMatches(found?.password_hash || undefined, password)
  return found && matches ? findUser(db, found.id) : undefined
}

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))
