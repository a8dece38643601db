import { ruleIds } from '../../workflows/rules/deadlines.ts'
import { calendars } from '../../workflows/rules/calendars.ts'
import { stages, subjects } from '../../workflows/rules/facts.ts'
import { currencies, feeKinds } from '../../workflows/rules/fees.ts'
import { institutions, origins, places, seats } from '../filing/choices.ts'
import type { Translate } from '../web/language.ts'

export const calculators = ['deadline', 'fee', 'law', 'clause', 'court'] as const
export type Calculator = (typeof calculators)[number]

type Kind = 'select' | 'line' | 'text' | 'day' | 'days' | 'radios' | 'yes' | 'number'

/** A question of a page. Its name is the path of what it fills in the question put to the rules. */
export type FieldOf = {
  name: string
  kind: Kind
  label: string
  hint?: string
  optional?: boolean
  /** Values, and the key of the words of one. */
  options?: readonly string[]
  wordsOf?: (value: string) => string
}

const value = (word: string) => `fields:value.${word}`

const party = (index: number): FieldOf[] => [
  {
    name: `parties.${index}.kind`,
    kind: 'radios',
    label: 'filing:partyKind',
    options: ['company', 'person'],
    wordsOf: value,
  },
  {
    name: `parties.${index}.registration.jurisdiction`,
    kind: 'select',
    label: 'filing:jurisdiction',
    hint: 'filing:jurisdiction.hint',
    options: places,
    wordsOf: value,
  },
  { name: `parties.${index}.registration.city`, kind: 'line', label: 'filing:city', optional: true },
  {
    name: `parties.${index}.registration.inQianhaiCooperationZone`,
    kind: 'yes',
    label: 'filing:zones.cooperationZone',
  },
  {
    name: `parties.${index}.registration.inQianhaiShekouFtz`,
    kind: 'yes',
    label: 'filing:zones.freeTradeZone',
  },
  {
    name: `parties.${index}.domicile`,
    kind: 'select',
    label: 'filing:domicile',
    hint: 'filing:domicile.hint',
    options: places,
    wordsOf: value,
  },
  {
    name: `parties.${index}.investors.0.origin`,
    kind: 'select',
    label: 'calculators:investor',
    optional: true,
    options: origins,
    wordsOf: value,
  },
]

const contract: FieldOf[] = [
  {
    name: 'contract.kind',
    kind: 'select',
    label: 'filing:kind',
    options: subjects,
    optional: true,
    wordsOf: value,
  },
  { name: 'contract.signedOn', kind: 'day', label: 'filing:signedOn', optional: true },
  {
    name: 'contract.performedIn',
    kind: 'select',
    label: 'filing:performedIn',
    options: places,
    optional: true,
    wordsOf: value,
  },
  {
    name: 'contract.chosenLaw',
    kind: 'select',
    label: 'filing:chosenLaw',
    options: places,
    optional: true,
    wordsOf: value,
  },
  {
    name: 'contract.characteristicParty',
    kind: 'select',
    label: 'filing:characteristicParty',
    hint: 'filing:characteristicParty.hint',
    options: ['p1', 'p2'],
    optional: true,
    wordsOf: id => `calculators:group.${id === 'p1' ? 'claimant' : 'respondent'}`,
  },
]

const agreement: FieldOf[] = [
  {
    name: 'contract.institution',
    kind: 'select',
    label: 'filing:institution',
    options: institutions,
    optional: true,
    wordsOf: value,
  },
  {
    name: 'contract.seat',
    kind: 'select',
    label: 'filing:seat',
    options: seats,
    optional: true,
    wordsOf: value,
  },
  { name: 'contract.rules', kind: 'line', label: 'filing:rules', optional: true },
  { name: 'contract.maritime', kind: 'yes', label: 'filing:maritime.is' },
]

const asOf: FieldOf = {
  name: 'on',
  kind: 'day',
  label: 'calculators:on',
  hint: 'calculators:on.hint',
  optional: true,
}
const clauseText = (name: 'governingLawClause' | 'arbitrationClause'): FieldOf => ({
  name: `contract.${name}`,
  kind: 'text',
  label: `filing:${name}`,
  optional: true,
})

