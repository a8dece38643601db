import { describe, expect, it } from 'vitest'
import {
  answering,
  appealable,
  deliberating,
  drafted,
  heard,
  mainland,
  pretrial,
  registered,
  scheduled,
  tasksOf,
} from '../support/litigation.ts'
import { personOf } from '../support/people.ts'
import type { Play } from '../support/play.ts'

const party = (now: Play, id: string) => now.saved.context.parties.find(each => each.id === id)!

describe('the hearing', () => {
  it('is fixed with three days’ notice in ordinary procedure, at any time in summary', () => {
    const now = pretrial()
    now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-05' })
    const summary = pretrial({ procedure: 'summary' })
    summary.does('judge', 'scheduleHearing', { hearingOn: '2026-03-03' })
    expect([now.state, summary.state]).toEqual(['hearingScheduled', 'hearingScheduled'])
  })

  it('waits for people’s assessors asked for in time', () => {
    const now = answering()
    now.people.x1 = personOf(['juror'])
    now.people.x2 = personOf(['juror'])
    now.does('p2', 'requestJurors')
    now.does('p2', 'fileDefence')
    now.does('clerk', 'drawJurors', { jurors: ['x1', 'x2'], drawnOn: '2026-03-02' })
    now.does('judge', 'scheduleHearing', { hearingOn: '2026-03-09' })
    expect([now.state, now.facts.jurorsDrawnOn]).toEqual(['hearingScheduled', '2026-03-02'])
    expect(now.refusal('p1', 'requestJurors')).toBe('state')
  })

  it('may be moved, called off and continued', () => {
    const now = scheduled()
    now.does('judge', 'postpone', { hearingOn: '2026-04-01' })
    expect([now.state, now.facts.hearingOn]).toEqual(['hearingScheduled', '2026-04-01'])
    now.does('judge', 'postpone')
    expect([now.state, now.facts.hearingOn]).toEqual(['pretrial', undefined])
    const continued = heard()
    continued.does('judge', 'adjourn', { hearingOn: '2026-04-01' })
    expect(continued.state).toBe('hearingScheduled')
  })

  it('leaves it to the judge what comes of a claimant’s absence', () => {
    const now = heard({}, ['p2'])
    expect([now.state, tasksOf(now)]).toEqual(['hearing', ['absence.decide judge']])
    now.does('judge', 'deemWithdrawn', { ground: 'absent' })
    expect([now.state, now.facts.reason]).toEqual(['closedDeemedWithdrawn', 'absent'])
  })

  it('goes on with a counterclaim when the claimant stays away', () => {
    const now = scheduled()
    now.does('p2', 'fileCounterclaim', { amount: '10000.00', relief: 'Damages' })
    now.until('2026-03-16')
    now.does('judge', 'holdHearing', { present: ['p2'] })
    now.does('judge', 'deemWithdrawn', { ground: 'absent' })
    expect([now.state, party(now, 'p1').out]).toEqual(['hearing', false])
  })

  it('records the default of a respondent who stays away', () => {
    expect(heard({}, ['p1']).facts).toMatchObject({ default: true, firstHearingHeld: true })
  })

  it('is held again when the debate is reopened', () => {
    const now = deliberating()
    expect(now.facts.debateClosedOn).toBe('2026-03-16')
    now.does('judge', 'reopenDebate', { hearingOn: '2026-03-25' })
    expect([now.state, now.facts.debateClosedOn]).toEqual(['hearingScheduled', undefined])
  })

  it('has another judge where one steps aside, who may not sit again', () => {
    const now = registered()
    now.does('judge', 'namePanel', { panel: ['j1', 'j2', 'j3'] })
    now.does('p2', 'requestRecusal', { against: 'j1', why: 'A cousin' })
    expect([now.due('recusal.decide'), tasksOf(now)]).toEqual(['2026-03-05', ['recusal.decide judge']])
    now.does('judge', 'decideRecusal', { outcome: 'replace', replacement: 'j4' })
    expect(now.facts.panel).toEqual(['j2', 'j3', 'j4'])
    expect(now.refusal('judge', 'namePanel', { panel: ['j1'] })).toBe('membersUnbarred')
  })
})

