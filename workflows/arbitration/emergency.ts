import { condition, marked, ruleIs } from '../conditions.ts'
import { assessFee, type FeeKind } from '../rules/fees.ts'
import type { RuleId } from '../rules/deadlines.ts'
import { addFee, arm, arming, ask, disarm, issue, mark, set, unmark } from '../verbs.ts'
import { row, stay, type Context, type Effect, type Verb } from '../vocabulary.ts'
import { ownRulesOf } from './context.ts'
import { beforeTribunal } from './states.ts'

type Emergency = { appoint?: RuleId; decide?: RuleId; fee?: FeeKind; beforeSubmission?: true }

/** Whose rules have an emergency arbitrator, and what of it they fix that is known. */
const emergencyRules: Partial<Record<string, Emergency>> = {
  SCIA: { appoint: 'ea.scia.appoint', decide: 'ea.scia.decide', fee: 'scia.emergency' },
  HKIAC: {
    appoint: 'ea.hkiac.appoint',
    decide: 'ea.hkiac.decide',
    fee: 'hkiac.emergency',
    beforeSubmission: true,
  },
  SCIAHK: {},
}

const rulesFor = (context: Context) => emergencyRules[ownRulesOf(context) ?? '']

const provided = condition('emergencyProvided', ({ context }) => rulesFor(context) !== undefined)
const beforeSubmission = condition(
  'emergencyBeforeSubmission',
  ({ context }) => rulesFor(context)?.beforeSubmission === true,
)
const noneUnderWay = condition(
  'noEmergencyUnderWay',
  ({ context: { facts } }) =>
    facts.emergencyArbitrator !== 'applied' && facts.emergencyArbitrator !== 'appointed',
)

const charge: Verb = {
  name: 'fee',
  run: moment => {
    const kind = rulesFor(moment.context)?.fee
    const asked = kind && assessFee({ kind }).fee
    if (asked) addFee(moment, kind, asked, 'emergency', moment.event.party ?? null)
  },
}

const apply: Verb[] = [
  set({ emergencyArbitrator: 'applied' }),
  arming(
    ['ea.scia.appoint', 'ea.hkiac.appoint'],
    arm(({ context }) => rulesFor(context)?.appoint ?? null),
  ),
  charge,
]

const dismissEmergencyArbitrator = ask(({ context }) =>
  marked(context, 'emergencyArbitrator').map((person): Effect => ({
    type: 'dismiss',
    role: 'arbitrator',
    person,
  })),
)

export const emergency = [
  row(
    'A49',
    'HKIAC Sch. 4',
    ['draft'],
    'applyEmergencyArbitrator',
    stay({
      by: ['party'],
      if: [provided, beforeSubmission, noneUnderWay],
      do: [...apply, arm('ea.hkiac.notice')],
    }),
  ),
  row(
    'A49',
    'HKIAC Sch. 4; SCIA',
    beforeTribunal,
    'applyEmergencyArbitrator',
    stay({ by: ['party'], if: [provided, noneUnderWay], do: apply }),
  ),
  row(
    'A50',
    'HKIAC Sch. 4; SCIA',
    ['draft', ...beforeTribunal],
    'appointEmergencyArbitrator',
    stay({
      by: ['tribunalSecretary'],
      if: [condition('emergencyApplied', ({ context }) => context.facts.emergencyArbitrator === 'applied')],
      do: [
        disarm('ea.scia.appoint'),
        disarm('ea.hkiac.appoint'),
        set({ emergencyArbitrator: 'appointed' }),
        mark('emergencyArbitrator', ({ event }) => event.data.arbitrator),
        ask(({ event }) => ({ type: 'assign', role: 'arbitrator', person: event.data.arbitrator ?? null })),
        arming(
          ['ea.scia.decide', 'ea.hkiac.decide'],
          arm(({ context }) => rulesFor(context)?.decide ?? null),
        ),
      ],
    }),
  ),
  row(
    'A51',
    'Cap. 609 s.22B',
    ['draft', ...beforeTribunal, 'constituted'],
    'decideEmergency',
    stay({
      by: ['arbitrator'],
      if: [
        condition('emergencyAppointed', ({ context }) => context.facts.emergencyArbitrator === 'appointed'),
      ],
      do: [
        disarm('ea.scia.decide'),
        disarm('ea.hkiac.decide'),
        set({ emergencyArbitrator: 'decided' }),
        issue('emergencyDecision'),
        dismissEmergencyArbitrator,
        unmark('emergencyArbitrator'),
      ],
    }),
  ),
  row(
    'A52',
    'HKIAC Sch. 4',
    ['draft'],
    'deadlineLapsed',
    stay({
      by: ['clock'],
      when: [ruleIs('ea.hkiac.notice')],
      do: [
        set({ emergencyArbitrator: 'lapsed' }),
        disarm('ea.hkiac.appoint'),
        disarm('ea.hkiac.decide'),
        dismissEmergencyArbitrator,
        unmark('emergencyArbitrator'),
      ],
    }),
  ),
]
