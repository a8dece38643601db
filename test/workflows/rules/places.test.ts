import { describe, expect, it } from 'vitest'
import { cityOf } from '../../../workflows/rules/places.ts'
import { companyFrom, mainlandCompany, personIn } from '../../support/parties.ts'

describe('the city of a company', () => {
  it.each([
    ['Guangzhou', 'GUANGZHOU'],
    ['福田', 'SHENZHEN'],
    ['Hengqin, Zhuhai', 'ZHUHAI'],
    ['佛山', 'FOSHAN'],
    ['Huizhou', 'HUIZHOU'],
    ['東莞', 'DONGGUAN'],
    ['Zhongshan', 'ZHONGSHAN'],
    ['江門', 'JIANGMEN'],
    ['肇庆', 'ZHAOQING'],
  ])('%s is %s of the nine (GL-17)', (typed, city) => {
    expect(cityOf(mainlandCompany(typed))).toBe(city)
  })

  it('is Shenzhen in both zones of Qianhai, whatever was typed', () => {
    expect(cityOf(mainlandCompany(undefined, [], { zone: true }))).toBe('SHENZHEN')
    expect(cityOf(mainlandCompany(undefined, [], { ftz: true }))).toBe('SHENZHEN')
  })

  it('is none of the nine elsewhere, and unknown where none was typed', () => {
    expect(cityOf(mainlandCompany('Changsha'))).toBeNull()
    expect(cityOf(companyFrom('HK'))).toBeNull()
    expect(cityOf(personIn('CN'))).toBeNull()
    expect(cityOf(mainlandCompany(undefined))).toBeUndefined()
  })
})
