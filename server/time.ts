import { Temporal } from 'temporal-polyfill'

/** Where the time comes from: the system's clock, or a story's. An instant in UTC, to the millisecond. */
export type Now = () => string

export const systemNow: Now = () => new Date().toISOString()

const mostRemembered = 1_000
const daysByHour = new Map<string, string>()

/** The calendar date of an instant in Shenzhen, which is also Hong Kong's; reckoned once an hour, within which none begins. */
export function shenzhenDay(instant: string): string {
  const hour = instant.endsWith('Z') ? instant.slice(0, 'YYYY-MM-DDThh'.length) : instant
  const known = daysByHour.get(hour)
  if (known !== undefined) return known
  const day = dayIn(Temporal.Instant.from(instant))
  if (daysByHour.size >= mostRemembered) daysByHour.clear()
  daysByHour.set(hour, day)
  return day
}

const dayIn = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

/** Nine in the morning in Shenzhen. */
export const morningOf = (day: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
