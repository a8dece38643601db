import { describe, expect, it } from 'vitest'
import { mediationBody } from '../../../workflows/rules/commercialMediation.ts'

describe('a body that mediates commercial disputes', () => {
  it('may charge before and after 1 May 2026, from then on only if it is non-profit', () => {
    const forProfit = { kind: 'commercial', nonProfit: false } as const
    expect(mediationBody({ ...forProfit, on: '2026-04-30' })).toMatchObject({
      verdict: 'supported',
      mayCharge: true,
      basis: ['L26 38'],
    })
    expect(mediationBody({ ...forProfit, on: '2026-05-01' })).toMatchObject({
      verdict: 'notSupported',
      basis: ['CMR 2', 'CMR 8'],
    })
    expect(mediationBody({ kind: 'commercial', nonProfit: true, on: '2026-05-01' })).toMatchObject({
      verdict: 'supported',
      mayCharge: true,
      basis: ['CMR 2', 'CMR 8', 'CMR 16'],
      confidence: 'unconfirmed',
    })
  })

  it('is asked whether it is non-profit where that is not known', () => {
    expect(mediationBody({ kind: 'commercial', on: '2026-05-01' })).toMatchObject({
      verdict: 'needsFacts',
      needs: ['nonProfit'],
      mayCharge: null,
    })
  })

  it('is another thing than the court’s mediators and people’s mediation, which are free', () => {
    expect(mediationBody({ kind: 'court', on: '2026-05-01' })).toMatchObject({
      mayCharge: false,
      basis: ['L6 29'],
    })
    expect(mediationBody({ kind: 'people', on: '2026-05-01' })).toMatchObject({
      mayCharge: false,
      basis: ['L10 4'],
    })
  })
})
