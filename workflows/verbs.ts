import type { Data } from './fields.ts'
import { deadlineRules, type RuleId } from './rules/deadlines.ts'
import { isRuleId } from './rules/ruleIds.ts'
import type { Money } from './rules/fees.ts'
import type { ClockStatus, Context, Effect, Facts, Moment, PathwayName, Role, Verb } from './vocabulary.ts'

/** Whose period or mark: of the party who acts, of the one the data names, or of nobody in particular. */
export type Whose = 'actor' | 'named' | 'all' | ((moment: Moment) => string | undefined)
type RuleOf = RuleId | ((moment: Moment) => RuleId | null)

export const idOf = (moment: Moment, whose: Whose): string | undefined =>
  whose === 'actor'
    ? moment.event.party
    : whose === 'named'
      ? moment.event.data.party
      : whose === 'all'
        ? undefined
        : whose(moment)

export const clocksOf = (context: Context, rule: string): Record<string, ClockStatus> =>
  (context.clocks[rule] ??= {})

const ruleOf = (moment: Moment, rule: RuleOf) => (typeof rule === 'function' ? rule(moment) : rule)

type Base = keyof Data | ((moment: Moment) => string | undefined)

/**
 * Starts a period. Its base date is the field named, else the day of the act; that day never counts.
 * `due` names the field that fixes the end of a period the court sets.
 */
export const arm = (
  rule: RuleOf,
  { of = 'all', base, due }: { of?: Whose; base?: Base; due?: 'dueOn' | 'until' } = {},
): Verb => ({
  name: 'arm',
  ...(typeof rule === 'string' && { arms: [rule] }),
  run: moment => {
    const id = ruleOf(moment, rule)
    if (id) armNow(moment, id, idOf(moment, of), base, due)
  },
})

/** Says which periods a verb may start that chooses among several. */
export const arming = (rules: readonly RuleId[], verb: Verb): Verb => ({ ...verb, arms: rules })

export function armNow(
  moment: Moment,
  rule: RuleId,
  party: string | undefined,
  base?: Base,
  due?: 'dueOn' | 'until',
): void {
  const { context, event } = moment
  const from = typeof base === 'function' ? base(moment) : base && event.data[base]
  const fixed = due && event.data[due]
  const calendar = context.parties.find(({ id }) => id === party)?.calendar
  disarmNow(moment, rule, party)
  clocksOf(context, rule)[party ?? ''] = 'armed'
  moment.effects.push({
    type: 'arm',
    rule,
    base: typeof from === 'string' ? from : event.on,
    baseInstant: event.at,
    ...(party !== undefined && { party }),
    ...(typeof base === 'string' && typeof from === 'string' && { baseField: base }),
    ...(fixed !== undefined && { dueOn: fixed }),
    ...(calendar && deadlineRules[rule].calendar === 'RECIPIENT' && { calendar }),
  })
}

/** Ends a period; the act that ends one already past is marked late. `pattern` may end in `.*`. */
export const disarm = (pattern: string, of: Whose = 'all'): Verb => ({
  name: 'disarm',
  run: moment => {
    const party = idOf(moment, of)
    for (const rule of matching(moment.context, pattern)) {
      if (of === 'all')
        for (const each of Object.keys(clocksOf(moment.context, rule))) disarmNow(moment, rule, each)
      else disarmNow(moment, rule, party)
    }
  },
})

function disarmNow(moment: Moment, rule: RuleId, party = ''): void {
  const clocks = clocksOf(moment.context, rule)
  const status = clocks[party]
  if (status === undefined || status === 'done') return
  clocks[party] = 'done'
  if (status === 'lapsed') {
    moment.late = true
    moment.effects.push({ type: 'closeTask', kind: `${rule}.lapsed` })
  } else {
    moment.effects.push({ type: 'disarm', rule, on: moment.event.on, ...(party && { party }) })
  }
}

/** Ends the periods that run or stand still; those that have lapsed stay lapsed. */
export function disarmWhere(moment: Moment, chosen: (rule: RuleId) => boolean): void {
  eachClock(moment.context, (rule, party, status) => {
    if (chosen(rule) && (status === 'armed' || status === 'paused')) disarmNow(moment, rule, party)
  })
}

/** Gives a period a new end, fixed by the field named. */
export const extend = (pattern: string, of: Whose = 'all', due: 'dueOn' | 'until' = 'dueOn'): Verb => ({
  name: 'extend',
  run: moment => {
    const dueOn = moment.event.data[due]
    if (dueOn === undefined) return
    const party = idOf(moment, of)
    eachClock(moment.context, (rule, whose, status) => {
      if (!matches(rule, pattern) || (of !== 'all' && whose !== (party ?? '')) || status === 'done') return
      clocksOf(moment.context, rule)[whose] = 'armed'
      if (status === 'lapsed') moment.effects.push({ type: 'closeTask', kind: `${rule}.lapsed` })
      moment.effects.push({ type: 'extend', rule, dueOn, ...(whose && { party: whose }) })
    })
  },
})

/** Adds what the rule itself allows to be added to a running period. */
export const lengthen = (pattern: string): Verb => ({
  name: 'extend',
  run: moment => {
    eachClock(moment.context, (rule, whose, status) => {
      if (!matches(rule, pattern) || status !== 'armed') return
      moment.effects.push({ type: 'extend', rule, ...(whose && { party: whose }) })
    })
  },
})

