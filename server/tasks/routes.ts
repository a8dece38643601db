import { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { dueText } from '../cases/rows.ts'
import { asActor } from '../db.ts'
import { pathwayText, stateText, taskText, type Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { writtenIn } from '../web/names.ts'
import { askedPage, pageLinks } from '../web/paging.ts'
import { listTasks, type TaskRow } from './queries.ts'

export function tasks({ db, now }: Deps): Router {
  const router = Router()

  router.get('/tasks', async (req, res) => {
    const user = userOf(req)
    const today = shenzhenDay(now())
    const { page, rows } = await asActor(db, user, trx => listTasks(trx, askedPage(req.query.page)))
    res.locals.waiting = page.total
    const words = { ...(res.locals as Pick<Words, 't' | 'fmt' | 'lang'>), staff: user.posts.length > 0 }
    const shown = rows.map(row => taskRow(words, row, today))
    res.render('tasks/index', {
      today,
      party: user.posts.length === 0,
      total: page.total,
      late: shown.filter(({ due }) => due?.left.kind === 'overdue').length,
      next: shown.find(({ due }) => due && due.left.kind !== 'overdue')?.due ?? null,
      rows: shown,
      pages: pageLinks(page, number => (number === 1 ? '/tasks' : `/tasks?page=${number}`)),
    })
  })

  return router
}

function taskRow(words: Words, row: TaskRow, today: string) {
  const { t } = words
  const since = shenzhenDay(row.since.toISOString())
  return {
    href: `/cases/${row.reference}`,
    what: row.kind === null ? t(`${row.pathway}:state.${row.state}.next`) : taskText(words, row.kind),
    reference: row.reference,
    title: row.title && { text: row.title, lang: writtenIn(row.title, row.language ?? '') },
    pathway: pathwayText(words, row.pathway) + (row.ordinal > 1 ? ` ${row.ordinal}` : ''),
    tag: { kind: row.decided ? 'decided' : row.tag, text: stateText(words, row.pathway, row.state) },
    due: row.due_on === null ? null : dueText(words, row.due_on, today),
    waiting: t('tasklist:days', { count: Temporal.PlainDate.from(since).until(today).days }),
  }
}
