import { describe, expect, it } from 'vitest'
import type { Context } from '../../workflows/vocabulary.ts'
import { clauses, constituted, submitted as requested } from '../support/arbitration.ts'
import { partyOf } from '../support/contexts.ts'
import { both, clause, drafted, pretrial, registered, submitted, tasksOf } from '../support/litigation.ts'
import type { Play } from '../support/play.ts'

const shenzhen = {
  jurisdiction: 'CN',
  city: 'Shenzhen',
  inQianhaiCooperationZone: false,
  inQianhaiShekouFtz: false,
}
const mainland = { domicile: 'CN', registration: shenzhen }
/** A Shenzhen company invested from Hong Kong against one of the Mainland, with a clause for Hong Kong law. */
const funded = {
  parties: [
    partyOf('p1', 'claimant', { ...mainland, investors: [{ origin: 'HK' }] }),
    partyOf('p2', 'respondent', { ...mainland, investors: [{ origin: 'MAINLAND' }] }),
    partyOf('p3', 'thirdParty', { domiciled: false, domicile: 'HK', calendar: 'HK' }),
  ],
  contract: { chosenLaw: 'HK', performedIn: 'CN' },
  facts: { foreignRelated: false },
}

const found = (now: Play) =>
  now.last.effects.flatMap(effect =>
    effect.type === 'assess' ? [[effect.check, effect.assessment.verdict]] : [],
  )
const lawFound = (now: Play) => now.facts.findings?.governingLaw

describe('findings in a suit', () => {
  it('are made when the complaint comes in, of law, clause and court', () => {
    const now = submitted({ ...funded, contract: { ...funded.contract, ...clause } })
    expect(found(now)).toEqual([
      ['governingLaw', 'notSupported'],
      ['jurisdiction', 'supported'],
      ['arbitrationClause', 'supported'],
    ])
    expect(tasksOf(now)).toContain('filing.arbitrationClause intakeOfficer')
    expect(found(submitted(funded)).map(([check]) => check)).not.toContain('arbitrationClause')
  })

  it('keep the facts they were made of, and are made again only where they differ', () => {
    const now = drafted(funded)
    now.does('p1', 'submitComplaint', { assertsLaw: 'HK' })
    const [effect] = now.last.effects.filter(({ type }) => type === 'assess')
    expect(effect).toMatchObject({
      check: 'governingLaw',
      assessment: {
        law: 'HK',
        facts: { on: '2026-03-02', contract: { chosenLaw: 'HK' }, assertions: { p1: 'HK' } },
      },
    })
    now.does('intakeOfficer', 'register', { procedure: 'ordinary' })
    expect(found(now)).toEqual([])
  })

  it('change with the law that a party relies on, and open the way to ascertaining it', () => {
    const now = pretrial(funded)
    expect(now.refusal('judge', 'openLawAscertainment')).toBe('otherLawGoverns')
    now.does('p2', 'assertLaw', { law: 'HK' })
    expect(now.facts.governingLaw).toBe('HK')
    now.does('judge', 'openLawAscertainment')
    expect(now.last.effects).toContainEqual(
      expect.objectContaining({ type: 'open', data: { law: 'HK', chosen: true } }),
    )
  })

  it('change with what all agree on', () => {
    const now = pretrial(funded)
    now.does('p1', 'assertLaw', { law: 'HK' })
    now.does('judge', 'agreeLaw', { law: 'CN', consents: both })
    expect(now.facts.governingLaw).toBe('CN')
  })

  it('give way to a person’s, until the rules say something else', () => {
    const now = submitted(funded)
    now.does('intakeOfficer', 'overruleFinding', {
      check: 'governingLaw',
      verdict: 'supported',
      law: 'HK',
      why: 'Both sides wrote that they rely on it',
    })
    expect(now.last.effects).toContainEqual(expect.objectContaining({ type: 'overrule', law: 'HK' }))
    now.does('intakeOfficer', 'register', { procedure: 'ordinary' })
    expect(lawFound(now)).toMatchObject({ law: 'HK', overruled: true })
    now.does('p1', 'assertLaw', { law: 'MO' })
    expect(lawFound(now)).toMatchObject({ law: 'HK', overruled: true })
    now.does('p2', 'assertLaw', { law: 'HK' })
    expect(lawFound(now)).toMatchObject({ law: 'HK', verdict: 'supported' })
    expect(lawFound(now)).not.toHaveProperty('overruled')
  })

  it('see a case become foreign-related by who joins it', () => {
    const now = pretrial({ ...funded, procedure: 'smallClaims' })
    expect(now.facts.foreignRelated).toBe(false)
    now.does('judge', 'joinParty', { partyId: 'p3', as: 'coParty' })
    expect(found(now).map(([check]) => check)).toEqual(['governingLaw', 'jurisdiction'])
    expect(now.facts.foreignRelated).toBe(true)
  })
})

