import { describe, expect, it } from 'vitest'
import { interimMeasures } from '../../workflows/interimMeasures.ts'
import type { Data } from '../../workflows/fields.ts'
import type { ContractFacts } from '../../workflows/rules/facts.ts'
import { guardsOf } from '../../workflows/step.ts'
import type { Facts } from '../../workflows/vocabulary.ts'
import { clauses } from '../support/arbitration.ts'
import { contextOf } from '../support/contexts.ts'
import { play, type Play } from '../support/play.ts'

type Given = Omit<Data, 'facts'> & { contract?: ContractFacts; facts?: Facts }

const inSuit: Facts = { parentPathway: 'litigation' }
const inArbitration: Facts = { parentPathway: 'arbitration' }
const intermediate = { court: 'SHENZHEN_INTERMEDIATE' }
const freeze = { measures: ['Freeze CNY 3,000,000.00 at the bank'] }

function applied({ contract = {}, facts = inSuit, ...data }: Given = {}): Play {
  const now = play(interimMeasures, contextOf('interimMeasures', { contract, facts }))
  now.does('p1', 'apply', { type: 'property', phase: 'pending', ...data })
  return now
}
function routed(given?: Given): Play {
  const now = applied(given)
  now.does('judge', 'checkRoute', intermediate)
  return now
}
function ready(given?: Given): Play {
  const now = routed(given)
  now.does('judge', 'waiveSecurity', { ground: 'Wages' })
  return now
}
function granted(given?: Given): Play {
  const now = ready(given)
  now.does('judge', 'grant', freeze)
  return now
}
function inForce(given?: Given, execution: Data = {}): Play {
  const now = granted(given)
  now.does('enforcementOfficer', 'execute', { executedOn: now.today, assetKind: 'deposits', ...execution })
  return now
}
function denied(): Play {
  const now = ready()
  now.does('judge', 'deny', { ground: 'No danger' })
  return now
}
function reconsidered(now: Play, party = 'p2'): Play {
  now.does('clerk', 'recordService', { party, receivedOn: now.today })
  now.does(party, 'reconsider', { ground: 'Nothing is owed' })
  return now
}

const beforeSuit = { phase: 'pre', facts: {} } as const
const released = { type: 'openTask', kind: 'preservation.release', role: 'enforcementOfficer' }
const liftReview = { type: 'openTask', kind: 'preservation.lift.decide', role: 'judge' }

describe('the application', () => {
  it('costs by what is to be preserved, up to five thousand yuan', () => {
    expect(applied({ amount: '100000.00' }).fees).toMatchObject([
      { kind: 'court.preservation', payer: 'p1', minor: 1_020_00 },
    ])
    expect(applied().fees).toMatchObject([{ minor: 5_000_00 }])
  })

  it('costs nothing for conduct and evidence', () => {
    expect(applied({ type: 'conduct' }).fees).toEqual([])
    expect(applied({ type: 'evidence' }).fees).toEqual([])
  })

  it.each([
    ['none', {}, {}],
    ['none', clauses.hkiac, inSuit],
    ['mainland', clauses.scia, {}],
    ['mainland', { ...clauses.scia, seat: 'BEIJING' }, {}],
    ['mainland', { institution: 'SCIA' }, inArbitration],
    ['hkListed', clauses.hkiac, {}],
    ['hkListed', clauses.sciahk, inArbitration],
    ['hkListed', { institution: 'HKIAC' }, {}],
    ['hkOther', clauses.adHocHongKong, {}],
    ['hkOther', { ...clauses.scia, seat: 'HONG_KONG' }, {}],
    ['hkOther', { ...clauses.hkiac, seat: 'LONDON' }, {}],
  ] as const)('helps an arbitration that is %s', (arbitration, contract, facts) => {
    expect(applied({ contract, facts }).facts.arbitration).toBe(arbitration)
  })

  it('comes through the institution while an arbitration in the Mainland is pending', () => {
    const now = applied({ contract: clauses.scia, facts: inArbitration })
    expect(now.refusal('judge', 'checkRoute', intermediate)).toBe('institutionForwarded')
    now.does('tribunalSecretary', 'forward')
    now.does('judge', 'checkRoute', intermediate)
    expect(now.facts.court).toBe('SHENZHEN_INTERMEDIATE')
  })

  it('goes to the court directly before the arbitration, and stays there once that is filed', () => {
    const now = applied({ contract: clauses.scia, ...beforeSuit })
    now.does('system', 'parentFiled')
    now.does('judge', 'checkRoute', intermediate)
    expect(now.state).toBe('routed')
  })

  it('needs no Intermediate court in a suit, nor in a domestic arbitration', () => {
    const domestic = { contract: clauses.scia, facts: { foreignRelated: false }, phase: 'pre' }
    for (const given of [{}, domestic])
      expect(applied(given).refusal('judge', 'checkRoute', { court: 'QIANHAI' })).toBeUndefined()
  })
})

