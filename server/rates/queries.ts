import { sql } from 'kysely'
import type { Names } from '../accounts/queries.ts'
import type { Actor, Trx } from '../db.ts'
import { pageSize } from '../web/paging.ts'

/** What one unit of a currency was worth in renminbi, a decimal in text, from that day on. */
export type Rate = { currency: string; on: string; rate: string }

/** The latest rate dated that day or before it; of several for one day the one entered last. */
export async function rateOn(trx: Trx, currency: string, day: string): Promise<Rate | undefined> {
  const { rows } = await sql<Rate>`
    select currency, "on", rate from exchange_rates
     where currency = ${currency} and "on" <= ${day}::date order by "on" desc, id desc limit 1
  `.execute(trx)
  return rows[0]
}

export type RateRow = Rate & {
  id: number
  source: string
  entered_by: Names
  entered_at: Date
  /** Another was entered for the same day since. */
  replaced: boolean
}

const of = (currency: string | undefined) =>
  sql`(${currency === undefined} or r.currency = ${currency ?? ''})`

export async function listRates(trx: Trx, currency: string | undefined, offset: number): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`
    select r.id, r.currency, r."on", r.rate, r.source, r.entered_at, u.name as entered_by,
      exists (select from exchange_rates later
               where later.currency = r.currency and later."on" = r."on" and later.id > r.id) as replaced
      from exchange_rates r join users u on u.id = r.entered_by
     where ${of(currency)}
     order by r."on" desc, r.currency, r.id desc
     limit ${pageSize} offset ${offset}
  `.execute(trx)
  return rows
}

export async function countRates(trx: Trx, currency: string | undefined): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from exchange_rates r where ${of(currency)}
  `.execute(trx)
  return rows[0]?.count ?? 0
}

/** A form sent twice is one rate. */
export const addRate = (
  trx: Trx,
  { currency, on, rate, source }: Rate & { source: string },
  { actor, form, at }: { actor: Actor; form?: string | undefined; at: string },
) =>
  sql`
    insert into exchange_rates (currency, "on", rate, source, form_id, entered_by, entered_at)
    values (${currency}, ${on}, ${rate}, ${source}, ${form ?? null}, ${actor.id}, ${at})
    on conflict (form_id) do nothing
  `.execute(trx)
