import { readText } from '../../../lib/lead/paste/read.ts'

/** The fields of a corpus, in its own words. */
export interface Fields {
  name?: string
  title?: string
  company?: string
  emails?: string[]
  phones?: string[]
  website?: string
  profileLink?: string
  orgNumber?: string
}

export interface Case {
  readonly id: string
  readonly text: string
  readonly country: string
  readonly truth: Fields
}

export const FIELDS = [
  ...(['name', 'title', 'company', 'emails', 'phones'] as const),
  ...(['website', 'profileLink', 'orgNumber'] as const),
]

/** What the reader makes of a text, in the words of a corpus. */
export function readCase(text: string, country: string): Fields {
  const found = readText(text, country)
  const all = (field: string) => found.filter(one => one.field === field).map(one => one.value)
  const { name, title, company, website, profile, orgNumber } = Object.fromEntries(
    found.map(one => [one.field, one.value]),
  )
  const [emails, phones] = [all('email'), all('phone')]
  return {
    ...(name && { name }),
    ...(title && { title }),
    ...(company && { company }),
    ...(emails.length > 0 && { emails }),
    ...(phones.length > 0 && { phones }),
    ...(website && { website }),
    ...(profile && { profileLink: profile }),
    ...(orgNumber && { orgNumber }),
  }
}

export interface Score {
  readonly f1: Record<(typeof FIELDS)[number], number>
  readonly exact: number
  /** For each record that isn't right: what was wanted and what came. */
  readonly wrong: readonly string[]
}

/** F1 a field over a corpus, as the corpus' own scorer counts: exact values, a wrong one counts twice. */
export function score(cases: readonly Case[], read = readCase): Score {
  const tally = Object.fromEntries(FIELDS.map(field => [field, { hit: 0, wrong: 0, missed: 0 }]))
  const wrong: string[] = []
  for (const { id, text, country, truth } of cases) {
    const fields = read(text, country)
    for (const field of FIELDS) {
      const [want, got] = [values(field, truth[field]), values(field, fields[field])]
      const hit = [...got].filter(value => want.has(value)).length
      const count = tally[field] as { hit: number; wrong: number; missed: number }
      count.hit += hit
      count.wrong += got.size - hit
      count.missed += want.size - hit
      if (hit < want.size || hit < got.size) {
        wrong.push(`${id} ${field}: ${[...want].join(', ')} | ${[...got].join(', ')}`)
      }
    }
  }
  const f1 = Object.entries(tally).map(([field, { hit, wrong, missed }]) => {
    const all = 2 * hit + wrong + missed
    return [field, all === 0 ? 1 : (2 * hit) / all]
  })
  const ids = new Set(wrong.map(line => line.split(' ')[0]))
  return { f1: Object.fromEntries(f1), exact: cases.length - ids.size, wrong }
}

function values(field: string, value: string | readonly string[] | undefined): Set<string> {
  const all = [value ?? []].flat().map(one => one.replace(/\s+/g, ' ').trim())
  return new Set(field === 'emails' ? all.map(one => one.toLowerCase()) : all)
}

/** A text as the browser's menu hands it over: on one line. */
export const onOneLine = (text: string) => text.replace(/\s*\r?\n\s*/g, ' ')

export const casesOf = (text: string): Case[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))
