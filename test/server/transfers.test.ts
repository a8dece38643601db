import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor, type Actor } from '../../server/db.ts'
import { NotFound } from '../../server/errors.ts'
import { openOnCase } from '../../server/proceedings/openOnCase.ts'
import { morningOf } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import { Refused } from '../../workflows/step.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { fileOn, filing, openStage, type Stage } from '../support/stage.ts'
import { allThatIsRead } from '../support/walls.ts'

const draft = 'MARKER-DRAFT that nobody signed'
const signed = 'MARKER-SIGNED agreement'
const undisputed = 'MARKER-UNDISPUTED facts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

type Act = { type: string; data?: Data; form?: string; party?: string }

/** Opens a proceeding by hand, with no clock that has rung before. */
const open = async (reference: string, pathway: PathwayName, on: string, actor: Actor, act: Act) =>
  asActor(stage.app, actor, trx =>
    openOnCase(trx, actor, reference, pathway, { data: {}, ...act, at: morningOf(on) }),
  )

const refusal = async (opening: Promise<unknown>) => {
  try {
    await opening
  } catch (error) {
    if (error instanceof Refused) return error.reason === 'guard' ? error.condition : error.reason
    if (error instanceof NotFound) return 'notFound'
    throw error
  }
  return undefined
}

async function mediated(): Promise<string> {
  const reference = await fileOn(stage, 'mediation', '2026-09-01')
  const fire = (on: string, who: string, type: string, data: Data = {}) =>
    stage.fire(reference, 'mediation', on, who, type, data)
  await fire('2026-09-01', 'respondent', 'consent')
  for (const side of ['claimant', 'respondent'])
    await fire('2026-09-01', side, 'jointSelect', { mediator: stage.people.mediator })
  await fire('2026-09-01', 'mediator', 'acceptAndSignReceipt')
  await fire('2026-09-01', 'mediator', 'recordUndisputedFacts', { facts: undisputed, signedBy: ['p1', 'p2'] })
  await fire('2026-09-01', 'mediator', 'reachAgreement', { terms: draft })
  await fire('2026-09-01', 'mediator', 'revise', { consents: ['p1', 'p2'] })
  await fire('2026-09-02', 'mediator', 'reachAgreement', { terms: signed })
  await fire('2026-09-02', 'mediator', 'signAll', { signedOn: '2026-09-02' })
  return reference
}

const both = { type: 'applyJointly', data: { parties: ['p1', 'p2'] } }
const claimant = () => ({ id: stage.people.claimant })

const papersIn = async (reference: string, pathway: PathwayName) => {
  const { rows } = await sql<{ kind: string; body: string | null }>`
    select d.kind, d.body from documents d join proceedings p on p.id = d.proceeding_id
     where p.reference = ${reference} and p.pathway = ${pathway} order by d.seq, d.kind desc`.execute(
    stage.owner,
  )
  return rows.map(({ kind, body }) => `${kind}: ${body ?? ''}`)
}

const standing = (reference: string, pathway: PathwayName) =>
  stage.owner
    .selectFrom('proceedings')
    .innerJoin('organisations', 'organisations.id', 'proceedings.organisation_id')
    .innerJoin('snapshots', 'snapshots.proceeding_id', 'proceedings.id')
    .select(['proceedings.id', 'state', 'parent_id', 'organisations.code', 'context'])
    .where('reference', '=', reference)
    .where('pathway', '=', pathway)
    .orderBy('ordinal', 'desc')
    .executeTakeFirstOrThrow()

