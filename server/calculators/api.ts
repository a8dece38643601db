import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { ZodError, type z } from 'zod'
import type { Deps } from '../app.ts'
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
import { knownChanges, knownDay, knownRate } from './known.ts'
import { openApi } from './openapi.ts'
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
 * need: session, log and headers would take longer than the answer.
 */
export function api({ db, now, log }: Deps): Router {
  const router = Router()
  router.use('/api', (_req, res, next) => {
    res.set('X-Content-Type-Options', 'nosniff')
    next()
  })
  const [changes, day] = [knownChanges(db), knownDay()]
  const known = async (): Promise<Known> => {
    const at = now()
    return { today: day(at), changes: await changes(at) }
  }

  const answering =
    <Question, Answer>(
      schema: z.ZodType<Question>,
      answer: (asked: Question) => Answer | Promise<Answer>,
    ): RequestHandler =>
    async (req, res) => {
      const asked = schema.safeParse(req.body, { reportInput: true })
      if (!asked.success) throw asked.error
      // Not by res.json, which makes a tag of every answer for caches that a question by POST never meets.
      res.type('json').end(JSON.stringify(await answer(asked.data)))
    }

  router.get('/api/openapi.json', (_req, res) => void res.json(openApi))
  router.use('/api', express.json({ limit: '256kb' }))
  router.post(
    '/api/deadlines',
    answering(deadlineQuestion, async asked => deadlineAnswer(asked, await known())),
  )
  router.post(
    '/api/fees',
    answering(feeQuestion, asked => feeAnswer(asked)),
  )
  router.post(
    '/api/governing-law',
    answering(lawQuestion, async asked => lawAnswer(asked, await known())),
  )
  router.post(
    '/api/arbitration-clause',
    answering(lawQuestion, async asked => arbitrationAnswer(asked, await known())),
  )
  router.post(
    '/api/jurisdiction',
    answering(jurisdictionQuestion, async asked => {
      const there = await known()
      return jurisdictionAnswer(asked, { ...there, rate: await knownRate(db, asked, there.today) })
    }),
  )
  router.post(
    '/api/read-clause',
    answering(clauseQuestion, asked => clauseAnswer(asked)),
  )
  router.use('/api', (req, res) => {
    const t = translator(languageOf(req))
    const path = req.baseUrl + req.path
    const isKnown = router.stack.some(({ route }) => route?.path === path)
    if (isKnown) res.set('Allow', path === '/api/openapi.json' ? 'GET' : 'POST')
    sendProblem(res, t, isKnown ? { status: 405, problem: 'method' } : { status: 404, problem: 'path' })
  })
  router.use('/api', explained(log))
  return router
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
