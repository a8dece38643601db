import { inPlay, marked } from '../../workflows/conditions.ts'
import type { Data } from '../../workflows/fields.ts'
import { arbitrationOf } from '../../workflows/interimMeasures/route.ts'
import type { ContractFacts } from '../../workflows/rules/facts.ts'
import { courtByLevel } from '../../workflows/rules/jurisdiction.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import type { Context, Facts, PathwayName } from '../../workflows/vocabulary.ts'

/** A proceeding of the case, as far as another one may come from it. */
export type Origin = {
  id: string
  pathway: PathwayName
  ordinal: number
  state: string
  tag: string
  organisation: { code: string }
  opened_on: string
  moved_at: Date
  /** Not known to those who only see that it is there. */
  context: Context | null
}

/** What a new proceeding of the case starts from (`pathways.md` 1.7 and 5). */
export type Beginning = {
  source: Origin | undefined
  /** Whether it ends with its source. */
  child: boolean
  context: Context
  /** The organisation that handles it, by its code. */
  organisation: string
  /** The documents that come along. */
  carried: string[]
}

type Comes = {
  from: (all: Origin[], data: Data) => Origin | undefined
  child?: true
  handledBy: (source: Origin | undefined, known: Context) => string
  facts?: (source: Origin | undefined, all: Origin[], known: Context) => Facts
}

/** The same for whoever asks: the page that offers the opening, and the engine that does it. */
export function beginningOf(pathway: PathwayName, all: Origin[], data: Data = {}): Beginning | undefined {
  const comes = kinds[pathway]
  const source = comes.from(all, data)
  const before = (source ?? newest(all))?.context
  if (!before) return undefined
  const known = { ...before, contract: { ...before.contract, ...agreedAfterwards(data) } }
  const { foreignRelated } = known.facts
  return {
    source,
    child: comes.child ?? false,
    context: {
      ...fresh(known, pathway),
      facts: {
        ...(foreignRelated !== undefined && { foreignRelated }),
        ...(source && {
          sourcePathway: source.pathway,
          sourceOrdinal: source.ordinal,
          sourceState: source.state,
        }),
        ...comes.facts?.(source, all, known),
      },
    },
    organisation: comes.handledBy(source, known),
    carried: source ? taken(pathway, source) : [],
  }
}

/** What the parties have agreed on once the dispute was there: an arbitration for a consent award, say. */
const agreedAfterwards = ({ institution, seat }: Data): ContractFacts =>
  institution === undefined
    ? {}
    : { institution: institution === 'AD_HOC' ? null : institution, ...(seat !== undefined && { seat }) }

const fresh = ({ parties, claim, contract, subject }: Context, pathway: PathwayName): Context => ({
  ...{ pathway, parties, claim, contract, subject },
  ...{ facts: {}, clocks: {}, marks: {}, fees: [], paid: [], returnTo: [] },
})

const newest = (all: Origin[], ...names: PathwayName[]): Origin | undefined =>
  all
    .filter(({ pathway, context }) => context && (names.length === 0 || names.includes(pathway)))
    .sort(
      (a, b) =>
        b.opened_on.localeCompare(a.opened_on) ||
        b.ordinal - a.ordinal ||
        b.moved_at.getTime() - a.moved_at.getTime(),
    )[0]

/** A signed mediation has done its work, whether or not the agreement is lodged anywhere. */
const isOpen = ({ pathway, state, tag }: Origin) =>
  tag !== 'closed' && !(pathway === 'mediation' && state === 'signed')
const suits = (all: Origin[]) =>
  all.filter(({ pathway }) => pathway === 'litigation' || pathway === 'arbitration')
/** Where a dispute may be left undecided. */
const disputed: PathwayName[] = [
  'litigation',
  'arbitration',
  'mediation',
  'judicialConfirmation',
  'enforcement',
]
const openSuit = (all: Origin[]) => newest(suits(all).filter(isOpen))

const courtOf = (context: Context) =>
  courtByLevel(context.claim, context.facts.foreignRelated ?? false) === 'QIANHAI'
    ? 'QIANHAI_COURT'
    : 'SHENZHEN_INTERMEDIATE'

