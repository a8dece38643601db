import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import pg from 'pg'
import { mayOnly, userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { isUuid } from '../cases/show.ts'
import { recountCases } from '../clock.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { changesFrom } from '../proceedings/calendars.ts'
import { shenzhenDay } from '../time.ts'
import { askedPage, pageLinks, pageOf } from '../web/paging.ts'
import {
  dayOptions,
  entryPage,
  entryRow,
  entryText,
  errorsFor,
  noticeOptions,
  reachPage,
  yearsOf,
} from './calendarPages.ts'
import { objectionTo, type Entry } from './entries.ts'
import { readEntry, readReason, type Wrong } from './entryForms.ts'
import { changesInForce, countEntries, findEntry, listEntries } from './entryQueries.ts'
import { movesOf, type Change } from './reach.ts'
import { listMoved, listReach, movedBy, reachOf } from './reachQueries.ts'
import { changeWith, changeWithout, enter, withdraw, type Entered } from './register.ts'

/** What a request works off by itself; the clock does the rest within the minute. */
const atOnce = 40

type Fields = Record<string, unknown>

/** The register of calendars, kept by administrators: what it says, each deadline then follows. */
export function calendarRegister({ db, log, now }: Deps): Router {
  const router = Router()
  router.use('/calendars', mayOnly('administrator'))

  router.get('/calendars', async (req, res) => {
    const read = await asActor(db, userOf(req), async trx => {
      const page = pageOf(askedPage(req.query.page), await countEntries(trx))
      return { page, rows: await listEntries(trx, page.offset), changes: await changesInForce(trx) }
    })
    res.render('calendars/index', {
      years: yearsOf(res, changesFrom(read.changes), shenzhenDay(now())),
      rows: read.rows.map(row => entryRow(res, row)),
      pages: pageLinks(read.page, page => `/calendars?page=${page}`),
    })
  })

  router.get('/calendars/day', (req, res) => showForm(res, 'day', req.query))
  router.get('/calendars/notice', (req, res) => showForm(res, 'notice', req.query))
  router.get('/calendars/day/check', (req, res) => check(req, res, 'day'))
  router.get('/calendars/notice/check', (req, res) => check(req, res, 'notice'))

  router.post('/calendars', async (req, res) => {
    const fields = (req.body ?? {}) as Fields
    const { entry, wrong } = readEntry(fields, shenzhenDay(now()))
    if (!entry) {
      showForm(res.status(422), fields.kind === 'notice' ? 'notice' : 'day', fields, wrong)
      return
    }
    const entered = await asActor(db, userOf(req), trx => enter(trx, entry, signed(req))).catch(busy)
    if (!entered) showForm(res.status(503), formOf(entry), fields, { form: { error: 'busy' } })
    else if ('objection' in entered) {
      const { field, ...what } = entered.objection
      showForm(res.status(422), formOf(entry), fields, { [field]: what })
    } else await follow(res, entered.id)
  })

  router.get('/calendars/:id', async (req, res) => {
    const read = await asActor(db, userOf(req), async trx => {
      const entry = await findEntry(trx, req.params.id)
      if (!entry) throw new NotFound('entry')
      const reach = await movedBy(trx, entry.id)
      const page = pageOf(askedPage(req.query.page), reach.moved + reach.settled)
      return { entry, reach, page, rows: await listMoved(trx, entry.id, page.offset) }
    })
    res.render('calendars/entry', {
      ...entryPage(res, read.entry),
      ...reachPage(res, read.reach, read.rows, 'done'),
      pages: pageLinks(read.page, page => `/calendars/${read.entry.id}?page=${page}`),
    })
  })

  router.get('/calendars/:id/withdraw', (req, res) => showWithdrawal(req, res, req.query))

  router.post('/calendars/:id/withdraw', async (req, res) => {
    const fields = (req.body ?? {}) as Fields
    const reason = readReason(fields)
    if ('wrong' in reason) {
      await showWithdrawal(req, res.status(422), fields, reason.wrong)
      return
    }
    const { id } = req.params
    const entered = await asActor(db, userOf(req), trx =>
      withdraw(trx, id, reason.note, signed(req)).then(found => found ?? 'gone'),
    ).catch(busy)
    if (entered === 'gone') throw new NotFound('entry to withdraw')
    if (!entered || 'objection' in entered)
      await showWithdrawal(req, res.status(503), fields, { form: { error: 'busy' } })
    else await follow(res, entered.id)
  })

  return router

  /** What an entry would do, before anything is stored. */
  async function check(req: Request, res: Response, form: 'day' | 'notice') {
    const { entry, wrong } = readEntry({ ...req.query, kind: form }, shenzhenDay(now()))
    if (!entry) {
      showForm(res.status(422), form, req.query, wrong)
      return
    }
    const asked = askedPage(req.query.page)
    const read = await asActor(db, userOf(req), async trx => {
      const before = changesFrom(await changesInForce(trx))
      const objection = objectionTo(entry, before)
      if (objection) return { objection }
      const moves = await movesOf(trx, changeWith(entry, before))
      const reach = await reachOf(trx, moves)
      const page = pageOf(asked, reach.moved + reach.settled + reach.passed)
      return { reach, page, rows: await listReach(trx, moves, page.offset) }
    })
    if ('objection' in read) {
      const { field, ...what } = read.objection
      showForm(res.status(422), form, req.query, { [field]: what })
      return
    }
    const query = (more: Record<string, string> = {}) =>
      new URLSearchParams({ ...typedIn(req.query), ...more }).toString()
    res.render('calendars/check', {
      ...reachPage(res, read.reach, read.rows),
      entry: entryText(res, entry),
      fields: { ...typedIn(req.query), kind: form },
      form: randomUUID(),
      change: `/calendars/${form}?${query()}`,
      pages: pageLinks(read.page, page => `/calendars/${form}/check?${query({ page: String(page) })}`),
    })
  }

  async function showWithdrawal(
    req: Request<{ id: string }>,
    res: Response,
    values: Fields,
    wrong: Record<string, Wrong> = {},
  ) {
    const read = await asActor(db, userOf(req), async trx => {
      const entry = await findEntry(trx, req.params.id)
      if (!entry || entry.kind === 'withdrawn' || entry.withdrawn_by !== null) throw new NotFound('entry')
      const change: Change = changeWithout(entry, await changesInForce(trx))
      const moves = await movesOf(trx, change)
      const reach = await reachOf(trx, moves)
      const page = pageOf(askedPage(req.query.page), reach.moved + reach.settled + reach.passed)
      return { entry, reach, page, rows: await listReach(trx, moves, page.offset) }
    })
    res.render('calendars/withdraw', {
      ...entryPage(res, read.entry),
      ...reachPage(res, read.reach, read.rows),
      form: randomUUID(),
      values,
      errors: errorsFor(res, wrong),
      pages: pageLinks(read.page, page => `/calendars/${read.entry.id}/withdraw?page=${page}`),
    })
  }

  function showForm(
    res: Response,
    form: 'day' | 'notice',
    values: Fields,
    wrong: Record<string, Wrong> = {},
  ) {
    const options = form === 'day' ? dayOptions(res) : noticeOptions(res)
    res.render(`calendars/${form}`, { options, values, errors: errorsFor(res, wrong) })
  }

  async function follow(res: Response, id: number) {
    await recountCases(db, now(), log, atOnce)
    res.redirect(303, `/calendars/${id}`)
  }

  function signed(req: Request) {
    const { _form } = (req.body ?? {}) as Fields
    const form = typeof _form === 'string' && isUuid(_form) ? _form : undefined
    return { actor: userOf(req), form, at: now() }
  }
}

const formOf = ({ kind }: Entry) => (kind === 'notice' ? 'notice' : 'day')

/** What was typed, as it goes from form to check and back. */
const typedIn = (query: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' && !notTyped.has(name) ? [[name, value]] : [],
    ),
  )
const notTyped = new Set(['page', 'lang', 'kind', '_csrf', '_form'])

/** Null where something held the calendars for longer than one waits. */
function busy(error: unknown): Entered | null {
  if (error instanceof pg.DatabaseError && error.code === '55P03') return null
  throw error
}
