import { describe, expect, it } from 'vitest'
import en from '../../assets/locales/en.json' with { type: 'json' }
import { LOCALES } from '../../lib/language/words.ts'
import { BUILDS, type BuiltFile, filesOf } from './build.ts'
import { constantText, parseModule, placesOf } from './syntax.ts'
import { loadedBy, weigh } from './weight.ts'

const KB = 1000

/** All script that runs before the caret stands in *Name*, gzipped. */
const BEFORE_CARET = 20 * KB
/** All that the popup can come to load, gzipped. */
const EVER = 90 * KB

/** A catalog is a module that has sentences of one language, and nothing else. */
const languageOf = ({ path }: BuiltFile) =>
  LOCALES.find(language => path.startsWith(`chunks/${language}-`))

/** The texts in a module, by themselves or as the names of an object's members. */
const textsIn = ({ text }: BuiltFile) =>
  new Set(placesOf(parseModule(text)).map(({ node }) => constantText(node)))

/** What the keys begin with that a module puts together while it runs: `problem.` and a code. */
const beginningsIn = ({ text }: BuiltFile): string[] =>
  placesOf(parseModule(text))
    .map(({ node }) => (node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : undefined))
    .filter((raw): raw is string => raw !== undefined && /^[a-z]+\.[\w-]*$/.test(raw))

describe.each(BUILDS)('the popup of %s', build => {
  const { first, ever } = loadedBy('popup.html', filesOf(build))
  const code = ever.filter(file => languageOf(file) === undefined)
  const catalogsOf = (language: string) => ever.filter(file => languageOf(file) === language)
  const has = (word: string) => (catalog: BuiltFile) => textsIn(catalog).has(word)

  it('runs little before the caret is there', () => {
    const scripts = first.filter(({ path }) => path.endsWith('.js'))
    const heaviest = Math.max(
      ...LOCALES.map(language => weigh(catalogsOf(language).filter(has('field.name')))),
    )
    expect(weigh(scripts) + heaviest).toBeLessThanOrEqual(BEFORE_CARET)
  })

  it('asks for two scripts before that: its own, and the piece that holds all the rest', () => {
    expect(first.filter(({ path }) => path.endsWith('.js'))).toHaveLength(2)
  })

  it('never loads much, in the language that takes most', () => {
    const heaviest = Math.max(...LOCALES.map(language => weigh(catalogsOf(language))))
    expect(weigh(code) + heaviest).toBeLessThanOrEqual(EVER)
  })

  it('has each sentence in its catalogs that its code can say', () => {
    const scripts = code.filter(file => file.path.endsWith('.js'))
    const spoken = scripts.map(textsIn)
    const begun = scripts.flatMap(beginningsIn)
    const said = Object.keys(en).filter(
      key =>
        spoken.some(texts => texts.has(key)) || begun.some(beginning => key.startsWith(beginning)),
    )
    expect(said).toEqual(expect.arrayContaining(['field.name', 'popup.promote', 'problem.busy']))
    for (const language of LOCALES) {
      const there = catalogsOf(language).map(textsIn)
      expect(there.length).toBeGreaterThan(0)
      expect(said.filter(key => !there.some(texts => texts.has(key)))).toEqual([])
    }
  })
})

describe('what a page loads', () => {
  const file = (path: string, text: string): BuiltFile => ({ path, text, bytes: Buffer.from(text) })
  const html = '<script type="module" src="/chunks/a.js"></script><link href="/a.css">'
  const page = (script: string) =>
    loadedBy('a.html', [
      ...[file('a.html', html), file('a.css', 'b{}'), file('chunks/a.js', script)],
      ...[file('chunks/b.js', 'import "./c.js"'), file('chunks/c.js', 'import("./b.js")')],
      file('other.js', 'export {}'),
    ])
  const own = ['a.html', 'chunks/a.js', 'a.css']

  it.each([
    ['1', [], []],
    ['import "./b.js"', ['chunks/b.js', 'chunks/c.js'], []],
    ['export * from "./c.js"', ['chunks/c.js'], ['chunks/b.js']],
    ['export { c } from "/chunks/c.js"', ['chunks/c.js'], ['chunks/b.js']],
    ['const go = () => import("./b.js")', [], ['chunks/b.js', 'chunks/c.js']],
    ['import(`../other.js`)', [], ['other.js']],
  ])('of %s', (script, now, later) => {
    const { first, ever } = page(script)
    const paths = (files: readonly BuiltFile[]) => files.map(({ path }) => path).sort()
    expect(paths(first)).toEqual([...own, ...now].sort())
    expect(paths(ever)).toEqual([...own, ...now, ...later].sort())
  })

  it('is told apart from what is not there', () => {
    expect(() => page('import "./d.js"')).toThrow('chunks/d.js is not in the build')
  })
})
