import { Router, type Request, type Response } from 'express'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { nameIn } from '../web/names.ts'
import { keepTyped } from '../web/typed.ts'
import { addOrganisation, type Language } from './queries.ts'
import { readNames, readOrganisation, taken, typed, type Wrong } from './registersForms.ts'
import { kindOptions, namesTyped, organisationRows, wordsFor } from './registersPages.ts'
import { findOrganisation, listOrganisations, renameOrganisation } from './registersQueries.ts'
import { userOf } from './signedIn.ts'

/** The register of organisations; behind the rule of `registers`. */
export function organisations({ db }: Deps): Router {
  const router = Router()

  router.get('/organisations', async (req, res) => {
    const rows = await asActor(db, userOf(req), listOrganisations)
    res.render('registers/organisations', { rows: organisationRows(res, rows) })
  })

  router.get('/organisations/new', (_req, res) => {
    res.render('registers/newOrganisation', { values: {}, kinds: kindOptions(res) })
  })

  router.post('/organisations', async (req, res) => {
    const { data, wrong } = readOrganisation(req.body)
    const added =
      data && (await asActor(db, userOf(req), trx => addOrganisation(trx, data)).then(() => true, taken))
    if (added) res.redirect(303, `/organisations/${data.code}`)
    else {
      const errors = wordsFor(res, wrong ?? { code: 'codeTaken' })
      keepTyped(req, res, '/organisations/new')
      res
        .status(422)
        .render('registers/newOrganisation', { values: typed(req), errors, kinds: kindOptions(res) })
    }
  })

  router.get('/organisations/:code', (req, res) => showOrganisation(req, res))

  router.post('/organisations/:code', async (req, res) => {
    const { data, wrong } = readNames(req.body)
    const { code } = req.params
    if (!data) {
      await showOrganisation(req, res, wrong)
      return
    }
    await asActor(db, userOf(req), async trx => {
      if (!(await findOrganisation(trx, code))) throw new NotFound('organisation')
      await renameOrganisation(trx, code, data.name)
    })
    res.redirect(303, `/organisations/${code}?saved=1`)
  })

  return router

  async function showOrganisation(
    req: Request<{ code: string }>,
    res: Response,
    wrong?: Wrong,
  ): Promise<void> {
    const found = await asActor(db, userOf(req), trx => findOrganisation(trx, req.params.code))
    if (!found) throw new NotFound('organisation')
    const { code, kind, name } = found
    if (wrong) keepTyped(req, res)
    res.status(wrong ? 422 : 200).render('registers/organisation', {
      code,
      kind,
      heading: nameIn(name, (res.locals as { lang: Language }).lang),
      saved: req.query.saved !== undefined && !wrong,
      values: wrong ? typed(req) : namesTyped(name),
      errors: wordsFor(res, wrong ?? {}),
    })
  }
}
