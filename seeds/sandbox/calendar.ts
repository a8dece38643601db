import { Temporal } from 'temporal-polyfill'
import { isWorkingDay } from '../../workflows/rules/calendars.ts'

const before = 400
const after = 400

/** Days counted from today, which is 0; each with its date and whether offices are open in the Mainland. */
export function calendarAround(today: string) {
  const start = Temporal.PlainDate.from(today)
  const dates = Array.from({ length: before + after + 1 }, (_, n) =>
    start.add({ days: n - before }).toString(),
  )
  const working = dates.map(date => isWorkingDay('CN', date))
  const back = Array.from(
    { length: 13 },
    (_, months) => start.subtract({ months }).until(start, { largestUnit: 'days' }).days * -1,
  )
  const date = (day: number): string => {
    const found = dates[day + before]
    if (found === undefined) throw new RangeError(`day ${day} lies outside of the sandbox`)
    return found
  }
  const midnights = new Map<number, Temporal.Instant>()
  const midnight = (day: number): Temporal.Instant => {
    const known = midnights.get(day)
    if (known) return known
    const found = Temporal.PlainDate.from(date(day)).toZonedDateTime('Asia/Shanghai').toInstant()
    midnights.set(day, found)
    return found
  }
  return {
    date,
    /** The first working day from that day on. */
    workingFrom: (day: number): number => {
      let open = day
      while (working[open + before] === false) open++
      return open
    },
    /** Today's day in the month so many months ago. */
    monthsBack: (months: number): number => back[months] ?? -before,
    /** That minute of the day in Shenzhen, never later than now. */
    instant: (day: number, minute: number, now: string): string => {
      const at = midnight(day).add({ minutes: minute }).toString({ smallestUnit: 'millisecond' })
      return at < now ? at : now
    },
  }
}

export type DayCalendar = ReturnType<typeof calendarAround>
