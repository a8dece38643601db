import { createHash, randomBytes } from 'node:crypto'
import express, { type Express } from 'express'
import type pg from 'pg'

/**
 * What somebody would write by hand for the same rows: one transaction of plain statements as the owner of the
 * database, with no sign-in, no row-level security and no machine in the way.
 */
export function plainHandler(pool: pg.Pool): Express {
  const app = express()
  app.use(express.urlencoded({ extended: false }))
  app.post('/:proceeding/complain', async (req, res) => {
    const { conduct = '' } = req.body as { conduct?: string }
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<Held>(
        `select c.id as case_id, c.seq, c.head, p.seq as pseq, p.version, p.state, p.compartment_id, r.user_id
           from proceedings p join cases c on c.id = p.case_id
           join representations r on r.case_id = c.id
          where p.id = $1 limit 1 for no key update of c`,
        [req.params.proceeding],
      )
      const held = rows[0]
      if (!held) throw new Error('no such proceeding')
      const at = new Date()
      const salt = randomBytes(16)
      const payload = createHash('sha256').update(salt).update(conduct).digest()
      const entry = createHash('sha256').update(payload).update(String(held.seq)).digest()
      const hash = createHash('sha256').update(held.head).update(entry).digest()
      const seq = held.seq + 1
      await client.query(
        `insert into events (case_id, seq, proceeding_id, pseq, pathway, version, from_state, type, to_state, actor_id, by,
           party_id, at, acted_on, late, compartment_id, payload_hash, entry_hash, hash)
         values ($1, $2, $3, $4, 'mediation', $5, $6, 'complain', $6, $7, 'claimant', 'p1', $8::timestamptz, $8::timestamptz::date, false, $9, $10, $11, $12)`,
        [
          held.case_id,
          seq,
          req.params.proceeding,
          held.pseq + 1,
          held.version,
          held.state,
          held.user_id,
          at,
          held.compartment_id,
          payload,
          entry,
          hash,
        ],
      )
      await client.query(
        'insert into payloads (case_id, seq, compartment_id, salt, body) values ($1, $2, $3, $4, $5)',
        [held.case_id, seq, held.compartment_id, salt, JSON.stringify({ conduct })],
      )
      await client.query('update proceedings set seq = seq + 1, moved_at = $2 where id = $1', [
        req.params.proceeding,
        at,
      ])
      await client.query('update snapshots set context = context where proceeding_id = $1', [
        req.params.proceeding,
      ])
      await client.query('update cases set seq = $2, head = $3 where id = $1', [held.case_id, seq, hash])
      await client.query(
        `insert into tasks (case_id, proceeding_id, compartment_id, kind, role, opened_seq, opened_at)
         values ($1, $2, $3, 'complaint.review', 'administrator', $4, $5)`,
        [held.case_id, req.params.proceeding, held.compartment_id, seq, at],
      )
      await client.query('commit')
      res.redirect(303, '/')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  })
  app.get('/', (_req, res) => void res.send('done'))
  return app
}

type Held = {
  case_id: string
  seq: number
  head: Buffer
  pseq: number
  version: number
  state: string
  compartment_id: string
  user_id: string
}
