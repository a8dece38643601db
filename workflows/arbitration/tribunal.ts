import { clockOf, condition, isMarked, marked, says } from '../conditions.ts'
import { assess } from '../findings.ts'
import { allAgree, isBarred, tookPart } from '../conflicts.ts'
import { awardRule, seatOf, supervisoryCourt } from '../rules/seat.ts'
import {
  arm,
  arming,
  ask,
  closeTask,
  disarm,
  extend,
  mark,
  only,
  openTask,
  pause,
  resume,
  set,
  unmark,
} from '../verbs.ts'
import {
  row,
  stay,
  to,
  type Condition,
  type Context,
  type Effect,
  type Moment,
  type Verb,
} from '../vocabulary.ts'
import { adHoc, hongKongSeat, mainlandSeat, noOpenChallenge, ownRulesOf } from './context.ts'
import { tribunalSits } from './states.ts'

const tribunalOf = ({ facts }: Context) => facts.arbitrators ?? []
const withNamed = (context: Context, named: string[] = []) => [...new Set([...tribunalOf(context), ...named])]

// Whoever holds a post at a court is no arbitrator (L19 22); others are taken to know their own standing.
const officials = ['intakeOfficer', 'judge', 'appellateJudge', 'clerk', 'enforcementOfficer']

const eligible: Condition[] = [
  condition('arbitratorQualified', ({ event: { data, people } }) =>
    (data.arbitrators ?? []).every(id => !people[id]?.listed.some(role => officials.includes(role))),
  ),
  condition('arbitratorNotBarred', given =>
    (given.event.data.arbitrators ?? []).every(id => !isBarred(given, id)),
  ),
  condition('arbitratorNotInvolved', ({ event: { data, people } }) =>
    (data.arbitrators ?? []).every(id => !tookPart(people[id], 'judge', 'appellateJudge', 'juror')),
  ),
  // Whoever mediated knows more than was pleaded, so every party has to agree: to a consent award, for one.
  condition(
    'mediatorAsArbitratorAgreed',
    given =>
      allAgree(given) ||
      (given.event.data.arbitrators ?? []).every(id => given.event.people[id]?.mediatedHere !== true),
  ),
  condition('seatsLeft', ({ context, event }) => withNamed(context, event.data.arbitrators).length <= 3),
]

const isComplete = ({ context }: Moment) =>
  tribunalOf(context).length >= (context.facts.procedure === 'expedited' ? 1 : 3)

const name: Verb[] = [
  ask(({ context, event }) =>
    (event.data.arbitrators ?? [])
      .filter(id => !tribunalOf(context).includes(id))
      .map((person): Effect => ({ type: 'assign', role: 'arbitrator', person })),
  ),
  set(({ context, event }) => ({ arbitrators: withNamed(context, event.data.arbitrators) })),
  only(isComplete, disarm('arb.nomination')),
]

const ofThisTribunal = condition('arbitratorOfThisTribunal', ({ context, event }) =>
  tribunalOf(context).includes(event.data.arbitrator ?? ''),
)

/** The time for the award starts with the tribunal; with a tribunal made up afresh it runs on. */
const awardTimes = [
  'arb.award.scia.foreign',
  'arb.award.scia.domestic',
  'arb.award.scia.expedited.foreign',
  'arb.award.scia.expedited.domestic',
  'arb.award.hkiac.expedited',
] as const

const runAwardTime: Verb[] = [
  resume('arb.award.*'),
  only(
    ({ context }) => clockOf(context, 'arb.award.*', undefined) === undefined,
    arming(
      awardTimes,
      arm(({ context }) =>
        awardRule(
          ownRulesOf(context),
          context.facts.procedure === 'expedited' ? 'expedited' : 'ordinary',
          context.facts.foreignRelated ?? false,
        ),
      ),
    ),
  ),
]

const mustBeFiled = (moment: Moment) =>
  adHoc.holds(moment) && mainlandSeat.holds(moment) && moment.context.facts.adHocFiledOn === undefined

/** Takes them out of the tribunal for good and opens their seats again. */
const vacate = (who: (moment: Moment) => readonly string[]): Verb[] => [
  {
    name: 'vacate',
    run: moment => {
      const { context, effects } = moment
      const leaving = who(moment)
      context.marks.barred = [...new Set([...marked(context, 'barred'), ...leaving])]
      context.facts.arbitrators = tribunalOf(context).filter(id => !leaving.includes(id))
      for (const person of leaving) effects.push({ type: 'dismiss', role: 'arbitrator', person })
      context.marks.challenged = marked(context, 'challenged').filter(id => !leaving.includes(id))
    },
  },
  unmark('constituted'),
  disarm('arb.award.hkiac.closing'),
  pause('arb.award.*'),
  arm('arb.nomination'),
]

