import type { Plugin } from 'vite'

/** Where a country's row of libphonenumber-js' tables (version 4) has how its numbers are written. */
const FORMATS = 4

interface Tables {
  version: number
  countries: Record<string, unknown[]>
  nonGeographic?: Record<string, unknown[]>
}

/**
 * The tables without how numbers are written: half of what they weigh. We only read numbers, and
 * keep them as E.164, for which nothing but the digits is needed.
 *
 * @throws on tables of another version than this code knows
 */
export function withoutFormats<T extends Tables>(tables: T): T {
  if (tables.version !== 4) throw new Error(`Phone tables of version ${tables.version}`)
  const strip = (rows: Record<string, unknown[]> = {}) =>
    Object.fromEntries(
      Object.entries(rows).map(([code, row]) => [
        code,
        row.map((cell, place) => (place === FORMATS ? 0 : cell)),
      ]),
    )
  return {
    ...tables,
    countries: strip(tables.countries),
    nonGeographic: strip(tables.nonGeographic),
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
        return { code: `export default ${JSON.stringify(withoutFormats(tables))}`, map: null }
      },
    },
  }
}
