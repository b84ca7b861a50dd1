/**
 * Makes libphonenumber-js' tables (version 4) of what `packed` wrote, without the columns that
 * nobody reads, and with one country for each code.
 *
 * @param text a country in each line: its name, its code, what is dialled before another country's,
 *   what its numbers look like, their lengths, what is dialled before them at home, as a pattern
 *   too, and what that stands for
 */
export function unpacked(text: string) {
  const countries: Record<string, unknown[]> = {}
  const nonGeographic: Record<string, unknown[]> = {}
  const codes: Record<string, string[]> = {}
  for (const line of text.split('\n')) {
    const [name = '', code = '', exit, pattern, lengths = '', ...home] = line.split(';')
    const [national, prefix, transform] = home
    const row = [code, exit, pattern, lengths.split(',').map(Number), 0, national, 0]
    const rows = name === code ? nonGeographic : countries
    rows[name] = [...row, prefix, transform]
    if (rows === countries) codes[code] ??= [name]
  }
  return { countries, nonGeographic, country_calling_codes: codes }
}
