import { codeOf, rarerPlaces } from './choices.ts'
import type { Draft } from './draft.ts'
import { investorRows, type Typed } from './forms.ts'

type Party = NonNullable<Draft['claimant']>
type Values = Record<string, string | string[] | undefined>

const yesNo = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? 'yes' : 'no')

/** The controls of a form as they were answered before: the opposite of reading it. */
export const wayValues = ({ way }: Draft): Values => ({ organisation: way && codeOf(way) })

export const partyValues = ({
  side,
  kind,
  name,
  registration,
  domicile,
  investors,
  email,
}: Party): Values => ({
  side,
  partyKind: kind,
  nameEn: name.en,
  nameHans: name['zh-Hans'],
  nameHant: name['zh-Hant'],
  jurisdiction: registration?.jurisdiction,
  city: registration?.city,
  zones: zonesOf(registration),
  domicile,
  email,
  ...Object.fromEntries(
    investorRows.flatMap(row => {
      const investor = investors[row - 1]
      return [
        [`origin-${row}`, investor?.origin],
        [`share-${row}`, investor?.share?.toString()],
      ]
    }),
  ),
})

const zonesOf = (registration: Party['registration']) => [
  ...(registration?.inQianhaiCooperationZone ? ['cooperationZone'] : []),
  ...(registration?.inQianhaiShekouFtz ? ['freeTradeZone'] : []),
]

export const contractValues = ({ contract = {} }: Draft): Values => ({
  kind: contract.kind,
  signedOn: contract.signedOn,
  performedIn: contract.performedIn,
  characteristicParty: contract.characteristicParty,
  chosenLaw: contract.chosenLaw,
  governingLawClause: contract.governingLawClause ?? undefined,
  seat: contract.seat ?? undefined,
  institution: contract.institution === null ? 'AD_HOC' : contract.institution,
  rules: contract.rules ?? undefined,
  arbitrators: contract.arbitrators?.toString(),
  language: contract.language,
  arbitrationClause: contract.arbitrationClause ?? undefined,
  relation: contract.relation,
  consumer: contract.consumer,
  maritime: yesNo(contract.maritime),
  ...Object.fromEntries(rarerPlaces.map(name => [name, contract[name]])),
})

export const claimValues = ({ claim: answer }: Draft): Values =>
  answer
    ? {
        subject: answer.subject,
        title: answer.title,
        amount: answer.claim.amount,
        'amount-currency': answer.claim.currency,
        relief: answer.claim.relief,
        assertsLaw: answer.assertsLaw,
        declaresArbitration: yesNo(answer.declaresArbitration),
        measureType: answer.measure?.type,
        preserved: answer.measure?.amount,
        urgent: yesNo(answer.measure?.urgent),
        assets: answer.measure?.assets.join('\n'),
      }
    : {}

/** A posted form as plain text by name, whatever was sent. */
export const typedIn = (body: unknown): Typed => body ?? {}
