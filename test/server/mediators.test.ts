import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import type { CaseFiling } from '../../server/filing/file.ts'
import { mediationFiling } from '../support/filings.ts'
import { test } from '../support/test.ts'

type Place = { registered: string; investor?: string }

/** The same dispute between companies from elsewhere. */
const between = (...places: Place[]): Pick<CaseFiling, 'parties'> => ({
  parties: mediationFiling.parties.map((party, index) => {
    const { registered, investor } = places[index]!
    return {
      ...party,
      registration: { ...party.registration!, jurisdiction: registered, inQianhaiCooperationZone: false },
      domicile: registered,
      investors: investor === undefined ? [] : [{ origin: investor, share: 10 }],
    }
  }),
})
const mainland = { registered: 'CN' }

describe('a mediator from Hong Kong', () => {
  test.for([
    ['a company of Hong Kong', between(mainland, { registered: 'HK' }), true],
    ['a company of Macao', between({ registered: 'MO' }, mainland), true],
    [
      'a Mainland company with a tenth from Hong Kong',
      between({ registered: 'CN', investor: 'HK' }, mainland),
      true,
    ],
    ['Mainland companies', between(mainland, mainland), false],
    [
      'a Mainland company with money from Singapore',
      between({ registered: 'CN', investor: 'SG' }, mainland),
      false,
    ],
    [
      'a company of Singapore with money from Hong Kong',
      between({ registered: 'SG', investor: 'HK' }, mainland),
      false,
    ],
  ] as const)('for %s', async ([, parties, invited], { as, fileMediation, people }) => {
    const { url } = await fileMediation(parties)
    const respondent = await as('respondent')
    await respondent.submit(`${url}/mediation/1/consent`)
    const choice = { mediator: people.otherMediator.id }
    for (const [lang, words] of [
      ['zh-Hans', '港澳调解员须有一方当事人来自港澳'],
      ['zh-Hant', '港澳調解員須有一方當事人來自港澳'],
      ['en', 'A mediator from Hong Kong or Macao needs a party from there'],
    ] as const) {
      await respondent.visit(`/cases?lang=${lang}`)
      const posted = await respondent.submit(`${url}/mediation/1/jointSelect`, choice)
      if (invited) expect(posted.status).toBe(303)
      else
        expect([posted.status, load(posted.text)('main').text().includes(words)], lang).toEqual([409, true])
      if (invited) break
    }
    await respondent.visit('/cases?lang=en')
  })

  test.for(['otherMediator', 'mediator'] as const)(
    'or elsewhere is offered on the days of the listing alone: %s',
    async (who, { app, as, clock, fileMediation, people }) => {
      const { url } = await fileMediation()
      const respondent = await as('respondent')
      await respondent.submit(`${url}/mediation/1/consent`)
      const form = `${url}/mediation/1/jointSelect`
      const offered = async () => (await respondent.visit(form)).text.includes(people[who].id)
      const lists = (expires: string | null) =>
        app.owner
          .updateTable('roster')
          .set({ expires_on: expires })
          .where('user_id', '=', people[who].id)
          .execute()
      await lists('2026-03-09')
      expect(await offered()).toBe(true)
      const today = clock.now
      clock.now = '2026-03-10T01:00:00.000Z'
      expect(await offered()).toBe(false)
      const posted = await respondent.submit(form, { mediator: people[who].id })
      expect(posted.status).toBe(422)
      clock.now = today
      await lists(null)
    },
  )
})
