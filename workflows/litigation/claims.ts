import { armed, condition, hasSpecialAuthority, inPlay, marked } from '../conditions.ts'
import { assess } from '../findings.ts'
import { withinLimits } from '../rules/deadlines.ts'
import { parseMoney } from '../rules/fees.ts'
import { arm, closeTask, extend, mark, only, openTask, unmarkOne } from '../verbs.ts'
import { row, stay, type Context, type Moment, type Row, type Side, type Verb } from '../vocabulary.ts'
import { adjustClaimFee, chargeJoined } from './amounts.ts'
import { armByDomicile, assessAnew, claimants, levelOfThisCourt, settle } from './context.ts'
import { argue, trial, type State } from './states.ts'

const evidencePeriodRuns = armed('evidence.period', 'evidencePeriodRuns')

/** A first period has the length that the procedure allows; a later day is an extension (L2 99, 100). */
const evidenceLength = condition('evidenceLength', given => {
  const { context, event } = given
  const { procedure } = context.facts
  const kind = procedure === 'summary' || procedure === 'smallClaims' ? procedure : 'ordinary'
  return (
    evidencePeriodRuns.holds(given) ||
    withinLimits('evidence.period', kind, event.on, event.data.dueOn ?? event.on)
  )
})

const setEvidence: Verb = {
  name: 'setEvidence',
  arms: ['evidence.period'],
  run: moment => {
    const runs = evidencePeriodRuns.holds(moment)
    const verb = runs ? extend('evidence.period') : arm('evidence.period', { due: 'dueOn' })
    verb.run(moment)
  },
}
/** New claims and new parties need time for evidence of their own (L22 55). */
const evidenceAnew = openTask('evidence.set', 'judge')

const claimOf = ({ context, event }: Moment) => parseMoney(event.data.amount ?? '0', context.claim.currency)

/** The counterclaim is there for the claimants to answer. */
const answerCounterclaim: Verb[] = [
  {
    name: 'unmark',
    run: moment => {
      for (const { id } of claimants(moment.context))
        for (const name of ['served', 'defended']) unmarkOne(name, () => id).run(moment)
    },
  },
  armByDomicile('defence.domiciled', 'defence.noDomicile', {
    of: ({ context }) => claimants(context).map(({ id }) => id),
  }),
]

const amountFitsChange = condition('amountFitsChange', ({ context, event: { data } }) => {
  if (data.change === 'other') return true
  if (data.amount === undefined) return false
  const { minor } = parseMoney(data.amount, context.claim.currency)
  return data.change === 'increase' ? minor > context.claim.minor : minor < context.claim.minor
})

const amend: Verb = {
  name: 'amend',
  run: moment => {
    const { context, event } = moment
    // What an independent third party claims is not what the claimants claim.
    if (event.data.amount === undefined || marked(context, 'independent').includes(event.party ?? '')) return
    context.claim = claimOf(moment)
    adjustClaimFee('topUp').run(moment)
  },
}

const isOut = (context: Context, id: string | undefined) =>
  context.parties.some(party => party.id === id && party.out)

const newcomerKnown = condition('newcomerKnown', ({ context, event }) => isOut(context, event.data.partyId))
const incomingKnown = condition('newcomerKnown', ({ context, event }) => isOut(context, event.data.incoming))
const outgoingInPlay = condition('outgoingInPlay', ({ context, event }) =>
  inPlay(context).some(({ id }) => id === event.data.outgoing),
)

/** One with a claim of its own has the rights of a claimant (CPL 59), a co-party answers beside the respondents. */
const sides: Record<string, Side> = { coParty: 'respondent', independent: 'claimant' }

const join: Verb = {
  name: 'join',
  run: moment => {
    const { context, event, effects } = moment
    const newcomer = context.parties.find(({ id }) => id === event.data.partyId)
    if (!newcomer) return
    newcomer.out = false
    if (newcomer.side === 'thirdParty') newcomer.side = sides[event.data.as ?? ''] ?? 'thirdParty'
    effects.push({ type: 'joinParty', party: newcomer.id, as: newcomer.side })
  },
}

const newcomer = ({ event }: Moment) => event.data.partyId

const isIndependent = ({ event }: Moment) => event.data.as === 'independent'

/** What the one who goes out has done or owes is the newcomer's; what it had still to do is done afresh. */
const substitute: Verb = {
  name: 'substitute',
  run: moment => {
    const { context, event, effects } = moment
    const { outgoing = '', incoming = '' } = event.data
    const before = context.parties.find(({ id }) => id === outgoing)
    const after = context.parties.find(({ id }) => id === incoming)
    if (!before || !after) return
    before.out = true
    after.out = false
    after.side = before.side
    const inherit = (id: string) => (id === outgoing ? incoming : id)
    for (const [name, ids] of Object.entries(context.marks)) context.marks[name] = ids.map(inherit)
    for (const line of [...context.fees, ...context.paid])
      if (line.payer !== null) line.payer = inherit(line.payer)
    context.marks.served = marked(context, 'served').filter(id => id !== incoming)
    context.marks.substituted = [...marked(context, 'substituted'), incoming]
    settle('*', () => outgoing).run(moment)
    effects.push(
      { type: 'partyOut', party: outgoing },
      { type: 'joinParty', party: incoming, as: after.side },
    )
  },
}

/** Evidence, further claims and further parties, until the debate closes. */
export const claims: Row<State>[] = [
  row(
    'C39',
    'L2 99, 266, 275',
    argue,
    'setEvidencePeriod',
    stay({ by: ['judge', 'clerk'], data: [evidenceLength], do: [setEvidence, closeTask('evidence.set')] }),
  ),
  row(
    'C40',
    'L2 100',
    argue,
    'requestEvidenceExtension',
    stay({ by: ['party'], if: [evidencePeriodRuns], do: [evidenceAnew] }),
  ),
  row(
    'C41',
    'CPL 54, 143; L2 232–233',
    argue,
    'fileCounterclaim',
    stay({
      by: ['respondent'],
      if: [hasSpecialAuthority],
      do: [
        mark('counterclaim'),
        chargeJoined('counterclaim', ({ event }) => event.party, claimOf),
        arm('fee.counterclaim'),
        ...answerCounterclaim,
        evidenceAnew,
      ],
    }),
  ),
  row(
    'C42',
    'L11 21; L2 39, 232',
    argue,
    'amendClaim',
    stay({
      by: ['claimant'],
      if: [hasSpecialAuthority],
      data: [amountFitsChange],
      do: [
        amend,
        evidenceAnew,
        assess('jurisdiction'),
        only(given => !levelOfThisCourt.holds(given), openTask('level.review', 'judge')),
      ],
    }),
  ),
  row(
    'C43',
    'CPL 59, 135; L2 73, 81, 222',
    argue,
    'joinParty',
    stay({
      by: ['judge'],
      data: [newcomerKnown],
      do: [
        join,
        mark('joined', newcomer),
        ...assessAnew,
        closeTask('joinder.decide'),
        only(
          isIndependent,
          mark('independent', newcomer),
          chargeJoined('thirdParty', newcomer, ({ context }) => context.claim),
        ),
      ],
    }),
  ),
  row(
    'C44',
    'L2 73, 81',
    argue,
    'requestJoinder',
    stay({ by: ['party', 'thirdParty'], do: [openTask('joinder.decide', 'judge')] }),
  ),
  row(
    'C45',
    'L2 249–250',
    [...trial, 'suspended'],
    'substituteParty',
    stay({ by: ['judge'], data: [outgoingInPlay, incomingKnown], do: [substitute, ...assessAnew] }),
  ),
]
