import {
  allConsent,
  condition,
  inPlay,
  isMarked,
  lastToAct,
  marked,
  not,
  ownNotMarked,
  partyInPlay,
  ruleIs,
  says,
} from './conditions.ts'
import { tookPart } from './conflicts.ts'
import {
  day,
  futureDay,
  optional,
  party,
  parties,
  person,
  signatures,
  text,
  word,
  yesNo,
  type EventForm,
} from './fields.ts'
import { pathway, type StateSpec } from './pathway.ts'
import type { RuleId } from './rules/deadlines.ts'
import { universal, universalEvents } from './universal.ts'
import {
  arm,
  arming,
  ask,
  closeTask,
  disarm,
  extend,
  issue,
  mark,
  notify,
  openTask,
  pause,
  resume,
  set,
  tell,
  unmark,
} from './verbs.ts'
import { row, stay, to, type Condition, type Moment, type Role, type Verb } from './vocabulary.ts'

const states = {
  proposed: { tag: 'active', waitingFor: ['party'] },
  selecting: { tag: 'active', waitingFor: ['party', 'intakeOfficer', 'mediationCoordinator'] },
  designated: { tag: 'active', waitingFor: ['party'] },
  assigned: { tag: 'active', waitingFor: ['mediator'] },
  inMediation: { tag: 'active', waitingFor: ['mediator', 'party'] },
  suspendedReview: {
    tag: 'inactive',
    waitingFor: ['intakeOfficer', 'judge', 'mediationCoordinator'],
    pauses: true,
  },
  agreementDraft: { tag: 'active', waitingFor: ['mediator', 'party'] },
  signed: { tag: 'active', decided: true, waitingFor: ['mediator', 'mediationCoordinator'] },
  filed: { tag: 'closed', decided: true, waitingFor: ['party'] },
  terminated: { tag: 'closed', waitingFor: [] },
} as const satisfies Record<string, StateSpec>

type State = keyof typeof states

const before: State[] = ['selecting', 'designated', 'assigned', 'inMediation', 'agreementDraft']
const live: State[] = ['proposed', 'suspendedReview', ...before]
const every: State[] = [...live, 'signed', 'filed', 'terminated']

const mediator = person
const consents = parties

const events: Record<string, EventForm> = {
  propose: { kind: word('delegated', 'entrusted', 'institutional'), consents: optional(consents) },
  consent: {},
  refuse: {},
  reportUnreachable: { party },
  jointSelect: { mediator },
  designate: { mediator },
  refuseAgain: {},
  acceptDesignation: {},
  refuseDesignation: {},
  disclose: { circumstance: text },
  consentToMediator: {},
  acceptAndSignReceipt: {},
  decline: {},
  requestRecusal: { why: text },
  decideRecusal: { outcome: word('keep', 'replace') },
  replaceMediator: { why: text },
  addMediator: { mediator, consents },
  joinThird: { partyId: party, consents },
  extend: { until: futureDay, consents },
  recordUndisputedFacts: { facts: text, signedBy: parties },
  startAppraisal: {},
  endAppraisal: {},
  suspectSham: {},
  clear: {},
  confirmSham: {},
  reachAgreement: { terms: text, partial: optional(yesNo) },
  revise: { consents },
  signAll: { signedOn: day, signatures: optional(signatures) },
  refuseSign: {},
  fileWithCourt: {},
  gapTooWide: {},
  withdraw: { settledPrivately: optional(yesNo) },
  complain: { conduct: text },
  decideComplaint: { measure: word('none', 'correction', 'warning', 'circular', 'removal') },
  confirmationApplied: {},
  parentClosed: { state: optional(text), outcome: optional(text) },
  ...universalEvents,
}

// Procedures of status, payment orders and public summons are not mediated (L2 143).
const mediable = condition('mediable', ({ context }) => context.subject !== 'specialProcedure')

/** The court delegates or entrusts; a tribunal or a party turns to an institution (L6 2, 11). */
const kindFitsProposer = condition('kindFitsProposer', ({ event: { by, data } }) =>
  by === 'intakeOfficer'
    ? data.kind === 'delegated'
    : by === 'judge'
      ? data.kind !== 'institutional'
      : data.kind === 'institutional',
)

