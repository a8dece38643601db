import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor, type Actor } from '../../server/db.ts'
import { answerDisclosure, askDisclosure } from '../../server/disclosures/disclose.ts'
import { NotFound } from '../../server/errors.ts'
import { morningOf } from '../../server/time.ts'
import { Refused } from '../../workflows/step.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { allThatIsRead, entrusted, write } from '../support/walls.ts'

/** What was planted behind each wall, and who may read it. */
const planted = {
  mediation: 'MARKER-SESSION',
  ownCaucus: 'MARKER-CAUCUS-ONE',
  otherCaucus: 'MARKER-CAUCUS-TWO',
  deliberation: 'MARKER-PANEL',
  appeal: 'MARKER-APPEAL',
  draft: 'MARKER-FIRST-DRAFT',
  terms: 'MARKER-TERMS',
  recusal: 'MARKER-RECUSAL',
} as const
type Marker = keyof typeof planted

let stage: Stage
let reference: string
let judge: Actor
let appellateJudge: Actor
const people: Record<string, Actor> = {}
const noteIds: Partial<Record<Marker, string>> = {}

beforeAll(async () => {
  stage = await openStage()
  reference = await entrusted(stage)
  judge = await stage.actor('judge', reference, 'litigation')
  const { rows } = await sql<{ id: string }>`
    select user_id as id from posts where role = 'appellateJudge' limit 1`.execute(stage.owner)
  appellateJudge = { id: rows[0]!.id }
  for (const who of ['clerk', 'intakeOfficer', 'administrator', 'enforcementOfficer'])
    people[who] = await stage.actor(who, reference, 'litigation')
  people.mediationCoordinator = await stage.actor('mediationCoordinator', reference, 'mediation')
  for (const [who, id] of Object.entries(stage.people)) people[who] ??= { id }
  const { rows: others } = await sql<{ id: string }>`
    select user_id as id from posts join organisations o on o.id = organisation_id
     where role = 'judge' and o.code = 'QIANHAI_COURT' and user_id <> ${judge.id} limit 1`.execute(
    stage.owner,
  )
  Object.assign(people, { judge, appellateJudge, otherJudge: others[0] })
  await sql`
    insert into assignments (case_id, proceeding_id, user_id, role, since_seq)
    select case_id, id, ${appellateJudge.id}::uuid, 'appellateJudge', 1 from proceedings
     where reference = ${reference} and pathway = 'litigation'`.execute(stage.owner)

  const note = write(stage, reference)
  noteIds.mediation = await note('mediator', 'mediation', 'sessionNote', planted.mediation)
  noteIds.ownCaucus = await note('claimant', 'caucus-p1', 'offer', planted.ownCaucus, {
    money: { minor: 500_000_000, currency: 'CNY' },
  })
  noteIds.otherCaucus = await note('mediator', 'caucus-p2', 'caucusNote', planted.otherCaucus)
  noteIds.deliberation = await note(judge, 'deliberation', 'panelNote', planted.deliberation)
  noteIds.appeal = await note(appellateJudge, 'deliberation', 'draftDecision', planted.appeal)
  const mediation = (on: string, who: string, type: string, data = {}) =>
    stage.fire(reference, 'mediation', on, who, type, data)
  await mediation('2026-03-07', 'respondent', 'requestRecusal', { why: planted.recusal })
  await mediation('2026-03-07', 'mediationCoordinator', 'decideRecusal', { outcome: 'keep' })
  await mediation('2026-03-07', 'mediator', 'reachAgreement', { terms: planted.draft })
  await mediation('2026-03-07', 'mediator', 'revise', { consents: ['p1', 'p2'] })
  await mediation('2026-03-08', 'mediator', 'reachAgreement', { terms: planted.terms })
})
afterAll(() => stage.close())

const markersIn = (text: string) =>
  (Object.keys(planted) as Marker[]).filter(name => text.includes(planted[name]))
const readBy = async (actor: Actor) => markersIn(await allThatIsRead(stage, actor))
const ofMediation: Marker[] = ['mediation', 'draft', 'terms', 'recusal']

