import { Temporal } from 'temporal-polyfill'
import {
  calendarBasis,
  isAdjustedWorkingDay,
  isPublished,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  restReason,
  type Calendar,
  type ClosureDay,
  type RestReason,
} from './calendars.ts'
import {
  deadlineRules,
  type Confidence,
  type DeadlineRule,
  type Length,
  type RuleId,
} from './deadlineRules.ts'

export { deadlineRules, ruleIds } from './deadlineRules.ts'
export type { Confidence, DeadlineRule, LapseRole, Length, Limit, RuleId, Unit } from './deadlineRules.ts'

/** One step of the reckoning: a word for t('rules:step.<step>', params), its params and its citation. */
export type Step = { step: string; basis: string } & Record<string, string | number>

export type Deadline = {
  rule: RuleId
  /** The last day on which the act is in time. */
  due: string
  /** Where the count ends before holidays move it. */
  raw: string
  /** The instant at which the clock lets it lapse, in UTC. */
  lapsesAt: string
  calendar: Calendar
  steps: Step[]
  basis: string[]
  /** True while a year's holidays that bear on the date have not been announced. */
  provisional: boolean
  confidence: Confidence
}

type Circumstances = {
  /** The recipient's calendar, for rules that follow it; of the whole proceeding: Shenzhen's. */
  calendar?: Calendar
  closureDays?: readonly ClosureDay[]
}

export type Reckoning = Circumstances & {
  rule: RuleId
  /** The day of the event, which never counts. */
  base: string
  /** The last day, where an event fixes it. */
  dueOn?: string
  /** The moment of the event, for a period of hours. */
  baseInstant?: string
  /** The length, for hk.shortPeriod, which covers any of up to six days. */
  days?: number
  /** Count what the deciding body may add. */
  withExtension?: boolean
  /** The day that decides which version of the law applies; the base where not given. */
  versionOn?: string
}
