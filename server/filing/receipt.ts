import { Router } from 'express'
import { pathways } from '../../workflows/index.ts'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { wordsOf } from './page.ts'
import { findReceipt } from './queries.ts'

/** What was received and when, with what anybody needs to check it. */
export function receipt({ db }: Deps): Router {
  const router = Router()

  router.get('/cases/:reference/receipt', async (req, res) => {
    const { reference } = req.params
    const user = userOf(req)
    const filed = await asActor(db, user, trx => findReceipt(trx, reference))
    const { t } = wordsOf(res)
    const { pathway, state, is_latest, hash } = filed
    res.render('filing/receipt', {
      reference,
      filed: { ...filed, hash: hash.toString('hex') },
      // Later on the case itself says what is next.
      waitingFor: is_latest ? (pathways[pathway].states[state]?.waitingFor ?? []) : [],
      crumbs: [
        {
          href: '/cases',
          text: t(user.posts.length === 0 ? 'accounts:menu.cases.party' : 'accounts:menu.cases'),
        },
      ],
    })
  })

  return router
}
