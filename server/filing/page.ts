import type { Request, Response } from 'express'
import { z } from 'zod'
import { clauseLanguages } from '../../workflows/rules/clauses/languages.ts'
import { currencies } from '../../workflows/rules/fees.ts'
import { relations, subjects } from '../../workflows/rules/facts.ts'
import { NotFound } from '../errors.ts'
import type { Translate, wordsIn } from '../web/language.ts'
import { keepTyped } from '../web/typed.ts'
import {
  codeOf,
  exhibitKinds,
  filedPathways,
  institutions,
  origins,
  places,
  rarerPlaces,
  seats,
  tribunals,
  zones,
} from './choices.ts'
import { measureTypes, steps, type StepName, type Way } from './draft.ts'
import type { Problem } from './forms.ts'

export type Words = ReturnType<typeof wordsIn>
export const wordsOf = (res: Response): Words => res.locals as Words

export const draftId = ({ params }: Request): string => {
  const { data: id } = z.uuid().safeParse(params.draft)
  if (id === undefined) throw new NotFound(`draft ${String(params.draft)}`)
  return id
}

type Shown = {
  step: StepName
  view?: string
  values?: object
  problems?: Record<string, Problem> | undefined
  status?: number
}

/** Shows one step of a filing; with problems, as the answer to a form that needs a change. */
export function showStep(
  req: Request,
  res: Response,
  {
    step,
    view = step,
    values = {},
    problems,
    status = problems ? 422 : 200,
    ...more
  }: Shown & Record<string, unknown>,
): void {
  const { t } = wordsOf(res)
  if (problems) keepTyped(req, res)
  res.status(status).render(`filing/${view}`, {
    step,
    number: steps.indexOf(step) + 1,
    total: steps.length,
    action: req.originalUrl,
    values,
    errors: sentences(problems ?? {}, t),
    options: optionsIn(t),
    crumbs: [{ href: '/filings', text: t('filing:list.title') }],
    ...more,
  })
}

/** In words: `{{field}}: …`, of the field's own label. A key with a namespace is a whole sentence. */
const sentences = (problems: Record<string, Problem>, t: Translate) =>
  Object.fromEntries(
    Object.entries(problems).map(([name, { key, max = 0 }]) => [
      name,
      key.includes(':') ? t(key) : t(`errors:${key}`, { field: t(labelOf(name)), max }),
    ]),
  )

// Rows of the same kind have one label.
const labelOf = (name: string) => `filing:${name.replace(/-\w+$/, '')}`

/** As in `Court: Shenzhen Qianhai Cooperation Zone People’s Court`. */
export const nameOfWay = ({ pathway, organisation }: Way, t: Translate): string =>
  t('filing:way.option', {
    way: t(`filing:way.${pathway}`),
    organisation: t(`roles:organisation.${organisation}`),
  })

/** What can be chosen, with its name, below each way to settle the dispute. */
export const groupsOf = (ways: readonly Way[], t: Translate) =>
  filedPathways
    .map(pathway => ({
      text: t(`filing:way.${pathway}`),
      options: ways
        .filter(way => way.pathway === pathway)
        .map(way => ({ value: codeOf(way), text: t(`roles:organisation.${way.organisation}`) })),
    }))
    .filter(({ options }) => options.length > 0)

const optionsIn = (t: Translate) => {
  const named = (values: readonly string[]) =>
    values.map(value => ({ value, text: t(`fields:value.${value}`) }))
  return {
    places: named(places),
    origins: named(origins),
    zones: zones.map(value => ({ value, text: t(`filing:zones.${value}`) })),
    seats: named(seats),
    institutions: named(institutions),
    tribunals: tribunals.map(value => ({ value, text: value })),
    languages: clauseLanguages.map(value => ({ value, text: t(`clauses:language.${value}`) })),
    subjects: named(subjects),
    relations: relations.map(value => ({ value, text: t(`filing:relation.${value}`) })),
    rarerPlaces,
    measureTypes: measureTypes.map(value => ({ value, text: t(`fields:value.${value}`) })),
    exhibitKinds: exhibitKinds.map(value => ({ value, text: t(`filing:kind.${value}`) })),
    currencies,
  }
}
