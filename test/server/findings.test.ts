import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { litigationFiling } from '../support/filings.ts'
import { test } from '../support/test.ts'

const findingsIn = (html: string) => {
  const page = load(html)
  const section = page('section[aria-labelledby=findings]')
  return {
    cards: section
      .find('> ul > li')
      .toArray()
      .map(card => page(card).text().replaceAll(/\s+/g, ' ')),
    links: section
      .find('a')
      .toArray()
      .map(({ attribs }) => attribs.href),
  }
}

const withLaw = {
  contract: { ...litigationFiling.contract, chosenLaw: 'HK', institution: 'SCIA', seat: 'SHENZHEN' },
}

describe('the findings of a case', () => {
  test('say to the parties what was found and why, in words', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation(withLaw)
    const { cards, links } = findingsIn((await (await as('claimant')).visit(url).expect(200)).text)
    expect(cards).toHaveLength(3)
    const [law, clause, court] = cards
    expect(law).toContain('Governing law')
    expect(law).toContain('Supported by a rule')
    expect(law).toContain('Hong Kong')
    expect(law).toContain('The parties expressly chose the law of Hong Kong.')
    expect(law).toContain('Parties may expressly choose the law')
    expect(clause).toContain('Shenzhen Intermediate People’s Court')
    expect(court).toContain('Shenzhen Qianhai Cooperation Zone People’s Court')
    expect(links).toEqual([])
  })

  test('stay visible when a person finds otherwise, with who and why', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation(withLaw)
    const officer = await as('intakeOfficer')
    const before = findingsIn((await officer.visit(url)).text)
    const form = `${url}/litigation/1/overruleFinding`
    expect(before.links[0]).toBe(`${form}?check=governingLaw`)
    const page = load((await officer.visit(before.links[0]!)).text)
    expect(page('input[name=check][checked]').attr('value')).toBe('governingLaw')
    expect(before.cards[0]).toContain('GL-3')

    const why = 'The clause was struck out by an annex'
    const answer = await officer.submit(form, {
      check: 'governingLaw',
      verdict: 'notSupported',
      law: 'CN',
      why,
    })
    expect(answer.status).toBe(303)
    const [law] = findingsIn((await (await as('claimant')).visit(url)).text).cards
    expect(law).toContain('Mainland China')
    expect(law).toContain('Set by Intake Officer on 9 March 2026')
    expect(law).toContain(`Reason: ${why}`)
    expect(law).toContain('1 earlier finding')
    expect(law).toContain('The parties expressly chose the law of Hong Kong.')
  })

  test('are kept with the facts and the day they were made of, and never changed', async ({
    app,
    fileLitigation,
  }) => {
    const { reference } = await fileLitigation(withLaw)
    const kept = await app.owner
      .selectFrom('findings')
      .innerJoin('cases', 'cases.id', 'findings.case_id')
      .select(['checked', 'findings.facts', 'as_of', 'edition', 'overruled'])
      .where('reference', '=', reference)
      .where('checked', '=', 'governingLaw')
      .execute()
    expect(kept).toMatchObject([
      { as_of: '2026-03-09', overruled: false, facts: { contract: { chosenLaw: 'HK' }, on: '2026-03-09' } },
    ])
    expect(kept[0]?.edition).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('read well in Chinese too', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation(withLaw)
    const browser = await as('claimant')
    expect(findingsIn((await browser.visit(`${url}?lang=zh-Hant`)).text).cards[0]).toContain('管限法律')
    expect(findingsIn((await browser.visit(`${url}?lang=zh-Hans`)).text).cards[0]).toContain('准据法')
  })

  test('compare a claim in another currency at the latest rate entered by that day', async ({
    app,
    people,
    fileLitigation,
  }) => {
    const claim = { amount: '50000000.00', currency: 'HKD' as const, relief: 'Payment of the price' }
    const courtOf = async (reference: string) =>
      app.owner
        .selectFrom('findings')
        .innerJoin('cases', 'cases.id', 'findings.case_id')
        .select(['verdict', 'court', 'needs', 'findings.facts'])
        .where('reference', '=', reference)
        .where('checked', '=', 'jurisdiction')
        .executeTakeFirstOrThrow()
    const before = await fileLitigation({ claim })
    expect(await courtOf(before.reference)).toMatchObject({
      verdict: 'needsFacts',
      court: null,
      needs: ['rate'],
    })

    const entered = {
      source: 'PBOC',
      entered_by: people.administrator.id,
      entered_at: '2026-03-08T01:00:00Z',
    }
    await app.owner
      .insertInto('exchange_rates')
      .values([
        { currency: 'HKD', on: '2026-03-06', rate: '0.7000', ...entered },
        { currency: 'HKD', on: '2026-03-08', rate: '0.9200', ...entered },
        { currency: 'HKD', on: '2026-03-10', rate: '0.5000', ...entered },
      ])
      .execute()
    const after = await fileLitigation({ claim })
    expect(await courtOf(after.reference)).toMatchObject({
      verdict: 'supported',
      court: 'SHENZHEN_INTERMEDIATE',
      facts: { rate: { currency: 'HKD', on: '2026-03-08', rate: '0.9200' } },
    })
  })
})
