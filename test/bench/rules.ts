import { arbitrationClause } from '../../workflows/rules/arbitrationClause.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import { governingLaw, type Asked } from '../../workflows/rules/governingLaw.ts'
import { jurisdiction } from '../../workflows/rules/jurisdiction.ts'
import { mainlandCompany, nanshanCompany } from '../support/parties.ts'

/** How long the rules on law, seat and court take for one answer; the aim is less than a millisecond. */
export function benchRules(): void {
  const asked: Asked = {
    contract: {
      kind: 'distribution',
      chosenLaw: 'HK',
      seat: 'HONG_KONG',
      institution: 'HKIAC',
      arbitrationClause:
        'Any dispute out of this contract shall be finally settled by arbitration at the Hong Kong International Arbitration Centre.',
    },
    parties: [mainlandCompany('Dongguan', ['HK', 'MAINLAND']), nanshanCompany()],
    stage: 'firstInstance',
    on: '2026-06-01',
    forum: 'court',
  }
  const claim = parseMoney('40000000', 'CNY')
  measure('governing law', () => governingLaw(asked))
  measure('arbitration clause and seat', () => arbitrationClause(asked))
  measure('court and procedure', () => jurisdiction({ ...asked, claim }))
}

function measure(what: string, answer: () => unknown): void {
  const rounds = 5000
  for (let i = 0; i < rounds; i++) answer()
  const start = performance.now()
  for (let i = 0; i < rounds; i++) answer()
  console.log(`${what}: ${((performance.now() - start) / rounds).toFixed(4)} ms`)
}
