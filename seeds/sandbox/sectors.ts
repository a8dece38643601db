import type { Subject } from '../../workflows/rules/facts.ts'

export type Words = { en: string; 'zh-Hans': string; 'zh-Hant': string }

export type Sector = {
  subject: Subject
  /** What the companies of the trade call themselves. */
  trades: [Words, ...Words[]]
  disputes: [{ title: Words; relief: Words }, ...{ title: Words; relief: Words }[]]
  /** In whole yuan, from the small claims to the large. */
  amounts: [least: number, most: number]
}

const words = (en: string, hans: string, hant: string): Words => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })

const rent = words(
  'Payment of the rent in arrears and return of the equipment',
  '支付所欠租金并返还设备',
  '支付拖欠租金並交還設備',
)
const price = words('Payment of the price with interest', '支付货款及利息', '支付貨款及利息')
const refund = words('Return of the advance payment', '返还预付款', '退還預付款項')
const damages = words('Damages for breach of contract', '赔偿违约损失', '就違約作出賠償')
const fees = words('Payment of the agreed fees', '支付约定的服务费', '支付議定的服務費')
const account = words('Payment for the work as measured', '按实际工程量支付工程款', '按實際工程量支付工程款')
const loan = words('Repayment of the loan with interest', '偿还借款本金及利息', '償還貸款本金及利息')

