export const pageSize = 25

export type Page = { number: number; offset: number; total: number }

/** The number of a page in an address; whatever else is written there means the first. */
export const askedPage = (asked: unknown): number =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1

/** The page asked for, or the last there is. */
export function pageOf(asked: number, total: number): Page {
  const number = Math.max(1, Math.min(asked, Math.ceil(total / pageSize)))
  return { number, offset: (number - 1) * pageSize, total }
}

/** What the `pages` mixin shows: the first, the last and the neighbours. */
export function pageLinks({ number, offset, total }: Page, href: (page: number) => string) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  const shown = [...new Set([1, number - 1, number, number + 1, last])].filter(
    page => page >= 1 && page <= last,
  )
  return {
    first: Math.min(offset + 1, total),
    last: Math.min(offset + pageSize, total),
    total,
    ...(number > 1 && { previous: href(number - 1) }),
    ...(number < last && { next: href(number + 1) }),
    pages: shown.map(page => ({ number: page, href: href(page), current: page === number })),
  }
}
