import { describe, expect, it } from 'vitest'
import { arbitrationClause, type ClauseFinding } from '../../../workflows/rules/arbitrationClause.ts'
import { computeDeadline } from '../../../workflows/rules/deadlines.ts'
import type { ContractFacts, PartyInLaw } from '../../../workflows/rules/facts.ts'
import { parseMoney } from '../../../workflows/rules/fees.ts'
import type { Asked } from '../../../workflows/rules/governingLaw.ts'
import { institutionsIn } from '../../../workflows/rules/institutions.ts'
import { stillRecoverable } from '../../../workflows/rules/seat.ts'
import { seat } from '../../../workflows/rules/seatFinding.ts'
import { including } from '../../support/including.ts'
import { companyFrom, mainlandCompany, nanshanCompany, qianhaiCompany } from '../../support/parties.ts'

const asked = (parties: PartyInLaw[], contract: ContractFacts, more: Partial<Asked> = {}): Asked => ({
  parties,
  contract,
  stage: 'filing',
  on: '2026-05-12',
  forum: 'arbitration',
  ...more,
})
const find = (...of: Parameters<typeof asked>): ClauseFinding => arbitrationClause(asked(...of))
const stepsOf = ({ steps }: ClauseFinding) => steps.map(({ step }) => step)

const hongKongAndQianhai = () => [
  companyFrom('HK'),
  { ...qianhaiCompany('MAINLAND'), side: 'respondent' as const },
]
const zone = () => mainlandCompany('Shenzhen', ['MAINLAND'], { ftz: true })
const domestic = () => [mainlandCompany('Shenzhen'), nanshanCompany()]
const hkiac: ContractFacts = { institution: 'HKIAC', seat: 'HONG_KONG', performedIn: 'CN' }
const scia: ContractFacts = { institution: 'SCIA' }

describe('the worked examples of seat and clause', () => {
  it('A1: a Dongguan company invested from Hong Kong may go to Hong Kong with a domestic dispute', () => {
    const found = find([mainlandCompany('Dongguan', ['HK', 'MAINLAND']), nanshanCompany()], hkiac)
    expect(found).toMatchObject({ verdict: 'supported', seat: 'HONG_KONG', supervisoryCourt: 'HK_CFI' })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-16', 'GL-17']))
    expect(stepsOf(found)).toEqual(expect.arrayContaining(['replySeat', 'replyAward']))
  })

  it('A3: two companies of the free-trade zone may have an ad hoc tribunal in Shenzhen, if filed', () => {
    const contract: ContractFacts = {
      institution: null,
      rules: 'UNCITRAL',
      seat: 'SHENZHEN',
      performedIn: 'HK',
    }
    const found = find([zone(), zone()], contract)
    expect(found).toMatchObject({ verdict: 'supported', supervisoryCourt: 'SHENZHEN_INTERMEDIATE' })
    expect(found.basis).toContain('L19 82')
    expect(stepsOf(found)).toContain('adHocFiling')
    expect(find([zone(), zone()], contract, { on: '2026-02-28' }).verdict).toBe('notSupported')
    expect(find([zone(), zone()], contract, { on: '2026-03-01' }).verdict).toBe('supported')
  })

  it('A5: an ad hoc tribunal in Hong Kong stands, without preservation by Mainland courts', () => {
    const found = find(hongKongAndQianhai(), { institution: null, rules: 'UNCITRAL', seat: 'HONG_KONG' })
    expect(found).toMatchObject({
      verdict: 'supported',
      laws: ['HK'],
      warnings: including('noArrangement'),
    })
    const { interim, enforcement } = found.seatFinding
    expect(interim).toContain('interim.hongKongCourt')
    expect(interim).not.toContain('interim.arrangement')
    expect(enforcement).toContain('enforce.mainlandByArrangement')
  })

  it('A7: SCIA under the UNCITRAL Rules is an institution; the seat is asked for', () => {
    const found = find(hongKongAndQianhai(), { institution: 'SCIA', rules: 'UNCITRAL Rules' })
    expect(found).toMatchObject({ verdict: 'supported', seat: null, supervisoryCourt: null, needs: ['seat'] })
    expect(found.seatFinding.verdict).toBe('needsFacts')
    expect(found.basis).toEqual(expect.arrayContaining(['L19 81', 'SCIA UNCITRAL 3']))
    expect(found.warnings).toContain('seatAskParties')
  })

  it('A11: what was collected in Shenzhen is not recovered again in Hong Kong', () => {
    const award = parseMoney('12000000', 'CNY')
    expect(stillRecoverable(award, parseMoney('8000000', 'CNY'))).toEqual(parseMoney('4000000', 'CNY'))
    expect(stillRecoverable(award, parseMoney('13000000', 'CNY')).minor).toBe(0)
    expect(stillRecoverable(award, parseMoney('8000000', 'HKD'))).toEqual(award)
  })

  it('A13: a freeze without the institution’s letter is lifted after thirty days', () => {
    const { due } = computeDeadline({ rule: 'interim.hkSeat.acceptanceLetter', base: '2026-09-08' })
    expect(due).toBe('2026-10-08')
  })
})

