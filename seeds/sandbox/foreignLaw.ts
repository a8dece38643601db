import { answered } from './courtSteps.ts'
import { l, story, w, type Beat, type Story } from './story.ts'

const hongKongLaw = { setting: { relation: 'hongKong', law: 'HK', procedure: 'ordinary' } } as const

// What the suit asks of another law, and how it is answered.
const asked = [...answered, l([2, 5], 'judge', 'openLawAscertainment')]
const scoped = [
  ...asked,
  w([1, 3], 'judge', 'fixScope', ({ say }) => ({ questions: [say('legalQuestion')] })),
]
const ordered = [...scoped, w(0, 'judge', 'orderParties')]
const expertAsked = w(0, 'judge', 'commission', ({ expert }) => ({ channel: 'institutionOrExpert', expert }))
const commissioned = [...scoped, expertAsked]
const opinion = (after: Beat['after']) =>
  w(after, 'lawExpert', 'submit', ({ say }) => ({
    materials: [say('legalOpinion')],
    noInterestStatement: true,
  }))
const submitted = [...commissioned, opinion([9, 20])]
const heard = [
  ...submitted,
  w([2, 6], 'judge', 'hearParties'),
  w(0, 'judge', 'examineExpert', () => ({ online: true })),
]
const supplementing = [
  ...heard,
  w([1, 4], 'p2', 'objectToLaw', ({ say }) => ({ why: say('lawDoubt') })),
  w([1, 3], 'judge', 'supplement', ({ later }) => ({ dueOn: later(20) })),
]

/** Suits for which the law of Hong Kong is ascertained. */
export const ascertainments: Story[] = [
  story('lawAsked', 1, [0, 1], asked, hongKongLaw),
  story('lawScoped', 1, [0, 2], scoped, hongKongLaw),
  story('lawOrdered', 2, [0, 20], ordered, hongKongLaw),
  story('lawOverdue', 1, [32, 40], ordered, hongKongLaw),
  story('lawCommissioned', 2, [0, 20], commissioned, { ...hongKongLaw, starring: true }),
  story('lawOpinionGiven', 1, [0, 5], submitted, hongKongLaw),
  story('expertHeard', 2, [0, 9], heard, hongKongLaw),
  story('lawDoubted', 1, [0, 9], supplementing, { ...hongKongLaw, starring: true }),
  story('lawConfirmed', 2, [0, 20], [...heard, w([2, 6], 'judge', 'confirm')], hongKongLaw),
  story(
    'lawDetermined',
    1,
    [0, 20],
    [
      ...supplementing,
      opinion([6, 12]),
      w([2, 5], 'judge', 'determine', ({ say }) => ({ reasons: say('lawReasons') })),
    ],
    hongKongLaw,
  ),
  story(
    'lawNotFound',
    1,
    [0, 20],
    [
      ...commissioned,
      w([32, 36], 'judge', 'insufficient', ({ later }) => ({
        channel: 'judicialAssistance',
        dueOn: later(15),
      })),
      w([22, 26], 'judge', 'exhausted', ({ say }) => ({ reasons: say('noReply') })),
    ],
    hongKongLaw,
  ),
  story(
    'lawNotNeeded',
    1,
    [0, 20],
    [...commissioned, l([4, 9], 'judge', 'agreeLaw', ({ both }) => ({ law: 'CN', consents: both }))],
    hongKongLaw,
  ),
]
