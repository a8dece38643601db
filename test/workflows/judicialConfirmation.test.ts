import { describe, expect, it } from 'vitest'
import { judicialConfirmation } from '../../workflows/judicialConfirmation.ts'
import type { Facts } from '../../workflows/vocabulary.ts'
import { contextOf, partyOf } from '../support/contexts.ts'
import { play } from '../support/play.ts'

const parties = [partyOf('p1', 'claimant'), partyOf('p2', 'respondent'), partyOf('p5', 'thirdParty')]
const agreement: Facts = {
  sourcePathway: 'mediation',
  sourceOrdinal: 1,
  sourceState: 'filed',
  sourceClock: 'armed',
  court: 'QIANHAI',
}
const both = ['p1', 'p2']

const before = (facts: Facts = agreement) =>
  play(judicialConfirmation, contextOf('judicialConfirmation', { parties, facts }), '2026-03-02')

function applied() {
  const proceeding = before()
  proceeding.does('p1', 'applyJointly', { parties: both })
  return proceeding
}
function underReview() {
  const proceeding = applied()
  proceeding.does('intakeOfficer', 'accept')
  return proceeding
}
function confirmed() {
  const proceeding = underReview()
  proceeding.does('judge', 'confirm')
  return proceeding
}

describe('J1, applying', () => {
  it('takes all parties together, free of charge, and tells the mediation', () => {
    const proceeding = applied()
    expect(proceeding.state).toBe('applied')
    expect(proceeding.fees).toMatchObject([{ kind: 'court.confirmation', minor: 0 }])
    expect(proceeding.last.effects).toContainEqual({
      type: 'tell',
      to: 'source',
      event: 'confirmationApplied',
      data: {},
    })
    expect(proceeding.due('confirmation.accept')).toBe('2026-03-05')
  })

  it.each([
    ['one side alone', agreement, ['p1'], 'allApply'],
    ['somebody who is no party beside them', agreement, ['p1', 'p2', 'p5'], 'allApply'],
    ['too late', { ...agreement, sourceClock: 'lapsed' }, both, 'confirmationInTime'],
    ['a second time', { ...agreement, sourceClock: 'done' }, both, 'confirmationInTime'],
    ['before anything is signed', { ...agreement, sourceState: 'agreementDraft' }, both, 'agreementSigned'],
    ['without any mediation', { sourceClock: 'armed', court: 'QIANHAI' }, both, 'agreementSigned'],
    ['where no court is near', { ...agreement, court: undefined }, both, 'courtCompetent'],
  ] as [string, Facts, string[], string][])('refuses %s', (_, facts, named, condition) => {
    const { court, ...rest } = facts
    const proceeding = before(court === undefined ? rest : facts)
    expect(proceeding.refusal('p1', 'applyJointly', { parties: named })).toBe(condition)
  })

  it('is not for the court, nor for an outsider', () => {
    expect(before().refusal('judge', 'applyJointly', { parties: both })).toBe('role')
    expect(before().refusal('p5', 'applyJointly', { parties: both })).toBe('role')
  })
})

