import type { Confidence } from './deadlineRules.ts'

export const currencies = ['CNY', 'HKD', 'MOP', 'TWD', 'USD', 'EUR', 'GBP', 'SGD'] as const
export type Currency = (typeof currencies)[number]

/** Hundredths of a currency; every currency here has them. */
export type Money = { minor: number; currency: Currency }

/** One line of the working: a word for t('rules:working.<line>', params) and its params. */
export type WorkingLine = { line: string; [param: string]: string | number | Money }

export type FeeAssessment = {
  kind: FeeKind
  /** Null where no known schedule gives a figure; the working says what is missing. */
  fee: Money | null
  workings: WorkingLine[]
  basis: readonly string[]
  confidence: Confidence
}

export type FeeQuestion = {
  kind: FeeKind
  /** What is claimed, appealed, preserved or enforced; absent where no sum is in dispute. */
  amount?: Money
  /** How many measures an emergency arbitrator is asked for. */
  measures?: number
}

export function assessFee({ kind, amount, measures = 1 }: FeeQuestion): FeeAssessment {
  const rule: FeeRule = feeRules[kind]
  const assessment = { kind, basis: rule.basis, confidence: rule.confidence ?? 'confirmed' }
  if ('fixed' in rule) return { ...assessment, ...fixedFee(rule, measures) }
  if ('range' in rule) return { ...assessment, ...withinRange(rule.range, rule.currency) }
  if (!amount) {
    const { withoutSum } = rule
    if (!withoutSum) return { ...assessment, fee: null, workings: [{ line: 'needsAmount' }] }
    return { ...assessment, ...withinRange(withoutSum.range, rule.currency), basis: withoutSum.basis }
  }
  if (amount.currency !== rule.currency) {
    const workings: WorkingLine[] = [{ line: 'needsRate', from: amount.currency, to: rule.currency }]
    return { ...assessment, fee: null, workings, basis: [...rule.basis, ...(rule.exchange ?? [])] }
  }
  const { fee: full, workings } = scheduledFee(rule.schedule, amount)
  const derived = rule.schedule.derived?.(amount.minor) ?? false
  const confidence = derived ? 'modelling' : assessment.confidence
  if (!rule.halved) return { ...assessment, fee: full, workings, confidence }
  const fee = half(full)
  const line = full.minor % 2 === 0 ? 'half' : 'halfRounded'
  return { ...assessment, fee, workings: [...workings, { line, fee }], confidence }
}

/** Half of a sum, half a hundredth rounded up. */
export function half({ minor, currency }: Money): Money {
  return { minor: Number((BigInt(minor) + (minor > 0 ? 1n : 0n)) / 2n), currency }
}

/** The fees that an institution asks on filing, where its schedule is known. */
export function filingFees(institution: string | null, foreignRelated: boolean): FeeKind[] {
  if (institution === 'SCIA') return foreignRelated ? ['scia.filing', 'scia.international'] : []
  if (institution === 'HKIAC') return ['hkiac.registration', 'hkiac.admin']
  return institution === 'SCIAHK' ? ['sciahk.registration'] : []
}

/** Reads a decimal such as 1234567.89 or 1,234,567.89; throws at anything else, and at what cannot be kept. */
export function parseMoney(text: string, currency: Currency): Money {
  const written = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!written) throw new RangeError(`${JSON.stringify(text)} is not a sum of money`)
  const [, units = '', hundredths = ''] = written
  return { minor: safe(BigInt(units.replaceAll(',', '') + hundredths.padEnd(2, '0'))), currency }
}

/** Hundredths as a plain decimal: 1591111 as 15911.11. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

type FeeRule = { basis: readonly string[]; currency: Currency; confidence?: Confidence } & (
  | { fixed: number; perFurther?: number }
  | { range: Range }
  | {
      schedule: Schedule
      withoutSum?: { range: Range; basis: readonly string[] }
      halved?: true
      /** On sums in another currency. */
      exchange?: readonly string[]
    }
)

type Range = readonly [from: number, to: number]

/** Each bracket charges its percentage on the part of the sum within it. */
type Schedule = {
  flat?: { upTo: number; fee: number }
  brackets: readonly (readonly [upTo: number, percent: string])[]
  minimum?: number
  cap?: number
  /** Sums, in hundredths, for which the figure is inferred from its neighbours. */
  derived?: (minor: number) => boolean
}

const caseSchedule: Schedule = {
  flat: { upTo: 10_000, fee: 50 },
  brackets: [
    [100_000, '2.5'],
    [200_000, '2'],
    [500_000, '1.5'],
    [1_000_000, '1'],
    [2_000_000, '0.9'],
    [5_000_000, '0.8'],
    [10_000_000, '0.7'],
    [20_000_000, '0.6'],
    [Infinity, '0.5'],
  ],
}

const court = { currency: 'CNY' } as const
const exchange = ['L11 55'] as const
// The copies of SCIA's schedule and rules that were read date from 2021.
const scia = { currency: 'CNY', confidence: 'unconfirmed' } as const
const hongKong = { currency: 'HKD' } as const

