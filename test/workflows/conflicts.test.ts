import { describe, expect, it } from 'vitest'
import { mediation } from '../../workflows/mediation.ts'
import type { PersonFacts } from '../../workflows/vocabulary.ts'
import { both, constituting } from '../support/arbitration.ts'
import { contextOf, partyOf } from '../support/contexts.ts'
import { answering, appealed, mainland, registered } from '../support/litigation.ts'
import { personOf } from '../support/people.ts'
import { play } from '../support/play.ts'

/** The parties choose; those connected with Hong Kong or Macao are named. */
const choosing = (...connected: string[]) => {
  const seat = (id: string) => ({ hongKongOrMacao: connected.includes(id) })
  const parties = [partyOf('p1', 'claimant', seat('p1')), partyOf('p2', 'respondent', seat('p2'))]
  const now = play(mediation, contextOf('mediation', { parties }))
  now.does('p1', 'propose', { kind: 'institutional', consents: both })
  return now
}
const chosen = (now: ReturnType<typeof choosing>, changes: Partial<PersonFacts>, listed = ['mediator']) => {
  now.people.m1 = personOf(listed, changes)
  return now.refusal('p1', 'jointSelect', { mediator: 'm1' })
}

describe('a mediator', () => {
  it.each(['HK', 'MO'])('from %s needs a party that is, or is invested, from there', origin => {
    expect(chosen(choosing(), { origin })).toBe('mediatorConnected')
    expect(chosen(choosing('p1'), { origin })).toBeUndefined()
    expect(chosen(choosing('p2'), { origin })).toBeUndefined()
  })

  it('from the Mainland needs no such party', () => {
    expect(chosen(choosing(), { origin: 'MAINLAND' })).toBeUndefined()
  })

  it('is on a roster that day', () => {
    expect(chosen(choosing(), {}, ['arbitrator'])).toBe('mediatorListed')
  })

  it.each([{ spokeHere: true }, { satHere: ['judge'] }, { satHere: ['arbitrator'] }, { satHere: ['juror'] }])(
    'has no other part in the dispute: %o',
    changes => {
      expect(chosen(choosing(), changes)).toBe('mediatorNotInvolved')
    },
  )

  it('who mediated it before may do so again', () => {
    expect(chosen(choosing(), { mediatedHere: true, satHere: ['mediator'] })).toBeUndefined()
  })

  it('has a style from the roster, chosen or designated', () => {
    const now = choosing()
    now.people.m1 = personOf(['mediator'], { style: 'evaluative' })
    now.does('mediationCoordinator', 'designate', { mediator: 'm1' })
    now.does('p1', 'acceptDesignation')
    now.does('p2', 'acceptDesignation')
    expect(now.facts).toMatchObject({ mediator: 'm1', style: 'evaluative' })
  })
})

