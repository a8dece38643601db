import { arbitration } from './arbitration.ts'
import { enforcement } from './enforcement.ts'
import { interimMeasures } from './interimMeasures.ts'
import { judicialConfirmation } from './judicialConfirmation.ts'
import { lawAscertainment } from './lawAscertainment.ts'
import { litigation } from './litigation.ts'
import { mediation } from './mediation.ts'
import type { Pathway } from './pathway.ts'
import type { PathwayName } from './vocabulary.ts'

/** The pathways served, each as it stands today. Rules that change get a new version beside the old one. */
export const pathways: Record<PathwayName, Pathway> = {
  litigation,
  mediation,
  arbitration,
  judicialConfirmation,
  lawAscertainment,
  interimMeasures,
  enforcement,
}

export const pathwayOf = (name: string): Pathway | undefined =>
  Object.entries(pathways).find(([key]) => key === name)?.[1]