const challengeOpen = isMarked('challenged', 'challengeOpen')

export const tribunal = [
  row('A16', 'L19 43, 44', ['constituting'], 'nominate', stay({ by: ['party'], data: eligible, do: name })),
  row(
    'A16',
    'L19 43, 44',
    ['constituting'],
    'appointDefault',
    stay({ by: ['tribunalSecretary'], data: eligible, do: name }),
  ),
  row('A17', 'L19 45', ['constituting', 'constituted', 'hearing'], 'disclose', stay({ by: ['arbitrator'] })),
  row(
    'A18',
    'L19 82',
    ['constituting'],
    'constitute',
    to('constituted', {
      by: ['tribunalSecretary', 'arbitrator'],
      if: [
        condition('oneOrThreeNamed', ({ context }) => [1, 3].includes(tribunalOf(context).length)),
        noOpenChallenge,
      ],
      do: [mark('constituted'), only(mustBeFiled, arm('adhoc.filing')), ...runAwardTime],
    }),
  ),
  row(
    'A19',
    'L19 82',
    ['constituted', 'hearing'],
    'fileAdHoc',
    stay({
      by: ['arbitrator', 'tribunalSecretary'],
      if: [adHoc, mainlandSeat],
      do: [disarm('adhoc.filing'), set(({ event }) => ({ adHocFiledOn: event.on }))],
    }),
  ),
  row(
    'A20',
    'L19 46, 47',
    ['constituting', 'constituted', 'hearing'],
    'challengeArbitrator',
    stay({
      by: ['party'],
      data: [
        ofThisTribunal,
        condition('beforeFirstHearingOrLearntLater', ({ context: { facts }, event }) =>
          facts.firstHearingHeld ? (event.data.learntOn ?? '') >= (facts.hearingOn ?? event.on) : true,
        ),
      ],
      do: [
        mark('challenged', ({ event }) => event.data.arbitrator),
        openTask('challenge.decide', 'tribunalSecretary'),
      ],
    }),
  ),
  ...(
    [
      { by: 'tribunalSecretary', may: [] },
      { by: 'judge', may: [hongKongSeat] },
    ] as const
  ).map(({ by, may }) =>
    row(
      'A21',
      'L19 48',
      ['constituting', ...tribunalSits],
      'decideChallenge',
      to('constituting', {
        by: [by],
        if: [challengeOpen, ...may],
        when: [says('outcome', 'upheld')],
        do: [...vacate(({ context }) => marked(context, 'challenged')), closeTask('challenge.decide')],
      }),
      stay({
        by: [by],
        if: [challengeOpen, ...may],
        when: [says('outcome', 'dismissed')],
        do: [unmark('challenged'), closeTask('challenge.decide')],
      }),
    ),
  ),
  row(
    'A22',
    'L19 49',
    tribunalSits,
    'replaceArbitrator',
    to('constituting', {
      by: ['tribunalSecretary'],
      data: [ofThisTribunal],
      do: [
        ...vacate(({ event }) => (event.data.arbitrator === undefined ? [] : [event.data.arbitrator])),
        only(({ context }) => marked(context, 'challenged').length === 0, closeTask('challenge.decide')),
      ],
    }),
  ),
]

/** Rows of the tribunal's own running that come last in the table. */
export const tribunalLater = [
  row(
    'A53',
    'L19 81',
    ['constituted', 'hearing'],
    'determineSeat',
    stay({
      by: ['arbitrator'],
      if: [condition('seatOpen', ({ context }) => context.facts.seat === undefined)],
      do: [
        set(({ event }) => {
          const seat = seatOf(event.data.seat ?? '')
          return { seat, supervisoryCourt: supervisoryCourt(seat) }
        }),
        mark('seatDetermined', 'all'),
        assess('arbitrationClause', 'governingLaw'),
      ],
    }),
  ),
  row(
    'A54',
    'SCIA',
    tribunalSits,
    'extendAward',
    stay({
      by: ['tribunalSecretary'],
      if: [
        condition('awardTimeRuns', ({ context }) => clockOf(context, 'arb.award.*', undefined) === 'armed'),
      ],
      do: [extend('arb.award.*')],
    }),
  ),
]
