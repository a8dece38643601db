import { load } from 'cheerio'
import request from 'supertest'
import { describe, expect } from 'vitest'
import type { CaseFiling } from '../../server/filing/file.ts'
import { fileCase } from '../../server/filing/file.ts'
import { asActor } from '../../server/db.ts'
import { litigationFiling } from '../support/filings.ts'
import { test } from '../support/test.ts'
import { hasShared, shared } from '../workflows/rules/shared.ts'

type Facts = {
  registration: Partial<NonNullable<CaseFiling['parties'][number]['registration']>>
  domicile: string
  investors: { origin: string }[]
}
type Example = {
  name: string
  path: 'governing-law' | 'arbitration-clause' | 'jurisdiction'
  parties: [Facts, Facts]
  contract: CaseFiling['contract']
  assertedLaw?: string
  amount?: string
  expected: Record<string, unknown>
  basis?: string
}

const mainland = (city: string, origin = 'MAINLAND', zones: Facts['registration'] = {}): Facts => ({
  registration: { jurisdiction: 'CN', city, ...zones },
  domicile: 'CN',
  investors: [{ origin }],
})
const qianhai = mainland('Shenzhen', 'HK', { inQianhaiCooperationZone: true })
const freeTrade = mainland('Shenzhen', 'HK', { inQianhaiShekouFtz: true })
const nanshan = mainland('Shenzhen')
const hongKong: Facts = { registration: { jurisdiction: 'HK' }, domicile: 'HK', investors: [] }

const sale = { kind: 'saleOfGoods', performedIn: 'CN', signedOn: '2025-06-02' } as const
const law = (
  name: string,
  parties: [Facts, Facts],
  contract: CaseFiling['contract'],
  expected: Record<string, unknown>,
  basis: string,
  assertedLaw?: string,
): Example => ({
  name,
  path: 'governing-law',
  parties,
  contract,
  expected,
  basis,
  ...(assertedLaw !== undefined && { assertedLaw }),
})
const clause = (
  name: string,
  parties: [Facts, Facts],
  contract: CaseFiling['contract'],
  expected: Record<string, unknown>,
  basis: string,
): Example => ({ name, path: 'arbitration-clause', parties, contract, expected, basis })

/** The worked examples of law, clause and court (`domain.md` 9.3 to 9.5), as far as a filing can tell them. */
const examples: Example[] = [
  law(
    'G1',
    [qianhai, nanshan],
    { ...sale, chosenLaw: 'HK' },
    { verdict: 'supported', law: 'HK' },
    'GL-16',
    'HK',
  ),
  law('G3', [mainland('Futian', 'HK'), nanshan], { ...sale, chosenLaw: 'HK' }, { law: 'HK' }, 'GL-16', 'HK'),
  law('G5', [mainland('Futian', 'SG'), nanshan], { ...sale, chosenLaw: 'SG' }, { law: 'CN' }, 'GL-19', 'SG'),
  law('G6b', [mainland('Futian', 'HK'), nanshan], { ...sale, chosenLaw: 'HK' }, { law: 'CN' }, 'GL-19'),
  law('G6c', [qianhai, nanshan], { ...sale, chosenLaw: 'HK' }, { verdict: 'atRisk', law: 'HK' }, 'GL-15'),
  law(
    'G9',
    [hongKong, nanshan],
    { kind: 'equityJointVenture', performedIn: 'CN', chosenLaw: 'HK' },
    { law: 'CN' },
    'GL-12',
  ),
  law('G17', [mainland('Zhuhai', 'HK'), nanshan], { ...sale, chosenLaw: 'MO' }, { law: 'MO' }, 'GL-16', 'MO'),
  clause(
    'A1',
    [mainland('Dongguan', 'HK'), nanshan],
    { ...sale, institution: 'HKIAC', seat: 'HONG_KONG' },
    { verdict: 'supported', seat: 'HONG_KONG', supervisoryCourt: 'HK_CFI' },
    'GL-16',
  ),
  clause(
    'A3',
    [freeTrade, freeTrade],
    { kind: 'saleOfGoods', performedIn: 'HK', institution: null, rules: 'UNCITRAL', seat: 'SHENZHEN' },
    { verdict: 'supported', supervisoryCourt: 'SHENZHEN_INTERMEDIATE' },
    'L19 82',
  ),
  clause(
    'A5',
    [hongKong, qianhai],
    { ...sale, institution: null, rules: 'UNCITRAL', seat: 'HONG_KONG' },
    { verdict: 'supported', supervisoryCourt: 'HK_CFI' },
    'Cap. 609 s.19',
  ),
  ...(
    [
      ['39999999.99', 'QIANHAI'],
      ['40000000.00', 'SHENZHEN_INTERMEDIATE'],
    ] as const
  ).map(([amount, court]): Example => ({
    name: `L1 ${amount}`,
    path: 'jurisdiction',
    parties: [hongKong, nanshan],
    contract: sale,
    amount,
    expected: { foreignRelated: true, court },
  })),
]

const page = { 'governing-law': 'law', 'arbitration-clause': 'clause', jurisdiction: 'court' } as const
const check = {
  'governing-law': 'governingLaw',
  'arbitration-clause': 'arbitrationClause',
  jurisdiction: 'jurisdiction',
} as const

