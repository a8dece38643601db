import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courtAsWell, formUnder } from '../../../workflows/rules/agreementForm.ts'
import { arbitrationClause } from '../../../workflows/rules/arbitrationClause.ts'
import { calendars } from '../../../workflows/rules/calendars.ts'
import { lawTags, splitCitation } from '../../../workflows/rules/citations.ts'
import { mediationBody } from '../../../workflows/rules/commercialMediation.ts'
import { computeDeadline, deadlineRules, ruleIds } from '../../../workflows/rules/deadlines.ts'
import {
  contractSchema,
  relations,
  stages,
  subjects,
  type ContractFacts,
  type PartyInLaw,
} from '../../../workflows/rules/facts.ts'
import { assessFee, currencies, feeKinds } from '../../../workflows/rules/fees.ts'
import { verdicts, warningRules, type Finding, type Why } from '../../../workflows/rules/findings.ts'
import { governingLaw, type Asked } from '../../../workflows/rules/governingLaw.ts'
import { jurisdiction } from '../../../workflows/rules/jurisdiction.ts'
import { proposalBasis } from '../../../workflows/rules/proposal.ts'
import {
  admitRepresentative,
  capacities,
  gbaPractice,
  powerForms,
} from '../../../workflows/rules/representation.ts'
import {
  sciaExpedited,
  seats,
  setAsideGrounds,
  supervisoryCourtBasis,
} from '../../../workflows/rules/seat.ts'
import { seat } from '../../../workflows/rules/seatFinding.ts'

const tags = new Set<string>(lawTags)
const known = new Set<string>()

/** Cites something, and of a law, rule or source that is on the list, at an article that it may have. */
function expectCited(basis: readonly string[], of: string) {
  if (basis.length === 0) expect.fail(`${of} cites nothing`)
  for (const citation of basis.flatMap(each => each.split('; '))) {
    if (known.has(citation)) continue
    const { law, article } = splitCitation(citation)
    expect(tags, `${of}: ${citation}`).toContain(law)
    if (law === 'GL') expect(Number(article), citation).toBeLessThanOrEqual(20)
    if (law === 'LA') expect(Number(article), citation).toBeLessThanOrEqual(14)
    known.add(citation)
  }
}

const expectSteps = (steps: readonly Why[]) => {
  for (const { step, basis } of steps) expectCited(basis, step)
}

function expectFounded(finding: Finding) {
  const { verdict, basis, steps, warnings, needs } = finding
  expect(verdicts).toContain(verdict)
  expect(steps).not.toEqual([])
  expectCited(basis, verdict)
  expectSteps(steps)
  expect(new Set(steps.flatMap(each => each.basis))).toEqual(new Set(basis))
  for (const warning of warnings) expect(warningRules).toHaveProperty([warning])
  if (verdict === 'needsFacts') expect(needs).not.toEqual([])
}

// Facts of every kind, the likely ones often enough to meet one another.
const place = fc.constantFrom('CN', 'HK', 'MO', 'TW', 'SG')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const defined = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

