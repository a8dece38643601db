import { condition, fact, isMarked, not, ownArmed, ownNotMarked, ruleIs, says } from '../conditions.ts'
import { assessFee } from '../rules/fees.ts'
import { disarm, fee, mark, pause, resume, set } from '../verbs.ts'
import { back, row, stay, to, type Row } from '../vocabulary.ts'
import {
  awaitsRuling,
  beforeFirstHearing,
  clauseInContract,
  ruling,
  rulingAppeals,
  rulingServed,
  rulingStands,
} from './context.ts'
import { appealRuling, ownRulingAppeal } from './rulings.ts'
import type { State } from './states.ts'

const upheld = fact('jurisdictionUpheld', true)

/** The ruling held the objection good and stays so, or the court above holds it good. */
const objectionStands = condition(
  'objectionStands',
  ({ context, event }) => (context.facts.jurisdictionUpheld === true) === (event.data.outcome === 'upheld'),
)

const closedElsewhere = set({ reason: 'jurisdiction', closedBy: 'ruling' })

/** The case goes on, and whoever objected in vain pays for it (L11 13). */
const goesOn = [
  mark('jurisdictionSettled', 'all'),
  resume('evidence.period', 'trial.*'),
  fee('court.jurisdictionObjection', () => assessFee({ kind: 'court.jurisdictionObjection' }).fee, {
    payer: ({ context }) => context.marks.jurisdictionObjected?.at(-1),
  }),
]

/** Objections that another court, or a tribunal, is to decide. */
export const jurisdiction: Row<State>[] = [
  row(
    'C25',
    'CPL 130; L22 55(1)',
    ['defencePeriod'],
    'objectJurisdiction',
    to('jurisdictionObjection', {
      by: ['respondent'],
      if: [ownArmed('defence.*'), ownNotMarked('jurisdictionObjected', 'notObjectedBefore')],
      do: [mark('jurisdictionObjected'), mark('stoodStill', 'all'), pause('evidence.period', 'trial.*')],
    }),
  ),
  row(
    'C26',
    'CPL 130, 157',
    ['jurisdictionObjection'],
    'ruleObjection',
    to('jurisdictionRuled', {
      by: ['judge'],
      do: [set(({ event }) => ({ jurisdictionUpheld: event.data.upheld ?? false })), ...ruling()],
    }),
  ),
  row(
    'C27',
    'CPL 171, 286',
    ['jurisdictionRuled'],
    'recordService',
    stay({ by: ['clerk'], data: [awaitsRuling], do: rulingServed }),
  ),
  row(
    'C28',
    'CPL 157',
    ['jurisdictionRuled'],
    'appealRuling',
    stay({ by: ['party'], if: [ownRulingAppeal], do: appealRuling }),
  ),
  row(
    'C29',
    'CPL 177',
    ['jurisdictionRuled'],
    'decideRulingAppeal',
    to('closedTransferred', {
      by: ['appellateJudge'],
      if: [isMarked('rulingAppealed', 'rulingWasAppealed')],
      when: [objectionStands],
      do: [disarm('ruling.appeal.decide'), closedElsewhere],
    }),
    back({
      by: ['appellateJudge'],
      if: [isMarked('rulingAppealed', 'rulingWasAppealed')],
      when: [not(objectionStands)],
      do: [disarm('ruling.appeal.decide'), ...goesOn],
    }),
  ),
  row(
    'C30',
    'L11 13(6); L22 55(1)',
    ['jurisdictionRuled'],
    'deadlineLapsed',
    to('closedTransferred', {
      by: ['clock'],
      when: [ruleIs(...rulingAppeals), rulingStands, upheld],
      do: [closedElsewhere],
    }),
    back({ by: ['clock'], when: [ruleIs(...rulingAppeals), rulingStands, not(upheld)], do: goesOn }),
    stay({ by: ['clock'], when: [ruleIs(...rulingAppeals), not(rulingStands)] }),
  ),
  row(
    'C31',
    'CPL 127; L19 37',
    ['defencePeriod', 'pretrial', 'hearingScheduled'],
    'objectArbitration',
    to('arbitrationObjection', {
      by: ['respondent'],
      if: [beforeFirstHearing, clauseInContract, not(isMarked('arbitrationRuled'), 'arbitrationNotRuledYet')],
    }),
  ),
  row(
    'C32',
    'L2 216',
    ['arbitrationObjection'],
    'ruleArbitrationObjection',
    to('dismissed', {
      by: ['judge'],
      when: [says('upheld', true)],
      do: [
        mark('arbitrationRuled', 'all'),
        set({ reason: 'arbitrationAgreement', closedBy: 'ruling' }),
        ...ruling(),
      ],
    }),
    back({
      by: ['judge'],
      when: [not(says('upheld', true))],
      do: [mark('arbitrationRuled', 'all'), ...ruling()],
    }),
  ),
]
