import { describe, expect, it } from 'vitest'
import {
  choiceIsExpress,
  filingSchema,
  partySchema,
  type PartyFacts,
} from '../../../workflows/rules/facts.ts'
import { parseMoney } from '../../../workflows/rules/fees.ts'
import { courtByLevel, foreignElements, foreignRelated } from '../../../workflows/rules/jurisdiction.ts'

const company = (jurisdiction: string, more: Partial<PartyFacts> = {}): PartyFacts => ({
  ...partySchema.parse({
    id: jurisdiction,
    side: 'claimant',
    kind: 'company',
    name: { en: 'A company' },
    registration: { jurisdiction },
    domicile: jurisdiction,
  }),
  ...more,
})

const qianhaiCompany = company('CN', { investors: [{ origin: 'HK', share: 100 }] })

describe('a foreign element', () => {
  it.each(['HK', 'MO', 'TW', 'SG'])('is a company from %s', place => {
    expect(foreignRelated([company('CN'), company(place)], {})).toBe(true)
  })

  it('is not who owns a Mainland company', () => {
    expect(foreignRelated([qianhaiCompany, company('CN')], { performedIn: 'CN', chosenLaw: 'HK' })).toBe(
      false,
    )
  })

  it('is performance abroad', () => {
    expect(foreignElements([company('CN')], { performedIn: 'HK' })).toEqual([
      { why: 'performedAbroad', place: 'HK', basis: ['GL-1', 'GL-2', 'L2 520', 'L2 549'] },
    ])
  })

  it('is where a person lives', () => {
    const [element] = foreignElements([company('CN', { kind: 'person', domicile: 'HK' })], {})
    expect(element).toMatchObject({ why: 'domiciledAbroad', place: 'HK' })
  })
})

describe('the level of the court', () => {
  it('L1: goes up at forty million yuan, in foreign-related cases only', () => {
    expect(courtByLevel(parseMoney('39999999.99', 'CNY'), true)).toBe('QIANHAI')
    expect(courtByLevel(parseMoney('40000000.00', 'CNY'), true)).toBe('SHENZHEN_INTERMEDIATE')
    expect(courtByLevel(parseMoney('40000000.00', 'CNY'), false)).toBe('QIANHAI')
  })

  it('does not compare dollars with yuan', () => {
    expect(courtByLevel(parseMoney('40000000.00', 'HKD'), true)).toBe('QIANHAI')
  })
})

describe('a filing', () => {
  const filing = {
    title: 'Unpaid price',
    language: 'en',
    filedOn: '2026-03-09',
    pathway: 'litigation',
    subject: 'saleOfGoods',
    claim: { amount: '8800000.00', currency: 'CNY', relief: 'The price' },
    contract: { kind: 'saleOfGoods', performedIn: 'CN' },
    parties: [company('HK')],
  }
  const accepts = (more: object) => filingSchema.safeParse({ ...filing, ...more }).success

  it('is read with what the format leaves out', () => {
    const read = filingSchema.parse({ ...filing, contract: undefined })
    expect(read).toMatchObject({ contract: {}, panel: [], documents: [] })
  })

  it('is refused where an amount, a day or a text could not be kept', () => {
    expect(accepts({})).toBe(true)
    expect(accepts({ claim: { ...filing.claim, amount: '1.234' } })).toBe(false)
    expect(accepts({ claim: { ...filing.claim, amount: '-1' } })).toBe(false)
    expect(accepts({ filedOn: '2026-02-30' })).toBe(false)
    expect(accepts({ title: 'a\u0000b' })).toBe(false)
    expect(accepts({ title: 'a\ud800b' })).toBe(false)
    expect(accepts({ title: '張𠮷' })).toBe(true)
    expect(accepts({ parties: [] })).toBe(false)
  })

  it('distinguishes an ad hoc clause from none', () => {
    expect(filingSchema.parse({ ...filing, contract: { institution: null } }).contract.institution).toBeNull()
    expect(filingSchema.parse(filing).contract.institution).toBeUndefined()
  })

  it('takes a choice of law as express unless it says otherwise', () => {
    expect(choiceIsExpress({ chosenLaw: 'HK' })).toBe(true)
    expect(choiceIsExpress({ chosenLaw: 'HK', choiceExpress: false })).toBe(false)
    expect(choiceIsExpress({})).toBe(false)
  })
})
