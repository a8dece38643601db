import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../server/root.ts'

/** A font file, what it is for, and the installed fonts that are as good and spare the reader its download. */
export type Face = { family: string; weight: string; file: string; range: string; installed?: string[] }

const packages = path.join(root, 'node_modules')

export const latin = (): Face[] => [
  ...faces('@fontsource-variable/source-sans-3/index.css'),
  ...faces('@fontsource-variable/source-serif-4/index.css'),
]

/** A Chinese face comes as a hundred slices; a browser fetches those whose characters a page has. */
export const chinese = (script: 'sc' | 'tc'): Face[] =>
  [`noto-sans-${script}/400.css`, `noto-sans-${script}/600.css`, `noto-serif-${script}/600.css`]
    .flatMap(stylesheet => faces(`@fontsource/${stylesheet}`))
    .filter(face => /-\d+-\d+-normal/.test(face.file))
    .sort((a, b) => a.range.localeCompare(b.range)) // equal slices side by side compress three times better

/** Quotes, dash and ellipsis share code points with Latin but are full width in Simplified Chinese. */
export const punctuation = (): Face[] =>
  faces('@fontsource/noto-sans-sc/latin-400.css').map(slice => ({
    ...slice,
    family: 'Qianhai Punctuation',
    weight: '100 900',
    range: 'U+2014,U+2018-2019,U+201c-201d,U+2026',
    installed: ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'],
  }))

/** `@font-face` rules, with addresses relative to the stylesheet. */
export const rules = (list: Face[]): string =>
  list
    .map(({ family, weight, file, range, installed = [] }) => {
      const sources = [
        ...installed.map(name => `local('${name}')`),
        `url(fonts/${path.basename(file)}) format('woff2')`,
      ]
      return (
        `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;` +
        `src:${sources.join(',')};unicode-range:${range}}\n`
      )
    })
    .join('')

function faces(stylesheet: string): Face[] {
  const file = path.join(packages, stylesheet)
  return readFileSync(file, 'utf8')
    .split('@font-face')
    .slice(1)
    .map(text => {
      const read = (pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
      return {
        family: read(/font-family: '(.+)'/),
        weight: read(/font-weight: (.+);/),
        file: path.join(path.dirname(file), read(/url\(([^)]+\.woff2)\)/)),
        range: read(/unicode-range: (.+);/),
      }
    })
}
