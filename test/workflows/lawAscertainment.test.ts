import { describe, expect, it } from 'vitest'
import { lawAscertainment } from '../../workflows/lawAscertainment.ts'
import { guardsOf } from '../../workflows/step.ts'
import { contextOf } from '../support/contexts.ts'
import { personOf } from '../support/people.ts'
import { play, type Play } from '../support/play.ts'

const opinion = { materials: ['Opinion on penalties under Hong Kong law'], noInterestStatement: true }
const provisions = { materials: ['Sale of Goods Ordinance (Cap. 26) s.55'] }

function opened(chosen = true): Play {
  const now = play(
    lawAscertainment,
    contextOf('lawAscertainment', { facts: { parentPathway: 'litigation' } }),
  )
  now.people.lawExpert = personOf(['lawExpert'])
  now.does('judge', 'openAscertainment', { law: 'HK', chosen })
  return now
}
function scoped(chosen?: boolean): Play {
  const now = opened(chosen)
  now.does('judge', 'fixScope', { questions: ['Is the default interest clause a penalty?'] })
  return now
}
function ordered(data = {}): Play {
  const now = scoped()
  now.does('judge', 'orderParties', data)
  return now
}
function defaulted(): Play {
  const now = ordered()
  now.until('2026-04-02')
  return now
}
function asked(channel: string, chosen = false): Play {
  const now = scoped(chosen)
  now.does('judge', 'commission', { channel })
  return now
}
function submitted(): Play {
  const now = ordered()
  now.does('p1', 'submit', provisions)
  return now
}
function commented(): Play {
  const now = submitted()
  now.does('judge', 'hearParties')
  return now
}
function disputed(): Play {
  const now = commented()
  now.does('p2', 'objectToLaw', { why: 'Overruled since' })
  return now
}
function supplementing(): Play {
  const now = disputed()
  now.does('judge', 'supplement', { dueOn: '2026-03-20' })
  return now
}

const told = (now: Play) =>
  now.last.effects.filter(effect => effect.type === 'tell' && effect.to === 'parent')
const outcome = (word: string) => [
  { type: 'tell', to: 'parent', event: 'lawAscertained', data: { outcome: word } },
]

describe('opening it', () => {
  it('keeps the law, who has to provide it, and the judge who asked', () => {
    const now = opened()
    expect(now.facts).toMatchObject({ law: 'HK', chosen: true, channels: [] })
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'judge', person: 'judge' })
  })
})

describe('a law that the parties chose', () => {
  it('is for them to provide, within thirty days or by the day that the judge fixes', () => {
    expect(ordered().due('lawAscertainment.provide')).toBe('2026-04-01')
    expect(ordered({ dueOn: '2026-05-06' }).due('lawAscertainment.provide')).toBe('2026-05-06')
  })

  it('may take longer, asked for in time', () => {
    const now = ordered()
    now.does('judge', 'extend', { dueOn: '2026-04-30', why: 'Notarisation' })
    expect(now.due('lawAscertainment.provide')).toBe('2026-04-30')
  })

  it('may be found unascertainable when nothing comes in time', () => {
    const now = defaulted()
    expect(now.state).toBe('defaulted')
    expect(now.last.effects).toContainEqual({ type: 'openTask', kind: 'law.unascertained', role: 'judge' })
    now.does('judge', 'declareUnascertainable', { reasons: 'No reason given' })
    expect(now.state).toBe('unascertainable')
    expect(told(now)).toEqual(outcome('unascertainable'))
  })

  it('is taken late all the same, and marked so', () => {
    const now = defaulted()
    const taken = now.does('p1', 'submit', provisions)
    expect(now.state).toBe('submitted')
    expect(taken.late).toBe(true)
    expect(taken.effects).toContainEqual({ type: 'closeTask', kind: 'law.unascertained' })
  })

  it('may still be asked for elsewhere, and what comes from there is not late', () => {
    const now = defaulted()
    now.does('judge', 'commission', { channel: 'institutionOrExpert' })
    expect(now.facts.channels).toEqual(['parties', 'institutionOrExpert'])
    expect(now.does('lawExpert', 'submit', opinion).late).toBe(false)
  })
})

