import { describe, expect, it } from 'vitest'
import type { ContractFacts, PartyInLaw } from '../../../workflows/rules/facts.ts'
import { governingLaw, type Asked, type LawFinding } from '../../../workflows/rules/governingLaw.ts'
import { including } from '../../support/including.ts'
import {
  companyFrom,
  mainlandCompany,
  nanshanCompany,
  personIn,
  qianhaiCompany,
} from '../../support/parties.ts'

const find = (parties: PartyInLaw[], contract: ContractFacts = {}, more: Partial<Asked> = {}): LawFinding =>
  governingLaw({ parties, contract, stage: 'firstInstance', on: '2026-06-01', forum: 'court', ...more })

const stepsOf = ({ steps }: LawFinding) => steps.map(({ step }) => step)
const hongKongLaw: ContractFacts = { chosenLaw: 'HK', performedIn: 'CN' }
const asserted = { assertedLaw: 'HK' }
const futian = (...origins: string[]) => mainlandCompany('Shenzhen', origins)

describe('the worked examples of governing law', () => {
  it('G1: a Qianhai company wholly owned from Hong Kong may choose Hong Kong law in a domestic contract', () => {
    const found = find(
      [qianhaiCompany('HK'), nanshanCompany()],
      { kind: 'saleOfGoods', ...hongKongLaw },
      asserted,
    )
    expect(found).toMatchObject({ verdict: 'supported', law: 'HK', foreignRelated: false, chosen: true })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-16', 'GL-15']))
  })

  it('G3: ten per cent held by one person of Hong Kong are enough', () => {
    const company = mainlandCompany('Futian', [
      { origin: 'HK', share: 10 },
      { origin: 'MAINLAND', share: 90 },
    ])
    expect(find([company, nanshanCompany()], hongKongLaw, asserted)).toMatchObject({
      verdict: 'supported',
      law: 'HK',
    })
  })

  it('G5: money from Singapore does not let a company of Futian choose the law of Singapore', () => {
    const found = find([futian('SG'), nanshanCompany()], { chosenLaw: 'SG' }, { assertedLaw: 'SG' })
    expect(found).toMatchObject({ verdict: 'notSupported', law: 'CN' })
    expect(found.basis).toContain('GL-19')
  })

  it('G6b: a choice that nobody asserts in the suit does not count in Futian', () => {
    const found = find([futian('HK'), nanshanCompany()], hongKongLaw)
    expect(found).toMatchObject({ verdict: 'notSupported', law: 'CN' })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-16', 'GL-19']))
    expect(found.warnings).toContain('mayStillBeAsserted')
    const later = find([futian('HK'), nanshanCompany()], hongKongLaw, { stage: 'debateClosed' })
    expect(later.warnings).not.toContain('mayStillBeAsserted')
  })

  it('G6c: in Qianhai it may count all the same, and a person decides', () => {
    const found = find([qianhaiCompany('HK'), nanshanCompany()], hongKongLaw)
    expect(found).toMatchObject({ verdict: 'atRisk', law: 'HK', confidence: 'unconfirmed' })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-15', 'GL-16']))
    expect(found.warnings).toEqual(expect.arrayContaining(['assertionDoubtful', 'localRegulation']))
  })

  it('G7: without a choice the law of the seller governs a sale', () => {
    const seller = { ...qianhaiCompany('MAINLAND'), side: 'respondent' as const }
    const found = find([companyFrom('HK'), seller], { kind: 'saleOfGoods', characteristicParty: seller.id })
    expect(found).toMatchObject({ verdict: 'supported', law: 'CN', foreignRelated: true, chosen: false })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-1', 'GL-2', 'GL-7']))
  })

  it('G9: a joint venture performed in Shenzhen knows no choice', () => {
    const found = find([companyFrom('HK'), nanshanCompany()], { kind: 'equityJointVenture', ...hongKongLaw })
    expect(found).toMatchObject({ verdict: 'notSupported', law: 'CN', warnings: ['choiceIgnored'] })
    expect(found.basis).toContain('GL-12')
  })

  it('G11: what all agree on before the debate closes counts, and on appeal no more', () => {
    const seller = nanshanCompany()
    const parties = [companyFrom('HK'), seller]
    const contract: ContractFacts = { performedIn: 'CN', characteristicParty: seller.id }
    expect(find(parties, contract, { agreedLaw: 'HK' })).toMatchObject({ verdict: 'supported', law: 'HK' })
    const late = find(parties, contract, { agreedLaw: 'HK', stage: 'appeal' })
    expect(late).toMatchObject({ law: 'CN', warnings: ['choiceTooLate'] })
    expect(late.basis).toContain('GL-6')
  })

  it('G13: the law of a seller in Hong Kong has to be ascertained by the court', () => {
    const seller = companyFrom('HK')
    const found = find([seller, qianhaiCompany('MAINLAND')], { characteristicParty: seller.id })
    expect(found).toMatchObject({ law: 'HK', chosen: false })
    expect(stepsOf(found)).toContain('courtAscertains')
    expect(found.basis).toContain('LA-1')
  })

  it('G15: who owns an office in Qianhai is told by the law of the place; its lease follows the clause', () => {
    const parties = [companyFrom('HK'), nanshanCompany()]
    const owner = find(parties, { kind: 'immovable', ...hongKongLaw })
    expect(owner).toMatchObject({ verdict: 'notSupported', law: 'CN' })
    expect(owner.basis).toEqual(expect.arrayContaining(['GL-14', 'L3 36', 'GL-4']))
    expect(find(parties, { kind: 'lease', ...hongKongLaw })).toMatchObject({
      verdict: 'supported',
      law: 'HK',
    })
  })

  it('G17: Zhuhai companies invested from Hong Kong may choose the law of Macao', () => {
    const found = find(
      [mainlandCompany('珠海', ['HK']), nanshanCompany()],
      { chosenLaw: 'MO' },
      { assertedLaw: 'MO' },
    )
    expect(found).toMatchObject({ verdict: 'supported', law: 'MO' })
  })
})

