import { describe, expect, it } from 'vitest'
import { judicialConfirmation } from '../../../workflows/judicialConfirmation.ts'
import { litigation } from '../../../workflows/litigation.ts'
import { mediation } from '../../../workflows/mediation.ts'
import { contextOf } from '../../support/contexts.ts'
import {
  answering,
  both,
  feesOf,
  heard,
  mainland,
  pay,
  registered,
  scheduled,
  settled,
  submitted,
  tasksOf,
} from '../../support/litigation.ts'
import { personOf } from '../../support/people.ts'
import { play, type Play } from '../../support/play.ts'

// The worked examples of mediation and litigation (`domain.md` 9.5), played by the machines on their own days.

/** A mediation that the court delegated, begun on that day. */
function delegated(startsOn: string): Play {
  const now = play(mediation, contextOf('mediation', { facts: { parentPathway: 'litigation' } }), startsOn)
  now.people.m1 = personOf(['mediator'])
  now.does('intakeOfficer', 'propose', { kind: 'delegated', consents: both })
  for (const party of both) now.does(party, 'jointSelect', { mediator: 'm1' })
  now.does('mediator', 'acceptAndSignReceipt')
  return now
}

function agreed(): Play {
  const now = delegated('2026-08-17')
  now.does('mediator', 'reachAgreement', { terms: 'Half now, half in a year' })
  now.until('2026-09-02')
  now.does('mediator', 'signAll', { signedOn: '2026-09-02' })
  now.does('mediator', 'fileWithCourt')
  return now
}

/** What the court would say of an application for confirmation made that day. */
function confirmation(source: Play, on: string) {
  source.until(on)
  const sourceClock = source.saved.context.clocks['confirmation.apply']?.['']
  const facts = {
    sourcePathway: 'mediation',
    sourceOrdinal: 1,
    sourceState: source.state,
    court: 'QIANHAI',
    ...(sourceClock !== undefined && { sourceClock }),
  } as const
  return play(judicialConfirmation, contextOf('judicialConfirmation', { facts }), on)
}

describe('M1: confirmation of an agreement of 2 September 2026', () => {
  it('is not for one party alone, and nothing changes', () => {
    const now = confirmation(agreed(), '2026-09-10')
    expect(now.refusal('p1', 'applyJointly', { parties: ['p1'] })).toBe('allApply')
  })

  it('goes to the court until 8 October, and not on the 9th, when the agreement is left to be sued on', () => {
    const source = agreed()
    expect(source.due('confirmation.apply')).toBe('2026-10-08')
    const lastDay = confirmation(source, '2026-10-08')
    lastDay.does('p1', 'applyJointly', { parties: both })
    expect(lastDay.state).toBe('applied')
    const late = confirmation(source, '2026-10-09')
    expect(late.refusal('p1', 'applyJointly', { parties: both })).toBe('confirmationInTime')
    expect(source.last.effects).toContainEqual(
      expect.objectContaining({ type: 'notify', notice: 'suitOnAgreementRemains' }),
    )
  })
})

