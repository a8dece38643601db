import type { Logger } from 'pino'
import { ringDue } from '../../server/clock.ts'
import type { Actor, Db, Trx } from '../../server/db.ts'
import { writeNote } from '../../server/notes/write.ts'
import { fireEvent } from '../../server/proceedings/fireEvent.ts'
import { openCase, openFirst } from '../../server/proceedings/open.ts'
import { openOnCase } from '../../server/proceedings/openOnCase.ts'
import { leaveEngine } from '../../server/proceedings/queries.ts'
import type { Data } from '../../workflows/fields.ts'
import type { PathwayName, Role } from '../../workflows/vocabulary.ts'
import { formatMinor, parseMoney } from '../../workflows/rules/fees.ts'
import type { DayCalendar } from './calendar.ts'
import type { People } from './people.ts'
import { phraseIn, type Phrase } from './phrases.ts'
import type { Plan } from './plans.ts'
import { feesOpen, handling, sitting } from './queries.ts'
import { writtenAfter } from './rooms.ts'
import { keepRates, rainOn } from './registers.ts'
import type { Scene, Who } from './story.ts'

type Stage = { app: Db; owner: Db; log: Logger; people: People; calendar: DayCalendar; now: string }

type Case = { plan: Plan; reference: string }

const atOnce = 6
const actsOn = (day: number, { acts }: Plan) => acts.filter(act => act.day === day)

/**
 * Lives through all cases day by day on a virtual clock, by the app's own functions. Cases are entered one after
 * another, so that their references run by date, while the day before is lived; acts of one day in different cases
 * happen at once.
 */
export async function live(stage: Stage, plans: Plan[], progress: (text: string) => void): Promise<void> {
  const cases: Case[] = plans.map(plan => ({ plan, reference: '' }))
  const first = Math.min(...plans.map(({ filed }) => filed.day))
  const all = plans.reduce((sum, { acts }) => sum + acts.length + 1, 0)
  let done = 0
  let told = 0
  let rained = false
  const administrator = { id: stage.people.desk('administrator', 'PLATFORM')[0] ?? '' }
  await keepRates({ ...stage, administrator })
  const enterOn = (day: number) => {
    const filed = cases.filter(({ plan }) => plan.filed.day === day)
    filed.sort((a, b) => a.plan.filed.minute - b.plan.filed.minute)
    return share(stage.app, filed, 1, trx => async one => {
      one.reference = await file(trx, stage, one.plan)
      done++
    })
  }
  const actOn = async (day: number) => {
    await ringDue(stage.app, stage.calendar.instant(day, 1, stage.now), stage.log)
    rained ||= await rainOn({ ...stage, administrator }, day)
    const busy = cases.filter(({ plan }) => actsOn(day, plan).length > 0)
    await share(stage.app, busy, atOnce, trx => async ({ plan, reference }) => {
      for (const act of actsOn(day, plan)) {
        await perform(trx, stage, plan, reference, act)
        done++
      }
    })
  }
  await enterOn(first)
  for (let day = first; day <= 0; day++) {
    await Promise.all([actOn(day), enterOn(day + 1)])

    const percent = Math.floor((done / all) * 10) * 10
    if (percent > told) progress(`${percent} %, ${stage.calendar.date(day)}`)
    told = Math.max(told, percent)
  }
  await ringDue(stage.app, stage.now, stage.log)
}

/**
 * So many share the work; what one of them does in a day is written in one transaction, which spares many a commit.
 * What is looked up outside of it is never of the same day.
 */
async function share<T>(
  db: Db,
  items: T[],
  hands: number,
  work: (trx: Trx) => (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const hand = () =>
    db.transaction().execute(async trx => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(trx)(item)
    })
  await Promise.all(Array.from({ length: Math.min(hands, items.length) }, hand))
}

async function file(trx: Trx, { calendar, now }: Stage, plan: Plan): Promise<string> {
  const { filing, pathway, organisation, representatives, filed } = plan
  const at = calendar.instant(filed.day, filed.minute, now)
  const filer = { id: userOf(plan, 'p1') }
  const held = await openCase(trx, filer, filing, representatives, at)
  await openFirst(trx, filer, held, filing, {
    pathway,
    organisation,
    part: { role: 'claimant', party: 'p1' },
    at,
    ...(pathway === 'mediation'
      ? { type: 'propose', data: { kind: 'institutional' } }
      : { type: 'createDraft', data: {} }),
  })
  await leaveEngine(trx)
  return held.reference
}

const userOf = ({ representatives }: Plan, party: string) =>
  representatives.find(each => each.party === party)?.user ?? ''

type Act = Plan['acts'][number]

/** What a party asks for on a case that is there already. */
const openings: Partial<Record<PathwayName, string>> = {
  judicialConfirmation: 'applyJointly',
  interimMeasures: 'apply',
  enforcement: 'apply',
}

