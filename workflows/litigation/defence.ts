import { clockOf, condition, not, ruleIs, theirsArmed } from '../conditions.ts'
import { disarm, extend, mark, notify, set } from '../verbs.ts'
import { row, stay, to, type Row } from '../vocabulary.ts'
import { allDefended, ruling } from './context.ts'
import { court, trial, wait, type State } from './states.ts'

/** Served, and not answered yet, be it late (L2 101). */
const ownDefenceDue = condition(
  'ownDefenceDue',
  ({ context, event }) => clockOf(context, 'defence.*', event.party) !== undefined,
)

const lastDefence = condition('lastDefence', ({ context, event }) =>
  allDefended(context, event.party ?? event.data.party),
)

const file = [disarm('defence.*', 'actor'), mark('defended'), notify('defenceFiled', 'claimant')]

/** Silence does not stop the trial (CPL 128). */
export const defence: Row<State>[] = [
  row('C33', 'CPL 128', wait, 'deadlineLapsed', stay({ by: ['clock'], when: [ruleIs('defence.*')] })),
  row(
    'C34',
    'L2 208(3)',
    trial,
    'dismissSuit',
    to('dismissed', {
      by: ['judge'],
      do: [set(({ event }) => ({ reason: event.data.ground ?? '', closedBy: 'ruling' })), ...ruling()],
    }),
  ),
  row(
    'C35',
    'CPL 128',
    ['defencePeriod'],
    'fileDefence',
    to('pretrial', { by: ['respondent'], if: [ownDefenceDue], when: [lastDefence], do: file }),
    stay({ by: ['respondent'], if: [ownDefenceDue], when: [not(lastDefence)], do: file }),
  ),
  row(
    'C36',
    'CPL 128',
    ['defencePeriod'],
    'deadlineLapsed',
    to('pretrial', { by: ['clock'], when: [ruleIs('defence.*'), lastDefence] }),
    stay({ by: ['clock'], when: [ruleIs('defence.*'), not(lastDefence)] }),
  ),
  row(
    'C37',
    'L2 101',
    ['jurisdictionObjection', 'jurisdictionRuled', 'arbitrationObjection', ...court],
    'fileDefence',
    stay({ by: ['respondent', 'claimant', 'thirdParty'], if: [ownDefenceDue], do: file }),
  ),
  row(
    'C38',
    'CPL 285',
    ['defencePeriod'],
    'extendDefence',
    stay({
      by: ['judge'],
      data: [theirsArmed('defence.noDomicile')],
      do: [extend('defence.noDomicile', 'named')],
    }),
  ),
]
