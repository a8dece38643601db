import { z } from 'zod'
import { edition, verdicts, warningRules } from '../../workflows/rules/findings.ts'
import { seats, supervisoryCourts } from '../../workflows/rules/seat.ts'
import {
  clauseQuestion,
  deadlineQuestion,
  feeQuestion,
  jurisdictionQuestion,
  lawQuestion,
} from './questions.ts'

const day = z.iso.date()
const basis = z.array(z.string()).meta({ description: 'Ids of the rules and articles, as GL-16 or CPL 85' })
const confidence = z.enum(['confirmed', 'modelling', 'unconfirmed']).meta({
  description: 'How sure the source is: read, a choice made where the law is silent, or not confirmed',
})
const params = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.object({ amount: z.string(), currency: z.string() }),
])

const finding = z.object({
  verdict: z.enum(verdicts),
  basis,
  steps: z.array(z.object({ step: z.string(), basis: z.array(z.string()) }).catchall(params)),
  warnings: z.array(z.enum(Object.keys(warningRules))),
  needs: z.array(z.string()).meta({ description: 'Names of the facts that are missing' }),
  confidence,
})

/** What is answered; a test holds every answer to it. */
export const answers = {
  deadlines: z.object({
    rule: z.string(),
    calendar: z.string(),
    due: day,
    raw: day.meta({ description: 'Where the count ends before rest days move it' }),
    lapsesAt: z.iso.datetime(),
    steps: z.array(z.object({ step: z.string(), basis: z.string() }).catchall(params)),
    basis,
    provisional: z.boolean().meta({ description: 'The holidays of a year it touches are not announced yet' }),
    confidence,
  }),
  fees: z.object({
    kind: z.string(),
    fee: z.string().nullable().meta({ description: 'A decimal; null where the schedule gives only a range' }),
    currency: z.string(),
    workings: z.array(z.object({ line: z.string() }).catchall(params)),
    basis,
    confidence,
  }),
  'governing-law': finding.extend({
    law: z.string().nullable(),
    chosen: z.boolean(),
    foreignRelated: z.boolean(),
  }),
  'arbitration-clause': finding.extend({
    laws: z.array(z.string()),
    seat: z.enum(seats).nullable(),
    supervisoryCourt: z.enum(supervisoryCourts).nullable(),
    seatFinding: z.looseObject({}),
  }),
  jurisdiction: finding.extend({
    foreignRelated: z.boolean(),
    court: z.string().nullable(),
    procedures: z.array(z.string()),
    venue: z.array(z.string()),
  }),
  'read-clause': z.object({
    governingLaws: z.array(z.string()),
    seat: z.string().nullable(),
    institution: z.string().nullable(),
    rules: z.string().nullable(),
    arbitrators: z.int().nullable(),
    language: z.string().nullable(),
    treaty: z.string().optional(),
    notes: z.array(z.string()),
    from: z.record(z.string(), z.string()),
  }),
}

const questions = {
  deadlines: {
    schema: deadlineQuestion,
    summary: 'By when: the last day of a period, and how it was counted',
  },
  fees: { schema: feeQuestion, summary: 'How much: a fee, with its working' },
  'governing-law': { schema: lawQuestion, summary: 'Which law governs a contract or claim' },
  'arbitration-clause': {
    schema: lawQuestion,
    summary: 'Whether an arbitration clause carries, and its seat',
  },
  jurisdiction: { schema: jurisdictionQuestion, summary: 'Which court, and in which procedures' },
  'read-clause': { schema: clauseQuestion, summary: 'What a clause says, as far as it says it plainly' },
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
})

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: 'draft-2020-12', io })
  return plain
}

const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const pathOf = (name: keyof typeof questions) => ({
  post: {
    operationId: name,
    summary: questions[name].summary,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: json(questions[name].schema, 'input') } },
    },
    responses: {
      200: {
        description: 'The answer, with the rules it rests on',
        content: { 'application/json': { schema: json(answers[name], 'output') } },
      },
      400: problemOf('The body is no JSON'),
      413: problemOf('The body is too large'),
      422: problemOf('A field is missing or cannot be used; one problem for each'),
    },
  },
})

/** The description of the API, made from the schemas that it reads questions by. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Rules of the Qianhai dispute-resolution platform',
    version: edition,
    description:
      'Deadlines, fees, governing law, arbitration clauses and courts, each answer with its working and articles. Not legal advice: a verdict says what a rule carries, never that something is valid.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api' }],
  security: [],
  paths: {
    '/deadlines': pathOf('deadlines'),
    '/fees': pathOf('fees'),
    '/governing-law': pathOf('governing-law'),
    '/arbitration-clause': pathOf('arbitration-clause'),
    '/jurisdiction': pathOf('jurisdiction'),
    '/read-clause': pathOf('read-clause'),
  },
  components: { schemas: { Problem: json(problem, 'output') } },
}
