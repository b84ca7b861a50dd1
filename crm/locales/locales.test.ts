import { readdirSync, readFileSync } from 'node:fs'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../pages/words.ts'
import en from './en.json' with { type: 'json' }

const PAGES = new URL('../pages/', import.meta.url)
const CATALOGS = LOCALES.map(name => {
  const text = readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')
  return { name, catalog: JSON.parse(text) as Record<string, string> }
})
const code = readdirSync(PAGES)
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map(name => readFileSync(new URL(name, PAGES), 'utf8'))
  .join('\n')

/** What a message wants filled in, with the kind of it: `count plural`, `name`. */
function placeholders(message: string): string[] {
  const found: string[] = []
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [name, kind] = part
    if (typeof name === 'string') found.push(typeof kind === 'string' ? `${name} ${kind}` : name)
    for (const value of Object.values(part.at(-1) ?? {}))
      if (Array.isArray(value)) value.forEach(visit)
  }
  const compiled = compileMessage(message)
  if (Array.isArray(compiled)) compiled.forEach(visit)
  return [...new Set(found)].toSorted()
}

describe.each(Object.keys(en) as (keyof typeof en)[])('%s', key => {
  it.each(CATALOGS)('is in $name.json, with the same placeholders', ({ catalog }) => {
    expect(catalog[key]?.trim()).toBeTruthy()
    expect(placeholders(catalog[key] ?? '')).toEqual(placeholders(en[key]))
  })

  it('is used', () => {
    const group = key.slice(0, key.indexOf('.') + 1)
    const isBuilt = new RegExp(`\`${group.replace('.', '\\.')}\\$\\{[\\w.]+\\}(?:Title)?\``)
    expect(code.includes(`'${key}'`) || (group !== '' && isBuilt.test(code))).toBe(true)
  })
})

it.each(CATALOGS)('$name.json has nothing that English has not', ({ catalog }) => {
  expect(Object.keys(catalog)).toEqual(Object.keys(en))
})

it('sees a placeholder that is missing', () => {
  expect(placeholders('{main} and {count, plural, one {# of {name}} other {#}}')).not.toEqual(
    placeholders('{count, plural, one {# of {name}} other {#}}'),
  )
})
