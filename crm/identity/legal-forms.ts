/**
 * How companies end their names by law, as `foldedWords` writes them. Left out on purpose: `spa`
 * and `co`, which are as often part of the name (`Fjord Spa`).
 */
const LEGAL_FORMS = [
  // The Nordic countries and the Baltic
  ...['as', 'asa', 'ans', 'da', 'ks', 'sa', 'nuf', 'enk', 'ab', 'hb', 'kb', 'aps', 'amba'],
  ...['oy', 'oyj', 'ehf', 'hf', 'oü', 'uab', 'sia'],
  // German-speaking countries
  ...['gmbh', 'ag', 'kg', 'ug', 'ohg', 'gmbh co kg', 'gmbh und co kg', 'ag co kg', 'se'],
  // English-speaking countries
  ...['ltd', 'limited', 'plc', 'llp', 'lp', 'llc', 'inc', 'incorporated', 'corp', 'corporation'],
  ...['co ltd', 'pty ltd', 'pvt ltd'],
  // The rest of Europe
  ...['bv', 'nv', 'bvba', 'sarl', 'sàrl', 'sas', 'srl', 'sl', 'slu', 'lda', 'sro', 'doo', 'kft'],
  ...['zrt', 'sp z oo'],
]

const LONGEST_FIRST = LEGAL_FORMS.toSorted((a, b) => b.length - a.length).map(form => ` ${form}`)

/**
 * A folded company name without its legal form. A company that is called just `AS` keeps its name,
 * and only one form is taken off: in `Nord AB AS` the `AB` is the name's.
 */
export function withoutLegalForm(words: string): string {
  const form = LONGEST_FIRST.find(ending => words.endsWith(ending))
  return form === undefined ? words : words.slice(0, -form.length)
}
