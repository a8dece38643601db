import {
  armed,
  condition,
  hasSpecialAuthority,
  inPlay,
  isMarked,
  lapsed,
  marked,
  not,
  ownArmed,
  partyInPlay,
  says,
} from './conditions.ts'
import { day, futureDay, optional, parties, party, text, word, type EventForm } from './fields.ts'
import { pathway, type StateSpec } from './pathway.ts'
import { computeDeadline } from './rules/deadlines.ts'
import { assessFee } from './rules/fees.ts'
import { universal, universalEvents } from './universal.ts'
import {
  arm,
  ask,
  closeTask,
  disarm,
  fee,
  issue,
  lengthen,
  mark,
  openTask,
  pause,
  resume,
  set,
  tell,
  unmark,
} from './verbs.ts'
import { back, row, stay, to, type Verb } from './vocabulary.ts'

const states = {
  applied: { tag: 'active', waitingFor: ['intakeOfficer'] },
  underReview: { tag: 'active', waitingFor: ['judge'] },
  materialsRequested: { tag: 'inactive', waitingFor: ['party'], returns: true },
  confirmed: { tag: 'closed', decided: true, waitingFor: ['clerk', 'party'] },
  rejected: { tag: 'closed', decided: true, waitingFor: [] },
  notAccepted: { tag: 'closed', waitingFor: [] },
  withdrawn: { tag: 'closed', waitingFor: [] },
  deemedWithdrawn: { tag: 'closed', waitingFor: [] },
  revoked: { tag: 'closed', decided: true, waitingFor: [] },
} as const satisfies Record<string, StateSpec>

type State = keyof typeof states

const every: State[] = [
  'applied',
  'underReview',
  'materialsRequested',
  'confirmed',
  'rejected',
  'notAccepted',
  'withdrawn',
  'deemedWithdrawn',
  'revoked',
]

const methods = ['inPerson', 'post', 'email', 'electronic', 'arrangement', 'publication']

const events: Record<string, EventForm> = {
  applyJointly: { parties },
  accept: {},
  refuse: { ground: word('l2_355') },
  requestMaterials: { what: text, dueOn: futureDay },
  submit: {},
  holdVerification: { present: parties },
  deemWithdrawn: { ground: text },
  withdraw: {},
  extend: {},
  confirm: { performBy: optional(futureDay) },
  reject: { ground: word('l2_358', 'l2_355') },
  recordService: { party, receivedOn: day, method: optional(word(...methods)) },
  object: { why: text, learntOn: optional(day) },
  decideObjection: { outcome: word('dismissed', 'varied', 'revoked') },
  ...universalEvents,
}

const agreementSigned = condition(
  'agreementSigned',
  ({ context: { facts } }) =>
    facts.sourcePathway === 'mediation' && ['signed', 'filed'].includes(facts.sourceState ?? ''),
)

// The right lapses with the period: what remains is a suit on the agreement (L6 25).
const inTime = condition('confirmationInTime', ({ context: { facts } }) => facts.sourceClock === 'armed')

const courtCompetent = condition('courtCompetent', ({ context: { facts } }) => facts.court !== undefined)

/** One side alone cannot have the agreement confirmed (CPL 205). */
const allApply = condition('allApply', ({ context, event }) => {
  const named = event.data.parties ?? []
  const all = inPlay(context).map(({ id }) => id)
  return (
    all.includes(event.party ?? '') &&
    all.every(id => named.includes(id)) &&
    named.every(id => all.includes(id))
  )
})

const namesPartiesOnly = condition('namesPartiesOnly', ({ context, event }) =>
  (event.data.present ?? []).every(id => inPlay(context).some(party => party.id === id)),
)

const absentOrSilent = condition(
  'absentOrSilent',
  given => marked(given.context, 'absent').length > 0 || lapsed('confirmation.materials').holds(given),
)

const rulingNotYetServed = condition(
  'rulingNotYetServed',
  ({ context, event }) => !marked(context, 'served').includes(event.data.party ?? ''),
)

/** Somebody from outside has six months from learning of it (L2 372). */
const learntInTime = condition('learntInTime', ({ event: { data, on } }) => {
  const { learntOn } = data
  const rule = 'confirmation.objection.thirdParty'
  return learntOn !== undefined && on <= computeDeadline({ rule, base: learntOn }).due
})

const objectionOpen = isMarked('objection', 'objectionOpen')
const revokes = says('outcome', 'revoked')

const objects: Verb[] = [mark('objection'), openTask('confirmation.objection.decide', 'judge')]
const decided: Verb[] = [unmark('objection'), closeTask('confirmation.objection.decide')]

const absentees: Verb = {
  name: 'attendance',
  run: ({ context, event }) => {
    const present = event.data.present ?? []
    context.marks.absent = inPlay(context)
      .filter(({ id }) => !present.includes(id))
      .map(({ id }) => id)
  },
}

