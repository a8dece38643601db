import { choiceIsExpress, type PartyInLaw } from './facts.ts'
import type { Why } from './findings.ts'
import { choiceInSuit, inTime, tribunalsLaw, type Asked, type Found } from './choiceOfLaw.ts'
import {
  cityOf,
  isForeignFunded,
  isHongKongOrMacao,
  isHongKongOrMacaoInvested,
  mayBeInvestedIndirectly,
} from './places.ts'

/** Since when local and national rules let companies choose without a foreign element (GL-15, GL-16). */
const regulationsFrom = '2020-10-01'
const replyFrom = '2025-02-14'

/** Without a foreign element: a choice of another law needs a rule that carries it (GL-15, GL-16, GL-19). */
export function withinMainland(asked: Asked): Found {
  const { contract, assertedLaw, assertions = {}, forum } = asked
  const suit = choiceInSuit(asked)
  const agreed = suit && suit.step !== 'pleadedByOne' && inTime(asked) ? suit.law : undefined
  const law = agreed ?? (choiceIsExpress(contract) ? contract.chosenLaw : undefined)
  if (law === undefined || law === 'CN') {
    return {
      verdict: 'supported',
      law: 'CN',
      chosen: law === 'CN',
      steps: [{ step: law === 'CN' ? 'mainlandLawChosen' : 'mainlandLaw', basis: ['GL-19'] }],
      warnings: law === undefined && contract.chosenLaw !== undefined ? ['choiceNotExpress'] : [],
    }
  }
  if (forum === 'arbitration') return beforeTribunal(asked, law)
  const asserted = agreed === law || assertedLaw === law || Object.values(assertions).includes(law)
  return withoutElement(asked, law, asserted ? (inTime(asked) ? 'made' : 'late') : 'missing')
}

/** A tribunal applies what was chosen under its own law, which the courts of its seat watch over. */
function beforeTribunal(asked: Asked, law: string): Found {
  const inCourt = withoutElement(asked, law, 'made')
  if (inCourt.law === law) return inCourt
  const seat = asked.determinedSeat ?? asked.contract.seat
  const steps: Why[] = [{ step: 'chosenForTribunal', basis: [tribunalsLaw(seat)], law }]
  return seat === 'HONG_KONG'
    ? { verdict: 'supported', law, chosen: true, steps }
    : { verdict: 'atRisk', law, chosen: true, steps, warnings: ['choiceWithoutElement'] }
}

const twoCities = ['SHENZHEN', 'ZHUHAI']
const inTwoCities = (company: PartyInLaw) => twoCities.includes(cityOf(company) ?? '')

/** Whether the law chosen is relied on in the suit, and before its debate closed. */
type Assertion = 'made' | 'late' | 'missing'

/** A choice of another law by companies of the Mainland: carried by two rules only, for those whom they name. */
function withoutElement(asked: Asked, law: string, assertion: Assertion): Found {
  const { contract, parties, on } = asked
  const before = (day: string) => contract.signedOn !== undefined && contract.signedOn < day
  const reply =
    isHongKongOrMacao(law) && on >= replyFrom && parties.filter(isHongKongOrMacaoInvested).some(inTwoCities)
  const inQianhai =
    on >= regulationsFrom &&
    parties.some(each => isForeignFunded(each) && each.registration?.inQianhaiCooperationZone === true)
  const local: Why = { step: 'qianhaiRegulations', basis: ['GL-15', 'GL-18'], law }
  const notAsserted: Why = { step: 'notAsserted', basis: ['GL-16'], law }

  if (reply && assertion !== 'missing') {
    // The Reply names no day; a choice in the suit counts until the debate closes (L4 6).
    const late = assertion === 'late'
    const step: Why = late
      ? { step: 'assertedLate', basis: ['GL-16', 'GL-6'], law }
      : { step: 'replyChoice', basis: ['GL-16'], law }
    return {
      verdict: late ? 'atRisk' : 'supported',
      law,
      chosen: true,
      steps: [step, ...(inQianhai ? [local] : [])],
      warnings: [
        ...(late ? (['assertedLate'] as const) : []),
        ...(before(replyFrom) ? (['contractBeforeReply'] as const) : []),
      ],
    }
  }
  if (inQianhai) {
    return {
      verdict: reply ? 'atRisk' : 'supported',
      law,
      chosen: true,
      steps: reply ? [notAsserted, local] : [local],
      warnings: [
        ...(reply ? (['assertionDoubtful'] as const) : []),
        'localRegulation',
        ...(before(regulationsFrom) ? (['contractBeforeRegulations'] as const) : []),
      ],
    }
  }
  const none: Why = { step: 'choiceIneffective', basis: ['GL-19'], law }
  if (!reply) return ineffective(asked, law, none)
  return {
    verdict: 'notSupported',
    law: 'CN',
    steps: [notAsserted, none],
    warnings: ['choiceWithoutElement', ...(inTime(asked) ? (['mayStillBeAsserted'] as const) : [])],
  }
}

/** No rule lets these parties choose. What is not known of them is asked for; money by a way round is an open question. */
function ineffective({ parties, on }: Asked, law: string, none: Why): Found {
  const underReply = isHongKongOrMacao(law) && on >= replyFrom
  const needs = [
    ...(parties.some(({ kind, registration }) => kind === 'company' && !registration)
      ? ['registration']
      : []),
    ...(underReply && parties.filter(isHongKongOrMacaoInvested).some(each => cityOf(each) === undefined)
      ? ['city']
      : []),
  ]
  const roundabout = underReply ? parties.filter(mayBeInvestedIndirectly).filter(inTwoCities) : []
  const known = roundabout.some(({ investors }) => investors.some(({ ultimateOrigin }) => ultimateOrigin))
  return {
    verdict: needs.length > 0 ? 'needsFacts' : known ? 'atRisk' : 'notSupported',
    law: 'CN',
    steps: roundabout.length > 0 ? [none, { step: 'indirectInvestment', basis: ['GL-20'] }] : [none],
    warnings: ['choiceWithoutElement', ...(roundabout.length > 0 ? (['indirectInvestment'] as const) : [])],
    needs,
  }
}