const allHaveConsented = condition('allHaveConsented', ({ context, event }) =>
  inPlay(context).every(({ id }) => id === event.party || event.data.consents?.includes(id)),
)

/** On the roster, not barred; from Hong Kong or Macao only where a party is connected there (L6 5–6, 15; L7 6). */
const eligibleMediator: Condition[] = [
  condition('mediatorListed', ({ event }) => listedMediator(event)),
  condition(
    'mediatorNotBarred',
    ({ context, event }) => !marked(context, 'barred').includes(event.data.mediator ?? ''),
  ),
  condition(
    'mediatorNotInvolved',
    ({ event: { data, people } }) =>
      !tookPart(people[data.mediator ?? ''], 'judge', 'appellateJudge', 'arbitrator', 'juror'),
  ),
  condition('mediatorConnected', ({ context, event }) => {
    const origin = event.people[event.data.mediator ?? '']?.origin
    return (
      (origin !== 'HK' && origin !== 'MO') || inPlay(context).some(({ hongKongOrMacao }) => hongKongOrMacao)
    )
  }),
]

const listedMediator = ({ data, people }: Moment['event']) =>
  people[data.mediator ?? '']?.listed.includes('mediator') ?? false

const allChoseThisOne = condition('allChoseThisOne', ({ context, event }) =>
  inPlay(context).every(
    ({ id }) => id === event.party || context.facts.choices?.[id] === event.data.mediator,
  ),
)

const noOpenDisclosure = condition(
  'noOpenDisclosure',
  ({ context }) => marked(context, 'disclosed').length === 0,
)
const noOpenRecusal = condition(
  'noOpenRecusal',
  ({ context }) => marked(context, 'recusalAsked').length === 0,
)
const clearToMediate = [noOpenDisclosure, noOpenRecusal]

const signedByAll = condition('signedByAll', ({ context, event: { data } }) =>
  inPlay(context).every(({ id }) => data.signedBy?.includes(id)),
)

/** Where signatures are listed one by one, every party's is there, and none lies in the future (L6 24; L7 19). */
const allHaveSigned = condition('allHaveSigned', ({ context, event: { data, on } }) => {
  const { signatures } = data
  return (
    signatures === undefined ||
    (inPlay(context).every(({ id }) => signatures.some(signature => signature.party === id)) &&
      signatures.every(signature => signature.on <= on))
  )
})

/** The court's period by the procedure of the suit; small claims are heard summarily (L6 27). */
const periodOf = ({ context: { facts } }: Moment): RuleId =>
  facts.kind === 'institutional'
    ? 'mediation.institutional'
    : facts.kind === 'delegated'
      ? 'mediation.delegated'
      : facts.parentProcedure === 'summary' || facts.parentProcedure === 'smallClaims'
        ? 'mediation.entrusted.summary'
        : 'mediation.entrusted.ordinary'

const periods: RuleId[] = [
  'mediation.delegated',
  'mediation.entrusted.ordinary',
  'mediation.entrusted.summary',
  'mediation.institutional',
]
const periodRuns = condition('periodRuns', ({ context }) =>
  periods.some(rule => Object.values(context.clocks[rule] ?? {}).includes('armed')),
)
const periodStarted = ({ context }: Moment) => periods.some(rule => context.clocks[rule] !== undefined)

/** Who watches over the mediation: the court that sent it, else the organisation that leads it. */
const overseer = ({ context }: Moment): Role =>
  context.facts.parentPathway === 'litigation' ? 'intakeOfficer' : 'mediationCoordinator'

/** The report and the materials go back; what was offered or conceded never does (L6 21, 22, 26). */
const failed = (reason: string): Verb[] => [
  set({ reason }),
  issue('terminationReport'),
  ask(() => ({ type: 'carry', kinds: ['terminationReport', 'undisputedFacts'] })),
  tell('parent', 'mediationFailed', () => ({ reason })),
]

