import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import en from '../../assets/locales/en.json' with { type: 'json' }
import { LOCALES } from '../../lib/language/words.ts'
import { isKeyLike, textsInSources } from './sources.ts'

type Catalog = Record<string, string>

const pathOf = (name: string) =>
  fileURLToPath(new URL(`../../assets/locales/${name}.json`, import.meta.url))
const textOf = (name: string) => readFileSync(pathOf(name), 'utf8')
const CATALOGS = LOCALES.map(name => ({ name, catalog: JSON.parse(textOf(name)) as Catalog }))
const keys = Object.keys(en)

/** What a sentence wants filled in, with how it is formatted: `count:plural`. */
function placeholders(message: string): string[] {
  const tokens = compileMessage(message)
  if (typeof tokens === 'string') return []
  const names = tokens.flatMap(token => placeholdersOf(token))
  return [...new Set(names)].sort()
}

function placeholdersOf(token: unknown): string[] {
  if (!Array.isArray(token)) return []
  const [name, format, options] = token as [string, string?, Record<string, unknown>?]
  const nested = typeof options === 'object' && options !== null ? Object.values(options) : []
  const inside = nested.flatMap(value =>
    Array.isArray(value) ? value.flatMap(placeholdersOf) : [],
  )
  return [`${name}:${format ?? 'text'}`, ...inside]
}

describe.each(CATALOGS)('$name.json', ({ name, catalog }) => {
  it('has the same keys in the same order as the English one', () => {
    expect(Object.keys(catalog)).toEqual(keys)
  })

  it('has no key twice', () => {
    const written = [...textOf(name).matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key)
    expect(written.filter((key, at) => written.indexOf(key) !== at)).toEqual([])
  })

  it('says something under every key', () => {
    expect(keys.filter(key => catalog[key]?.trim() === '')).toEqual([])
  })

  it('wants the same filled in as the English one', () => {
    const wants = (texts: Catalog) => keys.map(key => [key, placeholders(texts[key] ?? '')])
    expect(wants(catalog)).toEqual(wants(en))
  })
})

it("says nothing that lib/language/sentence.ts can't fill", () => {
  const kinds = keys.flatMap(key => placeholders(en[key as keyof typeof en]))
  expect(kinds.filter(kind => !/:(?:text|number|plural)$/.test(kind))).toEqual([])
})

describe('the sources', () => {
  const { literals, patterns } = textsInSources()
  const isMade = (key: string) => literals.has(key) || patterns.some(pattern => pattern.test(key))

  it('use every key', () => {
    expect(keys.filter(key => !isMade(key))).toEqual([])
  })

  it('use no key that is not there', () => {
    const rooms = new Set(keys.map(key => key.split('.')[0]))
    const looksLikeOne = (text: string) => isKeyLike(text) && rooms.has(text.split('.')[0])
    expect([...literals].filter(text => looksLikeOne(text) && !keys.includes(text))).toEqual([])
  })

  it('put together only keys of which there are some', () => {
    expect(patterns.filter(pattern => !keys.some(key => pattern.test(key)))).toEqual([])
  })
})
