import { condition, isMarked, ruleIs } from '../conditions.ts'
import { assess, rateFor } from '../findings.ts'
import { courtByLevel } from '../rules/jurisdiction.ts'
import {
  arm,
  ask,
  closeTask,
  disarm,
  issue,
  mark,
  notify,
  only,
  open,
  openTask,
  pause,
  set,
  tell,
} from '../verbs.ts'
import { row, to, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { chargeClaim } from './amounts.ts'
import {
  claimants,
  clauseInContract,
  asserted,
  levelOfThisCourt,
  respondents,
  ruling,
  startTrial,
} from './context.ts'
import type { State } from './states.ts'

/** What registration brings with it; also where a refusal to register is overturned (C15). */
export const registration = (procedure: (moment: Moment) => string): Verb[] => [
  set(moment => ({
    procedure: procedure(moment),
    registeredOn: moment.event.on,
    ...courtNumber(moment),
    trialFrom: moment.event.on,
  })),
  disarm('filing.review'),
  ask(() => ({ type: 'assign', role: 'judge', person: null })),
  arm('service.onDefendant'),
  chargeClaim,
  arm('fee.prepay'),
  // No limit binds a foreign-related case; that of summary procedure is shown as a target (L24 2).
  only(
    ({ context: { facts } }) => facts.foreignRelated !== true || facts.procedure === 'summary',
    startTrial,
  ),
  only(({ context }) => context.facts.procedure === 'ordinary', {
    name: 'arm',
    arms: ['jurors.request'],
    run: moment => {
      for (const { id } of claimants(moment.context)) arm('jurors.request', { of: () => id }).run(moment)
    },
  }),
  assess('governingLaw', 'jurisdiction'),
]

/** The Qianhai Court's code is 0391; the case's own running number stands in for its register's [MODEL]. */
const courtNumber = ({ context: { facts }, event: { on } }: Moment) =>
  facts.filingNumber === undefined
    ? {}
    : { caseNumber: `（${on.slice(0, 4)}）粤0391民初${facts.filingNumber}号` }

const respondentNamed = condition('respondentNamed', ({ context }) => respondents(context).length > 0)

// Procedures of status, payment orders and public summons are not mediated (L2 143).
const mediable = condition('mediable', ({ context }) => context.subject !== 'specialProcedure')
const claimantHasNotRefused = condition(
  'claimantHasNotRefusedMediation',
  ({ context }) => context.facts.mustRegister !== true,
)

const toldOrWritten = condition(
  'arbitrationAgreementKnown',
  given =>
    given.event.data.ground !== 'arbitrationAgreement' ||
    given.context.facts.declaresArbitration === true ||
    clauseInContract.holds(given),
)
const supplementWasAsked = condition(
  'supplementWasAsked',
  given => given.event.data.ground !== 'notSupplemented' || isMarked('supplementAsked').holds(given),
)

/** The national table for domestic cases is not confirmed, so there the filing desk's word counts. */
const levelTooHigh = condition(
  'levelTooHigh',
  ({ context, event, event: { data } }) =>
    data.reason !== 'level' ||
    context.facts.foreignRelated !== true ||
    data.complex === true ||
    courtByLevel(context.claim, true, rateFor({ context, event })) !== 'QIANHAI',
)

const noArbitrationDeclared = condition(
  'noArbitrationDeclared',
  ({ context }) => context.facts.declaresArbitration !== true,
)
/** Small-claims procedure is closed to foreign-related cases (CPL 166). */
const smallClaimsOpen = condition(
  'smallClaimsOpen',
  ({ context, event }) => event.data.procedure !== 'smallClaims' || context.facts.foreignRelated !== true,
)

const review: Verb[] = [disarm('filing.review'), arm('filing.review')]

export const filing: Row<State | 'unopened'>[] = [
  row(
    'C1',
    '',
    ['unopened'],
    'createDraft',
    to('draft', {
      by: ['claimant'],
      do: [
        set(({ context, context: { claim, facts }, event }) => ({
          foreignRelated: facts.foreignRelated ?? false,
          court: courtByLevel(claim, facts.foreignRelated ?? false, rateFor({ context, event })),
        })),
      ],
    }),
  ),
  row(
    'C2',
    'CPL 122, 124; L2 208',
    ['draft'],
    'submitComplaint',
    to('submitted', {
      by: ['claimant'],
      if: [respondentNamed],
      do: [
        set(({ context, event, event: { data } }) => ({
          declaresArbitration: data.declaresArbitration ?? false,
          ...asserted(data.assertsLaw, event.party, context.facts.assertions),
        })),
        arm('filing.review'),
        assess('governingLaw', 'jurisdiction'),
        only(
          clauseInContract.holds,
          assess('arbitrationClause'),
          openTask('filing.arbitrationClause', 'intakeOfficer'),
        ),
        tell('interimMeasures', 'parentFiled'),
        issue('receipt'),
      ],
    }),
  ),
  row(
    'C3',
    'L2 208',
    ['submitted'],
    'requestSupplement',
    to('supplementRequested', {
      by: ['intakeOfficer'],
      do: [
        mark('supplementAsked', 'all'),
        disarm('filing.review'),
        arm('filing.supplement', { due: 'dueOn' }),
      ],
    }),
  ),
  row(
    'C4',
    'L2 126',
    ['supplementRequested', 'supplementOverdue'],
    'resubmit',
    to('submitted', { by: ['claimant'], do: [disarm('filing.supplement'), arm('filing.review')] }),
  ),
  row(
    'C5',
    '',
    ['supplementRequested'],
    'deadlineLapsed',
    to('supplementOverdue', {
      by: ['clock'],
      when: [ruleIs('filing.supplement')],
      do: [openTask('filing.supplement.lapsed', 'intakeOfficer')],
    }),
  ),
  row(
    'C6',
    'CPL 125',
    ['submitted'],
    'offerMediation',
    to('prefilingMediation', {
      by: ['intakeOfficer'],
      if: [mediable, claimantHasNotRefused],
      do: [pause('filing.review'), open('mediation', 'propose', () => ({ kind: 'delegated' }))],
    }),
  ),
  row(
    'C7',
    'L6 21, 26',
    ['prefilingMediation'],
    'mediationFailed',
    // A claimant that lets the complaint go back to the desk insists on it (L6 21).
    to('submitted', { by: ['system'], do: [...review, set({ mustRegister: true })] }),
  ),
  row(
    'C8',
    'L6 19',
    ['prefilingMediation'],
    'mediationSucceeded',
    to('closedMediatedPrefiling', { by: ['system'], do: [set({ closedBy: 'mediation' })] }),
  ),
  row(
    'C9',
    'CPL 126, 127',
    ['submitted', 'supplementOverdue'],
    'refuse',
    to('notAccepted', {
      by: ['intakeOfficer', 'judge'],
      data: [toldOrWritten, supplementWasAsked],
      do: [
        set(({ event }) => ({ closedBy: 'ruling', reason: event.data.ground ?? '' })),
        ...ruling(claimants),
      ],
    }),
  ),
  row(
    'C10',
    'L12 2',
    ['submitted'],
    'transferVenue',
    to('closedReferred', {
      by: ['intakeOfficer'],
      data: [levelTooHigh],
      do: [
        set(({ event }) => ({ reason: event.data.reason ?? '' })),
        disarm('filing.review'),
        notify('referredToCourt', 'claimant'),
      ],
    }),
  ),
  row(
    'C11',
    'CPL 126; L11 22; L24 2, 8',
    ['submitted'],
    'register',
    to('registered', {
      by: ['intakeOfficer'],
      if: [noArbitrationDeclared, levelOfThisCourt],
      data: [smallClaimsOpen],
      do: [
        ...registration(({ event }) => event.data.procedure ?? 'ordinary'),
        closeTask('filing.arbitrationClause'),
      ],
    }),
  ),
]
