import type { Logger } from 'pino'
import { asActor, type Db, type Trx } from './db.ts'
import { caseIdsDue, caseIdsUnsettled, setAside } from './deadlines/queries.ts'
import { CLOCK, lapseDue } from './proceedings/fireEvent.ts'
import { lockCaseIfFree, takeEngine, type HeldCase } from './proceedings/queries.ts'
import { recountDue } from './proceedings/recount.ts'

const atOnce = 4

/**
 * Fires every period that has run out by that instant, one case to a transaction and a few cases at once. A case in use
 * waits for the next round; a case that fails is set aside with its error and holds up no other.
 * @returns how many lapses were fired
 */
export async function ringDue(db: Db, at: string, log: Logger): Promise<number> {
  await recountCases(db, at, log)
  let fired = 0
  for (;;) {
    const due = await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      return caseIdsDue(trx, at)
    })
    const before = fired
    for (let first = 0; first < due.length; first += atOnce) {
      const cases = due.slice(first, first + atOnce)
      const lapses = await Promise.all(cases.map(({ id, reference }) => ringOne(db, id, reference, at, log)))
      fired += lapses.reduce((sum, each) => sum + each, 0)
    }
    if (fired === before) return fired
  }
}

/**
 * Lets cases follow what was entered into the calendars, one case to a transaction: as many as `most`, and what is left
 * at the next round.
 */
export async function recountCases(db: Db, at: string, log: Logger, most = Infinity): Promise<void> {
  for (let done = 0; done < most;) {
    const unsettled = await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      return caseIdsUnsettled(trx, Math.min(100, most - done))
    })
    const before = done
    for (const { id, reference } of unsettled)
      done += await withCase(db, { id, reference }, at, log, (trx, held) => recountDue(trx, held, at))
    if (done === before) return
  }
}

const ringOne = (db: Db, id: string, reference: string, at: string, log: Logger): Promise<number> =>
  withCase(db, { id, reference }, at, log, (trx, held) => lapseDue(trx, held, at))

async function withCase(
  db: Db,
  { id, reference }: { id: string; reference: string },
  at: string,
  log: Logger,
  work: (trx: Trx, held: HeldCase) => Promise<number>,
): Promise<number> {
  try {
    return await asActor(db, CLOCK, async trx => {
      await takeEngine(trx, CLOCK)
      const held = await lockCaseIfFree(trx, id)
      return held ? await work(trx, held) : 0
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
