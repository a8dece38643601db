import { condition, marked, ruleIs } from './conditions.ts'
import { tookPart } from './conflicts.ts'
import { futureDay, line, lines, optional, person, text, word, yesNo, type EventForm } from './fields.ts'
import { settle } from './litigation/context.ts'
import { pathway, type StateSpec } from './pathway.ts'
import { universal, universalEvents } from './universal.ts'
import {
  arm,
  ask,
  closeTask,
  disarm,
  extend,
  issue,
  mark,
  notify,
  openTask,
  set,
  tell,
  unmark,
} from './verbs.ts'
import { row, stay, to, type Effect, type Moment, type Verb } from './vocabulary.ts'

const states = {
  open: { tag: 'active', waitingFor: ['judge'] },
  scoped: { tag: 'active', waitingFor: ['judge'] },
  partyProvision: { tag: 'active', waitingFor: ['party', 'lawExpert'] },
  courtAscertaining: { tag: 'active', waitingFor: ['judge', 'lawExpert'] },
  submitted: { tag: 'active', waitingFor: ['judge'] },
  commented: { tag: 'active', waitingFor: ['judge', 'party'] },
  supplementing: { tag: 'active', waitingFor: ['party', 'lawExpert'] },
  defaulted: { tag: 'active', waitingFor: ['judge'] },
  confirmed: { tag: 'closed', waitingFor: [] },
  judgeDetermined: { tag: 'closed', waitingFor: [] },
  unascertainable: { tag: 'closed', waitingFor: [] },
  closedNotNeeded: { tag: 'closed', waitingFor: [] },
} as const satisfies Record<string, StateSpec>

type State = keyof typeof states

const live: State[] = [
  'open',
  'scoped',
  'partyProvision',
  'courtAscertaining',
  'submitted',
  'commented',
  'supplementing',
  'defaulted',
]
const every: State[] = [...live, 'confirmed', 'judgeDetermined', 'unascertainable', 'closedNotNeeded']

/** The ways in which the content of another law may be found out (L5 2). */
export const channels = [
  'parties',
  'judicialAssistance',
  'embassy',
  'cooperationMechanism',
  'expertCommittee',
  'institutionOrExpert',
  'other',
] as const

/** Ways in which somebody else than the parties or an authority speaks on the law. */
const throughExperts: readonly string[] = ['cooperationMechanism', 'expertCommittee', 'institutionOrExpert']

const request: EventForm = {
  channel: word(...channels),
  expert: optional(person),
  dueOn: optional(futureDay),
}

const events: Record<string, EventForm> = {
  openAscertainment: { law: line, chosen: yesNo },
  fixScope: { questions: lines },
  orderParties: { dueOn: optional(futureDay) },
  commission: request,
  submit: { materials: lines, noInterestStatement: optional(yesNo), qualification: optional(text) },
  extend: { dueOn: futureDay, why: optional(text) },
  insufficient: request,
  hearParties: {},
  examineExpert: { online: yesNo },
  objectToLaw: { why: text },
  supplement: { dueOn: futureDay },
  confirm: { priorJudgment: optional(text) },
  determine: { reasons: text },
  exhausted: { reasons: text },
  declareUnascertainable: { reasons: text },
  changeOfLaw: {},
  parentClosed: { state: optional(text), outcome: optional(text) },
  ...universalEvents,
}

/** Whoever chose a law has to provide it; otherwise that is for the court (L5 1). */
const lawChosen = condition('lawChosen', ({ context }) => context.facts.chosen === true)

const channelUntried = condition(
  'channelUntried',
  ({ context, event }) => !(context.facts.channels ?? []).includes(event.data.channel ?? ''),
)

/** On a register, and nobody who mediated the dispute, sat in it or spoke for a party (L6 16). */
const expertFits = [
  condition(
    'expertListed',
    ({ event: { data, people } }) =>
      data.expert === undefined || people[data.expert]?.listed.includes('lawExpert') === true,
  ),
  condition(
    'expertNotInvolved',
    ({ event: { data, people } }) =>
      !tookPart(people[data.expert ?? ''], 'mediator', 'judge', 'appellateJudge', 'arbitrator', 'juror'),
  ),
]

