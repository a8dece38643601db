import { randomUUID } from 'node:crypto'
import type { NewNote } from '../../server/notes/queries.ts'
import type { Phrase } from './phrases.ts'
import type { Plan } from './plans.ts'
import type { Who } from './story.ts'

/** What is written behind a wall once something has happened in front of it. */
export type Written = { by: Who; room: string; note: NewNote; minutes: number }

type Line = {
  by: Who
  room: string
  kind: string
  phrase: Phrase
  /** Of the claim, in hundredths: what is offered. */
  offers?: number
  mayConvey?: boolean
}

const sessions: Line[] = [
  { by: 'mediator', room: 'mediation', kind: 'sessionNote', phrase: 'session' },
  { by: 'p1', room: 'caucus-p1', kind: 'offer', phrase: 'ownOffer', offers: 85, mayConvey: true },
  { by: 'mediator', room: 'caucus-p1', kind: 'caucusNote', phrase: 'ownView', mayConvey: false },
  { by: 'p2', room: 'caucus-p2', kind: 'offer', phrase: 'counterOffer', offers: 60, mayConvey: false },
  { by: 'p1', room: 'mediation', kind: 'message', phrase: 'message' },
]
const panel = (by: Who): Line[] => [
  { by, room: 'deliberation', kind: 'panelNote', phrase: 'panelNote' },
  { by, room: 'deliberation', kind: 'draftDecision', phrase: 'draftDecision' },
]
const after: Record<string, Line[]> = {
  acceptAndSignReceipt: sessions,
  closeDebate: panel('judge'),
  closeProceedings: panel('arbitrator'),
}

/** In some cases the rooms are used: those that people with names play in, and every eighth of the others. */
export function writtenAfter(
  { number, representatives, filing }: Plan,
  { event, by }: { event: string; by: Who },
  star: string,
  say: (phrase: Phrase) => string,
): Written[] {
  if (number % 8 !== 0 && !representatives.some(({ user }) => user === star)) return []
  const claim = Math.round(Number(filing.claim.amount) * 100)
  return (after[event] ?? []).map(({ by: writer, room, kind, phrase, offers, mayConvey }, nth) => ({
    by: writer === 'mediator' ? by : writer,
    room,
    minutes: 5 * (nth + 1),
    note: {
      id: randomUUID(),
      kind,
      body: say(phrase),
      ...(offers !== undefined && {
        money: { minor: Math.round((claim * offers) / 100), currency: filing.claim.currency },
      }),
      ...(mayConvey !== undefined && { mayConvey }),
    },
  }))
}
