import { condition, marked, not } from '../conditions.ts'
import { computeDeadline } from '../rules/deadlines.ts'
import { closeTask, issue, set, unmark } from '../verbs.ts'
import { row, stay, to, type Context, type Moment, type Row, type Verb } from '../vocabulary.ts'
import {
  claimantAbsent,
  claimants,
  counterclaimLives,
  forget,
  given,
  groundIs,
  respondents,
  settle,
} from './context.ts'
import { withdrawalDeemable } from './fees.ts'
import { noLawOpen } from './law.ts'
import type { State } from './states.ts'

const noOpenRecusal = condition('noOpenRecusal', ({ context }) => marked(context, 'recusal').length === 0)

/** The parties hear of it in time; in summary procedure they may be called at any time (CPL 139, 163). */
const noticeInTime = condition('noticeInTime', ({ context, event }) => {
  const { hearingOn } = event.data
  if (context.facts.procedure !== 'ordinary' || hearingOn === undefined) return true
  return event.on <= computeDeadline({ rule: 'hearing.notice', base: hearingOn }).raw
})
const jurorsDrawnInTime = condition('jurorsDrawnInTime', ({ context, event }) => {
  const { hearingOn } = event.data
  if (marked(context, 'jurorsRequested').length === 0 || hearingOn === undefined) return true
  const drawnOn = context.facts.jurorsDrawnOn
  return drawnOn !== undefined && drawnOn <= computeDeadline({ rule: 'jurors.draw', base: hearingOn }).raw
})
const hearingDayCome = condition(
  'hearingDayCome',
  ({ context, event }) => event.on >= (context.facts.hearingOn ?? ''),
)

const fixDay = set(({ event }) =>
  event.data.hearingOn === undefined ? {} : { hearingOn: event.data.hearingOn },
)

const attendance: Verb = {
  name: 'attendance',
  run: ({ context, event, effects }) => {
    const isAbsent = ({ id }: { id: string }) => !event.data.present?.includes(id)
    const absent = claimants(context)
      .filter(isAbsent)
      .map(({ id }) => id)
    context.marks.absent = absent
    context.facts.firstHearingHeld = true
    context.facts.default = respondents(context).some(isAbsent)
    effects.push(
      absent.length > 0
        ? { type: 'openTask', kind: 'absence.decide', role: 'judge' }
        : { type: 'closeTask', kind: 'absence.decide' },
    )
  },
}

/** Whether something is still claimed once these claimants' claims are gone. */
export const claimsRemain = (context: Context, gone: readonly string[]): boolean =>
  counterclaimLives(context) ||
  claimants(context).some(({ id }) => ![...gone, ...marked(context, 'claimGone')].includes(id))

/** Claimants whose claims are gone are out, unless a counterclaim keeps them in. */
export const dropClaims = (which: (context: Context) => readonly string[]): Verb => ({
  name: 'dropClaims',
  run: ({ context, effects }: Moment) => {
    const gone = which(context)
    context.marks.claimGone = [...marked(context, 'claimGone'), ...gone]
    if (counterclaimLives(context)) return
    for (const party of claimants(context).filter(({ id }) => gone.includes(id))) {
      party.out = true
      effects.push({ type: 'partyOut', party: party.id })
    }
  },
})

const absentClaimants = (context: Context) => marked(context, 'absent')
const othersClaim = condition('othersClaim', ({ context }) => claimsRemain(context, absentClaimants(context)))

/** From fixing the day to closing the debate. */
export const hearing: Row<State>[] = [
  row(
    'C63',
    'CPL 139, 163; L23 19',
    ['pretrial'],
    'scheduleHearing',
    to('hearingScheduled', {
      by: ['judge', 'clerk'],
      if: [noOpenRecusal, noLawOpen],
      data: [noticeInTime, jurorsDrawnInTime],
      do: [fixDay],
    }),
  ),
  row(
    'C64',
    'CPL 149',
    ['hearingScheduled'],
    'postpone',
    stay({ by: ['judge'], when: [given('hearingOn')], do: [fixDay] }),
    to('pretrial', { by: ['judge'], when: [not(given('hearingOn'))], do: [forget('hearingOn')] }),
  ),
  row(
    'C65',
    'CPL 146, 147',
    ['hearingScheduled'],
    'holdHearing',
    to('hearing', {
      by: ['judge'],
      data: [hearingDayCome],
      // A ruling that cannot be appealed is told in court at the latest.
      do: [attendance, closeTask('ruling.serve')],
    }),
  ),
  row(
    'C66',
    'CPL 149',
    ['hearing'],
    'adjourn',
    to('hearingScheduled', { by: ['judge'], when: [given('hearingOn')], do: [fixDay, unmark('absent')] }),
    to('pretrial', {
      by: ['judge'],
      when: [not(given('hearingOn'))],
      do: [forget('hearingOn'), unmark('absent')],
    }),
  ),
  row(
    'C67',
    'CPL 146',
    ['hearing'],
    'deemWithdrawn',
    to('closedDeemedWithdrawn', {
      by: ['judge'],
      if: [withdrawalDeemable],
      data: [groundIs('absent'), claimantAbsent],
      when: [not(othersClaim)],
      do: [issue('ruling'), set({ reason: 'absent', closedBy: 'ruling' })],
    }),
    stay({
      by: ['judge'],
      if: [withdrawalDeemable],
      data: [groundIs('absent'), claimantAbsent],
      when: [othersClaim],
      do: [issue('ruling'), dropClaims(absentClaimants), closeTask('absence.decide')],
    }),
  ),
  row(
    'C68',
    'L4 6',
    ['hearing'],
    'closeDebate',
    to('deliberation', {
      by: ['judge'],
      if: [noLawOpen],
      do: [set(({ event }) => ({ debateClosedOn: event.on })), settle('evidence.period')],
    }),
  ),
  row(
    'C69',
    'CPL 141',
    ['deliberation'],
    'reopenDebate',
    to('hearingScheduled', { by: ['judge'], do: [fixDay, forget('debateClosedOn')] }),
  ),
]
