import { Temporal } from 'temporal-polyfill'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { addUser, givePost, listOnRoster, type Names } from '../../server/accounts/queries.ts'
import type { Db } from '../../server/db.ts'
import type { Role } from '../../workflows/vocabulary.ts'
import { isGbaLawyer } from './counsel.ts'
import { lawyerName } from './filings.ts'
import { hongKonger, mainlander } from './names.ts'

export type People = Awaited<ReturnType<typeof addPeople>>

const posts: [Role, organisation: string, howMany: number][] = [
  ['intakeOfficer', 'QIANHAI_COURT', 3],
  ['judge', 'QIANHAI_COURT', 8],
  ['clerk', 'QIANHAI_COURT', 4],
  ['enforcementOfficer', 'QIANHAI_COURT', 2],
  ['lawExpert', 'QIANHAI_COURT', 2],
  ['judge', 'SHENZHEN_INTERMEDIATE', 3],
  ['appellateJudge', 'SHENZHEN_INTERMEDIATE', 4],
  ['judge', 'HK_CFI', 2],
  ['mediationCoordinator', 'HKMC', 1],
  ['mediationCoordinator', 'QHDRC', 2],
  ['mediationCoordinator', 'HKMA', 1],
  ['mediationCoordinator', 'MHJMC', 1],
  ['tribunalSecretary', 'SCIA', 2],
  ['tribunalSecretary', 'SCIAHK', 1],
  ['tribunalSecretary', 'HKIAC', 1],
  ['tribunalSecretary', 'AD_HOC', 1],
  ['administrator', 'PLATFORM', 1],
  ['intakeOfficer', 'SHENZHEN_INTERMEDIATE', 1],
  ['clerk', 'SHENZHEN_INTERMEDIATE', 1],
  ['enforcementOfficer', 'SHENZHEN_INTERMEDIATE', 2],
]

const panels: { organisation: string; role: 'mediator' | 'arbitrator'; origin: string; size: number }[] = [
  { organisation: 'HKMC', role: 'mediator', origin: 'HK', size: 13 },
  { organisation: 'HKMA', role: 'mediator', origin: 'HK', size: 11 },
  { organisation: 'MHJMC', role: 'mediator', origin: 'HK', size: 9 },
  { organisation: 'QHDRC', role: 'mediator', origin: 'MAINLAND', size: 14 },
  { organisation: 'SCIA', role: 'arbitrator', origin: 'MAINLAND', size: 12 },
  { organisation: 'SCIAHK', role: 'arbitrator', origin: 'HK', size: 6 },
  { organisation: 'HKIAC', role: 'arbitrator', origin: 'HK', size: 8 },
  { organisation: 'AD_HOC', role: 'arbitrator', origin: 'HK', size: 6 },
]

/** Those to sign in as: the first of their post, or of a panel. */
const addresses: Record<string, string> = {
  'intakeOfficer QIANHAI_COURT': 'intake',
  'judge QIANHAI_COURT': 'judge',
  'clerk QIANHAI_COURT': 'clerk',
  'enforcementOfficer QIANHAI_COURT': 'enforcement',
  'lawExpert QIANHAI_COURT': 'expert',
  'mediationCoordinator HKMC': 'coordinator',
  'tribunalSecretary SCIA': 'secretary',
  'administrator PLATFORM': 'admin',
  'mediator HKMC': 'mediator',
  'arbitrator SCIA': 'arbitrator',
}

const lawyers = 44
/** The roll of people's assessors, half of them from Hong Kong. */
const assessors = 12
const since = '2020-01-01'

/** Of mediators, who accredited them. */
const accreditationOf = (role: string, origin: string, n: number): string | undefined => {
  if (role !== 'mediator') return undefined
  if (origin === 'MAINLAND') return 'courtMediator'
  return n % 3 === 0 ? 'gbaMediator' : 'hkmaal'
}

/** Everybody of the sandbox, with one password. Those to sign in as are the first of their kind, and so found first. */
export async function addPeople(owner: Db, password: string, at: string) {
  const passwordHash = await hashPassword(password)
  let count = 0
  const add = (name: Names, address?: string) => {
    count++
    const email = `${address ?? `person${String(count).padStart(3, '0')}`}@example.test`
    const entered = Temporal.Instant.from(at).add({ milliseconds: count }).toString()
    return addUser(owner, { email, name, passwordHash, at: entered })
  }

  const party = await add(hongKonger(130), 'party')
  const counterparty = await add(mainlander(141), 'counterparty')

  const desks = new Map<string, string[]>()
  for (const [role, organisation, howMany] of posts) {
    const held: string[] = []
    for (let n = 0; n < howMany; n++) {
      const fromHongKong = organisation.startsWith('HK') || organisation === 'MHJMC' || role === 'lawExpert'
      const name = fromHongKong ? hongKonger : mainlander
      const id = await add(name(count), n === 0 ? addresses[`${role} ${organisation}`] : undefined)
      await givePost(owner, id, organisation, role, since)
      if (role === 'lawExpert') await listOnRoster(owner, id, organisation, { role, origin: 'HK', since })
      held.push(id)
    }
    desks.set(`${role} ${organisation}`, held)
  }

  const listed = new Map<string, string[]>()
  for (const { organisation, role, origin, size } of panels) {
    const style = role === 'mediator' && { style: origin === 'HK' ? 'facilitative' : 'evaluative' }
    const members: string[] = []
    for (let n = 0; n < size; n++) {
      const name = origin === 'HK' ? hongKonger : mainlander
      const id = await add(name(count), n === 0 ? addresses[`${role} ${organisation}`] : undefined)
      await givePost(owner, id, organisation, role, since)
      const accreditation = accreditationOf(role, origin, n)
      await listOnRoster(owner, id, organisation, { role, origin, since, accreditation, ...style })
      members.push(id)
    }
    listed.set(organisation, members)
  }

  const counsel: string[] = []
  for (let n = 0; n < lawyers; n++) {
    const id = await add(lawyerName(n))
    const role = isGbaLawyer(n) ? 'gbaLawyer' : 'lawyer'
    await listOnRoster(owner, id, 'PLATFORM', { role, origin: isGbaLawyer(n) ? 'HK' : 'MAINLAND', since })
    counsel.push(id)
  }

  const term = Temporal.PlainDate.from(at.slice(0, 10))
  for (let n = 0; n < assessors; n++) {
    const fromHongKong = n % 2 === 0
    const id = await add((fromHongKong ? hongKonger : mainlander)(200 + n))
    await listOnRoster(owner, id, 'QIANHAI_COURT', {
      role: 'juror',
      origin: fromHongKong ? 'HK' : 'MAINLAND',
      since: term.subtract({ months: n }).toString(),
      until: term.subtract({ months: n }).add({ years: 5 }).subtract({ days: 1 }).toString(),
      bornOn: `${String(1968 + n * 2)}-05-17`,
    })
  }

  return {
    party,
    counterparty,
    counsel,
    /** Who holds a post in an organisation. */
    desk: (role: string, organisation: string) => desks.get(`${role} ${organisation}`) ?? [],
    /** Whom an organisation lists, the one to sign in as first. */
    panel: (organisation: string) => listed.get(organisation) ?? [],
  }
}
