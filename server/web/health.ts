import { Router } from 'express'
import type pg from 'pg'

/** For whatever starts and watches the process: that it runs, and that it can serve. */
export function health(pool: pg.Pool): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => res.type('text').send('live'))
  router.get('/health/ready', async (req, res) => {
    try {
      await pool.query('select 1')
      res.type('text').send('ready')
    } catch (error) {
      req.log.error(error, 'the database does not answer')
      res.status(503).type('text').send('the database does not answer')
    }
  })
  return router
}
