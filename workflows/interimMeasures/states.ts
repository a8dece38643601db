import type { StateSpec } from '../pathway.ts'

export const states = {
  applied: { tag: 'active', waitingFor: ['judge', 'tribunalSecretary'] },
  routed: { tag: 'active', waitingFor: ['judge'] },
  securityPending: { tag: 'active', waitingFor: ['party'] },
  ready: { tag: 'active', waitingFor: ['judge'] },
  granted: { tag: 'active', waitingFor: ['enforcementOfficer'] },
  inForce: { tag: 'active', decided: true, waitingFor: [] },
  lifted: { tag: 'closed', decided: true, waitingFor: ['enforcementOfficer'] },
  denied: { tag: 'closed', decided: true, waitingFor: ['party'] },
  converted: { tag: 'closed', decided: true, waitingFor: [] },
  terminated: { tag: 'closed', waitingFor: [] },
} as const satisfies Record<string, StateSpec>

export type State = keyof typeof states

/** `@i` of `pathways.md` 4.6: before anything is ordered. */
export const undecided: State[] = ['applied', 'routed', 'securityPending', 'ready']
export const ordered: State[] = ['granted', 'inForce']
export const reviewable: State[] = [...ordered, 'denied']
export const every: State[] = [...undecided, ...reviewable, 'lifted', 'converted', 'terminated']
