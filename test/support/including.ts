import { expect } from 'vitest'

/** A list that has these among others. */
export const including = (...items: string[]): unknown => expect.arrayContaining(items)
