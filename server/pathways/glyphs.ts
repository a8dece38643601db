import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Language } from '../web/language.ts'
import { unpacked } from './woff.ts'

/**
 * Letters as outlines. A picture that stands alone loads no font, and not every reader has one for Chinese; outlines look
 * the same everywhere, and their widths are known when the picture is laid out.
 */
export type Glyphs = {
  width: (text: string, size: number) => number
  has: (character: string) => boolean
  /** The outline of a character in a square of 1000, and how far it moves on. */
  outline: (character: string) => { id: string; path: string; advance: number }
}

const simplified = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'
const files: Record<Language, string[]> = {
  en: ['@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff'],
  'zh-Hans': [simplified],
  'zh-Hant': ['@fontsource/noto-sans-tc/files/noto-sans-tc-chinese-traditional-400-normal.woff', simplified],
}

const loaded = new Map<Language, Glyphs>()

export function glyphsFor(lang: Language): Glyphs {
  const known = loaded.get(lang) ?? load(lang)
  loaded.set(lang, known)
  return known
}

function load(lang: Language): Glyphs {
  const fonts = files[lang].map(fontIn)
  const [own] = fonts
  if (!own) throw new Error(`no font for ${lang}`)
  const known = new Map<string, ReturnType<Glyphs['outline']>>()

  const outline = (character: string) => {
    const found = known.get(character)
    if (found) return found
    const code = character.codePointAt(0) ?? 32
    // The Traditional face leaves some marks to others.
    const font = fonts.find(each => each.hasGlyphForCodePoint(code)) ?? own
    const unit = 1000 / font.unitsPerEm
    const glyph = font.glyphForCodePoint(code)
    const made = {
      id: `g${code.toString(36)}`,
      path: pathOf(glyph.path.commands, unit),
      advance: Math.round(glyph.advanceWidth * unit),
    }
    known.set(character, made)
    return made
  }
  const width = (text: string, size: number) =>
    (Array.from(text).reduce((sum, character) => sum + outline(character).advance, 0) * size) / 1000
  const has = (character: string) =>
    fonts.some(each => each.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
  return { width, outline, has }
}

function fontIn(file: string): fontkit.Font {
  const font = fontkit.create(unpacked(readFileSync(createRequire(import.meta.url).resolve(file))))
  if (!('unitsPerEm' in font)) throw new Error(`${file} holds more than one font`)
  return font
}

const letters: Record<string, string> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
}

/** In whole numbers, each from where the last one ended, with y downwards: half the bytes. */
function pathOf(commands: readonly { command: string; args: number[] }[], unit: number): string {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let path = ''
  for (const { command, args } of commands) {
    const letter = letters[command]
    if (letter === undefined) {
      path += 'z'
      ;[x, y] = [startX, startY]
      continue
    }
    const steps = args.map((value, index) =>
      index % 2 === 0 ? Math.round(value * unit) - x : -Math.round(value * unit) - y,
    )
    path += letter + steps.join(' ').replaceAll(' -', '-')
    x += steps.at(-2) ?? 0
    y += steps.at(-1) ?? 0
    if (letter === 'm') [startX, startY] = [x, y]
  }
  return path
}
