import { anyDay, line, optional, record, rule, seq, text, word, type EventForm } from './fields.ts'
import { checks, overrule } from './findings.ts'
import { deadlineRules } from './rules/deadlines.ts'
import { verdicts } from './rules/findings.ts'
import { isRuleId } from './rules/ruleIds.ts'
import {
  row,
  stay,
  type Admits,
  type Effect,
  type Moment,
  type Role,
  type Row,
  type Verb,
} from './vocabulary.ts'
import { ask, closeTask, disarm, only } from './verbs.ts'

/** Rows that every machine has in every state but `unopened`, tried last (`pathways.md` 1.7). */
export const universal = <State extends string>(every: readonly State[]): Row<State>[] => [
  row('U1', '', every, 'deadlineLapsed', stay({ by: ['clock'], do: [ask(lapsedTask)] })),
  row(
    'U2',
    'CPL 250',
    every,
    'enforcementApplied',
    stay({ by: ['system'], do: [disarm('enforcement.apply')] }),
  ),
  row('U3', '', every, 'recomputeDeadlines', stay({ by: ['administrator'], do: [ask(recompute)] })),
  row('U4', '', every, 'correctRecord', stay({ by: correctors, do: [ask(correct)] })),
  row('U5', '', every, 'overruleFinding', stay({ by: overrulers, do: [overruled, clauseLookedAt] })),
]

const correctors: Admits[] = [
  'clerk',
  'tribunalSecretary',
  'mediationCoordinator',
  'administrator',
  'judge',
  'arbitrator',
]
const overrulers: Admits[] = ['intakeOfficer', 'judge', 'tribunalSecretary', 'arbitrator']

/** The laws that can be named, by the ISO codes of their places. */
export const law = word(
  ...['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'TH', 'VN', 'ID', 'IN', 'JP', 'KR', 'AU', 'NZ', 'CA', 'US'],
  ...['GB', 'IE', 'FR', 'DE', 'NL', 'CH', 'AE', 'VG', 'KY', 'BM'],
)

export const universalEvents: Record<string, EventForm> = {
  deadlineLapsed: { rule, party: optional(line), dueOn: optional(anyDay) },
  enforcementApplied: {},
  recomputeDeadlines: { closureDay: anyDay, calendar: word('CN', 'HK', 'HK_COURT') },
  correctRecord: { seq, data: record, why: text },
  overruleFinding: {
    check: word(...checks),
    verdict: word(...verdicts),
    law: optional(law),
    why: text,
  },
}

/** The task that a lapse opens where the table has no row of its own: the rule says whose it is, if anyone's. */
function lapsedTask({ event }: Moment): Effect | null {
  const id = event.data.rule
  if (id === undefined || !isRuleId(id)) return null
  const { lapseTask } = deadlineRules[id]
  return lapseTask ? { type: 'openTask', kind: `${id}.lapsed`, role: lapseTask satisfies Role } : null
}

const recompute = ({ event: { data } }: Moment): Effect | null =>
  data.closureDay === undefined || data.calendar === undefined
    ? null
    : { type: 'recompute', calendar: data.calendar, closureDay: data.closureDay }

const correct = ({ event: { data } }: Moment): Effect | null =>
  data.seq === undefined ? null : { type: 'correct', seq: data.seq, data: data.data ?? {} }

const overruled: Verb = {
  name: 'overrule',
  run: moment => {
    const { check, verdict, law, why } = moment.event.data
    const known = checks.find(each => each === check)
    const said = verdicts.find(each => each === verdict)
    if (known && said) overrule(moment, known, { verdict: said, law: law ?? null, why: why ?? '' })
  },
}

const clauseLookedAt = only(
  ({ event }) => event.data.check === 'arbitrationClause',
  closeTask('clause.review', 'filing.arbitrationClause'),
)
