import type { RequestHandler } from 'express'
import type { User } from '../accounts/queries.ts'
import { asActor, type Db } from '../db.ts'
import { countTasks } from '../tasks/queries.ts'
import type { Format } from './format.ts'
import type { Language, Translate } from './language.ts'
import { inLanguage } from './names.ts'
import { navFor } from './nav.ts'

/** Who is signed in and where they can go, for the head of every page; read when there is a page, not before. */
export const menu =
  (db: Db): RequestHandler =>
  (req, res, next) => {
    const { t, lang, fmt } = res.locals as { t: Translate; lang: Language; fmt: Format }
    const { user } = req
    res.locals.path = req.path
    if (user) {
      res.set('Cache-Control', 'no-store')
      res.locals.user = { line: lineOf(user, t, lang), staff: user.posts.length > 0 }
      const readMenu = async () => {
        // The lists of tasks and of cases have counted it already.
        const { waiting } = res.locals as { waiting?: number }
        const places = navFor(user, waiting ?? (await asActor(db, user, countTasks)))
        res.locals.nav = places.map(({ path, words, count }) => ({
          href: path,
          text: t(words),
          current: req.path === path || req.path.startsWith(`${path}/`),
          ...(count > 0 && { count: fmt.number(count) }),
        }))
      }
      const render = res.render.bind(res)
      res.render = (view: string, values?: object, done?: (error: Error, html: string) => void) => {
        res.render = render // a page that says what went wrong does without
        readMenu().then(() => render(view, values, done), next)
      }
    }
    next()
  }

/** The post and its organisation; a party by its name. */
const lineOf = ({ name, posts: [post] }: User, t: Translate, lang: Language) =>
  post
    ? t('accounts:line', { role: t(`roles:${post.role}`), organisation: inLanguage(post.name, lang) })
    : inLanguage(name, lang)