const rows = [
  row(
    'J1',
    'CPL 205; L9',
    ['unopened'],
    'applyJointly',
    to('applied', {
      by: ['party'],
      if: [agreementSigned, inTime, courtCompetent],
      data: [allApply],
      do: [
        tell('source', 'confirmationApplied'),
        fee('court.confirmation', () => assessFee({ kind: 'court.confirmation' }).fee),
        arm('confirmation.accept'),
      ],
    }),
  ),
  row(
    'J2',
    'L9 4, 5; CPL 187',
    ['applied'],
    'accept',
    to('underReview', {
      by: ['intakeOfficer'],
      do: [
        disarm('confirmation.accept'),
        ask(() => ({ type: 'assign', role: 'judge', person: null })),
        arm('confirmation.decide'),
        arm('confirmation.ceiling'),
      ],
    }),
  ),
  row(
    'J3',
    'L2 355',
    ['applied'],
    'refuse',
    to('notAccepted', { by: ['intakeOfficer'], do: [set({ reason: 'l2_355' }), issue('ruling')] }),
  ),
  row(
    'J4',
    'L2 354, 356',
    ['applied', 'underReview'],
    'requestMaterials',
    to('materialsRequested', {
      by: ['intakeOfficer', 'judge'],
      do: [
        pause('confirmation.accept', 'confirmation.decide'),
        arm('confirmation.materials', { due: 'dueOn' }),
      ],
    }),
  ),
  row(
    'J5',
    'L2 354',
    ['materialsRequested'],
    'submit',
    back({
      by: ['party'],
      do: [disarm('confirmation.materials'), resume('confirmation.accept', 'confirmation.decide')],
    }),
  ),
  row(
    'J6',
    'L2 356',
    ['underReview'],
    'holdVerification',
    stay({ by: ['judge'], data: [namesPartiesOnly], do: [absentees] }),
  ),
  row(
    'J7',
    'L2 357',
    ['underReview', 'materialsRequested'],
    'deemWithdrawn',
    to('deemedWithdrawn', {
      by: ['judge'],
      if: [absentOrSilent],
      do: [set({ reason: 'l2_357' }), issue('ruling')],
    }),
  ),
  row(
    'J8',
    'L2 357',
    ['applied', 'underReview', 'materialsRequested'],
    'withdraw',
    to('withdrawn', { by: ['party'], if: [hasSpecialAuthority], do: [set({ reason: 'withdrawn' })] }),
  ),
  row(
    'J9',
    'L9 5',
    ['underReview'],
    'extend',
    stay({
      by: ['judge'],
      if: [not(isMarked('extended'), 'notExtendedYet'), armed('confirmation.decide')],
      do: [mark('extended', 'all'), lengthen('confirmation.decide')],
    }),
  ),
  row(
    'J10',
    'CPL 206',
    ['underReview'],
    'confirm',
    to('confirmed', {
      by: ['judge'],
      do: [
        set(({ event: { data, on } }) => ({
          effectiveOn: on,
          ...(data.performBy !== undefined && { performBy: data.performBy }),
        })),
        issue('ruling'),
        arm('enforcement.apply', { base: 'performBy' }),
      ],
    }),
  ),
  row(
    'J11',
    'L2 355, 358; CPL 206',
    ['underReview'],
    'reject',
    to('rejected', {
      by: ['judge'],
      do: [
        set(({ event: { data } }) => (data.ground === undefined ? {} : { reason: data.ground })),
        issue('ruling'),
      ],
    }),
  ),
  row(
    'J12',
    'L2 372',
    ['confirmed'],
    'recordService',
    stay({
      by: ['clerk'],
      data: [partyInPlay, rulingNotYetServed],
      do: [mark('served', 'named'), arm('confirmation.objection', { of: 'named', base: 'receivedOn' })],
    }),
  ),
  row(
    'J13',
    'L2 372',
    ['confirmed'],
    'object',
    stay({
      by: ['party'],
      if: [ownArmed('confirmation.objection')],
      do: [disarm('confirmation.objection', 'actor'), ...objects],
    }),
    stay({ by: ['thirdParty'], data: [learntInTime], do: objects }),
  ),
  row(
    'J14',
    'L2 372; CPL 268',
    ['confirmed'],
    'decideObjection',
    to('revoked', {
      by: ['judge'],
      if: [objectionOpen],
      when: [revokes],
      do: [...decided, issue('ruling'), disarm('*'), tell('enforcement', 'instrumentRevoked')],
    }),
    stay({
      by: ['judge'],
      if: [objectionOpen],
      when: [not(revokes)],
      do: [
        ...decided,
        issue('ruling'),
        set(({ event }) => (event.data.outcome === 'varied' ? { varied: true } : {})),
      ],
    }),
  ),
]

export const judicialConfirmation = pathway<State>({
  name: 'judicialConfirmation',
  version: 1,
  states,
  events,
  rows,
  universal: universal(every),
})
