import { Temporal } from 'temporal-polyfill'

export type Period = { name: string; first: string; last: string }

/** The last six months, this year and the two years before, to today at the latest. */
export function periodsTo(today: string): Period[] {
  const day = Temporal.PlainDate.from(today)
  const sixth = day.with({ day: 1 }).subtract({ months: 5 }).toString()
  const years = [0, 1, 2].map(back => {
    const start = day.with({ month: 1, day: 1 }).subtract({ years: back })
    const end = start.with({ month: 12, day: 31 }).toString()
    return { name: String(start.year), first: start.toString(), last: end < today ? end : today }
  })
  return [{ name: 'sixMonths', first: sixth, last: today }, ...years]
}

/** The first day of each month of a period, or of the month that it begins in. */
export function monthsOf({ first, last }: Period): string[] {
  const months: string[] = []
  for (
    let month = Temporal.PlainDate.from(first).with({ day: 1 });
    month.toString() <= last;
    month = month.add({ months: 1 })
  )
    months.push(month.toString())
  return months
}

export const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

export const daysIn = ({ first, last }: Period) => Temporal.PlainDate.from(first).until(last).days + 1
