import path from 'node:path'
import express, { type Express } from 'express'
import type pg from 'pg'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { authentication } from './accounts/authentication.ts'
import { registers } from './accounts/registers.ts'
import { accounts, rememberLanguage } from './accounts/routes.ts'
import { formsNeedSignIn, signedIn } from './accounts/signedIn.ts'
import { api } from './calculators/api.ts'
import { calculatorPages } from './calculators/routes.ts'
import { wayPictures } from './cases/chart.ts'
import { cases } from './cases/routes.ts'
import { showCase } from './cases/show.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import { calendarRegister } from './deadlines/routes.ts'
import { disclosures } from './disclosures/routes.ts'
import { filing } from './filing/routes.ts'
import { notes } from './notes/routes.ts'
import { pathwayPages, pathwayPictures } from './pathways/routes.ts'
import { proceedings } from './proceedings/routes.ts'
import { exchangeRates } from './rates/routes.ts'
import { reports } from './reports/routes.ts'
import { representations } from './representations/routes.ts'
import { root } from './root.ts'
import { tasks } from './tasks/routes.ts'
import type { Now } from './time.ts'
import { assets } from './web/assets.ts'
import { formToken, needsFormToken } from './web/csrf.ts'
import { notFound, refuseNul, showError } from './web/errors.ts'
import { health } from './web/health.ts'
import { language } from './web/language.ts'
import { logged } from './web/log.ts'
import { menu } from './web/menu.ts'
import { pages } from './web/pages.ts'
import { headers } from './web/security.ts'
import { sessions } from './web/session.ts'
import { typedBefore } from './web/typed.ts'

export type Deps = { config: Config; db: Db; pool: pg.Pool; log: Logger; now: Now }

const views = path.join(root, 'views')

/** The whole application, in the order in which a request meets it. */
export function createApp(deps: Deps): Express {
  const { config, db, pool, log } = deps
  const identity = authentication(db)
  const app = express()
  app.disable('x-powered-by')
  app.set('env', config.environment)
  app.set('trust proxy', config.trustedProxies)
  app.set('view engine', 'pug')
  app.set('views', views)
  app.set('view cache', config.environment !== 'development')
  app.locals.basedir = views
  app.locals.compileDebug = config.environment === 'development' // or each view is half as large again

  app.use(api(deps))
  app.use(pinoHttp({ logger: log, ...logged }))
  app.use(health(pool))
  app.use(headers)
  app.use('/assets', assets(path.join(views, 'assets/built')))
  app.use(refuseNul)
  app.use(pathwayPictures())
  app.use(sessions(pool, config))
  app.use(identity.restored)
  app.use(language())
  app.use(typedBefore)
  app.use(menu(db))
  app.use(formToken)
  app.use(rememberLanguage(db))
  app.use(express.urlencoded({ extended: false, limit: '1mb' }))
  app.use(formsNeedSignIn)
  app.use(needsFormToken)
  app.use(pages(db))
  app.use(pathwayPages())
  app.use(calculatorPages(deps))
  app.use(accounts(deps, identity))
  app.use(signedIn)
  app.use(filing(deps))
  app.use(cases(deps))
  app.use(notes(deps))
  app.use(disclosures(deps))
  app.use(representations(deps))
  app.use(wayPictures(deps))
  app.use(showCase(deps))
  app.use(proceedings(deps))
  app.use(tasks(deps))
  app.use(reports(deps))
  app.use(registers(deps))
  app.use(calendarRegister(deps))
  app.use(exchangeRates(deps))
  app.use(notFound)
  app.use(showError)
  return app
}
