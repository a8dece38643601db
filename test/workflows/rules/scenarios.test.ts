import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendars } from '../../../workflows/rules/calendars.ts'
import { computeDeadline, ruleIds } from '../../../workflows/rules/deadlines.ts'
import { filingSchema } from '../../../workflows/rules/facts.ts'
import { assessFee, currencies, feeKinds, formatMinor, parseMoney } from '../../../workflows/rules/fees.ts'
import { hasShared, shared, sharedFiles } from './shared.ts'

describe.skipIf(!hasShared)('the scenarios of the reference', () => {
  const { deadlines } = z
    .object({
      deadlines: z.array(
        z.object({
          id: z.string(),
          rule: z.enum(ruleIds),
          triggerDate: z.string(),
          length: z.number(),
          calendar: z.enum(calendars),
          due: z.string(),
          note: z.string(),
        }),
      ),
    })
    .parse(hasShared ? shared('scenarios/deadlines.json') : { deadlines: [] })

  it.each(deadlines)('$id: $rule', ({ rule, triggerDate: base, length, calendar, due, note }) => {
    const days = rule === 'hk.shortPeriod' ? { days: length } : {}
    expect(computeDeadline({ rule, base, calendar, ...days })).toMatchObject({
      due,
      calendar,
      provisional: note.includes('PROVISIONAL'),
    })
  })

  const { fees } = z
    .object({
      fees: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(feeKinds),
          amount: z.string(),
          fee: z.string(),
          currency: z.enum(currencies),
        }),
      ),
    })
    .parse(hasShared ? shared('scenarios/fees.json') : { fees: [] })

  it.each(fees)('$id: $kind on $amount', ({ kind, amount, fee, currency }) => {
    expect(assessFee({ kind, amount: parseMoney(amount, currency) }).fee).toEqual(parseMoney(fee, currency))
    expect(formatMinor(parseMoney(fee, currency).minor)).toBe(fee)
  })

  it.each(hasShared ? sharedFiles('filings', '.json') : [])('%s is a filing', file => {
    expect(() => filingSchema.parse(shared(`filings/${file}`))).not.toThrow()
  })
})
