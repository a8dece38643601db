import {
  allConsent,
  condition,
  hasSpecialAuthority,
  inPlay,
  lastToAct,
  marked,
  not,
  ownNotMarked,
  ruleIs,
} from '../conditions.ts'
import {
  arm,
  arming,
  closeTask,
  issue,
  mark,
  only,
  open,
  openTask,
  pause,
  resume,
  set,
  unmark,
} from '../verbs.ts'
import { back, row, stay, to, type Row, type Verb } from '../vocabulary.ts'
import { halveClaimFee } from './amounts.ts'
import { forget, principals, settle, takesEffect } from './context.ts'
import { court, type State } from './states.ts'

const between: State[] = [...court, 'deliberation']
const periods = 'mediation.court.*'

/** Without a statement signed by all, the trial goes on where it was. */
const noStatement: Verb[] = [unmark('receiptSigned'), forget('performBy'), closeTask('statement.review')]

const ownReceiptOpen = ownNotMarked('receiptSigned', 'ownReceiptNotYetSigned')
const refuserHasNotSigned = condition(
  'refuserHasNotSigned',
  ({ context, event: { data } }) =>
    data.party === undefined ||
    (inPlay(context).some(({ id }) => id === data.party) &&
      !marked(context, 'receiptSigned').includes(data.party)),
)
const lastReceipt = lastToAct('receiptSigned', principals)

/** Settling before judgment: by a mediator, by the judge, by the statement that the parties sign for. */
export const settlement: Row<State>[] = [
  row(
    'C50',
    'CPL 145; L6 11',
    between,
    'entrustMediation',
    to('entrustedMediation', {
      by: ['judge'],
      data: [allConsent],
      do: [
        open('mediation', 'propose', ({ event }) => ({
          kind: 'entrusted',
          consents: event.data.consents ?? [],
        })),
      ],
    }),
  ),
  row(
    'C51',
    'L6 27',
    ['entrustedMediation'],
    'mediationExtended',
    // The day on which the period would have ended is the mediation's own; the days from here on do not count.
    stay({ by: ['system'], do: [mark('stoodStill', 'all'), pause('trial.*')] }),
  ),
  row(
    'C52',
    'L6 21, 22',
    ['entrustedMediation'],
    'mediationFailed',
    back({
      by: ['system'],
      do: [only(({ context }) => marked(context, 'appraisal').length === 0, resume('trial.*'))],
    }),
  ),
  row(
    'C53',
    'L6 20',
    ['entrustedMediation'],
    'mediationSucceeded',
    to('statementDrafted', {
      by: ['system'],
      do: [unmark('receiptSigned'), openTask('statement.review', 'judge')],
    }),
  ),
  row(
    'C54',
    'CPL 96–98, 145; L8 4',
    between,
    'mediateByJudge',
    to('courtMediation', {
      by: ['judge'],
      data: [allConsent],
      do: [
        arming(
          ['mediation.court.ordinary', 'mediation.court.summary'],
          arm(({ context: { facts } }) =>
            facts.procedure === 'ordinary' ? 'mediation.court.ordinary' : 'mediation.court.summary',
          ),
        ),
      ],
    }),
  ),
  row(
    'C55',
    'CPL 100; L8 2',
    ['courtMediation', ...between],
    'settle',
    to('statementDrafted', {
      by: ['judge'],
      data: [allConsent],
      do: [
        settle(periods),
        unmark('receiptSigned'),
        forget('performBy'),
        set(({ event }) => (event.data.performBy === undefined ? {} : { performBy: event.data.performBy })),
        issue('mediationStatement', ({ event }) => event.data.terms),
      ],
    }),
  ),
  row(
    'C56',
    'CPL 102',
    ['courtMediation'],
    'endMediation',
    back({ by: ['judge', 'party'], do: [settle(periods)] }),
  ),
  row('C57', 'L8 4', ['courtMediation'], 'deadlineLapsed', back({ by: ['clock'], when: [ruleIs(periods)] })),
  row(
    'C58',
    'L8 10; L7 23',
    ['statementDrafted'],
    'rejectAgreement',
    back({ by: ['judge'], do: noStatement }),
  ),
  row(
    'C59',
    'CPL 100; L2 149',
    ['statementDrafted'],
    'signReceipt',
    to('effective', {
      by: ['party'],
      if: [ownReceiptOpen, hasSpecialAuthority],
      when: [lastReceipt],
      do: [
        mark('receiptSigned'),
        halveClaimFee,
        set({ closedBy: 'statement' }),
        ...takesEffect(({ event }) => event.on),
      ],
    }),
    stay({
      by: ['party'],
      if: [ownReceiptOpen, hasSpecialAuthority],
      when: [not(lastReceipt)],
      do: [mark('receiptSigned')],
    }),
  ),
  row(
    'C60',
    'CPL 102',
    ['statementDrafted'],
    'repudiate',
    back({ by: ['party'], if: [ownReceiptOpen], do: noStatement }),
  ),
  row(
    'C60',
    'CPL 102',
    ['statementDrafted'],
    'recordRefusalToSign',
    back({ by: ['judge'], data: [refuserHasNotSigned], do: noStatement }),
  ),
]
