import { checks } from '../../workflows/findings.ts'
import { warningRules, type Why } from '../../workflows/rules/findings.ts'
import type { Names } from '../accounts/queries.ts'
import { citeText, partyText, ruleText, type Known, type Words } from '../proceedings/words.ts'
import { inLanguage } from '../web/names.ts'

export type FindingRow = {
  checked: string
  verdict: string
  law: string | null
  seat: string | null
  court: string | null
  steps: Why[]
  basis: string[]
  warnings: string[]
  needs: string[]
  edition: string | null
  overruled: boolean
  why: string | null
  as_of: string
  /** Who set it, if a person did and not the rules or another proceeding. */
  by: string
  name: Names | null
}

/** What can be shown of a finding, whether it is kept on a case or only foreseen. */
export type Shown = Pick<
  FindingRow,
  'checked' | 'verdict' | 'law' | 'seat' | 'court' | 'steps' | 'basis' | 'warnings' | 'needs'
>

/** The finding that counts for each check, with those before it; `rows` are the newest first. */
export function findingsOf(words: Words, known: Known, rows: FindingRow[]) {
  return checks.flatMap(check => {
    const [latest, ...earlier] = rows.filter(({ checked }) => checked === check)
    if (!latest) return []
    const kept = (row: FindingRow) => ({ ...findingText(words, known, row), ...recordText(words, row) })
    return [{ ...kept(latest), checked: check, earlier: earlier.map(kept) }]
  })
}

/** One finding in the reader's words. */
export function findingText(words: Words, known: Known, finding: Shown) {
  const { t } = words
  const { checked, verdict, law, seat, court, steps, basis, warnings, needs } = finding
  const tentative = verdict === 'needsFacts'
  return {
    check: t(`findings:check.${checked}`),
    kind: { supported: 'done', atRisk: 'soon', notSupported: 'bad' }[verdict] ?? 'provisional',
    verdict: t(`findings:verdict.${verdict}`),
    results: [
      ...(law === null ? [] : [[t('findings:law'), placeText(words, law)]]),
      ...(seat === null ? [] : [[t('findings:seat'), t(`rules:seat.${seat}`)]]),
      ...(court === null
        ? []
        : [
            [
              t(checked === 'jurisdiction' ? 'findings:court' : 'findings:supervisoryCourt'),
              t(`rules:court.${court}`),
            ],
          ]),
    ],
    tentative: tentative && (law ?? seat ?? court) !== null ? t('findings:provisional') : '',
    steps: steps.map(step => ({
      text: whyText(words, known, step),
      cite: step.basis.map(one => basisText(words, one)).join(words.lang === 'en' ? '; ' : '；'),
    })),
    // A person's finding has no steps of its own, but may rest on articles.
    cites: steps.length === 0 ? basis.map(one => basisText(words, one)) : [],
    needs: needs.map(need => t(`findings:need.${need}`)),
    warnings: warnings.map(id => warningText(words, id)),
  }
}

function recordText({ t, fmt, lang }: Words, { as_of, edition, overruled, why, by, name }: FindingRow) {
  const day = fmt.date(as_of)
  const record = !overruled
    ? t('findings:asOf', { day, edition: edition === null ? '' : fmt.date(edition) })
    : by === 'system' || !name
      ? t('findings:overruledBySystem', { day })
      : t('findings:overruledBy', { day, name: inLanguage(name, lang) })
  const reason = why === null || why === '' ? '' : t('findings:reason', { why: reasonText(t, why) })
  return { record, reason }
}

const reasonText = (t: Words['t'], why: string) => t(`findings:reason.${why}`, { defaultValue: why })

/** 'GL-16' as what the rule says; an article as it is cited elsewhere. */
function basisText(words: Words, citation: string): string {
  if (!/^(GL|LA)-/.test(citation)) return citeText(words, citation)
  const rule = words.t(`findings:rule.${citation}`)
  return words.staff ? `${citation} ${rule}` : rule
}

const warningText = ({ t }: Words, id: string): string => {
  const confidence = Object.entries(warningRules).find(([key]) => key === id)?.[1].confidence
  const text = t(`findings:warning.${id}`)
  return confidence === undefined || confidence === 'confirmed'
    ? text
    : t('findings:warningOf', { text, confidence: t(`findings:${confidence}`) })
}

function whyText(words: Words, known: Known, { step, basis: _, ...params }: Why): string {
  const { t } = words
  const written: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    const values = typeof value === 'string' ? [value] : value
    written[name] = values.map(each => paramText(words, known, name, each)).join(t('proceedings:comma'))
  }
  return t(`findings:why.${step}`, written)
}

function paramText(words: Words, known: Known, name: string, value: string): string {
  const { t, fmt } = words
  switch (name) {
    case 'law':
    case 'laws':
    case 'place':
      return placeText(words, value)
    case 'party':
      return partyText(words, known, value)
    case 'seat':
      return t([`rules:seat.${value}`, `fields:value.${value}`], { defaultValue: value })
    case 'court':
      return t(`rules:court.${value}`)
    case 'institution':
    case 'institutions':
      return t(`rules:institution.${value}`, { defaultValue: value })
    case 'rule':
      return ruleText(words, value)
    case 'day':
      return fmt.date(value)
    default:
      return value
  }
}

/** A place by its ISO code, as this product calls it or else as the language does. */
function placeText({ t, lang }: Words, code: string): string {
  const known = /^[A-Z]{2}$/.test(code) && code !== 'ZZ'
  return t(`fields:value.${code}`, {
    defaultValue: known
      ? (new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code)
      : t('findings:anotherPlace'),
  })
}
