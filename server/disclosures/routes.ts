import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { userOf } from '../accounts/signedIn.ts'
import type { Deps } from '../app.ts'
import { crumbsTo, isUuid, wordsOf as wordsAs } from '../cases/show.ts'
import { keepAccess } from '../cases/showQueries.ts'
import { asActor } from '../db.ts'
import { NotFound } from '../errors.ts'
import { pathwayText, partyText, type Words } from '../proceedings/words.ts'
import { askedPage, pageLinks, pageOf } from '../web/paging.ts'
import { answerDisclosure, askDisclosure } from './disclose.ts'
import { readAnswer, readAsking, type Problems } from './forms.ts'
import { copyItem, disclosureItem, groundOptions, knownOf, proceedingText, subjectText } from './page.ts'
import {
  countDisclosures,
  findCopy,
  findDisclosure,
  findMediation,
  findSubject,
  listDisclosures,
  partsIn,
  targetOf,
} from './queries.ts'

type MediationAt = { reference: string; ordinal: string }
type DisclosureAt = { reference: string; id: string }

/** What leaves a mediation otherwise than by an event: asked for on a ground, agreed to by each, copied with its origin. */
export function disclosures({ db, now }: Deps): Router {
  const router = Router()

  router.get('/cases/:reference/mediation/:ordinal/disclosures', async (req, res) => {
    const { reference, ordinal } = req.params
    const words = wordsOf(res)
    const { page, items } = await asActor(db, userOf(req), async trx => {
      const mediation = await findMediation(trx, reference, ordinal)
      await keepAccess(trx, mediation.case_id, userOf(req).id, req.path, now())
      const page = pageOf(askedPage(req.query.page), await countDisclosures(trx, mediation.id))
      return { page, items: await listDisclosures(trx, mediation.id, page.offset) }
    })
    showHead(res, words, req.params)
    res.render('disclosures/index', {
      kick: `${pathwayText(words, 'mediation')} ${ordinal}`,
      items: items.map(item => disclosureItem(words, item)),
      base: `/cases/${reference}/disclosures`,
      pages: pageLinks(page, number => `${req.path}?page=${String(number)}`),
    })
  })

  router.get('/cases/:reference/mediation/:ordinal/disclosures/new', async (req, res) => {
    await showAsking(req, res, {}, {})
  })

  router.post('/cases/:reference/mediation/:ordinal/disclosures/new', async (req, res) => {
    const user = userOf(req)
    const body = (req.body ?? {}) as Record<string, unknown>
    const read = readAsking(body)
    if ('problems' in read) {
      await showAsking(req, res, body, sentences(wordsOf(res), read.problems))
      return
    }
    const id = idOf(body._form) ?? randomUUID()
    const { ground, reason, _party: party } = read.answers
    const asking = { id, ground, reason, ...whatOf(req) }
    const where = { ...req.params, ...(party !== undefined && { party }) }
    await asActor(db, user, trx => askDisclosure(trx, user, where, asking, now()))
    res.redirect(303, `/cases/${req.params.reference}/disclosures/${id}`)
  })

  router.get('/cases/:reference/disclosures/:id', async (req, res) => {
    await show(req, res, {}, {})
  })

  router.post('/cases/:reference/disclosures/:id', async (req, res) => {
    const user = userOf(req)
    const { reference, id } = req.params
    const read = readAnswer(req.body)
    if ('problems' in read) {
      await show(
        req,
        res,
        (req.body ?? {}) as Record<string, unknown>,
        sentences(wordsOf(res), read.problems),
      )
      return
    }
    const { answer, _party: party } = read.answers
    if (idOf(id) === undefined) throw new NotFound(`disclosure ${id}`)
    const where = { reference, id, ...(party !== undefined && { party }) }
    await asActor(db, user, trx => answerDisclosure(trx, user, where, answer === 'yes', now()))
    res.redirect(303, `${req.path}?done=1`)
  })

  return router

  async function showAsking(
    req: Request<MediationAt>,
    res: Response,
    values: Record<string, unknown>,
    errors: Record<string, string>,
  ): Promise<void> {
    const { reference, ordinal } = req.params
    const words = wordsOf(res)
    const page = await asActor(db, userOf(req), async trx => {
      const mediation = await findMediation(trx, reference, ordinal)
      const parts = await partsIn(trx, mediation.id)
      if (parts.length === 0) throw new NotFound('no part in this mediation')
      const subject = await findSubject(trx, mediation, whatOf(req))
      const target = await targetOf(trx, mediation.id)
      const known = knownOf(mediation.parties)
      const parties = parts.flatMap(({ party_id }) => party_id ?? [])
      return {
        subject: subjectText(words, known, subject),
        into: target && proceedingText(words, target),
        parts:
          parties.length > 1 ? parties.map(value => ({ value, text: partyText(words, known, value) })) : [],
      }
    })
    showHead(res, words, req.params)
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('disclosures/new', {
      ...page,
      action: req.originalUrl,
      kick: `${pathwayText(words, 'mediation')} ${ordinal}`,
      back: `/cases/${reference}/mediation/${ordinal}`,
      grounds: groundOptions(words),
      form: idOf(values._form) ?? randomUUID(),
      values: plain(values),
      errors,
    })
  }

  async function show(
    req: Request<DisclosureAt>,
    res: Response,
    values: Record<string, unknown>,
    errors: Record<string, string>,
  ): Promise<void> {
    const { reference, id } = req.params
    if (idOf(id) === undefined) throw new NotFound(`disclosure ${id}`)
    const { disclosure, copy } = await asActor(db, userOf(req), async trx => {
      const disclosure = await findDisclosure(trx, reference, id)
      const copy = await findCopy(trx, reference, id)
      const seen = disclosure ?? copy
      if (!seen) throw new NotFound(`disclosure ${id}`)
      await keepAccess(trx, seen.case_id, userOf(req).id, req.path, now())
      return { disclosure, copy }
    })
    const words = wordsOf(res)
    showHead(res, words, req.params)
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('disclosures/show', {
      request: disclosure && disclosureItem(words, disclosure),
      copy: copy && copyItem(words, copy),
      action: req.path,
      back: `/cases/${reference}`,
      done: req.query.done !== undefined,
      values: plain(values),
      errors,
    })
  }
}

function whatOf({ query }: { query: Request['query'] }): { note: string } | { document: string } {
  const note = idOf(query.note)
  if (note !== undefined) return { note }
  const document = idOf(query.document)
  if (document === undefined) throw new NotFound('nothing to disclose')
  return { document }
}

function showHead(
  res: Response,
  { t }: Words,
  { reference, ordinal }: { reference: string; ordinal?: string },
): void {
  res.locals.crumbs = [
    ...crumbsTo(res),
    { href: `/cases/${reference}`, text: reference },
    ...(ordinal === undefined
      ? []
      : [{ href: `/cases/${reference}/mediation/${ordinal}`, text: `${t('mediation:name')} ${ordinal}` }]),
  ]
}

const sentences = ({ t }: Words, problems: Problems): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([name, { key, max = 0 }]) => [
      name,
      t(`errors:${key}`, { field: t(`disclosures:field.${name}`), max }),
    ]),
  )

const plain = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'))

const idOf = (text: unknown): string | undefined =>
  typeof text === 'string' && isUuid(text) ? text : undefined

const wordsOf = (res: Response): Words => wordsAs(res, false)