/** That a party stayed silent does not show that the law cannot be found (L5 2). */
const notOnlyPartiesAsked = condition('notOnlyPartiesAsked', ({ context: { facts } }) =>
  (facts.channels ?? []).some(channel => channel !== 'parties'),
)
const twoChannelsTried = condition(
  'twoChannelsTried',
  ({ context: { facts } }) => new Set(facts.channels).size >= 2,
)

/** Whoever gives evidence of the law says that it has no interest in the case, and what it knows it from (L5 4). */
const expertDeclares = [
  condition(
    'noInterestDeclared',
    ({ event: { by, data } }) => by !== 'lawExpert' || data.noInterestStatement === true,
  ),
  condition(
    'qualificationKnown',
    ({ event: { by, data, person = '', people } }) =>
      by !== 'lawExpert' ||
      data.qualification !== undefined ||
      people[person]?.listed.includes('lawExpert') === true,
  ),
]

const objectionRaised = condition('objectionRaised', ({ context }) => marked(context, 'objected').length > 0)

/** Content found in an effective judgment stands unless it is rebutted (L5 8(3)). */
const undisputedOrFoundBefore = condition(
  'undisputedOrFoundBefore',
  ({ context, event }) =>
    marked(context, 'objected').length === 0 ||
    marked(context, 'answered').length > 0 ||
    event.data.priorJudgment !== undefined,
)

const tries = (channel: (moment: Moment) => string | undefined): Verb =>
  set(moment => ({ channels: [...(moment.context.facts.channels ?? []), channel(moment) ?? 'other'] }))

/** The channel chosen is tried; whoever is to speak on the law there sees this proceeding and nothing else. */
const asks: Verb[] = [
  tries(({ event }) => event.data.channel),
  ask(({ event: { data } }): Effect[] =>
    throughExperts.includes(data.channel ?? '') || data.expert !== undefined
      ? [{ type: 'assign', role: 'lawExpert', person: data.expert ?? null }]
      : [],
  ),
  settle('lawAscertainment.provide'),
  settle('lawAscertainment.reply'),
  arm('lawAscertainment.reply', { due: 'dueOn' }),
  closeTask('law.unascertained'),
]

const received = issue('foreignLaw', ({ event: { data } }) =>
  [...(data.materials ?? []), ...(data.qualification === undefined ? [] : [data.qualification])].join('\n'),
)

const ends = (outcome: string): Verb[] => [
  set({ outcome }),
  issue('ascertainedLaw', ({ event: { data } }) => data.reasons ?? data.priorJudgment),
  tell('parent', 'lawAscertained', () => ({ outcome })),
]

