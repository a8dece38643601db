import { sql } from 'kysely'
import type { Trx } from '../db.ts'
import type { Entry } from './chain.ts'
import type { Rows } from './effects.ts'

export type Moved = {
  proceeding: {
    id: string
    case_id: string
    state: string
    tag: string
    decided: boolean
    seq: number
    closed_on: string | null
    disposed_on: string | null
    compartment_id: string
    register_compartment_id: string | null
    organisation_id: string
    parent_id: string | null
    /** Where documents that leave a walled proceeding are copied to. */
    carry_to: string | null
  }
  context: object
  entry: Entry
  chain: { salt: Buffer; payload_hash: Buffer; entry_hash: Buffer; hash: Buffer }
  body: object
  rows: Rows
  /** The parties that may read the file from now on. */
  reached: string[]
}

/**
 * Writes one event with everything it changes, in one statement: fewer round trips, and no moment in which
 * half of it is there. Must be run as the engine by whoever holds the case.
 */
export async function record(
  trx: Trx,
  { proceeding, context, entry, chain, body, rows, reached }: Moved,
): Promise<void> {
  const { id, case_id, compartment_id, register_compartment_id } = proceeding
  const seq = entry.seq
  const { rows: changed } = await sql<{ proceedings: number; cases: number; snapshots: number }>`
    with
    written as (
      insert into events (case_id, seq, proceeding_id, pseq, pathway, version, from_state, type, to_state, actor_id, by,
        party_id, cause_seq, form_id, at, acted_on, late, compartment_id, payload_hash, entry_hash, hash)
      values (${case_id}, ${seq}, ${id}, ${entry.pseq}, ${entry.pathway}, ${entry.version}, ${entry.from_state},
        ${entry.type}, ${entry.to_state}, ${entry.actor_id}, ${entry.by}, ${entry.party_id}, ${entry.cause_seq},
        ${entry.form_id}, ${entry.at}, ${entry.acted_on}, ${entry.late}, ${compartment_id},
        ${chain.payload_hash}, ${chain.entry_hash}, ${chain.hash})
      returning seq),
    payload as (
      insert into payloads (case_id, seq, compartment_id, salt, body)
      values (${case_id}, ${seq}, ${compartment_id}, ${chain.salt}, ${JSON.stringify(body)}::jsonb)),
    moved as (
      update proceedings set state = ${proceeding.state}, tag = ${proceeding.tag}, decided = ${proceeding.decided},
        seq = ${proceeding.seq}, closed_on = ${proceeding.closed_on}, disposed_on = ${proceeding.disposed_on},
        moved_at = ${entry.at}
      where id = ${id} returning 1),
    kept as (
      update snapshots set context = ${JSON.stringify(context)}::jsonb where proceeding_id = ${id} returning 1),
    headed as (
      update cases set seq = ${seq}, head = ${chain.hash} where id = ${case_id} and seq = ${seq - 1} returning 1)
    ${sql.join(extras(), sql``)}
    select (select count(*)::int from moved) as proceedings, (select count(*)::int from headed) as cases,
           (select count(*)::int from kept) as snapshots
  `.execute(trx)
  const [counts] = changed
  if (counts?.proceedings !== 1 || counts.cases !== 1 || counts.snapshots !== 1) {
    throw new Error(`event ${seq} of case ${case_id} touched ${JSON.stringify(counts)} rows`)
  }

  /** Only what this event has rows for: most events have none of most kinds. */
  function extras() {
    const home = sql`${case_id}::uuid, ${id}::uuid, ${compartment_id}::uuid`
    const walled = sql`${home}, ${register_compartment_id}::uuid`
    const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
    const texts = (column: string) => sql`array(select jsonb_array_elements_text(${sql.ref(`f.${column}`)}))`
    const parts = []
    // Those who take part in a suit take part in finding out what law governs it.
    if (entry.pathway === 'lawAscertainment' && entry.pseq === 1) {
      parts.push(sql`, known as (
        insert into reached (compartment_id, party_id, case_id)
        select ${compartment_id}::uuid, party_id, case_id from reached where compartment_id = ${proceeding.carry_to}
        on conflict do nothing)`)
    }
    if (reached.length > 0) {
      parts.push(sql`, reached_now as (
        insert into reached (compartment_id, party_id, case_id)
        select c.id, p.id, p.case_id
        from parties p
        join compartments c on c.case_id = p.case_id and c.kind = 'file'
        where p.case_id = ${case_id} and p.id = any(${reached})
          and (c.id = ${compartment_id} or c.proceeding_id in (
            select id from proceedings where parent_id = ${id} and pathway = 'lawAscertainment'))
        on conflict do nothing)`)
    }
    if (rows.periods.ended.length > 0) {
      parts.push(sql`, ended as (
        update deadlines d set status = e.status, days_left = coalesce(e.days_left, d.days_left),
          ended_seq = case when e.status = 'paused' then null else ${seq}::int end
        from jsonb_to_recordset(${json(rows.periods.ended)}) as e (id uuid, status text, days_left int)
        where d.proceeding_id = ${id} and d.id = e.id)`)
    }
    if (rows.periods.started.length > 0) {
      parts.push(sql`, started as (
        insert into deadlines (case_id, proceeding_id, compartment_id, register_compartment_id, armed_seq, rule, party_id,
          status, base_on, base_field, raw_on, due_on, lapses_at, calendar, steps, basis, provisional, confidence,
          fixed_on, days_left, resumed_on, moved_from, moved_why)
        select ${walled}, ${seq}::int, d.rule, d.party_id, d.status, d.base_on, d.base_field, d.raw_on, d.due_on,
          d.lapses_at, d.calendar, d.steps, array(select jsonb_array_elements_text(d.basis)), d.provisional, d.confidence,
          d.fixed_on, d.days_left, d.resumed_on, d.moved_from, d.moved_why
        from jsonb_to_recordset(${json(rows.periods.started)}) as d (rule text, party_id text, status text, base_on date,
          base_field text, raw_on date, due_on date, lapses_at timestamptz, calendar text, steps jsonb, basis jsonb,
          provisional boolean, confidence text, fixed_on date, days_left int, resumed_on date, moved_from uuid,
          moved_why text))`)
    }
    if (rows.tasks.length > 0) {
      parts.push(sql`, tasked as (
        insert into tasks (case_id, proceeding_id, compartment_id, register_compartment_id, kind, role, opened_seq, opened_at)
        select ${walled}, t.kind, t.role, ${seq}::int, ${entry.at}::timestamptz
        from jsonb_to_recordset(${json(rows.tasks)}) as t (kind text, role text))`)
    }
    if (rows.allTasksClosed || rows.tasksClosed.length > 0) {
      parts.push(sql`, untasked as (
        update tasks set closed_seq = ${seq} where proceeding_id = ${id} and closed_seq is null
          and (${rows.allTasksClosed} or kind = any(${rows.tasksClosed})))`)
    }
    if (rows.fees.length > 0) {
      parts.push(sql`, assessed as (
        insert into fees (case_id, proceeding_id, compartment_id, kind, stage, payer, minor, currency, seq)
        select ${home}, f.kind, f.stage, f.payer, f.minor, f.currency, ${seq}::int
        from jsonb_to_recordset(${json(rows.fees)}) as f (kind text, stage text, payer text, minor bigint, currency text))`)
    }
    if (rows.payments.length > 0) {
      parts.push(sql`, paid as (
        insert into payments (case_id, proceeding_id, compartment_id, stage, payer, minor, currency, seq)
        select ${home}, f.stage, f.payer, f.minor, f.currency, ${seq}::int
        from jsonb_to_recordset(${json(rows.payments)}) as f (stage text, payer text, minor bigint, currency text))`)
    }
    if (rows.documents.length > 0) {
      parts.push(sql`, issued as (
        insert into documents (case_id, proceeding_id, compartment_id, kind, name, body, seq)
        select ${home}, d.kind, d.name, d.body, ${seq}::int
        from jsonb_to_recordset(${json(rows.documents)}) as d (kind text, name text, body text))`)
    }
    if (rows.carried.length > 0 && proceeding.carry_to !== null) {
      // What leaves a mediation: the agreement, signed undisputed facts, the termination report; and nothing else. Of
      // agreements only the last was signed: those before it are drafts, and stay.
      const target = sql`${case_id}::uuid, ${proceeding.parent_id}::uuid, ${proceeding.carry_to}::uuid`
      parts.push(sql`, carried as (
        insert into documents (case_id, proceeding_id, compartment_id, kind, name, body, seq, carried_from)
        select ${target}, kind, name, body, ${seq}::int, id from documents d
         where proceeding_id = ${id} and kind = any(${rows.carried})
           and (kind <> 'agreement' or not exists (select from documents later
                 where later.proceeding_id = ${id} and later.kind = 'agreement' and later.seq > d.seq))
        union all
        select ${target}, d.kind, d.name, d.body, ${seq}::int, null
        from jsonb_to_recordset(${json(rows.documents)}) as d (kind text, name text, body text)
        where d.kind = any(${rows.carried}))`)
    }
    if (rows.notices.length > 0) {
      parts.push(sql`, noticed as (
        insert into notices (case_id, proceeding_id, compartment_id, notice, whom, seq)
        select ${home}, n.notice, n.whom, ${seq}::int
        from jsonb_to_recordset(${json(rows.notices)}) as n (notice text, whom text))`)
    }
    if (rows.findings.length > 0) {
      parts.push(sql`, found as (
        insert into findings (case_id, proceeding_id, compartment_id, checked, verdict, law, seat, court, basis, steps,
          warnings, needs, confidence, facts, as_of, edition, overruled, why, seq)
        select ${home}, f.checked, f.verdict, f.law, f.seat, f.court, ${texts('basis')}, f.steps, ${texts('warnings')},
          ${texts('needs')}, f.confidence, f.facts, ${entry.acted_on}::date, f.edition, f.overruled, f.why, ${seq}::int
        from jsonb_to_recordset(${json(rows.findings)}) as f (checked text, verdict text, law text, seat text,
          court text, basis jsonb, steps jsonb, warnings jsonb, needs jsonb, confidence text, facts jsonb, edition text,
          overruled boolean, why text))`)
    }
    if (rows.dismissed.length > 0) {
      parts.push(sql`, dismissed as (
        update assignments a set until_seq = ${seq}
        from jsonb_to_recordset(${json(rows.dismissed)}) as d (role text, person uuid)
        where a.proceeding_id = ${id} and a.role = d.role and a.until_seq is null
          and (d.person is null or a.user_id = d.person))`)
    }
    if (rows.assigned.length > 0) {
      // Where nobody is named, whoever of the competent organisation has least in hand.
      parts.push(sql`, assigned as (
        insert into assignments (case_id, proceeding_id, user_id, role, since_seq)
        select ${case_id}::uuid, ${id}::uuid, coalesce(a.person, least.user_id), a.role, ${seq}::int
        from jsonb_to_recordset(${json(rows.assigned)}) as a (role text, person uuid)
        left join lateral (
          select p.user_id from posts p
            join organisations home on home.id = p.organisation_id
            join organisations own on own.id = ${proceeding.organisation_id}
           where p.role = a.role and p.until is null
             and p.organisation_id = case
               when a.role = 'appellateJudge' then own.appeals_to
               when a.role = 'judge' and own.kind <> 'court' then
                 (select o.id from organisations o
                   where o.code = ${json(context)} -> 'facts' ->> 'supervisoryCourt')
               else own.id end
             -- Whoever sat before does not sit again, nor whoever this very event dismisses (CPL 40).
             and not exists (select from assignments barred
                 where barred.case_id = ${case_id}::uuid and barred.proceeding_id = ${id}::uuid
                   and barred.user_id = p.user_id and barred.role = a.role
                   and (barred.until_seq is not null
                     or barred.role = any(${rows.dismissed.map(({ role }) => role)})))
             -- Nor whoever had another part in the dispute, or judged it below (CPL 47; L6 16).
             and not exists (select from assignments seat
                 where seat.case_id = ${case_id}::uuid and seat.user_id = p.user_id
                   and ((a.role in ('judge', 'appellateJudge') and seat.role in ('mediator', 'arbitrator', 'juror'))
                     or (a.role, seat.role) in (('judge', 'appellateJudge'), ('appellateJudge', 'judge'))))
             and not exists (select from representations spoke
                 where spoke.case_id = ${case_id}::uuid and spoke.user_id = p.user_id)
           order by (select count(*) from assignments busy
                      where busy.user_id = p.user_id and busy.until_seq is null), p.user_id
           limit 1) least on a.person is null
        where coalesce(a.person, least.user_id) is not null
          and not exists (select from assignments already
              where already.proceeding_id = ${id}::uuid and already.role = a.role
                and already.user_id = coalesce(a.person, least.user_id) and already.until_seq is null))`)
    }
    if (rows.struck.length > 0) {
      parts.push(sql`, struck as (
        update roster set removed_on = ${entry.acted_on}::date
        where user_id::text = any(${rows.struck}) and role = 'mediator' and removed_on is null)`)
    }
    return parts
  }
}
