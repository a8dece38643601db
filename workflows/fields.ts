import { z } from 'zod'

/** How a field is asked for on a page. */
export type Widget =
  | 'party'
  | 'parties'
  | 'person'
  | 'people'
  | 'day'
  | 'money'
  | 'word'
  | 'yesNo'
  | 'line'
  | 'text'
  | 'lines'
  | 'rule'
  | 'signatures'
  | 'methods'
  | 'record'
  | 'seq'

export type Field = {
  widget: Widget
  schema: z.ZodType
  optional: boolean
  /** The closed list of a word field. */
  words: readonly string[]
  /** Filled in by lot or by the server, never asked for. */
  byLot?: true
  /** Where a day may lie, seen from the day of the act (`pathways.md` 1.2 and 4, *future*). */
  time: 'past' | 'future' | 'any'
}

const plain = (widget: Widget, schema: z.ZodType): Field => ({
  widget,
  schema,
  optional: false,
  words: [],
  time: 'past',
})

// A NUL or half of a surrogate pair cannot be stored as jsonb, so neither gets this far.
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000')
const written = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(storable, { params: { is: 'unreadable' } })
const id = written(64)
const dayText = z.iso.date()
const amount = z
  .string()
  .trim()
  .transform(typed => typed.replaceAll(',', ''))
  .pipe(z.string().regex(/^\d{1,13}(\.\d{1,2})?$/))

export const party = plain('party', id)
export const parties = plain('parties', z.array(id).max(50))
export const person = plain('person', id)
export const people = plain('people', z.array(id).min(1).max(9))
/** A whole roll or register. */
export const roll = plain('people', z.array(id).max(1_000))
export const day = plain('day', dayText)
export const futureDay: Field = { ...day, time: 'future' }
export const anyDay: Field = { ...day, time: 'any' }
/** A decimal amount such as 8800000.00, in the currency of the claim. */
export const money = plain('money', amount)
export const yesNo = plain('yesNo', z.boolean())
export const line = plain('line', written(300))
export const text = plain('text', written(20_000))
export const lines = plain('lines', z.array(written(2_000)).min(1).max(50))
export const rule = plain('rule', written(80))
export const seq = plain('seq', z.number().int().positive())
/** The data of another event, checked against that event's own form before it gets here. */
export const record = plain('record', z.record(z.string(), z.unknown()))
export const signatures = plain('signatures', z.array(z.strictObject({ party: id, on: dayText })).max(50))
export const methods = plain(
  'methods',
  z.array(z.strictObject({ party: id, method: written(40), sentOn: dayText })).max(50),
)
export const word = (...words: string[]): Field => ({ ...plain('word', z.enum(words)), words })
export const optional = (field: Field): Field => ({ ...field, optional: true })
export const byLot = (field: Field): Field => ({ ...field, optional: true, byLot: true })

export type EventForm = Record<string, Field>

/** What events carry: one name has one type in every pathway. Which of them an event has is said by its form. */
const dataSchema = z
  .object({
    against: z.string(),
    amount: z.string(),
    announcedOn: z.string(),
    arbitrator: z.string(),
    arbitratorMediates: z.boolean(),
    arbitrators: z.array(z.string()),
    as: z.string(),
    assertsLaw: z.string(),
    assetKind: z.string(),
    assets: z.union([z.array(z.string()), z.string()]),
    calendar: z.string(),
    change: z.string(),
    channel: z.string(),
    check: z.string(),
    chosen: z.boolean(),
    circumstance: z.string(),
    closureDay: z.string(),
    commenced: z.boolean(),
    complex: z.boolean(),
    conduct: z.string(),
    consents: z.array(z.string()),
    correction: z.string(),
    court: z.string(),
    data: z.record(z.string(), z.unknown()),
    declaresArbitration: z.boolean(),
    defects: z.string(),
    detail: z.string(),
    disputedAsset: z.boolean(),
    drawnFrom: z.array(z.string()),
    drawnOn: z.string(),
    dueOn: z.string(),
    executedOn: z.string(),
    expert: z.string(),
    facts: z.string(),
    form: z.string(),
    forum: z.string(),
    granted: z.boolean(),
    ground: z.string(),
    hearingOn: z.string(),
    incoming: z.string(),
    jurors: z.array(z.string()),
    kind: z.string(),
    law: z.string(),
    learntOn: z.string(),
    lift: z.boolean(),
    materials: z.array(z.string()),
    measure: z.string(),
    measures: z.array(z.string()),
    mediator: z.string(),
    method: z.string(),
    methods: z.array(z.object({ party: z.string(), method: z.string(), sentOn: z.string() })),
    nextMethod: z.string(),
    noInterestStatement: z.boolean(),
    obstacleEndedOn: z.string(),
    online: z.boolean(),
    outcome: z.string(),
    outgoing: z.string(),
    panel: z.array(z.string()),
    partial: z.boolean(),
    party: z.string(),
    partyId: z.string(),
    performBy: z.string(),
    phase: z.string(),
    present: z.array(z.string()),
    priorJudgment: z.string(),
    procedure: z.string(),
    qualification: z.string(),
    questions: z.array(z.string()),
    reason: z.string(),
    reasons: z.string(),
    receivedOn: z.string(),
    relief: z.string(),
    replacement: z.string(),
    reportAndVerify: z.string(),
    request: z.string(),
    respondentConsents: z.boolean(),
    rule: z.string(),
    rules: z.string(),
    seat: z.string(),
    seed: z.string(),
    sentOn: z.string(),
    seq: z.number(),
    servedOn: z.string(),
    settledPrivately: z.boolean(),
    signatures: z.array(z.object({ party: z.string(), on: z.string() })),
    signedBy: z.array(z.string()),
    signedOn: z.string(),
    stage: z.string(),
    state: z.string(),
    subject: z.string(),
    summary: z.string(),
    terms: z.string(),
    toCourt: z.string(),
    type: z.string(),
    until: z.string(),
    upheld: z.boolean(),
    urgent: z.boolean(),
    verdict: z.string(),
    asset: z.string(),
    instrument: z.string(),
    parties: z.array(z.string()),
    ruling: z.string(),
    security: z.boolean(),
    step: z.string(),
    stepOn: z.string(),
    venue: z.string(),
    what: z.string(),
    institution: z.string(),
    why: z.string(),
    with: z.string(),
  })
  .partial()

export type Data = z.infer<typeof dataSchema>

const strictly = (form: EventForm) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(form).map(([name, field]) => [
          name,
          field.optional ? field.schema.optional() : field.schema,
        ]),
      ),
    )
    .pipe(dataSchema.pick(namesIn(form)))

const namesIn = (form: EventForm): Partial<Record<keyof Data, true>> =>
  Object.fromEntries(Object.keys(form).map(name => [name, true] as const))

const schemas = new WeakMap<EventForm, ReturnType<typeof strictly>>()

/** Checks what an event carries against its form. Nothing that the form does not name is accepted. */
export function schemaOf(form: EventForm): ReturnType<typeof strictly> {
  const known = schemas.get(form) ?? strictly(form)
  schemas.set(form, known)
  return known
}