describe('raw SQL as app, over everything that can be selected', () => {
  it.each<[string, Marker[]]>([
    ['mediator', [...ofMediation, 'ownCaucus', 'otherCaucus']],
    ['claimant', [...ofMediation, 'ownCaucus']],
    ['respondent', [...ofMediation, 'otherCaucus']],
    ['agent', [...ofMediation, 'otherCaucus']],
    ['mediationCoordinator', ofMediation],
    ['judge', ['deliberation']],
    ['appellateJudge', ['appeal']],
    ['clerk', []],
    ['intakeOfficer', []],
    ['enforcementOfficer', []],
    ['otherJudge', []],
    ['administrator', []],
    ['stranger', []],
  ])('gives %s what lies in the rooms that are his or hers', async (who, markers) => {
    expect((await readBy(people[who]!)).sort()).toEqual([...markers].sort())
  })

  it('gives a mediator who has come to decide the case nothing of what she heard as mediator', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into assignments (case_id, proceeding_id, user_id, role, since_seq)
      select case_id, id, ${stage.people.mediator}::uuid, 'judge', 1 from proceedings
       where reference = ${reference} and pathway = 'litigation' returning id`.execute(stage.owner)
    expect(await readBy(people.mediator!)).toEqual(['deliberation'])
    await sql`delete from assignments where id = ${rows[0]!.id}`.execute(stage.owner)
  })

  it('gives a mediator who serves the court as a clerk nothing of the mediation either', async () => {
    await sql`
      insert into posts (user_id, organisation_id, role, since)
      select ${stage.people.mediator}, id, 'clerk', '2026-01-01' from organisations where code = 'QIANHAI_COURT'
    `.execute(stage.owner)
    expect(await readBy(people.mediator!)).toEqual([])
    await sql`delete from posts where user_id = ${stage.people.mediator} and role = 'clerk'`.execute(
      stage.owner,
    )
  })

  it('lets a people’s assessor deliberate with the judges, and with no other bench', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into assignments (case_id, proceeding_id, user_id, role, since_seq)
      select case_id, id, ${stage.people.stranger}::uuid, 'juror', 1 from proceedings
       where reference = ${reference} and pathway = 'litigation' returning id`.execute(stage.owner)
    expect(await readBy(people.stranger!)).toEqual(['deliberation'])
    const note = write(stage, reference)
    await note('stranger', 'deliberation', 'panelNote', 'I agree.')
    await expect(note('stranger', 'deliberation', 'draftDecision', 'x')).rejects.toThrow(Refused)
    await sql`delete from assignments where id = ${rows[0]!.id}`.execute(stage.owner)
  })

  it('gives a party outside the mediation nothing of it', async () => {
    const outside = (out: boolean) =>
      sql`
      update snapshots s set context = jsonb_set(s.context, '{parties,1,out}', ${JSON.stringify(out)}::jsonb)
        from proceedings p where p.id = s.proceeding_id and p.reference = ${reference} and p.pathway = 'mediation'
    `.execute(stage.owner)
    await outside(true)
    expect(await readBy(people.respondent!)).toEqual([])
    await outside(false)
  })
})

