import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { quietly, ROOT, Stop, say } from './here.mjs'

const packagesOf = async file => {
  const text = await readFile(join(ROOT, file), 'utf8')
  return JSON.parse(text).packages
}

/**
 * What npm wrote about the folder is compared with the lock file, rather than a mark of our own, so
 * that a folder that somebody filled with `npm install` is not thrown away.
 */
async function inStep() {
  const wanted = await packagesOf('package-lock.json')
  let found
  try {
    found = await packagesOf('node_modules/.package-lock.json')
  } catch {
    return false // npm writes this file last: without it nothing is there, or only a part
  }
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = found[path]
    // What is for other machines only is optional, and left out here.
    return there ? there.integrity === entry.integrity : entry.optional === true
  })
}

/**
 * Installs what the lock file names, unless it is there.
 * @throws {Stop} with what npm said, if it failed
 */
export async function needDependencies() {
  if (await inStep()) return
  say('Installing the dependencies from the lock file (npm ci); this takes a minute or so.')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  const { code, output } = npm
    ? await quietly(process.execPath, [npm, ...args], { cwd: ROOT })
    : await quietly('npm', args, { cwd: ROOT, shell: process.platform === 'win32' })
  if (code !== 0) throw new Stop(`npm ci failed:\n${output}`)
}
