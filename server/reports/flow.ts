/** What came in and went out in a period, and where it began. */
export type Flow = {
  beginActive: number
  beginInactive: number
  filed: number
  reopened: number
  reactivated: number
  /** Decided or closed, reopened ones too. */
  disposed: number
  placedInactive: number
}

/**
 * The identities of the State Court Guide to Statistical Reporting (NCSC) and the clearance rate of CourTools, measure 2.
 * @returns the rate in per cent, or null where nothing came in: that is no rate
 */
export function balance(flow: Flow) {
  const { beginActive, beginInactive, filed, reopened, reactivated, disposed, placedInactive } = flow
  const incoming = filed + reopened + reactivated
  const outgoing = disposed + placedInactive
  return {
    incoming,
    outgoing,
    endActive: beginActive + incoming - outgoing,
    endInactive: beginInactive + placedInactive - reactivated,
    clearance: incoming === 0 ? null : (100 * outgoing) / incoming,
  }
}

/** CEPEJ's forecast: the days in which what is pending would be disposed of at the pace of the period. */
export const dispositionTime = (pending: number, disposed: number, days: number): number | null =>
  disposed === 0 ? null : (days * pending) / disposed
