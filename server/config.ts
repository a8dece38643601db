import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { CannotStart } from './errors.ts'
import { root } from './root.ts'

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgres://user:password@host:5432/database',
})

const Env = z.object({
  NODE_ENV: z.enum(['local', 'development', 'test', 'production']).default('local'),
  PORT: wholeNumber(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  SANDBOX_PASSWORD: z.string().optional(),
  ADMINISTRATOR_PASSWORD: z.string().min(12, 'must be at least 12 characters long').max(200).optional(),
  TRUSTED_PROXIES: wholeNumber(100).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export class UnusableEnvironment extends CannotStart {}

export type Config = ReturnType<typeof readConfig>

/** Reads the environment once, at start-up, and says everything that is wrong with it. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data: env, error } = Env.safeParse(given)
  const complaints = [
    ...(error?.issues ?? []).map(({ path: [key], message }) => `${String(key)}: ${message}`),
    ...contradictions(given),
  ]
  if (!env || complaints.length > 0) throw new UnusableEnvironment(unusable(...complaints))

  const dataDir = path.resolve(root, env.DATA_DIR)
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    sessionSecret: env.SESSION_SECRET ?? keptSecret(dataDir),
    sandboxPassword: env.SANDBOX_PASSWORD,
    administratorPassword: env.ADMINISTRATOR_PASSWORD,
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
  }
}

function wholeNumber(most: number) {
  const error = `must be a whole number from 0 to ${most}`
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine(number => number <= most, error)
}

function* contradictions(given: NodeJS.ProcessEnv) {
  if (given.NODE_ENV === 'production' && !given.SESSION_SECRET)
    yield 'SESSION_SECRET: is required in production, at least 32 characters long'
  if (given.DATABASE_DIRECT_URL && !given.DATABASE_URL)
    yield 'DATABASE_DIRECT_URL: is of no use without DATABASE_URL'
}

const unusable = (...complaints: string[]) =>
  ['The environment cannot be used:', ...complaints.map(complaint => `  ${complaint}`)].join('\n')

/** Kept beside the data, so that people stay signed in over a restart. */
function keptSecret(dataDir: string) {
  const file = path.join(dataDir, 'session-secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UnusableEnvironment(unusable(`DATA_DIR: ${String(error)}`), { cause: error })
  }
}
