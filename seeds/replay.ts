import type { Logger } from 'pino'
import { z } from 'zod'
import { ringDue } from '../server/clock.ts'
import { asActor, type Actor, type Db } from '../server/db.ts'
import { NotFound } from '../server/errors.ts'
import { fireEvent } from '../server/proceedings/fireEvent.ts'
import { leaveEngine } from '../server/proceedings/queries.ts'
import { openCase, openFirst } from '../server/proceedings/open.ts'
import { openOnCase } from '../server/proceedings/openOnCase.ts'
import { morningOf } from '../server/time.ts'
import type { Data } from '../workflows/fields.ts'
import { filingSchema } from '../workflows/rules/facts.ts'
import { pathways } from '../workflows/index.ts'
import { guardsOf, Refused } from '../workflows/step.ts'
import { pathwayNames, type PathwayName } from '../workflows/vocabulary.ts'
import { accredit, addMediator, addPerson, playerOf } from './cast.ts'
import { expectationSchema, unmet } from './expectations.ts'

const pathway = z.enum(pathwayNames)
const actSchema = z.object({
  in: pathway,
  event: z.string(),
  by: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
})
const stepSchema = z.union([
  z.object({ on: z.iso.date(), expect: expectationSchema }),
  z.object({ on: z.iso.date(), refuse: actSchema.extend({ reason: z.enum(['role', 'state', 'guard']) }) }),
  actSchema.extend({ on: z.iso.date() }),
])

export const storySchema = filingSchema.extend({ name: z.string(), story: z.array(stepSchema) })
export type Story = z.infer<typeof storySchema>
type StoryStep = Story['story'][number]

export type Report = {
  name: string
  passed: boolean
  steps: number
  failures: { step: number; on: string; what: string }[]
}

type Stage = { app: Db; owner: Db; log: Logger; watch?: Watch }

/** Looks on just before something is done: by whom, in which proceeding, or that it begins one. */
export type Watch = (act: {
  actor: Actor
  reference: string
  pathway: PathwayName
  ordinal: number | undefined
  event: string
  data: Data
  at: string
}) => Promise<void>

/**
 * Files the case and lives through its story on a virtual clock, with the app's own functions: what passes here passes
 * through the forms. Each step is recorded at nine in the morning in Shenzhen of its day.
 */
export async function replay(stage: Stage, given: Story): Promise<Report> {
  const failures: Report['failures'] = []
  const story = withOutsider(given)
  const play = await file(stage, story)
  for (const [index, step] of story.story.entries()) {
    await ringDue(stage.app, morningOf(step.on), stage.log)
    for (const what of await act(stage, play, step)) failures.push({ step: index + 1, on: step.on, what })
  }
  return { name: story.name, passed: failures.length === 0, steps: story.story.length, failures }
}

/** Whoever comes from outside to object is known to the case before, even where the story does not say who it is. */
function withOutsider(story: Story): Story {
  const acts = story.story.map(step => ('refuse' in step ? step.refuse : step))
  const asked = acts.some(act => 'by' in act && act.by === 'thirdParty')
  if (!asked || story.parties.some(({ side }) => side === 'thirdParty')) return story
  const outsider = {
    id: 'outsider',
    side: 'thirdParty',
    kind: 'person',
    name: { en: 'Somebody else', 'zh-Hans': '案外人', 'zh-Hant': '案外人' },
    domicile: 'CN',
    investors: [],
  } satisfies Story['parties'][number]
  return { ...story, parties: [...story.parties, outsider] }
}

type Play = { story: Story; reference: string; people: Map<string, string> }

async function file(stage: Stage, story: Story): Promise<Play> {
  const at = morningOf(story.filedOn)
  const people = new Map<string, string>()
  for (const { id, email } of story.parties) people.set(id, await addPerson(stage.owner, id, at, email))
  for (const { id, organisation = 'QHDRC', origin = 'MAINLAND', style = 'evaluative' } of story.panel) {
    const person = await addPerson(stage.owner, id, at)
    await addMediator(stage.owner, person, organisation, origin, style)
    people.set(id, person)
  }
  const claimant = story.parties.find(({ side }) => side === 'claimant')
  const filer = { id: people.get(claimant?.id ?? '') ?? '' }
  const representatives = story.parties.map(({ id }) => ({
    party: id,
    user: people.get(id) ?? '',
    capacity: 'self' as const,
    specialAuthority: true,
  }))
  const reference = await asActor(stage.app, filer, async trx => {
    const held = await openCase(trx, filer, story, representatives, at)
    await openFirst(trx, filer, held, story, {
      pathway: story.pathway,
      organisation: organisationOf(story),
      part: { role: 'claimant', ...(claimant && { party: claimant.id }) },
      at,
      ...(story.pathway === 'mediation'
        ? { type: 'propose', data: { kind: 'institutional' } }
        : { type: 'createDraft', data: {} }),
    })
    await leaveEngine(trx)
    return held.reference
  })
  return { story, reference, people }
}

