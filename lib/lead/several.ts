/*
 * A form has one line for e-mail and one for phone; a person may have more of each. Written side by
 * side, with commas between, they are several.
 */

const kept = (parts: readonly string[]) => [
  ...new Set(parts.map(part => part.trim()).filter(part => part !== '')),
]

/** The addresses in the field *Email*, in the order in which they stand there. */
export const emailsIn = (text: string): string[] => kept(text.split(/[,;]/))

/** The numbers in the field *Phone*. A comma before few digits is an extension's. */
export const phonesIn = (text: string): string[] =>
  kept(text.split(/[,;](?=\s*[+(\d](?:[^\d,;]{0,3}\d){4})/))

/** How several stand in one field. */
export const sideBySide = (parts: readonly string[]): string => parts.join(', ')
