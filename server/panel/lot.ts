import { createHash } from 'node:crypto'

/**
 * The order in which a lot draws people. It follows from the seed alone, so that whoever knows the seed and from whom
 * was drawn can draw again and see the same; and whoever draws cannot choose.
 */
export function byLot(people: readonly string[], seed: string): string[] {
  const ticket = (person: string) => createHash('sha256').update(`${seed} ${person}`).digest('hex')
  return people
    .map(person => ({ person, ticket: ticket(person) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ person }) => person)
}