describe('the security', () => {
  const dueOn = '2026-03-05'

  it('is at most thirty percent while the suit is pending, to the cent', () => {
    const now = routed({ amount: '1000000.01' })
    expect(now.refusal('judge', 'requireSecurity', { amount: '300000.01', dueOn })).toBe('securityFits')
    expect(now.refusal('judge', 'requireSecurity', { amount: '300000.00', dueOn })).toBeUndefined()
  })

  it('is the whole sum before suit, unless a special ground is given', () => {
    const now = routed({ ...beforeSuit, amount: '1000000.00' })
    const half = { amount: '500000.00', dueOn }
    expect(now.refusal('judge', 'requireSecurity', { amount: '1000000.01', dueOn })).toBe('securityFits')
    expect(now.refusal('judge', 'requireSecurity', half)).toBe('securityFits')
    expect(now.refusal('judge', 'requireSecurity', { ...half, ground: 'Alimony' })).toBeUndefined()
    expect(now.refusal('judge', 'requireSecurity', { amount: '1000000.00', dueOn })).toBeUndefined()
  })

  it('is what the court fixes for conduct', () => {
    const now = routed({ type: 'conduct' })
    now.does('judge', 'requireSecurity', { amount: '9000000.00', dueOn })
    expect(now.due('preservation.security')).toBe(dueOn)
  })

  it('is lodged by its day, or the application is refused', () => {
    const now = routed()
    now.does('judge', 'requireSecurity', { amount: '900000.00', dueOn })
    expect(now.refusal('p1', 'lodge', { form: 'cash', amount: '899999.99' })).toBe('securityEnough')
    now.until('2026-03-06')
    expect(now.state).toBe('denied')
    expect(now.facts.reason).toBe('noSecurity')
  })
})

describe('the decision', () => {
  it('is made within five days, and carried out within five', () => {
    const now = ready()
    expect(now.due('preservation.decide')).toBe('2026-03-09')
    now.does('judge', 'grant', freeze)
    expect(now.due('preservation.decide')).toBeUndefined()
    expect(now.due('preservation.execute')).toBe('2026-03-09')
  })

  it.each([{ urgent: true }, beforeSuit])('is made within 48 hours and carried out at once: %o', given => {
    const now = routed(given)
    now.does('judge', 'requireSecurity', { amount: '3000000.00', dueOn: '2026-03-05', ...special(given) })
    now.does('p1', 'lodge', { form: 'insurance', amount: '3000000.00' })
    expect(now.due('preservation.decide.urgent')).toBe('2026-03-04')
    now.does('judge', 'grant', freeze)
    expect(now.due('preservation.execute')).toBe('2026-03-02')
  })

  it('is a breach that the judge answers for when it comes late', () => {
    const now = ready()
    now.until('2026-03-10')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'preservation.decide.lapsed',
      role: 'judge',
    })
    expect(now.does('judge', 'grant', freeze).late).toBe(true)
  })

  it('may find nothing to seize', () => {
    const now = granted()
    now.does('enforcementOfficer', 'reportNotExecutable')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'notExecutable'])
  })
})

