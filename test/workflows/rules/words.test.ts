import i18next, { type i18n } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { calendars, restReason } from '../../../workflows/rules/calendars.ts'
import { lawTags, splitCitation } from '../../../workflows/rules/citations.ts'
import {
  computeDeadline,
  deadlineRules,
  extended,
  resumed,
  ruleIds,
  type Step,
} from '../../../workflows/rules/deadlines.ts'
import { assessFee, feeKinds, parseMoney, type WorkingLine } from '../../../workflows/rules/fees.ts'
import { seats, setAsideGrounds, supervisoryCourts } from '../../../workflows/rules/seat.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

const words = (language: string) =>
  z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(`views/locales/${language}/rules.json`, 'utf8')))

// Every kind of step that the engine takes, found by taking it.
const steps: Step[] = [
  computeDeadline({ rule: 'defence.domiciled', base: '2026-02-02' }),
  computeDeadline({ rule: 'defence.domiciled', base: '2026-01-30' }),
  computeDeadline({ rule: 'adhoc.filing', base: '2026-09-24' }),
  computeDeadline({ rule: 'hk.shortPeriod', base: '2026-03-30', days: 1 }),
  computeDeadline({ rule: 'hk.shortPeriod', base: '2026-04-25', days: 1 }),
  computeDeadline({ rule: 'setaside.HK', base: '2026-07-03' }),
  computeDeadline({
    rule: 'setaside.HK',
    base: '2026-06-08',
    changes: [{ kind: 'closed', calendar: 'HK', day: '2026-09-08' }],
  }),
  computeDeadline({ rule: 'setaside.HK.statutoryOnly', base: '2026-07-04' }),
  computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-11-30' }),
  computeDeadline({ rule: 'setaside.CN.2025law', base: '2026-02-02' }),
  computeDeadline({ rule: 'setaside.CN.2017law', base: '2026-02-02' }),
  computeDeadline({ rule: 'setaside.CN.2017law', base: '2026-03-02' }),
  computeDeadline({ rule: 'service.publication.domestic', base: '2026-09-02' }),
  computeDeadline({ rule: 'hearing.notice', base: '2026-05-20' }),
  computeDeadline({ rule: 'preservation.expiry.deposits', base: '2026-03-02' }),
  computeDeadline({ rule: 'preservation.decide.urgent', base: '2026-03-02' }),
  computeDeadline({ rule: 'filing.supplement', base: '2026-03-02', dueOn: '2026-03-10' }),
  extended('trial.ordinary', '2026-12-31'),
  resumed('trial.ordinary', 10, '2026-05-11'),
].flatMap(({ steps }) => steps)

const workings: WorkingLine[] = [
  ...feeKinds.flatMap(kind => assessFee({ kind, measures: 3 }).workings),
  ...(['court.preservation', 'court.case.half', 'scia.international'] as const).flatMap(kind => [
    ...assessFee({ kind, amount: parseMoney('2000000', 'CNY') }).workings,
    ...assessFee({ kind, amount: parseMoney('20000', 'CNY') }).workings,
    ...assessFee({ kind, amount: parseMoney('1234567.89', 'CNY') }).workings,
    ...assessFee({ kind, amount: parseMoney('20000', 'USD') }).workings,
  ]),
]