describe('a period missed', () => {
  it('is restored by the judge, and the defence is in time again', () => {
    const now = answering()
    now.until('2026-04-10')
    now.does('p2', 'applyRestoration', {
      rule: 'defence.noDomicile',
      obstacleEndedOn: '2026-04-09',
      why: 'Typhoon',
    })
    expect(tasksOf(now)).toEqual(['restoration.decide judge'])
    const restored = { party: 'p2', rule: 'defence.noDomicile', granted: true, dueOn: '2026-04-20' }
    now.does('judge', 'decideRestoration', restored)
    now.does('p2', 'fileDefence')
    expect(now.last.late).toBe(false)
  })

  it('for an appeal reopens the judgment in effect', () => {
    const now = appealable()
    now.until('2026-04-20')
    now.does('p2', 'applyRestoration', {
      rule: 'appeal.noDomicile',
      obstacleEndedOn: '2026-04-18',
      why: 'Typhoon',
    })
    const decision = { party: 'p2', rule: 'appeal.noDomicile', granted: true, dueOn: '2026-04-30' }
    now.does('judge', 'decideRestoration', decision)
    expect([now.state, now.facts.effectiveOn, now.due('enforcement.apply')]).toEqual([
      'appealPeriod',
      undefined,
      undefined,
    ])
    now.does('p2', 'appeal')
    expect(now.state).toBe('appealed')
  })

  it('stays missed when the judge says so', () => {
    const now = appealable()
    now.until('2026-04-20')
    now.does('p2', 'applyRestoration', {
      rule: 'appeal.noDomicile',
      obstacleEndedOn: '2026-04-18',
      why: 'Typhoon',
    })
    now.does('judge', 'decideRestoration', { party: 'p2', rule: 'appeal.noDomicile', granted: false })
    expect([now.state, now.facts.effectiveOn]).toEqual(['effective', '2026-04-16'])
  })
})

describe('the course of the trial', () => {
  it('breaches its limit, and the judge is told', () => {
    const now = answering({ ...mainland, procedure: 'summary' })
    now.until('2026-06-03')
    expect(tasksOf(now)).toEqual(['trial.summary.lapsed judge'])
  })

  it('may take a month longer in summary procedure', () => {
    const now = answering({ ...mainland, procedure: 'summary' })
    now.does('judge', 'extendTrialLimit', { dueOn: '2026-07-02' })
    expect(now.due('trial.summary')).toBe('2026-07-02')
  })

  it('stands still while an expert appraises', () => {
    const now = pretrial(mainland)
    now.does('clerk', 'commissionAppraisal', { subject: 'The sensors' })
    now.until('2026-04-02')
    now.does('clerk', 'appraisalDone')
    expect(now.due('trial.ordinary')).toBe('2026-10-08')
  })

  it('is looked at again when a party objects to the procedure', () => {
    const now = pretrial({ procedure: 'summary' })
    now.does('p2', 'objectProcedure')
    expect(tasksOf(now)).toEqual(['level.review judge'])
  })

  it('goes to another court as long as jurisdiction is not settled', () => {
    const now = pretrial()
    now.does('judge', 'transferOut', { toCourt: 'Futian' })
    expect([now.state, now.facts.reason]).toEqual(['closedTransferred', 'jurisdiction'])
    expect(now.last.effects).toContainEqual(
      expect.objectContaining({ type: 'tell', to: 'children', event: 'parentClosed' }),
    )
  })

  it('is drafted by the claimant alone', () => {
    expect(drafted().facts).toMatchObject({ foreignRelated: true, court: 'QIANHAI' })
  })
})
