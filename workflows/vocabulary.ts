import type { Context, Fee } from './context.ts'
import type { Data } from './fields.ts'
import type { Money } from './rules/fees.ts'
import type { Calendar } from './rules/calendars.ts'
import type { RuleId } from './rules/deadlines.ts'
import type { Rate } from './rules/facts.ts'
import type { Verdict } from './rules/findings.ts'
import type { Assessment, Check } from './findings.ts'

export const pathwayNames = [
  'litigation',
  'mediation',
  'arbitration',
  'judicialConfirmation',
  'lawAscertainment',
  'interimMeasures',
  'enforcement',
] as const
export type PathwayName = (typeof pathwayNames)[number]

/** The parts people play (`pathways.md` 1.1). */
export const roles = [
  'intakeOfficer',
  'judge',
  'appellateJudge',
  'clerk',
  'mediator',
  'mediationCoordinator',
  'tribunalSecretary',
  'arbitrator',
  'lawExpert',
  'enforcementOfficer',
  'administrator',
  'claimant',
  'respondent',
  'thirdParty',
] as const
export type Role = (typeof roles)[number]
/** What somebody is assigned as. A people's assessor sits with the judges, and fires nothing alone (L23 14). */
export type Seat = Role | 'juror'
/** Who an event is by: a person in a role, the clock, or an act in another proceeding. */
export type By = Role | 'clock' | 'system'
/** What a row of a machine admits; `party` is the claimant or the respondent. */
export type Admits = By | 'party'

export type { ClockStatus, Context, Fee, Party, Side } from './context.ts'
export type { Facts } from './facts.ts'

/** What is known about a person whom an event names, looked up when it is fired. */
export type PersonFacts = {
  /** Roles in which an organisation lists or employs the person on the day of the act. */
  listed: string[]
  origin: string | null
  style: string | null
  /** Mediated in this case before (L6 16). */
  mediatedHere: boolean
  /** Seats that the person has or had in the proceedings of this case. */
  satHere: string[]
  /** Was judge of this proceeding, and is no longer. */
  leftHere: boolean
  /** Speaks or spoke for a party of this case. */
  spokeHere: boolean
}

export type Envelope = {
  type: string
  by: By
  /** Whose act it is; what is known of that person is in `people`. */
  person?: string
  party?: string
  /** Where an agent acts for the party: whether it has special authority (CPL 62). */
  agent?: { specialAuthority: boolean }
  /** The instant of recording, UTC. */
  at: string
  /** The day of the act in Asia/Shanghai. */
  on: string
  data: Data
  people: Record<string, PersonFacts>
  /** The latest rate entered for the currency of the claim, looked up likewise. */
  rate?: Rate
}

/** Everything a machine may ask for. Each kind has one performer that turns it into rows. */
export type Effect =
  | {
      type: 'arm'
      rule: RuleId
      party?: string
      base: string
      /** The field the base date came from, so that correcting it moves the period. */
      baseField?: string
      baseInstant?: string
      dueOn?: string
      calendar?: Calendar
    }
  /** To a new last day, or by what the rule itself allows. */
  | { type: 'extend'; rule: RuleId; party?: string; dueOn?: string }
  | { type: 'pause'; rule: RuleId; party?: string; on: string }
  | { type: 'resume'; rule: RuleId; party?: string; on: string }
  | { type: 'disarm'; rule: RuleId; party?: string; on: string }
  | { type: 'openTask'; kind: string; role: Role }
  | { type: 'closeTask'; kind: string }
  | { type: 'closeTasks' }
  | { type: 'fee'; fee: Fee }
  | { type: 'payment'; stage: string; payer: string | null; money: Money }
  | { type: 'open'; pathway: PathwayName; event: string; data: Data }
  | { type: 'tell'; to: 'parent' | 'children' | 'source' | PathwayName; event: string; data: Data }
  | { type: 'assign'; role: Seat; person: string | null }
  | { type: 'dismiss'; role: Seat; person: string | null }
  | { type: 'document'; kind: string; text?: string }
  | { type: 'carry'; kinds: string[] }
  | { type: 'notify'; notice: string; to: Role | 'party' }
  | { type: 'assess'; check: Check; assessment: Assessment }
  | { type: 'overrule'; check: Check; verdict: Verdict; law: string | null; why: string; basis: string[] }
  | { type: 'correct'; seq: number; data: Record<string, unknown> }
  | { type: 'recompute'; calendar: string; closureDay: string }
  | { type: 'joinParty'; party: string; as?: string }
  | { type: 'partyOut'; party: string; as?: string }
  | { type: 'strike'; person: string | null }

export type Moment = {
  context: Context
  event: Envelope
  from: string
  to: string
  effects: Effect[]
  late: boolean
}

/** A condition with a name, so that a refusal can say which one failed. */
export type Condition = { name: string; holds: (moment: Pick<Moment, 'context' | 'event'>) => boolean }
/** A thing a transition does: it changes the context and asks for effects. */
export type Verb = {
  name: string
  run: (moment: Moment) => void
  /** The periods that it may start, for whoever reads the machine. */
  arms?: readonly RuleId[]
}

/** One transition as a machine's table writes it. */
export type Move<State extends string> = {
  to: State | 'same' | 'return'
  by: Admits[]
  /** Conditions on who acts and what the proceeding knows: they decide what is offered. */
  if?: Condition[]
  /** Conditions on what the event carries: they decide what is refused once it is filled in. */
  data?: Condition[]
  /** Which of several moves of the same event it is. Never a reason for a refusal. */
  when?: Condition[]
  do?: Verb[]
}

/** A row of the table: its number and its basis in law, where it holds, what moves it. */
export type Row<State extends string> = {
  row: string
  basis: string
  from: readonly State[]
  events: readonly string[]
  moves: Move<State>[]
}

/** A row holds for every combination of its states and events; its moves are tried top down. */
export const row = <State extends string>(
  number: string,
  basis: string,
  from: readonly State[],
  events: readonly string[] | string,
  ...moves: Move<State>[]
): Row<State> => ({ row: number, basis, from, events: typeof events === 'string' ? [events] : events, moves })

export const to = <State extends string>(state: State, move: Omit<Move<State>, 'to'>): Move<State> => ({
  to: state,
  ...move,
})
export const stay = (move: Omit<Move<never>, 'to'>): Move<never> => ({ to: 'same', ...move })
/** Goes back to the state kept in `returnTo` when this one was entered. */
export const back = (move: Omit<Move<never>, 'to'>): Move<never> => ({ to: 'return', ...move })
