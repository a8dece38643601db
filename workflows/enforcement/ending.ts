import { condition, fact, hasSpecialAuthority, isMarked, not, says } from '../conditions.ts'
import { arm, closeTask, issue, mark, openTask, set, unmark } from '../verbs.ts'
import { back, row, stay, to, type Row, type Verb } from '../vocabulary.ts'
import { goOn, isCreditor, isDebtor, standStill } from './context.ts'
import { underWay, type State } from './states.ts'

const timeBarred = condition('enforcementTimeBarred', fact('timeBarred', true).holds)
const notRaised = not(isMarked('timeBarPleaded'), 'timeBarNotPleadedYet')
const pleaded = isMarked('timeBarOpen', 'timeBarPleaded')
const decided: Verb[] = [unmark('timeBarOpen'), closeTask('timeBar.decide'), issue('ruling')]

/** Interruptions, ends, and the defence that the creditor came too late. */
export const ending: Row<State>[] = [
  row(
    'E22',
    'CPL 267',
    underWay,
    'suspend',
    to('suspended', { by: ['judge', 'enforcementOfficer'], do: [standStill] }),
  ),
  row('E23', 'CPL 267', ['suspended'], 'resume', back({ by: ['judge', 'enforcementOfficer'], do: [goOn] })),
  row(
    'E24',
    'L2 517',
    ['executing'],
    'endRound',
    to('terminatedThisRound', { by: ['enforcementOfficer'], do: [issue('ruling')] }),
  ),
  row(
    'E25',
    'CPL 265',
    ['terminatedThisRound'],
    'resumeExecution',
    to('executing', { by: ['party', 'enforcementOfficer'], do: [arm('enforcement.inactivity')] }),
  ),
  row(
    'E26',
    'CPL 268',
    [...underWay, 'stayed', 'suspended'],
    'terminate',
    to('terminated', { by: ['judge'], do: [set({ reason: 'cpl268' }), issue('ruling')] }),
  ),
  row(
    'E27',
    'CPL 268(2)',
    ['applied', 'recognition', ...underWay, 'stayed', 'suspended', 'terminatedThisRound'],
    'instrumentRevoked',
    to('terminated', { by: ['system'], do: [set({ reason: 'revoked' })] }),
  ),
  row(
    'E28',
    'CPL 268(1)',
    ['applied', 'recognition', ...underWay, 'stayed', 'suspended'],
    'withdraw',
    to('terminated', {
      by: ['party'],
      if: [isCreditor, hasSpecialAuthority],
      do: [set({ reason: 'withdrawn' })],
    }),
  ),
  row(
    'E29',
    'L2 481',
    underWay,
    'timeBarDefence',
    stay({
      by: ['party'],
      if: [timeBarred, isDebtor, notRaised],
      do: [mark('timeBarPleaded'), mark('timeBarOpen'), openTask('timeBar.decide', 'judge')],
    }),
  ),
  row(
    'E30',
    'L2 481',
    underWay,
    'decideTimeBar',
    to('refused', {
      by: ['judge'],
      if: [pleaded],
      when: [says('upheld', true)],
      do: [...decided, set({ reason: 'timeBarred' })],
    }),
    stay({ by: ['judge'], if: [pleaded], when: [not(says('upheld', true))], do: decided }),
  ),
]
