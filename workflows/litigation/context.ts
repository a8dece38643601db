import { clockOf, condition, inPlay, isMarked, marked } from '../conditions.ts'
import { assess, rateFor, seeElements } from '../findings.ts'
import type { Data } from '../fields.ts'
import type { RuleId } from '../rules/deadlines.ts'
import { courtByLevel } from '../rules/jurisdiction.ts'
import {
  arm,
  arming,
  armNow,
  closeTask,
  disarm,
  idOf,
  issue,
  mark,
  matches,
  only,
  openTask,
  set,
  unmark,
  type Whose,
} from '../verbs.ts'
import type { Context, Facts, Moment, Party, Verb } from '../vocabulary.ts'

export const claimants = (context: Context): Party[] =>
  inPlay(context).filter(({ side }) => side === 'claimant')
export const respondents = (context: Context): Party[] =>
  inPlay(context).filter(({ side }) => side === 'respondent')
/** Those who sign, go back on a settlement and appeal: not a third party without a claim of its own. */
export const principals = (context: Context): Party[] =>
  inPlay(context).filter(({ side }) => side !== 'thirdParty')

/** Those who answer the complaint: the respondents and whoever has been joined since. */
export const answers = (context: Context, { id, side }: Party): boolean =>
  side !== 'claimant' || marked(context, 'joined').includes(id)

export const counterclaimLives = (context: Context): boolean => marked(context, 'counterclaim').length > 0

const isOver = (context: Context, rules: readonly string[], id: string): boolean =>
  rules.every(rule => [undefined, 'lapsed'].includes(clockOf(context, rule, id)))

/** All have been served and have acted or let their period lapse; `acting` does either with this event. */
export const allOver = (
  context: Context,
  parties: readonly Party[],
  { served, rules, acting }: { served: string; rules: readonly string[]; acting?: string | undefined },
): boolean =>
  parties.every(
    ({ id }) => marked(context, served).includes(id) && (id === acting || isOver(context, rules, id)),
  )

export const allDefended = (context: Context, acting?: string): boolean =>
  allOver(
    context,
    inPlay(context).filter(party => answers(context, party)),
    { served: 'served', rules: ['defence.*'], acting },
  )

export const rulingAppeals = ['appeal.ruling.domiciled', 'appeal.noDomicile']
export const judgmentAppeals = ['appeal.judgment.domiciled', 'appeal.noDomicile']

/** A ruling, still to be served on those whom it concerns. */
export const ruling = (to: (context: Context) => Party[] = inPlay): Verb[] => [
  issue('ruling'),
  unmark('rulingServed', 'rulingAppealed'),
  {
    name: 'mark',
    run: ({ context }) => {
      context.marks.rulingFor = to(context).map(({ id }) => id)
    },
  },
  openTask('ruling.serve', 'clerk'),
]

export const awaitsRuling = condition('partyNotYetServed', ({ context, event: { data } }) =>
  marked(context, 'rulingFor')
    .filter(id => !marked(context, 'rulingServed').includes(id))
    .includes(data.party ?? ''),
)

export const rulingServed: Verb[] = [
  mark('rulingServed', 'named'),
  armByDomicile('appeal.ruling.domiciled', 'appeal.noDomicile', { base: 'receivedOn' }),
  only(
    ({ context }) => marked(context, 'rulingFor').every(id => marked(context, 'rulingServed').includes(id)),
    closeTask('ruling.serve'),
  ),
]

/** Nobody can appeal the ruling any more, and nobody has. */
export const rulingStands = condition(
  'rulingStands',
  ({ context, event: { data } }) =>
    marked(context, 'rulingAppealed').length === 0 &&
    allOver(
      context,
      context.parties.filter(({ id }) => marked(context, 'rulingFor').includes(id)),
      { served: 'rulingServed', rules: rulingAppeals, acting: data.party },
    ),
)

/** Starts the recipient's period: the shorter one where it is domiciled in the Mainland, whoever owns it. */
export function armByDomicile(
  domiciled: RuleId,
  elsewhere: RuleId,
  {
    of = ({ event }) => [event.data.party ?? ''],
    base,
  }: { of?: (moment: Moment) => string[]; base?: keyof Data } = {},
): Verb {
  return {
    name: 'arm',
    arms: [domiciled, elsewhere],
    run: moment => {
      for (const party of moment.context.parties.filter(({ id }) => of(moment).includes(id)))
        armNow(moment, party.domiciled ? domiciled : elsewhere, party.id, base)
    },
  }
}

