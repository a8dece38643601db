import { Router, type Request, type Response } from 'express'
import type { Deps } from '../app.ts'
import { userOf } from '../accounts/signedIn.ts'
import { asActor, type Trx } from '../db.ts'
import { partsIn } from '../disclosures/queries.ts'
import { NotFound } from '../errors.ts'
import { pathwayText, documentText, type Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { wordsIn, type Language, type Translate } from '../web/language.ts'
import { casePage, registerPage } from './page.ts'
import { see } from './seen.ts'
import { openCase } from './seenQueries.ts'
import { findDocument, keepAccess } from './showQueries.ts'

/** The page of a case, of one of its proceedings, and of a document in it. */
export function showCase({ db, now }: Deps): Router {
  const router = Router()

  const show = async (
    req: Request<{ reference: string }>,
    res: Response,
    where?: { pathway: string; ordinal: string },
  ) => {
    const at = now()
    const page = await asActor(db, userOf(req), async trx => {
      const seen = await see(trx, req.params.reference, where)
      await keepAccess(trx, seen.focus.case_id, userOf(req).id, req.path, at)
      const asked = {
        words: wordsOf(res, isStaff(seen.focus.parts)),
        at,
        today: shenzhenDay(at),
        form: textOf(req.query.done),
        all: req.query.all !== undefined,
      }
      return seen.thisCase ? casePage(trx, seen, seen.thisCase, asked) : registerPage(seen, asked)
    })
    res.locals.crumbs = crumbsTo(res)
    res.render(page.register ? 'cases/show-register' : 'cases/show', {
      ...page,
      again: req.query.again !== undefined,
    })
  }

  router.get('/cases/:reference', (req, res) => show(req, res).catch(lessToSee(req, res, '/cases')))

  router.get('/cases/:reference/documents/:id', async (req, res) => {
    const { reference, id } = req.params
    if (!isUuid(id)) throw new NotFound(`document ${id}`)
    const document = await asActor(db, userOf(req), trx =>
      readDocument(trx, reference, id, userOf(req).id, now()),
    )
    const words = wordsOf(res, false)
    res.locals.crumbs = [...crumbsTo(res), { href: `/cases/${reference}`, text: reference }]
    res.render('cases/show-document', {
      reference,
      title: documentText(words, document),
      pathway: `${pathwayText(words, document.pathway)} ${String(document.ordinal)}`,
      on: document.acted_on,
      text: document.body,
      disclose: document.mediates
        ? `/cases/${reference}/mediation/${String(document.ordinal)}/disclosures/new?document=${id}`
        : undefined,
    })
  })

  router.get('/cases/:reference/:pathway/:ordinal', (req, res) => {
    const { reference, pathway, ordinal } = req.params
    return show(req, res, { pathway, ordinal }).catch(lessToSee(req, res, `/cases/${reference}`))
  })

  return router
}

/** Whoever's part ended with the act just recorded is led on to what there is left to see. */
const lessToSee = (req: Request, res: Response, rest: string) => (error: unknown) => {
  const { done, again } = req.query
  if (!(error instanceof NotFound) || typeof done !== 'string') throw error
  const query = new URLSearchParams({ done, ...(again !== undefined && { again: '1' }) })
  res.redirect(303, rest === '/cases' ? rest : `${rest}?${query.toString()}`)
}

async function readDocument(trx: Trx, reference: string, id: string, userId: string, at: string) {
  await openCase(trx, reference)
  const document = await findDocument(trx, reference, id)
  if (!document) throw new NotFound(`document ${id}`)
  await keepAccess(trx, document.case_id, userId, `/cases/${reference}/documents/${id}`, at)
  const mediates = document.pathway === 'mediation' && (await partsIn(trx, document.proceeding_id)).length > 0
  return { ...document, mediates }
}

/** The reader's language, in full for parties and short for those who work on the case. */
export function wordsOf(res: Response, staff: boolean): Words {
  const { lang } = res.locals as { lang: Language }
  return { ...wordsIn(lang, res.app.get('env') !== 'production'), staff }
}

export const isStaff = (parts: { party?: string }[]) => parts.every(({ party }) => party === undefined)

/** The list of cases goes by the name that it has in the reader's menu. */
export function crumbsTo(res: Response) {
  const { t, user } = res.locals as { t: Translate; user?: { staff: boolean } }
  return [{ href: '/cases', text: t(user?.staff ? 'accounts:menu.cases' : 'accounts:menu.cases.party') }]
}

export const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)

const textOf = (asked: unknown) => (typeof asked === 'string' && isUuid(asked) ? asked : undefined)
