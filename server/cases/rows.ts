import type { Names } from '../accounts/queries.ts'
import { pathwayText, roleText, stateText, type Words } from '../proceedings/words.ts'
import { waitedFor } from '../tasks/waiting.ts'
import { nameIn, writtenIn } from '../web/names.ts'
import type { CaseRow } from './queries.ts'

/** A row of the list in the reader's words. */
export function caseRow(words: Words, row: CaseRow, today: string) {
  const { fmt } = words
  return {
    href: `/cases/${row.reference}`,
    reference: row.reference,
    title: { text: row.title, lang: writtenIn(row.title, row.language) },
    pathway: pathwayText(words, row.pathway) + (row.ordinal > 1 ? ` ${row.ordinal}` : ''),
    sides: sidesOf(words, row.parties),
    tag: { kind: row.decided ? 'decided' : row.tag, text: stateText(words, row.pathway, row.state) },
    waitingFor: waitingText(words, row),
    due: row.due_on === null ? null : dueText(words, row.due_on, today),
    claim: fmt.money(row.claim_minor, row.currency),
  }
}

/** A day for a table, and how far it is; coloured only when it is near or past. */
export function dueText({ fmt }: Words, on: string, today: string) {
  return { on, text: fmt.shortDay(on, today), left: fmt.left(on, today) }
}

/** The first of each side, and how many more there are. */
function sidesOf({ lang, t }: Words, parties: CaseRow['parties']) {
  return (['claimant', 'respondent'] as const).flatMap(side => {
    const names: Names[] = parties.filter(party => party.side === side).map(({ name }) => name)
    const [first] = names
    if (!first) return []
    const more = names.length - 1
    return [{ ...nameIn(first, lang), more: more > 0 ? t('cases:more', { count: more }) : '' }]
  })
}

function waitingText(words: Words, { pathway, state, my_roles }: CaseRow): string {
  const { t } = words
  const asParty = my_roles.includes('claimant') || my_roles.includes('respondent')
  const texts = waitedFor(pathway, state).flatMap(role => {
    if (role === 'party' && asParty) return [t('cases:you'), t('cases:otherSide')]
    return [my_roles.includes(role) ? t('cases:you') : roleText(words, role, pathway)]
  })
  return [...new Set(texts)].join(t('cases:comma'))
}
