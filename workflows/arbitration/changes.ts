import { allConsent, condition, hasSpecialAuthority } from '../conditions.ts'
import { assess, seeElements } from '../findings.ts'
import { parseMoney } from '../rules/fees.ts'
import { sciaExpedited } from '../rules/seat.ts'
import { arm, mark } from '../verbs.ts'
import { row, stay, type Verb } from '../vocabulary.ts'
import { chargeFor, institutionOf, ownRulesOf } from './context.ts'
import { beforeTribunal } from './states.ts'

/** Asks the fee of the larger claim; above the threshold SCIA's expedited procedure ends (SCIA 61). */
const amend: Verb = {
  name: 'amend',
  run: moment => {
    const { context, event } = moment
    if (event.data.amount === undefined) return
    const before = context.claim
    const claim = parseMoney(event.data.amount, before.currency)
    chargeFor(moment, claim, { stage: 'topUp', before })
    context.claim = claim
    const { currency, minor } = sciaExpedited.atMost
    const large = claim.currency === currency && claim.minor > minor
    if (context.facts.procedure && ownRulesOf(context) === 'SCIA' && large)
      context.facts.procedure = 'ordinary'
  },
}

const institutions = ['SCIA', 'SCIAHK', 'HKIAC']

// The rules of the three institutions know both; the UNCITRAL Rules (17) joinder alone.
const joinderAllowed = condition(
  'joinderAllowedOrAllConsent',
  given =>
    institutions.includes(institutionOf(given.context) ?? '') ||
    institutionOf(given.context) === null ||
    allConsent.holds(given),
)
const consolidationAllowed = condition(
  'consolidationAllowedOrAllConsent',
  given => institutions.includes(ownRulesOf(given.context) ?? '') || allConsent.holds(given),
)
const newcomerKnown = condition('newcomerKnown', ({ context, event }) =>
  context.parties.some(({ id, out }) => id === event.data.partyId && out),
)

/** The newcomer answers the claim beside the respondents, and is served with it. */
const join: Verb = {
  name: 'join',
  run: ({ context, event, effects }) => {
    const newcomer = context.parties.find(({ id }) => id === event.data.partyId)
    if (!newcomer) return
    newcomer.out = false
    newcomer.side = 'respondent'
    effects.push({ type: 'joinParty', party: newcomer.id, as: 'respondent' })
  },
}
const joined: Verb[] = [
  join,
  seeElements,
  assess('arbitrationClause', 'governingLaw'),
  mark('served', ({ event }) => event.data.partyId),
  arm('arb.response.30d', { of: ({ event }) => event.data.partyId }),
]

/** What changes about the claim and who takes part in it. */
export const changes = [
  row(
    'A12',
    'L19 38',
    beforeTribunal,
    'amendClaim',
    stay({ by: ['claimant'], if: [hasSpecialAuthority], do: [amend] }),
  ),
  row('A12', 'L19 38', ['constituted', 'hearing'], 'amendClaim', stay({ by: ['arbitrator'], do: [amend] })),
  ...(
    [
      { from: beforeTribunal, by: 'tribunalSecretary' },
      { from: ['constituted'], by: 'arbitrator' },
    ] as const
  ).flatMap(({ from, by }) => [
    row(
      'A13',
      'UNCITRAL 17',
      from,
      'joinParty',
      stay({ by: [by], data: [newcomerKnown, joinderAllowed], do: joined }),
    ),
    row('A13', 'HKIAC 28', from, 'consolidate', stay({ by: [by], data: [consolidationAllowed] })),
  ]),
]