const rows = [
  row(
    'W1',
    'L5 1',
    ['unopened'],
    'openAscertainment',
    to('open', {
      by: ['judge'],
      do: [
        set(({ event: { data } }) => ({ law: data.law ?? '', chosen: data.chosen ?? false, channels: [] })),
        ask(({ event }) =>
          event.person === undefined ? null : { type: 'assign', role: 'judge', person: event.person },
        ),
      ],
    }),
  ),
  row('W2', 'L5 6', ['open'], 'fixScope', to('scoped', { by: ['judge'] })),
  row(
    'W3',
    'L5 1, 9',
    ['scoped'],
    'orderParties',
    to('partyProvision', {
      by: ['judge'],
      if: [lawChosen],
      do: [tries(() => 'parties'), arm('lawAscertainment.provide', { due: 'dueOn' })],
    }),
  ),
  row(
    'W4',
    'L5 2',
    ['scoped', 'defaulted'],
    'commission',
    to('courtAscertaining', { by: ['judge'], data: [channelUntried, ...expertFits], do: asks }),
  ),
  row(
    'W5',
    'L5 3–4',
    ['partyProvision', 'courtAscertaining', 'defaulted'],
    'submit',
    to('submitted', {
      by: ['party', 'lawExpert'],
      data: expertDeclares,
      do: [
        received,
        disarm('lawAscertainment.provide'),
        disarm('lawAscertainment.reply'),
        closeTask('law.unascertained'),
      ],
    }),
  ),
  row(
    'W6',
    'L5 9',
    ['partyProvision'],
    'extend',
    stay({ by: ['judge'], do: [extend('lawAscertainment.provide')] }),
  ),
  row(
    'W7',
    'L5 9',
    ['partyProvision'],
    'deadlineLapsed',
    to('defaulted', {
      by: ['clock'],
      when: [ruleIs('lawAscertainment.provide')],
      do: [openTask('law.unascertained', 'judge')],
    }),
  ),
  row(
    'W8',
    'L5 2(2)',
    ['courtAscertaining', 'submitted'],
    'insufficient',
    to('courtAscertaining', {
      by: ['judge'],
      data: [channelUntried, ...expertFits],
      do: [ask(() => ({ type: 'dismiss', role: 'lawExpert', person: null })), ...asks],
    }),
  ),
  row('W9', 'L5 5', ['submitted'], 'hearParties', to('commented', { by: ['judge'] })),
  row(
    'W10',
    'L5 2(2), (3)',
    ['courtAscertaining'],
    'exhausted',
    to('unascertainable', {
      by: ['judge'],
      if: [notOnlyPartiesAsked, twoChannelsTried],
      do: ends('unascertainable'),
    }),
  ),
  row(
    'W11',
    'L5 9(2); L3 10',
    ['defaulted'],
    'declareUnascertainable',
    to('unascertainable', { by: ['judge'], if: [lawChosen], do: ends('unascertainable') }),
  ),
  row(
    'W12',
    'L5 8(1), (3)',
    ['commented', 'supplementing'],
    'confirm',
    to('confirmed', { by: ['judge'], data: [undisputedOrFoundBefore], do: ends('confirmed') }),
  ),
  row(
    'W13',
    'L5 8(2)',
    ['commented', 'supplementing'],
    'determine',
    to('judgeDetermined', { by: ['judge'], if: [objectionRaised], do: ends('judgeDetermined') }),
  ),
  row(
    'W14',
    'L5 8(2)',
    ['commented'],
    'supplement',
    to('supplementing', {
      by: ['judge'],
      if: [objectionRaised],
      do: [arm('lawAscertainment.supplement', { due: 'dueOn' })],
    }),
  ),
  row('W15', '', live, ['changeOfLaw', 'parentClosed'], {
    to: 'closedNotNeeded',
    by: ['system'],
    do: [set(({ event }) => ({ reason: event.type })), ...ends('notNeeded')],
  }),
  row(
    'W16',
    'L5 8(2)',
    ['commented', 'supplementing'],
    'objectToLaw',
    stay({ by: ['party'], do: [mark('objected'), unmark('answered')] }),
  ),
  row(
    'W17',
    'L5 8(2)',
    ['supplementing'],
    'submit',
    stay({
      by: ['party', 'lawExpert'],
      data: expertDeclares,
      do: [received, disarm('lawAscertainment.supplement'), mark('answered', 'all')],
    }),
  ),
  row(
    'W18',
    'L5 7',
    ['submitted', 'commented', 'supplementing'],
    'examineExpert',
    stay({
      by: ['judge'],
      do: [
        set(({ event }) => ({ online: event.data.online ?? false })),
        notify('foreignLawOnly', 'lawExpert'),
      ],
    }),
  ),
]

/** How the content of the law of another place is established for a suit that it governs (L5). */
export const lawAscertainment = pathway<State>({
  name: 'lawAscertainment',
  version: 1,
  states,
  events,
  rows,
  universal: universal(every),
})
