import type { Filed, Representative } from '../../server/proceedings/open.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { foreignRelated } from '../../workflows/rules/jurisdiction.ts'
import { parseMoney } from '../../workflows/rules/fees.ts'
import { sciaExpedited } from '../../workflows/rules/seat.ts'
import { arbitrations } from './arbitrations.ts'
import type { DayCalendar } from './calendar.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { inventFiling, starring } from './filings.ts'
import { litigations } from './litigations.ts'
import { confirmations, delegatedConfirmations } from './confirmations.ts'
import { enforcedAwards, enforcedJudgments } from './enforcements.ts'
import { ascertainments } from './foreignLaw.ts'
import { aroundArbitrations, aroundSuits } from './measures.ts'
import { ownCentre, special, specialNow } from './mediations.ts'
import { speakersFor } from './counsel.ts'
import type { People } from './people.ts'
import { delegations, delegationsNow, entrustments, entrustmentsNow } from './sentToMediation.ts'
import type { Beat, Clause, Scene, Setting, Story } from './story.ts'

/** A case as it will be lived: what is filed and when, and every act with its day and minute. */
export type Plan = {
  story: string
  pathway: PathwayName
  organisation: string
  mediationOrganisation: string
  filing: Filed
  representatives: Representative[]
  mediator: string
  substitute: string
  arbitrators: string[]
  expert: string
  procedure: Scene['procedure']
  foreignRelated: boolean
  /** Tells one case from another where it does not matter which. */
  number: number
  filed: { day: number; minute: number }
  acts: { beat: Beat; day: number; minute: number }[]
}

type Group = {
  pathway: PathwayName
  stories: Story[]
  /** Mediated by the special mediators from Hong Kong, of whom so many cases a month are shown. */
  special?: true
}

const groups: Group[] = [
  { pathway: 'mediation', special: true, stories: [...special, ...specialNow, ...confirmations] },
  {
    pathway: 'litigation',
    special: true,
    stories: [
      ...[...delegations, ...delegationsNow, ...delegatedConfirmations],
      ...[...entrustments, ...entrustmentsNow],
    ],
  },
  { pathway: 'mediation', stories: ownCentre },
  { pathway: 'litigation', stories: litigations },
  { pathway: 'arbitration', stories: arbitrations },
  { pathway: 'litigation', stories: [...ascertainments, ...aroundSuits, ...enforcedJudgments] },
  { pathway: 'arbitration', stories: [...aroundArbitrations, ...enforcedAwards] },
]

const hongKongOrganisations = ['HKMC', 'HKMA', 'MHJMC'] as const
/** Special mediations opened in each of the six months: 159 in all. */
const monthly = [26, 27, 26, 27, 26, 27]
const months = monthly.length

type Draft = { group: Group; story: Story; gaps: number[]; star: boolean; counsel: boolean }
/** `opened` is the day on which the case goes to a mediator, if one from Hong Kong takes it up. */
type Place = { filed: number; days: number[]; opened: number; month: number }

/** Every case of the sandbox. `scale` makes it smaller, for tests: down to one case of each story. */
export function planCases(people: People, calendar: DayCalendar, scale: number): Plan[] {
  const chance = chanceFrom(20261122)
  const drafts = groups.flatMap(group =>
    group.stories.flatMap(story =>
      Array.from({ length: Math.max(1, Math.round(story.count * scale)) }, (_, n): Draft => {
        const gaps = story.beats.map(({ after }) =>
          typeof after === 'number' ? after : chance.between(...after),
        )
        return {
          group,
          story,
          gaps,
          star: story.starring === true && n === 0,
          counsel: n !== 1 || !story.starring,
        }
      }),
    ),
  )
  const placed = [
    ...placeSpecial(
      chance,
      calendar,
      drafts.filter(({ group }) => group.special),
      scale,
    ),
    ...drafts
      .filter(({ group }) => !group.special)
      .map(draft => ({ draft, place: placeOne(chance, calendar, draft) })),
  ]
  return placed.map(({ draft, place }, number) => planOf(chance, people, calendar, draft, place, number))
}

/** Those that can only lie in few months choose first; the rest fill up the months. */
function placeSpecial(chance: Chance, calendar: DayCalendar, drafts: Draft[], scale: number) {
  const room = monthly.map(quota => quota * scale)
  const choices = drafts.map(draft => {
    const places = placesFor(calendar, draft)
    return { draft, places, open: new Set(places.map(({ month }) => month)) }
  })
  choices.sort((a, b) => a.open.size - b.open.size)
  const taken: number[] = []
  const near = ({ opened }: Place) => taken.filter(day => Math.abs(day - opened) <= 3).length
  return choices.map(({ draft, places, open }) => {
    const month = [...open].reduce((best, each) => ((room[each] ?? 0) > (room[best] ?? 0) ? each : best))
    room[month] = (room[month] ?? 0) - 1
    const within = places.filter(place => place.month === month)
    const fewest = Math.min(...within.map(near))
    const place = anyOf(
      chance,
      draft,
      within.filter(each => near(each) === fewest),
    )
    taken.push(place.opened)
    return { draft, place }
  })
}

function placeOne(chance: Chance, calendar: DayCalendar, draft: Draft): Place {
  const places = placesFor(calendar, draft)
  const recent = places.filter(({ filed }) => filed > calendar.monthsBack(months))
  return anyOf(chance, draft, recent.length > 0 ? recent : places)
}

function anyOf(chance: Chance, { story }: Draft, places: Place[]): Place {
  const [first, ...rest] = places
  if (!first) throw new Error(`the story ${story.name} does not fit into the sandbox`)
  return chance.pick([first, ...rest])
}

