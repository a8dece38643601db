import { condition, isMarked, marked, ownArmed } from '../conditions.ts'
import { isBarred, tookPart } from '../conflicts.ts'
import { ask, disarm, mark, notify, set } from '../verbs.ts'
import { row, stay, type Condition, type Context, type Effect, type Row, type Verb } from '../vocabulary.ts'
import { prep, type State } from './states.ts'

/**
 * Nobody who mediated the dispute, spoke in it, was made to step aside, or heard it before it was sent back or as
 * another court or tribunal (CPL 41, 47; L6 16; L23 Int. 6).
 */
export const unbarred = (field: 'panel' | 'jurors' | 'replacement') =>
  condition('membersUnbarred', given => {
    const { context, event } = given
    return [event.data[field] ?? []].flat().every(id => {
      const person = event.people[id]
      return (
        !isBarred(given, id) &&
        person?.mediatedHere !== true &&
        !(context.facts.remanded && person?.leftHere) &&
        !tookPart(person, 'arbitrator', 'appellateJudge', ...(field === 'jurors' ? (['judge'] as const) : []))
      )
    })
  })

/** With how many people's assessors so many judges make a panel of three or of seven (L23 14). */
export const jurorsBeside = (judges: number): number | undefined => [undefined, 2, 1, 4][judges]

/** Until a panel is named, a single judge hears the case. */
const judgesOf = ({ facts }: Context): number => facts.panel?.length ?? 1

const panelSize = condition('panelSize', ({ context, event }) => {
  const judges = event.data.panel?.length ?? 0
  const jurors = context.facts.jurors?.length ?? 0
  if (jurors > 0) return jurorsBeside(judges) === jurors
  return marked(context, 'jurorsRequested').length > 0 ? jurorsBeside(judges) !== undefined : judges % 2 === 1
})

const seatPanel: Verb[] = [
  ask(({ context, event: { data, people } }) => {
    const before = context.facts.panel ?? []
    const after = data.panel ?? []
    const judges = after.filter(id => !before.includes(id) && people[id]?.listed.includes('judge'))
    return [
      ...before
        .filter(id => !after.includes(id))
        .map((id): Effect => ({ type: 'dismiss', role: 'judge', person: id })),
      ...judges.map((id): Effect => ({ type: 'assign', role: 'judge', person: id })),
    ]
  }),
  set(({ event }) => ({ panel: event.data.panel ?? [] })),
  notify('panelNamed'),
]

const isOrdinary = condition('ordinaryProcedure', ({ context }) => context.facts.procedure === 'ordinary')

// Whoever works for a court, arbitrates or practises law is no people's assessor, listed or not (L23 6).
const excluded = [
  'judge',
  'appellateJudge',
  'clerk',
  'intakeOfficer',
  'enforcementOfficer',
  'arbitrator',
  'lawyer',
  'gbaLawyer',
]

/** On the roll that day, and in no office that shuts out. */
const onTheRoll = (person: { listed: string[] } | undefined): boolean =>
  person !== undefined &&
  person.listed.includes('juror') &&
  !person.listed.some(role => excluded.includes(role))

const fitToSit: Condition[] = [
  condition('jurorsOnRoll', ({ event: { data, people } }) =>
    (data.jurors ?? []).every(id => onTheRoll(people[id])),
  ),
  unbarred('jurors'),
  condition(
    'jurorsFitPanel',
    ({ context, event }) => event.data.jurors?.length === jurorsBeside(judgesOf(context)),
  ),
]

const seatJurors: Verb[] = [
  ask(({ context, event: { data } }) => {
    const before = context.facts.jurors ?? []
    const after = data.jurors ?? []
    return [
      ...before
        .filter(id => !after.includes(id))
        .map((id): Effect => ({ type: 'dismiss', role: 'juror', person: id })),
      ...after
        .filter(id => !before.includes(id))
        .map((id): Effect => ({ type: 'assign', role: 'juror', person: id })),
    ]
  }),
  set(({ event: { data, on } }) => ({ jurors: data.jurors ?? [], jurorsDrawnOn: data.drawnOn ?? on })),
  notify('panelNamed'),
]

/** Assessors drawn by lot, among those whom a party objects to. */
const goneJurors = (context: Context) =>
  marked(context, 'recusal').filter(id => context.facts.jurors?.includes(id))
const onlyJurors = (context: Context) =>
  goneJurors(context).length > 0 && goneJurors(context).length === marked(context, 'recusal').length

/** For an assessor comes an assessor, and without one the lot is drawn again (L23 Int. 7). */
export const replacementFits = condition(
  'replacementFits',
  ({ context, event: { data, people } }) =>
    data.replacement === undefined || !onlyJurors(context) || onTheRoll(people[data.replacement]),
)

export const replacePanel: Verb[] = [
  ask(({ context, event }): Effect[] => {
    const person = event.data.replacement ?? null
    const jurors = goneJurors(context)
    const left = marked(context, 'recusal').map((id): Effect => {
      return { type: 'dismiss', role: jurors.includes(id) ? 'juror' : 'judge', person: id }
    })
    if (!onlyJurors(context)) return [...left, { type: 'assign', role: 'judge', person }]
    return person === null ? left : [...left, { type: 'assign', role: 'juror', person }]
  }),
  {
    name: 'replacePanel',
    run: ({ context, event }) => {
      const { facts, marks } = context
      const gone = marked(context, 'recusal')
      const newcomer = event.data.replacement === undefined ? [] : [event.data.replacement]
      const without = (ids: readonly string[] = []) => ids.filter(id => !gone.includes(id))
      const jurorsOnly = onlyJurors(context)
      if (goneJurors(context).length > 0) {
        facts.jurors = [...without(facts.jurors), ...(jurorsOnly ? newcomer : [])]
        if (!jurorsOnly || newcomer.length === 0) delete facts.jurorsDrawnOn
      }
      if (!jurorsOnly) facts.panel = [...without(facts.panel), ...newcomer]
      marks.barred = [...marked(context, 'barred'), ...gone]
    },
  },
]

/** Who hears the case: judges by name, people's assessors by lot. */
export const panel: Row<State>[] = [
  row(
    'C61',
    'CPL 131',
    prep,
    'namePanel',
    stay({ by: ['judge', 'clerk'], data: [unbarred('panel'), panelSize], do: seatPanel }),
  ),
  row(
    'C62',
    'L23 14, 19',
    prep,
    'requestJurors',
    stay({
      by: ['party'],
      if: [isOrdinary, ownArmed('jurors.request')],
      do: [disarm('jurors.request', 'actor'), mark('jurorsRequested')],
    }),
  ),
  row(
    'C62',
    'L23 14, 19',
    prep,
    'drawJurors',
    stay({ by: ['judge', 'clerk'], if: [isMarked('jurorsRequested')], data: fitToSit, do: seatJurors }),
  ),
]
