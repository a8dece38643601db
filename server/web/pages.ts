import { Router } from 'express'

/** Pages that everybody may read. */
export function pages(): Router {
  const router = Router()
  router.get('/', (_req, res) => res.render('start'))
  for (const page of ['help', 'accessibility', 'privacy', 'dates'])
    router.get(`/${page}`, (_req, res) => res.render(`help/${page}`))
  return router
}
