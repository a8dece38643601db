import { Router, type Request, type Response } from 'express'
import { mayOnly, userOf } from '../accounts/signedIn.ts'
import type { User } from '../accounts/queries.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { Collided } from '../proceedings/fireEvent.ts'
import { shenzhenDay } from '../time.ts'
import { nameIn } from '../web/names.ts'
import { codeOf, openTo } from './choices.ts'
import { firstOpen, mainParties, ready, stepAfter, type Draft, type StepName } from './draft.ts'
import { exhibits } from './exhibits.ts'
import { fileCase } from './file.ts'
import { readClaim, readContract, readParty, readWay, type Read, type Typed } from './forms.ts'
import { others } from './others.ts'
import { draftId, groupsOf, showStep, wordsOf } from './page.ts'
import { addDraft, filedWith, findDraft, listDrafts, saveAnswers, takeDraft } from './queries.ts'
import { readInto } from './readClauses.ts'
import { receipt } from './receipt.ts'
import { summaryOf } from './summary.ts'
import { claimValues, contractValues, partyValues, typedIn, wayValues } from './values.ts'

/** Filing a case, step by step, kept as a draft until it is sent in. */
export function filing(deps: Deps): Router {
  const { db, now } = deps
  const router = Router()
  router.use('/filings', mayOnly('party', 'intakeOfficer', 'tribunalSecretary'))

  router.get('/filings', async (req, res) => {
    const drafts = await asActor(db, userOf(req), listDrafts)
    res.render('filing/index', { drafts })
  })

  router.get('/filings/new', (req, res) => show(req, res, 'way', {}))

  router.post('/filings/new', async (req, res) => {
    const user = userOf(req)
    const read = questions.way.read({ typed: typedIn(req.body), draft: {}, user, today: '' })
    if ('problems' in read) {
      show(req, res, 'way', {}, read.problems)
      return
    }
    const id = await asActor(db, user, trx => addDraft(trx, user.id, read.answer, now()))
    res.redirect(303, `/filings/${id}/claimant`)
  })

  router.get('/filings/:draft', async (req, res) => {
    const id = draftId(req)
    const draft = await asActor(db, userOf(req), trx => findDraft(trx, id))
    res.redirect(303, `/filings/${id}/${firstOpen(draft) ?? 'check'}`)
  })

  for (const step of ['way', 'claimant', 'contract', 'claim'] as const) {
    router.get(`/filings/:draft/${step}`, async (req, res) => {
      const id = draftId(req)
      show(req, res, step, await asActor(db, userOf(req), trx => findDraft(trx, id)))
    })

    router.post(`/filings/:draft/${step}`, async (req, res) => {
      const id = draftId(req)
      const user = userOf(req)
      const draft = await asActor(db, user, trx => findDraft(trx, id))
      if (step === 'contract' && typedIn(req.body).read !== undefined) {
        showRead(req, res, draft)
        return
      }
      const today = shenzhenDay(now())
      const read = questions[step].read({ typed: typedIn(req.body), draft, user, today })
      if ('problems' in read) {
        show(req, res, step, draft, read.problems)
        return
      }
      await asActor(db, user, trx => saveAnswers(trx, id, read.answer, now()))
      res.redirect(303, `/filings/${id}/${req.query.from === 'check' ? 'check' : stepAfter(step)}`)
    })
  }

  router.use(others(deps))
  router.use(exhibits(deps))

  router.get('/filings/:draft/check', async (req, res) => {
    const id = draftId(req)
    showCheck(req, res, await asActor(db, userOf(req), trx => findDraft(trx, id)))
  })

  router.post('/filings/:draft/check', async (req, res) => {
    const id = draftId(req)
    const user = userOf(req)
    const { lang } = wordsOf(res)
    const submitted = (draft: Draft) => {
      const whole = ready(draft, lang)
      const code = whole && codeOf({ pathway: whole.filing.pathway, organisation: whole.organisation })
      return openTo(user).some(way => codeOf(way) === code) ? whole : undefined
    }
    const draft = await asActor(db, user, trx => findDraft(trx, id).catch(unlessGone))
    if (draft && !submitted(draft)) {
      showCheck(req, res, draft, 422)
      return
    }
    const { reference } = await asActor(db, user, async trx => {
      const taken = await takeDraft(trx, id)
      if (!taken) return filedWith(trx, id) // sent twice
      const whole = submitted(taken)
      if (!whole) throw new Collided('the draft was changed while it was sent')
      const { filing, organisation, data } = whole
      const atCounter = user.posts.length > 0
      return fileCase(trx, user, filing, { at: now(), form: id, organisation, data, atCounter })
    })
    res.redirect(303, `/cases/${reference}/receipt`)
  })

  router.post('/filings/:draft/discard', async (req, res) => {
    const id = draftId(req)
    await asActor(db, userOf(req), trx => takeDraft(trx, id))
    res.redirect(303, '/filings')
  })

  router.use(receipt(deps))
  return router

  function showCheck(req: Request, res: Response, draft: Draft, status = 200) {
    const words = { ...wordsOf(res), staff: userOf(req).posts.length > 0 }
    showStep(req, res, {
      step: 'check',
      status,
      ...summaryOf(draftId(req), draft, shenzhenDay(now()), words),
    })
  }
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}

