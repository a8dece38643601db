import { admits, type Pathway } from '../../workflows/pathway.ts'
import { deadlineRules } from '../../workflows/rules/deadlines.ts'
import { isRuleId } from '../../workflows/rules/ruleIds.ts'
import { partFor, type Choice, type Saved, type Step } from '../../workflows/step.ts'
import { answeredBy, ends, isAwaited, ownAmong } from './awaitedPeriods.ts'
import { foresee } from '../proceedings/foresee.ts'
import {
  citedText,
  eventText,
  pathwayText,
  partyText,
  roleText,
  ruleText,
  stateText,
  type Known,
  type Words,
} from '../proceedings/words.ts'
import type { Left } from '../web/format.ts'
import type { BothSides } from './bothSides.ts'
import type { Opening } from './seen.ts'
import type { Standing } from './seenQueries.ts'
import type { Period } from './showQueries.ts'
import { waitsOf, type Waits } from './waits.ts'

export type Link = { href: string; text: string }

export type Next = {
  /** The reader has nothing to do but wait. */
  waits: boolean
  what: string
  who: string
  by?: { on: string; left: Left }
  /** The period that the reader's next act answers. */
  period?: Period
  why: string[]
  act?: Link
  others: Link[]
  rest: string[]
}

type Given = {
  words: Words
  known: Known
  pathway: Pathway
  standing: Standing
  saved: Saved
  offers: Choice[]
  periods: Period[]
  others: Standing[]
  /** What runs in those other proceedings. */
  elsewhere: Period[]
  openings: Opening[]
  /** Where the sides have different dates for a period: those dates, and the safe one. */
  both: (period: Period) => BothSides | undefined
  at: string
  today: string
}

/** What happens next: who must act, until when and why, seen by this reader. */
export function nextOf(given: Given): Next {
  const { words, standing, offers } = given
  const { t, fmt } = words
  const name = standing.pathway
  const running = given.periods.filter(({ status }) => status === 'armed')
  const waits = waitsOf(given, running)
  const main = mainAct(given, waits, running)
  const own = main && running.find(period => ends(main.ways, period))
  const opening = main ? undefined : given.openings.find(({ pathway }) => running.some(answeredBy(pathway)))
  const act = main
    ? { ...main, pathway: name, href: addressOf(standing, main.type) }
    : opening && { ...opening, href: `open/${opening.pathway}/${opening.type}` }
  const period =
    own ??
    (main ? ownOf(given, running) : opening && running.find(answeredBy(opening.pathway))) ??
    waits.periods.find(each => (main === undefined || each.party_id === '') && isAwaited(given, each))
  const both = period && given.both(period)
  const others = offers
    .filter(({ possible, type }) => possible && type !== main?.type && !kept.has(type))
    .map(({ type }) => ({ href: addressOf(standing, type), text: eventText(words, name, type, 'title') }))
  const stateNext = t('case:sentence', {
    text: t(`${name}:state.${standing.state}.next`, waits.words),
  })
  const basis = act?.basis ?? ''
  const title = act && eventText(words, act.pathway, act.type, 'title')
  const why = [
    ...(act ? [eventText(words, act.pathway, act.type, 'hint')] : []),
    ...(period ? [whyThen(words, period)] : []),
    ...(!period && basis !== '' ? [t('case:cited', { cites: citedText(words, basis) })] : []),
  ].filter(Boolean)

  return {
    waits: act === undefined,
    what: title ?? stateNext,
    who: act ? you(given) : whoActs(given, waits),
    ...(period && { by: { on: period.due_on, left: fmt.left(period.due_on, given.today) } }),
    why,
    ...(act && period && { period }),
    ...(act && { act: { href: act.href, text: title ?? '' } }),
    others: main ? others.slice(0, 3) : [],
    rest: [
      ...(both
        ? [t('case:dual.next'), ...(both.elsewhere ? [both.elsewhere.text] : []), ...both.others, both.safe]
        : []),
      ...(act ? [stateNext] : []),
      ...(waits.nobody ? [waits.nobody.may] : []),
      // Those who work on the case have its periods right below.
      ...(words.staff ? [] : running)
        .filter(each => each !== period)
        .slice(0, 3)
        .map(each =>
          t('case:next.also', { rule: whose(words, given.known, each), day: fmt.date(each.due_on) }),
        ),
      ...given.others.map(other =>
        t('case:next.elsewhere', {
          pathway: `${pathwayText(words, other.pathway)} ${String(other.ordinal)}`,
          state: stateText(words, other.pathway, other.state),
        }),
      ),
      ...ownAmong(given.elsewhere, standing).map(each =>
        t('case:next.also', { rule: whose(words, given.known, each), day: fmt.date(each.due_on) }),
      ),
      ...(own ? ifNothing(words, standing, own) : []),
    ],
  }
}

export const addressOf = ({ pathway, ordinal }: Pick<Standing, 'pathway' | 'ordinal'>, type: string) =>
  `${pathway}/${String(ordinal)}/${type}`

/** Acts that each party does once, by the mark that says who has. */
const doneBy: Partial<Record<string, string>> = {
  consent: 'consented',
  acceptDesignation: 'accepted',
  signReceipt: 'receiptSigned',
}

/** Acts that are done once for all, by the mark that they leave. */
const doneOnce: Partial<Record<string, string>> = { holdVerification: 'absent' }

type Main = Choice & { ways: Step[] }

/** Never the next thing to do: what puts something right, complains, or is asked for only when something is wrong. */
const kept = new Set(['correctRecord', 'overruleFinding', 'recomputeDeadlines', 'complain'])
const detours = new Set([
  ...kept,
  'adjourn',
  'applyRestoration',
  'challengeArbitrator',
  'disclose',
  'documentsOnly',
  'extendAward',
  'objectJurisdiction',
  'postpone',
  'requestRecusal',
  'requestSupplement',
  'replaceArbitrator',
  'replaceMediator',
  'repudiate',
  'reportUnreachable',
  'serviceRouteFailed',
  'suspectSham',
])