describe('a law for the court to ascertain', () => {
  it('is asked for through one channel after another, thirty days each', () => {
    const now = asked('judicialAssistance')
    expect(now.due('lawAscertainment.reply')).toBe('2026-04-01')
    now.until('2026-03-10')
    const tried = now.does('judge', 'insufficient', { channel: 'expertCommittee' })
    expect(now.due('lawAscertainment.reply')).toBe('2026-04-09')
    expect(tried.late).toBe(false)
    now.does('judge', 'exhausted', { reasons: 'Neither answered' })
    expect(told(now)).toEqual(outcome('unascertainable'))
  })

  it('does not blame the next channel for the silence of the first', () => {
    const now = asked('embassy')
    now.until('2026-04-02')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'lawAscertainment.reply.lapsed',
      role: 'judge',
    })
    const tried = now.does('judge', 'insufficient', { channel: 'other', dueOn: '2026-05-06' })
    expect(tried.late).toBe(false)
    expect(tried.effects).toContainEqual({ type: 'closeTask', kind: 'lawAscertainment.reply.lapsed' })
    expect(now.due('lawAscertainment.reply')).toBe('2026-05-06')
  })

  it('lets in whoever speaks on it, and lets go of whoever did not answer', () => {
    const now = scoped(false)
    now.people.x1 = personOf(['lawExpert'])
    now.does('judge', 'commission', { channel: 'institutionOrExpert', expert: 'x1' })
    expect(now.last.effects).toContainEqual({ type: 'assign', role: 'lawExpert', person: 'x1' })
    now.does('judge', 'insufficient', { channel: 'cooperationMechanism' })
    const people = now.last.effects.filter(({ type }) => type === 'assign' || type === 'dismiss')
    expect(people).toEqual([
      { type: 'dismiss', role: 'lawExpert', person: null },
      { type: 'assign', role: 'lawExpert', person: null },
    ])
  })

  it('assigns nobody where an authority is asked', () => {
    const now = asked('judicialAssistance')
    expect(now.last.effects.some(({ type }) => type === 'assign')).toBe(false)
  })
})

describe('the materials', () => {
  it('are put on file and shown to the parties', () => {
    const now = ordered()
    now.does('lawExpert', 'submit', { ...opinion, qualification: 'Senior Counsel' })
    expect(now.last.effects).toContainEqual({
      type: 'document',
      kind: 'foreignLaw',
      text: 'Opinion on penalties under Hong Kong law\nSenior Counsel',
    })
    now.does('judge', 'hearParties')
    expect(now.state).toBe('commented')
  })

  it('need no statement from a party', () => {
    expect(submitted().state).toBe('submitted')
  })

  it('come from an expert who is on no register once the qualification is given', () => {
    const now = ordered()
    delete now.people.lawExpert
    now.does('lawExpert', 'submit', { ...opinion, qualification: 'Barrister, called in 1998' })
    expect(now.state).toBe('submitted')
  })

  it('may be explained by the expert in court, on the foreign law only', () => {
    const now = submitted()
    now.does('judge', 'examineExpert', { online: true })
    expect(now.facts.online).toBe(true)
    expect(now.last.effects).toContainEqual({ type: 'notify', notice: 'foreignLawOnly', to: 'lawExpert' })
  })
})

