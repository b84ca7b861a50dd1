import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nativeBrowser } from './nativeBrowser.ts'

type Handler = (code: string) => { code: string }

const { handler } = nativeBrowser().transform as unknown as { handler: Handler }

/** Runs a module's code beside a `browser` of our own. */
const exportOf = (surroundings: object): unknown => {
  const path = createRequire(import.meta.url).resolve('webextension-polyfill')
  const { code } = handler(readFileSync(path, 'utf8'))
  return new Function('globalThis', code.replace('export default', 'return'))(surroundings)
}

test('the browser’s own API comes out as it is', () => {
  const browser = { storage: {} }
  expect(exportOf({ browser })).toBe(browser)
})

test.each([{}, { browser: {} }])('without one it says so: %j', surroundings => {
  expect(() => exportOf(surroundings)).toThrow('There is no browser.*')
})

test('a polyfill that this code does not know is refused', () => {
  expect(() => handler('module.exports = wrap(chrome)')).toThrow('in a way of its own')
})
