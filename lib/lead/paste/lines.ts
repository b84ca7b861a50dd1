import type { Span } from './plain.ts'

/** A piece of a line, between two marks that tell things apart. */
export interface Piece extends Span {
  readonly text: string
  /** Which line it stands on, counted without the empty ones. */
  readonly line: number
  /** Which part of the line, between strong marks such as `|`. */
  readonly cell: number
  /** Its place among the pieces of that cell, between commas. */
  readonly part: number
  /** What tells it apart from the cell before it; empty at the head of a line and behind a gap. */
  readonly mark: string
}

/** Takes the place of what was recognised and taken out. */
export const TAKEN = '\ue001'

const STRONG =
  /\s*(?::\s(?=[«“"])|"\s?,\s?"|[|•·∙◦▪●■★☆✆☎✉│┃¦‖;→►▶✓]|(?![©®™])\p{Extended_Pictographic}|\ue001|\t| {3,}|\s\/\/\s|(?<=\s)[–—―-]+(?=\s)|^\s*[–—―-]{2,}|[–—―_=*~-]{3,})+\s*/gu
const WEAK = /(?:,|\s\/)\s+(?!(?:jr|sr|ii|iii|inc|ltd|llc|llp|s\.?l|s\.?a)\b\.?)/giu

/** No card has more; what comes after them is left as it is. */
const MOST = 150

/** The pieces of a text. Offsets are those of the text that is given. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let line = -1
  let at = 0
  for (const row of text.split('\n')) {
    const start = at
    at += row.length + 1
    if (pieces.length >= MOST) break
    if (!/\p{L}/u.test(row)) continue
    line++
    split(row, STRONG).forEach((cell, cellAt) => {
      split(cell.text, WEAK).forEach((part, partAt) => {
        const piece = trimmed(part.text, start + cell.start + part.start)
        if (/\p{L}{2}|\p{Lu}/u.test(piece.text))
          pieces.push({ ...piece, line, cell: cellAt, part: partAt, mark: cell.mark })
      })
    })
  }
  return pieces.slice(0, MOST)
}

function split(text: string, mark: RegExp): { text: string; start: number; mark: string }[] {
  const parts = []
  let from = 0
  let before = ''
  for (const { 0: found, index } of text.matchAll(mark)) {
    parts.push({ text: text.slice(from, index), start: from, mark: before })
    from = index + found.length
    before = found.trim()
  }
  return [...parts, { text: text.slice(from), start: from, mark: before }]
}

/** Marks at the beginning, the number of a row in a list (*17. Kari Nordmann*) and the time in a programme. */
const LEAD =
  /^[\s"'“”„«»‘*_#~°`<>[{(,.:;|!+/→-]+|^\d{1,3}[.)]\s+(?=\p{Lu}\p{L})|^\d{1,2}[.:]\d{2}(?:\s?[–-]\s?\d{1,2}[.:]\d{2})?\s+(?=\p{Lu})/u

/** A stretch of text without the marks around it. */
export function trimmed(text: string, start: number): Span & { text: string } {
  const lead = LEAD.exec(text)?.[0].length ?? 0
  let core = text.slice(lead).replace(/[\s"“”„«»*_#~°`<>[{(,:;|/@–—-]+$/u, '')
  if (core.endsWith(')') && !core.includes('(')) core = core.slice(0, -1).trimEnd()
  if (core.endsWith(']') && !core.includes('[')) core = core.slice(0, -1).trimEnd()
  return { text: core, start: start + lead, end: start + lead + core.length }
}
