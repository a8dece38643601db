import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages, translator } from '../../../server/web/language.ts'
import { arbitrationClause } from '../../../workflows/rules/arbitrationClause.ts'
import { splitCitation } from '../../../workflows/rules/citations.ts'
import { mediationBody } from '../../../workflows/rules/commercialMediation.ts'
import type { ContractFacts, PartyInLaw } from '../../../workflows/rules/facts.ts'
import { verdicts, warningRules, weakest, type Finding } from '../../../workflows/rules/findings.ts'
import { parseMoney, type Currency } from '../../../workflows/rules/fees.ts'
import { governingLaw, type Asked } from '../../../workflows/rules/governingLaw.ts'
import { jurisdiction } from '../../../workflows/rules/jurisdiction.ts'
import {
  companyFrom,
  mainlandCompany,
  nanshanCompany,
  personIn,
  qianhaiCompany,
} from '../../support/parties.ts'

const respondent = (party: PartyInLaw) => ({ ...party, side: 'respondent' as const })
const inZone = (...origins: string[]) => mainlandCompany('Shenzhen', origins, { ftz: true })

const pairs: PartyInLaw[][] = [
  [mainlandCompany('Shenzhen'), nanshanCompany()],
  [mainlandCompany('Dongguan', ['HK']), nanshanCompany()],
  [mainlandCompany('Shenzhen', ['HK']), nanshanCompany()],
  [mainlandCompany('Shenzhen', [{ origin: 'VG', ultimateOrigin: 'HK' }]), nanshanCompany()],
  [qianhaiCompany('HK'), nanshanCompany()],
  [qianhaiCompany('SG'), nanshanCompany()],
  [inZone('SG'), respondent(inZone('HK'))],
  [inZone('MAINLAND'), respondent(qianhaiCompany('MAINLAND'))],
  [companyFrom('HK'), nanshanCompany()],
  [nanshanCompany(), companyFrom('SG', 'respondent')],
  [personIn('HK'), nanshanCompany()],
  [companyFrom('HK'), companyFrom('HK', 'respondent')],
].map(([first, second]) => [{ ...first!, id: 'p1' }, respondent({ ...second!, id: 'p2' })])

const contracts: ContractFacts[] = [
  {},
  { performedIn: 'CN', chosenLaw: 'HK', characteristicParty: 'p2' },
  { performedIn: 'CN', characteristicParty: 'p2', signedIn: 'CN', subjectMatterIn: 'CN', occurredIn: 'CN' },
  { performedIn: 'HK', subjectMatterIn: 'HK', signedIn: 'HK', occurredIn: 'HK' },
  { chosenLaw: 'CN', courtChosen: 'CN' },
  { chosenLaw: 'SG', courtChosen: 'SG', courtExclusive: true, signedOn: '2020-01-01' },
  { chosenLaw: 'HK', choiceExpress: false, kind: 'loan' },
  { kind: 'equityJointVenture', performedIn: 'CN', chosenLaw: 'HK', institution: 'SCIA' },
  { kind: 'immovable', performedIn: 'CN', chosenLaw: 'HK' },
  { kind: 'consumer', chosenLaw: 'SG' },
  { kind: 'consumer', consumerChoosesSupply: true, suppliedIn: 'HK' },
  { kind: 'consumer', traderActiveAtResidence: false, suppliedIn: 'HK' },
  { kind: 'employment', workplace: 'CN', institution: 'SCIA' },
  { kind: 'employment', employer: 'p2' },
  { relation: 'companyAffairs', companyRegisteredIn: 'CN' },
  { relation: 'companyAffairs', companyRegisteredIn: 'VG', companyBusinessIn: 'HK' },
  { relation: 'ipInfringement', protectionIn: 'HK', chosenLaw: 'SG' },
  { kind: 'tort', occurredIn: 'CN' },
  { institution: 'SCIA' },
  { institution: 'SCIA', rules: 'UNCITRAL', chosenLaw: 'GB' },
  { institution: 'SCIA', arbitrateOrSue: true },
  { institution: 'SCIA', institutions: ['SCIA', 'HKIAC'], arbitrationLaw: 'CN' },
  { institution: 'HKIAC' },
  { institution: 'HKIAC', seat: 'HONG_KONG', arbitrateOrSue: true },
  { institution: 'HKIAC', seat: 'SHENZHEN' },
  { institution: 'SIAC', seat: 'SINGAPORE' },
  { institution: null, rules: 'SCIA Rules', arbitrateOrSue: true },
  { institution: null, rules: 'UNCITRAL', seat: 'SHENZHEN', performedIn: 'HK' },
  { institution: null, rules: 'UNCITRAL', seat: 'SHENZHEN' },
  { institution: null, rules: 'UNCITRAL', seat: 'SHENZHEN', performedIn: 'HK', maritime: true },
  { institution: null, rules: 'UNCITRAL', seat: 'HONG_KONG' },
  { institution: null },
  { arbitrationClause: 'Arbitration.' },
]

