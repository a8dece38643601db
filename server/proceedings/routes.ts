import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { pathwayNames, type PathwayName } from '../../workflows/vocabulary.ts'
import { explain, Refused } from '../../workflows/step.ts'
import type { Deps } from '../app.ts'
import { userOf } from '../accounts/signedIn.ts'
import { crumbsTo, isStaff, isUuid, wordsOf } from '../cases/show.ts'
import { asActor, type Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import { keepTyped, typedIn } from '../web/typed.ts'
import { answersTo, Unanswered } from './answers.ts'
import {
  controlsAt,
  effectsOf,
  offerAt,
  partyOptions,
  readAnswers,
  sitDown,
  valuesAt,
  type Desk,
  type Where,
} from './desk.ts'
import { Collided, fireEvent, type Act, type Fired } from './fireEvent.ts'
import type { Body } from './forms.ts'
import { openOnCase } from './openOnCase.ts'
import { collisionPage, refusalPage } from './refusals.ts'
import { conditionText, eventText, pathwayText } from './words.ts'

/** A form for every event, and what becomes of it. An event recorded by hand may also open a proceeding. */
export function proceedings({ db, now }: Deps): Router {
  const router = Router()

  const sitDownFor = (trx: Trx, req: Request<Where>, res: Response) => {
    const at = now()
    const body: Body = { ...req.query, ...typedIn(res), ...(req.body as Body | undefined) }
    const party = typeof body._party === 'string' && body._party !== '' ? body._party : undefined
    const seq = typeof body.seq === 'string' && /^\d{1,9}$/.test(body.seq) ? Number(body.seq) : undefined
    return sitDown(trx, req.params, {
      words: parts => wordsOf(res, isStaff(parts)),
      at,
      today: shenzhenDay(at),
      ...(party !== undefined && { party }),
      ...(seq !== undefined && { seq }),
    })
  }

  /** An event on a proceeding, or one that opens another. */
  const record = async (trx: Trx, req: Request<Where>, res: Response, body: Body): Promise<Fired> => {
    const { reference, pathway, ordinal, event } = req.params
    const user = userOf(req)
    const act = actOf(event, body, now())
    if (pathway !== 'open' && event !== 'correctRecord') {
      const where = { reference, pathway: pathwayNamed(pathway), ordinal: ordinalIn(ordinal) }
      const words = wordsOf(res, false)
      return fireEvent(trx, user, where, {
        ...act,
        ...answersTo(trx, { ...where, type: event }, body, words),
      })
    }
    // What opens a proceeding, or corrects an event, is asked at a desk that knows the case.
    const desk = await sitDownFor(trx, req, res)
    const answers = readAnswers(desk, body)
    if (!answers.ok) throw new Unanswered(answers.errors)
    const { data } = answers
    if (pathway === 'open')
      return openOnCase(trx, user, reference, pathwayNamed(desk.pathway.name), { ...act, data })
    const where = { reference, pathway: pathwayNamed(pathway), ordinal: ordinalIn(ordinal) }
    return fireEvent(trx, user, where, { ...act, data })
  }

  const deskFor = (req: Request<Where>, res: Response) =>
    asActor(db, userOf(req), trx => sitDownFor(trx, req, res))

  router.get('/cases/:reference/:pathway/:ordinal/:event', async (req, res) => {
    const desk = await deskFor(req, res)
    if (!offerAt(desk).possible) {
      showRefusal(res, desk, whyNot(desk), typedIn(res) ?? {})
      return
    }
    showForm(res, desk, { values: { ...valuesAt(desk), ...req.query }, errors: {} })
  })

  router.post('/cases/:reference/:pathway/:ordinal/:event', async (req, res) => {
    const body = (req.body ?? {}) as Body
    if (body._change !== undefined) {
      const desk = await deskFor(req, res)
      keepFor(desk, req, res)
      showForm(res, desk, { values: { ...body, _seen: undefined }, errors: {} })
      return
    }
    const user = userOf(req)
    try {
      const { already } = await asActor(db, user, trx => record(trx, req, res, body))
      res.redirect(303, afterwards(req.params, body, already))
    } catch (error) {
      const isExplained = error instanceof Refused || error instanceof Collided || error instanceof Unanswered
      if (!isExplained) throw error
      const desk = await deskFor(req, res)
      keepFor(desk, req, res)
      if (error instanceof Unanswered) showForm(res.status(422), desk, { values: body, errors: error.errors })
      else if (error instanceof Collided) {
        const page = await asActor(db, user, trx => collisionPage(trx, desk, error, body))
        showHead(res, desk)
        res.status(409).render('collision', page)
      } else if (error.field !== undefined && controlsAt(desk).some(({ name }) => name === error.field)) {
        const errors = { [error.field]: conditionText(desk.words.t, error.condition) }
        showForm(res.status(422), desk, { values: body, errors })
      } else showRefusal(res, desk, error, body)
    }
  })

  return router
}

/** For the other languages of the page; but what is said in a mediation is written nowhere outside its wall. */
function keepFor({ pathway }: Desk, req: Request<Where>, res: Response): void {
  if (pathway.name !== 'mediation') keepTyped(req, res)
}

function pathwayNamed(name: string): PathwayName {
  const found = pathwayNames.find(each => each === name)
  if (!found) throw new NotFound(`pathway ${name}`)
  return found
}

function ordinalIn(typed: string): number {
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw new NotFound(`proceeding ${typed}`)
  return Number(typed)
}

function actOf(type: string, { _form, _seen, _party }: Body, at: string): Omit<Act, 'data'> {
  const seen = typeof _seen === 'string' && /^\d{1,9}$/.test(_seen) ? Number(_seen) : undefined
  return {
    type,
    at,
    ...(typeof _form === 'string' && isUuid(_form) && { form: _form }),
    ...(typeof _party === 'string' && _party !== '' && { party: _party }),
    ...(seen !== undefined && { seen }),
  }
}

/** Back to where it was recorded. */
function afterwards({ reference, pathway, ordinal }: Where, { _form }: Body, already: boolean): string {
  const query = new URLSearchParams({
    ...(typeof _form === 'string' && isUuid(_form) && { done: _form }),
    ...(already && { again: '1' }),
  })
  const place = pathway === 'open' ? `/cases/${reference}` : `/cases/${reference}/${pathway}/${ordinal}`
  return query.size > 0 ? `${place}?${query.toString()}` : place
}

/** Why an event that is not on offer is not, without anything typed. */
function whyNot({ pathway, saved, part, where, at, today }: Desk): Refused {
  const blank = { type: where.event, at, on: today, data: {}, people: {} }
  if (!saved || !part) return new Refused('role')
  const { role, party, agent } = part
  const event = { ...blank, by: role, ...(party !== undefined && { party }), ...(agent && { agent }) }
  return explain(pathway, saved, event) ?? new Refused('guard', { condition: 'formComplete' })
}

function showForm(
  res: Response,
  desk: Desk,
  { values, errors }: { values: Body; errors: Record<string, string> },
): void {
  const { where, words, pathway, seen, correcting, correctable } = desk
  const name = pathwayNamed(pathway.name)
  showHead(res, desk)
  res.render('proceedings/event', {
    action: addressOf(where),
    caseHref: `/cases/${where.reference}`,
    title: eventText(words, name, where.event, 'title'),
    hint: eventText(words, name, where.event, 'hint'),
    kick: `${pathwayText(words, name)} ${where.pathway === 'open' ? '' : where.ordinal}`,
    controls: controlsAt(desk, values),
    parties: desk.parties.length > 1 ? partyOptions(desk) : [],
    party: desk.part?.party,
    correcting: correcting && {
      seq: correcting.seq,
      text: words.t('proceedings:form.correcting', {
        day: words.fmt.date(correcting.acted_on),
        event: eventText(words, name, correcting.type, 'done'),
      }),
    },
    choose:
      where.event === 'correctRecord' && !correcting
        ? correctable.map(({ seq, acted_on, type }) => ({
            value: seq,
            text: `${words.fmt.date(acted_on)} · ${eventText(words, name, type, 'done')}`,
          }))
        : undefined,
    effects: effectsOf(desk),
    form: typeof values._form === 'string' && isUuid(values._form) ? values._form : randomUUID(),
    seenUpTo: typeof values._seen === 'string' ? values._seen : seen.focus.seq,
    values: shown(values, desk),
    errors,
  })
}

/** What was typed: one text where one is asked for, whatever was sent. */
function shown(values: Body, desk: Desk): Body {
  const several = controlsAt(desk).flatMap(({ kind, name }) =>
    kind === 'checkboxes' || kind === 'lines' ? [name] : [],
  )
  const texts = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    several.includes(name) ? value : [value].flat().find(one => typeof one === 'string'),
  ])
  return Object.fromEntries(texts)
}

function showRefusal(res: Response, desk: Desk, refused: Refused, body: Body): void {
  showHead(res, desk)
  res.status(409).render('refusal', refusalPage(desk, refused, body))
}

export const addressOf = ({ reference, pathway, ordinal, event }: Where) =>
  `/cases/${reference}/${pathway}/${ordinal}/${event}`

function showHead(res: Response, { where }: Desk): void {
  res.locals.crumbs = [...crumbsTo(res), { href: `/cases/${where.reference}`, text: where.reference }]
}