it('M3: a former mediator is not drawn as assessor in the same dispute', () => {
  const now = answering(mainland)
  now.people.x1 = personOf(['juror'], { mediatedHere: true, satHere: ['mediator'] })
  now.people.x2 = personOf(['juror'])
  now.people.x3 = personOf(['juror'])
  now.does('p2', 'requestJurors')
  expect(now.refusal('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })).toBe('membersUnbarred')
  now.does('clerk', 'drawJurors', { jurors: ['x2', 'x3'] })
  expect(now.facts.jurors).toEqual(['x2', 'x3'])
})

describe('M5: a mediation statement', () => {
  it('takes effect on the day of the last signature', () => {
    const now = settled()
    now.until('2026-09-01')
    now.does('p1', 'signReceipt')
    now.until('2026-09-04')
    now.does('p2', 'signReceipt')
    expect(now.facts).toMatchObject({ effectiveOn: '2026-09-04', closedBy: 'statement' })
  })

  it.each([
    ['p2', 'repudiate'],
    ['judge', 'recordRefusalToSign'],
  ])('fails when %s fires %s first, and the trial goes on', (who, event) => {
    const now = settled()
    now.until('2026-09-01')
    now.does('p1', 'signReceipt')
    now.does(who, event)
    expect([now.state, now.facts.effectiveOn]).toEqual(['pretrial', undefined])
  })
})

it('M7: of a mediation that failed the court gets the report and the facts that both signed, and no offer', () => {
  const now = delegated('2026-08-17')
  now.does('mediator', 'recordUndisputedFacts', { facts: 'Delivered on 1 June and 1 July', signedBy: both })
  expect(
    now.refusal('mediator', 'recordUndisputedFacts', { facts: 'Sixty per cent offered', signedBy: ['p1'] }),
  ).toBe('signedByAll')
  now.does('mediator', 'gapTooWide')
  expect(now.state).toBe('terminated')
  const carried = now.last.effects.flatMap(effect => (effect.type === 'carry' ? effect.kinds : []))
  expect(carried).toEqual(['terminationReport', 'undisputedFacts'])
  expect(now.last.effects).toContainEqual({
    type: 'tell',
    to: 'parent',
    event: 'mediationFailed',
    data: { reason: 'gapTooWide' },
  })
})

it('M9: the thirtieth day passes without an extension by both: the clock ends it, and the court goes on', () => {
  const now = delegated('2026-03-02')
  expect(now.due('mediation.delegated')).toBe('2026-04-01')
  now.until('2026-04-01')
  expect(now.state).toBe('inMediation')
  now.until('2026-04-02')
  expect([now.state, now.facts.reason]).toEqual(['terminated', 'periodExpired'])
  expect(now.last.effects.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['document', 'carry', 'tell']),
  )

  const court = submitted()
  court.does('intakeOfficer', 'offerMediation')
  court.does('system', 'mediationFailed', { reason: 'periodExpired' })
  expect([court.state, court.due('filing.review')]).toEqual(['submitted', '2026-03-09'])
})

describe('L3: a fee noticed on 25 September 2026 and unpaid on 9 October', () => {
  const noticed = () => {
    const claim = { minor: 8_800_000_00, currency: 'CNY' } as const
    const now = play(litigation, contextOf('litigation', { claim }), '2026-09-25')
    now.does('p1', 'createDraft')
    now.does('p1', 'submitComplaint')
    now.does('intakeOfficer', 'register', { procedure: 'ordinary' })
    expect(now.due('fee.prepay')).toBe('2026-10-08')
    now.until('2026-10-09')
    return now
  }

  it('is a task for the judge, whose ruling alone takes the suit for withdrawn', () => {
    const now = noticed()
    expect(tasksOf(now)).toContain('fee.prepay.lapsed judge')
    expect(now.state).not.toBe('closedDeemedWithdrawn')
    now.does('judge', 'deemWithdrawn', { ground: 'feeUnpaid' })
    expect([now.state, feesOf(now)]).toEqual(['closedDeemedWithdrawn', ['court.case case 73400.00']])
  })

  it('is still taken before that ruling', () => {
    const now = noticed()
    pay(now)
    expect([now.facts.feePaid, now.last.late]).toEqual([true, true])
  })
})

it('L5: without proof of service in Hong Kong by 2 June the route has failed, and publication comes last', () => {
  const now = registered()
  const sent = { party: 'p2', method: 'arrangement', sentOn: '2026-03-02' }
  now.does('clerk', 'startService', { methods: [sent] })
  expect(now.due('service.arrangement', 'p2')).toBe('2026-06-02')
  now.until('2026-06-03')
  expect(tasksOf(now)).toEqual(['service.arrangement.lapsed clerk'])
  now.does('clerk', 'serviceRouteFailed', { party: 'p2', nextMethod: 'email', sentOn: '2026-06-03' })
  now.does('clerk', 'serviceRouteFailed', { party: 'p2', nextMethod: 'publication', sentOn: '2026-06-03' })
  expect(now.due('service.publication.hk', 'p2')).toBe('2026-09-03')
})

describe('L7: the claimant stays away', () => {
  it('and the judge may take the suit for withdrawn, at the whole fee', () => {
    const now = heard({}, ['p2'])
    expect([now.state, tasksOf(now)]).toEqual(['hearing', ['absence.decide judge']])
    now.does('judge', 'deemWithdrawn', { ground: 'absent' })
    expect([now.state, feesOf(now)]).toEqual(['closedDeemedWithdrawn', ['court.case case 73400.00']])
  })

  it('and the counterclaim goes on', () => {
    const now = scheduled()
    now.does('p2', 'fileCounterclaim', { amount: '10000.00', relief: 'Damages' })
    now.until('2026-03-16')
    now.does('judge', 'holdHearing', { present: ['p2'] })
    now.does('judge', 'deemWithdrawn', { ground: 'absent' })
    expect(now.state).toBe('hearing')
  })
})
