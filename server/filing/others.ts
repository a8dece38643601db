import { Router, type Request } from 'express'
import type { PartyFacts } from '../../workflows/rules/facts.ts'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { nameIn } from '../web/names.ts'
import { nextPartyId, withoutParty, type Draft } from './draft.ts'
import { readParty } from './forms.ts'
import { draftId, showStep, wordsOf } from './page.ts'
import { findDraft, holdDraft, saveAnswers } from './queries.ts'
import { partyValues, typedIn } from './values.ts'

/** The parties besides the claimant: a list, and a form for each of them. */
export function others({ db, now }: Deps): Router {
  const router = Router()
  const draftOf = (req: Request) => asActor(db, userOf(req), trx => findDraft(trx, draftId(req)))

  router.get('/filings/:draft/others', async (req, res) => {
    const { others = [] } = await draftOf(req)
    const { lang } = wordsOf(res)
    const parties = others.map(({ id, side, name }) => ({ id, side, name: nameIn(name, lang) }))
    showStep(req, res, { step: 'others', base: `/filings/${draftId(req)}`, parties })
  })

  router.get('/filings/:draft/others/:party', async (req, res) => {
    const draft = await draftOf(req)
    const values = isNew(req) ? { side: 'respondent' } : partyValues(partyIn(draft, req))
    showStep(req, res, { step: 'others', view: 'party', values })
  })

  router.post('/filings/:draft/others/:party', async (req, res) => {
    const id = draftId(req)
    const typed = typedIn(req.body)
    const user = userOf(req)
    const read = await asActor(db, user, async trx => {
      const draft = await holdDraft(trx, id)
      const { claimant, others = [] } = draft
      const old = isNew(req) ? undefined : partyIn(draft, req)
      const rest = [...(claimant ? [claimant] : []), ...others].filter(party => party !== old)
      const read = readParty(typed, old?.id ?? nextPartyId(draft), rest)
      if ('answer' in read) {
        const { answer } = read
        const changed = old ? others.map(party => (party === old ? answer : party)) : [...others, answer]
        const unsaid = answer.side === 'thirdParty' ? saidNothingOf(draft, answer) : {}
        await saveAnswers(trx, id, { others: changed, ...unsaid }, now())
      }
      return read
    })
    if ('problems' in read) showStep(req, res, { step: 'others', view: 'party', values: typed, ...read })
    else res.redirect(303, `/filings/${id}/${req.query.from === 'check' ? 'check' : 'others'}`)
  })

  router.post('/filings/:draft/others/:party/remove', async (req, res) => {
    const id = draftId(req)
    await asActor(db, userOf(req), async trx => {
      const draft = await holdDraft(trx, id)
      const gone = partyIn(draft, req)
      const left = draft.others?.filter(party => party !== gone)
      await saveAnswers(trx, id, { others: left, ...saidNothingOf(draft, gone) }, now())
    })
    res.redirect(303, `/filings/${id}/others`)
  })

  return router
}

const saidNothingOf = ({ contract }: Draft, { id }: PartyFacts): Draft =>
  contract ? { contract: withoutParty(contract, id) } : {}

const isNew = ({ params }: Request) => params.party === 'new'

function partyIn({ others = [] }: Draft, { params }: Request): PartyFacts {
  const party = others.find(({ id }) => id === params.party)
  if (!party) throw new NotFound(`party ${String(params.party)}`)
  return party
}