describe('the Reply of 14 February 2025', () => {
  const parties = [futian('HK'), nanshanCompany()]
  it('holds from that day', () => {
    expect(find(parties, hongKongLaw, { ...asserted, on: '2025-02-13' })).toMatchObject({
      verdict: 'notSupported',
      law: 'CN',
    })
    expect(find(parties, hongKongLaw, { ...asserted, on: '2025-02-14' })).toMatchObject({
      verdict: 'supported',
      law: 'HK',
    })
  })

  it('is doubtful for contracts made before, and says so', () => {
    const before = find(parties, { ...hongKongLaw, signedOn: '2025-02-13' }, asserted)
    expect(before).toMatchObject({
      verdict: 'supported',
      warnings: including('contractBeforeReply'),
    })
    const after = find(parties, { ...hongKongLaw, signedOn: '2025-02-14' }, asserted)
    expect(after.warnings).not.toContain('contractBeforeReply')
  })

  it('asks where a company is registered, and whether it is registered at all', () => {
    expect(find([mainlandCompany(undefined, ['HK']), nanshanCompany()], hongKongLaw, asserted)).toMatchObject(
      {
        verdict: 'needsFacts',
        needs: ['city'],
      },
    )
    const { registration: _, ...unknown } = nanshanCompany()
    expect(find([unknown, nanshanCompany()], hongKongLaw, asserted)).toMatchObject({
      verdict: 'needsFacts',
      needs: ['registration'],
    })
  })

  it('does not say until when the law must be relied on, so that later it is at risk', () => {
    for (const stage of ['debateClosed', 'appeal'] as const) {
      const late = find(parties, hongKongLaw, { ...asserted, stage })
      expect(late).toMatchObject({ verdict: 'atRisk', law: 'HK', confidence: 'modelling' })
      expect(late.warnings).toContain('assertedLate')
      expect(late.basis).toEqual(expect.arrayContaining(['GL-16', 'GL-6']))
    }
    const inTime = find(parties, hongKongLaw, { ...asserted, stage: 'filing' })
    expect(inTime.warnings).not.toContain('assertedLate')
    const qianhai = find([qianhaiCompany('HK'), nanshanCompany()], hongKongLaw, {
      ...asserted,
      stage: 'appeal',
    })
    expect(qianhai).toMatchObject({ verdict: 'atRisk', law: 'HK' })
    expect(stepsOf(qianhai)).toEqual(expect.arrayContaining(['assertedLate', 'qianhaiRegulations']))
  })

  it('does not reach companies of other cities', () => {
    for (const city of ['Dongguan', 'Changsha'])
      expect(find([mainlandCompany(city, ['HK']), nanshanCompany()], hongKongLaw, asserted)).toMatchObject({
        verdict: 'notSupported',
        law: 'CN',
      })
  })

  it('leaves money by way of another place open', () => {
    const unknown = find([futian('VG'), nanshanCompany()], hongKongLaw, asserted)
    expect(unknown).toMatchObject({ verdict: 'notSupported', law: 'CN' })
    expect(unknown.basis).toContain('GL-20')
    const known = mainlandCompany('Shenzhen', [{ origin: 'VG', ultimateOrigin: 'HK' }])
    expect(find([known, nanshanCompany()], hongKongLaw, asserted)).toMatchObject({
      verdict: 'atRisk',
      law: 'CN',
    })
    const other = mainlandCompany('Shenzhen', [{ origin: 'VG', ultimateOrigin: 'SG' }])
    expect(find([other, nanshanCompany()], hongKongLaw, asserted).basis).not.toContain('GL-20')
  })

  it('takes the word of any party as the assertion', () => {
    const [first, second] = parties
    expect(find(parties, hongKongLaw, { assertions: { [second!.id]: 'HK' } })).toMatchObject({ law: 'HK' })
    expect(find(parties, hongKongLaw, { assertions: { [first!.id]: 'CN' } })).toMatchObject({ law: 'CN' })
  })
})