// Security beyond 30 % is only ever asked for before suit.
const special = (given: object) => ('urgent' in given ? { amount: '900000.00' } : {})

describe('a measure in force', () => {
  it.each([
    ['deposits', 'preservation.expiry.deposits', '2027-03-02', '2027-02-23'],
    ['movables', 'preservation.expiry.movables', '2028-03-02', '2028-02-24'],
    ['immovables', 'preservation.expiry.immovables', '2029-03-02', '2029-02-23'],
  ] as const)('on %s lasts its term', (assetKind, rule, expires, renewBy) => {
    const now = inForce({}, { assetKind })
    expect(now.due(rule)).toBe(expires)
    expect(now.due('preservation.renew')).toBe(renewBy)
  })

  it('of unknown assets lasts the shortest term; over conduct it has none', () => {
    const unknown = granted()
    unknown.does('enforcementOfficer', 'execute', { executedOn: '2026-03-02' })
    expect(unknown.due('preservation.expiry.deposits')).toBe('2027-03-02')
    const conduct = inForce({ type: 'conduct' })
    expect(conduct.due('preservation.expiry.deposits')).toBeUndefined()
    expect(conduct.refusal('p1', 'requestRenewal')).toBe('termRuns')
  })

  it('expires, and is released', () => {
    const now = inForce()
    now.until('2027-03-03')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'expired'])
    expect(now.last.effects).toContainEqual(released)
  })

  it('is renewed for no more than another term', () => {
    const now = inForce()
    now.until('2027-02-01')
    now.does('p1', 'requestRenewal')
    expect(now.due('preservation.renew')).toBeUndefined()
    expect(now.refusal('judge', 'renew', { until: '2028-03-03' })).toBe('withinTerm')
    now.does('judge', 'renew', { until: '2028-03-02' })
    expect(now.due('preservation.expiry.deposits')).toBe('2028-03-02')
    expect(now.due('preservation.renew')).toBe('2028-02-24')
    expect(now.refusal('judge', 'renew', { until: '2028-06-01' })).toBe('renewalAsked')
  })

  it('is renewed on a late request too, marked so', () => {
    const now = inForce()
    now.until('2027-02-26')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'preservation.renew.lapsed',
      role: 'clerk',
    })
    expect(now.does('p1', 'requestRenewal').late).toBe(true)
  })

  it('from before suit is lifted where none follows in thirty days', () => {
    const now = inForce(beforeSuit)
    expect(now.due('preservation.presuit.commence')).toBe('2026-04-01')
    now.until('2026-04-02')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'notCommenced'])
    expect(now.last.effects).toContainEqual(released)
  })

  it('from before suit goes on once the suit is filed, or had begun already', () => {
    const now = inForce(beforeSuit)
    now.does('system', 'parentFiled')
    expect(now.facts.phase).toBe('pending')
    expect(now.due('preservation.presuit.commence')).toBeUndefined()
    const begun = inForce(beforeSuit, { commenced: true })
    expect(begun.facts.phase).toBe('pending')
    expect(begun.due('preservation.presuit.commence')).toBeUndefined()
  })

  it('of a pending suit does not mind what else is filed on the case', () => {
    const now = inForce()
    now.does('system', 'parentFiled')
    expect([now.state, now.facts.phase]).toEqual(['inForce', 'pending'])
  })

  it('for a Hong Kong seat waits thirty days for the letter, filed or not, and is lifted without it', () => {
    const now = inForce({ ...beforeSuit, contract: clauses.hkiac })
    expect(now.due('preservation.presuit.commence')).toBeUndefined()
    expect(now.due('interim.hkSeat.acceptanceLetter')).toBe('2026-04-01')
    now.does('system', 'parentFiled')
    expect(now.due('interim.hkSeat.acceptanceLetter')).toBe('2026-04-01')
    now.until('2026-04-02')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'noLetter'])
  })

  it('for a Hong Kong seat waits for the letter where the request is filed but not yet accepted', () => {
    const filed = {
      parentPathway: 'arbitration',
      sourcePathway: 'arbitration',
      sourceState: 'submitted',
    } as const
    const now = inForce({ phase: 'pending', contract: clauses.hkiac, facts: filed })
    expect(now.due('interim.hkSeat.acceptanceLetter')).toBe('2026-04-01')
    const accepted = inForce({
      phase: 'pending',
      contract: clauses.hkiac,
      facts: { ...filed, sourceState: 'accepted' },
    })
    expect(accepted.due('interim.hkSeat.acceptanceLetter')).toBeUndefined()
  })

  it('for a Hong Kong seat goes on once the letter is there', () => {
    const now = inForce({ ...beforeSuit, contract: clauses.hkiac })
    now.until('2026-03-31')
    now.does('tribunalSecretary', 'letterReceived', { receivedOn: '2026-03-30' })
    expect(now.facts.phase).toBe('pending')
    now.until('2026-06-01')
    expect(now.state).toBe('inForce')
  })

  it('from after the judgment is lifted where enforcement does not follow in five days', () => {
    const now = inForce({ phase: 'post', facts: { ...inSuit, performBy: '2026-03-20' } })
    expect(now.due('preservation.postJudgment')).toBe('2026-03-25')
    now.until('2026-03-26')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'notApplied'])
  })

  it('from after the time to perform gives five days from the seizure', () => {
    const now = inForce({ phase: 'post', facts: { ...inSuit, performBy: '2026-01-20' } })
    expect(now.due('preservation.postJudgment')).toBe('2026-03-09')
  })

  it('is taken over by enforcement for the rest of its term', () => {
    const now = inForce()
    now.does('system', 'enforcementOpened')
    expect(now.state).toBe('converted')
    expect(now.due('preservation.expiry.deposits')).toBe('2027-03-02')
  })

  it('changes its asset, its extent, its security and its court', () => {
    const now = inForce()
    for (const type of ['substituteAsset', 'partialLift', 'increaseSecurity'])
      now.does('judge', type, { detail: 'Shares for deposits' })
    expect(now.last.effects).toContainEqual({ type: 'document', kind: 'ruling', text: 'Shares for deposits' })
    now.does('judge', 'transferToCourt', { court: 'Futian' })
    expect([now.state, now.facts.court]).toEqual(['inForce', 'Futian'])
  })
})

