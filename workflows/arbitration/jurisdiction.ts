import { condition, isMarked, marked, not, says } from '../conditions.ts'
import { ask, closeTask, issue, mark, openTask, set, unmark } from '../verbs.ts'
import { row, stay, to, type Verb } from '../vocabulary.ts'
import { beforeFirstHearing } from './context.ts'
import { beforeTribunal } from './states.ts'

const challengedJurisdiction = isMarked('jurisdictionChallenged')
const courtSeised = condition('courtSeised', ({ context }) => context.facts.courtSeised === true)
const courtNotSeised = condition('courtNotSeised', ({ context }) => context.facts.courtSeised !== true)

const toTheCourt = says('forum', 'court')
const toCourtInTime = condition(
  'institutionHasNotDecided',
  given => !toTheCourt.holds(given) || marked(given.context, 'jurisdictionDecided').length === 0,
)

const jurisdictionDecided: Verb[] = [unmark('jurisdictionChallenged'), closeTask('jurisdiction.decide')]
const noJurisdiction: Verb[] = [
  set({ reason: 'noJurisdiction' }),
  issue('jurisdictionDecision'),
  ...jurisdictionDecided,
]

export const jurisdiction = [
  row(
    'A14',
    'L19 31; L20 2006 Int. 13',
    [...beforeTribunal, 'constituted'],
    'challengeJurisdiction',
    stay({
      by: ['party'],
      if: [beforeFirstHearing],
      data: [toCourtInTime],
      when: [toTheCourt],
      do: [
        mark('jurisdictionChallenged'),
        set({ courtSeised: true }),
        ask(() => ({ type: 'assign', role: 'judge', person: null })),
        openTask('jurisdiction.decide', 'judge'),
      ],
    }),
    stay({
      by: ['party'],
      if: [beforeFirstHearing],
      data: [toCourtInTime],
      when: [not(toTheCourt)],
      do: [mark('jurisdictionChallenged'), openTask('jurisdiction.decide', 'tribunalSecretary')],
    }),
  ),
  row(
    'A15',
    'L19 31; L20',
    [...beforeTribunal, 'constituted', 'hearing', 'awardDrafting'],
    'decideJurisdiction',
    to('terminated', {
      by: ['tribunalSecretary', 'arbitrator'],
      if: [challengedJurisdiction, courtNotSeised],
      when: [says('outcome', 'upheld')],
      do: noJurisdiction,
    }),
    to('terminated', {
      by: ['judge'],
      if: [challengedJurisdiction, courtSeised],
      when: [says('outcome', 'upheld')],
      do: [...noJurisdiction, openTask('report.verify', 'judge')],
    }),
    stay({
      by: ['tribunalSecretary', 'arbitrator'],
      if: [challengedJurisdiction, courtNotSeised],
      when: [says('outcome', 'dismissed')],
      do: [mark('jurisdictionDecided'), ...jurisdictionDecided],
    }),
    stay({
      by: ['judge'],
      if: [challengedJurisdiction, courtSeised],
      when: [says('outcome', 'dismissed')],
      do: [set({ courtSeised: false }), ...jurisdictionDecided],
    }),
  ),
]
