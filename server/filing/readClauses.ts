import { readClause, type ClauseField, type ClauseReading } from '../../workflows/rules/readClause.ts'
import { clauseLanguages } from '../../workflows/rules/clauses/languages.ts'
import type { Translate } from '../web/language.ts'
import { institutions, places, seats, tribunals } from './choices.ts'
import type { Typed } from './forms.ts'

type Found = { lines: string[]; notes: string[] }

/** The clauses that were pasted fill in what is still empty; what was typed stays, and is told apart from the clause. */
export function readInto(typed: Typed, t: Translate): { values: Typed; found: Found } {
  const { governingLawClause = '', arbitrationClause = '' } = typed
  const reading = readClause([governingLawClause, arbitrationClause].flat().join('\n\n'))
  const values = { ...typed }
  const lines: string[] = []
  for (const [name, field] of fields) {
    const words = reading.from[field]
    if (words === undefined) continue
    const answer = answers[name](reading)
    const before = typed[name] ?? ''
    if (answer !== undefined && before === '') values[name] = answer
    const isKept = before !== '' && before !== answer
    const how = answer === undefined ? 'choose' : isKept ? 'kept' : 'filled'
    lines.push(
      t(`clauses:found.${how}`, {
        field: t(`filing:${name}`),
        value: answer && textOf(name, answer, t),
        words,
      }),
    )
  }
  if (reading.notes.includes('adHoc')) values.institution ||= 'AD_HOC'
  return { values, found: { lines, notes: reading.notes.map(note => t(`clauses:note.${note}`)) } }
}

/** The controls of the form, and the answer of the clause that each is filled from. */
const fields = [
  ['chosenLaw', 'governingLaws'],
  ['institution', 'institution'],
  ['seat', 'seat'],
  ['rules', 'rules'],
  ['arbitrators', 'arbitrators'],
  ['language', 'language'],
] as const satisfies [string, ClauseField][]

type Control = (typeof fields)[number][0]

/** As the control takes it; a state stands under its country. */
const answers: Record<Control, (reading: ClauseReading) => string | undefined> = {
  chosenLaw: ({ governingLaws: [law, ...others] }) =>
    others.length > 0 ? undefined : places.find(place => place === law?.slice(0, 2)),
  institution: ({ institution }) => institutions.find(known => known === institution) ?? 'other',
  seat: ({ seat }) => seats.find(known => known === seat) ?? 'other',
  rules: ({ rules }) => rules ?? undefined,
  arbitrators: ({ arbitrators }) => tribunals.find(known => known === String(arbitrators)),
  language: ({ language }) => clauseLanguages.find(known => known === language),
}

const textOf = (name: Control, answer: string, t: Translate) =>
  name === 'language'
    ? t(`clauses:language.${answer}`)
    : name === 'rules' || name === 'arbitrators'
      ? answer
      : t(`fields:value.${answer}`)