const feeRules = {
  'court.case': {
    ...court,
    basis: ['L11 13(1)'],
    schedule: caseSchedule,
    withoutSum: { range: [50, 100], basis: ['L11 13(2)'] },
    exchange,
  },
  'court.case.half': {
    ...court,
    basis: ['L11 13(1)', 'L11 15', 'L11 16', 'L11 18'],
    schedule: caseSchedule,
    halved: true,
    exchange,
  },
  'court.preservation': {
    ...court,
    basis: ['L11 14(2)'],
    exchange,
    schedule: {
      flat: { upTo: 1_000, fee: 30 },
      brackets: [
        [100_000, '1'],
        [Infinity, '0.5'],
      ],
      cap: 5_000,
    },
  },
  'court.enforcement': {
    ...court,
    basis: ['L11 14(1)'],
    exchange,
    schedule: {
      flat: { upTo: 10_000, fee: 50 },
      brackets: [
        [500_000, '1.5'],
        [5_000_000, '1'],
        [10_000_000, '0.5'],
        [Infinity, '0.1'],
      ],
    },
    withoutSum: { range: [50, 500], basis: ['L11 14(1)'] },
  },
  'court.confirmation': { ...court, basis: ['L11 8(1)', 'L9 11'], fixed: 0 },
  'court.setAside': { ...court, basis: ['L11 14(5)'], fixed: 400 },
  'court.jurisdictionObjection': { ...court, basis: ['L11 13(6)'], range: [50, 100] },
  'scia.filing': { ...scia, basis: ['SCIA fees'], fixed: 10_000 },
  'scia.international': {
    ...scia,
    basis: ['SCIA fees'],
    schedule: {
      brackets: [
        [1_000_000, '3.5'],
        [5_000_000, '2.5'],
        [10_000_000, '1.5'],
        [50_000_000, '1'],
        [Infinity, '0.65'],
      ],
      minimum: 10_000,
    },
  },
  'scia.emergency': { ...scia, basis: ['SCIA fees'], fixed: 10_000, perFurther: 2_000 },
  'sciahk.registration': { ...hongKong, basis: ['SCIAHK fees'], fixed: 5_000 },
  'hkiac.registration': { ...hongKong, basis: ['HKIAC fees'], fixed: 8_000 },
  'hkiac.admin': {
    ...hongKong,
    basis: ['HKIAC fees'],
    schedule: {
      flat: { upTo: 400_000, fee: 19_800 },
      brackets: [
        [800_000, '1.3'],
        [4_000_000, '1'],
        [8_000_000, '0.545'],
        [16_000_000, '0.265'],
        [40_000_000, '0.2'],
        [80_000_000, '0.11'],
        [240_000_000, '0.071'],
        [400_000_000, '0.059'],
        [Infinity, '0'],
      ],
      derived: minor => minor <= 400_000_00 || minor > 400_000_000_00,
    },
  },
  'hkiac.emergency': { ...hongKong, basis: ['HKIAC fees'], fixed: 250_000 },
} satisfies Record<string, FeeRule>

export type FeeKind = keyof typeof feeRules

export const feeKinds = Object.keys(feeRules) as FeeKind[]

type Fee = Pick<FeeAssessment, 'fee' | 'workings'>

function fixedFee(
  { fixed, perFurther = 0, currency }: { fixed: number; perFurther?: number; currency: Currency },
  measures: number,
): Fee {
  const further = measures - 1
  const first = whole(fixed, currency)
  const workings: WorkingLine[] = [fixed === 0 ? { line: 'none' } : { line: 'fixed', fee: first }]
  if (perFurther === 0 || further === 0) return { fee: first, workings }
  const each = whole(perFurther, currency)
  return {
    fee: { minor: first.minor + further * each.minor, currency },
    workings: [...workings, { line: 'further', count: further, fee: each }],
  }
}

// The province fixes the figure within the range; the most that can be asked is shown, as unconfirmed.
function withinRange([from, to]: Range, currency: Currency): Fee & Pick<FeeAssessment, 'confidence'> {
  const fee = whole(to, currency)
  return {
    fee,
    workings: [{ line: 'range', from: whole(from, currency), to: fee }],
    confidence: 'unconfirmed',
  }
}

function scheduledFee(
  schedule: Schedule,
  { minor, currency }: Money,
): { fee: Money; workings: WorkingLine[] } {
  const workings: WorkingLine[] = []
  const { flat, minimum, cap } = schedule
  const money = (minor: number): Money => ({ minor, currency })
  let floor = 0
  let exact = 0n
  if (flat) {
    floor = flat.upTo * 100
    exact = BigInt(flat.fee) * unit
    workings.push({ line: 'flat', upTo: whole(flat.upTo, currency), fee: whole(flat.fee, currency) })
  }
  for (const [upTo, percent] of schedule.brackets) {
    const part = Math.min(minor, upTo * 100) - floor
    if (part <= 0) break
    const share = BigInt(part) * perHundredThousand(percent)
    exact += share
    const line = share % perHundredth === 0n ? 'bracket' : 'bracketRounded'
    workings.push({ line, percent, part: money(part), over: money(floor), share: rounded(share, currency) })
    floor = upTo * 100
  }
  let fee = rounded(exact, currency)
  if (minimum !== undefined && fee.minor < minimum * 100) {
    fee = whole(minimum, currency)
    workings.push({ line: 'minimum', fee })
  }
  if (cap !== undefined && fee.minor > cap * 100) {
    fee = whole(cap, currency)
    workings.push({ line: 'cap', fee })
  }
  return { fee, workings: [...workings, { line: 'total', fee }] }
}

// Shares are counted in hundred-thousandths of a hundredth. A whole bracket gives whole hundredths, so that only the
// last part can have a fraction, and the lines of the working add up to the total.
const perHundredth = 100_000n
const unit = 100n * perHundredth

function perHundredThousand(percent: string): bigint {
  const [units = '', thousandths = ''] = percent.split('.')
  return BigInt(units + thousandths.padEnd(3, '0'))
}

/** To the nearest hundredth, half a hundredth up. */
function rounded(share: bigint, currency: Currency): Money {
  return { minor: safe((share + perHundredth / 2n) / perHundredth), currency }
}

function whole(units: number, currency: Currency): Money {
  return { minor: units * 100, currency }
}

function safe(minor: bigint): number {
  const number = Number(minor)
  if (!Number.isSafeInteger(number)) throw new RangeError('the sum is too large to be kept')
  return number
}