describe('whoever mediated the dispute', () => {
  const mediator = { mediatedHere: true, satHere: ['mediator'] }

  it('arbitrates it only if every party agrees, appointed or nominated', () => {
    const now = constituting()
    now.people.a1 = personOf(['arbitrator'], mediator)
    const named = { arbitrators: ['a1'] }
    expect(now.refusal('p1', 'nominate', named)).toBe('mediatorAsArbitratorAgreed')
    expect(now.refusal('p1', 'nominate', { ...named, consents: ['p1'] })).toBe('mediatorAsArbitratorAgreed')
    expect(now.refusal('tribunalSecretary', 'appointDefault', named)).toBe('mediatorAsArbitratorAgreed')
    now.does('p1', 'nominate', { ...named, consents: both })
    expect(now.facts.arbitrators).toEqual(['a1'])
  })

  it('does not judge it, drawn or named', () => {
    const now = answering(mainland)
    now.people.x1 = personOf(['juror'], mediator)
    now.people.x2 = personOf(['juror'])
    now.people.j1 = personOf(['judge'], mediator)
    now.does('p2', 'requestJurors')
    expect(now.refusal('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })).toBe('membersUnbarred')
    expect(now.refusal('clerk', 'namePanel', { panel: ['j1'] })).toBe('membersUnbarred')
  })
})

describe('the panel', () => {
  const drawing = (...names: string[]) => {
    const now = answering()
    for (const name of names) now.people[name] = personOf(['juror'])
    now.does('p2', 'requestJurors')
    return now
  }
  const four = ['x1', 'x2', 'x3', 'x4']

  it.each([
    [['j1'], ['x1', 'x2']],
    [['j1', 'j2'], ['x1']],
    [['j1', 'j2', 'j3'], four],
  ])('of %o takes %o', (panel, jurors) => {
    const now = drawing(...four)
    now.does('judge', 'namePanel', { panel })
    for (const wrong of [1, 2, 4].filter(seats => seats !== jurors.length))
      expect(now.refusal('clerk', 'drawJurors', { jurors: four.slice(0, wrong) })).toBe('jurorsFitPanel')
    now.does('clerk', 'drawJurors', { jurors })
    expect(now.facts).toMatchObject({ panel, jurors, jurorsDrawnOn: now.today })
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'juror', person: 'x1' })
  })

  it.each(['arbitrator', 'lawyer', 'gbaLawyer', 'clerk'])('has no assessor who is a %s too', office => {
    const now = drawing('x1', 'x2')
    now.people.x1 = personOf(['juror', office])
    expect(now.refusal('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })).toBe('jurorsOnRoll')
  })

  it('keeps its size when judges are named after the draw', () => {
    const now = drawing('x1', 'x2')
    now.does('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })
    expect(now.refusal('judge', 'namePanel', { panel: ['j1', 'j2', 'j3'] })).toBe('panelSize')
    now.does('judge', 'namePanel', { panel: ['j2'] })
    expect(now.facts).toMatchObject({ panel: ['j2'], jurors: ['x1', 'x2'] })
  })

  it('replaces an assessor by an assessor, or has the lot drawn again', () => {
    const asked = () => {
      const now = drawing('x1', 'x2', 'x3')
      now.does('p2', 'fileDefence')
      now.does('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })
      now.does('p1', 'requestRecusal', { against: 'x1', why: 'A cousin' })
      return now
    }
    const replaced = asked()
    replaced.does('judge', 'decideRecusal', { outcome: 'replace', replacement: 'x3' })
    expect(replaced.facts.jurors).toEqual(['x2', 'x3'])
    const redrawn = asked()
    redrawn.does('judge', 'decideRecusal', { outcome: 'replace' })
    expect(redrawn.last.effects).toContainEqual({ type: 'dismiss', role: 'juror', person: 'x1' })
    const fixing = { hearingOn: '2026-04-20' }
    expect(redrawn.refusal('judge', 'scheduleHearing', fixing)).toBe('jurorsDrawnInTime')
    expect(redrawn.refusal('clerk', 'drawJurors', { jurors: ['x1', 'x2'] })).toBe('membersUnbarred')
    redrawn.does('clerk', 'drawJurors', { jurors: ['x2', 'x3'] })
    redrawn.does('judge', 'scheduleHearing', fixing)
    expect(redrawn.state).toBe('hearingScheduled')
  })

  it('is another after a case comes back, also where nobody had been named', () => {
    const now = appealed()
    now.does('appellateJudge', 'secondInstance', { outcome: 'remanded' })
    now.people.j1 = personOf(['judge'], { satHere: ['judge'], leftHere: true })
    now.people.j2 = personOf(['judge'], { satHere: ['judge'] })
    expect(now.refusal('clerk', 'namePanel', { panel: ['j1'] })).toBe('membersUnbarred')
    expect(now.refusal('clerk', 'namePanel', { panel: ['j2'] })).toBeUndefined()
  })

  it('has no judge who speaks for a party, or arbitrated or heard the appeal', () => {
    const now = registered()
    for (const changes of [
      { spokeHere: true },
      { satHere: ['arbitrator'] },
      { satHere: ['appellateJudge'] },
    ]) {
      now.people.j1 = personOf(['judge'], changes)
      expect(now.refusal('clerk', 'namePanel', { panel: ['j1'] })).toBe('membersUnbarred')
    }
  })
})
