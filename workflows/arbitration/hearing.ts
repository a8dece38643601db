import { allConsent, condition, inPlay, isMarked, marked, not, says } from '../conditions.ts'
import { arm, arming, closeTask, disarm, issue, openTask, set, unmark } from '../verbs.ts'
import { row, stay, to, type Verb } from '../vocabulary.ts'
import { makeAward } from './award.ts'
import { noOpenChallenge, ownRulesOf } from './context.ts'
import { giveUp, lastClaim } from './ending.ts'

const hold: Verb[] = [
  set(({ context, event }) => ({ firstHearingHeld: true, hearingOn: context.facts.hearingOn ?? event.on })),
  {
    name: 'attendance',
    run: moment => {
      const { context, event } = moment
      const absent = inPlay(context).filter(({ id }) => event.data.present?.includes(id) === false)
      context.facts.default = absent.some(({ side }) => side === 'respondent')
      context.marks.claimantAbsent = absent
        .filter(({ id, side }) => side === 'claimant' && !marked(context, 'claimWithdrawn').includes(id))
        .map(({ id }) => id)
      const absence = marked(context, 'claimantAbsent').length > 0
      const task = absence ? openTask('arbAbsence.decide', 'arbitrator') : closeTask('arbAbsence.decide')
      task.run(moment)
    },
  },
]

const documentsAllowed = condition(
  'allConsentOrExpedited',
  given => given.context.facts.procedure === 'expedited' || allConsent.holds(given),
)

const claimantWasAbsent = isMarked('claimantAbsent', 'claimantWasAbsent')
const absentees = giveUp(({ context }) => marked(context, 'claimantAbsent'))
const noneButAbsent = lastClaim(({ context }) => marked(context, 'claimantAbsent'))

export const hearing = [
  row(
    'A33',
    'L19 51, 54',
    ['constituted', 'hearing'],
    'holdHearing',
    to('hearing', { by: ['arbitrator'], do: hold }),
  ),
  row(
    'A33',
    'L19 51, 54',
    ['constituted', 'hearing'],
    'documentsOnly',
    to('hearing', { by: ['arbitrator'], data: [documentsAllowed] }),
  ),
  row(
    'A34',
    'L19 66, 70',
    ['awardDrafting'],
    'issueAward',
    to('awardIssued', {
      by: ['arbitrator', 'tribunalSecretary'],
      if: [noOpenChallenge],
      when: [not(says('kind', 'partial'))],
      do: makeAward,
    }),
  ),
  row(
    'A35',
    'L19 67',
    ['hearing', 'awardDrafting'],
    'issueAward',
    stay({
      by: ['arbitrator', 'tribunalSecretary'],
      if: [noOpenChallenge],
      data: [condition('partialAwardOnly', ({ event }) => event.data.kind === 'partial')],
      do: [issue('partialAward')],
    }),
  ),
  row('A36', 'L19 53', ['constituted', 'hearing'], 'adjourn', stay({ by: ['arbitrator'] })),
  row(
    'A37',
    'L19 54',
    ['hearing'],
    'deemWithdrawn',
    to('closedWithdrawn', {
      by: ['arbitrator'],
      if: [claimantWasAbsent],
      when: [noneButAbsent],
      do: [absentees, set({ reason: 'absent' })],
    }),
    stay({
      by: ['arbitrator'],
      if: [claimantWasAbsent],
      when: [not(noneButAbsent)],
      do: [absentees, unmark('claimantAbsent'), closeTask('arbAbsence.decide')],
    }),
  ),
  row(
    'A38',
    'HKIAC 31',
    ['hearing'],
    'closeProceedings',
    to('awardDrafting', {
      by: ['arbitrator'],
      if: [noOpenChallenge],
      do: [
        arming(
          ['arb.award.hkiac.closing'],
          arm(({ context }) => (ownRulesOf(context) === 'HKIAC' ? 'arb.award.hkiac.closing' : null)),
        ),
      ],
    }),
  ),
  row(
    'A39',
    'UNCITRAL 31',
    ['awardDrafting'],
    'reopenProceedings',
    to('hearing', { by: ['arbitrator'], do: [disarm('arb.award.hkiac.closing')] }),
  ),
]
