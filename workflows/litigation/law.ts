import { allConsent, condition, marked } from '../conditions.ts'
import { assess, overrule } from '../findings.ts'
import { mark, only, open, set, tell, unmark } from '../verbs.ts'
import { row, stay, type Context, type Row, type Verb } from '../vocabulary.ts'
import { asserted } from './context.ts'
import { court, feeStates, notClosed, type State } from './states.ts'

const lawNow = ({ facts, contract }: Context) => facts.governingLaw ?? facts.agreedLaw ?? contract.chosenLaw

const otherLawGoverns = condition('otherLawGoverns', ({ context }) => (lawNow(context) ?? 'CN') !== 'CN')

/** While foreign law is being ascertained nothing is decided on it. */
export const noLawOpen = condition('noLawOpen', ({ context }) => marked(context, 'lawOpen').length === 0)

/** Law that cannot be ascertained gives way to that of the Mainland (L3 10). */
const unascertainable: Verb = {
  name: 'overrule',
  run: moment =>
    overrule(moment, 'governingLaw', {
      verdict: 'supported',
      law: 'CN',
      why: 'unascertainable',
      basis: ['L3 10', 'LA-11'],
    }),
}

const isChosen = ({ contract, facts }: Context, law: string | undefined) =>
  law === facts.agreedLaw || law === contract.chosenLaw

export const law: Row<State>[] = [
  row(
    'C46',
    'L4 6; GL-16',
    feeStates,
    'assertLaw',
    stay({
      by: ['party'],
      do: [
        set(({ context, event }) => asserted(event.data.law, event.party, context.facts.assertions)),
        assess('governingLaw'),
      ],
    }),
  ),
  row(
    'C47',
    'L4 6',
    court,
    'agreeLaw',
    stay({
      by: ['judge'],
      data: [allConsent],
      do: [
        set(({ event }) => (event.data.law === undefined ? {} : { agreedLaw: event.data.law })),
        assess('governingLaw'),
        only(({ event }) => event.data.law === 'CN', tell('lawAscertainment', 'changeOfLaw')),
      ],
    }),
  ),
  row(
    'C48',
    'L5 1',
    court,
    'openLawAscertainment',
    stay({
      by: ['judge'],
      if: [otherLawGoverns, noLawOpen],
      do: [
        open('lawAscertainment', 'openAscertainment', ({ context, event }) => {
          const chosen = event.data.law ?? lawNow(context)
          return { ...(chosen !== undefined && { law: chosen }), chosen: isChosen(context, chosen) }
        }),
        mark('lawOpen', 'all'),
      ],
    }),
  ),
  row(
    'C49',
    'L3 10',
    notClosed,
    'lawAscertained',
    stay({
      by: ['system'],
      do: [
        unmark('lawOpen'),
        set(({ event }) => ({ lawOutcome: event.data.outcome ?? '' })),
        only(({ event }) => event.data.outcome === 'unascertainable', unascertainable),
      ],
    }),
  ),
]
