import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { transitionsOf } from '../../server/migrate.ts'
import { pathways } from '../../workflows/index.ts'

/**
 * The moves that cases may already have made. A pathway that has to move differently gets a new version beside the
 * old one, and a line of its own here: a line that stands is never changed.
 */
const pinned: Record<string, string> = {
  'litigation 1': '2c4d65dbc9228bfc',
  'mediation 1': '3f6b4dc8d14e724a',
  'arbitration 1': 'db71dae3dd623d08',
  'judicialConfirmation 1': '3cee3e143f1d9f44',
  'enforcement 1': 'de2e266d5f35fa10',
  'lawAscertainment 1': '299fc6bf838ac32c',
  'interimMeasures 1': '567b55b2c8d92d1f',
}

it.each(Object.values(pathways))('$name version $version moves as it always has', pathway => {
  const moves = transitionsOf(pathway)
    .map(({ from_state, type, to_state }) => `${from_state} ${type} ${to_state}`)
    .sort()
  const digest = createHash('sha256')
    .update([...new Set(moves)].join('\n'))
    .digest('hex')
    .slice(0, 16)
  expect(digest).toBe(pinned[`${pathway.name} ${pathway.version}`])
})
