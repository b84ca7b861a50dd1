import { gzipSync } from 'node:zlib'
import type { BuiltFile } from './build.ts'
import { constantText, parseModule, placesOf } from './syntax.ts'

/** What a page loads, each file once, in a fixed order. */
export interface Loaded {
  /** With the page itself: its script, its style sheets, and what the script imports. */
  readonly first: readonly BuiltFile[]
  /** All that any of its code can come to import, and the first. */
  readonly ever: readonly BuiltFile[]
}

/** Bytes on the way, as a package would hold them: each file by itself, with gzip's best. */
export const weigh = (files: readonly BuiltFile[]): number =>
  files.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0)

/**
 * Follows a page's scripts through everything that they import.
 * @throws when a file is named that is not in the build
 */
export function loadedBy(page: string, files: readonly BuiltFile[]): Loaded {
  const byPath = new Map(files.map(file => [file.path, file]))
  const get = (path: string) => {
    const file = byPath.get(path)
    if (file === undefined) throw new Error(`${path} is not in the build`)
    return file
  }
  const html = get(page)
  const named = [...html.text.matchAll(/<(?:script|link)\b[^>]*\s(?:src|href)="\/?([^"]+)"/gi)]
  const start = [html, ...named.map(([, path = '']) => get(path))]
  return { first: follow(start, get, false), ever: follow(start, get, true) }
}

function follow(
  start: readonly BuiltFile[],
  get: (path: string) => BuiltFile,
  later: boolean,
): BuiltFile[] {
  const seen = new Set<BuiltFile>()
  const visit = (file: BuiltFile): void => {
    if (seen.has(file)) return
    seen.add(file)
    if (file.path.endsWith('.js')) for (const path of importsOf(file, later)) visit(get(path))
  }
  start.forEach(visit)
  return [...seen]
}

/** Paths in the build of what a module imports. @param later also what it imports while it runs */
function importsOf({ path, text }: BuiltFile, later: boolean): string[] {
  return placesOf(parseModule(text)).flatMap(({ node }) => {
    const isNow =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration'
    const source = isNow || (later && node.type === 'ImportExpression') ? node.source : null
    const name = source ? constantText(source) : null
    return name === null ? [] : [new URL(name, `file:///${path}`).pathname.slice(1)]
  })
}