/**
 * The act that the proceeding waits for from this reader: one that ends a period of the reader's, else the one that is
 * laid down for the state, else the one that takes the proceeding to the nearest state ahead. While others' periods run and none of the reader's, there is none.
 */
function mainAct(given: Given, { roles, acts: laidDown }: Waits, running: Period[]): Main | undefined {
  const { pathway, saved, standing, offers } = given
  const awaited = standing.parts.some(({ role }) => admits(roles, role))
  const parties = standing.parts.flatMap(({ party }) => party ?? [])
  const mine = running.filter(({ party_id }) => party_id === '' || parties.includes(party_id))
  // Whoever proposed a mediation may still agree to it, but nobody waits for that.
  const isDone = (type: string) =>
    parties.some(id => saved.context.marks[doneBy[type] ?? '']?.includes(id)) ||
    saved.context.marks[doneOnce[type] ?? ''] !== undefined
  const acts = offers
    .filter(({ possible, type }) => possible && !detours.has(type) && !isDone(type))
    .map((offer): Main => {
      const part = partFor(pathway, saved, offer.type, standing.parts)
      return {
        ...offer,
        ways: part ? foresee({ pathway, saved, part, type: offer.type, at: given.at, on: given.today }) : [],
      }
    })
    .filter(
      ({ type, ways }) =>
        ways.length === 0 || laidDown?.includes(type) || ways.some(way => !closes(pathway, way)),
    )
  const place = ({ type }: Main) => {
    const at = laidDown?.indexOf(type) ?? -1
    return at < 0 ? Infinity : at
  }
  const inOrder = acts.toSorted((a, b) => place(a) - place(b))
  const ending = inOrder.find(({ ways }) => mine.some(period => period.party_id !== '' && ends(ways, period)))
  if (ending) return ending
  if (
    !awaited ||
    (parties.length > 0 &&
      running.some(({ party_id }) => party_id !== '') &&
      mine.every(({ party_id }) => party_id === ''))
  )
    return undefined
  if (laidDown) return inOrder.find(act => place(act) < Infinity)

  const order = Object.keys(pathway.states)
  const ahead = (act: Main): number => {
    const steps = act.ways
      .filter(way => way.saved.state !== standing.state && !isAside(pathway, way))
      .map(way => order.indexOf(way.saved.state) - order.indexOf(standing.state))
      .filter(distance => distance > 0)
    return steps.length > 0 ? Math.min(...steps) : Infinity
  }
  const [first] = acts.map(act => ({ act, distance: ahead(act) })).sort((a, b) => a.distance - b.distance)
  return first?.act
}

const closes = (pathway: Pathway, { saved }: Step) => pathway.states[saved.state]?.tag === 'closed'
const isAside = (pathway: Pathway, { saved }: Step) => {
  const state = pathway.states[saved.state]
  return Boolean(state?.returns ?? state?.pauses) || state?.tag === 'inactive' || state?.tag === 'closed'
}

/** The reader's own running period: of the party, or one whose lapse the reader's role would have to answer for. */
const ownOf = ({ standing }: Given, running: Period[]): Period | undefined =>
  running.find(({ rule, party_id }) =>
    standing.parts.some(({ role, party }) =>
      party === undefined ? isRuleId(rule) && deadlineRules[rule].lapseTask === role : party === party_id,
    ),
  )

export const whose = (words: Words, known: Known, { rule, party_id }: Pick<Period, 'rule' | 'party_id'>) =>
  party_id === ''
    ? ruleText(words, rule)
    : words.t('proceedings:effect.of', {
        rule: ruleText(words, rule),
        party: partyText(words, known, party_id),
      })

const whyThen = (words: Words, { rule, base_on, basis }: Period) =>
  words.t('case:next.why', {
    rule: ruleText(words, rule),
    day: words.fmt.date(base_on),
    cites: citedText(words, basis[0] ?? ''),
  })

function ifNothing(words: Words, standing: Standing, { rule }: Period): string[] {
  if (!isRuleId(rule)) return []
  const { bar, lapseTask } = deadlineRules[rule]
  if (bar) return [words.t('case:next.bar')]
  return lapseTask && !standing.parts.some(({ role }) => role === lapseTask)
    ? [words.t('case:next.decides', { role: roleText(words, lapseTask, standing.pathway) })]
    : []
}

function you({ words, known, standing }: Given): string {
  const parties = standing.parts.flatMap(({ party }) => party ?? [])
  if (parties.length > 0) {
    const names = parties.map(id => partyText(words, known, id)).join(words.t('proceedings:comma'))
    return words.t('case:next.you', { name: names })
  }
  const roles = [...new Set(standing.parts.map(({ role }) => roleText(words, role, standing.pathway)))]
  return words.t('case:next.youAs', { role: roles.join(words.t('proceedings:comma')) })
}

function whoActs({ words, known, standing, saved }: Given, { roles, parties, nobody }: Waits): string {
  const named = roles.flatMap(role =>
    role === 'party' || role === 'claimant' || role === 'respondent' || role === 'thirdParty'
      ? saved.context.parties
          .filter(({ out, side }) => !out && (role === 'party' ? side !== 'thirdParty' : side === role))
          .map(({ id }) => partyText(words, known, id))
      : [roleText(words, role, standing.pathway)],
  )
  const names = [...parties.map(id => partyText(words, known, id)), ...named]
  return names.length === 0
    ? (nobody?.who ?? words.t('case:next.nobody'))
    : [...new Set(names)].join(words.t('proceedings:comma'))
}
