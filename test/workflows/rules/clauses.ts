import type { ClauseReading } from '../../../workflows/rules/readClause.ts'

type Expected = Partial<Omit<ClauseReading, 'notes' | 'from'>> & { notes?: ClauseReading['notes'] }

/** Arbitration clauses after the institutions' model clauses and the mistakes that are made with them. */
export const clauses: [text: string, expected: Expected][] = [
  [
    'Any dispute arising from or in connection with this Contract shall be submitted to the Shenzhen Court of International Arbitration (SCIA) for arbitration.',
    { institution: 'SCIA', seat: null, rules: null, notes: ['noSeat'] },
  ],
  [
    'All disputes out of this Contract go to the Shenzhen Court of International Arbitration for arbitration under its rules in force when the case is filed. The seat of arbitration shall be Shenzhen. The arbitration shall be conducted in English.',
    { institution: 'SCIA', seat: 'SHENZHEN', language: 'en', rules: 'SCIA Arbitration Rules' },
  ],
  [
    '因本合同引起的或与本合同有关的任何争议，均应提交深圳国际仲裁院仲裁。',
    { institution: 'SCIA', seat: null, notes: ['noSeat'] },
  ],
  [
    '凡因本合同产生的争议，任何一方均可提交深圳国际仲裁院，按照申请仲裁时该院现行有效的仲裁规则在深圳进行仲裁，仲裁语言为中文，仲裁庭由三名仲裁员组成。',
    {
      institution: 'SCIA',
      seat: 'SHENZHEN',
      rules: 'SCIA Arbitration Rules',
      language: 'zh',
      arbitrators: 3,
    },
  ],
  [
    '因本合約引起的任何爭議，應提交深圳國際仲裁院仲裁，仲裁地為香港，仲裁語言為英文。',
    { institution: 'SCIA', seat: 'HONG_KONG', language: 'en' },
  ],
  [
    'Disputes under this Agreement shall be resolved by arbitration at the Shenzhen Court of International Arbitration under the UNCITRAL Arbitration Rules, as the SCIA Guidelines on their administration provide.',
    { institution: 'SCIA', rules: 'UNCITRAL Arbitration Rules', seat: null },
  ],
  [
    '争议按照联合国贸法会制定的仲裁规则仲裁，仲裁地为香港。',
    { institution: null, rules: 'UNCITRAL Arbitration Rules', seat: 'HONG_KONG', notes: ['adHoc'] },
  ],
  [
    '争议由深圳国际仲裁院按照《联合国国际贸易法委员会仲裁规则》管理，仲裁员人数为一人。',
    { institution: 'SCIA', rules: 'UNCITRAL Arbitration Rules', arbitrators: 1 },
  ],
  ['任何争议提交华南国际经济贸易仲裁委员会，在深圳仲裁。', { institution: 'SCIA', seat: 'SHENZHEN' }],
  [
    'Disputes shall be finally settled by the South China International Arbitration Center (HK) under the SCIAHK Arbitration Rules; the place of arbitration shall be Hong Kong; three arbitrators.',
    { institution: 'SCIAHK', seat: 'HONG_KONG', rules: 'SCIAHK Arbitration Rules', arbitrators: 3 },
  ],
  [
    '由本合同所生爭議，應提交華南（香港）國際仲裁院，依其現行仲裁規則仲裁。仲裁地應為香港。仲裁員人數為三名。仲裁程序應以中文進行。',
    {
      institution: 'SCIAHK',
      seat: 'HONG_KONG',
      rules: 'SCIAHK Arbitration Rules',
      arbitrators: 3,
      language: 'zh',
    },
  ],
  [
    'Any dispute, controversy, difference or claim relating to this contract shall be referred to and finally resolved by arbitration administered by the Hong Kong International Arbitration Centre under the HKIAC Administered Arbitration Rules in force when the Notice of Arbitration is submitted. The law of this arbitration clause shall be Hong Kong law. The seat of arbitration shall be Hong Kong. The number of arbitrators shall be three. The arbitration proceedings shall be conducted in English.',
    {
      governingLaws: [],
      institution: 'HKIAC',
      seat: 'HONG_KONG',
      rules: 'HKIAC Administered Arbitration Rules',
      arbitrators: 3,
      language: 'en',
      notes: [],
    },
  ],
  [
    'Every dispute is to be arbitrated under the UNCITRAL Arbitration Rules in force at the date of this contract, as administered by the Hong Kong International Arbitration Centre. The place of arbitration shall be Hong Kong. There shall be only one arbitrator.',
    { institution: 'HKIAC', rules: 'UNCITRAL Arbitration Rules', seat: 'HONG_KONG', arbitrators: 1 },
  ],
  [
    'Disputes shall be settled by arbitration in accordance with the UNCITRAL Arbitration Rules. The appointing authority shall be the Hong Kong International Arbitration Centre. The seat is Hong Kong.',
    { institution: null, rules: 'UNCITRAL Arbitration Rules', seat: 'HONG_KONG', notes: ['adHoc'] },
  ],
  [
    '凡因本合同所引起的任何爭議，均應提交由香港國際仲裁中心管理的機構仲裁，並按照提交仲裁通知時有效的《香港國際仲裁中心機構仲裁規則》最終解決。本仲裁條款適用的法律為香港法。仲裁地應為香港。仲裁員人數為一名或三名。仲裁程序應按照英語進行。',
    {
      governingLaws: [],
      institution: 'HKIAC',
      seat: 'HONG_KONG',
      rules: 'HKIAC Administered Arbitration Rules',
      arbitrators: null,
      language: 'en',
    },
  ],
  [
    '争议应提交香港国际仲裁中心，仲裁地：香港，独任仲裁员审理。',
    { institution: 'HKIAC', seat: 'HONG_KONG', arbitrators: 1 },
  ],
  [
    'Any dispute arising from this Contract shall be submitted to the China International Economic and Trade Arbitration Commission (CIETAC) for arbitration in accordance with its arbitration rules in effect at the time of applying. The award is final.',
    { institution: 'CIETAC', rules: 'CIETAC Arbitration Rules', seat: null, notes: ['noSeat'] },
  ],
  [
    '凡因本合同引起的争议，均应提交中国国际经济贸易仲裁委员会，按照申请仲裁时该会现行有效的仲裁规则进行仲裁。仲裁地为北京，仲裁语言为英语。',
    { institution: 'CIETAC', rules: 'CIETAC Arbitration Rules', seat: 'BEIJING', language: 'en' },
  ],
  [
    '争议提交中国国际经济贸易仲裁委员会香港仲裁中心，按其届时有效的仲裁规则仲裁，仲裁地为香港。',
    { institution: 'CIETAC', seat: 'HONG_KONG', rules: 'CIETAC Arbitration Rules' },
  ],
  [
    'All disputes in connection with the present contract shall be finally settled under the Rules of Arbitration of the International Chamber of Commerce by one or more arbitrators appointed in accordance with those Rules.',
    {
      institution: 'ICC',
      rules: 'ICC Arbitration Rules',
      arbitrators: null,
      notes: ['institutionByRules', 'noSeat'],
    },
  ],
  [
    'Disputes shall be finally settled under the ICC Rules of Arbitration by three arbitrators. The place of arbitration is Paris and the language of the arbitration is French.',
    { institution: 'ICC', rules: 'ICC Arbitration Rules', arbitrators: 3, seat: 'PARIS', language: 'fr' },
  ],
  [
    '所有由本合同引起的争议均应按照《国际商会仲裁规则》由依该规则指定的一名仲裁员终局解决，仲裁地为新加坡。',
    { institution: 'ICC', rules: 'ICC Arbitration Rules', seat: 'SINGAPORE', arbitrators: 1 },
  ],
  [
    'Any dispute shall be referred to and finally resolved by arbitration administered by the Singapore International Arbitration Centre ("SIAC") in accordance with the SIAC Rules for the time being in force. The seat of the arbitration shall be Singapore. The Tribunal shall consist of three arbitrators. The language of the arbitration shall be English.',
    { institution: 'SIAC', rules: 'SIAC Rules', seat: 'SINGAPORE', arbitrators: 3, language: 'en' },
  ],
  [
    'Disputes shall be arbitrated in Singapore by the Singapore International Arbitration Centre in accordance with the Rules of Arbitration of the International Chamber of Commerce.',
    { institution: 'SIAC', rules: 'ICC Arbitration Rules', seat: 'SINGAPORE' },
  ],
  [
    '任何爭議須提交新加坡國際仲裁中心仲裁，仲裁地：新加坡，仲裁庭由一名仲裁員組成。',
    { institution: 'SIAC', seat: 'SINGAPORE', arbitrators: 1 },
  ],
  [
    'Any dispute shall be referred to and finally resolved by arbitration under the LCIA Rules. The number of arbitrators shall be three. The seat, or legal place, of arbitration shall be London. The language to be used in the arbitral proceedings shall be English. The governing law of the contract shall be the substantive law of England.',
    {
      institution: 'LCIA',
      rules: 'LCIA Rules',
      arbitrators: 3,
      seat: 'LONDON',
      language: 'en',
      governingLaws: ['GB'],
    },
  ],
  [
    'Disputes go to the London Court of International Arbitration, seat: London, sole arbitrator.',
    { institution: 'LCIA', seat: 'LONDON', arbitrators: 1 },
  ],
  [
    'All disputes arising from this Contract shall be submitted to the Beijing Arbitration Commission / Beijing International Arbitration Center for arbitration in accordance with its rules of arbitration in effect at the time.',
    { institution: 'BAC', seat: null, notes: ['noSeat'] },
  ],
  [
    '因本合同引起的争议，均提请北京仲裁委员会/北京国际仲裁中心按照其仲裁规则进行仲裁。',
    { institution: 'BAC', rules: 'BAC Arbitration Rules', seat: null, notes: ['noSeat'] },
  ],
  [
    'Any dispute shall be submitted to the Shanghai International Arbitration Center for arbitration. The seat of arbitration shall be Shanghai.',
    { institution: 'SHIAC', seat: 'SHANGHAI' },
  ],
  ['本合同争议提交上海仲裁委员会仲裁。', { institution: 'SHAC', seat: null }],
  ['合同争议由广州仲裁委员会仲裁，仲裁地为广州。', { institution: 'GZAC', seat: 'GUANGZHOU' }],
  [
    'Disputes are referred to the China Maritime Arbitration Commission; place of arbitration: Shanghai.',
    { institution: 'CMAC', seat: 'SHANGHAI' },
  ],
  [
    'Any dispute shall be finally settled by arbitration in accordance with the Arbitration Rules of the SCC Arbitration Institute. The seat of arbitration shall be Stockholm, Sweden. The language shall be English.',
    { institution: 'SCC', rules: 'SCC Arbitration Rules', seat: 'STOCKHOLM' },
  ],
  [
    'Disputes shall be resolved by arbitration administered by the American Arbitration Association under its International Arbitration Rules. The place of arbitration shall be New York, New York. The number of arbitrators shall be one (1).',
    { institution: 'ICDR', seat: 'NEW_YORK', arbitrators: 1 },
  ],
  [
    'Disputes shall be settled in accordance with the Swiss Rules of International Arbitration of the Swiss Arbitration Centre. The seat of the arbitration shall be Zurich. The proceedings shall be conducted in German.',
    { institution: 'SAC', seat: 'ZURICH', language: 'de' },
  ],
  [
    'All disputes shall be settled by arbitration under the Rules of the Korean Commercial Arbitration Board. The seat of arbitration shall be Seoul. The arbitral tribunal consists of three arbitrators.',
    { institution: 'KCAB', seat: 'SEOUL', arbitrators: 3 },
  ],
  [
    'Any dispute shall be settled by arbitration in accordance with the UNCITRAL Arbitration Rules. The number of arbitrators shall be three; the place of arbitration shall be Hong Kong; the language shall be English.',
    {
      institution: null,
      rules: 'UNCITRAL Arbitration Rules',
      arbitrators: 3,
      seat: 'HONG_KONG',
      notes: ['adHoc'],
    },
  ],
  [
    'Disputes shall be decided by ad hoc arbitration seated in Shenzhen, by a sole arbitrator.',
    { institution: null, seat: 'SHENZHEN', arbitrators: 1, notes: ['adHoc'] },
  ],
  [
    '双方同意以临时仲裁方式解决争议，适用联合国国际贸易法委员会仲裁规则，仲裁地为深圳前海，仲裁庭由三人组成。',
    {
      institution: null,
      rules: 'UNCITRAL Arbitration Rules',
      seat: 'SHENZHEN',
      arbitrators: 3,
      notes: ['adHoc'],
    },
  ],
  [
    '因本合約產生之爭議，依《聯合國國際貿易法委員會仲裁規則》於香港進行臨時仲裁，仲裁員一名。',
    { institution: null, rules: 'UNCITRAL Arbitration Rules', seat: 'HONG_KONG', notes: ['adHoc'] },
  ],
  [
    'Any dispute shall be submitted to the Shenzhen Court of International Arbitration or the Hong Kong International Arbitration Centre for arbitration.',
    { institution: null, seat: null, notes: ['twoInstitutions', 'noSeat'] },
  ],
  [
    '争议可提交深圳国际仲裁院或者中国国际经济贸易仲裁委员会仲裁。',
    { institution: null, notes: ['twoInstitutions', 'noSeat'] },
  ],
  [
    'Disputes shall be settled under the ICC Rules or the SIAC Rules at the choice of the claimant.',
    { institution: null, rules: null, notes: ['twoInstitutions', 'noSeat'] },
  ],
  [
    'Any dispute may be submitted to SCIA for arbitration or either party may bring an action before the court where the defendant is domiciled.',
    { institution: 'SCIA', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    '因履行本合同发生的争议，可向深圳国际仲裁院申请仲裁，也可以向有管辖权的人民法院提起诉讼。',
    { institution: 'SCIA', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    '爭議可提交香港國際仲裁中心仲裁或向香港法院起訴。',
    { institution: 'HKIAC', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    "Any dispute may be submitted to SCIA for arbitration or to the people's court where the defendant has its domicile.",
    { institution: 'SCIA', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    '争议可提交深圳国际仲裁院仲裁，或者提交有管辖权的人民法院。',
    { institution: 'SCIA', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    '争议由任何一方提交法院诉讼或深圳国际仲裁院仲裁。',
    { institution: 'SCIA', notes: ['noSeat', 'arbitrateOrSue'] },
  ],
  [
    'Disputes are settled by HKIAC arbitration in Hong Kong. The award may be taken to the High Court or to any court of competent jurisdiction for enforcement.',
    { institution: 'HKIAC', seat: 'HONG_KONG', notes: [] },
  ],
  [
    'Disputes are settled by HKIAC arbitration in Hong Kong. Nothing prevents either party from seeking interim relief or bring an application for an injunction in any court.',
    { institution: 'HKIAC', seat: 'HONG_KONG', notes: [] },
  ],
  [
    'Any dispute shall be settled by arbitration.',
    { institution: null, seat: null, rules: null, notes: ['noSeat'] },
  ],
  ['发生争议，提交仲裁解决。', { institution: null, seat: null, notes: ['noSeat'] }],
  ['Arbitration in London.', { institution: null, seat: 'LONDON' }],
  ['爭議在香港仲裁。', { institution: null, seat: 'HONG_KONG' }],
  [
    'The seat of arbitration shall be Shenzhen or Hong Kong. SCIA shall administer the arbitration.',
    { institution: 'SCIA', seat: null, notes: ['severalSeats'] },
  ],
  [
    'SCIA arbitration. The seat of arbitration shall be Hong Kong; hearings may be held in Shenzhen.',
    { institution: 'SCIA', seat: 'HONG_KONG' },
  ],
  ['仲裁机构为深圳国际仲裁院，仲裁地为香港，开庭地点为深圳。', { institution: 'SCIA', seat: 'HONG_KONG' }],
  [
    'Each party shall appoint one arbitrator and the two so appointed shall choose a third, who presides. HKIAC administers the arbitration, seated in Hong Kong.',
    { institution: 'HKIAC', arbitrators: 3, seat: 'HONG_KONG' },
  ],
  [
    '双方各自选定一名仲裁员，首席仲裁员由双方共同选定。提交深圳国际仲裁院仲裁。',
    { institution: 'SCIA', arbitrators: 3 },
  ],
  [
    'Disputes shall be settled by a panel of three arbitrators at SIAC. The languages of the arbitration shall be English and Chinese.',
    { institution: 'SIAC', arbitrators: 3, language: null, notes: ['noSeat', 'severalLanguages'] },
  ],
  [
    'SCIA arbitration with Shenzhen as the seat. Mandarin shall be the language of the arbitration.',
    { institution: 'SCIA', seat: 'SHENZHEN', language: 'zh' },
  ],
  [
    '仲裁應以粵語進行，提交香港國際仲裁中心，以香港為仲裁地。',
    { institution: 'HKIAC', seat: 'HONG_KONG', language: 'yue' },
  ],
  [
    'This contract is governed by the laws of the PRC. Disputes shall be submitted to HKIAC for arbitration in Hong Kong under the HKIAC Administered Arbitration Rules. The arbitration clause is governed by Hong Kong law.',
    { governingLaws: ['CN'], institution: 'HKIAC', rules: 'HKIAC Administered Arbitration Rules' },
  ],
  [
    '本合同适用中华人民共和国法律，但不适用其冲突规范。争议提交深圳国际仲裁院仲裁，仲裁地为深圳。',
    { governingLaws: ['CN'], institution: 'SCIA', seat: 'SHENZHEN' },
  ],
  [
    'The contract is governed by Hong Kong law; the CISG does not apply. Disputes: SCIA, seat Hong Kong.',
    { governingLaws: ['HK'], institution: 'SCIA', seat: 'HONG_KONG', notes: ['treatyExcluded'] },
  ],
  [
    'This contract is governed by the United Nations Convention on Contracts for the International Sale of Goods and, beside it, by Swiss law. Arbitration under the UNCITRAL Rules in Geneva.',
    { governingLaws: ['CH'], treaty: 'CISG', rules: 'UNCITRAL Arbitration Rules', seat: 'GENEVA' },
  ],
  [
    'Disputes shall not be submitted to CIETAC but to SCIA for arbitration.',
    { institution: 'SCIA', notes: ['noSeat'] },
  ],
  [
    'Arbitration shall be held at the Hong Kong International Arbitration Centre.',
    { institution: 'HKIAC', seat: null },
  ],
  [
    '提交中国国际经济贸易仲裁委员会华南分会仲裁。',
    { institution: null, notes: ['institutionUnclear', 'noSeat'] },
  ],
]