describe('Mainland parties with a seat abroad', () => {
  const companies = () => [mainlandCompany('Dongguan', ['HK']), nanshanCompany()]
  it('need the Reply, which holds from 14 February 2025', () => {
    expect(find(companies(), hkiac, { on: '2025-02-13' })).toMatchObject({ verdict: 'notSupported' })
    expect(find(companies(), hkiac, { on: '2025-02-14' })).toMatchObject({ verdict: 'supported' })
    expect(find(domestic(), hkiac).verdict).toBe('notSupported')
    expect(find([mainlandCompany('Changsha', ['HK']), nanshanCompany()], hkiac).verdict).toBe('notSupported')
  })

  it('are asked for their city', () => {
    const found = find([mainlandCompany(undefined, ['HK']), nanshanCompany()], hkiac)
    expect(found).toMatchObject({ verdict: 'needsFacts', needs: ['city'] })
  })

  it('may not go further than Hong Kong and Macao, whether by seat or by institution', () => {
    expect(find(companies(), { institution: 'SIAC', seat: 'SINGAPORE' }).verdict).toBe('notSupported')
    expect(find(companies(), { institution: 'SIAC' }).verdict).toBe('notSupported')
    expect(find(companies(), { institution: null, seat: 'MACAO', rules: 'UNCITRAL' })).toMatchObject({
      verdict: 'atRisk',
    })
  })

  it('have a seat in Hong Kong by the institution’s rules where they named none', () => {
    const found = find(companies(), { institution: 'HKIAC' })
    expect(found).toMatchObject({ verdict: 'supported', seat: 'HONG_KONG' })
    expect(found.warnings).toContain('seatByRules')
  })

  it('may if both are wholly foreign-owned in the free-trade zone', () => {
    const wfoe = () => mainlandCompany('Shenzhen', ['SG'], { ftz: true })
    const found = find([wfoe(), wfoe()], { institution: 'SIAC', seat: 'SINGAPORE' })
    expect(found.basis).toContain('FTZ Opinions 9')
    expect(found.verdict).not.toBe('notSupported')
    const mixed = mainlandCompany('Shenzhen', ['SG', 'MAINLAND'], { ftz: true })
    expect(find([mixed, wfoe()], { institution: 'SIAC', seat: 'SINGAPORE' }).verdict).toBe('notSupported')
  })
})

