import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calendars } from '../../../workflows/rules/calendars.ts'
import {
  computeDeadline,
  deadlineRules,
  ruleIds,
  type DeadlineRule,
} from '../../../workflows/rules/deadlines.ts'
import { simulate } from './simulator.ts'

const counted = ruleIds.filter(id => {
  const { length }: DeadlineRule = deadlineRules[id]
  return length !== 'set' && length.unit !== 'hour'
})

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))

// Most days lie in the years whose calendars are known, closure days thickly around the Spring Festival.
const aCase = fc.record({
  rule: fc.constantFrom(...counted),
  base: fc.oneof(day('2025-01-01', '2026-12-31'), day('2024-01-01', '2028-12-31')),
  chosen: fc.constantFrom(...calendars),
  shortDays: fc.integer({ min: 1, max: 6 }),
  changes: fc.array(
    fc.record({
      kind: fc.constant('closed' as const),
      calendar: fc.constantFrom(...calendars),
      day: fc.oneof(day('2026-02-10', '2026-03-05'), day('2024-06-01', '2028-12-31')),
    }),
    { maxLength: 6 },
  ),
})

it('finds the due day that a day-by-day count finds, in 100,000 cases', () => {
  fc.assert(
    fc.property(aCase, ({ rule, base, chosen, shortDays, changes }) => {
      const row: DeadlineRule = deadlineRules[rule]
      const calendar = row.calendar === 'RECIPIENT' ? chosen : row.calendar
      const days = rule === 'hk.shortPeriod' ? { days: shortDays } : {}
      const { due } = computeDeadline({ rule, base, calendar: chosen, changes, ...days })
      const simulated = simulate(row, { base, calendar, changes, ...days })
      if (due !== simulated) expect({ rule, base, due }).toEqual({ rule, base, due: simulated })
    }),
    { numRuns: 100_000 },
  )
}, 120_000)