describe('the reconsideration', () => {
  it('is asked for within five days, decided within ten, and stays nothing', () => {
    const now = inForce()
    now.does('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })
    expect(now.due('preservation.reconsider', 'p2')).toBe('2026-03-09')
    now.does('p2', 'reconsider', { ground: 'Nothing is owed' })
    expect(now.due('preservation.reconsider.decide')).toBe('2026-03-12')
    expect(now.due('preservation.expiry.deposits')).toBe('2027-03-02')
    expect(now.refusal('p2', 'reconsider', { ground: 'Again' })).toBe('ownPeriodRuns')
  })

  it('is barred after that', () => {
    const now = inForce()
    now.does('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })
    now.until('2026-03-10')
    expect(now.refusal('p2', 'reconsider', { ground: 'Late' })).toBe('ownPeriodRuns')
  })

  it.each([
    ['kept', inForce, 'inForce'],
    ['varied', granted, 'granted'],
    ['revoked', inForce, 'lifted'],
    ['revoked', granted, 'lifted'],
  ] as const)('may end with the order %s', (outcome, start, state) => {
    const now = reconsidered(start())
    now.does('judge', 'decideReconsideration', { outcome })
    expect(now.state).toBe(state)
    expect(now.due('preservation.reconsider.decide')).toBeUndefined()
    if (state === 'lifted') expect(now.last.effects).toContainEqual(released)
  })

  it('may turn a refusal into an order', () => {
    const kept = reconsidered(denied(), 'p1')
    kept.does('judge', 'decideReconsideration', { outcome: 'kept' })
    expect(kept.state).toBe('denied')
    const now = reconsidered(denied(), 'p1')
    now.does('judge', 'decideReconsideration', { outcome: 'granted' })
    expect(now.state).toBe('granted')
    expect(now.due('preservation.execute')).toBe('2026-03-09')
  })
})

describe('the lifting', () => {
  it('is decided within five days, within 48 hours if urgent', () => {
    const now = inForce()
    now.does('p2', 'requestLift', { ground: 'counterSecurity' })
    expect(now.due('preservation.lift')).toBe('2026-03-09')
    expect(now.last.effects).toContainEqual(liftReview)
    now.does('p2', 'requestLift', { ground: 'other', urgent: true })
    expect(now.due('preservation.lift.urgent')).toBe('2026-03-04')
  })

  it('gives the ground that it was asked for on, or none of its own', () => {
    const asked = inForce()
    asked.does('p2', 'requestLift', { ground: 'counterSecurity' })
    asked.does('judge', 'decideLift', { lift: true })
    expect([asked.state, asked.facts.reason]).toEqual(['lifted', 'counterSecurity'])
    const exOfficio = granted()
    exOfficio.does('judge', 'decideLift', { lift: true })
    expect([exOfficio.state, exOfficio.facts.reason]).toEqual(['lifted', 'revoked'])
  })

  it('may be refused', () => {
    const now = inForce()
    now.does('p2', 'requestLift', { ground: 'other' })
    now.does('judge', 'decideLift', { lift: false })
    expect(now.state).toBe('inForce')
    expect(now.due('preservation.lift')).toBeUndefined()
    expect(now.last.effects).toContainEqual({ type: 'closeTask', kind: 'preservation.lift.decide' })
  })

  it('of the disputed thing itself needs the applicant', () => {
    const now = inForce()
    const own = { ground: 'counterSecurity', disputedAsset: true }
    expect(now.refusal('p2', 'requestLift', own)).toBe('applicantConsents')
    expect(now.refusal('p2', 'requestLift', { ...own, consents: ['p1'] })).toBeUndefined()
  })

  it('follows when the applicant withdraws', () => {
    const early = routed()
    early.does('p1', 'withdraw')
    expect([early.state, early.facts.reason]).toEqual(['terminated', 'withdrawn'])
    const now = inForce()
    now.does('p1', 'withdraw')
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'withdrawn'])
    expect(now.last.effects).toContainEqual(released)
  })
})

