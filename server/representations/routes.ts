import { Router, type Request, type Response } from 'express'
import type { Deps } from '../app.ts'
import { userOf } from '../accounts/signedIn.ts'
import { crumbsTo, wordsOf } from '../cases/show.ts'
import { findCase, type CaseRow } from '../cases/seenQueries.ts'
import { keepAccess } from '../cases/showQueries.ts'
import { asActor, type Trx } from '../db.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { citesOf, type Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { readMandate, readWhy, type Wrong } from './forms.ts'
import { representationsPage } from './page.ts'
import { listRepresentations, rightsIn } from './queries.ts'
import { appoint, endMandate, type Outcome } from './represent.ts'

type CaseAt = { reference: string }

/** Who speaks for the parties of a case: everybody who reads it sees that, desks and the parties themselves say it. */
export function representations({ db, now }: Deps): Router {
  const router = Router()

  router.get('/cases/:reference/representations', (req, res) => show(req, res))

  router.post('/cases/:reference/representations', async (req, res) => {
    const user = userOf(req)
    const { reference } = req.params
    await asActor(db, user, trx => caseOf(trx, reference))
    const read = readMandate(req.body, shenzhenDay(now()))
    if ('wrong' in read) {
      await show(req, res, read.wrong)
      return
    }
    const outcome = await asActor(db, user, trx => appoint(trx, user, reference, read.mandate, now()))
    if ('done' in outcome) res.redirect(303, `/cases/${reference}/representations?done=1`)
    else
      await show(req, res, 'wrong' in outcome ? { [outcome.wrong.field]: outcome.wrong.error } : {}, outcome)
  })

  router.post('/cases/:reference/representations/:id/end', async (req, res) => {
    const user = userOf(req)
    const { reference, id } = req.params
    await asActor(db, user, trx => caseOf(trx, reference))
    if (!/^\d{1,15}$/.test(id)) throw new NotFound(`representation ${id}`)
    const why = readWhy(req.body)
    if (why === undefined) {
      await show(req, res, { [`why-${id}`]: 'why' })
      return
    }
    await asActor(db, user, trx => endMandate(trx, user, reference, { id: Number(id), why }, now()))
    // Whoever laid down a mandate may see nothing of the case any more.
    const left = await asActor(db, user, trx => findCase(trx, reference))
    res.redirect(303, left ? `/cases/${reference}/representations?done=1` : '/cases')
  })

  return router

  async function show(req: Request<CaseAt>, res: Response, wrong?: Wrong, outcome?: Outcome): Promise<void> {
    const user = userOf(req)
    const words = wordsOf(res, user.posts.length > 0)
    const page = await asActor(db, user, async trx => {
      const thisCase = await caseOf(trx, req.params.reference)
      await keepAccess(trx, thisCase.id, user.id, req.path, now())
      const list = await listRepresentations(trx, thisCase.id)
      const rights = await rightsIn(trx, thisCase.id)
      return representationsPage({ words, thisCase, list, rights, userId: user.id })
    })
    if (wrong && !page.mayAppoint && page.current.every(({ end }) => end === undefined))
      throw new Forbidden('who speaks for a party is said by the party or a desk')
    const errors = Object.fromEntries(
      Object.entries(wrong ?? {}).map(([field, error]) => [field, words.t(`representations:error.${error}`)]),
    )
    res.locals.crumbs = [...crumbsTo(res), { href: page.base, text: page.reference }]
    res.status(wrong ? (Object.keys(wrong).length > 0 ? 422 : 409) : 200).render('representations/index', {
      ...page,
      done: req.query.done !== undefined && !wrong,
      refused: outcome && 'admission' in outcome ? refusalOf(words, outcome.admission) : undefined,
      errors,
      values: wrong ? textsIn(req.body) : {},
    })
  }
}

const refusalOf = (
  words: Words,
  { reason, basis, confidence }: Extract<Outcome, { admission: object }>['admission'],
) => ({
  why: words.t(`representations:refusal.${reason ?? ''}`),
  cites: citesOf(words, basis),
  unconfirmed: confidence === 'unconfirmed',
})

async function caseOf(trx: Trx, reference: string): Promise<CaseRow> {
  const found = await findCase(trx, reference)
  if (!found) throw new NotFound(`case ${reference}`)
  return found
}

const textsIn = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, typed]) =>
      typeof typed === 'string' ? [[name, typed]] : [],
    ),
  )
