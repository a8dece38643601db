import { pathways } from '../../workflows/index.ts'
import { admits, type Pathway } from '../../workflows/pathway.ts'
import { choices, guardsOf, unopened, type Choice, type Part, type Saved } from '../../workflows/step.ts'
import { pathwayNames, type PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { NotFound } from '../errors.ts'
import { servedPathway } from '../proceedings/fireEvent.ts'
import { beginningOf, hindrance } from '../proceedings/sources.ts'
import { openCase, standingsOf, type CaseRow, type Standing } from './seenQueries.ts'

/** A case as far as one person sees it. Whoever only keeps the register sees proceedings without their case. */
export type Seen = { thisCase: CaseRow | undefined; standings: Standing[]; focus: Standing }

export async function see(
  trx: Trx,
  reference: string,
  at?: { pathway: string; ordinal: string },
): Promise<Seen> {
  await openCase(trx, reference)
  const { thisCase, standings } = await standingsOf(trx, reference)
  const focus = at
    ? standings.find(({ pathway, ordinal }) => pathway === at.pathway && String(ordinal) === at.ordinal)
    : [...standings].sort(firstToShow(standings))[0]
  if (!focus) throw new NotFound(`${reference} ${at?.pathway ?? ''}`)
  return { thisCase, standings, focus }
}

/** First what the reader sees into, nothing builds on, is open and waits for the reader; then the newest. */
const firstToShow =
  (all: Standing[]) =>
  (a: Standing, b: Standing): number => {
    const rank = (standing: Standing) => [
      standing.inside,
      !all.some(later => buildsOn(later, standing)),
      standing.tag !== 'closed',
      isAwaited(standing),
      standing.parent_id !== null,
    ]
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at >= 0 ? Number(right[at]) - Number(left[at]) : b.moved_at.getTime() - a.moved_at.getTime()
  }

/** A confirmation of what was agreed, the enforcement of what was awarded. */
const buildsOn = ({ inside, context }: Standing, { pathway, ordinal }: Standing) =>
  inside && context?.facts.sourcePathway === pathway && (context.facts.sourceOrdinal ?? 1) === ordinal

export const isAwaited = (standing: Standing): boolean => {
  const { waitingFor = [] } = servedPathway(standing).states[standing.state] ?? {}
  return standing.parts.some(({ role }) => admits(waitingFor, role))
}

export const savedOf = ({ state, context }: Standing): Saved | undefined =>
  context ? { state, context } : undefined

/** What the reader may do here now, and what not yet; without the file, what the role may do from this state. */
export function offersOf(standing: Standing): Choice[] {
  const pathway = servedPathway(standing)
  const saved = savedOf(standing)
  const offers = saved
    ? choices(pathway, saved, standing.parts)
    : Object.keys(pathway.events).flatMap((type): Choice[] => {
        const guard = guardsOf(pathway, standing.state, type).find(({ by }) =>
          standing.parts.some(({ role }) => admits(by, role)),
        )
        return guard ? [{ type, possible: true, basis: guard.basis }] : []
      })
  // What is recorded somewhere else is corrected there, by whoever can read it.
  return standing.inside ? offers : offers.filter(({ type }) => type !== 'correctRecord')
}

export type Opening = { pathway: PathwayName; served: Pathway; type: string; basis: string }

/** Proceedings that the reader may open on the case by hand, for a party or at the counter. */
export const openingsOf = (seen: Seen): Opening[] =>
  pathwayNames.flatMap(pathway => {
    const served = pathways[pathway]
    const mayOpen = ({ party, role }: Part) =>
      party !== undefined || Object.values(served.counter).some(desk => desk === role)
    if (!seen.standings.some(({ parts }) => parts.some(mayOpen))) return []
    if (hindrance(pathway, seen.standings) !== undefined) return []
    const { saved, near } = beforeOpening(seen, pathway)
    if (!saved) return []
    return choices({ ...served, events: openingEvents(served) }, saved, near.parts.filter(mayOpen))
      .filter(({ possible }) => possible)
      .map(({ type, basis }) => ({ pathway, served, type, basis }))
  })

const openingEvents = ({ events, machine }: Pathway) =>
  Object.fromEntries(
    Object.entries(events).filter(([type]) => machine.states.unopened?.transitions.has(type)),
  )

/** A proceeding of the case as it would be before its opening event, and where its reader stands who may open it. */
export function beforeOpening(
  { standings, focus }: Seen,
  pathway: PathwayName,
): { saved: Saved | undefined; near: Standing } {
  const beginning = beginningOf(pathway, standings)
  const near = standings.find(({ id }) => id === beginning?.source?.id) ?? focus
  return { saved: beginning && unopened(pathways[pathway], beginning.context), near }
}
