import { z } from 'zod'
import { checks } from '../../workflows/findings.ts'
import { verdicts } from '../../workflows/rules/findings.ts'
import { calendars } from '../../workflows/rules/calendars.ts'
import { currencies } from '../../workflows/rules/fees.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import { pathwayNames, roles, type Effect } from '../../workflows/vocabulary.ts'

const text = z.string().min(1)
const day = z.iso.date()
const rule = z.string().refine(isRuleId)
const party = text.optional()
const role = z.enum(roles)
const pathway = z.enum(pathwayNames)
const data = z.record(z.string(), z.json())
const money = z.strictObject({ minor: z.int(), currency: z.enum(currencies) })

const kinds = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('arm'),
    rule,
    party,
    base: day,
    baseField: text.optional(),
    baseInstant: z.iso.datetime(),
    dueOn: day.optional(),
    calendar: z.enum(calendars).optional(),
  }),
  z.strictObject({ type: z.literal('extend'), rule, party, dueOn: day.optional() }),
  z.strictObject({ type: z.enum(['pause', 'resume', 'disarm']), rule, party, on: day }),
  z.strictObject({ type: z.literal('openTask'), kind: text, role }),
  z.strictObject({ type: z.literal('closeTask'), kind: text }),
  z.strictObject({ type: z.literal('closeTasks') }),
  z.strictObject({
    type: z.literal('fee'),
    fee: money.extend({ kind: text, stage: text.nullable(), payer: text.nullable() }),
  }),
  z.strictObject({ type: z.literal('payment'), stage: text, payer: text.nullable(), money }),
  z.strictObject({ type: z.literal('open'), pathway, event: text, data }),
  z.strictObject({
    type: z.literal('tell'),
    to: z.enum(['parent', 'children', 'source', ...pathwayNames]),
    event: text,
    data,
  }),
  z.strictObject({
    type: z.enum(['assign', 'dismiss']),
    role: z.enum([...roles, 'juror']),
    person: text.nullable(),
  }),
  z.strictObject({ type: z.literal('document'), kind: text, text: text.optional() }),
  z.strictObject({ type: z.literal('carry'), kinds: z.array(text).min(1) }),
  z.strictObject({ type: z.literal('notify'), notice: text, to: z.enum([...roles, 'party']) }),
  z.strictObject({
    type: z.literal('assess'),
    check: z.enum(checks),
    assessment: z.strictObject({
      verdict: z.enum(verdicts),
      law: text.nullable(),
      seat: text.nullable(),
      court: text.nullable(),
      basis: z.array(text).min(1),
      steps: z.array(z.looseObject({ step: text, basis: z.array(text).min(1) })).min(1),
      warnings: z.array(text),
      needs: z.array(text),
      confidence: text,
      facts: data,
    }),
  }),
  z.strictObject({
    type: z.literal('overrule'),
    check: z.enum(checks),
    verdict: z.enum(verdicts),
    law: text.nullable(),
    why: z.string(),
    basis: z.array(text),
  }),
  z.strictObject({ type: z.literal('correct'), seq: z.int(), data }),
  z.strictObject({ type: z.literal('recompute'), calendar: z.enum(calendars), closureDay: day }),
  z.strictObject({ type: z.enum(['joinParty', 'partyOut']), party: text, as: text.optional() }),
  z.strictObject({ type: z.literal('strike'), person: text.nullable() }),
])

/** The performers know every kind of effect and need every part of it. */
export const checkEffect = (effect: Effect) => kinds.parse(effect)

/** What the rows of the deadlines say, if the effects are performed one after another. */
export function windUp(rows: Map<string, string>, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (!('rule' in effect)) continue
    const key = `${effect.rule} ${effect.party ?? ''}`
    if (effect.type === 'disarm') rows.delete(key)
    else rows.set(key, effect.type === 'pause' ? 'paused' : 'armed')
  }
}