const longest = 300

/** Every day on which the case could have been filed, for its last act to lie as far back as its story says. */
function placesFor(calendar: DayCalendar, { group, story, gaps }: Draft): Place[] {
  const [least, most] = story.rest
  const found: (Place & { off: number })[] = []
  for (let filed = -longest; filed <= 0; filed++) {
    const days = daysOf(calendar, story, gaps, filed)
    const rest = -(days.at(-1) ?? filed)
    if (rest < 0) break
    const opening = story.beats.findIndex(
      ({ event }) => event === 'offerMediation' || event === 'entrustMediation',
    )
    const opened = days[opening] ?? filed
    const month = monthOf(calendar, opened)
    if (group.special && month === undefined) continue
    found.push({ filed, days, opened, month: month ?? 0, off: Math.max(least - rest, rest - most, 0) })
  }
  // In a week of holidays nothing may have happened for longer than a story asks: then the nearest will do.
  const nearest = Math.min(...found.map(({ off }) => off))
  return found.filter(({ off }) => off === nearest)
}

/** Which of the last six months that end today a day lies in, from 0; none of them before. */
function monthOf(calendar: DayCalendar, day: number): number | undefined {
  const month = monthly.findIndex((_, n) => day <= calendar.monthsBack(months - 1 - n))
  return day > calendar.monthsBack(months) ? month : undefined
}

function daysOf(calendar: DayCalendar, { beats }: Story, gaps: number[], filed: number): number[] {
  let day = filed
  return beats.map((beat, n) => {
    day += gaps[n] ?? 0
    // Parties act on any day, offices when they are open.
    if (!isParty(beat.by)) day = calendar.workingFrom(day)
    return day
  })
}

const isParty = (by: string) => by === 'p1' || by === 'p2'

const clauses: [Clause, ...Clause[]] = [
  ...(['scia', 'scia', 'scia', 'scia', 'scia', 'sciaUncitral'] as const),
  ...(['sciahk', 'sciahk', 'hkiac', 'hkiac'] as const),
]

function planOf(
  chance: Chance,
  people: People,
  calendar: DayCalendar,
  { group, story, star, counsel }: Draft,
  { filed, days }: Place,
  number: number,
): Plan {
  const { pathway } = group
  const setting = story.setting ?? {}
  const clause = setting.clause ?? (pathway === 'arbitration' ? chance.pick(clauses) : undefined)
  const relation = group.special || star ? 'hongKong' : (setting.relation ?? relationFor(chance, clause))
  const wanted = { ...setting, pathway, relation, ...(clause && { clause }) }
  const invented = inventFiling(chance, wanted, calendar.date(filed - chance.between(60, 95)))
  const filing = star ? starring(invented) : invented
  const { minor } = parseMoney(filing.claim.amount, filing.claim.currency)

  const organisation = organisationFor(pathway, clause, group.special ? number : undefined)
  const mediators = group.special
    ? pathway === 'mediation'
      ? people.panel(organisation)
      : hongKongOrganisations.flatMap(people.panel)
    : people.panel('QHDRC')
  const tribunal = people.panel(organisation)
  const sole = clause === 'scia' && minor <= sciaExpedited.atMost.minor
  const times = timesOf(chance, filed, days)
  return {
    story: story.name,
    pathway,
    organisation,
    mediationOrganisation: pathway === 'mediation' ? organisation : 'QHDRC',
    filing,
    representatives: speakersFor(people, { number, star, counsel, pathway, filing }),
    mediator: pickFrom(mediators, star ? 0 : number),
    substitute: pickFrom(mediators, number + 1),
    arbitrators: (sole ? [0] : [0, 5, 9]).map(n => pickFrom(tribunal, (star ? 0 : number) + n)),
    expert: pickFrom(people.desk('lawExpert', 'QIANHAI_COURT'), star ? 0 : number),
    procedure: setting.procedure ?? (minor <= 3_000_000_00 ? 'summary' : 'ordinary'),
    foreignRelated: foreignRelated(filing.parties, filing.contract),
    number,
    filed: { day: filed, minute: times.filed },
    acts: story.beats.map((beat, n) => ({ beat, day: days[n] ?? filed, minute: times.acts[n] ?? 0 })),
  }
}

function relationFor(chance: Chance, clause: Clause | undefined): NonNullable<Setting['relation']> {
  if (clause === 'hkiac' || clause === 'sciahk' || clause === 'adHocHongKong') return 'hongKong'
  return chance.pick(['hongKong', 'hongKong', 'foreign', 'domestic', 'domestic', 'domestic', 'domestic'])
}

function organisationFor(
  pathway: PathwayName,
  clause: Clause | undefined,
  special: number | undefined,
): string {
  if (pathway === 'litigation') return 'QIANHAI_COURT'
  if (pathway === 'mediation')
    return special === undefined ? 'QHDRC' : pickFrom(hongKongOrganisations, special)
  if (clause === 'hkiac') return 'HKIAC'
  if (clause === 'sciahk') return 'SCIAHK'
  return clause === 'scia' || clause === 'sciaUncitral' ? 'SCIA' : 'AD_HOC'
}

const pickFrom = (from: readonly string[], which: number): string => from[which % from.length] ?? ''

/** Offices open at nine; what happens on one day in one case happens one thing after another. */
function timesOf(chance: Chance, filed: number, days: number[]) {
  const first = chance.between(9 * 60, 11 * 60)
  let last = { day: filed, minute: first }
  const acts = days.map(day => {
    const minute = day === last.day ? last.minute + chance.between(12, 60) : chance.between(9 * 60, 16 * 60)
    last = { day, minute }
    return minute
  })
  return { filed: first, acts }
}
