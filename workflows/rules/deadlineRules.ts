import type { Calendar } from './calendars.ts'

export type Unit = 'day' | 'workingDay' | 'month' | 'year' | 'hour'
export type Length = { n: number; unit: Unit }
export type Confidence = 'confirmed' | 'modelling' | 'unconfirmed'

/** How long or short a period fixed by the court must be, in days from the day it is fixed. */
export type Limit = {
  for: 'ordinary' | 'summary' | 'smallClaims' | 'appeal'
  atLeast?: number
  atMost?: number
  basis: string
}

export type DeadlineRule = {
  /** 'set' where an event names the last day. */
  length: Length | 'set'
  calendar: Calendar | 'RECIPIENT'
  direction: 'after' | 'before'
  roll: 'forward' | 'back' | 'none'
  scope: 'state' | 'proceeding'
  /** Runs on when the proceeding is closed. */
  survivesClosing: boolean
  /** The right lapses with the period. */
  bar: boolean
  /** Who gets the task `<rule>.lapsed`; null where a row of a machine or the bar says all. */
  lapseTask: LapseRole | null
  basis: readonly [string, ...string[]]
  confidence: Confidence
  limits?: readonly Limit[]
  /** What the body deciding may add once. */
  extension?: Length
  effectiveFrom?: string
  effectiveTo?: string
  /** Base dates for which the text says nothing about which version applies. */
  transition?: { from: string; to: string }
}

export type LapseRole =
  | 'intakeOfficer'
  | 'judge'
  | 'appellateJudge'
  | 'clerk'
  | 'tribunalSecretary'
  | 'arbitrator'
  | 'enforcementOfficer'

const hours = (n: number): Length => ({ n, unit: 'hour' })
const days = (n: number): Length => ({ n, unit: 'day' })
const workingDays = (n: number): Length => ({ n, unit: 'workingDay' })
const months = (n: number): Length => ({ n, unit: 'month' })
const years = (n: number): Length => ({ n, unit: 'year' })

const state = { scope: 'state' } as const
const bar = { bar: true } as const
const unrolled = { roll: 'none' } as const
const backwards = { direction: 'before', roll: 'back' } as const
const modelling = { confidence: 'modelling' } as const
const unconfirmed = { confidence: 'unconfirmed' } as const
const taskFor = (lapseTask: LapseRole) => ({ lapseTask })

