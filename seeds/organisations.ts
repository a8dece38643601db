import { addOrganisation, addUser, type Names } from '../server/accounts/queries.ts'
import type { Db } from '../server/db.ts'
import { CLOCK } from '../server/proceedings/fireEvent.ts'

const named = (en: string, hans: string, hant: string): Names => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })

/** The bodies that work on the platform, each independent of the others, and the clock. */
export const organisations = [
  {
    code: 'SHENZHEN_INTERMEDIATE',
    kind: 'court',
    name: named('Shenzhen Intermediate People’s Court', '深圳市中级人民法院', '深圳市中級人民法院'),
  },
  {
    code: 'QIANHAI_COURT',
    kind: 'court',
    appealsTo: 'SHENZHEN_INTERMEDIATE',
    name: named(
      'Shenzhen Qianhai Cooperation Zone People’s Court',
      '深圳前海合作区人民法院',
      '深圳前海合作區人民法院',
    ),
  },
  {
    code: 'HK_CFI',
    kind: 'court',
    name: named('Court of First Instance of the High Court', '高等法院原讼法庭', '高等法院原訟法庭'),
  },
  {
    code: 'QHDRC',
    kind: 'mediation',
    name: named('Qianhai Court Litigation–Mediation Centre', '前海法院诉调对接中心', '前海法院訴調對接中心'),
  },
  {
    code: 'HKMC',
    kind: 'mediation',
    name: named('Hong Kong Mediation Centre', '香港和解中心', '香港和解中心'),
  },
  {
    code: 'HKMA',
    kind: 'mediation',
    name: named('Hong Kong Mediation Association', '香港调解协会', '香港調解協會'),
  },
  {
    code: 'MHJMC',
    kind: 'mediation',
    name: named(
      'Mainland–Hong Kong Joint Mediation Center',
      '内地—香港联合调解中心',
      '內地—香港聯合調解中心',
    ),
  },
  {
    code: 'SCIA',
    kind: 'arbitration',
    name: named('Shenzhen Court of International Arbitration', '深圳国际仲裁院', '深圳國際仲裁院'),
  },
  {
    code: 'SCIAHK',
    kind: 'arbitration',
    name: named(
      'South China International Arbitration Center (HK)',
      '华南（香港）国际仲裁院',
      '華南（香港）國際仲裁院',
    ),
  },
  {
    code: 'HKIAC',
    kind: 'arbitration',
    name: named('Hong Kong International Arbitration Centre', '香港国际仲裁中心', '香港國際仲裁中心'),
  },
  {
    code: 'AD_HOC',
    kind: 'arbitration',
    name: named('Ad hoc tribunals', '临时仲裁庭', '臨時仲裁庭'),
  },
  {
    code: 'PLATFORM',
    kind: 'platform',
    name: named('Qianhai Dispute Resolution', '前海争议解决平台', '前海爭議解決平台'),
  },
] as const

/** What every database needs before its first case: the organisations, and the clock as an actor nobody can be. */
export async function addOrganisations(owner: Db, at: string): Promise<void> {
  for (const organisation of organisations) await addOrganisation(owner, organisation)
  await addUser(owner, {
    id: CLOCK.id,
    email: 'clock@platform.invalid',
    name: named('The clock', '系统时钟', '系統時鐘'),
    passwordHash: '',
    at,
  })
}
