/*
 * Sentences as they were compiled when the extension was built (@lingui/message-utils), filled here
 * and not by its own runtime: that weighs five times as much before the first frame, and takes a
 * `\u0041` that somebody typed for an A. The test holds this to that runtime's own answers.
 */

export type WordValues = Record<string, string | number>

/** What stands under a key of a compiled catalog. */
export type Sentence = readonly Piece[]

/** Words, a value's place, a number's, or what is said of one and of many. */
type Piece =
  | string
  | readonly [name: string]
  | readonly [name: string, kind: 'number']
  | readonly [name: string, kind: 'plural', cases: Cases]

/** Sentences by exact numbers and by the language's own kinds of plural. */
type Cases = Readonly<Record<string, Sentence | undefined>>

/**
 * Makes what fills a language's sentences.
 *
 * @param tags of the language, for `Intl`
 */
export function createFiller(
  tags: string | readonly string[],
): (sentence: Sentence, values: WordValues) => string {
  // Most windows say nothing of numbers.
  let numbers: Intl.NumberFormat | undefined
  let plurals: Intl.PluralRules | undefined
  const written = (value: unknown) => {
    numbers ??= new Intl.NumberFormat(tags)
    return numbers.format(Number(value))
  }
  function chosen(count: unknown, cases: Cases): Sentence {
    plurals ??= new Intl.PluralRules(tags)
    return cases[String(count)] ?? cases[plurals.select(Number(count))] ?? cases.other ?? []
  }
  const fill = (sentence: Sentence, values: WordValues, count?: unknown): string =>
    sentence
      .map(piece => {
        if (piece === '#' && count !== undefined) return written(count)
        if (typeof piece === 'string') return piece
        const [name, kind, cases] = piece
        const value = values[name] ?? ''
        if (kind === 'number') return written(value)
        return cases === undefined ? value : fill(chosen(value, cases), values, value)
      })
      .join('')
  return fill
}