describe('the institution, under the law of the Mainland', () => {
  it('has to be chosen', () => {
    expect(find(domestic(), scia)).toMatchObject({ verdict: 'supported', laws: ['CN'], seat: 'SHENZHEN' })
    expect(find(domestic(), { arbitrationClause: 'All disputes go to arbitration.' })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['institution', 'seat'],
    })
    expect(find(domestic(), { institution: null, seat: 'SHENZHEN' }).verdict).toBe('notSupported')
  })

  it('may be told by the rules or the clause', () => {
    const byRules = find(domestic(), {
      institution: null,
      rules: 'SCIA Rules',
      arbitrationClause: 'Arbitration.',
    })
    expect(byRules).toMatchObject({
      verdict: 'supported',
      warnings: including('readFromClause'),
    })
    expect(byRules.basis).toContain('L20 2006 Int. 4')
    const byClause = find(domestic(), { arbitrationClause: '提交深圳国际仲裁院仲裁。' })
    expect(byClause.verdict).toBe('supported')
  })

  it('is at risk where two are named, until one is agreed', () => {
    const found = find(domestic(), { institution: 'SCIA', institutions: ['SCIA', 'CIETAC'] })
    expect(found).toMatchObject({ verdict: 'atRisk', warnings: including('twoInstitutions') })
    const read = find(domestic(), { arbitrationClause: 'arbitration at SCIA or at CIETAC' })
    expect(read.verdict).toBe('atRisk')
  })

  it('from abroad with a seat in Shenzhen is an open question for domestic parties', () => {
    const found = find(domestic(), { institution: 'HKIAC', seat: 'SHENZHEN' })
    expect(found).toMatchObject({
      verdict: 'atRisk',
      warnings: including('offshoreInstitution'),
    })
    const upheld = find(hongKongAndQianhai(), { institution: 'HKIAC', seat: 'SHENZHEN' })
    expect(upheld).toMatchObject({ verdict: 'supported', laws: ['HK', 'CN'] })
    expect(upheld.basis).toContain('L20 2017 Prov. 14')
  })
})

describe('a tribunal without institution in the Mainland', () => {
  const adHoc: ContractFacts = { institution: null, seat: 'SHENZHEN', rules: 'UNCITRAL', performedIn: 'HK' }
  it('is for foreign-related disputes between enterprises of the zone', () => {
    expect(find([zone(), zone()], { ...adHoc, performedIn: 'CN' }).verdict).toBe('notSupported')
    expect(find(domestic(), adHoc).verdict).toBe('notSupported')
    expect(find([zone(), companyFrom('HK')], adHoc).verdict).toBe('notSupported')
  })

  it('is for foreign-related disputes of the sea, wherever the parties are registered', () => {
    const charter = { ...adHoc, maritime: true }
    const found = find(domestic(), charter)
    expect(found).toMatchObject({ verdict: 'supported', warnings: including('adHocFilingEffect') })
    expect(stepsOf(found)).toEqual(expect.arrayContaining(['adHocMaritime', 'adHocFiling']))
    expect(found.basis).toContain('L19 82')
    expect(find(hongKongAndQianhai(), charter).verdict).toBe('supported')
    expect(find(domestic(), { ...charter, performedIn: 'CN' }).verdict).toBe('notSupported')
    const before = find(domestic(), charter, { on: '2026-02-28' })
    expect(before.verdict).toBe('notSupported')
    expect(stepsOf(before), 'there was no exception yet').toContain('noInstitutionBefore')
    expect(find(domestic(), { ...adHoc, maritime: false }).verdict).toBe('notSupported')
  })

  it('is not settled for the cooperation zone outside the free-trade zone', () => {
    expect(find([zone(), qianhaiCompany('MAINLAND')], adHoc)).toMatchObject({
      verdict: 'atRisk',
      warnings: including('designatedArea'),
    })
  })

  it('needs its seat to be known', () => {
    expect(find(hongKongAndQianhai(), { institution: null, rules: 'UNCITRAL' })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['seat'],
    })
  })
})

