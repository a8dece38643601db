import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(folder, file))

const text = (file: string) => readFileSync(file, 'utf8')

const importsOf = (file: string) =>
  [...text(file).matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(([, from, dynamic]) => {
    const target = from ?? dynamic ?? ''
    return target.startsWith('.') ? path.join(path.dirname(file), target) : target
  })

/** The first folder of a file: the house it belongs to. */
const house = (target: string) => target.split('/')[0]

it('keeps workflows pure: no web, no database, no time of day, no chance', () => {
  for (const file of filesIn('workflows')) {
    for (const target of importsOf(file)) {
      expect(target, file).toMatch(/^(workflows\/|xstate$|zod$|temporal-polyfill$)/)
    }
    expect(text(file), file).not.toMatch(
      /Date\.now|new Date\(|Temporal\.Now|Math\.random|process\.|\basync\b|\bawait\b/,
    )
  }
})

it('uses nothing of XState that needs a running actor or hides a state', () => {
  for (const file of filesIn('workflows').filter(file => !file.includes('/rules/'))) {
    expect(text(file), file).not.toMatch(/\b(after|invoke|always|history|spawnChild|sendTo|raise)\s*[:(]/)
    expect(text(file), file).not.toMatch(/type: '(final|parallel|history)'/)
  }
})

it('keeps migrations frozen: they import nothing of ours', () => {
  for (const file of filesIn('migrations')) expect(importsOf(file), file).toEqual(['kysely'])
})

it('lets nothing but tests reach tests, and nothing but seeds reach seeds', () => {
  for (const file of ['server', 'workflows', 'migrations', 'seeds', 'views'].flatMap(filesIn)) {
    for (const target of importsOf(file)) {
      expect(house(target), `${file} → ${target}`).not.toBe('test')
      if (house(file) !== 'seeds' && !loadsSandbox.has(file))
        expect(house(target), `${file} → ${target}`).not.toBe('seeds')
    }
  }
})

// The first start fills an empty database.
const loadsSandbox = new Set(['server/sandbox.ts'])

it('reads the environment in one place', () => {
  for (const file of ['server', 'workflows', 'migrations', 'seeds'].flatMap(filesIn)) {
    if (file === 'server/config.ts') continue
    expect(text(file), file).not.toMatch(/process\.env/)
  }
})

it('takes the engine role only to fire an event, to open a proceeding, to say who speaks, or for the clock', () => {
  const takers = ['server', 'seeds'].flatMap(filesIn).filter(file => /\btakeEngine\(trx/.test(text(file)))
  expect(takers.sort()).toEqual([
    'server/clock.ts',
    'server/proceedings/fireEvent.ts',
    'server/proceedings/open.ts',
    'server/proceedings/openOnCase.ts',
    'server/representations/represent.ts',
  ])
  const naming = ['server', 'seeds']
    .flatMap(filesIn)
    .filter(file => /'role', 'engine'|set (local )?role engine/.test(text(file)))
  expect(naming).toEqual(['server/proceedings/queries.ts'])
})

it('asks no database for the time', () => {
  for (const file of [...filesIn('server'), ...filesIn('seeds'), ...filesIn('migrations')]) {
    expect(text(file), file).not.toMatch(
      /\bnow\(\)\s*(?!:|=>|,\s*log)[^.;)\]}\s]*::|current_date|current_timestamp|default now\(\)/i,
    )
    if (!file.startsWith('migrations')) expect(sqlIn(file), file).not.toMatch(/\bnow\(\)/i)
  }
})

const sqlIn = (file: string) =>
  [...text(file).matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map(([, statement]) => statement).join('\n')

it('keeps statements in queries, and what writes an event in its own file', () => {
  const mayQuery =
    /(queries|Queries|search|record|effects|open|registers|db|migrate|drift)\.ts$|^server\/database\//
  for (const file of filesIn('server').filter(file => !mayQuery.test(file))) {
    expect(text(file), file).not.toMatch(/\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql[<`]/)
  }
})

it('uses the system clock in one place', () => {
  for (const file of filesIn('server').filter(file => file !== 'server/time.ts')) {
    expect(text(file), file).not.toMatch(/Date\.now\(|new Date\(\)|Temporal\.Now/)
  }
})

it('lets a feature use another’s verbs and queries, never its routes', () => {
  for (const file of filesIn('server').filter(file => !/^server\/(app|index)\.ts$/.test(file))) {
    for (const target of importsOf(file)) {
      if (path.dirname(target) === path.dirname(file)) continue
      expect(target, file).not.toMatch(/\/(routes|forms)\.ts$/)
    }
  }
})

it('keeps hand-written files within 300 lines, but for rule tables and machines', () => {
  const long = ['server', 'workflows', 'seeds', 'views']
    .flatMap(filesIn)
    .filter(file => text(file).split('\n').length > 300)
  const tables = [
    'server/schema.ts',
    'workflows/judicialConfirmation.ts',
    'workflows/lawAscertainment.ts',
    'workflows/mediation.ts',
    'workflows/rules/deadlineRules.ts',
  ]
  expect(long.filter(file => !tables.includes(file))).toEqual([])
})
