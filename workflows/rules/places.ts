import type { PartyInLaw, Place } from './facts.ts'

export const isHongKongOrMacao = (place: string | undefined) => place === 'HK' || place === 'MO'

/** Hong Kong, Macao and Taiwan are treated as foreign-related by reference (GL-2). */
export const isByReference = (place: string | undefined) => isHongKongOrMacao(place) || place === 'TW'

/** The nine cities of the Greater Bay Area (GL-17), by their names in the filings' languages. */
const nineCities = {
  GUANGZHOU: /guangzhou|广州|廣州/i,
  SHENZHEN:
    /shenzhen|深圳|futian|福田|luohu|罗湖|羅湖|nanshan|南山|bao.?an|宝安|寶安|longgang|龙岗|龍崗|yantian|盐田|鹽田|longhua|龙华|龍華|pingshan|坪山|guangming|光明|dapeng|大鹏|大鵬|qianhai|前海|shekou|蛇口/i,
  ZHUHAI: /zhuhai|珠海|hengqin|横琴|橫琴/i,
  FOSHAN: /foshan|佛山/i,
  HUIZHOU: /huizhou|惠州/i,
  DONGGUAN: /dongguan|东莞|東莞/i,
  ZHONGSHAN: /zhongshan|中山/i,
  JIANGMEN: /jiangmen|江门|江門/i,
  ZHAOQING: /zhaoqing|肇庆|肇慶/i,
}
export type GbaCity = keyof typeof nineCities

/** Which of the nine cities a Mainland company is registered in; null elsewhere, undefined where no city is known. */
export function cityOf({ registration }: Pick<PartyInLaw, 'registration'>): GbaCity | null | undefined {
  if (registration?.jurisdiction !== 'CN') return null
  const { city, inQianhaiCooperationZone, inQianhaiShekouFtz } = registration
  if (inQianhaiCooperationZone || inQianhaiShekouFtz) return 'SHENZHEN'
  if (city === undefined) return undefined
  return cities.find(name => nineCities[name].test(city)) ?? null
}

const cities: GbaCity[] = [
  'GUANGZHOU',
  'SHENZHEN',
  'ZHUHAI',
  'FOSHAN',
  'HUIZHOU',
  'DONGGUAN',
  'ZHONGSHAN',
  'JIANGMEN',
  'ZHAOQING',
]

const isMainland = (origin: string) => origin === 'MAINLAND' || origin === 'CN'

/** Wholly or partly invested from Hong Kong or Macao and registered in the Mainland: the share does not matter (GL-16). */
export const isHongKongOrMacaoInvested = ({ registration, investors }: Enterprise) =>
  registration?.jurisdiction === 'CN' && investors.some(({ origin }) => isHongKongOrMacao(origin))

/** Invested from outside the Mainland, Hong Kong, Macao and Taiwan included (GL-15). */
export const isForeignFunded = ({ registration, investors }: Enterprise) =>
  registration?.jurisdiction === 'CN' && investors.some(({ origin }) => !isMainland(origin))

/** Wholly invested from outside the Mainland. */
export const isWhollyForeignOwned = (company: Enterprise) =>
  isForeignFunded(company) && company.investors.every(({ origin }) => !isMainland(origin))

/** Whose money from Hong Kong or Macao comes by way of another place, or may: the Reply does not say (GL-20). */
export const mayBeInvestedIndirectly = ({ registration, investors }: Enterprise) =>
  registration?.jurisdiction === 'CN' &&
  !investors.some(({ origin }) => isHongKongOrMacao(origin)) &&
  investors.some(({ origin, ultimateOrigin }) =>
    ultimateOrigin === undefined ? !isMainland(origin) && origin !== 'TW' : isHongKongOrMacao(ultimateOrigin),
  )

type Enterprise = Pick<PartyInLaw, 'registration' | 'investors'>

/** The place that all of them share, if there is one. */
export function commonPlace(places: readonly Place[]): Place | undefined {
  const [first, ...rest] = places
  return rest.every(place => place === first) ? first : undefined
}
