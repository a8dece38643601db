import type { Finding } from '../../workflows/rules/findings.ts'
import { findingText, type Shown } from '../cases/findings.ts'
import { citeText, stepText, type Known as Names, type Words } from '../proceedings/words.ts'
import { parseMoney, type Currency } from '../../workflows/rules/fees.ts'
import {
  arbitrationAnswer,
  deadlineAnswer,
  feeAnswer,
  jurisdictionAnswer,
  lawAnswer,
  type Known,
} from './answers.ts'
import { deadlineQuestion, feeQuestion, jurisdictionQuestion, lawQuestion } from './questions.ts'
import type { Calculator } from './fields.ts'

/** An answer in the reader's words; throws what the rules cannot make of the question. */
export function answerTo(calculator: Calculator, question: unknown, known: Known, words: Words) {
  switch (calculator) {
    case 'deadline':
      return shownDeadline(words, deadlineAnswer(parsed(deadlineQuestion, question), known))
    case 'fee':
      return shownFee(words, feeAnswer(parsed(feeQuestion, question)))
    case 'law': {
      const { law, ...found } = lawAnswer(parsed(lawQuestion, question), known)
      return shownFinding(words, 'governingLaw', found, { law })
    }
    case 'clause': {
      const asked = parsed(lawQuestion, question)
      const { seat, supervisoryCourt, ...found } = arbitrationAnswer(asked, known)
      return shownFinding(words, 'arbitrationClause', found, { seat, court: supervisoryCourt })
    }
    case 'court': {
      const { court, procedures, ...found } = jurisdictionAnswer(
        parsed(jurisdictionQuestion, question),
        known,
      )
      const shown = shownFinding(words, 'jurisdiction', found, { court })
      const { t } = words
      const named = procedures.map(procedure => t(`fields:value.${procedure}`)).join(t('proceedings:comma'))
      return {
        ...shown,
        finding: {
          ...shown.finding,
          results: [...shown.finding.results, ...(named ? [[t('calculators:procedures'), named]] : [])],
        },
      }
    }
  }
}

const parsed = <Question>(schema: { parse: (given: unknown, how: object) => Question }, question: unknown) =>
  schema.parse(question, { reportInput: true })

function shownDeadline(words: Words, answer: ReturnType<typeof deadlineAnswer>) {
  const { t } = words
  return {
    due: answer.due,
    calendar: t(`rules:calendar.${answer.calendar}`),
    doubts: [
      ...(answer.provisional ? [t('tag.provisional')] : []),
      ...(answer.confidence === 'confirmed' ? [] : [t(`rules:confidence.${answer.confidence}`)]),
    ],
    steps: answer.steps.map(step => ({ text: stepText(words, step), cite: citeText(words, step.basis) })),
  }
}

function shownFee(
  words: Words,
  { fee, currency, workings, basis, confidence }: ReturnType<typeof feeAnswer>,
) {
  const { t, fmt } = words
  const money = (amount: string, code: Currency) => fmt.money(parseMoney(amount, code).minor, code)
  return {
    fee: fee === null ? t('calculators:noFigure') : money(fee, currency),
    doubts: confidence === 'confirmed' ? [] : [t(`rules:confidence.${confidence}`)],
    steps: workings.map(({ line, ...params }) => ({
      text: t(`rules:working.${line}`, writtenIn(params, money)),
    })),
    cites: basis.map(one => citeText(words, one)),
  }
}

const writtenIn = (params: Record<string, unknown>, money: (amount: string, code: Currency) => string) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isSum(value) ? money(value.amount, value.currency) : value,
    ]),
  )

const isSum = (value: unknown): value is { amount: string; currency: Currency } =>
  typeof value === 'object' && value !== null && 'amount' in value

const nobody: Names = { parties: new Map(), people: new Map() }

function shownFinding(
  words: Words,
  checked: string,
  { verdict, steps, basis, warnings, needs }: Finding,
  result: Partial<Pick<Shown, 'law' | 'seat' | 'court'>>,
) {
  const { t } = words
  const sides: Names = {
    ...nobody,
    parties: new Map(
      (['claimant', 'respondent'] as const).map((side, index) => {
        const name = t(`calculators:group.${side}`)
        return [`p${index + 1}`, { [words.lang]: name }]
      }),
    ),
  }
  const found = {
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
  }
  return { finding: { ...findingText(words, sides, found), earlier: [] } }
}
