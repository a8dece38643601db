import type { ChartLine, ChartMove, ChartNote, ChartState } from '../../workflows/chart.ts'
import { deadlineRules, type RuleId } from '../../workflows/rules/deadlines.ts'
import type { Admits, PathwayName } from '../../workflows/vocabulary.ts'
import type { Translate } from '../web/language.ts'

/** The words of a chart in one language. */
export type Telling = ReturnType<typeof tellingOf>

export function tellingOf(t: Translate, name: PathwayName) {
  const state = (state: string) => t(`${name}:state.${state}`)
  const event = (type: string) =>
    t(type === 'deadlineLapsed' ? 'pathways:lapse' : `${name}:event.${type}.title`)
  const roles = (by: readonly Admits[]) =>
    by.map(role => t([`roles:${role}.${name}`, `roles:${role}`])).join(t('pathways:comma'))
  const length = (rule: RuleId) => {
    const { length } = deadlineRules[rule]
    return length === 'set' ? t('rules:length.set') : t(`rules:length.${length.unit}`, { count: length.n })
  }
  return {
    pathway: t(`${name}:name`),
    state,
    event,
    roles,
    limit: (rule: RuleId) => t('pathways:limit', { rule: t(`rules:${rule}`), length: length(rule) }),
    /** What stands in the box of a state below its name. */
    within: (
      { waitingFor, entering }: ChartState,
      notes: readonly ChartNote[],
      back: readonly string[],
    ): string[] => [
      ...(waitingFor.length > 0 ? [t('pathways:waits', { roles: roles(waitingFor) })] : []),
      ...limitsIn(entering, t, length),
      ...notes.map(note =>
        t('pathways:fromMany', { event: event(note.event), count: note.from.length, roles: roles(note.by) }),
      ),
      ...(back.length > 0 ? [t('pathways:back', { events: back.map(event).join(t('pathways:comma')) })] : []),
    ],
    /** What stands beside a line: at most two things that happen, and who does them. */
    beside: ({ moves }: ChartLine): { events: string[]; roles: string } => {
      const named = [...new Set(moves.map(move => event(move.event)))]
      const by = [...new Set(moves.flatMap((move: ChartMove) => move.by))]
      return {
        events:
          named.length > 3 ? [...named.slice(0, 2), t('pathways:more', { count: named.length - 2 })] : named,
        roles: roles(by),
      }
    },
  }
}

/** The periods of a state by their lengths, the shortest kind of answer to how long it takes. */
function limitsIn(limits: readonly RuleId[], t: Translate, length: (rule: RuleId) => string): string[] {
  const fixed = limits.filter(rule => deadlineRules[rule].length !== 'set')
  const lengths = [...new Set(fixed.map(length))]
  if (lengths.length === 0) return []
  const shown = lengths.slice(0, 3).join(t('pathways:comma'))
  return [t(lengths.length > 3 ? 'pathways:limits.more' : 'pathways:limits', { limits: shown })]
}
