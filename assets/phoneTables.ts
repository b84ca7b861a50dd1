import type { Plugin } from 'vite'

/**
 * What of a country's row in libphonenumber-js' tables (version 4) is read: its code, what is
 * dialled before a country code, what its numbers look like, their lengths, and what is dialled
 * before them at home. Not how numbers are written, nor what kinds of them there are.
 */
const READ = new Set([0, 1, 2, 3, 5, 7, 8])

interface Tables {
  version: number
  country_calling_codes: Record<string, string[]>
  countries: Record<string, unknown[]>
  nonGeographic?: Record<string, unknown[]>
}

/**
 * The tables without what nobody reads: a third of what they weigh is left. Of the countries that
 * share a code the first is left, whose plan the others' numbers are read by.
 *
 * @throws on tables of another version than this code knows
 */
export function lightened<T extends Tables>(tables: T): T {
  if (tables.version !== 4) throw new Error(`Phone tables of version ${tables.version}`)
  const light = (rows: Record<string, unknown[]> = {}) =>
    Object.fromEntries(
      Object.entries(rows).map(([code, row]) => [
        code,
        row.slice(0, 9).map((cell, place) => (READ.has(place) ? cell : 0)),
      ]),
    )
  return {
    ...tables,
    country_calling_codes: Object.fromEntries(
      Object.entries(tables.country_calling_codes).map(([code, [first]]) => [code, [first]]),
    ),
    countries: light(tables.countries),
    nonGeographic: light(tables.nonGeographic),
  }
}

/** Lightens the tables while building. */
export function lightPhoneTables(): Plugin {
  return {
    name: 'kundekort:phone-tables',
    transform: {
      filter: { id: /libphonenumber-js\/metadata\.min\.json\.js$/ },
      handler(code) {
        const tables = JSON.parse(code.slice(code.indexOf('{'))) as Tables
        return { code: `export default ${JSON.stringify(lightened(tables))}`, map: null }
      },
    },
  }
}
