import { describe, expect, it } from 'vitest'
import {
  admitRepresentative,
  gbaPractice,
  type Appointment,
} from '../../../workflows/rules/representation.ts'

const mainland: Appointment['party'] = {
  kind: 'company',
  registration: { jurisdiction: 'CN', inQianhaiCooperationZone: true, inQianhaiShekouFtz: false },
  domicile: 'CN',
}
const hongKong: Appointment['party'] = {
  kind: 'company',
  registration: { jurisdiction: 'HK', inQianhaiCooperationZone: false, inQianhaiShekouFtz: false },
  domicile: 'HK',
}
const person: Appointment['party'] = { kind: 'person', domicile: 'CN' }

const asked = (changes: Partial<Appointment> = {}): Appointment => ({
  capacity: 'lawyer',
  powerForm: 'plain',
  party: mainland,
  subject: 'saleOfGoods',
  courts: ['QIANHAI_COURT'],
  listed: ['lawyer'],
  agents: 0,
  mediated: false,
  serves: false,
  speaksForOtherSide: false,
  ...changes,
})
const verdict = (changes?: Partial<Appointment>) => {
  const { reason, basis } = admitRepresentative(asked(changes))
  return reason === null ? null : `${reason} · ${basis}`
}
const gba = { capacity: 'gbaLawyer', listed: ['gbaLawyer'] } as const
const certified = { powerForm: 'attested' } as const

describe('before a court', () => {
  it.each([
    ['a Mainland lawyer on the register', {}],
    ['the party itself, whatever it is', { capacity: 'self', party: hongKong, powerForm: null, agents: 2 }],
    ['an employee', { capacity: 'employee' }],
    ['a relative of a person', { capacity: 'relative', party: person }],
    ['a Mainland lawyer of a Hong Kong party, the power certified', { party: hongKong, ...certified }],
    ['the same, notarised in the Mainland', { party: hongKong, powerForm: 'notarisedHere' }],
    ['the same, signed before a judge', { party: hongKong, powerForm: 'beforeJudge' }],
    ['a compatriot of a foreign party', { capacity: 'compatriot', party: hongKong, ...certified }],
    ['a second agent', { agents: 1 }],
  ] as const)('admits %s', (_, changes) => {
    expect(admitRepresentative(asked(changes))).toMatchObject({ verdict: 'supported', reason: null })
  })

  it.each([
    ['a third agent', { agents: 2 }, 'tooMany · CPL 61'],
    [
      'a Hong Kong lawyer as such',
      { capacity: 'foreignLawyer', party: hongKong, ...certified },
      'mainlandLawyerNeeded · CPL 274',
    ],
    ['a lawyer whose listing is over', { listed: [] }, 'notRegistered · L2 88'],
    ['a GBA lawyer as a Mainland lawyer', { listed: ['gbaLawyer'] }, 'notRegistered · L2 88'],
    ['a relative of a company', { capacity: 'relative' }, 'relativeOfCompany · L2 85'],
    ['a compatriot of a Mainland party', { capacity: 'compatriot' }, 'compatriotOfForeigner · L2 526'],
    ['a plain power from Hong Kong', { party: hongKong }, 'powerFromAbroad · CPL 275; L2 523, 524'],
    [
      'a power that nobody saw',
      { party: hongKong, powerForm: null },
      'powerFromAbroad · CPL 275; L2 523, 524',
    ],
    ['a former mediator', { mediated: true }, 'mediated · L6 16'],
    ['whoever serves the case', { serves: true }, 'serves · CPL 47'],
    ['the agent of the other side', { speaksForOtherSide: true }, 'otherSide · CPL 61'],
  ] as const)('refuses %s', (_, changes, why) => {
    expect(verdict(changes)).toBe(why)
  })
})

describe('a GBA lawyer', () => {
  it.each(gbaPractice.subjects)(
    'appears in the nine cities in a dispute of %s, as far as is known',
    subject => {
      expect(admitRepresentative(asked({ ...gba, subject }))).toEqual({
        verdict: 'supported',
        reason: null,
        basis: 'P54',
        confidence: 'unconfirmed',
      })
    },
  )

  it.each([
    ['in employment', { subject: 'employment' }, 'otherKindOfCase · P54'],
    [
      'before a court elsewhere',
      { courts: ['QIANHAI_COURT', 'BEIJING_FINANCIAL'] },
      'outsideNineCities · P54',
    ],
    ['without a licence that day', { listed: ['lawyer'] }, 'notRegistered · P54'],
  ] as const)('does not appear %s', (_, changes, why) => {
    expect(verdict({ ...gba, ...changes })).toBe(why)
  })
})

describe('in arbitration and mediation alone', () => {
  const outside = { courts: [], party: hongKong } as const

  it('a party chooses freely', () => {
    expect(verdict({ ...outside, capacity: 'foreignLawyer', listed: [], agents: 4 })).toBeNull()
  })

  it.each([
    [{ mediated: true }, 'mediated · L6 16'],
    [{ serves: true }, 'serves · L19 46'],
    [{ speaksForOtherSide: true }, 'otherSide · CPL 61'],
  ])('but not whoever has another part in it: %o', (changes, why) => {
    expect(verdict({ ...outside, ...changes })).toBe(why)
  })
})
