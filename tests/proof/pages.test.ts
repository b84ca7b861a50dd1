import { describe, expect, it } from 'vitest'
import { BUILDS, filesOf } from './build.ts'

const pages = BUILDS.flatMap(build =>
  filesOf(build, '.html').map(page => ({ ...page, name: `${build}/${page.path}` })),
)

const tags = (html: string, name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'gi')) ?? []

describe.each(pages)('$name', ({ text }) => {
  it('may not connect at all, by a policy of its own', () => {
    const policy = tags(text, 'meta').filter(tag => /content-security-policy/i.test(tag))
    expect(policy).toHaveLength(1)
    expect(policy[0]).toMatch(/content="connect-src 'none'"/)
    // A policy counts for what comes after it.
    expect(text.indexOf(policy[0] ?? '')).toBeLessThan(text.search(/<script|<link/i))
  })

  it('has no script in itself, and loads from its own folder only', () => {
    expect(text).toMatch(/<script\b/)
    expect(text.match(/<script\b[^>]*>(?!<\/script>)/gi)).toBeNull()
    expect(text).not.toMatch(/\son\w+\s*=/i)
    const loaded = [...text.matchAll(/\s(?:src|href)="([^"]*)"/gi)].map(([, address]) => address)
    for (const address of loaded) expect(address).toMatch(/^\/?(?![/\w]*:)[\w./-]+$/)
    expect(
      tags(text, 'link').filter(tag => !/rel="(?:stylesheet|modulepreload|icon)"/.test(tag)),
    ).toEqual([])
    expect(tags(text, 'base')).toEqual([])
  })
})

describe.each(BUILDS)('%s', build => {
  it('has style sheets that load nothing from elsewhere', () => {
    for (const { text } of filesOf(build, '.css'))
      expect(text).not.toMatch(/@import|url\((?!["']?(?:data:|\.{0,2}\/(?!\/)|#))/i)
  })

  it('has a popup whose styles are not computed anew at each letter', () => {
    const popups = filesOf(build, '.css').filter(({ path }) => path.startsWith('assets/popup'))
    expect(popups).toHaveLength(1)
    // Chromium lays a popup out as small as can be at each letter, and every such query turns over.
    const queries = popups[0]?.text.match(/@(?:media|container)[^{]*/g) ?? []
    expect(queries.length).toBeGreaterThan(0)
    for (const query of queries) expect(query).not.toMatch(/width|height|inline-size|block-size/)
  })

  it('has no source maps and nothing of a development build', () => {
    const all = filesOf(build)
    expect(all.filter(({ path }) => path.endsWith('.map')).map(({ path }) => path)).toEqual([])
    for (const { text } of filesOf(build, '.js')) expect(text).not.toMatch(/sourceMappingURL|@vite/)
  })
})