/** Lets periods stand still; they go on later with the days they have left. */
export const pause = (...patterns: string[]): Verb => ({
  name: 'pause',
  run: m => turn(m, patterns, 'armed', 'paused'),
})
export const resume = (...patterns: string[]): Verb => ({
  name: 'resume',
  run: m => turn(m, patterns, 'paused', 'armed'),
})

function turn(moment: Moment, patterns: string[], from: ClockStatus, into: 'paused' | 'armed'): void {
  const type = into === 'paused' ? 'pause' : 'resume'
  eachClock(moment.context, (rule, party, status) => {
    if (status !== from || !patterns.some(pattern => matches(rule, pattern))) return
    clocksOf(moment.context, rule)[party] = into
    moment.effects.push({ type, rule, on: moment.event.on, ...(party && { party }) })
  })
}

export const matches = (rule: string, pattern: string) =>
  pattern === '*' || rule === pattern || (pattern.endsWith('*') && rule.startsWith(pattern.slice(0, -1)))

const matching = (context: Context, pattern: string): RuleId[] =>
  Object.keys(context.clocks)
    .filter(isRuleId)
    .filter(rule => matches(rule, pattern))

function eachClock(
  context: Context,
  visit: (rule: RuleId, party: string, status: ClockStatus) => void,
): void {
  for (const rule of Object.keys(context.clocks).filter(isRuleId)) {
    for (const [party, status] of Object.entries(clocksOf(context, rule))) visit(rule, party, status)
  }
}

/** Records who has done or asked something. */
export const mark = (name: string, whose: Whose = 'actor'): Verb => ({
  name: 'mark',
  run: moment => {
    const id = idOf(moment, whose) ?? ''
    const marked = (moment.context.marks[name] ??= [])
    if (!marked.includes(id)) marked.push(id)
  },
})

/** Settles an open question, or starts a count of parties afresh. */
export const unmark = (...names: string[]): Verb => ({
  name: 'unmark',
  run: ({ context }) => {
    for (const name of names) context.marks[name] = []
  },
})

export const unmarkOne = (name: string, whose: Whose): Verb => ({
  name: 'unmark',
  run: moment => {
    const id = idOf(moment, whose)
    moment.context.marks[name] = (moment.context.marks[name] ?? []).filter(marked => marked !== id)
  },
})

export const set = (facts: Facts | ((moment: Moment) => Facts)): Verb => ({
  name: 'set',
  run: moment => {
    Object.assign(moment.context.facts, typeof facts === 'function' ? facts(moment) : facts)
  },
})

export const openTask = (kind: string, role: Role | ((moment: Moment) => Role)): Verb => ({
  name: 'openTask',
  run: moment => {
    moment.effects.push({ type: 'openTask', kind, role: typeof role === 'function' ? role(moment) : role })
  },
})

export const closeTask = (...kinds: string[]): Verb => ({
  name: 'closeTask',
  run: moment => {
    for (const kind of kinds) moment.effects.push({ type: 'closeTask', kind })
  },
})

/** Opens another proceeding on the same case, by its opening event. */
export const open = (
  pathway: PathwayName,
  event: string,
  data: (moment: Moment) => Data = () => ({}),
): Verb => ({
  name: 'open',
  run: moment => {
    moment.effects.push({ type: 'open', pathway, event, data: data(moment) })
  },
})

export const tell = (
  whom: 'parent' | 'source' | PathwayName,
  event: string,
  data: (moment: Moment) => Data = () => ({}),
): Verb => ({
  name: 'tell',
  run: moment => {
    moment.effects.push({ type: 'tell', to: whom, event, data: data(moment) })
  },
})

/** Assesses a fee; a negative amount halves or refunds an earlier one. */
export const fee = (
  kind: string,
  amount: (moment: Moment) => Money | null,
  {
    stage = null,
    payer = () => undefined,
  }: { stage?: string | null; payer?: (moment: Moment) => string | undefined } = {},
): Verb => ({
  name: 'fee',
  run: moment => {
    const money = amount(moment)
    if (money) addFee(moment, kind, money, stage, payer(moment) ?? null)
  },
})

export function addFee(
  moment: Moment,
  kind: string,
  money: Money,
  stage: string | null,
  payer: string | null,
): void {
  const assessed = { kind, stage, payer, minor: money.minor, currency: money.currency }
  moment.context.fees.push(assessed)
  moment.effects.push({ type: 'fee', fee: assessed })
}

export const ask = (effect: (moment: Moment) => Effect | Effect[] | null): Verb => ({
  name: 'ask',
  run: moment => {
    const effects = effect(moment)
    if (effects) moment.effects.push(...(Array.isArray(effects) ? effects : [effects]))
  },
})

/** A document of the proceeding: a ruling, a judgment, an award, an agreement. */
export const issue = (kind: string, text?: (moment: Moment) => string | undefined): Verb => ({
  name: 'issue',
  run: moment => {
    const written = text?.(moment)
    moment.effects.push({ type: 'document', kind, ...(written !== undefined && { text: written }) })
  },
})

export const notify = (notice: string, whom: Role | 'party' = 'party'): Verb => ({
  name: 'notify',
  run: moment => {
    moment.effects.push({ type: 'notify', notice, to: whom })
  },
})

/** Runs verbs only where a condition holds at that point. */
export const only = (holds: (moment: Moment) => boolean, ...verbs: Verb[]): Verb => ({
  name: 'only',
  arms: verbs.flatMap(({ arms = [] }) => arms),
  run: moment => {
    if (holds(moment)) for (const verb of verbs) verb.run(moment)
  },
})