/** One row for each rule of the procedures; the blanks of a row are those of `rule` below. */
export const deadlineRules = {
  'filing.review': rule(days(7), ['CPL 126'], taskFor('intakeOfficer')),
  'filing.supplement': rule('set', ['L2 208'], state),

  'service.onDefendant': rule(days(5), ['CPL 128'], taskFor('clerk')),
  'service.arrangement': rule(months(3), ['L13 4', 'L14 6'], taskFor('clerk')),
  'service.post': rule(months(3), ['L14 7', 'L14 12'], taskFor('clerk')),
  'service.publication.domestic': rule(days(30), ['CPL 95'], { ...unrolled, ...modelling }),
  'service.publication.foreign': rule(days(60), ['CPL 283'], { ...unrolled, ...modelling }),
  'service.publication.hk': rule(months(3), ['L14 9'], { ...unrolled, ...modelling }),
  'service.transmission': rule(workingDays(7), ['L14 13'], unrolled),

  'fee.prepay': rule(days(7), ['L11 22', 'L2 213'], taskFor('judge')),
  'fee.counterclaim': rule(days(7), ['L11 22'], taskFor('judge')),
  'fee.balance': rule(days(7), ['L2 199'], taskFor('judge')),

  'defence.domiciled': rule(days(15), ['CPL 128']),
  'defence.noDomicile': rule(days(30), ['CPL 285']),
  'evidence.period': rule('set', ['L2 99', 'L2 266', 'L2 275'], {
    ...taskFor('judge'),
    limits: [
      { for: 'ordinary', atLeast: 15, basis: 'L2 99' },
      { for: 'appeal', atLeast: 10, basis: 'L2 99' },
      { for: 'summary', atMost: 15, basis: 'L2 266' },
      { for: 'smallClaims', atMost: 7, basis: 'L2 275' },
    ],
  }),
  'jurors.request': rule(days(5), ['L23 Int. 2'], bar),
  'jurors.draw': rule(days(7), ['L23 19'], backwards),
  'hearing.notice': rule(days(3), ['CPL 139'], backwards),
  'panel.notice': rule(days(3), ['CPL 131']),
  'recusal.decide': rule(days(3), ['CPL 50'], taskFor('judge')),
  'restoration.apply': rule(days(10), ['CPL 86'], bar),

  'trial.ordinary': rule(months(6), ['CPL 152', 'L24 8', 'L24 9', 'L24 10'], {
    ...taskFor('judge'),
    ...modelling,
    extension: months(6),
  }),
  'trial.summary': rule(months(3), ['CPL 164', 'L24 2'], {
    ...taskFor('judge'),
    ...modelling,
    extension: months(1),
  }),
  'trial.smallClaims': rule(months(2), ['CPL 168'], {
    ...taskFor('judge'),
    ...modelling,
    extension: months(1),
  }),
  'mediation.court.ordinary': rule(days(15), ['L8 4', 'L7 24'], state),
  'mediation.court.summary': rule(days(7), ['L8 4', 'L7 24'], state),
  'judgment.send': rule(days(10), ['CPL 151'], taskFor('clerk')),

  'appeal.judgment.domiciled': rule(days(15), ['CPL 171'], bar),
  'appeal.ruling.domiciled': rule(days(10), ['CPL 171'], bar),
  'appeal.noDomicile': rule(days(30), ['CPL 286'], bar),
  'ruling.appeal.decide': rule(days(30), ['CPL 183'], taskFor('appellateJudge')),
  'appeal.copy': rule(days(5), ['CPL 174'], taskFor('clerk')),
  'appeal.answer.domiciled': rule(days(15), ['CPL 174']),
  'appeal.answer.noDomicile': rule(days(30), ['CPL 286'], modelling),
  'appeal.transmit': rule(days(5), ['CPL 174'], taskFor('clerk')),
  'appeal.fee': rule(days(7), ['L11 22', 'L2 318'], taskFor('appellateJudge')),
  'secondInstance.judgment': rule(months(3), ['CPL 183'], { ...taskFor('appellateJudge'), ...modelling }),
  'retrial.petition': rule(months(6), ['CPL 216'], bar),

  'enforcement.apply': rule(years(2), ['CPL 250', 'L31 19', 'L31 20', 'L31 21'], { survivesClosing: true }),
  'enforcement.apply.hkAward': rule(years(6), ['Cap. 347'], { calendar: 'HK', ...unconfirmed }),
  'enforcement.apply.hkJudgment': rule(years(2), ['Cap. 645'], { calendar: 'HK_COURT', ...unconfirmed }),

  'mediation.propose': rule(days(7), ['L6 11'], { ...state, ...modelling }),
  'mediation.select': rule(workingDays(2), ['L7 10'], { ...state, ...unrolled }),
  'mediation.designate': rule(workingDays(3), ['L7 10(3)'], {
    ...state,
    ...unrolled,
    ...taskFor('intakeOfficer'),
    ...modelling,
  }),
  'mediation.designation': rule(workingDays(3), ['L6 12'], { ...state, ...unrolled, ...modelling }),
  'mediation.online.accept': rule(workingDays(3), ['L7 12'], { ...state, ...unrolled }),
  'mediation.delegated': rule(days(30), ['L6 27']),
  'mediation.entrusted.ordinary': rule(days(15), ['L6 27']),
  'mediation.entrusted.summary': rule(days(7), ['L6 27']),
  'mediation.institutional': rule(days(30), ['L6 27'], modelling),

  'confirmation.apply': rule(days(30), ['CPL 205'], { ...bar, survivesClosing: true }),
  'confirmation.accept': rule(days(3), ['L9 4'], taskFor('intakeOfficer')),
  'confirmation.materials': rule('set', ['L2 354'], { ...state, ...taskFor('judge') }),
  'confirmation.decide': rule(days(15), ['L9 5'], { ...taskFor('judge'), extension: days(10) }),
  'confirmation.ceiling': rule(days(30), ['CPL 187'], taskFor('judge')),
  'confirmation.objection': rule(days(15), ['L2 372'], bar),
  'confirmation.objection.thirdParty': rule(months(6), ['L2 372'], bar),

  'arb.accept': rule(days(5), ['L19 35'], { ...state, ...taskFor('tribunalSecretary') }),
  'arb.response.30d': rule(days(30), ['UNCITRAL 4', 'HKIAC 5', 'SCIA'], {
    calendar: 'RECIPIENT',
    ...unconfirmed,
  }),
  'arb.nomination': rule(days(15), ['UNCITRAL 7', 'HKIAC', 'SCIA'], {
    calendar: 'RECIPIENT',
    ...state,
    ...taskFor('tribunalSecretary'),
    ...unconfirmed,
  }),
  'arb.counterclaim.answer': rule(days(30), ['UNCITRAL', 'HKIAC', 'SCIA'], {
    calendar: 'RECIPIENT',
    ...taskFor('tribunalSecretary'),
    ...unconfirmed,
  }),
  'adhoc.filing': rule(workingDays(3), ['L19 82'], { ...unrolled, ...taskFor('arbitrator') }),
  'arb.award.scia.foreign': rule(months(6), ['SCIA'], awardTime('CN')),
  'arb.award.scia.domestic': rule(months(4), ['SCIA'], awardTime('CN')),
  'arb.award.scia.expedited.foreign': rule(months(3), ['SCIA'], awardTime('CN')),
  'arb.award.scia.expedited.domestic': rule(months(2), ['SCIA'], awardTime('CN')),
  'arb.award.hkiac.expedited': rule(months(6), ['HKIAC 42'], awardTime('HK')),
  'arb.award.hkiac.closing': rule(months(3), ['HKIAC 31'], awardTime('HK')),
  'award.correction': rule(days(30), ['L19 69'], { ...bar, ...modelling }),
  'award.correction.HK': rule(days(30), ['ML 33'], { calendar: 'HK', ...bar, ...unconfirmed }),

  'setaside.CN.2025law': rule(months(3), ['L19 72'], { ...bar, effectiveFrom: '2026-03-01' }),
  'setaside.CN.2017law': rule(months(6), ['2017 Law 59'], {
    ...bar,
    effectiveTo: '2026-02-28',
    transition: { from: '2025-09-01', to: '2026-02-28' },
  }),
  'setaside.HK': rule(months(3), ['ML 34(3)', 'Cap. 1 s.71(1A)'], {
    calendar: 'HK_COURT',
    ...bar,
    ...modelling,
  }),
  'setaside.HK.statutoryOnly': rule(months(3), ['ML 34(3)', 'Cap. 1 s.71(1)(b)'], {
    calendar: 'HK',
    ...modelling,
  }),
  'setaside.decide': rule(months(2), ['L19 73'], { ...state, ...taskFor('judge') }),

  'ea.scia.appoint': rule(days(2), ['SCIA'], { ...taskFor('tribunalSecretary'), ...unconfirmed }),
  'ea.scia.decide': rule(days(14), ['SCIA'], { ...taskFor('tribunalSecretary'), ...unconfirmed }),
  'ea.hkiac.appoint': rule(hours(24), ['HKIAC Sch. 4'], {
    calendar: 'HK',
    ...unrolled,
    ...taskFor('tribunalSecretary'),
    ...unconfirmed,
  }),
  'ea.hkiac.decide': rule(days(14), ['HKIAC Sch. 4'], {
    calendar: 'HK',
    ...taskFor('tribunalSecretary'),
    ...unconfirmed,
  }),
  'ea.hkiac.notice': rule(days(7), ['HKIAC Sch. 4'], { calendar: 'HK', ...unconfirmed }),
  'hk.shortPeriod': rule(days(6), ['Cap. 1 s.71(1)(d)'], { calendar: 'HK' }),

  'lawAscertainment.provide': rule(days(30), ['L5 9'], { ...state, ...modelling }),
  'lawAscertainment.reply': rule(days(30), ['L5 2'], { ...state, ...taskFor('judge'), ...modelling }),
  'lawAscertainment.supplement': rule('set', ['L5 8'], { ...state, ...taskFor('judge') }),

  'preservation.security': rule('set', ['CPL 103', 'CPL 104'], state),
  'preservation.decide': rule(days(5), ['L21 4'], { ...state, ...taskFor('judge') }),
  'preservation.decide.urgent': rule(hours(48), ['CPL 103', 'CPL 104'], {
    ...state,
    ...unrolled,
    ...taskFor('judge'),
  }),
  'preservation.execute': rule(days(5), ['L21 4'], { ...state, ...taskFor('enforcementOfficer') }),
  'preservation.presuit.commence': rule(days(30), ['CPL 104']),
  'interim.hkSeat.acceptanceLetter': rule(days(30), ['L18 3']),
  'preservation.expiry.deposits': rule(years(1), ['L2 156', 'L2 485'], unrolled),
  'preservation.expiry.movables': rule(years(2), ['L2 156', 'L2 485'], unrolled),
  'preservation.expiry.immovables': rule(years(3), ['L2 156', 'L2 485'], unrolled),
  'preservation.renew': rule(days(7), ['L21 18'], { ...backwards, ...taskFor('clerk') }),
  'preservation.postJudgment': rule(days(5), ['L2 163']),
  'preservation.reconsider': rule(days(5), ['L2 171'], bar),
  'preservation.reconsider.decide': rule(days(10), ['L21 25'], taskFor('judge')),
  'preservation.lift': rule(days(5), ['L21 23'], taskFor('judge')),
  'preservation.lift.urgent': rule(hours(48), ['L21 23'], { ...unrolled, ...taskFor('judge') }),

  'enforcement.accept': rule(days(7), ['L24 6'], { ...state, ...taskFor('intakeOfficer') }),
  'enforcement.notice': rule(days(10), ['L2 480'], taskFor('enforcementOfficer')),
  'enforcement.inactivity': rule(months(6), ['CPL 237', 'L31 10', 'L31 13'], taskFor('enforcementOfficer')),
  'enforcement.jurisdictionObjection': rule(days(10), ['L31 3'], bar),
  'enforcement.objection.decide': rule(days(15), ['CPL 236'], taskFor('judge')),
  'enforcement.reconsider': rule(days(10), ['CPL 236'], bar),
  'enforcement.thirdParty.decide': rule(days(15), ['CPL 238'], taskFor('judge')),
  'enforcement.thirdParty.suit': rule(days(15), ['CPL 238'], bar),
  'nonEnforcement.apply': rule(days(15), ['arbenf 8'], bar),
  'nonEnforcement.decide': rule(months(2), ['arbenf 12'], { ...taskFor('judge'), extension: months(1) }),
} satisfies Record<string, DeadlineRule>

export type RuleId = keyof typeof deadlineRules

export const ruleIds = Object.keys(deadlineRules) as RuleId[]

function awardTime(calendar: Calendar): Partial<DeadlineRule> {
  return { calendar, ...taskFor('tribunalSecretary'), ...unconfirmed }
}

function rule(
  length: Length | 'set',
  basis: DeadlineRule['basis'],
  differences: Partial<DeadlineRule> = {},
): DeadlineRule {
  return {
    length,
    calendar: 'CN',
    direction: 'after',
    roll: 'forward',
    scope: 'proceeding',
    survivesClosing: false,
    bar: false,
    lapseTask: null,
    basis,
    confidence: 'confirmed',
    ...differences,
  }
}