describe('a note', () => {
  type Place = {
    id: string
    case_id: string
    proceeding_id: string
    kind: string
    party_id: string | null
    role: string | null
  }
  let places: Place[] = []
  beforeAll(async () => {
    const { rows } = await sql<Place>`
      select c.* from compartments c join proceedings p on p.id = c.proceeding_id where p.reference = ${reference}
    `.execute(stage.owner)
    places = rows
  })
  const placeOf = (kind: string, whose: string | null) =>
    places.find(place => place.kind === kind && (place.party_id ?? place.role) === whose)!
  /** As a forged statement would: it names the room by its id, whether or not the writer can see it. */
  const forge = (
    actor: Actor,
    place: Place,
    row: { kind: string; role: string; party?: string; author?: string },
  ) =>
    asActor(stage.app, actor, trx =>
      trx
        .insertInto('notes')
        .values({
          id: randomUUID(),
          case_id: place.case_id,
          proceeding_id: place.proceeding_id,
          compartment_id: place.id,
          kind: row.kind,
          body: 'forged',
          may_convey: ['offer', 'caucusNote'].includes(row.kind) ? true : null,
          author_id: row.author ?? actor.id,
          role: row.role,
          party_id: row.party ?? null,
          at: morningOf('2026-03-08'),
        })
        .execute(),
    )

  it('is written by those alone who may write there, in their own part and their own name', async () => {
    const denied = /row-level security/
    const party = { role: 'party', party: 'p1' }
    const { claimant, respondent, mediator, stranger, mediationCoordinator, clerk } = people
    const caucus = placeOf('caucus', 'p1')
    for (const actor of [respondent, stranger, judge, mediationCoordinator, clerk])
      await expect(forge(actor!, caucus, { kind: 'caucusNote', ...party })).rejects.toThrow(denied)
    await expect(forge(claimant!, caucus, { kind: 'offer', ...party, author: mediator!.id })).rejects.toThrow(
      denied,
    )
    await expect(forge(claimant!, caucus, { kind: 'caucusNote', role: 'mediator' })).rejects.toThrow(denied)
    await expect(forge(claimant!, placeOf('caucus', 'p2'), { kind: 'offer', ...party })).rejects.toThrow(
      denied,
    )
    await expect(
      forge(claimant!, placeOf('mediation', null), { kind: 'sessionNote', ...party }),
    ).rejects.toThrow(denied)
    await expect(
      forge(mediationCoordinator!, placeOf('mediation', null), { kind: 'message', role: 'mediator' }),
    ).rejects.toThrow(denied)
    await expect(
      forge(mediator!, placeOf('deliberation', 'judge'), { kind: 'panelNote', role: 'judge' }),
    ).rejects.toThrow(denied)
    await expect(
      forge(judge, placeOf('deliberation', 'appellateJudge'), { kind: 'panelNote', role: 'judge' }),
    ).rejects.toThrow(denied)
    await expect(forge(clerk!, placeOf('file', null), { kind: 'message', role: 'clerk' })).rejects.toThrow(
      denied,
    )
  })

  it('is never changed nor taken away', async () => {
    for (const statement of [sql`update notes set body = 'changed'`, sql`delete from notes`]) {
      await expect(asActor(stage.app, people.mediator!, trx => statement.execute(trx))).rejects.toThrow(
        /permission denied/,
      )
      await expect(statement.execute(stage.owner)).rejects.toThrow(/only ever added to/)
    }
  })

  it('is put right by a further one, in the same room alone', async () => {
    const note = write(stage, reference, '2026-03-08')
    const id = await note('mediator', 'mediation', 'sessionNote', 'The second day, not the first.', {
      refersTo: noteIds.mediation!,
    })
    const { rows } = await sql<{ body: string }>`
      select body from notes where id in (${id}, ${noteIds.mediation!}) order by at`.execute(stage.owner)
    expect(rows.map(({ body }) => body)).toEqual([planted.mediation, 'The second day, not the first.'])
    const elsewhere = note('mediator', 'mediation', 'sessionNote', 'x', { refersTo: noteIds.otherCaucus! })
    await expect(elsewhere).rejects.toThrow(NotFound)
  })

  it('sent twice is one', async () => {
    const id = randomUUID()
    const twice = write(stage, reference, '2026-03-08')
    await twice('mediator', 'mediation', 'message', 'Once.', { id })
    await twice('mediator', 'mediation', 'message', 'Once.', { id })
    const { rows } = await sql`select from notes where body = 'Once.'`.execute(stage.owner)
    expect(rows).toHaveLength(1)
  })

  it('by somebody who does not read the room is as if there were no such room', async () => {
    const note = write(stage, reference)
    await expect(note('claimant', 'caucus-p2', 'offer', 'x')).rejects.toThrow(NotFound)
    await expect(note(judge, 'caucus-p1', 'caucusNote', 'x')).rejects.toThrow(NotFound)
    await expect(note('claimant', 'deliberation', 'panelNote', 'x')).rejects.toThrow(NotFound)
    await expect(note('mediationCoordinator', 'mediation', 'message', 'x')).rejects.toThrow(Refused)
  })
})

describe('a mediator’s proposal', () => {
  const style = (style: string) =>
    sql`
    update snapshots s set context = jsonb_set(s.context, '{facts,style}', to_jsonb(${style}::text))
      from proceedings p where p.id = s.proceeding_id and p.reference = ${reference} and p.pathway = 'mediation'
  `.execute(stage.owner)
  const propose = () =>
    write(stage, reference, '2026-03-09')('mediator', 'mediation', 'proposal', 'Half and half.')
  const ask = (who: string) => write(stage, reference, '2026-03-09')(who, 'mediation', 'proposalRequest', '')

  it('is refused to a facilitative one until every party has asked for itself', async () => {
    await style('facilitative')
    await expect(propose()).rejects.toMatchObject({ condition: 'everyPartyAsks', basis: 'L6 17' })
    await ask('claimant')
    await expect(propose()).rejects.toMatchObject({ condition: 'everyPartyAsks' })
    await ask('respondent')
    await expect(propose()).resolves.toBeTypeOf('string')
  })
})