describe('the content', () => {
  it('is confirmed where nobody disputes it', () => {
    const now = commented()
    now.does('judge', 'confirm')
    expect(now.state).toBe('confirmed')
    expect(told(now)).toEqual(outcome('confirmed'))
  })

  it('is confirmed despite a dispute where an effective judgment has found it', () => {
    const now = disputed()
    now.does('judge', 'confirm', { priorJudgment: '(2024) 粤0391民初1号' })
    expect(now.state).toBe('confirmed')
  })

  it('is determined by the judge where it stays disputed', () => {
    const now = disputed()
    now.does('judge', 'determine', { reasons: 'The later case was distinguished' })
    expect(told(now)).toEqual(outcome('judgeDetermined'))
  })

  it('is confirmed or determined after a supplement, unless it is disputed again', () => {
    const now = supplementing()
    expect(now.due('lawAscertainment.supplement')).toBe('2026-03-20')
    expect(now.refusal('judge', 'confirm')).toBe('undisputedOrFoundBefore')
    now.does('p1', 'submit', provisions)
    expect(now.due('lawAscertainment.supplement')).toBeUndefined()
    expect(now.refusal('judge', 'confirm')).toBeUndefined()
    expect(now.refusal('judge', 'determine', { reasons: 'Settled law' })).toBeUndefined()
    now.does('p2', 'objectToLaw', { why: 'Still wrong' })
    expect(now.refusal('judge', 'confirm')).toBe('undisputedOrFoundBefore')
  })

  it('is marked late where the supplement came after its day', () => {
    const now = supplementing()
    now.until('2026-03-23')
    expect(now.last.effects).toContainEqual({
      type: 'openTask',
      kind: 'lawAscertainment.supplement.lapsed',
      role: 'judge',
    })
    expect(now.does('lawExpert', 'submit', opinion).late).toBe(true)
  })
})

describe('when it is no longer needed', () => {
  it.each(['changeOfLaw', 'parentClosed'])('ends by %s', why => {
    const now = asked('embassy')
    now.does('system', why)
    expect(now.state).toBe('closedNotNeeded')
    expect(now.facts.reason).toBe(why)
    expect(now.due('lawAscertainment.reply')).toBeUndefined()
    expect(told(now)).toEqual(outcome('notNeeded'))
  })
})

const named = (person: ReturnType<typeof personOf>) => {
  const now = scoped(false)
  now.people.x1 = person
  return now.refusal('judge', 'commission', { channel: 'institutionOrExpert', expert: 'x1' })
}

/** For each condition of the machine, an act that fails on it and on nothing before it. */
const refusals: Record<string, () => string | undefined> = {
  lawChosen: () => scoped(false).refusal('judge', 'orderParties'),
  channelUntried: () => defaulted().refusal('judge', 'commission', { channel: 'parties' }),
  expertListed: () => named(personOf([])),
  expertNotInvolved: () => named(personOf(['lawExpert'], { satHere: ['mediator'] })),
  noInterestDeclared: () => ordered().refusal('lawExpert', 'submit', { materials: ['Opinion'] }),
  qualificationKnown: () => {
    const now = ordered()
    delete now.people.lawExpert
    return now.refusal('lawExpert', 'submit', opinion)
  },
  notOnlyPartiesAsked: () => asked('parties').refusal('judge', 'exhausted', { reasons: 'Silence' }),
  twoChannelsTried: () => asked('embassy').refusal('judge', 'exhausted', { reasons: 'No answer' }),
  undisputedOrFoundBefore: () => disputed().refusal('judge', 'confirm'),
  objectionRaised: () => commented().refusal('judge', 'determine', { reasons: 'Clear' }),
}

describe('an ascertainment of law refuses', () => {
  it.each(Object.entries(refusals))('for want of %s', (condition, refusedFor) => {
    expect(refusedFor()).toBe(condition)
  })

  it('for no other condition', () => {
    const conditions = Object.keys(lawAscertainment.machine.states).flatMap(state =>
      Object.keys(lawAscertainment.events).flatMap(event =>
        guardsOf(lawAscertainment, state, event)
          .filter(({ row }) => !row.startsWith('U'))
          .flatMap(guard => [...guard.if, ...guard.data].map(({ name }) => name)),
      ),
    )
    expect(Object.keys(refusals).sort()).toEqual([...new Set(conditions)].sort())
  })

  it('an expert whatever is not about the law', () => {
    expect(commented().refusal('lawExpert', 'objectToLaw', { why: 'Wrong' })).toBe('role')
    expect(scoped().refusal('lawExpert', 'submit', opinion)).toBe('state')
  })
})
