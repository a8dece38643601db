import { playerOf } from '../../seeds/cast.ts'
import { asActor, type Actor, type Db } from '../../server/db.ts'
import type { CaseFiling } from '../../server/filing/file.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { openCase, openFirst } from '../../server/proceedings/open.ts'
import { openOnCase } from '../../server/proceedings/openOnCase.ts'
import { leaveEngine } from '../../server/proceedings/queries.ts'
import { shenzhenDay } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { arbitrationFiling, litigationFiling, mediationFiling } from './filings.ts'
import type { People } from './test.ts'

export type Given = { db: Db; owner: Db; people: People; at: string }

type Answers = (given: Given & { today: string }) => Data
type Turn = [by: string, event: string, data?: Answers]

/** What has happened on a case when a proceeding begins: the first one of the case, and what was done in it. */
export type Situation = {
  filing: CaseFiling
  organisation: string
  pathway: PathwayName
  opening: { type: string; data: Data }
  turns: Turn[]
}

const both = ['p1', 'p2']
const sides: Partial<Record<string, 'claimant' | 'respondent'>> = { p1: 'claimant', p2: 'respondent' }

const draft = { opening: { type: 'createDraft', data: {} }, turns: [] }

export const complaint: Situation = {
  ...draft,
  filing: litigationFiling,
  organisation: 'QIANHAI_COURT',
  pathway: 'litigation',
}
export const arbitration: Situation = {
  ...draft,
  filing: arbitrationFiling,
  organisation: 'SCIA',
  pathway: 'arbitration',
}
export const mediation: Situation = {
  filing: mediationFiling,
  organisation: 'QHDRC',
  pathway: 'mediation',
  opening: { type: 'propose', data: { kind: 'institutional' } },
  turns: [],
}

const byName: Answers = ({ people }) => ({ mediator: people.mediator.id })

/** A mediated agreement that both sides and the mediator have signed. */
export const agreementSigned: Situation = {
  ...mediation,
  turns: [
    ['p2', 'consent'],
    ['p1', 'jointSelect', byName],
    ['p2', 'jointSelect', byName],
    ['mediator', 'acceptAndSignReceipt'],
    ['mediator', 'reachAgreement', () => ({ terms: 'Pay 900,000 in three instalments.' })],
    ['mediator', 'signAll', ({ today }) => ({ signedOn: today })],
  ],
}

/** A suit on a contract under the law of Hong Kong, ready to be heard. */
export const suitUnderHongKongLaw: Situation = {
  ...complaint,
  filing: { ...litigationFiling, contract: { ...litigationFiling.contract, chosenLaw: 'HK' } },
  turns: [
    ['p1', 'submitComplaint'],
    ['intakeOfficer', 'register', () => ({ procedure: 'ordinary' })],
    ['clerk', 'startService'],
    ['clerk', 'recordService', ({ today }) => ({ party: 'p2', method: 'inPerson', receivedOn: today })],
    ['p2', 'fileDefence'],
  ],
}

/** An award of SCIA, made in Shenzhen. */
export const awardMade: Situation = {
  ...arbitration,
  turns: [
    ['p1', 'submit'],
    ['tribunalSecretary', 'accept'],
    ['tribunalSecretary', 'serveNotice', ({ today }) => ({ party: 'p2', receivedOn: today })],
    ['p2', 'respond'],
    [
      'tribunalSecretary',
      'appointDefault',
      ({ people: { arbitrator, otherArbitrator, thirdArbitrator } }) => ({
        arbitrators: [arbitrator.id, otherArbitrator.id, thirdArbitrator.id],
      }),
    ],
    ['tribunalSecretary', 'constitute'],
    ['arbitrator', 'documentsOnly', () => ({ consents: both })],
    ['arbitrator', 'closeProceedings'],
    ['arbitrator', 'issueAward', () => ({ kind: 'final' })],
  ],
}

const nothing = () => ({})

/** Enters the case and does on it what the situation needs. */
export async function bringAbout(given: Given, situation: Situation): Promise<string> {
  const { filing, organisation, pathway, opening, turns } = situation
  const { db, people, at } = given
  const own = { capacity: 'self', specialAuthority: true } as const
  const speakers = both.map(party => ({ party, user: people[sides[party]!].id, ...own }))
  const part = { role: 'claimant', party: 'p1' } as const
  const reference = await asActor(db, people.claimant, async trx => {
    const held = await openCase(trx, people.claimant, filing, speakers, at)
    await openFirst(trx, people.claimant, held, filing, { pathway, organisation, part, ...opening, at })
    await leaveEngine(trx)
    return held.reference
  })
  const now = { ...given, today: shenzhenDay(at) }
  for (const [by, type, data = nothing] of turns)
    await actOn(given, { reference, pathway }, by, { type, data: data(now) })
  return reference
}

/** An act without pages, by a party or by whoever plays a role there. */
export async function actOn(
  given: Given,
  at: { reference: string; pathway: PathwayName },
  by: string,
  { type, data }: { type: string; data: Data },
): Promise<void> {
  const actor = await actorIn(given, at, by)
  await asActor(given.db, actor, trx =>
    fireEvent(trx, actor, { ...at, ordinal: 1 }, { type, data, at: given.at }),
  )
}

export async function actorIn(
  { owner, people }: Given,
  { reference, pathway }: { reference: string; pathway: PathwayName },
  by: string,
): Promise<Actor> {
  const side = sides[by]
  const actor = side ? people[side] : await playerOf(owner, reference, pathway, by)
  if (!actor) throw new Error(`nobody plays ${by}`)
  return actor
}

/** A further proceeding on the case, which the claimant asks for. */
export const openThere = (
  { db, people, at }: Given,
  reference: string,
  pathway: PathwayName,
  { type, data }: { type: string; data: Data },
): Promise<unknown> =>
  asActor(db, people.claimant, trx =>
    openOnCase(trx, people.claimant, reference, pathway, { type, data, at, party: 'p1' }),
  )
