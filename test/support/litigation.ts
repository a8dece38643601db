import { litigation } from '../../workflows/litigation.ts'
import { outstanding } from '../../workflows/litigation/amounts.ts'
import { formatMinor } from '../../workflows/rules/fees.ts'
import { contextOf, partyOf } from './contexts.ts'
import { play, type Play } from './play.ts'

export const both = ['p1', 'p2']

export type Setting = Parameters<typeof contextOf>[1] & { procedure?: string; paid?: boolean }

export const mainland: Setting = {
  parties: [partyOf('p1', 'claimant'), partyOf('p2', 'respondent')],
  facts: { foreignRelated: false },
}
export const withOutsider = (changes: Setting = {}): Setting => ({
  ...changes,
  parties: [
    partyOf('p1', 'claimant'),
    partyOf('p2', 'respondent', { domiciled: false, hongKongOrMacao: true }),
    partyOf('p3', 'thirdParty'),
  ],
})
export const clause = { arbitrationClause: 'Any dispute shall be arbitrated by SCIA.', institution: 'SCIA' }

/** A complaint being written: a Qianhai company against a company of Hong Kong, 8.8 million yuan. */
export function drafted({ procedure: _, paid: __, ...changes }: Setting = {}): Play {
  const parties = [
    partyOf('p1', 'claimant', { hongKongOrMacao: true }),
    partyOf('p2', 'respondent', { domiciled: false, hongKongOrMacao: true, calendar: 'HK' }),
  ]
  const claim = { minor: 8_800_000_00, currency: 'CNY' } as const
  const now = play(litigation, contextOf('litigation', { parties, claim, ...changes }))
  now.does('p1', 'createDraft')
  return now
}

export function submitted(setting?: Setting): Play {
  const now = drafted(setting)
  now.does('p1', 'submitComplaint')
  return now
}

export function registered(setting: Setting = {}): Play {
  const now = submitted(setting)
  now.does('intakeOfficer', 'register', { procedure: setting.procedure ?? 'ordinary' })
  if (setting.paid !== false) pay(now)
  return now
}

export function serving(setting?: Setting): Play {
  const now = registered(setting)
  now.does('clerk', 'startService')
  return now
}

export const service = (party: string, receivedOn: string, method = 'email') => ({
  party,
  receivedOn,
  method,
})
export const serve = (now: Play, party: string) =>
  now.does('clerk', 'recordService', service(party, now.today))

/** Every respondent has been served. */
export function answering(setting?: Setting): Play {
  const now = serving(setting)
  for (const { id, side } of inPlay(now)) if (side === 'respondent') serve(now, id)
  return now
}

export function pretrial(setting?: Setting): Play {
  const now = answering(setting)
  for (const { id, side } of inPlay(now)) if (side === 'respondent') now.does(id, 'fileDefence')
  return now
}

export function scheduled(setting?: Setting): Play {
  const now = pretrial(setting)
  now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-16' })
  return now
}

export function heard(setting?: Setting, present = both): Play {
  const now = scheduled(setting)
  now.until('2026-03-16')
  now.does('judge', 'holdHearing', { present })
  return now
}

export function deliberating(setting?: Setting): Play {
  const now = heard(setting)
  now.does('judge', 'closeDebate')
  return now
}

export function judged(setting?: Setting): Play {
  const now = deliberating(setting)
  now.does('judge', 'issueJudgment', { outcome: 'claimUpheld' })
  return now
}

/** The judgment has been served on all, on one day. */
export function appealable(setting?: Setting): Play {
  const now = judged(setting)
  for (const { id } of inPlay(now)) serve(now, id)
  return now
}

export function appealed(setting?: Setting): Play {
  const now = appealable(setting)
  now.does('p2', 'appeal')
  return now
}

/** A statement waits for the parties' receipts. */
export function settled(setting?: Setting): Play {
  const now = pretrial(setting)
  now.does('judge', 'settle', { terms: 'Half now, half in a year', consents: both })
  return now
}

export function objected(setting?: Setting): Play {
  const now = answering(setting)
  now.does('p2', 'objectJurisdiction')
  return now
}

/** The ruling on jurisdiction has reached both. */
export function ruled(upheld: boolean, setting?: Setting): Play {
  const now = objected(setting)
  now.does('judge', 'ruleObjection', { upheld })
  for (const party of both) serve(now, party)
  return now
}

export function refused(setting?: Setting): Play {
  const now = submitted(setting)
  now.does('intakeOfficer', 'refuse', { ground: 'cpl122' })
  return now
}

/** What is still asked for the claim, as typed into the form. */
export const claimFee = (now: Play) => formatMinor(outstanding(now.saved.context, ['case']) ?? 0)
export const pay = (now: Play) => now.does('p1', 'payFee', { amount: claimFee(now) })

export const tasksOf = (now: Play) =>
  now.last.effects.flatMap(effect => (effect.type === 'openTask' ? [`${effect.kind} ${effect.role}`] : []))

export const feesOf = (now: Play) =>
  now.fees.map(({ kind, stage, minor }) => `${kind} ${stage ?? '-'} ${formatMinor(minor)}`)

const inPlay = (now: Play) => now.saved.context.parties.filter(({ out }) => !out)
