import type { RequestHandler } from 'express'
import type { Role } from '../../workflows/vocabulary.ts'
import type { User } from '../accounts/queries.ts'
import { inLanguage } from './names.ts'
import type { Language, Translate } from './language.ts'

/** Who is signed in and where they can go, for the head of every page. */
export const menu: RequestHandler = (req, res, next) => {
  const { t, lang } = res.locals as { t: Translate; lang: Language }
  res.locals.path = req.path
  if (req.user) {
    res.set('Cache-Control', 'no-store')
    res.locals.user = { line: lineOf(req.user, t, lang), staff: req.user.posts.length > 0 }
    res.locals.nav = placesFor(req.user).map(place => ({
      href: `/${place}`,
      text: t(req.user?.posts.length === 0 ? `accounts:menu.${place}.party` : `accounts:menu.${place}`),
      current: req.path === `/${place}` || req.path.startsWith(`/${place}/`),
    }))
  }
  next()
}

/** The post and its organisation; a party by its name. */
const lineOf = ({ name, posts: [post] }: User, t: Translate, lang: Language) =>
  post
    ? t('accounts:line', { role: t(`roles:${post.role}`), organisation: inLanguage(post.name, lang) })
    : inLanguage(name, lang)

function placesFor({ posts }: User): string[] {
  if (posts.length === 0) return ['cases', 'filings']
  const holds = (...roles: Role[]) => posts.some(({ role }) => roles.includes(role))
  return [
    'tasks',
    'cases',
    ...(holds('intakeOfficer', 'tribunalSecretary') ? ['filings'] : []),
    'caseload',
    ...(holds('administrator') ? ['people', 'organisations'] : []),
  ]
}