const kinds: Record<PathwayName, Comes> = {
  litigation: { from: all => newest(all, ...disputed), handledBy: () => 'QIANHAI_COURT' },
  arbitration: {
    from: all => newest(all, ...disputed),
    handledBy: (_, { contract: { institution } }) =>
      institution === 'SCIA' || institution === 'SCIAHK' || institution === 'HKIAC' ? institution : 'AD_HOC',
  },
  mediation: { from: all => newest(all, ...disputed), handledBy: () => 'QHDRC' },
  judicialConfirmation: {
    from: all => newest(all, 'mediation'),
    handledBy: (source, known) =>
      source?.context?.facts.kind === 'delegated' ? 'QIANHAI_COURT' : courtOf(known),
    facts: (source, _, known) => {
      const court = source && confirmingCourt(source, known)
      return { ...clockFact(source, 'confirmation.apply'), ...(court !== undefined && { court }) }
    },
  },
  lawAscertainment: {
    from: all => openSuit(all),
    child: true,
    handledBy: source => source?.organisation.code ?? 'QIANHAI_COURT',
    facts: source => ({ ...(source && { parentPathway: source.pathway }) }),
  },
  interimMeasures: {
    from: all => openSuit(all) ?? newest(suits(all)),
    child: true,
    handledBy: (source, known) =>
      source?.pathway === 'litigation'
        ? source.organisation.code
        : source || arbitrationOf(known) !== 'none'
          ? arbitrationCourt(known)
          : courtOf(known),
    facts: source => {
      const { performBy, effectiveOn, seat, institution } = source?.context?.facts ?? {}
      return {
        ...(source && { parentPathway: source.pathway }),
        ...(performBy !== undefined && { performBy }),
        ...(effectiveOn !== undefined && { effectiveOn }),
        ...at(seat),
        ...(institution !== undefined && { institution }),
      }
    },
  },
  enforcement: {
    from: (all, { instrument }) =>
      newest(all.filter(origin => binds(origin) && gives(origin, instrument))) ??
      newest(all.filter(origin => gives(origin, instrument))) ??
      newest(suits(all)),
    handledBy: source =>
      source === undefined || source.pathway === 'arbitration'
        ? 'SHENZHEN_INTERMEDIATE'
        : source.organisation.code,
    facts: (source, all) => ({
      ...clockFact(source, 'enforcement.apply'),
      ...(source && { creditors: creditorsOf(source), ...elsewhere(source, all) }),
      ...(source?.pathway === 'arbitration'
        ? at(source.context?.facts.seat)
        : courtFact(source?.context?.facts.court)),
    }),
  },
}

const courtFact = (court: string | undefined) => (court === undefined ? {} : { court })
const at = (seat: string | undefined) => (seat === undefined ? {} : { seat })

/** How the period stands within which the new proceeding had to be applied for. */
function clockFact(source: Origin | undefined, rule: string): Facts {
  const sourceClock = source?.context ? source.context.clocks[rule]?.[''] : undefined
  return sourceClock === undefined ? {} : { sourceClock }
}

/** The court that sent the parties to mediation, else one at a party, at the performance or at the organisation (CPL 205). */
function confirmingCourt({ context, organisation }: Origin, known: Context): string | undefined {
  if (context?.facts.kind === 'delegated') return 'QIANHAI'
  const near =
    inPlay(known).some(({ domiciled }) => domiciled) ||
    known.contract.performedIn === 'CN' ||
    organisation.code === 'QHDRC'
  return near ? courtByLevel(known.claim, known.facts.foreignRelated ?? false) : undefined
}

/** Foreign-related measures belong to an Intermediate court (CPL 289; L19 79). */
const arbitrationCourt = ({ facts }: Context) =>
  facts.foreignRelated === false ? 'QIANHAI_COURT' : 'SHENZHEN_INTERMEDIATE'

const enforceable: Partial<Record<PathwayName, readonly string[]>> = {
  litigation: ['effective'],
  arbitration: ['awardIssued', 'awardFinal', 'setasidePending', 'closedStatement'],
  judicialConfirmation: ['confirmed'],
}
const binds = ({ pathway, state }: Origin) => enforceable[pathway]?.includes(state) ?? false

