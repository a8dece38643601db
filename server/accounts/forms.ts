import { z } from 'zod'

const Credentials = z.object({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1000),
})

/** @returns what was typed, and of which fields there is nothing that could be looked up */
export function readSignIn(body: unknown) {
  const { data, error } = Credentials.safeParse(body ?? {})
  return { credentials: data, missing: (error?.issues ?? []).map(({ path: [field] }) => String(field)) }
}

/** Where to go after signing in: a page of ours, whatever the address said; the start page stands for none. */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !URL.canParse(asked, here)) return '/'
  const { origin, pathname, search } = new URL(asked, here)
  const isOurs = origin === here && !pathname.startsWith('//') && !pathname.startsWith('/sign-')
  return isOurs ? pathname + search : '/'
}

const here = 'http://here.invalid'
