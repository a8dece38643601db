import { Router, type RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ZodError } from 'zod'
import type { Deps } from '../app.ts'
import { readInto } from '../filing/readClauses.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import type { wordsIn } from '../web/language.ts'
import { errorsIn } from './errors.ts'
import { calculators, controlsOf, type Calculator } from './fields.ts'
import { knownChanges, knownRate } from './known.ts'
import { Unanswerable } from './problems.ts'
import { jurisdictionQuestion } from './questions.ts'
import { answerTo } from './shown.ts'
import { fieldAt, linkOf, questionFrom, typedIn, type Typed } from './typed.ts'

/** The rules for people, without a case: what is asked stands in the address, so that it can be asked again. */
export function calculatorPages({ db, now }: Deps): Router {
  const router = Router()
  const changes = knownChanges(db)
  router.use('/calculators', seldom())
  router.get('/calculators', (_req, res) => res.render('calculators/index', { calculators }))

  router.get('/calculators/:calculator', async (req, res) => {
    const calculator = calculators.find(each => each === req.params.calculator)
    if (!calculator) throw new NotFound(`calculator ${req.params.calculator}`)
    const words = { ...(res.locals as ReturnType<typeof wordsIn>), staff: false }
    const { t, fmt } = words
    const at = now()
    const typed = typedIn(calculator, req.query)
    const page = {
      calculator,
      groups: controlsOf(calculator, t, fmt.currency),
      readable: calculator === 'law' || calculator === 'clause',
      values: typed as object,
      crumbs: [{ href: '/calculators', text: t('calculators:title') }],
    }
    const show = (more: object, status = 200) =>
      res.status(status).render('calculators/calculator', { ...page, ...more })

    if (req.query.read !== undefined) {
      const { values, found } = readInto(withoutPrefix(typed), t)
      show({ values: withPrefix(calculator, typed, values), found })
      return
    }
    if (Object.keys(typed).length === 0) {
      show({})
      return
    }
    const question = questionFrom(calculator, typed)
    try {
      const today = shenzhenDay(at)
      const asked = calculator === 'court' ? jurisdictionQuestion.safeParse(question).data : undefined
      const rate = asked && (await knownRate(db, asked, today))
      const answer = answerTo(calculator, question, { today, changes: await changes(at), rate }, words)
      show({ answer, link: linkOf(calculator, typed) })
    } catch (error) {
      if (!(error instanceof ZodError || error instanceof Unanswerable)) throw error
      show({ errors: errorsIn(calculator, page.groups, error, t) }, 422)
    }
  })
  return router
}

const prefix = 'contract.'

/** The clause reader knows the contract's fields by their own names. */
const withoutPrefix = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )

function withPrefix(calculator: Calculator, typed: Typed, read: object): object {
  const filled = Object.entries(read).map(([name, value]): [string, unknown] => [prefix + name, value])
  return {
    ...typed,
    ...Object.fromEntries(filled.filter(([name]) => fieldAt(calculator, name.split('.')) === name)),
  }
}

/** A person asks a few times a minute; a program that asks more often has the API. */
function seldom(): RequestHandler {
  const limiter = new RateLimiterMemory({ points: 300, duration: 60 })
  return (req, res, next) => {
    limiter.consume(req.ip ?? '').then(
      () => next(),
      (refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) {
          next(refused)
          return
        }
        res.set('Retry-After', String(Math.ceil(refused.msBeforeNext / 1000)))
        res.status(429).render('error', { status: 429 })
      },
    )
  }
}
