import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Data } from '../../workflows/fields.ts'
import { pathways } from '../../workflows/index.ts'
import { recipientCalendar } from '../../workflows/rules/deadlines.ts'
import type { Filing, PartyFacts } from '../../workflows/rules/facts.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import { foreignRelated } from '../../workflows/rules/jurisdiction.ts'
import { isHongKongOrMacao } from '../../workflows/rules/places.ts'
import type { Capacity, PowerForm } from '../../workflows/rules/representation.ts'
import { unopened, type Part } from '../../workflows/step.ts'
import type { Context, Facts, Party, PathwayName } from '../../workflows/vocabulary.ts'
import type { Actor, Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { shenzhenDay } from '../time.ts'
import { move, type Motion } from './fireEvent.ts'
import { fileExhibits, readRound, takeEngine, type HeldCase, type Round } from './queries.ts'

export type Opening = {
  pathway: PathwayName
  organisationId: string
  parent: Pick<Round, 'id' | 'compartment_id' | 'organisation_id'> | null
  context: Context
}

/**
 * Opens a proceeding on a case that is held, by its opening event. What is refused leaves nothing behind, since it
 * throws: the caller's transaction goes with it.
 */
export async function openProceeding(
  trx: Trx,
  held: HeldCase,
  opening: Opening,
  motion: Motion,
): Promise<Round> {
  const { pathway: name, organisationId, parent, context } = opening
  const pathway = pathways[name]

  const id = randomUUID()
  const { state } = unopened(pathway, context)
  // A mediation has no file: it is walled. Whoever reads its parent's file sees only that it is there; so it is with
  // what another organisation handles for a parent, but for a measure that the other side is not to hear of.
  const kind = name === 'mediation' ? 'mediation' : 'file'
  const apart =
    kind === 'mediation' || (name !== 'interimMeasures' && organisationId !== parent?.organisation_id)
  const register = apart ? (parent?.compartment_id ?? null) : null
  await sql`
    with home as (
      insert into compartments (case_id, proceeding_id, organisation_id, kind)
      values (${held.id}, ${id}, ${organisationId}, ${kind}) returning id),
    walled as (
      insert into compartments (case_id, proceeding_id, organisation_id, kind, party_id, role)
      select ${held.id}::uuid, ${id}::uuid, ${organisationId}::uuid, 'caucus', p.id, null from parties p
       where ${kind} = 'mediation' and p.case_id = ${held.id}
      union all
      select ${held.id}::uuid, ${id}::uuid, ${organisationId}::uuid, 'deliberation', null, bench.role
        from (values ('litigation', 'judge'), ('litigation', 'appellateJudge'), ('arbitration', 'arbitrator'),
                     ('arbitration', 'judge')) bench (pathway, role)
       where bench.pathway = ${name}),
    proceeding as (
      insert into proceedings (id, case_id, reference, pathway, ordinal, version, organisation_id, parent_id,
        compartment_id, register_compartment_id, state, tag, decided, seq, opened_on, moved_at)
      select ${id}, ${held.id}, ${held.reference}, ${name},
        1 + (select count(*) from proceedings where case_id = ${held.id} and pathway = ${name}),
        ${pathway.version}, ${organisationId}, ${parent?.id ?? null}, home.id, ${register}, ${state}, 'draft', false, 0,
        ${motion.on}, ${motion.at}
      from home returning id, compartment_id, register_compartment_id)
    insert into snapshots (proceeding_id, compartment_id, register_compartment_id, context)
    select id, compartment_id, register_compartment_id, ${JSON.stringify(context)}::jsonb from proceeding
  `.execute(trx)
  const round = await readRound(trx, { id }, { at: motion.at })
  await move(trx, held, round, motion)
  return round
}

/** Opens a proceeding because another one of the case asks for it. */
export async function openWithin(
  trx: Trx,
  held: HeldCase,
  parent: Round,
  motion: Motion,
  pathway: PathwayName,
): Promise<void> {
  if (pathway === 'litigation') return openSuit(trx, held, parent, motion)
  const organisation = await handledBy(trx, pathway, parent)
  await openProceeding(
    trx,
    held,
    { pathway, organisationId: organisation, parent, context: childContext(parent, pathway) },
    motion,
  )
}

/** A suit that an objection to enforcement leads to: whoever objects sues, the others answer (CPL 238). */
async function openSuit(trx: Trx, held: HeldCase, source: Round, motion: Motion): Promise<void> {
  const known = freshContext(source.context)
  const parties = known.parties.map((party): Party =>
    party.id === motion.party
      ? { ...party, side: 'claimant', out: false }
      : { ...party, side: party.out ? party.side : 'respondent' },
  )
  const { foreignRelated } = source.context.facts
  const facts: Facts = {
    sourcePathway: source.pathway,
    sourceOrdinal: source.ordinal,
    sourceState: source.state,
    ...(foreignRelated !== undefined && { foreignRelated }),
  }
  await openProceeding(
    trx,
    held,
    {
      pathway: 'litigation',
      organisationId: (await organisationOf(trx, 'QIANHAI_COURT')).id,
      parent: null,
      context: { ...known, pathway: 'litigation', parties, facts },
    },
    { ...motion, by: 'claimant' },
  )
}

/** The court's own centre leads what the court sends to mediation; all else stays with the parent's organisation. */
async function handledBy(trx: Trx, pathway: PathwayName, parent: Round): Promise<string> {
  if (pathway !== 'mediation') return parent.organisation_id
  return (await organisationOf(trx, 'QHDRC')).id
}

function childContext({ context, pathway }: Round, child: PathwayName): Context {
  const { foreignRelated, procedure, filingNumber } = context.facts
  const facts: Facts = {
    parentPathway: pathway,
    ...(foreignRelated !== undefined && { foreignRelated }),
    ...(filingNumber !== undefined && { filingNumber }),
    ...(procedure !== undefined && { parentProcedure: procedure }),
  }
  return { ...freshContext(context), pathway: child, facts }
}

/** What a new proceeding of the case knows: the parties, the claim, the contract; nothing of what happened. */
export const freshContext = (
  known: Pick<Context, 'pathway' | 'parties' | 'claim' | 'contract' | 'subject'>,
): Context => ({
  pathway: known.pathway,
  parties: known.parties,
  claim: known.claim,
  contract: known.contract,
  subject: known.subject,
  facts: {},
  clocks: {},
  marks: {},
  fees: [],
  paid: [],
  returnTo: [],
})

export type Filed = Pick<
  Filing,
  'title' | 'subject' | 'language' | 'claim' | 'contract' | 'parties' | 'documents'
>

/** A person who speaks for a party from the start. */
export type Representative = {
  party: string
  user: string
  capacity: 'self' | 'agent' | Capacity
  specialAuthority: boolean
  /** How the power of attorney was given that came with the filing; it is for every stage. */
  power?: PowerForm
}

/**
 * Enters a case with its parties, and nothing more: what happens to it are events. The caller's transaction runs
 * as the engine until it has opened a proceeding.
 * @param at the instant of filing; its Shenzhen date is the day of filing and gives the year of the reference
 */
export async function openCase(
  trx: Trx,
  actor: Actor,
  filing: Filed,
  representatives: Representative[],
  at: string,
): Promise<HeldCase> {
  await takeEngine(trx, actor)
  const on = shenzhenDay(at)
  const { minor, currency } = parseMoney(filing.claim.amount, filing.claim.currency)
  const { rows } = await sql<HeldCase>`
    with numbered as (
      insert into case_numbers as n (year, last) values (${Number(on.slice(0, 4))}, 1)
      on conflict (year) do update set last = n.last + 1 returning year, last)
    insert into cases (reference, title, subject, language, claim_minor, currency, relief, contract, filed_on, filed_by)
    select 'QH-' || year || '-' || lpad(last::text, 6, '0'), ${filing.title}, ${filing.subject}, ${filing.language},
      ${minor}, ${currency}, ${filing.claim.relief}, ${JSON.stringify(filing.contract)}::jsonb, ${on}, ${actor.id}
    from numbered
    returning id, reference, seq, head
  `.execute(trx)
  const [held] = rows
  if (!held) throw new Error('the case was not entered')

  await sql`
    with named as (
      insert into parties (case_id, id, side, kind, name, registration, domicile, investors, email)
      select ${held.id}, p.id, p.side, p.kind, p.name, p.registration, p.domicile, p.investors, p.email
      from jsonb_to_recordset(${JSON.stringify(filing.parties)}::jsonb) as p (id text, side text, kind text, name jsonb,
        registration jsonb, domicile text, investors jsonb, email text))
    insert into representations (case_id, party_id, user_id, capacity, special_authority, since, power_form,
      power_received_on, instance)
    select ${held.id}, r.party, r."user", r.capacity, r."specialAuthority", ${on}, r.power,
      case when r.power is not null then ${on}::date end, case when r.power is not null then 'all' end
    from jsonb_to_recordset(${JSON.stringify(representatives)}::jsonb) as r (party text, "user" uuid, capacity text,
      "specialAuthority" boolean, power text)
  `.execute(trx)
  return held
}

/** Opens the first proceeding of a case just entered, in the part that the person files in. */
export async function openFirst(
  trx: Trx,
  actor: Actor,
  held: HeldCase,
  filing: Filed,
  first: {
    pathway: PathwayName
    organisation: string
    part: Part
    type: string
    data: Data
    at: string
    form?: string
  },
): Promise<Round> {
  const organisation = await organisationOf(trx, first.organisation)
  const round = await openProceeding(
    trx,
    held,
    {
      pathway: first.pathway,
      organisationId: organisation.id,
      parent: null,
      context: contextOf(first.pathway, filing, held),
    },
    motionIn(first, actor, first.part),
  )
  await fileExhibits(trx, held, round, filing.documents)
  return round
}

export const organisationOf = (trx: Trx, code: string) =>
  trx
    .selectFrom('organisations')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow(() => new NotFound(`organisation ${code}`))

export const motionIn = (
  act: { type: string; data: Data; at: string; form?: string },
  actor: Actor,
  { role, party, agent }: Part,
): Motion => ({
  type: act.type,
  data: act.data,
  at: act.at,
  on: shenzhenDay(act.at),
  by: role,
  actor,
  ...(act.form !== undefined && { form: act.form }),
  ...(party !== undefined && { party }),
  ...(agent && { agent }),
})

const contextOf = (pathway: PathwayName, filing: Filed, { reference }: HeldCase): Context => ({
  ...freshContext({
    pathway,
    parties: filing.parties.map(partyOf),
    claim: parseMoney(filing.claim.amount, filing.claim.currency),
    contract: filing.contract,
    subject: filing.subject,
  }),
  facts: {
    foreignRelated: foreignRelated(filing.parties, filing.contract),
    filingNumber: Number(reference.split('-').at(-1)),
  },
})

/** Domicile decides the periods, not ownership; whoever is only named as a third party is not in the proceeding yet. */
const partyOf = ({ id, side, kind, domicile, registration, investors }: PartyFacts): Party => ({
  id,
  side,
  natural: kind === 'person',
  domiciled: domicile === 'CN',
  // Itself from there, or a Mainland company invested from there (L7 6).
  hongKongOrMacao:
    [domicile, registration?.jurisdiction].some(isHongKongOrMacao) ||
    (registration?.jurisdiction === 'CN' && investors.some(({ origin }) => isHongKongOrMacao(origin))),
  calendar: recipientCalendar(domicile),
  domicile,
  ...(registration && { registration }),
  investors,
  out: side === 'thirdParty',
})