describe('the Qianhai Regulations of 2020', () => {
  const parties = [qianhaiCompany('SG'), nanshanCompany()]
  const singapore: ContractFacts = { chosenLaw: 'SG' }
  it('let companies funded from anywhere abroad choose any law, from 1 October 2020', () => {
    const found = find(parties, singapore)
    expect(found).toMatchObject({ verdict: 'supported', law: 'SG' })
    expect(found.basis).toEqual(expect.arrayContaining(['GL-15', 'GL-18']))
    expect(found.warnings).toContain('localRegulation')
    expect(find(parties, singapore, { on: '2020-09-30' })).toMatchObject({
      verdict: 'notSupported',
      law: 'CN',
    })
    expect(find(parties, { ...singapore, signedOn: '2020-09-30' }).warnings).toContain(
      'contractBeforeRegulations',
    )
  })

  it('mean the cooperation zone, not the free-trade zone', () => {
    const company = mainlandCompany('Shenzhen', ['SG'], { ftz: true })
    expect(find([company, nanshanCompany()], singapore)).toMatchObject({ law: 'CN' })
  })
})

describe('in a domestic case', () => {
  const parties = [mainlandCompany('Shenzhen'), nanshanCompany()]
  it('Mainland law governs, chosen or not', () => {
    expect(find(parties)).toMatchObject({ verdict: 'supported', law: 'CN', chosen: false, warnings: [] })
    expect(find(parties, { chosenLaw: 'CN' })).toMatchObject({
      verdict: 'supported',
      law: 'CN',
      chosen: true,
    })
    expect(find(parties, hongKongLaw, { agreedLaw: 'CN' })).toMatchObject({ verdict: 'supported', law: 'CN' })
  })

  it('another law may not be chosen, not even in the suit', () => {
    expect(find(parties, {}, { agreedLaw: 'HK' })).toMatchObject({ verdict: 'notSupported', law: 'CN' })
    expect(find(parties, { chosenLaw: 'HK', choiceExpress: false })).toMatchObject({
      law: 'CN',
      warnings: ['choiceNotExpress'],
    })
    expect(find(parties, {}, { agreedLaw: 'HK', stage: 'appeal' })).toMatchObject({
      verdict: 'supported',
      law: 'CN',
    })
  })
})

