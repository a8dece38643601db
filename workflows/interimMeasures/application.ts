import { condition, ruleIs } from '../conditions.ts'
import { assessFee, parseMoney } from '../rules/fees.ts'
import { arm, ask, disarm, fee, mark, only, set } from '../verbs.ts'
import { row, stay, to, type Context, type Facts, type Moment, type Row } from '../vocabulary.ts'
import { decideSoon, executeSoon, isApplicant, isProperty, ruling } from './context.ts'
import { arbitrationOf, arbitrationPending, intermediateCourt, route } from './route.ts'
import type { State } from './states.ts'

const minorOf = ({ claim }: Context, amount: string | undefined): number =>
  amount === undefined ? claim.minor : parseMoney(amount, claim.currency).minor

function appliedFor({ context, event: { data } }: Moment): Facts {
  return {
    type: data.type ?? 'property',
    phase: data.phase ?? 'pending',
    urgent: data.urgent ?? false,
    arbitration: arbitrationOf(context),
    preserved: minorOf(context, data.amount),
  }
}

/**
 * What security may be asked for property: while the suit is pending at most 30 %, before it as a rule the whole sum
 * (L21 5; L2 152). For conduct and evidence the court fixes what fits.
 */
const securityFits = condition('securityFits', ({ context, event: { data } }) => {
  const { type, phase, preserved = 0 } = context.facts
  if (type !== 'property' || preserved === 0) return true
  const asked = minorOf(context, data.amount)
  return phase === 'pre' ? asked === preserved || data.ground !== undefined : asked * 10 <= preserved * 3
})

const securityEnough = condition(
  'securityEnough',
  ({ context, event: { data } }) => minorOf(context, data.amount) >= (context.facts.security ?? 0),
)

export const application: Row<State | 'unopened'>[] = [
  row(
    'I1',
    'CPL 103, 104',
    ['unopened'],
    'apply',
    to('applied', {
      by: ['party'],
      do: [
        set(appliedFor),
        mark('applicant'),
        only(({ context }) => context.facts.phase === 'pre', mark('beforeSuit')),
        only(
          moment => isProperty.holds(moment),
          fee(
            'court.preservation',
            ({ context: { facts, claim } }) =>
              assessFee({
                kind: 'court.preservation',
                amount: { minor: facts.preserved ?? 0, currency: claim.currency },
              }).fee,
            { payer: ({ event }) => event.party },
          ),
        ),
        ask(() => ({ type: 'assign', role: 'judge', person: null })),
      ],
    }),
  ),
  row(
    'I2',
    'L19 39',
    ['applied'],
    'forward',
    stay({ by: ['tribunalSecretary'], if: [arbitrationPending], do: [mark('forwarded', 'all')] }),
  ),
  row(
    'I3',
    'L18 2–3; L19 39, 58, 79; CPL 289',
    ['applied'],
    'checkRoute',
    to('routed', {
      by: ['judge'],
      if: route,
      data: [intermediateCourt],
      do: [set(({ event }) => ({ court: event.data.court ?? '' }))],
    }),
  ),
  row(
    'I4',
    'L21 5; L2 152',
    ['routed'],
    'requireSecurity',
    to('securityPending', {
      by: ['judge'],
      data: [securityFits],
      do: [
        set(({ context, event }) => ({ security: minorOf(context, event.data.amount) })),
        arm('preservation.security', { due: 'dueOn' }),
      ],
    }),
  ),
  row('I5', 'L21 9', ['routed'], 'waiveSecurity', to('ready', { by: ['judge'], do: [decideSoon] })),
  row(
    'I6',
    'L21 4',
    ['securityPending'],
    'lodge',
    to('ready', {
      by: ['party'],
      if: [isApplicant],
      data: [securityEnough],
      do: [disarm('preservation.security'), decideSoon],
    }),
  ),
  row(
    'I7',
    'CPL 103, 104',
    ['securityPending'],
    'deadlineLapsed',
    to('denied', {
      by: ['clock'],
      when: [ruleIs('preservation.security')],
      do: [set({ reason: 'noSecurity' }), ruling(() => undefined)],
    }),
  ),
  row(
    'I8',
    'CPL 103',
    ['ready'],
    'grant',
    to('granted', {
      by: ['judge'],
      do: [
        disarm('preservation.decide*'),
        ruling(({ event }) => event.data.measures?.join('\n')),
        executeSoon,
      ],
    }),
  ),
  row(
    'I9',
    'CPL 103',
    ['applied', 'routed', 'ready'],
    'deny',
    to('denied', {
      by: ['judge'],
      do: [disarm('preservation.decide*'), ruling(({ event }) => event.data.ground)],
    }),
  ),
]
