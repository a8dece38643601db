import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely'
import pg from 'pg'
import { pathways } from '../workflows/index.ts'
import type { Pathway } from '../workflows/pathway.ts'
import { guardsOf } from '../workflows/step.ts'
import { root } from './root.ts'

/** Brings the database at this address up to date, as its owner, and lists the moves that are legal in it. */
export async function migrate(url: string): Promise<void> {
  const db = new Kysely<never>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  })
  try {
    const { error, results } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
    const failed = results?.find(({ status }) => status === 'Error')
    if (error !== undefined) {
      throw new Error(`migration ${failed?.migrationName ?? ''} failed`, { cause: error })
    }
    await listLegalTransitions(db)
  } finally {
    await db.destroy()
  }
}

// Kysely's own file provider imports from inside node_modules, which cannot load TypeScript on Node 20; and it reads
// every migration, where mostly none is to be run.
async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(path.join(root, 'migrations'))).filter(file => file.endsWith('.ts')).sort()
  const names = files.map(file => path.basename(file, '.ts'))
  return Object.fromEntries(names.map(name => [name, { up: db => run(name, db) }]))
}

async function run(name: string, db: Kysely<unknown>): Promise<void> {
  const module: unknown = await import(`../migrations/${name}.ts`)
  if (!isMigration(module)) throw new Error(`${name} is no migration`)
  await module.up(db)
}

const isMigration = (module: unknown): module is Migration =>
  typeof module === 'object' && module !== null && 'up' in module && typeof module.up === 'function'

/** Every (from, event, to) that a machine can make, `none` standing for a proceeding not yet opened. */
export function transitionsOf(pathway: Pathway) {
  return Object.keys(pathway.machine.states).flatMap(state =>
    Object.keys(pathway.events).flatMap(type =>
      guardsOf(pathway, state, type).map(({ target }) => ({
        pathway: pathway.name,
        version: pathway.version,
        from_state: state === 'unopened' ? 'none' : state,
        type,
        to_state: target,
      })),
    ),
  )
}

async function listLegalTransitions(db: Kysely<never>): Promise<void> {
  const rows = Object.values(pathways).flatMap(transitionsOf)
  await sql`
    insert into legal_transitions (pathway, version, from_state, type, to_state)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (pathway text, version int, from_state text, type text, to_state text)
    on conflict do nothing
  `.execute(db)
}
