import type { Span } from './plain.ts'
import { isProse } from './prose.ts'

const ADDRESSED = /@|\d[\d ()-]{6,}\d/
/** *Unhappy with us? Ombudsman: 22 33 44 55*: whose number that is has a name of its own. */
const ASKED = /\S \S+ \S+\?\s+\p{Lu}[\p{L} ]{3,30}:\s/u

/**
 * What is told beneath a signature, in sentences of its own: where complaints go, when they are on
 * holiday. The addresses in it are somebody else's.
 */
export function asidesIn(text: string): Span[] {
  const spans: Span[] = []
  let hasContact = false
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/g)) {
    const first = paragraph.trimStart().split('\n', 1)[0] ?? ''
    const isTold =
      isProse(first) || (/^\p{Lu}.*[\p{Ll}\d][.!?]\)?\s*$/u.test(first) && smallIn(first) > 2)
    if (hasContact && isTold) {
      spans.push({ start: index, end: index + paragraph.length })
      continue
    }
    for (const { 0: line, index: at } of paragraph.matchAll(/[^\n]+/g)) {
      const isAddressed = ADDRESSED.test(line)
      if (hasContact && isAddressed && ASKED.test(line))
        spans.push({ start: index + at, end: index + at + line.length })
      if (isAddressed) hasContact = true
    }
  }
  return spans
}

const smallIn = (line: string) => (line.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? []).length
