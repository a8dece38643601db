import type { Confidence, RuleId } from './deadlineRules.ts'
import type { Money } from './fees.ts'
import { institutionOf } from './institutions.ts'

export const seats = ['SHENZHEN', 'HONG_KONG', 'other'] as const
export type Seat = (typeof seats)[number]

export const supervisoryCourts = ['SHENZHEN_INTERMEDIATE', 'HK_CFI', 'other'] as const
export type SupervisoryCourt = (typeof supervisoryCourts)[number]

export function seatOf(place: string): Seat {
  const name = placeName(place)
  return name === 'SHENZHEN' || name === 'HONG_KONG' ? name : 'other'
}

/** The law of a seat by its name; undefined where the place is not known here. */
export const lawAtSeat = (place: string): string | undefined => lawsOfSeats.get(placeName(place))

/** However it is typed: a name that is not understood would be taken for a seat elsewhere. */
function placeName(place: string): string {
  if (/深圳/.test(place)) return 'SHENZHEN'
  if (/香港/.test(place)) return 'HONG_KONG'
  const name = place
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, '_')
  return name.startsWith('HONGKONG') || name.startsWith('HONG_KONG') ? 'HONG_KONG' : name
}

const lawsOfSeats = new Map([
  ['SHENZHEN', 'CN'],
  ['BEIJING', 'CN'],
  ['SHANGHAI', 'CN'],
  ['GUANGZHOU', 'CN'],
  ['ZHUHAI', 'CN'],
  ['HONG_KONG', 'HK'],
  ['MACAO', 'MO'],
  ['SINGAPORE', 'SG'],
  ['LONDON', 'GB'],
  ['PARIS', 'FR'],
])

/** The court that hears challenges to the tribunal and to the award. */
export function supervisoryCourt(seat: Seat): SupervisoryCourt {
  return seatLaw[seat].court
}

export function supervisoryCourtBasis(seat: Seat, on: string): readonly string[] {
  return seat === 'SHENZHEN' && on < '2026-03-01' ? ['2017 Law 58'] : seatLaw[seat].courtBasis
}

/** The period for setting aside an award received on that day; null where another place's law says. */
export function setAsideRule(seat: Seat, receivedOn: string): RuleId | null {
  if (seat === 'HONG_KONG') return 'setaside.HK'
  if (seat === 'other') return null
  // The new law says nothing about awards received before it; the day of receipt decides.
  return receivedOn >= '2026-03-01' ? 'setaside.CN.2025law' : 'setaside.CN.2017law'
}

export function correctionRule(seat: Seat): RuleId | null {
  return seatLaw[seat].correction
}

/** What may still be recovered on the other side of the border: both together never more than the award (L17 Suppl. 3). */
export const stillRecoverable = (award: Money, collected: Money): Money => ({
  ...award,
  minor: award.currency === collected.currency ? Math.max(0, award.minor - collected.minor) : award.minor,
})

export type SetAsideGround = { ground: string; basis: string }

export function setAsideGrounds(seat: Seat, foreignRelated: boolean): readonly SetAsideGround[] {
  if (seat === 'HONG_KONG') return grounds.hongKong
  if (seat === 'other') return []
  return foreignRelated ? grounds.foreignRelated : grounds.domestic
}

/** The seat that an institution's rules give where the parties named none; null where they give none. */
export function defaultSeat(
  institution: string | null,
  rules?: string | null,
): { institution: string; seat: Seat; basis: readonly string[]; confidence: Confidence } | null {
  if (institution === null) return null
  const known = institutionOf(institution)
  if (known?.seat === undefined) return null
  if (institution === 'SCIA' && /UNCITRAL/i.test(rules ?? '')) {
    return { institution, seat: 'HONG_KONG', basis: ['SCIA UNCITRAL 3'], confidence: 'unconfirmed' }
  }
  return { institution, seat: known.seat, basis: known.basis, confidence: known.confidence }
}

export { isListedInstitution, isMainlandInstitution } from './institutions.ts'

