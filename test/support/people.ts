import type { PersonFacts } from '../../workflows/vocabulary.ts'

/** Somebody without any other part in the dispute, unless the test says so. */
export const personOf = (listed: string[], changes: Partial<PersonFacts> = {}): PersonFacts => ({
  listed,
  origin: null,
  style: null,
  mediatedHere: false,
  satHere: [],
  leftHere: false,
  spokeHere: false,
  ...changes,
})