describe('when the suit or arbitration closes', () => {
  it.each(['effective', 'awardFinal', 'closedStatement'])('it stays in force after %s', state => {
    const now = inForce()
    now.does('system', 'parentClosed', { state })
    expect(now.state).toBe('inForce')
    expect(now.last.effects).toEqual([])
  })

  it.each([
    { state: 'dismissed' },
    { state: 'notAccepted' },
    { state: 'effective', outcome: 'claimDismissed' },
  ])('the judge reviews it after %o', data => {
    for (const now of [granted(), inForce()]) {
      const before = now.state
      now.does('system', 'parentClosed', data)
      expect(now.state).toBe(before)
      expect(now.last.effects).toContainEqual(liftReview)
    }
  })

  it('it is lifted after a withdrawal, and ends where nothing was ordered', () => {
    const now = inForce()
    now.does('system', 'parentClosed', { state: 'closedWithdrawn' })
    expect([now.state, now.facts.reason]).toEqual(['lifted', 'parentClosed'])
    expect(now.last.effects).toContainEqual(released)
    const early = ready()
    early.does('system', 'parentClosed', { state: 'effective' })
    expect([early.state, early.facts.reason]).toEqual(['terminated', 'parentClosed'])
  })
})

/** For each condition of the machine, an act that fails on it and on nothing before it. */
const refusals: Record<string, () => string | undefined> = {
  arbitrationPending: () => applied().refusal('tribunalSecretary', 'forward'),
  hongKongInstitutionListed: () =>
    applied({ contract: clauses.adHocHongKong, facts: inArbitration }).refusal(
      'judge',
      'checkRoute',
      intermediate,
    ),
  beforeAward: () =>
    applied({ contract: clauses.hkiac, facts: { ...inArbitration, sourceState: 'awardIssued' } }).refusal(
      'judge',
      'checkRoute',
      intermediate,
    ),
  institutionForwarded: () =>
    applied({ contract: clauses.scia, facts: inArbitration }).refusal('judge', 'checkRoute', intermediate),
  intermediateCourt: () =>
    applied({ contract: clauses.hkiac, facts: inArbitration }).refusal('judge', 'checkRoute', {
      court: 'QIANHAI',
    }),
  securityFits: () =>
    routed().refusal('judge', 'requireSecurity', { amount: '3000000.00', dueOn: '2026-03-05' }),
  actingApplicant: () => inForce().refusal('p2', 'withdraw'),
  securityEnough: () => {
    const now = routed()
    now.does('judge', 'requireSecurity', { amount: '900000.00', dueOn: '2026-03-05' })
    return now.refusal('p1', 'lodge', { form: 'cash', amount: '1.00' })
  },
  termRuns: () => inForce({ type: 'evidence' }).refusal('p1', 'requestRenewal'),
  renewalAsked: () => inForce().refusal('judge', 'renew', { until: '2027-06-01' }),
  withinTerm: () => {
    const now = inForce()
    now.does('p1', 'requestRenewal')
    return now.refusal('judge', 'renew', { until: '2027-03-01' })
  },
  letterAwaited: () => inForce().refusal('clerk', 'letterReceived', { receivedOn: '2026-03-02' }),
  partyInPlay: () => inForce().refusal('clerk', 'recordService', { party: 'p9', receivedOn: '2026-03-02' }),
  notYetServed: () => {
    const now = inForce()
    now.does('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })
    return now.refusal('clerk', 'recordService', { party: 'p2', receivedOn: '2026-03-02' })
  },
  ownPeriodRuns: () => inForce().refusal('p2', 'reconsider', { ground: 'Too early' }),
  reconsiderationAsked: () => inForce().refusal('judge', 'decideReconsideration', { outcome: 'kept' }),
  orderStands: () =>
    reconsidered(inForce()).refusal('judge', 'decideReconsideration', { outcome: 'granted' }),
  applicantConsents: () =>
    inForce().refusal('p2', 'requestLift', { ground: 'counterSecurity', disputedAsset: true }),
}

describe('an interim measure refuses', () => {
  it.each(Object.entries(refusals))('for want of %s', (condition, refusedFor) => {
    expect(refusedFor()).toBe(condition)
  })

  it('for no other condition', () => {
    const conditions = Object.keys(interimMeasures.machine.states).flatMap(state =>
      Object.keys(interimMeasures.events).flatMap(event =>
        guardsOf(interimMeasures, state, event)
          .filter(({ row }) => !row.startsWith('U'))
          .flatMap(guard => [...guard.if, ...guard.data].map(({ name }) => name)),
      ),
    )
    expect(Object.keys(refusals).sort()).toEqual([...new Set(conditions)].sort())
  })

  it('a role that never does it, and a state it cannot be done from', () => {
    expect(applied().refusal('p1', 'grant', freeze)).toBe('role')
    expect(applied().refusal('judge', 'grant', freeze)).toBe('state')
  })
})
