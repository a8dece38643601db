/** What is written when an agreement is confirmed, a law ascertained, assets secured, or a title enforced. */
export const courtPhrases = {
  certificate: [
    {
      en: 'The organisation’s certificate that it led the mediation.',
      'zh-Hans': '调解组织出具的主持调解证明。',
      'zh-Hant': '調解組織出具的主持調解證明。',
    },
  ],
  pledgedGoods: [
    {
      en: 'The agreement disposes of goods that had been pledged to a bank.',
      'zh-Hans': '协议处分了已质押给银行的货物。',
      'zh-Hant': '協議處分了已質押予銀行的貨物。',
    },
  ],
  stayedAway: [
    {
      en: 'One side stayed away from the verification and gave no reason.',
      'zh-Hans': '一方无正当理由未到场接受询问。',
      'zh-Hant': '一方無正當理由未到場接受詢問。',
    },
  ],
  lawDoubt: [
    {
      en: 'The opinion leaves out a later judgment of the Court of Final Appeal.',
      'zh-Hans': '意见遗漏了终审法院其后的判决。',
      'zh-Hant': '意見遺漏了終審法院其後的判決。',
    },
  ],
  lawReasons: [
    {
      en: 'The later judgment states the test, and the supplement agrees with it.',
      'zh-Hans': '其后的判决确立了判断标准，补充意见与之一致。',
      'zh-Hant': '其後的判決確立了判斷準則，補充意見與之一致。',
    },
  ],
  noReply: [
    {
      en: 'Neither the expert nor the authority asked after him answered in time.',
      'zh-Hans': '专家和其后查询的机关均未在期限内答复。',
      'zh-Hant': '專家及其後查詢的機關均未在期限內答覆。',
    },
  ],
  noDanger: [
    {
      en: 'Nothing shows that assets are being moved away.',
      'zh-Hans': '没有证据表明财产正在被转移。',
      'zh-Hant': '沒有證據顯示財產正被轉移。',
    },
  ],
  seized: [
    {
      en: 'Bank deposits frozen; vehicles registered as seized.',
      'zh-Hans': '冻结银行存款，查封登记名下车辆。',
      'zh-Hant': '凍結銀行存款，查封登記名下車輛。',
    },
  ],
  instalments: [
    {
      en: 'Two fifths are paid at once, the rest by the end of next month.',
      'zh-Hans': '立即支付五分之二，余款于下月底前付清。',
      'zh-Hant': '即時支付五分之二，餘款於下月底前付清。',
    },
  ],
  notDue: [
    {
      en: 'The time to perform has not run out yet.',
      'zh-Hans': '履行期限尚未届满。',
      'zh-Hant': '履行期限尚未屆滿。',
    },
  ],
  ownCourt: [
    {
      en: 'Shenzhen Qianhai Cooperation Zone People’s Court',
      'zh-Hans': '深圳前海合作区人民法院',
      'zh-Hant': '深圳前海合作區人民法院',
    },
  ],
  assetsElsewhere: [
    {
      en: 'All assets lie in Guangzhou: the court there should enforce.',
      'zh-Hans': '财产均在广州，应由当地法院执行。',
      'zh-Hant': '財產均在廣州，應由當地法院執行。',
    },
  ],
} as const
