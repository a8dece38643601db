import { sql, type RawBuilder } from 'kysely'
import type { PathwayName, Side } from '../../workflows/vocabulary.ts'
import type { Names, User } from '../accounts/queries.ts'
import type { Trx } from '../db.ts'
import { waits } from '../tasks/waiting.ts'
import { pageSize } from '../web/paging.ts'
import type { Search } from './search.ts'

export type Counts = Record<Search['view'] | 'found' | 'work', number>

/** How many proceedings there are for this person in each view, how many the search finds, and how much work waits. */
export async function countCases(trx: Trx, search: Search, at: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with ${work}
    select count(*) as all, count(*) filter (where ${inView.waiting}) as waiting,
           count(*) filter (where ${inView.overdue(at)}) as overdue, count(*) filter (where ${inView.closed}) as closed,
           count(*) filter (where ${found(search, at)}) as found, (select count(*) from work where not told) as work
      from my_proceedings p
  `.execute(trx)
  const [counts] = rows
  if (!counts) throw new Error('a count has one row')
  return counts
}

type OfCase = {
  title: string
  language: string
  claim_minor: number
  currency: string
  parties: { side: Side; name: Names }[]
}

export type CaseRow = OfCase & {
  reference: string
  pathway: PathwayName
  ordinal: number
  state: string
  tag: string
  decided: boolean
  due_on: string | null
  my_roles: string[]
}

/** One page of proceedings, the newest movement first. A party sees its own dates, and whichever has passed. */
export async function listCases(
  trx: Trx,
  { posts }: User,
  search: Search,
  at: string,
  offset: number,
): Promise<CaseRow[]> {
  const { rows } = await sql<Omit<CaseRow, keyof OfCase> & { of_case: OfCase }>`
    with ${search.view === 'waiting' ? sql`${work},` : sql``}
    page as materialized (
      select p.id, p.reference, p.pathway, p.ordinal, p.state, p.tag, p.decided, p.of_case, p.dates, p.moved_at
        from my_cases p
       where ${found(search, at)}
       order by p.moved_at desc, p.id limit ${pageSize} offset ${offset}),
    parts as materialized (
      select proceeding_id, role, party_id from my_parts where proceeding_id = any (array(select id from page)))
    select page.*,
      (select min((d ->> 'due')::date) from jsonb_array_elements(page.dates) d
        where ${posts.length > 0} or d ->> 'party' = '' or (d ->> 'lapses')::timestamptz <= ${at}
           or d ->> 'party' in (select party_id from parts where proceeding_id = page.id)) as due_on,
      (select coalesce(jsonb_agg(distinct role), '[]') from parts where proceeding_id = page.id) as my_roles
      from page
     order by page.moved_at desc, page.id
  `.execute(trx)
  return rows.map(({ of_case, ...row }) => ({ ...row, ...of_case }))
}

const work = sql`work as materialized (select * from my_work(${waits}::jsonb))`

const inView = {
  all: sql<boolean>`true`,
  waiting: sql<boolean>`p.id in (select proceeding_id from work where task_id is null)`,
  overdue: (at: string) => sql<boolean>`p.id in (select overdue(${at}::timestamptz))`,
  closed: sql<boolean>`p.tag = 'closed'`,
}

function found(search: Search, at: string): RawBuilder<boolean> {
  const { view, q, pathway, tag, organisation, from, to } = search
  const conditions = [view === 'overdue' ? inView.overdue(at) : inView[view]]
  if (q !== '') conditions.push(sql`p.case_id in (select search_cases(${q}))`)
  if (pathway) conditions.push(sql`p.pathway = ${pathway}`)
  if (tag === 'decided') conditions.push(sql`p.decided`)
  else if (tag) conditions.push(sql`p.tag = ${tag} and not p.decided`)
  if (organisation) {
    conditions.push(sql`p.organisation_id = (select id from organisations where code = ${organisation})`)
  }
  if (from) conditions.push(sql`p.opened_on >= ${from}`)
  if (to) conditions.push(sql`p.opened_on <= ${to}`)
  return sql`${sql.join(conditions, sql` and `)}`
}
