import { pathways } from '../../workflows/index.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import type { Trx } from '../db.ts'
import { balance, dispositionTime, type Flow } from './flow.ts'
import { dayBefore, daysIn, monthsOf, type Period } from './period.ts'
import { disposedIn, flowOf, overdueAt, pendingOn, type FlowRow, type PendingRow } from './queries.ts'

export type Caseload = Awaited<ReturnType<typeof caseloadOf>>

/** The numbers of a period. What is pending at its end is counted, not worked out, so that the two can be compared. */
export async function caseloadOf(trx: Trx, period: Period, organisation: string | null, at: string) {
  const scope = { ...period, organisation }
  const rows = await flowOf(trx, scope)
  const begin = totalOf(await pendingOn(trx, dayBefore(period.first), organisation))
  const pending = await pendingOn(trx, period.last, organisation)
  const disposed = await disposedIn(trx, scope)
  const overdue = await overdueAt(trx, at, organisation)

  const end = totalOf(pending)
  const flow: Flow = { beginActive: begin.active, beginInactive: begin.inactive, ...sum(rows) }
  const balanced = balance(flow)
  return {
    flow,
    ...balanced,
    end,
    residual: end.active + end.inactive - balanced.endActive - balanced.endInactive,
    forecast: dispositionTime(end.active + end.inactive, flow.disposed, daysIn(period)),
    overdue: overdue.reduce((total, row) => total + row.overdue, 0),
    timeToDisposition: disposed.find(({ pathway }) => pathway === null),
    months: monthsOf(period).map(month => ({ month, ...flowIn(rows.filter(row => row.month === month)) })),
    pathways: pathwayNames().map(pathway => {
      const all = flowIn(rows.filter(row => row.pathway === pathway))
      const standing = pending.find(row => row.pathway === pathway) ?? none
      return {
        pathway,
        ...all,
        pending: standing,
        disposal: disposed.find(row => row.pathway === pathway) ?? none,
        overdue: overdue.find(row => row.pathway === pathway)?.overdue ?? 0,
      }
    }),
  }
}

const pathwayNames = () => Object.keys(pathways) as PathwayName[]

function flowIn(rows: FlowRow[]) {
  const all = sum(rows)
  const { incoming, outgoing, clearance } = balance({ beginActive: 0, beginInactive: 0, ...all })
  return { ...all, incoming, outgoing, clearance }
}

function sum(rows: FlowRow[]): Omit<Flow, 'beginActive' | 'beginInactive'> {
  const total = (name: 'filed' | 'reopened' | 'reactivated' | 'disposed' | 'placed_inactive') =>
    rows.reduce((sum, row) => sum + row[name], 0)
  return {
    filed: total('filed'),
    reopened: total('reopened'),
    reactivated: total('reactivated'),
    disposed: total('disposed'),
    placedInactive: total('placed_inactive'),
  }
}

const none: PendingRow = {
  pathway: null,
  active: 0,
  inactive: 0,
  to_90: 0,
  to_180: 0,
  to_365: 0,
  over_365: 0,
  median: null,
  ninetieth: null,
}

const totalOf = (rows: PendingRow[]): PendingRow => rows.find(({ pathway }) => pathway === null) ?? none
