import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { deadlineRules, ruleIds, type DeadlineRule } from '../../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../../workflows/rules/ruleIds.ts'
import { hasShared, shared } from './shared.ts'

it('cites a source on every row', () => {
  for (const id of ruleIds) expect(deadlineRules[id].basis, id).not.toHaveLength(0)
})

it('knows its rules by name, and no word that every object has', () => {
  expect(ruleIds.every(isRuleId)).toBe(true)
  expect(isRuleId('defence')).toBe(false)
  expect(isRuleId('constructor')).toBe(false)
})

describe.skipIf(!hasShared)('the normative table', () => {
  const row = z.object({
    id: z.string(),
    length: z.string(),
    calendar: z.string(),
    directionRoll: z.string(),
    scope: z.string(),
    lapse: z.string(),
    confidence: z.string(),
  })
  const { rules } = z
    .object({ rules: z.array(row) })
    .parse(hasShared ? shared('pathways.json') : { rules: [] })

  it('has the same rules', () => {
    expect([...ruleIds].sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it('has the same rows', () => {
    for (const { id, ...written } of rules) {
      const rule = (deadlineRules as Record<string, DeadlineRule>)[id]
      expect({ id, ...rule }, id).toMatchObject({
        id,
        length: lengthOf(written.length),
        calendar: written.calendar,
        direction: written.directionRoll.startsWith('B') ? 'before' : 'after',
        roll: { f: 'forward', b: 'back', n: 'none' }[written.directionRoll.at(-1) ?? ''],
        scope: written.scope.startsWith('S') ? 'state' : 'proceeding',
        survivesClosing: written.scope.includes('survives'),
        bar: /\bbar\b/.test(written.lapse),
        lapseTask: /^[a-z]+[A-Z]?[a-z]*/.exec(written.lapse.replace(/^(bar|none).*/, ''))?.[0] ?? null,
        confidence: confidenceOf(written.confidence),
      })
    }
  })

  function lengthOf(text: string) {
    if (text.startsWith('set') && !text.includes('default')) return 'set'
    const [, n, unit = ''] = /(\d+)\s?(wd|d|m|y|h)/.exec(text)!
    const units: Record<string, string> = { d: 'day', wd: 'workingDay', m: 'month', y: 'year', h: 'hour' }
    return { n: Number(n), unit: units[unit] }
  }

  function confidenceOf(text: string) {
    if (text.startsWith('GK')) return 'unconfirmed'
    return text.startsWith('C') ? 'confirmed' : 'modelling'
  }
})
