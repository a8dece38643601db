import { z } from 'zod'
import { pathwayNames } from '../../workflows/vocabulary.ts'

export const views = ['all', 'waiting', 'overdue', 'closed'] as const
export const tags = ['draft', 'active', 'inactive', 'decided', 'closed'] as const

const Search = z.object({
  view: z.enum(views).catch('all'),
  q: z.string().trim().max(200).catch(''),
  pathway: z.enum(pathwayNames).optional().catch(undefined),
  tag: z.enum(tags).optional().catch(undefined),
  organisation: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .optional()
    .catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export type Search = z.infer<typeof Search>

/** Reads the query of a list's address. What cannot be understood is left out: the chips say what is in use. */
export const readSearch = (query: unknown): Search => Search.parse(query ?? {})

/** The address of the same list with something changed, from its first page. */
export function searchHref(search: Search, changes: Partial<Record<keyof Search, string | number>> = {}) {
  const asked = Object.entries({ ...search, page: 1, ...changes }).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== '' &&
      !(name === 'view' && value === 'all') &&
      !(name === 'page' && value === 1),
  )
  const query = new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)]))
  return asked.length === 0 ? '/cases' : `/cases?${query.toString()}`
}

/** The filters, in the order in which the form has them. */
export const filters = ['q', 'pathway', 'tag', 'organisation', 'from', 'to'] as const
