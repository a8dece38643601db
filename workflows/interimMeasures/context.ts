import { fact, marked, ownMarked } from '../conditions.ts'
import { computeDeadline, type RuleId } from '../rules/deadlines.ts'
import { arm, arming, issue, openTask, set } from '../verbs.ts'
import type { Context, Moment, Verb } from '../vocabulary.ts'

export const isApplicant = ownMarked('applicant', 'actingApplicant')
export const applicants = (context: Context): readonly string[] => marked(context, 'applicant')

export const isProperty = fact('type', 'property')
export const inPhase = (...phases: string[]) => fact('phase', ...phases)

/** The ruling before suit or arbitration, and any urgent one, is made within 48 hours and carried out at once. */
const isUrgent = ({ facts }: Context) => facts.urgent === true || facts.phase === 'pre'

const expiryRules: Record<string, RuleId> = {
  deposits: 'preservation.expiry.deposits',
  movables: 'preservation.expiry.movables',
  immovables: 'preservation.expiry.immovables',
}

export const expiryTerms = Object.values(expiryRules)

/**
 * How long the seizure lasts (L2 156, 485): only property is seized for a term. Where nobody has said what was seized,
 * the shortest term is the safe one.
 */
export const expiryRule = ({ facts }: Context): RuleId | null =>
  facts.type === 'property' ? (expiryRules[facts.assetKind ?? 'deposits'] ?? null) : null

/** The last day of the term that begins on a day. */
export const termFrom = (context: Context, base: string): string | undefined => {
  const rule = expiryRule(context)
  return rule === null ? undefined : computeDeadline({ rule, base }).due
}

export const decideSoon: Verb = arming(
  ['preservation.decide.urgent', 'preservation.decide'],
  arm(({ context }) => (isUrgent(context) ? 'preservation.decide.urgent' : 'preservation.decide')),
)

/** The order is carried out within five days, an urgent one on the same day. */
export const executeSoon: Verb = {
  name: 'arm',
  arms: ['preservation.execute'],
  run: moment => {
    const { context, event, effects } = moment
    arm('preservation.execute').run(moment)
    const armed = effects.at(-1)
    if (isUrgent(context) && armed?.type === 'arm') armed.dueOn = event.on
  },
}

/** Whatever was seized is set free (L21 23). */
export const lifts = (reason: string | ((moment: Moment) => string)): Verb[] => [
  set(moment => ({ reason: typeof reason === 'function' ? reason(moment) : reason })),
  openTask('preservation.release', 'enforcementOfficer'),
]

export const ruling = (text: (moment: Moment) => string | undefined): Verb => issue('ruling', text)