describe('the guards that rest on them', () => {
  it('keep small claims from foreign-related cases', () => {
    const now = submitted()
    expect(now.refusal('intakeOfficer', 'register', { procedure: 'smallClaims' })).toBe('smallClaimsOpen')
    expect(
      submitted(funded).refusal('intakeOfficer', 'register', { procedure: 'smallClaims' }),
    ).toBeUndefined()
  })

  it('compare a claim in another currency at the rate that is known', () => {
    const hongKongDollars: Context['claim'] = { minor: 50_000_000_00, currency: 'HKD' }
    const without = submitted({ claim: hongKongDollars })
    expect(without.facts.findings?.jurisdiction?.verdict).toBe('needsFacts')
    expect(without.refusal('intakeOfficer', 'register', { procedure: 'ordinary' })).toBeUndefined()
    const rate = { currency: 'HKD', on: '2026-02-27', rate: '0.92' } as const
    const known = submitted({ claim: hongKongDollars, facts: { foreignRelated: true, rate } })
    expect(known.refusal('intakeOfficer', 'register', { procedure: 'ordinary' })).toBe('levelOfThisCourt')
    expect(known.refusal('intakeOfficer', 'transferVenue', { reason: 'level', court: 'x' })).toBeUndefined()
  })

  it('ask for the level to be looked at when a claim has grown', () => {
    const now = registered({ contract: { performedIn: 'CN' } })
    now.does('clerk', 'startService')
    now.does('clerk', 'recordService', { party: 'p2', receivedOn: now.today, method: 'email' })
    now.does('p1', 'amendClaim', { change: 'increase', amount: '40000000.00' })
    expect(found(now)).toEqual([['jurisdiction', 'supported']])
    expect(tasksOf(now)).toContain('level.review judge')
  })

  it('let an arbitration agreement stop registration only if it was declared', () => {
    const now = drafted({ contract: clause })
    now.does('p1', 'submitComplaint', { declaresArbitration: true })
    expect(now.refusal('intakeOfficer', 'register', { procedure: 'ordinary' })).toBe('noArbitrationDeclared')
    expect(
      submitted({ contract: clause }).refusal('intakeOfficer', 'register', { procedure: 'ordinary' }),
    ).toBeUndefined()
  })
})

describe('findings in an arbitration', () => {
  const domestic = {
    parties: funded.parties.map(party => ({ ...party, investors: [{ origin: 'MAINLAND' }] })),
  }

  it('that defeat the clause put it before the institution, which may still accept', () => {
    const now = requested(clauses.hkiac, domestic)
    expect(now.facts.findings?.arbitrationClause?.verdict).toBe('notSupported')
    expect(tasksOf(now)).toContain('clause.review tribunalSecretary')
    now.does('tribunalSecretary', 'accept')
    expect(now.last.effects).toContainEqual({ type: 'closeTask', kind: 'clause.review' })
  })

  it('that support it ask nobody', () => {
    const now = requested(clauses.hkiac, { parties: funded.parties })
    expect(found(now)).toEqual([['governingLaw', 'supported']])
    expect(now.facts.findings?.arbitrationClause).toMatchObject({ verdict: 'supported' })
    expect(tasksOf(now)).toEqual([])
  })

  it('close the question when a person has answered it', () => {
    const now = requested(clauses.hkiac, domestic)
    now.does('tribunalSecretary', 'overruleFinding', {
      check: 'arbitrationClause',
      verdict: 'supported',
      why: 'Supplement of May',
    })
    expect(now.last.effects).toContainEqual({ type: 'closeTask', kind: 'clause.review' })
  })

  it('are made anew once the tribunal has fixed the seat', () => {
    const now = constituted(clauses.sciaUncitral)
    now.does('arbitrator', 'determineSeat', { seat: 'HONG_KONG' })
    expect(found(now)).toContainEqual(['arbitrationClause', 'supported'])
    const effect = now.last.effects.find(({ type }) => type === 'assess')
    expect(effect).toMatchObject({ assessment: { seat: 'HONG_KONG', court: 'HK_CFI' } })
  })
})