const trialRules: Record<string, RuleId> = {
  ordinary: 'trial.ordinary',
  summary: 'trial.summary',
  smallClaims: 'trial.smallClaims',
}

export const trialRule = ({ facts }: Context): RuleId | null =>
  trialRules[facts.procedure ?? 'ordinary'] ?? null
export const startTrial = arming(
  Object.values(trialRules),
  arm(({ context }) => trialRule(context), {
    base: ({ context }) => context.facts.trialFrom,
  }),
)
/** No limit binds the trial of a foreign-related case (CPL 287). */
export const startTrialUnlessForeign = only(
  ({ context }) => context.facts.foreignRelated !== true,
  startTrial,
)

export const isForeignRelated = condition(
  'isForeignRelated',
  ({ context }) => context.facts.foreignRelated === true,
)

/** The sum in dispute is not one for the court above (L12 1). */
export const levelOfThisCourt = condition(
  'levelOfThisCourt',
  given =>
    courtByLevel(given.context.claim, given.context.facts.foreignRelated ?? false, rateFor(given)) ===
    'QIANHAI',
)

/** What the contract says; whether the court was told is another matter. */
export const clauseInContract = condition(
  'clauseInContract',
  ({ context: { contract } }) =>
    Boolean(contract.arbitrationClause ?? contract.seat) || contract.institution !== undefined,
)

export const beforeFirstHearing = condition(
  'beforeFirstHearing',
  ({ context }) => context.facts.firstHearingHeld !== true,
)

/** Law and court depend on who takes part and on what is claimed. */
export const assessAnew: Verb[] = [seeElements, assess('governingLaw', 'jurisdiction')]

/** Who relies on which law: what all rely on is chosen (L4 6), and some choices count only if relied on (GL-16). */
export const asserted = (
  law: string | undefined,
  party: string | undefined,
  before: Facts['assertions'],
): Facts =>
  law === undefined
    ? {}
    : { assertedLaw: law, ...(party !== undefined && { assertions: { ...before, [party]: law } }) }

/** Ends a period by an act that is not late even where the period has lapsed: it is what the lapse called for. */
export const settle = (pattern: string, of: Whose = 'all'): Verb => ({
  name: 'settle',
  run: moment => {
    const { context, effects } = moment
    const whose = idOf(moment, of) ?? ''
    for (const [rule, clocks] of Object.entries(context.clocks)) {
      if (!matches(rule, pattern) || clocks[whose] !== 'lapsed') continue
      clocks[whose] = 'done'
      effects.push({ type: 'closeTask', kind: `${rule}.lapsed` })
    }
    disarm(pattern, of).run(moment)
  },
})

/** Tells two moves of one event apart by whether a field was filled in. */
export const given = (field: keyof Data) =>
  condition(`given.${field}`, ({ event }) => event.data[field] !== undefined)

export const claimantAbsent = isMarked('absent', 'claimantAbsent')

/** The ground named is one that this rule of law is about. */
export const groundIs = (...grounds: string[]) =>
  condition('groundFits', ({ event }) => grounds.includes(event.data.ground ?? ''))

export const forget = (...names: (keyof Facts)[]): Verb => ({
  name: 'forget',
  run: moment => {
    const { facts } = moment.context
    moment.context.facts = Object.fromEntries(
      Object.entries(facts).filter(([name]) => !names.some(each => each === name)),
    )
  },
})

/** Why a proceeding was closed no longer holds once it goes on. */
export const reopen = forget('closedOn', 'closedBy', 'reason', 'final')

/** From that day, or the day by which it is to be performed, two years for enforcement (CPL 250). */
export const takesEffect = (on: (moment: Moment) => string): Verb[] => [
  set(moment => ({ effectiveOn: on(moment) })),
  arm('enforcement.apply', { base: ({ context: { facts } }) => facts.performBy ?? facts.effectiveOn }),
]
