import type { Glyphs } from './glyphs.ts'
import { heightOf, sizes, type Box, type Layout, type Row } from './layout.ts'

/** The way that a proceeding has come: the states it was in, the lines it took, and where it stands. */
export type Travelled = { states: Set<string>; lines: Set<string>; now: string }

// The colours of the look; a picture that stands alone has no style sheet.
const ink = '#17262c'
const colour = {
  ink,
  second: '#47565c',
  line: '#6b787d',
  faint: '#bfc3bf',
  accent: '#0a5560',
  white: '#fff',
} as const
const fills = {
  draft: { fill: '#fff', stroke: '#6b787d', dash: '4 3' },
  active: { fill: '#e6f0f0', stroke: '#0a5560', dash: '' },
  inactive: { fill: '#ecebe6', stroke: '#6b787d', dash: '' },
  decided: { fill: '#e7f2ea', stroke: '#1d6339', dash: '' },
  closed: { fill: '#f6f4ef', stroke: '#17262c', dash: '' },
} as const

const margin = 12

export function draw(layout: Layout, glyphs: Glyphs, title: string, travelled?: Travelled): string {
  const used = new Map<string, string>()
  const text = (row: Row, x: number, y: number, fill: string) => {
    let on = 0
    let uses = ''
    for (const character of row.text) {
      const { id, path, advance } = glyphs.outline(character)
      if (path !== '') {
        used.set(id, path)
        uses += `<use href="#${id}"${on === 0 ? '' : ` x="${on}"`}/>`
      }
      on += advance
    }
    // No second font for what stands out: its outline is drawn along.
    const heavy = row.kind === 'title' ? ` stroke="${fill}" stroke-width="36"` : ''
    return `<g transform="translate(${x} ${y}) scale(${row.size / 1000})" fill="${fill}"${heavy}>${uses}</g>`
  }
  const rows = (box: Box, first: number, ink: (row: Row) => string, centre: boolean) => {
    let y = first
    return box.rows
      .map(row => {
        y += row.size * sizes.lead
        const width = glyphs.width(row.text, row.size)
        const x = centre ? box.x - width / 2 : box.x - box.width / 2 + sizes.pad
        return text(row, tenth(x), tenth(y - row.size * 0.35), ink(row))
      })
      .join('')
  }

  const lines = layout.lines.map(line => {
    const taken = travelled?.lines.has(`${line.from} ${line.to}`) ?? false
    const stroke = taken ? colour.accent : travelled ? colour.faint : colour.line
    const dash = line.timed ? ' stroke-dasharray="5 4"' : ''
    const head = line.head.map(each => each.join(',')).join(' ')
    return (
      `<path d="${line.path}" fill="none" stroke="${stroke}" stroke-width="${taken ? 3 : 1.3}"${dash}/>` +
      `<polygon points="${head}" fill="${stroke}"/>`
    )
  })
  const labels = layout.lines.flatMap(({ label, from, to }) => {
    if (!label) return []
    const fades = travelled && !travelled.lines.has(`${from} ${to}`)
    const ground = `<rect x="${tenth(label.x - label.width / 2)}" y="${tenth(label.y - label.height / 2)}" width="${label.width}" height="${tenth(label.height)}" fill="#fff" fill-opacity=".82"/>`
    const shade = ({ kind }: Row) => (kind === 'by' || fades ? colour.second : colour.ink)
    return [ground + rows(label, label.y - heightOf(label.rows) / 2, shade, true)]
  })
  const states = layout.states.map(state => {
    const isNow = travelled?.now === state.name
    const been = travelled?.states.has(state.name) ?? false
    const { fill, stroke, dash } = fills[state.kind]
    const faded = travelled && !been && !isNow
    const look = isNow
      ? `fill="${colour.accent}" stroke="${colour.accent}" stroke-width="3"`
      : faded
        ? `fill="#fff" stroke="${colour.faint}" stroke-width="1.3"`
        : `fill="${fill}" stroke="${stroke}" stroke-width="${been ? 3 : state.kind === 'closed' ? 2.2 : 1.4}"`
    const shade = ({ kind }: Row) =>
      isNow ? colour.white : kind === 'title' && !faded ? colour.ink : colour.second
    return (
      `<rect x="${tenth(state.x - state.width / 2)}" y="${tenth(state.y - state.height / 2)}" width="${state.width}" height="${tenth(state.height)}" rx="4" ${look}${dash ? ` stroke-dasharray="${dash}"` : ''}/>` +
      rows(state, state.y - state.height / 2 + sizes.pad, shade, false)
    )
  })
  const { x, y } = layout.start
  const begin = `<circle cx="${x}" cy="${y}" r="7" fill="${travelled ? colour.accent : colour.ink}"/>`
  const width = Math.ceil(layout.width) + 2 * margin
  const height = Math.ceil(layout.height) + 2 * margin
  const outlines = [...used].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}" role="img" aria-label="${escaped(title)}">` +
    `<title>${escaped(title)}</title><defs>${outlines}</defs><rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" fill="#fff"/>` +
    `${begin}${lines.join('')}${states.join('')}${labels.join('')}</svg>`
  )
}

const tenth = (value: number) => Math.round(value * 10) / 10

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)
