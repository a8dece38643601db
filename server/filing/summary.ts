import { computeDeadline, type RuleId } from '../../workflows/rules/deadlines.ts'
import type { PartyFacts } from '../../workflows/rules/facts.ts'
import { assessFee, filingFees, parseMoney } from '../../workflows/rules/fees.ts'
import { foreignRelated } from '../../workflows/rules/jurisdiction.ts'
import { isMainlandInstitution } from '../../workflows/rules/seat.ts'
import type { Side } from '../../workflows/vocabulary.ts'
import { citesOf } from '../proceedings/words.ts'
import { languages, translator, type Language, type Translate } from '../web/language.ts'
import { inLanguage, nameIn } from '../web/names.ts'
import { rarerPlaces } from './choices.ts'
import { contractOf, firstOpen, mainParties, ready, type Draft } from './draft.ts'
import { findingsIn } from './findings.ts'
import { nameOfWay, type Words as PageWords } from './page.ts'

/** Staff read articles by their short names. */
type Words = PageWords & { staff: boolean }
type Row = { key: string; value: string; lang?: Language; change: string }
/** The label, what was answered, and the step that asks for it if not that of the section. */
type Answer = [
  name: string,
  text: string | { text: string; lang: Language } | false | null | undefined,
  step?: string,
]
type Section = { title: string; rows: Row[] }

/** Everything answered so far, to be checked before it is sent in, with what is missing and what happens then. */
export function summaryOf(id: string, draft: Draft, today: string, words: Words) {
  const open = firstOpen(draft)
  return {
    pathway: draft.way?.pathway,
    base: `/filings/${id}`,
    open,
    sections: sectionsOf(id, draft, words),
    exhibits: (draft.exhibits ?? []).map(({ name, kind, text }) => ({ name, kind, length: text.length })),
    missing: missingIn(id, draft, words),
    findings: open === undefined ? findingsIn(draft, today, words) : [],
    ...(open === undefined && { then: whatHappens(draft, today, words) }),
  }
}

function sectionsOf(id: string, draft: Draft, words: Words): Section[] {
  const { way, claimant, others = [], contract, claim } = draft
  const { t, fmt, lang } = words
  const nameOf = (id: string | undefined) => {
    const party = mainParties(draft).find(each => each.id === id)
    return party && nameIn(party.name, lang)
  }
  const value = (word: string | null | undefined) => word && t(`fields:value.${word}`)
  const section = (title: string, step: string, rows: Answer[]) => ({
    title,
    rows: rows.flatMap(([name, answer, of = step]): Row[] => {
      if (!answer) return []
      const { text, ...inLang } = typeof answer === 'string' ? { text: answer } : answer
      return [{ key: t(`filing:${name}`), value: text, ...inLang, change: `/filings/${id}/${of}?from=check` }]
    }),
  })
  const { currency = 'CNY' } = claim?.claim ?? {}
  const sum = (typed: string) => fmt.money(parseMoney(typed, currency).minor, currency)
  const sideName = (side: Side) => t([`roles:side.${side}.${way?.pathway ?? ''}`, `roles:side.${side}`])
  const agreed = way && contract && contractOf(way, contract).institution
  return [
    section(t('filing:section.dispute'), 'claim', [
      ['organisation', way && nameOfWay(way, t), 'way'],
      ['subject', value(claim?.subject)],
      ['title', claim?.title],
      ['relief', claim?.claim.relief],
      ['amount', claim && sum(claim.claim.amount)],
      ['assertsLaw', value(claim?.assertsLaw)],
      ['measureType', way?.pathway === 'interimMeasures' && value(claim?.measure?.type)],
      [
        'preserved',
        way?.pathway === 'interimMeasures' && claim?.measure?.amount && sum(claim.measure.amount),
      ],
      ['urgent', way?.pathway === 'interimMeasures' && claim?.measure && yesNo(claim.measure.urgent, t)],
      ['assets', way?.pathway === 'interimMeasures' && claim?.measure?.assets.join(t('filing:comma'))],
      ['declaresArbitration', way?.pathway === 'litigation' && claim && yesNo(claim.declaresArbitration, t)],
    ]),
    section(t('filing:section.contract'), 'contract', [
      ['kind', value(contract?.kind)],
      ['signedOn', contract?.signedOn && fmt.date(contract.signedOn)],
      ['performedIn', value(contract?.performedIn)],
      ['characteristicParty', nameOf(contract?.characteristicParty)],
      [
        'chosenLaw',
        contract &&
          (value(contract.chosenLaw) ?? t(contract.governingLawClause ? 'filing:notGiven' : 'filing:none')),
      ],
      ['governingLawClause', contract?.governingLawClause],
      ['institution', agreed === null ? value('AD_HOC') : value(agreed)],
      ['seat', value(contract?.seat)],
      ['rules', contract?.rules],
      ['arbitrators', contract?.arbitrators?.toString()],
      ['language', contract?.language && t(`clauses:language.${contract.language}`)],
      ['arbitrationClause', contract && (contract.arbitrationClause ?? t('filing:none'))],
      ['relation', contract?.relation && t(`filing:relation.${contract.relation}`)],
      ['consumer', nameOf(contract?.consumer)],
      ['maritime', contract?.maritime !== undefined && yesNo(contract.maritime, t)],
      ...rarerPlaces.map((name): Answer => [name, value(contract?.[name])]),
    ]),
    ...(claimant ? [section(sideName('claimant'), 'claimant', partyRows(claimant, words))] : []),
    ...others.map(party => section(sideName(party.side), `others/${party.id}`, partyRows(party, words))),
  ].filter(({ rows }) => rows.length > 0)
}

