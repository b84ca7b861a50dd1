import { isLegalForm } from './legalForms.ts'

const GOES_ON =
  /(?:[&+/,]|(?:^|\s)(?:and|og|och|und|et|y|e|en|ja|of|for|de|des|du|del|di|der|für|i))\s*$/iu

/** What can't begin a line of its own: *& Anlegg AS*. */
const BEGINS = /^(?:&|\+|og|and|och|und|et)\s\p{Lu}/u

/**
 * Joins what a narrow card or a scanner broke over two lines: a title that ends in *and*, a legal
 * form by itself, the digits of a number. Breaks become spaces, so that offsets stay.
 */
export function unwrap(text: string): string {
  const rows = text.split('\n')
  return rows
    .map((row, at) => {
      const next = rows[at + 1]
      if (next === undefined) return row
      return row + (isBroken(row, next) ? ' ' : '\n')
    })
    .join('')
}

/** An ampersand by itself, between two lines of a name. */
const AND = /^[&+]$/

function isBroken(row: string, next: string): boolean {
  const [one, two] = [row.trim(), next.trim()]
  if (one === '' || two === '' || one.length > 60 || two.length > 60) return false
  if (/^[\d ]{2,12}$/.test(two)) {
    const digits = /(?:\+?\d[\d ()-]*)$/.exec(one)?.[0].replace(/\D/g, '') ?? ''
    return (
      digits.length > 1 &&
      digits.length < (one.includes('+') ? 9 : 7) &&
      /(?:\+|\p{L}[.:]?\s)[\d ()-]*\d$/u.test(one) &&
      !/\d{4}\s*$/.test(one)
    )
  }
  if (AND.test(one) || AND.test(two)) return /^[\p{Lu}&+]/u.test(one) && /^[\p{Lu}&+]/u.test(two)
  if (/[@\d]/.test(one) || /[@\d]/.test(two)) return false
  if (BEGINS.test(two)) return /\p{L}{2}$/u.test(one) && one.split(/\s+/).length <= 6
  if (isLegalForm(two)) return /\p{L}{2}/u.test(one) && !isLegalForm(one)
  return (
    GOES_ON.test(one) &&
    /^\p{L}/u.test(two) &&
    one.split(/\s+/).length <= 6 &&
    !/^(?:dear|kjære|hi|hei|hej|hallo|mvh)/i.test(one) &&
    /[&+/]$|\p{L}\p{L}+$/u.test(one)
  )
}
