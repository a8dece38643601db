import { Router } from 'express'
import type { Pathway } from '../../workflows/pathway.ts'
import type { Deps } from '../app.ts'
import { userOf } from '../accounts/signedIn.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { pictures } from '../pathways/chart.ts'
import { servedPathway } from '../proceedings/fireEvent.ts'
import { pathwayText, stateText, type Words } from '../proceedings/words.ts'
import { see } from './seen.ts'
import { wordsOf } from './show.ts'
import type { Standing } from './seenQueries.ts'
import { keepAccess, wayOf } from './showQueries.ts'

/** The picture of a pathway with the way that a proceeding has come, for those who see into it. */
export function wayPictures({ db, now }: Deps): Router {
  const router = Router()
  router.get('/cases/:reference/:pathway/:ordinal/way.svg', async (req, res) => {
    const { reference, pathway, ordinal } = req.params
    const { focus, moves } = await asActor(db, userOf(req), async trx => {
      const { focus } = await see(trx, reference, { pathway, ordinal })
      if (!focus.inside) throw new NotFound(`${reference} ${pathway}`)
      await keepAccess(trx, focus.case_id, userOf(req).id, req.path, now())
      return { focus, moves: await wayOf(trx, focus.id) }
    })
    const { pictureOfWay } = await pictures()
    const picture = await pictureOfWay(servedPathway(focus), focus.pathway, wordsOf(res, false).lang, {
      states: new Set(moves.map(({ state }) => state)),
      lines: new Set(moves.map(({ from, state }) => `${from === 'none' ? 'unopened' : from} ${state}`)),
      now: focus.state,
    })
    res.set('Cache-Control', 'private, no-store').type('svg').send(picture)
  })
  return router
}

/** What a case page says of the picture, with the whole way in words. */
export function chartOn(
  words: Words,
  base: string,
  focus: Standing,
  moves: { state: string; on: string }[],
  pathway: Pathway,
) {
  const where = `${focus.pathway}/${String(focus.ordinal)}`
  if (!focus.inside || !(focus.state in pathway.states)) return undefined
  return {
    src: `${base}/${where}/way.svg`,
    alt: words.t('pathways:case.alt', {
      pathway: pathwayText(words, focus.pathway),
      state: stateText(words, focus.pathway, focus.state),
    }),
    all: `/pathways/${focus.pathway}`,
    way: moves.map(({ state, on }) => ({
      state: stateText(words, focus.pathway, state),
      on: words.fmt.date(on),
    })),
  }
}
