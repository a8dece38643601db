import type { Pathway } from '../../workflows/pathway.ts'
import { deadlineRules } from '../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import type { Saved } from '../../workflows/step.ts'
import type { Admits } from '../../workflows/vocabulary.ts'
import type { Words } from '../proceedings/words.ts'
import { awaitedActs } from './awaited.ts'
import type { Standing } from './seenQueries.ts'
import type { Period } from './showQueries.ts'

/** What a proceeding waits for: mostly as its state says, in some as its facts do. */
export type Waits = {
  roles: readonly Admits[]
  /** Parties who are waited for by name. */
  parties: readonly string[]
  /** The acts that are laid down, in the order in which they come first. */
  acts: readonly string[] | undefined
  /** The periods by which it may be waited for. */
  periods: Period[]
  /** What chooses among the words for the state, and what these name. */
  words?: Record<string, string>
  /** Who, where nobody has to act, and what may be done all the same. */
  nobody?: { who: string; may: string }
}

type Given = { words: Words; pathway: Pathway; saved: Saved; standing: Standing }

export function waitsOf(given: Given, running: Period[]): Waits {
  const { pathway, state } = given.standing
  if (pathway === 'interimMeasures' && state === 'inForce') return measureInForce(given, running)
  const { venue } = given.saved.context.facts
  if (pathway === 'enforcement' && venue === 'HK' && (state === 'accepted' || state === 'recognition'))
    return inHongKongAlone(given, running)
  return {
    roles: given.pathway.states[state]?.waitingFor ?? [],
    parties: [],
    acts: awaitedActs(pathway, state),
    periods: running,
  }
}

/** What the Mainland court would do next, recognise and give notice, leads nowhere if nothing is enforced there. */
function inHongKongAlone({ saved }: Given, running: Period[]): Waits {
  const { creditor } = saved.context.facts
  return {
    roles: ['clerk'],
    parties: creditor === undefined ? [] : [creditor],
    acts: ['recordHkStep'],
    periods: running.filter(({ rule }) => rule !== 'enforcement.notice' && rule !== 'enforcement.inactivity'),
    words: { context: 'HK' },
  }
}

/** What a judge has been asked for, by the mark that the request leaves, and the act that answers it. */
const requests: Record<string, string> = {
  reconsidered: 'decideReconsideration',
  liftAsked: 'decideLift',
  renewalAsked: 'renew',
}

/** What the applicant has to bring about, or the measure is lifted (CPL 104; L18 3; L2 163). */
const sequels = [
  'preservation.presuit.commence',
  'interim.hkSeat.acceptanceLetter',
  'preservation.postJudgment',
]

/** A measure lasts by itself; somebody is waited for only where something has been asked for or has to follow. */
function measureInForce({ words: { t, fmt }, saved }: Given, running: Period[]): Waits {
  const { marks } = saved.context
  const acts = Object.entries(requests).flatMap(([mark, act]) => (marks[mark]?.length ? [act] : []))
  const term = running.find(({ rule }) => rule.startsWith('preservation.expiry.'))
  const sequel = running.find(({ rule }) => sequels.includes(rule))
  const decision = running.find(({ rule }) => isRuleId(rule) && deadlineRules[rule].lapseTask === 'judge')
  const waited = acts.length > 0 ? (decision ?? term) : (sequel ?? term)
  return {
    roles: acts.length > 0 ? ['judge'] : [],
    parties: acts.length === 0 && sequel ? (marks.applicant ?? []) : [],
    acts,
    periods: waited ? [waited] : [],
    ...(term && { words: { context: 'term', until: fmt.date(term.due_on) } }),
    nobody: {
      who: t('interimMeasures:inForce.nobody'),
      may: t('interimMeasures:inForce.may', term && { context: 'term' }),
    },
  }
}
