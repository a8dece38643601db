import type { CaseFiling } from '../../server/filing/file.ts'

// What the three pathways look like when the tests' claimant files against the tests' respondent.

const parties: CaseFiling['parties'] = [
  {
    id: 'p1',
    side: 'claimant',
    kind: 'company',
    name: { en: 'Qianhai Lingdu Sensors Co., Ltd.', 'zh-Hans': '前海灵渡传感有限公司' },
    registration: {
      jurisdiction: 'CN',
      city: 'Shenzhen',
      inQianhaiCooperationZone: true,
      inQianhaiShekouFtz: false,
    },
    domicile: 'CN',
    investors: [{ origin: 'HK', share: 100 }],
    email: 'claimant@example.test',
  },
  {
    id: 'p2',
    side: 'respondent',
    kind: 'company',
    name: { en: 'Harbour Crest Trading Limited', 'zh-Hant': '港峰貿易有限公司' },
    registration: {
      jurisdiction: 'HK',
      city: 'Hong Kong',
      inQianhaiCooperationZone: false,
      inQianhaiShekouFtz: false,
    },
    domicile: 'HK',
    investors: [{ origin: 'HK', share: 100 }],
    email: 'respondent@example.test',
  },
]

export const litigationFiling: CaseFiling = {
  pathway: 'litigation',
  title: 'Unpaid price of industrial sensors',
  language: 'en',
  subject: 'saleOfGoods',
  claim: { amount: '8800000.00', currency: 'CNY', relief: 'Payment of the price and interest' },
  contract: { kind: 'saleOfGoods', signedOn: '2024-05-06', performedIn: 'CN' },
  parties,
  documents: [{ name: 'sales-contract.txt', kind: 'contract', text: 'Sales contract no. LD-2024-0506.' }],
}

export const mediationFiling: CaseFiling = { ...litigationFiling, pathway: 'mediation' }

export const arbitrationFiling: CaseFiling = {
  ...litigationFiling,
  pathway: 'arbitration',
  contract: {
    ...litigationFiling.contract,
    seat: 'SHENZHEN',
    institution: 'SCIA',
    rules: 'SCIA Rules 2022',
    arbitrationClause: 'Any dispute shall be submitted to SCIA for arbitration.',
  },
}
