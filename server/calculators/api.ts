import express, { Router, type ErrorRequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { ZodError, type z } from 'zod'
import type { Deps } from '../app.ts'
import { shenzhenDay } from '../time.ts'
import { languageOf, translator } from '../web/language.ts'
import {
  arbitrationAnswer,
  clauseAnswer,
  deadlineAnswer,
  feeAnswer,
  jurisdictionAnswer,
  lawAnswer,
  type Known,
} from './answers.ts'
import { knownChanges, knownRate } from './known.ts'
import { problemsIn, sendProblem, Unanswerable } from './problems.ts'
import {
  clauseQuestion,
  deadlineQuestion,
  feeQuestion,
  jurisdictionQuestion,
  lawQuestion,
} from './questions.ts'

/**
 * The rules for other systems, as JSON. It keeps nothing and knows no one, so it stands before everything that pages
 * need: session, log and headers would take longer than the answer. For the same reason a question meets one route,
 * whichever it is.
 */
export function api({ db, now, log }: Deps): Router {
  const router = Router()
  const changes = knownChanges(db)
  const known = async (): Promise<Known> => {
    const at = now()
    return { today: shenzhenDay(at), changes: await changes(at) }
  }
  const questions = new Map([
    ['deadlines', answering(deadlineQuestion, async asked => deadlineAnswer(asked, await known()))],
    ['fees', answering(feeQuestion, feeAnswer)],
    ['governing-law', answering(lawQuestion, async asked => lawAnswer(asked, await known()))],
    ['arbitration-clause', answering(lawQuestion, async asked => arbitrationAnswer(asked, await known()))],
    [
      'jurisdiction',
      answering(jurisdictionQuestion, async asked => {
        const there = await known()
        return jurisdictionAnswer(asked, { ...there, rate: await knownRate(db, asked, there.today) })
      }),
    ],
    ['read-clause', answering(clauseQuestion, clauseAnswer)],
  ])

  router.post('/api/:question', express.json({ limit: '256kb' }), async (req, res, next) => {
    const answer = questions.get(req.params.question)
    if (answer) send(res, await answer(req.body))
    else next()
  })
  router.get('/api/openapi.json', async (_req, res) => {
    const { openApi } = await import('./openapi.ts') // made from every schema, which few ask to see
    res.set('X-Content-Type-Options', 'nosniff').json(openApi)
  })
  router.use('/api', (req, res) => {
    const t = translator(languageOf(req))
    const allowed =
      req.path === '/openapi.json' ? 'GET' : questions.has(req.path.slice(1)) ? 'POST' : undefined
    if (allowed) res.set('Allow', allowed)
    sendProblem(res, t, allowed ? { status: 405, problem: 'method' } : { status: 404, problem: 'path' })
  })
  router.use('/api', explained(log))
  return router
}

const answering =
  <Question, Answer extends object>(
    schema: z.ZodType<Question>,
    answer: (asked: Question) => Answer | Promise<Answer>,
  ) =>
  (body: unknown): object | Promise<object> => {
    const asked = schema.safeParse(body)
    // What was sent is named only where something is wrong with it: to carry it along takes twice as long.
    if (!asked.success) throw schema.safeParse(body, { reportInput: true }).error ?? asked.error
    return answer(asked.data)
  }

/** Not by res.json, which makes a tag of every answer for caches that a question by POST never meets. */
function send(res: Response, answer: object): void {
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.end(JSON.stringify(answer))
}

/** What was wrong with a question; anything else is ours. */
const explained =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const t = translator(languageOf(req))
    if (error instanceof ZodError || error instanceof Unanswerable)
      sendProblem(res, t, { status: 422, problem: 'question', errors: problemsIn(error, t) })
    else if (statusOf(error) === 413) sendProblem(res, t, { status: 413, problem: 'size' })
    else if (statusOf(error) !== undefined) sendProblem(res, t, { status: 400, problem: 'json' })
    else {
      log.error(error)
      sendProblem(res, t, { status: 500, problem: 'ours' })
    }
  }

/** Of what the body's reader refuses, as express marks it. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
    ? error.status
    : undefined
