import { describe, expect, it } from 'vitest'
import { parseMoney } from '../../../workflows/rules/fees.ts'
import {
  arbitrationProcedure,
  awardRule,
  correctionRule,
  defaultSeat,
  isListedInstitution,
  isMainlandInstitution,
  seatOf,
  setAsideGrounds,
  setAsideRule,
  supervisoryCourt,
} from '../../../workflows/rules/seat.ts'

describe('the seat', () => {
  it('names the court that watches over the arbitration', () => {
    expect(supervisoryCourt('SHENZHEN')).toBe('SHENZHEN_INTERMEDIATE')
    expect(supervisoryCourt('HONG_KONG')).toBe('HK_CFI')
    expect(supervisoryCourt(seatOf('SINGAPORE'))).toBe('other')
  })

  it('in the Mainland gives three months for awards received since 1 March 2026, six before', () => {
    expect(setAsideRule('SHENZHEN', '2026-02-28')).toBe('setaside.CN.2017law')
    expect(setAsideRule('SHENZHEN', '2026-03-01')).toBe('setaside.CN.2025law')
    expect(setAsideRule('HONG_KONG', '2026-02-28')).toBe('setaside.HK')
    expect(setAsideRule('other', '2026-03-01')).toBeNull()
  })

  it('decides how a correction is asked for', () => {
    expect(correctionRule('SHENZHEN')).toBe('award.correction')
    expect(correctionRule('HONG_KONG')).toBe('award.correction.HK')
    expect(correctionRule('other')).toBeNull()
  })

  it('decides the grounds: forged evidence only in domestic cases of the Mainland', () => {
    const words = (...of: Parameters<typeof setAsideGrounds>) =>
      setAsideGrounds(...of).map(({ ground }) => ground)
    expect(words('SHENZHEN', false)).toContain('forgedEvidence')
    expect(words('SHENZHEN', true)).not.toContain('forgedEvidence')
    expect(words('SHENZHEN', true)).toContain('publicInterest')
    expect(words('HONG_KONG', true)).toContain('publicPolicy')
    expect(words('HONG_KONG', false)).toEqual(words('HONG_KONG', true))
  })
})

describe('where the clause names no seat', () => {
  it.each([
    ['SCIA', undefined, 'SHENZHEN'],
    ['SCIA', 'UNCITRAL', 'HONG_KONG'],
    ['SCIAHK', null, 'HONG_KONG'],
    ['HKIAC', null, 'HONG_KONG'],
  ] as const)('%s under %s rules sits in %s', (institution, rules, seat) => {
    expect(defaultSeat(institution, rules)).toMatchObject({ seat })
  })

  it('no rule is found for an ad hoc tribunal or an institution that is not known', () => {
    expect(defaultSeat(null, 'UNCITRAL')).toBeNull()
    expect(defaultSeat('LCIA')).toBeNull()
  })

  it('says that Hong Kong under the SCIA guidelines is not confirmed', () => {
    expect(defaultSeat('SCIA', 'UNCITRAL 2013')).toMatchObject({ confidence: 'unconfirmed' })
  })
})

describe('an institution', () => {
  it('is of the Mainland or listed in the Arrangement of 2019, or neither', () => {
    expect([isMainlandInstitution('SCIA'), isListedInstitution('SCIA')]).toEqual([true, false])
    expect([isMainlandInstitution('HKIAC'), isListedInstitution('HKIAC')]).toEqual([false, true])
    expect([isMainlandInstitution(null), isListedInstitution(null)]).toEqual([false, false])
  })

  it('fixes the time for the award', () => {
    expect(awardRule('SCIA', 'ordinary', true)).toBe('arb.award.scia.foreign')
    expect(awardRule('SCIA', 'expedited', false)).toBe('arb.award.scia.expedited.domestic')
    expect(awardRule('HKIAC', 'expedited', true)).toBe('arb.award.hkiac.expedited')
    expect(awardRule('HKIAC', 'ordinary', true)).toBeNull()
    expect(awardRule(null, 'ordinary', true)).toBeNull()
  })
})

describe('the expedited procedure', () => {
  const accepted = { institution: 'SCIA', acceptedOn: '2026-11-05', agreed: false }
  const procedure = (amount: string, of: Partial<typeof accepted> = {}) =>
    arbitrationProcedure({ ...accepted, amount: parseMoney(amount, 'CNY'), ...of })

  it('A9: takes SCIA cases up to ten million yuan', () => {
    expect(procedure('10000000.00')).toBe('expedited')
    expect(procedure('10000000.01')).toBe('ordinary')
  })

  it('is an institution’s, so that an ad hoc tribunal has none even by agreement', () => {
    const adHoc = { ...accepted, institution: null, agreed: true }
    expect(arbitrationProcedure({ ...adHoc, amount: parseMoney('1000', 'CNY') })).toBe('ordinary')
  })

  it('takes larger ones by agreement, small ones only since 1 October 2024', () => {
    expect(procedure('10000000.01', { agreed: true })).toBe('expedited')
    expect(procedure('9000000', { acceptedOn: '2024-09-30' })).toBe('ordinary')
    expect(procedure('9000000', { acceptedOn: '2024-10-01' })).toBe('expedited')
  })

  it('is not for small sums of their own accord at other institutions', () => {
    expect(procedure('1000', { institution: 'HKIAC' })).toBe('ordinary')
  })
})
