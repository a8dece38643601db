import { armed, condition, isMarked, not, ruleIs } from '../conditions.ts'
import { arm, armNow, disarm, extend, mark, only, set, unmark } from '../verbs.ts'
import { row, stay, to, type Facts, type Moment, type Row, type Verb } from '../vocabulary.ts'
import { expiryRule, expiryTerms, inPhase, isApplicant, lifts, termFrom } from './context.ts'
import { ordered, undecided, type State } from './states.ts'

/** What ends the measure by itself, and the reason for which it then ends. */
const endings: Record<string, string> = {
  'preservation.presuit.commence': 'notCommenced',
  'interim.hkSeat.acceptanceLetter': 'noLetter',
  'preservation.postJudgment': 'notApplied',
}
const reasonOf = ({ event: { data } }: Moment) => endings[data.rule ?? ''] ?? 'expired'

function executed({ context, event: { data, on } }: Moment): Facts {
  const commenced = data.commenced === true && context.facts.phase === 'pre'
  return {
    executedOn: data.executedOn ?? on,
    ...(data.assetKind !== undefined && { assetKind: data.assetKind }),
    ...(commenced && { phase: 'pending' }),
  }
}

/** The term of the seizure, and the day by which its renewal has to be asked for (L2 485; L21 18). */
const startTerm: Verb = {
  name: 'arm',
  arms: [...expiryTerms, 'preservation.renew'],
  run: moment => {
    const { facts } = moment.context
    const rule = expiryRule(moment.context)
    const expiresOn = termFrom(moment.context, facts.executedOn ?? moment.event.on)
    if (rule === null || expiresOn === undefined) return
    facts.expiresOn = expiresOn
    armNow(moment, rule, undefined, 'executedOn')
    armNow(moment, 'preservation.renew', undefined, () => expiresOn)
  },
}

/** What has to follow, or the measure is lifted: the suit, the institution's letter, or enforcement. */
const startSequel: Verb = {
  name: 'arm',
  arms: ['interim.hkSeat.acceptanceLetter', 'preservation.presuit.commence', 'preservation.postJudgment'],
  run: moment => {
    const { facts, marks } = moment.context
    // Filed is not accepted: until the institution has accepted, its letter is to come (L18 3).
    const unaccepted = facts.sourceState === 'draft' || facts.sourceState === 'submitted'
    const early = (marks.beforeSuit ?? []).length > 0 || unaccepted
    if (facts.arbitration === 'hkListed' && early && moment.event.data.commenced !== true)
      armNow(moment, 'interim.hkSeat.acceptanceLetter', undefined, 'executedOn')
    else if (facts.phase === 'pre') armNow(moment, 'preservation.presuit.commence', undefined, 'executedOn')
    // The creditor has five days from the end of the time to perform, or from a seizure after it (L2 163).
    const performBy = facts.performBy ?? facts.effectiveOn
    if (facts.phase === 'post' && performBy !== undefined) {
      const { executedOn = performBy } = facts
      armNow(moment, 'preservation.postJudgment', undefined, () =>
        executedOn > performBy ? executedOn : performBy,
      )
    }
  },
}

const termRuns = armed('preservation.expiry.*', 'termRuns')

/** Longer than now, and by no more than the whole term again (L2 485). */
const withinTerm = condition('withinTerm', ({ context, event: { data } }) => {
  const { expiresOn = '' } = context.facts
  const latest = termFrom(context, expiresOn)
  return data.until !== undefined && data.until > expiresOn && (latest === undefined || data.until <= latest)
})

export const force: Row<State>[] = [
  row(
    'I10',
    'CPL 104; L18 3; L2 156, 163, 485',
    ['granted'],
    'execute',
    to('inForce', {
      by: ['enforcementOfficer'],
      do: [disarm('preservation.execute'), set(executed), startTerm, startSequel],
    }),
  ),
  row(
    'I11',
    '',
    ['granted'],
    'reportNotExecutable',
    to('lifted', { by: ['enforcementOfficer'], do: [set({ reason: 'notExecutable' })] }),
  ),
  row(
    'I12',
    'L21 18',
    ['inForce'],
    'requestRenewal',
    stay({
      by: ['party'],
      if: [isApplicant, termRuns],
      do: [disarm('preservation.renew'), mark('renewalAsked', 'all')],
    }),
  ),
  row(
    'I13',
    'L21 18',
    ['inForce'],
    'renew',
    stay({
      by: ['judge'],
      if: [isMarked('renewalAsked'), termRuns],
      data: [withinTerm],
      do: [
        unmark('renewalAsked'),
        set(({ event }) => (event.data.until === undefined ? {} : { expiresOn: event.data.until })),
        extend('preservation.expiry.*', 'all', 'until'),
        arm('preservation.renew', { base: 'until' }),
      ],
    }),
  ),
  // Whatever else is filed on the case says nothing to a measure that is past that point.
  row(
    'I14',
    'L21 17',
    [...undecided, ...ordered],
    'parentFiled',
    stay({
      by: ['system'],
      when: [inPhase('pre')],
      do: [set({ phase: 'pending' }), disarm('preservation.presuit.commence')],
    }),
    stay({ by: ['system'], when: [not(inPhase('pre'))] }),
  ),
  row(
    'I15',
    'L18 3',
    ['inForce'],
    'letterReceived',
    stay({
      by: ['clerk', 'tribunalSecretary'],
      if: [armed('interim.hkSeat.acceptanceLetter', 'letterAwaited')],
      do: [set({ phase: 'pending' }), disarm('interim.hkSeat.acceptanceLetter')],
    }),
  ),
  row(
    'I16',
    'CPL 104; L18 3; L2 163',
    ['inForce'],
    'deadlineLapsed',
    to('lifted', {
      by: ['clock'],
      when: [ruleIs(...Object.keys(endings), 'preservation.expiry.*')],
      do: lifts(reasonOf),
    }),
  ),
]

/** A measure that enforcement takes over goes on for the rest of its term (L2 168). */
export const termGoesOn: Verb = only(({ from }) => from === 'inForce', {
  name: 'arm',
  arms: expiryTerms,
  run: moment => {
    const rule = expiryRule(moment.context)
    const { executedOn, expiresOn } = moment.context.facts
    if (rule === null || executedOn === undefined || expiresOn === undefined) return
    armNow(moment, rule, undefined, () => executedOn)
    const armedNow = moment.effects.at(-1)
    if (armedNow?.type === 'arm') armedNow.dueOn = expiresOn
  },
})
