import { describe, expect, it } from 'vitest'
import { formats } from '../../server/web/format.ts'
import { languages } from '../../server/web/language.ts'

const inEach = (write: (format: (typeof formats)['en']) => unknown) =>
  languages.map(lang => write(formats[lang]))

describe('days', () => {
  it('come with their weekday in prose', () => {
    expect(inEach(format => format.day('2026-04-15'))).toEqual([
      'Wednesday 15 April 2026',
      '2026年4月15日（星期三）',
      '2026年4月15日（星期三）',
    ])
  })

  it('leave the year out of tables only while it is this one', () => {
    expect(inEach(format => format.shortDay('2026-04-05', '2026-12-31'))).toEqual([
      '5 April',
      '4月5日',
      '4月5日',
    ])
    expect(inEach(format => format.shortDay('2027-01-04', '2026-12-31'))).toEqual([
      '4 January 2027',
      '2027年1月4日',
      '2027年1月4日',
    ])
  })

  it('refuse a day that does not exist', () => {
    expect(() => formats.en.day('2026-02-30')).toThrow(RangeError)
  })
})

describe('instants', () => {
  it('show the clock of Shenzhen, which may already have the next day', () => {
    expect(inEach(format => format.instant('2026-03-16T09:52:00Z'))).toEqual([
      '16 March 2026, 17:52',
      '2026年3月16日17时52分',
      '2026年3月16日下午5時52分',
    ])
    expect(formats.en.instant(new Date('2026-03-16T16:05:59.999Z'))).toBe('17 March 2026, 00:05')
  })

  it.each([
    ['00:05', '0时05分', '上午12時05分'],
    ['11:59', '11时59分', '上午11時59分'],
    ['12:00', '12时00分', '下午12時00分'],
    ['13:30', '13时30分', '下午1時30分'],
  ])('at %s', (clock, hans, hant) => {
    const at = `2026-03-16T${clock}:00+08:00`
    expect(inEach(format => format.time(at))).toEqual([clock, hans, hant])
  })
})

describe('money', () => {
  it('names its currency as each language does', () => {
    expect(inEach(format => format.money(880_000_000n, 'CNY'))).toEqual([
      'CNY 8,800,000.00',
      '人民币8,800,000.00元',
      '人民幣8,800,000.00元',
    ])
    expect(inEach(format => format.money('1250000', 'HKD'))).toEqual([
      'HKD 12,500.00',
      '港币12,500.00元',
      '港幣12,500.00元',
    ])
    expect(inEach(format => format.money(100, 'USD'))).toEqual(['USD 1.00', '1.00美元', '1.00美元'])
  })

  it('loses no cent, however large or small the amount', () => {
    expect(formats.en.amount('9007199254740993')).toBe('90,071,992,547,409.93')
    expect(formats.en.amount(5)).toBe('0.05')
    expect(formats.en.amount(-123_456)).toBe('−1,234.56')
  })
})

describe('the time left', () => {
  it.each([
    ['2026-04-15', 'active', '22 days left', '还剩22天', '尚餘22日'],
    ['2026-04-01', 'active', '8 days left', '还剩8天', '尚餘8日'],
    ['2026-03-31', 'soon', '7 days left', '还剩7天', '尚餘7日'],
    ['2026-03-25', 'soon', '1 day left', '还剩1天', '尚餘1日'],
    ['2026-03-24', 'soon', 'last day today', '今天截止', '今日截止'],
    ['2026-03-23', 'overdue', '1 day late', '逾期1天', '逾期1日'],
    ['2026-02-28', 'overdue', '24 days late', '逾期24天', '逾期24日'],
  ])('until %s is %s', (dueOn, kind, ...texts) => {
    expect(inEach(format => format.left(dueOn, '2026-03-24'))).toEqual(texts.map(text => ({ kind, text })))
  })
})