describe('a clause', () => {
  it('has to be there', () => {
    expect(find(domestic(), {})).toMatchObject({ verdict: 'needsFacts', warnings: ['deemedAgreement'] })
    expect(find(domestic(), {}, { on: '2026-02-28' })).toMatchObject({ verdict: 'needsFacts', warnings: [] })
  })

  it('cannot be about work, but can about a joint venture', () => {
    expect(find(domestic(), { ...scia, kind: 'employment' }).verdict).toBe('notSupported')
    expect(find(hongKongAndQianhai(), { ...hkiac, kind: 'equityJointVenture' })).toMatchObject({
      verdict: 'supported',
    })
  })

  it('names its seat and institution however they are typed', () => {
    for (const typed of ['Hong Kong', 'hong_kong', 'HONGKONG', 'Hong Kong SAR', '香港'])
      expect(find(hongKongAndQianhai(), { ...hkiac, seat: typed })).toMatchObject({
        seat: 'HONG_KONG',
        supervisoryCourt: 'HK_CFI',
      })
    for (const typed of ['Shenzhen', 'shenzhen', '深圳市'])
      expect(find(hongKongAndQianhai(), { ...scia, seat: typed })).toMatchObject({
        seat: 'SHENZHEN',
        supervisoryCourt: 'SHENZHEN_INTERMEDIATE',
      })
    for (const typed of ['hkiac', 'Hong Kong International Arbitration Centre', '香港國際仲裁中心'])
      expect(find(hongKongAndQianhai(), { institution: typed }).seat).toBe('HONG_KONG')
    expect(find(hongKongAndQianhai(), { ...hkiac, seat: 'constructor' }).seat).toBe('other')
  })

  it('that lets a party sue as well depends on the other side', () => {
    const open = { ...scia, arbitrateOrSue: true }
    expect(find(domestic(), open)).toMatchObject({ verdict: 'atRisk', warnings: ['arbitrateOrSue'] })
    expect(find(domestic(), open, { objected: true }).verdict).toBe('notSupported')
    expect(find(domestic(), open, { firstHearingHeld: true }).verdict).toBe('supported')
    expect(find(hongKongAndQianhai(), { ...hkiac, arbitrateOrSue: true })).toMatchObject({
      verdict: 'supported',
      warnings: including('arbitrateOrSueHongKong'),
    })
  })

  it.each([
    [
      'Either party may submit the dispute to SCIA for arbitration or bring it before the people’s court.',
      'atRisk',
    ],
    ['可向深圳国际仲裁院申请仲裁,也可向人民法院起诉。', 'atRisk'],
    ['Disputes shall be arbitrated by the Shenzhen Court of International Arbitration.', 'supported'],
    [
      'Disputes go to arbitration at SCIA. Either party may ask a court for interim relief before or during arbitration.',
      'supported',
    ],
  ])('%s', (text, verdict) => {
    expect(find(domestic(), { ...scia, arbitrationClause: text }).verdict).toBe(verdict)
  })

  it('for ad hoc arbitration says so by itself', () => {
    const text = 'Ad hoc arbitration under the UNCITRAL Arbitration Rules; the seat shall be Hong Kong.'
    const found = find(hongKongAndQianhai(), { arbitrationClause: text })
    expect(found).toMatchObject({ verdict: 'supported', laws: ['HK'], seat: 'HONG_KONG' })
    expect(found.warnings).toEqual(expect.arrayContaining(['readFromClause', 'noArrangement']))
    const inShenzhen = text.replace('Hong Kong', 'Shenzhen')
    expect(find(domestic(), { arbitrationClause: inShenzhen }).verdict).toBe('notSupported')
  })

  it('that none of the laws it may be judged by is known to uphold stays at risk', () => {
    const found = find(hongKongAndQianhai(), { institution: 'SIAC', seat: 'SHENZHEN' })
    expect(found).toMatchObject({
      verdict: 'atRisk',
      laws: ['SG', 'CN'],
      warnings: including('offshoreInstitution'),
    })
    expect(found.basis).toContain('L20 2017 Prov. 14')
  })

  it('is not judged by the law chosen for the contract alone', () => {
    expect(find(hongKongAndQianhai(), { ...scia, chosenLaw: 'HK' })).toMatchObject({
      verdict: 'supported',
      laws: ['CN'],
      warnings: including('contractLawNotAgreementLaw'),
    })
    expect(find(hongKongAndQianhai(), { ...scia, arbitrationLaw: 'HK' })).toMatchObject({ laws: ['HK'] })
    expect(find(hongKongAndQianhai(), { ...scia, arbitrationLaw: 'SG' })).toMatchObject({
      verdict: 'atRisk',
      warnings: including('lawNotHere'),
    })
    expect(find(hongKongAndQianhai(), { institution: 'AAA', arbitrationClause: 'AAA' })).toMatchObject({
      laws: ['CN'],
    })
    expect(find(hongKongAndQianhai(), { institution: 'AAA', seat: 'ATLANTIS' })).toMatchObject({
      laws: ['other'],
    })
  })
})

