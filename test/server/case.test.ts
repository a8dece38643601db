import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { test, type Browser, type Who } from '../support/test.ts'

/** What of the page is read by everybody, in the order in which it is read. */
const read = (html: string) => {
  const page = load(html)
  return page('main').text().replaceAll(/\s+/g, ' ')
}
const section = (html: string, id: string) => load(html)(`section[aria-labelledby=${id}]`).text()

describe('the page of a case', () => {
  test('tells the party whose turn it is what to do, until when and why', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const { text } = await (await as('respondent')).visit(url).expect(200)
    const next = section(text, 'next')
    expect(next).toContain('Agree to mediate')
    expect(next).toContain('You, Harbour Crest Trading Limited')
    expect(next).toContain('Monday 16 March 2026')
    expect(next).toContain('until midnight, 7 days left')
    expect(next).toContain('Provisions on Specially Invited Mediation, article 11')
    expect(load(text)(`a.govuk-button[href="${url}/mediation/1/consent"]`)).toHaveLength(1)
  })

  test('lets the party wait who has done its part', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const { text } = await (await as('claimant')).visit(url)
    expect(text).toContain('qh-next--wait')
    expect(section(text, 'next')).toContain('Each party says whether it agrees to mediate.')
    expect(load(text)('a.govuk-button')).toHaveLength(0)
  })

  test('opens the reckoning of the reader’s own date, and of nobody else’s', async ({
    as,
    fileMediation,
  }) => {
    const { url } = await fileMediation()
    const respondent = await (await as('respondent')).visit(url)
    expect(load(respondent.text)('details.qh-work[open]')).toHaveLength(1)
    const claimant = await (await as('claimant')).visit(url)
    expect(load(claimant.text)('.qh-dl__row details').length).toBeGreaterThan(0)
    expect(load(claimant.text)('.qh-dl__row details[open]')).toHaveLength(0)
  })

  test('leads from the receipt in the file to the receipt, and back to the reader’s list', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    const claimant = await as('claimant')
    const page = load((await claimant.visit(url)).text)
    expect(page('#documents').closest('section').find(`a[href="${url}/receipt"]`).text()).toBe('Receipt')
    await claimant.visit(`${url}/receipt`).expect(200)
    expect(page('.qh-crumbs').text()).toBe('Your cases')
    const officer = load((await (await as('intakeOfficer')).visit(url)).text)
    expect(officer('.qh-crumbs').text()).toBe('Cases')
    await (await as('intakeOfficer')).visit(`${url}/receipt`).expect(200)
  })

  test('offers a party no fee that it does not owe, and no time that it did not miss', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    const linksOf = async (who: Who) =>
      load((await (await as(who)).visit(url)).text)('main a')
        .toArray()
        .map(({ attribs }) => attribs.href?.split('/').at(-1))
    expect(await linksOf('claimant')).toContain('payFee')
    for (const act of ['payFee', 'applyRestoration']) expect(await linksOf('respondent')).not.toContain(act)
    await (await as('claimant')).submit(`${url}/litigation/1/payFee`, { amount: '73,400.00' })
    for (const act of ['payFee', 'applyRestoration']) expect(await linksOf('claimant')).not.toContain(act)
  })

  test('puts what staff can record beside what is not possible yet, and why', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    const { text } = await (await as('intakeOfficer')).visit(url)
    const offers = section(text, 'offers')
    expect(offers).toContain('Register the case')
    expect(offers).toContain('Refer to mediation before filing')
    expect(section(text, 'next')).toContain('You (Intake officer)')
    expect(section(text, 'tasks')).toContain('No task is open.')
    // What can be done comes before what has been, for whoever reads from top to bottom.
    expect(text.indexOf('aria-labelledby="offers"')).toBeLessThan(text.indexOf('aria-labelledby="history"'))

    await (await as('intakeOfficer')).submit(`${url}/litigation/1/register`, { procedure: 'ordinary' })
    // One of the two judges has been assigned.
    const pages = await Promise.all([as('judge'), as('otherJudge')].map(async one => (await one).visit(url)))
    expect(pages.map(page => section(page.text, 'offers')).join()).toContain('Not yet possible')
  })

  test('explains a date step by step, with its citations', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const { text } = await (await as('respondent')).visit(url)
    const steps = load(text)('.qh-steps li').text()
    expect(steps).toContain('Monday 9 March 2026, the day of the event, is not counted.')
    expect(steps).toContain('Civil Procedure Law, article 85')
  })

  test('says where a day that binds is no working day on the other side', async ({
    as,
    clock,
    fileMediation,
  }) => {
    clock.now = '2026-03-27T01:00:00.000Z'
    const { url } = await fileMediation()
    const { text } = await (await as('respondent')).visit(url)
    clock.now = '2026-03-09T01:00:00.000Z'
    // Friday 3 April 2026 is Good Friday.
    expect(section(text, 'next')).toContain('Friday 3 April 2026')
    expect(load(text)('.qh-dual').text()).toContain(
      'Last Hong Kong working day before it: Thursday 2 April 2026',
    )
  })

  test('speaks three languages and marks names that keep their own', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const browser = await as('stranger') // languages of an account are remembered; nobody else's are touched
    expect((await browser.visit(url)).status).toBe(404)
    const respondent = await as('respondent')
    const traditional = await respondent.visit(`${url}?lang=zh-Hant`)
    expect(section(traditional.text, 'next')).toContain('2026年3月16日（星期一）')
    expect(traditional.text).toContain('<span lang="zh-Hans">前海灵渡传感有限公司</span>')
    expect(traditional.text).toContain('<span>港峰貿易有限公司</span>')
    const simplified = await respondent.visit(`${url}?lang=zh-Hans`)
    expect(simplified.text).toContain('<span lang="zh-Hant">港峰貿易有限公司</span>')
    await respondent.visit(`${url}?lang=en`)
  })

  test('marks its title with the script it was filed in, wherever the title stands', async ({
    as,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation({ title: '鋰電芯交貨不足', language: 'zh-Hant' })
    const { url: misfiled } = await fileLitigation({ title: '锂电芯少交货', language: 'en' })
    const officer = await as('intakeOfficer')
    const titles = async (lang: string) => {
      const shown = []
      for (const page of [url, '/cases?q=鋰電芯', '/tasks']) {
        const { text } = await officer.visit(`${page}${page.includes('?') ? '&' : '?'}lang=${lang}`)
        shown.push(
          load(text)('main span')
            .filter((_, run) => load(run).text() === '鋰電芯交貨不足')
            .first()
            .attr('lang'),
        )
      }
      return shown
    }
    expect(await titles('en')).toEqual(['zh-Hant', 'zh-Hant', 'zh-Hant'])
    expect(await titles('zh-Hans')).toEqual(['zh-Hant', 'zh-Hant', 'zh-Hant'])
    expect(await titles('zh-Hant')).toEqual([undefined, undefined, undefined])
    const { text } = await officer.visit(`${misfiled}?lang=en`)
    expect(load(text)('h1 span').attr('lang'), 'not English, whatever language it was filed in').toBe('zh')
  })

  test('is there for nobody else', async ({ as, fileMediation, fileLitigation }) => {
    const { url } = await fileMediation()
    const stranger = await as('stranger')
    await stranger.visit(url).expect(404)
    await stranger.visit(`${url}/mediation/1`).expect(404)
    await stranger.visit(`${url}/mediation/1/consent`).expect(404)
    const party = await as('claimant')
    await party.visit('/cases/QH-2026-999999').expect(404)
    await party.visit(`${url}/mediation/2`).expect(404)
    await party.visit(`${url}/litigation/1`).expect(404)
    await party.visit(`${url}/mediation/1/noSuchEvent`).expect(404)
    await party.visit(`${url}/mediation/1/constructor`).expect(404)
    await party.visit(`${url}/__proto__/1/consent`).expect(404)
    // Courts do not see into arbitrations or others' mediations, nor arbitration institutions into suits.
    await (await as('clerk')).visit(url).expect(404)
    const suit = await fileLitigation()
    await (await as('tribunalSecretary')).visit(suit.url).expect(404)
  })

  test('keeps who looked', async ({ app, as, people, fileMediation }) => {
    const { url, reference } = await fileMediation()
    await (await as('respondent')).visit(url)
    const looked = await app.owner
      .selectFrom('accesses')
      .innerJoin('cases', 'cases.id', 'accesses.case_id')
      .select(['user_id', 'path'])
      .where('reference', '=', reference)
      .execute()
    expect(looked).toEqual([{ user_id: people.respondent.id, path: url }])
  })

  test('opens a document on a page of its own, for those who may read it', async ({ as, fileMediation }) => {
    const { url } = await fileMediation()
    const { text } = await (await as('respondent')).visit(url)
    const href = load(text)('section[aria-labelledby=documents] a').attr('href') ?? ''
    const document = await (await as('claimant')).visit(href).expect(200)
    expect(read(document.text)).toContain('Sales contract no. LD-2024-0506.')
    await (await as('stranger')).visit(href).expect(404)
    const other = await fileMediation()
    await (await as('claimant')).visit(href.replace(url, other.url)).expect(404)
    await (await as('claimant')).visit(`${url}/documents/none`).expect(404)
  })
})

