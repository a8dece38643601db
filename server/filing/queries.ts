import { sql } from 'kysely'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { draftSchema, type Draft } from './draft.ts'

/** Accounts by address, small letters. People of the institutions use theirs for work, and are no parties with it. */
export async function accountsOf(trx: Trx, emails: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    select u.id, lower(u.email) as email from users u
     where lower(u.email) = any(${emails.map(email => email.toLowerCase())}) and u.active
       and not exists (select from posts p where p.user_id = u.id and p.until is null)
  `.execute(trx)
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** A person's own unfinished filings, the last touched first; row-level security shows no others. */
export async function listDrafts(trx: Trx) {
  const rows = await trx
    .selectFrom('drafts')
    .select(['id', 'body', 'updated_at'])
    .where('kind', '=', 'filing')
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, draft: draftSchema.parse(body) }))
}

export async function findDraft(trx: Trx, id: string): Promise<Draft> {
  const { body } = await trx
    .selectFrom('drafts')
    .select('body')
    .where('id', '=', id)
    .where('kind', '=', 'filing')
    .executeTakeFirstOrThrow(() => new NotFound(`draft ${id}`))
  return draftSchema.parse(body)
}

/** As `findDraft`; whoever else would change it waits until this transaction ends. */
export async function holdDraft(trx: Trx, id: string): Promise<Draft> {
  await sql`select from drafts where id = ${id} for update`.execute(trx)
  return findDraft(trx, id)
}

export async function addDraft(trx: Trx, userId: string, draft: Partial<Draft>, at: string): Promise<string> {
  const { id } = await trx
    .insertInto('drafts')
    .values({ user_id: userId, kind: 'filing', body: JSON.stringify(draft), updated_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps the answers of one step beside those of the others. */
export async function saveAnswers(trx: Trx, id: string, answers: Partial<Draft>, at: string): Promise<void> {
  await sql`
    update drafts set body = body || ${JSON.stringify(answers)}::jsonb, updated_at = ${at}::timestamptz
     where id = ${id} and kind = 'filing'
  `.execute(trx)
}

/** @returns the draft that is gone now, or nothing if it was gone before */
export async function takeDraft(trx: Trx, id: string): Promise<Draft | undefined> {
  const taken = await trx
    .deleteFrom('drafts')
    .where('id', '=', id)
    .where('kind', '=', 'filing')
    .returning('body')
    .executeTakeFirst()
  return taken && draftSchema.parse(taken.body)
}

/** The case that was filed with this form. */
export const filedWith = (trx: Trx, form: string) =>
  trx
    .selectFrom('events')
    .innerJoin('cases', 'cases.id', 'events.case_id')
    .select('cases.reference')
    .where('form_id', '=', form)
    .executeTakeFirstOrThrow(() => new NotFound(`form ${form}`))

/** What a receipt states: the entry in the record by which the case was filed, and what came with it. */
export async function findReceipt(trx: Trx, reference: string) {
  const { rows } = await sql<{
    title: string
    pathway: PathwayName
    state: string
    is_latest: boolean
    organisation: string
    seq: number
    at: Date
    hash: Buffer
    due: { rule: string; due_on: string } | null
    exhibits: { name: string; sha256: string }[]
  }>`
    select c.title, p.pathway, e.to_state as state, p.seq = e.pseq as is_latest, o.code as organisation, e.seq, e.at, e.hash,
      (select jsonb_build_object('rule', d.rule, 'due_on', d.due_on) from deadlines d
        where d.proceeding_id = p.id and d.armed_seq = e.seq and d.status = 'armed' order by d.due_on limit 1) as due,
      (select coalesce(jsonb_agg(jsonb_build_object('name', d.name,
                'sha256', encode(sha256(convert_to(d.body, 'UTF8')), 'hex')) order by d.name), '[]')
         from documents d where d.case_id = c.id and d.seq = 1 and d.name is not null) as exhibits
      from cases c
      join events first on first.case_id = c.id and first.seq = 1
      join proceedings p on p.id = first.proceeding_id
      join lateral (select * from events
        where case_id = c.id and proceeding_id = p.id and type in ('propose', 'submitComplaint', 'submit', 'apply')
        order by seq limit 1) e on true
      join organisations o on o.id = p.organisation_id
     where c.reference = ${reference}
  `.execute(trx)
  const [receipt] = rows
  if (!receipt) throw new NotFound(`receipt of ${reference}`)
  return receipt
}