describe('from a mediation to the court that confirms it', () => {
  let reference: string
  beforeAll(async () => {
    reference = await mediated()
  })

  it('is open to the parties together, and to nobody else', async () => {
    const judge = await stage.actor('judge', reference, 'mediation')
    const applying = (actor: Actor, data: Data = both.data) =>
      refusal(open(reference, 'judicialConfirmation', '2026-09-03', actor, { type: 'applyJointly', data }))
    expect(await applying({ id: stage.people.stranger })).toBe('notFound')
    expect(await applying(judge)).toBe('notFound')
    expect(await applying({ id: stage.people.mediator })).toBe('role')
    expect(await applying(claimant(), { parties: ['p1'] })).toBe('allApply')
  })

  it('comes a day too late without the clock having rung, and is one act if it is sent twice', async () => {
    const late = open(reference, 'judicialConfirmation', '2026-10-09', claimant(), both)
    expect(await refusal(late)).toBe('confirmationInTime')
    const form = '4f6b0f1c-6f0e-4a51-9b43-3a4d1b9a2f10'
    const inTime = { ...both, form }
    const first = await open(reference, 'judicialConfirmation', '2026-10-08', claimant(), inTime)
    const second = await open(reference, 'judicialConfirmation', '2026-10-08', claimant(), inTime)
    expect([first.already, second.already]).toEqual([false, true])
    const again = open(reference, 'judicialConfirmation', '2026-10-08', claimant(), both)
    expect(await refusal(again)).toBe('noneOfKindOpen')
  })

  it('stops the period there and is handled by the court', async () => {
    const { code, parent_id } = await standing(reference, 'judicialConfirmation')
    expect([code, parent_id]).toEqual(['QIANHAI_COURT', null])
    const { context } = await standing(reference, 'mediation')
    expect(context).toMatchObject({ clocks: { 'confirmation.apply': { '': 'done' } } })
  })

  it('takes along what was signed, and nothing of how it was reached', async () => {
    expect(await papersIn(reference, 'judicialConfirmation')).toEqual([
      `undisputedFacts: ${undisputed}`,
      `agreement: ${signed}`,
    ])
    for (const role of ['judge', 'intakeOfficer', 'clerk']) {
      const read = await allThatIsRead(stage, await stage.actor(role, reference, 'judicialConfirmation'))
      expect(read, role).toContain(signed)
      expect(read, role).not.toContain(draft)
    }
  })
})

describe('from an instrument to its enforcement', () => {
  let reference: string
  const enforce = (on: string, who: string, type: string, data: Data = {}) =>
    stage.fire(reference, 'enforcement', on, who, type, data)

  beforeAll(async () => {
    const third = {
      ...filing.parties[0]!,
      id: 'p3',
      side: 'thirdParty' as const,
      name: { en: 'Owner of the crane' },
    }
    reference = await fileOn(stage, 'arbitration', '2026-03-02', {
      ...filing,
      parties: [...filing.parties, third],
    })
    await sql`
      insert into representations (case_id, party_id, user_id, capacity, special_authority, since)
      select id, 'p3', ${stage.people.stranger}, 'self', true, '2026-03-02' from cases
       where reference = ${reference}`.execute(stage.owner)
    const fire = (on: string, who: string, type: string, data: Data = {}) =>
      stage.fire(reference, 'arbitration', on, who, type, data)
    await fire('2026-03-02', 'claimant', 'submit')
    await fire('2026-03-03', 'tribunalSecretary', 'accept')
    await fire('2026-03-03', 'tribunalSecretary', 'serveNotice', { party: 'p2', receivedOn: '2026-03-03' })
    await fire('2026-03-04', 'respondent', 'respond')
    const { id } = await stage.actor('arbitrator', reference, 'arbitration')
    await fire('2026-03-05', 'tribunalSecretary', 'appointDefault', { arbitrators: [id] })
    await fire('2026-03-05', 'tribunalSecretary', 'constitute')
    await fire('2026-03-06', 'arbitrator', 'holdHearing', { present: ['p1', 'p2'] })
    await fire('2026-03-06', 'arbitrator', 'closeProceedings')
    await fire('2026-03-09', 'arbitrator', 'issueAward', { kind: 'final' })
  })

  it('goes to the Intermediate court with the award, for the creditor', async () => {
    const data = { instrument: 'cnAward', venue: 'BOTH', amount: '8800000.00' }
    const apply = (who: keyof Stage['people'], changes: Data = {}) =>
      open(
        reference,
        'enforcement',
        '2026-03-10',
        { id: stage.people[who] },
        {
          type: 'apply',
          data: { ...data, ...changes },
        },
      )
    expect(await refusal(apply('respondent'))).toBe('creditorApplies')
    expect(await refusal(apply('otherJudge'))).toBe('notFound')
    expect(await refusal(apply('claimant', { instrument: 'hkAward' }))).toBe('instrumentOfSource')
    await apply('claimant')
    expect(await refusal(apply('claimant'))).toBe('notEnforcedAlready')
    const { code, context } = await standing(reference, 'enforcement')
    expect(code).toBe('SHENZHEN_INTERMEDIATE')
    expect(context).toMatchObject({ facts: { sourcePathway: 'arbitration', creditor: 'p1' } })
    expect(await papersIn(reference, 'enforcement')).toEqual(['award: '])
    const award = await standing(reference, 'arbitration')
    expect(award.context).toMatchObject({ clocks: { 'enforcement.apply': { '': 'done' } } })
  })

  it('is worked by that court’s people', async () => {
    const officer = await stage.actor('enforcementOfficer', reference, 'enforcement')
    const { code } = await stage.owner
      .selectFrom('posts')
      .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
      .select('organisations.code')
      .where('user_id', '=', officer.id)
      .executeTakeFirstOrThrow()
    expect(code).toBe('SHENZHEN_INTERMEDIATE')
    await enforce('2026-03-11', 'intakeOfficer', 'accept', { court: 'SHENZHEN_INTERMEDIATE' })
    await enforce('2026-03-12', 'enforcementOfficer', 'notify', { party: 'p2', receivedOn: '2026-03-12' })
  })

  it('leads from an outsider’s objection to a suit in which the outsider sues', async () => {
    await enforce('2026-03-12', 'stranger', 'thirdPartyObjection', { asset: 'Crane 4', why: 'It is mine.' })
    await enforce('2026-03-13', 'judge', 'decideThirdPartyObjection', { upheld: false })
    const ruling = { party: 'p3', receivedOn: '2026-03-13', ruling: 'thirdParty' }
    await enforce('2026-03-13', 'clerk', 'recordService', ruling)
    await enforce('2026-03-16', 'stranger', 'suitFiled')
    const { code, state, parent_id, context } = await standing(reference, 'litigation')
    expect([code, state, parent_id]).toEqual(['QIANHAI_COURT', 'draft', null])
    const parties = (context as { parties: { id: string; side: string }[] }).parties
    expect(parties.map(({ id, side }) => `${id} ${side}`)).toEqual([
      'p1 respondent',
      'p2 respondent',
      'p3 claimant',
    ])
    await stage.fire(reference, 'litigation', '2026-03-17', 'stranger', 'submitComplaint')
    expect((await standing(reference, 'litigation')).state).toBe('submitted')
  })

  it('is not touched by what befalls another instrument', async () => {
    const { id } = await standing(reference, 'enforcement')
    await sql`update snapshots set context = jsonb_set(context, '{facts,sourceOrdinal}', '2')
               where proceeding_id = ${id}`.execute(stage.owner)
    await stage.fire(reference, 'arbitration', '2026-03-18', 'tribunalSecretary', 'recordService', {
      party: 'p2',
      receivedOn: '2026-03-18',
    })
    await stage.fire(reference, 'arbitration', '2026-03-19', 'respondent', 'applySetAside', {
      ground: 'procedure',
    })
    expect((await standing(reference, 'enforcement')).state).toBe('notified')
  })
})

