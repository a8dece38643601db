import { condition, ownArmed, ruleIs, says } from '../conditions.ts'
import { arm, ask, disarm, mark, only, set } from '../verbs.ts'
import { row, stay, to, type Move, type Row, type Verb } from '../vocabulary.ts'
import { refundAll } from './amounts.ts'
import { awaitsRuling, claimants, reopen, rulingAppeals, rulingServed, rulingStands } from './context.ts'
import { registration } from './filing.ts'
import type { State } from './states.ts'

const actingClaimant = condition('actingClaimant', ({ context, event }) =>
  claimants(context).some(({ id }) => id === event.party),
)

export const ownRulingAppeal = condition('ownPeriodRuns', given =>
  rulingAppeals.some(rule => ownArmed(rule).holds(given)),
)

/** Takes the ruling to the court above, which has a month for it unless the case is foreign-related. */
export const appealRuling: Verb[] = [
  ...rulingAppeals.map(rule => disarm(rule, 'actor')),
  mark('rulingAppealed'),
  ask(() => ({ type: 'assign', role: 'appellateJudge', person: null })),
  only(({ context }) => context.facts.foreignRelated !== true, arm('ruling.appeal.decide')),
]

const appealed: Move<State> = to('rulingAppealed', {
  by: ['party'],
  if: [ownRulingAppeal],
  do: [...appealRuling, reopen],
})

const becomesFinal: Verb[] = [set({ final: true }), refundAll]

const cameFrom = (state: State) => condition('cameFrom', ({ context }) => context.returnTo.at(-1) === state)

const decided = [disarm('ruling.appeal.decide')]

/** Appeals against the rulings that end a case without a judgment (C9, C32, C34). */
export const rulings: Row<State>[] = [
  row(
    'C12',
    'CPL 157',
    ['notAccepted', 'dismissed'],
    'recordService',
    stay({ by: ['clerk'], data: [awaitsRuling], do: rulingServed }),
  ),
  row('C13', 'CPL 126, 157, 286', ['notAccepted'], 'appealRuling', {
    ...appealed,
    if: [actingClaimant, ownRulingAppeal],
  }),
  row('C13', 'CPL 157, 286', ['dismissed'], 'appealRuling', appealed),
  row(
    'C14',
    'L2 244',
    ['notAccepted', 'dismissed'],
    'deadlineLapsed',
    stay({ by: ['clock'], when: [ruleIs(...rulingAppeals), rulingStands], do: becomesFinal }),
  ),
  row(
    'C15',
    'L2 330',
    ['rulingAppealed'],
    'decideRulingAppeal',
    ...(['notAccepted', 'dismissed'] as const).map(state =>
      to<State>(state, {
        by: ['appellateJudge'],
        when: [says('outcome', 'upheld'), cameFrom(state)],
        do: [...decided, set({ closedBy: 'ruling' }), ...becomesFinal],
      }),
    ),
    to('registered', {
      by: ['appellateJudge'],
      when: [says('outcome', 'overturned'), cameFrom('notAccepted')],
      do: [...decided, ...registration(() => 'ordinary')],
    }),
    to('pretrial', {
      by: ['appellateJudge'],
      when: [says('outcome', 'overturned'), cameFrom('dismissed')],
      do: decided,
    }),
  ),
]
