import { isDay, ruleText, wordText, type Known, type Words } from '../proceedings/words.ts'
import type { Language } from '../web/language.ts'
import { nameIn } from '../web/names.ts'
import { corrected } from './history.ts'
import type { CaseRow, Standing } from './seenQueries.ts'
import type { Entry, Period } from './showQueries.ts'

export type PartyCard = {
  side: string
  name: { text: string; lang: Language }
  others: { text: string; lang: string }[]
  origin: [string, string][]
  progress: [string, string][]
}

type Given = {
  words: Words
  known: Known
  parties: CaseRow['parties']
  focus: Standing
  entries: Entry[]
  periods: Period[]
}

/** Each party with where it comes from and how far it has come in this proceeding. */
export const partyCards = (given: Given): PartyCard[] => given.parties.map(party => cardOf(given, party))

function cardOf(given: Given, party: CaseRow['parties'][number]): PartyCard {
  const { words, focus } = given
  const { t, lang } = words
  const seat = focus.context?.parties.find(({ id }) => id === party.id)
  const name = nameIn(party.name, lang)
  const own = focus.parts.some(({ party: mine }) => mine === party.id)
  const side = t([
    `roles:side.${seat?.side ?? party.side}.${focus.pathway}`,
    `roles:side.${seat?.side ?? party.side}`,
  ])
  return {
    side: seat?.out ? t('case:party.out', { side }) : own ? t('case:party.you', { side }) : side,
    name,
    others: Object.entries(party.name).flatMap(([other, text]) =>
      other === name.lang || text === undefined || text === name.text ? [] : [{ text, lang: other }],
    ),
    origin: originOf(words, party),
    progress: [...agentsOf(words, party), ...progressOf(given, party.id, seat?.side ?? party.side)],
  }
}

function originOf(
  words: Words,
  { registration, domicile, investors, kind }: CaseRow['parties'][number],
): [string, string][] {
  const { t } = words
  const place = (code: string) => wordText(words, 'place', 'place', code)
  const comma = t('proceedings:comma')
  const registered = registration
    ? [
        [registration.jurisdiction === 'CN' && registration.city, place(registration.jurisdiction)]
          .filter(Boolean)
          .join(comma),
        ...(registration.inQianhaiCooperationZone ? [t('case:party.zone')] : []),
      ].join(comma)
    : undefined
  const owners = investors.map(({ origin, share }) =>
    share === undefined ? place(origin) : `${place(origin)} ${String(share)}%`,
  )
  return [
    ...(registered === undefined
      ? []
      : [
          [t(kind === 'person' ? 'case:party.nationality' : 'case:party.registered'), registered] as [
            string,
            string,
          ],
        ]),
    ...(registration?.jurisdiction === domicile
      ? []
      : [[t('case:party.domicile'), place(domicile)] as [string, string]]),
    ...(owners.length === 0 ? [] : [[t('case:party.owned'), owners.join(comma)] as [string, string]]),
  ]
}

/** Who speaks for it, and as what. */
const agentsOf = ({ t, lang }: Words, { agents }: CaseRow['parties'][number]): [string, string][] =>
  agents.map(({ name, capacity }) => [
    t('case:party.speakers'),
    t('case:party.speaker', {
      name: nameIn(name, lang).text,
      capacity: t(`representations:capacity.${capacity}`),
    }),
  ])

const steps = ['defended', 'responded', 'consented', 'accepted', 'receiptSigned', 'signed']

/** Served, filed, signed, and periods that run or have passed. */
function progressOf({ words, focus, entries, periods }: Given, id: string, side: string): [string, string][] {
  const { t, fmt } = words
  const { context } = focus
  if (!context) return []
  const serves = focus.pathway === 'litigation' || focus.pathway === 'arbitration'
  const served = context.marks.served?.includes(id)
  const last = entries.find(
    entry => entry.proceeding_id === focus.id && entry.body.party === id && isDay(entry.body.receivedOn),
  )
  const { receivedOn, method } = last ? corrected(entries, last) : {}
  const how = typeof method === 'string' ? wordText(words, 'recordService', 'method', method) : ''
  const servedText = isDay(receivedOn)
    ? [fmt.date(receivedOn), how].filter(Boolean).join(t('proceedings:comma'))
    : t(served ? 'form.yes' : 'case:party.notYet')
  return [
    ...(serves && side !== 'claimant' ? [[t('case:party.served'), servedText] as [string, string]] : []),
    ...steps
      .filter(mark => context.marks[mark]?.includes(id))
      .map((mark): [string, string] => [t(`proceedings:mark.${mark}`), t('form.yes')]),
    ...periods
      .filter(
        ({ party_id, proceeding_id, status }) =>
          party_id === id && proceeding_id === focus.id && status !== 'done',
      )
      .map(({ rule, due_on, status }): [string, string] => [
        ruleText(words, rule),
        t(status === 'lapsed' ? 'case:party.passed' : 'case:party.due', { day: fmt.date(due_on) }),
      ]),
  ]
}
