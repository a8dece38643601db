import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClause } from '../../../workflows/rules/readClause.ts'
import { clauses } from './clauses.ts'
import { laws } from './laws.ts'

const lawsOf = (text: string) => readClause(text).governingLaws.toSorted().join()

describe('the law of a contract', () => {
  it.each(laws)('%s: %s', (text, codes) => {
    expect(lawsOf(text)).toBe(codes)
  })

  it('is the same in capitals', () => {
    for (const [text, codes] of laws) {
      // Where a sentence ends cannot be told from capitals alone.
      if (!/[.;] |'|US\b/.test(text)) expect(lawsOf(text.toUpperCase()), text).toBe(codes)
    }
  })

  it.each([
    ['This Agreement is governed by the laws ofTexas.', 'US-TX'],
    ['This Agreement is governed by the laws ofthe State of Texas.', 'US-TX'],
    ['This Agreement is governed by the laws oftheState of Texas.', 'US-TX'],
    ['This Agreement is governed by UK law.', 'GB'],
    ['This Agreement is governed by the laws of the U.S.', 'US'],
    ['This Agreement is governed by the laws of those of us who sign.', ''],
  ])('goes by capitals where words ran together or look like others: %s', (text, codes) => {
    expect(lawsOf(text)).toBe(codes)
  })

  it('is told with the words that it was read from', () => {
    expect(readClause('This Lease  is governed by the laws of\nHong Kong.').from.governingLaws).toBe(
      'laws of\nHong Kong',
    )
    expect(readClause('本協議受香港法律管轄。').from.governingLaws).toBe('香港法律')
    expect(readClause('Made in Texas and governed by the laws thereof').from.governingLaws).toBe(
      'laws thereof',
    )
  })

  it('is quoted from the right place after letters that have more than one plain form', () => {
    expect(readClause('第㈱條…𠮷田公司同意本協議受香港法律管轄。').from.governingLaws).toBe('香港法律')
  })

  it('may be the Vienna Sales Convention, where the clause makes it apply', () => {
    const treatyOf = (text: string) => readClause(text).treaty
    expect(treatyOf('This contract is governed by the CISG.')).toBe('CISG')
    expect(treatyOf('The CISG applies to this contract.')).toBe('CISG')
    expect(treatyOf('The parties have read the CISG.')).toBeUndefined()
    expect(readClause('The CISG shall not apply.')).toMatchObject({ notes: ['treatyExcluded'] })
  })
})

describe('an arbitration clause', () => {
  it.each(clauses)('%s', (text, { notes, ...expected }) => {
    const reading = readClause(text)
    expect(reading).toMatchObject(expected)
    if (notes) expect(reading.notes).toEqual(notes)
  })

  it('is told with the words that it was read from', () => {
    const { from } = readClause('爭議提交香港國際仲裁中心，仲裁地 為香港。仲裁語言為英文。')
    expect(from).toEqual({ institution: '香港國際仲裁中心', seat: '香港', language: '英文' })
    const turkish = readClause('Hearings in İzmir; arbitration by HKIAC. The seat is Hong Kong.')
    expect(turkish.from).toEqual({ institution: 'HKIAC', seat: 'Hong Kong' })
  })
})

describe('whatever is pasted', () => {
  const pieces = [...laws, ...clauses].flatMap(([text]) => text.split(/(?<=[ ，。])/))

  it('is read without fault, and twice the same', () => {
    const mixed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(mixed, parts => {
        const text = parts.join('')
        const reading = readClause(text)
        expect(readClause(text)).toEqual(reading)
        for (const code of reading.governingLaws) expect(code).toMatch(/^[A-Z]{2}(-[A-Z]{2,3})?$/)
        for (const words of Object.values(reading.from).flatMap(quoted => quoted.split(' … '))) {
          expect(text).toContain(words)
        }
      }),
      { numRuns: 100 },
    )
  })

  const hostile = [
    ...[
      'governed by laws of that state ',
      'laws (',
      'laws , ',
      'laws of New York and ',
      '中华人民共和国香港',
      '适用(中国(',
    ],
    ...[
      'each party appoint one appoint arbitrator ',
      'seat of the arbitration shall be in the ',
      'SCIA rules ',
    ],
    ...[
      'Pennsylvannib of ',
      'U.',
      'U. ',
      'language arbitration proceedings ',
      'except that laws of France govern ',
    ],
    ...['or either by arbitration ', 'law;', '\n', '"', '\ud800', '仲裁地', ' ', 'a'],
  ]

  it('takes a time in proportion to its length', () => {
    const seconds = (piece: string, length: number) => {
      const text = piece.repeat(length / piece.length)
      const start = performance.now()
      readClause(text)
      return (performance.now() - start) / 1000
    }
    for (const piece of hostile) {
      const short = Math.min(seconds(piece, 5_000), seconds(piece, 5_000))
      // Four times as long; sixteen would be a square.
      expect(seconds(piece, 20_000), piece).toBeLessThan(10 * short + 0.5)
    }
  })
})
