import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assessFee,
  feeKinds,
  filingFees,
  formatMinor,
  half,
  parseMoney,
  type Currency,
  type FeeKind,
  type Money,
} from '../../../workflows/rules/fees.ts'

const feeOf = (kind: FeeKind, amount: string, currency: Currency = 'CNY') => {
  const { fee } = assessFee({ kind, amount: parseMoney(amount, currency) })
  return fee && `${fee.currency} ${formatMinor(fee.minor)}`
}

describe('worked examples', () => {
  it.each([
    ['F1', 'court.case', '10000', 'CNY', '50.00'],
    ['F3', 'court.case', '500000', 'CNY', '8800.00'],
    ['F5', 'court.case', '1234567.89', 'CNY', '15911.11'],
    ['F7', 'court.case', '20000000', 'CNY', '141800.00'],
    ['F9', 'court.case.half', '8800000', 'CNY', '36700.00'],
    ['F11', 'court.preservation', '50000', 'CNY', '520.00'],
    ['F13', 'court.preservation', '896000', 'CNY', '5000.00'],
    ['F15', 'court.enforcement', '1200000', 'CNY', '14400.00'],
    ['F17', 'scia.international', '200000', 'CNY', '10000.00'],
    ['F19', 'scia.international', '12500000', 'CNY', '235000.00'],
    ['F21', 'hkiac.admin', '2500000', 'HKD', '42000.00'],
    ['F23', 'hkiac.admin', '25000000', 'HKD', '118000.00'],
    ['story', 'scia.international', '3000000.00', 'CNY', '85000.00'],
    ['story', 'hkiac.admin', '10000000.00', 'HKD', '84100.00'],
  ] as const)('%s: %s on %s %s is %s', (_id, kind, amount, currency, expected) => {
    expect(feeOf(kind, amount, currency)).toBe(`${currency} ${expected}`)
  })

  // The formulas by which courts reckon in the head: percentage and constant of each bracket.
  it.each([
    ['100000', '2300.00'],
    ['200000', '4300.00'],
    ['1000000', '13800.00'],
    ['2000000', '22800.00'],
    ['5000000', '46800.00'],
    ['10000000', '81800.00'],
    ['40000000', '241800.00'],
  ])('the case fee on %s is %s', (amount, expected) => {
    expect(feeOf('court.case', amount)).toBe(`CNY ${expected}`)
  })

  it.each([
    ['court.confirmation', 'CNY 0.00'],
    ['court.setAside', 'CNY 400.00'],
    ['scia.filing', 'CNY 10000.00'],
    ['sciahk.registration', 'HKD 5000.00'],
    ['hkiac.registration', 'HKD 8000.00'],
    ['hkiac.emergency', 'HKD 250000.00'],
  ] as const)('%s is %s whatever the sum', (kind, expected) => {
    expect(feeOf(kind, '123456789.00')).toBe(expected)
  })

  it('confirmation alone is free, by an article that is named', () => {
    const free = feeKinds.map(kind => assessFee({ kind })).filter(({ fee }) => fee?.minor === 0)
    expect(free).toMatchObject([{ kind: 'court.confirmation', basis: ['L11 8(1)', 'L9 11'] }])
  })

  it('an emergency arbitrator of SCIA costs more for each further measure', () => {
    expect(assessFee({ kind: 'scia.emergency' }).fee).toEqual(parseMoney('10000', 'CNY'))
    expect(assessFee({ kind: 'scia.emergency', measures: 3 }).fee).toEqual(parseMoney('14000', 'CNY'))
  })
})

describe('rounding', () => {
  it('is to the nearest hundredth, halves up, and done once', () => {
    expect(feeOf('court.case', '10000.20')).toBe('CNY 50.01')
    expect(feeOf('court.case', '10000.19')).toBe('CNY 50.00')
    expect(feeOf('court.case', '200000.33')).toBe('CNY 4300.00')
    expect(feeOf('court.case', '200000.34')).toBe('CNY 4300.01')
    expect(half({ minor: 5, currency: 'CNY' })).toEqual({ minor: 3, currency: 'CNY' })
    expect(half({ minor: 0, currency: 'CNY' })).toEqual({ minor: 0, currency: 'CNY' })
  })

  it('is exact beyond what floating point could hold', () => {
    expect(feeOf('court.case', '89999999999999.99')).toBe('CNY 450000041800.00')
  })
})

describe('what the schedules do not say', () => {
  it('is not guessed for a sum in another currency', () => {
    const { fee, workings, basis } = assessFee({ kind: 'court.case', amount: parseMoney('1000', 'USD') })
    expect(fee).toBeNull()
    expect(workings).toEqual([{ line: 'needsRate', from: 'USD', to: 'CNY' }])
    expect(basis).toContain('L11 55')
  })

  it('is shown as a range, unconfirmed, where the province fixes the figure', () => {
    expect(assessFee({ kind: 'court.jurisdictionObjection' })).toMatchObject({
      workings: [{ line: 'range', from: parseMoney('50', 'CNY'), to: parseMoney('100', 'CNY') }],
      confidence: 'unconfirmed',
    })
    expect(assessFee({ kind: 'court.case' })).toMatchObject({
      basis: ['L11 13(2)'],
      confidence: 'unconfirmed',
    })
  })

  it('is marked where a figure was inferred from its neighbours', () => {
    const admin = (amount: string) => assessFee({ kind: 'hkiac.admin', amount: parseMoney(amount, 'HKD') })
    expect(admin('400000')).toMatchObject({ fee: parseMoney('19800', 'HKD'), confidence: 'modelling' })
    expect(admin('400000.01')).toMatchObject({ confidence: 'confirmed' })
    expect(admin('900000000')).toMatchObject({ fee: parseMoney('400000', 'HKD'), confidence: 'modelling' })
  })

  it('leaves a domestic case at SCIA without a figure', () => {
    expect(filingFees('SCIA', true)).toEqual(['scia.filing', 'scia.international'])
    expect(filingFees('SCIA', false)).toEqual([])
    expect(filingFees(null, true)).toEqual([])
  })

  it('leaves SCIAHK’s administrative fee open, whose brackets were not seen, and states HKIAC’s', () => {
    expect(filingFees('SCIAHK', true)).toEqual(['sciahk.registration'])
    expect(filingFees('HKIAC', false)).toEqual(['hkiac.registration', 'hkiac.admin'])
  })
})

