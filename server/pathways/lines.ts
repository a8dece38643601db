import type { Glyphs } from './glyphs.ts'

/** Breaks a text into lines that fit a width: between words, in Chinese between characters. */
export function wrap(glyphs: Glyphs, text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(
    /[\p{Script=Han}，。、；：（）「」“”《》]|[^\s\p{Script=Han}，。、；：（）「」“”《》]+\s*|\s+/gu,
  ) ?? []) {
    const next = line + piece
    // No line begins with a mark that closes.
    if (line !== '' && glyphs.width(next.trimEnd(), size) > width && !/^[，。、；：）」”》]/.test(piece)) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line = next
  }
  return [...lines, line.trimEnd()].filter(Boolean)
}