/** What Qianhai's companies fall out over. */
export const sectors: [Sector, ...Sector[]] = [
  {
    subject: 'financeLease',
    trades: [words('Leasing', '融资租赁', '融資租賃'), words('Equipment Finance', '设备租赁', '設備租賃')],
    disputes: [
      {
        title: words(
          'Purchase option for leased printing presses',
          '租赁印刷机留购争议',
          '租賃印刷機留購爭議',
        ),
        relief: damages,
      },
      {
        title: words(
          'Rent in arrears under a finance lease of chip mounters',
          '贴片机融资租赁欠租',
          '貼片機融資租賃欠租',
        ),
        relief: rent,
      },
      {
        title: words('Return of leased medical scanners', '返还租赁的医疗影像设备', '交還租賃的醫療影像設備'),
        relief: rent,
      },
    ],
    amounts: [600_000, 30_000_000],
  },
  {
    subject: 'lease',
    trades: [words('Shipping', '航运', '航運'), words('Marine Leasing', '船舶租赁', '船舶租賃')],
    disputes: [
      {
        title: words('Hire of cold-storage warehouse space at Mawan', '妈湾冷库租金争议', '媽灣冷庫租金爭議'),
        relief: rent,
      },
      {
        title: words('Charter hire of a container feeder', '支线集装箱船租金争议', '支線貨櫃船租金爭議'),
        relief: rent,
      },
      {
        title: words(
          'Early redelivery of a chartered bulk carrier',
          '散货船提前还船争议',
          '散貨船提前還船爭議',
        ),
        relief: damages,
      },
    ],
    amounts: [1_500_000, 36_000_000],
  },
  {
    subject: 'saleOfGoods',
    trades: [
      words('Supply Chain', '供应链', '供應鏈'),
      words('Trading', '贸易', '貿易'),
      words('Electronics', '电子', '電子'),
    ],
    disputes: [
      {
        title: words('Late delivery of robot controllers', '机器人控制器逾期交货', '機械人控制器逾期交貨'),
        relief: damages,
      },
      { title: words('Deposit for imported wine', '进口葡萄酒预付款', '進口葡萄酒訂金'), relief: refund },
      {
        title: words('Unpaid price of display panels', '拖欠显示屏货款', '拖欠顯示屏貨款'),
        relief: price,
      },
      {
        title: words('Rejected shipment of memory modules', '存储模块被拒收', '記憶體模組被拒收'),
        relief: refund,
      },
      {
        title: words('Short delivery of lithium cells', '锂电芯少交货', '鋰電芯交貨不足'),
        relief: damages,
      },
    ],
    amounts: [120_000, 24_000_000],
  },
  {
    subject: 'distribution',
    trades: [
      words('Cross-border Commerce', '跨境电商', '跨境電商'),
      words('Online Retail', '网络科技', '網絡零售'),
    ],
    disputes: [
      {
        title: words('Chargebacks on overseas orders', '海外订单拒付争议', '海外訂單拒付爭議'),
        relief: price,
      },
      {
        title: words(
          'Settlement of platform sales of skin care',
          '护肤品平台销售款结算',
          '護膚品平台銷售結算',
        ),
        relief: price,
      },
      {
        title: words('Ended distribution of infant formula', '奶粉经销关系终止', '奶粉經銷關係終止'),
        relief: damages,
      },
    ],
    amounts: [80_000, 9_000_000],
  },
  {
    subject: 'construction',
    trades: [words('Construction', '建设工程', '建築工程'), words('Engineering', '工程', '工程')],
    disputes: [
      {
        title: words('Retention money for a data centre', '数据中心工程质保金', '數據中心工程保留金'),
        relief: account,
      },
      {
        title: words('Final account of a tower fit-out', '写字楼装修工程结算', '寫字樓裝修工程結算'),
        relief: account,
      },
      {
        title: words('Delay in piling works at Guiwan', '桂湾桩基工程延误', '桂灣樁基工程延誤'),
        relief: damages,
      },
    ],
    amounts: [900_000, 34_000_000],
  },
  {
    subject: 'loan',
    trades: [words('Fintech', '金融科技', '金融科技'), words('Factoring', '商业保理', '商業保理')],
    disputes: [
      {
        title: words('Guarantee for a trade finance line', '贸易融资保证责任', '貿易融資擔保責任'),
        relief: loan,
      },
      {
        title: words('Repayment of a working-capital loan', '流动资金借款到期未还', '營運資金貸款到期未還'),
        relief: loan,
      },
      {
        title: words('Recourse under a factoring facility', '保理融资追索', '保理融資追索'),
        relief: loan,
      },
    ],
    amounts: [300_000, 28_000_000],
  },
  {
    subject: 'services',
    trades: [words('Consulting', '咨询', '顧問'), words('Logistics', '物流', '物流')],
    disputes: [
      {
        title: words('Commission for an overseas warehouse', '海外仓服务佣金', '海外倉服務佣金'),
        relief: fees,
      },
      {
        title: words('Fees for a listing mandate', '上市顾问服务费', '上市顧問服務費'),
        relief: fees,
      },
      {
        title: words('Delay in a cold-chain delivery', '冷链运输迟延', '冷鏈運輸延誤'),
        relief: damages,
      },
      {
        title: words('Defects of a payment gateway', '支付网关系统缺陷', '支付網關系統缺陷'),
        relief: damages,
      },
    ],
    amounts: [60_000, 8_000_000],
  },
  {
    subject: 'licence',
    trades: [words('Biotech', '生物科技', '生物科技'), words('Design', '设计', '設計')],
    disputes: [
      {
        title: words('Use of a trade mark after termination', '终止后使用商标', '終止後使用商標'),
        relief: damages,
      },
      {
        title: words('Royalties under a software licence', '软件许可使用费', '軟件許可使用費'),
        relief: fees,
      },
    ],
    amounts: [150_000, 6_000_000],
  },
  {
    subject: 'equityJointVenture',
    trades: [words('Investment', '投资', '投資'), words('Holdings', '控股', '控股')],
    disputes: [
      {
        title: words('Repurchase of shares in a start-up', '初创公司股权回购', '初創公司股權回購'),
        relief: refund,
      },
      {
        title: words('Capital contribution to a joint venture', '合资公司出资争议', '合資公司出資爭議'),
        relief: damages,
      },
    ],
    amounts: [2_000_000, 38_000_000],
  },
]
