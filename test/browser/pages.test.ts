import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { ringDue } from '../../server/clock.ts'
import * as answers from '../support/answers.ts'
import { barriers, fillIn, follow, picture, test as base, type Window } from '../support/browser.ts'
import { litigationFiling } from '../support/filings.ts'
import type { Browser, Who } from '../support/test.ts'

const [claimant, respondent] = litigationFiling.parties
const another = {
  ...respondent!,
  id: 'p3',
  name: { en: 'Kwun Tong Instruments Limited', 'zh-Hant': '觀塘儀器有限公司' },
  email: 'thirdparty@example.test',
}
const receivedOn = { 'receivedOn-day': '9', 'receivedOn-month': '3', 'receivedOn-year': '2026' }

type Site = Record<
  'registered' | 'suit' | 'served' | 'selecting' | 'talks' | 'mediation' | 'request',
  string
> &
  Record<'arbitration' | 'draft', string>
type Recording = (who: Who, event: string, answers?: object) => Promise<void>
type Visit = {
  name: string
  at: (site: Site) => string
  status?: number
  /** What is done on the page before it is looked at. */
  then?: (page: Window, more: { site: Site; record: Recording }) => Promise<unknown>
  /** The pages that are seen most are looked at in every language. */
  everyLanguage?: true
}

/** Cases at moments at which their pages have much to show, and a filing about to be sent. */
const test = base.extend(
  'site',
  { scope: 'file' },
  async ({ fileLitigation, fileMediation, fileArbitration, record, as, app, people, clock }) => {
    const register = (suit: string) => record('intakeOfficer', `${suit}/register`, { procedure: 'ordinary' })
    const registered = `${(await fileLitigation()).url}/litigation/1`
    await register(registered)

    const { url: suit } = await fileLitigation({ parties: [claimant!, respondent!, another] })
    const served = `${suit}/litigation/1`
    await register(served)
    await record('claimant', `${served}/payFee`, { amount: '73,400.00' })
    await record('clerk', `${served}/startService`)
    await record('clerk', `${served}/recordService`, { party: 'p2', method: 'email', ...receivedOn })

    const selecting = `${(await fileMediation()).url}/mediation/1`
    await record('respondent', `${selecting}/consent`)

    const { url: talks } = await fileMediation()
    const mediation = `${talks}/mediation/1`
    await record('respondent', `${mediation}/consent`)
    for (const party of ['claimant', 'respondent'] as const)
      await record(party, `${mediation}/jointSelect`, { mediator: people.mediator.id })
    await record('mediator', `${mediation}/acceptAndSignReceipt`)
    await record('mediator', `${mediation}/reachAgreement`, { terms: 'Half now, half in a year.' })

    const { url: request } = await fileArbitration()
    const arbitration = `${request}/arbitration/1`
    await record('tribunalSecretary', `${arbitration}/accept`)
    await record('tribunalSecretary', `${arbitration}/serveNotice`, { party: 'p2', ...receivedOn })
    await record('respondent', `${arbitration}/respond`)

    const draft = await draftOf(await as('claimant'))
    clock.now = '2026-03-17T01:00:00.000Z'
    await ringDue(app.db, clock.now, app.log)
    return { registered, suit, served, selecting, talks, mediation, request, arbitration, draft }
  },
)

const submit = (page: Page) => page.locator('main form[method=post] button[type=submit]').click()

const hongKongLaw = new URLSearchParams({
  'parties.0.kind': 'company',
  'parties.0.registration.jurisdiction': 'CN',
  'parties.0.registration.city': 'Shenzhen',
  'parties.0.domicile': 'CN',
  'parties.0.investors.0.origin': 'HK',
  'parties.1.kind': 'company',
  'parties.1.domicile': 'CN',
  'contract.chosenLaw': 'HK',
  assertedLaw: 'HK',
}).toString()

