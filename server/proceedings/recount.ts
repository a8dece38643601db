import type { Trx } from '../db.ts'
import { openWork, proceedingsWithPeriods, settleWork } from '../deadlines/queries.ts'
import { shenzhenDay } from '../time.ts'
import { changesFrom } from './calendars.ts'
import { lapseUntil, move } from './fireEvent.ts'
import { recounted, laterEnd, type Named } from './reckoning.ts'
import { readRound, type HeldCase, type Round } from './queries.ts'

/**
 * Lets a case follow what was entered into the calendars since (`pathways.md` U3), each entry by itself and in order.
 * What had run out before an entry was made has lapsed before it. The act is that of whoever entered it.
 * @returns how many entries it followed
 */
export async function recountDue(trx: Trx, held: HeldCase, at: string): Promise<number> {
  const open = await openWork(trx, held.id)
  for (const work of open) {
    await lapseUntil(trx, held, work.entered_at.toISOString(), at)
    const data = { calendar: work.calendar, closureDay: work.day }
    const seqs: number[] = []
    for (const { id } of await proceedingsWithPeriods(trx, held.id)) {
      const round = await readRound(trx, { id }, { at })
      round.calendar_changes = round.calendar_changes.filter(change => change.id <= work.entry_id)
      if (!isTouched(round, data)) continue
      await move(trx, held, round, {
        type: 'recomputeDeadlines',
        data,
        at,
        on: shenzhenDay(at),
        by: 'administrator',
        actor: { id: work.entered_by },
      })
      seqs.push(held.seq)
    }
    await settleWork(trx, work, held.id, seqs, at)
  }
  return open.length
}

function isTouched({ clocks, calendar_changes }: Round, named: Named): boolean {
  const changes = changesFrom(calendar_changes)
  return clocks.some(clock => recounted(clock, changes) ?? laterEnd(clock, changes, named))
}
