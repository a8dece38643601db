import { accepted as mediatorAccepts, agreed, chosen, filed as filedWithCourt, signed } from './mediations.ts'
import { l, m, type Beat, type Setting } from './story.ts'

// What happens in a court case, a step at a time, and how far the first steps lead.
const submitted = l([0, 2], 'p1', 'submitComplaint')
export const registered = l([1, 5], 'intakeOfficer', 'register', ({ procedure }) => ({ procedure }))
export const paid = l([1, 3], 'p1', 'payFee')
export const sent = l([1, 3], 'clerk', 'startService', ({ on, method }) => ({
  methods: [{ party: 'p2', method: method('p2'), sentOn: on }],
}))
const served = l([4, 12], 'clerk', 'recordService', ({ day, method }) => ({
  party: 'p2',
  method: method('p2'),
  receivedOn: day(-1),
}))
const evidence = l([0, 1], 'judge', 'setEvidencePeriod', ({ day, procedure }) => ({
  dueOn: day(procedure === 'ordinary' ? 20 : 6),
}))
const defended = l([5, 11], 'p2', 'fileDefence')
const scheduled = l([2, 6], 'judge', 'scheduleHearing', ({ next }) => ({ hearingOn: next }))
export const heardWith = (...present: string[]) => l([7, 14], 'judge', 'holdHearing', () => ({ present }))
const heard = heardWith('p1', 'p2')
export const debated = l([0, 3], 'judge', 'closeDebate')
export const judged = (outcome: string) =>
  l([5, 14], 'judge', 'issueJudgment', ({ on, later }) => ({
    outcome,
    announcedOn: on,
    performBy: later(75),
  }))
export const givenTo = (party: string, after: Beat['after']) =>
  l(after, 'clerk', 'recordService', ({ on }) => ({ party, method: 'electronic', receivedOn: on }))

export const atDesk = [submitted]
export const onRegister = [...atDesk, registered]
export const serving = [...onRegister, paid, sent]
export const answering = [...serving, served, evidence]
export const answered = [...answering, defended]
export const toHear = [...answered, scheduled]
/** People's assessors asked for in the five days, and drawn by lot. */
export const assessed = [
  ...serving,
  served,
  l([0, 1], 'p2', 'requestJurors'),
  evidence,
  defended,
  l([1, 3], 'clerk', 'drawJurors'),
]
export const toHearWithAssessors = [...assessed, scheduled]
export const inHearing = [...toHear, heard]
export const deliberating = [...inHearing, debated]
export const decided = (outcome: string) => [...deliberating, judged(outcome)]
export const onBoth = (outcome: string) => [...decided(outcome), givenTo('p1', [1, 4]), givenTo('p2', [0, 3])]
/** So that the judgment is in force some forty days on, and the time to perform over. */
export const judgedEffective = [
  ...deliberating,
  l([5, 14], 'judge', 'issueJudgment', ({ on, later }) => ({
    outcome: 'claimUpheld',
    announcedOn: on,
    performBy: later(40),
  })),
  givenTo('p1', [1, 3]),
  givenTo('p2', [0, 2]),
]
export const appealed = [
  ...onBoth('claimPartlyUpheld'),
  l([4, 9], 'p2', 'appeal'),
  l([1, 4], 'p2', 'payAppealFee'),
]
export const copied = [
  ...appealed,
  l([1, 3], 'clerk', 'serveAppealCopy', ({ on }) => ({ party: 'p1', method: 'electronic', receivedOn: on })),
  l([5, 12], 'p1', 'fileAppealAnswer'),
  l([1, 4], 'clerk', 'transmitFile'),
]
export const settledByJudge = [
  ...answered,
  l([2, 8], 'judge', 'mediateByJudge', ({ both }) => ({ consents: both })),
  l([2, 5], 'judge', 'settle', ({ say, both, later }) => ({
    terms: say('terms'),
    consents: both,
    performBy: later(60),
  })),
]
export const signedFor = [l([1, 4], 'p1', 'signReceipt'), l([0, 3], 'p2', 'signReceipt')]
export const objected = [...answering, l([1, 4], 'p2', 'objectJurisdiction')]
export const ruled = (upheld: boolean) => [
  ...objected,
  l([4, 9], 'judge', 'ruleObjection', ({ say }) => ({ upheld, ...(upheld && { toCourt: say('court') }) })),
]
export const refused = [...atDesk, l([2, 5], 'intakeOfficer', 'refuse', () => ({ ground: 'cpl122' }))]

export const foreign: { setting: Setting } = { setting: { relation: 'hongKong' } }
export const clause: { setting: Setting } = { setting: { clause: 'sciaIgnored' } }
export const ordinary: { setting: Setting } = { setting: { procedure: 'ordinary' } }

/** The court hands the complaint to its centre before registration; special mediators take it up there. */
export const offered = [...atDesk, l([1, 3], 'intakeOfficer', 'offerMediation')]
export const delegated = [...offered, m([1, 3], 'p1', 'consent'), m([0, 1], 'p2', 'consent'), ...chosen]
export const inDelegated = [...delegated, mediatorAccepts]
/** A case being tried is entrusted to the mediator whom both sides want. */
export const entrusted = [
  ...answered,
  l([1, 5], 'judge', 'entrustMediation', ({ both }) => ({ consents: both })),
  ...chosen,
]
export const inEntrusted = [...entrusted, mediatorAccepts]
export const settledEntrusted = [...inEntrusted, agreed([2, 5]), signed, filedWithCourt]
export const backInCourt = (after: Beat[]) => [...inEntrusted, m([3, 6], 'mediator', 'gapTooWide'), ...after]
export const tried = [
  scheduled,
  heard,
  debated,
  judged('claimPartlyUpheld'),
  givenTo('p1', 2),
  givenTo('p2', 1),
]
