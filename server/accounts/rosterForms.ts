import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { typedDay } from '../web/typedDay.ts'
import { origins, read, styles, type Read, type Wrong } from './registersForms.ts'

/** Who is listed, and the kinds of organisation that keep such a roster; the platform keeps the register of lawyers. */
export const rosters = {
  mediator: ['mediation', 'court'],
  arbitrator: ['arbitration'],
  lawExpert: ['expert', 'court'],
  juror: ['court'],
  lawyer: ['platform'],
  gbaLawyer: ['platform'],
} as const
export type RosterRole = keyof typeof rosters
export const rosterRoles = Object.keys(rosters) as RosterRole[]
export const accreditations = ['hkmaal', 'gbaMediator', 'courtMediator', 'institution'] as const

const leastAge = { years: 28 }
const term = { years: 5 }

export type Listing = {
  role: RosterRole
  origin: string
  since: string
  style?: string | undefined
  until?: string | undefined
  accreditation?: string | undefined
  bornOn?: string | undefined
}

const blank = z.literal('').transform(() => undefined)
const chosen = <const Values extends readonly string[]>(values: Values, error: string) =>
  z.union([blank, z.enum(values)], { error }).optional()
const day = z.iso.date('day')

const form = z.object({
  rosterOrganisation: z.string({ error: 'organisation' }).regex(/^[A-Z0-9_]{2,40}$/, 'organisation'),
  rosterRole: z.enum(rosterRoles, { error: 'role' }),
  origin: z.enum(origins, { error: 'origin' }),
  style: chosen(styles, 'style'),
  accreditation: chosen(accreditations, 'accreditation'),
  listedOn: day.optional(),
  expiresOn: day.optional(),
  bornOn: day.optional(),
  excluded: chosen(['yes', 'no'], 'excluded'),
})

/** Reads a listing: its days, and of people's assessors the age and what else shuts out (L23 5–7, 13). */
export function readListing(body: unknown, today: string): Read<{ organisation: string; listing: Listing }> {
  const typed = { ...(typeof body === 'object' ? (body as Record<string, unknown>) : {}) }
  for (const name of ['listedOn', 'expiresOn', 'bornOn']) typed[name] = typedDay(typed, name)
  const { data, wrong } = read(form, typed)
  if (!data) return { wrong }
  const since = data.listedOn ?? today
  const problems: Wrong = {}
  if (data.expiresOn !== undefined && data.expiresOn < since) problems.expiresOn = 'endsBefore'
  if (data.rosterRole === 'juror') Object.assign(problems, jurorProblems(data, since))
  if (Object.keys(problems).length > 0) return { wrong: problems }
  const until = data.expiresOn ?? (data.rosterRole === 'juror' ? endOfTerm(since) : undefined)
  const { rosterRole: role, origin, style, accreditation, bornOn } = data
  return {
    data: {
      organisation: data.rosterOrganisation,
      listing: {
        role,
        origin,
        since,
        until,
        style,
        accreditation,
        bornOn: role === 'juror' ? bornOn : undefined,
      },
    },
  }
}

function jurorProblems({ bornOn, excluded }: z.infer<typeof form>, since: string): Wrong {
  if (bornOn === undefined) return { bornOn: 'bornOn' }
  if (Temporal.PlainDate.from(bornOn).add(leastAge).toString() > since) return { bornOn: 'tooYoung' }
  return excluded === 'no' ? {} : { excluded: excluded === 'yes' ? 'excludedYes' : 'excluded' }
}

const endOfTerm = (since: string) => Temporal.PlainDate.from(since).add(term).subtract({ days: 1 }).toString()
