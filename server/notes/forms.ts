import { z } from 'zod'
import { currencies, parseMoney } from '../../workflows/rules/fees.ts'
import type { NewNote } from './queries.ts'

/** What is wrong with a field: the key of `errors:…`, and what its sentence names besides the field. */
export type Problems = Record<string, { key: string; max?: number }>

const longest = 20_000
const blank = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed)
// A NUL or half of a surrogate pair cannot be kept.
const text = z
  .string('required')
  .transform(typed => typed.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .regex(/^[^\0\p{Surrogate}]*$/u, 'nul')
      .max(longest, 'tooLong'),
  )
const amount = z
  .string('money')
  .transform(typed => typed.normalize('NFKC').replaceAll(' ', ''))
  .refine(isMoney, 'money')

function isMoney(typed: string): boolean {
  try {
    parseMoney(typed, 'CNY')
    return true
  } catch {
    return false
  }
}

/** @param kinds that the writer may write here */
export function readNote(
  body: unknown,
  kinds: string[],
): { note: Omit<NewNote, 'id'> } | { problems: Problems } {
  const form = z.object({
    kind: z.preprocess(
      blank,
      z.string('choose').refine(kind => kinds.includes(kind), 'choose'),
    ),
    body: z.preprocess(blank, text.optional()),
    amount: z.preprocess(blank, amount.optional()),
    'amount-currency': z.enum(currencies, 'choose').optional(),
    mayConvey: z.enum(['yes', 'no'], 'choose').optional(),
    refersTo: z.preprocess(blank, z.uuid('unknown').optional()),
    _party: z.preprocess(blank, z.string('choose').optional()),
  })
  const read = form.safeParse(body ?? {})
  const problems: Problems = {}
  for (const { path, message } of read.error?.issues ?? [])
    problems[String(path[0])] ??= { key: message, ...(message === 'tooLong' && { max: longest }) }
  // Asking for a proposal says all there is to say.
  const { kind: asked, body: typed } = z.looseObject({}).parse(body ?? {})
  if (blank(typed) === undefined && asked !== 'proposalRequest') problems.body = { key: 'required' }
  if (!read.success) return { problems }

  const {
    kind,
    amount: sum,
    'amount-currency': currency = 'CNY',
    mayConvey,
    refersTo,
    _party: party,
  } = read.data
  const inCaucus = kind === 'caucusNote' || kind === 'offer'
  if (inCaucus && mayConvey === undefined) problems.mayConvey = { key: 'choose' }
  if (sum !== undefined && kind !== 'offer') problems.amount = { key: 'notes:problem.onlyOffers' }
  if (Object.keys(problems).length > 0) return { problems }
  return {
    note: {
      kind,
      body: read.data.body ?? '',
      ...(sum !== undefined && { money: parseMoney(sum, currency) }),
      ...(inCaucus && { mayConvey: mayConvey === 'yes' }),
      ...(refersTo !== undefined && { refersTo }),
      ...(party !== undefined && { party }),
    },
  }
}
