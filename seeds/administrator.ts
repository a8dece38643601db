import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { z } from 'zod'
import { hashPassword } from '../server/accounts/passwords.ts'
import { addUser, credentialsOf, givePost } from '../server/accounts/queries.ts'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/database/openDatabase.ts'
import { connect } from '../server/db.ts'
import { CannotStart } from '../server/errors.ts'
import { migrate } from '../server/migrate.ts'
import { shenzhenDay, systemNow } from '../server/time.ts'
import { addOrganisations } from './organisations.ts'

/**
 * Makes somebody an administrator of the platform, who can let everybody else in; a database that has none yet gets
 * its organisations too. Somebody who has an account keeps name and password.
 * @returns whether the account is new
 */
export async function addAdministrator(
  ownerUrl: string,
  { email, password, at }: { email: string; password: string; at: string },
): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  try {
    return await connect(pool)
      .transaction()
      .execute(async trx => {
        const [known] = await trx.selectFrom('organisations').select('id').limit(1).execute()
        if (!known) await addOrganisations(trx, at)
        const account = await credentialsOf(trx, email)
        const id =
          account?.id ??
          (await addUser(trx, { email, name: { en: email }, passwordHash: await hashPassword(password), at }))
        await givePost(trx, id, 'PLATFORM', 'administrator', shenzhenDay(at))
        return account === undefined
      })
  } finally {
    await pool.end()
  }
}

/** `npm run administrator -- EMAIL`, on the database that `npm start` would use. */
async function main(asked: string | undefined): Promise<void> {
  const { data: email } = z.email().max(320).safeParse(asked)
  if (email === undefined)
    throw new CannotStart('Say whom, by e-mail address: npm run administrator -- EMAIL')
  const config = readConfig()
  const { administratorPassword } = config
  const log = pino({ level: 'warn' }, pino.destination(2))
  const database = await openDatabase(config, log)
  try {
    await migrate(database.ownerUrl)
    const password = administratorPassword ?? randomBytes(12).toString('base64url')
    const isNew = await addAdministrator(database.ownerUrl, { email, password, at: systemNow() })
    console.log(`${email} is an administrator.`)
    if (isNew && administratorPassword === undefined)
      console.log(`The password, shown this once: ${password}`)
  } finally {
    await database.stop()
  }
}

if (process.argv[1] === import.meta.filename) {
  await main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof CannotStart ? error.message : error)
    process.exitCode = 1
  })
}