const sides = ['claimant', 'respondent'] as const
const partiesOf = ({ parties }: Example) =>
  parties.map(({ registration, domicile, investors }, index) => ({
    id: `p${index + 1}`,
    side: sides[index] ?? 'claimant',
    kind: 'company' as const,
    name: { en: `Party ${index + 1}` },
    registration: {
      jurisdiction: 'CN',
      inQianhaiCooperationZone: false,
      inQianhaiShekouFtz: false,
      ...registration,
    },
    domicile,
    investors,
    ...(index === 0 && { email: 'claimant@example.test' }),
  }))

/** The same facts as the form of a page sends them. */
function typed(example: Example): Record<string, string> {
  const { contract, parties, path, amount, assertedLaw } = example
  const text = (value: unknown) =>
    value === null ? 'AD_HOC' : value === true ? 'yes' : typeof value === 'string' ? value : ''
  return Object.fromEntries(
    [
      ...parties.flatMap(({ registration, domicile, investors }, index) => [
        [`parties.${index}.kind`, 'company'],
        [`parties.${index}.domicile`, domicile],
        [`parties.${index}.investors.0.origin`, investors[0]?.origin ?? ''],
        ...Object.entries(registration).map(([name, value]) => [
          `parties.${index}.registration.${name}`,
          text(value),
        ]),
      ]),
      ...Object.entries(contract).map(([name, value]) => [`contract.${name}`, text(value)]),
      ['assertedLaw', assertedLaw ?? ''],
      ...(path === 'jurisdiction'
        ? [
            ['claim.amount', amount ?? ''],
            ['claim.currency', 'CNY'],
          ]
        : []),
    ].filter(([, value]) => value !== ''),
  ) as Record<string, string>
}

const words: Record<string, string> = {
  supported: 'Supported by a rule',
  notSupported: 'Not supported',
  atRisk: 'At risk',
  ...{ CN: 'Mainland China', HK: 'Hong Kong', MO: 'Macao', HONG_KONG: 'Hong Kong', SHENZHEN: 'Shenzhen' },
}

describe('a page, the interface and a case', () => {
  test.for(examples)('say the same of $name', async (example, { app, people, clock, browse }) => {
    const { path, contract, amount = '8800000.00', assertedLaw } = example
    const parties = partiesOf(example)
    const inArbitration = path === 'arbitration-clause'
    const response = await request(app.express)
      .post(`/api/${path}`)
      .send({
        ...{ parties, contract, claim: { amount, currency: 'CNY' }, subject: contract.kind },
        ...(inArbitration && { forum: 'arbitration' }),
        ...(assertedLaw !== undefined && { assertedLaw, assertions: { p1: assertedLaw } }),
      })
      .expect(200)
    const answer = response.body as Record<string, unknown> & { basis: string[]; verdict: string }
    expect(answer).toMatchObject(example.expected)
    if (example.basis) expect(answer.basis).toContain(example.basis)

    const filing: CaseFiling = {
      ...litigationFiling,
      ...(inArbitration && { pathway: 'arbitration' }),
      ...{ parties, contract, claim: { ...litigationFiling.claim, amount } },
      ...(contract.kind && { subject: contract.kind }),
    }
    const { reference } = await asActor(app.db, people.claimant, trx =>
      fileCase(trx, people.claimant, filing, {
        at: clock.now,
        ...(assertedLaw !== undefined && { data: { assertsLaw: assertedLaw } }),
      }),
    )
    const finding = await app.owner
      .selectFrom('findings')
      .innerJoin('cases', 'cases.id', 'findings.case_id')
      .select(['verdict', 'law', 'seat', 'court', 'basis', 'warnings', 'needs'])
      .where('reference', '=', reference)
      .where('checked', '=', check[path])
      .orderBy('findings.seq', 'desc')
      .executeTakeFirstOrThrow()
    const { verdict, basis, warnings, needs } = answer
    expect(finding).toMatchObject({
      ...{ verdict, basis, warnings, needs },
      law: answer.law ?? null,
      seat: answer.seat ?? null,
      court: answer.court ?? answer.supervisoryCourt ?? null,
    })

    const query = new URLSearchParams(typed(example)).toString()
    const { text } = await browse().visit(`/calculators/${page[path]}?${query}`).expect(200)
    const shown = load(text)('section[aria-labelledby=answer]').text()
    expect(shown).toContain(words[verdict])
    const place = answer.law ?? answer.seat
    if (typeof place === 'string') expect(shown).toContain(words[place])
  })

  test.skipIf(!hasShared)('say the same of a date and of a fee', async ({ app, browse }) => {
    type Row = Record<string, string>
    const { deadlines } = shared('scenarios/deadlines.json') as { deadlines: Row[] }
    for (const { rule = '', triggerDate = '', calendar = '', due } of deadlines) {
      const asked = { rule, triggerDate, calendar }
      const { body } = (await request(app.express).post('/api/deadlines').send(asked)) as { body: Row }
      expect(body.due).toBe(due)
      const { text } = await browse().visit(`/calculators/deadline?${new URLSearchParams(asked).toString()}`)
      expect(text).toContain(`datetime="${due}"`)
    }
    const { fees } = shared('scenarios/fees.json') as { fees: Row[] }
    for (const { kind = '', amount = '', currency = '', fee = '' } of fees) {
      const asked = { kind, amount, currency }
      const { body } = (await request(app.express).post('/api/fees').send(asked)) as { body: Row }
      expect(body.fee).toBe(fee)
      const { text } = await browse().visit(`/calculators/fee?${new URLSearchParams(asked).toString()}`)
      expect(text.replaceAll(',', '')).toContain(fee)
    }
  })
})
