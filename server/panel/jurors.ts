import { jurorsBeside } from '../../workflows/litigation/panel.ts'
import type { Trx } from '../db.ts'
import type { Act, Where } from '../proceedings/fireEvent.ts'
import type { HeldCase } from '../proceedings/queries.ts'
import { shenzhenDay } from '../time.ts'
import { byLot } from './lot.ts'
import { readBench } from './queries.ts'

/**
 * Draws the people's assessors where an act asks for it and names nobody. The seed is the hash of the last event of the
 * case: it is on record, nobody chooses it, and asking again gives the same. Where the roll has too few, nobody is named,
 * and the machine refuses.
 */
export async function withLot(trx: Trx, held: HeldCase, where: Where, act: Act): Promise<Act> {
  if (act.type !== 'drawJurors' || act.data.jurors !== undefined) return act
  const bench = await readBench(trx, held.id, where, shenzhenDay(act.at))
  const seats = jurorsBeside(bench?.judges ?? 1) ?? 0
  // Whoever sits already stays, unless the panel has changed.
  const sitting = (bench?.jurors ?? []).slice(0, seats)
  const seed = held.head.toString('hex')
  const drawn = byLot(bench?.roll ?? [], seed).slice(0, seats - sitting.length)
  if (sitting.length + drawn.length < seats || seats === 0) return act
  return { ...act, data: { ...act.data, jurors: [...sitting, ...drawn], seed, drawnFrom: bench?.roll ?? [] } }
}
