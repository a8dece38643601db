import { describe, expect, it } from 'vitest'
import {
  choiceIsExpress,
  filingSchema,
  partySchema,
  type PartyFacts,
} from '../../../workflows/rules/facts.ts'
import { parseMoney } from '../../../workflows/rules/fees.ts'
import {
  courtByLevel,
  foreignElements,
  foreignRelated,
  jurisdiction,
  jurisdictionOf,
  type AskedForCourt,
} from '../../../workflows/rules/jurisdiction.ts'
import { including } from '../../support/including.ts'
import {
  companyFrom,
  mainlandCompany,
  nanshanCompany,
  qianhaiCompany as qianhai,
} from '../../support/parties.ts'

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

describe('the court and its procedures', () => {
  const asHongKong = [companyFrom('HK'), nanshanCompany()]
  const domestic = [mainlandCompany('Shenzhen'), nanshanCompany()]
  const find = (amount: string, more: Partial<AskedForCourt> = {}, currency: 'CNY' | 'HKD' = 'CNY') =>
    jurisdiction({
      claim: parseMoney(amount, currency),
      parties: asHongKong,
      contract: { performedIn: 'CN' },
      on: '2026-06-01',
      ...more,
    })

  it('L1: forty million yuan divide Hong Kong-related claims, not domestic ones', () => {
    expect(find('39999999.99')).toMatchObject({
      verdict: 'supported',
      court: 'QIANHAI',
      foreignRelated: true,
    })
    const above = find('40000000.00')
    expect(above).toMatchObject({ court: 'SHENZHEN_INTERMEDIATE', procedures: ['ordinary'] })
    expect(above.basis).toContain('L12 2')
    const within = find('40000000.00', { parties: domestic })
    expect(within).toMatchObject({ court: 'QIANHAI', foreignRelated: false, verdict: 'supported' })
    expect(within.warnings).toEqual(expect.arrayContaining(['domesticLevelTable', 'ordinaryVenue']))
  })

  it('goes higher for five billion, and for what is complex', () => {
    expect(find('5000000000.00').court).toBe('GUANGDONG_HIGH')
    expect(find('4999999999.99').court).toBe('SHENZHEN_INTERMEDIATE')
    expect(find('100', { complex: true }).court).toBe('SHENZHEN_INTERMEDIATE')
    expect(find('100', { complex: true }, 'HKD').court).toBe('SHENZHEN_INTERMEDIATE')
    expect(find('5000000000.00', { complex: true }).court).toBe('GUANGDONG_HIGH')
  })

  it('takes a sum in another currency at a dated rate, and asks for one', () => {
    expect(find('43000000.00', {}, 'HKD')).toMatchObject({
      verdict: 'needsFacts',
      court: null,
      needs: ['rate'],
    })
    const rate = { currency: 'HKD', on: '2026-05-29', rate: '0.9302' } as const
    expect(find('43000000.00', { rate }, 'HKD')).toMatchObject({
      verdict: 'supported',
      court: 'QIANHAI',
      confidence: 'modelling',
    })
    expect(find('43010000.00', { rate }, 'HKD').court).toBe('SHENZHEN_INTERMEDIATE')
    expect(find('43010000.00', { rate: { ...rate, currency: 'USD' } }, 'HKD').needs).toEqual(['rate'])
    expect(courtByLevel(parseMoney('43010000.00', 'HKD'), true, rate)).toBe('SHENZHEN_INTERMEDIATE')
    // A domestic claim is not measured by that table, so it needs no rate.
    expect(find('1.00', { parties: domestic }, 'HKD').verdict).toBe('supported')
  })

  it('offers small claims in domestic cases about money only', () => {
    expect(find('10000').procedures).toEqual(['ordinary', 'summary'])
    expect(find('10000').basis).toContain('CPL 166')
    expect(find('10000', { parties: domestic }).procedures).toContain('smallClaims')
    expect(find('10000', { parties: domestic, subject: 'immovable' }).procedures).toEqual([
      'ordinary',
      'summary',
    ])
  })

  it('does not become foreign-related by the law chosen (GL-16)', () => {
    const found = find('1000', { parties: [qianhai('HK'), nanshanCompany()], contract: { chosenLaw: 'HK' } })
    expect(found).toMatchObject({
      foreignRelated: false,
      warnings: including('chosenLawIsNoElement'),
    })
  })

  it('is that of the land, of the venture, or the one agreed', () => {
    const venue = (contract: AskedForCourt['contract'], parties = asHongKong) =>
      find('1000', { contract, parties })
    expect(venue({ kind: 'immovable' })).toMatchObject({
      venue: ['land'],
      basis: including('CPL 34'),
    })
    expect(venue({ kind: 'equityJointVenture', performedIn: 'CN' })).toMatchObject({ venue: ['exclusive'] })
    expect(venue({ courtChosen: 'CN' }).basis).toContain('CPL 277')
    expect(venue({ courtChosen: 'CN' }, domestic).basis).toContain('CPL 35')
    expect(venue({ performedIn: 'CN' })).toMatchObject({ venue: ['defendant', 'performance'] })
  })

  it('needs a tie to the Mainland where the defendant has no domicile there', () => {
    const parties = [mainlandCompany('Shenzhen'), companyFrom('HK', 'respondent')]
    expect(find('1000', { parties, contract: {} })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['mainlandTie'],
      court: 'QIANHAI',
    })
    const contract = { signedIn: 'CN', performedIn: 'CN', subjectMatterIn: 'CN', occurredIn: 'CN' }
    expect(find('1000', { parties, contract })).toMatchObject({
      verdict: 'supported',
      venue: ['signing', 'performance', 'subjectMatter', 'tort'],
      warnings: including('moreConvenientCourt'),
    })
  })

  it('may refuse where a court abroad was agreed on alone', () => {
    const contract = { performedIn: 'CN', courtChosen: 'HK' }
    expect(find('1000', { contract: { ...contract, courtExclusive: true } })).toMatchObject({
      verdict: 'atRisk',
      warnings: including('foreignCourtClause'),
    })
    expect(find('1000', { contract }).verdict).toBe('supported')
  })

  it('leaves foreign-related disputes of the sea to courts of their own', () => {
    const found = find('1000', { contract: { performedIn: 'CN', maritime: true } })
    expect(found).toMatchObject({ court: 'other', procedures: ['ordinary'] })
    expect(found.basis).toContain('L12 6')
    expect(found.warnings).toContain('specialCourt')
  })

  it('leaves intellectual property to courts of its own, and points to an arbitration clause', () => {
    expect(find('1000', { contract: { relation: 'ipInfringement' } })).toMatchObject({
      court: 'other',
      warnings: including('specialCourt'),
    })
    expect(find('1000', { contract: { performedIn: 'CN', institution: 'SCIA' } }).warnings).toContain(
      'arbitrationFirst',
    )
    expect(find('1000', { contract: { performedIn: 'CN', seat: 'SHENZHEN' } }).warnings).toContain(
      'arbitrationFirst',
    )
  })

  it('is asked with the claim as filings write it', () => {
    const question = {
      claim: { amount: '40000000', currency: 'CNY' as const },
      parties: asHongKong,
      contract: {},
      on: '2026-06-01',
    }
    expect(jurisdictionOf(question).court).toBe('SHENZHEN_INTERMEDIATE')
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
