import { z } from 'zod'
import type { Db } from '../server/db.ts'
import { parseMoney } from '../workflows/rules/fees.ts'
import { currencies } from '../workflows/rules/fees.ts'
import { pathwayNames, type PathwayName } from '../workflows/vocabulary.ts'

const where = z.enum(pathwayNames)

/** What a story may expect: everything named must be there, more may be. */
export const expectationSchema = z.strictObject({
  states: z.array(z.strictObject({ in: where, state: z.string() })).default([]),
  deadlines: z
    .array(z.strictObject({ in: where, rule: z.string(), due: z.iso.date(), party: z.string().optional() }))
    .default([]),
  fees: z
    .array(z.strictObject({ kind: z.string(), amount: z.string(), currency: z.enum(currencies) }))
    .default([]),
  findings: z
    .array(
      z.strictObject({
        check: z.string(),
        law: z.string().optional(),
        verdict: z.string().optional(),
        basis: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  facts: z.array(z.looseObject({ in: where })).default([]),
  tasks: z.array(z.strictObject({ in: where, kind: z.string(), for: z.string() })).default([]),
})

type Expectation = z.infer<typeof expectationSchema>

/** What of an expectation does not hold now, each in a sentence. */
export async function unmet(owner: Db, reference: string, expected: Expectation): Promise<string[]> {
  const found = await standing(owner, reference)
  const newest = (name: PathwayName) => found.proceedings.find(({ pathway }) => pathway === name)
  const failures: string[] = []

  for (const { in: name, state } of expected.states) {
    const now = newest(name)?.state
    if (now !== state) failures.push(`${name} is ${now ?? 'not there'}, not ${state}`)
  }
  for (const { in: name, rule, due, party } of expected.deadlines) {
    const armed = found.deadlines.filter(
      each => each.proceeding_id === newest(name)?.id && each.rule === rule,
    )
    const match = armed.some(each => each.due_on === due && (party === undefined || each.party_id === party))
    if (!match) {
      const is = armed.map(each => `${each.party_id} ${each.due_on}`.trim()).join(', ')
      failures.push(`${name} ${rule} ${party ?? ''} is ${is || 'not armed'}, not ${due}`)
    }
  }
  for (const { kind, amount, currency } of expected.fees) {
    const { minor } = parseMoney(amount, currency)
    const of = found.fees.filter(fee => fee.kind === kind && fee.currency === currency)
    const net = of.reduce((sum, fee) => sum + fee.minor, 0)
    const match = of.length > 0 && (net === minor || of.some(fee => fee.minor === minor))
    if (!match)
      failures.push(`fee ${kind} is ${of.map(fee => fee.minor).join(', ') || 'not assessed'}, not ${minor}`)
  }
  for (const { check, law, verdict, basis } of expected.findings) {
    const match = found.findings.some(
      finding =>
        finding.checked === check &&
        basis.every(rule => finding.basis.includes(rule)) &&
        (law === undefined || finding.law === law) &&
        (verdict === undefined || finding.verdict === verdict),
    )
    if (!match) failures.push(`finding ${check} ${law ?? verdict ?? ''} is not there`)
  }
  for (const { in: name, ...facts } of expected.facts) {
    const known = Object.entries(newest(name)?.context.facts ?? {})
    for (const [fact, value] of Object.entries(facts)) {
      const is = known.find(([key]) => key === fact)?.[1] ?? null
      if (JSON.stringify(is) !== JSON.stringify(value)) {
        failures.push(`${name} ${fact} is ${JSON.stringify(is)}, not ${JSON.stringify(value)}`)
      }
    }
  }
  for (const { in: name, kind, for: role } of expected.tasks) {
    const match = found.tasks.some(
      task => task.proceeding_id === newest(name)?.id && task.kind === kind && task.role === role,
    )
    if (!match) failures.push(`${name} has no open task ${kind} for ${role}`)
  }
  return failures
}

/** How a case stands, read as the owner of the database. */
async function standing(owner: Db, reference: string) {
  const proceedings = await owner
    .selectFrom('proceedings')
    .innerJoin('snapshots', 'snapshots.proceeding_id', 'proceedings.id')
    .select(['proceedings.id', 'proceedings.case_id', 'pathway', 'ordinal', 'state', 'context'])
    .where('reference', '=', reference)
    .orderBy('ordinal', 'desc')
    .execute()
  const caseId = proceedings[0]?.case_id ?? ''
  return {
    proceedings,
    deadlines: await owner
      .selectFrom('deadlines')
      .select(['proceeding_id', 'rule', 'party_id', 'due_on'])
      .where('case_id', '=', caseId)
      .where('status', '=', 'armed')
      .execute(),
    fees: await owner
      .selectFrom('fees')
      .select(['kind', 'minor', 'currency'])
      .where('case_id', '=', caseId)
      .execute(),
    findings: await owner
      .selectFrom('findings')
      .select(['checked', 'verdict', 'law', 'basis'])
      .where('case_id', '=', caseId)
      .execute(),
    tasks: await owner
      .selectFrom('tasks')
      .select(['proceeding_id', 'kind', 'role'])
      .where('case_id', '=', caseId)
      .where('closed_seq', 'is', null)
      .execute(),
  }
}
