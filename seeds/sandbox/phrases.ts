import type { Language } from '../../workflows/rules/facts.ts'
import { courtPhrases } from './courtPhrases.ts'

type Words = Record<Language, string>

/** What people write in the course of a case. */
const phrases = {
  ...courtPhrases,
  terms: [
    {
      en: 'The respondent pays four fifths of the claim in three monthly instalments; each side bears its own costs.',
      'zh-Hans': '被告分三个月支付请求金额的八成，双方各自承担费用。',
      'zh-Hant': '答辯人分三個月支付申索金額的八成，雙方各自承擔費用。',
    },
    {
      en: 'The goods are taken back, the deposit is returned within thirty days, and no further claims are raised.',
      'zh-Hans': '货物退回，定金三十日内返还，双方不再提出其他请求。',
      'zh-Hant': '貨物退回，訂金三十日內退還，雙方不再提出其他申索。',
    },
    {
      en: 'The contract goes on at the agreed new price; arrears are settled by the end of next quarter.',
      'zh-Hans': '合同按约定的新价格继续履行，欠款于下季度末前结清。',
      'zh-Hant': '合約按議定的新價格繼續履行，欠款於下季末前結清。',
    },
  ],
  facts: [
    {
      en: 'The parties agree on the dates of delivery and on the sums already paid.',
      'zh-Hans': '双方对交付日期和已付款项没有争议。',
      'zh-Hant': '雙方對交付日期和已付款項並無爭議。',
    },
  ],
  circumstance: [
    {
      en: 'I advised a company of the same group on another matter five years ago.',
      'zh-Hans': '五年前曾为同一集团的另一家公司就其他事项提供意见。',
      'zh-Hant': '五年前曾就其他事項為同一集團的另一公司提供意見。',
    },
  ],
  why: [
    {
      en: 'A close business relation with the other side has come to our knowledge.',
      'zh-Hans': '我方获悉其与对方有密切的业务往来。',
      'zh-Hant': '我方獲悉其與對方有密切的業務往來。',
    },
    {
      en: 'Payments from abroad are delayed by the year-end closing of accounts.',
      'zh-Hans': '境外汇款因年终结账而延迟。',
      'zh-Hant': '境外匯款因年終結算而延遲。',
    },
  ],
  conduct: [
    {
      en: 'Messages were left unanswered for two weeks.',
      'zh-Hans': '两周内没有回复信息。',
      'zh-Hant': '兩星期內沒有回覆信息。',
    },
  ],
  measure: [
    {
      en: 'An order that the cargo stays in the warehouse until the tribunal has been formed.',
      'zh-Hans': '在仲裁庭组成之前，货物不得移出仓库。',
      'zh-Hant': '在仲裁庭組成之前，貨物不得移出倉庫。',
    },
  ],
  ground: [
    {
      en: 'The clause covers the supply contract and not the later guarantee.',
      'zh-Hans': '仲裁条款只适用于供货合同，不及于其后的保证。',
      'zh-Hant': '仲裁條款只適用於供貨合約，不及於其後的擔保。',
    },
  ],
  relief: [
    {
      en: 'Damages for late delivery.',
      'zh-Hans': '赔偿迟延交付的损失。',
      'zh-Hant': '就延遲交付作出賠償。',
    },
  ],
  correction: [
    {
      en: 'The interest in the second line was calculated from the wrong day.',
      'zh-Hans': '第二项利息的起算日有误。',
      'zh-Hant': '第二項利息的起算日有誤。',
    },
  ],
  defects: [
    {
      en: 'The power of attorney and proof of the respondent’s registration are missing.',
      'zh-Hans': '缺少授权委托书和被告的登记证明。',
      'zh-Hant': '欠缺授權書及答辯人的登記證明。',
    },
  ],
  appraisal: [
    {
      en: 'The quantities of work carried out on site.',
      'zh-Hans': '现场已完成的工程量。',
      'zh-Hant': '現場已完成的工程量。',
    },
  ],
  legalQuestion: [
    {
      en: 'May default interest at 24 % a year be agreed under Hong Kong law, or is it a penalty?',
      'zh-Hans': '按香港法律，约定年利率百分之二十四的逾期利息是否构成惩罚性条款？',
      'zh-Hant': '按香港法律，約定年利率百分之二十四的逾期利息是否構成懲罰性條款？',
    },
  ],
  legalOpinion: [
    {
      en: 'Opinion on penalty clauses, with the full judgments it relies on',
      'zh-Hans': '关于惩罚性条款的法律意见，附所依据的判决全文',
      'zh-Hant': '關於懲罰性條款的法律意見，附所依據的判決全文',
    },
  ],
  account: [
    {
      en: 'Bank account of the respondent, up to the sum claimed',
      'zh-Hans': '被申请人的银行账户，以请求金额为限',
      'zh-Hant': '被申請人的銀行賬戶，以申索金額為限',
    },
  ],
  clearCase: [
    {
      en: 'The facts are clear and a wrong measure is unlikely.',
      'zh-Hans': '案件事实清楚，发生保全错误的可能性较小。',
      'zh-Hant': '案情清楚，錯誤保全的可能性較低。',
    },
  ],
  standstill: [
    {
      en: 'A liquidator of the company has still to be appointed.',
      'zh-Hans': '公司清算人尚未确定。',
      'zh-Hant': '公司清盤人尚未委任。',
    },
  ],
  session: [
    {
      en: 'Both sides told how they see the dispute. They agree that the goods were delivered and differ on their quality.',
      'zh-Hans': '双方陈述了各自的看法，对已经交货没有分歧，对质量问题看法不一。',
      'zh-Hant': '雙方陳述了各自的看法，對已經交貨並無分歧，對品質問題看法不一。',
    },
  ],
  ownOffer: [
    {
      en: 'We would take this sum if it is paid within a month.',
      'zh-Hans': '如一个月内付清，我方可以接受这一金额。',
      'zh-Hant': '如一個月內付清，我方可以接受這一金額。',
    },
  ],
  ownView: [
    {
      en: 'The claimant would rather keep the contract alive than win the whole sum.',
      'zh-Hans': '申请人更希望继续履行合同，而不是全额胜诉。',
      'zh-Hant': '申請人較希望繼續履行合約，而非全數勝訴。',
    },
  ],
  counterOffer: [
    {
      en: 'This is what our bank allows us to pay at once; more only in instalments.',
      'zh-Hans': '银行额度内可以立即支付这一金额，超出部分只能分期。',
      'zh-Hant': '銀行額度內可以即時支付這一金額，超出部分只能分期。',
    },
  ],
  message: [
    {
      en: 'Please let us have the list of deliveries before the next session.',
      'zh-Hans': '请在下次会谈前提供交货清单。',
      'zh-Hant': '請在下次會議前提供交貨清單。',
    },
  ],
  panelNote: [
    {
      en: 'The invoices carry the burden of proof; the expert report does not shake them.',
      'zh-Hans': '发票足以证明，鉴定意见不足以推翻。',
      'zh-Hant': '發票足以證明，鑑定意見不足以推翻。',
    },
  ],
  draftDecision: [
    {
      en: 'Draft: the claim is upheld in the main sum; interest from the day after each due date.',
      'zh-Hans': '草稿：支持本金请求；利息自各期到期次日起算。',
      'zh-Hant': '草稿：本金申索成立；利息由各期到期翌日起計。',
    },
  ],
  court: [
    {
      en: 'Shenzhen Intermediate People’s Court',
      'zh-Hans': '深圳市中级人民法院',
      'zh-Hant': '深圳市中級人民法院',
    },
  ],
} satisfies Record<string, readonly [Words, ...Words[]]>

export type Phrase = keyof typeof phrases

/** The same for the same case. */
export function phraseIn(language: Language, phrase: Phrase, which: number): string {
  const variants: readonly Words[] = phrases[phrase]
  return variants[which % variants.length]?.[language] ?? ''
}