describe('the seat', () => {
  const at = (contract: ContractFacts, on = '2026-05-12', more: Partial<Asked> = {}) =>
    seat(asked(hongKongAndQianhai(), contract, { on, ...more }))

  it('fixes law, court and time to set aside; the law of 2025 from 1 March 2026', () => {
    expect(at({ seat: 'SHENZHEN', ...scia }, '2026-02-28')).toMatchObject({
      lexArbitri: '2017 Law',
      setAside: 'setaside.CN.2017law',
      warnings: ['setAsideTransition'],
    })
    expect(at({ seat: 'SHENZHEN', ...scia }, '2026-03-01')).toMatchObject({
      lexArbitri: 'L19',
      setAside: 'setaside.CN.2025law',
      supervisoryCourt: 'SHENZHEN_INTERMEDIATE',
      warnings: [],
    })
    expect(at({ seat: 'SHENZHEN', ...scia }, '2026-02-28').basis.filter(id => id.startsWith('L19'))).toEqual(
      [],
    )
    expect(at({ seat: 'SHENZHEN', ...scia }, '2025-08-31').warnings).toEqual([])
    expect(at(hkiac)).toMatchObject({
      lexArbitri: 'Cap. 609',
      setAside: 'setaside.HK',
      supervisoryCourt: 'HK_CFI',
    })
  })

  it('elsewhere is watched over by a court elsewhere', () => {
    expect(at({ seat: 'SINGAPORE' })).toMatchObject({
      seat: 'other',
      lexArbitri: 'other',
      setAside: null,
      warnings: ['lawNotHere'],
      enforcement: ['enforce.convention'],
    })
    expect(at({ seat: 'BEIJING', institution: 'CIETAC' })).toMatchObject({
      supervisoryCourt: 'other',
      lexArbitri: 'L19',
      setAside: 'setaside.CN.2025law',
    })
  })

  it('is what the tribunal has determined, where the parties left it open', () => {
    const found = at({ institution: 'SCIA', rules: 'UNCITRAL' }, '2026-05-12', {
      determinedSeat: 'HONG_KONG',
    })
    expect(found).toMatchObject({ verdict: 'supported', seat: 'HONG_KONG' })
    expect(found.steps[0]).toMatchObject({ step: 'seatDetermined' })
  })

  it('of an institution whose rules are not known here is for the tribunal', () => {
    expect(at({ institution: 'CIETAC' })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['seat'],
      basis: ['L19 81'],
    })
    expect(at({ institution: 'CIETAC' }, '2026-02-28').basis).toEqual(['2017 Law 58'])
    expect(at({ institution: 'HKIAC', rules: 'UNCITRAL' })).toMatchObject({ seat: null })
  })

  it('decides who can order measures', () => {
    expect(at(hkiac).interim).toContain('interim.arrangement')
    expect(at({ ...scia, seat: 'SHENZHEN' }).interim).toEqual([
      'interim.institutionForwards',
      'interim.intermediateCourt',
      'interim.hongKongHighCourt',
    ])
    expect(at({ institution: null, seat: 'SHENZHEN' }).interim).toContain('interim.tribunalForwards')
    expect(seat(asked(domestic(), { ...scia, performedIn: 'CN' })).interim).toContain('interim.basicCourt')
  })
})

it('finds the institutions in a text, the longer names first', () => {
  expect(institutionsIn('South China International Arbitration Center (Hong Kong)')).toEqual(['SCIAHK'])
  expect(institutionsIn('SCIA, HKIAC')).toEqual(['SCIA', 'HKIAC'])
  expect(institutionsIn('the courts of Shenzhen')).toEqual([])
})
