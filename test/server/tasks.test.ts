import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { ringDue } from '../../server/clock.ts'
import { asActor } from '../../server/db.ts'
import { fileCase, type CaseFiling } from '../../server/filing/file.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from '../support/filings.ts'
import { test as base, type Browser, type Who } from '../support/test.ts'

/** The rows of the list: what waits, in which case, by when. */
async function waiting(browser: Browser) {
  const $ = load((await browser.visit('/tasks')).text)
  const cell = (row: Parameters<typeof $>[0], label: string) =>
    $(`[data-label="${label}"]`, row).text().replace(/\s+/g, ' ').trim()
  return {
    count: $('nav a[href="/tasks"] .qh-nav__n').text(),
    rows: $('tbody tr')
      .toArray()
      .map(row => ({
        what: $('th', row).text().trim(),
        href: $('th a', row).attr('href'),
        due: $('[data-label="By when"] time', row).attr('datetime') ?? null,
        left: $('[data-label="By when"] .qh-table__sub', row).text(),
        waited: cell(row, 'Waiting'),
        late: $(row).hasClass('is-late'),
      })),
  }
}

const test = base
  .extend(
    'file',
    ({ app, people, clock }) =>
      (filing: CaseFiling, organisation: string, at = clock.now) =>
        asActor(app.db, people.claimant, trx =>
          fileCase(trx, people.claimant, filing, { at, organisation }),
        ).then(({ reference }) => reference),
  )
  .extend(
    'fire',
    ({ app, people, clock }) =>
      (reference: string, pathway: PathwayName, who: Who, type: string, data: Data = {}) =>
        asActor(app.db, people[who], trx =>
          fireEvent(trx, people[who], { reference, pathway, ordinal: 1 }, { type, data, at: clock.now }),
        ),
  )

describe('tasks', () => {
  test('are what waits for a desk, until it is done', async ({ as, file, fire }) => {
    const suit = await file(litigationFiling, 'QIANHAI_COURT')
    const intake = await as('intakeOfficer')
    const { count, rows } = await waiting(intake)
    expect(count).toBe('1')
    expect(rows).toEqual([
      {
        what: expect.stringContaining('The court reviews the complaint within 7 days') as string,
        href: `/cases/${suit}`,
        due: '2026-03-16',
        left: '7 days left',
        waited: '0 days',
        late: false,
      },
    ])
    for (const who of ['claimant', 'tribunalSecretary', 'judge', 'stranger', 'administrator'] as const)
      expect(await waiting(await as(who)), who).toEqual({ count: '', rows: [] })

    await fire(suit, 'litigation', 'intakeOfficer', 'requestSupplement', {
      defects: 'The contract is missing',
      dueOn: '2026-03-12',
    })
    expect((await waiting(intake)).rows).toEqual([])
    const claimant = await waiting(await as('claimant'))
    expect(claimant.rows).toMatchObject([{ href: `/cases/${suit}`, due: '2026-03-12' }])
    expect(claimant.count).toBe('1')
    await fire(suit, 'litigation', 'claimant', 'withdraw')
  })

  test('are a request for arbitration from the hour it is submitted; what its state waits for leads its page', async ({
    as,
    file,
    fire,
  }) => {
    const request = await file(arbitrationFiling, 'SCIA')
    const secretary = await as('tribunalSecretary')
    const hrefs = async () => (await waiting(secretary)).rows.map(({ href }) => href)
    const step = async () =>
      load((await secretary.visit(`/cases/${request}`)).text)('.qh-next .govuk-button').text()
    expect(await hrefs()).toEqual([`/cases/${request}`])
    expect(await step()).toBe('Accept the request')

    await fire(request, 'arbitration', 'tribunalSecretary', 'accept')
    const service = { party: 'p2', method: 'email', receivedOn: '2026-03-09' } as const
    await fire(request, 'arbitration', 'tribunalSecretary', 'serveNotice', service)
    expect(await hrefs()).toEqual([])
    await fire(request, 'arbitration', 'respondent', 'respond')
    expect(await hrefs()).toEqual([`/cases/${request}`])
    expect(await step()).toBe('Appoint an arbitrator for the parties')
  })

  test('put the overdue first, then the first due', async ({ app, as, file, clock }) => {
    const before = clock.now
    const late = await file(
      { ...litigationFiling, title: 'Late' },
      'QIANHAI_COURT',
      '2026-03-02T01:00:00.000Z',
    )
    const soon = await file(
      { ...litigationFiling, title: 'Soon' },
      'QIANHAI_COURT',
      '2026-03-09T01:00:00.000Z',
    )
    const soonest = await file(
      { ...litigationFiling, title: 'Next' },
      'QIANHAI_COURT',
      '2026-03-05T01:00:00.000Z',
    )
    clock.now = '2026-03-11T01:00:00.000Z'
    await ringDue(app.db, clock.now, app.log)
    const { count, rows } = await waiting(await as('intakeOfficer'))
    clock.now = before
    expect(rows.map(({ href }) => href)).toEqual(
      [late, soonest, soon].map(reference => `/cases/${reference}`),
    )
    // The lapse opened a task, and the state waits for the same desk: one thing to do.
    expect(rows[0]).toMatchObject({ late: true, due: '2026-03-09', left: '2 days late' })
    expect(rows[0]?.what).toContain('the period has passed')
    expect(rows.slice(1).some(({ late }) => late)).toBe(false)
    expect(count).toBe('3')
  })

  test('of a mediation are its own people’s, and a complaint is the administrator’s without the case', async ({
    as,
    file,
    fire,
    people,
  }) => {
    const mediated = await file({ ...mediationFiling, title: 'A walled quarrel' }, 'QHDRC')
    const own = async (who: Who) =>
      (await waiting(await as(who))).rows.filter(({ href }) => href === `/cases/${mediated}`)
    expect(await own('respondent')).toHaveLength(1)
    await fire(mediated, 'mediation', 'respondent', 'consent')
    expect(await own('mediationCoordinator')).toHaveLength(1)
    for (const who of ['claimant', 'respondent'] as const)
      await fire(mediated, 'mediation', who, 'jointSelect', { mediator: people.mediator.id })
    expect(await own('mediator')).toHaveLength(1)
    for (const who of ['claimant', 'intakeOfficer', 'otherMediator', 'hongKongCoordinator'] as const)
      expect(await own(who), who).toEqual([])

    await fire(mediated, 'mediation', 'claimant', 'complain', { conduct: 'Came late' })
    expect(await own('administrator')).toMatchObject([{ what: 'Review the complaint about the mediator' }])
    expect((await (await as('administrator')).visit('/tasks')).text).not.toContain('A walled quarrel')
  })

  test('of a mediation before filing are also the filing desk’s of the court that sent it there', async ({
    as,
    file,
    fire,
  }) => {
    const suit = await file({ ...litigationFiling, title: 'Sent to mediation' }, 'QIANHAI_COURT')
    const ofIntake = async () =>
      (await waiting(await as('intakeOfficer'))).rows.filter(({ href }) => href === `/cases/${suit}`)
    await fire(suit, 'litigation', 'intakeOfficer', 'offerMediation')
    expect(await ofIntake()).toEqual([])
    for (const who of ['claimant', 'respondent'] as const) await fire(suit, 'mediation', who, 'consent')
    expect(await ofIntake()).toMatchObject([
      { what: expect.stringContaining('choose the same mediator') as string },
    ])
  })
})
