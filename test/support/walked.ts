import type { Data } from '../../workflows/fields.ts'
import type { Envelope, PathwayName } from '../../workflows/vocabulary.ts'
import {
  agreementSigned,
  arbitration,
  awardMade,
  complaint,
  mediation,
  suitUnderHongKongLaw,
  type Situation,
} from './situations.ts'
import type { Who } from './test.ts'

/** What a case has come to, and how the proceeding is opened on it that is walked through, if it is not the first. */
type Start = { situation: Situation; opened?: Opened }
type Opened = { by: 'p1' | 'judge'; in: PathwayName | 'open'; type: string; data: Data }
export type Walked = {
  starts: Start[]
  /** Whose acts the ways are made of. */
  takesPart: (by: Envelope['by']) => boolean
  /** Who reads the proceeding from beginning to end, and who never does. Besides, whoever sits in it reads it. */
  readers: Who[]
  outsiders: Who[]
  /** Where the respondent is not to know of it yet. */
  secret?: string[]
}

const claimed = (type: string, data: Data): Opened => ({ by: 'p1', in: 'open', type, data })
const platformOnly: Who[] = ['stranger', 'mediationCoordinator', 'tribunalSecretary', 'hkiacSecretary']

/** What is walked through in each pathway, and who looks on. */
export const walked: Record<PathwayName, Walked> = {
  litigation: {
    starts: [
      { situation: complaint },
      {
        situation: { ...complaint, filing: { ...complaint.filing, contract: arbitration.filing.contract } },
      },
    ],
    takesPart: () => true,
    readers: ['claimant', 'respondent', 'intakeOfficer', 'clerk', 'enforcementOfficer', 'administrator'],
    outsiders: ['stranger', 'mediator', 'mediationCoordinator', 'tribunalSecretary', 'arbitrator'],
  },
  mediation: {
    starts: [{ situation: mediation }],
    takesPart: by => ['claimant', 'respondent', 'mediator', 'mediationCoordinator', 'clock'].includes(by),
    readers: ['claimant', 'respondent', 'mediationCoordinator', 'administrator'],
    outsiders: ['stranger', 'judge', 'clerk', 'otherMediator', 'hongKongCoordinator', 'tribunalSecretary'],
  },
  arbitration: {
    starts: [{ situation: arbitration }],
    takesPart: () => true,
    readers: ['claimant', 'respondent', 'tribunalSecretary', 'administrator'],
    outsiders: ['stranger', 'judge', 'clerk', 'mediationCoordinator', 'hkiacSecretary'],
  },
  judicialConfirmation: {
    starts: [{ situation: agreementSigned, opened: claimed('applyJointly', { parties: ['p1', 'p2'] }) }],
    takesPart: by => by !== 'thirdParty',
    readers: ['claimant', 'respondent', 'intakeOfficer', 'clerk', 'administrator'],
    outsiders: [...platformOnly, 'mediator', 'arbitrator'],
  },
  lawAscertainment: {
    starts: [
      {
        situation: suitUnderHongKongLaw,
        opened: { by: 'judge', in: 'litigation', type: 'openLawAscertainment', data: {} },
      },
    ],
    takesPart: by => by !== 'thirdParty',
    readers: ['claimant', 'respondent', 'clerk', 'administrator'],
    outsiders: [...platformOnly, 'mediator', 'judge', 'otherJudge'],
  },
  interimMeasures: {
    starts: [
      {
        situation: awardMade,
        opened: claimed('apply', {
          type: 'property',
          phase: 'post',
          assets: ['Account at a bank in Shenzhen'],
        }),
      },
    ],
    takesPart: by => by !== 'thirdParty',
    readers: ['claimant', 'clerk', 'enforcementOfficer', 'administrator'],
    outsiders: ['stranger', 'mediationCoordinator', 'hkiacSecretary', 'mediator'],
    secret: ['applied', 'routed', 'securityPending', 'ready', 'granted'],
  },
  enforcement: {
    starts: [
      {
        situation: awardMade,
        opened: claimed('apply', { instrument: 'cnAward', venue: 'BOTH', amount: '1000000.00' }),
      },
      {
        situation: mediation,
        opened: claimed('apply', { instrument: 'hkJudgment', venue: 'BOTH', amount: '1000000.00' }),
      },
    ],
    takesPart: by => by !== 'thirdParty',
    readers: ['claimant', 'respondent', 'intakeOfficer', 'enforcementOfficer', 'clerk', 'administrator'],
    outsiders: [...platformOnly, 'mediator', 'arbitrator'],
  },
}
