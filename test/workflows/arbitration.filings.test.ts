import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { arbitration } from '../../workflows/arbitration.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import { filingSchema } from '../../workflows/rules/facts.ts'
import { formatMinor } from '../../workflows/rules/fees.ts'
import { contextOfFiling } from '../support/contexts.ts'
import { play } from '../support/play.ts'

const folder = '../shared/filings'

const data = z.record(z.string(), z.unknown())
const stories = z.object({
  story: z.array(
    z.object({
      on: z.string(),
      event: z.string().optional(),
      by: z.string().optional(),
      data: data.default({}),
      expect: z
        .object({
          states: z.array(z.object({ state: z.string() })).default([]),
          deadlines: z
            .array(z.object({ rule: z.string(), party: z.string().optional(), due: z.string() }))
            .default([]),
          fees: z.array(z.object({ kind: z.string(), amount: z.string(), currency: z.string() })).default([]),
          facts: z.array(data).default([]),
        })
        .optional(),
    }),
  ),
})

describe.skipIf(!existsSync(folder)).each(['scia-expedited-shenzhen-seat', 'hong-kong-funded-law-and-seat'])(
  'the filing %s',
  name => {
    it('goes as its story says', () => {
      const filing: unknown = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
      const context = contextOfFiling(filingSchema.parse(filing))
      const { story } = stories.parse(filing)
      const now = play(arbitration, context)
      now.does('p1', 'createDraft')

      for (const { on, event, by, data, expect: expected } of story) {
        now.until(on)
        if (event && by) now.does(by, event, data)
        for (const { state } of expected?.states ?? []) expect(now.state, on).toBe(state)
        for (const { rule, party, due } of expected?.deadlines ?? []) {
          expect(isRuleId(rule) && now.due(rule, party), `${on} ${rule}`).toBe(due)
        }
        for (const { kind, amount, currency } of expected?.fees ?? []) {
          const fees = now.fees.map(fee => ({ ...fee, amount: formatMinor(fee.minor) }))
          expect(fees).toContainEqual(expect.objectContaining({ kind, amount, currency }))
        }
        for (const facts of expected?.facts ?? []) {
          expect({ in: 'arbitration', ...now.facts }).toMatchObject(facts)
        }
      }
      expect(now.state).toBe('awardFinal')
    })
  },
)