const moments: Partial<Asked>[] = [
  { on: '2026-06-01' },
  { on: '2026-02-28', forum: 'arbitration', firstHearingHeld: true },
  { on: '2026-06-01', forum: 'arbitration', objected: true, determinedSeat: 'HONG_KONG' },
  { on: '2026-06-01', objected: true, assertedLaw: 'HK' },
  { on: '2026-06-01', assertedLaw: 'HK', stage: 'appeal' },
  { on: '2026-06-01', agreedLaw: 'CN' },
  { on: '2026-06-01', agreedLaw: 'HK', stage: 'appeal' },
  { on: '2026-06-01', assertions: { p1: 'HK', p2: 'HK' } },
]

const claims: [string, Currency][] = [
  ['100', 'CNY'],
  ['40000000', 'CNY'],
  ['5000000000', 'CNY'],
  ['100', 'HKD'],
]

const bodies: Finding[] = (['court', 'people', 'commercial'] as const).flatMap(kind => [
  mediationBody({ kind, on: '2026-05-01' }),
  mediationBody({ kind, on: '2026-05-01', nonProfit: true }),
])

/** Everything that the rules can say, found by asking them about every combination. */
const all: Finding[] = pairs.flatMap(parties =>
  contracts.flatMap(contract => [
    ...moments.flatMap(moment => {
      const asked: Asked = { parties, contract, stage: 'firstInstance', on: '', forum: 'court', ...moment }
      return [governingLaw(asked), arbitrationClause(asked)]
    }),
    ...claims.flatMap(([amount, currency]) => {
      const asked = { parties, contract, claim: parseMoney(amount, currency), on: '2026-06-01' }
      const rate = { currency: 'HKD', on: '2026-05-29', rate: '0.92' } as const
      return [
        jurisdiction(asked),
        jurisdiction({ ...asked, rate }),
        jurisdiction({ ...asked, complex: true }),
      ]
    }),
  ]),
)
all.push(...bodies)
const steps = [...new Map(all.flatMap(finding => finding.steps).map(step => [step.step, step])).values()]
const warnings = [...new Set(all.flatMap(finding => finding.warnings))]
const needs = [...new Set(all.flatMap(finding => finding.needs))]
const citations = [
  ...new Set([
    ...all.flatMap(({ basis }) => basis),
    ...Object.values(warningRules).flatMap(({ basis }) => basis),
  ]),
]

describe.each(languages)('in %s', lang => {
  const t = translator(lang)
  const said = (key: string, params: Record<string, unknown> = {}) => {
    const text = t(key, params)
    expect(text, key).not.toBe('')
    expect(text, key).not.toMatch(/\{\{|undefined/)
  }

  it('every step can be said, and what it cites has a name', () => {
    for (const { step, basis: _, ...params } of steps) said(`findings:why.${step}`, params)
    for (const citation of citations) {
      if (/^(GL|LA)-/.test(citation)) said(`findings:rule.${citation}`)
      said(`rules:law.${splitCitation(citation).law}`)
    }
  })

  it('every warning, missing fact and verdict can be said', () => {
    for (const id of Object.keys(warningRules)) said(`findings:warning.${id}`)
    for (const need of needs) said(`findings:need.${need}`)
    for (const verdict of verdicts) said(`findings:verdict.${verdict}`)
  })
})

it('every step rests on a rule or an article', () => {
  for (const { step, basis } of steps) expect(basis, step).not.toEqual([])
})

it('cites every rule on governing law', () => {
  const cited = new Set(citations)
  for (let n = 1; n <= 20; n++) expect(cited, `GL-${n}`).toContain(`GL-${n}`)
})

it('has no words for steps, warnings and facts that no rule comes to', () => {
  const file: unknown = JSON.parse(readFileSync('views/locales/en/findings.json', 'utf8'))
  const words = Object.keys(z.record(z.string(), z.string()).parse(file))
  const of = (kind: string) =>
    words.filter(key => key.startsWith(`${kind}.`)).map(key => key.slice(kind.length + 1))
  expect(of('why').filter(step => !steps.some(each => each.step === step))).toEqual([])
  expect(Object.keys(warningRules).filter(id => !warnings.some(each => each === id))).toEqual([])
})

it('a defect outweighs a gap, a gap a risk', () => {
  expect(weakest(['supported', 'atRisk', 'needsFacts', 'notSupported'])).toBe('notSupported')
  expect(weakest(['supported', 'atRisk', 'needsFacts'])).toBe('needsFacts')
  expect(weakest(['atRisk', 'supported'])).toBe('atRisk')
  expect(weakest([])).toBe('supported')
})
