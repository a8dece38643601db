import { z } from 'zod'
import { grounds } from './disclose.ts'

const longest = 4_000
const blank = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed)
const party = z.preprocess(blank, z.string('choose').optional())

const asking = z.object({
  ground: z.preprocess(blank, z.enum(grounds, 'choose')),
  reason: z.preprocess(
    blank,
    z
      .string('required')
      .transform(typed => typed.replaceAll('\r\n', '\n').trim())
      .pipe(
        z
          .string()
          .regex(/^[^\0\p{Surrogate}]*$/u, 'nul')
          .max(longest, 'tooLong'),
      ),
  ),
  _party: party,
})

const answer = z.object({
  answer: z.preprocess(blank, z.enum(['yes', 'no'], 'choose')),
  _party: party,
})

export type Problems = Record<string, { key: string; max?: number }>
type Read<Form extends z.ZodType> = { answers: z.output<Form> } | { problems: Problems }

function read<Form extends z.ZodType>(form: Form, body: unknown): Read<Form> {
  const { success, data, error } = form.safeParse(body ?? {})
  if (success) return { answers: data }
  const problems: Problems = {}
  for (const { path, message } of error.issues)
    problems[String(path[0])] ??= { key: message, ...(message === 'tooLong' && { max: longest }) }
  return { problems }
}

export const readAsking = (body: unknown) => read(asking, body)
export const readAnswer = (body: unknown) => read(answer, body)
