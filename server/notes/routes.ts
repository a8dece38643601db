import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { Refused } from '../../workflows/step.ts'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { crumbsTo, isUuid, wordsOf as wordsAs } from '../cases/show.ts'
import { keepAccess } from '../cases/showQueries.ts'
import { asActor } from '../db.ts'
import { conditionText, type Words } from '../proceedings/words.ts'
import { askedPage } from '../web/paging.ts'
import { readNote, type Problems } from './forms.ts'
import { roomPage } from './page.ts'
import { findRoom, mayWrite, type RoomAt } from './queries.ts'
import { writeNote } from './write.ts'

/** What is written behind the walls of a mediation and of a deliberation, and by whom it is read. */
export function notes({ db, now }: Deps): Router {
  const router = Router()
  const path = '/cases/:reference/:pathway/:ordinal/notes/:room'

  router.get(path, async (req, res) => {
    const { kind, party } = req.query
    await show(req, res, { kind, _party: party })
  })

  router.post(path, async (req, res) => {
    const user = userOf(req)
    const body = (req.body ?? {}) as Record<string, unknown>
    const kinds = await asActor(db, user, async trx => {
      const room = await findRoom(trx, req.params)
      return (await mayWrite(trx, room.id)).map(({ kind }) => kind)
    })
    const read = readNote(body, kinds)
    if ('problems' in read) {
      // In a room in which nothing more is written no answer is the right one.
      if (kinds.length === 0) throw new Refused('guard', { condition: 'roomOpen' })
      await show(req, res, body, sentences(wordsOf(res), read.problems))
      return
    }
    const id = typeof body._form === 'string' && isUuid(body._form) ? body._form : randomUUID()
    try {
      await asActor(db, user, trx => writeNote(trx, user, req.params, { id, ...read.note }, now()))
    } catch (error) {
      if (!(error instanceof Refused) || error.field === undefined) throw error
      const { t } = wordsOf(res)
      await show(req, res, body, { [error.field]: conditionText(t, error.condition) })
      return
    }
    res.redirect(303, `${req.path}?done=1`)
  })

  return router

  async function show(
    req: Request<RoomAt>,
    res: Response,
    values: Record<string, unknown>,
    errors: Record<string, string> = {},
  ): Promise<void> {
    const user = userOf(req)
    const { reference, pathway, ordinal } = req.params
    const wanted = values.refersTo ?? req.query.correct
    const page = await asActor(db, user, async trx => {
      const room = await findRoom(trx, req.params)
      await keepAccess(trx, room.case_id, user.id, req.path, now())
      return roomPage(trx, room, {
        words: wordsOf(res),
        base: `/cases/${reference}/${pathway}/${ordinal}`,
        page: askedPage(req.query.page),
        correct: typeof wanted === 'string' && isUuid(wanted) ? wanted : undefined,
      })
    })
    res.locals.crumbs = [
      ...crumbsTo(res),
      { href: `/cases/${reference}`, text: reference },
      { href: page.base, text: page.kick },
    ]
    const failed = Object.keys(errors).length > 0
    res.status(failed ? 422 : 200).render('notes/room', {
      ...page,
      done: req.query.done !== undefined && !failed,
      form: typeof values._form === 'string' && isUuid(values._form) ? values._form : randomUUID(),
      values: { kind: page.corrects?.kind, 'amount-currency': 'CNY', ...plain(values) },
      errors,
    })
  }
}

/** The words of what is wrong, by field. */
const sentences = ({ t }: Words, problems: Problems): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([name, { key, max = 0 }]) => [
      name,
      key.includes(':') ? t(key) : t(`errors:${key}`, { field: t(`notes:field.${name}`), max }),
    ]),
  )

const plain = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'))

const wordsOf = (res: Response): Words => wordsAs(res, false)
