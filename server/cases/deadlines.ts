import type { CalendarChange } from '../../workflows/rules/calendars.ts'
import { citeText, partyText, ruleText, stepText, type Known, type Words } from '../proceedings/words.ts'
import type { Left } from '../web/format.ts'
import { bothSides } from './bothSides.ts'
import type { Period } from './showQueries.ts'

export type DeadlineRow = {
  dueOn: string
  name: string
  who: string
  past: boolean
  left: Left | { kind: string; text: string }
  doubts: { kind: string; text: string }[]
  moved?: string
  elsewhere?: { mark: string; text: string }
  /** The dates of the other side, and the one that is safe for both. */
  sides?: string[]
  steps: { text: string; cite: string }[]
  open: boolean
}

type Given = {
  words: Words
  known: Known
  periods: Period[]
  /** The parties that the reader speaks for. */
  own: string[]
  /** What the reader's next act answers: its reckoning is open, as that of the reader's own next date would be. */
  awaited: Period | undefined
  changes: CalendarChange[]
  crossBorder: boolean
  today: string
}

/** Periods in the order of their days: those that run first, those that are over after them. */
export function deadlineRows(given: Given): DeadlineRow[] {
  const open = given.periods.filter(isOpen)
  const over = given.periods.filter(period => !isOpen(period))
  const next = given.awaited ?? open.find(({ party_id }) => given.own.includes(party_id))
  return [...open, ...over].map(period => rowOf(given, period, period === next))
}

export const isOpen = ({ status }: Pick<Period, 'status'>) => status === 'armed' || status === 'paused'

function rowOf(given: Given, period: Period, open: boolean): DeadlineRow {
  const { words, known, own } = given
  const { t, fmt } = words
  const { party_id, due_on, moved_from_on, moved_why } = period
  const both = bothSides(given, period, given.periods)
  const whose = party_id === '' ? t('case:deadline.all') : partyText(words, known, party_id)
  return {
    dueOn: due_on,
    name: ruleText(words, period.rule),
    who: own.includes(party_id) ? t('case:next.you', { name: whose }) : whose,
    past: !isOpen(period),
    left: leftOf(given, period),
    doubts: doubtsOf(words, period),
    ...(moved_from_on !== null &&
      moved_from_on !== due_on && {
        moved: t('case:deadline.moved', {
          from: fmt.date(moved_from_on),
          to: fmt.date(due_on),
          why: t(`case:moved.${moved_why ?? 'other'}`, { defaultValue: t('case:moved.other') }),
        }),
      }),
    ...(both?.elsewhere && { elsewhere: both.elsewhere }),
    ...(both && { sides: [...both.others, both.safe] }),
    steps: period.steps.map(step => ({ text: stepText(words, step), cite: citeText(words, step.basis) })),
    open: open && !words.staff,
  }
}

function leftOf({ words, own, today }: Given, period: Period): DeadlineRow['left'] {
  const { t, fmt } = words
  if (period.status === 'paused')
    return { kind: 'inactive', text: t('case:deadline.paused', { count: period.days_left ?? 0 }) }
  if (period.status === 'done') return { kind: 'done', text: t('case:deadline.done') }
  if (period.status === 'lapsed') return { kind: 'closed', text: t('case:deadline.passed') }
  const left = fmt.left(period.due_on, today)
  return left.kind === 'active' && own.includes(period.party_id) ? { ...left, kind: 'soon' } : left
}

function doubtsOf({ t }: Words, { provisional, confidence }: Period): DeadlineRow['doubts'] {
  if (provisional) return [{ kind: 'provisional', text: t('tag.provisional') }]
  return confidence === 'confirmed'
    ? []
    : [{ kind: 'provisional', text: t(`rules:confidence.${confidence}`) }]
}