const party = (id: string, side: PartyInLaw['side']): fc.Arbitrary<PartyInLaw> =>
  fc.record(
    {
      id: fc.constant(id),
      side: fc.constant(side),
      kind: fc.constantFrom('company' as const, 'person' as const),
      registration: fc
        .record({
          jurisdiction: fc.oneof({ arbitrary: fc.constant('CN'), weight: 3 }, place),
          city: maybe(fc.constantFrom('Shenzhen', '珠海', 'Dongguan', 'Changsha')),
          inQianhaiCooperationZone: fc.boolean(),
          inQianhaiShekouFtz: fc.boolean(),
        })
        .map(({ city, ...rest }) => ({ ...rest, ...(city !== undefined && { city }) })),
      domicile: fc.oneof({ arbitrary: fc.constant('CN'), weight: 3 }, place),
      investors: fc.array(
        fc.record(
          {
            origin: fc.constantFrom('MAINLAND', 'HK', 'MO', 'TW', 'SG', 'FOREIGN'),
            ultimateOrigin: fc.constantFrom('HK', 'US'),
          },
          { requiredKeys: ['origin'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['id', 'side', 'kind', 'domicile', 'investors'] },
  )
const parties = fc
  .tuple(party('p1', 'claimant'), party('p2', 'respondent'), maybe(party('p3', 'thirdParty')))
  .map(all => all.filter(each => each !== undefined))

const day = fc.constantFrom(
  '2020-09-30',
  '2025-02-13',
  '2025-02-14',
  '2026-02-28',
  '2026-03-01',
  '2026-11-05',
)
const who = fc.constantFrom('p1', 'p2', 'p9')
const contract: fc.Arbitrary<ContractFacts> = fc
  .record({
    kind: maybe(fc.constantFrom(...subjects)),
    relation: maybe(fc.constantFrom(...relations)),
    signedOn: maybe(day),
    performedIn: maybe(place),
    chosenLaw: maybe(place),
    choiceExpress: maybe(fc.boolean()),
    choiceMadeOn: maybe(day),
    occurredOn: maybe(day),
    occurredIn: maybe(place),
    signedIn: maybe(place),
    subjectMatterIn: maybe(place),
    characteristicParty: maybe(who),
    consumer: maybe(who),
    employer: maybe(who),
    suppliedIn: maybe(place),
    workplace: maybe(place),
    consumerChoosesSupply: maybe(fc.boolean()),
    traderActiveAtResidence: maybe(fc.boolean()),
    companyRegisteredIn: maybe(place),
    companyBusinessIn: maybe(place),
    protectionIn: maybe(place),
    seat: maybe(fc.constantFrom('SHENZHEN', 'HONG_KONG', 'SINGAPORE', 'BEIJING', 'Atlantis', null)),
    institution: maybe(fc.constantFrom('SCIA', 'HKIAC', 'SCIAHK', 'CIETAC', 'SIAC', 'a club', null)),
    institutions: maybe(fc.constantFrom(['SCIA', 'HKIAC'])),
    rules: maybe(fc.constantFrom('UNCITRAL', 'SCIA Rules', 'house rules')),
    arbitrationClause: maybe(
      fc.constantFrom(
        'Arbitration.',
        '提交深圳国际仲裁院仲裁，或者向人民法院起诉。',
        'Ad hoc arbitration under the UNCITRAL Arbitration Rules.',
        'arbitration at SCIA or at CIETAC',
      ),
    ),
    arbitrationLaw: maybe(place),
    arbitrateOrSue: maybe(fc.boolean()),
    courtChosen: maybe(place),
    courtExclusive: maybe(fc.boolean()),
    maritime: maybe(fc.boolean()),
  })
  .map(facts => contractSchema.parse(defined(facts)))

const asked: fc.Arbitrary<Asked> = fc
  .record({
    parties,
    contract,
    subject: maybe(fc.constantFrom(...subjects)),
    stage: fc.constantFrom(...stages),
    assertedLaw: maybe(place),
    assertions: maybe(fc.dictionary(fc.constantFrom('p1', 'p2'), place)),
    agreedLaw: maybe(place),
    on: day,
    forum: fc.constantFrom('court' as const, 'arbitration' as const),
    determinedSeat: maybe(fc.constantFrom('SHENZHEN', 'HONG_KONG', 'LONDON')),
    firstHearingHeld: maybe(fc.boolean()),
    objected: maybe(fc.boolean()),
  })
  .map(({ parties, contract, stage, on, forum, ...rest }) => ({
    parties,
    contract,
    stage,
    on,
    forum,
    ...defined(rest),
  }))

const runs = { numRuns: 500, seed: 20_261_121 }

describe('whatever the facts, the rules rest on a law or rule that is on the list when they', () => {
  it('find the governing law', () => {
    fc.assert(
      fc.property(asked, question => {
        expectFounded(governingLaw(question))
      }),
      runs,
    )
  })

  it('judge an arbitration clause and its seat', () => {
    fc.assert(
      fc.property(asked, question => {
        const found = arbitrationClause(question)
        expectFounded(found)
        expectFounded(found.seatFinding)
        expectFounded(seat(question))
      }),
      runs,
    )
  })

  it('judge the form of an agreement under each law', () => {
    fc.assert(
      fc.property(asked, place, fc.boolean(), (question, law, foreign) => {
        const given = { ...question, several: [], byRules: false, fromClause: false }
        for (const { steps } of [
          formUnder(law, given, seat(question), foreign),
          courtAsWell(question, [law]),
        ]) {
          expect(steps).not.toEqual([])
          expectSteps(steps)
        }
      }),
      runs,
    )
  })

  it('find the court', () => {
    const claim = fc.record({
      minor: fc.constantFrom(100, 40_000_000_00, 5_000_000_000_00),
      currency: fc.constantFrom(...currencies),
    })
    fc.assert(
      fc.property(asked, claim, maybe(fc.boolean()), (question, sum, complex) => {
        const { parties, contract, on, subject } = question
        const found = jurisdiction({
          parties,
          contract,
          on,
          claim: sum,
          ...defined({ subject, complex }),
        })
        expectFounded(found)
        if (found.court !== null) expect(found.procedures).not.toEqual([])
      }),
      runs,
    )
  })

  it('admit or refuse a representative', () => {
    const appointment = fc.record({
      capacity: fc.constantFrom(...capacities, 'self' as const),
      powerForm: fc.constantFrom(...powerForms, null),
      party: party('p1', 'claimant'),
      subject: fc.constantFrom(...subjects),
      courts: fc.subarray(['QIANHAI_COURT', 'GUANGDONG_HIGH']),
      listed: fc.subarray(['lawyer', 'gbaLawyer']),
      agents: fc.integer({ min: 0, max: 3 }),
      mediated: fc.boolean(),
      serves: fc.boolean(),
      speaksForOtherSide: fc.boolean(),
    })
    fc.assert(
      fc.property(appointment, question => {
        const { verdict, reason, basis } = admitRepresentative(question)
        expectCited([basis], verdict)
        expect(reason === null).toBe(verdict === 'supported')
      }),
      runs,
    )
    expectCited([gbaPractice.basis], 'gbaPractice')
  })

  it('judge a mediation body, or let a mediator propose', () => {
    for (const kind of ['court', 'people', 'commercial'] as const) {
      for (const on of ['2026-04-30', '2026-05-01']) {
        expectFounded(mediationBody({ kind, on }))
        for (const nonProfit of [true, false]) expectFounded(mediationBody({ kind, on, nonProfit }))
      }
    }
    expectCited([proposalBasis], 'proposal')
  })

  it('count a period', () => {
    const instant = fc.integer({ min: 0, max: 1_400 }).map(days => new Date(Date.UTC(2024, 0, 1 + days)))
    fc.assert(
      fc.property(
        fc.constantFrom(...ruleIds),
        instant,
        fc.constantFrom(...calendars),
        (rule, base, calendar) => {
          const reckoning = { rule, base: base.toISOString().slice(0, 10), calendar }
          const set = deadlineRules[rule].length === 'set'
          const { basis, steps } = computeDeadline(set ? { ...reckoning, dueOn: '2026-10-03' } : reckoning)
          expectCited(basis, rule)
          for (const { step, basis: cited } of steps) expectCited([cited], step)
        },
      ),
      runs,
    )
  })

  it('assess a fee', () => {
    const question = fc.record(
      {
        kind: fc.constantFrom(...feeKinds),
        amount: fc.record({ minor: fc.nat(), currency: fc.constantFrom(...currencies) }),
        measures: fc.integer({ min: 1, max: 5 }),
      },
      { requiredKeys: ['kind'] },
    )
    fc.assert(
      fc.property(question, given => {
        const { basis, workings, kind } = assessFee(given)
        expectCited(basis, kind)
        expect(workings).not.toEqual([])
      }),
      runs,
    )
  })

  it('name the court at a seat, the grounds to set aside and the limit of the expedited procedure', () => {
    for (const where of seats) {
      for (const on of ['2026-02-28', '2026-03-01']) expectCited(supervisoryCourtBasis(where, on), where)
      for (const foreign of [true, false])
        for (const { ground, basis } of setAsideGrounds(where, foreign)) expectCited([basis], ground)
    }
    expectCited(sciaExpedited.basis, 'sciaExpedited')
  })
})

it('every warning that is not about our own reading or another place’s law cites a rule', () => {
  for (const [id, { basis }] of Object.entries(warningRules)) {
    if (['readFromClause', 'lawNotHere'].includes(id)) expect(basis, id).toEqual([])
    else expectCited(basis, id)
  }
})
