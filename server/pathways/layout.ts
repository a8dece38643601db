import { instance, type Viz } from '@viz-js/viz'
import { z } from 'zod'
import { isTimed, type Chart } from '../../workflows/chart.ts'
import type { Glyphs } from './glyphs.ts'
import type { Telling } from './telling.ts'
import { wrap } from './lines.ts'

export const sizes = { title: 14, small: 11.5, label: 11.5, pad: 10, lead: 1.35 } as const

export type Row = { text: string; size: number; kind: 'title' | 'small' | 'event' | 'by' }
export type Box = { x: number; y: number; width: number; height: number; rows: Row[] }
export type Layout = {
  width: number
  height: number
  start: { x: number; y: number }
  states: (Box & { name: string; kind: 'draft' | 'active' | 'inactive' | 'decided' | 'closed' })[]
  lines: {
    from: string
    to: string
    timed: boolean
    path: string
    head: [number, number][]
    label: Box | undefined
  }[]
}

const start = 'unopened'
const boxWidth = 200
const labelWidth = 132

let engine: Promise<Viz> | undefined

/** Where the boxes and lines of a chart go. The words decide how large they are. */
export async function layOut(chart: Chart, telling: Telling, glyphs: Glyphs): Promise<Layout> {
  engine ??= instance()
  const states = chart.states.map(state => {
    const notes = chart.notes.filter(({ to }) => to === state.name)
    const back = chart.returning.filter(({ from }) => from === state.name).flatMap(({ events }) => events)
    const inner = boxWidth - 2 * sizes.pad
    const rows: Row[] = [
      ...rowsOf(glyphs, telling.state(state.name), 'title', inner),
      ...telling.within(state, notes, back).flatMap(text => rowsOf(glyphs, text, 'small', inner)),
    ]
    const kind = state.decided && state.tag !== 'closed' ? ('decided' as const) : state.tag
    return { name: state.name, kind, rows, width: boxWidth, height: heightOf(rows) + 2 * sizes.pad }
  })
  const openings = chart.opening.map(move => ({ from: start, to: move.to, moves: [move] }))
  const lines = [...merged(openings), ...chart.lines].map(line => {
    const { events, roles } = telling.beside(line)
    const rows = [
      ...events.flatMap(text => rowsOf(glyphs, text, 'event', labelWidth)),
      ...rowsOf(glyphs, roles, 'by', labelWidth),
    ]
    return { from: line.from, to: line.to, timed: isTimed(line), rows }
  })
  const drawn = answer.parse(
    (await engine).renderJSON({
      graphAttributes: { rankdir: 'TB', nodesep: 0.3, ranksep: 0.35, splines: 'true', margin: 0, pad: 0 },
      nodes: [
        { name: start, attributes: { ...fixed(16, 16), shape: 'circle' } },
        ...states.map(({ name, width, height }) => ({
          name,
          attributes: { ...fixed(width, height), shape: 'box' },
        })),
      ],
      edges: [
        ...lines.map(({ from, to, rows }) => ({
          tail: from,
          head: to,
          attributes: { label: { html: blank(labelWidth + 8, heightOf(rows) + 4) }, arrowsize: 0.7 },
        })),
        ...besides(chart).map(({ from, to }) => ({ tail: from, head: to, attributes: { style: 'invis' } })),
      ],
    }),
  )
  const [, , width = 0, height = 0] = drawn.bb.split(',').map(Number)
  const at = (name: string) => place(drawn.objects.find(object => object.name === name)?.pos ?? '0,0', height)
  return {
    width,
    height,
    start: at(start),
    states: states.map(state => ({ ...state, ...at(state.name) })),
    lines: lines.map(({ rows, ...line }, index) => {
      const edge = drawn.edges[index]
      return {
        ...line,
        path: pathOf(edge?._draw_ ?? [], height),
        head: pointsOf(edge?._hdraw_ ?? [], 'P', height),
        label: edge?.lp
          ? { ...place(edge.lp, height), rows, width: labelWidth, height: heightOf(rows) }
          : undefined,
      }
    }),
  }
}

/** States that only notes lead to stand below the first that they are entered from. */
const besides = ({ notes, lines, opening }: Chart) =>
  notes
    .filter(({ to }) => ![...lines, ...opening].some(line => line.to === to))
    .flatMap(({ to, from: [first] }) => (first === undefined ? [] : [{ from: first, to }]))

/** All ways of opening a state are one line. */
const merged = (lines: Chart['lines']): Chart['lines'] =>
  [...new Set(lines.map(({ to }) => to))].map(to => ({
    from: start,
    to,
    moves: lines.filter(line => line.to === to).flatMap(({ moves }) => moves),
  }))

const rowsOf = (glyphs: Glyphs, text: string, kind: Row['kind'], width: number): Row[] => {
  const size = kind === 'title' ? sizes.title : kind === 'small' ? sizes.small : sizes.label
  return wrap(glyphs, text, size, width).map(line => ({ text: line, size, kind }))
}

export const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { size }) => sum + size * sizes.lead, 0)

/** Graphviz measures boxes in inches of 72 points; a point is a pixel here. */
const fixed = (width: number, height: number) => ({
  width: width / 72,
  height: height / 72,
  fixedsize: true,
  label: '',
})

const blank = (width: number, height: number) =>
  `<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}"><TR><TD></TD></TR></TABLE>`

const point = z.tuple([z.number(), z.number()])
const operation = z.object({ op: z.string(), points: z.array(point).optional() })
const answer = z.object({
  bb: z.string(),
  objects: z.array(z.object({ name: z.string(), pos: z.string().optional() })),
  edges: z
    .array(
      z.object({
        lp: z.string().optional(),
        _draw_: z.array(operation).optional(),
        _hdraw_: z.array(operation).optional(),
      }),
    )
    .default([]),
})
type Operation = z.infer<typeof operation>

/** Graphviz counts upwards. */
function place(pos: string, height: number): { x: number; y: number } {
  const [x = 0, y = 0] = pos.split(',').map(Number)
  return { x: round(x), y: round(height - y) }
}

const pointsOf = (operations: readonly Operation[], op: string, height: number): [number, number][] =>
  (operations.find(each => each.op === op)?.points ?? []).map(([x, y]) => [round(x), round(height - y)])

function pathOf(operations: readonly Operation[], height: number): string {
  const [first, ...rest] = pointsOf(operations, 'b', height)
  return first ? `M${first.join(' ')}C${rest.map(each => each.join(' ')).join(' ')}` : ''
}

const round = (value: number) => Math.round(value * 10) / 10
