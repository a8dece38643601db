import { isOneOf } from '../accounts/signedIn.ts'
import type { User } from '../accounts/queries.ts'

export type Place = { path: string; words: string; count: number }

/** Where somebody can go, most used first, and how much waits there. */
export function navFor(user: User, waiting: number): Place[] {
  const place = (name: string, words = name): Place => ({
    path: `/${name}`,
    words: `accounts:menu.${words}`,
    count: name === 'tasks' ? waiting : 0,
  })
  if (user.posts.length === 0)
    return [place('cases', 'cases.party'), place('tasks'), place('filings', 'filings.party')]
  return [
    place('tasks'),
    place('cases'),
    ...(isOneOf(user, ['intakeOfficer', 'tribunalSecretary']) ? [place('filings')] : []),
    ...(isOneOf(user, ['administrator'])
      ? [place('caseload'), place('people'), place('organisations'), place('calendars'), place('rates')]
      : []),
  ]
}