/** What each page asks, by the groups it is asked in. */
export const groupsOf: Record<Calculator, { group: string; fields: FieldOf[] }[]> = {
  deadline: [
    {
      group: 'period',
      fields: [
        {
          name: 'rule',
          kind: 'select',
          label: 'calculators:rule',
          options: ruleIds,
          wordsOf: rule => `rules:${rule}`,
        },
        {
          name: 'triggerDate',
          kind: 'day',
          label: 'calculators:triggerDate',
          hint: 'calculators:triggerDate.hint',
        },
        {
          name: 'calendar',
          kind: 'select',
          label: 'calculators:calendar',
          hint: 'calculators:calendar.hint',
          optional: true,
          options: calendars,
          wordsOf: calendar => `rules:calendar.${calendar}`,
        },
        {
          name: 'dueOn',
          kind: 'day',
          label: 'calculators:dueOn',
          hint: 'calculators:dueOn.hint',
          optional: true,
        },
        {
          name: 'closureDays',
          kind: 'days',
          label: 'calculators:closureDays',
          hint: 'calculators:closureDays.hint',
          optional: true,
        },
      ],
    },
  ],
  fee: [
    {
      group: 'fee',
      fields: [
        {
          name: 'kind',
          kind: 'select',
          label: 'calculators:feeKind',
          options: feeKinds,
          wordsOf: kind => `rules:fee.${kind}`,
        },
        {
          name: 'amount',
          kind: 'line',
          label: 'calculators:amount',
          hint: 'calculators:amount.hint',
          optional: true,
        },
        {
          name: 'currency',
          kind: 'select',
          label: 'form.currency',
          options: currencies,
          wordsOf: currency => `currency:${currency}`,
        },
        { name: 'measures', kind: 'number', label: 'calculators:measures', optional: true },
      ],
    },
  ],
  law: [
    { group: 'claimant', fields: party(0) },
    { group: 'respondent', fields: party(1) },
    { group: 'contract', fields: [clauseText('governingLawClause'), ...contract] },
    {
      group: 'suit',
      fields: [
        {
          name: 'forum',
          kind: 'radios',
          label: 'calculators:forum',
          options: ['court', 'arbitration'],
          wordsOf: forum => `calculators:forum.${forum}`,
        },
        {
          name: 'stage',
          kind: 'select',
          label: 'calculators:stage',
          optional: true,
          options: stages,
          wordsOf: stage => `calculators:stage.${stage}`,
        },
        {
          name: 'assertedLaw',
          kind: 'select',
          label: 'calculators:assertedLaw',
          hint: 'calculators:assertedLaw.hint',
          optional: true,
          options: places,
          wordsOf: value,
        },
        asOf,
      ],
    },
  ],
  clause: [
    { group: 'claimant', fields: party(0) },
    { group: 'respondent', fields: party(1) },
    { group: 'contract', fields: [clauseText('arbitrationClause'), ...agreement, ...contract, asOf] },
  ],
  court: [
    {
      group: 'claim',
      fields: [
        { name: 'claim.amount', kind: 'line', label: 'calculators:claimed', hint: 'calculators:amount.hint' },
        {
          name: 'claim.currency',
          kind: 'select',
          label: 'form.currency',
          options: currencies,
          wordsOf: currency => `currency:${currency}`,
        },
        { name: 'complex', kind: 'yes', label: 'calculators:complex' },
      ],
    },
    { group: 'claimant', fields: party(0) },
    { group: 'respondent', fields: party(1) },
    { group: 'contract', fields: [...contract, ...agreement, asOf] },
  ],
}

export const fieldsOf = (calculator: Calculator): FieldOf[] =>
  groupsOf[calculator].flatMap(({ fields }) => fields)

/** As the form of a page takes it, in the reader's language. */
export const controlsOf = (calculator: Calculator, t: Translate, currency: (code: string) => string) =>
  groupsOf[calculator].map(({ group, fields }) => ({
    id: group,
    title: t(`calculators:group.${group}`),
    fields: fields.map(({ options = [], wordsOf = value, label, hint, ...field }) => ({
      ...field,
      label: t(label),
      ...(hint !== undefined && { hint: t(hint) }),
      options: options.map(option => {
        const words = wordsOf(option)
        return { value: option, text: words.startsWith('currency:') ? currency(option) : t(words) }
      }),
    })),
  }))
