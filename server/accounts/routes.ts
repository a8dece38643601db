import { Router, type RequestHandler } from 'express'
import type { Deps } from '../app.ts'
import { asActor, type Db } from '../db.ts'
import { newFormToken } from '../web/csrf.ts'
import { known, type Translate } from '../web/language.ts'
import { signInLimits } from '../web/limits.ts'
import { keepTyped, typedIn } from '../web/typed.ts'
import { signIn, signOut, type Authentication } from './authentication.ts'
import { localPath, readSignIn } from './forms.ts'
import { saveLanguage, type User } from './queries.ts'
import { isOneOf } from './signedIn.ts'

export function accounts({ pool }: Deps, { check }: Authentication): Router {
  const router = Router()
  const limits = signInLimits(pool)

  router.get('/sign-in', (req, res) => {
    const next = localPath(req.query.next ?? typedIn(res)?.next)
    if (req.user) res.redirect(303, placeFor(req.user, next))
    else res.render('accounts/sign-in', { next, unsent: req.query.unsent !== undefined })
  })

  router.post('/sign-in', async (req, res) => {
    const body = (req.body ?? {}) as Record<string, unknown>
    const next = localPath(body.next)
    const { t } = res.locals as { t: Translate }
    const refuse = (status: number, errors: Record<string, string>) => {
      keepTyped(req, res)
      res.status(status).render('accounts/sign-in', { next, errors, values: { email: body.email } })
    }

    const { credentials, missing } = readSignIn(body)
    if (!credentials) {
      refuse(422, Object.fromEntries(missing.map(field => [field, t(`errors:signIn.${field}`)])))
      return
    }
    const ip = req.ip ?? ''
    const minutes = await limits.take(credentials.email, ip)
    if (minutes !== undefined) {
      refuse(429, { form: t('errors:signIn.tooMany', { minutes }) })
      return
    }
    const user = await check(req, res)
    if (!user) {
      refuse(422, { form: t('errors:signIn.wrong') })
      return
    }
    await limits.forgive(credentials.email, ip)
    await signIn(req, user)
    newFormToken(req)
    res.redirect(303, placeFor(user, next))
  })

  router.post('/sign-out', async (req, res) => {
    await signOut(req)
    res.clearCookie('session').redirect(303, '/')
  })

  return router
}

/** The page that was asked for before signing in; else where the person's own work is. */
function placeFor(user: User, next: string): string {
  if (next !== '/') return next
  if (isOneOf(user, ['party'])) return '/cases'
  return isOneOf(user, ['administrator']) ? '/caseload' : '/tasks'
}

/** A language asked for on any page is that of the account from then on. */
export const rememberLanguage =
  (db: Db): RequestHandler =>
  async (req, _res, next) => {
    const { user } = req
    const asked = known(req.query.lang)
    if (user && asked && asked !== user.language)
      await asActor(db, user, trx => saveLanguage(trx, user.id, asked))
    next()
  }
