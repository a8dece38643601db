import { expect } from 'vitest'
import { addUser, listOnRoster } from '../../server/accounts/queries.ts'
import { barriers, fillIn, picture, test as base, type Window } from '../support/browser.ts'
import { litigationFiling } from '../support/filings.ts'
import { monday, type Who } from '../support/test.ts'

type Site = { suit: string; done: string; talks: string }
type Visit = [
  who: Who | undefined,
  name: string,
  at: (site: Site) => string,
  then?: (page: Window) => Promise<unknown>,
]

/** A suit with an agent and assessors to be drawn, and a mediation with notes. */
const test = base.extend(
  'site',
  { scope: 'file' },
  async ({ fileLitigation, fileMediation, record, app, people }): Promise<Site> => {
    for (const [index, name] of ['Lin Yue', 'Ho Ka Wai', 'Chan Siu Ming', 'Wong Tai Man'].entries()) {
      const email = `assessor${String(index)}@example.test`
      const id = await addUser(app.owner, { email, name: { en: name }, passwordHash: '', at: monday })
      const listing = { role: 'juror', origin: 'HK', since: '2024-01-01', bornOn: '1980-05-05' } as const
      await listOnRoster(app.owner, id, 'QIANHAI_COURT', listing)
    }
    const { url: suit } = await fileLitigation({
      contract: { ...litigationFiling.contract, chosenLaw: 'HK', institution: 'SCIA', seat: 'SHENZHEN' },
    })
    await record('intakeOfficer', `${suit}/litigation/1/overruleFinding`, {
      check: 'governingLaw',
      verdict: 'notSupported',
      law: 'CN',
      why: 'An annex struck the clause out',
    })
    await record('intakeOfficer', `${suit}/litigation/1/register`, { procedure: 'ordinary' })
    await record('claimant', `${suit}/litigation/1/requestJurors`)
    await record('claimant', `${suit}/representations`, {
      party: 'p1',
      email: people.thirdParty.email,
      capacity: 'employee',
      'powerReceivedOn-day': '9',
      'powerReceivedOn-month': '3',
      'powerReceivedOn-year': '2026',
      powerForm: 'plain',
      specialAuthority: 'yes',
      instance: 'first',
    })
    const { url: done } = await fileLitigation()
    await record('intakeOfficer', `${done}/litigation/1/register`, { procedure: 'ordinary' })
    const { url: talks } = await fileMediation()
    await record('respondent', `${talks}/mediation/1/consent`)
    for (const party of ['claimant', 'respondent'] as const)
      await record(party, `${talks}/mediation/1/jointSelect`, { mediator: people.mediator.id })
    await record('mediator', `${talks}/mediation/1/acceptAndSignReceipt`)
    return { suit, done, talks }
  },
)

const send = (page: Window) => page.locator('main form[method=post] button[type=submit]').last().click()
const first = (selector: string) => (page: Window) => page.locator(selector).first().click()

const visits: Visit[] = [
  ['claimant', 'representations-party', ({ suit }) => `${suit}/representations`],
  ['clerk', 'representations-desk', ({ suit }) => `${suit}/representations`],
  ['claimant', 'representations-wrong', ({ suit }) => `${suit}/representations`, send],
  [
    'claimant',
    'representations-end',
    ({ suit }) => `${suit}/representations`,
    first('main .qh-list summary'),
  ],
  ['intakeOfficer', 'finding-case', ({ suit }) => suit],
  ['intakeOfficer', 'finding-overrule', ({ suit }) => `${suit}/litigation/1/overruleFinding`],
  ['claimant', 'open-measures', ({ suit }) => `${suit}/open/interimMeasures/apply`],
  ['claimant', 'open-mediation', ({ suit }) => `${suit}/open/mediation/propose`],
  ['clerk', 'panel-draw', ({ suit }) => `${suit}/litigation/1/drawJurors`],
  ['mediator', 'notes', ({ talks }) => `${talks}/mediation/1/notes/mediation`],
  ['mediator', 'disclosures-none', ({ talks }) => `${talks}/mediation/1/disclosures`],
  ['claimant', 'measures-way', () => '/filings/new'],
  [
    'claimant',
    'measures-claim',
    () => '/filings/new',
    async page => {
      await fillIn(page, { organisation: 'interimMeasures.QIANHAI_COURT' })
      await send(page)
      await page.goto(page.url().replace('/claimant', '/claim'))
    },
  ],
  ['administrator', 'person-mediator', () => '/people?q=mediator', first('main th a')],
  ['administrator', 'rates', () => '/rates'],
  ['administrator', 'rate-new', () => '/rates/new'],
  ['administrator', 'calendar-day', () => '/calendars/day'],
  [undefined, 'start', () => '/'],
  [undefined, 'pathways', () => '/pathways'],
  [undefined, 'calculators', () => '/calculators'],
  [undefined, 'calculator-fee', () => '/calculators/fee?kind=court.case&amount=1234567.89&currency=CNY'],
  [undefined, 'calculator-clause', () => '/calculators/clause'],
  [undefined, 'calculator-court', () => '/calculators/court'],
]

test('the pages of a court keep nobody out', { timeout: 900_000 }, async ({ open, site }) => {
  const windows = new Map<Who | undefined, Window>()
  for (const [turn, [who, name, at, then]] of visits.entries()) {
    const page = windows.get(who) ?? (await open(who, { script: true }))
    windows.set(who, page)
    for (const lang of ['en', turn % 2 === 0 ? 'zh-Hans' : 'zh-Hant'] as const) {
      const address = new URL(at(site), 'http://here.invalid')
      address.searchParams.set('lang', lang)
      const answer = await page.goto(address.pathname + address.search)
      expect.soft(answer?.status(), name).toBe(200)
      await then?.(page)
      await page.waitForLoadState()
      expect.soft(await barriers(page), `${name} (${lang})`).toEqual([])
      await picture(page, `${name}.${lang}`)
    }
  }
})
