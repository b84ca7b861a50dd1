import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { quietly, ROOT, Stop } from './here.mjs'

/** Where Node runs TypeScript by leaving the types out. */
const OLDEST = [22, 18]

const isNewEnough = version => {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/**
 * The Node that runs our TypeScript: the one among the dependencies, else the one we run on.
 * @returns {Promise<string>} path of the program
 * @throws {Stop} when neither will do
 */
export async function rightNode() {
  const { platform, arch, execPath, versions } = process
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const ours = join(ROOT, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  // Asked for its version, since a C library that it does not know (Alpine's) keeps it from starting.
  if (existsSync(ours) && (await quietly(ours, ['--version'])).code === 0) return ours
  if (isNewEnough(versions.node)) return execPath
  throw new Stop(
    `There is no packaged Node for ${platform} ${arch}, and this is Node ${versions.node}: ` +
      `please install Node ${OLDEST.join('.')} or newer (https://nodejs.org) and try again.`,
  )
}