describe('across the border', () => {
  const seller = nanshanCompany()
  const buyer = companyFrom('HK')
  const parties = [buyer, seller]

  it('an express choice needs no connection, and brings the limits of all foreign law with it', () => {
    const found = find(parties, { kind: 'loan', chosenLaw: 'GB' })
    expect(found).toMatchObject({ verdict: 'supported', law: 'GB', chosen: true, confidence: 'confirmed' })
    expect(found.basis).toEqual(
      expect.arrayContaining(['GL-1', 'GL-2', 'GL-3', 'GL-5', 'GL-7', 'GL-13', 'LA-1']),
    )
    expect(found.warnings).toEqual(['mandatoryRules', 'exchangeControl', 'publicInterest', 'evasion'])
    expect(stepsOf(found)).toContain('partiesProvide')
    expect(find(parties, { kind: 'services', chosenLaw: 'GB' }).warnings).not.toContain('exchangeControl')
  })

  it('what is only implied is no choice', () => {
    const found = find(parties, { chosenLaw: 'HK', choiceExpress: false, characteristicParty: seller.id })
    expect(found).toMatchObject({ law: 'CN', warnings: ['choiceNotExpress'] })
  })

  it('the law that everybody pleads counts as chosen, even against the contract', () => {
    const both = { assertions: { [buyer.id]: 'CN', [seller.id]: 'CN' } }
    const found = find(parties, { chosenLaw: 'HK' }, both)
    expect(found).toMatchObject({ verdict: 'supported', law: 'CN' })
    expect(stepsOf(found)).toContain('pleadedByAll')
    expect(find(parties, { chosenLaw: 'HK' }, { ...both, stage: 'appeal' })).toMatchObject({
      law: 'HK',
      warnings: including('choiceTooLate'),
    })
  })

  it('one side’s word is no choice yet', () => {
    const one = { assertions: { [buyer.id]: 'HK' } }
    expect(find(parties, {}, one)).toMatchObject({
      verdict: 'atRisk',
      law: 'HK',
      warnings: including('othersMustAgree'),
    })
    expect(find(parties, {}, asserted)).toMatchObject({ verdict: 'atRisk', law: 'HK' })
    expect(find(parties, { characteristicParty: seller.id }, { ...asserted, stage: 'appeal' })).toMatchObject(
      { law: 'CN' },
    )
  })

  it('without a choice it asks whose performance marks the contract', () => {
    expect(find(parties)).toMatchObject({
      verdict: 'needsFacts',
      law: null,
      needs: ['characteristicParty', 'performedIn'],
    })
    expect(find(parties, { performedIn: 'CN' })).toMatchObject({
      verdict: 'needsFacts',
      law: 'CN',
      needs: ['characteristicParty'],
    })
  })

  it('parties of one place whose contract is performed elsewhere have their own law', () => {
    const found = find([mainlandCompany('Shenzhen'), nanshanCompany()], { performedIn: 'HK' })
    expect(found).toMatchObject({ verdict: 'supported', law: 'CN', foreignRelated: true })
    expect(found.warnings).toEqual(['performanceIsElement'])
  })

  it.each([{ subjectMatterIn: 'HK' }, { signedIn: 'MO' }, { occurredIn: 'SG' }] satisfies ContractFacts[])(
    '%o makes the relation foreign-related',
    contract => {
      expect(find([mainlandCompany('Shenzhen'), nanshanCompany()], contract).foreignRelated).toBe(true)
    },
  )
})

