import pg from 'pg'
import { pino } from 'pino'
import { addOrganisations } from '../../seeds/organisations.ts'
import { addCast, addMediator, addPerson, playerOf } from '../../seeds/cast.ts'
import { givePost } from '../../server/accounts/queries.ts'
import { ringDue } from '../../server/clock.ts'
import { asActor, connect, openPool, type Actor } from '../../server/db.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { openCase, openFirst, type Filed } from '../../server/proceedings/open.ts'
import { leaveEngine } from '../../server/proceedings/queries.ts'
import { morningOf } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { freshDatabase } from './database.ts'

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A database with organisations and one person for every post, and the two sides' people. */
export async function openStage() {
  const { url, drop } = await freshDatabase()
  const ownerPool = new pg.Pool({ connectionString: url, max: 4 })
  const pool = openPool(url, 20)
  const owner = connect(ownerPool)
  const app = connect(pool)
  const log = pino({ level: process.env.LOG ?? 'silent' })
  const at = morningOf('2026-03-01')
  await addOrganisations(owner, at)
  await addCast(owner, at)
  const people = {
    claimant: await addPerson(owner, 'claimant', at),
    respondent: await addPerson(owner, 'respondent', at),
    agent: await addPerson(owner, 'agent', at),
    stranger: await addPerson(owner, 'stranger', at),
    mediator: await addPerson(owner, 'mediator', at),
    otherJudge: await addPerson(owner, 'otherJudge', at),
  }
  await addMediator(owner, people.mediator, 'HKMC', 'HK', 'facilitative')
  await givePost(owner, people.otherJudge, 'QIANHAI_COURT', 'judge', '2020-01-01')

  /** Who plays a role in a proceeding of a case: a named person, else whoever is assigned or posted. */
  const actor = async (who: string, reference: string, pathway: PathwayName): Promise<Actor> => {
    const named = Object.entries(people).find(([name]) => name === who)?.[1]
    return named === undefined ? (await playerOf(owner, reference, pathway, who))! : { id: named }
  }
  const fire = async (
    reference: string,
    pathway: PathwayName,
    on: string,
    who: string,
    type: string,
    data: Data = {},
  ) => {
    const by = await actor(who, reference, pathway)
    const at = morningOf(on)
    await ringDue(app, at, log)
    return asActor(app, by, trx => fireEvent(trx, by, { reference, pathway, ordinal: 1 }, { type, data, at }))
  }
  return {
    url,
    owner,
    app,
    pool,
    people,
    log,
    actor,
    fire,
    ring: (on: string) => ringDue(app, morningOf(on), log),
    close: async () => {
      await pool.end()
      await ownerPool.end()
      await drop()
    },
  }
}

export const filing: Filed = {
  title: 'Unpaid price of sensors',
  subject: 'saleOfGoods',
  language: 'en',
  claim: { amount: '8800000.00', currency: 'CNY', relief: 'Payment of the price' },
  contract: { kind: 'saleOfGoods', performedIn: 'CN', seat: 'SHENZHEN', institution: 'SCIA' },
  parties: [
    {
      id: 'p1',
      side: 'claimant',
      kind: 'company',
      name: { en: 'Lingdu Sensors', 'zh-Hans': '灵渡传感' },
      registration: {
        jurisdiction: 'CN',
        city: 'Shenzhen',
        inQianhaiCooperationZone: true,
        inQianhaiShekouFtz: false,
      },
      domicile: 'CN',
      investors: [{ origin: 'HK', share: 100 }],
    },
    {
      id: 'p2',
      side: 'respondent',
      kind: 'company',
      name: { en: 'Harbour Crest', 'zh-Hant': '港峰貿易' },
      registration: {
        jurisdiction: 'HK',
        city: 'Hong Kong',
        inQianhaiCooperationZone: false,
        inQianhaiShekouFtz: false,
      },
      domicile: 'HK',
      investors: [],
    },
  ],
  documents: [{ name: 'contract.txt', kind: 'contract', text: 'Twelve thousand sensors.' }],
}

const homes: Partial<Record<PathwayName, string>> = {
  litigation: 'QIANHAI_COURT',
  arbitration: 'SCIA',
  mediation: 'HKMC',
}

/** Files a case for the claimant, with an agent of the respondent's beside the respondent itself. */
export async function fileOn(
  stage: Stage,
  pathway: PathwayName,
  on: string,
  given: Filed = filing,
): Promise<string> {
  const { app, people } = stage
  const filer = { id: people.claimant }
  const at = morningOf(on)
  const self = { capacity: 'self' as const, specialAuthority: true }
  return asActor(app, filer, async trx => {
    const held = await openCase(
      trx,
      filer,
      given,
      [
        { party: 'p1', user: people.claimant, ...self },
        { party: 'p2', user: people.respondent, ...self },
        { party: 'p2', user: people.agent, capacity: 'agent', specialAuthority: false },
      ],
      at,
    )
    await openFirst(trx, filer, held, given, {
      pathway,
      organisation: homes[pathway]!,
      part: { role: 'claimant', party: 'p1' },
      at,
      ...(pathway === 'mediation'
        ? { type: 'propose', data: { kind: 'institutional' } }
        : { type: 'createDraft', data: {} }),
    })
    await leaveEngine(trx)
    return held.reference
  })
}