const nameMediator = set(({ event: { data, people } }) =>
  data.mediator === undefined
    ? {}
    : { mediator: data.mediator, style: people[data.mediator]?.style ?? 'facilitative' },
)

const appoint: Verb[] = [
  nameMediator,
  ask(({ context }) => ({ type: 'assign', role: 'mediator', person: context.facts.mediator ?? null })),
  disarm('mediation.select'),
  disarm('mediation.designate'),
  disarm('mediation.designation'),
  arm('mediation.online.accept'),
]

const release: Verb[] = [
  ask(({ context }) => ({ type: 'dismiss', role: 'mediator', person: context.facts.mediator ?? null })),
  set({ choices: {} }),
  unmark('accepted', 'disclosed', 'cleared', 'recusalAsked'),
]

const replace: Verb[] = [
  mark('replaced', ({ context }) => context.facts.mediator),
  mark('barred', ({ context }) => context.facts.mediator),
  ...release,
  closeTask('mediation.recusal.decide'),
  arm('mediation.select'),
]

const dueDay = ({ event }: Moment) => event.data.dueOn

const rows = [
  row(
    'M1',
    'L6 2',
    ['unopened'],
    'propose',
    to('selecting', {
      by: ['intakeOfficer', 'judge', 'arbitrator', 'party'],
      if: [mediable],
      data: [kindFitsProposer],
      when: [allHaveConsented],
      do: [opened(), arm('mediation.select')],
    }),
    to('proposed', {
      by: ['intakeOfficer', 'judge', 'arbitrator', 'party'],
      if: [mediable],
      data: [kindFitsProposer],
      when: [not(allHaveConsented)],
      do: [opened(), arm('mediation.propose')],
    }),
  ),
  row(
    'M2',
    'L6 11',
    ['proposed'],
    'consent',
    to('selecting', {
      by: ['party'],
      if: [ownNotMarked('consentGiven', 'ownConsentNotYetGiven')],
      when: [lastToAct('consented')],
      do: [mark('consented'), mark('consentGiven'), disarm('mediation.propose'), arm('mediation.select')],
    }),
    stay({
      by: ['party'],
      if: [ownNotMarked('consentGiven', 'ownConsentNotYetGiven')],
      when: [not(lastToAct('consented'))],
      do: [mark('consented'), mark('consentGiven')],
    }),
  ),
  row('M3', 'L6 26', ['proposed'], 'refuse', to('terminated', { by: ['party'], do: failed('refused') })),
  row(
    'M4',
    'L7 25(3)',
    ['proposed'],
    'deadlineLapsed',
    to('terminated', { by: ['clock'], when: [ruleIs('mediation.propose')], do: failed('unreachable') }),
  ),
  row(
    'M5',
    'L7 25(3)',
    ['proposed', 'designated'],
    'reportUnreachable',
    to('terminated', {
      by: ['mediationCoordinator', 'intakeOfficer'],
      data: [partyInPlay],
      do: failed('unreachable'),
    }),
  ),
  row(
    'M6',
    'L6 12; L7 10',
    ['selecting'],
    'jointSelect',
    to('assigned', {
      by: ['party'],
      data: eligibleMediator,
      when: [allChoseThisOne],
      do: [choose(), ...appoint],
    }),
    stay({ by: ['party'], data: eligibleMediator, when: [not(allChoseThisOne)], do: [choose()] }),
  ),
  row(
    'M7',
    'L7 10',
    ['selecting'],
    'deadlineLapsed',
    stay({
      by: ['clock'],
      when: [ruleIs('mediation.select')],
      do: [openTask('mediation.select.lapsed', overseer), arm('mediation.designate', { base: dueDay })],
    }),
  ),
  row(
    'M8',
    'L6 12; L7 10',
    ['selecting'],
    'designate',
    to('designated', {
      by: ['intakeOfficer', 'judge', 'mediationCoordinator'],
      data: eligibleMediator,
      do: [
        nameMediator,
        disarm('mediation.select'),
        disarm('mediation.designate'),
        unmark('accepted'),
        arm('mediation.designation'),
      ],
    }),
  ),
  row(
    'M9',
    'L7 14',
    ['selecting'],
    'refuseAgain',
    to('terminated', {
      by: ['party'],
      if: [isMarked('replaced', 'mediatorWasReplaced')],
      do: failed('refused'),
    }),
  ),
  row(
    'M10',
    'L6 12',
    ['designated'],
    'acceptDesignation',
    to('assigned', {
      by: ['party'],
      if: [ownNotMarked('accepted', 'ownAcceptanceNotYetGiven')],
      when: [lastToAct('accepted')],
      do: [mark('accepted'), ...appoint],
    }),
    stay({
      by: ['party'],
      if: [ownNotMarked('accepted', 'ownAcceptanceNotYetGiven')],
      when: [not(lastToAct('accepted'))],
      do: [mark('accepted')],
    }),
  ),
  row(
    'M11',
    'L6 12',
    ['designated'],
    'refuseDesignation',
    to('terminated', { by: ['party'], do: failed('refused') }),
  ),
  row(
    'M12',
    'L7 25(3)',
    ['designated'],
    'deadlineLapsed',
    to('terminated', { by: ['clock'], when: [ruleIs('mediation.designation')], do: failed('unreachable') }),
  ),
  row(
    'M13',
    'L6 15; L7 13',
    ['assigned', 'inMediation'],
    'disclose',
    stay({
      by: ['mediator'],
      do: [unmark('cleared'), mark('disclosed', ({ context }) => context.facts.mediator)],
    }),
  ),
  row(
    'M14',
    'L7 13',
    ['assigned', 'inMediation'],
    'consentToMediator',
    stay({
      by: ['party'],
      if: [isMarked('disclosed', 'disclosureOpen')],
      when: [lastToAct('cleared')],
      do: [unmark('disclosed', 'cleared')],
    }),
    stay({
      by: ['party'],
      if: [isMarked('disclosed', 'disclosureOpen')],
      when: [not(lastToAct('cleared'))],
      do: [mark('cleared')],
    }),
  ),
  row(
    'M15',
    'L6 14, 27; L7 24',
    ['assigned'],
    'acceptAndSignReceipt',
    to('inMediation', {
      by: ['mediator'],
      if: clearToMediate,
      do: [
        disarm('mediation.online.accept'),
        arming(
          periods,
          arm(moment => (periodStarted(moment) ? null : periodOf(moment))),
        ),
        notify('rightsInMediation'),
      ],
    }),
  ),
  row(
    'M16',
    'L7 12',
    ['assigned'],
    'decline',
    to('selecting', {
      by: ['mediator'],
      do: [...release, disarm('mediation.online.accept'), arm('mediation.select')],
    }),
  ),
  row(
    'M17',
    'L7 12',
    ['assigned'],
    'deadlineLapsed',
    to('selecting', {
      by: ['clock'],
      when: [ruleIs('mediation.online.accept')],
      do: [...release, arm('mediation.select', { base: dueDay })],
    }),
  ),
  row(
    'M18',
    'L6 15',
    ['assigned', 'inMediation'],
    'requestRecusal',
    stay({
      by: ['party'],
      do: [mark('recusalAsked'), openTask('mediation.recusal.decide', 'mediationCoordinator')],
    }),
  ),
  row(
    'M19',
    'L6 13, 15',
    ['assigned', 'inMediation'],
    'decideRecusal',
    stay({
      by: ['mediationCoordinator', 'intakeOfficer', 'judge'],
      if: [isMarked('recusalAsked')],
      when: [says('outcome', 'keep')],
      do: [unmark('recusalAsked'), closeTask('mediation.recusal.decide')],
    }),
    to('selecting', {
      by: ['mediationCoordinator', 'intakeOfficer', 'judge'],
      if: [isMarked('recusalAsked')],
      when: [says('outcome', 'replace')],
      do: replace,
    }),
  ),
  row(
    'M20',
    'L6 13, 28',
    ['assigned', 'inMediation', 'agreementDraft'],
    'replaceMediator',
    to('selecting', { by: ['mediationCoordinator', 'intakeOfficer'], do: replace }),
  ),
  row(
    'M21',
    'L6 13, 14; L7 11',
    ['inMediation', 'agreementDraft'],
    'addMediator',
    stay({
      by: ['mediationCoordinator', 'intakeOfficer'],
      data: [allConsent, ...eligibleMediator],
      do: [ask(({ event }) => ({ type: 'assign', role: 'mediator', person: event.data.mediator ?? null }))],
    }),
  ),
  row(
    'M21',
    'L6 13, 14; L7 11',
    ['inMediation', 'agreementDraft'],
    'joinThird',
    stay({ by: ['mediator'], data: [allConsent, newcomer()], do: [join()] }),
  ),
  row(
    'M22',
    'L6 27; L7 25(6)',
    ['inMediation', 'agreementDraft'],
    'extend',
    stay({
      by: ['mediator', 'party'],
      if: [periodRuns],
      data: [allConsent],
      do: [
        ...periods.map(period => extend(period, 'all', 'until')),
        ask(({ context, event }) =>
          context.facts.kind === 'entrusted'
            ? { type: 'tell', to: 'parent', event: 'mediationExtended', data: { until: event.data.until } }
            : null,
        ),
      ],
    }),
  ),
  row(
    'M23',
    'L7 18, 22',
    ['inMediation'],
    'recordUndisputedFacts',
    stay({
      by: ['mediator'],
      data: [signedByAll],
      do: [issue('undisputedFacts', ({ event }) => event.data.facts)],
    }),
  ),
  row(
    'M24',
    'L7 26',
    ['inMediation'],
    'startAppraisal',
    stay({ by: ['mediator'], do: [pause('mediation.delegated')] }),
  ),
  row(
    'M24',
    'L7 26',
    ['inMediation'],
    'endAppraisal',
    stay({ by: ['mediator'], do: [resume('mediation.delegated')] }),
  ),
  row(
    'M25',
    'L6 18',
    ['inMediation', 'agreementDraft'],
    'suspectSham',
    to('suspendedReview', { by: ['mediator'], do: [pause('*'), openTask('sham.review', overseer)] }),
  ),
  row(
    'M26',
    'L6 18',
    ['suspendedReview'],
    'clear',
    to('inMediation', {
      by: ['intakeOfficer', 'judge', 'mediationCoordinator'],
      do: [resume('*'), closeTask('sham.review')],
    }),
  ),
  row(
    'M27',
    'L6 18',
    ['suspendedReview'],
    'confirmSham',
    to('terminated', { by: ['intakeOfficer', 'judge', 'mediationCoordinator'], do: failed('sham') }),
  ),
  row(
    'M28',
    'L6 23, 24; L8 14',
    ['inMediation'],
    'reachAgreement',
    to('agreementDraft', {
      by: ['mediator'],
      if: clearToMediate,
      do: [issue('agreement', ({ event }) => event.data.terms)],
    }),
  ),
  row('M29', '', ['agreementDraft'], 'revise', to('inMediation', { by: ['mediator'], data: [allConsent] })),
  row(
    'M30',
    'L6 24; L7 19; L10 29',
    ['agreementDraft'],
    'signAll',
    to('signed', {
      by: ['mediator'],
      data: [allHaveSigned],
      do: [
        set(({ event }) => ({ effectiveOn: lastSignature(event.data) })),
        ...periods.map(period => disarm(period)),
        arming(
          ['confirmation.apply'],
          arm(
            ({ context: { facts } }) =>
              facts.kind !== 'entrusted' && facts.parentPathway !== 'arbitration'
                ? 'confirmation.apply'
                : null,
            {
              base: ({ event }) => lastSignature(event.data),
            },
          ),
        ),
      ],
    }),
  ),
  row(
    'M31',
    'L6 26; L7 25',
    ['agreementDraft'],
    'refuseSign',
    to('terminated', { by: ['party'], do: failed('noAgreement') }),
  ),
  row(
    'M32',
    'L6 19, 20',
    ['signed'],
    'fileWithCourt',
    to('filed', {
      by: ['mediator', 'mediationCoordinator'],
      do: [
        ask(() => ({ type: 'carry', kinds: ['agreement', 'undisputedFacts'] })),
        tell('parent', 'mediationSucceeded'),
      ],
    }),
  ),
  row(
    'M33',
    'CPL 205',
    ['signed', 'filed'],
    'deadlineLapsed',
    stay({
      by: ['clock'],
      when: [ruleIs('confirmation.apply')],
      do: [set({ confirmationLapsed: true }), notify('suitOnAgreementRemains')],
    }),
  ),
  row(
    'M34',
    'CPL 205',
    ['signed', 'filed'],
    'confirmationApplied',
    stay({ by: ['system'], do: [disarm('confirmation.apply')] }),
  ),
  row(
    'M35',
    'L7 25(6)',
    before,
    'deadlineLapsed',
    to('terminated', { by: ['clock'], when: [ruleIs(...periods)], do: failed('periodExpired') }),
  ),
  row(
    'M36',
    'L6 26(2); L7 25(2)',
    live,
    'withdraw',
    to('terminated', { by: ['party'], do: failed('withdrawn') }),
  ),
  row(
    'M37',
    'L6 26(3)',
    ['inMediation', 'agreementDraft'],
    'gapTooWide',
    to('terminated', { by: ['mediator'], do: failed('gapTooWide') }),
  ),
  row(
    'M38',
    'L6 28',
    every,
    'complain',
    stay({ by: ['party'], do: [mark('complaint'), openTask('complaint.review', 'administrator')] }),
  ),
  row(
    'M39',
    'L6 28',
    every,
    'decideComplaint',
    stay({
      by: ['administrator'],
      if: [isMarked('complaint', 'complaintOpen')],
      when: [says('measure', 'removal')],
      do: [
        unmark('complaint'),
        closeTask('complaint.review'),
        ask(({ context }) => ({ type: 'strike', person: context.facts.mediator ?? null })),
        openTask('mediation.recusal.decide', 'mediationCoordinator'),
      ],
    }),
    stay({
      by: ['administrator'],
      if: [isMarked('complaint', 'complaintOpen')],
      when: [not(says('measure', 'removal'))],
      do: [unmark('complaint'), closeTask('complaint.review')],
    }),
  ),
  row(
    'M40',
    '',
    [...live, 'signed'],
    'parentClosed',
    to('terminated', { by: ['system'], do: [set({ reason: 'parentClosed' })] }),
  ),
]

