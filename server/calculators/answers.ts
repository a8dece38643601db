import { arbitrationClause } from '../../workflows/rules/arbitrationClause.ts'
import type { CalendarChange } from '../../workflows/rules/calendars.ts'
import { computeDeadline, deadlineRules, type Deadline } from '../../workflows/rules/deadlines.ts'
import type { Rate } from '../../workflows/rules/facts.ts'
import { assessFee, formatMinor, parseMoney, type Money } from '../../workflows/rules/fees.ts'
import { governingLaw } from '../../workflows/rules/governingLaw.ts'
import { jurisdictionOf } from '../../workflows/rules/jurisdiction.ts'
import { readClause } from '../../workflows/rules/readClause.ts'
import { Unanswerable } from './problems.ts'
import type {
  ClauseQuestion,
  DeadlineQuestion,
  FeeQuestion,
  JurisdictionQuestion,
  LawQuestion,
} from './questions.ts'

/** What is known besides the question: the day, and what administrators entered of calendars and rates. */
export type Known = { today: string; changes: readonly CalendarChange[]; rate?: Rate | undefined }

/** The length of the worked example; the answer says which length it counted. */
const usualShortPeriod = 5

export function deadlineAnswer(asked: DeadlineQuestion, { changes }: Known) {
  const { rule, triggerDate, dueOn, triggerAt, days = usualShortPeriod } = asked
  const row = deadlineRules[rule]
  if (row.length === 'set' && dueOn === undefined) throw new Unanswerable('dueOn', 'fixedByCourt')
  if (dueOn !== undefined && dueOn < triggerDate) throw new Unanswerable('dueOn', 'dueBeforeTrigger')
  if (asked.calendar && row.calendar !== 'RECIPIENT' && asked.calendar !== row.calendar)
    throw new Unanswerable('calendar', 'otherCalendar', { calendar: row.calendar })
  const calendar = row.calendar === 'RECIPIENT' ? (asked.calendar ?? 'CN') : row.calendar
  const closed = asked.closureDays.map(day => ({ kind: 'closed' as const, calendar, day }))
  const { due, raw, steps, basis, provisional, confidence, lapsesAt } = within(() =>
    computeDeadline({
      rule,
      base: triggerDate,
      calendar,
      changes: [...changes, ...closed],
      ...(row.length === 'set' && dueOn !== undefined && { dueOn }),
      ...(triggerAt !== undefined && { baseInstant: triggerAt }),
      ...(rule === 'hk.shortPeriod' && { days }),
    }),
  )
  return { rule, calendar, due, raw, lapsesAt, steps, basis, provisional, confidence }
}

/** Dates at the end of time cannot be counted on from. */
function within(compute: () => Deadline): Deadline {
  try {
    const deadline = compute()
    // After the year 9999 a day is no longer written with four digits.
    if (deadline.due.startsWith('+')) throw new RangeError(deadline.due)
    return deadline
  } catch (error) {
    if (error instanceof RangeError) throw new Unanswerable('triggerDate', 'outOfRange')
    throw error
  }
}

export function feeAnswer({ kind, amount, currency, measures }: FeeQuestion) {
  const assessed = assessFee({
    kind,
    measures,
    ...(amount !== undefined && { amount: parseMoney(amount, currency) }),
  })
  const [first] = assessed.workings
  if (first?.line === 'needsAmount') throw new Unanswerable('amount', 'amountNeeded')
  if (first?.line === 'needsRate')
    throw new Unanswerable('currency', 'scheduleIn', {
      currency: typeof first.to === 'string' ? first.to : '',
    })
  return {
    kind,
    /** Null where the schedule leaves it to a range; the working says which. */
    fee: assessed.fee && formatMinor(assessed.fee.minor),
    currency: assessed.fee?.currency ?? currency,
    workings: assessed.workings.map(written),
    basis: [...assessed.basis],
    confidence: assessed.confidence,
  }
}

type Line<Sum> = { line: string; [param: string]: string | number | Sum }

/** Sums in the working as decimals. */
function written(working: Line<Money>): Line<{ amount: string; currency: string }> {
  const line: ReturnType<typeof written> = { line: working.line }
  for (const name in working) {
    const value = working[name] ?? ''
    line[name] =
      typeof value === 'object' ? { amount: formatMinor(value.minor), currency: value.currency } : value
  }
  return line
}

export const lawAnswer = ({ on, ...asked }: LawQuestion, { today }: Known) =>
  governingLaw({ ...asked, on: on ?? today })

export const arbitrationAnswer = ({ on, ...asked }: LawQuestion, { today }: Known) =>
  arbitrationClause({ ...asked, on: on ?? today })

export const jurisdictionAnswer = ({ on, ...asked }: JurisdictionQuestion, { today, rate }: Known) =>
  jurisdictionOf({ ...(rate && { rate }), ...asked, on: on ?? today })

export const clauseAnswer = ({ text }: ClauseQuestion) => readClause(text)
