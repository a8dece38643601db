import type { StateSpec } from '../pathway.ts'

export const states = {
  draft: { tag: 'draft', waitingFor: ['claimant'] },
  submitted: { tag: 'active', waitingFor: ['tribunalSecretary'] },
  accepted: { tag: 'active', waitingFor: ['tribunalSecretary'] },
  responsePeriod: { tag: 'active', waitingFor: ['respondent'] },
  constituting: { tag: 'active', waitingFor: ['party', 'tribunalSecretary'] },
  constituted: { tag: 'active', waitingFor: ['arbitrator'] },
  hearing: { tag: 'active', waitingFor: ['arbitrator', 'party'] },
  stayedForMediation: {
    tag: 'inactive',
    waitingFor: ['mediator', 'arbitrator', 'party'],
    returns: true,
    pauses: true,
  },
  settled: { tag: 'active', waitingFor: ['arbitrator', 'party'] },
  statementDrafted: { tag: 'active', waitingFor: ['party'] },
  awardDrafting: { tag: 'active', waitingFor: ['arbitrator'] },
  awardIssued: { tag: 'active', decided: true, waitingFor: ['tribunalSecretary', 'party'] },
  setasidePending: { tag: 'inactive', decided: true, waitingFor: ['judge'] },
  remitted: { tag: 'active', decided: true, waitingFor: ['arbitrator'] },
  awardFinal: { tag: 'closed', decided: true, waitingFor: ['party'] },
  setAside: { tag: 'closed', decided: true, waitingFor: [] },
  rejected: { tag: 'closed', waitingFor: [] },
  terminated: { tag: 'closed', waitingFor: [] },
  closedWithdrawn: { tag: 'closed', waitingFor: [] },
  closedStatement: { tag: 'closed', decided: true, waitingFor: ['party'] },
} as const satisfies Record<string, StateSpec>

export type State = keyof typeof states

export const beforeTribunal: State[] = ['submitted', 'accepted', 'responsePeriod', 'constituting']
export const tribunalSits: State[] = ['constituted', 'hearing', 'awardDrafting']

export const every: State[] = [
  'draft',
  ...beforeTribunal,
  ...tribunalSits,
  'stayedForMediation',
  'settled',
  'statementDrafted',
  'awardIssued',
  'setasidePending',
  'remitted',
  'awardFinal',
  'setAside',
  'rejected',
  'terminated',
  'closedWithdrawn',
  'closedStatement',
]
