import { Router, type Request, type Response } from 'express'
import type { Deps } from '../app.ts'
import { asActor, type Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import { pageLinks, pageOf } from '../web/paging.ts'
import { keepTyped } from '../web/typed.ts'
import { hashPassword } from './passwords.ts'
import { addUser, givePost, listOnRoster } from './queries.ts'
import {
  postsIn,
  readChange,
  readPerson,
  readPost,
  readSearch,
  searchHref,
  taken,
  typed,
  type Wrong,
} from './registersForms.ts'
import { readListing, rosters } from './rosterForms.ts'
import { personPage, peoplePage, wordsFor } from './registersPages.ts'
import {
  changePerson,
  countPeople,
  endPost,
  findPerson,
  listOrganisations,
  listPeople,
  removeFromRoster,
  type OrganisationRow,
} from './registersQueries.ts'
import { organisations } from './registersOrganisations.ts'
import { mayOnly, userOf } from './signedIn.ts'

/** The registers of people and organisations, kept by administrators. */
export function registers(deps: Deps): Router {
  const { db, now } = deps
  const router = Router()
  router.use(['/people', '/organisations'], mayOnly('administrator'))
  router.use(organisations(deps))

  router.get('/people', async (req, res) => {
    const search = readSearch(req)
    const { page, people } = await asActor(db, userOf(req), async trx => {
      const page = pageOf(search.page, await countPeople(trx, search))
      return { page, people: await listPeople(trx, search, page.offset) }
    })
    const pages = pageLinks(page, number => searchHref({ ...search, page: number }))
    res.render('registers/people', { ...peoplePage(res, search, people), total: page.total, pages })
  })

  router.get('/people/new', (_req, res) => {
    res.render('registers/newPerson')
  })

  router.post('/people', async (req, res) => {
    const { data, wrong } = readPerson(req.body)
    const refuse = (wrong: Wrong) => {
      keepTyped(req, res, '/people/new')
      res.status(422).render('registers/newPerson', { values: typed(req), errors: wordsFor(res, wrong) })
    }
    if (!data) {
      refuse(wrong)
      return
    }
    const { password, ...person } = data
    const passwordHash = await hashPassword(password)
    const id = await asActor(db, userOf(req), trx =>
      addUser(trx, { ...person, passwordHash, at: now() }),
    ).catch(taken)
    if (id === null) refuse({ email: 'emailTaken' })
    else res.redirect(303, `/people/${id}`)
  })

  router.get('/people/:id', (req, res) => showPerson(req, res))

  router.post('/people/:id', async (req, res) => {
    const { data, wrong } = readChange(req.body)
    const { id } = req.params
    if (!data) {
      await showPerson(req, res, wrong)
      return
    }
    if (id === userOf(req).id && !data.active) {
      await showPerson(req, res, { active: 'self' })
      return
    }
    const passwordHash = data.password === null ? null : await hashPassword(data.password)
    const done = await change(req, id, trx => changePerson(trx, id, { ...data, passwordHash })).catch(taken)
    if (done === null) await showPerson(req, res, { email: 'emailTaken' })
    else res.redirect(303, `/people/${id}?saved=1`)
  })

  router.post('/people/:id/posts', async (req, res) => {
    const { data, wrong } = readPost(req.body)
    const { id } = req.params
    const home = data && (await homeOf(req, data.organisation))
    if (!data || !home || !postsIn[home.kind]?.includes(data.role)) {
      await showPerson(
        req,
        res,
        wrong ?? { [home ? 'role' : 'organisation']: home ? 'role' : 'organisation' },
      )
      return
    }
    await change(req, id, trx => givePost(trx, id, home.code, data.role, shenzhenDay(now())))
    res.redirect(303, `/people/${id}#posts`)
  })

  router.post('/people/:id/posts/:code/:role/end', async (req, res) => {
    const { id, code, role } = req.params
    if (id === userOf(req).id && role === 'administrator') {
      await showPerson(req, res, { form: 'ownPost' })
      return
    }
    await change(req, id, trx => endPost(trx, id, code, role, shenzhenDay(now())))
    res.redirect(303, `/people/${id}#posts`)
  })

  router.post('/people/:id/roster', async (req, res) => {
    const { data, wrong } = readListing(req.body, shenzhenDay(now()))
    const { id } = req.params
    const home = data && (await homeOf(req, data.organisation))
    if (!data || !home) {
      await showPerson(req, res, wrong ?? { rosterOrganisation: 'organisation' })
      return
    }
    const { listing } = data
    if (!rosters[listing.role].some(kind => kind === home.kind)) {
      await showPerson(req, res, { rosterOrganisation: 'noRoster' })
      return
    }
    const listed = await change(req, id, trx => listOnRoster(trx, id, home.code, listing))
    if (!listed) {
      await showPerson(req, res, { rosterRole: 'listedAlready' })
      return
    }
    res.redirect(303, `/people/${id}#roster`)
  })

  router.post('/people/:id/roster/:code/:role/remove', async (req, res) => {
    const { id, code, role } = req.params
    await change(req, id, trx => removeFromRoster(trx, id, code, role, shenzhenDay(now())))
    res.redirect(303, `/people/${id}#roster`)
  })

  return router

  /** The page of a person; with what is wrong, what was typed stays in its form. */
  async function showPerson(req: Request<{ id: string }>, res: Response, wrong?: Wrong): Promise<void> {
    const { person, homes } = await asActor(db, userOf(req), async trx => ({
      person: await findPerson(trx, req.params.id),
      homes: await listOrganisations(trx),
    }))
    if (!person) throw new NotFound('person')
    const page = personPage(res, person, homes, shenzhenDay(now()))
    if (wrong) keepTyped(req, res, `/people/${req.params.id}`)
    res.status(wrong ? 422 : 200).render('registers/person', {
      ...page,
      saved: req.query.saved !== undefined && !wrong,
      ...(wrong && { values: { ...page.values, ...typed(req) }, errors: wordsFor(res, wrong) }),
    })
  }

  function change<T>(req: Request, id: string, work: (trx: Trx) => Promise<T>): Promise<T> {
    return asActor(db, userOf(req), async trx => {
      if (!(await findPerson(trx, id))) throw new NotFound('person')
      return work(trx)
    })
  }

  async function homeOf(req: Request, code: string): Promise<OrganisationRow | undefined> {
    const homes = await asActor(db, userOf(req), listOrganisations)
    return homes.find(home => home.code === code)
  }
}
