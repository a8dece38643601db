import {
  backInCourt,
  delegated,
  inDelegated,
  inEntrusted,
  onBoth,
  ordinary,
  paid,
  registered,
  sent,
  settledEntrusted,
  signedFor,
  tried,
} from './courtSteps.ts'
import { agreed, filed as filedWithCourt, signed } from './mediations.ts'
import { l, m, story, type Story } from './story.ts'

export const delegations: Story[] = [
  story(
    'settledBeforeRegistration',
    24,
    [0, 180],
    [...inDelegated, agreed([4, 14]), signed, filedWithCourt],
    {
      starring: true,
    },
  ),
  story(
    'triedAfterMediation',
    8,
    [44, 120],
    [...inDelegated, m([4, 12], 'mediator', 'gapTooWide'), ...onBoth('claimUpheld').slice(1)],
  ),
  story(
    'notSignedThenUnpaid',
    3,
    [0, 180],
    [
      ...inDelegated,
      agreed([4, 12]),
      m([1, 4], 'p2', 'refuseSign'),
      registered,
      l([18, 22], 'judge', 'deemWithdrawn', () => ({ ground: 'feeUnpaid' })),
    ],
  ),
  story(
    'periodExpiredThenServed',
    4,
    [0, 10],
    [...inDelegated, l(44, 'intakeOfficer', 'register', ({ procedure }) => ({ procedure })), paid, sent],
  ),
  story(
    'withdrawnThenAgain',
    2,
    [0, 180],
    [...inDelegated, m([3, 8], 'p1', 'withdraw', () => ({ settledPrivately: true })), l(1, 'p1', 'withdraw')],
  ),
]

export const delegationsNow: Story[] = [
  story('delegatedSessions', 5, [0, 24], inDelegated, { starring: true }),
  story('delegatedToAccept', 1, [0, 2], delegated),
  story('delegatedDraft', 2, [0, 8], [...inDelegated, agreed([4, 12])]),
]

export const entrustments: Story[] = [
  story('entrustedStatement', 16, [0, 120], [...settledEntrusted, ...signedFor], {
    ...ordinary,
    starring: true,
  }),
  story('entrustedThenTried', 8, [44, 110], backInCourt(tried), ordinary),
  story('entrustedToSign', 2, [0, 18], [...settledEntrusted, signedFor[0] ?? paid], ordinary),
]

export const entrustmentsNow: Story[] = [
  story('entrustedSessions', 3, [0, 6], inEntrusted, { ...ordinary, starring: true }),
  story('entrustedDraft', 2, [0, 3], [...inEntrusted, agreed([2, 5])], ordinary),
]
