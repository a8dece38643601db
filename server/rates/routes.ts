import { randomUUID } from 'node:crypto'
import { Router, type Response } from 'express'
import { z } from 'zod'
import { currencies } from '../../workflows/rules/fees.ts'
import { mayOnly, userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { isUuid } from '../cases/show.ts'
import { asActor } from '../db.ts'
import { typedDay } from '../deadlines/entryForms.ts'
import type { Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { inLanguage } from '../web/names.ts'
import { askedPage, pageLinks, pageOf } from '../web/paging.ts'
import { keepTyped, typedIn } from '../web/typed.ts'
import { addRate, countRates, listRates } from './queries.ts'

type Fields = Record<string, unknown>

/** Renminbi is what rates are in. */
const foreign = currencies.filter(code => code !== 'CNY')

const rateForm = z.object({
  currency: z.enum(foreign, { error: 'currency' }),
  rate: z
    .string({ error: 'rate' })
    .trim()
    .regex(/^\d{1,6}(\.\d{1,8})?$/, 'rate')
    .refine(text => Number(text) > 0, 'rate'),
  source: z
    .string({ error: 'source' })
    .trim()
    .min(1, 'source')
    .max(200, 'source')
    .refine(text => !text.includes('\0') && text.isWellFormed(), 'source'),
})

/** Dated exchange rates, kept by administrators: a claim in another currency is measured by them. */
export function exchangeRates({ db, now }: Deps): Router {
  const router = Router()
  router.use('/rates', mayOnly('administrator'))

  router.get('/rates', async (req, res) => {
    const currency = foreign.find(code => code === req.query.currency)
    const read = await asActor(db, userOf(req), async trx => {
      const page = pageOf(askedPage(req.query.page), await countRates(trx, currency))
      return { page, rows: await listRates(trx, currency, page.offset) }
    })
    const { lang } = localsOf(res)
    const only = currency === undefined ? '' : `currency=${currency}&`
    res.render('rates/index', {
      rows: read.rows.map(row => ({ ...row, who: inLanguage(row.entered_by, lang) })),
      total: read.page.total,
      values: { currency },
      currencies: currencyOptions(res),
      chips: currency === undefined ? [] : [{ text: localsOf(res).fmt.currency(currency), href: '/rates' }],
      pages: pageLinks(read.page, page => `/rates?${only}page=${page}`),
    })
  })

  router.get('/rates/new', (_req, res) => showForm(res, { day: shenzhenDay(now()), ...typedIn(res) }))

  router.post('/rates', async (req, res) => {
    const fields = (req.body ?? {}) as Fields
    const { data, error } = rateForm.safeParse(fields)
    const on = typedDay(fields, 'day')
    const wrong = Object.fromEntries(
      (error?.issues ?? []).map(issue => [issue.path.join('.'), issue.message]),
    )
    if (on === undefined) wrong.day = 'day'
    else if (on > shenzhenDay(now())) wrong.day = 'future'
    if (!data || on === undefined || wrong.day !== undefined) {
      keepTyped(req, res, '/rates/new')
      showForm(res.status(422), fields, wrong)
      return
    }
    const { _form } = fields
    const form = typeof _form === 'string' && isUuid(_form) ? _form : undefined
    const actor = userOf(req)
    await asActor(db, actor, trx => addRate(trx, { ...data, on }, { actor, form, at: now() }))
    res.redirect(303, '/rates')
  })

  return router
}

function showForm(res: Response, values: Fields, wrong: Record<string, string> = {}): void {
  const { t } = localsOf(res)
  res.render('rates/new', {
    values,
    errors: Object.fromEntries(
      Object.entries(wrong).map(([field, error]) => [field, t(`rates:error.${error}`)]),
    ),
    currencies: currencyOptions(res),
    form: randomUUID(),
  })
}

const currencyOptions = (res: Response) =>
  foreign.map(value => ({ value, text: localsOf(res).fmt.currency(value) }))

const localsOf = ({ locals }: Response) => locals as Pick<Words, 't' | 'lang' | 'fmt'>
