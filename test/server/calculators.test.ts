import { load } from 'cheerio'
import request from 'supertest'
import { describe, expect } from 'vitest'
import { test } from '../support/test.ts'

const company = (index: number, city: string, investor?: string) => ({
  [`parties.${index}.kind`]: 'company',
  [`parties.${index}.registration.jurisdiction`]: 'CN',
  [`parties.${index}.registration.city`]: city,
  [`parties.${index}.domicile`]: 'CN',
  ...(investor && { [`parties.${index}.investors.0.origin`]: investor }),
})

const hongKongLaw = {
  ...company(0, 'Shenzhen', 'HK'),
  ...company(1, 'Shenzhen'),
  'contract.kind': 'saleOfGoods',
  'contract.performedIn': 'CN',
  'contract.chosenLaw': 'HK',
  forum: 'court',
  assertedLaw: 'HK',
}

const asked = (calculator: string, typed: Record<string, string>) =>
  `/calculators/${calculator}?${new URLSearchParams(typed).toString()}`

describe('a question to the rules', () => {
  test('is answered without signing in, with its working and a link that asks it again', async ({
    browse,
  }) => {
    const page = asked('deadline', {
      rule: 'defence.domiciled',
      'triggerDate-day': '2',
      'triggerDate-month': '2',
      'triggerDate-year': '2026',
    })
    const { text, headers } = await browse().visit(page).expect(200)
    expect(text).toContain('Tuesday 24 February 2026')
    expect(text).toContain('Civil Procedure Law')
    expect(headers['set-cookie']).toBeUndefined()
    const link = /href="(\/calculators\/deadline\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(link).toContain('triggerDate=2026-02-02')
    expect((await browse().visit(link).expect(200)).text).toContain('Tuesday 24 February 2026')
  })

  test('gets the answer that the interface gives', async ({ app, browse }) => {
    const { text } = await browse().visit(asked('law', hongKongLaw)).expect(200)
    expect(text).toContain('Hong Kong')
    expect(text).toContain('Supported')
    const party = (id: string, side: string, investors: object[]) => ({
      ...{ id, side, kind: 'company', domicile: 'CN', investors },
      registration: { jurisdiction: 'CN', city: 'Shenzhen' },
    })
    const same = await request(app.express)
      .post('/api/governing-law')
      .send({
        parties: [party('p1', 'claimant', [{ origin: 'HK' }]), party('p2', 'respondent', [])],
        contract: { kind: 'saleOfGoods', performedIn: 'CN', chosenLaw: 'HK' },
        assertedLaw: 'HK',
      })
    expect(same.body).toMatchObject({ verdict: 'supported', law: 'HK' })
  })

  test('is answered on every page, in every language', async ({ browse }) => {
    const { assertedLaw: _, forum: __, ...parties } = hongKongLaw
    const pages = [
      asked('fee', { kind: 'court.case', amount: '1,234,567.89', currency: 'CNY' }),
      asked('law', hongKongLaw),
      asked('clause', { ...parties, 'contract.institution': 'HKIAC', 'contract.seat': 'HONG_KONG' }),
      asked('court', { ...parties, 'claim.amount': '40,000,000', 'claim.currency': 'CNY' }),
    ]
    for (const page of pages) {
      for (const lang of ['en', 'zh-Hans', 'zh-Hant']) {
        const { text } = await browse().visit(`${page}&lang=${lang}`).expect(200)
        expect(text).toContain('id="answer"')
      }
    }
    const fee = (await browse().visit(pages[0] ?? '')).text
    expect(fee).toContain('15,911.11')
    expect(fee).toContain('CNY 2,111.11, rounded to the nearest 0.01')
  })

  test('fills the form in from a clause that is pasted, and keeps what was typed', async ({ browse }) => {
    const page = asked('clause', {
      ...company(0, 'Futian'),
      'contract.arbitrationClause':
        'Any dispute shall be referred to and finally resolved by arbitration administered by the Hong Kong International Arbitration Centre. The seat of arbitration shall be Hong Kong.',
      read: 'clause',
    })
    const { text } = await browse().visit(page).expect(200)
    expect(text).toMatch(/<option value="HKIAC" selected/)
    expect(text).toMatch(/<option value="HONG_KONG" selected/)
    expect(text).toContain('value="Futian"')
    expect(text).not.toContain('id="answer"')
  })

  test('takes figures as a Chinese keyboard gives them', async ({ browse }) => {
    const fee = asked('fee', { kind: 'court.case', amount: '１，２３４ ５６７．８９', currency: 'CNY' })
    expect((await browse().visit(fee).expect(200)).text).toContain('15,911.11')
    const measures = asked('fee', { kind: 'scia.emergency', measures: '２' })
    expect((await browse().visit(measures).expect(200)).text).toContain('12,000.00')
    const closed = asked('deadline', {
      rule: 'defence.domiciled',
      triggerDate: '2026-02-02',
      closureDays: '２０２６－０２－２４、2026-02-25',
    })
    expect((await browse().visit(closed).expect(200)).text).toContain('Thursday 26 February 2026')
  })

  test('of law and clause takes whose performance marks the contract, and that it is maritime', async ({
    browse,
  }) => {
    const fromHongKong = {
      ...company(0, 'Hong Kong'),
      'parties.0.registration.jurisdiction': 'HK',
      'parties.0.domicile': 'HK',
      ...company(1, 'Shenzhen'),
    }
    const sale = { ...fromHongKong, forum: 'court', 'contract.kind': 'saleOfGoods' }
    const seller = { ...sale, 'contract.characteristicParty': 'p2' }
    const needed = 'which party’s performance marks the contract'
    expect((await browse().visit(asked('law', sale)).expect(200)).text).toContain(needed)
    const told = (await browse().visit(asked('law', seller)).expect(200)).text
    expect(told).not.toContain(needed)
    expect(told).toContain('the law of Mainland China governs')

    const adHoc = {
      ...fromHongKong,
      'contract.institution': 'AD_HOC',
      'contract.seat': 'SHENZHEN',
      'on-day': '5',
      'on-month': '11',
      'on-year': '2026',
    }
    const charter = { ...adHoc, 'contract.maritime': 'yes' }
    const allowed = 'a tribunal without institution is allowed'
    expect((await browse().visit(asked('clause', adHoc)).expect(200)).text).not.toContain(allowed)
    expect((await browse().visit(asked('clause', charter)).expect(200)).text).toContain(allowed)
    const ashore = asked('clause', { ...adHoc, 'contract.maritime': 'no' })
    expect((await browse().visit(ashore).expect(200)).text).not.toContain(allowed)
  })

  test('that cannot be answered says why beside the field, and keeps what was typed', async ({ browse }) => {
    const { text, status } = await browse().visit(
      asked('court', { ...company(0, 'Shenzhen'), 'claim.amount': 'much', 'claim.currency': 'CNY' }),
    )
    expect(status).toBe(422)
    expect(text).toContain('id="claim.amount-error"')
    expect(text).toContain('id="parties.1.domicile-error"')
    expect(text).toContain('value="much"')
    const errors = load(text)('.govuk-error-summary__list li').toArray()
    expect(errors.map(item => load(item).text())).toEqual([
      'Sum claimed: give an amount in figures, such as 8,800,000.00',
      'Respondent, Company or person: choose one of the answers',
      'Respondent, Main place of business: choose one of the answers',
    ])
    const without = await browse().visit(asked('court', company(0, 'Shenzhen')))
    expect(without.text).toContain('href="#claim.amount"')
    const never = await browse().visit(asked('deadline', { rule: 'x', triggerDate: '2026-02-30' }))
    expect(never.text).toContain('Period: choose one of the answers')
    expect(never.text).toContain(': give a day that exists, with day, month and year')
  })

  test('that nobody could mean is refused with words', async ({ browse }) => {
    for (const odd of [
      '?rule=x',
      '?rule[]=a&triggerDate=b',
      '?triggerDate-day=99&triggerDate-month=1&triggerDate-year=0',
    ])
      expect([200, 422]).toContain((await browse().visit(`/calculators/deadline${odd}`)).status)
    await browse().visit('/calculators/nothing').expect(404)
  })
})
