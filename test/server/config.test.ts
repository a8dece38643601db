import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

const secret = 'a secret of thirty-two characters'
const database = 'postgres://app:word@db.example/cases'

test('everything that is wrong is named at once', () => {
  const read = () =>
    readConfig({
      NODE_ENV: 'production',
      PORT: '70000',
      TRUSTED_PROXIES: 'one',
      DATABASE_DIRECT_URL: 'mysql://db.example',
      LOG_LEVEL: 'loud',
    })
  for (const key of ['PORT', 'TRUSTED_PROXIES', 'DATABASE_DIRECT_URL', 'LOG_LEVEL', 'SESSION_SECRET'])
    expect(read).toThrow(`\n  ${key}: `)
})

test('an empty setting counts as none', () => {
  expect(readConfig({ SESSION_SECRET: secret, PORT: '', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
  })
})

test('migrations use the direct address, or else the only one', () => {
  const config = (env: NodeJS.ProcessEnv) => readConfig({ SESSION_SECRET: secret, ...env })
  expect(config({ DATABASE_URL: database }).databaseDirectUrl).toBe(database)
  expect(config({ DATABASE_URL: database, DATABASE_DIRECT_URL: `${database}2` })).toMatchObject({
    databaseUrl: database,
    databaseDirectUrl: `${database}2`,
  })
  expect(() => config({ DATABASE_DIRECT_URL: database })).toThrow('of no use without DATABASE_URL')
})

test('in production nobody but the operator chooses the session secret', () => {
  expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('SESSION_SECRET: is required in production')
  expect(() => readConfig({ NODE_ENV: 'production', SESSION_SECRET: 'short' })).toThrow('32 characters')
  expect(readConfig({ NODE_ENV: 'production', SESSION_SECRET: secret }).sessionSecret).toBe(secret)
})

test('elsewhere it is made once and stays the same, for no other user to read', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'qianhai-config-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const env = { DATA_DIR: path.join(parent, 'data') }
  const { sessionSecret, dataDir } = readConfig(env)
  expect(sessionSecret.length).toBeGreaterThanOrEqual(32)
  expect(readConfig(env).sessionSecret).toBe(sessionSecret)
  const [file] = await readdir(dataDir)
  expect((await stat(path.join(dataDir, file!))).mode & 0o777).toBe(0o600)
})

test('a data folder that cannot be used is an error of the environment', () => {
  const DATA_DIR = path.join(import.meta.filename, 'data')
  expect(() => readConfig({ DATA_DIR })).toThrow('DATA_DIR: ')
})
