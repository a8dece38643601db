import { z } from 'zod'
import { calendars } from '../../workflows/rules/calendars.ts'
import { ruleIds } from '../../workflows/rules/deadlines.ts'
import { jurisdictionQuestionSchema, lawQuestionSchema } from '../../workflows/rules/facts.ts'
import { currencies, feeKinds } from '../../workflows/rules/fees.ts'

const day = z.iso.date().meta({ description: 'A calendar day, YYYY-MM-DD' })
const sum = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .meta({ description: 'A decimal with a point and at most two places' })

/** What anybody may ask the rules, without a case and without signing in. */
export const deadlineQuestion = z.object({
  rule: z.enum(ruleIds),
  triggerDate: day.meta({ description: 'The day of the event; it never counts' }),
  calendar: z
    .enum(calendars)
    .optional()
    .meta({ description: 'Where the recipient is, for rules that follow its calendar' }),
  closureDays: z
    .array(day)
    .max(366)
    .default([])
    .meta({ description: 'Days closed besides those on record: a typhoon, a court closed' }),
  dueOn: day.optional().meta({ description: 'The last day, for a period that the court fixes' }),
  triggerAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'The instant of the event, for a period of hours' }),
  days: z
    .int()
    .min(1)
    .max(6)
    .optional()
    .meta({ description: 'The length of hk.shortPeriod, which stands for periods of up to six days' }),
})

export const feeQuestion = z.object({
  kind: z.enum(feeKinds),
  amount: sum.optional().meta({ description: 'What is claimed, appealed, preserved or enforced' }),
  currency: z.enum(currencies).default('CNY'),
  measures: z
    .int()
    .min(1)
    .max(50)
    .default(1)
    .meta({ description: 'How many measures an emergency arbitrator is asked for' }),
})

const today = { on: day.optional().meta({ description: 'The day for which it is asked; today if left out' }) }

export const lawQuestion = lawQuestionSchema.extend(today)
export const jurisdictionQuestion = jurisdictionQuestionSchema.extend(today)
export const clauseQuestion = z.object({ text: z.string().min(1).max(20_000) })

export type DeadlineQuestion = z.infer<typeof deadlineQuestion>
export type FeeQuestion = z.infer<typeof feeQuestion>
export type LawQuestion = z.infer<typeof lawQuestion>
export type JurisdictionQuestion = z.infer<typeof jurisdictionQuestion>
export type ClauseQuestion = z.infer<typeof clauseQuestion>
