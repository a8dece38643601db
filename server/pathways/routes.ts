import { Router, type Response } from 'express'
import { pathwayOf } from '../../workflows/index.ts'
import { pathwayNames, type PathwayName } from '../../workflows/vocabulary.ts'
import { NotFound } from '../errors.ts'
import { known, languages, type wordsIn } from '../web/language.ts'
import { chartFor, pictures } from './chart.ts'
import { tableOf } from './table.ts'
import { tellingOf } from './telling.ts'

/** Pictures of the pathways, the same for everybody: neither sign-in nor a web session is looked at. */
export function pathwayPictures(): Router {
  const router = Router()
  router.get('/pathways/:name/:picture', async (req, res) => {
    const { name, pathway } = served(req.params.name)
    const lang = known(req.params.picture.replace(/\.svg$/, ''))
    if (!lang || !req.params.picture.endsWith('.svg')) throw new NotFound(req.path)
    const { pictureOf } = await pictures()
    const picture = await pictureOf(pathway, name, lang)
    res.set('Cache-Control', 'public, max-age=3600').type('svg').send(picture)
  })
  return router
}

/** Every pathway drawn and told, for anybody. */
export function pathwayPages(): Router {
  const router = Router()
  router.get('/pathways', (_req, res) => {
    const { t } = wordsOf(res)
    const list = pathwayNames.flatMap(name => {
      const pathway = pathwayOf(name)
      if (!pathway) return []
      const { states } = chartFor(pathway)
      const moves = states.reduce(
        (sum, state) => sum + state.moves.filter(({ to }) => to !== state.name).length,
        0,
      )
      return [{ name, text: t(`${name}:name`), count: t('pathways:count', { states: states.length, moves }) }]
    })
    res.render('pathways/index', { list })
  })
  router.get('/pathways/:name', (req, res) => {
    const { name, pathway } = served(req.params.name)
    const { t, lang } = wordsOf(res)
    const telling = tellingOf(t, name)
    res.render('pathways/show', {
      pathway: telling.pathway,
      picture: `/pathways/${name}/${languages.find(each => each === lang) ?? 'en'}.svg`,
      table: tableOf(chartFor(pathway), telling, t),
      crumbs: [{ href: '/pathways', text: t('pathways:title') }],
    })
  })
  return router
}

function served(asked: string): { name: PathwayName; pathway: NonNullable<ReturnType<typeof pathwayOf>> } {
  const name = pathwayNames.find(each => each === asked)
  const pathway = name && pathwayOf(name)
  if (!name || !pathway) throw new NotFound(`pathway ${asked}`)
  return { name, pathway }
}

const wordsOf = (res: Response) => res.locals as ReturnType<typeof wordsIn>