export const mediation = pathway<State>({
  name: 'mediation',
  version: 1,
  states,
  events,
  rows,
  universal: universal(every),
})

/** Special mediation is modelled as held on the court platform (L7). */
function opened(): Verb {
  return {
    name: 'set',
    run: ({ context, event: { data, party } }) => {
      context.facts.online = true
      if (data.kind !== undefined) context.facts.kind = data.kind
      context.marks.consented = [...(data.consents ?? []), ...(party === undefined ? [] : [party])]
      context.marks.consentGiven = [...(data.consents ?? [])]
    },
  }
}

function choose(): Verb {
  return set(({ context, event: { party: chooser, data } }) => ({
    choices: {
      ...context.facts.choices,
      ...(chooser !== undefined && data.mediator !== undefined && { [chooser]: data.mediator }),
    },
  }))
}

function newcomer(): Condition {
  return condition('newcomerKnown', ({ context, event }) =>
    context.parties.some(({ id, out }) => id === event.data.partyId && out),
  )
}

function join(): Verb {
  return {
    name: 'join',
    run: ({ context, event, effects }) => {
      const joined = context.parties.find(({ id }) => id === event.data.partyId)
      if (!joined) return
      joined.out = false
      effects.push({ type: 'joinParty', party: joined.id })
    },
  }
}

function lastSignature({ signatures = [], signedOn = '' }: Moment['event']['data']): string {
  return signatures.reduce((last, { on }) => (on > last ? on : last), signatures[0]?.on ?? signedOn)
}
