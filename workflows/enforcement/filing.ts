import { condition, not } from '../conditions.ts'
import { assessFee, parseMoney } from '../rules/fees.ts'
import { arm, ask, disarm, fee, issue, only, set, tell } from '../verbs.ts'
import { row, to, type Condition, type Facts, type Moment, type Row } from '../vocabulary.ts'
import { isAward, needsRecognition, recoveredBefore, reportedTo } from './context.ts'
import type { State } from './states.ts'

const inForce: Partial<Record<string, readonly string[]>> = {
  litigation: ['effective'],
  arbitration: ['awardIssued', 'awardFinal', 'setasidePending', 'closedStatement'],
  judicialConfirmation: ['confirmed'],
}

/** An award or a judgment of Hong Kong may have been given where this platform has no proceeding. */
const instrumentInForce = condition(
  'instrumentInForce',
  ({ context: { facts } }) =>
    facts.sourcePathway === undefined ||
    (inForce[facts.sourcePathway]?.includes(facts.sourceState ?? '') ?? false),
)

const creditorApplies = condition(
  'creditorApplies',
  ({ context: { facts }, event: { party = '' } }) => facts.creditors?.includes(party) ?? party !== '',
)

const notEnforcedAlready = condition(
  'notEnforcedAlready',
  ({ context: { facts }, event: { party = '' } }) => !facts.enforcing?.includes(party),
)

/** Which proceedings each instrument comes out of. */
const comesFrom: Partial<Record<string, (facts: Facts) => boolean>> = {
  judgment: ({ sourcePathway }) => sourcePathway === 'litigation',
  statement: ({ sourcePathway, sourceState }) =>
    sourcePathway === 'litigation' || sourceState === 'closedStatement',
  confirmation: ({ sourcePathway }) => sourcePathway === 'judicialConfirmation',
  cnAward: ({ sourcePathway, sourceState, seat }) =>
    sourcePathway === 'arbitration' && sourceState !== 'closedStatement' && seat !== 'HONG_KONG',
  hkAward: ({ sourcePathway, seat }) =>
    sourcePathway === undefined || (sourcePathway === 'arbitration' && seat === 'HONG_KONG'),
  hkJudgment: () => true,
}
const instrumentOfSource = condition(
  'instrumentOfSource',
  ({ context: { facts }, event: { data } }) => comesFrom[data.instrument ?? '']?.(facts) ?? false,
)

/** Awards and judgments go both ways at once (L16; L17 Suppl. 3); a ruling that confirms an agreement does not. */
const venueOfInstrument = condition(
  'venueOfInstrument',
  ({ event: { data } }) => data.venue !== 'BOTH' || data.instrument !== 'confirmation',
)

const left = ({ context, event: { data, party } }: Pick<Moment, 'context' | 'event'>) =>
  parseMoney(data.amount ?? '0', context.claim.currency).minor - recoveredBefore(context, party)

const somethingLeft = condition('somethingLeft', given => left(given) > 0)

const applied = ({ context, event: { data, party } }: Moment): Facts => ({
  collected: '0.00',
  timeBarred: context.facts.sourceClock === 'lapsed',
  ...(party !== undefined && { creditor: party }),
  ...(data.instrument !== undefined && { instrument: data.instrument }),
  ...(data.venue !== undefined && { venue: data.venue }),
  ...(data.amount !== undefined && { due: data.amount }),
})

/** A court certifies that its own decision is in force, for itself and for Hong Kong (Cap. 645). */
const ofTheCourts = ({ context: { facts } }: Moment) =>
  facts.sourcePathway === 'litigation' || facts.sourcePathway === 'judicialConfirmation'

const chargeEnforcement = (moment: Moment) => {
  const { currency } = moment.context.claim
  return assessFee({ kind: 'court.enforcement', amount: { minor: left(moment), currency } }).fee
}

/**
 * Awards and what comes from Hong Kong belong to an Intermediate court, the rest to the court that decided or one of
 * its level where the assets are (CPL 235; L2 460).
 */
const courtOfInstrument = condition('courtOfInstrument', ({ context: { facts }, event: { data } }) => {
  const { instrument, sourcePathway } = facts
  const higher =
    isAward(instrument) ||
    instrument === 'hkJudgment' ||
    sourcePathway === 'arbitration' ||
    facts.court === 'SHENZHEN_INTERMEDIATE'
  const named = data.court ?? ''
  return /SUPREME|HIGH|HK_|最高|高级|高級|高等/i.test(named)
    ? false
    : /INTERMEDIATE|中级|中級/i.test(named) === higher
})

const recognised: Condition = condition('needsRecognition', ({ context: { facts } }) =>
  needsRecognition(facts.instrument),
)

const assignOfficer = [
  ask(() => ({ type: 'assign', role: 'enforcementOfficer', person: null })),
  ask(() => ({ type: 'assign', role: 'judge', person: null })),
]

const reported = condition('reportedAndVerified', ({ context, event: { data } }) => {
  const publicInterest = data.ground === 'publicInterest' || data.ground === 'publicPolicy'
  return (
    context.facts.instrument !== 'hkAward' || data.reportAndVerify === reportedTo(context, publicInterest)
  )
})

/** From the creditor's application to where the officer has a title to enforce. */
export const filing: Row<State | 'unopened'>[] = [
  row(
    'E1',
    'CPL 235, 250; L2 481; L17',
    ['unopened'],
    'apply',
    to('applied', {
      by: ['party'],
      if: [instrumentInForce, creditorApplies, notEnforcedAlready],
      data: [instrumentOfSource, venueOfInstrument, somethingLeft],
      do: [
        set(applied),
        tell('source', 'enforcementApplied'),
        tell('interimMeasures', 'enforcementOpened'),
        fee('court.enforcement', chargeEnforcement),
        only(ofTheCourts, issue('certificateOfEffect')),
        arm('enforcement.accept'),
      ],
    }),
  ),
  row(
    'E2',
    'CPL 235; L2 460; L24 6',
    ['applied'],
    'accept',
    to('recognition', {
      by: ['intakeOfficer'],
      data: [courtOfInstrument],
      when: [recognised],
      do: [disarm('enforcement.accept'), set(court), ...assignOfficer, arm('enforcement.inactivity')],
    }),
    to('accepted', {
      by: ['intakeOfficer'],
      data: [courtOfInstrument],
      when: [not(recognised)],
      do: [
        disarm('enforcement.accept'),
        set(court),
        ...assignOfficer,
        arm('enforcement.notice'),
        arm('enforcement.inactivity'),
      ],
    }),
  ),
  row(
    'E3',
    'L24 6',
    ['applied'],
    'refuseAcceptance',
    to('notAccepted', { by: ['intakeOfficer'], do: [issue('ruling', ({ event }) => event.data.ground)] }),
  ),
  row(
    'E4',
    'L16; L17',
    ['recognition'],
    'recognise',
    to('accepted', { by: ['judge'], do: [issue('ruling'), arm('enforcement.notice')] }),
  ),
  row(
    'E5',
    'L16 12, 13; L17 7; L20',
    ['recognition'],
    'refuseRecognition',
    to('refused', {
      by: ['judge'],
      data: [reported],
      do: [set({ reason: 'refused' }), issue('ruling')],
    }),
  ),
]

function court({ event: { data } }: Moment): Facts {
  return data.court === undefined ? {} : { court: data.court }
}
