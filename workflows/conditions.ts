import type { Data } from './fields.ts'
import { deadlineRules, type RuleId } from './rules/deadlines.ts'
import { isRuleId } from './rules/ruleIds.ts'
import { matches } from './verbs.ts'
import type { ClockStatus, Condition, Context, Facts, Party } from './vocabulary.ts'

type Given = Parameters<Condition['holds']>[0]

/** A condition by its name; the name is what a refusal explains. */
export const condition = (name: string, holds: (given: Given) => boolean): Condition => ({ name, holds })

/** The opposite of a condition, to tell two moves of one event apart. */
export const not = ({ name, holds }: Condition, opposite = `not.${name}`): Condition => ({
  name: opposite,
  holds: given => !holds(given),
})

export const marked = (context: Context, name: string): readonly string[] => context.marks[name] ?? []
export const inPlay = (context: Context): Party[] => context.parties.filter(party => !party.out)

export const clockOf = (
  context: Context,
  pattern: string,
  party: string | undefined,
): ClockStatus | undefined =>
  Object.entries(context.clocks)
    .filter(([rule]) => matches(rule, pattern))
    .map(([, clocks]) => clocks[party ?? ''])
    .find(status => status !== undefined && status !== 'done')

/** Periods that passed unused: a party's own, or one for all alike with which a right is lost. */
export const missedRules = ({ clocks }: Context, party?: string): RuleId[] =>
  Object.entries(clocks).flatMap(([rule, whose]) => {
    if (!isRuleId(rule)) return []
    const isMissed = Object.entries(whose).some(
      ([id, status]) =>
        status === 'lapsed' && (id === '' ? deadlineRules[rule].bar : party === undefined || id === party),
    )
    return isMissed ? [rule] : []
  })

/** The acting party's own period runs. */
export const ownArmed = (pattern: string, name = 'ownPeriodRuns') =>
  condition(name, ({ context, event }) => clockOf(context, pattern, event.party) === 'armed')

/** The period of the party whom the data names runs. */
export const theirsArmed = (pattern: string) =>
  condition(
    'theirPeriodRuns',
    ({ context, event }) => clockOf(context, pattern, event.data.party) === 'armed',
  )

/** A period of the proceeding runs, whoever's it is. */
export const armed = (pattern: string, name = 'periodRuns') =>
  condition(name, ({ context }) =>
    Object.entries(context.clocks).some(
      ([rule, clocks]) => matches(rule, pattern) && Object.values(clocks).includes('armed'),
    ),
  )

export const lapsed = (pattern: string, name = 'periodLapsed') =>
  condition(name, ({ context }) =>
    Object.entries(context.clocks).some(
      ([rule, clocks]) => matches(rule, pattern) && Object.values(clocks).includes('lapsed'),
    ),
  )

export const isMarked = (mark: string, name = mark) =>
  condition(name, ({ context }) => marked(context, mark).length > 0)

export const ownNotMarked = (mark: string, name: string) =>
  condition(name, ({ context, event }) => !marked(context, mark).includes(event.party ?? ''))

export const ownMarked = (mark: string, name: string) =>
  condition(name, ({ context, event }) => marked(context, mark).includes(event.party ?? ''))

/** With this act, every party in play will have done it. */
export const lastToAct = (mark: string, of: (context: Context) => Party[] = inPlay) =>
  condition(`last.${mark}`, ({ context, event }) =>
    of(context).every(({ id }) => id === event.party || marked(context, mark).includes(id)),
  )

/** Every party in play is named: consent is data, given by all (`pathways.md` 4). */
export const allConsent = condition('allConsent', ({ context, event }) => {
  const consents = event.data.consents ?? []
  return inPlay(context).every(({ id }) => consents.includes(id))
})

export const ruleIs = (...patterns: string[]) =>
  condition('thatRule', ({ event }) => patterns.some(pattern => matches(event.data.rule ?? '', pattern)))

export const says = <Name extends keyof Data>(field: Name, ...values: Data[Name][]) =>
  condition(`says.${field}`, ({ event }) => values.includes(event.data[field]))

export const fact = <Name extends keyof Facts>(name: Name, ...values: Facts[Name][]) =>
  condition(`fact.${name}`, ({ context }) => values.includes(context.facts[name]))

/** The party named is one in play. */
export const partyInPlay = condition('partyInPlay', ({ context, event }) =>
  inPlay(context).some(({ id }) => id === event.data.party),
)

/** To withdraw, settle, amend, counterclaim, appeal or sign, an agent needs special authority (CPL 62). */
export const hasSpecialAuthority = condition(
  'specialAuthority',
  ({ event }) => event.agent?.specialAuthority !== false,
)
