import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor, type Actor } from '../../server/db.ts'
import { askDisclosure } from '../../server/disclosures/disclose.ts'
import { NotFound } from '../../server/errors.ts'
import { morningOf } from '../../server/time.ts'
import type { Data } from '../../workflows/fields.ts'
import { Refused } from '../../workflows/step.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { allThatIsRead, entrusted, write } from '../support/walls.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const day = '2026-03-09'
const both = ['p1', 'p2']

/** Something somebody may try in a mediation; `text` is what it leaves behind the wall. */
type Attempt =
  { who: string; event: string; data?: (text: string) => Data } | { who: string; room: string; kind: string }

const attempts: Attempt[] = [
  { who: 'mediator', event: 'reachAgreement', data: text => ({ terms: text }) },
  { who: 'mediator', event: 'revise', data: () => ({ consents: both }) },
  { who: 'mediator', event: 'recordUndisputedFacts', data: text => ({ facts: text, signedBy: both }) },
  { who: 'mediator', event: 'disclose', data: text => ({ circumstance: text }) },
  { who: 'claimant', event: 'consentToMediator' },
  { who: 'respondent', event: 'consentToMediator' },
  { who: 'respondent', event: 'requestRecusal', data: text => ({ why: text }) },
  { who: 'mediationCoordinator', event: 'decideRecusal', data: () => ({ outcome: 'keep' }) },
  { who: 'claimant', event: 'complain', data: text => ({ conduct: text }) },
  { who: 'mediator', event: 'suspectSham' },
  { who: 'intakeOfficer', event: 'clear' },
  { who: 'mediator', event: 'signAll', data: () => ({ signedOn: day }) },
  { who: 'mediator', event: 'fileWithCourt' },
  { who: 'mediator', event: 'gapTooWide' },
  { who: 'respondent', event: 'refuseSign' },
  { who: 'claimant', event: 'withdraw' },
  { who: 'mediator', room: 'mediation', kind: 'sessionNote' },
  { who: 'respondent', room: 'mediation', kind: 'draftAgreement' },
  { who: 'claimant', room: 'caucus-p1', kind: 'offer' },
  { who: 'mediator', room: 'caucus-p2', kind: 'caucusNote' },
  { who: 'judge', room: 'deliberation', kind: 'panelNote' },
]
const ending = ['gapTooWide', 'refuseSign', 'withdraw']

it(
  'nothing walled reaches anybody else, whatever happens in whatever order',
  { timeout: 300_000 },
  async () => {
    const order = fc.array(fc.nat(attempts.length - 1), { minLength: 12, maxLength: 24 })
    await fc.assert(fc.asyncProperty(order, held), { numRuns: 5, seed: 620 })
  },
)

async function held(order: number[]): Promise<void> {
  const reference = await entrusted(stage)
  const note = write(stage, reference, day)
  const done: { attempt: Attempt; text: string }[] = []
  for (const [nth, index] of order.entries()) {
    const attempt = attempts[index]!
    const text = `WALLED-${reference}-${nth}-END`
    try {
      if ('event' in attempt)
        await stage.fire(reference, 'mediation', day, attempt.who, attempt.event, attempt.data?.(text) ?? {})
      else
        await askFor(
          reference,
          attempt.who,
          await note(attempt.who, attempt.room, attempt.kind, text),
          attempt.room,
        )
      done.push({ attempt, text })
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof NotFound)) throw error
    }
  }

  const of = (...events: string[]) =>
    done.flatMap(({ attempt, text }) => ('event' in attempt && events.includes(attempt.event) ? [text] : []))
  const inRoom = (...rooms: string[]) =>
    done.flatMap(({ attempt, text }) => ('room' in attempt && rooms.includes(attempt.room) ? [text] : []))
  const filed = of('fileWithCourt').length > 0
  const ended = filed || of(...ending).length > 0
  const left = [
    ...(ended ? of('recordUndisputedFacts') : []),
    ...(filed ? of('reachAgreement').slice(-1) : []),
  ]
  const told = of('reachAgreement', 'recordUndisputedFacts', 'disclose', 'requestRecusal', 'complain')
  const shared = [...told, ...inRoom('mediation')]

  const reads = async (actor: Actor) => {
    const all = await allThatIsRead(stage, actor)
    return done.map(({ text }) => text).filter(text => all.includes(text))
  }
  const inOrder = (texts: string[]) => done.map(({ text }) => text).filter(text => texts.includes(text))
  const at = (who: string) => stage.actor(who, reference, 'litigation')
  for (const who of ['clerk', 'intakeOfficer']) expect(await reads(await at(who)), who).toEqual(inOrder(left))
  expect(await reads(await at('judge'))).toEqual(inOrder([...left, ...inRoom('deliberation')]))
  for (const who of ['administrator', 'stranger']) expect(await reads(await at(who)), who).toEqual([])
  expect(await reads({ id: stage.people.claimant })).toEqual(inOrder([...shared, ...inRoom('caucus-p1')]))
  expect(await reads({ id: stage.people.agent })).toEqual(inOrder([...shared, ...inRoom('caucus-p2')]))
}

/** A request alone lets nothing out, whoever makes it. */
async function askFor(reference: string, who: string, noteId: string, room: string): Promise<void> {
  if (room === 'deliberation') return
  const asker = await stage.actor(who, reference, 'mediation')
  const asking = { id: randomUUID(), note: noteId, ground: 'consent', reason: 'A reason.' }
  await asActor(stage.app, asker, trx =>
    askDisclosure(trx, asker, { reference, ordinal: '1' }, asking, morningOf(day)),
  )
}