type Given = { typed: Typed; draft: Draft; user: User; today: string }
type Question = {
  values: (draft: Draft, user: User) => object
  read: (given: Given) => Read<Partial<Draft>>
}

/** The steps that are one form each: what it shows of the answers so far, and how it is read. */
const questions = {
  way: {
    values: wayValues,
    read: ({ typed, user }) => asAnswer('way', readWay(typed, openTo(user))),
  },
  claimant: {
    values: ({ claimant }, user) =>
      claimant ? partyValues(claimant) : { email: user.posts.length === 0 ? user.email : undefined },
    read: ({ typed, draft: { others = [] } }) =>
      asAnswer('claimant', readParty({ ...typed, side: 'claimant' }, 'p1', others)),
  },
  contract: {
    values: contractValues,
    read: ({ typed, today, draft }) =>
      asAnswer(
        'contract',
        readContract(
          typed,
          today,
          mainParties(draft).map(({ id }) => id),
        ),
      ),
  },
  claim: {
    values: claimValues,
    read: ({ typed, draft }) => asAnswer('claim', readClaim(typed, draft.way?.pathway)),
  },
} satisfies Partial<Record<StepName, Question>>

function asAnswer<Name extends keyof Draft>(name: Name, read: Read<Draft[Name]>): Read<Partial<Draft>> {
  return 'problems' in read ? read : { answer: { [name]: read.answer } }
}

function show(
  req: Request,
  res: Response,
  step: keyof typeof questions,
  draft: Draft,
  problems?: Extract<Read<unknown>, { problems: unknown }>['problems'],
): void {
  const user = userOf(req)
  const { t } = wordsOf(res)
  const ways = groupsOf(openTo(user), t)
  showStep(req, res, {
    step,
    view: step === 'claimant' ? 'party' : step,
    values: problems ? typedIn(req.body) : questions[step].values(draft, user),
    problems,
    pathway: draft.way?.pathway,
    atCounter: user.posts.length > 0,
    ways,
    parties: namedParties(draft, res),
  })
}

/** The parties that a contract may say something of, as answers to choose from. */
function namedParties(draft: Draft, res: Response) {
  const { lang } = wordsOf(res)
  return mainParties(draft).map(({ id, name }) => ({ value: id, ...nameIn(name, lang) }))
}

/** The contract again as it was typed, with what could be read from the words of its clauses. */
function showRead(req: Request, res: Response, draft: Draft): void {
  // Whoever files for arbitration has chosen the institution with the way.
  const agreed = draft.way?.pathway === 'arbitration' ? { institution: draft.way.organisation } : {}
  const { values, found } = readInto({ ...typedIn(req.body), ...agreed }, wordsOf(res).t)
  const parties = namedParties(draft, res)
  showStep(req, res, { step: 'contract', values, found, pathway: draft.way?.pathway, parties })
}
