import type { StateSpec } from '../pathway.ts'

export const states = {
  draft: { tag: 'draft', waitingFor: ['claimant'] },
  submitted: { tag: 'active', waitingFor: ['intakeOfficer'] },
  supplementRequested: { tag: 'active', waitingFor: ['claimant'] },
  supplementOverdue: { tag: 'active', waitingFor: ['intakeOfficer', 'claimant'] },
  prefilingMediation: { tag: 'inactive', waitingFor: ['mediator', 'party'] },
  registered: { tag: 'active', waitingFor: ['clerk', 'claimant'] },
  serving: { tag: 'active', waitingFor: ['clerk'] },
  defencePeriod: { tag: 'active', waitingFor: ['respondent', 'clerk'] },
  jurisdictionObjection: { tag: 'active', waitingFor: ['judge'], returns: true },
  jurisdictionRuled: { tag: 'active', waitingFor: ['clerk', 'party', 'appellateJudge'], returns: true },
  arbitrationObjection: { tag: 'active', waitingFor: ['judge'], returns: true },
  pretrial: { tag: 'active', waitingFor: ['judge', 'clerk'] },
  hearingScheduled: { tag: 'active', waitingFor: ['judge', 'party'] },
  hearing: { tag: 'active', waitingFor: ['judge'] },
  courtMediation: { tag: 'active', waitingFor: ['judge', 'party'], returns: true },
  entrustedMediation: { tag: 'active', waitingFor: ['mediator', 'party'], returns: true },
  statementDrafted: { tag: 'active', waitingFor: ['party', 'judge'], returns: true },
  deliberation: { tag: 'active', waitingFor: ['judge'] },
  judgmentIssued: { tag: 'active', decided: true, waitingFor: ['clerk'] },
  appealPeriod: { tag: 'active', decided: true, waitingFor: ['party', 'clerk'] },
  appealed: { tag: 'active', decided: true, waitingFor: ['clerk', 'appellateJudge', 'party'] },
  rulingAppealed: { tag: 'active', waitingFor: ['appellateJudge'], returns: true },
  suspended: { tag: 'inactive', waitingFor: ['judge'], returns: true, pauses: true },
  effective: { tag: 'closed', decided: true, waitingFor: ['party'] },
  notAccepted: { tag: 'closed', waitingFor: ['clerk', 'claimant'] },
  dismissed: { tag: 'closed', waitingFor: ['clerk', 'claimant'] },
  closedReferred: { tag: 'closed', waitingFor: [] },
  closedMediatedPrefiling: { tag: 'closed', waitingFor: [] },
  closedTransferred: { tag: 'closed', waitingFor: [] },
  closedWithdrawn: { tag: 'closed', waitingFor: [] },
  closedDeemedWithdrawn: { tag: 'closed', waitingFor: [] },
  closedTerminated: { tag: 'closed', waitingFor: [] },
} as const satisfies Record<string, StateSpec>

export type State = keyof typeof states

/** `@court`, `@prep`, `@argue`, `@fee`, `@trial` and `@wait` of `pathways.md` 4.1. */
export const court: State[] = ['pretrial', 'hearingScheduled', 'hearing']
export const prep: State[] = ['registered', 'serving', 'defencePeriod', 'pretrial']
export const argue: State[] = ['defencePeriod', ...court]
export const feeStates: State[] = ['registered', 'serving', 'defencePeriod', ...court]
const objections: State[] = ['jurisdictionObjection', 'jurisdictionRuled', 'arbitrationObjection']
const settling: State[] = ['courtMediation', 'entrustedMediation', 'statementDrafted']
export const wait: State[] = ['serving', ...objections, ...court, ...settling, 'deliberation']
export const trial: State[] = ['registered', 'defencePeriod', ...wait]

export const every = [
  'draft',
  'submitted',
  'supplementRequested',
  'supplementOverdue',
  'prefilingMediation',
  ...trial,
  'judgmentIssued',
  'appealPeriod',
  'appealed',
  'rulingAppealed',
  'suspended',
  'effective',
  'notAccepted',
  'dismissed',
  'closedReferred',
  'closedMediatedPrefiling',
  'closedTransferred',
  'closedWithdrawn',
  'closedDeemedWithdrawn',
  'closedTerminated',
] as const satisfies State[]

export const notClosed: State[] = every.filter(state => states[state].tag !== 'closed')
