import type { Data } from '../../workflows/fields.ts'
import type { PathwayName, Role } from '../../workflows/vocabulary.ts'
import type { Phrase } from './phrases.ts'

/** What an act can know of the case it is in and of its day. */
export type Scene = {
  on: string
  /** The day of the next act in this case. */
  next: string
  /** So many days on, or back. */
  day: (days: number) => string
  /** The same, moved on to a day on which offices are open. */
  later: (days: number) => string
  both: string[]
  /** So many hundredths of the claim, and what is left of it without them. */
  share: (percent: number) => string
  rest: (percent: number) => string
  mediator: string
  substitute: string
  arbitrators: string[]
  /** Whom the court asks about the law. */
  expert: string
  /** Who sits in the case. */
  judge: string
  foreignRelated: boolean
  procedure: NonNullable<Setting['procedure']>
  /** How the complaint reaches that party. */
  method: (party: string) => string
  say: (phrase: Phrase) => string
}

/** A party by its id, the mediator who took another's place, or a role. */
export type Who = 'p1' | 'p2' | 'substitute' | Role

/** One act in the life of a case, so many days after the one before. */
export type Beat = {
  in: PathwayName
  after: number | [least: number, most: number]
  by: Who
  event: string
  data: (scene: Scene) => Data
}

const beatIn =
  (pathway: PathwayName) =>
  (after: Beat['after'], by: Who, event: string, data: Beat['data'] = () => ({})): Beat => ({
    in: pathway,
    after,
    by,
    event,
    data,
  })

export const m = beatIn('mediation')
export const a = beatIn('arbitration')
export const l = beatIn('litigation')
export const w = beatIn('lawAscertainment')
export const i = beatIn('interimMeasures')
export const j = beatIn('judicialConfirmation')
export const e = beatIn('enforcement')

export type Clause =
  'scia' | 'sciaUncitral' | 'sciahk' | 'hkiac' | 'adHocShenzhen' | 'adHocHongKong' | 'sciaIgnored'

/** Whom and what a story needs; left open, chance decides. */
export type Setting = {
  relation?: 'hongKong' | 'foreign' | 'domestic'
  /** The filed proceeding's procedure, where it matters. */
  procedure?: 'ordinary' | 'summary' | 'smallClaims'
  amount?: [least: number, most: number]
  clause?: Clause
  /** In which the claim is made, where the courts of the Mainland are to reckon with it. */
  currency?: 'CNY'
  /** The law that the contract chooses. */
  law?: 'HK'
}

/** A way a case can go, and how many cases of the sandbox go it. */
export type Story = {
  name: string
  count: number
  /** How many days may lie between the last act and today: what waits, and what has run out. */
  rest: [least: number, most: number]
  beats: Beat[]
  setting?: Setting
  /** Whether party@, counterparty@ and the other people with names play in the first case of it. */
  starring?: true
}

export const story = (
  name: string,
  count: number,
  rest: [number, number],
  beats: Beat[],
  more: Pick<Story, 'setting' | 'starring'> = {},
): Story => ({ name, count, rest, beats, ...more })
