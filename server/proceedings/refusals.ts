import { missedRules } from '../../workflows/conditions.ts'
import { deadlineRules } from '../../workflows/rules/deadlines.ts'
import { Refused } from '../../workflows/step.ts'
import { pathwayNames } from '../../workflows/vocabulary.ts'
import { historyItems } from '../cases/history.ts'
import { offersOf } from '../cases/seen.ts'
import { historyOf } from '../cases/showQueries.ts'
import type { Trx } from '../db.ts'
import { offerAt, readAnswers, type Desk } from './desk.ts'
import type { Collided } from './fireEvent.ts'
import type { Body } from './forms.ts'
import { citesOf, conditionText, eventText, labelText, ruleText, stateText, valueText } from './words.ts'

/** What the page of a refusal says: why not, from which facts, what is allowed instead, and what was entered. */
export function refusalPage(desk: Desk, refused: Refused, body: Body) {
  const { words, seen, where } = desk
  const { focus } = seen
  const base = `/cases/${where.reference}`
  return {
    refusal: {
      event: eventText(words, nameOf(desk), where.event, 'title'),
      why: whyText(desk, refused),
      facts: factsOf(desk, refused),
      cites: citesOf(words, refused.basis === '' ? offerAt(desk).basis : refused.basis),
      allowed: [
        ...moreTime(desk),
        ...offersOf(focus)
          .filter(({ possible, type }) => possible && type !== where.event)
          .map(({ type }) => ({
            href: `${base}/${focus.pathway}/${String(focus.ordinal)}/${type}`,
            text: eventText(words, focus.pathway, type, 'title'),
            hint: eventText(words, focus.pathway, type, 'hint'),
          })),
      ],
      ...entry(desk, body),
    },
  }
}

/** What the page of a collision says: what changed since the form was opened, and what was entered. */
export async function collisionPage(trx: Trx, desk: Desk, collided: Collided, body: Body) {
  const { words, known, seen, today } = desk
  const { focus, standings, thisCase } = seen
  const since = Number(body._seen)
  const { entries } = await historyOf(trx, focus.case_id, { limit: 100 })
  const here = entries.filter(({ proceeding_id }) => proceeding_id === focus.id)
  const currency = thisCase?.currency ?? 'CNY'
  const corrects = new Map<string, string>()
  const given = { words, known, entries: here, standings, periods: [], currency, today, corrects }
  const then = here.find(({ pseq }) => pseq === since)?.to_state
  const refused = collided.cause instanceof Refused ? collided.cause : undefined
  return {
    collision: {
      changes: historyItems({ ...given, entries: here.filter(({ pseq }) => pseq > since) }),
      facts: [
        ...(then === undefined || then === focus.state
          ? []
          : [
              [
                words.t('proceedings:refused.now'),
                stateText(words, focus.pathway, then),
                stateText(words, focus.pathway, focus.state),
              ],
            ]),
      ],
      // Sent again, it rests on the case as this page shows it.
      still: refused ? undefined : focus.seq,
      why: refused ? whyText(desk, refused) : '',
      ...entry(desk, body),
      discardHref: `/cases/${desk.where.reference}`,
    },
  }
}

/** Of the proceeding, or of the one that was to be opened. */
const nameOf = ({ pathway, seen }: Desk) =>
  pathwayNames.find(name => name === pathway.name) ?? seen.focus.pathway

function whyText({ words, seen: { focus } }: Desk, { reason, condition }: Refused): string {
  if (reason === 'role') return words.t('proceedings:refused.role')
  if (reason === 'state')
    return words.t('proceedings:refused.state', { state: stateText(words, focus.pathway, focus.state) })
  return conditionText(words.t, condition)
}

/** The facts of the case behind a refusal: how it stands, and which of the actor's periods have passed. */
function factsOf({ words, seen: { focus }, saved, part }: Desk, { reason }: Refused): string[][] {
  const { t, fmt } = words
  const state = [
    [t('proceedings:refused.now'), stateText(words, focus.pathway, focus.state)],
    [t('proceedings:refused.since'), fmt.instant(focus.moved_at)],
  ]
  if (reason !== 'guard') return state
  return Object.entries(saved?.context.clocks ?? {}).flatMap(([rule, clocks]) =>
    part?.party !== undefined && clocks[part.party] === 'lapsed'
      ? [[ruleText(words, rule), t('proceedings:refused.passed')]]
      : [],
  )
}

/** A right that has lapsed may be restored (CPL 86). */
function moreTime({ words, seen: { focus }, where, part, saved }: Desk) {
  const offered = offersOf(focus).some(({ type, possible }) => type === 'applyRestoration' && possible)
  if (!offered || part?.party === undefined || !saved) return []
  const rights = missedRules(saved.context, part.party).filter(rule => deadlineRules[rule].bar)
  return rights.map(rule => ({
    href: `/cases/${where.reference}/${focus.pathway}/${String(focus.ordinal)}/applyRestoration?rule=${rule}`,
    text: words.t('proceedings:askMoreTime'),
    hint: words.t('proceedings:askMoreTime.hint', { rule: ruleText(words, rule) }),
  }))
}

/** What was typed, to be read and to be sent again. */
function entry(desk: Desk, body: Body) {
  const { asked, words, where } = desk
  const answers = readAnswers(desk, body)
  const typed: Record<string, unknown> = answers.ok ? answers.data : {}
  const texts = asked.flatMap(each =>
    Object.entries(each.form).flatMap(([name, field]) => {
      const value = each.prefix === '' ? typed[name] : inside(typed.data, name)
      if (value === undefined) return []
      return [
        [
          labelText(words, each.type, name),
          valueText(words, each.known, { type: each.type, name, field }, value, each.currency),
        ],
      ]
    }),
  )
  return {
    action: `/cases/${where.reference}/${where.pathway}/${where.ordinal}/${where.event}`,
    caseHref: `/cases/${where.reference}`,
    entered: Object.keys(body).length === 0 ? [] : texts,
    fields: Object.entries(body)
      .filter(([name]) => !['_csrf', '_change', '_seen'].includes(name))
      .flatMap(([name, value]) =>
        [value].flat().flatMap(one => (typeof one === 'string' ? [[name, one]] : [])),
      ),
  }
}

const inside = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).find(([key]) => key === name)?.[1]
    : undefined
