import { Temporal, Intl as TemporalIntl } from 'temporal-polyfill'
import type { Language } from './language.ts'

export type Format = ReturnType<typeof formatIn>
export type Left = { kind: 'overdue' | 'soon' | 'active'; text: string }

/** Minor units, which Postgres hands over as text. */
type Minor = bigint | number | string

const zone = 'Asia/Shanghai' // Hong Kong's clock shows the same
const soon = 7

/** What differs between the languages beyond the names of months, weekdays and currencies. */
type Form = {
  locale: string
  month: 'long' | 'numeric'
  date: (year: number, month: string, day: number) => string
  shortDate: (month: string, day: number) => string
  day: (date: string, weekday: string) => string
  time: (hour: number, minute: string) => string
  instant: (date: string, time: string) => string
  untilMidnight: string
  currency: (code: string, name: string) => string
  money: (amount: string, currency: string, code: string) => string
  left: (days: number) => string
  lastDay: string
  late: (days: number) => string
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

const english: Form = {
  locale: 'en-GB',
  month: 'long',
  date: (year, month, day) => `${day} ${month} ${year}`,
  shortDate: (month, day) => `${day} ${month}`,
  day: (date, weekday) => `${weekday} ${date}`,
  time: (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  instant: (date, time) => `${date}, ${time}`,
  untilMidnight: 'until midnight',
  currency: code => code,
  money: (amount, currency) => `${currency} ${amount}`,
  left: count => `${days(count)} left`,
  lastDay: 'last day today',
  late: count => `${days(count)} late`,
}

const chinese = {
  date: (year: number, month: string, day: number) => `${year}年${month}${day}日`,
  shortDate: (month: string, day: number) => `${month}${day}日`,
  day: (date: string, weekday: string) => `${date}（${weekday}）`,
  instant: (date: string, time: string) => date + time,
  money: (amount: string, currency: string, code: string) =>
    ['CNY', 'HKD'].includes(code) ? `${currency}${amount}元` : amount + currency,
}

const simplified: Form = {
  ...chinese,
  locale: 'zh-CN',
  month: 'numeric',
  time: (hour, minute) => `${hour}时${minute}分`,
  untilMidnight: '当日24时截止',
  currency: (code, name) => (code === 'HKD' ? '港币' : name),
  left: count => `还剩${count}天`,
  lastDay: '今天截止',
  late: count => `逾期${count}天`,
}

const traditional: Form = {
  ...chinese,
  locale: 'zh-HK',
  month: 'numeric',
  time: (hour, minute) => `${hour < 12 ? '上午' : '下午'}${hour % 12 || 12}時${minute}分`,
  untilMidnight: '至當日午夜止',
  currency: (code, name) => (code === 'HKD' ? '港幣' : name),
  left: count => `尚餘${count}日`,
  lastDay: '今日截止',
  late: count => `逾期${count}日`,
}

/** How days (YYYY-MM-DD), instants, money and the time left are written in each language. */
export const formats = {
  en: formatIn(english),
  'zh-Hans': formatIn(simplified),
  'zh-Hant': formatIn(traditional),
} satisfies Record<Language, Format>

function formatIn(form: Form) {
  const weekdays = new TemporalIntl.DateTimeFormat(form.locale, { weekday: 'long' })
  const months = new TemporalIntl.DateTimeFormat(form.locale, { month: form.month })
  const numbers = new Intl.NumberFormat(form.locale)
  const names = new Intl.DisplayNames(form.locale, { type: 'currency' })

  // Names are asked for once: a formatter takes longer than the rest of a page's dates together.
  const from = Temporal.PlainDate.from('2024-01-01')
  const monthNames = Array.from({ length: 12 }, (_, index) => months.format(from.add({ months: index })))
  const weekdayNames = Array.from({ length: 7 }, (_, index) => weekdays.format(from.add({ days: index })))

  const weekday = (day: string) => weekdayNames[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''
  const date = (day: string) => {
    const plain = Temporal.PlainDate.from(day)
    return form.date(plain.year, monthNames[plain.month - 1] ?? '', plain.day)
  }
  const shortDate = (day: string) => {
    const plain = Temporal.PlainDate.from(day)
    return form.shortDate(monthNames[plain.month - 1] ?? '', plain.day)
  }
  const currency = (code: string) => form.currency(code, names.of(code) ?? code)
  const amount = (minor: Minor) => {
    const value = BigInt(minor)
    const digits = String(value < 0n ? -value : value).padStart(3, '0')
    return `${value < 0n ? '−' : ''}${numbers.format(BigInt(digits.slice(0, -2)))}.${digits.slice(-2)}`
  }
  const time = (at: Date | string) => {
    const { hour, minute } = inShenzhen(at)
    return form.time(hour, String(minute).padStart(2, '0'))
  }

  return {
    date,
    weekday,
    /** With its weekday, as a date that binds is always shown. */
    day: (day: string) => form.day(date(day), weekday(day)),
    /** For tables: the year only if it is not this one. */
    shortDay: (day: string, today: string) =>
      day.slice(0, 4) === today.slice(0, 4) ? shortDate(day) : date(day),
    time,
    instant: (at: Date | string) => form.instant(date(inShenzhen(at).toPlainDate().toString()), time(at)),
    untilMidnight: form.untilMidnight,
    number: (value: bigint | number) => numbers.format(value),
    currency,
    money: (minor: Minor, code: string) => form.money(amount(minor), currency(code), code),
    /** For a column whose head names the currency. */
    amount,
    left: (dueOn: string, today: string): Left => {
      const count = Temporal.PlainDate.from(today).until(dueOn).days
      if (count < 0) return { kind: 'overdue', text: form.late(-count) }
      return { kind: count <= soon ? 'soon' : 'active', text: count === 0 ? form.lastDay : form.left(count) }
    },
  }
}

function inShenzhen(at: Date | string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(typeof at === 'string' ? at : at.toISOString()).toZonedDateTimeISO(zone)
}
