import { z } from 'zod'
import { clauseLanguages } from '../../workflows/rules/clauses/languages.ts'
import { relations, subjects, type ContractFacts, type PartyFacts } from '../../workflows/rules/facts.ts'
import { currencies, parseMoney } from '../../workflows/rules/fees.ts'
import {
  codeOf,
  exhibitKinds,
  institutions,
  origins,
  places,
  seats,
  tribunals,
  wayOf,
  zones,
} from './choices.ts'
import { typedDay } from '../web/typedDay.ts'
import { measureTypes, type Dispute, type Way } from './draft.ts'

/** What was typed, by the name of the control. */
export type Typed = Partial<Record<string, string | string[]>>
/** What is wrong with a field: the key of a sentence, and what the sentence names besides the field. */
export type Problem = { key: string; max?: number }
export type Read<Answer> = { answer: Answer } | { problems: Record<string, Problem> }

/** Reads a form: the answer, or what is wrong with the first thing wrong in each field. */
export function readForm<Answer>(form: z.ZodType<Answer>, typed: Typed): Read<Answer> {
  const { data, error, success } = form.safeParse(withoutBlanks(typed))
  if (success) return { answer: data }
  const problems: Record<string, Problem> = {}
  for (const issue of error.issues) {
    const max = 'maximum' in issue ? Number(issue.maximum) : undefined
    problems[String(issue.path[0])] ??= { key: issue.message, ...(max !== undefined && { max }) }
  }
  return { problems }
}

const withoutBlanks = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  )

// The message of a check is the key of its sentence. A NUL or half of a surrogate pair cannot be kept.
const storable = /^[^\0\p{Surrogate}]*$/u
const written = (max: number) =>
  z
    .string('required')
    .transform(typed => typed.replaceAll('\r\n', '\n'))
    .pipe(z.string().regex(storable, 'nul').max(max, 'tooLong'))
const line = (max = 300) => written(max).transform(typed => typed.trim())
const text = (max = 20_000) => line(max)
const choice = <const Values extends readonly string[]>(values: Values) => z.enum(values, 'choose')
const several = <const Values extends readonly string[]>(values: Values) =>
  z.preprocess(ticked => (ticked === undefined ? [] : [ticked].flat()), z.array(choice(values)))
const yesNo = choice(['yes', 'no']).transform(answer => answer === 'yes')
const email = line(254).pipe(z.email('email'))
/** As a Chinese keyboard may give it: full-width digits, gaps between thousands. */
const figure = (max: number) => line(max).transform(typed => typed.normalize('NFKC').replaceAll(' ', ''))
const amount = figure(30)
  .refine(isMoney, 'money')
  .transform(typed => typed.replaceAll(',', ''))
const share = figure(10)
  .transform(typed => Number(typed.replace('%', '')))
  .pipe(z.number('filing:problem.share').min(0, 'filing:problem.share').max(100, 'filing:problem.share'))

function isMoney(typed: string): boolean {
  try {
    parseMoney(typed, 'CNY')
    return true
  } catch {
    return false
  }
}

const dayIn = (typed: Typed, name: string): Typed => {
  const day = typedDay(typed, name)
  return day === undefined ? {} : { [name]: day }
}

export const readWay = (typed: Typed, open: readonly Way[]): Read<Way> =>
  readForm(
    z
      .object({ organisation: choice(open.map(codeOf)) })
      .transform(({ organisation }) => wayOf(organisation))
      .pipe(z.custom<Way>(way => way !== undefined)),
    typed,
  )

export const investorRows = [1, 2, 3] as const

const partyForm = z
  .object({
    side: choice(['claimant', 'respondent', 'thirdParty']),
    partyKind: choice(['company', 'person']),
    nameEn: line().optional(),
    nameHans: line().optional(),
    nameHant: line().optional(),
    jurisdiction: choice(places),
    city: line(100).optional(),
    zones: several(zones),
    domicile: choice(places),
    'origin-1': choice(origins).optional(),
    'origin-2': choice(origins).optional(),
    'origin-3': choice(origins).optional(),
    'share-1': share.optional(),
    'share-2': share.optional(),
    'share-3': share.optional(),
    email: email.optional(),
  })
  .refine(({ nameEn, nameHans, nameHant }) => [nameEn, nameHans, nameHant].some(name => name), {
    error: 'filing:problem.name',
    path: ['nameEn'],
    when: () => true,
  })
  .transform(typed => ({
    side: typed.side,
    kind: typed.partyKind,
    name: { en: typed.nameEn, 'zh-Hans': typed.nameHans, 'zh-Hant': typed.nameHant },
    registration: {
      jurisdiction: typed.jurisdiction,
      city: typed.city,
      inQianhaiCooperationZone: typed.zones.includes('cooperationZone'),
      inQianhaiShekouFtz: typed.zones.includes('freeTradeZone'),
    },
    domicile: typed.domicile,
    investors: investorRows.flatMap(row => {
      const origin = typed[`origin-${row}`]
      return origin === undefined ? [] : [{ origin, share: typed[`share-${row}`] }]
    }),
    email: typed.email,
  }))

