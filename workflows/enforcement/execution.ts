import { allConsent, condition, fact, marked, not, says } from '../conditions.ts'
import { arm, disarm, issue, mark, only, pause, resume } from '../verbs.ts'
import { row, stay, to, type Row } from '../vocabulary.ts'
import { collect, isCreditor, namesDebtor, paysInFull, withinDue } from './context.ts'
import { underWay, type State } from './states.ts'

const inHongKong = fact('venue', 'HK', 'BOTH')
const hongKongVenue = condition('hongKongVenue', inHongKong.holds)

const isPayment = says('step', 'paid')
const paymentNamed = condition(
  'paymentNamed',
  given => !isPayment.holds(given) || given.event.data.amount !== undefined,
)
const paymentWithinDue = condition('withinDue', given => !isPayment.holds(given) || withinDue.holds(given))
const lastPaymentThere = condition('lastPayment', given => isPayment.holds(given) && paysInFull.holds(given))

const debtorNotYetServed = condition(
  'debtorNotYetServed',
  ({ context, event }) => !marked(context, 'notified').includes(event.data.party ?? ''),
)

const forDebtor = { of: 'named', base: 'receivedOn' } as const

/** What the officer does, and what the money comes to, on both sides of the border together. */
export const hongKong: Row<State>[] = [
  row(
    'E6',
    'Cap. 645; Cap. 609',
    ['recognition', ...underWay],
    'recordHkStep',
    to('completed', {
      by: ['clerk'],
      if: [hongKongVenue],
      data: [paymentNamed, paymentWithinDue],
      when: [lastPaymentThere],
      do: [collect],
    }),
    stay({
      by: ['clerk'],
      if: [hongKongVenue],
      data: [paymentNamed, paymentWithinDue],
      when: [not(lastPaymentThere)],
      do: [only(isPayment.holds, collect)],
    }),
  ),
]

export const execution: Row<State>[] = [
  row(
    'E7',
    'L2 480; L31 3; arbenf 8',
    ['accepted', 'notified'],
    'notify',
    to('notified', {
      by: ['enforcementOfficer'],
      data: [namesDebtor, debtorNotYetServed],
      do: [
        disarm('enforcement.notice'),
        mark('notified', 'named'),
        arm('enforcement.jurisdictionObjection', forDebtor),
        only(({ context }) => context.facts.instrument === 'cnAward', arm('nonEnforcement.apply', forDebtor)),
      ],
    }),
  ),
  row(
    'E8',
    'CPL 253–265',
    ['notified', 'executing'],
    'takeMeasures',
    to('executing', { by: ['enforcementOfficer'], do: [disarm('enforcement.inactivity')] }),
  ),
  row(
    'E9',
    'CPL 241',
    ['notified', 'executing'],
    'settle',
    to('settledExec', {
      by: ['enforcementOfficer'],
      data: [allConsent],
      do: [pause('enforcement.inactivity'), issue('settlementTerms', ({ event }) => event.data.terms)],
    }),
  ),
  row(
    'E10',
    'CPL 241',
    ['settledExec'],
    'breach',
    to('executing', { by: ['party'], if: [isCreditor], do: [resume('enforcement.inactivity')] }),
  ),
  row(
    'E11',
    'L17 Suppl. 3',
    ['notified', 'executing', 'settledExec'],
    'recordPayment',
    to('completed', {
      by: ['enforcementOfficer'],
      data: [withinDue],
      when: [paysInFull],
      do: [collect],
    }),
    stay({ by: ['enforcementOfficer'], data: [withinDue], when: [not(paysInFull)], do: [collect] }),
  ),
]
