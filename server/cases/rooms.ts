import type { Trx } from '../db.ts'
import { kindText } from '../disclosures/page.ts'
import { arrivalsIn, countDisclosures } from '../disclosures/queries.ts'
import { roomLinks } from '../notes/page.ts'
import { roomsOf } from '../notes/queries.ts'
import { pathwayText, type Known, type Words } from '../proceedings/words.ts'
import type { Standing } from './seenQueries.ts'

/** What lies behind a wall of this proceeding, as far as its reader gets there, and what came out from behind one. */
export async function behindWalls(trx: Trx, words: Words, known: Known, focus: Standing, base: string) {
  const { t, fmt } = words
  const here = `${base}/${focus.pathway}/${String(focus.ordinal)}`
  const mediated = focus.pathway === 'mediation'
  const rooms = focus.inside ? await roomsOf(trx, focus.id) : []
  const { copies, leaves } = mediated ? { copies: [], leaves: [] } : await arrivalsIn(trx, focus.id)
  return {
    rooms: roomLinks(words, known, here, rooms),
    disclosures:
      mediated && focus.inside
        ? {
            href: `${here}/disclosures`,
            text: t('disclosures:title'),
            count: t('disclosures:count', { count: await countDisclosures(trx, focus.id) }),
          }
        : undefined,
    copies: copies.map(({ id, kind, from_ordinal, at }) => ({
      href: `${base}/disclosures/${id}`,
      text: kindText(words, kind),
      from: t('disclosures:fromOn', {
        proceeding: `${pathwayText(words, 'mediation')} ${String(from_ordinal)}`,
        when: fmt.instant(at),
      }),
    })),
    leaves: leaves.map(({ id, at }) => ({
      href: `${base}/disclosures/${id}`,
      text: t('disclosures:leave', { when: fmt.instant(at) }),
    })),
  }
}
