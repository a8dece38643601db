import connectPgSimple from 'connect-pg-simple'
import type { RequestHandler } from 'express'
import session from 'express-session'
import type pg from 'pg'
import type { Config } from '../config.ts'

const PgStore = connectPgSimple(session)
const workingDay = 12 * 60 * 60

/** Who is signed in, kept in the database. It is not written at each request, so it ends at a fixed time. */
export const sessions = (pool: pg.Pool, config: Config): RequestHandler =>
  session({
    name: 'session',
    secret: config.sessionSecret,
    store: new PgStore({
      pool,
      tableName: 'web_sessions',
      disableTouch: true,
      pruneSessionInterval: config.environment === 'test' ? false : 15 * 60,
    }),
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.environment === 'production',
      maxAge: workingDay * 1000,
    },
  })
