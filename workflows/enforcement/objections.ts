import { condition, isMarked, marked, not, ownArmed, says } from '../conditions.ts'
import {
  arm,
  arming,
  closeTask,
  disarm,
  issue,
  mark,
  notify,
  only,
  open,
  openTask,
  set,
  unmark,
} from '../verbs.ts'
import { row, stay, to, type Row, type Verb } from '../vocabulary.ts'
import { underWay, type State } from './states.ts'

const upheld = says('upheld', true)

const jurisdictionAsked = isMarked('jurisdictionObjected', 'jurisdictionObjected')
const jurisdictionDecided: Verb[] = [
  unmark('jurisdictionObjected'),
  closeTask('enforcement.objection.decide'),
  issue('ruling'),
]

// A ruling on a new objection is served afresh.
const ruledOn = (objection: string, ruling: string, rule: string): Verb[] => [
  unmark(objection, `served.${ruling}`),
  disarm(rule),
  mark(`ruled.${ruling}`, 'all'),
  issue('ruling'),
]

const rulingMade = condition(
  'rulingMade',
  ({ context, event: { data } }) => marked(context, `ruled.${data.ruling ?? ''}`).length > 0,
)
const namesSomebodyHere = condition('partyOfCase', ({ context, event: { data } }) =>
  context.parties.some(({ id }) => id === data.party),
)
const rulingNotYetServed = condition(
  'rulingNotYetServed',
  ({ context, event: { data } }) =>
    !marked(context, `served.${data.ruling ?? ''}`).includes(data.party ?? ''),
)
const onThirdParty = says('ruling', 'thirdParty')

/** The trial of an objection goes on beside the enforcement, which it does not stay (CPL 236, 238). */
export const objections: Row<State>[] = [
  row(
    'E12',
    'L31 3',
    underWay,
    'objectJurisdiction',
    stay({
      by: ['party'],
      if: [ownArmed('enforcement.jurisdictionObjection')],
      do: [
        disarm('enforcement.jurisdictionObjection', 'actor'),
        mark('jurisdictionObjected'),
        openTask('enforcement.objection.decide', 'judge'),
      ],
    }),
  ),
  row(
    'E13',
    'L31 3',
    underWay,
    'decideJurisdiction',
    to('closedTransferred', {
      by: ['judge'],
      if: [jurisdictionAsked],
      when: [upheld],
      do: [...jurisdictionDecided, set({ reason: 'jurisdiction' })],
    }),
    stay({ by: ['judge'], if: [jurisdictionAsked], when: [not(upheld)], do: jurisdictionDecided }),
  ),
  row(
    'E14',
    'CPL 236; L31 5, 9',
    underWay,
    'objectEnforcement',
    stay({
      by: ['party', 'thirdParty'],
      do: [mark('objected'), arm('enforcement.objection.decide')],
    }),
  ),
  row(
    'E14',
    'CPL 238',
    underWay,
    'thirdPartyObjection',
    stay({
      by: ['thirdParty'],
      do: [mark('thirdPartyObjected'), arm('enforcement.thirdParty.decide')],
    }),
  ),
  row(
    'E15',
    'CPL 236',
    underWay,
    'decideEnforcementObjection',
    stay({
      by: ['judge'],
      if: [isMarked('objected', 'enforcementObjected')],
      do: ruledOn('objected', 'objection', 'enforcement.objection.decide'),
    }),
  ),
  row(
    'E15',
    'CPL 238',
    underWay,
    'decideThirdPartyObjection',
    stay({
      by: ['judge'],
      if: [isMarked('thirdPartyObjected', 'thirdPartyObjected')],
      do: [
        ...ruledOn('thirdPartyObjected', 'thirdParty', 'enforcement.thirdParty.decide'),
        only(upheld.holds, notify('assetSuspended', 'enforcementOfficer')),
      ],
    }),
  ),
  row(
    'E16',
    'CPL 236, 238',
    underWay,
    'recordService',
    stay({
      by: ['clerk'],
      data: [rulingMade, namesSomebodyHere, rulingNotYetServed],
      do: [
        {
          name: 'mark',
          run: moment => mark(`served.${moment.event.data.ruling ?? ''}`, 'named').run(moment),
        },
        arming(
          ['enforcement.thirdParty.suit', 'enforcement.reconsider'],
          arm(
            given => (onThirdParty.holds(given) ? 'enforcement.thirdParty.suit' : 'enforcement.reconsider'),
            {
              of: 'named',
              base: 'receivedOn',
            },
          ),
        ),
      ],
    }),
  ),
  row(
    'E17',
    'CPL 236',
    underWay,
    'reconsider',
    stay({
      by: ['party', 'thirdParty'],
      if: [ownArmed('enforcement.reconsider')],
      do: [disarm('enforcement.reconsider', 'actor'), notify('reconsideredAbove', 'judge')],
    }),
  ),
  row(
    'E17',
    'CPL 238',
    underWay,
    'suitFiled',
    stay({
      by: ['party', 'thirdParty'],
      if: [ownArmed('enforcement.thirdParty.suit')],
      do: [disarm('enforcement.thirdParty.suit', 'actor'), open('litigation', 'createDraft')],
    }),
  ),
]
