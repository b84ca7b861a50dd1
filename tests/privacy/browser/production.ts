import { join } from 'node:path'
import { ROOT } from '../../commands/checks/tool.ts'

/** The production build, which `npm test` has made before. */
export const PRODUCTION = join(ROOT, '.output/chrome-mv3')
