import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const quarter = 15 * 60

/** How often somebody may try to sign in: per address, and per place that the requests come from. */
export function signInLimits(pool: pg.Pool) {
  const limit = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: quarter,
    })
  const byEmail = limit('sign-in.email', 10)
  const byIp = limit('sign-in.ip', 100)

  return {
    /** Counts one attempt before it is made. @returns the minutes to wait, if there were too many */
    take: async (email: string, ip: string): Promise<number | undefined> => {
      try {
        await byIp.consume(ip)
        await byEmail.consume(keyOf(email))
        return undefined
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 60_000)
        throw error
      }
    },
    /** Somebody who did sign in has not been guessing. */
    forgive: async (email: string, ip: string): Promise<void> => {
      await Promise.all([byEmail.delete(keyOf(email)), byIp.reward(ip)])
    },
  }
}

// Whatever was typed, of whatever length; and no list of addresses is left behind.
const keyOf = (email: string) => createHash('sha256').update(email.toLowerCase()).digest('base64url')
