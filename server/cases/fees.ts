import { freeText, partyText, wordText, type Known, type Words } from '../proceedings/words.ts'
import type { Papers } from './showQueries.ts'

/** Fees and what was paid on them; halvings and refunds are rows of their own. */
export function feesOf(words: Words, known: Known, { fees, payments }: Papers) {
  const { t, fmt } = words
  const balance = new Map<string, number>()
  for (const { currency, minor } of fees) balance.set(currency, (balance.get(currency) ?? 0) + minor)
  for (const { currency, minor } of payments) balance.set(currency, (balance.get(currency) ?? 0) - minor)
  const payerOf = (payer: string | null) => (payer === null ? '' : partyText(words, known, payer))
  const stageOf = (stage: string | null) => (stage === null ? '' : wordText(words, '', 'stage', stage))
  return {
    rows: [
      ...fees.map(fee => {
        const what = t(`rules:fee.${fee.kind}`)
        const free = freeText(words, fee.kind)
        const more = free
          ? [free]
          : [stageOf(fee.stage), payerOf(fee.payer)].filter(text => text && text !== what)
        return {
          what,
          more: more.join(' · '),
          money: free ? t('case:fee.free') : fmt.money(fee.minor, fee.currency),
          seq: fee.seq,
        }
      }),
      ...payments.map(payment => ({
        what: t('case:fee.paid'),
        more: [stageOf(payment.stage), payerOf(payment.payer)].filter(Boolean).join(' · '),
        money: fmt.money(payment.minor, payment.currency),
        seq: payment.seq,
      })),
    ].sort((a, b) => a.seq - b.seq),
    charged: fees.some(({ minor }) => minor !== 0),
    outstanding: [...balance]
      .filter(([, minor]) => minor > 0)
      .map(([currency, minor]) => fmt.money(minor, currency)),
  }
}
