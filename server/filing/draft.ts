import { z } from 'zod'
import type { Data } from '../../workflows/fields.ts'
import {
  claimSchema,
  contractSchema,
  exhibitSchema,
  filingSchema,
  partySchema,
  subjects,
  type Filing,
  type Language,
} from '../../workflows/rules/facts.ts'
import type { CaseFiling } from './file.ts'

export const measureTypes = ['property', 'conduct', 'evidence'] as const

export const steps = ['way', 'claimant', 'others', 'contract', 'claim', 'exhibits', 'check'] as const
export type StepName = (typeof steps)[number]

const dispute = z.object({
  title: z.string(),
  subject: z.enum(subjects),
  claim: claimSchema,
  assertsLaw: z.string().optional(),
  declaresArbitration: z.boolean().optional(),
  /** What is to be secured before any suit or arbitration. */
  measure: z
    .object({
      type: z.enum(measureTypes),
      amount: z.string().optional(),
      urgent: z.boolean(),
      assets: z.array(z.string()),
    })
    .optional(),
})
const way = z.object({
  pathway: z.enum([...filingSchema.shape.pathway.options, 'interimMeasures']),
  organisation: z.string(),
})

/** What has been answered so far, step by step. An answer that today's form would not give is asked for again. */
export const draftSchema = z.object({
  way: asked(way),
  claimant: asked(partySchema),
  others: asked(z.array(partySchema)),
  contract: asked(contractSchema),
  claim: asked(dispute),
  exhibits: asked(z.array(exhibitSchema)),
})

function asked<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

export type Draft = z.infer<typeof draftSchema>
export type Way = z.infer<typeof way>
export type Dispute = z.infer<typeof dispute>

/** The first step without which nothing can be filed. */
export function firstOpen({ way, claimant, others = [], contract, claim }: Draft): StepName | undefined {
  if (!way) return 'way'
  if (!claimant) return 'claimant'
  if (!others.some(({ side }) => side === 'respondent')) return 'others'
  if (!contract) return 'contract'
  // An institution charges by the sum in dispute.
  const needsSum = way.pathway === 'arbitration'
  const needsMeasure = way.pathway === 'interimMeasures'
  return !claim || (needsSum && Number(claim.claim.amount) === 0) || (needsMeasure && !claim.measure)
    ? 'claim'
    : undefined
}

export const stepAfter = (step: StepName): StepName => steps[steps.indexOf(step) + 1] ?? 'check'

/** Another party of the case: the claimant is p1, and no id is given twice. */
export const nextPartyId = ({ others = [] }: Draft): string =>
  `p${Math.max(1, ...others.map(({ id }) => Number(id.slice(1)))) + 1}`

/** Those who sue or are sued, of whom a contract may say something. */
export const mainParties = ({ claimant, others = [] }: Draft) =>
  [...(claimant ? [claimant] : []), ...others].filter(({ side }) => side !== 'thirdParty')

/** A contract that says nothing more of a party that is gone: its id may be given anew. */
export const withoutParty = (contract: Filing['contract'], id: string): Filing['contract'] => {
  const { characteristicParty, consumer, ...rest } = contract
  return {
    ...rest,
    ...(characteristicParty !== id && { characteristicParty }),
    ...(consumer !== id && { consumer }),
  }
}

export type Ready = { filing: CaseFiling; organisation: string; data: Data }

/** The filing that the answers amount to, once every step is answered. */
export function ready(draft: Draft, language: Language): Ready | undefined {
  const { way, claimant, others = [], contract, claim: answer, exhibits: documents = [] } = draft
  if (firstOpen(draft) !== undefined || !way || !claimant || !contract || !answer) return undefined
  const { title, subject, claim } = answer
  return {
    organisation: way.organisation,
    filing: {
      pathway: way.pathway,
      title,
      subject,
      language,
      claim,
      contract: contractOf(way, contract),
      parties: [claimant, ...others],
      documents,
    },
    data: told(way, answer),
  }
}

/** What the court or the institution is told with the filing. */
function told({ pathway }: Way, { assertsLaw, declaresArbitration, measure }: Dispute): Data {
  if (pathway === 'litigation')
    return {
      declaresArbitration: declaresArbitration ?? false,
      ...(assertsLaw !== undefined && { assertsLaw }),
    }
  if (pathway !== 'interimMeasures' || !measure) return {}
  const { type, urgent, amount, assets } = measure
  return { type, urgent, ...(amount !== undefined && { amount }), ...(assets.length > 0 && { assets }) }
}

/** Whoever files for arbitration has said with the way which institution the clause names. */
export const contractOf = ({ pathway, organisation }: Way, contract: Filing['contract']) =>
  pathway === 'arbitration'
    ? { ...contract, institution: organisation === 'AD_HOC' ? null : organisation }
    : contract