const visits: Partial<Record<Who | 'visitor', Visit[]>> = {
  visitor: [
    { name: 'start', at: () => '/' },
    { name: 'sign-in', at: () => '/sign-in' },
    { name: 'sign-in-wrong', at: () => '/sign-in', then: submit },
    { name: 'help', at: () => '/help' },
    { name: 'accessibility', at: () => '/accessibility' },
    { name: 'privacy', at: () => '/privacy' },
    { name: 'dates', at: () => '/dates' },
    { name: 'calculators', at: () => '/calculators' },
    {
      name: 'calculator-deadline',
      at: () => '/calculators/deadline?rule=defence.domiciled&triggerDate=2026-02-02',
      everyLanguage: true,
    },
    { name: 'calculator-fee', at: () => '/calculators/fee?kind=court.case&amount=1234567.89&currency=CNY' },
    { name: 'calculator-law', at: () => `/calculators/law?${hongKongLaw}`, everyLanguage: true },
    { name: 'calculator-court-wrong', at: () => '/calculators/court?claim.amount=much', status: 422 },
  ],
  claimant: [
    { name: 'cases-party', at: () => '/cases', everyLanguage: true },
    { name: 'tasks-party', at: () => '/tasks' },
    { name: 'case-claimant', at: ({ suit }) => suit },
    { name: 'case-all', at: ({ suit }) => `${suit}?all=1` },
    { name: 'receipt', at: ({ suit }) => `${suit}/receipt` },
    { name: 'document', at: ({ suit }) => suit, then: page => follow(page, 'sales-contract.txt') },
    { name: 'form-money', at: ({ registered }) => `${registered}/payFee` },
    { name: 'form-person', at: ({ selecting }) => `${selecting}/jointSelect` },
    { name: 'form-yes-no', at: ({ mediation }) => `${mediation}/withdraw` },
    { name: 'form-rule', at: ({ served }) => `${served}/applyRestoration` },
    { name: 'refusal-party', at: ({ served }) => `${served}/fileDefence`, status: 409 },
    { name: 'filings', at: () => '/filings' },
    { name: 'filing-way', at: () => '/filings/new' },
    { name: 'filing-claimant', at: ({ draft }) => `${draft}/claimant` },
    { name: 'filing-others', at: ({ draft }) => `${draft}/others` },
    { name: 'filing-party', at: ({ draft }) => `${draft}/others/new` },
    { name: 'filing-party-wrong', at: ({ draft }) => `${draft}/others/new`, then: submit },
    { name: 'filing-contract', at: ({ draft }) => `${draft}/contract` },
    { name: 'filing-claim', at: ({ draft }) => `${draft}/claim` },
    { name: 'filing-exhibits', at: ({ draft }) => `${draft}/exhibits` },
    {
      name: 'filing-check',
      at: ({ draft }) => `${draft}/check`,
      then: page => page.locator('form[action*="/check"]').waitFor(),
      everyLanguage: true,
    },
    { name: 'error-403', at: () => '/people', status: 403 },
    { name: 'error-404', at: () => '/cases/QH-2026-999999', status: 404 },
  ],
  respondent: [
    { name: 'case-respondent', at: ({ suit }) => suit, everyLanguage: true },
    { name: 'case-arbitration', at: ({ request }) => request },
    { name: 'form-empty', at: ({ served }) => `${served}/fileDefence` },
  ],
  clerk: [
    { name: 'cases-clerk', at: () => '/cases', everyLanguage: true },
    { name: 'cases-none', at: () => '/cases?q=nothing+like+it' },
    { name: 'tasks-clerk', at: () => '/tasks' },
    { name: 'case-clerk', at: ({ suit }) => suit, everyLanguage: true },
    { name: 'form-methods', at: ({ registered }) => `${registered}/startService` },
    { name: 'form-service', at: ({ served }) => `${served}/recordService` },
    { name: 'form-wrong', at: ({ served }) => `${served}/recordService`, then: submit },
    { name: 'form-seq', at: ({ served }) => `${served}/correctRecord` },
    {
      name: 'form-record',
      at: ({ suit }) => suit,
      then: page => page.locator('a[href*="correctRecord?seq="]').first().click(),
    },
    { name: 'refusal-clerk', at: ({ served }) => `${served}/issueJudgment`, status: 409 },
    {
      name: 'collision',
      at: ({ served }) => `${served}/recordService`,
      then: async (page, { site, record }) => {
        await fillIn(page, { party: 'p3', method: 'email', ...receivedOn })
        await record('clerk', `${site.served}/recordService`, { party: 'p3', method: 'email', ...receivedOn })
        await submit(page)
        await page.getByRole('heading', { name: page.t('collision.title') }).waitFor()
      },
    },
  ],
  intakeOfficer: [
    { name: 'tasks-officer', at: () => '/tasks' },
    { name: 'case-officer', at: ({ registered }) => registered },
  ],
  judge: [
    { name: 'cases-judge', at: () => '/cases' },
    { name: 'case-judge', at: () => '/cases', then: page => page.locator('main th a').first().click() },
    {
      name: 'form-finding',
      at: () => '/cases',
      then: async page => {
        await page.locator('main th a').first().click()
        await page.locator('a[href$="/overruleFinding"]').first().click()
      },
    },
  ],
  mediator: [
    { name: 'tasks-mediator', at: () => '/tasks' },
    { name: 'case-mediator', at: ({ talks }) => talks },
    { name: 'form-signatures', at: ({ mediation }) => `${mediation}/signAll` },
    { name: 'form-parties', at: ({ mediation }) => `${mediation}/revise` },
    {
      name: 'room-wrong',
      at: ({ mediation }) => `${mediation}/notes/caucus-p2`,
      then: submit,
      everyLanguage: true,
    },
    {
      name: 'room',
      at: ({ mediation }) => `${mediation}/notes/mediation`,
      then: async page => {
        await page.locator('input[value=sessionNote]').check()
        await page.locator('textarea').fill('Both sides agree on the dates.')
        await submit(page)
      },
    },
    {
      name: 'disclosure-new',
      at: ({ mediation }) => `${mediation}/notes/mediation`,
      then: page => page.locator('a[href*="/disclosures/new"]').first().click(),
    },
    { name: 'disclosures', at: ({ mediation }) => `${mediation}/disclosures` },
  ],
  mediationCoordinator: [
    { name: 'case-coordinator', at: ({ selecting }) => selecting },
    { name: 'form-designate', at: ({ selecting }) => `${selecting}/designate` },
  ],
  tribunalSecretary: [
    { name: 'cases-secretary', at: () => '/cases' },
    { name: 'case-secretary', at: ({ request }) => request },
    { name: 'form-people', at: ({ arbitration }) => `${arbitration}/appointDefault` },
  ],
  administrator: [
    { name: 'caseload', at: () => '/caseload', everyLanguage: true },
    { name: 'case-register', at: ({ suit }) => suit },
    { name: 'people', at: () => '/people' },
    { name: 'person-new', at: () => '/people/new' },
    { name: 'person', at: () => '/people', then: page => page.locator('main th a').first().click() },
    { name: 'organisations', at: () => '/organisations' },
    { name: 'organisation-new', at: () => '/organisations/new' },
    { name: 'organisation', at: () => '/organisations/SCIA' },
    { name: 'calendars', at: () => '/calendars', everyLanguage: true },
    { name: 'calendar-day', at: () => '/calendars/day' },
    { name: 'calendar-notice', at: () => '/calendars/notice' },
    { name: 'calendar-check', at: () => checkedDay, everyLanguage: true },
    { name: 'calendar-wrong', at: () => '/calendars/day/check', status: 422 },
    {
      name: 'calendar-entry',
      at: () => checkedDay,
      then: page => page.locator('main button').first().click(),
    },
    { name: 'rates', at: () => '/rates' },
    { name: 'rate-new', at: () => '/rates/new' },
  ],
}

