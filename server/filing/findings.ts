import { arbitrationClause } from '../../workflows/rules/arbitrationClause.ts'
import { mediationBody } from '../../workflows/rules/commercialMediation.ts'
import type { Finding } from '../../workflows/rules/findings.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import { governingLaw, type Asked } from '../../workflows/rules/governingLaw.ts'
import { jurisdiction } from '../../workflows/rules/jurisdiction.ts'
import { findingText, type Shown } from '../cases/findings.ts'
import type { Known, Words } from '../proceedings/words.ts'
import { ready, type Draft } from './draft.ts'

/** What the rules say of the answers, as they will say it on the case: it warns and stops nobody. */
export function findingsIn(draft: Draft, today: string, words: Words) {
  const whole = ready(draft, words.lang)
  if (!whole) return []
  if (whole.filing.pathway === 'mediation') return [bodyFound(whole.organisation, today, words)]
  const { pathway, claim, contract, parties, subject } = whole.filing
  const { assertsLaw } = whole.data
  const claimant = parties.find(({ side }) => side === 'claimant')
  const asked: Asked = {
    contract,
    parties: parties.filter(({ side }) => side !== 'thirdParty'),
    subject,
    stage: 'filing',
    on: today,
    forum: pathway === 'litigation' ? 'court' : 'arbitration',
    ...(assertsLaw !== undefined && {
      assertedLaw: assertsLaw,
      ...(claimant && { assertions: { [claimant.id]: assertsLaw } }),
    }),
  }
  const hasClause = Boolean(contract.arbitrationClause ?? contract.seat) || contract.institution !== undefined
  const { law, ...ofLaw } = governingLaw(asked)
  const found: Shown[] = [shown('governingLaw', ofLaw, { law })]
  if (hasClause) {
    const { seat, supervisoryCourt, ...rest } = arbitrationClause(asked)
    found.push(shown('arbitrationClause', rest, { seat, court: supervisoryCourt }))
  }
  if (pathway === 'litigation') {
    const { court, ...rest } = jurisdiction({ ...asked, claim: parseMoney(claim.amount, claim.currency) })
    found.push(shown('jurisdiction', rest, { court }))
  }
  const known: Known = { parties: new Map(parties.map(({ id, name }) => [id, name])), people: new Map() }
  return found.map(finding => findingText(words, known, finding))
}

/** Who may charge for the mediation, and whether the body may lead it. */
function bodyFound(organisation: string, on: string, words: Words) {
  const found = mediationBody({ kind: organisation === 'QHDRC' ? 'court' : 'commercial', on })
  const known: Known = { parties: new Map(), people: new Map() }
  return findingText(words, known, shown('mediationBody', found, {}))
}

const shown = (
  checked: string,
  { verdict, steps, basis, warnings, needs }: Finding,
  result: Partial<Pick<Shown, 'law' | 'seat' | 'court'>>,
): Shown => ({
  checked,
  verdict,
  steps,
  basis,
  warnings,
  needs,
  law: null,
  seat: null,
  court: null,
  ...result,
})
