import { inPlay, marked } from './conditions.ts'
import { arbitrationClause } from './rules/arbitrationClause.ts'
import { subjects, type PartyInLaw } from './rules/facts.ts'
import type { Finding, Verdict } from './rules/findings.ts'
import { foreignRelated } from './rules/foreignElements.ts'
import { governingLaw, type Asked } from './rules/governingLaw.ts'
import { jurisdiction, type AskedForCourt } from './rules/jurisdiction.ts'
import type { Context, Envelope, Moment, Verb } from './vocabulary.ts'

export const checks = ['governingLaw', 'arbitrationClause', 'jurisdiction'] as const
export type Check = (typeof checks)[number]

/** What the rules found, and the facts that they were asked with. */
export type Assessment = Finding & {
  law: string | null
  seat: string | null
  court: string | null
  facts: object
}

/** The finding that counts now, as the proceeding knows it. */
export type HeldFinding = {
  verdict: Verdict
  law: string | null
  /** A digest of what the rules said last: a person's own finding stands until they say something else. */
  said: string
  overruled?: true
}

/** Asks the rules anew; keeps what they find where it differs from what they said before. */
export const assess = (...which: Check[]): Verb => ({
  name: 'assess',
  run: moment => {
    for (const check of which) {
      const assessment = assessed[check](moment)
      const { steps, warnings, needs, verdict, law, seat, court } = assessment
      const said = digest(JSON.stringify([verdict, law, seat, court, steps, warnings, needs]))
      const { facts } = moment.context
      if (facts.findings?.[check]?.said === said) continue
      moment.effects.push({ type: 'assess', check, assessment })
      hold(moment, check, { verdict, law, said })
    }
  },
})

/** Short enough to be carried along with everything that a proceeding knows; 53 bits tell two answers apart. */
function digest(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)).toString(36)
}

/** Sets a person's finding, or one of the court above, beside that of the rules. */
export function overrule(
  moment: Moment,
  check: Check,
  { verdict, law, why, basis = [] }: { verdict: Verdict; law: string | null; why: string; basis?: string[] },
): void {
  moment.effects.push({ type: 'overrule', check, verdict, law, why, basis })
  const said = moment.context.facts.findings?.[check]?.said ?? ''
  hold(moment, check, { verdict, law, said, overruled: true })
}

/** Who joins may make the case foreign-related; a case that is so does not cease to be. */
export const seeElements: Verb = {
  name: 'set',
  run: ({ context }) => {
    if (foreignRelated(partiesInLaw(context), context.contract)) context.facts.foreignRelated = true
  },
}

/** What the rules say of the agreement calls for somebody's eye (`pathways.md` 2.4). */
export const clauseDoubtful = ({ context: { facts } }: Moment): boolean =>
  ['notSupported', 'atRisk'].includes(facts.findings?.arbitrationClause?.verdict ?? '')

/** The law that governs as far as is found, which the ascertainment of law goes by (C48). */
function hold({ context }: Moment, check: Check, finding: HeldFinding): void {
  context.facts.findings = { ...context.facts.findings, [check]: finding }
  if (check === 'governingLaw' && finding.law !== null) context.facts.governingLaw = finding.law
}

const assessed: Record<Check, (moment: Moment) => Assessment> = {
  governingLaw(moment) {
    const asked = askedOf(moment)
    const { law, chosen: _, foreignRelated: _foreign, ...finding } = governingLaw(asked)
    return { ...finding, law, seat: null, court: null, facts: asked }
  },
  arbitrationClause(moment) {
    const asked = askedOf(moment)
    const { seat, supervisoryCourt, laws: _, seatFinding: _seat, ...finding } = arbitrationClause(asked)
    return { ...finding, law: null, seat, court: supervisoryCourt, facts: asked }
  },
  jurisdiction(moment) {
    const asked = askedForCourt(moment)
    const { court, foreignRelated: _foreign, procedures: _, venue: _venue, ...finding } = jurisdiction(asked)
    if (asked.rate) moment.context.facts.rate = asked.rate
    return { ...finding, law: null, seat: null, court, facts: asked }
  },
}

function askedOf({ context, event }: Moment): Asked {
  const { contract, facts, pathway, subject } = context
  const rules = facts.rules ?? contract.rules
  return {
    contract: { ...contract, ...(rules !== undefined && { rules }) },
    parties: partiesInLaw(context),
    ...subjectOf(subject),
    // Assertions and agreements are taken until the debate closes only, so what is known came in time (L4 6).
    stage: 'firstInstance',
    ...(facts.assertedLaw !== undefined && { assertedLaw: facts.assertedLaw }),
    ...(facts.assertions && { assertions: facts.assertions }),
    ...(facts.agreedLaw !== undefined && { agreedLaw: facts.agreedLaw }),
    on: event.on,
    forum: pathway === 'arbitration' ? 'arbitration' : 'court',
    ...(marked(context, 'seatDetermined').length > 0 &&
      facts.seat !== undefined && { determinedSeat: facts.seat }),
    ...(facts.firstHearingHeld !== undefined && { firstHearingHeld: facts.firstHearingHeld }),
    ...(marked(context, 'jurisdictionChallenged').length > 0 && { objected: true }),
  }
}

function askedForCourt({ context, event }: Moment): AskedForCourt {
  const { contract, claim, subject } = context
  const rate = rateFor({ context, event })
  return {
    claim,
    contract,
    parties: partiesInLaw(context),
    ...subjectOf(subject),
    on: event.on,
    ...(rate && { rate }),
  }
}

/** The rate for a claim in another currency: the latest one known, else the one that it was last compared at. */
export const rateFor = ({ context, event }: { context: Context; event: Envelope }) => {
  const rate = event.rate ?? context.facts.rate
  return rate?.currency === context.claim.currency ? rate : undefined
}

function subjectOf(word: string) {
  const subject = subjects.find(each => each === word)
  return subject && { subject }
}

const partiesInLaw = (context: Context): PartyInLaw[] =>
  inPlay(context).map(
    ({ id, side, natural, domiciled, hongKongOrMacao, domicile, registration, investors }) => ({
      id,
      side,
      kind: natural ? 'person' : 'company',
      domicile: domicile ?? (domiciled ? 'CN' : hongKongOrMacao ? 'HK' : unknownPlace),
      ...(registration && { registration }),
      investors: investors ?? [],
    }),
  )

/** User-assigned in ISO 3166: somewhere abroad. */
const unknownPlace = 'ZZ'
