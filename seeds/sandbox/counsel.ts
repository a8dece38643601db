import type { Filed, Representative } from '../../server/proceedings/open.ts'
import { gbaPractice } from '../../workflows/rules/representation.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { People } from './people.ts'

type Given = {
  number: number
  /** The companies whose people one signs in as speak for themselves. */
  star: boolean
  /** Whether the respondent has a lawyer, too. */
  counsel: boolean
  pathway: PathwayName
  filing: Filed
}

/** Lawyers are admitted in turn as Hong Kong lawyers with a GBA licence, and of the Mainland. */
export const isGbaLawyer = (which: number) => which % 2 === 0

/** Who speaks for the two sides. */
export function speakersFor(people: People, given: Given): Representative[] {
  const { number, star, counsel } = given
  const self = (party: string, user: string): Representative => ({
    party,
    user,
    capacity: 'self',
    specialAuthority: true,
  })
  if (star) return [self('p1', people.party), self('p2', people.counterparty)]
  // Whoever is a party in some cases may appear for another company in others.
  const second = counsel
    ? lawyerOf(people, given, 'p2', number * 2 + 1)
    : ({
        ...self('p2', people.counterparty),
        capacity: 'employee',
        power: powerOf(given.filing, 'p2'),
      } as const)
  return [lawyerOf(people, given, 'p1', number * 2), second]
}

function lawyerOf(people: People, { pathway, filing }: Given, party: string, which: number): Representative {
  const open = pathway !== 'litigation' || gbaPractice.subjects.some(each => each === filing.subject)
  const at = (isGbaLawyer(which) && !open ? which + 23 : which) % people.counsel.length
  return {
    party,
    user: people.counsel[at] ?? '',
    capacity: isGbaLawyer(at) ? 'gbaLawyer' : 'lawyer',
    specialAuthority: true,
    power: powerOf(filing, party),
  }
}

const powerOf = ({ parties }: Filed, party: string) =>
  parties.find(({ id }) => id === party)?.domicile === 'CN' ? 'plain' : 'attested'
