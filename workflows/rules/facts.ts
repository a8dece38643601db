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
export type Place = z.infer<typeof place>

/** What the dispute is about where that is not the contract: for these the law leaves little or no choice (GL-14). */
export const relations = [
  'contract',
  'realRight',
  'consumer',
  'employment',
  'companyAffairs',
  'ipOwnership',
  'ipInfringement',
  'tort',
] as const

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
  /** Where the money comes from in the end, where the investor is a company in between. */
  ultimateOrigin: place.optional(),
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
  /** How many arbitrators, and the language of the arbitration as ISO 639. */
  arbitrators: z.int().min(1).max(99).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  governingLawClause: text.nullish(),
  arbitrationClause: text.nullish(),

  // Facts that only some rules ask for.
  relation: z.enum(relations).optional(),
  signedIn: place.optional(),
  subjectMatterIn: place.optional(),
  /** The party whose performance marks the contract: the seller, the lender, the lessor, the one who does the work. */
  characteristicParty: text.optional(),
  occurredIn: place.optional(),
  occurredOn: z.iso.date().optional(),
  choiceMadeOn: z.iso.date().optional(),
  consumer: text.optional(),
  suppliedIn: place.optional(),
  consumerChoosesSupply: z.boolean().optional(),
  traderActiveAtResidence: z.boolean().optional(),
  workplace: place.optional(),
  employer: text.optional(),
  companyRegisteredIn: place.optional(),
  companyBusinessIn: place.optional(),
  protectionIn: place.optional(),
  /** The law that the parties agreed on for the arbitration agreement itself. */
  arbitrationLaw: place.optional(),
  institutions: z.array(text).max(5).optional(),
  arbitrateOrSue: z.boolean().optional(),
  /** The dispute is of the sea: carriage by sea, a charter, a ship. */
  maritime: z.boolean().optional(),
  /** One court or the courts of one place, as agreed in writing. */
  courtChosen: place.optional(),
  courtExclusive: z.boolean().optional(),
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

export const stages = ['filing', 'firstInstance', 'debateClosed', 'appeal'] as const

/** What the rules need to know of a party. */
const partyInLaw = partySchema.pick({
  id: true,
  side: true,
  kind: true,
  registration: true,
  domicile: true,
  investors: true,
})
export type PartyInLaw = z.infer<typeof partyInLaw>

/** What the rules on governing law, arbitration clauses and seats are asked with. */
export const lawQuestionSchema = z.object({
  contract: contractSchema.default({}),
  parties: z.array(partyInLaw).min(1),
  /** What the dispute is about, where the contract does not say it. */
  subject: z.enum(subjects).optional(),
  /** How far the suit had got when a law was relied on or agreed on in it. */
  stage: z.enum(stages).default('firstInstance'),
  /** The law that is relied on in the suit, and by whom where that is known. */
  assertedLaw: place.optional(),
  assertions: z.record(text, place).optional(),
  /** The law on which all agreed in the suit. */
  agreedLaw: place.optional(),
  /** The day for which the law is asked. */
  on: z.iso.date(),
  forum: z.enum(['court', 'arbitration']).default('court'),
  /** In arbitration: what a tribunal has fixed, and how the objection to the agreement stands. */
  determinedSeat: text.optional(),
  firstHearingHeld: z.boolean().optional(),
  objected: z.boolean().optional(),
})

export const rateSchema = z.object({
  currency: z.enum(currencies),
  on: z.iso.date(),
  /** Yuan for one unit, as a decimal. */
  rate: z.string().regex(/^(?=.*[1-9])\d{1,8}(\.\d{1,8})?$/),
})

export const jurisdictionQuestionSchema = z.object({
  claim: claimSchema.pick({ amount: true, currency: true }),
  parties: z.array(partyInLaw).min(1),
  contract: contractSchema.default({}),
  subject: z.enum(subjects).optional(),
  on: z.iso.date(),
  rate: rateSchema.optional(),
  /** The case is complex, many stand on one side, or it weighs on the region. */
  complex: z.boolean().optional(),
})

export type LawQuestion = z.infer<typeof lawQuestionSchema>
export type JurisdictionQuestion = z.infer<typeof jurisdictionQuestionSchema>
export type Rate = z.infer<typeof rateSchema>
export type Language = (typeof languages)[number]
export type Subject = (typeof subjects)[number]
export type PartyFacts = z.infer<typeof partySchema>
export type ContractFacts = z.infer<typeof contractSchema>
export type Filing = z.infer<typeof filingSchema>

/** A choice written into a contract counts as express unless the filing says otherwise. */
export function choiceIsExpress({ chosenLaw, choiceExpress = true }: ContractFacts): boolean {
  return chosenLaw !== undefined && choiceExpress
}
