import { Router, type Request } from 'express'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import type { Draft } from './draft.ts'
import { readExhibit, type Problem, type Typed } from './forms.ts'
import { draftId, showStep } from './page.ts'
import { findDraft, holdDraft, saveAnswers } from './queries.ts'
import { typedIn } from './values.ts'

const most = 20

/** Small texts that come with the filing; none is needed. */
export function exhibits({ db, now }: Deps): Router {
  const router = Router()

  router.get('/filings/:draft/exhibits', async (req, res) => {
    const id = draftId(req)
    const draft = await asActor(db, userOf(req), trx => findDraft(trx, id))
    showStep(req, res, { step: 'exhibits', ...shown(req, draft) })
  })

  router.post('/filings/:draft/exhibits', async (req, res) => {
    const id = draftId(req)
    const typed = typedIn(req.body)
    const { draft, problems } = await asActor(db, userOf(req), async trx => {
      const draft = await holdDraft(trx, id)
      const added = add(draft, typed)
      if ('exhibits' in added) await saveAnswers(trx, id, added, now())
      return { draft, problems: 'problems' in added ? added.problems : undefined }
    })
    if (problems) showStep(req, res, { step: 'exhibits', values: typed, problems, ...shown(req, draft) })
    else res.redirect(303, `/filings/${id}/exhibits`)
  })

  router.post('/filings/:draft/exhibits/:number/remove', async (req, res) => {
    const id = draftId(req)
    await asActor(db, userOf(req), async trx => {
      const { exhibits = [] } = await holdDraft(trx, id)
      const left = exhibits.filter((_, index) => String(index + 1) !== req.params.number)
      if (left.length === exhibits.length) throw new NotFound(`exhibit ${req.params.number}`)
      await saveAnswers(trx, id, { exhibits: left }, now())
    })
    res.redirect(303, `/filings/${id}/exhibits`)
  })

  return router
}

function add(
  { exhibits = [] }: Draft,
  typed: Typed,
): Pick<Draft, 'exhibits'> | { problems: Record<string, Problem> } {
  const read = readExhibit(typed)
  if ('problems' in read) return read
  if (exhibits.length >= most) return { problems: { exhibitName: { key: 'tooMany', max: most } } }
  const isTaken = exhibits.some(({ name }) => name === read.answer.name)
  if (isTaken) return { problems: { exhibitName: { key: 'filing:problem.sameName' } } }
  return { exhibits: [...exhibits, read.answer] }
}

const shown = (req: Request, { exhibits = [] }: Draft) => ({
  base: `/filings/${draftId(req)}`,
  exhibits: exhibits.map(({ name, kind, text }) => ({ name, kind, length: text.length })),
})