describe('a case with a mediation', () => {
  const sendToMediation = async ({
    as,
    url,
    people,
  }: {
    as: (who: Who) => Promise<Browser>
    url: string
    people: Record<Who, { id: string }>
  }) => {
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/offerMediation`)
    for (const who of ['claimant', 'respondent'] as const)
      await (await as(who)).submit(`${url}/mediation/1/consent`)
    for (const who of ['claimant', 'respondent'] as const)
      await (await as(who)).submit(`${url}/mediation/1/jointSelect`, { mediator: people.mediator.id })
    await (await as('mediator')).submit(`${url}/mediation/1/acceptAndSignReceipt`)
  }

  test('shows the court that it is there, and the parties what happens in it', async ({
    as,
    people,
    fileLitigation,
  }) => {
    const { url } = await fileLitigation()
    await sendToMediation({ as, url, people })
    for (const who of ['claimant', 'respondent'] as const) {
      const party = await (await as(who)).visit(`${url}/mediation/1`)
      expect(section(party.text, 'history'), who).toContain('Case accepted by the mediator')
      // The respondent has not been served with the suit that it is to spare them.
      expect(section(party.text, 'proceedings').includes('within Litigation 1')).toBe(who === 'claimant')
    }

    const court = await (await as('intakeOfficer')).visit(`${url}/mediation/1`).expect(200)
    expect(court.text).toContain('In mediation')
    expect(section(court.text, 'history')).not.toContain('Case accepted by the mediator')
    expect(section(court.text, 'history')).toContain('Referred to mediation before filing')
  })

  test('is moved by the mediator, who does not see the suit', async ({ as, people, fileLitigation }) => {
    const { url } = await fileLitigation()
    await sendToMediation({ as, url, people })
    const mediator = await as('mediator')
    await mediator.visit(`${url}/litigation/1`).expect(404)
    const posted = await mediator.submit(`${url}/mediation/1/gapTooWide`)
    expect(posted.status).toBe(303)

    const court = await (await as('intakeOfficer')).visit(`${url}/litigation/1`)
    expect(load(court.text)('.qh-case__kick .qh-tag').text()).toBe('Submitted')
    expect(section(court.text, 'history')).toContain('Positions too far apart')
    expect(section(court.text, 'documents')).toContain('Report that the mediation ended')
  })

  test('leaves a mediator who declines with the list of cases', async ({ as, people, fileLitigation }) => {
    const { url } = await fileLitigation()
    await (await as('intakeOfficer')).submit(`${url}/litigation/1/offerMediation`)
    for (const who of ['claimant', 'respondent'] as const)
      await (await as(who)).submit(`${url}/mediation/1/consent`)
    for (const who of ['claimant', 'respondent'] as const)
      await (await as(who)).submit(`${url}/mediation/1/jointSelect`, { mediator: people.otherMediator.id })
    const mediator = await as('otherMediator')
    const declined = await mediator.submit(`${url}/mediation/1/decline`)
    const onward = await mediator.visit(String(declined.headers.location)).expect(303)
    const left = await mediator.visit(String(onward.headers.location)).expect(303)
    expect(left.headers.location).toBe('/cases')
    await mediator.visit(url).expect(404)
  })
})

describe('the register', () => {
  test('shows administrators that a proceeding is there and lets them decide a complaint', async ({
    as,
    fileMediation,
  }) => {
    const { url, reference } = await fileMediation()
    await (await as('respondent')).submit(`${url}/mediation/1/complain`, { conduct: 'Pressed us to sign.' })
    const administrator = await as('administrator')
    const { text } = await administrator.visit(url).expect(200)
    expect(read(text)).toContain(reference)
    expect(section(text, 'offers')).toContain('Decide the complaint')
    expect(text).not.toContain('industrial sensors')
    expect(text).not.toContain('Harbour Crest')
    expect(text).not.toContain('Pressed us')

    const decided = await administrator.submit(`${url}/mediation/1/decideComplaint`, { measure: 'warning' })
    expect(decided.status).toBe(303)
    const party = await (await as('respondent')).visit(url)
    expect(section(party.text, 'history')).toContain('Complaint decided')
  })
})
