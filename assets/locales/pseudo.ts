/** Each letter with an accent, so that one without is a letter that no catalog had. */
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'àƀćđéƒğĥíĵķĺɱñöƥɋřšťüṽŵẋýžÀƁĆĐÉƑĞĤÍĴĶĹṀÑÖƤɊŘŠŤÜṼŴẊÝŽ'
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, ACCENTED[at] ?? letter]))

/** How much longer a sentence gets in the languages that take most. */
const LONGER = 0.4

/** The text with an accent on each letter and two fifths longer: its vowels are drawn out. */
export function pseudo(text: string): string {
  const letters = [...text].map(letter => ACCENTS.get(letter) ?? letter)
  const places = letters.flatMap((letter, at) => (letter === text[at] ? [] : [at]))
  let added = 0
  for (const [index, at] of places.entries()) {
    const isLast = at === places.at(-1)
    if (!isLast && !/[aeiouy]/i.test(text[at] ?? '')) continue
    const more = Math.ceil((index + 1) * LONGER) - added
    letters[at] = letters[at]?.repeat(1 + more) ?? ''
    added += more
  }
  return letters.join('')
}
