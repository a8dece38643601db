import { Temporal } from 'temporal-polyfill'

/** Where the time comes from: the system's clock, or a story's. An instant in UTC, to the millisecond. */
export type Now = () => string

export const systemNow: Now = () => new Date().toISOString()

/** The calendar date of an instant in Shenzhen, which is also Hong Kong's. */
export const shenzhenDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

/** Nine in the morning in Shenzhen. */
export const morningOf = (day: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
