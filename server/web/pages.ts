import { Router } from 'express'
import { isHalfLoaded } from '../accounts/queries.ts'
import type { Db } from '../db.ts'

/** Pages that everybody may read. */
export function pages(db: Db): Router {
  const router = Router()
  router.get('/', async (_req, res) => res.render('start', { halfLoaded: await isHalfLoaded(db) }))
  for (const page of ['help', 'accessibility', 'privacy', 'dates'])
    router.get(`/${page}`, (_req, res) => res.render(`help/${page}`))
  return router
}
