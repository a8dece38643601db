import { expect, it } from 'vitest'
import { splitCitation } from '../../../workflows/rules/citations.ts'
import { proposalBasis, stillToAsk } from '../../../workflows/rules/proposal.ts'

const parties = ['p1', 'p2', 'p3']

it('an evaluative mediator may propose a solution unasked (L6 17)', () => {
  expect(stillToAsk('evaluative', parties, [])).toEqual([])
  expect(splitCitation(proposalBasis)).toEqual({ law: 'L6', article: '17' })
})

it('a facilitative one waits until every party has asked', () => {
  expect(stillToAsk('facilitative', parties, [])).toEqual(parties)
  expect(stillToAsk('facilitative', parties, ['p1', 'p3'])).toEqual(['p2'])
  expect(stillToAsk('facilitative', parties, ['p3', 'p2', 'p1'])).toEqual([])
})

it('so does one whose style is not known, and somebody from outside asks for nobody', () => {
  expect(stillToAsk(undefined, parties, ['p1', 'p9'])).toEqual(['p2', 'p3'])
})
