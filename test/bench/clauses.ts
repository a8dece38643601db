import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readClause } from '../../workflows/rules/readClause.ts'
import { countries } from '../../workflows/rules/clauses/countries.ts'
import { subdivisions } from '../../workflows/rules/clauses/subdivisions.ts'

/**
 * How many governing-law clauses of real contracts are read exactly: CUAD v1, The Atticus Project, CC BY 4.0. It is no
 * part of this repository, so it is measured only where it lies beside it.
 */
const file = path.resolve('../shared/clauses/cuad-governing-law.csv')

export function benchClauses(): void {
  if (!existsSync(file)) {
    console.log(`clauses: ${file} is not there, nothing measured`)
    return
  }
  const [header = [], ...rows] = csv(readFileSync(file, 'utf8'))
  const cell = (row: string[], name: string) => row[header.indexOf(name)] ?? ''
  const wrong = rows.flatMap(row => {
    const expected = codesOf(cell(row, 'governing_law'))
    const read = readClause(cell(row, 'text')).governingLaws.toSorted().join(' ')
    return read === expected ? [] : [{ id: cell(row, 'id'), expected, read, text: cell(row, 'text') }]
  })
  for (const { id, expected, read, text } of wrong) {
    console.log(`${id}: expected ${expected || 'none'}, read ${read || 'none'}\n  ${text}`)
  }
  const right = rows.length - wrong.length
  console.log(
    `clauses: ${String(right)} of ${String(rows.length)} exactly, ${((right / rows.length) * 100).toFixed(1)} %`,
  )
}

const codes = new Map(
  [countries, subdivisions].flatMap(table =>
    table.split('\n').flatMap(line => {
      const [code = '', names = ''] = line.split('|')
      return names.split('; ').map(name => [name, code] as const)
    }),
  ),
)

/** The answers name places, several with a semicolon between: `Ontario, Canada`, `England; Wales`. */
const codesOf = (answer: string) =>
  [...new Set(answer.split(/; */).map(codeOf))].filter(Boolean).sort().join(' ')

function codeOf(place: string): string {
  const name = place.replace(/^Province of /, '').replace('Massachussets', 'Massachusetts')
  const known = codes.get(name) ?? codes.get(name.split(', ')[0] ?? '')
  return known ?? (place.startsWith('[') ? '' : place)
}

function csv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n\r]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.filter(row => row.length > 1)
}
