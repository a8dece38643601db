import type { Choice } from '../../workflows/step.ts'
import type { Trx } from '../db.ts'
import { changesFrom } from '../proceedings/calendars.ts'
import { servedPathway } from '../proceedings/fireEvent.ts'
import {
  citesOf,
  conditionText,
  documentText,
  eventText,
  named,
  pathwayText,
  roleText,
  stateText,
  taskText,
  type Known,
  type Words,
} from '../proceedings/words.ts'
import { inLanguage, writtenIn } from '../web/names.ts'
import { bothSides } from './bothSides.ts'
import { chartOn } from './chart.ts'
import { deadlineRows, isOpen } from './deadlines.ts'
import { factsOf } from './facts.ts'
import { feesOf } from './fees.ts'
import { findingsOf } from './findings.ts'
import { historyItems, peopleIn } from './history.ts'
import { addressOf, nextOf } from './next.ts'
import { partyCards } from './parties.ts'
import { behindWalls } from './rooms.ts'
import { offersOf, openingsOf, savedOf, type Seen } from './seen.ts'
import type { CaseRow, Standing } from './seenQueries.ts'
import { historyOf, namesOf, papersOf, periodsOf, wayOf } from './showQueries.ts'
import { way } from './way.ts'

type Asked = { words: Words; at: string; today: string; form: string | undefined; all: boolean }

const shownAtFirst = 12

/** Everything that the page of a case says, in the reader's words. */
export async function casePage(trx: Trx, seen: Seen, thisCase: CaseRow, asked: Asked) {
  const { focus, standings } = seen
  const { words, at, today } = asked
  const { t, fmt, staff } = words
  const base = `/cases/${thisCase.reference}`
  const limit = asked.all ? 2000 : shownAtFirst
  const { entries, total } = await historyOf(trx, thisCase.id, { limit, form: asked.form })
  const periods = await periodsOf(
    trx,
    standings.map(({ id }) => id),
  )
  const papers = await papersOf(trx, focus)
  const travelled = await wayOf(trx, focus.id)
  const people = await namesOf(trx, [...peopleIn(entries), ...peopleOf(focus)])
  const known: Known = { parties: new Map(thisCase.parties.map(({ id, name }) => [id, name])), people }

  const pathway = servedPathway(focus)
  const saved = savedOf(focus)
  const offers = offersOf(focus)
  const own = focus.parts.flatMap(({ party }) => party ?? [])
  const others = standings.filter(standing => standing !== focus)
  const mine = periods.filter(({ proceeding_id }) => proceeding_id === focus.id)
  const border = {
    changes: changesFrom(papers.calendar_changes),
    crossBorder: focus.context?.facts.foreignRelated ?? true,
  }
  const openings = openingsOf(seen)
  const openOthers = others.filter(({ tag }) => tag !== 'closed')
  const next =
    saved &&
    nextOf({
      words,
      known,
      pathway,
      standing: focus,
      saved,
      offers,
      periods: mine,
      others: openOthers,
      elsewhere: periods.filter(({ proceeding_id }) => openOthers.some(({ id }) => id === proceeding_id)),
      openings,
      both: period => bothSides({ words, known, ...border }, period, mine),
      at,
      today,
    })
  const shown = new Set([next?.act?.href, ...(next?.others ?? []).map(({ href }) => href)])
  const done = entries.find(({ posted }) => posted)
  const items = historyItems(
    {
      words,
      known,
      entries,
      standings,
      periods,
      currency: thisCase.currency,
      today,
      corrects: correctable(base, standings),
    },
    limit,
  )

  return {
    register: false as const,
    staff,
    base,
    reference: thisCase.reference,
    title: thisCase.title,
    titleIn: writtenIn(thisCase.title, thisCase.language),
    ...(done && {
      done: {
        text: eventText(words, done.pathway, done.type, 'done'),
        now: stateText(words, focus.pathway, focus.state),
      },
    }),
    heading: headingOf(words, focus),
    sides: sidesOf(words, thisCase, focus),
    facts: factsOf(words, thisCase, focus, papers),
    next,
    way: way(words, pathway, focus, travelled, today),
    chart: chartOn(words, base, focus, travelled, pathway),
    inside: focus.inside,
    deadlines: deadlineRows({
      words,
      known,
      periods: asked.all ? mine : mine.filter(period => isOpen(period) || period.status === 'lapsed'),
      own,
      awaited: next?.period,
      ...border,
      today,
    }),
    ended: asked.all ? 0 : mine.filter(({ status }) => status === 'done').length,
    parties: partyCards({ words, known, parties: thisCase.parties, focus, entries, periods }),
    proceedings: standings.map(standing => proceedingRow(words, standing, standings, focus)),
    history: items,
    total,
    offers: offers
      .filter(({ possible, type }) => possible && (staff || !shown.has(addressOf(focus, type))))
      .map(offer => offerOf(words, focus, offer)),
    openings: openings
      .map(({ pathway: name, type, basis }) => ({
        href: `open/${name}/${type}`,
        text: eventText(words, name, type, 'title'),
        hint: eventText(words, name, type, 'hint'),
        cites: citesOf(words, basis),
      }))
      .filter(({ href }) => staff || !shown.has(href)),
    notYet: staff
      ? offers
          .filter(({ possible }) => !possible)
          .map(({ type, condition }) => ({
            text: eventText(words, focus.pathway, type, 'title'),
            why: conditionText(t, condition),
          }))
      : [],
    fees: feesOf(words, known, papers),
    ...(await behindWalls(trx, words, known, focus, base)),
    documents: papers.documents.map(document => ({
      href: document.has_text ? `${base}/documents/${document.id}` : pageOf(base, document.kind),
      text: documentText(words, document),
      note: [
        ...(document.name === null ? [] : [documentText(words, { kind: document.kind })]),
        ...(document.on === null ? [] : [fmt.date(document.on)]),
      ].join(' · '),
    })),
    tasks: papers.tasks.map(({ kind, role, proceeding_id, opened_at }) => ({
      text: taskText(words, kind),
      role: roleText(words, role, focus.pathway),
      pathway: pathwayNameOf(words, standings, proceeding_id),
      since: fmt.shortDay(opened_at.slice(0, 10), today),
    })),
    notices: [
      ...new Set(
        papers.notices
          .filter(({ whom }) => staff || whom === 'party' || focus.parts.some(({ role }) => role === whom))
          .map(({ notice, whom }) => {
            const text = t(`proceedings:notice.${notice}`)
            const isOwn = whom === 'party' || focus.parts.some(({ role }) => role === whom)
            return isOwn
              ? text
              : t('case:notice.to', { whom: roleText(words, whom, focus.pathway), notice: text })
          }),
      ),
    ],
    findings: findingsOf(words, known, papers.findings),
    overrule: possibleHref(focus, offers, 'overruleFinding'),
  }
}