describe('what leaves the mediation', () => {
  const at = (on: string) => morningOf(on)
  const ask = (who: string, what: { note: string }, ground = 'consent') =>
    asActor(stage.app, people[who]!, async trx => {
      const id = randomUUID()
      const where = { reference, ordinal: '1' }
      await askDisclosure(
        trx,
        people[who]!,
        where,
        { id, ground, reason: 'It shows the dates.', ...what },
        at('2026-03-10'),
      )
      return id
    })
  const answer = (who: string, id: string, agrees = true) =>
    asActor(stage.app, people[who]!, trx =>
      answerDisclosure(trx, people[who]!, { reference, id }, agrees, at('2026-03-11')),
    )

  it('is a note, once every party and the mediator have consented, each for themselves', async () => {
    const id = await ask('claimant', { note: noteIds.ownCaucus! })
    await answer('claimant', id)
    await expect(answer('agent', id)).rejects.toThrow(Refused)
    await expect(answer('judge', id)).rejects.toThrow(NotFound)
    expect(await readBy(judge)).toEqual(['deliberation'])
    // The last two words are given at once, and neither sees the other's.
    await Promise.all([answer('mediator', id), answer('respondent', id)])
    expect(await readBy(judge)).toEqual(['ownCaucus', 'deliberation'])
    expect(await readBy(people.clerk!)).toEqual(['ownCaucus'])

    const { rows } = await sql<{ answers: { role: string }[] }>`
      select ground, reason, kind, minor, currency, author_id, asked_by, answers from disclosed where id = ${id}
    `.execute(stage.owner)
    expect(rows).toMatchObject([
      {
        ground: 'consent',
        reason: 'It shows the dates.',
        kind: 'offer',
        minor: 500_000_000,
        currency: 'CNY',
        author_id: stage.people.claimant,
        asked_by: stage.people.claimant,
      },
    ])
    expect(rows[0]!.answers.map(({ role }) => role).sort()).toEqual(['mediator', 'party', 'party'])
  })

  it('is nothing after one refusal', async () => {
    const id = await ask('mediator', { note: noteIds.mediation! })
    await answer('claimant', id)
    await answer('respondent', id, false)
    await expect(answer('mediator', id)).rejects.toThrow(Refused)
    expect(await readBy(people.clerk!)).toEqual(['ownCaucus'])
  })

  it('is nothing that the one who asks cannot read', async () => {
    await expect(ask('claimant', { note: noteIds.otherCaucus! })).rejects.toThrow(NotFound)
    await expect(ask('mediationCoordinator', { note: noteIds.mediation! })).rejects.toThrow(Refused)
    await expect(ask('judge', { note: noteIds.mediation! })).rejects.toThrow(NotFound)
  })

  it('is with leave what the judge allows, who has read why and not what', async () => {
    const id = await ask('respondent', { note: noteIds.mediation! }, 'leave')
    const before = await allThatIsRead(stage, judge)
    expect(before).toContain('It shows the dates.')
    expect(markersIn(before)).not.toContain('mediation')
    await expect(answer('mediator', id)).rejects.toThrow(Refused)
    await expect(answer('otherJudge', id)).rejects.toThrow(NotFound)
    await answer('judge', id)
    expect(await readBy(judge)).toContain('mediation')
  })

  it('cannot be put into a file by hand', async () => {
    const forged = asActor(stage.app, people.mediator!, trx =>
      sql`insert into disclosed select * from disclosed`.execute(trx),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
    const id = await ask('mediator', { note: noteIds.otherCaucus! })
    const others = asActor(stage.app, people.mediator!, trx =>
      sql`insert into disclosure_answers (disclosure_id, role, party_id, user_id, agrees, at)
          values (${id}, 'party', 'p1', ${stage.people.mediator}, true, ${at('2026-03-11')})`.execute(trx),
    )
    await expect(others).rejects.toThrow(/row-level security/)
    expect(await readBy(people.clerk!)).not.toContain('otherCaucus')
  })

  it('of agreements is the signed one, and no draft', async () => {
    const mediation = (on: string, who: string, type: string, data = {}) =>
      stage.fire(reference, 'mediation', on, who, type, data)
    await mediation('2026-03-12', 'mediator', 'signAll', { signedOn: '2026-03-12' })
    await mediation('2026-03-12', 'mediator', 'fileWithCourt')
    const read = await readBy(judge)
    expect(read).toContain('terms')
    expect(read).not.toContain('draft')
    expect(read).not.toContain('recusal')
    expect(read).not.toContain('otherCaucus')
  })

  it('and nothing more is written once it is closed', async () => {
    const late = write(stage, reference, '2026-03-13')('mediator', 'mediation', 'sessionNote', 'x')
    await expect(late).rejects.toMatchObject({ condition: 'roomOpen' })
    const { rows } = await asActor(stage.app, people.mediator!, trx =>
      sql`select * from writable`.execute(trx),
    )
    expect(rows).toEqual([])
  })
})
