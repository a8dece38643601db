import { inPlay, marked } from './conditions.ts'
import type { Condition, PersonFacts, Seat } from './vocabulary.ts'

type Given = Parameters<Condition['holds']>[0]

/** Had one of these seats in the dispute, or spoke for a party of it (CPL 47; L6 15, 16; L23 Int. 6). */
export const tookPart = (person: PersonFacts | undefined, ...seats: Seat[]): boolean =>
  person !== undefined && (person.spokeHere || seats.some(seat => person.satHere.includes(seat)))

/** Was made to step aside here, or sat in this proceeding before it was sent back (CPL 41, 47). */
export const isBarred = ({ context }: Given, id: string) => marked(context, 'barred').includes(id)

/** Every party in play agrees, knowing of it. */
export const allAgree = ({ context, event }: Given): boolean =>
  inPlay(context).every(({ id }) => event.data.consents?.includes(id))