describe('J2 to J9, the review', () => {
  it('gives the judge fifteen days, and once ten more', () => {
    const proceeding = underReview()
    expect(proceeding.due('confirmation.decide')).toBe('2026-03-17')
    expect(proceeding.due('confirmation.ceiling')).toBe('2026-04-01')
    proceeding.does('judge', 'extend')
    expect(proceeding.due('confirmation.decide')).toBe('2026-03-27')
    expect(proceeding.refusal('judge', 'extend')).toBe('notExtendedYet')
  })

  it('stands still while material is asked for, and goes back to where it was', () => {
    const proceeding = underReview()
    proceeding.does('judge', 'requestMaterials', { what: 'The certificate', dueOn: '2026-03-09' })
    proceeding.until('2026-03-06')
    proceeding.does('p2', 'submit')
    expect(proceeding.state).toBe('underReview')
    expect(proceeding.due('confirmation.decide')).toBe('2026-03-23')
    expect(proceeding.due('confirmation.materials')).toBeUndefined()

    const early = applied()
    early.does('intakeOfficer', 'requestMaterials', { what: 'The certificate', dueOn: '2026-03-09' })
    early.does('p1', 'submit')
    expect(early.state).toBe('applied')
  })

  it('treats as withdrawn only what is not pursued', () => {
    const proceeding = underReview()
    expect(proceeding.refusal('judge', 'deemWithdrawn', { ground: 'Nobody came.' })).toBe('absentOrSilent')
    proceeding.does('judge', 'holdVerification', { present: ['p1', 'p2'] })
    expect(proceeding.refusal('judge', 'deemWithdrawn', { ground: 'Nobody came.' })).toBe('absentOrSilent')
    proceeding.does('judge', 'holdVerification', { present: ['p1'] })
    proceeding.does('judge', 'deemWithdrawn', { ground: 'p2 stayed away.' })
    expect([proceeding.state, proceeding.facts.reason]).toEqual(['deemedWithdrawn', 'l2_357'])

    const silent = underReview()
    silent.does('judge', 'requestMaterials', { what: 'The certificate', dueOn: '2026-03-09' })
    expect(silent.refusal('judge', 'deemWithdrawn', { ground: 'Nothing came.' })).toBe('absentOrSilent')
    silent.until('2026-03-10')
    expect(silent.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'confirmation.materials.lapsed',
      role: 'judge',
    })
    silent.does('judge', 'deemWithdrawn', { ground: 'Nothing came.' })
    expect(silent.state).toBe('deemedWithdrawn')
  })

  it('hears parties only', () => {
    expect(underReview().refusal('judge', 'holdVerification', { present: ['p1', 'p5'] })).toBe(
      'namesPartiesOnly',
    )
  })

  it('lets a party withdraw until the ruling, but not an agent without special authority', () => {
    const proceeding = underReview()
    proceeding.agent = { specialAuthority: false }
    expect(proceeding.refusal('p2', 'withdraw')).toBe('specialAuthority')
    proceeding.agent = { specialAuthority: true }
    proceeding.does('p2', 'withdraw')
    expect([proceeding.state, proceeding.facts.reason]).toEqual(['withdrawn', 'withdrawn'])
    expect(confirmed().refusal('p2', 'withdraw')).toBe('state')
  })

  it('ends with refusal or rejection for a reason of law', () => {
    const refused = applied()
    refused.does('intakeOfficer', 'refuse', { ground: 'l2_355' })
    expect([refused.state, refused.facts.reason]).toEqual(['notAccepted', 'l2_355'])
    const rejected = underReview()
    rejected.does('judge', 'reject', { ground: 'l2_358' })
    expect([rejected.state, rejected.facts.reason]).toEqual(['rejected', 'l2_358'])
    expect(rejected.due('enforcement.apply')).toBeUndefined()
  })
})

describe('J10 to J14, the ruling', () => {
  it('can be enforced for two years from the day to perform, else from the ruling', () => {
    expect(confirmed().due('enforcement.apply')).toBe('2028-03-02')
    const later = underReview()
    later.does('judge', 'confirm', { performBy: '2026-06-30' })
    expect(later.due('enforcement.apply')).toBe('2028-06-30')
    expect(later.due('confirmation.decide')).toBeUndefined()
    expect(later.facts).toMatchObject({ effectiveOn: '2026-03-02', performBy: '2026-06-30' })
  })

  it('gives each party fifteen days from its own receipt to object', () => {
    const proceeding = confirmed()
    expect(proceeding.refusal('p2', 'object', { why: 'Forged.' })).toBe('ownPeriodRuns')
    proceeding.does('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })
    expect(proceeding.refusal('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })).toBe(
      'rulingNotYetServed',
    )
    expect(proceeding.due('confirmation.objection', 'p2')).toBe('2026-03-17')
    proceeding.until('2026-03-18')
    expect(proceeding.refusal('p2', 'object', { why: 'Forged.' })).toBe('ownPeriodRuns')
  })

  it('gives an outsider six months from learning of it', () => {
    const proceeding = confirmed()
    proceeding.until('2026-10-09')
    expect(proceeding.refusal('p5', 'object', { why: 'My goods.' })).toBe('learntInTime')
    expect(proceeding.refusal('p5', 'object', { why: 'My goods.', learntOn: '2026-03-31' })).toBe(
      'learntInTime',
    )
    proceeding.does('p5', 'object', { why: 'My goods.', learntOn: '2026-04-09' })
    expect(proceeding.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'confirmation.objection.decide',
      role: 'judge',
    })
  })

  it.each([
    ['dismissed', 'confirmed', undefined],
    ['varied', 'confirmed', true],
  ])('stands when an objection is %s', (outcome, state, varied) => {
    const proceeding = confirmed()
    expect(proceeding.refusal('judge', 'decideObjection', { outcome })).toBe('objectionOpen')
    proceeding.does('p5', 'object', { why: 'My goods.', learntOn: '2026-03-02' })
    proceeding.does('judge', 'decideObjection', { outcome })
    expect([proceeding.state, proceeding.facts.varied]).toEqual([state, varied])
    expect(proceeding.due('enforcement.apply')).toBe('2028-03-02')
  })

  it('ends what is being enforced when it is revoked', () => {
    const proceeding = confirmed()
    proceeding.does('p5', 'object', { why: 'My goods.', learntOn: '2026-03-02' })
    proceeding.does('judge', 'decideObjection', { outcome: 'revoked' })
    expect(proceeding.state).toBe('revoked')
    expect(proceeding.due('enforcement.apply')).toBeUndefined()
    expect(proceeding.last.effects).toContainEqual({
      type: 'tell',
      to: 'enforcement',
      event: 'instrumentRevoked',
      data: {},
    })
  })
})
