import { jurorsBeside } from '../../workflows/litigation/panel.ts'
import type { Data } from '../../workflows/fields.ts'
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
export async function drawn(trx: Trx, held: HeldCase, where: Where, { type, data, at }: Act): Promise<Data> {
  const isNamed = typeof data !== 'function' && data.jurors !== undefined
  if (type !== 'drawJurors' || isNamed) return {}
  const bench = await readBench(trx, held.id, where, shenzhenDay(at))
  const seats = jurorsBeside(bench?.judges ?? 1) ?? 0
  // Whoever sits already stays, unless the panel has changed.
  const sitting = (bench?.jurors ?? []).slice(0, seats)
  const seed = held.head.toString('hex')
  const chosen = byLot(bench?.roll ?? [], seed).slice(0, seats - sitting.length)
  if (sitting.length + chosen.length < seats || seats === 0) return {}
  return { jurors: [...sitting, ...chosen], seed, drawnFrom: bench?.roll ?? [] }
}
