import type { Calendar, CalendarChange } from '../../workflows/rules/calendars.ts'
import { deadlineRules, ruleIds, type DeadlineRule } from '../../workflows/rules/deadlines.ts'
import type { Trx } from '../db.ts'
import { laterEnd, recounted } from '../proceedings/reckoning.ts'
import { reckoningsWithin, type Move } from './reachQueries.ts'

/** A change of the calendars: the days it may bear on, the day it is known by, and all that holds after it. */
export type Change = {
  calendar: Calendar
  first: string
  last: string
  named: string
  after: CalendarChange[]
}

/**
 * What a change of the calendars does to every period there is, by the function that then does it. Periods reckoned
 * alike are worked out once, however many cases have them.
 */
export async function movesOf(trx: Trx, { calendar, first, last, named, after }: Change): Promise<Move[]> {
  const followed = calendar === 'HK' ? ['HK', 'HK_COURT'] : [calendar]
  const rows = await reckoningsWithin(trx, followed, { first, last }, countingWorkingDays)
  return rows.flatMap(row => {
    const end = recounted(row, after) ?? laterEnd(row, after, { calendar, closureDay: named })
    return end ? [{ ...row, new_due: end.due }] : []
  })
}

/** Rules that count working days: a change in the midst of such a period moves its end. */
const countingWorkingDays = ruleIds.filter(id => {
  const { length }: DeadlineRule = deadlineRules[id]
  return length !== 'set' && (length.unit === 'workingDay' || (length.unit === 'day' && length.n <= 6))
})
