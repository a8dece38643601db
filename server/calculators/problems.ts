import type { Response } from 'express'
import type { z } from 'zod'
import type { Translate } from '../web/language.ts'

/** A question well put that the rules cannot answer as it stands; `field` says what to change. */
export class Unanswerable extends Error {
  readonly field: string
  readonly problem: string
  readonly params: Record<string, string>

  constructor(field: string, problem: string, params: Record<string, string> = {}) {
    super(`${field}: ${problem}`)
    this.field = field
    this.problem = problem
    this.params = params
  }
}

export type Problem = { pointer: string; code: string; detail: string }

/** One problem for each field, the first that was found, by its JSON pointer. */
export function problemsIn(error: z.ZodError | Unanswerable, t: Translate): Problem[] {
  if (error instanceof Unanswerable) {
    const detail = t(`calculators:problem.${error.problem}`, error.params)
    return [{ pointer: `/${error.field}`, code: error.problem, detail }]
  }
  const found = new Map<string, Problem>()
  for (const issue of error.issues) {
    const pointer = issue.path.map(part => `/${escaped(String(part))}`).join('')
    const code = codeOf(issue)
    if (!found.has(pointer))
      found.set(pointer, { pointer, code, detail: t(`calculators:problem.${code}`, valuesOf(issue)) })
  }
  return [...found.values()]
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'wrongType'
  if (issue.code === 'invalid_value') return issue.input === undefined ? 'missing' : 'notOneOf'
  if (issue.code === 'too_big' || issue.code === 'too_small')
    return issue.code === 'too_big' ? 'tooMuch' : 'tooLittle'
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'notADay'
  return 'malformed'
}

const valuesOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_value' ? { values: issue.values.slice(0, 60).map(String).join(', ') } : {}

/** RFC 9457. */
export function sendProblem(
  res: Response,
  t: Translate,
  { status, problem, errors }: { status: number; problem: string; errors?: Problem[] },
): void {
  res
    .status(status)
    .set('X-Content-Type-Options', 'nosniff')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/api#${problem}`,
        title: t(`calculators:title.${problem}`),
        status,
        ...(errors && { errors }),
      }),
    )
}
