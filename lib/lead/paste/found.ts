import type { Span } from './plain.ts'

export const PASTE_FIELDS = [
  'name',
  'title',
  'company',
  'email',
  'phone',
  'website',
  'profile',
  'orgNumber',
] as const

export type PasteField = (typeof PASTE_FIELDS)[number]

/** What is longer than anybody's signature is read no further, in UTF-16 code units. */
export const LONGEST_PASTE = 100_000

/** Something that was recognised. */
export interface Found {
  readonly field: PasteField
  readonly value: string
  /** Where it stands, its label included; more than one where it was written twice or over lines. */
  readonly spans: readonly Span[]
}

/** The text with some stretches made blank, so that nothing is found there; offsets stay the same. */
export function blank(text: string, spans: readonly Span[], by = ' '): string {
  let done = ''
  let from = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue
    const cut = Math.max(start, from)
    done += text.slice(from, cut) + text.slice(cut, end).replace(/[^\n]/g, by)
    from = end
  }
  return done + text.slice(from)
}
