import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export const template = 'qh_template'

/** A migrated database of the caller's own. */
export async function freshDatabase() {
  const server = inject('databaseServer')
  const name = `qh_${randomUUID().replaceAll('-', '')}`
  await admin(server, `create database ${name} template ${template} strategy file_copy`)
  return { url: on(server, name), drop: () => admin(server, `drop database ${name} with (force)`) }
}

export async function admin(server: string, statement: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

export function on(server: string, database: string) {
  const url = new URL(server)
  url.pathname = database
  return url.href
}
