import { Router, type Response } from 'express'
import { pathways } from '../../workflows/index.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { isOneOf, userOf } from '../accounts/signedIn.ts'
import type { User } from '../accounts/queries.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { pathwayText, type Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { inLanguage } from '../web/names.ts'
import { pageLinks, pageOf } from '../web/paging.ts'
import { countCases, listCases, type Counts } from './queries.ts'
import { caseRow } from './rows.ts'
import { filters, readSearch, searchHref, tags, views, type Search } from './search.ts'

export function cases({ db, now }: Deps): Router {
  const router = Router()

  router.get('/cases', async (req, res) => {
    const user = userOf(req)
    const at = now()
    const search = readSearch(req.query)
    const { counts, page, rows } = await asActor(db, user, async trx => {
      const counts = await countCases(trx, search, at)
      const page = pageOf(search.page, counts.found)
      return { counts, page, rows: await listCases(trx, user, search, at, page.offset) }
    })
    res.locals.waiting = counts.work
    const words = wordsOf(res, user)
    res.render('cases/index', {
      search,
      party: user.posts.length === 0,
      keepsNumbers: isOneOf(user, ['administrator']),
      canFile: isOneOf(user, ['party', 'intakeOfficer', 'tribunalSecretary']),
      views: viewsOf(words, search, counts),
      options: optionsOf(words, user),
      chips: chipsOf(words, user, search),
      clear: searchHref(readSearch({ view: search.view })),
      count: words.t('cases:count', { count: counts.found, number: words.fmt.number(counts.found) }),
      rows: rows.map(row => caseRow(words, row, shenzhenDay(at))),
      pages: pageLinks(page, number => searchHref(search, { page: number })),
      values: search,
    })
  })

  return router
}

const wordsOf = ({ locals }: Response, user: User): Words => ({
  ...(locals as Pick<Words, 't' | 'fmt' | 'lang'>),
  staff: user.posts.length > 0,
})

const viewsOf = ({ t, fmt }: Words, search: Search, counts: Counts) =>
  views.map(view => ({
    text: t(`cases:view.${view}`),
    count: fmt.number(counts[view]),
    href: searchHref(readSearch({ view })),
    current: view === search.view,
  }))

function optionsOf(words: Words, user: User) {
  const homes = new Map(user.posts.map(({ code, name }) => [code, inLanguage(name, words.lang)]))
  return {
    pathway: (Object.keys(pathways) as PathwayName[]).map(value => ({
      value,
      text: pathwayText(words, value),
    })),
    tag: tags.map(value => ({ value, text: words.t(`tag.${value}`) })),
    organisation: homes.size > 1 ? [...homes].map(([value, text]) => ({ value, text })) : [],
  }
}

/** What is in use, each leading to the list without it. */
function chipsOf(words: Words, user: User, search: Search) {
  const { t, fmt } = words
  const text: Record<(typeof filters)[number], (value: string) => string> = {
    q: value => t('cases:chip.q', { value }),
    pathway: () => (search.pathway ? pathwayText(words, search.pathway) : ''),
    tag: value => t(`tag.${value}`),
    organisation: value => {
      const post = user.posts.find(({ code }) => code === value)
      return post ? inLanguage(post.name, words.lang) : value
    },
    from: value => t('cases:chip.from', { day: fmt.date(value) }),
    to: value => t('cases:chip.to', { day: fmt.date(value) }),
  }
  return filters.flatMap(name => {
    const value = search[name]
    return value ? [{ text: text[name](value), href: searchHref(search, { [name]: '' }) }] : []
  })
}