describe('the schedules', () => {
  const scheduled = [
    'court.case',
    'court.case.half',
    'court.preservation',
    'court.enforcement',
    'scia.international',
    'hkiac.admin',
  ] as const
  const currencyOf = (kind: FeeKind): Currency => (kind.startsWith('hkiac') ? 'HKD' : 'CNY')
  const minorOf = (kind: FeeKind, minor: number) =>
    assessFee({ kind, amount: { minor, currency: currencyOf(kind) } }).fee!.minor

  // A wrong limit or constant of a bracket shows as a jump: no bracket charges more than 3.5 %.
  it.each(scheduled)('of %s never fall, and never jump', kind => {
    const sum = fc.oneof(
      fc.integer({ min: 0, max: 500_000_000_00 }),
      fc
        .constantFrom(
          ...[1_000, 10_000, 100_000, 200_000, 400_000, 500_000, 800_000, 1_000_000, 2_000_000, 4_000_000],
          ...[5_000_000, 8_000_000, 10_000_000, 16_000_000, 20_000_000, 40_000_000, 50_000_000, 80_000_000],
          ...[240_000_000, 400_000_000],
        )
        .map(units => units * 100),
    )
    fc.assert(
      fc.property(sum, fc.integer({ min: 0, max: 100_00 }), (minor, more) => {
        const step = minorOf(kind, minor + more) - minorOf(kind, minor)
        expect(step).toBeGreaterThanOrEqual(0)
        expect(step).toBeLessThanOrEqual(Math.ceil(more * 0.035) + 1)
      }),
      { numRuns: 3_000 },
    )
  })

  it('cite a source for every kind', () => {
    for (const kind of feeKinds) expect(assessFee({ kind }).basis, kind).not.toHaveLength(0)
  })

  it('work out to the fee they show', () => {
    const { workings, fee } = assessFee({ kind: 'court.case', amount: parseMoney('1234567.89', 'CNY') })
    expect(workings.at(-2)).toEqual({
      line: 'bracketRounded',
      percent: '0.9',
      over: parseMoney('1000000', 'CNY'),
      part: parseMoney('234567.89', 'CNY'),
      share: parseMoney('2111.11', 'CNY'),
    })
    expect(workings.at(-1)).toEqual({ line: 'total', fee })
  })

  it.each(['court.case', 'court.enforcement', 'scia.international', 'hkiac.admin'] as const)(
    'are the sum of the lines of their working, of which one at most is rounded: %s',
    kind => {
      fc.assert(
        fc.property(fc.integer({ min: 300_000_00, max: 900_000_000_00 }), minor => {
          const { fee, workings } = assessFee({
            kind,
            amount: { minor, currency: currencyOf(kind) },
          })
          const parts = workings.map(
            ({ line, fee, share }) => (line === 'flat' ? fee : share) as Money | undefined,
          )
          expect(parts.reduce((sum, part) => sum + (part?.minor ?? 0), 0)).toBe(fee?.minor)
          expect(workings.filter(({ line }) => line === 'bracketRounded').length).toBeLessThanOrEqual(1)
        }),
      )
    },
  )

  it('say where half of a fee is rounded up', () => {
    const lastLine = (amount: string) =>
      assessFee({ kind: 'court.case.half', amount: parseMoney(amount, 'CNY') }).workings.at(-1)
    expect(lastLine('1234567.89')).toEqual({ line: 'halfRounded', fee: parseMoney('7955.56', 'CNY') })
    expect(lastLine('8800000')).toEqual({ line: 'half', fee: parseMoney('36700', 'CNY') })
  })
})

describe('a sum of money', () => {
  it.each([
    ['1234567.89', 123456789],
    ['1,234,567.89', 123456789],
    ['0.5', 50],
    ['7', 700],
    [' 40000000.00 ', 4_000_000_000],
  ])('is read from %s', (text, minor) => {
    expect(parseMoney(text, 'CNY')).toEqual({ minor, currency: 'CNY' })
  })

  it.each(['', '-1', '1.234', '1e3', '12,34', '１００', 'abc', '99999999999999999.00'])(
    'is refused as %j',
    text => {
      expect(() => parseMoney(text, 'CNY')).toThrow(RangeError)
    },
  )

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), minor => {
        expect(parseMoney(formatMinor(minor), 'HKD').minor).toBe(minor)
      }),
    )
    expect(formatMinor(-5)).toBe('-0.05')
  })
})