const nameFields = { en: 'nameEn', 'zh-Hans': 'nameHans', 'zh-Hant': 'nameHant' } as const

function partyRows(party: PartyFacts, { t }: Words): Answer[] {
  const { kind, name, registration, domicile, investors, email } = party
  const place = (code: string) => t(`fields:value.${code}`)
  return [
    ...languages.map((lang): Answer => [nameFields[lang], name[lang] && { text: name[lang], lang }]),
    ['partyKind', place(kind)],
    [
      'jurisdiction',
      registration &&
        [place(registration.jurisdiction), isPlace(registration) ? undefined : registration.city]
          .filter(Boolean)
          .join(t('filing:comma')),
    ],
    [
      'zones',
      registration &&
        [
          registration.inQianhaiCooperationZone && t('filing:zones.cooperationZone'),
          registration.inQianhaiShekouFtz && t('filing:zones.freeTradeZone'),
        ]
          .filter(Boolean)
          .join(t('filing:comma')),
    ],
    ['domicile', place(domicile)],
    [
      'origin',
      investors
        .map(({ origin, share }) => place(origin) + (share === undefined ? '' : ` ${share}%`))
        .join(t('filing:comma')),
    ],
    ['email', email ?? t('filing:notGiven')],
  ]
}

/** Whether the city is the whole place, as Hong Kong is, in whatever language it was typed. */
const isPlace = ({ jurisdiction, city }: NonNullable<PartyFacts['registration']>): boolean =>
  languages.some(lang => translator(lang)(`fields:value.${jurisdiction}`) === city)

/** Facts without which a case can be filed, and which will be asked for sooner or later. */
function missingIn(id: string, { others = [], contract, way }: Draft, { t, lang }: Words) {
  const href = (step: string) => `/filings/${id}/${step}?from=check`
  return [
    ...others
      .filter(({ email }) => email === undefined)
      .map(party => ({
        text: t('filing:missing.email', { party: inLanguage(party.name, lang) }),
        href: href(`others/${party.id}`),
      })),
    ...(contract && !contract.performedIn
      ? [{ text: t('filing:missing.performedIn'), href: href('contract') }]
      : []),
    ...(contract && way?.pathway === 'arbitration' && !contract.arbitrationClause
      ? [{ text: t('filing:missing.arbitrationClause'), href: href('contract') }]
      : []),
  ]
}

/** By when whom has to answer, if it were sent today, and what it will cost as far as that is known. */
function whatHappens(draft: Draft, today: string, words: Words) {
  const whole = ready(draft, words.lang)
  if (!whole) return undefined
  const { t, fmt } = words
  const { pathway, claim, contract, parties } = whole.filing
  const institution = contract.institution ?? null
  const rules: Record<typeof pathway, RuleId | null> = {
    litigation: 'filing.review',
    mediation: 'mediation.propose',
    arbitration: isMainlandInstitution(institution) ? 'arb.accept' : null,
    interimMeasures: null,
  }
  const rule = rules[pathway]
  const deadline = rule && computeDeadline({ rule, base: today })
  const { type: secured, amount: preserved } = whole.data
  const amount = parseMoney((secured && preserved) ?? claim.amount, claim.currency)
  const kinds =
    pathway === 'litigation'
      ? (['court.case'] as const)
      : pathway === 'arbitration'
        ? filingFees(institution, foreignRelated(parties, contract))
        : secured === 'property'
          ? (['court.preservation'] as const)
          : []
  const fees = kinds.map(kind => assessFee({ kind, amount }))
  return {
    lines: [
      deadline
        ? t(`filing:then.${pathway}`, { day: fmt.day(deadline.due) })
        : t(`filing:then.${pathway}.noDate`),
      ...fees.flatMap(({ kind, fee }) =>
        fee
          ? [
              t('filing:then.fee', {
                fee: t(`rules:fee.${kind}`),
                amount: fmt.money(fee.minor, fee.currency),
              }),
            ]
          : [],
      ),
    ],
    cites: [...new Set([...(deadline?.basis ?? []), ...fees.flatMap(({ basis }) => basis)])].flatMap(basis =>
      citesOf(words, basis),
    ),
  }
}

const yesNo = (answer: boolean | undefined, t: Translate) => t(answer ? 'form.yes' : 'form.no')