describe.each(languages)('in %s', language => {
  let t: i18n['t']
  beforeAll(async () => {
    const instance = i18next.createInstance()
    await instance.init({
      lng: language,
      showSupportNotice: false,
      resources: { [language]: { rules: words(language) } },
      keySeparator: false,
      nsSeparator: ':',
      interpolation: { escapeValue: false },
    })
    t = instance.t
  })

  const expectWords = (key: string, params: Record<string, unknown> = {}) => {
    const text = t(`rules:${key}`, params)
    expect(text, key).not.toBe(key)
    expect(text, key).not.toMatch(/\{\{|\}\}|\$t\(|calendar\.|undefined/)
  }

  it('every rule has a name', () => {
    for (const id of ruleIds) expectWords(id)
  })

  it('every length can be said', () => {
    for (const id of ruleIds) {
      const { length } = deadlineRules[id]
      if (length === 'set') expectWords('length.set')
      else expectWords(`length.${length.unit}`, { count: length.n })
    }
  })

  it('every step of a reckoning can be said', () => {
    for (const { step, ...params } of steps) expectWords(`step.${step}`, params)
    for (const reason of ['holiday', 'weekend', 'saturday', 'sunday', 'closure']) {
      expectWords(`step.rest.${reason}`, { day: '2026-04-04', calendar: 'HK' })
    }
  })

  it('every fee and every line of its working can be said', () => {
    for (const kind of feeKinds) expectWords(`fee.${kind}`)
    for (const { line, ...params } of workings) expectWords(`working.${line}`, params)
  })

  it('every calendar, court, seat, ground and law has a name', () => {
    for (const calendar of calendars) expectWords(`calendar.${calendar}`)
    for (const confidence of ['confirmed', 'modelling', 'unconfirmed'])
      expectWords(`confidence.${confidence}`)
    for (const seat of seats) {
      expectWords(`seat.${seat}`)
      for (const { ground } of [...setAsideGrounds(seat, true), ...setAsideGrounds(seat, false)]) {
        expectWords(`ground.${ground}`)
      }
    }
    for (const court of [...supervisoryCourts, 'QIANHAI']) expectWords(`court.${court}`)
    for (const tag of lawTags) expectWords(`law.${tag}`)
  })
})

it('has no words for steps and lines that nothing says', () => {
  const said = new Set([
    ...steps.map(({ step }) => `step.${step}`),
    ...workings.map(({ line }) => `working.${line}`),
  ])
  const written = Object.keys(words('en'))
    .filter(key => /^(step|working)\./.test(key))
    .map(key => key.replace(/_(one|other)$/, ''))
  expect([...new Set(written)].filter(key => !said.has(key))).toEqual([])
})

it('can say why a day is no working day, whatever the reason', () => {
  const reasons = [
    restReason('CN', '2026-03-07'),
    restReason('HK', '2026-03-08'),
    restReason('HK_COURT', '2026-03-07'),
    restReason('CN', '2026-10-01'),
    restReason('CN', '2026-03-09', [{ kind: 'closed', calendar: 'CN', day: '2026-03-09' }]),
  ]
  for (const reason of reasons) expect(words('en')).toHaveProperty([`step.rest.${reason}`])
})

describe('a citation', () => {
  it.each([
    ['CPL 128', 'CPL', '128'],
    ['Cap. 1 s.71(1)(b)', 'Cap. 1', 's.71(1)(b)'],
    ['Cap. 149', 'Cap. 149', ''],
    ['2017 Law 59', '2017 Law', '59'],
    ['SCIA UNCITRAL 3', 'SCIA UNCITRAL', '3'],
    ['SCIAHK', 'SCIAHK', ''],
    ['L23 Int. 2', 'L23 Int.', '2'],
    ['L2 99', 'L2', '99'],
    ['L25 202', 'L25', '202'],
    ['GL-16', 'GL', '16'],
  ])('%s is of %s, article %s', (citation, law, article) => {
    expect(splitCitation(citation)).toEqual({ law, article })
  })

  it('of a law that is not on the list stays as it was written', () => {
    expect(splitCitation('Cap. 999 s.1')).toEqual({ law: 'Cap. 999 s.1', article: '' })
  })

  it('of every rule and step names a law on the list', () => {
    const cited = new Set([
      ...ruleIds.flatMap(id => deadlineRules[id].basis),
      ...steps.map(({ basis }) => basis),
      ...feeKinds.flatMap(kind => assessFee({ kind }).basis),
      ...seats.flatMap(seat =>
        [true, false].flatMap(fr => setAsideGrounds(seat, fr).map(({ basis }) => basis)),
      ),
    ])
    for (const citation of cited) expect(lawTags, citation).toContain(splitCitation(citation).law)
  })
})
