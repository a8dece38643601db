import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, inject, it, onTestFinished } from 'vitest'
import { admin, on } from '../support/database.ts'

it('npm start migrates an empty database of one’s own, serves it, and stops on Ctrl-C', async () => {
  const server = inject('databaseServer')
  const name = `qh_${randomUUID().replaceAll('-', '')}`
  await admin(server, `create database ${name}`)
  onTestFinished(() => admin(server, `drop database ${name} with (force)`))

  const program = spawn('npm', ['start'], {
    detached: true, // in a process group of its own, as a terminal has it
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', SESSION_SECRET: randomUUID(), LOG_LEVEL: 'error' },
      ...{ DATABASE_URL: on(server, name), PORT: '0' },
    },
  })
  const exited = once(program, 'exit')
  const interrupt = () => process.kill(-program.pid!, 'SIGINT')
  onTestFinished(() => {
    if (program.exitCode === null && program.signalCode === null) interrupt()
  })

  const address = await addressIn(createInterface(program.stdout))
  const page = await fetch(`${address}/sign-in`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('name="password"')
  expect((await fetch(`${address}/health/ready`)).status).toBe(200)

  interrupt()
  await exited
  await expect(fetch(address)).rejects.toThrow()
}, 60_000)

async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /^Open (\S+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('it gave up')
}
