/**
 * Bodies that administer arbitration, one a line: code, English names, Chinese names, what their rules are called. A code
 * `?` is a name that more than one body has been called by.
 */
export const institutions = `
SCIAHK|South China International Arbitration Center (Hong Kong); South China International Arbitration Center (HK); South China International Arbitration Center Hong Kong; SCIA Hong Kong; SCIAHK; SCIA (HK)|华南(香港)国际仲裁院; 华南国际仲裁院(香港); 华南香港国际仲裁院|SCIAHK Arbitration Rules
SCIA|Shenzhen Court of International Arbitration; Shenzhen International Court of Arbitration; Shenzhen Court of International Arbitration (Shenzhen Arbitration Commission); South China International Economic and Trade Arbitration Commission; Greater Bay Area International Arbitration Center; Guangdong-Hong Kong-Macao Greater Bay Area International Arbitration Center; Shenzhen Arbitration Commission; SCIETAC; SCIA|深圳国际仲裁院; 华南国际经济贸易仲裁委员会; 粤港澳大湾区国际仲裁中心; 深圳仲裁委员会; 深圳国际仲裁院(深圳仲裁委员会); 深国仲|SCIA Arbitration Rules
HKIAC|Hong Kong International Arbitration Center; Hong Kong Arbitration Center; HKIAC; HK International Arbitration Center|香港国际仲裁中心|HKIAC Administered Arbitration Rules
CIETAC|China International Economic and Trade Arbitration Commission; China International Economic & Trade Arbitration Commission; CIETAC Hong Kong Arbitration Center; CIETAC Hong Kong; CIETAC|中国国际经济贸易仲裁委员会; 中国国际经济贸易仲裁委员会香港仲裁中心; 贸仲委; 贸仲|CIETAC Arbitration Rules
?|CIETAC South China Sub-Commission; CIETAC Shenzhen Commission; CIETAC Shenzhen Sub-Commission; South China Sub-Commission of CIETAC|中国国际经济贸易仲裁委员会华南分会; 中国国际经济贸易仲裁委员会深圳分会|
ICC|International Chamber of Commerce; International Court of Arbitration of the International Chamber of Commerce; ICC International Court of Arbitration; ICC|国际商会; 国际商会国际仲裁院; 国际商会仲裁院|ICC Arbitration Rules
SIAC|Singapore International Arbitration Center; SIAC|新加坡国际仲裁中心|SIAC Rules
LCIA|London Court of International Arbitration; LCIA|伦敦国际仲裁院|LCIA Rules
BAC|Beijing Arbitration Commission; Beijing International Arbitration Court; Beijing International Arbitration Center; Beijing Arbitration Commission/Beijing International Arbitration Court; Beijing Arbitration Commission / Beijing International Arbitration Court; BAC/BIAC; BIAC; BAC|北京仲裁委员会; 北京国际仲裁院; 北京国际仲裁中心; 北京仲裁委员会/北京国际仲裁院; 北京仲裁委员会/北京国际仲裁中心; 北仲|BAC Arbitration Rules
SHIAC|Shanghai International Arbitration Center; Shanghai International Economic and Trade Arbitration Commission; SHIAC|上海国际仲裁中心; 上海国际经济贸易仲裁委员会; 上海国际经济贸易仲裁委员会(上海国际仲裁中心)|SHIAC Arbitration Rules
SHAC|Shanghai Arbitration Commission|上海仲裁委员会|SHAC Arbitration Rules
GZAC|Guangzhou Arbitration Commission; China Guangzhou Arbitration Commission; GZAC|广州仲裁委员会; 中国广州仲裁委员会|GZAC Arbitration Rules
CMAC|China Maritime Arbitration Commission; CMAC|中国海事仲裁委员会|CMAC Arbitration Rules
HKMAG|Hong Kong Maritime Arbitration Group; HKMAG|香港海事仲裁协会|HKMAG Terms
eBRAM|eBRAM International Online Dispute Resolution Center; eBRAM|一邦国际网上仲调中心|eBRAM Arbitration Rules
WTCMACAU|World Trade Center Macau Arbitration Center|澳门世界贸易中心仲裁中心|
SCC|Stockholm Chamber of Commerce; SCC Arbitration Institute; Arbitration Institute of the Stockholm Chamber of Commerce|斯德哥尔摩商会; 斯德哥尔摩商会仲裁院|SCC Arbitration Rules
ICDR|American Arbitration Association; International Center for Dispute Resolution; ICDR; AAA|美国仲裁协会; 国际争议解决中心|ICDR Arbitration Rules
JAMS|JAMS||JAMS Rules
DIAC|Dubai International Arbitration Center; DIAC|迪拜国际仲裁中心|DIAC Arbitration Rules
VIAC|Vienna International Arbitral Center; Vienna International Arbitration Center; VIAC|维也纳国际仲裁中心|Vienna Rules
KCAB|Korean Commercial Arbitration Board; KCAB|大韩商事仲裁院|KCAB Arbitration Rules
JCAA|Japan Commercial Arbitration Association; JCAA|日本商事仲裁协会|JCAA Commercial Arbitration Rules
AIAC|Asian International Arbitration Center; Kuala Lumpur Regional Center for Arbitration; AIAC|亚洲国际仲裁中心|AIAC Arbitration Rules
SAC|Swiss Arbitration Center; Swiss Chambers' Arbitration Institution; Swiss Rules of International Arbitration; Swiss Rules|瑞士仲裁中心; 瑞士国际仲裁规则|Swiss Rules
DIS|German Arbitration Institute; German Institution of Arbitration; DIS|德国仲裁协会; 德国仲裁院|DIS Arbitration Rules
NAI|Netherlands Arbitration Institute|荷兰仲裁协会|NAI Arbitration Rules
ACICA|Australian Center for International Commercial Arbitration; ACICA|澳大利亚国际商事仲裁中心|ACICA Arbitration Rules
CAA|Chinese Arbitration Association, Taipei; Chinese Arbitration Association|中华仲裁协会|CAA Arbitration Rules
PCA|Permanent Court of Arbitration|常设仲裁法院|PCA Arbitration Rules
ICSID|International Center for Settlement of Investment Disputes; ICSID|解决投资争端国际中心|ICSID Arbitration Rules
`
