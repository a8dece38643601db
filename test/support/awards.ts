import { readFileSync } from 'node:fs'
import { replay, storySchema } from '../../seeds/replay.ts'
import type { Stage } from './stage.ts'

/**
 * An award with its seat in Hong Kong, which the parties received on 22 April 2026: the periods to have it set aside
 * run to 22 July by the calendar of the Hong Kong court offices.
 */
export async function awardInHongKong({ app, owner, log }: Stage): Promise<string> {
  const story = storySchema.parse(JSON.parse(readFileSync('test/support/stories/arb-med-arb.json', 'utf8')))
  const serve = (party: string) => ({
    on: '2026-04-23',
    in: 'arbitration' as const,
    event: 'recordService',
    by: 'tribunalSecretary',
    data: { party, receivedOn: '2026-04-22', method: 'email' },
  })
  const { failures } = await replay(
    { app, owner, log },
    { ...story, story: [...story.story, serve('p1'), serve('p2')] },
  )
  if (failures.length > 0) throw new Error(JSON.stringify(failures))
  const { reference } = await owner
    .selectFrom('cases')
    .select('reference')
    .where('title', '=', story.title)
    .executeTakeFirstOrThrow()
  return reference
}
