import type { StateSpec } from '../pathway.ts'

export const states = {
  applied: { tag: 'active', waitingFor: ['intakeOfficer'] },
  recognition: { tag: 'active', waitingFor: ['judge'] },
  accepted: { tag: 'active', waitingFor: ['enforcementOfficer'] },
  notified: { tag: 'active', waitingFor: ['enforcementOfficer', 'party'] },
  executing: { tag: 'active', waitingFor: ['enforcementOfficer'] },
  settledExec: { tag: 'inactive', waitingFor: ['party'] },
  stayed: { tag: 'inactive', waitingFor: ['judge'], returns: true, pauses: true },
  suspended: {
    tag: 'inactive',
    waitingFor: ['judge', 'enforcementOfficer'],
    returns: true,
    pauses: true,
  },
  terminatedThisRound: { tag: 'closed', waitingFor: ['party'] },
  completed: { tag: 'closed', decided: true, waitingFor: [] },
  refused: { tag: 'closed', decided: true, waitingFor: [] },
  notAccepted: { tag: 'closed', waitingFor: [] },
  terminated: { tag: 'closed', waitingFor: [] },
  closedTransferred: { tag: 'closed', waitingFor: [] },
} as const satisfies Record<string, StateSpec>

export type State = keyof typeof states

/** `@e` of `pathways.md` 4.7. */
export const underWay: State[] = ['accepted', 'notified', 'executing', 'settledExec']

export const every = [
  'applied',
  'recognition',
  ...underWay,
  'stayed',
  'suspended',
  'terminatedThisRound',
  'completed',
  'refused',
  'notAccepted',
  'terminated',
  'closedTransferred',
] as const satisfies State[]