/** Which instruments come out of which proceeding. */
function gives({ pathway, state, context }: Origin, instrument: string | undefined): boolean {
  if (pathway === 'litigation') return [undefined, 'judgment', 'statement'].includes(instrument)
  if (pathway === 'judicialConfirmation') return [undefined, 'confirmation'].includes(instrument)
  if (pathway !== 'arbitration') return false
  if (state === 'closedStatement') return [undefined, 'statement'].includes(instrument)
  const award = context?.facts.seat === 'HONG_KONG' ? 'hkAward' : 'cnAward'
  return [undefined, award].includes(instrument)
}

/** Whom the instrument may give something: a settlement any party, a decision those who claimed. */
function creditorsOf({ pathway, state, context }: Origin): string[] {
  if (!context) return []
  const { closedBy, awardKind, outcome } = context.facts
  const settled =
    pathway === 'judicialConfirmation' ||
    state === 'closedStatement' ||
    awardKind === 'consent' ||
    ['statement', 'consentJudgment', 'secondInstance'].includes(closedBy ?? '')
  const counterclaimed = [...marked(context, 'counterclaim'), ...marked(context, 'counterclaimed')]
  return inPlay(context)
    .filter(
      ({ id, side }) =>
        settled || counterclaimed.includes(id) || (side !== 'respondent' && outcome !== 'claimDismissed'),
    )
    .map(({ id }) => id)
}

const ended = ['notAccepted', 'closedTransferred', 'terminated', 'refused']

/** Who already has the same instrument enforced, and what earlier enforcement brought them. */
function elsewhere(source: Origin, all: Origin[]): Facts {
  const same = all.filter(
    ({ pathway, context }) =>
      pathway === 'enforcement' &&
      context?.facts.sourcePathway === source.pathway &&
      context.facts.sourceOrdinal === source.ordinal,
  )
  const recovered: Record<string, number> = {}
  for (const { context } of same) {
    const { creditor, collected } = context?.facts ?? {}
    if (creditor === undefined || collected === undefined) continue
    recovered[creditor] = (recovered[creditor] ?? 0) + parseMoney(collected, 'CNY').minor
  }
  const enforcing = same.filter(({ state }) => !ended.includes(state))
  return { recovered, enforcing: enforcing.flatMap(({ context }) => context?.facts.creditor ?? []) }
}

/** What goes along from one proceeding to the next (`pathways.md` 5). */
function taken(pathway: PathwayName, source: Origin): string[] {
  if (pathway === 'lawAscertainment' || pathway === 'interimMeasures') return []
  if (pathway === 'mediation') return source.pathway === 'judicialConfirmation' ? ['agreement'] : []
  return source.pathway === 'mediation' ? leavesMediation(source) : (documentsOf[source.pathway] ?? [])
}

/** Only what the parties signed, and that it ended: nothing that was offered, and no draft (L6 22; Cap. 620 s.8). */
const leavesMediation = ({ state }: Origin) =>
  state === 'signed' || state === 'filed'
    ? ['agreement', 'undisputedFacts']
    : state === 'terminated'
      ? ['terminationReport', 'undisputedFacts']
      : []

const documentsOf: Partial<Record<PathwayName, string[]>> = {
  litigation: ['judgment', 'secondInstanceJudgment', 'mediationStatement', 'ruling'],
  arbitration: ['award', 'correction', 'mediationStatement', 'jurisdictionDecision', 'rejection'],
  judicialConfirmation: ['agreement', 'ruling'],
  enforcement: ['award', 'ruling'],
}

/** Why nothing of the kind can be begun on the case now; the machines say the rest. */
export function hindrance(pathway: PathwayName, all: Origin[]): string | undefined {
  if (pathway === 'interimMeasures' || pathway === 'enforcement') return undefined
  const isSuit = pathway === 'litigation' || pathway === 'arbitration'
  const same = isSuit
    ? suits(all).filter(each => !isRefused(each, all))
    : all.filter(each => each.pathway === pathway)
  if (same.some(isOpen)) return 'noneOfKindOpen'
  return isSuit && all.some(each => binds(each) && !isRefused(each, all)) ? 'disputeUndecided' : undefined
}

/** Enforcement of it was refused: the dispute is open again (L19 10). */
const isRefused = (source: Origin, all: Origin[]) =>
  all.some(
    ({ pathway, state, context }) =>
      pathway === 'enforcement' &&
      state === 'refused' &&
      context?.facts.sourcePathway === source.pathway &&
      context.facts.sourceOrdinal === source.ordinal,
  )
