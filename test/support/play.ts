import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { Data } from '../../workflows/fields.ts'
import { schemaOf } from '../../workflows/fields.ts'
import type { Pathway } from '../../workflows/pathway.ts'
import {
  computeDeadline,
  daysLeft,
  extended,
  lengthened,
  resumed,
  type Deadline,
  type RuleId,
} from '../../workflows/rules/deadlines.ts'
import { Refused, step, unopened, type Saved, type Step } from '../../workflows/step.ts'
import {
  roles,
  type By,
  type Context,
  type Effect,
  type Envelope,
  type PersonFacts,
} from '../../workflows/vocabulary.ts'

type Running = {
  rule: RuleId
  party: string | undefined
  deadline: Deadline
  left?: number
  lapsed?: true
}

/** Plays one proceeding by the machine alone, with deadlines that lapse as days go by. */
export function play(pathway: Pathway, context: Context, startsOn = '2026-03-02') {
  let saved: Saved = unopened(pathway, context)
  let today = startsOn
  let last: Step | undefined
  const log: Envelope[] = []
  const running = new Map<string, Running>()
  const people: Record<string, PersonFacts> = {}
  let agent: Envelope['agent']

  const envelope = (who: string, type: string, data: Data): Envelope => {
    const side = saved.context.parties.find(({ id }) => id === who)?.side
    const by = roleOf(side ?? who)
    const at = `${today}T01:00:00Z`
    return {
      ...{ type, by, at, on: today, data, people, person: who },
      ...(side && { party: who, ...(agent && { agent }) }),
    }
  }

  const fire = (event: Envelope): Step => {
    last = step(pathway, saved, event)
    saved = last.saved
    log.push(event)
    for (const effect of last.effects) wind(effect)
    return last
  }

  const wind = (effect: Effect): void => {
    if (!('rule' in effect)) return
    const { rule } = effect
    const key = `${rule} ${effect.party ?? ''}`
    const now = running.get(key)
    if (effect.type === 'arm') {
      running.set(key, { rule, party: effect.party, deadline: computeDeadline(effect) })
    } else if (effect.type === 'disarm') running.delete(key)
    else if (!now) throw new Error(`${effect.type} of ${key}, which does not run`)
    else if (effect.type === 'extend') {
      // A lapsed period that is restored runs again.
      const { party } = now
      const day = effect.dueOn ?? lengthened(rule, now.deadline.raw)
      running.set(key, { rule, party, deadline: extended(rule, day, now.deadline) })
    } else if (effect.type === 'pause') now.left = daysLeft(now.deadline, effect.on)
    else {
      const { left = 0, ...rest } = now
      running.set(key, { ...rest, deadline: resumed(rule, left, effect.on, now.deadline) })
    }
  }

  /** Lets days go by: what has lapsed by then fires in the order of its day. */
  const until = (day: string): void => {
    for (;;) {
      const [next] = [...running]
        .filter(([, { deadline, left, lapsed }]) => left === undefined && !lapsed && deadline.due < day)
        .sort(([, a], [, b]) => (a.deadline.due < b.deadline.due ? -1 : 1))
      if (!next) break
      const [, clock] = next
      const { rule, party, deadline } = clock
      clock.lapsed = true
      today = after(deadline.due)
      fire(envelope('clock', 'deadlineLapsed', { rule, dueOn: deadline.due, ...(party && { party }) }))
    }
    today = day
  }

  return {
    people,
    log,
    until,
    /** A party by its id, or a role, does something today. */
    does: (who: string, type: string, data: Data = {}) => {
      schemaOf(pathway.events[type]!).parse(data)
      return fire(envelope(who, type, data))
    },
    /** Why it cannot be done today; it must change nothing. */
    refusal: (who: string, type: string, data: Data = {}) => {
      const before = JSON.stringify(saved)
      try {
        step(pathway, saved, envelope(who, type, data))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        expect(JSON.stringify(saved)).toBe(before)
        return error.reason === 'guard' ? (error.condition ?? '') : error.reason
      }
      return undefined
    },
    /** The last day of a period that has not lapsed. */
    due: (rule: RuleId, party = '') => {
      const clock = running.get(`${rule} ${party}`)
      return clock?.lapsed ? undefined : clock?.deadline.due
    },
    /** Parties act through an agent from now on. */
    set agent(acting: Envelope['agent']) {
      agent = acting
    },
    get today() {
      return today
    },
    get saved() {
      return saved
    },
    get state() {
      return saved.state
    },
    get facts() {
      return saved.context.facts
    },
    get fees() {
      return saved.context.fees
    },
    /** What the last event asked for. */
    get last() {
      return last!
    },
  }
}

export type Play = ReturnType<typeof play>

const roleOf = (name: string): By => {
  const by = ([...roles, 'clock', 'system'] as const).find(role => role === name)
  if (!by) throw new Error(`${name} is no role`)
  return by
}

const after = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