describe('a mediation begun by hand', () => {
  it('is for parties: the court sends there by an event of the suit', async () => {
    const reference = await fileOn(stage, 'litigation', '2026-04-01')
    await stage.fire(reference, 'litigation', '2026-04-01', 'claimant', 'submitComplaint')
    const officer = await stage.actor('intakeOfficer', reference, 'litigation')
    const propose = (actor: Actor, kind: string) =>
      refusal(open(reference, 'mediation', '2026-04-02', actor, { type: 'propose', data: { kind } }))
    expect(await propose(officer, 'delegated')).toBe('role')
    expect(await propose(claimant(), 'delegated')).toBe('kindFitsProposer')
    expect(await propose(claimant(), 'institutional')).toBeUndefined()
    expect(await propose(claimant(), 'institutional')).toBe('noneOfKindOpen')
    // Its failure is nobody's but its own: the suit was never waiting for it.
    const { parent_id } = await standing(reference, 'mediation')
    expect(parent_id).toBeNull()
    expect(await papersIn(reference, 'mediation')).toEqual([])
  })
})

describe('measures before the suit', () => {
  it('belong to the suit from the day it is filed', async () => {
    const reference = await fileOn(stage, 'litigation', '2026-04-07')
    await open(reference, 'interimMeasures', '2026-04-07', claimant(), {
      type: 'apply',
      data: { type: 'property', phase: 'pre', amount: '100000.00' },
    })
    const measures = await standing(reference, 'interimMeasures')
    expect(await papersIn(reference, 'interimMeasures')).toEqual([])
    await sql`update proceedings set parent_id = null where id = ${measures.id}`.execute(stage.owner)
    await stage.fire(reference, 'litigation', '2026-04-08', 'claimant', 'submitComplaint')
    const suit = await standing(reference, 'litigation')
    expect((await standing(reference, 'interimMeasures')).parent_id).toBe(suit.id)
  })
})