/** The time for the award, where the rules count it from the tribunal's constitution. */
export function awardRule(
  institution: string | null,
  procedure: 'expedited' | 'ordinary',
  foreignRelated: boolean,
): RuleId | null {
  if (institution === 'SCIA') return sciaAwardRules[procedure][foreignRelated ? 'foreign' : 'domestic']
  return institution === 'HKIAC' && procedure === 'expedited' ? 'arb.award.hkiac.expedited' : null
}

/** Which procedure a case is accepted into. Elsewhere than at SCIA the parties have to ask for the expedited. */
export function arbitrationProcedure(accepted: {
  institution: string | null
  amount: Money
  acceptedOn: string
  agreed: boolean
}): 'expedited' | 'ordinary' {
  const { institution, amount, acceptedOn, agreed } = accepted
  if (institution === null) return 'ordinary'
  const small =
    institution === 'SCIA' &&
    acceptedOn >= sciaExpedited.from &&
    amount.currency === sciaExpedited.atMost.currency &&
    amount.minor <= sciaExpedited.atMost.minor
  return agreed || small ? 'expedited' : 'ordinary'
}

/** SCIA Rules 56(1), as in force since then. */
export const sciaExpedited = {
  from: '2024-10-01',
  atMost: { minor: 10_000_000_00, currency: 'CNY' },
  basis: ['SCIA 56(1)'],
} as const satisfies { from: string; atMost: Money; basis: readonly string[] }

const seatLaw: Record<
  Seat,
  { court: SupervisoryCourt; courtBasis: readonly string[]; correction: RuleId | null }
> = {
  SHENZHEN: {
    court: 'SHENZHEN_INTERMEDIATE',
    courtBasis: ['L19 71', 'L19 81'],
    correction: 'award.correction',
  },
  HONG_KONG: { court: 'HK_CFI', courtBasis: ['Cap. 609 s.2'], correction: 'award.correction.HK' },
  other: { court: 'other', courtBasis: ['L19 81'], correction: null },
}

const sciaAwardRules = {
  ordinary: { foreign: 'arb.award.scia.foreign', domestic: 'arb.award.scia.domestic' },
  expedited: {
    foreign: 'arb.award.scia.expedited.foreign',
    domestic: 'arb.award.scia.expedited.domestic',
  },
} as const

const grounds: Record<'foreignRelated' | 'domestic' | 'hongKong', readonly SetAsideGround[]> = {
  foreignRelated: [
    { ground: 'noAgreement', basis: 'L19 83(1)' },
    { ground: 'unableToPresent', basis: 'L19 83(2)' },
    { ground: 'procedure', basis: 'L19 83(3)' },
    { ground: 'beyondScope', basis: 'L19 83(4)' },
    { ground: 'publicInterest', basis: 'L19 83' },
  ],
  domestic: [
    { ground: 'noAgreement', basis: 'L19 71(1)' },
    { ground: 'beyondScope', basis: 'L19 71(2)' },
    { ground: 'procedure', basis: 'L19 71(3)' },
    { ground: 'forgedEvidence', basis: 'L19 71(4)' },
    { ground: 'withheldEvidence', basis: 'L19 71(5)' },
    { ground: 'corruptArbitrator', basis: 'L19 71(6)' },
    { ground: 'publicInterest', basis: 'L19 71' },
  ],
  hongKong: [
    { ground: 'incapacity', basis: 'ML 34(2)(a)(i)' },
    { ground: 'noAgreement', basis: 'ML 34(2)(a)(i)' },
    { ground: 'unableToPresent', basis: 'ML 34(2)(a)(ii)' },
    { ground: 'beyondScope', basis: 'ML 34(2)(a)(iii)' },
    { ground: 'procedure', basis: 'ML 34(2)(a)(iv)' },
    { ground: 'notArbitrable', basis: 'ML 34(2)(b)(i)' },
    { ground: 'publicPolicy', basis: 'ML 34(2)(b)(ii)' },
  ],
}
