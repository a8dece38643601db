import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { calendars } from '../../workflows/rules/calendars.ts'
import { dayReasons, noticeCalendars, type Entry, type Objection } from './entries.ts'

export type Wrong = Omit<Objection, 'field'>
export type Read = { entry: Entry; wrong?: never } | { entry?: never; wrong: Record<string, Wrong> }

const longest = 500
const mostDays = 150

const note = z
  .string()
  .trim()
  .max(longest, 'noteLong')
  .refine(text => !text.includes('\0') && text.isWellFormed(), 'nul')
  .default('')

const dayForm = z.object({
  calendar: z.enum(calendars, { error: 'calendar' }),
  why: z.enum(dayReasons, { error: 'why' }),
  note,
})

const noticeForm = z.object({
  calendar: z.enum(noticeCalendars, { error: 'calendar' }),
  year: z
    .string({ error: 'year' })
    .regex(/^20\d\d$/, 'year')
    .transform(Number),
  off: z.string({ error: 'off' }).default(''),
  working: z.string().default(''),
  note,
})

/** A form of the register, as a browser sends it; `kind` tells which. */
export const readEntry = (fields: Record<string, unknown>, today: string): Read =>
  fields.kind === 'notice' ? readNotice(fields, today) : readDay(fields, today)

function readDay(fields: Record<string, unknown>, today: string): Read {
  const { data, error } = dayForm.safeParse(fields)
  const wrong = wrongIn(error)
  const day = typedDay(fields, 'day')
  if (day === undefined) wrong.day = { error: 'day' }
  else if (isFar(Number(day.slice(0, 4)), today)) wrong.day = { error: 'far' }
  if (data?.why === 'other' && data.note === '') wrong.note = { error: 'noteMissing' }
  if (!data || day === undefined || Object.keys(wrong).length > 0) return { wrong }
  return { entry: { ...data, day, kind: data.why === 'workingWeekend' ? 'working' : 'closed' } }
}

function readNotice(fields: Record<string, unknown>, today: string): Read {
  const { data, error } = noticeForm.safeParse(fields)
  const wrong = wrongIn(error)
  if (data && isFar(data.year, today)) wrong.year = { error: 'far' }
  const off = daysIn(data?.off ?? '')
  const working = daysIn(data?.working ?? '')
  if (data && 'unread' in off) wrong.off = { error: 'line', day: off.unread }
  else if (data && 'days' in off && off.days.length === 0) wrong.off = { error: 'off' }
  if (data && 'unread' in working) wrong.working = { error: 'line', day: working.unread }
  if (!data || !('days' in off) || !('days' in working) || Object.keys(wrong).length > 0) return { wrong }
  return { entry: { ...data, kind: 'notice', off: off.days, working: working.days, why: 'holidayNotice' } }
}

/** What is typed where an entry is withdrawn. */
export function readReason(
  fields: Record<string, unknown>,
): { note: string } | { wrong: Record<string, Wrong> } {
  const { data, error } = z.object({ note: note.refine(text => text !== '', 'reason') }).safeParse(fields)
  return data ?? { wrong: wrongIn(error) }
}

function wrongIn(error: z.ZodError | undefined): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {}
  for (const { path, message } of error?.issues ?? []) wrong[path.join('.')] ??= { error: message }
  return wrong
}

/** Last year may be put right, and the year after next be announced; anything else is a slip of the pen. */
const isFar = (year: number, today: string) => Math.abs(year - Number(today.slice(0, 4)) - 0.5) > 1.5

/** The day typed in three parts. */
export function typedDay(fields: Record<string, unknown>, name: string): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map(part => {
    const typed = fields[`${name}-${part}`]
    return typeof typed === 'string' && /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN
  })
  return asDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

const pad = (number: number | undefined, length: number) => String(number).padStart(length, '0')

function asDay(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** On each line one day, or the first and the last of several. In order, each once; or the line that says neither. */
function daysIn(text: string): { days: string[] } | { unread: string } {
  const days = new Set<string>()
  for (const line of text.split('\n').map(each => each.trim())) {
    if (line === '') continue
    const named = line.match(/\d{4}-\d\d-\d\d/g) ?? []
    const rest = line.replaceAll(/\d{4}-\d\d-\d\d/g, '')
    const first = asDay(named[0] ?? '')
    const last = named.length > 1 ? asDay(named[1] ?? '') : first
    const isRange = /^\s*(to|[-–—~至到]*)\s*$/.test(rest)
    if (first === undefined || last === undefined || named.length > 2 || !isRange || last < first)
      return { unread: line.slice(0, 60) }
    const end = Temporal.PlainDate.from(last)
    for (let day = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(day, end) <= 0;) {
      if (days.size > mostDays) return { unread: line.slice(0, 60) }
      days.add(day.toString())
      day = day.add({ days: 1 })
    }
  }
  return { days: [...days].sort() }
}
