import { clockOf, condition, inPlay, marked, not, ruleIs } from '../conditions.ts'
import type { RuleId } from '../rules/deadlines.ts'
import { arm, armNow, disarm, mark, only, openTask } from '../verbs.ts'
import { row, stay, to, type Context, type Moment, type Party, type Row, type Verb } from '../vocabulary.ts'
import { answers, armByDomicile, counterclaimLives, settle } from './context.ts'
import { court, type State } from './states.ts'

type Given = Pick<Moment, 'context' | 'event'>

const named = ({ context, event }: Given): Party | undefined =>
  inPlay(context).find(({ id }) => id === event.data.party)

const isServed = (context: Context, id: string) => marked(context, 'served').includes(id)

/** Newcomers are served with what was filed before them, claimants with a counterclaim. */
const isToBeServed = (context: Context, party: Party) =>
  !isServed(context, party.id) &&
  (answers(context, party) || marked(context, 'substituted').includes(party.id) || counterclaimLives(context))

const defendantNotServed = condition('partyNotYetServed', given => {
  const party = named(given)
  return party !== undefined && !isServed(given.context, party.id) && defends(given.context, party)
})
const partyNotServed = condition('partyNotYetServed', given => {
  const party = named(given)
  return party !== undefined && isToBeServed(given.context, party)
})

const defends = (context: Context, party: Party) => answers(context, party) || counterclaimLives(context)

const publications = 'service.publication.*'

/** The Arrangement reaches Hong Kong only, and publication counts only once it has run (L14 9; CPL 95, 283). */
const methodLawful = condition('methodLawful', given => {
  const party = named(given)
  const { method = '' } = given.event.data
  return party !== undefined && lawfulFor(party, method) && (method !== 'publication' || published(given))
})
const lawfulFor = (party: Party, method: string) =>
  method !== 'arrangement' || (!party.domiciled && party.hongKongOrMacao)
const published = ({ context, event }: Given) =>
  clockOf(context, publications, event.data.party) !== undefined

const nextMethodLawful = condition('methodLawful', given => {
  const party = named(given)
  return party !== undefined && lawfulFor(party, given.event.data.nextMethod ?? '')
})
const publicationLast = condition(
  'otherMethodsTried',
  ({ context, event: { data } }) =>
    data.nextMethod !== 'publication' || marked(context, 'methodTried').includes(data.party ?? ''),
)

const methodsFit = condition('methodsFit', ({ context, event }) =>
  (event.data.methods ?? []).every(({ party: id, method, sentOn }) => {
    const party = inPlay(context).find(each => each.id === id)
    return (
      party !== undefined && isToBeServed(context, party) && lawfulFor(party, method) && sentOn <= event.on
    )
  }),
)

const periods: Record<string, RuleId> = { arrangement: 'service.arrangement', post: 'service.post' }

function periodFor(party: Party | undefined, method: string): RuleId | null {
  if (method !== 'publication') return periods[method] ?? null
  if (!party || party.domiciled) return 'service.publication.domestic'
  return party.hongKongOrMacao ? 'service.publication.hk' : 'service.publication.foreign'
}

const routePeriods: readonly RuleId[] = [
  'service.arrangement',
  'service.post',
  'service.publication.domestic',
  'service.publication.hk',
  'service.publication.foreign',
]

const send: Verb = {
  name: 'arm',
  arms: routePeriods,
  run: moment => {
    for (const { party: id, method, sentOn } of moment.event.data.methods ?? []) {
      const rule = periodFor(
        inPlay(moment.context).find(party => party.id === id),
        method,
      )
      mark('methodTried', () => id).run(moment)
      if (rule) arm(rule, { of: () => id, base: () => sentOn }).run(moment)
    }
  },
}

const stopRoutes: Verb[] = ['service.arrangement', 'service.post', publications].map(rule =>
  settle(rule, 'named'),
)

const ordinary = ({ context }: Moment) => context.facts.procedure === 'ordinary'

/** Service of the complaint or a counterclaim starts the recipient's own periods (CPL 128, 285). */
const served = (base: 'receivedOn' | 'dueOn'): Verb[] => [
  ...stopRoutes,
  mark('served', 'named'),
  only(
    moment => {
      const party = named(moment)
      return (
        party !== undefined &&
        defends(moment.context, party) &&
        !marked(moment.context, 'defended').includes(party.id)
      )
    },
    armByDomicile('defence.domiciled', 'defence.noDomicile', { base }),
  ),
  only(ordinary, arm('jurors.request', { of: 'named', base })),
  openTask('evidence.set', 'judge'),
]

const recipientDefends = condition('recipientDefends', given => {
  const party = named(given)
  return party !== undefined && defends(given.context, party)
})

export const service: Row<State>[] = [
  row(
    'C20',
    'CPL 128; L14',
    ['registered'],
    'startService',
    to('serving', { by: ['clerk'], data: [methodsFit], do: [disarm('service.onDefendant'), send] }),
  ),
  row(
    'C21',
    'CPL 128, 285; L14',
    ['serving', 'defencePeriod'],
    'recordService',
    to('defencePeriod', {
      by: ['clerk'],
      data: [defendantNotServed, methodLawful],
      do: served('receivedOn'),
    }),
  ),
  row(
    'C22',
    'L22 55(2)',
    court,
    'recordService',
    stay({ by: ['clerk'], data: [partyNotServed, methodLawful], do: served('receivedOn') }),
  ),
  row(
    'C23',
    'L14 6, 7, 9; CPL 95, 283',
    ['serving', 'defencePeriod', ...court],
    'serviceRouteFailed',
    stay({
      by: ['clerk'],
      data: [partyNotServed, nextMethodLawful, publicationLast],
      do: [...stopRoutes, mark('methodTried', 'named'), nextRoute()],
    }),
  ),
  row(
    'C24',
    'L22 55(5)',
    ['serving'],
    'deadlineLapsed',
    to('defencePeriod', {
      by: ['clock'],
      when: [ruleIs(publications), recipientDefends],
      do: served('dueOn'),
    }),
    to('serving', {
      by: ['clock'],
      when: [ruleIs(publications), not(recipientDefends)],
      do: served('dueOn'),
    }),
  ),
  row(
    'C24',
    'L22 55(5)',
    ['defencePeriod'],
    'deadlineLapsed',
    to('defencePeriod', { by: ['clock'], when: [ruleIs(publications)], do: served('dueOn') }),
  ),
  row(
    'C24',
    'L22 55(5)',
    court,
    'deadlineLapsed',
    stay({ by: ['clock'], when: [ruleIs(publications)], do: served('dueOn') }),
  ),
]

function nextRoute(): Verb {
  return {
    name: 'arm',
    arms: routePeriods,
    run: moment => {
      const rule = periodFor(named(moment), moment.event.data.nextMethod ?? '')
      if (rule) armNow(moment, rule, moment.event.data.party, 'sentOn')
    },
  }
}
