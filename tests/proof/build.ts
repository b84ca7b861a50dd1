import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The production builds, as they are handed out. */
export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
export type Build = (typeof BUILDS)[number]

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url))

export interface BuiltFile {
  /** Path inside the build, with forward slashes. */
  readonly path: string
  readonly bytes: Buffer
  readonly text: string
}

const folderOf = (build: Build): string => join(OUTPUT, build)

/**
 * The files of a build, in a fixed order.
 * @param ending only those that end so
 * @throws when there is no build
 */
export function filesOf(build: Build, ending = '', folder = folderOf(build)): BuiltFile[] {
  const entries = globSync('**/*', { cwd: folder, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  if (files.length === 0) throw new Error(`There is no ${build}: npm run build, build:firefox`)
  return files
    .map(file => join(file.parentPath, file.name))
    .sort()
    .filter(path => path.endsWith(ending))
    .map(path => {
      const bytes = readFileSync(path)
      const inside = path.slice(folder.length + 1).replaceAll('\\', '/')
      return { path: inside, bytes, text: bytes.toString('utf8') }
    })
}
