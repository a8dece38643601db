import type { Response } from 'express'
import { calendars, isPublished, type CalendarChange } from '../../workflows/rules/calendars.ts'
import { pathwayText, ruleText, type Words } from '../proceedings/words.ts'
import { inLanguage } from '../web/names.ts'
import { dayReasons, noticeCalendars, type Entry } from './entries.ts'
import type { Wrong } from './entryForms.ts'
import type { EntryRow } from './entryQueries.ts'
import type { Reach, Reached } from './reachQueries.ts'

type Locals = Pick<Words, 't' | 'lang' | 'fmt'>
export const localsOf = ({ locals }: Response) => locals as Locals

export const errorsFor = (res: Response, wrong: Record<string, Wrong>): Record<string, string> => {
  const { t } = localsOf(res)
  return Object.fromEntries(
    Object.entries(wrong).map(([field, { error, day }]) => [field, t(`calendars:error.${error}`, { day })]),
  )
}

export function entryRow(res: Response, row: EntryRow) {
  const { t, fmt } = localsOf(res)
  return {
    href: `/calendars/${row.id}`,
    days: row.day === null ? String(row.year) : fmt.day(row.day),
    what: t(`calendars:kind.${row.kind}`),
    why: t(`calendars:why.${row.why}`),
    calendar: t(`calendars:calendar.${row.calendar}`),
    at: row.entered_at,
    tag: tagOf(res, row),
  }
}

function tagOf(res: Response, row: EntryRow) {
  const { t, fmt } = localsOf(res)
  if (row.waiting > 0)
    return {
      kind: 'soon',
      text: t('calendars:waiting', { count: row.waiting, number: fmt.number(row.waiting) }),
    }
  if (row.kind === 'withdrawn') return { kind: 'done', text: t('calendars:followed') }
  return row.withdrawn_by === null
    ? { kind: 'active', text: t('calendars:inForce') }
    : { kind: 'closed', text: t('calendars:withdrawn') }
}

/** Which of the years in question have been announced, for the head of the register. */
export function yearsOf(res: Response, changes: readonly CalendarChange[], today: string) {
  const { t } = localsOf(res)
  const thisYear = Number(today.slice(0, 4))
  return noticeCalendars.map(calendar => ({
    calendar: t(`calendars:calendar.${calendar}`),
    years: [thisYear, thisYear + 1, thisYear + 2].map(year => {
      const announced = isPublished(calendar, year, changes)
      return {
        year: String(year),
        tag: announced
          ? { kind: 'done', text: t('calendars:announced') }
          : { kind: 'provisional', text: t('tag.provisional') },
      }
    }),
  }))
}

export function entryPage(res: Response, row: EntryRow) {
  const { t, lang, fmt } = localsOf(res)
  const days = (list: string[]) => list.map(day => fmt.day(day)).join(t('proceedings:comma'))
  const rows = [
    [t('calendars:field.calendar'), t(`calendars:calendar.${row.calendar}`)],
    row.day === null
      ? [t('calendars:field.year'), String(row.year)]
      : [t('calendars:field.day'), fmt.day(row.day)],
    ...(row.off.length > 0 ? [[t('calendars:field.off'), days(row.off)]] : []),
    ...(row.working.length > 0 ? [[t('calendars:field.working'), days(row.working)]] : []),
    [t('calendars:field.why'), t(`calendars:why.${row.why}`)],
    ...(row.note === '' ? [] : [[t('calendars:field.note'), row.note]]),
    [
      t('calendars:field.entered'),
      t('calendars:enteredBy', { at: fmt.instant(row.entered_at), who: inLanguage(row.entered_by, lang) }),
    ],
  ]
  return {
    own: `/calendars/${row.id}`,
    heading: t('calendars:heading', {
      what: t(`calendars:kind.${row.kind}`),
      days: row.day === null ? String(row.year) : fmt.date(row.day),
    }),
    rows: rows.map(([key, value]) => ({ key, value })),
    tag: tagOf(res, row),
    progress: {
      waiting: row.waiting,
      text: t('calendars:progress', {
        count: row.cases,
        number: fmt.number(row.cases),
        done: fmt.number(row.cases - row.waiting),
      }),
    },
    withdraws: row.withdraws === null ? undefined : `/calendars/${row.withdraws}`,
    withdrawnBy: row.withdrawn_by === null ? undefined : `/calendars/${row.withdrawn_by}`,
    mayWithdraw: row.kind !== 'withdrawn' && row.withdrawn_by === null,
  }
}

/** What a change touches or has touched, period by period, without a word of what the cases are about. */
export function reachPage(res: Response, reach: Reach, rows: Reached[], when: 'reach' | 'done' = 'reach') {
  const { t, lang, fmt } = localsOf(res)
  const words: Words = { t, lang, fmt, staff: true }
  return {
    counts: Object.entries(reach)
      .filter(([name, count]) => count > 0 || name === 'moved')
      .map(([name, count]) => t(`calendars:${when}.${name}`, { count, number: fmt.number(count) })),
    touched: rows.map(row => ({
      reference: row.reference,
      href: `/cases/${row.reference}/${row.pathway}/${row.ordinal}`,
      pathway: `${pathwayText(words, row.pathway)} ${row.ordinal}`,
      rule: ruleText(words, row.rule),
      side: row.side === null ? t('case:deadline.all') : t(`calendars:side.${row.side}`),
      calendar: t(`calendars:calendar.${row.calendar}`),
      from: fmt.day(row.due_on),
      to: fmt.day(row.new_due),
      note:
        row.status === 'lapsed'
          ? { kind: 'soon', text: t('calendars:touched.passed') }
          : row.due_on === row.new_due
            ? { kind: 'done', text: t('calendars:touched.settles') }
            : undefined,
    })),
  }
}

export const dayOptions = (res: Response) => {
  const { t } = localsOf(res)
  return {
    calendars: calendars.map(value => ({
      value,
      text: t(`calendars:calendar.${value}`),
      hint: t(`calendars:calendar.${value}.hint`),
    })),
    reasons: dayReasons.map(value => ({ value, text: t(`calendars:why.${value}`) })),
  }
}

export const noticeOptions = (res: Response) => {
  const { t } = localsOf(res)
  return {
    calendars: noticeCalendars.map(value => ({ value, text: t(`calendars:calendar.${value}`) })),
  }
}

/** An entry as it would read in the register. */
export function entryText(res: Response, entry: Entry) {
  const { t, fmt } = localsOf(res)
  const count = (days: string[]) => t('calendars:days', { count: days.length })
  return [
    [t('calendars:field.calendar'), t(`calendars:calendar.${entry.calendar}`)],
    ...(entry.kind === 'notice'
      ? [
          [t('calendars:field.year'), String(entry.year)],
          [t('calendars:field.off'), count(entry.off)],
          [t('calendars:field.working'), count(entry.working)],
        ]
      : [
          [t('calendars:field.day'), fmt.day(entry.day)],
          [t('calendars:field.why'), t(`calendars:why.${entry.why}`)],
        ]),
    ...(entry.note === '' ? [] : [[t('calendars:field.note'), entry.note]]),
  ].map(([key, value]) => ({ key, value }))
}
