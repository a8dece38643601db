import type { CalendarChange } from '../../workflows/rules/calendars.ts'
import type { Rate } from '../../workflows/rules/facts.ts'
import { rateSchema } from '../../workflows/rules/facts.ts'
import type { Db } from '../db.ts'
import { changesInForce } from '../deadlines/entryQueries.ts'
import { changesFrom } from '../proceedings/calendars.ts'
import { rateOn } from '../rates/queries.ts'
import type { JurisdictionQuestion } from './questions.ts'

const freshFor = 10_000

/** What administrators entered of the calendars, read again every ten seconds while somebody asks. */
export function knownChanges(db: Db) {
  let read: { at: number; changes: Promise<readonly CalendarChange[]> } | undefined
  return (at: string): Promise<readonly CalendarChange[]> => {
    const instant = Date.parse(at)
    if (!read || instant - read.at > freshFor || instant < read.at) {
      const changes = db.transaction().execute(changesInForce).then(changesFrom)
      read = { at: instant, changes }
      changes.catch(() => (read = undefined))
    }
    return read.changes
  }
}

/** The rate that an administrator entered, for a claim in another currency that brings none of its own. */
export async function knownRate(
  db: Db,
  { claim, rate, on }: JurisdictionQuestion,
  today: string,
): Promise<Rate | undefined> {
  if (claim.currency === 'CNY' || rate) return undefined
  return rateSchema.safeParse(await db.transaction().execute(trx => rateOn(trx, claim.currency, on ?? today)))
    .data
}