/** What the system made has a page of its own. */
const pageOf = (base: string, kind: string) => (kind === 'receipt' ? `${base}/receipt` : undefined)

/** What those see who keep the register and not the file: that a proceeding is there, and what they may do. */
export function registerPage({ focus, standings }: Seen, { words }: Asked) {
  return {
    register: true as const,
    staff: true,
    base: `/cases/${referenceOf(standings)}`,
    heading: headingOf(words, focus),
    reference: referenceOf(standings),
    facts: [
      [words.t('case:fact.handledBy'), inLanguage(focus.organisation.name, words.lang)],
      [words.t('case:fact.opened'), words.fmt.date(focus.opened_on)],
      ...(focus.closed_on === null ? [] : [[words.t('case:fact.closed'), words.fmt.date(focus.closed_on)]]),
    ],
    proceedings: standings.map(standing => proceedingRow(words, standing, standings, focus)),
    acts: offersOf(focus).map(offer => offerOf(words, focus, offer)),
  }
}

const referenceOf = (standings: Standing[]) => standings[0]?.reference ?? ''

/** Where this reader may do that here. */
const possibleHref = (focus: Standing, offers: Choice[], wanted: string) =>
  offers.some(({ type, possible }) => possible && type === wanted) ? addressOf(focus, wanted) : undefined

const offerOf = (words: Words, focus: Standing, { type, basis }: Choice) => ({
  href: addressOf(focus, type),
  text: eventText(words, focus.pathway, type, 'title'),
  hint: eventText(words, focus.pathway, type, 'hint'),
  cites: citesOf(words, basis),
})

function headingOf(words: Words, focus: Standing) {
  return {
    pathway: `${pathwayText(words, focus.pathway)} ${String(focus.ordinal)}`,
    state: {
      kind: focus.decided ? 'decided' : focus.tag,
      text: stateText(words, focus.pathway, focus.state),
    },
    organisation: named(words, focus.organisation.name),
  }
}

function sidesOf(words: Words, { parties }: CaseRow, { context }: Standing) {
  const side = (id: string, filed: string) => context?.parties.find(party => party.id === id)?.side ?? filed
  const of = (wanted: string) =>
    parties.filter(party => side(party.id, party.side) === wanted).map(({ name }) => named(words, name))
  return { claimants: of('claimant'), respondents: of('respondent') }
}

const peopleOf = ({ context }: Standing): string[] => [
  ...(context?.facts.panel ?? []),
  ...(context?.facts.arbitrators ?? []),
  ...(context?.facts.mediator === undefined ? [] : [context.facts.mediator]),
]

function proceedingRow(words: Words, standing: Standing, all: Standing[], focus: Standing) {
  const parent = all.find(({ id }) => id === standing.parent_id)
  const { sourcePathway, sourceOrdinal = 1 } = standing.context?.facts ?? {}
  return {
    href: `${standing.pathway}/${String(standing.ordinal)}`,
    text: `${pathwayText(words, standing.pathway)} ${String(standing.ordinal)}`,
    current: standing === focus,
    organisation: named(words, standing.organisation.name),
    state: {
      kind: standing.decided ? 'decided' : standing.tag,
      text: stateText(words, standing.pathway, standing.state),
    },
    within: parent
      ? words.t('case:proceeding.within', {
          pathway: `${pathwayText(words, parent.pathway)} ${String(parent.ordinal)}`,
        })
      : sourcePathway
        ? words.t('case:proceeding.after', {
            pathway: `${pathwayText(words, sourcePathway)} ${String(sourceOrdinal)}`,
          })
        : '',
  }
}

const pathwayNameOf = (words: Words, standings: Standing[], id: string) => {
  const standing = standings.find(each => each.id === id)
  return standing ? `${pathwayText(words, standing.pathway)} ${String(standing.ordinal)}` : ''
}

/** Where this reader may correct a record. */
const correctable = (base: string, standings: Standing[]) =>
  new Map(
    standings
      .filter(
        standing =>
          standing.inside &&
          standing.context &&
          offersOf(standing).some(({ type, possible }) => type === 'correctRecord' && possible),
      )
      .map(standing => [standing.id, `${base}/${addressOf(standing, 'correctRecord')}`]),
  )
