import { expect, it } from 'vitest'
import { BUILDS, filesOf } from './build.ts'
import listed from './golden/urls.json' with { type: 'json' }
import { constantText, parseModule, placesOf } from './syntax.ts'

/** An address with a scheme that loads something, or one that takes the page's own scheme. */
const ADDRESS =
  /(?:\b(?:https?|wss?|ftp|blob|filesystem):|\bdata:\w+\/)[^\s"'`)<>;]*|^\/\/[\w.[-]\S*/g

const addressesIn = (text: string) =>
  (text.match(ADDRESS) ?? []).map(address => address.replace(/[.,]+$/, ''))

function textsOf(code: string): string[] {
  return placesOf(parseModule(code)).flatMap(({ node }) => {
    if (node.type === 'TemplateElement') return [node.value.cooked ?? node.value.raw]
    return constantText(node) ?? []
  })
}

it('every address in the builds is on the list, and nothing else is on it', () => {
  const texts = BUILDS.flatMap(build =>
    filesOf(build).flatMap(({ path, text }) => {
      if (path.endsWith('.js')) return textsOf(text)
      return /\.(?:json|html|css|svg)$/.test(path) ? [text] : []
    }),
  )
  const found = [...new Set(texts.flatMap(addressesIn))].sort()
  expect(found).toEqual(Object.keys(listed).sort())
})