/** A storm on a day on which periods of the cases here end. */
const checkedDay =
  '/calendars/day/check?calendar=CN&why=typhoon&day-year=2026&day-month=3&day-day=16&note=Signal+no.+8'

describe('every page', () => {
  test.for(Object.entries(visits))(
    'keeps nobody out: %s',
    { timeout: 300_000 },
    async ([who, pages], { open, site, record }) => {
      const page = await open(who === 'visitor' ? undefined : (who as Who), { script: true })
      for (const { name, at, status = 200, then, everyLanguage } of pages)
        for (const lang of everyLanguage ? (['zh-Hans', 'zh-Hant', 'en'] as const) : (['en'] as const)) {
          const address = new URL(at(site), 'http://here.invalid')
          address.searchParams.set('lang', lang)
          const answer = await page.goto(address.pathname + address.search)
          expect.soft(answer?.status(), name).toBe(status)
          await then?.(page, { site, record })
          await page.waitForLoadState()
          expect.soft(await barriers(page), `${name} (${lang})`).toEqual([])
          await picture(page, `${name}.${lang}`)
        }
    },
  )
})

/** A filing with an answer to every step. */
async function draftOf(browser: Browser): Promise<string> {
  const begun = await browser.submit('/filings/new', { organisation: 'QIANHAI_COURT' })
  const draft = (begun.headers.location ?? '').replace('/claimant', '')
  await browser.submit(`${draft}/claimant`, answers.claimant)
  await browser.submit(`${draft}/others/new`, answers.respondent)
  await browser.submit(`${draft}/contract`, answers.contract)
  await browser.submit(`${draft}/claim`, {
    ...answers.claim,
    'amount-currency': 'CNY',
    declaresArbitration: 'no',
  })
  await browser.submit(`${draft}/exhibits`, answers.exhibit)
  return draft
}
