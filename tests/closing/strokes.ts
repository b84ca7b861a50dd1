import type { Form, Stroke } from './form.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The letters that stand for a number, as spreadsheets name their columns: a … z, aa, ab … */
function lettersOf(number: number): string {
  const rest = Math.floor(number / LETTERS.length)
  const letter = LETTERS.charAt(number % LETTERS.length)
  return rest === 0 ? letter : lettersOf(rest - 1) + letter
}

/** What is typed in a try: a text of its own, in turn in each field and in each way of typing. */
export function strokeOf(number: number): Stroke {
  return {
    field: number % 2 === 0 ? 'name' : 'notes',
    how: number % 4 < 2 ? 'keys' : 'insert',
    text: lettersOf(number),
  }
}

export const withStroke = (form: Form, { field, text }: Stroke): Form => ({
  ...form,
  [field]: form[field] + text,
})
