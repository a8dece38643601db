import { Router } from 'express'
import { mayOnly, userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { pathwayText, type Words } from '../proceedings/words.ts'
import { shenzhenDay } from '../time.ts'
import { inLanguage } from '../web/names.ts'
import { caseloadOf, type Caseload } from './caseload.ts'
import { periodsTo, type Period } from './period.ts'
import { giveBackToClock, handlingOrganisations, stuckCases } from './queries.ts'

export function reports({ db, now }: Deps): Router {
  const router = Router()
  router.use('/caseload', mayOnly('administrator'))

  router.get('/caseload', async (req, res) => {
    const at = now()
    const periods = periodsTo(shenzhenDay(at))
    const period = periods.find(({ name }) => name === req.query.period) ?? periods[0]
    if (!period) throw new NotFound('period')
    const read = await asActor(db, userOf(req), async trx => {
      const organisations = await handlingOrganisations(trx)
      const chosen = organisations.find(({ code }) => code === req.query.organisation)
      const caseload = await caseloadOf(trx, period, chosen?.id ?? null, at)
      return { organisations, chosen, caseload, stuck: await stuckCases(trx) }
    })
    const { t, lang, fmt } = res.locals as Pick<Words, 't' | 'lang' | 'fmt'>
    res.render('reports/caseload', {
      ...figures({ t, lang, fmt, staff: true }, read.caseload, period),
      period,
      periods: periods.map(({ name }) => ({
        value: name,
        text: name === 'sixMonths' ? t('reports:period.sixMonths') : name,
      })),
      organisations: read.organisations.map(({ code, name }) => ({
        value: code,
        text: inLanguage(name, lang),
      })),
      values: { period: period.name, organisation: read.chosen?.code },
      stuck: read.stuck,
    })
  })

  router.post('/caseload/stuck/:reference', async (req, res) => {
    const { reference } = req.params
    await asActor(db, userOf(req), trx => giveBackToClock(trx, reference))
    req.log.info({ reference }, 'a case was given back to the clock')
    res.redirect(303, '/caseload#stuck')
  })

  return router
}

/** The numbers as the page writes them. */
function figures(words: Words, caseload: Caseload, { first, last }: Period) {
  const { t, fmt } = words
  const most = Math.max(1, ...caseload.months.flatMap(({ incoming, outgoing }) => [incoming, outgoing]))
  const active = Math.max(1, caseload.end.active)
  const { flow, end } = caseload
  return {
    caseload,
    span: { first: fmt.date(first), last: fmt.date(last) },
    percent: (rate: number | null) =>
      rate === null ? t('reports:none') : `${fmt.number(Math.round(rate * 10) / 10)}%`,
    days: (count: number | null | undefined) =>
      count === null || count === undefined ? t('reports:none') : fmt.number(Math.round(count)),
    months: caseload.months.map(month => ({
      ...month,
      text: monthText(words, month.month),
      inWidth: Math.round((month.incoming * 200) / most),
      outWidth: Math.round((month.outgoing * 200) / most),
    })),
    pathways: caseload.pathways.map(row => ({
      ...row,
      text: pathwayText(words, row.pathway),
      width: Math.round((row.pending.active * 200) / active),
    })),
    sums: [
      [t('reports:sum.begin', { day: fmt.date(first) }), flow.beginActive + flow.beginInactive],
      [t('reports:sum.filed'), flow.filed],
      [t('reports:sum.reopened'), flow.reopened],
      [t('reports:sum.disposed'), flow.disposed],
      [t('reports:sum.end', { day: fmt.date(last) }), end.active + end.inactive],
      [t('reports:sum.residual'), caseload.residual],
    ].map(([text, count]) => [text, fmt.number(Number(count))]),
  }
}

const monthText = ({ t }: Words, month: string) =>
  t(`reports:month.${month.slice(5, 7)}`, { year: month.slice(0, 4) })
