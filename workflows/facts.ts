import type { Rate } from './rules/facts.ts'
import type { Check, HeldFinding } from './findings.ts'
import type { ClockStatus } from './context.ts'
import type { PathwayName } from './vocabulary.ts'

/** Facts of `pathways.md` 2.1, and the dates and names that conditions of other rows read. */
export type Facts = Partial<{
  reason: string
  closedOn: string
  disposedOn: string
  effectiveOn: string
  performBy: string
  outcome: string

  foreignRelated: boolean
  declaresArbitration: boolean
  feePaid: boolean
  firstHearingHeld: boolean
  default: boolean
  final: boolean
  remanded: boolean
  procedure: string
  caseNumber: string
  /** The running number of the case's reference, which the court's number is made of. */
  filingNumber: number
  court: string
  closedBy: string
  jurisdictionUpheld: boolean
  debateClosedOn: string
  panel: string[]
  lawOutcome: string
  registeredOn: string
  hearingOn: string
  jurorsDrawnOn: string
  jurors: string[]
  mustRegister: boolean
  /** From when the limit for the trial counts: registration, or the day the file came back (C84). */
  trialFrom: string
  /** The latest day on which a judgment was received, and on which an appeal period ended. */
  servedOn: string
  lastDueOn: string
  /** Whose law a party relied on, all agreed on, and the latest finding says governs. */
  assertedLaw: string
  assertions: Record<string, string>
  agreedLaw: string
  governingLaw: string
  findings: Partial<Record<Check, HeldFinding>>
  /** The rate at which the claim was last compared with sums in yuan. */
  rate: Rate

  kind: string
  mediator: string
  /** Each party's latest choice of mediator. */
  choices: Record<string, string>
  style: string
  online: boolean
  confirmationLapsed: boolean
  parentProcedure: string
  parentPathway: string
  /** The proceeding that this one comes from, as it stood when this one was begun. */
  sourcePathway: PathwayName
  sourceOrdinal: number
  sourceState: string
  /** How the period stood within which this one had to be applied for. */
  sourceClock: ClockStatus

  seat: string
  supervisoryCourt: string
  institution: string | null
  rules: string
  adHocFiledOn: string
  emergencyArbitrator: string
  awardKind: string
  courtSeised: boolean
  arbitrators: string[]
  arbitratorMediates: boolean

  /** The foreign law asked about, whether the parties chose it, and where it has been asked for so far (L5 1–2). */
  law: string
  chosen: boolean
  channels: string[]

  type: string
  phase: string
  urgent: boolean
  assetKind: string
  arbitration: string
  /** What is to be preserved and what security is asked for, in minor units of the claim's currency. */
  preserved: number
  security: number
  executedOn: string
  expiresOn: string
  liftGround: string

  /** Of a confirmation: an objection changed it (J14). */
  varied: boolean

  instrument: string
  venue: string
  /** What the creditor may recover in all, and what it has, as decimals of the claim's currency. */
  due: string
  collected: string
  creditor: string
  timeBarred: boolean
  /** Whom the instrument gives something, and who has it enforced already; what that brought them, in hundredths. */
  creditors: string[]
  enforcing: string[]
  recovered: Record<string, number>
}>
