import type { PathwayName } from '../../workflows/vocabulary.ts'

/**
 * What a state waits for, where that is not simply what leads to the nearest state ahead: the acts in the order in
 * which they come first, whoever may do them. None named: whoever is waited for acts in another proceeding.
 */
const acts: Partial<Record<PathwayName, Record<string, readonly string[]>>> = {
  litigation: {
    supplementOverdue: ['refuse', 'resubmit'],
    prefilingMediation: [],
    notAccepted: ['recordService', 'appealRuling'],
    dismissed: ['recordService', 'appealRuling'],
    registered: ['startService', 'payFee'],
    suspended: ['resume'],
    jurisdictionRuled: ['decideRulingAppeal', 'recordService', 'appealRuling'],
    arbitrationObjection: ['ruleArbitrationObjection'],
    entrustedMediation: [],
    courtMediation: ['settle'],
    statementDrafted: ['signReceipt', 'issueConsentJudgment', 'rejectAgreement'],
    hearingScheduled: ['holdHearing'],
    appealPeriod: ['recordService', 'appeal'],
    appealed: [
      ...['secondInstance', 'payAppealFee', 'fileAppealAnswer', 'notifyAppealFee', 'serveAppealCopy'],
      ...['transmitFile', 'recordService'],
    ],
    effective: [],
  },
  arbitration: {
    constituting: ['constitute', 'appointDefault', 'nominate'],
    hearing: ['closeProceedings'],
    stayedForMediation: ['settle'],
    settled: ['issueStatement', 'issueAward'],
    statementDrafted: ['signReceipt'],
  },
  mediation: {
    inMediation: ['reachAgreement'],
    agreementDraft: ['signAll'],
  },
  judicialConfirmation: {
    applied: ['accept'],
    underReview: ['holdVerification', 'confirm'],
    materialsRequested: ['submit'],
    confirmed: ['recordService'],
  },
  lawAscertainment: {
    scoped: ['orderParties', 'commission'],
    partyProvision: ['submit'],
    courtAscertaining: ['submit', 'insufficient'],
    submitted: ['hearParties'],
    commented: ['determine', 'confirm'],
    supplementing: ['submit'],
    defaulted: ['commission'],
  },
  interimMeasures: {
    applied: ['forward', 'checkRoute'],
    routed: ['requireSecurity'],
    securityPending: ['lodge'],
    ready: ['grant'],
    granted: ['execute'],
    lifted: [],
  },
}

/** Undefined where nothing is laid down. */
export const awaitedActs = (pathway: PathwayName, state: string): readonly string[] | undefined =>
  acts[pathway]?.[state]
