import { findingOf, type Finding, type Warning, type Why } from './findings.ts'

/** Since when commercial mediation has regulations of its own. */
export const commercialMediationFrom = '2026-05-01'

export type MediationBody = {
  /** The court's own centre, a people's mediation committee, or a body for commercial disputes. */
  kind: 'court' | 'people' | 'commercial'
  nonProfit?: boolean
  on: string
}

export type MediationFinding = Finding & {
  /** Whether the parties may be asked to pay; null where that is not known. */
  mayCharge: boolean | null
}

/** Whether a body may lead a mediation as what it is, and whether it may charge for it (`domain.md` 3.1, 3.3). */
export function mediationBody({ kind, nonProfit, on }: MediationBody): MediationFinding {
  if (kind === 'court') return free('courtMediator', 'L6 29')
  if (kind === 'people') return free('peoplesMediation', 'L10 4')
  if (on < commercialMediationFrom) {
    return {
      ...findingOf('supported', { steps: [{ step: 'bodyMayCharge', basis: ['L26 38'] }] }),
      mayCharge: true,
    }
  }
  const rule: Why = { step: 'bodyNonProfit', basis: ['CMR 2', 'CMR 8'] }
  const fee: Why = { step: 'bodyMayCharge', basis: ['CMR 16'] }
  const warnings: Warning[] = ['regulationsUnread']
  if (nonProfit === undefined) {
    return { ...findingOf('needsFacts', { steps: [rule], warnings, needs: ['nonProfit'] }), mayCharge: null }
  }
  return nonProfit
    ? { ...findingOf('supported', { steps: [rule, fee], warnings }), mayCharge: true }
    : { ...findingOf('notSupported', { steps: [rule], warnings }), mayCharge: null }
}

const free = (step: string, basis: string): MediationFinding => ({
  ...findingOf('supported', { steps: [{ step, basis: [basis] }] }),
  mayCharge: false,
})
