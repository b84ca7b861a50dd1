import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, runTool } from '../../commands/checks/tool.ts'

const FOLDER = '.output/planted'

/**
 * Builds the extension with the planted journal in it, beside the real one.
 * @returns its folder
 * @throws with what was said, when it can't be built
 */
export async function buildPlanted(): Promise<string> {
  const build = fileURLToPath(import.meta.resolve('./build.ts'))
  // Playwright sets it to "test", which would build something else.
  const env = { NODE_ENV: 'production' }
  const { exitCode, output } = await runTool([build, FOLDER], { env })
  if (exitCode !== 0) throw new Error(output)
  return join(ROOT, FOLDER, 'chrome-mv3')
}
