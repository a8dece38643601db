import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { litigation } from '../../workflows/litigation.ts'
import { filingSchema } from '../../workflows/rules/facts.ts'
import { formatMinor } from '../../workflows/rules/fees.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import { contextOfFiling } from '../support/contexts.ts'
import { play } from '../support/play.ts'

const folder = '../shared/filings'

const data = z.record(z.string(), z.unknown())
const act = z.object({ event: z.string(), by: z.string(), data: data.default({}) })
const stories = z.object({
  story: z.array(
    z.object({
      on: z.string(),
      event: z.string().optional(),
      by: z.string().optional(),
      data: data.default({}),
      refuse: act.extend({ reason: z.enum(['role', 'state', 'guard']) }).optional(),
      expect: z
        .object({
          states: z.array(z.object({ state: z.string() })).default([]),
          deadlines: z
            .array(z.object({ rule: z.string(), party: z.string().optional(), due: z.string() }))
            .default([]),
          fees: z.array(z.object({ kind: z.string(), amount: z.string(), currency: z.string() })).default([]),
          tasks: z.array(z.object({ kind: z.string(), for: z.string() })).default([]),
        })
        .optional(),
    }),
  ),
})

describe.skipIf(!existsSync(folder)).each([
  ['litigation-two-appeal-clocks', 'effective'],
  ['refusals', 'closedDeemedWithdrawn'],
])('the filing %s', (name, end) => {
  it('goes as its story says', () => {
    const filing: unknown = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
    const now = play(litigation, contextOfFiling(filingSchema.parse(filing)))
    now.does('p1', 'createDraft')

    for (const { on, event, by, data, refuse, expect: expected } of stories.parse(filing).story) {
      now.until(on)
      if (event && by) now.does(by, event, data)
      if (refuse) {
        const refusal = now.refusal(refuse.by, refuse.event, refuse.data)
        if (refuse.reason === 'guard') expect(['role', 'state', undefined]).not.toContain(refusal)
        else expect(refusal).toBe(refuse.reason)
      }
      for (const { state } of expected?.states ?? []) expect(now.state, on).toBe(state)
      for (const { rule, party, due } of expected?.deadlines ?? []) {
        expect(isRuleId(rule) && now.due(rule, party), `${on} ${rule}`).toBe(due)
      }
      for (const { kind, amount, currency } of expected?.fees ?? []) {
        const fees = now.fees.map(fee => ({ ...fee, amount: formatMinor(fee.minor) }))
        expect(fees).toContainEqual(expect.objectContaining({ kind, amount, currency }))
      }
      for (const { kind, for: role } of expected?.tasks ?? []) {
        expect(now.last.effects).toContainEqual({ type: 'openTask', kind, role })
      }
    }
    expect(now.state).toBe(end)
  })
})
