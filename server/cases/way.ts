import { admits, type Pathway } from '../../workflows/pathway.ts'
import { guardsOf } from '../../workflows/step.ts'
import type { Admits } from '../../workflows/vocabulary.ts'
import { eventText, roleText, stateText, type Words } from '../proceedings/words.ts'
import type { Standing } from './seenQueries.ts'

export type Way = {
  past: { label: string; on: string }[]
  now: { label: string; on: string }
  next: { label: string; when: string }[]
}

/** The way a proceeding has come, and up to three states it may come to. */
export function way(
  words: Words,
  pathway: Pathway,
  standing: Standing,
  travelled: { state: string; on: string }[],
  today: string,
): Way {
  const { t, fmt } = words
  const past = travelled.slice(0, -1).map(({ state, on }) => ({
    label: stateText(words, standing.pathway, state),
    on: fmt.shortDay(on, today),
  }))
  const since = travelled.at(-1)?.on ?? standing.opened_on
  return {
    past:
      past.length <= 3
        ? past
        : [{ label: t('case:way.earlier', { count: past.length - 2 }), on: '' }, ...past.slice(-2)],
    now: {
      label: stateText(words, standing.pathway, standing.state),
      on: t('case:way.since', { day: fmt.shortDay(since, today) }),
    },
    next: possible(words, pathway, standing),
  }
}

/** States that acts lead to from here: first where those who are waited for would take it, ends last. */
function possible(words: Words, pathway: Pathway, { state, pathway: name, context }: Standing): Way['next'] {
  const { waitingFor = [] } = pathway.states[state] ?? {}
  const found = new Map<string, { type: string; by: Admits; rank: number }>()
  for (const [order, type] of Object.keys(pathway.events).entries()) {
    for (const { target, by, when } of guardsOf(pathway, state, type)) {
      const who = by.find(role => admits(waitingFor, role === 'party' ? 'claimant' : role)) ?? by[0]
      // Which way back a state returns is known only from where it came.
      const returns = when.some(condition => condition.name === 'returnsThere')
      if (
        target === state ||
        who === undefined ||
        who === 'system' ||
        (returns && context?.returnTo.at(-1) !== target)
      )
        continue
      const { tag, returns: aside } = pathway.states[target] ?? {}
      const rank = order + (tag === 'closed' ? 1000 : 0) + (who === 'clock' ? 500 : 0) + (aside ? 200 : 0)
      if (rank < (found.get(target)?.rank ?? Infinity)) found.set(target, { type, by: who, rank })
    }
  }
  const ranked = [...found].sort(([, a], [, b]) => a.rank - b.rank)
  const ends = ranked.filter(([target]) => pathway.states[target]?.tag === 'closed')
  const goesOn = ranked.filter(entry => !ends.includes(entry))
  return [...goesOn.slice(0, ends.length > 0 ? 2 : 3), ...ends].slice(0, 3).map(([target, { type, by }]) => ({
    label: stateText(words, name, target),
    when: whenText(words, name, type, by),
  }))
}

// What the picture has room for.
const longest = 44

function whenText(words: Words, name: Standing['pathway'], type: string, by: Admits): string {
  const event = eventText(words, name, type, 'title')
  const both = words.t('case:way.when', { event, role: roleText(words, by, name) })
  return by === 'clock' || both.length > longest ? event : both
}
