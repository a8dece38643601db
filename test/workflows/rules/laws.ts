/** Clauses and the laws that they say govern, in the order of the alphabet; none where they leave it open. */
export const laws: [text: string, codes: string][] = [
  [
    'This Agreement shall be governed by the laws of the State of Delaware, except that matters of patent law shall be governed by the laws of Germany.',
    'DE,US-DE',
  ],
  [
    'Seller shall comply with all laws of China. This contract is governed by Swiss law, the CISG being excluded.',
    'CH',
  ],
  [
    'The Company is a corporation organized under the laws of the Cayman Islands. This Agreement shall be governed by the laws of Hong Kong.',
    'HK',
  ],
  [
    "This Agreement shall be governed by the laws of the Hong Kong Special Administrative Region of the People's Republic of China.",
    'HK',
  ],
  [
    'This Agreement shall be governed by the laws of the PRC (excluding, for the purposes of this Agreement, the laws of Hong Kong, Macau and Taiwan).',
    'CN',
  ],
  [
    'governed by the laws of the People’s Republic of China (for the purpose of this Agreement, excluding Hong Kong SAR, Macao SAR and Taiwan)',
    'CN',
  ],
  ['This Agreement is governed by English law. The courts of Ireland have non-exclusive jurisdiction.', 'GB'],
  [
    'This Contract shall be construed in accordance with New York law, without regard to its conflict rules; venue shall lie in Dallas, Texas.',
    'US-NY',
  ],
  ['Governing Law: Hong Kong', 'HK'],
  [
    'Governing Law. This Agreement shall be governed by and construed under the laws of Bermuda. Notices shall be sent to 1 Main Street, Boston, Massachusetts.',
    'BM',
  ],
  ['The laws of Singapore shall govern this Agreement.', 'SG'],
  [
    'This Agreement is governed by the laws of the Province of British Columbia and the laws of Canada applicable therein, and the parties attorn to the courts of Ontario.',
    'CA-BC',
  ],
  [
    'This Agreement shall be governed by and interpreted in accordance with the laws of England and Wales and the parties submit to the exclusive jurisdiction of the courts of Scotland.',
    'GB',
  ],
  ['This Agreement shall be governed by Scots law.', 'GB-SCT'],
  ['the laws of New South Wales, Australia', 'AU-NSW'],
  ['This Agreement shall be governed by the laws of the Republic of Korea', 'KR'],
  ['This Agreement shall be governed by the laws of the Republic of China.', 'TW'],
  ['This Agreement shall be governed by the law of the Commonwealth of Pennsylvannia.', 'US-PA'],
  ['This License shall be governed by Dutch law, to the exclusion of the laws of Germany.', 'NL'],
  ['Laws: this agreement shall be interpreted under California and Texas law.', 'US-CA,US-TX'],
  [
    'This Agreement shall be governed by, and construed in accordance with, the law of the jurisdiction in which the defendant resides.',
    '',
  ],
  ['The law of this arbitration clause shall be Hong Kong law.', ''],
  ['This Agreement will be governed by the laws of the United States of America.', 'US'],
  [
    'THIS AGREEMENT IS GOVERNED BY THE LAWS OF THE STATE OF OREGON, AND THE PARTIES AGREE TO JURISDICTION IN KING COUNTY, WASHINGTON.',
    'US-OR',
  ],
  [
    'The validity of this agreement shall be governed by the law of the State of New Mexico as to all matters, including matters of validity, construction, effect, performance and remedies.',
    'US-NM',
  ],
  ['All disputes will be resolved under the laws of Utah, and not under the laws of Nevada.', 'US-UT'],
  [
    'This Agreement shall be governed by the laws of Switzerland and, as to intellectual property, the laws of Japan.',
    'CH,JP',
  ],
  ['This agreement is governed by the laws in force in the Northern Territory of Australia.', 'AU-NT'],
  ['The Agreement shall be construed under the substantive law of the Federal Republic of Nigeria', 'NG'],
  ["This Agreement shall be governed by Delaware's internal laws.", 'US-DE'],
  ['Parties agree that the State of Georgia law will apply to this Agreement.', 'US-GA'],
  [
    'This agreement is made in Washington, D.C. and is governed by the laws of the District of Columbia.',
    'US-DC',
  ],
  [
    'If Buyer is in the US, the laws of the State of New York apply; if Buyer is in Europe, the laws of Ireland apply.',
    'IE,US-NY',
  ],
  [
    'This Agreement shall be governed by and construed in accordance with the laws of the Grand Duchy of Luxembourg.',
    'LU',
  ],
  [
    'Any dispute shall be resolved by arbitration in London under the LCIA Rules. The substantive law shall be the law of Texas.',
    'US-TX',
  ],
  [
    'This Agreement shall be governed by the laws of the State of Israel and the competent courts in Tel-Aviv-Jaffa shall have exclusive jurisdiction.',
    'IL',
  ],
  ['The terms of this Agreement shall be governed by the UNIDROIT Principles.', ''],
  ['Nothing in this Agreement shall be governed by the laws of France.', ''],
  ['This Agreement shall not be governed by the laws of France.', ''],
  ['This Agreement shall be governed by the laws of Guernsey or Jersey as the Lender may elect.', 'GG,JE'],
  ['This Agreement shall be governed by the laws of the Kingdom of Saudi Arabia', 'SA'],
  [
    'Both parties agree that Malaysian laws shall apply, and any action be brought in the courts of Kuala Lumpur',
    'MY',
  ],
  ['hong kong law', 'HK'],
  ['PRC', ''],
  [
    'This Agreement shall be governed exclusively by and construed in accordance with the laws of the Dubai International Financial Centre.',
    'AE-DU',
  ],
  [
    'This Agreement shall be governed by the laws of the United States of America and the State of Hawaii.',
    'US-HI',
  ],
  ['This agreement, executed in Ohio by a Kentucky corporation, is governed by Indiana law.', 'US-IN'],
  ['The contract is subject to the law of the seller’s country, i.e. Italy.', ''],
  ['This Agreement shall be governed by the laws of the State of [●].', ''],
  [
    'All questions concerning the construction, validity and interpretation of this Agreement shall be governed by the internal law, and not the law of conflicts, of the State of Illinois.',
    'US-IL',
  ],
  [
    'This Agreement shall be governed by the law of Nevada, where the Company is incorporated under the laws of Nevada.',
    'US-NV',
  ],
  [
    'This Agreement shall be governed by the laws of Ireland, where the Company is registered, although the Distributor is existing under the laws of France.',
    'IE',
  ],
  ['Governed by Michigan law.', 'US-MI'],
  [
    'THIS AGREEMENT SHALL BE CONSTRUED IN ACCORDANCE WITH THE LAWS OF THE STATE OF NEW YORK WITHOUT REGARD TO CONFLICTS OF LAWS PRINCIPLES THAT WOULD REQUIRE APPLICATION OF THE LAWS OF ANY STATE OTHER THAN NEW YORK.',
    'US-NY',
  ],
  [
    'To the extent not preempted by the laws of the United States, this Agreement shall be governed by the laws of the State of Minnesota.',
    'US-MN',
  ],
  [
    'The formation, construction and interpretation of this Agreement are controlled by Wisconsin law; the Uniform Commercial Code as adopted in Illinois shall not apply.',
    'US-WI',
  ],

  [
    'The laws of the State of Delaware (without giving effect to its conflicts of law principles) govern all matters arising out of this Agreement.',
    'US-DE',
  ],
  [
    'Except to the extent governed by the United States Trademark Act of 1946 (Lanham Act, 15 U.S.C. Sections 1051 et seq.) or other federal law, this Agreement and the franchise relationship shall be governed by the laws of the State of New Jersey.',
    'US-NJ',
  ],
  [
    'This Agreement shall be governed by the laws of the state in which the Franchised Business is located.',
    '',
  ],
  ['Except as otherwise provided, all disputes shall be governed by the laws of Maryland.', 'US-MD'],
  [
    'This Agreement is governed by the laws of the State of Tennessee, excluding its conflicts rules, and by the federal laws of the United States.',
    'US-TN',
  ],
  [
    'This Agreement shall be governed by and construed in accordance with the laws of the Republic of Singapore and each party submits to the non-exclusive jurisdiction of the courts of Malaysia.',
    'SG',
  ],
  ['This Agreement shall be governed by the laws of the Province of Alberta and Canada.', 'CA-AB'],
  [
    'The rights and obligations of the parties shall be governed by the law of the Commonwealth of Massachusetts, USA, without reference to its conflict of law rules; provided that patent disputes shall be governed by the laws of the country where the patent was granted.',
    'US-MA',
  ],
  [
    'This Agreement shall in all respects be governed by and construed according to the laws of the Commonwealth of Virginia, except that arbitration proceedings shall be governed by the Federal Arbitration Act.',
    'US-VA',
  ],
  ['The parties agree that Oklahoma law governs.', 'US-OK'],
  [
    'This Agreement will be deemed entered into in Texas and will be governed by and interpreted in accordance with the substantive law of the State of Texas. Any dispute must be brought in Harris County.',
    'US-TX',
  ],
  [
    'THE PARTIES AGREE THAT THIS AGREEMENT AND ANY DISPUTES SHALL BE GOVERNED BY THE INTERNAL SUBSTANTIVE LAWS OF CALIFORNIA, U.S.A.',
    'US-CA',
  ],
  [
    'This Agreement has been entered into in the Commonwealth of Pennsylvania and shall be construed in accordance with the laws of such commonwealth.',
    'US-PA',
  ],
  ['All matters relating to this Agreement will be governed by laws of the Russian Federation.', 'RU'],
  ['This Agreement shall be governed by Republic of Korea law and any arbitration in Singapore.', 'KR'],
  [
    'This Agreement is to be performed in the State of Arkansas and governed by the laws of said State.',
    'US-AR',
  ],
  [
    'This Agreement is governed by the laws of the State of New York and of the United States of America applicable therein',
    'US-NY',
  ],
  [
    'This Agreement shall be construed in accordance with the laws of the State of Nebraska or of the State of Iowa.',
    'US-IA,US-NE',
  ],
  [
    'The Uniform Commercial Code of Delaware shall apply. This Agreement shall be governed by the laws of Idaho.',
    'US-ID',
  ],
  [
    'If suit is brought by Licensor, the laws of Japan shall govern; if by Licensee, the laws of the State of California, U.S.A. shall govern.',
    'JP,US-CA',
  ],
  [
    'This Agreement shall be governed by the law applicable in the Federal Republic of Germany with the exception of the CISG.',
    'DE',
  ],
  [
    'Dieses ... governed by the laws of Austria under exclusion of its conflict of law rules and the UN sales convention.',
    'AT',
  ],
  [
    'This AGREEMENT shall be governed by the LAWS of ENGLAND and subject to the jurisdiction of the High Court of Justice in London.',
    'GB',
  ],
  [
    'This Agreement and all Orders shall be governed by and construed in accordance with the laws of the State of Washington as if between Washington residents and as if entirely executed, delivered and performed in Washington.',
    'US-WA',
  ],
  [
    'This Agreement is made under, and shall be governed by and construed in accordance with, the laws of the State of Minnesota, without regard to the application of its conflicts of law principles, and the parties agree that Wisconsin law shall not apply.',
    'US-MN',
  ],
  [
    'The Agreement shall be governed by the laws of the State of Rhode Island and Providence Plantations.',
    'US-RI',
  ],
  ['Interpretation of this agreement shall be governed by laws of Puerto Rico.', 'PR'],
  [
    'This Agreement shall be governed under the laws of the British Virgin Islands and the Cayman Islands',
    'KY,VG',
  ],
  ['This Agreement, its validity and enforceability, is subject to Norwegian law.', 'NO'],
  [
    "Vendor's obligations under the privacy laws of France are unaffected. This Agreement shall be governed by the laws of Spain.",
    'ES',
  ],
  [
    'This Agreement shall be governed by the laws of the State of New York. The corporate matters of the Company shall be governed by the Delaware General Corporation Law.',
    'US-NY',
  ],
  [
    'This agreement shall be construed and governed in accordance with the laws of Denmark and the Danish Courts.',
    'DK',
  ],
  ['laws of the United Mexican States', 'MX'],
  ['This agreement shall be subject to the Laws of Sri Lanka.', 'LK'],
  [
    'This Agreement and its performance shall be governed by and construed in accordance with the laws of the Federal Territory of Labuan',
    '',
  ],
  ['This Agreement shall be construed in accordance with and governed by the Law of Finland.', 'FI'],
  [
    'This Agreement shall be governed by the laws of State of Alaska , U.S.A and the courts at Anchorage',
    'US-AK',
  ],
  ['This Agreement shall be interpreted according to New Jersey State Law.', 'US-NJ'],
  [
    'It is agreed this Agreement shall be governed by, construed and enforced in accordance with the laws of the State of South Carolina and that Georgia law not apply.',
    'US-SC',
  ],
  ['This Agreement shall be governed by the laws of the People`s Republic of China', 'CN'],
  [
    'Any action under this Agreement shall be governed by the laws of Quebec and the federal laws of Canada applicable in that province',
    'CA-QC',
  ],
  [
    'This Agreement shall be governed by and construed in accordance with the laws of Ontario, Canada without regard to the conflicts of law rules thereof, or, if brought in the United States, under the laws of the State of Michigan.',
    'CA-ON,US-MI',
  ],
  ['Governing Law and Jurisdiction - Republic of Ireland.', 'IE'],
  [
    'This Agreement is governed by the laws of the State of Wyoming; the laws of the State of Montana shall govern real property matters.',
    'US-MT,US-WY',
  ],
  ['the State of Vermont laws govern', 'US-VT'],
  [
    'Each party waives rights under the laws of California. This Agreement is governed by the laws of Oregon.',
    'US-OR',
  ],
  [
    'EXECUTIVE UNDERSTANDS THAT SECTION 1542 OF THE CALIFORNIA CIVIL CODE. This Agreement is governed by the laws of North Dakota',
    'US-ND',
  ],

  // What stands in place of a law, or beside one, and says nothing of the contract's.
  ['This Agreement shall be governed by and construed in accordance with New York.', 'US-NY'],
  ['This Agreement is made in Texas and shall be governed by the laws thereof', 'US-TX'],
  [
    'This Lease shall be governed by the laws of the state where the premises lie, being either Illinois or New York.',
    'US-IL,US-NY',
  ],
  [
    'This Agreement shall be governed by the laws of the place where the goods are, being the place of the seller.',
    '',
  ],
  ['This Agreement is governed by the law Swiss courts apply.', ''],
  ['This Agreement is governed by the laws of Swiss origin.', ''],
  [
    'This Agreement shall be governed by the laws (statutory and customary) that apply at the seller’s place.',
    '',
  ],
  ['This Agreement shall be governed by the laws of Switzerland (France excluded).', 'CH'],
  ['This Agreement shall be governed by the laws of Japan (the', 'JP'],
  ['This Agreement shall be governed by the laws of Hong Kong (PRC) and of England.', 'GB,HK'],
  ['This Agreement shall be governed by the laws of Ireland and French customs.', 'IE'],
  ['This Agreement, drawn up by a New York law firm, is governed by the laws of Ireland.', 'IE'],
  ['In contract English law applies.', 'GB'],
  ['This Agreement is governed by United States, New York law.', 'US-NY'],
  ['Governing Law: Hong Kong courts.', ''],
  ['This Agreement shall be governed by the laws of that state.', ''],
  ['This Agreement shall be governed by and construed in accordance with', ''],
  ['Governing law: the law of the contract', ''],
  ['This Agreement is governed by US law.', 'US'],
  ['. Governed by Swiss law.', 'CH'],
  [
    'This Agreement shall be governed by the laws, as amended, and from time to time in force, of Ontario.',
    'CA-ON',
  ],

  ['本合同适用香港法律', 'HK'],
  ['本合同受英格兰和威尔士法律管辖', 'GB'],
  ['本協議受香港特別行政區法律管轄，並按其解釋。', 'HK'],
  [
    '本合同的订立、效力、解释、履行和争议的解决均适用中华人民共和国法律（为本合同之目的，不包括香港、澳门及台湾地区法律）。',
    'CN',
  ],
  ['本協議之準據法為中華民國法律。', 'TW'],
  ['因本合約引起之爭議，雙方同意以台灣台北地方法院為第一審管轄法院，並以中華民國法律為準據法。', 'TW'],
  ['本协议适用美国纽约州法律。', 'US-NY'],
  ['本合同适用新加坡法律，甲方为根据开曼群岛法律注册成立的公司。', 'SG'],
  ['卖方应遵守中国法律。', ''],
  ['本合同依照中国法律订立。', 'CN'],
  ['适用法律：香港法', 'HK'],
  ['管辖法律为新加坡法', 'SG'],
  ['本合同适用中国法律和香港法律', 'CN,HK'],
  ['本合同不适用香港法律。', ''],
  ['本合同适用《中华人民共和国民法典》', 'CN'],
  ['争议由香港法院管辖。', ''],
  ['本合同适用中国法律。仲裁条款的准据法为香港法律。', 'CN'],
  ['本合约按照香港法例解释', 'HK'],
  ['排除《联合国国际货物销售合同公约》的适用，本合同适用德国法。', 'DE'],
  ['本合同适用加拿大安大略省法律及适用于该省的加拿大联邦法律', 'CA-ON'],
  ['本合同适用开曼群岛、英属维尔京群岛及香港的法律', 'HK,KY,VG'],
  ['本合同受中国内地法律管辖', 'CN'],
  ['本合約適用澳門特別行政區法律', 'MO'],
  ['本协议应根据中华人民共和国香港特别行政区法律解释', 'HK'],
  ['适用法律：香港。', 'HK'],
  ['香港法律。', 'HK'],
  ['本合同适用中国(香港', ''],
  ['在香港境内新加坡法律适用于本合同。', 'SG'],
  ['本合同适用中国（香港）法律。', 'HK'],
  ['本合同适用中国（为本合同之目的不包括香港）法律。', 'CN'],
  ['本合同适用香港（中国）法律。', 'HK'],
  ['甲方聘请熟悉香港法律的顾问团队并承担全部费用。', ''],
]
