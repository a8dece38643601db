import {
  clockOf,
  condition,
  hasSpecialAuthority,
  marked,
  not,
  ownMarked,
  ownNotMarked,
  ruleIs,
} from '../conditions.ts'
import { parseMoney } from '../rules/fees.ts'
import { arm, disarm, mark } from '../verbs.ts'
import { row, stay, to, type Moment, type Verb } from '../vocabulary.ts'
import { chargeFor, counterclaimPending, respondents } from './context.ts'

const respond: Verb[] = [mark('responded'), disarm('arb.response.30d', 'actor')]

/** With this response or lapse, every respondent has been served and has answered or let its period pass. */
const allDone = condition('allDone', ({ context, event }) =>
  respondents(context).every(
    ({ id }) =>
      marked(context, 'served').includes(id) &&
      (id === (event.data.party ?? event.party) ||
        marked(context, 'responded').includes(id) ||
        clockOf(context, 'arb.response.30d', id) === 'lapsed'),
  ),
)

const toRespond = [
  ownMarked('served', 'ownNoticeServed'),
  ownNotMarked('responded', 'ownResponseNotYetFiled'),
]

export const response = [
  row(
    'A7',
    'L19 36',
    ['responsePeriod'],
    'respond',
    to('constituting', {
      by: ['respondent'],
      if: toRespond,
      when: [allDone],
      do: [...respond, arm('arb.nomination')],
    }),
    stay({ by: ['respondent'], if: toRespond, when: [not(allDone)], do: respond }),
  ),
  row(
    'A8',
    'L19 36',
    ['responsePeriod'],
    'deadlineLapsed',
    to('constituting', {
      by: ['clock'],
      when: [ruleIs('arb.response.30d'), allDone],
      do: [arm('arb.nomination')],
    }),
    stay({ by: ['clock'], when: [ruleIs('arb.response.30d'), not(allDone)] }),
  ),
  row(
    'A9',
    'UNCITRAL 4',
    ['constituting', 'constituted'],
    'respond',
    stay({
      by: ['respondent'],
      if: [ownNotMarked('responded', 'ownResponseNotYetFiled')],
      do: respond,
    }),
  ),
  row(
    'A10',
    'L19 38',
    ['responsePeriod', 'constituting', 'constituted'],
    'counterclaim',
    stay({
      by: ['respondent'],
      if: [hasSpecialAuthority],
      do: [mark('counterclaimed'), { name: 'fee', run: chargeCounterclaim }, arm('arb.counterclaim.answer')],
    }),
  ),
  row(
    'A11',
    'L19 38',
    ['responsePeriod', 'constituting', 'constituted', 'hearing'],
    'answerCounterclaim',
    stay({ by: ['claimant'], if: [counterclaimPending], do: [disarm('arb.counterclaim.answer')] }),
  ),
]

function chargeCounterclaim(moment: Moment): void {
  const { amount = '0' } = moment.event.data
  chargeFor(moment, parseMoney(amount, moment.context.claim.currency), { stage: 'counterclaim' })
}