/** @throws if the act is refused: that is a mistake in the story, which says what it was doing. */
async function perform(trx: Trx, stage: Stage, plan: Plan, reference: string, act: Act): Promise<void> {
  const { in: pathway, by, event } = act.beat
  const at = stage.calendar.instant(act.day, act.minute, stage.now)
  try {
    const actor = await actorOf(stage, plan, reference, pathway, by)
    const data = await dataOf(stage, plan, reference, act)
    const party = plan.representatives.some(each => each.party === by) ? { party: by } : {}
    if (openings[pathway] === event)
      await openOnCase(trx, actor, reference, pathway, { type: event, data, at, ...party })
    else await fireEvent(trx, actor, { reference, pathway, ordinal: 1 }, { type: event, data, at, ...party })
    await writeDown(trx, stage, plan, reference, act)
  } catch (cause) {
    const where = `${plan.story} (${reference}, ${stage.calendar.date(act.day)})`
    throw new Error(`${where}: ${pathway} ${event} by ${by}: ${String(cause)}`, { cause })
  }
}

async function writeDown(trx: Trx, stage: Stage, plan: Plan, reference: string, act: Act): Promise<void> {
  const say = (phrase: Phrase) => phraseIn(plan.filing.language, phrase, plan.number)
  for (const { by, room, note, minutes } of writtenAfter(plan, act.beat, stage.people.party, say)) {
    const actor = await actorOf(stage, plan, reference, act.beat.in, by)
    const at = stage.calendar.instant(act.day, act.minute + minutes, stage.now)
    await writeNote(trx, actor, { reference, pathway: act.beat.in, ordinal: '1', room }, note, at)
  }
}

const courtOffices: Who[] = ['intakeOfficer', 'clerk', 'enforcementOfficer']

async function deskOf(
  { owner, people }: Stage,
  { organisation, mediationOrganisation, pathway: first }: Plan,
  reference: string,
  pathway: PathwayName,
  by: Role,
): Promise<string[]> {
  if (by === 'tribunalSecretary') return people.desk(by, organisation)
  if (by === 'mediationCoordinator') return people.desk(by, mediationOrganisation)
  if (!courtOffices.includes(by)) return []
  // Which court is competent for what is opened later, the server decides.
  return people.desk(by, pathway === first ? organisation : await handling(owner, reference, pathway))
}

async function actorOf(
  stage: Stage,
  plan: Plan,
  reference: string,
  pathway: PathwayName,
  by: Who,
): Promise<Actor> {
  if (by === 'p1' || by === 'p2') return { id: userOf(plan, by) }
  if (by === 'mediator') return { id: plan.mediator }
  if (by === 'substitute') return { id: plan.substitute }
  if (by === 'arbitrator') return { id: plan.arbitrators[0] ?? '' }
  const desk = await deskOf(stage, plan, reference, pathway, by)
  const id = desk[plan.number % desk.length] ?? (await sitting(stage.owner, reference, pathway, by))
  if (id === undefined) throw new Error(`nobody is ${by}`)
  return { id }
}

async function dataOf(stage: Stage, plan: Plan, reference: string, act: Act): Promise<Data> {
  const { event, by, data } = act.beat
  const judge =
    event === 'requestRecusal' ? ((await sitting(stage.owner, reference, act.beat.in, 'judge')) ?? '') : ''
  const given = data(sceneOf(stage, plan, act, judge))
  const fees = { payFee: { stage: 'case', payer: null }, payAppealFee: { stage: 'appeal', payer: by } }
  if (event !== 'payFee' && event !== 'payAppealFee') return given
  return { ...given, amount: formatMinor(await feesOpen(stage.owner, reference, fees[event])) }
}

function sceneOf({ calendar }: Stage, plan: Plan, act: Act, judge: string): Scene {
  const { filing, number, acts } = plan
  const next = acts[acts.indexOf(act) + 1]?.day ?? act.day
  const { minor } = parseMoney(filing.claim.amount, filing.claim.currency)
  const part = (percent: number) => Math.round((minor * percent) / 100)
  return {
    ...plan,
    judge,
    on: calendar.date(act.day),
    next: calendar.date(next),
    day: days => calendar.date(act.day + days),
    later: days => calendar.date(calendar.workingFrom(act.day + days)),
    both: filing.parties.map(({ id }) => id),
    share: percent => formatMinor(part(percent)),
    rest: percent => formatMinor(minor - part(percent)),
    method: party => {
      const domicile = filing.parties.find(({ id }) => id === party)?.domicile
      if (domicile === 'CN') return number % 3 === 0 ? 'electronic' : 'post'
      return domicile === 'SG' ? 'post' : 'arrangement'
    },
    say: phrase => phraseIn(filing.language, phrase, number),
  }
}
