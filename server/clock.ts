import type { Logger } from 'pino'
import { asActor, type Db } from './db.ts'
import { caseIdsDue, setAside } from './deadlines/queries.ts'
import { CLOCK, lapseDue } from './proceedings/fireEvent.ts'
import { lockCaseIfFree, takeEngine } from './proceedings/queries.ts'

/**
 * Fires every period that has run out by that instant, one case to a transaction. A case in use waits for the next
 * round; a case that fails is set aside with its error and holds up no other.
 * @returns how many lapses were fired
 */
export async function ringDue(db: Db, at: string, log: Logger): Promise<number> {
  let fired = 0
  for (;;) {
    const due = await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      return caseIdsDue(trx, at)
    })
    const before = fired
    for (const { id, reference } of due) fired += await ringOne(db, id, reference, at, log)
    if (fired === before) return fired
  }
}

async function ringOne(db: Db, id: string, reference: string, at: string, log: Logger): Promise<number> {
  try {
    return await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      const held = await lockCaseIfFree(trx, id)
      return held ? await lapseDue(trx, held, at) : 0
    })
  } catch (error) {
    log.error({ reference, err: error }, 'the clock could not move a case and has set it aside')
    await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      await setAside(trx, id, reference, error instanceof Error ? error.message : String(error), at)
    })
    return 0
  }
}