/** The body that the case is brought to: the court, an institution that the clause names, a mediation centre. */
function organisationOf({ pathway, contract, panel }: Story): string {
  if (pathway === 'litigation') return 'QIANHAI_COURT'
  if (pathway === 'mediation') return panel[0]?.organisation ?? 'QHDRC'
  const { institution } = contract
  return institution === 'SCIA' || institution === 'SCIAHK' || institution === 'HKIAC'
    ? institution
    : 'AD_HOC'
}

async function act(stage: Stage, play: Play, step: StoryStep): Promise<string[]> {
  if ('expect' in step) return unmet(stage.owner, play.reference, step.expect)
  if ('refuse' in step) {
    const { reason } = step.refuse
    const refused = await attempt(stage, play, step.refuse, step.on)
    const what = `${step.refuse.event} by ${step.refuse.by}`
    if (refused === null) return [`${what} was not refused (expected ${reason})`]
    return refused.reason === reason
      ? []
      : [`${what} was refused for ${refused.reason} (${refused.condition ?? ''}), not for ${reason}`]
  }
  // Filing a mediation is proposing it; another one is proposed once that is over.
  const isFiling = step.in === 'mediation' && step.event === 'propose' && play.story.pathway === 'mediation'
  if (isFiling && (await newest(stage, play.reference, step.in, step.event)) !== undefined) return []
  const refused = await attempt(stage, play, step, step.on, stage.watch)
  return refused === null
    ? []
    : [`${step.event} by ${step.by} was refused: ${refused.reason} ${refused.condition ?? ''}`]
}

async function attempt(
  stage: Stage,
  play: Play,
  { in: name, event, by, data }: z.infer<typeof actSchema>,
  on: string,
  watch?: Watch,
): Promise<{ reason: string; condition?: string | undefined } | null> {
  const actor = await actorOf(stage, play, name, by)
  if (!actor) return { reason: 'role', condition: `nobody plays ${by}` }
  const given = await withPeople(stage, play, data, morningOf(on))
  const at = morningOf(on)
  const ordinal = await newest(stage, play.reference, name, event)
  const party = play.people.has(by) ? { party: by } : {}
  await watch?.({ actor, reference: play.reference, pathway: name, ordinal, event, data: given, at })
  try {
    await asActor(stage.app, actor, async trx => {
      if (ordinal === undefined)
        return openOnCase(trx, actor, play.reference, name, { type: event, data: given, at, ...party })
      return fireEvent(
        trx,
        actor,
        { reference: play.reference, pathway: name, ordinal },
        { type: event, data: given, at, ...party },
      )
    })
    return null
  } catch (error) {
    if (error instanceof Refused) return error
    // What somebody may not even see, or what nobody can do here, is nothing of that role's.
    if (error instanceof NotFound) return { reason: 'role', condition: error.message }
    throw error
  }
}

async function actorOf(
  stage: Stage,
  { people, reference, story }: Play,
  name: PathwayName,
  by: string,
): Promise<Actor | undefined> {
  const named = people.get(by)
  if (named !== undefined) return { id: named }
  if (by === 'thirdParty') {
    const outsider = people.get(story.parties.find(({ side }) => side === 'thirdParty')?.id ?? '')
    return outsider === undefined ? undefined : { id: outsider }
  }
  return playerOf(stage.owner, reference, name, by)
}

/** The newest proceeding of the kind; none where that is closed and the event begins another. */
async function newest(
  { owner }: Stage,
  reference: string,
  name: PathwayName,
  event: string,
): Promise<number | undefined> {
  const found = await owner
    .selectFrom('proceedings')
    .select(['ordinal', 'state', 'tag'])
    .where('reference', '=', reference)
    .where('pathway', '=', name)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  const served = pathways[name]
  const begins = (state: string) => guardsOf(served, state, event).length > 0
  return found?.tag === 'closed' && begins('unopened') && !begins(found.state) ? undefined : found?.ordinal
}

const personFields = [
  'mediator',
  'arbitrator',
  'replacement',
  'against',
  'incoming',
  'panel',
  'jurors',
  'arbitrators',
  'expert',
]

/** Puts real people where the story uses ids of its own; whoever it has not declared is accredited and unconflicted. */
async function withPeople(
  stage: Stage,
  { people }: Play,
  data: Record<string, unknown>,
  at: string,
): Promise<Data> {
  const known = async (id: string): Promise<string> => {
    const there = people.get(id)
    if (there !== undefined) return there
    const person = await addPerson(stage.owner, id, at)
    await accredit(stage.owner, person)
    people.set(id, person)
    return person
  }
  const given: Record<string, unknown> = { ...data }
  for (const field of personFields) {
    const value = data[field]
    if (typeof value === 'string') given[field] = await known(value)
    if (Array.isArray(value)) given[field] = await Promise.all(value.map(id => known(String(id))))
  }
  return given
}
