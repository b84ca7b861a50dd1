/** Whether a line is a sentence rather than a row of a card: most of its words begin small. */
export function isProse(line: string): boolean {
  const words = line.match(/[\p{L}'’]+/gu) ?? []
  if (words.length < 6) return false
  const small = words.filter(word => /^\p{Ll}/u.test(word)).length
  return (
    small / words.length >= 0.5 ||
    (small / words.length >= 0.35 && /[.!?](?:\s|$)/.test(line) && words.length > 7)
  )
}
