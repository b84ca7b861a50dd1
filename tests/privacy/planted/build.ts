import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT, runTool } from '../../commands/checks/tool.ts'
import type { Planted } from './breaches.ts'

const SOURCES = ['assets', 'components', 'entrypoints', 'lib', 'package.json', 'wxt.config.ts']

export interface Variant {
  readonly build: string
  remove(): Promise<void>
}

/**
 * Builds the extension with breaches planted in a copy of its sources, in one go: each check names
 * what it found, so that they can be told apart.
 *
 * @throws where a breach no longer fits the sources, or they can't be built
 */
export async function buildWith(breaches: readonly Planted[]): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-planted-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    for (const name of SOURCES) await cp(join(ROOT, name), join(folder, name), { recursive: true })
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    await cp(new URL('shared.ts', import.meta.url), join(folder, 'lib/shared.ts'))
    const background = join(folder, 'entrypoints/background.ts')
    const before = await readFile(background, 'utf8')
    await writeFile(background, `import '../lib/shared.ts'\n${before}`)
    for (const { name, edits } of breaches) {
      for (const { file, from, to } of edits) await plant(join(folder, file), from, to, name)
    }
    // Playwright sets it to "test", which would build something else.
    const env = { NODE_ENV: 'production' }
    const { exitCode, output } = await runTool(['node_modules/wxt/bin/wxt.mjs', 'build', folder], {
      env,
    })
    if (exitCode !== 0) throw new Error(output)
    return { build: join(folder, '.output/chrome-mv3'), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function plant(path: string, from: string, to: string, name: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  if (from === '') return writeFile(path, to)
  const source = await readFile(path, 'utf8')
  if (!source.includes(from)) throw new Error(`There is no place in ${path} to plant: ${name}`)
  return writeFile(
    path,
    source.replace(from, () => to),
  )
}
