import { sql } from 'kysely'
import { asActor, type Actor, type Db } from '../../server/db.ts'
import { enter } from '../../server/deadlines/register.ts'
import { addRate } from '../../server/rates/queries.ts'
import { isWorkingDay } from '../../workflows/rules/calendars.ts'
import type { DayCalendar } from './calendar.ts'

type Stage = { app: Db; owner: Db; calendar: DayCalendar; now: string; administrator: Actor }

const storms = { from: -60, minute: 7 * 60 }

/**
 * A black rainstorm on the first day of the last two months on which a period under Hong Kong's calendar ends. It is
 * entered that morning, and moves the period to the next day.
 * @returns whether it rained
 */
export async function rainOn(stage: Stage, day: number): Promise<boolean> {
  const { app, owner, calendar, now, administrator } = stage
  const date = calendar.date(day)
  if (day < storms.from || !isWorkingDay('HK', date) || !(await endsInHongKong(owner, date))) return false
  const note = 'Hong Kong Observatory: warning in force from 06:20 to 11:45.'
  const storm = { kind: 'closed', calendar: 'HK', day: date, why: 'blackRainstorm', note } as const
  const at = calendar.instant(day, storms.minute, now)
  await asActor(app, administrator, trx => enter(trx, storm, { actor: administrator, form: undefined, at }))
  return true
}

async function endsInHongKong(owner: Db, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from deadlines where status = 'armed' and calendar in ('HK', 'HK_COURT') and due_on = ${day}::date limit 1
  `.execute(owner)
  return rows.length > 0
}

const source = 'Figure of the sandbox, not a published rate'
/** Renminbi for one unit, month by month. */
const rates = {
  HKD: ['0.9241', '0.9218', '0.9235', '0.9202', '0.9187', '0.9174', '0.9169', '0.9153', '0.9128', '0.9136', '0.9119', '0.9107', '0.9098'], // prettier-ignore
  USD: ['7.1879', '7.1733', '7.1892', '7.1745', '7.1586', '7.1494', '7.1466', '7.1339', '7.1128', '7.1210', '7.1068', '7.0953', '7.0871'], // prettier-ignore
}

/** A rate of the Hong Kong and of the United States dollar for the first working day of each month of the last year. */
export async function keepRates({ app, calendar, now, administrator }: Stage): Promise<void> {
  for (const [currency, list] of Object.entries(rates)) {
    for (const [index, rate] of list.entries()) {
      const day = Math.min(calendar.workingFrom(calendar.monthsBack(12 - index)), 0)
      const at = calendar.instant(day, 10 * 60, now)
      const given = { currency, on: calendar.date(day), rate, source }
      await asActor(app, administrator, trx => addRate(trx, given, { actor: administrator, at }))
    }
  }
}
