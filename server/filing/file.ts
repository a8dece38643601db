import type { Data } from '../../workflows/fields.ts'
import type { ContractFacts } from '../../workflows/rules/facts.ts'
import type { Part } from '../../workflows/step.ts'
import type { Actor, Trx } from '../db.ts'
import { move, type Motion } from '../proceedings/fireEvent.ts'
import { openCase, openFirst, type Filed, type Representative } from '../proceedings/open.ts'
import { leaveEngine } from '../proceedings/queries.ts'
import { shenzhenDay } from '../time.ts'
import { isArbitralBody } from './choices.ts'
import type { Way } from './draft.ts'
import { accountsOf } from './queries.ts'

/** A case may also begin with measures before any suit or arbitration (CPL 104). */
export type CaseFiling = Filed & Pick<Way, 'pathway'>

export type Submission = {
  at: string
  /** Who handles it, where the filing itself does not say: a mediation centre. */
  organisation?: string
  /** What the claimant tells the court or the institution with it. */
  data?: Data
  /** The form that was sent: the same form sent twice is one filing. */
  form?: string
  /** Who speaks for the parties; without it, the person filing and whoever has an account under a party's address. */
  representatives?: Representative[]
  /** At the counter somebody files for the claimant and speaks for nobody. */
  atCounter?: boolean
}

/**
 * Files a case whole: enters it with its parties and exhibits, opens the first proceeding and sends it in. One
 * transaction of the caller's, in which nothing else is written afterwards.
 * @throws {Refused} if the machine does not take it; the caller's transaction must go with it
 */
export async function fileCase(
  trx: Trx,
  actor: Actor,
  filing: CaseFiling,
  submission: Submission,
): Promise<{ reference: string }> {
  const { at, form, data = {}, atCounter = false } = submission
  const representatives =
    submission.representatives ?? (await representativesOf(trx, actor, filing.parties, atCounter))
  const held = await openCase(trx, actor, filing, representatives, at)
  const part = claimantsPart(filing.parties)
  const { opening, sending } = eventsOf(filing.pathway, data)
  const round = await openFirst(trx, actor, held, filing, {
    pathway: filing.pathway,
    organisation: submission.organisation ?? organisationFor(filing),
    part,
    ...opening,
    at,
    ...(form !== undefined && { form }),
  })
  if (sending) {
    const motion: Motion = { ...sending, at, on: shenzhenDay(at), by: part.role, party: part.party, actor }
    await move(trx, held, round, motion)
  }
  await leaveEngine(trx)
  return { reference: held.reference }
}

/** The body that a case goes to: the court, the institution that the clause names, a mediation centre. */
export const organisationFor = ({ pathway, contract }: Pick<CaseFiling, 'pathway' | 'contract'>): string =>
  pathway === 'litigation' || pathway === 'interimMeasures'
    ? 'QIANHAI_COURT'
    : pathway === 'mediation'
      ? 'QHDRC'
      : institutionOf(contract)

const institutionOf = ({ institution = null }: ContractFacts) =>
  institution !== null && isArbitralBody(institution) ? institution : 'AD_HOC'

/** A mediation begins by being proposed, a measure by being applied for; the others are drafts until they are sent in. */
const eventsOf = (pathway: CaseFiling['pathway'], data: Data) =>
  ({
    litigation: { opening: { type: 'createDraft', data: {} }, sending: { type: 'submitComplaint', data } },
    arbitration: { opening: { type: 'createDraft', data: {} }, sending: { type: 'submit', data } },
    mediation: { opening: { type: 'propose', data: { kind: 'institutional', ...data } }, sending: null },
    interimMeasures: {
      opening: { type: 'apply', data: { type: 'property', ...data, phase: 'pre' } },
      sending: null,
    },
  })[pathway]

function claimantsPart(parties: Filed['parties']): Part & { party: string } {
  const claimant = parties.find(({ side }) => side === 'claimant')
  if (!claimant) throw new Error('a filing has a claimant')
  return { role: 'claimant', party: claimant.id }
}

/** The person filing speaks for the claimant; whoever has an account under a party's address speaks for that party. */
async function representativesOf(
  trx: Trx,
  actor: Actor,
  parties: Filed['parties'],
  atCounter: boolean,
): Promise<Representative[]> {
  const accounts = await accountsOf(
    trx,
    parties.flatMap(({ email }) => email ?? []),
  )
  const { party: own } = claimantsPart(parties)
  return parties.flatMap(({ id, email = '' }) => {
    const user = id === own && !atCounter ? actor.id : accounts.get(email.toLowerCase())
    const isTaken = id !== own && user === actor.id
    return user === undefined || isTaken
      ? []
      : [{ party: id, user, capacity: 'self', specialAuthority: true }]
  })
}
