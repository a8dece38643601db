import { sql } from 'kysely'
import { addUser, givePost, listOnRoster } from '../server/accounts/queries.ts'
import type { Actor, Db } from '../server/db.ts'
import type { PathwayName, Role } from '../workflows/vocabulary.ts'

/** Where people of each role work, where a story appoints nobody. */
const posts: [Role, string][] = [
  ['intakeOfficer', 'QIANHAI_COURT'],
  ['judge', 'QIANHAI_COURT'],
  ['clerk', 'QIANHAI_COURT'],
  ['enforcementOfficer', 'QIANHAI_COURT'],
  ['lawExpert', 'QIANHAI_COURT'],
  ['intakeOfficer', 'SHENZHEN_INTERMEDIATE'],
  ['judge', 'SHENZHEN_INTERMEDIATE'],
  ['clerk', 'SHENZHEN_INTERMEDIATE'],
  ['enforcementOfficer', 'SHENZHEN_INTERMEDIATE'],
  ['appellateJudge', 'SHENZHEN_INTERMEDIATE'],
  ['judge', 'HK_CFI'],
  ['mediationCoordinator', 'QHDRC'],
  ['mediationCoordinator', 'HKMC'],
  ['mediationCoordinator', 'HKMA'],
  ['mediationCoordinator', 'MHJMC'],
  ['tribunalSecretary', 'SCIA'],
  ['tribunalSecretary', 'SCIAHK'],
  ['tribunalSecretary', 'HKIAC'],
  ['tribunalSecretary', 'AD_HOC'],
  ['arbitrator', 'SCIA'],
  ['arbitrator', 'SCIAHK'],
  ['arbitrator', 'HKIAC'],
  ['arbitrator', 'AD_HOC'],
  ['administrator', 'PLATFORM'],
]

const long = '2020-01-01'

/** One person for every post, who cannot sign in. */
export async function addCast(owner: Db, at: string): Promise<void> {
  for (const [role, code] of posts) {
    const email = `${role}.${code}@cast.example.test`.toLowerCase()
    const id = await addUser(owner, { email, name: { en: `${role} ${code}` }, passwordHash: '', at })
    await givePost(owner, id, code, role, long)
  }
}

/** A person whom a story names by an id of its own. */
export async function addPerson(owner: Db, id: string, at: string, email?: string): Promise<string> {
  return addUser(owner, { email: email ?? `${id}@cast.example.test`, name: { en: id }, passwordHash: '', at })
}

export const addMediator = (owner: Db, user: string, organisation: string, origin: string, style: string) =>
  listOnRoster(owner, user, organisation, { role: 'mediator', origin, style, since: long })

/** Accredited and free of conflicts: arbitrators, judges and others whom a story does not declare. */
export async function accredit(owner: Db, user: string): Promise<void> {
  await listOnRoster(owner, user, 'SCIA', { role: 'arbitrator', origin: 'MAINLAND', since: long })
  await listOnRoster(owner, user, 'QIANHAI_COURT', { role: 'lawExpert', origin: 'HK', since: long })
  await listOnRoster(owner, user, 'QHDRC', {
    role: 'mediator',
    origin: 'MAINLAND',
    style: 'evaluative',
    since: long,
  })
}

/** Who plays a role in a proceeding: whoever is assigned, else somebody of an organisation concerned with it. */
export async function playerOf(
  owner: Db,
  reference: string,
  pathway: PathwayName,
  role: string,
): Promise<Actor | undefined> {
  const { rows } = await sql<{ id: string }>`
    with concerned as (
      select p.id, p.parent_id, p.organisation_id, o.appeals_to, parent.organisation_id as parent_organisation,
             s.context -> 'facts' ->> 'supervisoryCourt' as supervisory
        from proceedings p
        join organisations o on o.id = p.organisation_id
        join snapshots s on s.proceeding_id = p.id
        left join proceedings parent on parent.id = p.parent_id
       where p.reference = ${reference}
       order by p.pathway = ${pathway} desc, p.pathway in ('litigation', 'arbitration') desc, p.ordinal desc limit 1)
    select id from (
      select a.user_id as id, 0 as rank from assignments a, concerned c
       where a.role = ${role} and a.until_seq is null and a.proceeding_id in (c.id, c.parent_id)
      union all
      select post.user_id, case
          when home.code = c.supervisory then 1
          when post.organisation_id = c.organisation_id then 2
          when post.organisation_id = c.appeals_to then 3
          when post.organisation_id = c.parent_organisation then 4
          else 5 end
        from posts post join organisations home on home.id = post.organisation_id left join concerned c on true
       where post.role = ${role} and post.until is null) players
    order by rank, id limit 1
  `.execute(owner)
  return rows[0]
}
