import { condition, marked } from '../conditions.ts'
import { assess, clauseDoubtful } from '../findings.ts'
import {
  arbitrationProcedure,
  defaultSeat,
  isMainlandInstitution,
  seatOf,
  supervisoryCourt,
} from '../rules/seat.ts'
import { arm, arming, closeTask, disarm, issue, mark, only, openTask, set, tell } from '../verbs.ts'
import { row, to, type Condition, type Context, type Facts, type Moment, type Verb } from '../vocabulary.ts'
import { adHoc, chargeFor, institutionOf, isUncitral, ownRulesOf, respondents } from './context.ts'

const complete: Condition[] = [
  condition('respondentNamed', ({ context }) => respondents(context).length > 0),
  condition('claimValued', ({ context }) => context.claim.minor > 0),
  condition(
    'clauseNamed',
    ({ context: { contract } }) => contract.institution !== undefined || Boolean(contract.arbitrationClause),
  ),
]

const unservedRespondent: Condition[] = [
  condition('respondentInPlay', ({ context, event }) =>
    respondents(context).some(({ id }) => id === event.data.party),
  ),
  condition(
    'notYetServed',
    ({ context, event }) => !marked(context, 'served').includes(event.data.party ?? ''),
  ),
]

const served: Verb[] = [mark('served', 'named'), arm('arb.response.30d', { of: 'named', base: 'receivedOn' })]

/** A clause that a rule defeats, or that is at risk, is looked at by the institution; it is not refused for that. */
const assessClause: Verb[] = [
  assess('arbitrationClause'),
  only(clauseDoubtful, openTask('clause.review', 'tribunalSecretary')),
]

export const filing = [
  row(
    'A1',
    'L19 27',
    ['unopened'],
    'createDraft',
    to('draft', { by: ['claimant'], do: [assess('arbitrationClause')] }),
  ),
  row(
    'A2',
    'L19 27, 81',
    ['draft'],
    'submit',
    to('submitted', {
      by: ['claimant'],
      if: complete,
      do: [
        set(submitted),
        ...assessClause,
        assess('governingLaw'),
        { name: 'fee', run: moment => chargeFor(moment, moment.context.claim, { stage: null }) },
        arming(
          ['arb.accept'],
          arm(({ context }) => (isMainlandInstitution(institutionOf(context)) ? 'arb.accept' : null)),
        ),
        disarm('ea.hkiac.notice'),
        tell('interimMeasures', 'parentFiled'),
      ],
    }),
  ),
  row(
    'A3',
    'L19 35',
    ['submitted'],
    'accept',
    to('accepted', { by: ['tribunalSecretary'], do: [set(procedureOf), closeTask('clause.review')] }),
  ),
  row(
    'A4',
    'L19 35',
    ['submitted'],
    'reject',
    to('rejected', {
      by: ['tribunalSecretary'],
      do: [issue('rejection', ({ event }) => event.data.ground)],
    }),
  ),
  row(
    'A5',
    'L19 36',
    ['accepted', 'responsePeriod'],
    'serveNotice',
    to('responsePeriod', { by: ['tribunalSecretary'], data: unservedRespondent, do: served }),
  ),
  row(
    'A6',
    'UNCITRAL 3(2)',
    ['submitted'],
    'serveNotice',
    to('responsePeriod', {
      by: ['claimant', 'tribunalSecretary'],
      if: [adHoc],
      data: unservedRespondent,
      do: served,
    }),
  ),
]

function submitted({ context, event }: Moment): Facts {
  const { contract } = context
  const institution = contract.institution ?? null
  const rules = event.data.rules ?? contract.rules ?? undefined
  const seat = agreedSeat(context, institution, rules)
  return {
    institution: institution === null || known.includes(institution) ? institution : 'other',
    ...(rules !== undefined && { rules }),
    ...(seat !== undefined && { seat, supervisoryCourt: supervisoryCourt(seat) }),
  }
}

const known = ['SCIA', 'SCIAHK', 'HKIAC']

// The UNCITRAL Rules leave an open seat to the tribunal (18), whoever administers them.
function agreedSeat({ contract }: Context, institution: string | null, rules: string | undefined) {
  if (contract.seat) return seatOf(contract.seat)
  return isUncitral(rules) ? undefined : defaultSeat(institution)?.seat
}

function procedureOf({ context, event }: Moment): Facts {
  return {
    procedure: arbitrationProcedure({
      institution: ownRulesOf(context),
      amount: context.claim,
      acceptedOn: event.on,
      agreed: /expedited|快速|簡易|简易/i.test(context.facts.rules ?? ''),
    }),
  }
}
