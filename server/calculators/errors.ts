import type { ZodError } from 'zod'
import type { Translate } from '../web/language.ts'
import type { Calculator, controlsOf, FieldOf } from './fields.ts'
import { problemsIn, type Unanswerable } from './problems.ts'
import { fieldAt } from './typed.ts'

type Groups = ReturnType<typeof controlsOf>

/** What is wrong with the answers of a page, beside the field: in sentences that name it, as in any other form. */
export function errorsIn(
  calculator: Calculator,
  groups: Groups,
  error: ZodError | Unanswerable,
  t: Translate,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { pointer, code, detail } of problemsIn(error, t)) {
    const at = fieldAt(calculator, pointer.split('/').slice(1))
    const [asked] = groups.flatMap(({ title, fields }) =>
      fields.filter(({ name }) => name === at).map(field => ({ ...field, title })),
    )
    const sentence = asked && sentenceFor(asked, code)
    errors[at] ??= sentence ? t(`errors:${sentence}`, { field: labelOf(asked, t) }) : detail
  }
  return errors
}

/** Both parties are asked the same. */
const labelOf = ({ name, title, label }: { name: string; title: string; label: string }, t: Translate) =>
  name.startsWith('parties.') ? title + t('filing:comma') + label : label

/** What a program is told of a type or a pattern says nothing to a person. */
function sentenceFor({ kind, name }: Pick<FieldOf, 'kind' | 'name'>, code: string): string | undefined {
  const isChoice = kind === 'select' || kind === 'radios'
  if (code === 'missing' || code === 'notOneOf')
    return isChoice ? 'choose' : kind === 'day' ? 'date' : 'required'
  if (code === 'notADay' && kind === 'day') return 'date'
  if (code === 'malformed' && /(^|\.)amount$/.test(name)) return 'money'
  if (code === 'wrongType' && kind === 'number') return 'number'
  return undefined
}
