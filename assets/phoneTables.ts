import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

interface Tables {
  version: number
  country_calling_codes: Record<string, string[]>
  countries: Record<string, unknown[]>
  nonGeographic?: Record<string, unknown[]>
}

/** The columns that are read; the others say how numbers are written, and what kinds there are. */
const READ = [0, 1, 2, 3, 5, 7, 8]

/**
 * The tables without what nobody reads, a country in each line: a sixth of what they weigh is left.
 * The first country of each code, whose plan numbers with that code are read by, comes first.
 *
 * @throws on tables of another version than this code knows
 */
export function packed(tables: Tables): string {
  if (tables.version !== 4) throw new Error(`Phone tables of version ${tables.version}`)
  const lines = Object.entries({ ...tables.countries, ...tables.nonGeographic }).map(
    ([name, row]) => ({ name, cells: READ.map(place => textOf(row[place])) }),
  )
  const isOther = ({ name, cells: [code = ''] }: (typeof lines)[number]) =>
    name !== (tables.country_calling_codes[code]?.[0] ?? code)
  return lines
    .toSorted((a, b) => compare(a.cells[0], b.cells[0]) || Number(isOther(a)) - Number(isOther(b)))
    .map(({ name, cells }) => [name, ...cells].join(';').replace(/;+$/, ''))
    .join('\n')
}

// Neighbours in the world look alike, which is what weighs little.
const compare = (a = '', b = '') => Number(a > b) - Number(a < b)

function textOf(cell: unknown): string {
  const text = String(cell || '')
  if (text.includes(';')) throw new Error('Phone tables have the sign that parts their columns')
  return text
}

const UNPACK = fileURLToPath(new URL('phoneRows.ts', import.meta.url))

/** Packs the tables while building, beside what unpacks them. */
export function lightPhoneTables(): Plugin {
  return {
    name: 'kundekort:phone-tables',
    transform: {
      filter: { id: /libphonenumber-js\/metadata\.min\.json\.js$/ },
      handler(code) {
        const tables = JSON.parse(code.slice(code.indexOf('{'))) as Tables
        const unpack = `import { unpacked } from ${JSON.stringify(UNPACK)}\n`
        const made = `export default unpacked(${JSON.stringify(packed(tables))})`
        return { code: unpack + made, map: null }
      },
    },
  }
}