/** @param others of the case, whose addresses are taken: one account cannot speak for both sides */
export function readParty(typed: Typed, id: string, others: readonly PartyFacts[]): Read<PartyFacts> {
  const taken = others.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const form = partyForm
    .refine(({ email = '' }) => !taken.includes(email.toLowerCase()), {
      error: 'filing:problem.sameEmail',
      path: ['email'],
    })
    .transform(party => ({ ...party, id }))
  return readForm(form, typed)
}

const place = choice(places).optional()

const contractForm = (parties: readonly string[]) =>
  z
    .object({
      kind: choice(subjects).optional(),
      signedOn: z.iso.date('date').optional(),
      performedIn: place,
      characteristicParty: choice(parties).optional(),
      chosenLaw: place,
      governingLawClause: text().optional(),
      seat: choice(seats).optional(),
      institution: choice(institutions).optional(),
      rules: line().optional(),
      arbitrators: choice(tribunals).transform(Number).optional(),
      language: choice(clauseLanguages).optional(),
      arbitrationClause: text().optional(),
      relation: choice(relations).optional(),
      consumer: choice(parties).optional(),
      maritime: yesNo.optional(),
      signedIn: place,
      subjectMatterIn: place,
      occurredIn: place,
      suppliedIn: place,
      workplace: place,
      companyRegisteredIn: place,
      protectionIn: place,
    })
    .transform(({ institution, ...rest }) => ({
      ...rest,
      institution: institution === 'AD_HOC' ? null : institution,
    }))

/** @param parties who the parties of the case are, by their ids */
export const readContract = (typed: Typed, today: string, parties: readonly string[]): Read<ContractFacts> =>
  readForm(
    contractForm(parties).refine(({ signedOn = today }) => signedOn <= today, {
      error: 'filing:problem.futureDate',
      path: ['signedOn'],
    }),
    { ...typed, ...dayIn(typed, 'signedOn') },
  )

const claimForm = z
  .object({
    subject: choice(subjects),
    title: line(200),
    amount,
    'amount-currency': choice(currencies),
    relief: text(),
    assertsLaw: choice(places).optional(),
    declaresArbitration: yesNo.optional(),
    measureType: choice(measureTypes).optional(),
    preserved: amount.optional(),
    urgent: yesNo.optional(),
    assets: text().optional(),
  })
  .transform(({ subject, title, amount, relief, assertsLaw, declaresArbitration, ...rest }) => ({
    subject,
    title,
    claim: { amount, currency: rest['amount-currency'], relief },
    assertsLaw,
    declaresArbitration,
    ...(rest.measureType && {
      measure: {
        type: rest.measureType,
        amount: rest.preserved,
        urgent: rest.urgent ?? false,
        assets: linesOf(rest.assets ?? ''),
      },
    }),
  }))

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

export function readClaim(typed: Typed, pathway: Way['pathway'] | undefined): Read<Dispute> {
  const read = readForm(claimForm, typed)
  if (pathway === 'arbitration' && 'answer' in read && Number(read.answer.claim.amount) === 0)
    return { problems: { amount: { key: 'money' } } }
  if (pathway === 'litigation' && typed.declaresArbitration === undefined) {
    const others = 'problems' in read ? read.problems : {}
    return { problems: { ...others, declaresArbitration: { key: 'choose' } } }
  }
  if (pathway === 'interimMeasures' && typed.measureType === undefined) {
    const others = 'problems' in read ? read.problems : {}
    return { problems: { ...others, measureType: { key: 'choose' } } }
  }
  return read
}

const exhibitForm = z
  .object({ exhibitName: line(200), exhibitKind: choice(exhibitKinds), exhibitText: written(20_000) })
  .transform(({ exhibitName, exhibitKind, exhibitText }) => ({
    name: exhibitName,
    kind: exhibitKind,
    text: exhibitText,
  }))

export const readExhibit = (typed: Typed) => readForm(exhibitForm, typed)
