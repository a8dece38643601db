import { chartOf, type Chart } from '../../workflows/chart.ts'
import type { Pathway } from '../../workflows/pathway.ts'

const charts = new WeakMap<Pathway, Chart>()

/** Read from the machine once. */
export function chartFor(pathway: Pathway): Chart {
  const known = charts.get(pathway) ?? chartOf(pathway)
  charts.set(pathway, known)
  return known
}

/** With its fonts and its engine it is slow to load, and not everybody looks at a picture. */
export const pictures = () => import('./picture.ts')
