import { capacities, gbaPractice, instances, powerForms } from '../../workflows/rules/representation.ts'
import type { CaseRow } from '../cases/seenQueries.ts'
import { citesOf, named, wordText, type Words } from '../proceedings/words.ts'
import type { Representation, Rights } from './queries.ts'

type Given = {
  words: Words
  thisCase: CaseRow
  list: Representation[]
  rights: Rights
  userId: string
  /** A case before no court asks for nothing but the party's will. */
}

/** Who speaks for whom, who did, and what this reader may change of it. */
export function representationsPage({ words, thisCase, list, rights, userId }: Given) {
  const { t } = words
  const base = `/cases/${thisCase.reference}`
  const mayEnd = ({ capacity, party_id, user_id }: Representation) =>
    rights.desk || (capacity !== 'self' && (rights.own.includes(party_id) || user_id === userId))
  const parties = thisCase.parties
    .filter(({ id }) => rights.desk || rights.own.includes(id))
    .map(({ id, name }) => ({ value: id, ...named(words, name) }))
  const open = rights.desk ? (['self', ...capacities] as const) : capacities
  return {
    base,
    reference: thisCase.reference,
    action: `${base}/representations`,
    current: list
      .filter(({ until }) => until === null)
      .map(row => ({
        ...itemOf(words, row),
        end: mayEnd(row) ? `${base}/representations/${String(row.id)}/end` : undefined,
      })),
    past: list.filter(({ until }) => until !== null).map(row => itemOf(words, row)),
    mayAppoint: parties.length > 0,
    options: {
      parties,
      capacities: open.map(value => ({
        value,
        text: t(`representations:capacity.${value}`),
        hint: t(`representations:capacity.${value}.hint`),
      })),
      powerForms: powerForms.map(value => ({ value, text: t(`representations:powerForm.${value}`) })),
      instances: instances.map(value => ({ value, text: t(`representations:instance.${value}`) })),
    },
    gba: {
      subjects: gbaPractice.subjects.map(subject => wordText(words, '', 'subject', subject)),
      cites: citesOf(words, gbaPractice.basis),
    },
  }
}

function itemOf(words: Words, row: Representation) {
  const { t, fmt } = words
  const { capacity, special_authority, since, until, power_received_on, power_form, instance, ended_why } =
    row
  const isAgent = capacity !== 'self'
  const facts: [string, string][] = [
    [t('representations:since'), fmt.date(since)],
    ...(until === null ? [] : [[t('representations:until'), fmt.date(until)] as [string, string]]),
    ...(isAgent
      ? [[t('representations:authority'), t(`representations:authority.${special_authority ? 'special' : 'general'}`)] as [string, string]] // prettier-ignore
      : []),
    ...(power_received_on === null
      ? []
      : [[t('representations:powerReceivedOn'), fmt.date(power_received_on)] as [string, string]]),
    ...(power_form === null
      ? []
      : [[t('representations:powerForm'), t(`representations:powerForm.${power_form}`)] as [string, string]]),
    ...(instance === null
      ? []
      : [[t('representations:instance'), t(`representations:instance.${instance}`)] as [string, string]]),
    ...(ended_why === null ? [] : [[t('representations:why'), ended_why] as [string, string]]),
  ]
  return {
    id: row.id,
    name: named(words, row.name),
    party: named(words, row.party),
    capacity: t(`representations:capacity.${capacity}`),
    unconfirmed: capacity === 'gbaLawyer',
    facts,
  }
}
