import {
  allConsent,
  condition,
  hasSpecialAuthority,
  isMarked,
  lastToAct,
  marked,
  not,
  ownNotMarked,
} from '../conditions.ts'
import { arm, issue, mark, only, open, pause, resume, set, unmark } from '../verbs.ts'
import { back, row, stay, to, type Verb } from '../vocabulary.ts'
import { hongKongSeat, mainlandSeat, tribunalConstituted } from './context.ts'
import { makeAward } from './award.ts'
import { tribunalSits } from './states.ts'

// Hong Kong asks for the consents in writing (Cap. 609 s.33): those listed are the writings received.
const writtenConsents = condition(
  'writtenConsents',
  given => !hongKongSeat.holds(given) || allConsent.holds(given),
)

const noOpenMediation = condition(
  'noOpenMediation',
  ({ context }) => marked(context, 'mediationOpen').length === 0,
)
const arbitratorMediates = condition(
  'arbitratorMediates',
  ({ context }) => context.facts.arbitratorMediates === true,
)
const disclosed = isMarked('materialInfoDisclosed')
const disclosedWhereDue = condition(
  'materialInfoDisclosed',
  given => !hongKongSeat.holds(given) || !arbitratorMediates.holds(given) || disclosed.holds(given),
)

const goOn: Verb[] = [unmark('mediationOpen'), resume('*')]

const notSigned = ownNotMarked('signed', 'ownReceiptNotYetSigned')
const lastToSign = lastToAct('signed')

export const settlement = [
  row(
    'A23',
    'L19 62; Cap. 609 s.33',
    ['constituted', 'hearing'],
    'mediate',
    to('stayedForMediation', {
      by: ['arbitrator'],
      data: [writtenConsents, allConsent],
      do: [
        set(({ event }) => ({ arbitratorMediates: event.data.arbitratorMediates ?? false })),
        unmark('materialInfoDisclosed'),
        pause('*'),
        only(
          ({ context }) => context.facts.arbitratorMediates !== true,
          mark('mediationOpen', 'all'),
          open('mediation', 'propose', ({ event }) => ({
            kind: 'institutional',
            ...(event.data.consents && { consents: event.data.consents }),
          })),
        ),
      ],
    }),
  ),
  row(
    'A24',
    'L19 62',
    ['stayedForMediation'],
    'mediationSucceeded',
    to('settled', { by: ['system'], do: goOn }),
  ),
  row('A25', 'L19 62', ['stayedForMediation'], 'mediationFailed', back({ by: ['system'], do: goOn })),
  row(
    'A26',
    'Cap. 609 s.33(4)',
    ['stayedForMediation'],
    'discloseMaterialInfo',
    stay({
      by: ['arbitrator'],
      if: [arbitratorMediates],
      do: [mark('materialInfoDisclosed'), issue('materialInformation', ({ event }) => event.data.summary)],
    }),
  ),
  row(
    'A27',
    'Cap. 609 s.33',
    ['stayedForMediation'],
    'endMediation',
    back({ by: ['arbitrator'], if: [noOpenMediation, disclosedWhereDue], do: goOn }),
  ),
  row(
    'A27',
    'Cap. 609 s.33',
    ['stayedForMediation'],
    'withdrawConsent',
    back({ by: ['party'], if: [noOpenMediation, disclosedWhereDue], do: goOn }),
  ),
  row(
    'A28',
    'L19 62',
    ['constituting', ...tribunalSits, 'stayedForMediation'],
    'settle',
    to('settled', {
      by: ['arbitrator', 'tribunalSecretary'],
      if: [noOpenMediation],
      data: [allConsent],
      do: [
        issue('settlementTerms', ({ event }) => event.data.terms),
        only(({ from }) => from === 'stayedForMediation', resume('*')),
      ],
    }),
  ),
  row(
    'A29',
    'L19 63',
    ['settled'],
    'issueAward',
    to('awardIssued', {
      by: ['arbitrator'],
      if: [tribunalConstituted],
      data: [condition('consentAwardOnly', ({ event }) => event.data.kind === 'consent')],
      do: makeAward,
    }),
  ),
  row(
    'A30',
    'L19 64, 65',
    ['settled'],
    'issueStatement',
    to('statementDrafted', {
      by: ['arbitrator'],
      if: [mainlandSeat, tribunalConstituted],
      do: [issue('mediationStatement'), unmark('signed')],
    }),
  ),
  row(
    'A31',
    'L19 65',
    ['statementDrafted'],
    'signReceipt',
    to('closedStatement', {
      by: ['party'],
      if: [notSigned, hasSpecialAuthority],
      when: [lastToSign],
      do: [
        mark('signed'),
        set(({ event }) => ({ reason: 'settled', effectiveOn: event.on })),
        arm('enforcement.apply'),
      ],
    }),
    stay({
      by: ['party'],
      if: [notSigned, hasSpecialAuthority],
      when: [not(lastToSign)],
      do: [mark('signed')],
    }),
  ),
  row(
    'A32',
    'L19 65',
    ['statementDrafted'],
    'repudiate',
    to('awardDrafting', { by: ['party'], if: [notSigned] }),
  ),
]