describe('relations whose law may not be chosen', () => {
  const company = nanshanCompany()
  const worker = personIn('HK')
  const parties = [worker, company]
  const cases: [string, ContractFacts, Partial<LawFinding>][] = [
    ['land', { relation: 'realRight', subjectMatterIn: 'HK' }, { law: 'HK' }],
    [
      'land of unknown place',
      { kind: 'immovable' },
      { law: null, verdict: 'needsFacts', needs: ['subjectMatterIn'] },
    ],
    ['a consumer', { kind: 'consumer' }, { law: 'HK' }],
    [
      'a consumer who chose the place of supply',
      { kind: 'consumer', consumerChoosesSupply: true, suppliedIn: 'CN' },
      { law: 'CN', chosen: true },
    ],
    [
      'a trader who did no business there',
      { kind: 'consumer', traderActiveAtResidence: false, performedIn: 'CN' },
      { law: 'CN' },
    ],
    [
      'supply of unknown place',
      { kind: 'consumer', traderActiveAtResidence: false },
      { law: null, needs: ['suppliedIn'] },
    ],
    ['work', { kind: 'employment', workplace: 'CN' }, { law: 'CN' }],
    ['work without a place', { kind: 'employment', employer: company.id }, { law: 'CN' }],
    ['work of which nothing is known', { kind: 'employment' }, { law: null, needs: ['workplace'] }],
    ['affairs of a company', { relation: 'companyAffairs', companyRegisteredIn: 'VG' }, { law: 'VG' }],
    [
      'affairs of a company that trades elsewhere',
      { relation: 'companyAffairs', companyRegisteredIn: 'VG', companyBusinessIn: 'HK' },
      { law: 'HK' },
    ],
    [
      'affairs of an unknown company',
      { relation: 'companyAffairs' },
      { law: null, needs: ['companyRegisteredIn'] },
    ],
    ['a patent', { relation: 'ipOwnership', protectionIn: 'CN' }, { law: 'CN' }],
    ['an infringement', { relation: 'ipInfringement', protectionIn: 'HK' }, { law: 'HK' }],
    ['a tort', { kind: 'tort', occurredIn: 'CN' }, { law: 'CN' }],
    ['a tort of unknown place', { kind: 'tort' }, { law: null, needs: ['occurredIn'] }],
  ]
  it.each(cases)('%s', (_, contract, expected) => {
    const found = find(parties, contract)
    expect(found).toMatchObject(expected)
    expect(found.basis).toContain('GL-14')
  })

  it('a clause about them is ignored and said to be', () => {
    const found = find(parties, { kind: 'employment', workplace: 'CN', chosenLaw: 'HK' })
    expect(found).toMatchObject({ verdict: 'notSupported', law: 'CN', warnings: ['choiceIgnored'] })
  })

  it('a choice made after the event counts for a tort, and for infringement if it is the court’s law', () => {
    const after = { occurredOn: '2026-01-01', choiceMadeOn: '2026-02-01', occurredIn: 'CN', chosenLaw: 'HK' }
    expect(find(parties, { kind: 'tort', ...after })).toMatchObject({ law: 'HK', chosen: true })
    expect(find(parties, { kind: 'tort', ...after, choiceMadeOn: '2025-12-31' })).toMatchObject({
      law: 'CN',
      warnings: including('choiceBeforeEvent', 'choiceIgnored'),
    })
    expect(
      find(parties, { relation: 'ipInfringement', protectionIn: 'HK' }, { agreedLaw: 'CN' }),
    ).toMatchObject({ law: 'CN', chosen: true })
    expect(find(parties, { relation: 'ipInfringement', protectionIn: 'HK', chosenLaw: 'CN' })).toMatchObject({
      law: 'HK',
    })
  })

  it('a choice in the suit counts for them until the debate is closed, and not after it', () => {
    const tort: ContractFacts = { kind: 'tort', occurredIn: 'CN' }
    const infringement: ContractFacts = { relation: 'ipInfringement', protectionIn: 'HK' }
    expect(find(parties, tort, { agreedLaw: 'HK' })).toMatchObject({ law: 'HK', chosen: true })
    const pleaded = Object.fromEntries(parties.map(({ id }) => [id, 'HK']))
    expect(find(parties, tort, { assertions: pleaded })).toMatchObject({ law: 'HK', chosen: true })
    expect(find(parties, tort, { agreedLaw: 'HK', stage: 'appeal' })).toMatchObject({
      law: 'CN',
      chosen: false,
      warnings: ['choiceTooLate'],
    })
    expect(find(parties, infringement, { agreedLaw: 'CN', stage: 'debateClosed' }).law).toBe('HK')
  })

  it('people who live in one place have its law for a tort anywhere', () => {
    expect(
      find([personIn('HK'), companyFrom('HK', 'respondent')], { kind: 'tort', occurredIn: 'CN' }),
    ).toMatchObject({ law: 'HK' })
  })

  it('a joint venture asks where it is performed, and may choose where that is abroad', () => {
    expect(find(parties, { kind: 'cooperativeJointVenture' })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['performedIn'],
    })
    expect(find(parties, { kind: 'naturalResources', performedIn: 'SG', chosenLaw: 'SG' })).toMatchObject({
      law: 'SG',
    })
    expect(find(parties, { kind: 'equityJointVenture', performedIn: 'CN' })).toMatchObject({
      verdict: 'supported',
      law: 'CN',
    })
  })
})

describe('before a tribunal', () => {
  const parties = [mainlandCompany('Dongguan', ['HK']), nanshanCompany()]
  it('a choice holds under the law of a seat in Hong Kong, which is not confirmed here', () => {
    const found = find(parties, { ...hongKongLaw, seat: 'HONG_KONG' }, { forum: 'arbitration' })
    expect(found).toMatchObject({ verdict: 'supported', law: 'HK', confidence: 'unconfirmed' })
    expect(found.basis).toContain('Cap. 609 s.64')
    expect(found.basis).not.toContain('LA-1')
  })

  it('is at risk with a Mainland seat, unless a rule of the courts carries it too', () => {
    const forum = { forum: 'arbitration' } as const
    expect(find(parties, { ...hongKongLaw, seat: 'SHENZHEN' }, forum)).toMatchObject({
      verdict: 'atRisk',
      law: 'HK',
    })
    expect(find([futian('HK'), nanshanCompany()], hongKongLaw, forum)).toMatchObject({
      verdict: 'supported',
      law: 'HK',
    })
    expect(find(parties, hongKongLaw, { ...forum, determinedSeat: 'HONG_KONG' })).toMatchObject({
      verdict: 'supported',
    })
  })
})
