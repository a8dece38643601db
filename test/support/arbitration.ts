import { arbitration } from '../../workflows/arbitration.ts'
import type { ContractFacts } from '../../workflows/rules/facts.ts'
import { contextOf, partyOf } from './contexts.ts'
import { play, type Play } from './play.ts'

const arbitrationClause = 'Any dispute shall be finally settled by arbitration.'

export const clauses = {
  scia: { institution: 'SCIA', seat: 'SHENZHEN', arbitrationClause },
  sciaUncitral: { institution: 'SCIA', rules: 'UNCITRAL Arbitration Rules', arbitrationClause },
  sciahk: { institution: 'SCIAHK', seat: 'HONG_KONG', arbitrationClause },
  hkiac: { institution: 'HKIAC', seat: 'HONG_KONG', arbitrationClause },
  adHocShenzhen: { institution: null, rules: 'UNCITRAL', seat: 'SHENZHEN', arbitrationClause },
  adHocHongKong: { institution: null, rules: 'UNCITRAL', seat: 'HONG_KONG', arbitrationClause },
  adHocNowhere: { institution: null, rules: 'UNCITRAL', arbitrationClause },
} satisfies Record<string, ContractFacts>

export const both = ['p1', 'p2']

type Changes = Parameters<typeof contextOf>[1]

/** A request being written: Mainland claimant p1 against p2 of Hong Kong, three million yuan. */
export function drafted(contract: ContractFacts = clauses.scia, changes: Changes = {}): Play {
  const parties = [
    partyOf('p1', 'claimant'),
    partyOf('p2', 'respondent', { domiciled: false, hongKongOrMacao: true, calendar: 'HK' }),
  ]
  const now = play(arbitration, contextOf('arbitration', { parties, contract, ...changes }))
  now.does('p1', 'createDraft')
  return now
}

export function submitted(contract?: ContractFacts, changes?: Changes): Play {
  const now = drafted(contract, changes)
  now.does('p1', 'submit')
  return now
}

export function accepted(contract?: ContractFacts, changes?: Changes): Play {
  const now = submitted(contract, changes)
  now.does('tribunalSecretary', 'accept')
  return now
}

export function served(contract?: ContractFacts, changes?: Changes): Play {
  const now = accepted(contract, changes)
  for (const { id, side, out } of now.saved.context.parties) {
    if (side === 'respondent' && !out) serve(now, id)
  }
  return now
}

/** Responses are in; arbitrators are being named. */
export function constituting(contract?: ContractFacts, changes?: Changes): Play {
  const now = served(contract, changes)
  for (const { id, side, out } of now.saved.context.parties) {
    if (side === 'respondent' && !out) now.does(id, 'respond')
  }
  return now
}

export function constituted(contract?: ContractFacts, changes?: Changes): Play {
  const now = constituting(contract, changes)
  now.does('tribunalSecretary', 'appointDefault', { arbitrators: ['a1', 'a2', 'a3'] })
  now.does('tribunalSecretary', 'constitute')
  return now
}

export function heard(contract?: ContractFacts, changes?: Changes): Play {
  const now = constituted(contract, changes)
  now.does('arbitrator', 'holdHearing', { present: both })
  return now
}

export function drafting(contract?: ContractFacts, changes?: Changes): Play {
  const now = heard(contract, changes)
  now.does('arbitrator', 'closeProceedings')
  return now
}

export function awarded(contract?: ContractFacts, changes?: Changes): Play {
  const now = drafting(contract, changes)
  now.does('arbitrator', 'issueAward', { kind: 'final' })
  return now
}

/** The award has been received by both on the day given. */
export function received(contract?: ContractFacts, on = '2026-03-10', changes?: Changes): Play {
  const now = awarded(contract, changes)
  now.until(on)
  for (const party of both) now.does('tribunalSecretary', 'recordService', { party, receivedOn: on })
  return now
}

export function serve(now: Play, party: string): void {
  now.does('tribunalSecretary', 'serveNotice', { party, receivedOn: now.today })
}
