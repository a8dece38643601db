import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { CannotStart } from '../errors.ts'

export class PortTaken extends CannotStart {}

/** Serves until it is stopped; stopping lets the requests in hand finish. */
export async function listen(app: Express, { host, port }: { host: string; port: number }) {
  const server = createServer(app)
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw refusal(error, host, port)
  }
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      setTimeout(() => server.closeAllConnections(), patience).unref()
      await closed
    },
  }
}

const patience = 10_000

function refusal(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const advice = 'Stop what uses it, or set PORT to another number (0 for any that is free).'
  if (code === 'EADDRINUSE') return new PortTaken(`Port ${port} on ${host} is already in use. ${advice}`)
  if (code === 'EACCES')
    return new PortTaken(`This user may not listen on port ${port} of ${host}. ${advice}`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new PortTaken(`HOST ${host} is not an address of this machine.`)
  return error
}
