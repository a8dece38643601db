/**
 * Calendar days by their number, 1970-01-01 being 0: a count that moves along day after day only adds. The arithmetic is
 * that of the Gregorian calendar over its cycle of 400 years, each year taken to begin in March, so that a leap day is its
 * last; months are counted from March of the year 0.
 */
export function dayNumber(day: string): number {
  const number = firstOf(monthOf(day)) + Number(day.slice(-2)) - 1
  if (dayAt(number) !== day) throw new RangeError(`${day} is not a day`)
  return number
}

export function dayAt(number: number): string {
  const cycle = Math.floor((number + epoch) / daysInCycle)
  const dayIn = number + epoch - cycle * daysInCycle
  const leapDays = Math.floor(dayIn / 1460) - Math.floor(dayIn / 36_524) + Math.floor(dayIn / 146_096)
  const yearIn = Math.floor((dayIn - leapDays) / 365)
  const dayOfYear = dayIn - daysBefore(yearIn)
  const monthIn = Math.floor((5 * dayOfYear + 2) / 153)
  const january = (cycle * 400 + yearIn) * 12 + monthIn + 2
  const year = Math.floor(january / 12)
  return `${yearAs(year)}-${two(january - year * 12 + 1)}-${two(dayOfYear - beginningOf(monthIn) + 1)}`
}

/** So many days, months or years later; on the last day of a month that is too short for the date. */
export function later(day: string, n: number, unit: 'day' | 'month' | 'year'): string {
  const number = dayNumber(day)
  if (unit === 'day') return dayAt(number + n)
  const month = monthOf(day)
  const then = month + (unit === 'year' ? n * 12 : n)
  return dayAt(Math.min(number - firstOf(month) + firstOf(then), firstOf(then + 1) - 1))
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The days after one, up to another. */
export function daysAfter(day: string, last: string): string[] {
  const first = dayNumber(day) + 1
  return Array.from({ length: Math.max(0, dayNumber(last) - first + 1) }, (_, index) => dayAt(first + index))
}

const daysInCycle = 146_097
/** From the first day of the first cycle, 0000-03-01. */
const epoch = 719_468

const monthOf = (day: string) => Number(day.slice(0, -6)) * 12 + Number(day.slice(-5, -3)) - 3

/** The number of the first day of a month. */
function firstOf(month: number): number {
  const year = Math.floor(month / 12)
  const cycle = Math.floor(year / 400)
  return cycle * daysInCycle + daysBefore(year - cycle * 400) + beginningOf(month - year * 12) - epoch
}

/** The days in the years of a cycle before one of them. */
const daysBefore = (year: number) => year * 365 + Math.floor(year / 4) - Math.floor(year / 100)

/** The days of a year before one of its months, which from March on have 31, 30, 31, 30 and 31 days by turns. */
const beginningOf = (month: number) => Math.floor((153 * month + 2) / 5)

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)

/** Years that four digits cannot hold have a sign and six. */
const yearAs = (year: number) =>
  year >= 0 && year <= 9999
    ? String(year).padStart(4, '0')
    : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
