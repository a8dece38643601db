import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { password } from './test.ts'

/** A request as it goes over the wire: nothing of it is put right. */
export type Asked = { method: string; path: string; cookie?: string; type?: string; body?: string | Buffer }
export type Answer = { status: number; type: string; location: string; cookies: string[]; text: string }
export type Ask = (asked: Asked) => Promise<Answer>
/** Somebody with a session, and the token of its forms. */
export type Visitor = { cookie: string; token: string }

/** Listens, and sends many requests over few connections. */
export async function serve(app: Express, onCleanup: (stop: () => void) => void): Promise<Ask> {
  const server = app.listen(0, '127.0.0.1')
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  onCleanup(() => {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return asked => answerTo(asked, { port, agent })
}

function answerTo({ method, path, cookie = '', type, body }: Asked, to: { port: number; agent: http.Agent }) {
  const form = 'application/x-www-form-urlencoded'
  const headers = { cookie, ...(body !== undefined && { 'content-type': type ?? form }) }
  return new Promise<Answer>((resolve, reject) => {
    const request = http.request({ ...to, host: '127.0.0.1', method, path, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { 'content-type': type = '', location = '', 'set-cookie': cookies = [] } = response.headers
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, type, location, cookies, text })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Somebody who has not signed in yet. */
export async function visit(ask: Ask): Promise<Visitor> {
  const { text, cookies } = await ask({ method: 'GET', path: '/sign-in' })
  return { cookie: cookieIn(cookies), token: tokenIn(text) }
}

export async function signIn(ask: Ask, email: string): Promise<Visitor> {
  const { cookie, token } = await visit(ask)
  const body = new URLSearchParams({ email, password, _csrf: token }).toString()
  const { cookies } = await ask({ method: 'POST', path: '/sign-in', cookie, body })
  const entered = cookieIn(cookies)
  const { text } = await ask({ method: 'GET', path: '/cases', cookie: entered })
  return { cookie: entered, token: tokenIn(text) }
}

const cookieIn = (cookies: string[]) => cookies.map(line => line.split(';')[0]).join('; ')
const tokenIn = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
