import type { Chance } from './chance.ts'
import type { Names } from '../../server/accounts/queries.ts'

type Hans = readonly [en: string, hans: string]
type Hant = readonly [en: string, hant: string]

const mainlandStems: [Hans, ...Hans[]] = [
  ['Lingdu', '灵渡'],
  ['Mawan', '妈湾'],
  ['Yunfan', '云帆'],
  ['Haochen', '浩辰'],
  ['Qianlan', '前澜'],
  ['Nanshan Peak', '南峰'],
  ['Zhongyao', '中曜'],
  ['Xinhe', '新禾'],
  ['Dapeng Bay', '鹏湾'],
  ['Jintai', '锦泰'],
  ['Yuehai', '越海'],
  ['Hengxu', '恒旭'],
  ['Ruichang', '瑞昌'],
  ['Lanting', '蓝汀'],
  ['Boyuan', '博远'],
  ['Shenglin', '盛林'],
  ['Chengguang', '澄光'],
  ['Tianqiao', '天桥'],
  ['Hongshu', '红树'],
  ['Jiahui', '嘉汇'],
]

const hongKongStems: [Hant, ...Hant[]] = [
  ['Harbour Crest', '港峰'],
  ['Victoria Gate', '維閘'],
  ['Silver Peak', '銀峰'],
  ['Lantau Star', '嶼星'],
  ['Golden Reed', '金葦'],
  ['Pearl Tide', '珠潮'],
  ['Kowloon Bridge', '龍橋'],
  ['Jade Lantern', '玉燈'],
  ['Eastern Sail', '東帆'],
  ['Wing Lok', '永樂'],
  ['Tai Shing', '泰盛'],
  ['Fook Wah', '福華'],
  ['Sun Hing', '新興'],
  ['Man Lee', '萬利'],
  ['Cheung Fat', '祥發'],
  ['Blue Kite', '藍鳶'],
  ['Twin Rivers', '雙川'],
  ['Orchid Bay', '蘭灣'],
]

const foreignStems: [string, ...string[]] = [
  'Straits Meridian',
  'Merlion Bay',
  'Nordhaven',
  'Pacific Quay',
  'Selangor Delta',
  'Rheintal',
  'Tasman Ridge',
  'Andaman',
]

const hongKongFamilies: [Hant, ...Hant[]] = [
  ['Chan', '陳'],
  ['Lee', '李'],
  ['Wong', '黃'],
  ['Cheung', '張'],
  ['Lau', '劉'],
  ['Ho', '何'],
  ['Leung', '梁'],
  ['Ng', '吳'],
  ['Tsang', '曾'],
  ['Kwok', '郭'],
  ['Yip', '葉'],
  ['Mak', '麥'],
]
const hongKongGiven: [Hant, ...Hant[]] = [
  ['Wai-man', '慧敏'],
  ['Chi-keung', '志強'],
  ['Ka-yan', '嘉欣'],
  ['Kin-wah', '健華'],
  ['Mei-ling', '美玲'],
  ['Tsz-ching', '子晴'],
  ['Yat-ming', '日明'],
  ['Hoi-lam', '海嵐'],
  ['Man-fai', '文輝'],
  ['Suk-yee', '淑儀'],
  ['Wing-sze', '詠詩'],
]

const mainlandFamilies: [Hans, ...Hans[]] = [
  ['Lin', '林'],
  ['Zhou', '周'],
  ['Xu', '徐'],
  ['Sun', '孙'],
  ['Ma', '马'],
  ['Zhu', '朱'],
  ['Hu', '胡'],
  ['Guo', '郭'],
  ['He', '何'],
  ['Gao', '高'],
  ['Luo', '罗'],
  ['Zheng', '郑'],
  ['Fang', '方'],
]
const mainlandGiven: [Hans, ...Hans[]] = [
  ['Zihan', '子涵'],
  ['Wenjun', '文君'],
  ['Jianguo', '建国'],
  ['Xiaoling', '晓玲'],
  ['Haifeng', '海峰'],
  ['Yating', '雅婷'],
  ['Zhiyuan', '志远'],
  ['Min', '敏'],
  ['Lei', '磊'],
  ['Jing', '静'],
  ['Yifan', '一帆'],
]

// The lists have no common divisor, so as many people as their product have names of their own.
export function hongKonger(which: number): Names {
  const [family, hanFamily] = hongKongFamilies[which % hongKongFamilies.length] ?? hongKongFamilies[0]
  const [given, hanGiven] = hongKongGiven[which % hongKongGiven.length] ?? hongKongGiven[0]
  return { en: `${family} ${given}`, 'zh-Hant': hanFamily + hanGiven }
}

export function mainlander(which: number): Names {
  const [family, hanFamily] = mainlandFamilies[which % mainlandFamilies.length] ?? mainlandFamilies[0]
  const [given, hanGiven] = mainlandGiven[which % mainlandGiven.length] ?? mainlandGiven[0]
  return { en: `${given} ${family}`, 'zh-Hans': hanFamily + hanGiven }
}

type Trade = { en: string; 'zh-Hans': string; 'zh-Hant': string }

export function mainlandCompany(chance: Chance, trade: Trade): Names {
  const [stem, hans] = chance.pick(mainlandStems)
  const place = chance.percent(70)
    ? { en: 'Shenzhen Qianhai', hans: '深圳前海' }
    : { en: 'Shenzhen', hans: '深圳' }
  return {
    en: `${place.en} ${stem} ${trade.en} Co., Ltd.`,
    'zh-Hans': `${place.hans}${hans}${trade['zh-Hans']}有限公司`,
  }
}

export function hongKongCompany(chance: Chance, trade: Trade): Names {
  const [stem, hant] = chance.pick(hongKongStems)
  return { en: `${stem} ${trade.en} Limited`, 'zh-Hant': `${hant}${trade['zh-Hant']}有限公司` }
}

export function macaoCompany(chance: Chance, trade: Trade): Names {
  const [stem, hant] = chance.pick(hongKongStems)
  return {
    en: `${stem} ${trade.en} (Macao) Limited`,
    'zh-Hant': `${hant}${trade['zh-Hant']}（澳門）有限公司`,
  }
}

export const foreignCompany = (chance: Chance, trade: Trade): Names => ({
  en: `${chance.pick(foreignStems)} ${trade.en} Pte. Ltd.`,
})
