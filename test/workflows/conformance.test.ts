import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pathways } from '../../workflows/index.ts'
import type { Guard, Pathway } from '../../workflows/pathway.ts'
import { guardsOf } from '../../workflows/step.ts'

const source = '../shared/pathways.json'

const tables = z.object({
  machines: z.record(
    z.string(),
    z.object({
      states: z.record(z.string(), z.object({ tags: z.array(z.string()), waitingFor: z.array(z.string()) })),
      rows: z.array(
        z.object({
          row: z.string(),
          from: z.array(z.string()),
          events: z.array(z.string()),
          by: z.array(z.string()),
          to: z.array(z.string()),
          same: z.boolean(),
          returns: z.boolean(),
        }),
      ),
    }),
  ),
})

/** Where the program's copy of the table took the states that a cell starts from ('inForce: lifted') for targets. */
const misread: Record<string, string[]> = { I24: ['inForce', 'granted'] }

const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

/** What the machine itself says of each numbered row. */
function rowsOf(pathway: Pathway) {
  const moves = Object.keys(pathway.machine.states).flatMap(state =>
    Object.keys(pathway.events).flatMap(event =>
      guardsOf(pathway, state, event).map(guard => ({ state, event, ...guard })),
    ),
  )
  const numbers = new Set(moves.map(move => move.row))
  return [...numbers].map(row => {
    const mine = moves.filter(move => move.row === row)
    return {
      row,
      from: sorted(mine.map(move => move.state)),
      events: sorted(mine.map(move => move.event)),
      by: sorted(mine.flatMap(move => move.by)),
      to: sorted(mine.map(move => move.to).filter(to => to !== 'same' && to !== 'return')),
      same: mine.some(move => move.to === 'same'),
      returns: mine.some(move => move.to === 'return'),
    }
  })
}

describe.skipIf(!existsSync(source)).each(Object.entries(pathways))(
  '%s, against the normative table',
  (name, pathway) => {
    const table = tables.parse(JSON.parse(readFileSync(source, 'utf8'))).machines[name]!

    it('has exactly its states, with their tags and whom they wait for', () => {
      const states = Object.entries(pathway.states).map(([state, spec]) => [
        state,
        { tags: [spec.tag, ...(spec.decided ? ['decided'] : [])], waitingFor: [...spec.waitingFor] },
      ])
      expect(Object.fromEntries(states)).toEqual(table.states)
    })

    it('has exactly its rows: states, events, roles and targets', () => {
      const own = rowsOf(pathway).filter(({ row }) => !row.startsWith('U'))
      const expected = table.rows.map(row => ({
        ...row,
        from: sorted(row.from),
        events: sorted(row.events),
        by: sorted(row.by),
        to: sorted(row.to.filter(state => !misread[row.row]?.includes(state))),
      }))
      const byNumber = (a: { row: string }, b: { row: string }) =>
        Number(a.row.slice(1)) - Number(b.row.slice(1))
      expect(own.sort(byNumber)).toMatchObject(
        expected.sort(byNumber).map(({ row, from, events, by, to, same, returns }) => ({
          row,
          from,
          events,
          by,
          to,
          same,
          returns,
        })),
      )
      expect(own.length).toBe(expected.length)
    })

    it('takes the universal rows in every state', () => {
      const rows = rowsOf(pathway).filter(({ row }) => row.startsWith('U'))
      expect(rows.map(({ row }) => row).sort()).toEqual(['U1', 'U2', 'U3', 'U4', 'U5'])
      for (const { from } of rows) expect(from).toEqual(sorted(Object.keys(pathway.states)))
    })

    it('tries the rows of one event from one state in the order of the table', () => {
      for (const state of Object.keys(pathway.states)) {
        for (const event of Object.keys(pathway.events)) {
          const order = guardsOf(pathway, state, event).map(({ row }: Guard) =>
            row.startsWith('U') ? Infinity : Number(row.slice(1)),
          )
          expect(order, `${state} ${event}`).toEqual([...order].sort((a, b) => a - b))
        }
      }
    })
  },
)
