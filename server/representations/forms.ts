import { z } from 'zod'
import { capacities, instances, powerForms } from '../../workflows/rules/representation.ts'
import { typedDay } from '../web/typedDay.ts'
import type { Mandate } from './represent.ts'

/** What is wrong with a form: the field and the name of the words for it (`representations:error.…`). */
export type Wrong = Record<string, string>

const blank = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed)
const unstorable = /[\0\p{Surrogate}]/u

const form = z.object({
  party: z.string('party').min(1, 'party').max(64, 'party'),
  email: z.string('email').trim().max(320, 'email').pipe(z.email('email')),
  capacity: z.enum(['self', ...capacities], 'capacity'),
  powerReceivedOn: z.preprocess(blank, z.iso.date('day').optional()),
  powerForm: z.preprocess(blank, z.enum(powerForms, 'powerForm').optional()),
  specialAuthority: z.preprocess(blank, z.enum(['yes', 'no'], 'specialAuthority').optional()),
  instance: z.preprocess(blank, z.enum(instances, 'instance').optional()),
})

/** Reads a mandate. Whoever is the party itself needs no power; an agent's says when it came, how, and for what (CPL 62). */
export function readMandate(body: unknown, today: string): { mandate: Mandate } | { wrong: Wrong } {
  const typed = { ...(typeof body === 'object' ? (body as Record<string, unknown>) : {}) }
  typed.powerReceivedOn = typedDay(typed, 'powerReceivedOn')
  const { data, error } = form.safeParse(typed)
  const wrong: Wrong = {}
  for (const { path, message } of error?.issues ?? []) wrong[String(path[0])] ??= message
  if (!data) return { wrong }
  const isSelf = data.capacity === 'self'
  const { powerReceivedOn = null, powerForm = null, specialAuthority, instance = null } = data
  if (!isSelf) {
    if (powerReceivedOn === null) wrong.powerReceivedOn = 'day'
    else if (powerReceivedOn > today) wrong.powerReceivedOn = 'future'
    if (powerForm === null) wrong.powerForm = 'powerForm'
    if (specialAuthority === undefined) wrong.specialAuthority = 'specialAuthority'
    if (instance === null) wrong.instance = 'instance'
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const { party, email, capacity } = data
  const power = isSelf
    ? { powerReceivedOn: null, powerForm: null, instance: null, specialAuthority: true }
    : { powerReceivedOn, powerForm, instance, specialAuthority: specialAuthority === 'yes' }
  return { mandate: { party, email, capacity, ...power } }
}

export function readWhy(body: unknown): string | undefined {
  const why = z.object({ why: z.string().trim().min(1).max(1000) }).safeParse(body ?? {}).data?.why
  return why === undefined || unstorable.test(why) ? undefined : why
}
