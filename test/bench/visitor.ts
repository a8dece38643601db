import { randomUUID } from 'node:crypto'

export type Visitor = Awaited<ReturnType<typeof signIn>>

/** Somebody with a cookie, who posts forms with the token of their page. */
export async function signIn(origin: string, email: string, password: string) {
  let cookie = ''
  const request = async (path: string, body?: Record<string, string>) => {
    const answer = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name] = pair.split('=')
      cookie = [...cookie.split('; ').filter(kept => kept && !kept.startsWith(`${name}=`)), pair].join('; ')
    }
    return { status: answer.status, text: await answer.text() }
  }
  const tokenIn = (page: string) => /name="_csrf"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''

  const first = await request('/sign-in')
  const entered = await request('/sign-in', { email, password, _csrf: tokenIn(first.text) })
  if (entered.status >= 400) throw new Error(`${email} could not sign in: ${entered.status}`)
  const token = tokenIn((await request('/cases')).text)

  return {
    get: async (path: string) => {
      const { status } = await request(path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
    },
    complain: async (reference: string) => {
      const { status } = await request(`/cases/${reference}/mediation/1/complain`, {
        conduct: `Measured ${reference}`,
        _csrf: token,
        _form: randomUUID(),
      })
      if (status !== 303) throw new Error(`${reference}: a complaint answered ${status}`)
    },
  }
}
