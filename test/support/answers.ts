// What people type into the steps of a filing: a Qianhai company against one of Hong Kong.

export const claimant = {
  partyKind: 'company',
  nameEn: 'Qianhai Lingdu Sensors Co., Ltd.',
  nameHans: '前海灵渡传感有限公司',
  jurisdiction: 'CN',
  city: 'Shenzhen',
  domicile: 'CN',
  'origin-1': 'HK',
  'share-1': '100',
  email: 'claimant@example.test',
}
export const respondent = {
  side: 'respondent',
  partyKind: 'company',
  nameEn: 'Harbour Crest Trading Limited',
  nameHant: '港峰貿易有限公司',
  jurisdiction: 'HK',
  city: 'Hong Kong',
  domicile: 'HK',
  email: 'respondent@example.test',
}
export const contract = {
  kind: 'saleOfGoods',
  'signedOn-day': '6',
  'signedOn-month': '5',
  'signedOn-year': '2024',
  performedIn: 'CN',
}
export const claim = {
  subject: 'saleOfGoods',
  title: 'Unpaid price of industrial sensors',
  amount: '8,800,000.00',
  relief: 'Payment of the price of 12,000 sensors, with interest from 6 August 2024',
}
export const exhibit = {
  exhibitName: 'Sales contract LD-2024-0506',
  exhibitKind: 'contract',
  exhibitText: 'The Seller delivers 12,000 sensors; the Buyer pays within 90 days of delivery.',
}
