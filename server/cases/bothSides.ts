import { previousWorkingDay, type Calendar, type CalendarChange } from '../../workflows/rules/calendars.ts'
import { whyDifferentIn } from '../../workflows/rules/deadlines.ts'
import { partyText, ruleText, type Known, type Words } from '../proceedings/words.ts'
import type { Period } from './showQueries.ts'

export type BothSides = {
  /** The place whose calendar makes the difference, and how. */
  elsewhere?: { mark: string; text: string }
  /** The same period of the other side, which ends on another day. */
  others: string[]
  safe: string
}

type Given = {
  words: Words
  known: Known
  changes: readonly CalendarChange[]
  crossBorder: boolean
}

/** Where the two sides have different dates: those of each, and the earlier, which is safe whichever is asked for. */
export function bothSides(given: Given, period: Period, periods: Period[]): BothSides | undefined {
  if (period.status !== 'armed') return undefined
  const { words, known } = given
  const place = elsewhereOf(given, period)
  const others = periods.filter(
    other =>
      other.status === 'armed' &&
      other.proceeding_id === period.proceeding_id &&
      other.party_id !== '' &&
      period.party_id !== '' &&
      other.party_id !== period.party_id &&
      other.due_on !== period.due_on &&
      isSameAct(other.rule, period.rule),
  )
  if (!place && others.length === 0) return undefined
  const days = [period.due_on, ...others.map(({ due_on }) => due_on), ...(place ? [place.before] : [])]
  return {
    ...(place && { elsewhere: place.elsewhere }),
    others: others.map(({ rule, party_id, due_on }) =>
      words.t('case:dual.other', {
        rule: ruleText(words, rule),
        party: partyText(words, known, party_id),
        day: words.fmt.day(due_on),
      }),
    ),
    safe: words.t('case:dual.safe', { day: words.fmt.day(days.sort()[0] ?? period.due_on) }),
  }
}

/** Acts whose period depends on who does them: with a domicile in the Mainland or without (CPL 285, 286). */
const byDomicile = [
  ['defence.domiciled', 'defence.noDomicile'],
  ['appeal.judgment.domiciled', 'appeal.ruling.domiciled', 'appeal.noDomicile'],
  ['appeal.answer.domiciled', 'appeal.answer.noDomicile'],
]

const isSameAct = (one: string, other: string) =>
  one === other || byDomicile.some(rules => rules.includes(one) && rules.includes(other))

/** Where the day is no working day on the other side of the border, the last one before it there. */
function elsewhereOf({ words, changes, crossBorder }: Given, { calendar, due_on }: Period) {
  if (!crossBorder) return undefined
  const there: Calendar = calendar === 'CN' ? 'HK' : 'CN'
  const different = whyDifferentIn(there, due_on, changes)
  if (!different) return undefined
  const before = previousWorkingDay(there, due_on, changes)
  return {
    before,
    elsewhere: {
      mark: words.t(`case:dual.${there}.mark`),
      text: words.t(`case:dual.${there}`, {
        reason: words.t(`case:rest.${different.reason}`),
        day: words.fmt.day(before),
      }),
    },
  }
}
