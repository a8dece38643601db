import { z } from 'zod'
import { currencies } from './fees.ts'

/** Text that the database can keep: no NUL, no half of a surrogate pair. */
const text = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\0\p{Surrogate}]*$/u)

const names = z
  .object({ en: text, 'zh-Hans': text, 'zh-Hant': text })
  .partial()
  .refine(name => Object.keys(name).length > 0)

export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

export const subjects = [
  'saleOfGoods',
  'services',
  'lease',
  'financeLease',
  'loan',
  'distribution',
  'licence',
  'construction',
  'equityJointVenture',
  'cooperativeJointVenture',
  'naturalResources',
  'immovable',
  'consumer',
  'employment',
  'tort',
  'other',
] as const

/** CN, HK, MO, TW or another place by its ISO 3166 code. */
const place = z.string().regex(/^[A-Z]{2}$/)

export const registrationSchema = z.object({
  jurisdiction: place,
  city: text.optional(),
  inQianhaiCooperationZone: z.boolean().default(false),
  inQianhaiShekouFtz: z.boolean().default(false),
})

export const investorSchema = z.object({
  /** HK, MO, TW, another country, FOREIGN or MAINLAND. */
  origin: z.union([place, z.enum(['FOREIGN', 'MAINLAND'])]),
  share: z.number().min(0).max(100).optional(),
})

export const partySchema = z.object({
  id: text,
  side: z.enum(['claimant', 'respondent', 'thirdParty']),
  kind: z.enum(['company', 'person']),
  name: names,
  /** Of a company, where it is registered; of a person, the nationality. */
  registration: registrationSchema.optional(),
  /** Of a company, its main place of business; of a person, the habitual residence. */
  domicile: place,
  investors: z.array(investorSchema).default([]),
  email: z.email().optional(),
})

export const contractSchema = z.object({
  kind: z.enum(subjects).optional(),
  signedOn: z.iso.date().optional(),
  performedIn: place.optional(),
  chosenLaw: place.optional(),
  choiceExpress: z.boolean().optional(),
  /** SHENZHEN, HONG_KONG or another place. */
  seat: text.nullish(),
  /** Null where the clause is for ad hoc arbitration; left out where there is no clause. */
  institution: text.nullish(),
  rules: text.nullish(),
  governingLawClause: text.nullish(),
  arbitrationClause: text.nullish(),
})

export const claimSchema = z.object({
  amount: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/),
  currency: z.enum(currencies),
  relief: text,
})

export const panelMemberSchema = z.object({
  id: text,
  name: text,
  origin: text.optional(),
  organisation: text.optional(),
  style: z.enum(['facilitative', 'evaluative']).optional(),
})

export const exhibitSchema = z.object({ name: text, kind: text, text: z.string() })

/** One filing of the format qianhai-filing/1, without its story. */
export const filingSchema = z.object({
  name: text.optional(),
  title: text,
  language: z.enum(languages),
  filedOn: z.iso.date(),
  pathway: z.enum(['litigation', 'mediation', 'arbitration']),
  subject: z.enum(subjects),
  claim: claimSchema,
  contract: contractSchema.default({}),
  parties: z.array(partySchema).min(1),
  panel: z.array(panelMemberSchema).default([]),
  documents: z.array(exhibitSchema).default([]),
})

export type Language = (typeof languages)[number]
export type Subject = (typeof subjects)[number]
export type PartyFacts = z.infer<typeof partySchema>
export type ContractFacts = z.infer<typeof contractSchema>
export type ClaimFacts = z.infer<typeof claimSchema>
export type Filing = z.infer<typeof filingSchema>

/** A choice written into a contract counts as express unless the filing says otherwise. */
export function choiceIsExpress({ chosenLaw, choiceExpress = true }: ContractFacts): boolean {
  return chosenLaw !== undefined && choiceExpress
}
