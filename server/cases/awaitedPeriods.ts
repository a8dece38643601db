import type { Pathway } from '../../workflows/pathway.ts'
import { deadlineRules } from '../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import type { Saved, Step } from '../../workflows/step.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { foresee } from '../proceedings/foresee.ts'
import { awaitedActs } from './awaited.ts'
import type { Standing } from './seenQueries.ts'
import type { Period } from './showQueries.ts'

/** Whether an act, in one of the ways it may turn out, ends a period. */
export const ends = (ways: Step[], { rule, party_id }: Period) =>
  ways.some(({ effects }) =>
    effects.some(
      effect => effect.type === 'disarm' && effect.rule === rule && (effect.party ?? '') === party_id,
    ),
  )

type Given = { pathway: Pathway; saved: Saved; standing: Standing; at: string; today: string }

/** Periods that a proceeding of another pathway answers. */
const answers: Partial<Record<string, PathwayName>> = { 'confirmation.apply': 'judicialConfirmation' }

export const answeredBy =
  (pathway: PathwayName) =>
  ({ rule }: Period) =>
    answers[rule] === pathway

/** Nobody waits for a right that a party may leave unused, unless the state is there for its use. */
export function isAwaited({ pathway, saved, standing, at, today }: Given, period: Period): boolean {
  if (!isRuleId(period.rule) || !deadlineRules[period.rule].bar) return true
  const role = saved.context.parties.find(({ id }) => id === period.party_id)?.side
  return (
    role !== undefined &&
    (awaitedActs(standing.pathway, standing.state) ?? []).some(type =>
      ends(foresee({ pathway, saved, part: { role, party: period.party_id }, type, at, on: today }), period),
    )
  )
}

/** The running periods that bind one of the reader's parties. */
export function ownAmong(periods: Period[], { parts }: Pick<Standing, 'parts'>): Period[] {
  const parties = parts.flatMap(({ party }) => party ?? [])
  return parties.length === 0
    ? []
    : periods.filter(
        ({ status, party_id }) => status === 'armed' && (party_id === '' || parties.includes(party_id)),
      )
}
