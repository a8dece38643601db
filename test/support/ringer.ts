import { pino } from 'pino'
import { ringDue } from '../../server/clock.ts'
import { connect, openPool } from '../../server/db.ts'

// A second process of the app, as far as the clock is concerned.
const [, , url = '', at = ''] = process.argv
const pool = openPool(url, 4)
await ringDue(connect(pool), at, pino({ level: 'silent' }))
await pool.end()
